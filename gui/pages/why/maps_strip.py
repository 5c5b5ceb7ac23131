"""The shares of all maps, a thin bar each."""

from math import isfinite

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.pages.why.along import Along
from gui.pages.why.paint import side
from gui.style import theme
from gui.style.glyphs import draw, face


class MapsStrip(QWidget):
    """All maps by their share; `along.picked` carries the place of one in this order, see `channel`."""

    def __init__(self) -> None:
        super().__init__()
        self.along = Along(
            self, self, "mapsStrip", self.tr("The share of every map"),
            self.tr("Every map's share, the one most for the answer first. Click: look inside."),
        )  # fmt: skip
        self._order: list[int] = []
        self._values: list[float] = []

    def sizeHint(self) -> QSize:
        """Low."""
        return QSize(240, 50)

    def minimumSizeHint(self) -> QSize:
        """Lower."""
        return QSize(100, 30)

    def show_shares(self, order: list[int], maps: NDArray[np.float64]) -> None:
        """The shares `maps` (channels,) in this order."""
        self._order, self._values = order, maps[order].tolist()
        self.along.keep_within()
        self.update()

    def count(self) -> int:
        """How many maps there are."""
        return len(self._order)

    def channel(self, number: int) -> int:
        """Which map has this place."""
        return self._order[number]

    def words(self, number: int) -> str:
        """About a map, and what a click does."""
        return f"{self._words(number)}\n{self.toolTip()}"

    def _words(self, number: int) -> str:
        return self.tr("map {0}: {1}").format(self._order[number], f"{self._values[number]:+.3f}")

    def place(self, number: int) -> QRectF:
        """The map's part of the width."""
        wide = self.width() / max(len(self._order), 1)
        return QRectF(number * wide, 0, wide, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A bar for each map, up for the answer, down for the rival."""
        colours = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.panel))
        if self._values:
            values = [value if isfinite(value) else 0.0 for value in self._values]
            highest, lowest = max(0.0, *values), min(0.0, *values)
            scale = (self.height() - 2) / max(highest - lowest, 1e-9)
            zero, wide = 1 + highest * scale, self.width() / len(values)
            bars = [
                QRectF(number * wide, zero - max(value, 0) * scale, max(wide - 1, 1), max(abs(value) * scale, 1))
                for number, value in enumerate(values)
            ]
            painter.setPen(Qt.PenStyle.NoPen)
            for answer in (True, False):
                painter.setBrush(side(answer))
                painter.drawRects([bar for bar, value in zip(bars, values, strict=True) if (value >= 0) is answer])
            if (at := self.along.at) is not None:
                painter.fillRect(bars[at], QColor(colours.text))
                painter.setPen(QColor(colours.text))
                painter.setFont(face(theme.scaled(11), numbers=True))
                draw(painter, 0, 0, self.width() - 2, theme.room(16), self._words(at), theme.scaled(11), 1.0)
        self.along.paint_focus(painter)
        painter.end()
