"""The figures of an evaluation: accuracy, its interval, calibration, and the rate of each digit."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.pages.evaluate.digit_rates import DigitRates
from gui.pages.evaluate.pair import Pair
from gui.style import theme
from gui.widgets.controls import fill, label
from gui.widgets.elided import Elided
from gui.widgets.verdict_words import VerdictWords

if TYPE_CHECKING:
    from model.evaluate.outcome import BeforeAfter

HIGHEST = 520  # pixels, of the rates: more would not be easier to read


class Figures(QWidget):
    """Shows one result, or two; until there is one, what will be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluationFigures")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        self._facts = label("", "dim", "evaluatedFacts", wrap=True)
        self._accuracy = label("", "strong", "testAccuracy")
        self._accuracy.setStyleSheet(f"font-size: {theme.scaled(38)}px;")
        self._accuracy.setToolTip(self.tr("The share of the images that the network reads right"))
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
        self._second = Elided("series", "secondNetwork")
        self._second_figures = label("", "dim", "secondFigures", wrap=True)
        self._verdict = label("", "", "comparisonVerdict", wrap=True)
        self._verdict.setToolTip(
            self.tr(
                "Of the digits that only one of the two reads right, chance would give each network half. McNemar's "
                "test (1947), exact: p is how often chance alone parts them at least so unevenly."
            )
        )
        for each in (self._second, self._second_figures, self._verdict):
            each.hide()  # before they are first shown, or their room is kept
        for figure in (self._accuracy, self._before, self._interval, self._calibration, self._rates):
            figure.hide()
        fill(column, self._facts, self._accuracy, self._before, self._interval, self._calibration)
        fill(column, self._second, self._second_figures, self._verdict)
        column.addSpacing(4)
        self._rates.setMaximumHeight(HIGHEST)
        column.addWidget(self._rates, 4)
        column.addStretch(1)

    def _compared(self, before: "BeforeAfter") -> str:
        text = self.tr("before {0:.2f} %: now {1}")
        return text.format(100 * before.accuracy_before, VerdictWords(self).of(before.verdict))

    def show_pair(self, pair: Pair, before: "BeforeAfter | None" = None) -> None:
        """Show the figures as far as they are measured, and those of the network from `before`."""
        result, (readings, second) = pair.first, pair.readings
        self._show_second(pair)
        for each in (self._accuracy, self._interval, self._calibration, self._rates):
            each.setHidden(readings is None)
        self._before.setHidden(readings is None or before is None)
        if result is None or readings is None:
            self._facts.setText(
                self.tr(
                    "Here will stand how many of these images it reads right, how far chance could move that figure, "
                    "and which of the ten classes it finds hard."
                )
            )
            return
        facts = self.tr("{0:,} parameters · {1:,} digits")
        if not result.data.digits:
            facts = self.tr("{0:,} parameters · {1:,} images")
        self._facts.setText(facts.format(result.subject.parameters, readings.count))
        self._accuracy.setText(f"{100 * readings.evaluation.accuracy:.2f} %")
        self._before.setText("" if before is None else self._compared(before))
        low, high = readings.interval()
        wrong = len(readings.mistakes)
        self._interval.setText(
            self.tr("95 % interval {0:.2f} … {1:.2f} % · {2:,} wrong").format(100 * low, 100 * high, wrong)
        )
        self._calibration.setText(self.tr("calibration error {0:.2f} %").format(100 * readings.calibration_error))
        self._rates.show_rates(readings.rates(), result.data.classes, None if second is None else second.rates())

    def _show_second(self, pair: Pair) -> None:
        for each in (self._second, self._second_figures, self._verdict):
            each.setVisible(pair.comparison is not None)
        if pair.comparison is None or pair.second is None:
            return
        from model.evaluate.comparison import CHANCE

        subject, second, found = pair.second.subject, pair.comparison.second, pair.comparison
        self._second.set_text(self.tr("B: {0}").format(subject.name))
        figures = self.tr("{0:.2f} % · {1:,} wrong · {2:,} parameters")
        wrong = len(second.mistakes)
        self._second_figures.setText(figures.format(100 * second.evaluation.accuracy, wrong, subject.parameters))
        if found.chance >= CHANCE:
            text = self.tr("Within chance of each other (p = {0:.2g})")
        elif len(found.only_first) > len(found.only_second):
            text = self.tr("A is better, beyond chance (p = {0:.2g})")
        else:
            text = self.tr("B is better, beyond chance (p = {0:.2g})")
        self._verdict.setText(text.format(found.chance))
