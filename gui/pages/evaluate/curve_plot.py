"""One curve of accuracy against a change, with its confidence band, drawn with pyqtgraph; its points can be read."""

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from gui.style import theme
from gui.widgets.context_menu import ContextMenu
from gui.widgets.number_text import as_text

AXIS = 30  # pixels


class CurvePlot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Accuracy 0…100 % over the amounts of one change; `ticks` are some of them, both ends among them.

    `pointed` carries the number of the point under the pointer, or chosen with the arrow keys; -1 for none.
    """

    pointed = Signal(int)

    def __init__(self, name: str, accessible: str, tip: str, ticks: tuple[float, ...]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 80)
        self._amounts: list[float] = []
        self._rates: list[float] = []
        self._at = -1
        self.hideButtons()
        self.setMenuEnabled(False)
        ContextMenu(self, self._numbers)
        self.setMouseEnabled(x=False, y=False)
        margin = (ticks[-1] - ticks[0]) * 0.07
        self.setXRange(ticks[0] - margin, ticks[-1] + margin, padding=0)
        self.setYRange(0, 108, padding=0)
        self.getAxis("bottom").setTicks([[(value, f"{value:g}") for value in ticks]])
        self.showGrid(y=True, alpha=0.15)
        self.getAxis("left").setWidth(AXIS)
        self.getAxis("left").setTicks([[(value, str(value)) for value in (0, 25, 50, 75, 100)]])
        self._low, self._high = pg.PlotCurveItem(pen=None), pg.PlotCurveItem(pen=None)
        self._band = pg.FillBetweenItem(self._low, self._high)
        self._line = pg.PlotDataItem(symbol="o", symbolSize=5)
        self._point = pg.ScatterPlotItem(size=11, symbol="o")
        for item in (self._low, self._high, self._band, self._line, self._point):
            self.addItem(item)
        self.dress()

    def _numbers(self, _at: QPoint) -> str:
        """A line a point: amount and rate."""
        return as_text(np.array([self._amounts, self._rates]).T)

    def dress(self) -> None:
        """Take over the theme's colours."""
        colours = theme.current()
        self.setBackground(colours.panel)
        band = QColor(colours.series)
        band.setAlphaF(0.35)
        self._band.setBrush(band)
        self._line.setPen(pg.mkPen(colours.accent, width=2))
        self._line.setSymbolBrush(colours.accent)
        self._line.setSymbolPen(None)
        self._point.setPen(pg.mkPen(colours.text, width=1.5))
        self._point.setBrush(pg.mkBrush(colours.accent))
        for side in ("left", "bottom"):
            self.getAxis(side).setPen(colours.line)
            self.getAxis(side).setTextPen(colours.dim)
            self.getAxis(side).setTickFont(theme.monospaced(theme.scaled(10)))

    def changeEvent(self, event: QEvent) -> None:
        """Another theme: take over its colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.dress()

    def show_points(self, amounts: list[float], rates: list[float], intervals: list[tuple[float, float]]) -> None:
        """Show these points: amounts, and rates with their intervals, 0…1."""
        self._amounts, self._rates = amounts, rates
        lows, highs = (100 * np.array([interval[end] for interval in intervals]) for end in (0, 1))
        self._low.setData(np.array(amounts), lows)
        self._high.setData(np.array(amounts), highs)
        self._line.setData(np.array(amounts), 100 * np.array(rates))
        said = (f"{a:g}: {100 * r:.1f} %" for a, r in zip(amounts, rates, strict=True))
        self.setAccessibleDescription(", ".join(said))
        self._point_at(-1 if self._at >= len(amounts) else self._at)

    def _point_at(self, number: int) -> None:
        here = [number] if number >= 0 else []
        self._point.setData([self._amounts[n] for n in here], [100 * self._rates[n] for n in here])
        if number != self._at:
            self._at = number
            self.pointed.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The point nearest in amount is pointed at."""
        super().mouseMoveEvent(event)
        if self._amounts:
            at = self.plotItem.vb.mapSceneToView(self.mapToScene(event.position().toPoint())).x()
            self._point_at(int(np.abs(np.array(self._amounts) - at).argmin()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point_at(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from point to point, Escape leaves."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and self._amounts:
            start = self._at if self._at >= 0 else (len(self._amounts) if step < 0 else -1)
            self._point_at(min(max(start + step, 0), len(self._amounts) - 1))
        elif event.key() == Qt.Key.Key_Escape and self._at >= 0:
            self._point_at(-1)
        else:
            QWidget.keyPressEvent(self, event)

    def focusOutEvent(self, event: QEvent) -> None:
        """The keys go elsewhere."""
        super().focusOutEvent(event)
        self._point_at(-1)
