"""What a run has changed: the figures before and now, and pictures of the digits that are read otherwise."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from gui.style import theme
from gui.widgets.class_names import short
from gui.widgets.controls import label
from gui.widgets.dialogs import Scrolled
from gui.widgets.explain import explain
from gui.widgets.gallery import Gallery, Shown
from model.data_set import DataSet

if TYPE_CHECKING:
    from model.evaluate.outcome import BeforeAfter, Outcome

MOST = 60  # pictures in one row
SHORT = 5  # characters of the name of a class below one


class OutcomeDialog(QDialog):
    """Stays beside the window until the decision is made."""

    def __init__(self, outcome: "Outcome", data: DataSet, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("outcomeDialog")
        self.setWindowTitle(self.tr("What changed"))
        self.outcome, self._data = outcome, data
        scrolled = Scrolled(self)
        self._column = scrolled.column
        self._column.setContentsMargins(18, 16, 18, 14)
        self._column.setSpacing(8)
        self._hints: dict[str, str] = {}
        self._warn()
        if outcome.mine is not None:
            self._compare("mine", self.tr("My examples"), outcome.mine)
        self._compare("test", self.tr("Test set of {0}").format(data.name), outcome.test)
        self._column.addStretch()
        explain(self, self._hints)
        scrolled.open_at(QSize(theme.scaled(640), theme.scaled(520)))

    def _warn(self) -> None:
        for number, (where, each) in enumerate(self.outcome.alike):
            drawn = where is self.outcome.drawn
            text = self.tr("Careful: {0} of the {1}s that a program drew in many ways are now read as {2}.")
            if not drawn:
                text = self.tr("Careful: {0} of the {1}s of the test set are now read as {2}, beyond chance.")
            self._column.addWidget(
                label(text.format(len(each.which), each.label, each.answer), "bad", f"alikeText{number}", wrap=True)
            )
            self._pictures(
                f"alike{number}", self.tr("Digits that now look alike"), where, each.which.tolist(),
                self.tr("Try: add some of these to your examples, as what they are, and learn again."),
            )  # fmt: skip

    def _compare(self, name: str, title: str, found: "BeforeAfter") -> None:
        text = self.tr("{0}: before {1:.2f} %, now {2:.2f} %")
        heading = text.format(title, 100 * found.accuracy_before, 100 * found.accuracy_now)
        self._column.addWidget(label(heading, "title", f"{name}Outcome"))
        if name == "test":
            chance = self.tr("{0} digits lost, {1} won; by chance alone at least so uneven with probability {2:.3g}")
            words = label(chance.format(len(found.lost), len(found.won), found.probability), "dim", "testChance")
            words.setToolTip(
                self.tr(
                    "McNemar's exact test looks only at the digits on which the two networks differ: if neither were "
                    "better, each would fall to either side like a coin. Below 0.05 it is called beyond chance."
                )
            )
            self._column.addWidget(words)
        rows = (
            ("Lost", self.tr("Right before, wrong now"), found.lost.tolist()),
            ("Won", self.tr("Wrong before, right now"), found.won.tolist()),
        )
        hint = self.tr("Try: ask of each whether you would have read it.")
        for ending, words_, which in rows:
            if which:
                self._column.addWidget(label(f"{words_}: {len(which):,}", "dim"))
                self._pictures(f"{name}{ending}", words_, found, which, hint)
        if not any(which for *_, which in rows):
            self._column.addWidget(label(self.tr("Each digit is read as it was."), "dim"))

    def _pictures(self, name: str, title: str, found: "BeforeAfter", which: list[int], hint: str) -> None:
        made = Gallery(name, title, self.tr("Below each, what was read before and now"), no_higher=True)
        made.show_images(list(self._shown(found, which[:MOST])))
        made.setMinimumHeight(theme.scaled(92))
        self._hints[name] = hint
        self._column.addWidget(made, 1)

    def _shown(self, found: "BeforeAfter", which: Iterable[int]) -> Iterable[Shown]:
        for number in which:
            label_, before, now = (self._data.classes[part[number]] for part in (found.labels, found.before, found.now))
            tip = self.tr("A {0}: read as {1} before, as {2} now").format(label_, before, now)
            yield Shown(number, found.picture(number), f"{short(before, SHORT)}→{short(now, SHORT)}", tip)
