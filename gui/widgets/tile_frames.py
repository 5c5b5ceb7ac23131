"""The frames on a mosaic: what is read, what is chosen, what the pointer is on; and the empty tiles' outlines."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.style import theme
from gui.widgets.tile_layout import TileLayout
from model.convolution import Window

LETTER = 13, 10  # pixels: side of the square with a frame's letter, and where cells are small
ROOM = 80  # pixels that a tile is wide at least where a letter stands in each of many


@dataclass(frozen=True)
class Frame:
    """A frame around cells of one tile, or of every tile (`tile` None).

    Two places that are compared carry a `letter` each, and A has the second colour.
    """

    window: Window
    tile: int | None = None
    letter: str = ""


def paint_frames(painter: QPainter, layout: TileLayout, frames: Iterable[Frame], width: int, room: QRectF) -> None:
    """Frame cells, `width` pixels wide; all of it lies in `room`, over the cells at its edge."""
    _, h, w = layout.shape
    inside = _inside(room, width)
    for frame in frames:
        colour = _colour(frame.letter)
        painter.setPen(QPen(colour, width))
        if frame.tile is None:
            places = [each.adjusted(-0.5, -0.5, 0.5, 0.5) & inside for each in layout.everywhere(frame.window)]
            painter.drawRects(places)
        else:
            places = [layout.cells(frame.tile, frame.window).adjusted(-0.5, -0.5, 0.5, 0.5) & inside]
            painter.drawRect(places[0])
        if frame.letter:
            for place in places if min(h, w) * layout.zoom >= ROOM else places[:1]:
                _paint_letter(painter, place, frame.letter, colour, LETTER[layout.zoom < 6])


def paint_mark(painter: QPainter, place: QRectF, edged: bool, room: QRectF) -> None:
    """Frame a tile, or the cell under the pointer; `edged` where amber alone would be lost on orange and white."""
    place = place.adjusted(-1, -1, 1, 1) & _inside(room, 2)
    if edged:
        painter.setPen(QPen(QColor(theme.DARK.window), 5))
        painter.drawRect(place)
    painter.setPen(QPen(QColor(theme.DARK.accent), 2))
    painter.drawRect(place)


def paint_blank(painter: QPainter, layout: TileLayout) -> None:
    """Tiles without numbers: outlined, or they would be white on white."""
    _, h, w = layout.shape
    colours = theme.current()
    painter.setBrush(QColor(colours.raised))
    painter.setPen(QPen(QColor(colours.line), 1) if min(h, w) * layout.zoom > 4 else Qt.PenStyle.NoPen)
    painter.drawRects([each.adjusted(0.5, 0.5, -0.5, -0.5) for each in layout.everywhere(Window(0, 0, h, w))])
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_lines(painter: QPainter, layout: TileLayout, room: QRectF, colour: str) -> None:
    """A line around each tile."""
    _, h, w = layout.shape
    painter.setPen(QPen(QColor(colour), 1))
    tiles, inside = layout.everywhere(Window(0, 0, h, w)), _inside(room, 1)
    painter.drawRects([each.adjusted(-0.5, -0.5, 0.5, 0.5) & inside for each in tiles])


def _inside(room: QRectF, width: int) -> QRectF:
    """Where the middle of a line may run so that the whole line lies in `room`."""
    return room.adjusted(width / 2, width / 2, -width / 2, -width / 2)


def _colour(letter: str) -> QColor:
    return QColor(theme.DARK.series if letter == "A" else theme.DARK.accent)


def _paint_letter(painter: QPainter, place: QRectF, letter: str, colour: QColor, side: int) -> None:
    """Beside the frame: above it, or below it where it is at the top."""
    top = place.top() - side if place.top() >= side else place.bottom() + 1
    left = place.right() - side if letter == "A" else place.left()  # so that both are seen where places are close
    square = QRectF(max(left, 0.0), top, side, side)
    painter.fillRect(square, colour)
    painter.setPen(QColor(theme.DARK.on_accent))
    font = theme.monospaced(side - 1)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, letter)
