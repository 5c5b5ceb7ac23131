"""A row for each input channel: the patch under the kernel, the kernel, their products, the sum. With numbers.

One widget paints all rows, and only those that can be seen: 64 rows of 27 numbers as widgets would take seconds.
"""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.pages.look.inspector.rows_painter import (
    BAR,
    COMPACT,
    LARGEST,
    ROOMY,
    SHORT,
    TIGHT,
    Block,
    Metrics,
    RowsPainter,
    Sheet,
    roomy,
)
from gui.style import theme
from gui.style.glyphs import laid_out
from gui.widgets.context_menu import ContextMenu
from gui.widgets.number_text import as_text


class ChannelRows(QWidget):
    """Shows a `Sheet`; lives in a scroll area.

    `cell_pointed` carries channel, row and column of the kernel cell under the pointer or the keyboard's cursor;
    `left` follows. `cell_chosen` carries them after a click or Return.
    """

    cell_pointed = Signal(int, int, int)
    left = Signal()
    cell_chosen = Signal(int, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("channelRows")
        self.setAccessibleName(self.tr("The sum, channel by channel"))
        self.setToolTip(
            self.tr("Patch × kernel, number by number, then added up. Each input channel has a kernel of its own.")
        )
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ContextMenu(self, self._numbers)
        self._sheet: Sheet | None = None
        self._room = (400, 300)
        self._cursor: tuple[int, int, int] | None = None  # row, and the cell in its kernel
        self._marked: tuple[int, int, int] | None = None
        self._metrics, self._columns, self._side = ROOMY, 1, 3
        self._blocks: list[Block | None] = []

    # -- content ------------------------------------------------------------------------------------------------

    def show_sheet(self, sheet: Sheet) -> None:
        """Show these rows."""
        if self._sheet is None or sheet.kernel.shape != self._sheet.kernel.shape:
            self._cursor = None
        self._sheet = sheet
        self._blocks = sheet.blocks()
        self._lay_out()
        self.update()

    def mark(self, cell: tuple[int, int, int] | None) -> None:
        """Frame the weight at channel, row and column: the one that is edited."""
        if cell != self._marked:
            self._marked = cell
            self.update()

    def set_room(self, width: int, height: int) -> None:
        """Lay the rows out for `width` pixels, of which `height` can be seen: numbers as large as that allows."""
        if (width, height) != self._room:
            self._room = width, height
            self._lay_out()

    def _lay_out(self) -> None:
        if self._sheet is None:
            return
        self._side = self._sheet.kernel.shape[-1]
        width, count = self._room[0], len(self._sheet.order)
        longest = self._sheet.source.format(max(self._sheet.order, default=0))  # longer in other languages
        colours = self._with_label(Metrics(0, 0, 10, COMPACT.label, COMPACT.sign, COMPACT.total), longest)
        across = (width - colours.row_width(self._side)) // (3 * self._side)
        zoom = min(max(across, 1), max(self._room[1] // min(count, 3), 84) // self._side, SHORT.width - 1)
        usual = [self._with_label(m, longest) for m in (ROOMY, COMPACT, TIGHT, SHORT)]
        usual.append(replace(colours, width=zoom, height=zoom))
        self._metrics = next((m for m in usual if m.row_width(self._side) <= width), usual[-1])
        self._columns = max(1, min(width // (self._metrics.row_width(self._side) + 16), count))
        rows = -(-count // self._columns)
        larger = (self._with_label(roomy(each), longest) for each in range(LARGEST, ROOMY.width, -1))
        self._metrics = next((m for m in larger if self._has_room(m, rows)), self._metrics)
        wide = self._metrics.row_width(self._side)
        self.setMinimumWidth(wide)
        height = rows * self._metrics.row_height(self._side)
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def _with_label(self, metrics: Metrics, longest: str) -> Metrics:
        if self._sheet is not None and self._sheet.bare:
            return replace(metrics, label=0, total=0)
        letter = self._letter(metrics.font) if metrics.total else 0
        label = max(metrics.label, laid_out(longest, metrics.font + 1).width + 6)
        return replace(metrics, label=label, total=metrics.total + letter)

    def _letter(self, font: int) -> int:
        """The width of what stands before each sum of two that are compared."""
        compares = self._sheet is not None and self._sheet.other is not None
        return laid_out("A ", font + 1).width if compares else 0

    def _has_room(self, metrics: Metrics, rows: int) -> bool:
        """Whether rows of these sizes, a bar for the sum in each, fit side by side, and two of them can be seen."""
        width, height = self._room
        across = metrics.row_width(self._side) + (BAR // 2 if metrics.total else 0) <= width // self._columns - 16
        return across and metrics.row_height(self._side) * min(rows, 2) <= height

    def sizeHint(self) -> QSize:
        """As much as a row needs."""
        return QSize(self._metrics.row_width(self._side), self.minimumHeight())

    # -- places -------------------------------------------------------------------------------------------------

    def _row_rect(self, position: int) -> QRect:
        down, across = divmod(position, self._columns)
        width, height = self.width() // self._columns, self._metrics.row_height(self._side)
        return QRect(across * width, down * height, width, height - 8)

    def _block_left(self, block: int) -> int:
        m = self._metrics
        return m.label + block * (self._side * m.width + m.sign)

    def cell_rect(self, position: int, block: int, row: int, column: int) -> QRect:
        """Where cell `row`, `column` of patch (0), kernel (1) or products (2) of the row at `position` is painted."""
        m, place = self._metrics, self._row_rect(position)
        left = place.left() + self._block_left(block) + column * m.width
        gap = 1 if m.width > 4 else 0
        return QRect(left, place.top() + row * m.height, m.width - gap, m.height - gap)

    def cursor_rect(self) -> QRect:
        """The row with the cursor, for the scroll area to show."""
        return QRect() if self._cursor is None else self._row_rect(self._cursor[0])

    def _at(self, point: QPoint) -> tuple[int, int, int] | None:
        if self._sheet is None:
            return None
        m = self._metrics
        position = point.y() // m.row_height(self._side) * self._columns
        position += min(point.x() // max(self.width() // self._columns, 1), self._columns - 1)
        if not 0 <= position < len(self._sheet.order):
            return None
        place = self._row_rect(position)
        row = (point.y() - place.top()) // m.height
        for block in range(3):
            column = (point.x() - place.left() - self._block_left(block)) // m.width
            if 0 <= column < self._side and 0 <= row < self._side:
                return position, row, column
        return None

    # -- events -------------------------------------------------------------------------------------------------

    def _point(self, cursor: tuple[int, int, int] | None) -> None:
        if cursor == self._cursor or self._sheet is None:
            return
        self._cursor = cursor
        self.update()
        if cursor is None:
            self.left.emit()
        else:
            self.cell_pointed.emit(self._sheet.order[cursor[0]], *cursor[1:])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which cell is under the pointer."""
        self._point(self._at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell."""
        self._point(self._at(event.position().toPoint()))
        self._choose()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab came here: the first cell shows it."""
        super().focusInEvent(event)
        if self._cursor is None and event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        ):
            self._point((0, 0, 0))

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._point(None)

    def _choose(self) -> None:
        if self._cursor is not None and self._sheet is not None:
            self.cell_chosen.emit(self._sheet.order[self._cursor[0]], *self._cursor[1:])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move from cell to cell, Return chooses, Page Up and Page Down go to the next row."""
        moves = {
            Qt.Key.Key_Left: (0, 0, -1),
            Qt.Key.Key_Right: (0, 0, 1),
            Qt.Key.Key_Up: (0, -1, 0),
            Qt.Key.Key_Down: (0, 1, 0),
            Qt.Key.Key_PageUp: (-self._columns, 0, 0),
            Qt.Key.Key_PageDown: (self._columns, 0, 0),
        }
        key = Qt.Key(event.key())
        if key in moves and self._sheet is not None:
            self._point(self._moved(moves[key]) if self._cursor is not None else (0, 0, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _moved(self, step: tuple[int, int, int]) -> tuple[int, int, int]:
        """The cell beside the cursor; beyond the kernel's edge, in the next row."""
        assert self._sheet is not None
        assert self._cursor is not None
        position, row, column = (now + by for now, by in zip(self._cursor, step, strict=True))
        position += (row // self._side) * self._columns + column // self._side
        if not 0 <= position < len(self._sheet.order):
            return self._cursor
        return position, row % self._side, column % self._side

    def event(self, event: QEvent) -> bool:
        """The tooltip over a cell is its product in full."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(event.pos())
            text = self.toolTip() if place is None else self.describe(place)
            QToolTip.showText(event.globalPos() + QPoint(0, 18), text, self)
            return True
        return super().event(event)

    def _numbers(self, at: QPoint) -> str:
        """The arithmetic of one channel: patch, kernel, products; of the first where the pointer is on none."""
        if self._sheet is None:
            return ""
        place, blocks = self._at(at), [block for block in self._blocks if block is not None]
        channel = self._sheet.order[place[0] if place is not None else 0]
        return as_text(np.stack([block.numbers[channel] for block in blocks]))

    def describe_cursor(self) -> str:
        """The arithmetic of the cell with the cursor."""
        return "" if self._cursor is None else self.describe(self._cursor)

    def describe(self, place: tuple[int, int, int]) -> str:
        """A cell's arithmetic in words: `place` is row of the sheet, then row and column of the kernel."""
        sheet = self._sheet
        assert sheet is not None
        channel, row, column = sheet.order[place[0]], *place[1:]
        weight = sheet.kernel[channel, row, column]
        name = sheet.source.format(channel)
        if sheet.pixel is None:
            return self.tr("{0}: weight {1:+.4f}").format(name, weight)
        pixel = sheet.pixel
        if sheet.outputs and sheet.other is not None:
            return self.tr("{0}, row {1}, column {2}: {3:.4f}; × {4:+.4f} for A, × {5:+.4f} for B").format(
                name, row, column, pixel.patch[channel, row, column], pixel.kernel[channel, row, column], weight
            )
        text = self.tr("{0}, row {1}, column {2}: {3:.4f} × {4:+.4f} = {5:+.4f}").format(
            name, pixel.window.top + row, pixel.window.left + column, pixel.patch[channel, row, column], weight,
            pixel.products[channel, row, column],
        )  # fmt: skip
        return text + self.tr(" (padding: always 0)") if pixel.is_padding[row, column] else text

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows that are to be seen."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.current().panel))
        if self._sheet is not None:
            height = self._metrics.row_height(self._side)
            first = event.rect().top() // height * self._columns
            last = min((event.rect().bottom() // height + 1) * self._columns, len(self._sheet.order))
            rows = RowsPainter(painter, self._sheet, self._metrics, self._blocks)
            for position in range(first, last):
                rows.paint(position, self._row_rect(position))
            if self._marked is not None and self._marked[0] in self._sheet.order:
                painter.setPen(QPen(QColor(theme.current().series), 3))
                position = self._sheet.order.index(self._marked[0])
                marked = self.cell_rect(position, self._sheet.weights_at, *self._marked[1:])
                painter.drawRect(marked.adjusted(0, 0, 1, 1))
            if self._cursor is not None:
                painter.setPen(QPen(QColor(theme.current().accent), 2))
                for block in range(3):
                    painter.drawRect(self.cell_rect(self._cursor[0], block, *self._cursor[1:]).adjusted(0, 0, 1, 1))
        if self.hasFocus():
            painter.setPen(QColor(theme.current().series))
            painter.drawRect(self.visibleRegion().boundingRect().adjusted(0, 0, -1, -1))
        painter.end()
