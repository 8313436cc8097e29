"""Whether a text is English."""

from __future__ import annotations

from functools import lru_cache

from flashcards.english import closed
from flashcards.english.tagging import is_common_word
from flashcards.english.words import word_of, words

_ENGLISH = closed.FUNCTION_WORDS - frozenset("a i in me no so die as an des de la he was".split())
_EITHER = closed.FUNCTION_WORDS | frozenset("die des den del was tag son".split())
_FOREIGN = (
    frozenset(
        "el la los las de del que en un una es por para con se su como más y o si pero sus al lo "
        "der die das und ist von mit für auf ein eine einer eines den dem des nicht auch wird "
        "werden sind oder bei im zu zur zum als wenn kann man durch nach aus über le les des est "
        "et une dans pour qui sur pas avec sont ou du au aux il elle nous vous ce cette il lo gli "
        "di che è e per non con una sono della nel het een van niet te op zijn w z i na się jest "
        "do nie że to są o os as um uma não em com mais ao na no dos das och att det som en på är "
        "av för og er til af på det".split()
    )
    - _EITHER
)


def english_score(*texts: str) -> float:
    """Between 0 (foreign) and 1 (English); 0.5 where the texts say nothing either way."""
    native = foreign = 0.0
    for text in texts:
        for word in words(text):
            for_it, against = _votes(word.text)
            native += for_it
            foreign += against
    total = native + foreign
    return 0.5 if total < 1 else native / total


@lru_cache(maxsize=65536)
def _votes(text: str) -> tuple[float, float]:
    """What a word says for English, and against it."""
    token = word_of(text)
    if token.kind != "word":
        return 0, 0
    word = token.lower
    if word in _ENGLISH:
        return 1, 0
    if len(text) == 1 and text.isupper():
        return 0, 0  # the O of O(n)
    if word in _FOREIGN or any(ord(letter) > 0x24F for letter in word):
        return 0, 1
    if any(letter in "äöüßéèáíóúñçàâêîôûãõåæøœąęłśżźćń" for letter in word):
        return 0, 0.5
    return (0.5, 0) if len(word) > 3 and is_common_word(word) else (0, 0)


def is_english(text: str, surroundings: float = 1.0) -> bool:
    """Whether a text reads as English; a short one is judged by its surroundings' score."""
    score = english_score(text)
    if len(words(text)) < 6 or score == 0.5:
        return (score + surroundings) / 2 >= 0.5 and surroundings >= 0.5
    return score >= 0.6
