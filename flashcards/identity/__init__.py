"""Identity: which card of the last build each draft is, so that its history in Anki goes on.

Bullets are matched first, then the cards of matched bullets. The rule that phrased a draft is no
part of it, so that better rules keep old history.
"""

from flashcards.identity.corrections import same, split
from flashcards.identity.identify import Fate, Identified, Known, identify
from flashcards.identity.spots import Spot, spots_of

__all__ = ["Fate", "Identified", "Known", "Spot", "identify", "same", "split", "spots_of"]
