"""The layers that the next run will train, and every change of them, undoable. Knows no widget."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal
from PySide6.QtGui import QUndoStack

from gui.language.sentences import sentence
from gui.session.undo import Change, Deed
from model.files import InputError
from model.network.architecture import LayerSpec, layer_shapes
from model.network.designs import Field, Specs, changed, moved, reachable, with_layer, without_layer

LIMIT = 200  # changes that can be undone
CHOSEN = Deed("Design", QT_TRANSLATE_NOOP("Design", "choice of layers"))
SET = Deed("Design", QT_TRANSLATE_NOOP("Design", "conv{0}, {1}"))
ADDED = Deed("Design", QT_TRANSLATE_NOOP("Design", "new layer"))
REMOVED = Deed("Design", QT_TRANSLATE_NOOP("Design", "removal of a layer"))
MOVED = Deed("Design", QT_TRANSLATE_NOOP("Design", "move of a layer"))


class Design(QObject):
    """`layers` are each possible on their own; whether they fit together says `fault`. `changed` follows a change."""

    changed = Signal()

    def __init__(self, layers: Specs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.layers = layers
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(LIMIT)

    @property
    def fault(self) -> str:
        """Why the layers do not fit together, in a sentence; empty where they do."""
        try:
            layer_shapes(self.layers)
        except InputError as error:
            return sentence(error)
        return ""

    def specs(self) -> Specs | None:
        """The layers, or None while they do not fit together."""
        return None if self.fault else self.layers

    def put(self, layers: Sequence[LayerSpec], deed: Deed = CHOSEN, merge: str = "") -> None:
        """Have these layers from now on; `deed` says what was changed, changes with the same `merge` are one."""
        if tuple(layers) != self.layers:
            self.undo_stack.push(Change(self, self.layers, tuple(layers), merge, deed))

    def set_value(self, number: int, field: Field, value: int) -> None:
        """Change one number of layer `number` (0 for the first), as far as it can be reached where the layer stands."""
        low, high = reachable(self.layers, number, field)
        wanted = changed(self.layers, number, field, min(max(value, low), high))
        self.put(wanted, replace(SET, values=(number + 1, field)), f"{number} {field}")

    def add(self, after: int) -> None:
        """One more layer behind layer `after`."""
        self.put(with_layer(self.layers, after), ADDED)

    def remove(self, number: int) -> None:
        """Take layer `number` out."""
        self.put(without_layer(self.layers, number), REMOVED)

    def move(self, number: int, to: int) -> None:
        """Give layer `number` another place."""
        self.put(moved(self.layers, number, to), MOVED)

    def use(self, layers: Specs) -> None:
        """For the undo stack: have these layers."""
        self.layers = layers
        self.changed.emit()
