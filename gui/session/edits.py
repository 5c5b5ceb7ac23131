"""Changes of the network by hand, each one undoable. Holds the changed copy; the session decides when it is shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from gui.session.undo import Change
from model.network.architecture import CLASSES
from model.network.editing import Edits, Filter

if TYPE_CHECKING:
    from model.network.digit_net import DigitNet

LIMIT = 200  # changes that can be undone


class Workbench(QObject):
    """`network` is the changed copy of the one in use, or None while nothing is changed. `changed` follows a change."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(LIMIT)
        self.network: DigitNet | None = None
        self._trained: DigitNet | None = None
        self._edits: Edits = {}

    def begin(self, trained: "DigitNet") -> None:
        """Start from `trained` with nothing changed; what was changed before is forgotten."""
        self._trained, self.network, self._edits = trained, None, {}
        self.undo_stack.clear()
        self.changed.emit()

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

    def put(self, layer: int, channel: int, wanted: Filter, text: str, merge: str = "") -> None:
        """Replace a filter; changes in a row with the same `merge` are undone together."""
        self._push({**self._edits, (layer, channel): wanted}, text, merge)

    def restore(self, layer: int, channel: int) -> None:
        """Give one filter its trained values back."""
        self._push(
            {place: kept for place, kept in self._edits.items() if place != (layer, channel)}, self.tr("trained filter")
        )

    def restore_all(self) -> None:
        """Give every filter its trained values back; can be undone."""
        self._push({}, self.tr("trained values"))

    def _push(self, edits: Edits, text: str, merge: str = "") -> None:
        if self._trained is not None and edits.keys() | self._edits.keys():
            self.undo_stack.push(Change(self, self._edits, edits, merge, text))

    def use(self, edits: Edits) -> None:
        """For the undo stack: show these edits."""
        from model.network.editing import with_filters

        assert self._trained is not None
        self._edits = edits
        self.network = with_filters(self._trained, edits) if edits else None
        self.changed.emit()
