"""Page "Evaluate": how well the network on display reads test digits, and where it fails. Builds and connects."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QProgressBar, QRadioButton, QVBoxLayout, QWidget

from gui.pages.evaluate.confusion_view import ConfusionView
from gui.pages.evaluate.figures import Figures
from gui.pages.evaluate.gallery import Gallery, Shown
from gui.pages.evaluate.hints import EvaluateHints
from gui.pages.evaluate.robustness_card import RobustnessCard
from gui.session.evaluator import SOURCES, Subject
from gui.session.session import Session
from gui.session.shown import Kind
from gui.style import theme
from gui.widgets.controls import button, card, label
from gui.widgets.elided import Elided
from gui.widgets.explain import explain
from gui.widgets.side_column import MARGIN, WIDTH
from gui.widgets.when_seen import WhenSeen
from model.drawing.ink import Picture

MOST = 500  # images in the gallery


class EvaluatePage(QWidget):
    """Figures on the left; confusion matrix, gallery and curves on the right. All of it is one result of the evaluator.

    `digit_picked` follows when a digit of the gallery was put on the pad.
    """

    digit_picked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate")
        self._session, self._evaluator = session, session.evaluator
        self._listed: object = None  # what the gallery shows
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._build_figures())
        row.addLayout(self._build_views(), 1)
        self._subject_seen = WhenSeen(self, self._look)
        result_seen = WhenSeen(self, self._show)
        session.display.snapshot_changed.connect(self._on_snapshot_changed)
        session.examples.changed.connect(self._on_examples_changed)
        for changed in (
            self._evaluator.changed, session.trainer.started, session.trainer.ended, session.in_use.changed
        ):  # fmt: skip
            changed.connect(result_seen.tell)
        self._weights: object = None
        explain(self, EvaluateHints(self).all())

    # -- building -----------------------------------------------------------------------------------------------

    def _build_figures(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("sideColumn")
        frame.setFixedWidth(theme.room(WIDTH))
        column = QVBoxLayout(frame)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 12)
        column.setSpacing(7)
        column.addWidget(label(self.tr("Evaluate on"), "dim"))
        self._sources = QButtonGroup(self)
        words = {
            "test": (
                self.tr("MNIST's test set"),
                self.tr("10,000 digits that no training ever sees: the figure to report"),
            ),
            "validation": (
                self.tr("MNIST's validation set"),
                self.tr("5,000 digits set aside to choose recipes by; no network learns from them"),
            ),
            "examples": (self.tr("My examples"), self.tr("The drawings you kept with the digit you meant")),
        }
        for number, source in enumerate(SOURCES):
            title, tip = words[source]
            choice = QRadioButton(title)
            choice.setObjectName(f"{source}Source")
            choice.setAccessibleName(title)
            choice.setToolTip(tip)
            choice.setChecked(source == self._evaluator.source)
            self._sources.addButton(choice, number)
            column.addWidget(choice)
        self._sources.idClicked.connect(self._on_source)
        self._start = button(
            "evaluateButton", self.tr("Evaluate"),
            self.tr("Read all digits with the network on display, in the background; you can go on drawing"),
            self._evaluator.start, "primary",
        )  # fmt: skip
        self._cancel = button(
            "cancelEvaluationButton", self.tr("Cancel"), self.tr("Stop; what is measured by then stays"),
            self._evaluator.cancel,
        )  # fmt: skip
        self._bar = QProgressBar()
        self._bar.setObjectName("evaluationProgress")
        self._bar.setAccessibleName(self.tr("Evaluation progress"))
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 1000)
        both = QHBoxLayout()  # each stays in its place: none turns into the other under the pointer
        both.setSpacing(6)
        both.addWidget(self._start, 2)
        both.addWidget(self._cancel, 1)
        column.addLayout(both)
        column.addWidget(self._bar)
        column.addSpacing(6)
        self._subject = Elided("title", "evaluatedNetwork")
        column.addWidget(self._subject)
        self._figures = Figures()
        column.addWidget(self._figures, 1)
        return frame

    def _build_views(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        self._notice, inner = card("staleNotice")
        self._notice.setProperty("marked", "true")
        self._notice_text = label("", "strong", "staleText", wrap=True)
        line = QHBoxLayout()
        line.addWidget(self._notice_text, 1)
        self._anew = button(
            "evaluateAgainButton", self.tr("Evaluate this one"), self.tr("Read all digits with the network on display"),
            self._evaluator.start,
        )  # fmt: skip
        line.addWidget(self._anew)
        inner.addLayout(line)
        column.addWidget(self._notice)
        upper = QHBoxLayout()
        upper.setSpacing(10)
        matrix, inside = card("confusionCard")
        inside.addWidget(label(self.tr("Digit shown (down), read as (across)"), "dim"))
        self._matrix = ConfusionView()
        self._matrix.chosen.connect(self._evaluator.choose_cell)
        inside.addWidget(self._matrix, 1)
        upper.addWidget(matrix, 5)
        upper.addWidget(self._build_gallery(), 6)
        column.addLayout(upper, 5)
        self._robustness = RobustnessCard()
        column.addWidget(self._robustness, 3)
        return column

    def _build_gallery(self) -> QFrame:
        frame, column = card("galleryCard")
        self._gallery_title = label("", "dim", "galleryTitle")
        self._all = button(
            "allMistakesButton", self.tr("all mistakes"), self.tr("Show the mistakes of all cells again (Esc)"),
            self._on_all, "link",
        )  # fmt: skip
        row = QHBoxLayout()
        row.addWidget(self._gallery_title, 1)
        row.addWidget(self._all)
        column.addLayout(row)
        self._gallery = Gallery(
            "mistakes",
            self.tr("Gallery of digits"),
            self.tr("Click a digit, or press Return: it goes to the pad, and you can look inside"),
        )
        self._gallery.picked.connect(self._on_picked)
        column.addWidget(self._gallery, 1)
        return frame

    # -- what happens -------------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Turn to the network on display; the first time, evaluate it without being asked."""
        evaluator = self._evaluator
        evaluator.look()
        if (
            evaluator.result is None
            and not evaluator.running
            and not evaluator.stopped
            and not self._session.trainer.learning
        ):
            evaluator.start()

    def _on_snapshot_changed(self, _snapshot: object) -> None:
        snapshot = self._session.display.snapshot
        if snapshot is not None and snapshot.weights is not self._weights:
            self._weights = snapshot.weights
            self._subject_seen.tell()

    def _on_examples_changed(self) -> None:
        if self._evaluator.source == "examples":
            self._subject_seen.tell()

    def _on_source(self, number: int) -> None:
        self._evaluator.choose_source(SOURCES[number])

    def _on_all(self) -> None:
        self._evaluator.choose_cell(None)

    def _on_picked(self, number: int) -> None:
        result = self._evaluator.result
        if result is None or result.report.readings is None:
            return
        if result.source == "examples":
            ink = result.examples[number].ink()
            self._session.drawing.put_picture(Picture((ink * 255).round().astype("uint8")))
        else:
            image = result.report.readings.digits.images[number, 0].numpy()
            self._session.drawing.put_picture(Picture.of_image(image))
        self.digit_picked.emit()

    # -- showing ------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """Show the result as a whole: nothing on the page is of another one."""
        evaluator = self._evaluator
        report = None if (result := evaluator.result) is None else result.report
        self._start.setEnabled(evaluator.can_start and not evaluator.running)
        self._cancel.setEnabled(evaluator.running)
        self._bar.setValue(0 if report is None else round(1000 * report.done))
        self._bar.setVisible(evaluator.running)
        self._show_notice()
        subject = evaluator.subject() if result is None else result.subject
        self._subject.set_text("" if subject is None else self._name(subject))
        self._figures.show_result(result)
        readings = None if report is None else report.readings
        self._matrix.show_counts(None if readings is None else readings.evaluation.confusion, evaluator.cell)
        self._show_gallery()
        self._robustness.show_report(report)

    def _name(self, subject: Subject) -> str:
        return {
            Kind.SAVED: subject.name,
            Kind.EDITED: self.tr("{0}, changed by hand").format(subject.name),
            Kind.LEARNING: self.tr("the network that is learning"),
            Kind.NEW: self.tr("the new network, not kept yet"),
            Kind.STEP: self.tr("the network of step {0:,}").format(subject.step or 0),
        }[subject.kind]

    def _show_notice(self) -> None:
        evaluator = self._evaluator
        result, text = evaluator.result, ""
        if evaluator.source == "examples" and not evaluator.examples():
            text = self.tr("You have no examples yet: draw a digit on “Look inside” and click the one you meant.")
        elif result is not None and not evaluator.fresh:
            subject = evaluator.subject()
            name = "" if subject is None else self._name(subject)
            if result.key[0] == evaluator.key()[0]:
                text = self.tr("These figures are older than your examples.")
            elif name == self._name(result.subject):
                text = self.tr("These figures are of {0} as it was; it has changed since.").format(name)
            else:
                text = self.tr("These figures are of {0}; on display is {1}.").format(self._name(result.subject), name)
        elif evaluator.stopped and not evaluator.running:
            text = self.tr("Stopped before the end.")
        self._notice_text.setText(text)
        self._notice.setVisible(bool(text))
        self._anew.setVisible(evaluator.can_start and not evaluator.running)

    def _show_gallery(self) -> None:
        evaluator = self._evaluator
        result = evaluator.result  # a list that grew would jump
        readings = result.report.readings if result is not None and result.report.whole else None
        wanted = (readings, evaluator.cell)
        if wanted == self._listed:
            return
        self._listed = wanted
        self._all.setVisible(evaluator.cell is not None)
        if readings is None:
            self._gallery_title.setText(self.tr("Mistakes"))
            self._gallery.show_images([])
            return
        found = readings.mistakes if evaluator.cell is None else readings.cell(*evaluator.cell)
        if evaluator.cell is None:
            text = self.tr("Mistakes: {0:,}, the surest first").format(len(found))
        elif evaluator.cell[0] == evaluator.cell[1]:
            text = self.tr("{0} read right: {1:,}, the least sure first").format(evaluator.cell[0], len(found))
        else:
            text = self.tr("{0} read as {1}: {2:,}, the surest first").format(*evaluator.cell, len(found))
        if len(found) > MOST:
            text = self.tr("{0}; {1} are shown").format(text, MOST)
        self._gallery_title.setText(text)
        self._gallery.show_images(list(self._images(found[:MOST].tolist())))

    def _images(self, numbers: list[int]) -> Iterator[Shown]:
        from model.evaluate.readings import NO_ANSWER

        result = self._evaluator.result
        assert result is not None
        readings = result.report.readings
        assert readings is not None
        for number in numbers:
            label_, answer = int(readings.labels[number]), int(readings.answers[number])
            image = readings.picture(number)
            if answer == NO_ANSWER:
                yield Shown(number, image, f"{label_}→–", self.tr("Nothing of this {0} lies on the pad").format(label_))
                continue
            sure = 100 * float(readings.sureness[number])
            tip = self.tr("A {0}, read as {1} with {2:.1f} % certainty").format(label_, answer, sure)
            if label_ != answer:
                own = 100 * float(readings.probabilities[number, label_])
                tip = self.tr("A {0}, read as {1} with {2:.1f} % certainty; {0} had {3:.1f} %").format(
                    label_, answer, sure, own
                )
            yield Shown(number, image, f"{label_}→{answer} {sure:.0f} %", tip)
