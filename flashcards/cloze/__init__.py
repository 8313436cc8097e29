"""Statements that stand alone, and the gap in each that has one answer."""
