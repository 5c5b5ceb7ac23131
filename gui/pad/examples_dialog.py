"""The user's own examples: listed, removable, and to learn from, with what that changed."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from gui.session.run import Ask, Teaching
from gui.session.session import Session
from gui.widgets.controls import button, label
from gui.widgets.pictures import grey_image
from gui.widgets.when_seen import WhenSeen

if TYPE_CHECKING:
    from model.train.training import Progress

THUMB = 56


class ExamplesDialog(QDialog):
    """Stays beside the window; the pad can be used meanwhile."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("examplesDialog")
        self.setWindowTitle(self.tr("My examples"))
        self.resize(520, 460)
        self._session = session
        self._list = QListWidget()
        self._list.setObjectName("examplesList")
        self._list.setAccessibleName(self.tr("My examples"))
        self._list.setToolTip(self.tr("Each drawing with the digit you meant; Delete removes the chosen ones"))
        self._list.setViewMode(QListWidget.ViewMode.IconMode)
        self._list.setIconSize(QSize(THUMB, THUMB))
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setMovement(QListWidget.Movement.Static)
        self._list.setSpacing(4)
        self._list.itemSelectionChanged.connect(self._show_state)
        self._build()
        session.examples.changed.connect(WhenSeen(self, self._show_examples).tell)
        session.examples.changed.connect(self._show_state)
        session.trainer.started.connect(self._on_started)
        session.trainer.progressed.connect(self._on_progressed)
        session.trainer.ended.connect(self._on_ended)
        session.state_changed.connect(self._show_state)
        session.in_use.changed.connect(self._show_state)
        self._show_state()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        words = self.tr(
            "Drawings you kept with the digit you meant. The network can learn your hand from them in a few seconds; "
            "it sees MNIST's digits as well, so that it forgets nothing. Three of each digit help most."
        )
        column.addWidget(label(words, "dim", wrap=True))
        column.addWidget(self._list, 1)
        self._words = label("", "dim", "teachingStatus", wrap=True)
        self._bar = QProgressBar()
        self._bar.setObjectName("teachingProgress")
        self._bar.setAccessibleName(self.tr("Learning progress"))
        self._bar.setTextVisible(False)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        column.addWidget(self._build_outcome())
        row = QHBoxLayout()
        self._remove = button("removeExample", self.tr("Remove"), self.tr("Forget the chosen example"), self._on_remove)
        self._cancel = button(
            "cancelTeaching",
            self.tr("Cancel"),
            self.tr("Stop learning; nothing changes"),
            self._session.trainer.cancel,
        )
        self._learn = button(
            "learnButton", self.tr("Learn from my examples"), self.tr("Takes about five seconds; you can revert it"),
            self._session.teach, "primary",
        )  # fmt: skip
        row.addWidget(self._remove)
        row.addStretch()
        row.addWidget(self._cancel)
        row.addWidget(self._learn)
        column.addLayout(row)

    def _build_outcome(self) -> QWidget:
        self._outcome = QWidget()
        grid = QGridLayout(self._outcome)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, text in enumerate((self.tr("before"), self.tr("now")), start=1):
            grid.addWidget(label(text, "dim"), 0, place, Qt.AlignmentFlag.AlignRight)
        self._figures = {}
        rows = (("examples", self.tr("my examples right")), ("test", self.tr("MNIST test set right")))
        for line, (name, text) in enumerate(rows, start=1):
            grid.addWidget(label(text), line, 0)
            for place, key in enumerate((f"{name}_before", name), start=1):
                figure = label("", "strong" if place == 2 else "", f"{key}Figure")
                self._figures[key] = figure
                grid.addWidget(figure, line, place, Qt.AlignmentFlag.AlignRight)
        self.keep = button(
            "keepTaughtButton",
            self.tr("Keep"),
            self.tr("Use the network that learned, and save it"),
            self._session.trainer.keep,
        )
        self.revert = button(
            "revertTaughtButton", self.tr("Revert"), self.tr("Forget it and go back"), self._session.trainer.revert
        )
        grid.addWidget(self.keep, 1, 3)
        grid.addWidget(self.revert, 2, 3)
        grid.setColumnStretch(0, 1)
        return self._outcome

    def open_beside(self) -> None:
        """Show the dialog without taking the pad away."""
        self.show()
        self.raise_()

    # -- the list -----------------------------------------------------------------------------------------------

    def _show_examples(self) -> None:
        self._list.clear()
        for example in self._session.examples.drawings:
            picture = grey_image((example.ink() * 255).astype(np.uint8))
            item = QListWidgetItem(QIcon(QPixmap.fromImage(picture)), str(example.label))
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            self._list.addItem(item)
        self._show_state()

    def _on_remove(self) -> None:
        row = self._list.currentRow()
        if row >= 0:
            self._session.examples.remove(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes the chosen example."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._on_remove()
        else:
            super().keyPressEvent(event)

    # -- learning -----------------------------------------------------------------------------------------------

    def _teaching(self) -> bool:
        return isinstance(self._session.trainer.run, Teaching)

    def _show_state(self) -> None:
        trainer = self._session.trainer
        learning = trainer.learning and self._teaching()
        count = len(self._session.examples.drawings)
        self._remove.setEnabled(bool(self._list.selectedItems()) and not learning)
        in_use = self._session.in_use.data
        self._learn.setEnabled(bool(count) and in_use.digits and trainer.may(Ask.START))
        self._cancel.setVisible(learning)
        self._bar.setVisible(learning)
        self._outcome.setVisible(trainer.waiting is not None and self._teaching())
        if not count:
            self._words.setText(self.tr("No examples yet: draw a digit and click the one you meant."))
        elif not in_use.digits:
            self._words.setText(self.tr("The network in use is of {0} and learns no digits.").format(in_use.name))
        elif not learning:
            self._words.setText(self.tr("{0} examples").format(count))

    def _on_started(self) -> None:
        if self._teaching():
            self._bar.setRange(0, 0)
            self._words.setText(self.tr("Learning from your examples…"))
        self._show_state()

    def _on_progressed(self, steps: "list[Progress]") -> None:
        if self._teaching():
            last = steps[-1]
            self._bar.setRange(0, last.steps)
            self._bar.setValue(last.step)
            if last.step == last.steps:
                self._words.setText(self.tr("Measuring on the MNIST test set…"))

    def _on_ended(self) -> None:
        waiting = self._session.trainer.waiting
        if self._teaching() and waiting is not None:
            for key, figure in self._figures.items():
                value = waiting.checkpoint.figures.get(key)
                figure.setText(f"{100 * value:.2f} %" if isinstance(value, float) else "–")
        self._show_state()
