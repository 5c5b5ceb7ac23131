"""The buttons of page "Train": begin, pause, go on longer, stop; open and save weights."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.session.run import Ask
from gui.widgets.controls import button, label
from gui.widgets.fields import Number
from model.train.recipe import RANGES

if TYPE_CHECKING:
    from gui.session.session import Session


class Steering(QFrame):
    """Steers the session's run. `start_wanted` asks for one with the recipe that the form shows."""

    start_wanted = Signal()
    open_wanted = Signal()
    save_wanted = Signal()
    networks_wanted = Signal()

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._possible = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.retrain = button(
            "retrainButton", self.tr("Retrain"),
            self.tr("Train a new network on MNIST in the background; you can go on drawing (Ctrl+T)"),
            self.start_wanted.emit, "primary",
        )  # fmt: skip
        self._retrain_tip = self.retrain.toolTip()
        column.addWidget(self.retrain)
        column.addLayout(self._build_steering())
        column.addWidget(self._build_rate())
        column.addLayout(self._build_files())
        session.state_changed.connect(self.show_state)

    def _build_steering(self) -> QHBoxLayout:
        self.pause = button(
            "pauseButton", self.tr("Pause"), self.tr("Hold the run where it is; nothing is lost"), self._on_pause
        )
        self.more = button(
            "oneMoreEpochButton", self.tr("+1 epoch"),
            self.tr(
                "Go on for one more epoch than planned: the rest of the schedule is stretched over it. After the end "
                "the run goes on for one epoch"
            ),
            self._session.trainer.one_more_epoch,
        )  # fmt: skip
        self.cancel = button(
            "cancelTrainingButton", self.tr("Cancel"), self.tr("Stop; the network from before comes back"),
            self._session.trainer.cancel,
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(6)
        for made in (self.pause, self.more, self.cancel):
            row.addWidget(made, 1)
        return row

    def _build_rate(self) -> QWidget:
        """The learning rate of the run that is on."""
        title = self.tr("learning rate now")
        tip = self.tr(
            "Learn at this rate from the next step on; later it falls as the schedule falls. Too high and the loss "
            "jumps, too low and nothing moves."
        )
        self.rate = Number("rateNowField", title, tip, RANGES["learning_rate"], 6)
        self.rate.valueChanged.connect(self._session.trainer.set_learning_rate)
        lower = button(
            "halveRate", "÷ 2", self.tr("Half the learning rate from the next step on"), self._on_halve, "small"
        )
        higher = button(
            "doubleRate", "× 2", self.tr("Twice the learning rate from the next step on"), self._on_double, "small"
        )
        self._rate_row = QWidget()
        row = QHBoxLayout(self._rate_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(label(self.tr("learning rate"), "dim"))
        row.addWidget(self.rate, 1)
        for made, words in ((lower, self.tr("Half the learning rate")), (higher, self.tr("Twice the learning rate"))):
            made.setAccessibleName(words)
            row.addWidget(made)
        return self._rate_row

    def show_rate(self, rate: float) -> None:
        """Show the learning rate of the latest step, unless it is being typed."""
        if not self.rate.hasFocus():
            with QSignalBlocker(self.rate):
                self.rate.setValue(rate)

    def _on_halve(self) -> None:
        self._change_rate(0.5)

    def _on_double(self) -> None:
        self._change_rate(2.0)

    def _change_rate(self, factor: float) -> None:
        # from the run's own number: the field's has fewer digits
        history = self._session.trainer.history
        if history:
            low, high = RANGES["learning_rate"]
            wanted = min(max(history[-1].learning_rate * factor, low), high)
            self._session.trainer.set_learning_rate(wanted)

    def _build_files(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self._open = button(
            "openWeightsButton", self.tr("Open…"), self.tr("Use weights from a file (Ctrl+O)"), self.open_wanted.emit
        )
        self._save = button(
            "saveWeightsButton", self.tr("Save as…"), self.tr("Write the network in use to a file"),
            self.save_wanted.emit,
        )  # fmt: skip
        networks = button(
            "networksButton", self.tr("Networks…"),
            self.tr("All networks trained so far: use another one, or compare two on your drawing (Ctrl+Shift+N)"),
            self.networks_wanted.emit,
        )  # fmt: skip
        for made in (self._open, self._save, networks):
            made.setProperty("role", "small")
            row.addWidget(made, 1)
        return row

    # -- state --------------------------------------------------------------------------------------------------------

    def set_possible(self, possible: bool) -> None:
        """Whether the form's recipe can be run at all."""
        self._possible = possible
        self.show_state()

    def show_state(self, *_: object) -> None:
        """Enable what can be done now."""
        trainer = self._session.trainer
        self.retrain.setEnabled(trainer.may(Ask.START) and self._possible)
        waits = self.tr("A new network waits: keep it or revert, at the bottom of the window. Then train the next one.")
        self.retrain.setToolTip(waits if trainer.may(Ask.KEEP) else self._retrain_tip)
        self.pause.setEnabled(trainer.may(Ask.PAUSE) or trainer.may(Ask.GO_ON))
        self.more.setEnabled(trainer.may(Ask.MORE))
        self.cancel.setEnabled(trainer.may(Ask.STOP))
        self._rate_row.setVisible(trainer.learning and trainer.trains)
        self.pause.setText(self.tr("Resume") if trainer.may(Ask.GO_ON) else self.tr("Pause"))
        self.pause.setAccessibleName(self.pause.text())
        self._open.setEnabled(trainer.may(Ask.OPEN))
        self._save.setEnabled(self._session.in_use.current is not None)

    def _on_pause(self) -> None:
        if self._session.trainer.may(Ask.GO_ON):
            self._session.trainer.go_on()
        else:
            self._session.trainer.pause()
