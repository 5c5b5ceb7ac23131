"""How the rows of the inspector are painted: cells in colours with numbers, signs, sums and a bar for each sum."""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter

from gui import colors, theme
from model.convolution import Mask, Pixel

Numbers = NDArray[np.float64]
NUMBERED = 9  # cells a side; larger patches are shown as colours, their numbers under the pointer


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
    kernels are shown at a second place as well.
    """

    kernel: Numbers
    order: list[int]
    source: str
    table: str
    high: float
    span: float
    pixel: Pixel | None = None
    other: Pixel | None = None


@dataclass(frozen=True)
class Metrics:
    """Sizes in pixels: of a cell, of the text in it, of the label, the signs and the sum beside."""

    width: int
    height: int
    font: int
    label: int
    sign: int
    total: int

    def row_width(self, side: int) -> int:
        """The width of a row of `side` × `side` patches."""
        return self.label + 3 * side * self.width + 3 * self.sign + self.total

    def row_height(self, side: int) -> int:
        """Its height, with the space to the next one."""
        return max(side * self.height, 16) + 8


ROOMY, COMPACT = Metrics(34, 20, 10, 46, 20, 62), Metrics(28, 18, 9, 34, 11, 50)
BAR = 90  # the bar of a contribution, where there is room


def written(value: float) -> str:
    """A number in at most five characters, as long as it has no more than four digits."""
    size = abs(value)
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
        self._small, self._normal = theme.monospaced(metrics.font), theme.monospaced(min(metrics.font + 1, 11))
        fonts = QFontMetrics(self._small)
        self._advance, self._ascent = fonts.horizontalAdvance("0"), fonts.ascent() - fonts.descent()
        self._numbered = self._side <= NUMBERED
        self._palettes = {name: _palette(name) for name in {block.table for block in blocks if block}}
        sums = [] if sheet.pixel is None else [sheet.pixel.sums] + ([sheet.other.sums] if sheet.other else [])
        self._largest = max((float(np.abs(each).max()) for each in sums), default=1.0) or 1.0

    def paint(self, position: int, place: QRect) -> None:
        """The row at `position` of the sheet, into `place`."""
        sheet, m, painter = self._sheet, self._metrics, self._painter
        channel = sheet.order[position]
        painter.setFont(self._normal)
        painter.setPen(self._dim)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            QRect(place.left(), place.top(), m.label, place.height()), middle, sheet.source.format(channel)
        )
        step = self._side * m.width + m.sign
        left = place.left() + m.label
        signs = ("×", "×" if sheet.other else "=", "")
        for number, (block, sign) in enumerate(zip(self._blocks, signs, strict=True)):
            at = left + number * step
            painter.setFont(self._normal)
            painter.setPen(self._dim)
            painter.drawText(
                QRect(at + step - m.sign, place.top(), m.sign, place.height()), Qt.AlignmentFlag.AlignCenter, sign
            )
            if block is not None:
                self._paint_block(block, channel, at, place.top(), self._padding(number))
            else:
                painter.fillRect(at, place.top(), step - m.sign - 1, place.height(), self._raised)
        self._paint_sums(
            channel,
            QRect(left + 3 * step - m.sign, place.top(), place.right() - left - 3 * step + m.sign, place.height()),
        )

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
        base = (m.height - gap + self._ascent) // 2
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
                    text = written(numbers[row][column])
                    painter.setPen(inks[index])
                    painter.drawText(x + (m.width - gap - self._advance * len(text)) // 2, y + base, text)

    def _paint_padding(self, x: int, y: int, width: int, height: int) -> None:
        self._painter.fillRect(x, y, width, height, self._raised)
        self._painter.fillRect(x, y, width, height, QBrush(self._hatch, Qt.BrushStyle.BDiagPattern))
        if self._numbered:
            self._painter.setPen(self._dim)
            self._painter.drawText(QRect(x, y, width, height), Qt.AlignmentFlag.AlignCenter, "0")

    def _paint_sums(self, channel: int, room: QRect) -> None:
        """The sum of the products, and a bar as long as it is large; of both places where two are compared."""
        sheet, painter = self._sheet, self._painter
        if sheet.pixel is None:
            return
        pixels = [sheet.pixel] if sheet.other is None else [sheet.pixel, sheet.other]
        names = ["Σ"] if sheet.other is None else ["A", "B"]
        height = room.height() / len(pixels)
        painter.setFont(self._normal)
        for number, (name, pixel) in enumerate(zip(names, pixels, strict=True)):
            value = float(pixel.sums[channel])
            place = QRectF(room.left() + 8, room.top() + number * height, room.width() - 8, height)
            painter.setPen(self._text)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(place, flags, f"{name} {value:+.3f}")
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
