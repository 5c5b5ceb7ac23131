"""The card that redesigns the network: a table of layers, totals that follow, presets, undo, PyTorch code."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QGuiApplication, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.pages.train.layer_table import LayerTableView
from gui.session.session import Session
from gui.widgets.controls import button, fill
from gui.widgets.elided import Elided
from model.export.code import pytorch_code
from model.network.architecture import MAX_LAYERS, LayerSpec, multiply_adds, parameter_count
from model.network.designs import DESIGNS


class DesignCard(QFrame):
    """Shows and changes `session.design`. `design_changed` follows every change, possible or not."""

    design_changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("designCard")
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Network design"))
        self._session, self._design = session, session.design
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(self._build_head())
        self.view = LayerTableView(
            self._design,
            self.tr("Layers of the network"),
            self.tr("Click a number to change it. With the keyboard: arrows, digits, + and −, Space, Ctrl+Z"),
        )
        column.addWidget(self.view)
        column.addLayout(self._build_foot())
        self._design.changed.connect(self._on_changed)
        stack = self._design.undo_stack
        stack.canUndoChanged.connect(self._undo.setEnabled)
        stack.canRedoChanged.connect(self._redo.setEnabled)
        self._undo.setEnabled(stack.canUndo())
        self._redo.setEnabled(stack.canRedo())
        self.view.selectionModel().currentChanged.connect(self._show_state)
        self.view.table.modelReset.connect(self._show_state)
        session.in_use.changed.connect(self._show_state)
        self._show_design()

    # -- building -----------------------------------------------------------------------------------------------

    def _build_head(self) -> QHBoxLayout:
        self._hint = Elided("dim", "designHint", QPalette.ColorRole.AlternateBase)
        start = QToolButton()
        start.setObjectName("designPresets")
        start.setProperty("role", "small")
        start.setText(self.tr("Start from ▾"))
        start.setAccessibleName(self.tr("Start from a known network"))
        start.setToolTip(self.tr("Put a known network into the table; Undo brings yours back"))
        start.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        start.setMenu(self._build_presets())
        stack = self._design.undo_stack
        self._undo = self._small("undoDesign", self.tr("Undo"), self.tr("Take back the last change (Ctrl+Z)"))
        self._redo = self._small("redoDesign", self.tr("Redo"), self.tr("Bring it back (Ctrl+Shift+Z)"))
        start.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # as high as its neighbours
        self._undo.clicked.connect(stack.undo)
        self._redo.clicked.connect(stack.redo)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._hint, 1)
        fill(row, self._undo, self._redo, start)
        return row

    def _build_presets(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("designPresetsMenu")
        menu.setToolTipsVisible(True)
        words = {
            "default": (self.tr("Default"), self.tr("The layers of the weights that ConvPad ships")),
            "smallest": (
                self.tr("The smallest that reads 98 %"),
                self.tr("After four epochs with Quick's settings it read 98.3 % of MNIST's test set"),
            ),
            "one_layer": (self.tr("One 5 × 5 layer"), self.tr("How far one layer of kernels gets")),
            "lenet": (
                self.tr("Like LeNet-5 (1998)"),
                self.tr("LeCun's layers, with ReLU and max-pool; the layer of 84 is left out"),
            ),
            "stride": (
                self.tr("Smaller by stride"),
                self.tr("28 → 14 → 7 → 3 by leaving out places; compare it with max-pool"),
            ),
            "pooling": (
                self.tr("Smaller by max-pool"),
                self.tr("The same layers and parameters, 28 → 14 → 7 → 3 by pooling: 4.5 times the multiplications"),
            ),
        }
        for design in DESIGNS:
            title, tip = words[design.key]
            self._add_preset(menu, design.key, title, tip, parameter_count(design.layers)).setData(design.layers)
        menu.addSeparator()
        self._add_preset(menu, "in_use", self.tr("The network in use"), self.tr("Its layers, to go on from"), None)
        menu.triggered.connect(self._on_preset)
        return menu

    def _add_preset(self, menu: QMenu, key: str, title: str, tip: str, count: int | None) -> QAction:
        action = menu.addAction(title if count is None else self.tr("{0} · {1:,} parameters").format(title, count))
        action.setObjectName(f"{key}Design")
        action.setToolTip(tip)
        return action

    def _build_foot(self) -> QHBoxLayout:
        self._add = self._small("addLayer", self.tr("+ Add"), self.tr("One more layer behind the chosen one"))
        self._remove = self._small("removeLayer", self.tr("− Remove"), self.tr("Take the chosen layer out"))
        self._up = self._small("moveLayerUp", "↑", self.tr("Move the chosen layer towards the image"))
        self._down = self._small("moveLayerDown", "↓", self.tr("Move the chosen layer towards the answer"))
        self._copy = self._small(
            "copyCode",
            self.tr("Copy as PyTorch code"),
            self.tr("A complete program for the clipboard: runs as it stands, and takes weights saved by ConvPad"),
        )
        pairs = ((self._add, self._on_add), (self._remove, self._on_remove), (self._up, self._on_up),
                 (self._down, self._on_down), (self._copy, self.copy_code))  # fmt: skip
        for widget, slot in pairs:
            widget.clicked.connect(slot)
        for arrow in (self._up, self._down):
            arrow.setAccessibleName(arrow.toolTip())
        self._total = Elided("plain", "designTotals")  # gives way before a button does
        row = QHBoxLayout()
        row.setSpacing(6)
        fill(row, self._add, self._remove, self._up, self._down)
        row.addSpacing(8)
        row.addWidget(self._total, 1)
        row.addWidget(self._copy)
        return row

    def _small(self, name: str, text: str, tip: str) -> QPushButton:
        return button(name, text, tip, None, "small")

    # -- what others ask ----------------------------------------------------------------------------------------

    def specs(self) -> tuple[LayerSpec, ...] | None:
        """The layers to train, or None while they do not fit together."""
        return self._design.specs()

    def set_specs(self, specs: Sequence[LayerSpec]) -> None:
        """Show these layers; can be undone."""
        self._design.put(specs)

    def copy_code(self) -> None:
        """Put the network on the clipboard as a program."""
        specs = self.specs()
        if specs is not None:
            QGuiApplication.clipboard().setText(pytorch_code(specs, data=self._session.next_data))
            self._hint.set_text(self.tr("Copied: paste it into a file and run it with python"), "dim")

    # -- showing ------------------------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._show_design()
        self.design_changed.emit()

    def _show_design(self) -> None:
        fault, layers = self._design.fault, self._design.layers
        if fault:
            self._hint.set_text(self.tr("Not possible: {0}").format(fault), "bad")
            self._total.set_text("")
        else:
            self._hint.set_text(
                self.tr("Network · change a layer and the sizes follow; training starts from new weights"), "dim"
            )
            counts = parameter_count(layers), multiply_adds(layers) / 1e6
            self._total.set_text(self.tr("{0:,} parameters · {1:.2f} M multiply-adds").format(*counts))
        self._show_state()

    def _show_state(self) -> None:
        """Enable what can be done now."""
        count, at = len(self._design.layers), self.view.layer()
        self._add.setEnabled(count < MAX_LAYERS)
        self._remove.setEnabled(at is not None and count > 1)
        self._up.setEnabled(at is not None and at > 0)
        self._down.setEnabled(at is not None and at < count - 1)
        self._copy.setEnabled(not self._design.fault)

    # -- changing -----------------------------------------------------------------------------------------------

    def _on_preset(self, action: QAction) -> None:
        if action.data() is not None:
            self.set_specs(action.data())
        elif self._session.in_use.current is not None:
            self.set_specs(self._session.in_use.current.checkpoint.network.specs)

    def _on_add(self) -> None:
        at = self.view.layer()
        after = len(self._design.layers) - 1 if at is None else at
        self._design.add(after)
        self.view.go_to(after + 1)

    def _on_remove(self) -> None:
        at = self.view.layer()
        if at is not None:
            self._design.remove(at)
            self.view.go_to(at)

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        at = self.view.layer()
        if at is not None:
            self._design.move(at, at + by)
            self.view.go_to(at + by)
