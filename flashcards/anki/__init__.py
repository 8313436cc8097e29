"""Anki: cards into packages that it imports, and back the edits that a learner made there."""
