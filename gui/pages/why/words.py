"""A line of text in several colours."""

from collections.abc import Iterator, Sequence
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
        self.pieces: tuple[Piece, ...] = ()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(120, self._pixels + 6)

    def say(self, *pieces: Piece) -> None:
        """Write these after each other."""
        if pieces != self.pieces:
            self.pieces = pieces
            self.setAccessibleName(self.text())
            self.update()

    def text(self) -> str:
        """All of it."""
        return "".join(piece.text for piece in self.pieces)

    def width_of(self, *pieces: Piece) -> int:
        """How wide they are on one line."""
        return sum(advance(piece.text, self._pixels, piece.bold, piece.numbers) for piece in pieces)

    def rows(self, width: int, *pieces: Piece) -> int:
        """On how many lines of this width they go."""
        placed = list(self._placed(width, pieces, len(pieces)))
        return 1 + max((row + (left + wide > width) for left, wide, row in placed), default=0)

    def _placed(self, width: int, pieces: Sequence[Piece], most: int) -> Iterator[tuple[int, int, int]]:
        """Left edge, width and line of each piece; there are at the `most` so many lines."""
        left, row = 0, 0
        for piece in pieces:
            wide = self.width_of(piece)
            if left + wide > width and row + 1 < most:
                left, row = 0, row + (left > 0)
            yield left, wide, row
            left += wide

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Piece after piece; what does not fit begins a new line where there is one."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(self.backgroundRole()))
        high = self._pixels + 6
        placed = list(self._placed(self.width(), self.pieces, self.height() // high))
        used = 1 + max((row for _, _, row in placed), default=0)
        painter.translate(0, (self.height() - used * high) // 2)
        for piece, (left, wide, row) in zip(self.pieces, placed, strict=True):
            painter.setFont(face(self._pixels, piece.bold, piece.numbers))
            painter.setPen(QColor(getattr(theme.current(), piece.colour)))
            painter.drawText(QRect(left, row * high, wide + 4, high), Qt.AlignmentFlag.AlignVCenter, piece.text)
        painter.end()
