"""The figures of an evaluation: accuracy, its interval, calibration, and the rate of each digit."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.pages.evaluate.digit_rates import DigitRates
from gui.session.evaluator import Result
from gui.style import theme
from gui.widgets.controls import fill, label
from gui.widgets.verdict_words import VerdictWords

if TYPE_CHECKING:
    from model.evaluate.comparison import Comparison


class Figures(QWidget):
    """Shows one result; empty until there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluationFigures")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        self._facts = label("", "dim", "evaluatedFacts", wrap=True)
        self._accuracy = label("", "strong", "testAccuracy")
        self._accuracy.setStyleSheet(f"font-size: {theme.scaled(38)}px;")
        self._accuracy.setToolTip(self.tr("The share of the digits that the network reads right"))
        self._before = label("", "", "accuracyBefore", wrap=True)
        self._before.setToolTip(
            self.tr(
                "The network that was evaluated before on the same digits. Beyond chance: McNemar's exact test on the "
                "digits on which the two differ gives less than 0.05"
            )
        )
        self._interval = label("", "dim", "accuracyInterval")
        self._interval.setToolTip(
            self.tr(
                "Another test set of this size would give a slightly other figure: with 95 % confidence the true "
                "accuracy lies in this interval (E. B. Wilson, 1927)"
            )
        )
        self._calibration = label("", "dim", "calibrationError")
        self._calibration.setToolTip(
            self.tr(
                "Expected calibration error: how far certainty and accuracy lie apart on the average, in 15 equal bins "
                "(C. Guo et al., 2017). 0 % means that of the digits read with 90 % certainty, 90 % are right."
            )
        )
        self._rates = DigitRates()
        fill(column, self._facts, self._accuracy, self._before, self._interval, self._calibration)
        column.addSpacing(4)
        self._rates.setMaximumHeight(330)
        column.addWidget(self._rates, 4)
        column.addStretch(1)

    def _compared(self, before: "Comparison") -> str:
        text = self.tr("before {0:.2f} %: now {1}")
        return text.format(100 * before.accuracy_before, VerdictWords(self).of(before.verdict))

    def show_result(self, result: Result | None, before: "Comparison | None" = None) -> None:
        """Show the figures as far as they are measured, and those of the network from `before`."""
        readings = None if result is None else result.report.readings
        if result is None or readings is None:
            for each in (self._accuracy, self._before, self._interval, self._calibration, self._facts):
                each.setText("")
            self._rates.show_rates([])
            return
        self._facts.setText(
            self.tr("{0:,} parameters · {1:,} digits").format(result.subject.parameters, readings.count)
        )
        self._accuracy.setText(f"{100 * readings.evaluation.accuracy:.2f} %")
        self._before.setText("" if before is None else self._compared(before))
        low, high = readings.interval()
        wrong = len(readings.mistakes)
        self._interval.setText(
            self.tr("95 % interval {0:.2f} … {1:.2f} % · {2:,} wrong").format(100 * low, 100 * high, wrong)
        )
        self._calibration.setText(self.tr("calibration error {0:.2f} %").format(100 * readings.calibration_error))
        self._rates.show_rates(readings.rates())
