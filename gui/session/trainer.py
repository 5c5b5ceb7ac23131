"""The session's trainings: start, steer, rewind, keep or revert, and go on after a crash."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from gui.language.sentences import sentence
from gui.session.rewind import Rewinding
from gui.session.task import Worker
from gui.storage.paths import data_folder, weights_folder
from gui.storage.run_files import RunFiles
from gui.storage.settings import Settings
from model import jobs
from model.files import InputError
from model.jobs import Begin, InUse, Keeper, Run
from model.train.controls import Controls
from model.train.recipe import RANGES, Recipe, from_json
from model.train.run_header import RunHeader

if TYPE_CHECKING:
    from model.network.checkpoint import Checkpoint
    from model.network.digit_net import DigitNet
    from model.train.run_file import RunState
    from model.train.training import Progress


class TrainingSession(Rewinding):
    """One run at a time; its result waits for `keep` or `revert`.

    `training_started` carries the Run, `training_progressed` a list of Progress, `training_ended` the checkpoint that
    now waits for a decision, or None.
    """

    training_started = Signal(object)
    training_progressed = Signal(object)
    training_ended = Signal(object)
    paused_changed = Signal(bool)
    resumable_changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(settings, parent)
        self.pending: Checkpoint | None = None  # trained, waiting for keep or revert
        self.history: list[Progress] = []  # of the run, without its networks
        self.run: Run | None = None  # the run that is on, or the last one
        self._training = self._taking = self._failed = self._closed = False
        self._controls = Controls()
        self._keeper = Keeper(None)
        self._files = RunFiles(self)
        self._files.changed.connect(self.resumable_changed)
        self._latest: DigitNet | None = None  # the newest network of the run that is on
        self._result: Checkpoint | None = None
        self._end: RunState | None = None  # where the run that led to `pending` ended; None if it was taken before
        self._take: int | None = None  # the step to take when the run has stopped

    # -- starting -----------------------------------------------------------------------------------------------

    @property
    def training(self) -> bool:
        """Whether a training run is on, paused or not."""
        return self._training

    @property
    def taking(self) -> bool:
        """Whether the weights of a step are being measured, to wait for a decision then."""
        return self._taking

    def _can_start(self) -> bool:
        return not self.busy and self.in_use is not None and self.pending is None

    def train(self, recipe: Recipe) -> None:
        """Train by `recipe` in the worker thread; the cards show the network as it learns."""
        if not self._can_start() or self.in_use is None:
            return
        begin = Begin()
        if recipe.start == "current":
            about: dict[str, Any] = {"started_from": self.in_use.name}
            if self.workbench.network is not None:
                about["started_from_changed_by_hand"] = True
            begin = Begin(self.workbench.network or self.in_use.checkpoint.network, about)
        self._start_training(Run(recipe), begin, self._files.begin())

    def _start_training(self, run: Run, begin: Begin, path: Path | None) -> None:
        recipe, controls, keeper = run.recipe, self._controls, Keeper(path)
        assert recipe is not None
        self._keeper = keeper

        def steps() -> Iterator[object]:
            yield from jobs.training(recipe, begin, keeper, controls)

        self._start_run(run, steps)
        if path is None:
            self.failed.emit(
                self.tr("{0} cannot be written: if the program is ended from outside, this run is lost.").format(
                    data_folder()
                )
            )

    def _start_run(self, run: Run, steps: Callable[[], Iterator[object]]) -> None:
        self._result, self.run, self._training, self._failed = None, run, True, False
        self._latest = None
        if not run.continued:
            self.history = []
            self._begin_timeline(run.recipe is not None)
        self._set_shown_step(None)
        self._start(Worker(steps, self))
        self.training_started.emit(run)

    # -- steering -----------------------------------------------------------------------------------------------

    @property
    def paused(self) -> bool:
        """Whether the run stands still."""
        return self._training and self._controls.paused

    def pause_training(self) -> None:
        """Let the run stand still; drawing, rewinding and all else go on."""
        if self._training and not self._controls.paused:
            self._controls.pause()
            self.paused_changed.emit(True)

    def go_on_training(self) -> None:
        """End the pause."""
        if self.paused:
            self._controls.go_on()
            self.paused_changed.emit(False)

    def set_learning_rate(self, learning_rate: float) -> None:
        """Learn at this rate from the next step on, within the range of recipes; the schedule falls on from there."""
        if self._training:
            low, high = RANGES["learning_rate"]
            self._controls.set_learning_rate(min(max(learning_rate, low), high))

    def one_more_epoch(self) -> None:
        """Let the run last an epoch longer; one whose result waits for a decision goes on for an epoch."""
        recipe = None if self.run is None else self.run.recipe
        if self._training:
            self._controls.one_more_epoch()
        elif self.pending is not None and recipe is not None and not self.busy:
            self._controls = Controls()
            if self._end is not None:
                self._controls.one_more_epoch()
                self._start_training(Run(self._end.recipe, continued=True), Begin(state=self._end), self._files.go_on())
                return
            # weights from the middle of a run have lost what AdamW knew: they go on at the rate they had
            rate = self._rate_of_pending(recipe)
            recipe = replace(recipe, epochs=1.0, schedule="cosine", learning_rate=rate, start="current")
            about = {"started_from": dict(self.pending.recipe)}
            self._start_training(Run(recipe), Begin(self.pending.network, about), self._files.go_on())

    def _rate_of_pending(self, recipe: Recipe) -> float:
        step = self.pending.recipe.get("taken_at_step") if self.pending is not None else None
        rate = next((p.learning_rate for p in self.history if p.step == step), recipe.learning_rate / 10)
        return min(max(rate, RANGES["learning_rate"][0]), recipe.learning_rate)

    def cancel_training(self) -> None:
        """Stop the run, or the measuring of a taken step; what was there before comes back."""
        if (self._training or self._taking) and self._worker is not None:
            self._worker.cancel()
            self._controls.stop()

    # -- progress -----------------------------------------------------------------------------------------------

    def _on_progressed(self, items: list[object]) -> None:
        from model.train.training import Progress

        for item in items:
            if isinstance(item, InputError):
                self.failed.emit(sentence(item))
        steps = [item for item in items if isinstance(item, Progress)]
        if not steps:
            return
        self._result = steps[-1].result
        if self._taking:
            return
        networks = [(p.step, p.network) for p in steps if p.network is not None]
        if networks:
            self._latest = networks[-1][1]
            self._follow(networks)
        self.history += [replace(step, network=None, result=None) for step in steps]
        self.training_progressed.emit(steps)

    # -- taking a step of the past ------------------------------------------------------------------------------

    def take_step(self, step: int) -> None:
        """Let the weights of the kept step at or last before `step` wait for a decision, measured; ends the run."""
        if self.timeline is None or not len(self.timeline) or self._taking:
            return
        if self._training:
            self._take = self.timeline.nearest(step)
            self.cancel_training()
        elif not self.busy:
            self._start_taking(self.timeline.nearest(step))

    def _start_taking(self, step: int) -> None:
        from model.train.run import describe
        from model.train.training import Progress

        assert self.timeline is not None
        assert self.run is not None
        assert self.run.recipe is not None
        network, state = self.timeline.at(step), self._keeper.state
        by_hand = [] if state is None else [done for done in state.numbers["by_hand"] if done["step"] < step]
        about = {**describe(self.run.recipe, by_hand), "taken_at_step": step}
        progress = Progress(step, step, 1, 1, 0.0, 0.0, 0.0, 0.0)

        def steps() -> Iterator[object]:
            yield from jobs.taking(network, about, progress)

        self._taking, self._result, self._failed, self._latest = True, None, False, network
        self._show_now()
        self._start(Worker(steps, self))

    def _network_now(self) -> "DigitNet | None":
        if self._training or self._taking:
            return self._latest
        return self.pending.network if self.pending is not None else super()._network_now()

    def _show_in_use(self) -> None:
        if not self._training:
            super()._show_in_use()

    # -- the end of a run ---------------------------------------------------------------------------------------

    def _on_failed(self, error: Exception) -> None:
        self._failed = True
        super()._on_failed(error)

    def _on_finished(self) -> None:
        if not self._training and not self._taking:
            super()._on_finished()
            return
        trained = self._training
        self._worker_gone()
        was_paused, self._training, self._taking = self.paused, False, False
        result, self._result = self._result, None
        step, self._take = self._take, None
        if was_paused:
            self.paused_changed.emit(False)
        if step is not None and result is None and not self._failed and not self._closed:
            self._start_taking(step)
            return
        if result is not None:
            self.pending = result
            self._end = self._keeper.state if trained else None
        self._settle_files()
        self._controls = Controls()
        if result is not None or self.shown_step is None:
            self._set_shown_step(None)
            self._show_now()
        self.training_ended.emit(self.pending)
        self.busy_changed.emit()

    def keep(self) -> None:
        """Use the trained network from now on and save it in the user's data folder."""
        if self.pending is None or self.busy:
            return
        try:
            path = self._save_trained(self.pending)
        except InputError as error:
            self.failed.emit(sentence(error))
            return
        trained = self._decided()
        self.settings.weights = path
        self._use(InUse(trained, path.name, path))

    def revert(self) -> None:
        """Forget the trained network and go back to the one in use."""
        if self.pending is not None and self.in_use is not None and not self.busy:
            self._decided()
            self.network_changed.emit()
            self._show_in_use()

    def _decided(self) -> "Checkpoint":
        trained, self.pending, self._end = self.pending, None, None
        assert trained is not None
        self._files.end()
        return trained

    def _use(self, in_use: InUse) -> None:
        self.in_use = in_use
        self.network_changed.emit()
        self.workbench.begin(in_use.checkpoint.network)  # shows it

    def _save_trained(self, trained: "Checkpoint") -> Path:
        from model.network import checkpoint

        return checkpoint.save_new(weights_folder(), trained)

    # -- unfinished runs ----------------------------------------------------------------------------------------

    @property
    def resumable(self) -> RunHeader | None:
        """A run that something broke off, to be resumed or discarded."""
        return self._files.unfinished

    def resume_run(self) -> None:
        """Go on with the run that something broke off, as if nothing had happened."""
        if not self._can_start() or self.resumable is None:
            return
        try:
            recipe = from_json(self.resumable.recipe)
        except ValueError as error:
            self.failed.emit(self.tr("This run cannot go on: {0}.").format(sentence(error)))
            return
        path = self._files.resume()
        self._start_training(Run(recipe, resumed=True), Begin(state=path), path)

    def discard_run(self) -> None:
        """Throw the run that something broke off away."""
        self._files.discard()

    def _settle_files(self) -> None:
        """A run has ended: its file stays while a decision waits, is offered after a failure, goes after a cancel."""
        if self.pending is None and not self._closed:
            if self._failed:
                self._files.fail()
            else:
                self._files.end()

    def close(self) -> None:
        """End thread and timers. A trained network that waits is saved, a run that is on can be resumed."""
        self._closed = True
        self._stop_timers()
        if self._worker is not None:
            self._worker.cancel()
            self._controls.stop()
            self._worker.wait()
        saved = False
        if self.pending is not None:
            try:
                self._save_trained(self.pending)
                saved = True
            except InputError as error:
                print(error, file=sys.stderr)
        if saved and not self._training:
            self._files.end()
        self._files.release()
