"""A session without a window whose runs do what a test says: no digits, no waiting for a machine."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import torch
from helpers import TINY
from pytestqt.qtbot import QtBot

from gui.session.run import Phase
from gui.session.session import Session
from model.drawing.drawings import Drawing
from model.evaluate.outcome import Outcome
from model.files import InputError
from model.jobs import HAND_OVER, Begin, InUse, Work
from model.network.architecture import LayerSpec
from model.network.checkpoint import Checkpoint
from model.network.digit_net import DigitNet
from model.network.provenance import Provenance
from model.train.controls import Controls
from model.train.keeper import Keeper
from model.train.recipe import Recipe
from model.train.run_file import RunState
from model.train.training import Progress

STEPS = 3  # of each run, all of them with a network


def network(seed: int) -> DigitNet:
    """A small plain network, another one for each seed."""
    made = DigitNet((LayerSpec(3, 3, stride=2),), generator=torch.Generator().manual_seed(seed))
    return made.eval().requires_grad_(False)


class Script:
    """Stands in for `model.jobs`: a run takes its steps at once and then holds until `go` is set.

    While it holds it hears a cancel only if `hears`; with `fails` it then ends with that error, else with a result.
    """

    def __init__(self) -> None:
        self.go = threading.Event()
        self.hears = True
        self.fails: Exception | None = None
        self.controls = Controls()
        self.outcome: Outcome | None = None  # what a run has changed

    def _hold_and_end(self, progress: Progress) -> Work:
        yield HAND_OVER
        while not self.go.wait(0.005):
            if self.hears:
                yield HAND_OVER
        if self.fails is not None:
            raise self.fails
        result = network(100)
        saved = Checkpoint(result, Provenance({"name": "Tiny"}), {"test": 0.5})
        yield replace(progress, network=result, result=saved, outcome=self.outcome)

    def training(self, recipe: Recipe, begin: Begin, keeper: Keeper, controls: Controls) -> Work:
        """As `model.jobs.training`."""
        self.controls = controls
        first = STEPS if isinstance(begin.state, RunState) else 0
        progress = None
        for step in range(first + 1, first + STEPS + 1):
            keeper.keep(RunState(recipe, step, first + STEPS, {"by_hand": []}, {"x": torch.zeros(1)}))
            progress = Progress(step, first + STEPS, 1, 1, 1.0, 0.01, 100.0, 1.0, network=network(step))
            yield progress
        assert progress is not None
        yield from self._hold_and_end(progress)

    def taking(
        self, _network: DigitNet, _about: dict[str, object], progress: Progress, _against: DigitNet | None
    ) -> Work:
        """As `model.jobs.taking`."""
        yield progress
        yield from self._hold_and_end(progress)

    def teaching(self, _taught: Checkpoint, _examples: tuple[Drawing, ...]) -> Work:
        """As `model.jobs.teaching`."""
        progress = Progress(1, 2, 1, 1, 1.0, 0.01, 100.0, 1.0)
        yield progress
        yield from self._hold_and_end(progress)


class Player:
    """Brings a session into a phase and a run to an end."""

    def __init__(self, qtbot: QtBot, session: Session, script: Script, folder: Path) -> None:
        self.qtbot, self.session, self.script, self.folder = qtbot, session, script, folder
        self.trainer, self.network = session.trainer, network(0)
        session.in_use.use(InUse(Checkpoint(self.network, Provenance({"name": "Old"})), "old.safetensors", None))

    def begin(self, what: str = "training") -> None:
        """Begin this and wait until it holds."""
        self.script.go.clear()
        ask: dict[str, Callable[[], None]] = {
            "training": lambda: self.trainer.train(TINY),
            "teaching": lambda: self.trainer.teach([Drawing((), 3)]),
            "one more epoch": self.trainer.one_more_epoch,
            "taking": lambda: self.trainer.take(2),
        }
        ask[what]()
        assert self.session.task.busy
        if what in ("training", "one more epoch"):
            last = 2 * STEPS if what == "one more epoch" else STEPS
            self.qtbot.waitUntil(lambda: bool(self.trainer.history) and self.trainer.history[-1].step == last)

    def end(self, how: str) -> None:
        """End what is on: done, stopped, failed or closed."""
        if how == "closed":
            self.session.close()
            return
        self.script.fails = InputError("It failed.") if how == "failed" else None
        with self.qtbot.waitSignal(self.trainer.ended):
            if how == "stopped":
                self.trainer.cancel()
            else:
                self.script.go.set()
        self.qtbot.waitUntil(lambda: not self.session.task.busy)

    def go_to(self, phase: Phase) -> None:
        """Bring the trainer into this phase; there is a run to look back at, and one to resume."""
        self.begin()
        self.end("failed")
        if phase in (Phase.RUNNING, Phase.PAUSED, Phase.STOPPING, Phase.DECIDING):
            self.script.hears = phase is not Phase.STOPPING
            self.begin()
        match phase:
            case Phase.PAUSED:
                self.trainer.pause()
            case Phase.STOPPING:
                self.trainer.cancel()
            case Phase.DECIDING:
                self.end("done")
            case Phase.TAKING:
                self.script.hears = False
                self.begin("taking")
        assert self.trainer.phase is phase

    def files(self, folder: str) -> list[str]:
        """The endings of the files in one of the user's folders."""
        return sorted(path.suffix for path in self.folder.rglob(f"{folder}/*"))
