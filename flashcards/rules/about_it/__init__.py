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

from collections.abc import Iterator

from flashcards.model import Reading
from flashcards.passages.above import thing_above
from flashcards.passages.passage import Passage
from flashcards.rules.about_it import being, doing, done, measures

SCOPE = "bullet"
NEEDS_THING = True

_READERS = (done.read, doing.read, being.read, measures.read)
"""By what a line opens with: of a participle, a verb, an adjective or noun, a number."""


def read(passage: Passage) -> Iterator[Reading]:
    thing = thing_above(passage)
    if thing is None:
        return
    for reader in _READERS:
        found = tuple(reader(passage, thing))
        if found:
            yield from found
            return
