"""Loss and validation accuracy over the steps of a run, drawn with pyqtgraph."""

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from gui import theme

if TYPE_CHECKING:
    from model.training import Progress


class Curves(pg.GraphicsLayoutWidget):  # type: ignore[misc]  # pyqtgraph has no types
    """Two plots above each other with one axis of steps; wheel and drag zoom and pan, a double click shows all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        pg.setConfigOptions(antialias=True, imageAxisOrder="row-major")
        super().__init__(parent)
        self.setObjectName("curves")
        self.setAccessibleName(self.tr("Loss and validation accuracy over the steps"))
        self._steps: list[int] = []
        self._losses: list[float] = []
        self._checked: list[int] = []
        self._accuracies: list[float] = []
        self._loss_plot = self.addPlot(row=0, col=0)
        self._accuracy_plot = self.addPlot(row=1, col=0)
        self._accuracy_plot.setXLink(self._loss_plot)
        self._loss_plot.setLabel("left", self.tr("loss"))
        self._accuracy_plot.setLabel("left", self.tr("validation, %"))
        self._accuracy_plot.setLabel("bottom", self.tr("step"))
        self._loss_curve = self._loss_plot.plot()
        self._accuracy_curve = self._accuracy_plot.plot(symbol="o", symbolSize=5)
        for plot in (self._loss_plot, self._accuracy_plot):
            plot.showGrid(y=True, alpha=0.15)
            plot.getAxis("left").setWidth(52)
            plot.hideButtons()
            plot.setMenuEnabled(False)
        self.dress()

    def dress(self) -> None:
        """Take over the theme's colours."""
        colours = theme.current()
        self.setBackground(colours.panel)
        self._loss_curve.setPen(pg.mkPen(colours.series, width=1.5))
        self._accuracy_curve.setPen(pg.mkPen(colours.accent, width=2))
        self._accuracy_curve.setSymbolBrush(colours.accent)
        self._accuracy_curve.setSymbolPen(None)
        for plot in (self._loss_plot, self._accuracy_plot):
            for side in ("left", "bottom"):
                plot.getAxis(side).setPen(colours.line)
                plot.getAxis(side).setTextPen(colours.dim)

    def begin(self) -> None:
        """Begin a new run."""
        for values in (self._steps, self._losses, self._checked, self._accuracies):
            values.clear()
        self.add([])

    def add(self, steps: "list[Progress]") -> None:
        """Draw these steps as well."""
        for progress in steps:
            if not self._steps or progress.step > self._steps[-1]:
                self._steps.append(progress.step)
                self._losses.append(progress.loss)
            if progress.validation is not None:
                self._checked.append(progress.step)
                self._accuracies.append(100 * progress.validation)
        self._loss_curve.setData(self._steps, self._losses)
        self._accuracy_curve.setData(self._checked, self._accuracies)
