"""Short texts with their glyphs already in place: drawing one takes a fifth of the time, and numbers come again."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QStaticText, QTransform
from PySide6.QtWidgets import QApplication

from gui.style import theme


class Glyphs(NamedTuple):
    """A text ready to be drawn, and its size in pixels: asking Qt for it each time would cost as much as drawing."""

    text: QStaticText
    width: int
    height: int


class Line(NamedTuple):
    """A text ready to be drawn in `font`, and how far the next one is."""

    text: QStaticText
    font: QFont
    advance: int


@lru_cache(5000)
def laid_out(text: str, pixels: int) -> Glyphs:
    """`text` in the face for numbers."""
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    made.prepare(QTransform(), theme.monospaced(pixels))
    size = made.size()
    return Glyphs(made, round(size.width()), round(size.height()))


@lru_cache(64)
def face(pixels: int, bold: bool = False, numbers: bool = False) -> QFont:
    """The face for words, or for numbers; not to be changed, since others have it too."""
    font = theme.monospaced(pixels) if numbers else QFont(QApplication.font())
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font


@lru_cache(64)
def _metrics(pixels: int, bold: bool, numbers: bool) -> QFontMetrics:
    return QFontMetrics(face(pixels, bold, numbers))


def advance(text: str, pixels: int, bold: bool = False, numbers: bool = False) -> int:
    """How wide `text` is in one of the faces."""
    return _metrics(pixels, bold, numbers).horizontalAdvance(text)


@lru_cache(1000)
def line(text: str, pixels: int, bold: bool = False, numbers: bool = False) -> Line:
    """`text` in one of the faces."""
    font = face(pixels, bold, numbers)
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    made.prepare(QTransform(), font)
    return Line(made, font, advance(text, pixels, bold, numbers))


def draw(
    painter: QPainter, x: float, y: float, width: float, height: float, text: str, pixels: int, part: float = 0.5
) -> None:
    """Draw `text` into a place, centred in height, in the painter's font and colour.

    `part` 0 is at the left, 0.5 in the middle.
    """
    made, wide, high = laid_out(text, pixels)
    painter.drawStaticText(round(x + (width - wide) * part), round(y + (height - high) / 2), made)
