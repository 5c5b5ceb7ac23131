"""Reading and writing files safely, and the one error that a person gets to see for bad input."""

import contextlib
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
        InputError: the folder cannot be written, the disk is full, or `path` is no ordinary file; what was at `path` is
            untouched.
    """
    temporary: str | None = None
    try:
        _check_replaceable(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = _temporary(path)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if os.path.getsize(temporary) != len(content):
            raise InputError("Cannot write {0}: it came out shorter than it should; is the disk full?", path)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
        temporary = None
    except InputError:
        raise
    except (OSError, ValueError) as error:
        raise InputError(
            "Cannot write {0}: {1}. Choose another folder or free some space.", path, why(error)
        ) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):  # the folder itself may be gone
                os.unlink(temporary)


def check_writable(path: Path, size: int = 0) -> None:
    """Find out before long work whether a result of `size` bytes can be written to `path`; its folder is made.

    Raises:
        InputError: it cannot.
    """
    try:
        _check_replaceable(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = _temporary(path)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(bytes(size))
                file.flush()
                os.fsync(file.fileno())
        finally:
            os.unlink(temporary)
    except InputError:
        raise
    except (OSError, ValueError) as error:
        raise InputError("Cannot write {0}: {1}. Choose another folder.", path, why(error)) from error


def _check_replaceable(path: Path) -> None:
    """Raise InputError unless nothing or an ordinary file is at `path`, OSError where its name cannot be."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise InputError("{0} is a folder; name a file in it.", path)
    if not stat.S_ISREG(mode):
        raise InputError("Cannot write {0}: it is no ordinary file. Choose another name.", path)
    if _is_mounted(path):
        raise InputError("Cannot write {0}: it is mounted and cannot be replaced. Choose another name.", path)


def _is_mounted(path: Path) -> bool:
    """Whether another file is mounted at `path`, as containers do: it cannot be replaced, only written over."""
    if os.path.ismount(path):
        return True
    place = os.fsencode(os.path.realpath(path)).replace(b"\\", b"\\134").replace(b" ", b"\\040")
    with contextlib.suppress(OSError):  # Linux lists them (proc(5)); from the same disk they are not told otherwise
        mounts = Path("/proc/self/mountinfo").read_bytes().splitlines()
        return any(line.split(b" ")[4] == place for line in mounts)
    return False


def _temporary(path: Path) -> tuple[int, str]:
    """Handle and path of a new file beside `path`. Only the start of the name is repeated: names have a longest."""
    return tempfile.mkstemp(dir=path.parent, prefix=temporary_prefix(path), suffix=".part")


def temporary_prefix(path: Path) -> str:
    """How the names of temporary files for `path` begin, which a program that was killed leaves behind."""
    return f".{path.name[:40]}."


def why(error: Exception) -> str:
    """The system's reason in its own words, without numbers and paths."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__


def ordinary_size(path: Path) -> int:
    """The bytes that the file `path` has; only ordinary files and links to them have some.

    Asked before anything is opened: opening a pipe would wait for whoever writes into it, and a device has no end.

    Raises:
        InputError: there is no such file, or it is a folder, a pipe, a device…
    """
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise InputError("Cannot read {0}: {1}.", path, why(error)) from error
    if stat.S_ISDIR(status.st_mode):
        raise InputError("Cannot read {0}: it is a folder.", path)
    if not stat.S_ISREG(status.st_mode):
        raise InputError("Cannot read {0}: it is no ordinary file.", path)
    return status.st_size


def free_or_ordinary(path: Path, limit: int) -> bool:
    """Whether others, like Qt, may open `path`: nothing is there, or an ordinary file of at most `limit` bytes."""
    try:
        return ordinary_size(path) <= limit
    except InputError as error:
        return isinstance(error.__cause__, FileNotFoundError) and not path.is_symlink()


def read_bounded(path: Path, limit: int) -> bytes:
    """Return the bytes of `path`, refusing anything above `limit` bytes before reading it.

    Raises:
        InputError: there is no such file, it is no file, it cannot be read, or it is larger than `limit`.
    """
    size = ordinary_size(path)
    content = b"" if size > limit else read_start(path, limit + 1)  # it may have grown meanwhile
    if max(size, len(content)) > limit:
        raise InputError("{0} is larger than {1:,} bytes; it is not a file ConvPad can use.", path, limit)
    return content


def read_start(path: Path, count: int) -> bytes:
    """Return the first bytes of `path`, `count` at most.

    Raises:
        InputError: there is no such file, it is no file, or it cannot be read.
    """
    size = ordinary_size(path)
    try:
        with path.open("rb") as file:
            # as much as is asked for is allocated at once, however small the file
            return file.read(min(size + 1, count))
    except OSError as error:
        raise InputError("Cannot read {0}: {1}.", path, why(error)) from error
