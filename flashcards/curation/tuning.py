"""The texts of an entry, laid over the card that they are for."""

from __future__ import annotations

from dataclasses import replace

from flashcards.curation.entries import Tune, Written
from flashcards.curation.stale import asks
from flashcards.identity.gaps import gaps
from flashcards.model import Card, Kind
from flashcards.problems import Problem


def filled(card: Card, entry: Written, context: str = "") -> Card:
    """The card with an entry's texts, and with none but those and the context."""
    texts, kind = entry.texts, entry.kind or card.kind
    asked = texts["text"] if kind == "cloze" else texts["question"]
    made = replace(
        card,
        kind=kind,
        question=asked,
        answer=hidden(asked) if kind == "cloze" else texts["answer"],
        context=texts.get("context", context),
        extra=texts.get("extra", ""),
        hint=texts.get("hint", ""),
    )
    return replace(made, by_hand=_by_hand(made, card))


def _by_hand(card: Card, draft: Card) -> frozenset[str]:
    """The fields whose texts are not the draft's. A pin repeats those, and the notes' plain
    text must not turn into Markdown by that."""
    changed = (
        field
        for field in ("question", "answer", "context", "extra", "hint")
        if getattr(card, field) != getattr(draft, field)
    )
    return draft.by_hand | frozenset(changed)


def hidden(text: str) -> str:
    """The answer of a cloze: its hidden words."""
    return "; ".join(gaps(text).values())


def tuned(draft: Card, tune: Tune) -> Card | Problem:
    """The draft in a tune's words, or what does not fit.

    What the tune leaves open comes from the draft, as long as that asks what it asked when the
    tune was made. Else it comes from the draft of then: a question of the owner's and an answer to
    another one make no card.
    """
    kind = _kind(draft, tune)
    misfit = _misfit(tune, kind)
    if misfit:
        return misfit
    asked = tune.texts.get("text" if kind == "cloze" else "question", _asked(draft, tune, kind))
    answer = hidden(asked or "") if kind == "cloze" else _answer(draft, tune)
    if asked is None or answer is None:
        missing = "question" if asked is None else "answer"
        hint = f"the draft is of another kind, so the tune must say {missing}: too"
        return Problem(f"this card would have no {missing}", tune.span, hint)
    made = replace(
        draft,
        kind=kind,
        question=asked,
        answer=answer,
        context=tune.texts.get("context", draft.context),
        extra=tune.texts.get("extra", draft.extra),
        hint=tune.texts.get("hint", draft.hint),
        tags=_tags(draft.tags, tune),
        curated=draft.curated if draft.curated in ("added", "split") else "tuned",
    )
    return replace(made, by_hand=_by_hand(made, draft))


def _kind(draft: Card, tune: Tune) -> Kind:
    if tune.kind:
        return tune.kind
    return (tune.was.kind if tune.was else None) or draft.kind


def _misfit(tune: Tune, kind: Kind) -> Problem | None:
    if kind == "qa" and "text" in tune.texts:
        hint = "kind: cloze makes it one; its history in Anki begins again then"
        return Problem("this card is no cloze", tune.where("text"), hint)
    wrong = [key for key in ("question", "answer") if key in tune.texts]
    if kind == "cloze" and wrong:
        hint = "text: holds all of it; or kind: qa, but then its history in Anki begins again"
        return Problem("this card is a cloze", tune.where(wrong[0]), hint)
    return None


def _asked(draft: Card, tune: Tune, kind: Kind) -> str | None:
    if draft.kind == kind and _same(draft, tune):
        return draft.question
    return tune.was.asked if tune.was and tune.was.kind in (None, kind) else None


def _answer(draft: Card, tune: Tune) -> str | None:
    if "answer" in tune.texts:
        return tune.texts["answer"]
    if tune.was and tune.was.answer is not None and not _same(draft, tune):
        return tune.was.answer
    return draft.answer if draft.kind == "qa" else None


def _same(draft: Card, tune: Tune) -> bool:
    return tune.was is None or asks(tune.was, draft)


def _tags(tags: tuple[str, ...], tune: Tune) -> tuple[str, ...]:
    kept = [tag for tag in tags if tag not in tune.less_tags]
    return tuple(dict.fromkeys([*kept, *tune.more_tags]))
