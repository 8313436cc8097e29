"""Ask what a line without a subject tells of the one thing above it: what is done to it, what it
does, what it is tied to, how much of it there is.

## Bile
- Produced in the liver
Q: Where is bile produced?
A: In the liver

## Bile
- Used to digest fats
Q: What is bile used for?
A: To digest fats

## Aspirin
- First synthesised by Felix Hoffmann in 1897
Q: Who first synthesised aspirin?
A: Felix Hoffmann
Q: When was aspirin first synthesised?
A: In 1897

## Scurvy
- Caused by a lack of vitamin C
Q: What is scurvy caused by?
A: A lack of vitamin C

## Peace of Westphalia
- Signed in 1648
Q: When was the Peace of Westphalia signed?
A: In 1648

## Sodium
- Soft, silvery metal
- Inhibits growth irreversibly
- Not recommended for children
Q: What kind of metal is sodium?
A: Soft, silvery metal
Q: What does sodium irreversibly inhibit?
A: Growth
Q: What is sodium not recommended for?
A: Children

## Osmosis
- Movement of water to the saltier side
- Does not require energy
Q: What is osmosis?
A: Movement of water to the saltier side
Q: What does osmosis not require?
A: Energy

## Ada Croft
- Born in Leeds
- She discovered two comets
- Her real name was Adelaide
Q: Where was Ada Croft born?
A: In Leeds
Q: What was the real name of Ada Croft?
A: Adelaide

## Great Fire of London
- It began in a bakery
- It ended in September 1666
Q: Where did the Great Fire of London begin?
A: In a bakery
Q: When did the Great Fire of London end?
A: In September 1666

## Buildings
- White Tower: commissioned by William I
Q: Who commissioned the White Tower?
A: William I

## Enzymes
- Amylase
- Secreted by the salivary glands
no card

## Causes of the war
- Triggered by a murder
no card

## Aspirin
- Inhibits COX-1 and COX-2
Q: What two things does aspirin inhibit?
A: COX-1 and COX-2

## Peace of Westphalia
- Ended the Thirty Years' War
Q: What did the Peace of Westphalia end?
A: The Thirty Years' War

## Red blood cells
- Lack a nucleus
Q: What do red blood cells lack?
A: A nucleus

## Sodium
- Reacts violently with water
Q: What does sodium react violently with?
A: Water

## Berlin Wall
- Fell on 9 November 1989
Q: When did the Berlin Wall fall?
A: On 9 November 1989

## Database tuning
- Use indexes
no card

## Causes of the war
- Weakened the empire
no card

## Ribosome
- Site of protein synthesis
Q: What is the ribosome the site of?
A: Protein synthesis

## Gout
- Most common in men over 40
- Due to urate crystals
- Worse at night
Q: In whom is gout most common?
A: Men over 40
Q: What is gout due to?
A: Urate crystals
Q: When is gout worse?
A: At night

## Treatment
- Good for most patients
no card

## Gelatin
- More prone to mould
no card

## Naples
- A great place for pizza
no card

## Insulin
- Half-life of about 5 minutes
- 51 amino acids
Q: What is the half-life of insulin?
A: About 5 minutes
Q: How many amino acids does insulin have?
A: 51

## Berlin Wall
- 155 km long
Q: How long is the Berlin Wall?
A: 155 km

## Results
- 3 samples
no card
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from flashcards import lazy_re as re
from flashcards.english.lists import split_list
from flashcards.english.sentences import sentences
from flashcards.english.tokens import tokens
from flashcards.model import Reading
from flashcards.passages.above import Thing, labelled
from flashcards.passages.passage import Passage
from flashcards.rules.about_it import being, doing, done, measures

SCOPE = "bullet"
NEEDS_THING = True

Reader = Callable[[Passage, Thing], Iterator[Reading]]
_READERS = (done.read, doing.read, being.read, measures.read)
"""By what a line opens with: of a participle, a verb, an adjective or noun, a number."""
_STATED = re.compile(
    r"(?:it|they|he|she) (?:(?P<be>is|are|was|were) )?(?P<rest>.+)$", re.IGNORECASE | re.DOTALL
)
_OWNED = re.compile(
    r"(?:its|their|his|her) (?P<what>[a-z][a-z -]{2,40}?) (?P<be>is|are|was|were) (?P<rest>.+)$",
    re.IGNORECASE,
)


_COMPARES = re.compile(r"(?:more|less|fewer|better|rather) (?!than\b)", re.IGNORECASE)
"""`More prone to error`: than what, stands elsewhere."""


def read(passage: Passage) -> Iterator[Reading]:
    named = labelled(passage)
    if named:
        said = _alone(named[1])
        if said:
            yield from done.read(passage.saying(said), named[0])
        return
    thing = passage.thing
    if thing is None or ": " in passage.text or _COMPARES.match(passage.text):
        return
    text = passage.text.strip().rstrip(".")
    owned, stated = _OWNED.match(text), _STATED.match(text)
    if owned:
        yield from being.read_owned(owned, thing)
    elif stated and stated["be"]:
        told = replace(thing, past=stated["be"].lower() in {"was", "were"})
        yield from _first(passage.saying(stated["rest"]), told, done.read, being.read)
    elif stated:
        yield from doing.read_statement(text, thing)
    else:
        yield from _first(passage, thing, *_READERS)


def _alone(said: str) -> str:
    """What is done to a thing, without what else it does; empty where there is a list of more."""
    first, _, rest = said.rstrip(".").partition(", ")
    if rest and tokens(rest)[0].may("Z"):
        return first
    listed = not rest or split_list(said) is not None
    return said if listed and len(sentences(said)) == 1 else ""


def _first(passage: Passage, thing: Thing, *readers: Reader) -> Iterator[Reading]:
    """What the first of the readers makes that makes anything."""
    for reader in readers:
        found = tuple(reader(passage, thing))
        if found:
            yield from found
            return
