"""Ask for the one problem, benefit, way or reason that a sentence names as such.

- A problem with price controls is that they cause shortages.
Q: What is one problem with price controls?
A: They cause shortages

- The drawback of rye is that its dough hardly rises
Q: What is the drawback of rye?
A: Its dough hardly rises

- The main advantage of a flat tax is that it is simple to collect
Q: What is the main advantage of a flat tax?
A: It is simple to collect

- Among the most important benefits of guilds was that they settled quarrels
Q: What was one of the most important benefits of guilds?
A: They settled quarrels

- The second way central banks fight inflation is by raising interest rates
Q: What is the second way central banks fight inflation?
A: By raising interest rates

- Another benefit of free trade is the low price of imports
Q: What is one benefit of free trade?
A: The low price of imports

- One of the causes of the strike was the price of bread
Q: What was one of the causes of the strike?
A: The price of bread

- A problem with this is that it is slow
no card

- The best part of the trip was the food
no card
"""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english import closed
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.complements import can_answer, pins_down
from flashcards.passages.passage import Passage

NEEDS = "is was"

_PARTS = (
    "problem|issue|challenge|difficulty|drawback|disadvantage|limitation|weakness|downside|"
    "trouble|danger|advantage|benefit|strength|upside|cause|effect|consequence|symptom|risk|goal|"
    "aim|purpose|use|application|reason|function|feature|property|characteristic|difference|"
    "distinction|similarity|way|trick|strategy|solution|remedy|rule|principle|lesson|criticism|"
    "objection|argument|factor|requirement|condition|assumption|sign|source|role|task|"
    "implication|motivation|explanation|hallmark|exception|criterion|idea|theory|hypothesis|claim|"
    "catch|intuition|conclusion|finding|insight|point|result"
)
_FEW = r"(?: [\w-]+){0,3}?"
_NAMED = re.compile(
    rf"^(?P<lead>an?{_FEW}|one|another|the{_FEW}|one of the{_FEW}|among the{_FEW}) "
    rf"(?P<part>{_PARTS})(?P<several>e?s)? (?P<whose>[^,;:]{{3,90}}?) "
    r"(?P<be>is|was) (?P<told>[^;:]+?)\.?$",
    re.IGNORECASE,
)
LONGEST_WHOSE, LONGEST_TOLD = 10, 20
_FROM_THERE = re.compile(r"^(?:that|because) ")
_AIMED = re.compile(r"^(?:to|by|through) \w")
_HEDGED = re.compile(r"^(?:not|also|probably|perhaps|often|usually|still|just|only|very)\b|\?$")


def read(passage: Passage) -> Iterator[Reading]:
    found = _NAMED.match(passage.text.strip())
    if found is None or passage.label:
        return
    lead, whose = found["lead"].lower(), found["whose"]
    several = lead.startswith(("one of", "among"))
    if several != bool(found["several"]) or _points(whose) or word_count(whose) > LONGEST_WHOSE:
        return
    if found["part"].lower() != "way" and not _OF.match(whose):
        return
    answer = _answer(found["told"].strip())
    if answer and pins_down(whose, least=LEAST_TOLD):
        part = f"{found['part'].lower()}{found['several'] or ''}"
        asked = f"{_AMONG.sub('one of', _ONE.sub('one', lead))} {part} {whose}"
        yield Reading(f"What {found['be'].lower()} {asked}?", answer)


_OF = re.compile(r"(?:of|with|for|in|to|behind|between|why|that|against|from) ")
_ONE = re.compile(r"^(?:another|an?(?= )|an?$)")
_AMONG = re.compile(r"^among")
LEAST_TOLD, LEAST_AIM = 1.0, 2
_POINTERS = (
    closed.POINTING | closed.PRONOUNS | frozenset("one ones next previous".split())
) - frozenset("their its our".split())


def _points(whose: str) -> bool:
    return bool({token.lower for token in tokens(whose)} & _POINTERS)


def _answer(told: str) -> str:
    """`that they cause shortages` without its `that`; a phrase as it is; else nothing."""
    if _HEDGED.search(told) or not 2 <= word_count(told) <= LONGEST_TOLD:
        return ""
    if _FROM_THERE.match(told):
        return told.partition(" ")[2]
    if _AIMED.match(told):
        return told if word_count(told) > LEAST_AIM else ""
    return told if can_answer(told) and told.split()[0].lower() in closed.DETERMINERS else ""
