"""The tools of the workbench: change the chosen filter by hand, see what follows, take it back."""

from dataclasses import replace
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from gui.session.session import Session
from gui.session.undo import Deed
from gui.widgets.controls import button, fill, label
from gui.widgets.fields import Number
from gui.widgets.file_dialogs import ask_save
from model.jobs import Measured
from model.kernels import KINDS, kernel, smallest
from model.look.inspection import Place, is_linear, kernels_of
from model.look.snapshot import Weights
from model.network.editing import Filter

Widget = TypeVar("Widget", bound=QWidget)
LIMIT = 99.0  # the largest weight that can be typed in
NOTHING = "nothing"  # pasted, it switches one input channel off
WEIGHT = Deed("WorkbenchBar", QT_TRANSLATE_NOOP("WorkbenchBar", "weight {0}"))
BIAS = Deed("WorkbenchBar", QT_TRANSLATE_NOOP("WorkbenchBar", "bias"))
PASTED = Deed("WorkbenchBar", QT_TRANSLATE_NOOP("WorkbenchBar", "pasted kernel"))
OFF = Deed("WorkbenchBar", QT_TRANSLATE_NOOP("WorkbenchBar", "switched off"))


class WorkbenchBar(QWidget):
    """Works on the filter of the place it was told of; all changes go through the session's workbench.

    `cell_moved` carries channel, row and column of the weight that is edited, or None.
    """

    cell_moved = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("workbenchBar")
        self._session, self._bench = session, session.edits
        self._place: Place | None = None
        self._cell = (0, 0, 0)
        self._shape: tuple[int, ...] = ()  # of the filter's kernels, in the network that the place was chosen in
        self._source = ""  # what an input channel is called
        self._quiet = False  # while values are shown, not entered
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._build_values())
        column.addLayout(self._build_actions())
        self._bench.changed.connect(self._on_changed)
        self._bench.undo_stack.indexChanged.connect(self._show_state)  # only then it knows what can be undone
        session.state_changed.connect(self._show_state)
        session.edits.measured.connect(self._on_measured)

    def _build_values(self) -> QHBoxLayout:
        self._cell_name = label("", "dim", "editedCell")
        self.weight = self._spin(
            "weightSpin",
            self.tr("Weight"),
            self.tr("One weight of the kernel: click a cell of a kernel below, then change it here"),
        )
        self.bias = self._spin(
            "biasSpin", self.tr("Bias"), self.tr("The bias of this filter: added once at every place")
        )
        self.weight.valueChanged.connect(self._on_weight)
        self.bias.valueChanged.connect(self._on_bias)
        self.kind = self._box(
            "kernelKind",
            self.tr("Kernel to paste"),
            self.tr("Kernels with a name, to see what the network makes of them"),
        )
        self.target = self._box(
            "pasteTarget",
            self.tr("Where to paste"),
            self.tr("Into the kernel of one input channel, or an equal part into all of them"),
        )
        paste = button(
            "pasteKernel",
            self.tr("Paste"),
            self.tr("Put this kernel in place of the filter's own, scaled so that no weight is beyond 1"),
        )
        paste.clicked.connect(self._on_paste)
        row = QHBoxLayout()
        row.setSpacing(6)
        fill(row, self._cell_name, self.weight, label(self.tr("bias"), "dim"), self.bias)
        row.addSpacing(8)
        fill(row, self.kind, label(self.tr("into"), "dim"), self.target, paste)
        row.addStretch()
        self._paste = paste
        return row

    def _build_actions(self) -> QHBoxLayout:
        stack = self._bench.undo_stack
        self.off = button(
            "switchOff",
            self.tr("Switch off"),
            self.tr("Make this channel, or this output, 0 everywhere and see what is missing"),
            checkable=True,
        )
        self.off.clicked.connect(self._on_off)
        self._undo = button(
            "undoEdit", self.tr("Undo"), self.tr("Take back the last change of the network"), stack.undo
        )
        self._redo = button("redoEdit", self.tr("Redo"), self.tr("Make it again"), stack.redo)
        self._restore = button(
            "trainedValues", self.tr("Trained values"), self.tr("Back to the network as it was trained; can be undone")
        )
        self._restore.clicked.connect(self._bench.restore_all)
        self._measure = button(
            "measureEdit",
            self.tr("Test accuracy"),
            self.tr("Read all 10,000 test digits with the network as it is now, in the background"),
        )
        self._measure.clicked.connect(self._bench.measure)
        self._save = button(
            "saveEdited", self.tr("Save…"), self.tr("Save the changed network as a file; the one in use stays as it is")
        )
        self._save.clicked.connect(self._on_save)
        self._badge = label("", "strong", "editedBadge")
        self._accuracy = label("", "code", "editedAccuracy")
        row = QHBoxLayout()
        row.setSpacing(6)
        fill(row, self.off, self._undo, self._redo, self._restore, self._measure, self._save)
        fill(row, self._accuracy, self._badge)
        row.addStretch()
        for each in (self.off, self._undo, self._redo, self._restore, self._measure, self._save, self._paste):
            each.setStyleSheet("padding: 4px 7px;")
        return row

    def _spin(self, name: str, accessible: str, tip: str) -> Number:
        made = Number(name, accessible, tip, (-LIMIT, LIMIT), 3)
        made.setStepType(QAbstractSpinBox.StepType.DefaultStepType)
        made.setSingleStep(0.05)
        made.setFixedWidth(84)
        return made

    def _box(self, name: str, accessible: str, tip: str) -> QComboBox:
        return _named(QComboBox(), name, accessible, tip)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_place(self, weights: Weights, place: Place) -> None:
        """Work on the filter that makes `place`, or on the weights of an output of the linear layer."""
        shape = kernels_of(weights, place).shape
        if self._place is None or (place[:2], shape) != (self._place[:2], self._shape):
            self._finish_typing()
            self._place, self._shape = place, shape
            self._cell = (0, 0, 0)
            self._source = self.tr("map {0}") if is_linear(weights, place) else self.tr("in {0}")
            self._fill_targets()
            self._show_state()

    def forget(self) -> None:
        """Nothing is chosen any more."""
        self._finish_typing()
        self._place = None
        self._show_state()

    def _filter(self) -> Filter | None:
        """The filter that is worked on; None where the network in use is not the one in which it was chosen."""
        if self._place is None or not self._session.display.can_edit:
            return None
        found = self._bench.filter_at(self._place.layer, self._place.channel)
        return found if found is not None and found.weight.shape == self._shape else None

    def _fill_targets(self) -> None:
        channels, side, _ = self._shape
        self.target.clear()
        self.target.addItem(self.tr("all channels"), None)
        for channel in range(channels):
            self.target.addItem(self._source.format(channel), channel)
        names = {
            "edge": self.tr("Sobel: left to right"), "edge across": self.tr("Sobel: top to bottom"),
            "outline": self.tr("outline"), "blur": self.tr("blur"), "sharpen": self.tr("sharpen"),
            "identity": self.tr("identity"), "random": self.tr("random"),
        }  # fmt: skip
        chosen = self.kind.currentData()
        self.kind.clear()
        for kind in KINDS:
            if smallest(kind) <= side:
                self.kind.addItem(names.get(kind, kind), kind)
        self.kind.addItem(self.tr("nothing: all 0"), NOTHING)
        self.kind.setCurrentIndex(max(self.kind.findData(chosen), 0))

    def choose_cell(self, channel: int, row: int, column: int) -> None:
        """Edit this weight."""
        if self._place is not None and self.isVisible():
            self._finish_typing()
            self._cell = (channel, row, column)
            self._show_state()
            self.weight.setFocus()
            self.weight.selectAll()

    def _finish_typing(self) -> None:
        """What was typed is meant for the place and the cell of now, not for those that come."""
        for field in (self.weight, self.bias):
            field.interpretText()

    def _show_state(self, *_: object) -> None:
        found = self._filter()
        free = found is not None
        for each in (self.weight, self.bias, self.kind, self.target, self._paste, self.off):
            each.setEnabled(free)
        stack, edited = self._bench.undo_stack, self._bench.network is not None
        self._undo.setEnabled(self._session.display.can_edit and stack.canUndo())
        self._redo.setEnabled(self._session.display.can_edit and stack.canRedo())
        self._restore.setEnabled(self._session.display.can_edit and edited)
        self._save.setEnabled(edited)
        self._measure.setEnabled(self._bench.can_measure)
        self._badge.setText(self.tr("changed by hand") if edited else "")
        if found is None:
            self._cell_name.setText("")
            self.cell_moved.emit(None)
            return
        self._quiet = True
        name = self._source.format(self._cell[0])
        self._cell_name.setText(self.tr("{0}, row {1}, column {2}").format(name, *self._cell[1:]))
        self.weight.show_value(float(found.weight[self._cell]))
        self.bias.show_value(found.bias or 0.0)
        self.bias.setEnabled(free and found.bias is not None)
        self.off.setChecked(found.is_off)
        self._quiet = False
        self.cell_moved.emit(self._cell)

    def _on_changed(self) -> None:
        self._accuracy.setText("")
        self._show_state()

    def _on_measured(self, measured: Measured) -> None:
        self._accuracy.setText(self.tr("{0:.2f} % of the test digits").format(100 * measured.accuracy))

    # -- changing -----------------------------------------------------------------------------------------------

    def _on_weight(self, value: float) -> None:
        place, cell = self._place, self._cell
        if self._quiet or place is None or (now := self._filter()) is None:
            return
        self._put(place, now.with_weight(*cell, value), replace(WEIGHT, values=(cell,)), f"weight {place[:2]} {cell}")

    def _on_bias(self, value: float) -> None:
        place = self._place
        if self._quiet or place is None or (now := self._filter()) is None:
            return
        self._put(place, now.with_bias(value), BIAS, f"bias {place[:2]}")

    def _on_paste(self) -> None:
        place = self._place
        if place is None or (now := self._filter()) is None:
            return
        kind, side = self.kind.currentData(), now.weight.shape[-1]
        pasted = np.zeros((side, side), np.float32) if kind == NOTHING else kernel(kind, side)
        self._put(place, now.with_kernel(pasted, self.target.currentData()), PASTED)

    def _on_off(self) -> None:
        place = self._place
        if place is None or (now := self._filter()) is None:
            return
        if self.off.isChecked():
            self._put(place, now.switched_off(), OFF)
        else:
            self._bench.restore(place.layer, place.channel)

    def _put(self, place: Place, wanted: Filter, deed: Deed, merge: str = "") -> None:
        self._bench.put(place.layer, place.channel, wanted, deed, merge)

    def _on_save(self) -> None:
        title, kinds = self.tr("Save the changed network"), self.tr("Weights (*.safetensors)")
        path = ask_save(self.window(), title, "changed.safetensors", kinds, failed=self._session.failed.emit)
        if path is not None:
            self._bench.save(path)


def _named(made: Widget, name: str, accessible: str, tip: str) -> Widget:
    made.setObjectName(name)
    made.setAccessibleName(accessible)
    made.setToolTip(tip)
    return made
