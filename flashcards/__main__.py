"""The `flashcards` command."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress


def main() -> None:
    """Run the command line; the version alone is printed without loading the rest."""
    if sys.argv[1:] == ["--version"]:
        from flashcards import __version__

        with suppress(OSError):  # told by the command line, which knows how
            print(f"flashcards {__version__}", flush=True)
            return
    gc.disable()  # imports drop nothing; the run sets its own pace
    from flashcards.cli import run

    run()


if __name__ == "__main__":
    main()
