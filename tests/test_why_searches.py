"""What is looked for on page "Why" on demand: strokes, a little change; one search at a time."""

import pytest
from helpers import draw
from pytestqt.qtbot import QtBot
from why_helpers import draw_four

from gui.session.why import Why
from gui.session.why_searches import Sought
from gui.window.main_window import MainWindow
from model.look.snapshot import look


def test_a_stroke_that_was_found_changes_the_answer_as_it_says_and_can_be_undone(
    qtbot: QtBot, window: MainWindow, why: Why
) -> None:
    draw_four(qtbot, window)
    why.searches.start(Sought.STROKES)
    qtbot.waitUntil(lambda: Sought.STROKES in why.searches.over)
    found = why.searches.strokes
    assert found
    for change in found:
        assert change.digit != 4
        why.searches.do(change.stroke)
        window.session.display.answer()
        snapshot = window.session.display.snapshot
        assert snapshot is not None
        assert snapshot.probabilities is not None
        assert int(snapshot.probabilities.argmax()) == change.digit
        assert float(snapshot.probabilities[change.digit]) == pytest.approx(change.probability, abs=1e-3)
        assert why.searches.strokes == ()  # they were of the drawing before
        window.session.drawing.undo_stack.undo()
        window.session.display.answer()
        assert why.searches.strokes == found  # and need not be looked for again
    assert window.panel.digit.text() == "4"


def test_a_little_change_flips_the_answer(qtbot: QtBot, window: MainWindow, why: Why) -> None:
    draw_four(qtbot, window)
    why.searches.start(Sought.LITTLE)
    qtbot.waitUntil(lambda: Sought.LITTLE in why.searches.over)
    little, network, now = why.searches.little, window.session.display.network, why.now
    assert little is not None
    assert network is not None
    assert now is not None
    changed = look(network, little.image).logits
    assert changed is not None
    assert int(changed.argmax()) == now.question.rival
    why.choose_rival(0)
    assert why.searches.little is None


def test_searches_wait_for_each_other_and_can_be_ended(qtbot: QtBot, window: MainWindow, why: Why) -> None:
    draw_four(qtbot, window)
    searches = why.searches
    searches.start(Sought.STROKES)
    searches.start(Sought.LITTLE)
    assert searches.running is Sought.STROKES
    assert searches.next is Sought.LITTLE
    searches.cancel()
    qtbot.waitUntil(lambda: not searches.task.busy)
    assert searches.over == set()
    searches.start(Sought.STROKES)
    draw(qtbot, window.panel.pad, [(60, 60), (70, 60)])  # of another drawing nobody wants it
    qtbot.waitUntil(lambda: not searches.task.busy)
    assert searches.over == set()
    assert searches.strokes == ()
