"""Small images of digits: one in a frame, and a row of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.pages.why.along import Along
from gui.pages.why.paint import Grey, frame, side, thumb
from gui.style import theme
from gui.style.glyphs import advance, draw, face
from gui.widgets import class_names

GAP, CAPTION, SMALLEST, LARGEST = 5, 15, 20, 112  # pixels


@dataclass(frozen=True, eq=False)
class Digit:
    """An `image` (28, 28) uint8, whether it is framed as the answer, as the rival (False) or not, and its words."""

    image: Grey
    answer: bool | None
    caption: str
    tip: str = ""


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
    """Images of the same size beside each other, as large as there is room for, each with a line below."""

    def __init__(self, name: str, accessible: str, tip: str, places: int) -> None:
        super().__init__()
        self.along = Along(self, self, name, accessible, tip)
        self._places = places
        self._digits: list[Digit] = []

    def sizeHint(self) -> QSize:
        """Images at twice their size."""
        return QSize(self._places * (56 + GAP), 56 + theme.room(CAPTION))

    def minimumSizeHint(self) -> QSize:
        """Images that can just be told apart."""
        return QSize(self._places * (SMALLEST + GAP), SMALLEST + theme.room(CAPTION))

    def show_digits(self, digits: Sequence[Digit]) -> None:
        """Show these; while one draws, most stay as they are, and only the others are painted anew."""
        before, self._digits = self._digits, list(digits)
        self.along.keep_within()
        self.setAccessibleDescription(" ".join(digit.caption for digit in digits))
        if len(before) != len(self._digits):
            self.update()
            return
        for number, (old, new) in enumerate(zip(before, self._digits, strict=True)):
            same = (old.answer, old.caption) == (new.answer, new.caption) and np.array_equal(old.image, new.image)
            if not same:
                self.update(self._around(number))

    def count(self) -> int:
        """How many images there are."""
        return len(self._digits)

    def words(self, number: int) -> str:
        """The words of an image."""
        return self._digits[number].tip or self._digits[number].caption

    @property
    def side(self) -> int:
        """The side of an image in pixels."""
        across = (self.width() - (self._places - 1) * GAP - 2) // self._places
        return max(min(across, self.height() - theme.room(CAPTION) - 2, LARGEST), 8)

    def place(self, number: int) -> QRectF:
        """Where an image lies."""
        side = self.side
        gap = GAP if self._places < 2 else min((self.width() - 2 - self._places * side) / (self._places - 1), 14)
        return QRectF(1 + round(number * (side + gap)), 1, side, side)

    def _around(self, number: int) -> QRect:
        """All that belongs to an image: its frame and its line."""
        return self.place(number).adjusted(-GAP, -2, GAP, theme.room(CAPTION) + 3).toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Images, frames, lines, those that are to be painted anew."""
        colours, region, small = theme.current(), event.region(), theme.scaled(11)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.panel))
        painter.setFont(face(small, numbers=True))
        ratio = self.devicePixelRatioF()
        for number, digit in enumerate(self._digits):
            if not region.intersects(self._around(number)):
                continue
            place, pointed = self.place(number), number == self.along.at
            painter.drawImage(place.topLeft(), thumb(digit.image, self.side, ratio))
            frame(painter, place, QColor(colours.text) if pointed else side(digit.answer), 2 if pointed else 1)
            painter.setPen(QColor(colours.text if pointed else colours.dim))
            left, wide = place.left() - GAP, place.width() + 2 * GAP
            words = class_names.short(digit.caption, int(wide / advance("0", small, numbers=True)))
            draw(painter, left, place.bottom() + 2, wide, theme.room(CAPTION), words, small)
        self.along.paint_focus(painter)
        painter.end()
