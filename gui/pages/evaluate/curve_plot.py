"""One or two curves of accuracy against a change, with confidence bands, drawn with pyqtgraph; points can be read."""

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.style import theme
from gui.style.glyphs import advance
from gui.widgets.context_menu import ContextMenu
from gui.widgets.number_text import as_text

FONT, APART = 10, 6  # pixels: of those numbers at 100 % of text, and between two of them
NUMBERS, BESIDE = 18, 12  # pixels: how wide and high numbers at the axes are at 100 % of text, and what lies beside

Interval = tuple[float, float]


@dataclass(frozen=True)
class Points:
    """A curve: amounts, and rates with their intervals, 0…1."""

    amounts: list[float]
    rates: list[float]
    intervals: list[Interval]


NONE = Points([], [], [])


def axis_width() -> int:
    """How wide the numbers at the left of each plot are, in pixels."""
    return BESIDE + theme.room(NUMBERS)


class _Line:
    """A line with points in a band, in one of the theme's colours."""

    def __init__(self, plot: pg.PlotWidget, symbol: str) -> None:
        self._low, self._high = pg.PlotCurveItem(pen=None), pg.PlotCurveItem(pen=None)
        self._band = pg.FillBetweenItem(self._low, self._high)
        self._line = pg.PlotDataItem(symbol=symbol, symbolSize=5)
        for item in (self._low, self._high, self._band, self._line):
            plot.addItem(item)

    def dress(self, line: str, band: str) -> None:
        """In these colours."""
        fill = QColor(band)
        fill.setAlphaF(0.35)
        self._band.setBrush(fill)
        self._line.setPen(pg.mkPen(line, width=2))
        self._line.setSymbolBrush(line)
        self._line.setSymbolPen(None)

    def show(self, points: Points) -> None:
        """Draw these."""
        at = np.array(points.amounts)
        lows, highs = (100 * np.array([interval[end] for interval in points.intervals]) for end in (0, 1))
        self._low.setData(at, lows)
        self._high.setData(at, highs)
        self._line.setData(at, 100 * np.array(points.rates))


class CurvePlot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Accuracy 0…100 % over the amounts of one change; `ticks` are some of them, both ends among them.

    `pointed` carries the number of the point under the pointer, or chosen with the arrow keys; -1 for none.
    """

    pointed = Signal(int)
    _ticks: tuple[float, ...] = ()  # Qt tells of a size before there are any

    def __init__(self, name: str, accessible: str, tip: str, ticks: tuple[float, ...]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 80)
        self._first, self._second = NONE, NONE
        self._at = -1
        self.hideButtons()
        self.setMenuEnabled(False)
        ContextMenu(self, self._numbers)
        self.setMouseEnabled(x=False, y=False)
        margin = (ticks[-1] - ticks[0]) * 0.07
        self.setXRange(ticks[0] - margin, ticks[-1] + margin, padding=0)
        self.setYRange(0, 108, padding=0)
        self._ticks = ticks
        self._write_ticks()
        self.getAxis("bottom").setStyle(hideOverlappingLabels=False)  # it hides those at the ends
        self.showGrid(y=True, alpha=0.15)
        self.getAxis("left").setWidth(axis_width())
        self.getAxis("bottom").setStyle(tickTextHeight=theme.room(NUMBERS), autoExpandTextSpace=False)
        self.getAxis("left").setTicks([[(value, str(value)) for value in (0, 25, 50, 75, 100)]])
        self._lines = _Line(self, "s"), _Line(self, "o")  # the second below the first
        self._point = pg.ScatterPlotItem(size=11, symbol="o")
        self.addItem(self._point)
        self.dress()

    def resizeEvent(self, event: QEvent) -> None:
        """More or fewer amounts have room below."""
        super().resizeEvent(event)
        if self._ticks:
            self._write_ticks()

    def _write_ticks(self) -> None:
        """As many of the amounts as have room beside each other, the first among them."""
        wide = max(advance(f"{value:g}", theme.scaled(FONT), numbers=True) for value in self._ticks) + APART
        room, apart = max(self.width() - axis_width(), 1), 1
        while wide * -(-len(self._ticks) // apart) > room:
            apart += 1
        self.getAxis("bottom").setTicks([[(value, f"{value:g}") for value in self._ticks[::apart]]])

    def _numbers(self, _at: QPoint) -> str:
        """A line a point: amount and rate, and the second curve's where there is one."""
        first, second = self._first, self._second
        rates = [first.rates, second.rates] if len(second.rates) == len(first.rates) else [first.rates]
        return as_text(np.array([first.amounts, *rates]).T)

    def dress(self) -> None:
        """Take over the theme's colours."""
        colours = theme.current()
        self.setBackground(colours.panel)
        lower, upper = self._lines
        lower.dress(colours.series, colours.series)
        upper.dress(colours.accent, colours.accent if self._second.amounts else colours.series)
        self._point.setPen(pg.mkPen(colours.text, width=1.5))
        self._point.setBrush(pg.mkBrush(colours.accent))
        for side in ("left", "bottom"):
            self.getAxis(side).setPen(colours.line)
            self.getAxis(side).setTextPen(colours.dim)
            self.getAxis(side).setTickFont(theme.monospaced(theme.scaled(FONT)))

    def changeEvent(self, event: QEvent) -> None:
        """Another theme: take over its colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.dress()

    def show_points(self, first: Points, second: Points = NONE) -> None:
        """Show one curve, or two; what is shown already costs nothing."""
        if (first, second) == (self._first, self._second):
            return
        self._first, self._second = first, second
        lower, upper = self._lines
        lower.show(second)
        upper.show(first)
        self.dress()
        said = [f"{a:g}: {100 * r:.1f} %" for a, r in zip(first.amounts, first.rates, strict=True)]
        for number, rate in enumerate(second.rates[: len(said)]):
            said[number] += f" / {100 * rate:.1f} %"
        self.setAccessibleDescription(", ".join(said))
        self._point_at(-1 if self._at >= len(first.amounts) else self._at)

    def _point_at(self, number: int) -> None:
        here = [number] if number >= 0 else []
        self._point.setData([self._first.amounts[n] for n in here], [100 * self._first.rates[n] for n in here])
        if number != self._at:
            self._at = number
            self.pointed.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The point nearest in amount is pointed at."""
        super().mouseMoveEvent(event)
        if self._first.amounts:
            at = self.plotItem.vb.mapSceneToView(self.mapToScene(event.position().toPoint())).x()
            self._point_at(int(np.abs(np.array(self._first.amounts) - at).argmin()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point_at(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from point to point, Escape leaves."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self._first.amounts:
            start = self._at if self._at >= 0 else (len(self._first.amounts) if step < 0 else -1)
            self._point_at(min(max(start + step, 0), len(self._first.amounts) - 1))
        elif event.key() == Qt.Key.Key_Escape and self._at >= 0:
            self._point_at(-1)
        else:
            QWidget.keyPressEvent(self, event)

    def focusOutEvent(self, event: QEvent) -> None:
        """The keys go elsewhere."""
        super().focusOutEvent(event)
        self._point_at(-1)
