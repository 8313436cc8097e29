"""Words that decide whether a gap has one answer."""

from __future__ import annotations

from flashcards import lazy_re as re

UNITS = frozenset(
    "am pm % percent ms s sec secs second seconds min mins minute minutes hour hours hr "
    "hrs h day days week weeks month months year years decade decades century centuries kb "
    "mb gb tb pb bit bits byte bytes kbps mbps gbps hz khz mhz ghz k c f °c °f kelvin "
    "degrees mm cm m km meters metres miles feet inches mg g kg grams ml l litres liters "
    "oz pounds lbs tons v volts watts w kw kwh mw joules calories kcal dollars euros usd "
    "million billion trillion thousand times x fold points pixels px bp mol rpm fps dpi db "
    "epochs".split()
)
"""What a number is hidden together with."""
SCALES = frozenset("hundred thousand million billion trillion".split())

WEAK = frozenset("core fundamental initial specified".split())
"""Adjectives that tell as little, but are part of many terms."""
_KIND_NOUNS = frozenset(
    "time complexity algorithm method approach function layer network model system process "
    "operation structure type kind rule law theory effect principle problem attack test "
    "tree list table graph search loss rate ratio distribution matrix vector space domain "
    "memory mode state policy protocol language library server client device node order "
    "scheme cell acid disease muscle nerve bone period war act treaty theorem equation "
    "variable mechanism pattern technique strategy".split()
)
"""Nouns that name a class, whose members are told apart by the words before."""
KINDS = frozenset(
    form
    for noun in _KIND_NOUNS
    for form in (noun, noun[:-1] + "ies" if noun.endswith("y") else noun + "s")
)

EMPTY_ACTIONS = frozenset(
    "use make call do give base know consider allow need get have be take put see say show "
    "find mean define describe note require include involve relate associate refer compare "
    "name keep go come want try help set let become provide apply create achieve address "
    "perform handle contain ensure occur happen look ask add change expect think believe "
    "understand learn work interest concern suppose design limit".split()
)
"""Verbs that many others could stand for."""
TAKES_TO = frozenset(
    "need needs want wants try tries have has had is are was were going able likely seem "
    "seems used tend tends ought begin begins start starts continue how what where when "
    "and or easy hard easier harder possible impossible important necessary ready not "
    "similar".split()
)
"""Words that `to` belongs to, so that no purpose follows."""
EVERYDAY_DEGREES = frozenset(
    "high low large small best worst long short early late positive negative strong weak "
    "easier harder better worse faster slower fast slow greater smaller larger longer "
    "shorter more less most least fewer light heavy wide narrow thick thin hot cold warm "
    "cool wet dry deep shallow left right maximum minimum".split()
)
"""Adjectives that tell something only as what is said of the subject: `the cost is high`."""

MADE_PREPOSITION = re.compile(
    r"(?:absence|accordance|addition|advance|aid|basis|behalf|case|charge|combination|comparison|"
    r"conjunction|contrast|course|danger|event|exception|exchange|expense|eyes|face|favou?r|front|"
    r"hands|help|honou?r|lieu|light|line|means|need|order|place|presence|pursuit|reference|regard|"
    r"relation|respect|response|result|return|sake|search|spite|support|terms?|top|view|virtue|"
    r"wake|way) (?:of|to|with|for|from)\b"
)
"""A noun that makes a preposition with those around it: `on behalf of`."""
