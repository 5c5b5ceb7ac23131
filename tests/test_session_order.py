"""The session's methods called in any order."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from helpers import LONG, TINY
from pytestqt.qtbot import QtBot
from session_runs import run_folder

from gui.session.run import Phase
from gui.session.session import Session
from gui.session.shown import Kind
from model.train.recipe import Recipe


def wander(qtbot: QtBot, session: Session, chance: random.Random, runs: int, recipes: tuple[Recipe, ...]) -> None:
    """Call the session's methods at random, with events in between, until so many `runs` have ended."""
    ends = 0

    def count() -> None:
        nonlocal ends
        ends += 1

    session.trainer.ended.connect(count)
    session.drawing.begin(100, 60)
    session.drawing.extend(150, 200)
    session.drawing.end()

    def step() -> int:
        return chance.randint(0, 25)

    able: tuple[Callable[[], object], ...] = (
        lambda: session.trainer.train(chance.choice(recipes)),
        session.trainer.pause,
        session.trainer.go_on,
        lambda: session.trainer.set_learning_rate(10 ** chance.uniform(-6, 1)),
        session.trainer.one_more_epoch,
        session.trainer.cancel,
        lambda: session.rewind.show_step(step()),
        lambda: session.rewind.show_step(None),
        lambda: session.trainer.take(step()),
        session.trainer.keep,
        session.trainer.revert,
        session.trainer.resume_run,
        session.trainer.files.discard,
        session.in_use.use_shipped,
        session.drawing.undo_stack.undo,
        session.drawing.undo_stack.redo,
    )
    weights = [9, 2, 6, 2, 2, 2, 3, 3, 2, 2, 2, 1, 1, 1, 1, 1]
    while ends < runs:
        chance.choices(able, weights)[0]()
        look_on(qtbot, session, chance)
        check(session)


def look_on(qtbot: QtBot, session: Session, chance: random.Random) -> None:
    """What a person does between two actions, which must not matter: none, some, or what is at work has got further."""
    trainer = session.trainer
    if chance.random() < 0.1 and trainer.phase in (Phase.RUNNING, Phase.STOPPING, Phase.TAKING):
        run, steps = trainer.run, len(trainer.history) + 5
        qtbot.waitUntil(lambda: not session.task.busy or trainer.run is not run or len(trainer.history) >= steps)
    else:
        qtbot.wait(chance.choice([0, 1, 5]))


def check(session: Session) -> None:
    """What must always hold."""
    trainer, rewind, shown = session.trainer, session.rewind, session.display.shown
    assert shown is not None
    assert session.task.busy == (trainer.learning or trainer.phase is Phase.TAKING)
    assert (trainer.phase is Phase.DECIDING) == (trainer.waiting is not None and not session.task.busy)
    assert list(rewind.steps) == sorted(set(rewind.steps))
    assert session.display.snapshot is not None
    now = shown.network.convs()[0].weight.numpy()
    np.testing.assert_array_equal(session.display.snapshot.weights.layers[0].weight, now)
    if rewind.step is not None:
        assert (shown.kind, shown.step) == (Kind.STEP, rewind.step)
    elif trainer.phase is Phase.DECIDING:
        assert shown.kind is Kind.NEW
    elif trainer.phase is Phase.IDLE:
        assert shown.kind is Kind.SAVED


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.slow)])
def test_any_order_of_actions_is_survived(
    qtbot: QtBot, session: Session, sentences: list[str], monkeypatch: pytest.MonkeyPatch, seed: int, tmp_path: Path
) -> None:
    monkeypatch.setattr("model.train.watch.KEEP_EVERY", 0.05)
    monkeypatch.setattr("gui.session.task.PAUSE", 0.05)
    short = replace(TINY, epochs=0.4)
    recipes = (TINY, LONG, short, short, short, replace(short, start="current"), replace(TINY, device="mps"))
    wander(qtbot, session, random.Random(seed), 60 if seed else 8, recipes)
    session.trainer.files.discard()
    session.trainer.cancel()
    qtbot.waitUntil(lambda: not session.task.busy)
    session.trainer.revert()
    session.trainer.files.discard()
    assert run_folder(tmp_path) == []
    allowed = ("device", "other layers", "learning rate")
    assert [sentence for sentence in sentences if not any(words in sentence for words in allowed)] == []
