"""Training from the window: watch, cancel, keep, revert, close."""

import gc
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from helpers import LONG, THREE, TINY, answered, draw, press
from pytestqt.qtbot import QtBot

from gui.window.main_window import MainWindow
from model.mnist import Mnist
from model.train.recipe import RANGES, Recipe


@pytest.fixture
def trainer(window: MainWindow, on_few_digits: Mnist, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window on its training page, with few digits to train on and a recipe that a test may choose."""
    choose(monkeypatch, window, TINY)
    window.pages.setCurrentWidget(window.train_page)
    return window


def choose(monkeypatch: pytest.MonkeyPatch, window: MainWindow, recipe: Recipe) -> None:
    monkeypatch.setattr(window.train_page, "recipe", lambda: recipe)


def test_a_run_to_its_end_can_be_kept(qtbot: QtBot, trainer: MainWindow) -> None:
    session, page = trainer.session, trainer.train_page
    with qtbot.waitSignal(session.trainer.ended):
        press(qtbot, trainer, "retrainButton")
    assert session.trainer.waiting is not None
    assert trainer.state.keep.isVisible()
    curves = page.run_card.curves
    assert curves is not None
    assert curves.steps == list(range(1, 21))
    assert curves.values(20)[1] < curves.values(1)[1]  # type: ignore[index]
    assert "%: worse, beyond chance" in trainer.state.text.text()
    press(qtbot, trainer, "keepButton")
    assert session.in_use.current is not None
    assert session.in_use.current.checkpoint.provenance.name == "Tiny"
    assert session.in_use.path is not None
    assert session.in_use.path.is_file()
    assert session.settings.weights == session.in_use.path
    assert not trainer.state.keep.isVisible()


def test_revert_brings_the_old_answer_back(qtbot: QtBot, trainer: MainWindow) -> None:
    session = trainer.session
    trainer.pages.setCurrentIndex(0)
    draw(qtbot, trainer.panel.pad, THREE)
    answered(qtbot, trainer, "3")
    trainer.pages.setCurrentWidget(trainer.train_page)
    assert session.display.snapshot is not None
    before = session.display.snapshot.probabilities
    with qtbot.waitSignal(session.trainer.ended):
        press(qtbot, trainer, "retrainButton")
    assert not np.array_equal(session.display.snapshot.probabilities, before)  # type: ignore[arg-type]
    press(qtbot, trainer, "revertButton")
    np.testing.assert_array_equal(session.display.snapshot.probabilities, before)
    assert session.settings.weights is None


def test_the_cards_move_while_it_learns_and_the_pad_answers(
    qtbot: QtBot, trainer: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, trainer, LONG)
    press(qtbot, trainer, "retrainButton")
    trainer.pages.setCurrentIndex(0)
    session = trainer.session
    qtbot.waitUntil(lambda: len(trainer.look_page._cards) == 2)
    first = session.display.snapshot
    assert first is not None
    qtbot.waitUntil(
        lambda: session.display.snapshot is not None and session.display.snapshot.weights is not first.weights
    )
    draw(qtbot, trainer.panel.pad, THREE)
    qtbot.waitUntil(lambda: session.display.snapshot is not None and session.display.snapshot.image is not None)
    assert session.trainer.learning
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.cancel()
    assert session.trainer.waiting is None
    answered(qtbot, trainer, "3")
    assert len(trainer.look_page._cards) > 2


def test_cancel_takes_effect_at_once_and_keeps_nothing(
    qtbot: QtBot, trainer: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose(monkeypatch, trainer, LONG)
    press(qtbot, trainer, "retrainButton")
    qtbot.waitUntil(lambda: "step" in trainer.train_page.progress.status())
    with qtbot.waitSignal(trainer.session.trainer.ended):
        press(qtbot, trainer, "cancelTrainingButton")
    assert trainer.session.trainer.waiting is None
    assert not list(tmp_path.rglob("*.safetensors"))
    assert trainer.train_page.steering.retrain.isEnabled()


def test_closing_while_training_ends_it(qtbot: QtBot, trainer: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, trainer, LONG)
    press(qtbot, trainer, "retrainButton")
    qtbot.waitUntil(lambda: "step" in trainer.train_page.progress.status())
    trainer.close()
    assert not trainer.session.task.busy
    qtbot.waitUntil(lambda: not trainer.session.task.busy)
    last = trainer.session.trainer.history[-1]
    assert last.step < last.steps


def test_closing_before_a_decision_saves_what_was_trained(qtbot: QtBot, trainer: MainWindow, tmp_path: Path) -> None:
    with qtbot.waitSignal(trainer.session.trainer.ended):
        press(qtbot, trainer, "retrainButton")
    trainer.close()
    assert len(list(tmp_path.rglob("*tiny.safetensors"))) == 1
    assert trainer.session.settings.weights is None


def test_a_run_that_fails_says_so_and_the_network_stays(
    qtbot: QtBot, trainer: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(RANGES, "learning_rate", (0, 1e40))  # no form offers such a rate
    choose(monkeypatch, trainer, replace(TINY, learning_rate=1e30, epochs=50))
    sentences: list[str] = []
    trainer.session.failed.disconnect()
    trainer.session.failed.connect(sentences.append)
    in_use = trainer.session.in_use.current
    with qtbot.waitSignal(trainer.session.trainer.ended):
        press(qtbot, trainer, "retrainButton")
    assert trainer.session.trainer.waiting is None
    assert "learning rate" in sentences[0]
    assert trainer.session.in_use.current is in_use


def test_garbage_is_collected_in_the_gui_thread_only(
    qtbot: QtBot, trainer: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A widget in a cycle must not be destroyed by the worker thread: Qt crashes."""
    assert not gc.isenabled()
    died_in: list[int] = []

    class Cycle:
        def __init__(self) -> None:
            self.me = self

        def __del__(self) -> None:
            died_in.append(threading.get_ident())

    choose(monkeypatch, trainer, LONG)
    press(qtbot, trainer, "retrainButton")
    for _ in range(3000):  # more than enough for a collection to be due
        Cycle()
    qtbot.waitUntil(lambda: len(died_in) >= 3000)
    assert set(died_in) == {threading.get_ident()}
    trainer.close()
    assert gc.isenabled()
    qtbot.waitUntil(lambda: not trainer.session.task.busy)
