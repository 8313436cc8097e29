"""Checks on a card as a learner meets it. The criteria C1 to C10 are those of docs/cards.md."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flashcards import lazy_re as re
from flashcards.braces import hidden_words, shown
from flashcards.english import closed
from flashcards.english.lexicon import lexicon
from flashcards.english.lists import NUMBERS, split_list
from flashcards.english.normal import without_opening
from flashcards.english.stems import stems
from flashcards.english.tokens import word_count, words
from flashcards.lint.face import Face, Flaw
from flashcards.lint.leaks import gap_leak, leak

__all__ = ["LONGEST_GAP", "MOST_HIDDEN", "Face", "Flaw", "lint", "worst"]


LONGEST_ANSWER = 25
"""Words; above it a card is not atomic (C3)."""
LONG_ANSWER = 16
LONGEST_QUESTION = 30
LONG_QUESTION = 24
MOST_GAPS = 4
LONGEST_GAP = 8
MOST_HIDDEN = 0.6
"""The share of a cloze's words that may be hidden at a time (C10)."""


def lint(face: Face) -> list[Flaw]:
    """The flaws of a card, errors first."""
    found = [flaw for check in _CHECKS for flaw in check(face)]
    return sorted(found, key=lambda flaw: flaw.severity == "warning")


def worst(face: Face) -> Flaw | None:
    """The first of the flaws of a card, or None; what comes after an error is not looked for."""
    warning = None
    for check in _CHECKS:
        for flaw in check(face):
            if flaw.severity == "error":
                return flaw
            warning = warning or flaw
    return warning


_LETTER = re.compile(r"\w")


def _empty(face: Face) -> Iterator[Flaw]:
    if not _LETTER.search(face.question):
        yield Flaw("empty", "the question is empty")
    if not _LETTER.search(face.answer):
        yield Flaw("empty", "the answer is empty")


_DANGLING = closed.POINTING - {"same", "there", "above", "below", "such", "another", "its", "their"}
_OF_SOMEBODY = frozenset(["he", "she", "his", "her", "him"])
_DUMMY_IT = re.compile(
    r"\bit (?:is |was |would be |makes? |made |takes? |seems? )?(?:\w+ )?"
    r"(?:called|important|hard|difficult|easy|easier|harder|possible|impossible|necessary|better|"
    r"best|useful|helpful|essential|common|likely|for|to|that)\b",
    re.IGNORECASE,
)


_QUOTED = re.compile(r"^Who said “[^”]*”")
"""What somebody said may speak of anything."""


def _pointing(face: Face) -> Iterator[Flaw]:
    """C2: a word that points at something outside of the card."""
    text = without_opening(shown(face.question), _QUOTED)
    plain = _DUMMY_IT.sub("", text) if "it " in text.lower() else text
    said = [word for word in words(plain) if word.kind == "word"]
    found = [word.lower for word in said]
    for at, word in enumerate(found):
        named = any(other.is_capitalised for other in said[1:at])
        if face.kind == "qa" and word in _OF_SOMEBODY and named:
            continue
        if word in _DANGLING and not _has_referent(found, at):
            yield Flaw("pointing", f'"{word}" points at something outside of the card')
            return
        told = face.kind == "cloze" and word == "we" and at > 0
        numbered = word == "i" and _is_a_numeral(found, at)
        if word in _SPEAKING and not (told or numbered):
            yield Flaw("person", f'"{word}" speaks of the writer')
            return
    answered = [token.lower for token in words(face.answer)]
    outside = _points_out(answered) or {"above", "below"} & set(answered[-1:])
    if face.kind == "qa" and (outside or (len(answered) <= 2 and {"its", "their"} & set(answered))):
        yield Flaw("pointing", "the answer points at something outside of the card")
    if _ABOVE.search(f"{text} {face.answer}"):
        yield Flaw("pointing", "something above or below is not on the card")
    whole = _WHOLE.search(text)
    if whole and not stems(whole["what"] or "") & stems(face.context):
        yield Flaw("pointing", f'nothing says what "{whole[0]}" is')
    if face.kind == "qa" and {"its", "their"} & set(found[:4]):
        yield Flaw("pointing", "the question opens with something not yet named")


def _points_out(words: list[str]) -> bool:
    """`this` in an answer, unless the noun after it was named before: `a set … from this set`."""
    for at, word in enumerate(words):
        if word in {"this", "these", "those"}:
            noun = words[at + 1 : at + 2]
            if not noun or not stems(noun[0]) or not stems(noun[0]) <= stems(" ".join(words[:at])):
                return True
    return False


_ABOVE = re.compile(r"\bthe (?:above|below|aforementioned)\b", re.IGNORECASE)
_WHOLE = re.compile(
    r"^what (?:is|was|does|did|can) the (?:entire|whole) (?P<what>[a-z-]{3,})\b(?! (?:of|that)\b)|"
    r"\bin the (?:`[^`]+` |[a-z]+ )?(?:part|section|example|figure|plot)\b(?! (?:of|where|that)\b)",
    re.IGNORECASE,
)
"""A whole whose parts, and a part whose whole were told of before."""


def _is_a_numeral(words: list[str], at: int) -> bool:
    """`type I`, `converted to angiotensin I`: no auxiliary stands before it, as before `I`."""
    before = words[at - 1] if at else ""
    return before in _NUMBERED or (at > _LATE and before not in closed.FUNCTION_WORDS)


_LATE = 2
_NUMBERED = frozenset("type class phase stage grade level group factor part war world".split())
"""Before the Roman one."""
_SPEAKING = closed.FIRST_OR_SECOND_PERSON - {"you", "your", "us", "our"}
"""Words of the writer; a card may speak to its reader, and of us all."""


def _has_referent(words: list[str], at: int) -> bool:
    """`that` as a conjunction, and a pronoun late enough to refer to the question's own words."""
    word = words[at]
    if word in {"that", "then", "thus", "hence", "here", "former", "latter"}:
        return word == "that"
    if word in {"this", "these", "those", "he", "she", "him", "his", "hers"}:
        return False
    if word in {"itself", "themselves", "himself", "herself"}:
        return at > 1  # whoever it is, it is the subject
    if word in {"others", "another"}:
        return at > 3
    return at >= 4


_VACANT = re.compile(
    r"^(?:as follows|(?:in |by )?the (?:following|usual|normal)(?: [\w-]+)?)$|"
    r"\bin (?:the|a) (?:usual|normal|standard|ordinary|same|following) (?:way|manner|fashion)$|"
    r"^(?:many|several|various|some|a lot of|lots of|different|certain|a number of|other|multiple) "
    r"(?:\w+ )?(?:things?|ways?|factors|reasons|aspects|areas|stuff|purposes|problems|functions|"
    r"types|kinds|forms|cases)\b(?! (?:that|which|such|like|of))",
    re.IGNORECASE,
)
"""Answers that point at something else: `the following function`, `… in the usual way`."""


def _vacant(face: Face) -> Iterator[Flaw]:
    """C4: an answer that says nothing."""
    if face.kind == "qa" and _VACANT.search(face.answer.strip().rstrip(".:")):
        yield Flaw("vacant", "the answer says nothing by itself")


def _symbol(face: Face) -> Iterator[Flaw]:
    """C2: a letter that stands for something, and nothing on the card says for what."""
    if face.kind == "cloze" or not _LONE.search(f"{face.question} {face.answer}"):
        return
    plain = [_WRITTEN.sub("`…`", text) for text in (face.question, face.answer)]
    asked, answered = (words(f"{text} .") for text in plain)
    found = [word.text for word in (*asked, *answered)]
    commanded = len(asked) + 1 if "V" in answered[0].among else -1
    for at, word in enumerate(found):
        bare = found[at - 1].lower() in _NO_NOUNS or at == commanded
        if bare and _LONE.fullmatch(word) and found.count(word) == 1 and found[at + 1] not in _MORE:
            yield Flaw("symbol", f'nothing says what "{word}" is')
            return


_LONE = re.compile(r"(?<![\w'’.*+&/-])[B-HJ-Zb-hj-z](?![\w'’.*+&/-])")
_NO_NOUNS = frozenset("do does did to for by with on".split())
_MORE = frozenset("( ) * + - / = ' ’ ‘".split())


def _yes_no(face: Face) -> Iterator[Flaw]:
    """C6: a question that a word answers; not where the answer says more than yes or no."""
    if face.kind == "qa" and face.answer.strip().lower().rstrip(".") in {"yes", "no", "true"}:
        yield Flaw("yes-no", "the answer is only yes or no")


_MARKUP = re.compile(r"\*\*|\[\[|\]\]|%%|<br|https?://|www\.|\\\w|�", re.IGNORECASE)


_DANGLING_END = re.compile(
    r"\s(?:of|the|an|and|or|who|which|whose|(?:who|what|that|which) (?:is|are|was|were))$"
)
"""Words after which more must come."""


_WRITTEN = re.compile(r"`[^`]*`|\$\$[^$]+\$\$|\$[^$]+\$")
"""Code and formulas, which have brackets and signs of their own."""
_CUT = re.compile(r"[,;:(–—-]\s*\??$")


def _form(face: Face) -> Iterator[Flaw]:
    """C7: brackets, quotes, markup, the closing mark."""
    for name, text in (("question", face.question), ("answer", face.answer)):
        plain = _WRITTEN.sub("", text) if "`" in text or "$" in text else text
        for opening, closing in ("()", "[]", "“”"):
            if plain.count(opening) != plain.count(closing):
                yield Flaw("unbalanced", f"the {name} has an unmatched {opening} or {closing}")
        if plain.count('"') % 2:
            yield Flaw("unbalanced", f"the {name} has an unmatched quote")
        if _MARKUP.search(plain):
            yield Flaw("markup", f"the {name} holds markup or a link")
        if _OPEN_FORMULA.search(plain):
            yield Flaw("cut", f"the {name} holds a part of a formula")
        if face.kind == "qa" and _CUT.search(text.strip()):
            yield Flaw("cut", f"the {name} is cut off")
    if face.kind == "qa" and _DANGLING_END.search(face.answer):
        yield Flaw("cut", "the answer is cut off")
    if face.kind == "qa" and "->" in face.question + face.answer:
        yield Flaw("markup", "an arrow stands for words")


_OPEN_FORMULA = re.compile(r"\$(?=[A-Za-z\\{(|])(?![A-Z][A-Z_]*[A-Z]\b|\{\{)")
"""A dollar sign that no other pairs with; `$5` and `${{c1::5}}` are money, `$PATH` a variable."""


def _double(face: Face) -> Iterator[Flaw]:
    """C3: two questions in one."""
    if face.kind == "cloze" or face.question.count("?") < 2:
        return
    if re.sub(r"`[^`]*`", "", face.question).count("?") > 1:
        yield Flaw("double", "two questions in one")


def _length(face: Face) -> Iterator[Flaw]:
    asked = word_count(shown(face.question))
    if asked > (LONGEST_QUESTION if face.kind == "qa" else 40):
        yield Flaw("long question", f"the question has {asked} words")
    elif asked > LONG_QUESTION and face.kind == "qa":
        yield Flaw("long question", f"the question has {asked} words", "warning")
    if face.kind == "cloze" or "`" in face.answer or "\n" in face.answer:
        return
    answered = word_count(face.answer)
    if answered > LONGEST_ANSWER:
        yield Flaw("long answer", f"the answer has {answered} words")
    elif answered > LONG_ANSWER:
        yield Flaw("long answer", f"the answer has {answered} words", "warning")


_DOES_HAVE = re.compile(r"\b(?:does|do|did)\b.* have \w+ed\b")
_DOES_BE = re.compile(
    r"^(?:why|how|when|where) (?:does|do|did) (?:(?!\b(?:that|which|who|whose|if|as|what|how|where|"
    r"when|because|whether|while|than|and|or|but|so|say|mean|there|you|we|people)\b)[\w'’-]+ )+"
    r"(?:is|are|was|were) ",
    re.IGNORECASE,
)
"""Two verbs, and nothing that opens a second clause."""


def _agreement(face: Face) -> Iterator[Flaw]:
    """C7: `does … generates`, `is … are`."""
    if face.kind == "cloze":
        return
    if " have " in face.question and _DOES_HAVE.search(face.question):
        yield Flaw("agreement", '"does … have …ed"')
    if _DOES_BE.match(face.question):
        yield Flaw("agreement", '"does … is"')
    asked = [word.lower for word in words(face.question)]
    for at, word in enumerate(asked[:3]):
        if word in {"does", "do", "did"}:
            for later in asked[at + 1 : at + 8]:
                forms = lexicon().forms(later)
                if any(form.tag == "Z" and form.usual == "V" for form in forms):
                    yield Flaw("agreement", f'"{word} … {later}"')
                    return
            return


def _cloze(face: Face) -> Iterator[Flaw]:
    """C10: at most four gaps, short ones, most of the text visible."""
    if face.kind != "cloze":
        return
    hidden = _hidden_together(face.question)
    if not hidden:
        yield Flaw("cloze", "a cloze without a gap")
    if len(hidden) > MOST_GAPS:
        yield Flaw("cloze", f"more than {MOST_GAPS} gaps")
    whole = word_count(shown(face.question))
    for gaps in hidden.values():
        sizes = [word_count(gap) for gap in gaps]
        if sum(sizes) > whole * MOST_HIDDEN:
            yield Flaw("cloze", "the gaps hide most of the text")
        for gap, size in zip(gaps, sizes, strict=True):
            if not 0 < size <= LONGEST_GAP:
                yield Flaw("cloze", f"a gap of {size} words")
            elif gap.lower() in closed.FUNCTION_WORDS:
                yield Flaw("cloze", f'a gap on "{gap}"')


def _hidden_together(text: str) -> dict[int, list[str]]:
    """The gaps by number; those of one number are hidden at the same time."""
    hidden: dict[int, list[str]] = {}
    for number, gap in hidden_words(text):
        hidden.setdefault(number, []).append(gap)
    return hidden


_COUNTED = re.compile(rf"^(?:what|which)(?: are)?(?: the)? ({'|'.join(NUMBERS[2:])})\b", re.I)


_SEVERAL = re.compile(r",|; | and | or |[&/\n]", re.IGNORECASE)


def _count(face: Face) -> Iterator[Flaw]:
    """C4: a list as long as the question says."""
    asked = _COUNTED.match(face.question)
    if asked and not _SEVERAL.search(face.answer):
        yield Flaw("count", f"asks for {asked[1].lower()} and gives one")
        return
    items = split_list(face.answer, longest=20) if asked else None
    if asked and items and NUMBERS.index(asked[1].lower()) != len(items):
        yield Flaw("count", f"asks for {asked[1].lower()} and gives {len(items)}", "warning")


_AUTHORS = re.compile(r"\bauthors\b")


def _unanchored(face: Face) -> Iterator[Flaw]:
    """C2: without a context line, a question needs words of its own subject."""
    if face.context:
        return
    if _AUTHORS.search(face.question):
        yield Flaw("unanchored", "nothing says whose authors")
    if face.kind == "cloze" or any(word.is_name for word in words(face.question)):
        return
    if not stems(face.question):
        yield Flaw("unanchored", "nothing says what the question is about")


_AUXILIARIES = closed.BE | closed.HAVE | closed.DO | closed.MODALS
_NO_SUBJECT = frozenset(
    "further furthermore moreover then thus therefore hence however yet so but and or that there's "
    "it's additionally similarly finally overall".split()
)


_VERB_FIRST = (
    r"(?:do|does|did) (?:helps|makes|uses|allows|lets|gives|takes|has|requires|provides) \w"
)


_CUT_BY_COLON = re.compile(
    r"\b(?:why|when|how|where) (?:do|does|did|is|are|was|were|can|has|have|should|must|will) "
    r"[^?`$“\"]*[a-z]: [^?]*\?$",
    re.IGNORECASE,
)
"""`Why does the council have five members: Mara, Ilse …?`"""


def _frame(face: Face) -> Iterator[Flaw]:
    """C7: after the auxiliary stands a subject, not the beginning of another clause."""
    if face.kind == "cloze":
        return
    asked = [word.lower for word in words(face.question)]
    at = next((at for at, word in enumerate(asked[:9]) if word in _AUXILIARIES), None)
    after = asked[at + 1 : at + 4] if at is not None else []
    if not after:
        return
    if _CUT_BY_COLON.search(face.question):
        yield Flaw("frame", "a colon cuts the question in two")
    restarts = after[0] in {"we", "i", "he", "she", "they"} and bool(
        {"now", "also", "then"} & set(after[1:2]) and _AUXILIARIES & set(after[2:])
    )
    verb_first = bool(re.match(_VERB_FIRST, " ".join(asked[at or 0 : (at or 0) + 3])))
    if after[0] in _NO_SUBJECT or restarts or verb_first:
        yield Flaw("frame", f'"{asked[at or 0]} {after[0]}" begins no question')


_CHECKS: tuple[Callable[[Face], Iterator[Flaw]], ...] = (
    _empty,
    leak,
    _pointing,
    _vacant,
    _symbol,
    _yes_no,
    _form,
    _double,
    _length,
    _agreement,
    _frame,
    _cloze,
    gap_leak,
    _count,
    _unanchored,
)
