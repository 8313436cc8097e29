"""Values as notes write them: `< 120/80`, `~7 days`, `7.35–7.45`, `-70 mV`, `37 °C`, `>3.5 g/d`."""

from __future__ import annotations

from flashcards import lazy_re as re

_FIGURE = r"\d+(?:[.,]\d+)*"
_RANGE = rf"{_FIGURE}(?:\s?[-–±×x/]\s?{_FIGURE}(?:\^?[-−]\d+|\^\d+)?)?[kKM]?"
_TIMES = (
    r"years?|yrs?|months?|mo|weeks?|wks?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?|"
    r"ms|ns|µs|μs|us|h|d|s"
)
_UNITS = (
    rf"{_TIMES}|mmHg|mmol|µmol|umol|nmol|mol|mEq|kcal|kJ|cal|J|kPa|Pa|bar|atm|[mkµnu]?[gLlVWA]|dl|dL|"
    r"mm|cm|km|nm|µm|m|kb|bp|nt|kDa|Da|[kMG]?Hz|bpm|rpm|IU|mIU|USD|EUR|GBP|[kMGT]B|[kMGT]bit|"
    r"BCE?|CE|AD|percent|million|billion|trillion|fold|times|x"
)
_UNIT = rf"(?:°\s?[CFK]?|%|(?:{_UNITS})(?:/(?:{_UNITS}|min|1\.73 ?m2))?)(?!\w)"
MEASURE = re.compile(
    rf"(?<![\w.,/$^°-])(?P<bound>[<>≤≥≈~±]=?\s?)?(?P<figure>[-−+]?[$€£]?{_RANGE})(?:\s?(?P<unit>{_UNIT}))?"
    r"(?![\w^°])"
)
"""A number with the sign before it and the unit after it, whichever of them it has."""


def tells_a_value(found: re.Match[str]) -> bool:
    """Whether a measure is one by itself, and no bare number."""
    joined = re.search(r"[-–±×/.]", found["figure"][1:])
    return bool(found["bound"] or found["unit"] or joined)
