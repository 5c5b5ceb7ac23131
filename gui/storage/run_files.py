"""Where unfinished runs lie on disk, one file each, and the locks that keep two windows apart."""

import contextlib
import os
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QLockFile, QObject, Signal

from gui.storage.paths import data_folder
from model.files import InputError, free_or_ordinary, temporary_prefix
from model.train.run_header import RunHeader, read_header

MAX_LOCK = 65_536  # bytes; Qt writes a process, a host and a name into it, and reads what is there as a whole


class RunFile:
    """The file of one run. While it is claimed no other window offers, resumes or overwrites it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = QLockFile(str(path.with_suffix(".lock")))
        self._lock.setStaleLockTime(0)  # age says nothing, runs are long; a dead owner is found out all the same

    def claim(self) -> bool:
        """Take it for this window; False if another has it, or if the folder cannot be written."""
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
        return free_or_ordinary(Path(self._lock.fileName()), MAX_LOCK) and self._lock.tryLock(0)

    def release(self) -> None:
        """Leave it to whoever comes next."""
        self._lock.unlock()

    def remove(self) -> None:
        """The run is over: nothing of it is needed any more."""
        for path in (self.path, *self.path.parent.glob(f"{temporary_prefix(self.path)}*.part")):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        self.release()


def new() -> RunFile | None:
    """A claimed file for a run that begins; None where nothing can be written."""
    made = RunFile(_folder() / f"{uuid4().hex}.run")
    return made if made.claim() else None


def unfinished() -> tuple[RunFile, RunHeader] | None:
    """The newest run that something broke off, claimed, and what it says of itself. Remains of others are tidied up."""
    found: list[tuple[float, RunFile, RunHeader]] = []
    names: set[str] = set()
    with contextlib.suppress(OSError):  # a folder that cannot be read has nothing to offer
        names = {path.name.lstrip(".").partition(".")[0] for path in _folder().iterdir()}
    for name in names:
        run = RunFile(_folder() / f"{name}.run")
        if not run.claim():
            continue
        if not os.path.lexists(run.path):  # broken off before anything was saved
            run.remove()
            continue
        try:
            found.append((run.path.stat().st_mtime, run, read_header(run.path)))
        except (InputError, OSError):  # damaged, no file, or from a newer program: not ours to throw away
            run.release()
    found.sort(key=lambda entry: entry[0])
    for _, run, _ in found[:-1]:
        run.release()
    return found[-1][1:] if found else None


def _folder() -> Path:
    return data_folder() / "runs"


class RunFiles(QObject):
    """Of one window: the file of the run that is on or waits for a decision, and of one that something broke off.

    `unfinished` describes the latter; `changed` follows when it is another.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.unfinished: RunHeader | None = None
        self._unfinished: RunFile | None = None
        self._current: RunFile | None = None

    def look(self) -> None:
        """Find out whether there is an unfinished run."""
        if (found := unfinished()) is not None:
            self._offer(*found)

    def _offer(self, file: RunFile | None, header: RunHeader | None) -> None:
        if self._unfinished is not None:
            self._unfinished.release()
        self._unfinished, self.unfinished = file, header
        self.changed.emit()

    def begin(self) -> Path | None:
        """A run begins: where it is to be kept, None if nothing can be written. One that waited is forgotten."""
        self.end()
        self._current = new()
        return self.current

    def go_on(self) -> Path | None:
        """The run that waits for a decision goes on: where it was kept so far, or as `begin`."""
        return self.current or self.begin()

    @property
    def current(self) -> Path | None:
        """The file of the run that is on, or waits for a decision."""
        return None if self._current is None else self._current.path

    def resume(self) -> Path | None:
        """The unfinished run becomes the one that is on."""
        self.end()
        self._current, self._unfinished = self._unfinished, None
        self._offer(None, None)
        return self.current

    def discard(self) -> None:
        """Throw the unfinished run away."""
        if self._unfinished is not None:
            self._unfinished.remove()
            self._offer(None, None)

    def end(self) -> None:
        """The run is decided about, or was cancelled: nothing of it is needed any more."""
        if self._current is not None:
            self._current.remove()
            self._current = None

    def fail(self) -> None:
        """The run could not go on; it is offered to be resumed as far as it was kept."""
        if self._current is None:
            return
        try:
            header = read_header(self._current.path)
        except InputError:  # nothing was kept
            self.end()
            return
        file, self._current = self._current, None
        self._offer(file, header)

    def release(self) -> None:
        """The window closes; what is unfinished is there for the next start."""
        for file in (self._current, self._unfinished):
            if file is not None:
                file.release()
