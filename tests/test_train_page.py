"""Page "Train": what a run shows, pausing, rewinding, replaying, taking a step."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from helpers import LONG, TINY, begin_run, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.pages.train.readout import Readout
from gui.pages.train.shared_column import SharedColumn
from gui.widgets.elided import Elided
from gui.window.main_window import MainWindow
from gui.window.notices import ResumeBar, StepBadge
from model.look.snapshot import moved, read_weights
from model.network.digit_net import DigitNet


def test_what_a_run_shows(qtbot: QtBot, trainer: MainWindow) -> None:
    page = begin_run(qtbot, trainer)
    card = page.run_card
    qtbot.waitUntil(lambda: card.answers is not None and len(card.answers.steps) >= 3)
    assert card.curves is not None
    assert card.answers is not None
    qtbot.waitUntil(lambda: "conv2" in page.health.table.text() and "linear" in page.health.table.text())
    readout = page.findChild(Readout, "curvesReadout")
    assert readout is not None
    assert "loss" in readout.text()
    assert page.progress.step > 0
    assert "images/s" in trainer.findChild(QLabel, "trainingSpeed").text()  # type: ignore[union-attr]
    step, probabilities = card.answers.values(None)  # type: ignore[misc]
    assert probabilities.sum() == pytest.approx(1, abs=1e-5)
    assert step in trainer.session.rewind.timeline.steps  # type: ignore[union-attr]
    assert not page.form.fields["epochs"].isEnabled()
    trainer.session.trainer.cancel()
    qtbot.waitUntil(lambda: not trainer.session.task.busy)
    assert page.form.fields["epochs"].isEnabled()


def test_pause_and_resume_and_another_learning_rate(qtbot: QtBot, trainer: MainWindow) -> None:
    page, session = begin_run(qtbot, trainer), trainer.session
    press(qtbot, trainer, "pauseButton")
    assert session.trainer.paused
    assert page.steering.pause.text() == "Resume"
    qtbot.waitUntil(lambda: "paused" in trainer.findChild(QLabel, "trainingSpeed").text())  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: session.trainer.history[-1].paused)
    before = session.trainer.history[-1].learning_rate
    press(qtbot, trainer, "halveRate")
    press(qtbot, trainer, "pauseButton")
    assert page.steering.pause.text() == "Pause"
    qtbot.waitUntil(lambda: session.trainer.history[-1].learning_rate < 0.6 * before)
    steps = session.trainer.history[-1].steps
    press(qtbot, trainer, "oneMoreEpochButton")
    qtbot.waitUntil(lambda: session.trainer.history[-1].steps == steps + 10)
    session.trainer.cancel()
    qtbot.waitUntil(lambda: not session.task.busy)


def test_scrubbing_takes_the_whole_window_along_and_back(qtbot: QtBot, trainer: MainWindow) -> None:
    page, session = begin_run(qtbot, trainer, frames=4), trainer.session
    badge = trainer.findChild(StepBadge)
    assert badge is not None
    assert not badge.isVisible()
    press(qtbot, trainer, "pauseButton")
    qtbot.waitUntil(lambda: session.trainer.history[-1].paused)
    slider = page.time_machine.slider
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    first = session.rewind.timeline.steps[0]  # type: ignore[union-attr]
    assert session.rewind.step == first
    assert badge.isVisible()
    assert f"{first}" in badge.text()
    assert page.run_card.curves is not None
    assert page.run_card.curves.shown_line.isVisible()
    expected = read_weights(session.rewind.timeline.at(first))  # type: ignore[union-attr]
    np.testing.assert_array_equal(session.display.snapshot.weights.layers[0].weight, expected.layers[0].weight)  # type: ignore[union-attr]
    said = trainer.findChild(QLabel, "timeMachineAnswer")
    assert said is not None
    assert f"at step {first} it answered" in said.text()
    assert " %" not in said.text()  # it would begin a line
    trainer.pages.setCurrentIndex(0)
    assert badge.isVisible()
    qtbot.mouseClick(badge, Qt.MouseButton.LeftButton)
    assert session.rewind.step is None
    assert not badge.isVisible()
    assert slider.value() == slider.maximum()
    session.trainer.cancel()
    qtbot.waitUntil(lambda: not session.task.busy)


def test_replay_walks_to_now(qtbot: QtBot, trainer: MainWindow) -> None:
    page, session = begin_run(qtbot, trainer, frames=4), trainer.session
    press(qtbot, trainer, "pauseButton")
    qtbot.waitUntil(lambda: session.trainer.history[-1].paused)
    seen: list[int | None] = []
    session.rewind.step_changed.connect(lambda: seen.append(session.rewind.step))
    press(qtbot, trainer, "replayButton")
    qtbot.waitUntil(lambda: bool(seen) and seen[-1] is None and not page.time_machine._timer.isActive())
    assert seen == [*session.rewind.timeline.steps[:-1], None]  # type: ignore[union-attr]
    session.trainer.cancel()
    qtbot.waitUntil(lambda: not session.task.busy)


def test_the_weights_of_a_step_can_be_taken(qtbot: QtBot, trainer: MainWindow) -> None:
    page, session = begin_run(qtbot, trainer, frames=4), trainer.session
    page.time_machine.slider.setValue(1)
    step = session.rewind.step
    with qtbot.waitSignal(session.trainer.ended):
        press(qtbot, trainer, "takeStepButton")
    assert session.trainer.waiting is not None
    assert session.trainer.waiting.checkpoint.provenance.taken_at_step == step
    assert trainer.state.keep.isVisible()
    assert "%" in trainer.state.text.text()
    press(qtbot, trainer, "revertButton")
    assert session.trainer.waiting is None


def test_another_language_keeps_recipe_and_run(qtbot: QtBot, trainer: MainWindow) -> None:
    begin_run(qtbot, trainer, replace(LONG, seed=7))
    session = trainer.session
    press(qtbot, trainer, "pauseButton")
    qtbot.waitUntil(lambda: session.trainer.history[-1].paused)
    session.rewind.show_step(session.rewind.timeline.steps[1])  # type: ignore[union-attr]
    trainer.set_language("zh_CN")
    page = trainer.train_page
    assert page.recipe().seed == 7
    assert page.recipe().layers == TINY.layers
    assert page.run_card.curves is not None
    assert page.run_card.curves.steps == sorted({p.step for p in session.trainer.history})
    assert page.run_card.curves.shown_line.isVisible()
    assert page.steering.pause.text() == page.steering.tr("Resume")
    session.trainer.cancel()
    qtbot.waitUntil(lambda: not session.task.busy)


def test_an_interrupted_run_is_offered_quietly(
    qtbot: QtBot, trainer: MainWindow, again: Callable[[], MainWindow]
) -> None:
    begin_run(qtbot, trainer, replace(LONG, seed=11))
    press(qtbot, trainer, "pauseButton")
    qtbot.waitUntil(lambda: trainer.session.trainer.history[-1].paused)
    step = trainer.session.trainer.history[-1].step
    trainer.close()
    qtbot.waitUntil(lambda: not trainer.session.task.busy)
    window = again()
    bar = window.findChild(ResumeBar)
    assert bar is not None
    assert bar.isVisible()
    assert f"step {step:,} of 10,000" in bar.findChild(QLabel, "resumeText").text()  # type: ignore[union-attr]
    window.pages.setCurrentWidget(window.train_page)
    press(qtbot, window, "resumeRunButton")
    qtbot.waitUntil(lambda: bool(window.session.trainer.history) and window.session.trainer.history[-1].step > step)
    assert not bar.isVisible()
    page = window.train_page
    assert (page.recipe().seed, page.recipe().layers) == (11, TINY.layers)
    qtbot.waitUntil(lambda: page.run_card.curves is not None and len(page.run_card.curves.steps) > step)
    assert page.run_card.curves.steps[:step] == list(range(1, step + 1))  # type: ignore[union-attr]
    window.session.trainer.cancel()
    qtbot.waitUntil(lambda: not window.session.task.busy)


def test_a_low_column_shows_one_card_at_a_time(qtbot: QtBot, trainer: MainWindow) -> None:
    page = trainer.train_page
    assert page.time_machine.isVisible()
    assert page.health.isVisible()
    trainer.resize(1100, 700)
    QApplication.processEvents()
    assert page.time_machine.isVisible() != page.health.isVisible()
    press(qtbot, trainer, "healthCardTab")
    assert page.health.isVisible()
    assert not page.time_machine.isVisible()
    assert isinstance(page._column, SharedColumn)


def test_moved_is_relative_to_the_size_before(tiny: DigitNet) -> None:
    layer = read_weights(tiny).layers[0]
    twice = replace(layer, weight=layer.weight * 2)
    assert moved(layer, layer) == 0
    assert moved(layer, twice) == pytest.approx(1, abs=1e-6)


def test_what_was_taken_is_what_slider_curve_and_layers_show(qtbot: QtBot, trainer: MainWindow) -> None:
    """The weights of a step that wait, or are in use, are not the run's last ones: nothing may say that they are."""
    page, session = begin_run(qtbot, trainer, frames=4), trainer.session
    steps, machine = session.rewind.steps, page.time_machine
    machine.slider.setValue(1)
    taken = session.rewind.step
    assert taken == steps[1]
    with qtbot.waitSignal(session.trainer.ended):
        press(qtbot, trainer, "takeStepButton")
    assert session.rewind.step is None
    for button in ("keepButton", None):
        assert session.shown_step == taken
        assert session.rewind.steps[machine.slider.value()] == taken
        assert page.run_card.curves is not None
        assert page.run_card.curves.shown_line.value() == taken
        assert f"now: step {taken:,}" in machine.findChild(Elided, "timeMachineTitle").text()  # type: ignore[union-attr]
        if button is not None:
            press(qtbot, trainer, button)
    looked_at: list[int | None] = []
    for place in (machine.slider.maximum(), session.rewind.steps.index(taken)):
        machine.slider.setValue(place)
        looked_at.append(session.rewind.step)
    assert looked_at == [session.rewind.steps[-1], None], "the newest is not what is in use"
    session.in_use.use_previous()
    assert session.shown_step is None
    assert machine.slider.value() == machine.slider.maximum()
