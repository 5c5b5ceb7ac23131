"""How a cell of the table of layers is painted and changed: a framed number, a box to tick, or plain text."""

from typing import Protocol, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSpinBox, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.style import theme

Index = QModelIndex | QPersistentModelIndex
BOX, PAD = 14, 8  # pixels: side of a box to tick, and where text begins
HOOK = (0.24, 0.51), (0.43, 0.7), (0.76, 0.31)  # of that side


class Layers(Protocol):
    """What the cells ask of the table's model beside its data."""

    def fits(self, row: int) -> bool:
        """Whether the layer of this row is possible where it stands."""

    def choices(self, index: Index) -> tuple[int, int]:
        """The least and the largest number that can be reached from here."""


class LayerCells(QStyledItemDelegate):
    """Works with any model whose numbers are editable, whose boxes have a check state, and that is a `Layers`."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        colours, rect = theme.current(), QRect(option.rect)
        state = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        checked = index.data(Qt.ItemDataRole.CheckStateRole)
        changeable = index.flags() & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)
        edge = colours.series if focused else colours.dim if hovered and changeable else colours.line
        if checked is not None:
            if focused:
                self._paint_focus(painter, rect)
            self._paint_box(painter, rect, Qt.CheckState(checked) == Qt.CheckState.Checked, bool(changeable), edge)
        elif isinstance(number := index.data(), int):
            frame = self.frame(rect)
            painter.setPen(QPen(QColor(edge), 1))
            painter.setBrush(QColor(colours.raised if changeable else colours.panel))
            painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(QColor(colours.text if changeable else colours.dim))
            painter.setFont(theme.monospaced(theme.scaled(12)))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, str(number))
        else:
            if focused:
                self._paint_focus(painter, rect)
            chosen = bool(state & QStyle.StateFlag.State_Selected) and index.column() == 0
            self._paint_text(painter, rect, index, chosen)
        painter.restore()

    def _paint_focus(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(QColor(theme.current().series))
        painter.drawRoundedRect(QRectF(rect).adjusted(2.5, 2.5, -6.5, -3.5), 4, 4)

    def _paint_text(self, painter: QPainter, rect: QRect, index: Index, chosen: bool) -> None:
        colours, column = theme.current(), index.column()
        colour = colours.accent if chosen else colours.dim if column == 1 else colours.text
        if not _layers(index).fits(index.row()):
            colour = colours.wrong
        painter.setPen(QColor(colour))
        if column:
            painter.setFont(theme.monospaced(theme.scaled(12)))
        inner = rect.adjusted(PAD, 0, 0, 0)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, index.data() or "")

    def _paint_box(self, painter: QPainter, rect: QRect, checked: bool, changeable: bool, edge: str) -> None:
        colours = theme.current()
        middle = rect.center().y()
        if not changeable and not checked:
            painter.setPen(QColor(colours.faint))
            painter.drawText(rect.adjusted(PAD, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, "–")
            return
        side = theme.room(BOX)
        box = QRectF(rect.left() + PAD, middle - side / 2 + 0.5, side, side)
        fill = colours.accent if checked else colours.raised
        border = colours.accent if checked and edge == colours.line else edge
        painter.setPen(QPen(QColor(colours.dim if border == colours.line else border), 1))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if checked:
            painter.setPen(QPen(QColor(colours.on_accent), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline([box.topLeft() + QPointF(x, y) * side for x, y in HOOK])

    def frame(self, rect: QRect) -> QRect:
        """Where in its cell a number stands."""
        return QRect(rect.left() + 4, rect.top() + 2, min(rect.width() - 8, 52), rect.height() - 5)

    # -- changing -----------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A spin box that only offers what can be reached."""
        spin = QSpinBox(parent)
        spin.setObjectName("layerEditor")
        spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        spin.setFont(theme.monospaced(theme.scaled(12)))
        spin.setRange(*_layers(index).choices(index))
        spin.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)).split(":")[0])
        spin.setToolTip(str(index.data(Qt.ItemDataRole.ToolTipRole)))
        spin.setKeyboardTracking(True)
        spin.valueChanged.connect(self._on_value_changed)
        return spin

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the number that is there."""
        if isinstance(editor, QSpinBox) and editor.value() != index.data():
            editor.blockSignals(True)  # shown, not entered
            editor.setValue(index.data())
            editor.blockSignals(False)

    def _on_value_changed(self) -> None:
        editor = self.sender()
        if isinstance(editor, QSpinBox):
            self.commitData.emit(editor)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """What was chosen."""
        if isinstance(editor, QSpinBox):
            model.setData(index, editor.value())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Over the number, with room for the two arrows."""
        frame = self.frame(QRect(option.rect))
        frame.setWidth(max(frame.width(), 46))
        editor.setGeometry(frame.adjusted(-1, -1, 1, 1))

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click anywhere in the cell ticks its box; so does Space."""
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        clicked = (
            event.type() == QEvent.Type.MouseButtonRelease
            and isinstance(event, QMouseEvent)
            and event.button() == Qt.MouseButton.LeftButton
            and QRect(option.rect).contains(event.position().toPoint())
        )
        key = event.key() if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) else None
        if clicked or key in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            now = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
            wanted = Qt.CheckState.Unchecked if now else Qt.CheckState.Checked
            return model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)
        return event.type() == QEvent.Type.MouseButtonDblClick  # its second click has ticked the box already


def _layers(index: Index) -> Layers:
    return cast(Layers, index.model())
