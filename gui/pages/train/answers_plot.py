"""What the network answered to the user's own drawing over the steps of a run: ten probabilities, ten lines."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui.pages.train.step_plot import AXIS, StepPlot
from gui.style import theme
from model.data_set import DIGITS

LONGEST = 5  # characters of a name at the end of a line
NAMED, APART = 0.05, 0.11  # a line is named at its end from this probability on, and where no other name is as near


class _Names(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """The right axis: the digit of each line at its end, the answer in amber."""

    marked = ""

    def drawPicture(
        self, painter: QPainter, axis: object, _ticks: object, texts: list[tuple[QRectF, int, str]]
    ) -> None:
        """The others as usual, then the answer."""
        super().drawPicture(painter, axis, [], [text for text in texts if text[2] != self.marked])
        painter.setPen(theme.current().accent)
        for place, flags, text in texts:
            if text == self.marked:
                painter.drawText(place, int(flags), text)


class AnswersPlot(StepPlot):
    """Ten lines; the answer at the end is amber, the one after it blue, all others muted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("answersPlot", "", "", parent)
        self.setAccessibleName(self.tr("Probabilities of your drawing over the steps"))
        self.setToolTip(
            self.tr(
                "How probable each digit was for the drawing on your pad, as the network learned. Change the drawing, "
                "and all steps are answered anew.\nClick a step to see the network as it was then."
            )
        )
        self._probabilities = np.zeros((0, 10))
        self._classes: Sequence[str] = DIGITS
        self._names = _Names("right")
        self.plot_item.setAxisItems({"right": self._names})
        self._names.setWidth(theme.room(AXIS))
        self._names.setStyle(tickLength=0)
        self.plot_item.showGrid(y=True, alpha=0.3)
        self.plot_item.getAxis("left").setTicks([[(0, "0 %"), (0.5, "50 %"), (1, "100 %")]])
        self.box.setMouseEnabled(x=True, y=False)
        self._lines = [self.plot_item.plot() for _ in range(10)]
        for line in self._lines:
            line.setClipToView(True)
        self.reset_view()
        self.dress()

    def reset_view(self) -> None:
        """Show all steps; where another plot says which they are, as that one does."""
        leading = self.box.linkedView(self.box.XAxis)
        (self.box if leading is None else leading).enableAutoRange(x=True)
        self.box.setYRange(0, 1, padding=0.1)

    def dress(self) -> None:
        """Take over the theme's colours."""
        super().dress()
        colours = theme.current()
        order = self._order()
        for digit, line in enumerate(self._lines):
            if order and digit == order[0]:
                line.setPen(pg.mkPen(colours.accent, width=2))
            elif order and digit == order[1]:
                line.setPen(pg.mkPen(colours.series, width=1.5))
            else:
                line.setPen(pg.mkPen(colours.faint, width=1))
            line.setZValue(10 - order.index(digit) if order else 0)

    def _order(self) -> list[int]:
        """The digits, most probable at the end first."""
        return np.argsort(-self._probabilities[-1]).tolist() if len(self._probabilities) else []

    def set_answers(self, answers: "Sequence[tuple[int, NDArray[np.float32]]]", names: Sequence[str] = DIGITS) -> None:
        """Draw these steps with their ten probabilities, of classes with these `names`; none: there is no drawing."""
        self._classes = [name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…" for name in names]
        before = self._order()
        self.steps = [step for step, _ in answers]
        self._probabilities = np.array([p for _, p in answers]).reshape(-1, 10)
        for digit, line in enumerate(self._lines):
            line.setData(self.steps, self._probabilities[:, digit])
        order = self._order()
        if order != before:
            self.dress()
        self._name_lines(order)

    def _name_lines(self, order: list[int]) -> None:
        named: list[tuple[float, str]] = []
        for digit in order:
            at = float(self._probabilities[-1, digit])
            if at >= NAMED and all(abs(at - other) >= APART for other, _ in named):
                named.append((at, self._classes[digit]))
        self._names.marked = self._classes[order[0]] if order else ""
        self._names.setTicks([named])

    def values(self, step: int | None) -> "tuple[int, NDArray[np.float32]] | None":
        """The ten probabilities at the step nearest to `step`, with that step; None: the last one."""
        wanted = self.nearest(step if step is not None else self.steps[-1]) if self.steps else None
        return None if wanted is None else (wanted, self._probabilities[self.steps.index(wanted)])
