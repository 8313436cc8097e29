"""Fetch the pictures on the web that cards show, once, so that they ship with the packages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from http.client import HTTPException
from mimetypes import guess_extension
from urllib.error import URLError
from urllib.request import Request, urlopen

from flashcards.cli.screen import say
from flashcards.media import ENDINGS, is_remote
from flashcards.model import Card, Media
from flashcards.problems import Problem, Refused
from flashcards.vault import MOST, fetched_path
from flashcards.workspace import Workspace

PATIENCE = 20
"""Seconds that a server may be silent."""

_ENDINGS = {"image/jpeg": ".jpg", "audio/mpeg": ".mp3", "image/webp": ".webp", "audio/ogg": ".ogg"}
"""Where systems disagree about the ending of a kind of file."""


@dataclass(frozen=True, slots=True)
class _Unusable(Exception):
    """Why an answer of the web is none that a card can show."""

    reason: str


def fetch(workspace: Workspace, cards: Iterable[Card]) -> list[Problem]:
    """Write what cards show from the web into the workspace, as far as it is not there; a problem
    for each that does not come."""
    wanted = {
        one.media.address: one.media
        for card in cards
        for one in card.media
        if is_remote(one.media.address) and not one.name
    }
    return [problem for media in wanted.values() for problem in _fetch(workspace, media)]


def _fetch(workspace: Workspace, media: Media) -> list[Problem]:
    say(f"fetching {media.address}")
    try:
        ending, data = _answer(media.address)
        workspace.write(fetched_path(media.address, ending), data)
    except _Unusable as error:
        reason = error.reason
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = str(getattr(error, "reason", "") or error)
    except Refused as refused:
        return list(refused.problems)
    else:
        return []
    hint = "it stays a link; the next build --fetch tries again"
    message = f"{media.address} was not fetched: {reason}"
    return [Problem(message, media.span, hint, "warning")]


def _answer(address: str) -> tuple[str, bytes]:
    """The ending and the bytes of what is at an address."""
    request = Request(address, headers={"User-Agent": "flashcards"})
    with urlopen(request, timeout=PATIENCE) as answer:
        kind = answer.headers.get_content_type()
        ending = _ENDINGS.get(kind) or guess_extension(kind) or ""
        if ending not in ENDINGS:
            raise _Unusable(f"it is {kind}, no picture, sound or video")
        data: bytes = answer.read(MOST + 1)
        announced = answer.headers.get("Content-Length")
    if len(data) > MOST:
        raise _Unusable("it is larger than 100 MB")
    if announced not in (None, str(len(data))):
        raise _Unusable("it broke off")
    return ending, data
