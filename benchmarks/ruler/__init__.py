"""The ruler: what speed.py measures, and how."""
