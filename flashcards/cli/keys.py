"""Single keys from the terminal, without Enter."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

RESIZED = "resized"
"""What `read` gives where the window has another size now."""
QUIT = "\x03"
"""Ctrl-C."""

if sys.platform == "win32":
    import msvcrt

    @contextmanager
    def listening() -> Iterator[None]:
        """Take keys one by one while this lasts."""
        yield

    def read() -> str:
        """The next key; `QUIT` for Ctrl-C and at the end of the input."""
        key = msvcrt.getwch()
        if key in ("\x00", "\xe0"):
            msvcrt.getwch()
            return ""
        return key

else:
    import select
    import signal
    import termios
    import tty

    _pipe: list[int] = []

    @contextmanager
    def listening() -> Iterator[None]:
        """Take keys one by one while this lasts; the terminal is as it was afterwards."""
        handle = sys.stdin.fileno()
        before = termios.tcgetattr(handle)
        _pipe[:] = os.pipe()
        os.set_blocking(_pipe[1], False)
        woken = signal.set_wakeup_fd(_pipe[1], warn_on_full_buffer=False)
        old = signal.signal(signal.SIGWINCH, lambda *_: None)
        try:
            tty.setcbreak(handle)
            yield
        finally:
            termios.tcsetattr(handle, termios.TCSADRAIN, before)
            signal.signal(signal.SIGWINCH, old)
            signal.set_wakeup_fd(woken)
            for end in _pipe:
                os.close(end)
            _pipe.clear()

    def read() -> str:
        """The next key; `QUIT` for Ctrl-C and at the end of the input."""
        handle = sys.stdin.fileno()
        try:
            ready, _, _ = select.select([handle, _pipe[0]], [], [])
            if _pipe[0] in ready:
                signals = os.read(_pipe[0], 64)
                return QUIT if signal.SIGINT in signals else RESIZED
            typed = os.read(handle, 1)
        except KeyboardInterrupt:
            return QUIT
        if typed == b"\x1b":
            _pass_over_sequence(handle)
            return ""
        return typed.decode("ascii", "replace") if typed else QUIT

    def _pass_over_sequence(handle: int) -> None:
        """Take the rest of what an arrow or a function key sends."""
        while select.select([handle], [], [], 0)[0]:
            sign = os.read(handle, 1)
            if not sign or (sign not in b"[O" and 0x40 <= sign[0] <= 0x7E):
                return


@contextmanager
def as_before() -> Iterator[None]:
    """The terminal as other programs expect it, while `listening`."""
    if sys.platform == "win32":
        yield
        return
    handle = sys.stdin.fileno()
    mine = termios.tcgetattr(handle)
    usual = termios.tcgetattr(handle)
    usual[3] |= termios.ECHO | termios.ICANON
    termios.tcsetattr(handle, termios.TCSADRAIN, usual)
    try:
        yield
    finally:
        termios.tcsetattr(handle, termios.TCSADRAIN, mine)
