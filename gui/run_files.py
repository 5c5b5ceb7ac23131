"""Where unfinished runs lie on disk, one file each, and the locks that keep two windows apart."""

import contextlib
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QLockFile

from gui.paths import data_folder
from model.files import InputError
from model.run_header import RunHeader, read_header


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
        return self._lock.tryLock(0)

    def release(self) -> None:
        """Leave it to whoever comes next."""
        self._lock.unlock()

    def remove(self) -> None:
        """The run is over: nothing of it is needed any more."""
        for path in (self.path, *self.path.parent.glob(f".{self.path.name}.*.part")):
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
    with contextlib.suppress(OSError):  # a folder that cannot be read has nothing to offer
        for name in {path.name.lstrip(".").partition(".")[0] for path in _folder().iterdir()}:
            run = RunFile(_folder() / f"{name}.run")
            if not run.claim():
                continue
            if not run.path.exists():  # broken off before anything was saved
                run.remove()
                continue
            try:
                found.append((run.path.stat().st_mtime, run, read_header(run.path)))
            except InputError:  # damaged, or from a newer program: not ours to throw away
                run.release()
    found.sort(key=lambda entry: entry[0])
    for _, run, _ in found[:-1]:
        run.release()
    return found[-1][1:] if found else None


def _folder() -> Path:
    return data_folder() / "runs"
