"""Standard output and standard error of the command line, which may be full, closed, or read by nobody any more.

An answer that cannot be written is an error; a message that cannot be shown ends no work. Only the standard library.
"""

import contextlib
import io
import json
import math
import os
import sys
from collections.abc import Iterator
from typing import Any, TextIO


class OutputError(Exception):
    """Standard output cannot be written. The text is one line."""


class Messages(io.TextIOBase):
    """Standard error as far as it takes anything: a progress bar on a full disk must not end a training."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write what can be written."""
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Write it now."""
        with contextlib.suppress(OSError, ValueError):
            self._stream.flush()

    def isatty(self) -> bool:
        """Whether a person sees it at once."""
        return self._stream.isatty()

    def fileno(self) -> int:
        """The system's number of it."""
        return self._stream.fileno()


@contextlib.contextmanager
def usable() -> Iterator[None]:
    """While it lasts, `sys.stdout` and `sys.stderr` are there and show any file's name; then what was there is back."""
    before = sys.stdout, sys.stderr
    if sys.stdout is None:
        sys.stdout = _instead_of_closed(1, os.O_RDONLY)  # each attempt to write is an error
    if sys.stderr is None:
        sys.stderr = _instead_of_closed(2, os.O_WRONLY)
    streams: tuple[Any, ...] = sys.stdout, sys.stderr
    for stream in streams:  # a file's name may hold what the terminal cannot show
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")
    messages = sys.stderr
    sys.stderr = Messages(messages)
    try:
        yield
    finally:
        try:
            messages.flush()
        except (OSError, ValueError):
            _forget(messages)
        sys.stdout, sys.stderr = before


def _instead_of_closed(number: int, flags: int) -> TextIO:
    """A stream at the system's `number`, which a file that is opened later would get otherwise."""
    opened = os.open(os.devnull, flags)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)
    return open(number, "w", encoding="utf-8", closefd=False)


def say(text: str = "", end: str = "\n", flush: bool = False) -> None:
    """Print `text` to standard output.

    Raises:
        OutputError: that cannot be done.
        BrokenPipeError: whoever read it has seen enough, as in `… | head`.
    """
    try:
        print(text, end=end, flush=flush)
    except BrokenPipeError:
        _forget(sys.stdout)
        raise
    except (OSError, ValueError) as error:
        _forget(sys.stdout)
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise OutputError(f"Standard output cannot be written: {reason}.") from error


def json_line(said: dict[str, Any]) -> str:
    """`said` as one line of JSON; numbers that JSON does not have (NaN, infinities) are null.

    A network whose numbers are too large gives such ones, and `json` would write words that few programs can read.
    """
    return json.dumps(_finite(said), allow_nan=False)


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    return [_finite(each) for each in value] if isinstance(value, list | tuple) else value


def _forget(stream: TextIO) -> None:
    """Let what `stream` still holds go nowhere; Python would try to write it at its end."""
    with contextlib.suppress(OSError, ValueError):
        number = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)
