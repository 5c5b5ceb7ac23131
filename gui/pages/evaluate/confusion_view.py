"""The confusion matrix: which digit was shown, and as which it was read. Knows no network."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.style import theme
from gui.style.colors import ink_on, mixed
from gui.widgets import class_names
from gui.widgets.context_menu import ContextMenu
from gui.widgets.controls import ARROWS
from gui.widgets.lines_view import CENTRED
from gui.widgets.number_text import as_text
from model.data_set import DIGITS

Counts = NDArray[np.int64]
HEAD = 26  # pixels for the digits at the left and above
NAMES = 96  # pixels at the most for other names at the left


class ConfusionView(QWidget):
    """Digits shown down, answers across; what was read right lies on the diagonal.

    `chosen` carries a cell, (shown, answered), or None. A click or the arrow keys choose, Escape chooses none.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confusionMatrix")
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.setToolTip(
            self.tr("How often each digit (down) was read as each (across); click a cell, or use the arrow keys")
        )
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        ContextMenu(self, self._numbers)
        self._counts: Counts | None = None
        self._names: Sequence[str] = DIGITS
        self._left = self._top = theme.room(HEAD)
        self._pair: tuple[Counts, Counts] | None = None  # of two networks, where their difference is shown
        self._cell: tuple[int, int] | None = None
        self._hover: tuple[int, int] | None = None
        self._why = ""  # nothing is shown

    def show_counts(
        self, counts: Counts | None, cell: tuple[int, int] | None, why: str = "", names: Sequence[str] = DIGITS
    ) -> None:
        """Show (10, 10) counts of classes with these `names`, or none and `why`; frame the chosen cell."""
        self._why = why
        self._name_classes(names)
        self._show(counts, None, cell)

    def show_difference(
        self, first: Counts, second: Counts, cell: tuple[int, int] | None, names: Sequence[str] = DIGITS
    ) -> None:
        """Show by how much the counts (10, 10) of a network A exceed those of a network B; frame the chosen cell."""
        self._name_classes(names)
        self._show(first - second, (first, second), cell)

    def _name_classes(self, names: Sequence[str]) -> None:
        self._names = names
        self._left = self._top = class_names.room(names, theme.monospaced(theme.scaled(12)), theme.room(HEAD), NAMES)

    def _show(self, counts: Counts | None, pair: tuple[Counts, Counts] | None, cell: tuple[int, int] | None) -> None:
        self._counts, self._pair, self._cell = counts, pair, cell
        self.setAccessibleDescription(self._why if counts is None or cell is None else self.words(cell))
        self.update()

    def _numbers(self, _at: QPoint) -> str:
        return "" if self._counts is None else as_text(self._counts.astype(float))

    def words(self, cell: tuple[int, int]) -> str:
        """What a cell says."""
        if self._counts is None:
            return ""
        shown, answered = cell
        if self._pair is not None:
            text = self.tr("{0} read as {1}: A {2:,}, B {3:,}")
            return text.format(self._names[shown], self._names[answered], *(int(each[cell]) for each in self._pair))
        count, total = int(self._counts[cell]), int(self._counts[shown].sum())
        share = 100 * count / max(total, 1)
        text = self.tr("{0} read as {1}: {2:,} of {3:,} ({4:.1f} %)")
        return text.format(self._names[shown], self._names[answered], count, total, share)

    # -- places -------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Cells with room for three figures."""
        return QSize(theme.room(HEAD) + 10 * 40, theme.room(HEAD) + 10 * 40)

    def minimumSizeHint(self) -> QSize:
        """The smallest cells that can be read."""
        return QSize(theme.room(HEAD) + 10 * theme.room(20), theme.room(HEAD) + 10 * theme.room(17))

    def _side(self) -> QPointF:
        """Width and height of a cell: squares while there is room, else lower than wide."""
        width, height = (self.width() - self._left - 1) // 10, (self.height() - self._top - 1) // 10
        return QPointF(min(width, round(height * 1.35)), min(height, width))

    def _place(self, row: int, column: int) -> QRectF:
        side = self._side()
        return QRectF(self._left + column * side.x(), self._top + row * side.y(), side.x(), side.y())

    def cell_rect(self, shown: int, answered: int) -> QRectF:
        """Where a cell lies."""
        return self._place(shown, answered)

    def _at(self, position: QPointF) -> tuple[int, int] | None:
        side = self._side()
        row, column = (position.y() - self._top) // max(side.y(), 1), (position.x() - self._left) // max(side.x(), 1)
        inside = self._counts is not None and 0 <= row < 10 and 0 <= column < 10
        return (int(row), int(column)) if inside else None

    # -- events -------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """The tooltip of a cell says what it means."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._at(QPointF(event.pos()))
            text = self.toolTip() if cell is None else self.words(cell)
            QToolTip.showText(event.globalPos() + QPoint(12, 12), text, self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark row and column of the cell under the pointer."""
        cell = self._at(event.position())
        if cell != self._hover:
            self._hover = cell
            self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._hover = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses a cell; on the chosen one, or beside the cells, it chooses none."""
        if event.button() == Qt.MouseButton.LeftButton and self._counts is not None:
            cell = self._at(event.position())
            self.chosen.emit(None if cell == self._cell else cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the next cell, Escape none."""
        step = ARROWS.get(Qt.Key(event.key()))
        if step is not None and self._counts is not None:
            row, column = (0, 0) if self._cell is None else (self._cell[0] + step[0], self._cell[1] + step[1])
            self.chosen.emit((min(max(row, 0), 9), min(max(column, 0), 9)))
        elif event.key() == Qt.Key.Key_Escape and self._cell is not None:
            self.chosen.emit(None)
        else:
            super().keyPressEvent(event)

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Digits at the edges, a square for each cell, its number in it."""
        colours = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.panel))
        side = self._side()
        pixels = int(min(max(min(side.x() * 0.38, side.y() * 0.5), 9), theme.room(14)))
        painter.setFont(theme.monospaced(theme.scaled(12)))
        self._paint_edges(painter, side)
        painter.setFont(theme.monospaced(pixels))
        most = self._most()
        for row in range(10):
            for column in range(10):
                count = 0 if self._counts is None else int(self._counts[row, column])
                self._paint_cell(painter, self._place(row, column), count, row == column, most)
        if self._cell is not None and self._counts is not None:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(self._place(*self._cell).adjusted(0, 0, -1, -1))
        if self._counts is None:
            painter.setFont(self.font())
            painter.setPen(QColor(colours.dim))
            whole = QRectF(self._left, self._top, 10 * side.x(), 10 * side.y())
            painter.drawText(whole, int(CENTRED), self._why)
        if self.hasFocus():
            painter.setPen(QColor(colours.series))
            painter.drawRect(QRectF(self._left - 2, self._top - 2, 10 * side.x() + 2, 10 * side.y() + 2))
        painter.end()

    def _most(self) -> int:
        """The count that has the strongest colour: the largest off the diagonal."""
        if self._counts is None:
            return 1
        return max(int(np.abs(self._counts - np.diag(np.diag(self._counts))).max()), 1)

    def _paint_edges(self, painter: QPainter, side: QPointF) -> None:
        colours = theme.current()
        marked = self._hover or self._cell or (-1, -1)
        for digit, name in enumerate(self._names):
            painter.setPen(QColor(colours.accent if marked[0] == digit else colours.dim))
            place = QRectF(0, self._top + digit * side.y(), self._left - 4, side.y())
            class_names.paint(painter, place, Qt.AlignmentFlag.AlignCenter, name)
            painter.setPen(QColor(colours.accent if marked[1] == digit else colours.dim))
            place = QRectF(self._left + digit * side.x(), 0, side.x(), self._top - 4)
            class_names.paint_up(painter, place, name)

    def _paint_cell(self, painter: QPainter, place: QRectF, count: int, right: bool, most: int) -> None:
        colours, signed = theme.current(), self._pair is not None
        inner = place.adjusted(0, 0, -1, -1)
        marked = right and self._counts is not None
        painter.fillRect(inner, QColor(colours.raised if marked else colours.window))
        plain = (right and not signed) or not count
        strength = 0.0 if plain else min(0.2 + 0.8 * (abs(count) / most) ** 0.5, 1.0)
        fill = mixed(colours.window, colours.accent if signed and count > 0 else colours.series, strength)
        if strength:
            painter.fillRect(inner, QColor(fill))
        if count:
            painter.setPen(QColor(colours.dim if right and not signed else ink_on(fill)))
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, f"{count:+d}" if signed else str(count))
