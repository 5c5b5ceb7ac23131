"""Painting small images of digits, and a row of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.style import colors, theme
from gui.style.glyphs import draw
from gui.widgets.pictures import grey_image

THUMBS = 600  # images that stay drawn, 15 kB each
GAP, CAPTION, SMALLEST, LARGEST = 5, 15, 20, 112  # pixels
Grey = NDArray[np.uint8]


@dataclass(frozen=True, eq=False)
class Digit:
    """An `image` (28, 28) uint8, whether it is framed as the answer, as the rival (False) or not, and its words."""

    image: Grey
    answer: bool | None
    caption: str
    tip: str = ""


class Piece(NamedTuple):
    """Some text in a colour of the theme, named by what it means."""

    text: str
    colour: str = "text"
    bold: bool = False
    numbers: bool = False  # in the face for numbers


def ink_image(image: NDArray[np.float32]) -> QImage:
    """An image (h, w), 0…1, as grey."""
    return grey_image((np.clip(image, 0, 1) * np.float32(255) + np.float32(0.5)).astype(np.uint8))


def lead_image(values: NDArray[np.float32], span: float) -> QImage:
    """Numbers (h, w) from -`span` (blue) to `span` (amber), dark at zero."""
    picked = colors.indices(values, -max(span, 1e-9), max(span, 1e-9))
    rgb = np.ascontiguousarray(colors.rgb_table("lead", 0).take(picked))
    height, width = picked.shape
    return QImage(rgb.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def thumb(image: Grey, side: int, ratio: float = 1.0) -> QImage:
    """`image` (h, w) drawn `side` pixels large, squares never smoothed: the same digits are shown again and again."""
    made = _scaled(np.ascontiguousarray(image).tobytes(), image.shape, max(round(side * ratio), 1))
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(THUMBS)
def _scaled(content: bytes, shape: tuple[int, int], side: int) -> QImage:
    grey = QImage(content, shape[1], shape[0], shape[1], QImage.Format.Format_Grayscale8)
    return grey.scaled(side, side).convertToFormat(QImage.Format.Format_RGB32)


def frame(painter: QPainter, place: QRectF, colour: QColor, width: float = 1.0) -> None:
    """A thin frame around `place`."""
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))


def side(answer: bool | None) -> QColor:
    """The colour of the answer, of the rival, or of neither."""
    colours = theme.current()
    return QColor(colours.line if answer is None else colours.accent if answer else colours.series)


class Words(QWidget):
    """Pieces of text in their colours, on one line or two. A label would have all around it laid out at each change."""

    def __init__(self, name: str, ground: QPalette.ColorRole, pixels: int = 13) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setBackgroundRole(ground)
        self._pixels = theme.scaled(pixels)
        self._pieces: tuple[Piece, ...] = ()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(120, self._pixels + 6)

    def say(self, *pieces: Piece) -> None:
        """Write these after each other."""
        if pieces != self._pieces:
            self._pieces = pieces
            self.setAccessibleName(self.text())
            self.update()

    def text(self) -> str:
        """All of it."""
        return "".join(piece.text for piece in self._pieces)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Piece after piece; what does not fit begins a new line where there is one."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(self.backgroundRole()))
        high, left, line = self._pixels + 6, 0, 0
        placed: list[tuple[Piece, QFont, QRectF]] = []
        for piece in self._pieces:
            font = theme.monospaced(self._pixels) if piece.numbers else QFont(self.font())
            font.setPixelSize(self._pixels)
            font.setBold(piece.bold)
            wide = QFontMetrics(font).horizontalAdvance(piece.text)
            if left + wide > self.width() and (line + 2) * high <= self.height():
                left, line = 0, line + 1
            placed.append((piece, font, QRectF(left, line * high, wide + 4, high)))
            left += wide
        painter.translate(0, (self.height() - (line + 1) * high) / 2)
        for piece, font, place in placed:
            painter.setFont(font)
            painter.setPen(QColor(getattr(theme.current(), piece.colour)))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, piece.text)
        painter.end()


class Picture(QWidget):
    """A square image in a frame; ink of the pad is smoothed, the network's pixels are not."""

    def __init__(self, smooth: bool, edge: int = 86) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._image = QImage()
        self._smooth, self._edge = smooth, edge

    def sizeHint(self) -> QSize:
        """All of it."""
        return QSize(self._edge, self._edge)

    def minimumSizeHint(self) -> QSize:
        """Two pixels for one of 28."""
        return QSize(self._edge, 58)

    def show_image(self, image: QImage) -> None:
        """Show this one."""
        self._image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The image in its frame."""
        painter = QPainter(self)
        edge = min(self.width(), self.height(), self._edge) - 2
        place = QRectF(1, 1, edge, edge)
        painter.fillRect(place, QColor("black"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._smooth)
        painter.drawImage(place, self._image)
        frame(painter, place, QColor(theme.current().line))
        painter.end()


class DigitRow(QWidget):
    """Images of the same size beside each other, as large as there is room for, each with a line below.

    Arrow keys go along; what is pointed at is told in a tip and to screen readers.
    """

    picked = Signal(int)

    def __init__(self, name: str, accessible: str, tip: str, places: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._places = places
        self._digits: list[Digit] = []
        self.at: int | None = None

    def sizeHint(self) -> QSize:
        """Images at twice their size."""
        return QSize(self._places * (56 + GAP), 56 + CAPTION)

    def minimumSizeHint(self) -> QSize:
        """Images that can just be told apart."""
        return QSize(self._places * (SMALLEST + GAP), SMALLEST + CAPTION)

    def show_digits(self, digits: Sequence[Digit]) -> None:
        """Show these; while one draws, most stay as they are, and only the others are painted anew."""
        before, self._digits = self._digits, list(digits)
        self.setAccessibleDescription(" ".join(digit.caption for digit in digits))
        if len(before) != len(self._digits):
            self.update()
            return
        for number, (old, new) in enumerate(zip(before, self._digits, strict=True)):
            same = (old.answer, old.caption) == (new.answer, new.caption) and np.array_equal(old.image, new.image)
            if not same:
                self.update(self._around(number))

    @property
    def side(self) -> int:
        """The side of an image in pixels."""
        across = (self.width() - (self._places - 1) * GAP - 2) // self._places
        return max(min(across, self.height() - CAPTION - 2, LARGEST), 8)

    def place(self, number: int) -> QRectF:
        """Where an image lies."""
        side = self.side
        gap = GAP if self._places < 2 else min((self.width() - 2 - self._places * side) / (self._places - 1), 14)
        return QRectF(1 + round(number * (side + gap)), 1, side, side)

    def _around(self, number: int) -> QRect:
        """All that belongs to an image: its frame and its line."""
        return self.place(number).adjusted(-GAP, -2, GAP, CAPTION + 3).toAlignedRect()

    def _find(self, position: QPointF) -> int | None:
        found = [n for n in range(len(self._digits)) if self.place(n).contains(position)]
        return found[0] if found else None

    def _point(self, at: int | None) -> None:
        if at != self.at:
            self.at = at
            if at is not None:
                self.setAccessibleDescription(self._digits[at].tip or self._digits[at].caption)
            self.update()

    def event(self, event: QEvent) -> bool:
        """The tip is about the image under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._find(QPointF(event.pos()))
            words = self.toolTip() if at is None or not self._digits[at].tip else self._digits[at].tip
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which image is under the pointer."""
        self._point(self._find(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click picks an image."""
        at = self._find(event.position())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(at)

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing is pointed at."""
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go along, Return picks."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and self._digits:
            at = 0 if self.at is None else self.at + steps[key]
            self._point(min(max(at, 0), len(self._digits) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.at is not None:
            self.picked.emit(self.at)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Images, frames, lines, those that are to be painted anew."""
        colours, region = theme.current(), event.region()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.panel))
        ratio = self.devicePixelRatioF()
        for number, digit in enumerate(self._digits):
            place = self.place(number)
            if not region.intersects(self._around(number)):
                continue
            painter.drawImage(place.topLeft(), thumb(digit.image, self.side, ratio))
            pointed = number == self.at
            frame(painter, place, QColor(colours.text) if pointed else side(digit.answer), 2 if pointed else 1)
            painter.setPen(QColor(colours.text if pointed else colours.dim))
            painter.setFont(theme.monospaced(11))
            draw(painter, place.left() - GAP, place.bottom() + 2, place.width() + 2 * GAP, CAPTION, digit.caption, 11)
        if self.hasFocus():
            frame(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), QColor(colours.series))
        painter.end()
