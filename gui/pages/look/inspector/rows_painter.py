"""How the rows of the inspector are painted: cells in colours with numbers, signs, sums and a bar for each sum."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter

from gui.style import colors, theme
from gui.style.glyphs import draw, laid_out
from model.convolution import Mask, Pixel

Numbers = NDArray[np.float64]


class Block(NamedTuple):
    """Numbers (channels, k, k) with the index of each one's colour in `table`."""

    numbers: Numbers
    indices: NDArray[np.uint8]
    table: str


@dataclass(frozen=True, eq=False)
class Sheet:
    """What the rows show: `kernel` (channels, k, k), and with an image the `pixel` that comes of it.

    `order` tells which channel stands in which row. `source` is what a row is called. `high` is the number of the
    brightest colour of the patches in the colours of `table`, `span` that of the kernels. With `other`, the same
    kernels are shown at a second place as well; with `outputs` these are two outputs, and the same maps are shown
    between the weights of each.
    """

    kernel: Numbers
    order: list[int]
    source: str
    table: str
    high: float
    span: float
    pixel: Pixel | None = None
    other: Pixel | None = None
    outputs: bool = False
    bare: bool = False  # without names and sums, which then stand elsewhere

    @property
    def weights_at(self) -> int:
        """In which block stand the weights of the place that was chosen last."""
        return 2 if self.outputs else 1

    def blocks(self) -> list[Block | None]:
        """What stands left, in the middle and right: patch, kernel, and products or another patch."""
        weights = _block(self.kernel, -self.span, self.span, "diverging")
        if self.pixel is None:
            return [None, weights, None]
        here = _block(self.pixel.patch, 0.0, self.high, self.table)
        if self.other is None:
            span = float(np.abs(self.pixel.products).max()) or 1.0
            return [here, weights, _block(self.pixel.products, -span, span, "diverging")]
        if self.outputs:
            return [_block(self.pixel.kernel, -self.span, self.span, "diverging"), here, weights]
        return [here, weights, _block(self.other.patch, 0.0, self.high, self.table)]


def _block(numbers: Numbers, low: float, high: float, table: str) -> Block:
    return Block(numbers, colors.indices(numbers.astype(np.float32), low, high), table)


@dataclass(frozen=True)
class Metrics:
    """Sizes in pixels: of a cell, of the text in it, of the label, the signs and the sum (0: below the label)."""

    width: int
    height: int
    font: int
    label: int
    sign: int
    total: int

    def row_width(self, side: int) -> int:
        """The width of a row of `side` × `side` patches."""
        return self.label + 3 * side * self.width + (3 if self.total else 2) * self.sign + self.total

    def row_height(self, side: int) -> int:
        """Its height, with the space to the next one."""
        return max(side * self.height, 16) + 8

    @property
    def numbered(self) -> bool:
        """Whether the cells have room for numbers; else they are shown as colours, their numbers under the pointer."""
        return self.width >= SHORT.width


ROOMY, COMPACT, TIGHT = Metrics(34, 20, 10, 46, 20, 62), Metrics(28, 18, 9, 34, 12, 50), Metrics(28, 18, 9, 54, 12, 0)
SHORT = Metrics(22, 16, 8, 54, 12, 0)  # with no 0 before the point
LARGEST = 72  # pixels of a cell, where there is room
BAR = 90  # the bar of a contribution, where there is room


def roomy(width: int) -> Metrics:
    """Sizes for cells of `width` pixels, with text as large as fits."""
    font = min((width - 4) // 3, 18)
    return Metrics(width, 2 * font, font, round(4.6 * font), 2 * font, round(6.2 * font))


def written(value: float, short: bool = False) -> str:
    """A number in at most five characters, or four if `short`, as long as it has no more than four digits."""
    size = abs(value)
    if short:
        text = f"{value:.2f}" if size < 0.995 else f"{value:.1f}" if size < 9.95 else f"{value:.0f}"
        return "0" if text in ("0.00", "-0.00") else text.replace("0.", ".") if size < 0.995 else text
    text = f"{value:.2f}" if size < 9.995 else f"{value:.1f}" if size < 99.95 else f"{value:.0f}"
    return "0.00" if text == "-0.00" else text


class RowsPainter:
    """Paints rows of `sheet` in these `metrics`; `blocks` are what stands left, in the middle and right."""

    def __init__(self, painter: QPainter, sheet: Sheet, metrics: Metrics, blocks: list[Block | None]) -> None:
        self._painter, self._sheet, self._metrics, self._blocks = painter, sheet, metrics, blocks
        self._side = sheet.kernel.shape[-1]
        colours = theme.current()
        self._text, self._dim, self._hatch = QColor(colours.text), QColor(colours.dim), QColor(colours.line)
        self._raised, self._up, self._down = QColor(colours.raised), QColor("#e08214"), QColor("#8073ac")
        self._letters = {"A": QColor(colours.series), "B": QColor(colours.accent)}
        self._pixels = metrics.font + 1
        self._small, self._normal = theme.monospaced(metrics.font), theme.monospaced(self._pixels)
        fonts = QFontMetrics(self._small)
        self._line = fonts.height()
        self._numbered, self._short = metrics.numbered, metrics.width == SHORT.width
        self._palettes = {name: _palette(name) for name in {block.table for block in blocks if block}}
        sums = [] if sheet.pixel is None else [sheet.pixel.sums] + ([sheet.other.sums] if sheet.other else [])
        self._largest = max((float(np.abs(each).max()) for each in sums), default=1.0) or 1.0

    def paint(self, position: int, place: QRect) -> None:
        """The row at `position` of the sheet, into `place`."""
        sheet, m, painter = self._sheet, self._metrics, self._painter
        channel = sheet.order[position]
        painter.setFont(self._normal)
        painter.setPen(self._dim)
        name = sheet.source.format(channel)
        lines = [] if sheet.bare else [name] if m.total else [name, *self._sums(channel)]
        high = 16 if m.total == 0 else place.height()
        top = place.top() + (place.height() - high * len(lines)) / 2
        for number, text in enumerate(lines):
            draw(painter, place.left(), top + number * high, m.label, high, text, self._pixels, 0)
        step = self._side * m.width + m.sign
        left = place.left() + m.label
        signs = ("×", "×" if sheet.other else "=", "")
        for number, (block, sign) in enumerate(zip(self._blocks, signs, strict=True)):
            at = left + number * step
            painter.setFont(self._normal)
            painter.setPen(self._dim)
            draw(painter, at + step - m.sign, place.top(), m.sign, place.height(), sign, self._pixels)
            if block is not None:
                self._paint_block(block, channel, at, place.top(), self._padding(number))
            else:
                painter.fillRect(at, place.top(), step - m.sign - 1, place.height(), self._raised)
        if sheet.other is not None:
            for number, letter in ((0, "A"), (2, "B")):
                painter.setPen(self._letters[letter])
                draw(painter, left + number * step - m.sign, place.top(), m.sign, m.height, letter, self._pixels)
        if m.total:
            left += 3 * step - m.sign
            self._paint_sums(channel, QRect(left, place.top(), place.right() - left, place.height()))

    def _padding(self, block: int) -> Mask | None:
        """Which cells of the patch (0) or of what stands right (2) are padding."""
        pixel = self._sheet.other if block == 2 and self._sheet.other is not None else self._sheet.pixel
        return None if block == 1 or pixel is None or not pixel.is_padding.any() else pixel.is_padding

    def _paint_block(self, block: Block, channel: int, left: int, top: int, padding: Mask | None) -> None:
        m, painter = self._metrics, self._painter
        gap = 1 if self._numbered else 0
        backs, inks = self._palettes[block.table]
        numbers, indices = block.numbers[channel].tolist(), block.indices[channel].tolist()
        painter.setFont(self._small)
        base = (m.height - gap - self._line) // 2
        for row in range(self._side):
            y = top + row * m.height
            for column in range(self._side):
                x = left + column * m.width
                if padding is not None and padding[row, column]:
                    self._paint_padding(x, y, m.width - gap, m.height - gap)
                    continue
                index = indices[row][column]
                painter.fillRect(x, y, m.width - gap, m.height - gap, backs[index])
                if self._numbered:
                    text, wide, _ = laid_out(written(numbers[row][column], self._short), m.font)
                    painter.setPen(inks[index])
                    painter.drawStaticText(x + (m.width - gap - wide) // 2, y + base, text)

    def _paint_padding(self, x: int, y: int, width: int, height: int) -> None:
        self._painter.fillRect(x, y, width, height, self._raised)
        self._painter.fillRect(x, y, width, height, QBrush(self._hatch, Qt.BrushStyle.BDiagPattern))
        if self._numbered:
            self._painter.setPen(self._dim)
            draw(self._painter, x, y, width, height, "0", self._metrics.font)

    def _sums(self, channel: int) -> list[str]:
        """The sum of the products, of both places where two are compared."""
        pixels = [pixel for pixel in (self._sheet.pixel, self._sheet.other) if pixel is not None]
        names = ["Σ"] if len(pixels) < 2 else ["A", "B"]
        return [f"{name} {pixel.sums[channel]:+.3f}" for name, pixel in zip(names, pixels, strict=False)]

    def _paint_sums(self, channel: int, room: QRect) -> None:
        """The sums, and a bar as long as each is large."""
        painter = self._painter
        pixels = [pixel for pixel in (self._sheet.pixel, self._sheet.other) if pixel is not None]
        for number, (pixel, text) in enumerate(zip(pixels, self._sums(channel), strict=False)):
            value, height = float(pixel.sums[channel]), room.height() / len(pixels)
            place = QRectF(room.left() + 8, room.top() + number * height, room.width() - 8, height)
            painter.setPen(self._text)
            draw(painter, place.left(), place.top(), place.width(), height, text, self._pixels, 0)
            left = place.left() + self._metrics.total + 8
            width = min(place.right() - left - 6, BAR)
            if width > 24:
                half = width / 2
                length = half * value / self._largest
                bar = QRectF(left + half + min(length, 0), place.center().y() - 3, max(abs(length), 1), 6)
                painter.fillRect(QRectF(left + half, place.center().y() - 6, 1, 12), self._hatch)
                painter.fillRect(bar, self._up if value > 0 else self._down)


@cache
def _palette(name: str) -> tuple[list[QColor], list[QColor]]:
    """The colours of a table, and for each the colour in which a number can be read on it."""
    table = colors.table(name)
    light = table @ np.array([0.299, 0.587, 0.114]) >= 128
    return [QColor(*row) for row in table.tolist()], [QColor("black" if each else "white") for each in light]
