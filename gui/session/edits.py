"""Changes of the network by hand, each one undoable, and what the changed network is worth."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal
from PySide6.QtGui import QUndoStack

from gui.session.display import Display
from gui.session.in_use import NetworkInUse
from gui.session.shown import Kind, Shown
from gui.session.task import Task
from gui.session.undo import Change, Deed
from model import jobs
from model.jobs import Measured
from model.network.architecture import CLASSES
from model.network.editing import Edits, Filter

if TYPE_CHECKING:
    from model.network.digit_net import DigitNet

LIMIT = 200  # changes that can be undone
RESTORED = Deed("Workbench", QT_TRANSLATE_NOOP("Workbench", "trained filter"))
ALL_RESTORED = Deed("Workbench", QT_TRANSLATE_NOOP("Workbench", "trained values"))


class Workbench(QObject):
    """`network` is the changed copy of the one in use, or None while nothing is changed. `changed` follows a change.

    `measured` carries Measured.
    """

    changed = Signal()
    measured = Signal(object)

    def __init__(self, in_use: NetworkInUse, display: Display, task: Task, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._in_use, self._display, self._task = in_use, display, task
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(LIMIT)
        self.network: DigitNet | None = None
        self._trained: DigitNet | None = None
        self._edits: Edits = {}

    def begin(self) -> None:
        """Start from the network in use with nothing changed; what was changed before is forgotten."""
        current = self._in_use.current
        self._trained = None if current is None else current.checkpoint.network
        self.network, self._edits = None, {}
        self.undo_stack.clear()
        self.changed.emit()

    def shown(self) -> Shown | None:
        """The changed copy."""
        return None if self.network is None else Shown(Kind.EDITED, self.network, self._in_use.name)

    def filter_at(self, layer: int, channel: int) -> Filter | None:
        """The filter as it is now, the linear layer's after the last convolution's; None where there is none.

        While another network is shown, with more layers or channels, it may be asked for what this one has not.
        """
        from model.network.editing import filter_of

        specs = () if self._trained is None else self._trained.specs
        channels = [*(spec.out_channels for spec in specs), CLASSES]
        if self._trained is None or layer >= len(channels) or channel >= channels[layer]:
            return None
        edited = self._edits.get((layer, channel))
        return edited if edited is not None else filter_of(self._trained, layer, channel)

    def put(self, layer: int, channel: int, wanted: Filter, deed: Deed, merge: str = "") -> None:
        """Replace a filter; changes in a row with the same `merge` are undone together.

        While another network is on display than the one in use, nothing happens.
        """
        if self._display.can_edit:
            self._push({**self._edits, (layer, channel): wanted}, deed, merge)

    def restore(self, layer: int, channel: int) -> None:
        """Give one filter its trained values back."""
        self._push({place: kept for place, kept in self._edits.items() if place != (layer, channel)}, RESTORED)

    def restore_all(self) -> None:
        """Give every filter its trained values back; can be undone."""
        self._push({}, ALL_RESTORED)

    def _push(self, edits: Edits, deed: Deed, merge: str = "") -> None:
        if self._trained is not None and edits.keys() | self._edits.keys():
            self.undo_stack.push(Change(self, self._edits, edits, merge, deed))

    def use(self, edits: Edits) -> None:
        """For the undo stack: show these edits."""
        from model.network.editing import with_filters

        assert self._trained is not None
        self._edits = edits
        self.network = with_filters(self._trained, edits) if edits else None
        self.changed.emit()

    # -- what it is worth ---------------------------------------------------------------------------------------

    @property
    def can_measure(self) -> bool:
        """Whether the thread is free and what is on display can be changed."""
        return self._display.can_edit and not self._task.busy

    def measure(self) -> None:
        """Read the test digits with the network on display in the worker thread; `measured` follows."""
        if self.can_measure and self._display.network is not None:
            self._task.start(jobs.measuring(self._display.network), self._on_items)

    def _on_items(self, items: list[object]) -> None:
        for item in items:
            if (
                isinstance(item, Measured) and item.network is self._display.network
            ):  # it may have been changed meanwhile
                self.measured.emit(item)

    def save(self, path: Path) -> None:
        """Write the changed network to `path`; what was measured of the one in use is left out."""
        from model.network.checkpoint import Checkpoint

        if self._in_use.current is not None and self.network is not None:
            provenance = replace(self._in_use.current.checkpoint.provenance, changed_by_hand=True)
            self._in_use.write(path, Checkpoint(self.network, provenance))
