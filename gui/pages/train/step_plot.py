"""A plot over the steps of a run: zoom, pan, a line under the pointer, a line at the step that is shown."""

from bisect import bisect_left

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.style import theme
from gui.widgets.context_menu import ContextMenu
from gui.widgets.number_text import as_text

AXIS = 48  # pixels for the numbers at either side, the same in all plots, so that their steps lie below each other
BELOW = 18  # pixels for the steps below a plot
NUMBERS = 12  # pixels: the font of those numbers at 100 %
ABOVE = 7  # pixels above a plot: half a number stands out at the top of an axis
ZOOM = 0.7


class _Box(pg.ViewBox):  # type: ignore[misc]  # pyqtgraph has no types
    """Wheel and drag work on the steps; the values follow what is seen. Over an axis they work on that axis."""

    def wheelEvent(self, event: object, axis: int | None = None) -> None:
        super().wheelEvent(event, axis=0 if axis is None else axis)

    def mouseDragEvent(self, event: object, axis: int | None = None) -> None:
        super().mouseDragEvent(event, axis=0 if axis is None else axis)


class PerCent(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis whose numbers are per cent."""

    def tickStrings(self, values: list[float], _scale: float, spacing: float) -> list[str]:
        """As many decimals as the ticks lie apart."""
        decimals = 0 if spacing >= 1 else 1 if spacing >= 0.1 else 2
        return [f"{value:.{decimals}f} %" for value in values]


class _Steps(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """An axis of steps: whole numbers."""

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        """At least one step apart."""
        return [each for each in super().tickSpacing(low, high, size) if each[0] >= 1] or [(1, 0)]


class StepPlot(pg.PlotWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Knows steps and two lines; what is plotted is its heirs' affair.

    `pointed` carries the step under the pointer, or None when it left; `step_chosen` the step that was clicked, or to
    which the line of the shown step was dragged. Left and Right move from step to step, Return chooses, + and - zoom,
    0 shows all again.
    """

    pointed = Signal(object)
    step_chosen = Signal(int)

    def __init__(self, name: str, accessible: str, tip: str, parent: QWidget | None = None) -> None:
        # no event is left out: the last one says where the pointer stays
        pg.setConfigOptions(antialias=True, imageAxisOrder="row-major", mouseRateLimit=-1)
        super().__init__(parent, viewBox=_Box(enableMenu=False), axisItems={"bottom": _Steps("bottom")})
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setToolTip(tip)
        ContextMenu(self, self._numbers)
        self.steps: list[int] = []  # those that have values, rising
        self.plot_item = self.getPlotItem()
        self.box = self.plot_item.getViewBox()
        self.box.setAutoVisible(y=True)
        self.box.setDefaultPadding(0.02)
        self.plot_item.hideButtons()
        self.plot_item.showAxis("right")
        for side in ("left", "right"):
            self.plot_item.getAxis(side).setWidth(theme.room(AXIS))
        self.plot_item.getAxis("bottom").setStyle(
            tickTextOffset=3, tickTextHeight=theme.room(BELOW), autoExpandTextSpace=False
        )
        self.plot_item.layout.setContentsMargins(0, ABOVE, 0, 0)
        self.cursor_line = pg.InfiniteLine(angle=90)
        self.shown_line = pg.InfiniteLine(angle=90, movable=True)
        for line in (self.cursor_line, self.shown_line):
            line.setVisible(False)
            self.plot_item.addItem(line, ignoreBounds=True)
        self._pointed: int | None = None
        self.scene().sigMouseMoved.connect(self._on_mouse_moved)
        self.scene().sigMouseClicked.connect(self._on_mouse_clicked)
        self._shown: int | None = None
        self.shown_line.sigDragged.connect(self._on_line_dragged)
        self.shown_line.sigPositionChangeFinished.connect(self._on_line_dropped)

    def _numbers(self, _at: QPoint) -> str:
        """Each curve in two lines: its steps, its values."""
        curves = [
            curve for curve in self.scene().items() if isinstance(curve, pg.PlotDataItem) and curve.xData is not None
        ]
        return "\n".join(as_text(np.asarray(line)) for curve in curves for line in (curve.xData, curve.yData))

    def dress(self) -> None:
        """Take over the theme's colours."""
        colours = theme.current()
        self.setBackground(colours.panel)
        numbers = QFont(QApplication.font())
        numbers.setPixelSize(theme.scaled(NUMBERS))
        for side in ("left", "bottom", "right"):
            axis = self.plot_item.getAxis(side)
            axis.setPen(colours.line)
            axis.setTextPen(colours.dim)
            axis.setTickFont(numbers)
        self.cursor_line.setPen(pg.mkPen(colours.dim, width=1))
        self.shown_line.setPen(pg.mkPen(colours.text, width=1, style=Qt.PenStyle.DashLine))
        self.shown_line.setHoverPen(pg.mkPen(colours.accent, width=2))

    def changeEvent(self, event: QEvent) -> None:
        """Another theme: take over its colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.dress()

    # -- steps ----------------------------------------------------------------------------------------------------

    def point_at(self, step: int | None) -> None:
        """Draw the line under the pointer at `step`; None takes it away. Plots above each other call one another."""
        if step == self._pointed:
            return
        self._pointed = step
        self.cursor_line.setVisible(step is not None)
        if step is not None:
            self.cursor_line.setValue(step)

    def show_step(self, step: int | None) -> None:
        """Draw the line of the step that the window shows; None takes it away."""
        self._shown = step
        self.shown_line.setVisible(step is not None)
        if step is not None and not self.shown_line.moving:
            self.shown_line.setValue(step)

    def nearest(self, step: float) -> int | None:
        """The step with values that is closest to `step`; None where there is none."""
        if not self.steps:
            return None
        after = bisect_left(self.steps, step)
        beside = self.steps[max(after - 1, 0) : after + 1]
        return min(beside, key=lambda each: abs(each - step))

    def reset_view(self) -> None:
        """Show all steps, and follow those to come."""
        self.box.enableAutoRange(x=True, y=True)

    # -- events ---------------------------------------------------------------------------------------------------

    def _step_at(self, place: QPointF) -> int | None:
        if not self.box.sceneBoundingRect().contains(place):
            return None
        return self.nearest(self.box.mapSceneToView(place).x())

    def _point(self, step: int | None) -> None:
        if step != self._pointed:
            self.point_at(step)
            self.pointed.emit(step)

    def _on_mouse_moved(self, place: QPointF) -> None:
        self._point(self._step_at(place))

    def _on_mouse_clicked(self, event: "pg.GraphicsScene.mouseEvents.MouseClickEvent") -> None:
        step = self._step_at(event.scenePos())
        if step is not None and event.button() == Qt.MouseButton.LeftButton and not event.double():
            self.step_chosen.emit(step)

    def _on_line_dragged(self, line: "pg.InfiniteLine") -> None:
        step = self.nearest(line.value())
        if step is not None:
            self.step_chosen.emit(step)

    def _on_line_dropped(self, *_: object) -> None:
        if self._shown is not None:  # not every step was kept: back to the one that is shown
            self.shown_line.setValue(self._shown)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """All presses end here: what lies behind the plot must not get them."""
        super().mousePressEvent(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """As the presses."""
        super().mouseReleaseEvent(event)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._point(None)

    def focusOutEvent(self, event: QEvent) -> None:
        """The keyboard went elsewhere."""
        super().focusOutEvent(event)
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, choose, zoom."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self.steps:
            self._move(-1 if key == Qt.Key.Key_Left else 1, event.modifiers())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointed is not None:
            self.step_chosen.emit(self._pointed)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            around = None if self._pointed is None else (self._pointed, 0)
            self.box.scaleBy(x=1 / ZOOM if key == Qt.Key.Key_Minus else ZOOM, center=around)
        elif key == Qt.Key.Key_0:
            self.reset_view()
        elif key == Qt.Key.Key_Escape and self._pointed is not None:
            self._point(None)
        else:
            event.ignore()  # the base class would swallow what moves the focus

    def _move(self, by: int, modifiers: Qt.KeyboardModifier) -> None:
        if self._pointed is None:
            self._point(self.steps[-1])
            return
        far = 10 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
        place = bisect_left(self.steps, self._pointed) + far * by
        self._point(self.steps[min(max(place, 0), len(self.steps) - 1)])
