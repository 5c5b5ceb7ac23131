"""What the session knows of why a drawing is read as it is, and when it works on that."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from helpers import SEVEN, THREE, TINY, at, begin_run, draw, open_network
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from why_helpers import all_read, draw_four, open_why

from gui.session.explanation import Explanation
from gui.session.why import Why
from gui.session.why_searches import Sought
from gui.window.main_window import MainWindow
from model.mnist import Mnist


def explained(why: Why) -> Explanation | None:
    return why.now


def test_while_the_page_was_not_seen_nothing_is_worked_out(qtbot: QtBot, window: MainWindow) -> None:
    draw_four(qtbot, window)
    why = window.session.why
    assert explained(why) is None
    assert why.spots.meter is None
    assert not why.task.busy
    assert not why._settle.isActive()


def test_the_question_is_about_the_answer_and_the_runner_up(qtbot: QtBot, window: MainWindow, why: Why) -> None:
    draw_four(qtbot, window)
    assert why.now is not None
    snapshot = window.session.display.snapshot
    assert snapshot is not None
    assert snapshot.logits is not None
    order = np.argsort(-snapshot.logits)
    assert (why.now.question.answer, why.now.question.rival) == (order[0], order[1])
    assert why.now.lead == pytest.approx(float(snapshot.logits[order[0]] - snapshot.logits[order[1]]))


def test_a_chosen_rival_stays_and_gives_way_only_where_it_is_the_answer(
    qtbot: QtBot, window: MainWindow, why: Why
) -> None:
    draw_four(qtbot, window)
    why.choose_rival(3)
    assert why.now is not None
    assert why.now.question.rival == 3
    window.session.drawing.clear()
    window.session.display.answer()
    assert explained(why) is None
    draw(qtbot, window.panel.pad, THREE)
    qtbot.waitUntil(lambda: window.panel.digit.text() == "3")
    assert why.now.question.answer == 3
    assert why.now.question.rival != 3
    why.choose_answer(8)
    assert why.now.question.answer == 8
    assert why.now.question.rival == 3
    assert why.now.lead < 0
    why.choose_answer(3)
    assert why.chosen == (3, None)


def test_the_training_digits_of_a_network_are_read_once(
    qtbot: QtBot, window: MainWindow, why: Why, readings: list[bool], tmp_path: Path
) -> None:
    draw_four(qtbot, window)
    all_read(qtbot, window)
    assert why.now is not None
    first = why.now.read
    assert first is not None
    open_network(window, tmp_path, list(TINY.layers))
    qtbot.waitUntil(lambda: window.session.display.network is not first.network)
    assert why.now.read is not first  # it says nothing of the other network
    all_read(qtbot, window)
    window.session.in_use.use_previous()
    qtbot.waitUntil(lambda: window.session.display.network is first.network)
    assert why.now.read is first
    assert why.now.near is not None
    window.session.display.answer()
    assert not why._settle.isActive()
    assert readings == [False, False]


def test_some_spots_are_measured_at_once_and_the_rest_when_the_pen_rests(
    qtbot: QtBot, window: MainWindow, why: Why
) -> None:
    at_once = []
    why.spots.changed.connect(lambda: at_once.append(why.spots.meter.runs if why.spots.meter else 0))
    draw_four(qtbot, window)
    qtbot.waitUntil(lambda: why.spots.meter is not None and why.spots.meter.done)
    assert 13 in at_once  # twelve spots, and the drawing as it is
    meter, now = why.spots.meter, why.now
    assert meter is not None
    assert now is not None
    assert now.snapshot.image is not None
    assert meter.lead == pytest.approx(now.lead, abs=1e-4)
    assert (np.isnan(meter.spots.erased) == (now.snapshot.image < 0.1)).all()
    draw(qtbot, window.panel.pad, [(60, 60), (70, 60)])
    qtbot.waitUntil(lambda: why.spots.meter is not meter)
    assert why.spots.earlier is meter  # its map stays, faint
    window.session.drawing.clear()
    qtbot.waitUntil(lambda: why.spots.meter is None)
    assert why.spots.earlier is None


def test_an_untrained_network_is_measured_and_then_again_the_one_on_display(
    qtbot: QtBot, window: MainWindow, why: Why
) -> None:
    draw_four(qtbot, window)
    all_read(qtbot, window)
    meter = why.spots.meter
    assert meter is not None
    trained = meter.spots.erased
    why.spots.try_untrained(True)
    qtbot.waitUntil(lambda: why.spots.meter is not None and why.spots.meter.done)
    assert why.spots.meter is not None
    strange = why.spots.meter.spots.erased
    assert np.nanmax(np.abs(strange)) < np.nanmax(np.abs(trained)) / 5
    why.spots.try_untrained(False)
    qtbot.waitUntil(lambda: why.spots.meter is not None and why.spots.meter.done)
    assert np.array_equal(why.spots.meter.spots.erased, trained, equal_nan=True)


def test_while_the_pen_is_down_the_drawing_is_compared_with_the_first_digits_and_then_with_all(
    qtbot: QtBot, window: MainWindow, why: Why, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("model.why.known.COUNTS", (100, 640))
    draw_four(qtbot, window)
    all_read(qtbot, window)
    pad = window.panel.pad
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=at(pad, 60, 60))
    qtbot.mouseMove(pad, at(pad, 70, 60))
    qtbot.waitUntil(lambda: why.now is not None and why.now.compared == 100)
    now = why.now
    assert now is not None
    assert now.near is not None
    assert now.line is not None
    assert (now.near.indices < 100).all()
    assert (now.line.indices < 100).all()
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=at(pad, 70, 60))
    qtbot.waitUntil(lambda: why.now is not None and why.now.compared == 640)
    lifted = why.now
    assert lifted is not None
    assert lifted.near is not None
    assert (lifted.near.indices >= 100).any()


def test_a_network_that_learns_is_explained(
    qtbot: QtBot, window: MainWindow, on_few_digits: Mnist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("model.train.watch.LOOK_EVERY", 0.01)
    monkeypatch.setattr("gui.session.why.SETTLED", 0)
    monkeypatch.setattr("gui.session.why.NEXT", 0)
    begin_run(qtbot, window)
    page, why, display = open_why(qtbot, window), window.session.why, window.session.display
    qtbot.waitUntil(lambda: why.now is not None and why.now.read is not None)
    networks = {id(display.network)}

    def learned_on() -> bool:
        networks.add(id(display.network))
        return len(networks) > 3

    qtbot.waitUntil(learned_on)
    now = why.now
    assert now is not None
    assert now.snapshot is display.snapshot
    assert now.shares.equal
    assert now.read is not None
    assert now.read.network.specs == TINY.layers
    assert now.near is not None
    assert now.line is not None
    assert page.cards.isVisible()
    window.session.trainer.cancel()
    qtbot.waitUntil(lambda: not window.session.task.busy)


def test_closing_in_the_middle_of_everything_ends_it(
    qtbot: QtBot, again: Callable[[], MainWindow], on_few_digits: Mnist
) -> None:
    window = again()
    open_why(qtbot, window)
    draw(qtbot, window.panel.pad, SEVEN)
    qtbot.waitUntil(lambda: window.session.why.now is not None)
    window.session.why.searches.start(Sought.STROKES)
    qtbot.waitUntil(lambda: window.session.why.task.busy)
    window.close()
    assert not window.session.why.task.busy
    assert not window.session.why.searches.task.busy
