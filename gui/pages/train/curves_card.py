"""The card with what a run did at each step: loss and accuracy above, the answer to one's own drawing below."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.pages.train.readout import Part, Readout
from gui.style import theme
from gui.widgets.controls import button, fill, label
from model.data_set import DIGITS

if TYPE_CHECKING:
    from gui.pages.train.answers_plot import AnswersPlot
    from gui.pages.train.curves_plot import Curves
    from model.train.training import Progress

Answers = Sequence[tuple[int, NDArray[np.float32]]]


class RunCard(QFrame):
    """Two plots over the same steps. `step_chosen` carries a step that was clicked; `draw_wanted` asks for the pad."""

    step_chosen = Signal(int)
    draw_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("curvesCard")
        self.setAccessibleName(self.tr("Curves of the run"))
        self.setProperty("role", "card")
        self.setMinimumWidth(theme.room(220))  # its words are whole
        self.curves: Curves | None = None  # pyqtgraph takes a third of a second to import: not at the program's start
        self.answers: AnswersPlot | None = None
        self._names: Sequence[str] = DIGITS
        self._pointed: int | None = None
        self._shown: int | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 6)
        column.setSpacing(4)
        self._upper, self._lower = QStackedWidget(), QStackedWidget()
        self._lower.setMinimumHeight(100)
        self._upper.setMinimumHeight(100)
        column.addLayout(self._build_head())
        column.addWidget(self._upper, 3)
        self._answers_readout = Readout("answersReadout", self.tr("Answer to your drawing at this step"))
        column.addWidget(self._answers_readout)
        column.addWidget(self._lower, 2)
        words = self.tr(
            "Start a run (Ctrl+T) and watch, step by step:\nthe loss on the images it has just seen falls,\n"
            "the accuracy on images it never learns from rises."
        )
        empty = label(words, "dim", "noCurves", wrap=True)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._upper.addWidget(empty)
        self._lower.addWidget(self._build_no_answers())
        self._show_values()

    def _build_head(self) -> QHBoxLayout:
        self._readout = Readout("curvesReadout", self.tr("Values at this step"))
        self._log = button(
            "logScaleButton", self.tr("log"),
            self.tr("Logarithmic scale for the loss: small improvements late in a run become visible"),
            None, "small", checkable=True,
        )  # fmt: skip
        self._log.toggled.connect(self._on_log_toggled)
        self._reset = button(
            "resetViewButton", self.tr("all"),
            self.tr("Show all steps again, and follow those to come (key 0 in a plot)"),
            self._on_reset, "small",
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._readout, 1)
        fill(row, self._log, self._reset)
        return row

    def _build_no_answers(self) -> QWidget:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setSpacing(8)
        words = self.tr("The ten probabilities of your drawing are followed here as the network learns.")
        text = label(words, "dim", "noAnswers", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._draw = button(
            "drawButton", self.tr("Draw a digit"), self.tr("Go to the pad; the run goes on meanwhile"),
            self.draw_wanted.emit,
        )  # fmt: skip
        column.addStretch()
        column.addWidget(text)
        column.addWidget(self._draw, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return place

    # -- content ------------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin a new run."""
        if self.curves is None or self.answers is None:
            from gui.pages.train.answers_plot import AnswersPlot
            from gui.pages.train.curves_plot import Curves

            self.curves, self.answers = Curves(), AnswersPlot()
            self._upper.addWidget(self.curves)
            self._lower.addWidget(self.answers)
            self.answers.box.setXLink(self.curves.box)
            QWidget.setTabOrder(self._reset, self.curves)
            QWidget.setTabOrder(self.curves, self.answers)
            for plot in (self.curves, self.answers):
                plot.pointed.connect(self._on_pointed)
                plot.step_chosen.connect(self.step_chosen)
            self.curves.set_log(self._log.isChecked())
        self.curves.begin()
        self._upper.setCurrentWidget(self.curves)
        self.set_answers([])
        self.show_step(None)

    def add(self, steps: "list[Progress]") -> None:
        """Draw these steps as well."""
        if self.curves is not None:
            self.curves.add(steps)
            self._show_values()

    def set_drawn(self, drawn: bool) -> None:
        """Whether there is a drawing; if not, offer to draw."""
        self._draw.setHidden(drawn)

    def set_answers(self, answers: Answers, names: Sequence[str] = DIGITS) -> None:
        """Draw what the drawing was answered at these steps; none where there is no drawing."""
        self._names = names
        if self.answers is not None and self.curves is not None:
            self.answers.set_answers(answers, names)
            self._lower.setCurrentIndex(1 if answers else 0)
            self.curves.set_steps_written(not answers)
            self._show_values()

    def show_step(self, step: int | None) -> None:
        """Mark the step that the window shows; None: it shows now."""
        self._shown = step
        for plot in (self.curves, self.answers):
            if plot is not None:
                plot.show_step(step)
        self._show_values()

    # -- values at a step ---------------------------------------------------------------------------------------------

    def _on_pointed(self, step: int | None) -> None:
        self._pointed = step
        for plot in (self.curves, self.answers):
            if plot is not None:
                plot.point_at(step)
        self._show_values()

    def _show_values(self) -> None:
        """The numbers under the cursor, else at the step that is shown, else the last ones."""
        step = self._pointed if self._pointed is not None else self._shown
        values = self.curves.values(step) if self.curves is not None else None
        if values is None:
            self._readout.show_parts((self.tr("Loss of each step and validation accuracy"), "dim"))
        else:
            at, loss, rate, accuracy = values
            measured = "–" if accuracy is None else f"{accuracy:.2f} %"
            self._readout.show_parts(
                (self.tr("step {0:,}").format(at), "text"),
                (self.tr("loss {0}").format(f"{loss:.3f}"), "series"),
                (self.tr("validation sample {0}").format(measured), "accent"),
                (self.tr("learning rate {0}").format(f"{rate:.2g}"), "faint"),
            )
        answer = self.answers.values(step) if self.answers is not None else None
        if answer is None:
            self._answers_readout.show_parts((self.tr("Your drawing, answered at each step"), "dim"))
        else:
            self._answers_readout.show_parts(*self._answer_parts(*answer))

    def _answer_parts(self, step: int, probabilities: NDArray[np.float32]) -> list[Part]:
        assert self.answers is not None
        last = self.answers.values(None)
        order = [] if last is None else (-last[1]).argsort().tolist()[:2]  # the lines that have a colour
        order += [d for d in (-probabilities).argsort().tolist() if d not in order][:1]
        roles = ("accent", "series", "faint")
        parts: list[Part] = [(self.tr("your drawing at step {0:,}").format(step), "text")]
        return parts + [
            (f"{self._names[digit]}  {100 * probabilities[digit]:.1f} %", role)
            for digit, role in zip(order, roles, strict=False)
        ]

    def _on_log_toggled(self, on: bool) -> None:
        if self.curves is not None:
            self.curves.set_log(on)

    def _on_reset(self) -> None:
        for plot in (self.curves, self.answers):
            if plot is not None:
                plot.reset_view()
