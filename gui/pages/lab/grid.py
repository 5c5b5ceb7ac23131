"""A grid of numbers in cells: input, kernel, products, output. Paints, tells what is pointed at, lets one type.

What does not change from step to step is painted once and kept as a picture; a step lays frames on top.
"""

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.pages.lab.cell_editor import CellEditor
from gui.pages.lab.cells import READABLE, Cells, cell_rect, cell_texts, paint_cells, paint_empty, paint_moving
from gui.pages.lab.marks import EDGE, canvas, lit_cell, window_frame
from gui.style import theme
from gui.widgets.controls import ARROWS
from model.convolution import Window

NO_CELL = (-1, -1)


class GridView(QWidget):
    """Shows `Cells`, one number a cell where there is room, else pixels.

    `hovered`, `clicked` and `typed` (with the text) carry row and column; `left` follows when nothing is pointed at
    any more. Arrow keys move from cell to cell, Return clicks or begins to type, as does any digit.
    """

    hovered = Signal(int, int)
    left = Signal()
    clicked = Signal(int, int)
    typed = Signal(int, int, str)

    def __init__(
        self, name: str, accessible: str, tip: str, editable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setToolTip(tip)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # or all that lies behind is painted first
        self.cells = Cells(np.zeros((1, 1)))
        self.editable = editable
        self.moving = False  # whether every step brings other numbers
        self.cursor_follows = False  # whether arrow keys click at once
        self._side = 28
        self._picture: QPixmap | None = None  # the cells; without numbers where those are moving
        self._window: Window | None = None
        self._dilation = 1
        self._lit: frozenset[tuple[int, int]] = frozenset()
        self._reached: int | None = None
        self._asked: int | None = None
        self._hover = NO_CELL
        self._cursor = (0, 0)
        self._editor: CellEditor | None = None

    # -- content ------------------------------------------------------------------------------------------------

    def show_cells(self, cells: Cells, side: int) -> None:
        """Show `cells`, each `side` pixels wide and high."""
        resized = cells.values.shape != self.cells.values.shape or side != self._side
        if resized:
            self._end_typing()
            self._hover = NO_CELL
            h, w = cells.values.shape
            self._cursor = (min(self._cursor[0], h - 1), min(self._cursor[1], w - 1))
            self._side = side
            self.setFixedSize(w * side, h * side)
        self.cells = cells
        if resized or not self.moving:
            self._picture = None
        self.update()

    def mark(
        self,
        window: Window | None,
        reached: int | None = None,
        asked: int | None = None,
        dilation: int = 1,
        lit: frozenset[tuple[int, int]] = frozenset(),
    ) -> None:
        """Frame the cells of `window` that a kernel with `dilation` reads, and light those in `lit` (row, column).

        All cells after number `reached` stay empty, and a ? comes into `asked`.
        """
        marks = (window, reached, asked, dilation, lit)
        if marks != (self._window, self._reached, self._asked, self._dilation, self._lit):
            self._window, self._reached, self._asked, self._dilation, self._lit = marks
            self.update()

    @property
    def readable(self) -> bool:
        """Whether the cells show numbers."""
        return self._side >= READABLE and not self.cells.pixels

    # -- places -------------------------------------------------------------------------------------------------

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell is, in pixels of the widget."""
        return cell_rect(self._side, row, column)

    def _at(self, position: QPointF) -> tuple[int, int]:
        row, column = int(position.y() // self._side), int(position.x() // self._side)
        h, w = self.cells.values.shape
        return (row, column) if 0 <= row < h and 0 <= column < w else NO_CELL

    # -- events -------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Show the tooltip below the grid: at the pointer it would hide what one points at."""
        if event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height() + 4)), self.toolTip(), self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in the theme's colours."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._picture = None
        super().changeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which cell is under the pointer."""
        self._set_hover(self._at(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._set_hover(NO_CELL)

    def hideEvent(self, _event: QEvent) -> None:
        """Nor when the grid is gone."""
        self._set_hover(NO_CELL)
        self._end_typing()

    def _set_hover(self, place: tuple[int, int]) -> None:
        if place == self._hover:
            return
        self._hover = place
        if place == NO_CELL:
            self.left.emit()
        else:
            self.hovered.emit(*place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses a cell, or begins to type where one can."""
        place = self._at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or place == NO_CELL:
            return
        self._cursor = place
        self.update()
        self._choose()

    def _choose(self) -> None:
        if self.editable:
            self._begin_typing()
        else:
            self.clicked.emit(*self._cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Return chooses, digits begin to type."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if key in ARROWS and plain:
            self._move(*ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self._choose()
        elif self.editable and plain and event.text() and event.text() in "0123456789-+.,":
            self._begin_typing(event.text())
        else:
            super().keyPressEvent(event)

    def _move(self, down: int, right: int) -> None:
        h, w = self.cells.values.shape
        self._cursor = (min(max(self._cursor[0] + down, 0), h - 1), min(max(self._cursor[1] + right, 0), w - 1))
        self.update()
        if self.cursor_follows:
            self.clicked.emit(*self._cursor)
        else:
            self._set_hover(self._cursor)

    def put_cursor(self, row: int, column: int) -> None:
        """Where the arrow keys go on from."""
        if (row, column) != self._cursor:
            self._cursor = (row, column)
            self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What the keyboard pointed at is left."""
        self._set_hover(NO_CELL)
        super().focusOutEvent(event)

    # -- typing -------------------------------------------------------------------------------------------------

    def _begin_typing(self, text: str | None = None) -> None:
        if self.cells.is_padding(*self._cursor):
            return
        self._end_typing()
        editor = CellEditor(self.tr("Number in row {0}, column {1}").format(*self._cursor), self._side, self)
        rect = self.cell_rect(*self._cursor)
        width = min(max(rect.width(), 48), max(self.width(), rect.width()))
        left = min(max(rect.center().x() - width // 2, 0), max(self.width() - width, 0))
        height = max(rect.height(), 22)
        editor.setGeometry(left, min(rect.top(), max(self.height() - height, 0)), width, height)
        editor.setText(cell_texts(self.cells.values[self._cursor].reshape(1, 1), 4)[0] if text is None else text)
        if text is None:
            editor.selectAll()
        self._editor = editor
        editor.editingFinished.connect(self._on_typed)
        editor.given_up.connect(self._on_given_up)
        editor.show()
        editor.setFocus()

    def _on_given_up(self) -> None:
        self._end_typing()
        self.setFocus()

    def _on_typed(self) -> None:
        if self._editor is None:
            return
        text, had_focus = self._editor.text(), self.window().focusWidget() is self._editor
        self._end_typing()
        if had_focus:
            self.setFocus()
        self.typed.emit(*self._cursor, text)

    def _end_typing(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.editingFinished.disconnect(self._on_typed)
            editor.hide()
            editor.deleteLater()

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cells, what is not reached yet as empty ones, and the frames."""
        if self._picture is None or self._picture.devicePixelRatio() != self.devicePixelRatioF():
            self._picture = self._paint_cells()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        if self.moving and self.readable:
            paint_moving(painter, self.cells, self._side)
        if self._reached is not None:
            behind = self.palette().color(self.backgroundRole())
            paint_empty(painter, self.cells, self._side, self._reached, behind)
        if self._asked is not None:
            row, column = divmod(self._asked, self.cells.values.shape[1])
            painter.setFont(theme.monospaced(max(self._side // 2, 6)))
            painter.setPen(QColor(theme.current().accent))
            painter.drawText(self.cell_rect(row, column), Qt.AlignmentFlag.AlignCenter, "?")
        self._paint_marks(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.current().series), 2))
            painter.drawRect(QRectF(self.cell_rect(*self._cursor)).adjusted(2, 2, -3, -3))
        painter.end()

    def _paint_cells(self) -> QPixmap:
        behind = self.palette().color(self.backgroundRole())
        picture = canvas(self.width(), self.height(), self.devicePixelRatioF(), behind)
        painter = QPainter(picture)
        paint_cells(painter, self.cells, self._side, numbers=not self.moving)
        painter.end()
        return picture

    def _paint_marks(self, painter: QPainter) -> None:
        side, ratio, colours = self._side, self.devicePixelRatioF(), theme.current()
        if self._lit:
            lit = lit_cell(side, ratio, colours.series)
            for row, column in self._lit:
                painter.drawPixmap(column * side, row * side, lit)
        if self._window is not None:
            top, left, bottom, right = self._window
            frame = window_frame(
                bottom - top, right - left, side, self._dilation, self.readable, ratio, colours.accent, colours.dim
            )
            painter.drawPixmap(self.cell_rect(top, left).topLeft() - QPoint(EDGE, EDGE), frame)
