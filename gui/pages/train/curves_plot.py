"""Loss of each step, validation accuracy and learning rate of a run, in one plot with two axes."""

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.pages.train.step_plot import AXIS, PerCent, StepPlot
from gui.style import theme

if TYPE_CHECKING:
    from model.train.training import Progress


class Curves(StepPlot):
    """Loss on the left axis, accuracy in per cent on the right, the learning rate as a thin line without an axis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("curves", "", "", parent)
        self.setAccessibleName(self.tr("Loss and validation accuracy over the steps"))
        self.setToolTip(
            self.tr(
                "Loss: how wrong the network is on the images of a step. Validation: how many of the images that it "
                "does not learn from it reads right.\nThe wheel zooms into the steps, dragging moves them. Click a "
                "step to see the network as it was then."
            )
        )
        self._losses: list[float] = []
        self._rates: list[float] = []
        self._checked: list[int] = []
        self._accuracies: list[float] = []
        self.plot_item.showGrid(y=True, alpha=0.3)
        self._loss_curve = self.plot_item.plot()
        self._rate_box, self._rate_curve = self._overlay()
        self._accuracy_box, self._accuracy_curve = self._overlay()
        self._accuracy_curve.setSymbol("o")
        self._accuracy_curve.setSymbolSize(4)
        self._rate_box.setMouseEnabled(x=False, y=False)
        self._accuracy_box.setLimits(yMin=0, yMax=101)
        right = PerCent("right")
        self.plot_item.setAxisItems({"right": right})
        right.setWidth(theme.room(AXIS))
        right.linkToView(self._accuracy_box)
        for curve in (self._loss_curve, self._rate_curve):
            curve.setDownsampling(auto=True, method="peak")
            curve.opts["autoDownsampleFactor"] = 1.0  # a pixel's highest and lowest are all that can be seen
            curve.setClipToView(True)
        self.box.sigResized.connect(self._on_box_resized)
        self.dress()

    def _overlay(self) -> "tuple[pg.ViewBox, pg.PlotDataItem]":
        """A second scale of values over the same steps."""
        box, curve = pg.ViewBox(enableMenu=False, defaultPadding=0.02), pg.PlotDataItem()
        box.setXLink(self.box)
        box.setAutoVisible(y=True)
        box.setZValue(-1)  # the pointer belongs to the loss
        self.plot_item.scene().addItem(box)
        box.addItem(curve)
        return box, curve

    def _on_box_resized(self) -> None:
        for box in (self._rate_box, self._accuracy_box):
            box.setGeometry(self.box.sceneBoundingRect())
            box.linkedViewChanged(self.box, box.XAxis)

    def dress(self) -> None:
        """Take over the theme's colours."""
        super().dress()
        colours = theme.current()
        self._loss_curve.setPen(pg.mkPen(colours.series, width=1))
        self._accuracy_curve.setPen(pg.mkPen(colours.accent, width=2))
        self._accuracy_curve.setSymbolBrush(colours.accent)
        self._accuracy_curve.setSymbolPen(None)
        self._rate_curve.setPen(pg.mkPen(colours.dim, width=1, style=Qt.PenStyle.DotLine))

    # -- content ------------------------------------------------------------------------------------------------------

    def set_steps_written(self, on: bool) -> None:
        """Whether the steps are written below; not where another plot below this one has them."""
        self.plot_item.getAxis("bottom").setStyle(showValues=on)

    def begin(self) -> None:
        """Begin a new run."""
        for values in (self.steps, self._losses, self._rates, self._checked, self._accuracies):
            values.clear()
        self.reset_view()
        self.add([])

    def add(self, steps: "list[Progress]") -> None:
        """Draw these steps as well."""
        for progress in steps:
            if not self.steps or progress.step > self.steps[-1]:
                self.steps.append(progress.step)
                self._losses.append(progress.loss)
                self._rates.append(progress.learning_rate)
            if progress.validation is not None and progress.result is None:  # a result's is of all digits, not of some
                self._checked.append(progress.step)
                self._accuracies.append(100 * progress.validation)
        self._loss_curve.setData(self.steps, self._losses)
        self._rate_curve.setData(self.steps, self._rates)
        self._accuracy_curve.setData(self._checked, self._accuracies)

    def set_log(self, on: bool) -> None:
        """Draw the loss on a logarithmic scale, or not: small improvements late in a run become visible."""
        self._loss_curve.setLogMode(False, on)
        self.plot_item.getAxis("left").setLogMode(y=on)
        self.box.enableAutoRange(y=True)

    def reset_view(self) -> None:
        """Show all steps and values, and follow those to come."""
        super().reset_view()
        for box in (self._rate_box, self._accuracy_box):
            box.enableAutoRange(y=True)

    def values(self, step: int | None) -> tuple[int, float, float, float | None] | None:
        """Step, loss, learning rate and the last accuracy (0…100) measured at or before `step`; None: the last step."""
        wanted = self.nearest(step if step is not None else self.steps[-1]) if self.steps else None
        if wanted is None:
            return None
        at = self.steps.index(wanted)
        known = [a for s, a in zip(self._checked, self._accuracies, strict=True) if s <= wanted]
        return wanted, self._losses[at], self._rates[at], known[-1] if known else None
