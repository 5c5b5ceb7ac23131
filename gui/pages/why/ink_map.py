"""The 28 × 28 image with a number in each spot as a colour; a ring around the strongest, and what it means."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.pages.why.paint import OPAQUE, Pixels, enlarged, grey_pixels, lead_pixels
from gui.style import theme
from gui.style.glyphs import line
from gui.widgets.controls import ARROWS

Array = NDArray[np.float32]
SIDE = 28
GREY = 0.55  # of the ink where there is no number
OLD = 0.35  # of the colour of numbers that are not of this drawing, or guessed from their neighbours


def _mixed(grey: Pixels, colour: Pixels) -> Pixels:
    """A colour that is not of this drawing, or guessed, over half of the ink's grey."""
    ink, over = (each.astype("<u4").view(np.uint8).reshape(-1, 4) for each in (grey, colour))
    mixed: Pixels = (OLD * over + (1 - OLD) * 0.5 * ink).astype(np.uint8).view("<u4").ravel() | OPAQUE
    return mixed


class InkMap(QWidget):
    """`pointed` carries row and column of the spot under the pointer or at the keys; `left` follows when there is none.

    `clicked` carries the spot that was clicked. Arrow keys go from spot to spot that has a number, Return clicks.
    """

    pointed = Signal(int, int)
    left = Signal()
    clicked = Signal(int, int)

    def __init__(self, name: str, accessible: str, tip: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._shown: Pixels = np.zeros((SIDE, SIDE), np.uint32)
        self._picture: QImage | None = None  # of it, enlarged
        self._values: Array = np.full((SIDE, SIDE), np.nan, np.float32)
        self.ring: tuple[int, int] | None = None
        self.at: tuple[int, int] | None = None
        self._words = ""
        self.most = SIDE  # pixels a square at most, so that two maps beside each other are of the same size

    def sizeHint(self) -> QSize:
        """Squares of eight pixels."""
        return QSize(8 * SIDE + 2, 8 * SIDE + 2)

    def minimumSizeHint(self) -> QSize:
        """Squares of four pixels."""
        return QSize(4 * SIDE + 2, 4 * SIDE + 2)

    # -- content ------------------------------------------------------------------------------------------------

    def show_map(self, image: Array | None, values: Array, guessed: Array, span: float) -> None:
        """`values` (28, 28) in colours up to `span`; faint where only `guessed` has one; the ink in grey where neither.

        NaN means no number.
        """
        known = ~np.isnan(values)
        shown = grey_pixels(np.zeros((SIDE, SIDE), np.float32) if image is None else image, GREY)
        faint = ~known & ~np.isnan(guessed)
        if faint.any():
            shown[faint] = _mixed(shown[faint], lead_pixels(guessed[faint], span))
        if known.any():
            shown[known] = lead_pixels(values[known], span)
        if not np.array_equal(shown, self._shown):
            self._shown, self._picture = shown, None
            self.update()
        self._values = values
        if self.at is not None and np.isnan(values[self.at]):
            self._point(None)

    def say(self, ring: tuple[int, int] | None, words: str) -> None:
        """Ring this spot, and write beside it what it does."""
        if (ring, words) != (self.ring, self._words):
            self.ring, self._words = ring, words
            self.setAccessibleDescription(words)
            self.update()

    # -- places -------------------------------------------------------------------------------------------------

    @property
    def zoom(self) -> int:
        """Pixels a square."""
        return min(self.room, self.most)

    @property
    def room(self) -> int:
        """Pixels a square for which there is room."""
        return max((min(self.width(), self.height()) - 2) // SIDE, 1)

    @property
    def square(self) -> QRectF:
        """Where the image lies."""
        side = self.zoom * SIDE
        return QRectF(1, 1, side, side)

    def cell(self, row: int, column: int) -> QRectF:
        """Where a spot's pixel lies."""
        corner = self.square.topLeft() + QPointF(column, row) * self.zoom
        return QRectF(corner.x(), corner.y(), self.zoom, self.zoom)

    def _find(self, position: QPointF) -> tuple[int, int] | None:
        place = (position - self.square.topLeft()) / self.zoom
        row, column = int(np.floor(place.y())), int(np.floor(place.x()))
        inside = 0 <= row < SIDE and 0 <= column < SIDE
        return (row, column) if inside and not np.isnan(self._values[row, column]) else None

    def _point(self, at: tuple[int, int] | None) -> None:
        if at != self.at:
            self.at = at
            self.update()
            if at is None:
                self.left.emit()
            else:
                self.pointed.emit(*at)

    # -- events -------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which spot is under the pointer."""
        self._point(self._find(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click tries the spot."""
        at = self._find(event.position())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self._point(at)
            self.clicked.emit(*at)

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing is pointed at."""
        self._point(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nor when the keyboard goes elsewhere."""
        self._point(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next spot that way which has a number, from the ringed one on; Return tries it."""
        key = Qt.Key(event.key())
        if key in ARROWS:
            found = self._next(*ARROWS[key])
            if found is not None:
                self._point(found)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.at is not None:
            self.clicked.emit(*self.at)
        elif key == Qt.Key.Key_Escape and self.at is not None:
            self._point(None)
        else:
            super().keyPressEvent(event)

    def _next(self, down: int, right: int) -> tuple[int, int] | None:
        if self.at is None:
            return self.ring
        places = np.argwhere(~np.isnan(self._values))
        way = places - np.array(self.at)
        ahead, aside = way @ (down, right), np.abs(way @ (right, down))
        that_way = ahead > 0
        if not that_way.any():
            return None
        best = places[that_way][(ahead + 2 * aside)[that_way].argmin()]
        return int(best[0]), int(best[1])

    # -- painting -----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Image, frame, ring, words."""
        colours = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.panel))
        square = self.square
        if self._picture is None or self._picture.deviceIndependentSize().width() != square.width():
            self._picture = enlarged(self._shown, int(square.width()), self.devicePixelRatioF())
        painter.drawImage(square.topLeft(), self._picture)
        painter.setPen(QPen(QColor(colours.series if self.hasFocus() else colours.line), 1))
        painter.drawRect(square.adjusted(-0.5, -0.5, 0.5, 0.5))
        shown = self.at or self.ring
        if shown is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor("white"), 1.5))
            around = self.cell(*shown).center()
            painter.drawEllipse(around, 1.9 * self.zoom, 1.9 * self.zoom)
            self._paint_words(painter, around)
        painter.end()

    def _paint_words(self, painter: QPainter, around: QPointF) -> None:
        made, square = line(self._words, theme.scaled(11)), self.square
        high = round(made.text.size().height())
        width, height = made.advance + 12, high + 4
        below = around.y() + 2.4 * self.zoom
        top = below if below + height < square.bottom() else around.y() - 2.4 * self.zoom - height
        left = min(max(around.x() - width / 2, square.left() + 3), max(square.right() - width - 3, square.left() + 3))
        painter.setBrush(QColor(16, 20, 27, 225))
        painter.setPen(QPen(QColor("#eef1f5"), 1))
        painter.drawRoundedRect(QRectF(left, top, width, height), 4, 4)
        painter.setFont(made.font)
        painter.drawStaticText(round(left) + 6, round(top) + 2, made.text)
