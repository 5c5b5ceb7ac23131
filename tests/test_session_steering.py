"""Steering a run in the session: pause, another rate, further epochs, from current weights."""

from dataclasses import replace

import pytest
import torch
from helpers import THREE, TINY, answered, draw
from pytestqt.qtbot import QtBot
from session_runs import begun, cancelled, run_to_its_end, still

from gui.session.run import Origin, Phase, Training
from gui.session.session import Session
from gui.window.main_window import MainWindow
from model.train.recipe import RANGES
from model.train.run import Run


def test_a_paused_run_stands_still_while_the_pad_answers(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    begun(qtbot, session)
    with qtbot.waitSignal(session.trainer.phase_changed):
        step = still(qtbot, session)
    assert session.trainer.phase is Phase.PAUSED
    draw(qtbot, window.panel.pad, THREE)
    qtbot.waitUntil(lambda: session.display.snapshot is not None and session.display.snapshot.image is not None)
    assert session.rewind.timeline is not None
    assert session.rewind.timeline.steps[-1] == step, "what is shown is exactly where it stands"
    qtbot.waitUntil(lambda: [s for s, _ in session.rewind.answers] == list(session.rewind.timeline.steps))  # type: ignore[union-attr]
    assert session.trainer.history[-1].step == step
    with qtbot.waitSignal(session.trainer.phase_changed):
        session.trainer.go_on()
    assert not session.trainer.paused
    qtbot.waitUntil(lambda: session.trainer.history[-1].step > step + 3)
    session.trainer.pause()
    cancelled(qtbot, session)
    assert not session.trainer.paused
    answered(qtbot, window, "3")


def test_closing_while_paused_ends_the_thread(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    begun(qtbot, session)
    still(qtbot, session)
    window.close()
    assert not session.task.busy


def test_a_rate_by_hand_is_used_bounded_and_recorded(qtbot: QtBot, session: Session) -> None:
    session.trainer.train(replace(TINY, epochs=9, schedule="constant"))
    still(qtbot, session)
    session.trainer.set_learning_rate(1e9)
    session.trainer.set_learning_rate(0.0005)
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.go_on()
    assert session.trainer.history[-1].learning_rate == 0.0005
    assert session.trainer.waiting is not None
    rates = [entry["learning_rate"] for entry in session.trainer.waiting.checkpoint.provenance.by_hand]
    assert rates == [RANGES["learning_rate"][1], 0.0005]


def test_one_more_epoch_while_it_runs(qtbot: QtBot, session: Session) -> None:
    session.trainer.train(replace(TINY, epochs=9))
    still(qtbot, session)
    session.trainer.one_more_epoch()
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.go_on()
    assert session.trainer.history[-1].step == session.trainer.history[-1].steps == 100


def test_one_more_epoch_after_the_end_goes_on_from_there(qtbot: QtBot, session: Session) -> None:
    run_to_its_end(qtbot, session)
    first = session.trainer.waiting
    runs: list[object] = []
    session.trainer.started.connect(lambda: runs.append(session.trainer.run))
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.one_more_epoch()
    assert isinstance(session.trainer.run, Training)
    assert session.trainer.run.origin is Origin.CONTINUED
    assert runs == [session.trainer.run]
    assert session.trainer.waiting is not None
    assert session.trainer.waiting is not first
    assert sorted({p.step for p in session.trainer.history}) == list(range(1, 31)), "the steps before belong to it"
    assert session.rewind.timeline is not None
    assert session.rewind.timeline.steps[0] == 1
    assert session.rewind.timeline.steps[-1] == 30


def test_cancelling_the_further_epoch_gives_the_result_back(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_to_its_end(qtbot, session)
    first = session.trainer.waiting
    step = Run.step

    def stands_still(run: Run, picked: torch.Tensor) -> float:
        session.trainer._controls.pause()
        return step(run, picked)

    monkeypatch.setattr(Run, "step", stands_still)
    session.trainer.one_more_epoch()
    qtbot.waitUntil(lambda: session.trainer.history[-1].paused)
    assert session.trainer.waiting is first
    cancelled(qtbot, session)
    assert session.trainer.waiting is first
    monkeypatch.setattr(Run, "step", step)
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.one_more_epoch()
    assert session.trainer.history[-1].step == 30, "from where the result was, not from where it was cancelled"


def test_from_the_current_weights(qtbot: QtBot, session: Session, sentences: list[str]) -> None:
    run_to_its_end(qtbot, session)
    session.trainer.keep()
    assert session.in_use.current is not None
    name, loss = session.in_use.current.name, session.trainer.history[0].loss
    run_to_its_end(qtbot, session, replace(TINY, start="current"))
    assert session.trainer.history[0].loss < 0.7 * loss
    assert session.trainer.waiting is not None
    assert session.trainer.waiting.checkpoint.provenance.started_from == name
    session.trainer.revert()
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.train(replace(TINY, layers=TINY.layers[:1], start="current"))
    assert session.trainer.phase is Phase.IDLE
    assert "other layers" in sentences[0]
