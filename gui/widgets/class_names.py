"""What the ten classes are called, where they stand: digits need a corner, names as much room as there is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel

SHORT = 2  # characters that fit where a digit does
SMALLEST = 11  # pixels of a name where the answer stands


def room(names: Sequence[str], font: QFont, least: int, most: float) -> int:
    """How wide a column of these names is, in pixels: `least` for digits, at the most `most`."""
    if max(map(len, names)) <= SHORT:
        return least
    metrics = QFontMetrics(font)
    return max(least, int(min(max(map(metrics.horizontalAdvance, names)) + 8, most)))


def paint(painter: QPainter, place: QRectF, align: Qt.AlignmentFlag, name: str) -> None:
    """Write a name into `place`, cut off with … where it is longer."""
    if len(name) > SHORT:
        name = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, max(int(place.width()) - 2, 0))
    painter.drawText(place, int(align), name)


def paint_up(painter: QPainter, place: QRectF, name: str) -> None:
    """Write a name above a column, upwards where it is longer than a digit."""
    if len(name) <= SHORT:
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)
        return
    painter.save()
    painter.translate(place.left(), place.bottom())
    painter.rotate(-90)
    paint(painter, QRectF(0, 0, place.height(), place.width()), Qt.AlignmentFlag.AlignVCenter, name)
    painter.restore()


def show_answer(where: QLabel, name: str, size: int, width: int) -> None:
    """Write a class into `where`, `size` pixels high, or as much smaller as its longest word must be for `width`."""
    font = QFont(where.font())
    font.setPixelSize(size)
    longest = max(map(QFontMetrics(font).horizontalAdvance, name.split()), default=0)
    if len(name) > SHORT and longest:
        size = max(min(size // 3, size * width // longest), SMALLEST)
    style = f"font-size: {size}px;"
    if style != where.styleSheet():  # either has all around it laid out anew, and the pen moves all the time
        where.setStyleSheet(style)
    if where.wordWrap() != (len(name) > SHORT):
        where.setWordWrap(len(name) > SHORT)
    where.setText(name)


def short(name: str, most: int) -> str:
    """The name, or as much of it as `most` characters hold."""
    return name if len(name) <= most else f"{name[: most - 1]}…"
