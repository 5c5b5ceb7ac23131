"""The networks in the user's data folder and the shipped one: listed with what is known of them, renamed, deleted."""

import contextlib
import os
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from gui.language.sentences import sentence
from gui.storage.paths import weights_folder
from model.data_set import MNIST, DataSet
from model.files import InputError, read_bounded, why, write_atomically
from model.network.architecture import LayerSpec
from model.network.provenance import UNKNOWN, Provenance

SUFFIX = ".safetensors"
FORBIDDEN = '\\/:*?"<>|'  # what no file name may hold on one system or another
AT_ONCE = 0.004  # seconds of reading between other events
TELL_EVERY = 0.1  # seconds
LONGEST = 80  # characters in a name
SAVED = re.compile(r"\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d ")  # how the names of files that `keep` writes begin


@dataclass(frozen=True, eq=False)
class Listed:
    """A file of weights. Until it has been read there are no `layers`; where it cannot be used, `fault` says why."""

    path: Path
    shipped: bool
    changed: float  # seconds since 1970, when the file was written
    bytes: int
    layers: tuple[LayerSpec, ...] = ()
    provenance: Provenance = UNKNOWN
    figures: Mapping[str, Any] = field(default_factory=dict)
    data: DataSet = MNIST
    error: Exception | None = None

    @property
    def fault(self) -> str:
        """Why it cannot be used, in the language of the window; empty where it can."""
        if self.error is None:
            return ""
        if isinstance(self.error, InputError) and self.error.template == "{0}: {1}":
            cause = self.error.values[1]  # the path is known here
            return sentence(cause) if isinstance(cause, Exception) else str(cause)
        return why(self.error) if isinstance(self.error, OSError) else sentence(self.error)

    @property
    def name(self) -> str:
        """What the network goes by."""
        return title(self.path.name)

    @property
    def date(self) -> datetime:
        """When the file was written, in local time; 1970 for a date that no calendar has."""
        try:
            return datetime.fromtimestamp(self.changed)
        except (OSError, OverflowError, ValueError):
            return datetime.fromtimestamp(0)

    @property
    def test(self) -> float | None:
        """The part of its data's test set that it reads, 0…1, where that was measured."""
        figure = self.figures.get("test")
        return figure if isinstance(figure, float) else None


class Networks(QObject):
    """`listed` has the shipped network first, then the newest. `changed` follows whatever happens to it.

    `in_use` tells the file of the network in use. `renamed` carries the old and the new path, `deleted` the path,
    `failed` a sentence for the user.

    Files are read between other events, no more at a time than fit into half a frame, so that a full folder keeps
    nobody waiting; what was read is remembered until the file changes.
    """

    changed = Signal()
    renamed = Signal(object, object)
    deleted = Signal(object)
    failed = Signal(str)

    def __init__(self, in_use: Callable[[], Path | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.in_use = in_use
        self.listed: list[Listed] = []
        self._known: dict[Path, Listed] = {}
        self._deleted: list[tuple[Listed, bytes]] = []
        self._told = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read_next)

    @staticmethod
    def folder() -> Path:
        """Where trained networks are kept."""
        return weights_folder()

    # -- listing ------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Look at the folder again; files that are new or have changed are read."""
        from model.network.weights_file import SHIPPED

        listed = [_found(SHIPPED, shipped=True)]
        try:
            paths = [p for p in self.folder().glob(f"*{SUFFIX}") if not p.name.startswith(".")]
        except OSError:
            paths = []  # the folder cannot be read: nothing of it can be used
        listed += sorted((_found(path) for path in paths), key=lambda each: (-each.changed, each.name))
        self.listed = [self._remembered(each) for each in listed]
        self._known = {each.path: each for each in self.listed}
        self.changed.emit()
        self._read_next()

    def _remembered(self, found: Listed) -> Listed:
        known = self._known.get(found.path)
        same = known is not None and (known.changed, known.bytes) == (found.changed, found.bytes)
        return known if known is not None and same else found

    def _read_next(self) -> None:
        begun = time.monotonic()
        unread = [place for place, each in enumerate(self.listed) if not each.layers and each.error is None]
        for done, place in enumerate(unread, start=1):
            each = self.listed[place]
            self.listed[place] = self._known[each.path] = _read(each)
            now = time.monotonic()
            if done == len(unread) or now > self._told + TELL_EVERY:
                self._told = now
                self.changed.emit()  # whoever shows the list paints it anew
            if now > begun + AT_ONCE:
                self._timer.start(0)
                return

    def stop(self) -> None:
        """Read no more."""
        self._timer.stop()

    # -- changing -----------------------------------------------------------------------------------------------

    def rename(self, which: Listed, name: str) -> bool:
        """Give a network another name, the shipped one never; where that cannot be, `failed` says why."""
        name = name.strip()
        if which.shipped or name == which.name:
            return False
        if not name or name.startswith(".") or len(name) > LONGEST or set(name) & set(FORBIDDEN):
            return self._fail(
                self.tr("A name has 1 to {0} characters, none of them {1}, and no dot at the start.").format(
                    LONGEST, " ".join(FORBIDDEN)
                )
            )
        wanted = which.path.with_name(name + SUFFIX)
        if os.path.lexists(wanted):  # false where it cannot be, which renaming tells
            return self._fail(self.tr("There is a network called {0} already; choose another name.").format(name))
        try:
            which.path.rename(wanted)
        except (OSError, ValueError) as error:
            return self._fail(self.tr("{0} cannot be renamed: {1}.").format(which.name, why(error)))
        self._known[wanted] = replace(which, path=wanted)
        self.renamed.emit(which.path, wanted)
        self.refresh()
        return True

    def delete(self, which: Listed) -> bool:
        """Take a network's file away; `undo_delete` brings it back as long as ConvPad is open."""
        if which.shipped or which.path == self.in_use():
            return self._fail(self.tr("{0} is in use; use another network first.").format(which.name))
        from model.network.weights_file import MAX_SIZE

        try:
            content = read_bounded(which.path, MAX_SIZE)  # to bring it back, should that be wanted
            which.path.unlink()
        except InputError as error:
            return self._fail(sentence(error))
        except OSError as error:
            return self._fail(self.tr("{0} cannot be deleted: {1}.").format(which.name, why(error)))
        self._deleted.append((which, content))
        self.deleted.emit(which.path)
        self.refresh()
        return True

    @property
    def last_deleted(self) -> str:
        """The name of what `undo_delete` would bring back; empty where there is nothing."""
        return self._deleted[-1][0].name if self._deleted else ""

    def undo_delete(self) -> None:
        """Bring back what was deleted last."""
        if not self._deleted:
            return
        which, content = self._deleted[-1]
        if os.path.lexists(which.path):
            self._fail(self.tr("There is a network called {0} again; rename it first.").format(which.name))
            return
        try:
            write_atomically(which.path, content)
        except InputError as error:
            self._fail(sentence(error))
            return
        self._deleted.pop()
        with contextlib.suppress(OSError):  # then it is listed as new
            os.utime(which.path, (which.changed, which.changed))
        self.refresh()

    def _fail(self, sentence: str) -> bool:
        self.failed.emit(sentence)
        return False


def title(file_name: str) -> str:
    """A weights file's name without its ending, and without the date that `keep` puts in front."""
    return SAVED.sub("", file_name.removesuffix(SUFFIX), count=1) or file_name


def _found(path: Path, shipped: bool = False) -> Listed:
    try:
        about = path.stat()
    except OSError as error:
        return Listed(path, shipped, 0.0, 0, error=error)
    return Listed(path, shipped, about.st_mtime, about.st_size)


def _read(which: Listed) -> Listed:
    from model.network import weights_file

    try:
        saved = weights_file.read(which.path)
    except weights_file.ForeignError:
        return _read_foreign(which)
    except Exception as error:  # whatever is wrong with one file, the others are read
        return replace(which, error=error)
    return replace(which, layers=saved.layers, provenance=saved.provenance, figures=saved.figures, data=saved.data)


def _read_foreign(which: Listed) -> Listed:
    from model.network import checkpoint

    try:
        loaded = checkpoint.load(which.path)
    except Exception as error:  # whatever is wrong with one file, the others are read
        return replace(which, error=error)
    return replace(which, layers=loaded.network.specs, provenance=loaded.provenance)
