"""genanki, loaded without asyncio.

Its `cached_property`, from PyPI, loads asyncio for coroutines, which nobody has here, and takes
half of the import; the standard library's namesake stands in while genanki is loaded.
"""

from __future__ import annotations

import functools
import sys
from types import ModuleType
from typing import Any

_NAME = "cached_property"


def _loaded() -> Any:
    known = sys.modules.get(_NAME)
    stand_in: Any = ModuleType(_NAME)
    stand_in.cached_property = functools.cached_property
    sys.modules[_NAME] = known or stand_in
    try:
        import genanki
    finally:
        if known is None:
            del sys.modules[_NAME]
    return genanki


genanki = _loaded()
