"""Bullets in their surroundings: what they are about, and which of their words are names."""
