"""The cells of a grid and how they look: fills, numbers, padding, marks. Paints them; knows no widget."""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen, QRegion

from gui.style import colors, theme
from gui.style.glyphs import laid_out
from model.lab.questions import written

Array = NDArray[np.floating[Any]]

READABLE = 15  # pixels; smaller cells show no numbers
LARGEST_FONT, SMALLEST_FONT = 14, 7  # pixels; in cells of more than 36 pixels the font grows with them
CHANNELS = ("red", "green", "blue")
_TINTS = {
    "dark": {"red": "#c4575a", "green": "#4a9d6a", "blue": "#4f7fd6", "grey": "#8a94a5"},
    "light": {"red": "#e07a7d", "green": "#63b583", "blue": "#7ba3ec", "grey": "#a9b3c2"},
}
_NAMES = {
    "dark": {"red": "#e8797c", "green": "#63b583", "blue": "#7ba3ec"},
    "light": {"red": "#b8373b", "green": "#1f7a45", "blue": "#2f6bd8"},
}


@dataclass(frozen=True, eq=False)
class Cells:
    """What a grid shows: `values` (h, w) in the colours of `table`, from `low` to `high`.

    The outer `padding` rings are padding, or the cells that `padded` (h, w) names.
    `begins` are rows (and columns) at which a window begins, to be marked,
    `unread` those that no window ever covers; both count cells of the grid. With `pixels` there are no numbers, however
    large the cells.
    """

    values: Array
    table: str = "plain"
    low: float = 0.0
    high: float = 1.0
    padding: int = 0
    begins: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()
    padded: NDArray[np.bool_] | None = None
    pixels: bool = False

    def is_padding(self, row: int, column: int) -> bool:
        """Whether this cell is padding."""
        if self.padded is not None:
            return bool(self.padded[row, column])
        h, w = self.values.shape
        return not (self.padding <= row < h - self.padding and self.padding <= column < w - self.padding)


def channel_colour(table: str) -> str:
    """The colour in which a channel's name is written."""
    return _NAMES[theme.current().name].get(table, theme.current().dim)


def cell_colours(values: Array, table: str, low: float, high: float) -> tuple[NDArray[np.uint32], NDArray[np.bool_]]:
    """Each cell's fill as Qt's 32-bit colour, and whether dark text is to be read on it.

    `table` is `plain`, a channel (`red`, `green`, `blue`, `grey`: tinted from `low` to `high`, or `pure red` …: from
    black), or one of `colors.table`.
    """
    if table == "plain":
        fill, dark_on = _plain(theme.current().raised)
        return np.full(values.shape, fill, np.uint32), np.full(values.shape, dark_on)
    if table in ("diverging", "ink", "sequential"):
        rgb = colors.table(table)[colors.indices(values.astype(np.float32), low, high)].astype(np.float64)
    else:
        part = ((values - low) / max(high - low, 1e-9)).clip(0, 1)[..., None]
        empty, full = _ends(table)
        rgb = _rgb(empty) + part * (_rgb(full) - _rgb(empty))
    red, green, blue = (rgb[..., channel].round().astype(np.uint32) for channel in range(3))
    fills = np.uint32(0xFF000000) | red << np.uint32(16) | green << np.uint32(8) | blue
    dark: NDArray[np.bool_] = rgb @ np.array([0.299, 0.587, 0.114]) > 140
    return fills, dark


def _ends(table: str) -> tuple[str, str]:
    colours = theme.current()
    if table.startswith("pure "):
        return "#000000", {"red": "#ff4a4a", "green": "#35e07a", "blue": "#5b8cff"}[table.removeprefix("pure ")]
    return colours.raised, _TINTS[colours.name][table]


@lru_cache(2000)
def _colour(fill: int) -> QColor:
    return QColor.fromRgb(fill)


@cache
def _plain(colour: str) -> tuple[int, bool]:
    fill = QColor(colour)
    return fill.rgb(), fill.lightness() > 140


def _rgb(colour: str) -> NDArray[np.float64]:
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], np.float64)


def cell_texts(values: Array, digits: int) -> list[str]:
    """The numbers, row by row."""
    return [_text(value, digits) for value in values.ravel().tolist()]


@lru_cache(5000)
def _text(value: float, digits: int) -> str:
    return written(value, digits=digits)


def cell_font(values: Array, side: int) -> tuple[list[str], QFont]:
    """The numbers and a font in which the longest fits a cell of `side` pixels; with one digit less if need be."""
    texts, pixels = [""], SMALLEST_FONT
    for digits in (2, 1):
        texts = cell_texts(values, digits)
        pixels = int((side - max(4, side // 6)) / (0.61 * max(map(len, texts))))
        if pixels >= 9:
            break
    return texts, theme.monospaced(min(max(pixels, SMALLEST_FONT), max(LARGEST_FONT, 3 * side // 8), side // 2 + 1))


def cell_rect(side: int, row: int, column: int) -> QRect:
    """Where a cell is, in pixels of the grid."""
    return QRect(column * side, row * side, side, side)


def paint_cells(painter: QPainter, cells: Cells, side: int, numbers: bool) -> None:
    """All cells, each `side` pixels wide: with a rim and `numbers` where there is room for them, else as pixels."""
    fills, dark_on = cell_colours(cells.values, cells.table, cells.low, cells.high)
    if side < READABLE or cells.pixels:
        _paint_pixels(painter, cells, side, np.ascontiguousarray(fills))
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rim, dotted = QPen(QColor(theme.current().line), 1), QPen(QColor(theme.current().line), 1, Qt.PenStyle.DotLine)
    for (row, column), fill in np.ndenumerate(fills):
        rect = QRectF(cell_rect(side, row, column)).adjusted(1.5, 1.5, -1.5, -1.5)
        padding = cells.is_padding(row, column)
        painter.setPen(dotted if padding else rim)
        painter.setBrush(Qt.BrushStyle.NoBrush if padding else QColor.fromRgb(int(fill)))
        painter.drawRoundedRect(rect, 3, 3)
        _paint_marks(painter, cells, side, (row, column), rect)
    if numbers:
        paint_numbers(painter, cells, side, dark_on)


def paint_moving(painter: QPainter, cells: Cells, side: int) -> None:
    """New numbers and colours inside rims that are there already: what changes with every step must be quick."""
    fills, dark_on = cell_colours(cells.values, cells.table, cells.low, cells.high)
    if cells.table != "plain":
        for number, fill in enumerate(fills.ravel().tolist()):
            row, column = divmod(number, fills.shape[1])
            painter.fillRect(column * side + 2, row * side + 2, side - 4, side - 4, _colour(fill))
    paint_numbers(painter, cells, side, dark_on)


def _paint_pixels(painter: QPainter, cells: Cells, side: int, fills: NDArray[np.uint32]) -> None:
    h, w = fills.shape
    whole = QRect(0, 0, w * side, h * side)
    painter.drawImage(whole, QImage(fills.data, w, h, 4 * w, QImage.Format.Format_RGB32))  # sharp squares
    if cells.padding:
        ring = cells.padding * side
        painter.setClipRegion(QRegion(whole) - QRegion(whole.adjusted(ring, ring, -ring, -ring)))
        painter.fillRect(whole, QColor(theme.current().raised))
        painter.fillRect(whole, QBrush(QColor(theme.current().dim), Qt.BrushStyle.Dense6Pattern))


def paint_numbers(painter: QPainter, cells: Cells, side: int, dark_on: NDArray[np.bool_]) -> None:
    """The numbers on the cells."""
    texts, font = cell_font(cells.values, side)
    painter.setFont(font)
    pixels, columns = font.pixelSize(), cells.values.shape[1]
    dim = QColor(theme.current().dim)
    dim.setAlpha(150)
    black, white, now = QColor("#14181e"), QColor("#ffffff"), None
    outside = cells.padding > 0 or cells.padded is not None
    for number, (text, dark) in enumerate(zip(texts, dark_on.ravel().tolist(), strict=True)):
        row, column = divmod(number, columns)
        pen = dim if outside and cells.is_padding(row, column) else black if dark else white
        if pen is not now:
            now = pen
            painter.setPen(pen)
        made, wide, high = laid_out(text, pixels)
        painter.drawStaticText(column * side + (side - wide) // 2, row * side + (side - high) // 2, made)


def _paint_marks(painter: QPainter, cells: Cells, side: int, place: tuple[int, int], rect: QRectF) -> None:
    """A corner where a window begins; a line through what no window reads."""
    colours, (row, column) = theme.current(), place
    if row in cells.begins and column in cells.begins:
        corner = max(side / 5, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        at = rect.topLeft()
        painter.drawPolygon([at, at + QPointF(corner, 0), at + QPointF(0, corner)])
    if row in cells.unread or column in cells.unread:
        painter.setPen(QPen(QColor(colours.dim), 1))
        painter.drawLine(rect.bottomLeft(), rect.topRight())


def paint_empty(painter: QPainter, cells: Cells, side: int, reached: int, behind: QColor) -> None:
    """Lay empty cells over all after number `reached`, counted row by row."""
    h, w = cells.values.shape
    row, column = divmod(reached + 1, w)
    painter.fillRect(column * side, row * side, (w - column) * side, side, behind)
    painter.fillRect(0, (row + 1) * side, w * side, (h - row - 1) * side, behind)
    painter.setPen(QColor(theme.current().line))
    if side < READABLE or cells.pixels:
        painter.drawRect(0, 0, w * side - 1, h * side - 1)
    else:
        painter.drawRects(_rims(h, w, side)[reached + 1 :])


@lru_cache(20)
def _rims(rows: int, columns: int, side: int) -> list[QRect]:
    """The outlines of empty cells, row by row."""
    return [QRect(x * side + 1, y * side + 1, side - 3, side - 3) for y, x in np.ndindex(rows, columns)]
