"""What the window's state is, in a line: the network in use, where a run is, or what a decision is about."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.session.run import Phase, Training
from gui.session.session import Session
from gui.widgets.verdict_words import VerdictWords
from model.data_set import MNIST

if TYPE_CHECKING:
    from gui.session.run import Waiting
    from model.evaluate.outcome import Alike
    from model.network.checkpoint import Checkpoint


class StateWords(QObject):
    """Speaks of one session."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def now(self) -> str:
        """The line for the state of the moment."""
        trainer = self._session.trainer
        if trainer.phase is Phase.TAKING:
            return self.tr("measuring these weights on the test set…")
        if trainer.learning:
            return self._run()
        if trainer.waiting is not None:
            return self._decision(trainer.waiting)
        return self._in_use()

    def _run(self) -> str:
        trainer = self._session.trainer
        last = trainer.history[-1] if trainer.history else None
        if last is not None and last.step == last.steps:
            return self.tr("measuring on the test set…")
        if not trainer.trains:
            return self.tr("learning from your examples…")
        if last is None:
            run = trainer.run
            data = run.data if isinstance(run, Training) else MNIST
            return self.tr("training · reading {0}…").format(data.name)
        text = self.tr("training · epoch {0} of {1} · {2} %")
        if trainer.paused:
            text = self.tr("paused · epoch {0} of {1} · {2} %")
        return text.format(last.epoch, last.epochs, 100 * last.step // last.steps)

    def _decision(self, waiting: "Waiting") -> str:
        if waiting.outcome is None:
            return self._new(waiting.checkpoint)
        test, mine = waiting.outcome.test, waiting.outcome.mine
        text = self.tr("before {0:.2f} %, now {1:.2f} %: {2}")
        text = text.format(100 * test.accuracy_before, 100 * test.accuracy_now, VerdictWords(self).of(test.verdict))
        if mine is not None:
            own = self.tr("mine before {0:.0f} %, now {1:.0f} %")
            name = waiting.checkpoint.network.data.name
            text = f"{own.format(100 * mine.accuracy_before, 100 * mine.accuracy_now)} · {name} {text}"
        if waiting.outcome.alike:
            text = f"{self.alike(waiting.outcome.alike[0][1])} · {text}"  # first: a narrow window shows the beginning
        return text

    def _new(self, made: "Checkpoint") -> str:
        """Of a network that reads other images than the one before: there is nothing to compare it with."""
        test = made.figures.get("test")
        if made.network.data == self._session.in_use.data or not isinstance(test, float):
            return self.tr("a new network is waiting: keep or revert?")
        text = self.tr("a new network reads {0:.2f} % of {1}: keep or revert?")
        return text.format(100 * test, made.network.data.name)

    def alike(self, alike: "Alike") -> str:
        """A warning in a few words."""
        return self.tr("careful: some {0}s are now read as {1}").format(alike.label, alike.answer)

    def _in_use(self) -> str:
        session = self._session
        current = session.in_use.current
        if current is None:
            return self.tr("no network") if session.load_fault else self.tr("loading…")
        parts = [current.name]
        test = current.checkpoint.figures.get("test")
        if session.edits.network is not None:
            parts.append(self.tr("changed by hand"))
        elif isinstance(test, float):
            parts.append(f"{100 * test:.2f} % {session.in_use.data.name}")
        parts.append(self.tr("{0:,} parameters").format(current.checkpoint.network.parameter_count))
        return " · ".join(parts)
