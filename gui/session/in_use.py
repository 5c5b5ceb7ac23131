"""The network in use: read from a file, replaced by another, saved; and the one that was in use before."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gui.language.sentences import sentence
from gui.session.shown import Kind, Shown
from gui.storage.paths import weights_folder
from gui.storage.settings import Settings
from model.data_set import MNIST, DataSet
from model.files import InputError
from model.jobs import InUse
from model.network import weights_file
from model.network.architecture import LayerSpec

if TYPE_CHECKING:
    from model.network.checkpoint import Checkpoint
    from model.network.digit_net import DigitNet


class NetworkInUse(QObject):
    """`current` is None until the first one is read; `previous` is what was in use before.

    `replaced` follows when another network is in use, then `changed`, which also follows another name. `may_open` tells
    whether other weights may be used now. `wrote` carries the path of a file that was written.
    """

    replaced = Signal()
    changed = Signal()
    failed = Signal(str)
    wrote = Signal(object)

    def __init__(self, settings: Settings, may_open: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._may_open = settings, may_open
        self.current: InUse | None = None
        self.previous: InUse | None = None

    @property
    def name(self) -> str:
        """What it goes by; empty while there is none."""
        return "" if self.current is None else self.current.name

    @property
    def path(self) -> Path | None:
        """Its file."""
        return None if self.current is None else self.current.path

    @property
    def data(self) -> DataSet:
        """What it was trained on."""
        return MNIST if self.current is None else self.current.checkpoint.network.data

    @property
    def network(self) -> "DigitNet | None":
        """Its network, without changes by hand."""
        return None if self.current is None else self.current.checkpoint.network

    def shown(self) -> Shown | None:
        """The network in use, without changes by hand."""
        return None if self.current is None else Shown(Kind.SAVED, self.current.checkpoint.network, self.name)

    # -- another one --------------------------------------------------------------------------------------------

    def use(self, in_use: InUse) -> None:
        """Use this network from now on."""
        if self.current is not None:
            self.previous = self.current
        self.current = in_use
        self.replaced.emit()
        self.changed.emit()

    def open(self, path: Path, design: Sequence[LayerSpec] = ()) -> None:
        """Use the weights in `path` from now on; on a fault `failed` says why and the network stays.

        A state dict that ConvPad did not write may have the layers of `design`; it is used as a copy in the user's data
        folder that says its layers.
        """
        from model.network import checkpoint

        if not self._may_open():
            return
        try:
            loaded = checkpoint.load(path, design)
            if loaded.foreign:
                path = save_trained(loaded)
        except InputError as error:
            self.failed.emit(sentence(error))
            return
        self._settings.weights = path
        self.use(InUse(loaded, path.name, path))

    def use_shipped(self) -> None:
        """Go back to the weights that ConvPad ships."""
        self.open(weights_file.SHIPPED)
        if self.path == weights_file.SHIPPED:
            self._settings.weights = None

    def use_previous(self) -> None:
        """Go back to the network that was in use before; once more, and this one is back."""
        if self.previous is not None and self._may_open():
            path = self.previous.path
            self._settings.weights = None if path == weights_file.SHIPPED else path
            self.use(self.previous)

    # -- files --------------------------------------------------------------------------------------------------

    def file_renamed(self, old: Path, new: Path) -> None:
        """The weights file `old` is called `new` from now on."""
        if self.previous is not None and self.previous.path == old:
            self.previous = replace(self.previous, name=new.name, path=new)
        if self.current is not None and self.current.path == old:
            self.current = replace(self.current, name=new.name, path=new)
            self._settings.weights = new
            self.changed.emit()

    def file_deleted(self, path: Path) -> None:
        """The weights file `path` is no longer there to go back to."""
        if self.previous is not None and self.previous.path == path:
            self.previous = None

    def save(self, path: Path) -> None:
        """Write the network in use, without changes by hand, to `path`; on a fault `failed` says why."""
        if self.current is not None:
            self.write(path, self.current.checkpoint)

    def write(self, path: Path, weights: "Checkpoint") -> None:
        """Write `weights` to `path`; on a fault `failed` says why."""
        from model.network import checkpoint

        if os.path.realpath(path) == os.path.realpath(weights_file.SHIPPED):
            self.failed.emit(self.tr("The shipped weights are never overwritten; choose another name."))
            return
        try:
            checkpoint.save(path, weights)
        except InputError as error:
            self.failed.emit(sentence(error))
        else:
            self.wrote.emit(path)

    def keep(self, trained: "Checkpoint") -> None:
        """Save what was trained in the user's data folder and use it from now on.

        Raises:
            InputError: it cannot be saved; nothing has changed.
        """
        path = save_trained(trained)
        self._settings.weights = path
        self.use(InUse(trained, path.name, path))

    def save_left(self, trained: "Checkpoint") -> bool:
        """Write what nobody decided about before the window closed, at the worst among the system's temporary files.

        False where it is not where it should be: a line on the standard error says why, and where it is.
        """
        from model.network import checkpoint

        try:
            save_trained(trained)
        except InputError as error:
            where = ""
            with contextlib.suppress(InputError):
                path = checkpoint.save_new(Path(tempfile.gettempdir()), trained)
                where = f" The weights were saved as {path} instead."
            print(f"{error}{where}", file=sys.stderr)
            return False
        return True


def save_trained(trained: "Checkpoint") -> Path:
    """Write what was trained to a new file in the user's data folder.

    Raises:
        InputError: it cannot be written.
    """
    from model.network import checkpoint

    return checkpoint.save_new(weights_folder(), trained)
