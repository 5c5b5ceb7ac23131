"""The line at the bottom of the window: what network is in use, how far a run is, and the decision that waits."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from gui.session.run import Ask, Phase
from gui.session.session import Session
from gui.style import theme
from gui.widgets.controls import button, fill, restyle
from gui.widgets.elided import Elided
from gui.widgets.glossary import gloss
from gui.window.outcome_dialog import OutcomeDialog
from gui.window.state_words import StateWords


class StateBar(QFrame):
    """Always there and always as high, so that nothing on the pages moves when a run begins or a decision is made.

    Steering stands at the left and the decision at the right: no button turns into another under the pointer.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stateBar")
        self.setAccessibleName(self.tr("State"))
        self.setFixedHeight(theme.scaled(36))
        self._session, self._words = session, StateWords(session, self)
        self._dialog: OutcomeDialog | None = None
        trainer = session.trainer
        self.text = Elided("dim", "weightsStatus")
        gloss(self.text, "weights")
        self.pause = button(
            "statePauseButton", self.tr("Pause"), self.tr("Hold the run where it is; nothing is lost"), self._on_pause,
            "small",
        )  # fmt: skip
        self.cancel = button(
            "stateCancelButton", self.tr("Cancel"), self.tr("Stop; the network from before comes back"),
            trainer.cancel, "small",
        )  # fmt: skip
        self.progress = QProgressBar()
        self.progress.setObjectName("stateProgress")
        self.progress.setAccessibleName(self.tr("Progress of the run"))
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(theme.scaled(120))
        self.changes = button(
            "whatChangedButton", self.tr("What changed…"),
            self.tr("Which digits the new network reads otherwise, with pictures"), self._on_changes, "small",
        )  # fmt: skip
        self.revert = button(
            "revertButton", self.tr("Revert"), self.tr("Forget it and go back to the network from before"),
            trainer.revert, "small",
        )  # fmt: skip
        self.keep = button(
            "keepButton", self.tr("Keep"), self.tr("Use the new network from now on and save it"), trainer.keep,
            "small",
        )  # fmt: skip
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(8)
        fill(row, self.pause, self.cancel, self.progress)
        row.addWidget(self.text, 1)
        fill(row, self.changes, self.revert, self.keep)
        session.state_changed.connect(self._show)
        session.load_fault_changed.connect(self._show)
        trainer.started.connect(self._show)
        trainer.progressed.connect(self._show)
        trainer.ended.connect(self._show)
        self._show()

    def _show(self, *_: object) -> None:
        """Show what is the case now; of what was settled nothing stays."""
        trainer = self._session.trainer
        on = trainer.learning or trainer.phase is Phase.TAKING
        waiting = trainer.waiting if trainer.phase is Phase.DECIDING else None
        # disabled before it is hidden: then it hands the keyboard to no other
        self.pause.setEnabled(trainer.may(Ask.PAUSE) or trainer.may(Ask.GO_ON))
        self.pause.setText(self.tr("Resume") if trainer.may(Ask.GO_ON) else self.tr("Pause"))
        self.pause.setAccessibleName(self.pause.text())
        self.cancel.setEnabled(trainer.may(Ask.STOP))
        self.keep.setEnabled(trainer.may(Ask.KEEP))
        self.revert.setEnabled(trainer.may(Ask.REVERT))
        for each in (self.pause, self.cancel, self.progress):
            each.setVisible(on)
        for each in (self.revert, self.keep):
            each.setVisible(waiting is not None)
        self.changes.setVisible(waiting is not None and waiting.outcome is not None)
        advice = None if waiting is None or waiting.outcome is None else waiting.outcome.advice
        restyle(self.keep, advised="true" if advice is True else "false")
        restyle(self.revert, advised="true" if advice is False else "false")
        if on:
            last = trainer.history[-1] if trainer.history and trainer.learning else None
            measuring = last is None or last.step == last.steps
            self.progress.setRange(0, 0 if measuring or last is None else last.steps)
            self.progress.setValue(0 if last is None else last.step)
        self.text.set_text(self._words.now(), "plain" if on or waiting is not None else "dim")
        if self._dialog is not None and (waiting is None or waiting.outcome is not self._dialog.outcome):
            self._dialog.close()
            self._dialog = None

    def _on_pause(self) -> None:
        trainer = self._session.trainer
        if trainer.may(Ask.GO_ON):
            trainer.go_on()
        else:
            trainer.pause()

    def _on_changes(self) -> None:
        waiting = self._session.trainer.waiting
        if waiting is None or waiting.outcome is None:
            return
        if self._dialog is None:
            self._dialog = OutcomeDialog(waiting.outcome, waiting.checkpoint.network.data, self)
        self._dialog.show()
        self._dialog.raise_()
