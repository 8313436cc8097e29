"""What a thing is tied to, where a line has no verb: what it is the site of, when it is worse."""

from __future__ import annotations

from collections.abc import Iterator

from flashcards import lazy_re as re
from flashcards.english.clauses import parse
from flashcards.english.stems import stems
from flashcards.english.tagging import is_plural
from flashcards.english.tokens import tokens, word_count
from flashcards.model import Reading
from flashcards.passages.above import Thing
from flashcards.passages.asking import what
from flashcards.passages.complements import can_answer, whole
from flashcards.passages.names import capitalised
from flashcards.passages.passage import Passage
from flashcards.passages.tails import is_about_people, is_place, is_vague, part_time
from flashcards.rules.about_it.lines import is_said_again

LONGEST_LINE, LONGEST_ANSWER = 18, 13

_NOUNS = (
    "site symbol symptom sign author capital founder leader architect source cause product "
    "by-product byproduct precursor basis member ruler king queen emperor president chancellor "
    "form subtype father mother inventor winner discoverer centre center unit measure inverse "
    "opposite derivative consequence effect function example daughter son brother sister wife "
    "husband pupil "
    "student teacher opponent supporter critic proponent defender pioneer birthplace branch subset "
    "superset part component metabolite agonist antagonist inhibitor activator god goddess seat "
    "tributary currency language isotope isomer allotrope ore oxide salt ester forerunner "
    "predecessor successor synonym variant"
).split()
_RELATION = re.compile(
    r"(?P<article>(?:the|an?) )?"
    r"(?P<adjectives>(?:[a-z]+(?:st|ary|al|ing) |"
    r"(?:main|major|key|early|only|chief|common|rare|late) )?)"
    rf"(?P<noun>{'|'.join(_NOUNS)}) of (?P<thing>.+)$",
    re.IGNORECASE,
)
"""What something is by its relation to another thing."""
_OF_ONE = frozenset("form subtype part member component branch subset example".split())
"""Nouns of which there are several: `a form of`."""

_ADJECTIVES = {
    "to": "prone home similar equal equivalent proportional resistant invariant robust sensitive "
    "insensitive susceptible vulnerable specific native related close identical subject open "
    "exposed essential central critical crucial orthogonal perpendicular parallel superior "
    "inferior unique immune allergic adjacent due analogous homologous antagonistic toxic "
    "posterior anterior lateral medial deep superficial distal proximal hostile loyal endemic",
    "for": "responsible famous notorious essential necessary suitable unsuitable ideal known "
    "diagnostic specific pathognomonic vital sufficient best good bad important useful",
    "of": "characteristic typical capable incapable composed independent pathognomonic suggestive "
    "indicative diagnostic symptomatic representative critical",
    "in": "rich poor high low rare common prevalent abundant present absent soluble "
    "insoluble popular active dominant involved frequent uncommon endemic illegal legal visible "
    "effective safe higher lower similar",
    "on": "dependent reliant contingent conditional",
    "with": "compatible incompatible synonymous consistent identical rich",
    "from": "distinct separate free absent different independent exempt visible",
    "against": "effective active protective ineffective",
    "at": "worse worst better highest lowest visible active stable liquid solid gaseous",
}
_KINDS = frozenset(
    "hormone enzyme protein metal gas liquid disease disorder drug antibiotic antagonist agonist "
    "inhibitor vitamin virus bacterium parasite molecule acid base salt alloy mineral rock muscle "
    "gland organ bone nerve artery vein cell mammal reptile bird insect fish plant tree novel poem "
    "play treaty empire river lake mountain planet star crime tort offence tax neurotransmitter "
    "steroid diuretic sedative painkiller anaesthetic compound element reaction particle polymer "
    "sugar lipid carbohydrate toxin pigment alkaloid instrument dance dialect tense".split()
)
"""Nouns of which a line may say what kind a thing is: `peptide hormone`."""
_TIED = {
    f"{adjective}:{tie}"
    for tie, all_of_it in _ADJECTIVES.items()
    for adjective in all_of_it.split()
}
_DEGREE = re.compile(
    r"(?P<degree>(?:(?:most|more|less|least|very|highly|only|especially|particularly|extremely|"
    r"relatively|usually|often|mainly) ){0,2})"
    r"(?P<adjective>[a-z-]+) (?P<tie>[a-z]+) (?P<thing>.+)$",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"(?P<quality>(?:(?:most|more|less|least|very|highly|only) )?[a-z-]+) "
    r"(?P<when>(?:if|when|unless|at night|after|during|before|in pregnancy|in (?:the )?(?:winter|"
    r"summer|spring|autumn|morning|evening|cases? of|case of|childhood|infancy)\b).*)$",
    re.IGNORECASE,
)


def read(passage: Passage, thing: Thing) -> Iterator[Reading]:
    text = passage.text.strip().rstrip(".")
    if not 2 <= word_count(text) <= LONGEST_LINE or "; " in text:
        return
    text = text[:1].lower() + text[1:] if not tokens(text)[0].is_name else text
    if (meant := _meaning(text, passage, thing)) or (meant := _somebody(text, thing)):
        yield meant
        return
    found = _RELATION.match(text)
    parted = None if found else _parted(text)
    if kind := _kind(text, thing):
        yield kind
        return
    if is_said_again(text, passage, 2):
        return
    if found:
        yield from _relation(thing, found)
    elif parted:
        yield from _quality(thing, *parted)


_DEFINED = re.compile(
    r"(?!third|second|first|last|next|other)(?:an? |the )?"
    r"(?:[a-z][a-z-]* ){0,2}(?P<noun>[a-z][a-z-]+) "
    r"(?:of|that|which|where|in which|by which|between|from|through) \S+ .+$"
)
_FIGURE = re.compile(r"[\d=<>]")
_NO_MEANING = frozenset(
    "overview introduction history role importance summary comparison definition problem effect "
    "cause benefit advantage number part lot example list way result site symbol area level "
    "amount lack loss sign rate risk type kind form side end beginning member evidence theme "
    "case time need death birth rise fall change increase decrease structure function "
    "development".split()
)


def _meaning(text: str, passage: Passage, thing: Thing) -> Reading | None:
    """`Movement of water to the saltier side` right below `Osmosis` says what that is."""
    before = passage.previous
    first = before is None or before.bullet.headings != passage.bullet.headings
    found = _DEFINED.match(text) if first or before is None else None
    if found is None or not thing.name.islower() or thing.plural or _FIGURE.search(text):
        return None
    if _RELATION.match(text) or not _SHORTEST <= word_count(text) <= LONGEST_ANSWER:
        return None
    noun, opening = tokens(found["noun"])[0], tokens(text)[0]
    orders = opening.may("V") and not (opening is noun or f"{noun.lower} of " in text.lower()[:20])
    plain = noun.may("NG") and not noun.may("ZEA") and noun.lower not in _NO_MEANING
    if orders or not plain or is_plural(noun.lower) or stems(noun.lower) & stems(thing.name):
        return None
    return Reading(f"What is {thing.name}?", text)


_SHORTEST = 4


def _somebody(text: str, thing: Thing) -> Reading | None:
    """`Danish philosopher` says who somebody was."""
    words = tokens(text)
    named = thing.is_named and not thing.plural and not thing.name.startswith("the ")
    if not named or not 2 <= len(words) <= _MOST_BEFORE or words[-1].lower not in _PROFESSIONS:
        return None
    return Reading(f"Who {'was' if thing.past else 'is'} {thing.name}?", capitalised(text))


_PROFESSIONS = frozenset(
    "philosopher scientist physicist chemist biologist mathematician economist psychologist "
    "sociologist historian theologian politician statesman general admiral explorer inventor "
    "engineer architect painter sculptor composer poet novelist playwright writer author "
    "journalist lawyer judge physician doctor monk nun bishop saint missionary revolutionary "
    "reformer activist industrialist banker astronomer botanist geologist linguist "
    "anthropologist positivist marxist dramatist essayist mystic emperor king queen dictator "
    "astronaut naturalist".split()
)


def _kind(text: str, thing: Thing) -> Reading | None:
    """`Peptide hormone` says what kind of hormone insulin is."""
    words = tokens(re.sub(r"^an? ", "", text))
    noun, before = words[-1].lower, words[:-1]
    if (
        noun not in _KINDS
        or not 1 <= len(before) <= _MOST_BEFORE
        or stems(noun) & stems(thing.name)
    ):
        return None
    if not all(word.text == "," or (word.may("NA") and not word.may("DI#")) for word in before):
        return None
    what = text[: words[-1].start].removeprefix("a ").removeprefix("an ").strip()
    return Reading(f"What kind of {noun} {thing.be} {thing.name}?", f"{what} {noun}")


_MOST_BEFORE = 4


def _relation(thing: Thing, found: re.Match[str]) -> Iterator[Reading]:
    noun, governed = found["noun"].lower(), whole(part_time(found["thing"])[0])
    if thing.plural or not _tells(governed):
        return
    article = (found["article"] or "").strip().lower() or ("a" if noun in _OF_ONE else "the")
    adjectives = found["adjectives"]
    if adjectives and article == "a" and adjectives[0] in "aeiou":
        article = "an"
    if noun in stems(thing.name) or stems(governed) & stems(thing.name):
        return
    yield Reading(f"What {thing.be} {thing.name} {article} {adjectives}{noun} of?", governed)


def read_owned(found: re.Match[str], thing: Thing) -> Iterator[Reading]:
    """`Her real name was Adelaide`."""
    answer = whole(found["rest"])
    if is_plural(found["what"]) or parse(found["what"]) or not _tells(answer):
        return
    who = "Who" if found["what"].split()[-1].lower() in _KIN else "What"
    yield Reading(f"{who} {found['be'].lower()} the {found['what']} of {thing.name}?", answer)


_KIN = frozenset(
    "husband wife father mother son daughter brother sister teacher pupil student successor "
    "predecessor rival founder leader author mentor partner lover king queen ruler "
    "president".split()
)


def _parted(text: str) -> tuple[str, str, str] | None:
    """`most common`, `in`, `men over 40`; with `when` where that is what it says."""
    when = _WHEN.match(text)
    if when and _is_quality(when["quality"].split()[-1]):
        return when["quality"], "when", when["when"]
    found = _DEGREE.match(text)
    if found and f"{found['adjective'].lower()}:{found['tie'].lower()}" in _TIED:
        return f"{found['degree']}{found['adjective']}", found["tie"], found["thing"]
    return None


def _is_quality(word: str) -> bool:
    token = tokens(word)[0]
    return (token.may("A") and not token.may("VZXEG")) or word in _QUALITIES


_QUALITIES = frozenset("worse better safe void valid invalid active open closed absent".split())


def _quality(thing: Thing, quality: str, tie: str, governed: str) -> Iterator[Reading]:
    if quality.split()[-1] in thing.name:
        return  # `elasticity` is elastic
    if tie == "when":
        if 2 <= word_count(governed) <= LONGEST_ANSWER and not stems(quality) & stems(thing.name):
            yield Reading(f"When {thing.be} {thing.name} {quality}?", governed)
        return
    answer = whole(governed)
    if not _tells(answer) or stems(quality) & stems(thing.name):
        return
    if tie == "in" and is_about_people(answer):
        yield Reading(f"In whom {thing.be} {thing.name} {quality}?", answer)
    elif tie == "in" and _MET.search(quality) and is_place(tie, answer):
        yield Reading(f"Where {thing.be} {thing.name} {quality}?", f"in {answer}")
    else:
        yield Reading(f"{what(answer)} {thing.be} {thing.name} {quality} {tie}?", answer)


_MET = re.compile(
    r"(?:common|rare|prevalent|frequent|abundant|endemic|popular|legal|present|active)$"
)


def _tells(answer: str) -> bool:
    named = bool(answer) and tokens(answer)[-1].is_capitalised
    return (
        (named or can_answer(answer))
        and not is_vague(answer)
        and word_count(answer) <= LONGEST_ANSWER
    )
