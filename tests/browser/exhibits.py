"""A workspace with a card of each kind, as a learner's Anki shows it."""

from __future__ import annotations

import struct
import subprocess
import sys
import zlib
from pathlib import Path

from learner import INSTALLED, started
from reviewer import Shown, cards_of

NOTES = f"""# Physics

## Light: what we see

- Photon :: a quantum of light, $E = h \\nu < 1$
- Prism :: what parts {"white-and-any-other-" * 8}light
- The {{{{c1::retina}}}} turns light into {{{{c2::signals}}}}
- $$\\int_0^1 x \\, dx$$ is {{{{c1::$\\frac{{1}}{{2}}$}}}}
- Rayleigh's law: $I = {{{{c1::I_0}}}} \\frac{{1 + \\cos^2 \\theta}}{{{{{{c2::2 R^2}}}}}}$
- Burning methane :: $\\ce{{CH4 + 2 O2 -> CO2 + 2 H2O}}$
- Maxwell's first law :: $$\\oint_S \\mathbf{{E}} \\cdot d\\mathbf{{A}} =
  \\frac{{1}}{{\\varepsilon_0}} \\iiint_V \\rho \\, dV =
  \\frac{{Q_1 + Q_2 + Q_3 + Q_4 + Q_5}}{{\\varepsilon_0}}$$
- Three colours of a screen
    - red
    - green
    - blue
- Which lens is this ![a lens|200](pics/lens.png)? :: a convex one
- Mirror :: glass that throws light back ![[mirror.png]]
- Click :: what a shutter does ![](click.mp3)
- Spectrum :: see ![a spectrum](https://pics.example/spectrum.png)
- עין :: האיבר שבו רואים, למשל $E = mc^2$
- عدسة :: قطعة زجاج تكسر الضوء
- 光の三原色 :: 赤と緑と青、$c = \\lambda \\nu$ である
- 光 :: 一种能被眼睛看见的电磁波，波长约为 400 到 700 纳米
- Hostile :: <script>hacked = 1</script> <b onclick="hacked = 1">words</b> and List<int>
  [a link](javascript:hacked=1) <img src=x.png onerror="hacked = 1"> {{{{Answer}}}} [sound:x.mp3]

To list the lenses of a camera:
```python
for lens in camera.lenses:
    print(lens.name, lens.focal_length)
```
"""
LINES = "".join(
    f"      {number}. Light of colour {number} is bent by a prism, more than the last\n"
    for number in range(1, 41)
)
CURATION = f"""add:
  loop:
    question: How do you count to ten?
    hint: a range
    extra: "`range` stops before its **end**, see [the manual](https://docs.example/range)"
    answer: |
      1. Make a range
      2. Go through it

      ```python
      for number in range(1, 11):  # a comment that is wider than any telephone is, by far
          print("number", number + 0, None)
      ```
  table:
    question: Which colours are which?
    answer: |
      | colour | wave length | energy | seen by | since |
      |---|--:|---|---|---|
      | red-and-infrared | 700-nanometres | little-energy | snakes-and-people | 1800-or-so |
      | violet | 400 | much | bees | 1801 |
  long:
    question: What did Newton write about light?
    answer: |
{LINES}
  hostile:
    question: >-
      What does <script>hacked = 1</script> <b onclick="hacked=1">this</b> <svg onload=hacked=1>?
    answer: |
      <img src=x.png onerror="hacked=1" style="background:url(https://track.example/1.gif)">
      <a href="javascript:hacked=1">a</a> [b](javascript:hacked=1) <iframe src="https://a.example">
      ![c](https://track.example/2.gif) <img src="https://track.example/3.gif">
      <style>@import "https://track.example/4.css";</style> $\\href{{javascript:hacked=1}}{{x}}$
  words:
    question: "*Which* word is ==it==, `a::b` or ~~that~~ <u>this</u>?"
    answer: |
      > None of **them**

      - one
      - two
        - below two
"""


def png(width: int, height: int) -> bytes:
    """A picture: a blue disc on white."""
    rows = []
    for y in range(height):
        inside = [(2 * x / width - 1) ** 2 + (2 * y / height - 1) ** 2 < 0.8 for x in range(width)]
        rows.append(b"\0" + b"".join(b"\x2f\x6f\xb5" if one else b"\xff" * 3 for one in inside))
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"".join(rows))),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def exhibited(folder: Path) -> tuple[list[Shown], Path]:
    """The cards, and the media folder of the collection that they were imported into."""
    files = {
        "notes/physics.md": NOTES.encode(),
        "notes/pics/lens.png": png(400, 300),
        "notes/mirror.png": png(1600, 2400),
        "notes/click.mp3": b"ID3",
        "decks/physics.yaml": CURATION.encode(),
    }
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    subprocess.run([sys.executable, "-m", "flashcards", "build", "-q", "-C", folder], check=True)
    anki = started(INSTALLED, folder)
    anki.open(path=str(folder / "collection.anki2"))
    anki.load(path=str(folder / "decks/physics.apkg"))
    cards = cards_of(anki)
    anki.end()
    return cards, folder / "collection.media"
