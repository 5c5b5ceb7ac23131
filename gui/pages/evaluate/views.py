"""The confusion matrix with its digits beside it: of one network, or of two and of their difference."""

from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from gui.pages.evaluate.confusion_view import ConfusionView
from gui.pages.evaluate.pair import Pair
from gui.session.evaluator import Evaluator
from gui.widgets.class_names import short
from gui.widgets.controls import button, card, label
from gui.widgets.elided import Elided
from gui.widgets.gallery import Gallery, Shown

if TYPE_CHECKING:
    from model.evaluate.comparison import Comparison
    from model.evaluate.readings import Readings

MOST = 500  # images in the gallery
SHORT = 10  # characters of the name of a class below one


class View(Enum):
    """What of two networks is shown."""

    FIRST = "first"
    SECOND = "second"
    DIFFERENCE = "difference"


class Views(QWidget):
    """Which cell is chosen, the evaluator knows. `picked` carries the number of the digit that was clicked."""

    picked = Signal(int)

    def __init__(self, evaluator: Evaluator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evaluator = evaluator
        self._pair = Pair()
        self._view = View.FIRST
        self._why = ""  # nothing is shown
        self._listed: object = None  # what the gallery shows
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._build_matrix(), 5)
        row.addWidget(self._build_gallery(), 6)

    # -- building -----------------------------------------------------------------------------------------------

    def _build_matrix(self) -> QWidget:
        frame, column = card("confusionCard")
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(label(self.tr("Shown (down), read as (across)"), "dim"), 1)
        self._choices = QButtonGroup(self)
        for number, (view, text, tip) in enumerate(
            (
                (View.FIRST, "A", self.tr("The network on display: its answers, and its mistakes beside them")),
                (View.SECOND, "B", self.tr("The network it is compared with")),
                (
                    View.DIFFERENCE,
                    "A − B",
                    self.tr("How much more often A gave each answer than B; beside it the digits on which they differ"),
                ),
            )
        ):
            choice = button(f"{view.value}View", text, tip, role="small", checkable=True)
            choice.hide()
            self._choices.addButton(choice, number)
            row.addWidget(choice)
        self._choices.idClicked.connect(self._on_view)
        column.addLayout(row)
        self.matrix = ConfusionView()
        self.matrix.chosen.connect(self._evaluator.choose_cell)
        column.addWidget(self.matrix, 1)
        return frame

    def _build_gallery(self) -> QWidget:
        frame, column = card("galleryCard")
        self._title = Elided("dim", "galleryTitle")
        self._all = button(
            "allMistakesButton", self.tr("all mistakes"), self.tr("Show the mistakes of all cells again (Esc)"),
            self._on_all, "link",
        )  # fmt: skip
        self._all.hide()  # before it is first shown, or its room is kept
        row = QHBoxLayout()
        row.addWidget(self._title, 1)
        row.addWidget(self._all)
        column.addLayout(row)
        self.gallery = Gallery(
            "mistakes",
            self.tr("Gallery of digits"),
            self.tr("Click a digit, or press Return: it goes to the pad, and you can look inside"),
        )
        self.gallery.picked.connect(self.picked)
        column.addWidget(self.gallery, 1)
        return frame

    # -- what happens -------------------------------------------------------------------------------------------

    def _on_view(self, number: int) -> None:
        self._view = list(View)[number]
        self._show()

    def _on_all(self) -> None:
        self._evaluator.choose_cell(None)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_pair(self, pair: Pair, why: str = "") -> None:
        """Show one network, or two, or `why` there is nothing; a new second one by what is different."""
        self._why = why
        if (pair.comparison is None) != (self._pair.comparison is None):
            self._view = View.FIRST if pair.comparison is None else View.DIFFERENCE
        self._pair = pair
        self._show()

    def _show(self) -> None:
        comparison, cell = self._pair.comparison, self._evaluator.cell
        for number, choice in enumerate(self._choices.buttons()):
            choice.setVisible(comparison is not None)
            choice.setChecked(list(View)[number] is self._view)
        readings = self._readings()
        if comparison is not None and self._view is View.DIFFERENCE:
            first, second = comparison.first.evaluation, comparison.second.evaluation
            self.matrix.show_difference(first.confusion, second.confusion, cell, self._pair.names)
        else:
            counts = None if readings is None else readings.evaluation.confusion
            self.matrix.show_counts(counts, cell, self._why, self._pair.names)
        self._show_gallery()

    def _readings(self) -> "Readings | None":
        """Of the network whose answers are shown."""
        first, second = self._pair.readings
        return second if self._view is View.SECOND else first

    def _show_gallery(self) -> None:
        readings, cell, comparison = self._readings(), self._evaluator.cell, self._pair.comparison
        if self._pair.first is not None and not self._pair.first.report.whole:
            readings = None  # a list that grew would jump
        differs = comparison is not None and self._view is View.DIFFERENCE
        wanted = (readings, comparison if differs else None, cell, self._why if readings is None else "")
        if wanted == self._listed:
            return
        self._listed = wanted
        self._all.setVisible(cell is not None)
        self._all.setText(self.tr("all that differ") if differs else self.tr("all mistakes"))
        if comparison is not None and differs:
            self._show_differing(comparison, cell)
        elif readings is None:
            self._title.set_text(self.tr("Mistakes"))
            self.gallery.show_images([], self._why)
        else:
            self._show_answers(readings, cell)

    def _show_answers(self, readings: "Readings", cell: tuple[int, int] | None) -> None:
        found = readings.mistakes if cell is None else readings.cell(*cell)
        if cell is None:
            text = self.tr("Mistakes: {0:,}, the surest first").format(len(found))
        elif cell[0] == cell[1]:
            text = self.tr("{0} read right: {1:,}, the least sure first").format(self._names_of(cell)[0], len(found))
        else:
            text = self.tr("{0} read as {1}: {2:,}, the surest first").format(*self._names_of(cell), len(found))
        self._set_title(text, len(found))
        self.gallery.show_images([self._answer(readings, number) for number in found[:MOST].tolist()])

    def _show_differing(self, comparison: "Comparison", cell: tuple[int, int] | None) -> None:
        if cell is None:
            found = comparison.differing
            parts = (comparison.only_first, comparison.only_second, comparison.neither)
            text = self.tr("{0:,} differ: only A right {1:,}, only B {2:,}, neither {3:,}")
            text = text.format(len(found), *(len(part) for part in parts))
        else:
            found = comparison.cell(*cell)
            text = self.tr("{0} read as {1} by only one of the two: {2:,}").format(*self._names_of(cell), len(found))
        self._set_title(text, len(found))
        self.gallery.show_images(list(self._both(comparison, found[:MOST].tolist())))

    def _set_title(self, text: str, count: int) -> None:
        self._title.set_text(text if count <= MOST else self.tr("{0}; {1} are shown").format(text, MOST))

    def _answer(self, readings: "Readings", number: int) -> Shown:
        """A digit with what one network reads."""
        from model.evaluate.readings import NO_ANSWER

        shown, answer = int(readings.labels[number]), int(readings.answers[number])
        image, meant = readings.picture(number), self._pair.names[shown]
        if answer == NO_ANSWER:
            tip = self.tr("Nothing of this {0} lies on the pad").format(meant)
            return Shown(number, image, f"{short(meant, SHORT)}→–", tip)
        sure, read = 100 * float(readings.sureness[number]), self._pair.names[answer]
        tip = self.tr("A {0}, read as {1} with {2:.1f} % certainty").format(meant, read, sure)
        if shown != answer:
            own = 100 * float(readings.probabilities[number, shown])
            tip = self.tr("A {0}, read as {1} with {2:.1f} % certainty; {0} had {3:.1f} %").format(
                meant, read, sure, own
            )
        return Shown(number, image, f"{meant}→{read} {sure:.0f} %" if len(meant) < 3 else short(read, SHORT), tip)

    def _read(self, readings: "Readings", number: int) -> str:
        """What a network reads; a dash for a digit of which nothing lies on the pad."""
        from model.evaluate.readings import NO_ANSWER

        answer = int(readings.answers[number])
        return "–" if answer == NO_ANSWER else self._pair.names[answer]

    def _names_of(self, cell: tuple[int, int]) -> tuple[str, str]:
        return self._pair.names[cell[0]], self._pair.names[cell[1]]

    def _both(self, comparison: "Comparison", numbers: list[int]) -> Iterator[Shown]:
        """Digits with what either network reads."""
        both = comparison.first, comparison.second
        for number in numbers:
            shown = self._pair.names[both[0].labels[number]]
            answers = [self._read(each, number) for each in both]
            sure = [100 * float(each.sureness[number]) for each in both]
            tip = self.tr("This is a {0}. A reads {1} with {2:.1f} % certainty, B reads {3} with {4:.1f} %.").format(
                shown, answers[0], sure[0], answers[1], sure[1]
            )
            words = " | ".join(short(answer, SHORT) for answer in answers)
            if len(shown) < 3:
                words = f"{shown}→{words}"
            yield Shown(number, both[0].picture(number), words, tip)
