"""Values of the command line, taken as they are where nothing has to be checked.

typer checks each value by a model that pydantic makes of its type, and loads pydantic for it, which
takes longer than all that a small run does.
"""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Any

from typer.core import TyperCommand, TyperGroup

_SKIPPED = object()


class Command(TyperCommand):
    """A command that takes plain values plainly."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        _take_plainly(self.get_params(ctx))
        return super().parse_args(ctx, args)


class Group(TyperGroup):
    """The command above all, which does so as well."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        _take_plainly(self.get_params(ctx))
        return super().parse_args(ctx, args)


def _take_plainly(params: list[Any]) -> None:
    """Stand before typer's own check, which is made when it is first needed. An earlier typer has
    none, and loads no pydantic."""
    for param in params:
        if getattr(param, "_runtime_param", _SKIPPED) is None:
            param._runtime_param = _Check(param.type_descriptor)


class _Check:
    def __init__(self, descriptor: Any) -> None:
        self._descriptor = descriptor
        self._kind = descriptor.annotation

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value as its command gets it; typer's own check where that is not plain."""
        found = _plain(value, self._kind)
        if found is not _SKIPPED and not param.multiple:
            return found
        if value is None:
            return ()
        from typer._coercion import build_runtime_param

        return build_runtime_param(self._descriptor).coerce(value, param=param, ctx=ctx)


def _plain(value: Any, kind: Any) -> Any:
    if value is None or kind is str:
        return value
    if isinstance(value, str) and kind is Path:
        return Path(value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next((one for one in kind if value in (one, one.value)), _SKIPPED)
    return _SKIPPED
