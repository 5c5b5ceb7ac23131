"""Reading and writing files safely, and the one error that a person gets to see for bad input."""

import os
import stat
import tempfile
from pathlib import Path

LONGEST = 600  # characters of a sentence


class InputError(ValueError):
    """Something given from outside cannot be used. The text is one line: what is wrong and what to do.

    `template` and `values` are kept apart, so that a window can say the same in another language: `template` is a
    plain literal with `{0}`, `{1}`… for the values, which may be errors themselves.
    """

    def __init__(self, template: str, *values: object) -> None:
        super().__init__(one_line(template, values))
        self.template, self.values = template, values


def one_line(template: str, values: tuple[object, ...]) -> str:
    """The sentence; a damaged file may bring line breaks into what is quoted from it, or a megabyte."""
    line = " ".join((template.format(*values) if values else template).splitlines())
    return line if len(line) <= LONGEST else f"{line[: LONGEST // 2]} … {line[-LONGEST // 2 :]}"


def write_atomically(path: Path, content: bytes) -> None:
    """Put `content` at `path` so that the old file stays whole until the new one is complete on disk.

    A temporary file beside it is written, flushed to the disk, measured and only then moved into place.

    Raises:
        InputError: the folder cannot be written, or the disk is full; what was at `path` is untouched.
    """
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if os.path.getsize(temporary) != len(content):
            raise InputError("Cannot write {0}: it came out shorter than it should; is the disk full?", path)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
        temporary = None
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError("Cannot write {0}: {1}. Choose another folder or free some space.", path, reason) from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def check_writable(path: Path) -> None:
    """Find out before long work whether its result can be written to `path`; the folder is made if need be.

    Raises:
        InputError: it cannot.
    """
    if path.is_dir():
        raise InputError("{0} is a folder; name a file in it.", path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=path.parent).close()
    except OSError as error:
        raise InputError("Cannot write {0}: {1}. Choose another folder.", path, error.strerror or error) from error


def read_bounded(path: Path, limit: int) -> bytes:
    """Return the bytes of `path`, refusing anything above `limit` bytes before reading it.

    Only ordinary files are read, or links to them: opening a pipe would wait for whoever writes into it.

    Raises:
        InputError: there is no such file, it is no file, it cannot be read, or it is larger than `limit`.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError("Cannot read {0}: it is a folder.", path)
        if not stat.S_ISREG(mode):
            raise InputError("Cannot read {0}: it is no ordinary file.", path)
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise InputError("Cannot read {0}: {1}.", path, error.strerror or error) from error
    if len(content) > limit:
        raise InputError("{0} is larger than {1:,} bytes; it is not a file ConvPad can use.", path, limit)
    return content
