"""The layers of a design as a table that is changed in place: model, delegate and view. Computes nothing itself."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from gui.pages.train.layer_cells import LayerCells
from gui.pages.train.layer_widths import FIELD, GIVING_WAY, MULTIPLY_ADDS, OUTPUT, PARAMETERS, shared
from gui.session.design import Design
from gui.style import theme
from gui.widgets.context_menu import ContextMenu, table_numbers
from gui.widgets.titled_table import NO_PARENT, Index, TitledTable
from model.files import InputError
from model.network.architecture import CLASSES, INPUT_SIDE, LayerShape, field_sizes, layer_shapes, linear_features
from model.network.designs import FIELDS, reachable

NUMBERS, CHECKS = range(1, 5), range(5, 7)  # columns with numbers to choose, and with boxes to tick
NARROWEST = (56, 46, 46, 46, 46, 34, 34, 40, 40, 40, 40)  # pixels for what stands in the cells
TITLE, CELL = 10, 14  # pixels beside a title, and beside a number that follows
ROW, HEADER, ROWS = 26, 26, 6  # pixels, pixels, rows that are seen without scrolling


class LayerTable(TitledTable):
    """A row a convolution layer, and one for the linear layer, which only follows."""

    def __init__(self, design: Design, parent: QWidget) -> None:
        super().__init__(parent)
        self.design = design
        self._rows = 0
        self._shapes: list[LayerShape] = []
        self._fields: list[int] = []
        self.titles = (
            self.tr("layer"), self.tr("channels out"), self.tr("kernel"), self.tr("stride"), self.tr("padding"),
            self.tr("bias"), self.tr("max-pool"), self.tr("output"), self.tr("params"), self.tr("multiply-adds"),
            self.tr("field"),
        )  # fmt: skip
        self.tips = (
            self.tr("Layers from the image to the answer; each convolution is followed by a ReLU"),
            self.tr("out_channels: how many filters, and so how many feature maps"),
            self.tr("kernel_size: the side of the square that a kernel covers"),
            self.tr("stride: by how many pixels the kernel moves on; 2 halves height and width"),
            self.tr("padding: rings of zeros around the input, so that the edge is read as often as the middle"),
            self.tr("bias: a number that each filter adds to its sum; without one there is no batch norm either"),
            self.tr("max-pool: keep the largest of each 2 × 2 square; halves height and width"),
            self.tr("Channels × height × width of what the next layer reads"),
            self.tr("Numbers that training finds: weights and biases"),
            self.tr("Multiplications for one image: what an answer costs"),
            self.tr("Receptive field: how wide a square of the image one number of this layer depends on"),
        )
        self.refresh()
        design.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Take over the design: sizes and counts as far as the layers fit together."""
        layers = self.design.layers
        shapes: list[LayerShape] = []
        for count in range(1, len(layers) + 1):
            try:
                shapes = layer_shapes(layers[:count])
            except InputError:
                break
        self._shapes, self._fields = shapes, field_sizes(layers)
        if len(layers) + 1 != self._rows:
            self.beginResetModel()
            self._rows = len(layers) + 1
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, len(self.titles) - 1))

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """Convolution layers and the linear one."""
        return 0 if parent.isValid() else self._rows

    def is_linear(self, row: int) -> bool:
        """Whether this is the last row."""
        return row == self._rows - 1

    def fits(self, row: int) -> bool:
        """Whether the layers up to and including this one fit together."""
        return row < len(self._shapes) or (self.is_linear(row) and len(self._shapes) == self._rows - 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, values, boxes, and words for screen readers."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column in CHECKS and not self.is_linear(row):
            state = Qt.CheckState.Checked if self._value(row, column) else Qt.CheckState.Unchecked
            return state.value  # Qt would take the enumeration itself for 0
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            if column in CHECKS:
                return None
            if column in NUMBERS and not self.is_linear(row):
                return self._value(row, column)
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tips[column] if column else self._summary(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = self._text(row, 0)
            value = self._value(row, column) if column in (*NUMBERS, *CHECKS) and not self.is_linear(row) else ""
            return f"{name}, {self.titles[column]}: {self._text(row, column) or value}"
        return None

    def _summary(self, row: int) -> str:
        """What follows from a layer, also where there is no room for the columns of it."""
        facts = (f"{self.titles[column]}: {self._text(row, column)}" for column in range(OUTPUT, len(self.titles)))
        return "\n".join((self._text(row, 0), *facts, self.tips[0]))

    def widest(self, column: int) -> str:
        """The longest text of a column."""
        return max((self._text(row, column) for row in range(self._rows)), key=len)

    def _value(self, row: int, column: int) -> int:
        return int(getattr(self.design.layers[row], FIELDS[column - 1]))

    def _text(self, row: int, column: int) -> str:
        if column == 0:
            return "linear" if self.is_linear(row) else f"conv{row + 1}"
        if column in (*NUMBERS, *CHECKS) and not self.is_linear(row):
            return ""
        if not self.fits(row):
            return "–" if column >= OUTPUT else ""
        if self.is_linear(row):
            features = linear_features(self.design.layers)
            texts = {
                1: f"{features} → {CLASSES}", OUTPUT: str(CLASSES), PARAMETERS: f"{CLASSES * (features + 1):,}",
                MULTIPLY_ADDS: f"{CLASSES * features:,}", FIELD: f"{INPUT_SIDE}×{INPUT_SIDE}",
            }  # fmt: skip
            return texts.get(column, "")
        shape, side = self._shapes[row], self._fields[row]
        return {
            OUTPUT: f"{shape.spec.out_channels}×{shape.out_size}×{shape.out_size}",
            PARAMETERS: f"{shape.parameters:,}",
            MULTIPLY_ADDS: f"{shape.multiply_adds:,}",
            FIELD: f"{side}×{side}",
        }[column]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Numbers and boxes of convolutions can be changed, where there is more than one value to choose from."""
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row, column = index.row(), index.column()
        if self.is_linear(row) or column not in (*NUMBERS, *CHECKS):
            return base
        low, high = self.choices(index)
        if low == high == self._value(row, column):
            return base
        return base | (Qt.ItemFlag.ItemIsEditable if column in NUMBERS else Qt.ItemFlag.ItemIsUserCheckable)

    def choices(self, index: Index) -> tuple[int, int]:
        """The lowest and the highest value that can be chosen in this cell."""
        return reachable(self.design.layers, index.row(), FIELDS[index.column() - 1])

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Change one number or box."""
        if role == Qt.ItemDataRole.CheckStateRole:
            value = int(Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role != Qt.ItemDataRole.EditRole:
            return False
        self.design.set_value(index.row(), FIELDS[index.column() - 1], int(value))
        return True


class LayerTableView(QTableView):
    """Arrow keys move, digits and Return edit, + and − step, Space ticks, Ctrl+Z takes back."""

    def __init__(self, design: Design, accessible: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layerTable")
        self.setAccessibleName(accessible)
        self.setToolTip(tip)
        self._design = design
        self.table = LayerTable(design, self)
        self.setModel(self.table)
        self.setItemDelegate(LayerCells(self))
        ContextMenu(self, self._numbers)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.AnyKeyPressed | trigger.EditKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)  # Tab goes on to the buttons
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(theme.room(ROW))
        rows.setDefaultSectionSize(theme.room(ROW))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setMinimumSectionSize(30)
        columns.setHighlightSections(False)
        columns.setFixedHeight(theme.room(HEADER))
        self.setMinimumHeight(theme.room(HEADER) + 3 * theme.room(ROW) + 1)  # then it scrolls
        self.setMaximumHeight(theme.room(HEADER) + ROWS * theme.room(ROW) + 1)
        self.clicked.connect(self._on_clicked)
        self._span_linear()
        self.table.modelReset.connect(self._span_linear)
        self.table.modelReset.connect(self._share)
        self.table.dataChanged.connect(self._share)

    def _numbers(self, _at: QPoint) -> str:
        return table_numbers(self)

    def _span_linear(self) -> None:
        """The linear layer has no kernel: what it reads takes the room."""
        self.clearSpans()
        self.setSpan(self.table.rowCount() - 1, NUMBERS[0], 1, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Share the width among the columns; those that only follow give way, and where that is not enough it scrolls.

        What stands in them is in the tip of the layer's name then, and the sums are below the table.
        """
        for column, width in enumerate(shared(self.viewport().width(), self._least())):
            self.setColumnHidden(column, not width)
            if width:
                self.setColumnWidth(column, width)

    def _least(self) -> list[int]:
        """How wide each column must be for its title and what stands below it, in pixels."""
        font = self.font()
        font.setPixelSize(theme.scaled(12))  # as the style sheet wants titles
        titles, numbers = QFontMetrics(font), QFontMetrics(theme.monospaced(theme.scaled(12)))
        least = [max(titles.horizontalAdvance(title) + TITLE, theme.room(cells)) for title, cells in
                 zip(self.table.titles, NARROWEST, strict=True)]  # fmt: skip
        for column in GIVING_WAY:
            least[column] = max(least[column], numbers.horizontalAdvance(self.table.widest(column)) + CELL)
        return least

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def layer(self) -> int | None:
        """The number of the layer that the current cell belongs to; None on the linear layer or where there is none."""
        row = self.currentIndex().row()
        return row if 0 <= row < len(self._design.layers) else None

    def go_to(self, row: int) -> None:
        """Make the same cell of another row the current one."""
        row = min(max(row, 0), len(self._design.layers) - 1)
        self.setCurrentIndex(self.table.index(row, max(self.currentIndex().column(), NUMBERS[0])))

    def event(self, event: QEvent) -> bool:
        """Undo and redo are meant for the design here, not for the drawing."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_undo(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the class says."""
        index, stack = self.currentIndex(), self._design.undo_stack
        step = {"+": 1, "=": 1, "-": -1}.get(event.text(), 0)
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # a key that the editor left over
        elif event.matches(QKeySequence.StandardKey.Undo):
            stack.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            stack.redo()
        elif step and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.table.setData(index, index.data(Qt.ItemDataRole.EditRole) + step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        elif event.text().strip().isprintable() and event.text().strip() and not event.text().isdecimal():
            event.ignore()  # letters edit nothing
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what a click changes."""
        super().mouseMoveEvent(event)
        flags = self.indexAt(event.position().toPoint()).flags()
        changes = flags & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if changes else Qt.CursorShape.ArrowCursor)

    def changeEvent(self, event: QEvent) -> None:
        """Numbers keep their face in another theme and language."""
        super().changeEvent(event)
        self.viewport().update()


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
