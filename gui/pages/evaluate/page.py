"""Page "Evaluate": how well the network on display reads test digits, and where it fails. Builds and connects."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gui.pages.evaluate.figures import Figures
from gui.pages.evaluate.hints import EvaluateHints
from gui.pages.evaluate.pair import Pair
from gui.pages.evaluate.robustness_card import RobustnessCard
from gui.pages.evaluate.sources import Sources
from gui.pages.evaluate.views import Views
from gui.session.compared import Offer, Role
from gui.session.evaluator import Subject
from gui.session.session import Session
from gui.session.shown import Kind
from gui.style import theme
from gui.widgets.controls import button, card, label
from gui.widgets.elided import Elided
from gui.widgets.explain import explain
from gui.widgets.fields import Choice
from gui.widgets.side_column import MARGIN, WIDTH
from gui.widgets.when_seen import WhenSeen
from model.drawing.ink import Picture


class EvaluatePage(QWidget):
    """Figures on the left; confusion matrix, gallery and curves on the right. All of it is one `Pair` of results.

    `digit_picked` follows when a digit of the gallery was put on the pad.
    """

    digit_picked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evaluate")
        self._session, self._evaluator, self._compared = session, session.evaluator, session.compared
        self._pair = Pair()
        self._offers: list[tuple[str, str]] = []  # in the list
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
        self._compared.changed.connect(result_seen.tell)
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
        self._sources = Sources(self._evaluator.source)
        self._sources.chosen.connect(self._evaluator.choose_source)
        column.addWidget(self._sources)
        column.addWidget(label(self.tr("Compare with"), "dim"))
        self._others = Choice(
            "comparedNetwork", self.tr("Compare with"),
            self.tr(
                "Read the same images with a second network: its curves, its matrix, and where the two differ. "
                "Networks trained on other data are not offered."
            ),
            (),
        )  # fmt: skip
        self._others.activated.connect(self._on_other)
        column.addWidget(self._others)
        self._start = button(
            "evaluateButton", self.tr("Evaluate"),
            self.tr("Read all images with the network on display, in the background; you can go on drawing"),
            self._evaluator.start, "primary",
        )  # fmt: skip
        self._cancel = button(
            "cancelEvaluationButton", self.tr("Cancel"), self.tr("Stop; what is measured by then stays"),
            self._on_cancel,
        )  # fmt: skip
        self._bar = QProgressBar()
        self._bar.setObjectName("evaluationProgress")
        self._bar.setAccessibleName(self.tr("Evaluation progress"))
        self._bar.setTextVisible(False)
        self._bar.hide()  # before it is first shown, or its room is kept
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
        self._notice.hide()  # before it is first shown, or its room is kept
        self._notice_text = label("", "strong", "staleText", wrap=True)
        line = QHBoxLayout()
        line.addWidget(self._notice_text, 1)
        self._anew = button(
            "evaluateAgainButton", self.tr("Evaluate this one"), self.tr("Read all images with the network on display"),
            self._evaluator.start,
        )  # fmt: skip
        line.addWidget(self._anew)
        inner.addLayout(line)
        column.addWidget(self._notice)
        self._views = Views(self._evaluator)
        self._views.picked.connect(self._on_picked)
        self._matrix, self._gallery = self._views.matrix, self._views.gallery
        column.addWidget(self._views, 5)
        self._robustness = RobustnessCard()
        column.addWidget(self._robustness, 3)
        return column

    # -- what happens -------------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Turn to the network on display. Nothing starts unasked."""
        self._compared.look_for()
        self._evaluator.look()

    def _on_snapshot_changed(self, _snapshot: object) -> None:
        snapshot = self._session.display.snapshot
        if snapshot is not None and snapshot.weights is not self._weights:
            self._weights = snapshot.weights
            self._subject_seen.tell()

    def _on_examples_changed(self) -> None:
        if self._evaluator.source == "examples":
            self._subject_seen.tell()

    def _on_other(self) -> None:
        path = self._others.value()
        self._compared.choose(Path(path) if path else None)

    def _on_cancel(self) -> None:
        self._evaluator.cancel()
        if self._compared.running:
            self._compared.choose(None)

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
        evaluator, other = self._evaluator, self._compared
        result = evaluator.result
        self._sources.show_data(evaluator.data)
        self._pair = self._pair.followed_by(result, other.result)
        running = evaluator.running or other.running
        done = other.done if result is None or other.running else result.report.done
        self._start.setEnabled(evaluator.can_start and not evaluator.running)
        self._cancel.setEnabled(running)
        self._bar.setValue(round(1000 * done))
        self._bar.setVisible(running)
        self._show_offers()
        self._show_notice()
        subject = evaluator.subject() if result is None else result.subject
        name = "" if subject is None else self._name(subject)
        self._subject.set_text(self.tr("A: {0}").format(name) if self._pair.second is not None else name)
        self._figures.show_pair(self._pair, evaluator.change())
        self._views.show_pair(self._pair, self._why_empty())
        self._robustness.show_reports(*self._pair.reports)

    def _show_offers(self) -> None:
        offers = [(str(offer.path), self._offered(offer)) for offer in self._compared.offers()]
        chosen = self._compared.chosen
        if chosen is not None and str(chosen) not in dict(offers):
            offers.append((str(chosen), chosen.stem))
        offers = [("", self.tr("no other network")), *offers]
        if offers != self._offers:
            self._offers = offers
            self._others.set_choices(offers)
        self._others.set_value("" if chosen is None else str(chosen))

    def _offered(self, offer: Offer) -> str:
        return {
            Role.PREVIOUS: self.tr("previous: {0}"),
            Role.IN_USE: self.tr("in use: {0}"),
            Role.SHIPPED: self.tr("shipped: {0}"),
            Role.SAVED: "{0}",
        }[offer.role].format(offer.name)

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
        if evaluator.source == "examples" and not evaluator.data.digits:
            text = self.tr("Your examples are digits, and this network is of {0}: it reads none").format(
                evaluator.data.name
            )
        elif evaluator.source == "examples" and not evaluator.examples():
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
        elif result is not None and (data := self._compared.other_data) is not None:
            text = self.tr("The other network is of {0}, this one of {1}: there is nothing to compare.").format(
                data.name, result.data.name
            )
        elif evaluator.stopped and not evaluator.running:
            text = self.tr("Stopped before the end.")
        elif result is None and evaluator.can_start and not evaluator.running:
            text = self.tr("The network on display was not evaluated on these images yet. Read them all now?")
        self._notice_text.setText(text)
        self._notice.setVisible(bool(text))
        self._anew.setVisible(evaluator.can_start and not evaluator.running)

    def _why_empty(self) -> str:
        """Why there is nothing to see yet; empty where there is something."""
        evaluator = self._evaluator
        if self._pair.readings[0] is not None:
            return ""
        if evaluator.running:
            return self.tr("Reading the images…")
        return self.tr("Nothing was evaluated yet") if evaluator.can_start else self.tr("There is nothing to evaluate")
