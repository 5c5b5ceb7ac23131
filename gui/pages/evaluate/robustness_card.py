"""The card with accuracy against noise, rotation, shift and thickness, and a digit that shows what each amount does."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from gui.widgets.controls import card, label
from gui.widgets.tile_view import TileView

if TYPE_CHECKING:
    from gui.pages.evaluate.curve_plot import CurvePlot, Points
    from model.evaluate.report import Report
    from model.evaluate.robustness import Change, Curve

STRIP = 5  # pictures below each plot
LOW, HIGH = 30, 58  # pixels: how high they are at least and at most


class RobustnessCard(QWidget):
    """Four plots side by side; below each a digit at five of its amounts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plots: dict[str, CurvePlot] = {}
        self._strips: dict[str, TileView] = {}
        self._curves: dict[str, Curve] = {}
        self._seconds: dict[str, Curve] = {}
        self._sample: object = None
        frame, column = card("robustnessCard")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)
        self._frame: QFrame = frame
        row = QHBoxLayout()
        self._title = label(self.tr("Accuracy when the images are changed, %"), "dim", "robustnessTitle")
        self._readout = label("", "code", "robustnessReadout")
        row.addWidget(self._title)
        row.addStretch(1)
        row.addWidget(self._readout)
        column.addLayout(row)
        self._place = QStackedLayout()
        self._empty = label(self.tr("The curves are measured after all images were read."), "dim", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addLayout(self._place, 1)  # first: what it shows without a parent would be a window
        self._place.addWidget(self._empty)

    def _words(self, name: str) -> tuple[str, str]:
        return {
            "noise": (
                self.tr("noise"),
                self.tr("Noise with this standard deviation is added to each pixel (0 … 1), the same at every run"),
            ),
            "rotation": (self.tr("rotation, °"), self.tr("Each image is turned clockwise about its middle")),
            "shift": (
                self.tr("shift, pixels"),
                self.tr(
                    "Each image is moved right, down, left or up in turn. On the pad the place does not matter: the "
                    "steps from ink to image undo it"
                ),
            ),
            "thickness": (
                self.tr("thickness, pixels"),
                self.tr("Strokes grow, or shrink, by so much on each side"),
            ),
        }[name]

    def _build(self, changes: "tuple[Change, ...]") -> None:
        from gui.pages.evaluate.curve_plot import CurvePlot, axis_width  # pyqtgraph takes a third of a second to import

        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        for place, change in enumerate(changes):
            title, tip = self._words(change.name)
            plot = CurvePlot(f"{change.name}Plot", title, tip, change.ticks)
            plot.pointed.connect(self._on_pointed)
            strip = TileView(f"{change.name}Strip", title, tip, largest=2)
            strip.centered = True
            strip.setMinimumHeight(LOW)
            strip.setMaximumHeight(HIGH)
            grid.addWidget(label(title, "dim"), 0, place)
            grid.addWidget(plot, 1, place)
            below = QHBoxLayout()
            below.setContentsMargins(axis_width(), 0, 0, 0)
            below.addWidget(strip)
            grid.addLayout(below, 2, place)
            grid.setColumnStretch(place, 1)
            self._plots[change.name], self._strips[change.name] = plot, strip
        grid.setRowStretch(1, 4)
        grid.setRowStretch(2, 1)
        self._place.addWidget(inner)
        self._place.setCurrentWidget(inner)

    def show_reports(self, report: "Report | None", second: "Report | None" = None) -> None:
        """Show the curves measured so far, or none; of a second network too where there is one."""
        curves = () if report is None else report.curves
        if not curves and not self._plots:
            return
        if not self._plots:
            self._build(tuple(curve.change for curve in curves))
        self._place.setCurrentIndex(int(bool(curves)))
        self._curves = {curve.change.name: curve for curve in curves}
        self._seconds = {} if second is None else {curve.change.name: curve for curve in second.curves}
        for name, plot in self._plots.items():
            plot.show_points(_points(self._curves.get(name)), _points(self._seconds.get(name)))
        self._show_strips(report)

    def _show_strips(self, report: "Report | None") -> None:
        readings = None if report is None else report.readings
        if readings is self._sample or readings is None or not self._curves:
            return
        self._sample = readings
        from model.evaluate.robustness import sample

        for name, strip in self._strips.items():
            if name in self._curves:
                strip.set_tiles(sample(self._curves[name].change, readings.digits, STRIP), "ink", 0.0, 1.0)

    def _on_pointed(self, number: int) -> None:
        plot = self.sender()
        name = next((name for name, each in self._plots.items() if each is plot), "")
        curve = self._curves.get(name)
        if curve is None or not 0 <= number < len(curve.amounts):
            self._readout.setText("")
            return
        title, _ = self._words(name)
        amount, rate = curve.amounts[number], 100 * curve.accuracies[number]
        second = self._seconds.get(name)
        if second is not None and number < len(second.amounts):
            text = self.tr("{0} {1:g}: A {2:.1f} %, B {3:.1f} % of {4:,}")
            self._readout.setText(text.format(title, amount, rate, 100 * second.accuracies[number], curve.count))
            return
        low, high = curve.intervals[number]
        text = self.tr("{0} {1:g}: {2:.1f} % of {3:,}, 95 % interval {4:.1f} … {5:.1f}")
        self._readout.setText(text.format(title, amount, rate, curve.count, 100 * low, 100 * high))


def _points(curve: "Curve | None") -> "Points":
    from gui.pages.evaluate.curve_plot import NONE, Points

    return NONE if curve is None else Points(list(curve.amounts), curve.accuracies, curve.intervals)
