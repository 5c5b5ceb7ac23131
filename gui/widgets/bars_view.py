"""Ten numbers, one for each digit, as bars: probabilities, or the linear layer's outputs."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.style import theme
from gui.style.glyphs import draw
from gui.widgets import class_names
from gui.widgets.backdrop import backdrop, size_of
from gui.widgets.context_menu import ContextMenu
from model.data_set import DIGITS

LABEL, MARGIN, INSET = 20, 6, 4
NAMES = 0.4  # of the width, the most that names may take


class BarsView(QWidget):
    """One row a digit, or another class: its name, a bar, the number.

    With `signed` the bars leave a middle line to both sides and numbers are written as they are; else they are
    parts of 1, written in per cent. Where rows can be chosen, `chosen` carries the digit. The marked row is the
    answer's, in amber; a framed one is only looked at.
    """

    chosen = Signal(int)

    def __init__(
        self, name: str, accessible: str, tip: str, signed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setToolTip(tip)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # or all that lies behind is painted first
        self._signed = signed
        self._backdrop = QPixmap()
        self._values: NDArray[np.float32] | None = None
        self._written: list[str] = []  # the numbers as they are shown
        self._names: Sequence[str] = DIGITS
        self._marked: int | None = None
        self._framed: int | None = None
        self._pinned: int | None = None
        self._choosable = False
        ContextMenu(self, self._numbers)

    def _numbers(self, _at: QPoint) -> str:
        return (
            ""
            if self._values is None
            else "\n".join(f"{name}\t{v:.6g}" for name, v in zip(self._names, self._values.tolist(), strict=True))
        )

    def sizeHint(self) -> QSize:
        """Ten lines of text."""
        return QSize(150, theme.room(160))

    def minimumSizeHint(self) -> QSize:
        """Ten narrow lines."""
        return QSize(120, theme.room(130))

    def set_values(self, values: NDArray[np.float32] | None, marked: int | None, names: Sequence[str] = DIGITS) -> None:
        """Show ten numbers, or none, of the classes with these `names`; row `marked` stands out."""
        before = self._written, self._marked
        self._written = [] if values is None else [self._number(value) for value in values.tolist()]
        self._values, self._marked = values, marked
        self.setAccessibleDescription(", ".join(f"{n}: {w}" for n, w in zip(names, self._written, strict=False)))
        if names != self._names:
            self._names, self._backdrop = names, QPixmap()
            self.update()
        elif self._signed or len(before[0]) != len(self._written):  # one scale for all rows
            self.update()
        else:
            self._update_rows(*before)

    def _update_rows(self, written: list[str], marked: int | None) -> None:
        """Paint anew where there is another number, or where the mark was or is: while one draws these are few."""
        for row, (before, now) in enumerate(zip(written, self._written, strict=True)):
            if before != now or (row == marked) != (row == self._marked):
                self.update(self._row(row).toAlignedRect())

    def _row(self, row: int) -> QRectF:
        return QRectF(0, row * self.height() / 10, self.width(), self.height() / 10)

    def frame(self, row: int | None, pinned: int | None = None) -> None:
        """Frame the row that is looked at, and in blue the one that it is compared with; None frames none."""
        if (row, pinned) != (self._framed, self._pinned):
            self._framed, self._pinned = row, pinned
            self.update()

    def make_choosable(self) -> None:
        """Let a click, or the arrow keys, choose a row."""
        self._choosable = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer."""
        if self._choosable and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(min(max(int(event.position().y() * 10 / self.height()), 0), 9))
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose the next row, Return the framed or marked one, a digit its row."""
        key = Qt.Key(event.key())
        at = self._framed if self._framed is not None else self._marked or 0
        rows = {Qt.Key.Key_Up: max(at - 1, 0), Qt.Key.Key_Down: min(at + 1, 9), Qt.Key.Key_Return: at}
        if self._choosable and (key in rows or event.text().isdecimal()):
            self.chosen.emit(rows[key] if key in rows else int(event.text()))
        else:
            super().keyPressEvent(event)

    def _number(self, value: float) -> str:
        return f"{value:+.2f}" if self._signed else f"{100 * value:.1f} %"

    def changeEvent(self, event: QEvent) -> None:
        """The theme may have changed."""
        self._backdrop = QPixmap()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ten rows; what never changes is kept as one picture."""
        height = self.height() / 10
        tall = height >= 26
        bar = min(height * 0.45, 12.0 if tall else 8.0)
        usual = 13 if tall else 11
        pixels = min(theme.scaled(usual), int(height) - 3) if height >= 14 else 10
        font = theme.monospaced(pixels)
        number_width = max(54 if tall else 46, (54 if tall else 46) * pixels // usual)
        label = class_names.room(self._names, font, theme.room(LABEL), NAMES * self.width())
        room = self.width() - label - number_width - MARGIN - INSET
        tracks = [QRectF(label, (d + 0.5) * height - bar / 2, room, bar) for d in range(10)]
        if self._backdrop.size() != size_of(self):
            self._backdrop = self._paint_backdrop(font, tracks)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._backdrop)
        if self._values is not None:
            painter.setFont(font)
            rows = [row for row in range(10) if event.region().intersects(self._row(row).toAlignedRect())]
            self._paint_values(painter, rows, tracks, self._values.tolist(), font.pixelSize())
        colours = theme.current()
        for framed, colour in ((self._pinned, colours.series), (self._framed, colours.text)):
            if framed is not None:
                painter.setPen(QColor(colour))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(0.5, framed * height + 0.5, self.width() - 1, height - 1), 3, 3)
        if self.hasFocus():
            painter.setPen(QColor(theme.current().series))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_backdrop(self, font: QFont, tracks: list[QRectF]) -> QPixmap:
        colours = theme.current()
        behind = backdrop(self, QColor(colours.panel))
        painter = QPainter(behind)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        painter.setBrush(QColor(colours.raised))
        for digit, track in enumerate(tracks):
            painter.setPen(QColor(colours.dim))
            row = QRectF(INSET, digit * self.height() / 10, track.left() - INSET, self.height() / 10)
            class_names.paint(painter, row, Qt.AlignmentFlag.AlignVCenter, self._names[digit])
            painter.setPen(QColor(colours.line))
            painter.drawRoundedRect(track, 2, 2)
        painter.end()
        return behind

    def _paint_values(
        self, painter: QPainter, rows: list[int], tracks: list[QRectF], values: list[float], pixels: int
    ) -> None:
        colours = theme.current()
        largest = max(1e-6, *(abs(value) for value in values)) if self._signed else 1.0
        height = self.height() / 10
        text, dim, accent = QColor(colours.text), QColor(colours.dim), QColor(colours.accent)
        for digit in rows:
            track, marked = tracks[digit], digit == self._marked
            row = QRectF(INSET, digit * height, track.left() - INSET, height)
            painter.fillRect(self._bar(track, values[digit] / largest), accent if marked else dim)
            painter.setPen(text if marked else dim)
            draw(painter, 0, digit * height, self.width() - INSET, height, self._written[digit], pixels, 1.0)
            if marked:
                class_names.paint(painter, row, Qt.AlignmentFlag.AlignVCenter, self._names[digit])

    def _bar(self, track: QRectF, part: float) -> QRectF:
        if not self._signed:
            return QRectF(track.left(), track.top(), max(track.width() * part, 1.5), track.height())
        middle, half = track.center().x(), track.width() / 2
        return QRectF(min(middle, middle + half * part), track.top(), max(abs(half * part), 1.0), track.height())
