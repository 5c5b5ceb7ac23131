"""Reading and writing files safely, and the one error that a person gets to see for bad input."""

import os
import stat
import tempfile
from pathlib import Path

LONGEST = 600  # characters of a sentence


class InputError(ValueError):
    """Something given from outside cannot be used. The text is one line: what is wrong and what to do."""

    def __init__(self, text: str) -> None:
        text = " ".join(text.splitlines())  # a damaged file may bring line breaks into what is quoted,
        if len(text) > LONGEST:  # or a megabyte
            text = f"{text[: LONGEST // 2]} … {text[-LONGEST // 2 :]}"
        super().__init__(text)


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
            raise OSError("the file came out shorter than it should")
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
        temporary = None
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"Cannot write {path}: {reason}. Choose another folder or free some space.") from error
    finally:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)


def check_writable(path: Path) -> None:
    """Find out before long work whether its result can be written to `path`; the folder is made if need be.

    Raises:
        InputError: it cannot.
    """
    if path.is_dir():
        raise InputError(f"{path} is a folder; name a file in it.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=path.parent).close()
    except OSError as error:
        raise InputError(f"Cannot write {path}: {error.strerror or error}. Choose another folder.") from error


def read_bounded(path: Path, limit: int) -> bytes:
    """Return the bytes of `path`, refusing anything above `limit` bytes before reading it.

    Only ordinary files are read, or links to them: opening a pipe would wait for whoever writes into it.

    Raises:
        InputError: there is no such file, it is no file, it cannot be read, or it is larger than `limit`.
    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise InputError(f"Cannot read {path}: it is {'a folder' if stat.S_ISDIR(mode) else 'no ordinary file'}.")
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        raise InputError(f"Cannot read {path}: {error.strerror or error}.") from error
    if len(content) > limit:
        raise InputError(f"{path} is larger than {limit:,} bytes; it is not a file ConvPad can use.")
    return content
