"""A line of text in several colours."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.style import theme
from gui.style.glyphs import advance, face


class Piece(NamedTuple):
    """Some text in a colour of the theme, named by what it means."""

    text: str
    colour: str = "text"
    bold: bool = False
    numbers: bool = False  # in the face for numbers


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
        high, left, row = self._pixels + 6, 0, 0
        placed: list[tuple[Piece, QRect]] = []
        for piece in self._pieces:
            wide = advance(piece.text, self._pixels, piece.bold, piece.numbers)
            if left + wide > self.width() and (row + 2) * high <= self.height():
                left, row = 0, row + 1
            placed.append((piece, QRect(left, row * high, wide + 4, high)))
            left += wide
        painter.translate(0, (self.height() - (row + 1) * high) // 2)
        for piece, place in placed:
            painter.setFont(face(self._pixels, piece.bold, piece.numbers))
            painter.setPen(QColor(getattr(theme.current(), piece.colour)))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, piece.text)
        painter.end()
