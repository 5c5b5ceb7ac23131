"""What is looked for on page "Why" on demand: strokes, a little change; one search at a time."""

import copy
from dataclasses import replace
from pathlib import Path

import pytest
from helpers import draw
from pytestqt.qtbot import QtBot
from why_helpers import draw_four, fewer_strokes

from gui.session.why import Why
from gui.session.why_searches import Searches, Sought
from gui.window.main_window import MainWindow
from model.look.snapshot import look
from model.network import checkpoint
from model.network.checkpoint import Checkpoint
from model.network.digit_net import DigitNet


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    fewer_strokes(monkeypatch)


@pytest.fixture
def doubled(shipped: Checkpoint, tmp_path: Path) -> Path:
    """A file with another network that reads every drawing as the shipped one does, and is surer of it."""
    network, path = copy.deepcopy(shipped.network), tmp_path / "doubled.safetensors"
    for parameter in network.linear.parameters():
        parameter.data.mul_(2)
    checkpoint.save(path, replace(shipped, network=network))
    return path


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


def test_of_another_network_nothing_is_kept(qtbot: QtBot, window: MainWindow, why: Why, doubled: Path) -> None:
    draw_four(qtbot, window)
    searches, in_use = why.searches, window.session.in_use
    all_sought = {Sought.STROKES, Sought.TRUST, Sought.DREAM}
    for sought in all_sought:
        searches.start(sought)
        qtbot.waitUntil(lambda: not searches.task.busy)
    assert searches.over == all_sought
    found, before = searches.strokes, why.now
    assert found
    assert before is not None
    in_use.open(doubled)
    assert why.now is not None
    assert why.now.question == before.question  # the same drawing, read as the same
    assert (searches.strokes, searches.trust, searches.dream, searches.over) == ((), None, None, set())
    assert not searches.earlier
    in_use.use_previous()
    assert searches.strokes == found
    assert searches.over == {Sought.STROKES}


def test_what_an_earlier_step_found_is_so_until_it_is_looked_for_again(
    qtbot: QtBot, window: MainWindow, why: Why, network: DigitNet
) -> None:
    draw_four(qtbot, window)
    searches, now = Searches(window.session.drawing), why.now
    searches.show(network, now, learning=True)
    for sought in (Sought.LITTLE, Sought.TRUST):
        searches.start(sought)
    qtbot.waitUntil(lambda: searches.over == {Sought.LITTLE, Sought.TRUST})
    assert searches.earlier == set()
    searches.show(copy.deepcopy(network), now, learning=True)  # the next step
    assert searches.earlier == {Sought.LITTLE, Sought.TRUST}
    searches.start(Sought.LITTLE)
    qtbot.waitUntil(lambda: Sought.LITTLE in searches.over)
    assert searches.earlier == {Sought.TRUST}
    searches.show(copy.deepcopy(network), now, learning=False)  # no step, but another network
    assert (searches.over, searches.earlier, searches.trust) == (set(), set(), None)
    searches.task.close()


@pytest.mark.parametrize("sought", [Sought.STROKES, Sought.DREAM])
def test_another_network_ends_what_is_looked_for(
    qtbot: QtBot, window: MainWindow, why: Why, doubled: Path, sought: Sought
) -> None:
    draw_four(qtbot, window)
    why.searches.start(sought)
    window.session.in_use.open(doubled)
    assert why.searches.dropped is sought  # which is told
    qtbot.waitUntil(lambda: not why.searches.task.busy)
    assert why.searches.over == set()
    assert why.searches.strokes == ()
    assert why.searches.dream is None
