"""How English writes a date: a year, a day, a decade, a span of years."""

from __future__ import annotations

from flashcards.english import closed

_YEAR = r"(?:c\. ?|ca\. ?|circa |about |around )?(?:1\d{3}|20\d\d|\d{1,4} (?:BCE?|AD|CE))"
_MONTH = rf"(?:{'|'.join(closed.MONTHS)})"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = rf"(?:{_NTH} )?{_MONTH}(?: {_NTH},?)?,? (?:of )?{_YEAR}"
_AGE = r"the (?:early |late |mid-)?(?:1\d{2}0s|20[0-2]0s|\d{1,2}(?:st|nd|rd|th) century)"
DATE = rf"(?:{_DAY}|{_YEAR}|{_AGE})"
"""A pattern for a date by itself: `9 May 1851`, `753 BC`, `the 1850s`; to be used in any case."""
WHEN = (
    rf"(?:(?:from|between) {DATE} (?:to|until|and) {DATE}|"
    rf"(?:on|in|during|around|at the (?:end|beginning|start) of) {DATE})(?![\w-])"
)
"""A pattern for a date with its preposition: `in 1851`, `from 1814 to 1839`."""
