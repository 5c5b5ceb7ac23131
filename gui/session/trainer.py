"""The session's runs: start, steer, take a step's weights, keep or revert, and go on after a crash."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from gui.language.sentences import sentence
from gui.session.beginnings import about_step, beginning, going_on, resuming
from gui.session.edits import Workbench
from gui.session.in_use import NetworkInUse
from gui.session.rewind import Rewind
from gui.session.run import ALLOWED, NEEDS, Ask, Need, Origin, Phase, Run, Teaching, Training, Waiting
from gui.session.shown import Kind, Shown
from gui.session.task import Done, End, Failed, Stopped, Task
from gui.storage.paths import data_folder
from gui.storage.run_files import RunFiles
from model import jobs
from model.data_set import MNIST, DataSet
from model.drawing.drawings import Drawing
from model.files import InputError
from model.jobs import Begin, Work
from model.train.controls import Controls
from model.train.keeper import Keeper
from model.train.recipe import RANGES, Recipe
from model.train.run_header import RunHeader

if TYPE_CHECKING:
    from model.train.training import Progress


class Trainer(QObject):
    """One run at a time; its result waits for `keep` or `revert`.

    `run` is the run that is on, or the last one; `history` has its steps, without their networks. `may` tells what can
    be asked now; whatever else is asked is ignored. `progressed` carries a list of Progress, the other signals say only
    that something has happened: `started`, `ended` (a result waits, or not), `phase_changed`, `resumable_changed`.
    """

    started = Signal()
    progressed = Signal(object)
    ended = Signal()
    phase_changed = Signal()
    followed = Signal()  # a newer network learns
    resumable_changed = Signal()
    failed = Signal(str)

    def __init__(
        self, task: Task, in_use: NetworkInUse, edits: Workbench, rewind: Rewind, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._task, self._in_use, self._edits, self._rewind = task, in_use, edits, rewind
        self.phase = Phase.IDLE
        self.run: Run | None = None
        self.waiting: Waiting | None = None
        self.history: list[Progress] = []
        self.files = RunFiles(self)
        self.files.changed.connect(self.resumable_changed)
        self._controls, self._keeper = Controls(), Keeper(None)
        self._live: Shown | None = None  # the newest network of the run that is on, or the step that is measured
        self._take: int | None = None  # the step to take when the run has stopped

    # -- what may be asked --------------------------------------------------------------------------------------

    def may(self, ask: Ask) -> bool:
        """Whether this can be asked now."""
        return self.phase in ALLOWED[ask] and NEEDS[ask] <= self._has()

    def _has(self) -> set[Need]:
        known = {
            Need.FREE: not self._task.busy,
            Need.FREE_OR_LEARNING: not self._task.busy or self.learning,
            Need.NETWORK: self._in_use.current is not None,
            Need.UNFINISHED: self.resumable is not None,
            Need.TRAINING: self.trains,
            Need.STEPS: bool(self._rewind.steps),
        }
        return {need for need, there in known.items() if there}

    @property
    def resumable(self) -> RunHeader | None:
        """A run that something broke off, to be resumed or discarded."""
        return self.files.unfinished

    @property
    def learning(self) -> bool:
        """Whether a run is on, paused or not, until its thread has ended."""
        return self.phase in (Phase.RUNNING, Phase.PAUSED, Phase.STOPPING)

    @property
    def paused(self) -> bool:
        """Whether the run stands still."""
        return self.phase is Phase.PAUSED

    @property
    def trains(self) -> bool:
        """Whether the run that is on, or the last one, is a training by a recipe."""
        return isinstance(self.run, Training)

    def shown(self) -> Shown | None:
        """The network that learns, or the result that waits; None where the trainer has nothing to show."""
        if self._live is not None or self.waiting is None:
            return self._live
        return Shown(Kind.NEW, self.waiting.checkpoint.network, self._in_use.name)

    def _go(self, phase: Phase) -> None:
        self.phase = phase
        self.phase_changed.emit()

    # -- starting -----------------------------------------------------------------------------------------------

    def train(self, recipe: Recipe, data: DataSet = MNIST) -> None:
        """Train by `recipe` on `data`; the cards show the network as it learns."""
        if self.may(Ask.START) and self._in_use.current is not None:
            self._begin_training(*beginning(recipe, data, self._in_use.current, self._edits.network))

    def teach(self, drawings: list[Drawing]) -> None:
        """Learn from the user's drawings; without any, or where no digits are read, nothing happens."""
        current = self._in_use.current
        if not self.may(Ask.START) or current is None or not drawings or not self._in_use.data.digits:
            return
        self._keeper = Keeper(None)
        self._begin(Teaching(len(drawings)), jobs.teaching(current.checkpoint, tuple(drawings)))

    def resume_run(self) -> None:
        """Go on with the run that something broke off, as if nothing had happened."""
        if not self.may(Ask.RESUME) or self.resumable is None:
            return
        try:
            run = resuming(self.resumable)
        except ValueError as error:
            self.failed.emit(self.tr("This run cannot go on: {0}.").format(sentence(error)))
            return
        self._begin_training(run, Begin())

    def _begin_training(self, run: Training, begin: Begin) -> None:
        if run.origin is Origin.RESUMED:
            path = self.files.resume()
            begin = Begin(state=path)
        else:
            path = self.files.begin() if self.waiting is None else self.files.go_on()
        begin = replace(begin, against=self._in_use.network)
        self._keeper, self._controls = Keeper(path), Controls()
        if run.origin is Origin.CONTINUED:
            self._controls.one_more_epoch()
        self._begin(run, jobs.training(run.recipe, begin, self._keeper, self._controls))
        if path is None:
            text = self.tr("{0} cannot be written: if the program is ended from outside, this run is lost.")
            self.failed.emit(text.format(data_folder()))

    def _begin(self, run: Run, work: Work) -> None:
        self.run, self.phase = run, Phase.RUNNING
        if isinstance(run, Training) and run.origin is Origin.CONTINUED:
            self._rewind.show_now()
        else:
            self.history = []
            self._rewind.begin(isinstance(run, Training))
        self._task.start(work, self._on_items, self._on_end)
        self.phase_changed.emit()
        self.started.emit()

    # -- steering -----------------------------------------------------------------------------------------------

    def pause(self) -> None:
        """Let the run stand still; drawing, looking back and all else go on."""
        if self.may(Ask.PAUSE):
            self._controls.pause()
            self._go(Phase.PAUSED)

    def go_on(self) -> None:
        """End the pause."""
        if self.may(Ask.GO_ON):
            self._controls.go_on()
            self._go(Phase.RUNNING)

    def set_learning_rate(self, learning_rate: float) -> None:
        """Learn at this rate from the next step on, within the range of recipes; the schedule falls on from there."""
        if self.may(Ask.RATE):
            low, high = RANGES["learning_rate"]
            self._controls.set_learning_rate(min(max(learning_rate, low), high))

    def one_more_epoch(self) -> None:
        """Let the run last an epoch longer; one whose result waits for a decision goes on for an epoch."""
        if not self.may(Ask.MORE):
            return
        if self.waiting is None or self.learning:
            self._controls.one_more_epoch()
        else:
            assert isinstance(self.run, Training)
            self._begin_training(*going_on(self.waiting, self.run.recipe, self.history))

    def cancel(self) -> None:
        """Stop the run, or the measuring of a taken step; what was there before comes back."""
        if self.may(Ask.STOP):
            self._stop()

    def take(self, step: int) -> None:
        """Let the weights of the kept step at or last before `step` wait for a decision, measured; ends the run."""
        if not self.may(Ask.TAKE) or self._rewind.timeline is None:
            return
        step = self._rewind.timeline.nearest(step)
        if self.learning:
            self._take = step
            self._stop()
        else:
            self._begin_taking(step)

    def _stop(self) -> None:
        self._task.cancel()
        self._controls.stop()
        if self.learning:
            self._go(Phase.STOPPING)

    def _begin_taking(self, step: int) -> None:
        assert self._rewind.timeline is not None
        assert isinstance(self.run, Training)
        network = self._rewind.timeline.at(step)
        about = about_step(self.run.recipe, self._keeper.state, step)
        self._live = Shown(Kind.STEP, network, self._in_use.name, step)
        self.phase = Phase.TAKING
        progress = next(progress for progress in self.history if progress.step == step)
        work = jobs.taking(network, about, progress, self._in_use.network)
        self._task.start(work, self._on_items, self._on_end)
        self.phase_changed.emit()

    # -- progress and end ---------------------------------------------------------------------------------------

    def _on_items(self, items: list[object]) -> None:
        from model.train.training import Progress

        for item in items:
            if isinstance(item, InputError):
                self.failed.emit(sentence(item))
        steps = [item for item in items if isinstance(item, Progress)]
        if not steps or self.phase is Phase.TAKING:
            return
        networks = [(p.step, p.network) for p in steps if p.network is not None]
        self.history += [replace(step, network=None, result=None, outcome=None) for step in steps]
        if networks:
            self._live = Shown(Kind.LEARNING, networks[-1][1], self._in_use.name)
            self._rewind.follow(networks)
            self.followed.emit()
        self.progressed.emit(steps)

    def _on_end(self, end: End) -> None:
        take, self._take, live, self._live = self._take, None, self._live, None
        match end:
            case Stopped() if take is not None:
                self._live = live
                self._begin_taking(take)
                return
            case Done(last):
                self._wait(cast("Progress", last))
            case Failed() if self.waiting is None:
                self.files.fail()
            case Stopped() if self.waiting is None:
                self.files.end()
        self._go(Phase.IDLE if self.waiting is None else Phase.DECIDING)  # an older result still waits after a cancel
        self.ended.emit()

    def _wait(self, last: "Progress") -> None:
        assert last.result is not None
        taken = self.phase is Phase.TAKING
        if taken:
            self._rewind.took(last.step, last.result.network)
        self.waiting = Waiting(last.result, None if taken else self._keeper.state, last.outcome)
        self._rewind.show_now()

    def keep(self) -> None:
        """Use the result that waits from now on and save it in the user's data folder."""
        if not self.may(Ask.KEEP) or self.waiting is None:
            return
        waiting = self.waiting
        self.waiting, self.phase = None, Phase.IDLE
        try:
            self._in_use.keep(waiting.checkpoint)
        except InputError as error:
            self.waiting, self.phase = waiting, Phase.DECIDING
            self.failed.emit(sentence(error))
            return
        self.files.end()
        self.phase_changed.emit()

    def revert(self) -> None:
        """Forget the result that waits and go back to the network in use."""
        if self.may(Ask.REVERT):
            self.waiting = None
            self.files.end()
            self._rewind.show_now()
            self._go(Phase.IDLE)

    def close(self) -> None:
        """End the thread. A result that waits is saved, a run that is on can be resumed at the next start."""
        self._controls.stop()
        self._task.close()
        if self.waiting is not None and self._in_use.save_left(self.waiting.checkpoint) and not self.learning:
            self.files.end()
        self.files.release()
