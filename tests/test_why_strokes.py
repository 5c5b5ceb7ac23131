"""Strokes that change the answer: each of them holds on the pad itself, however the drawing came about."""

from collections.abc import Sequence

import numpy as np
import pytest
from helpers import SEVEN, THREE
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from why_helpers import fewer_strokes

from gui.session.digits import Digits
from gui.session.drawing import Drawing as Pad
from model.convolution import Window
from model.drawing.drawings import Drawing
from model.drawing.groups import digits_in
from model.drawing.ink import PAD, SIDE, Mark, Picture, Stroke, evened, render
from model.drawing.raster import Raster, raster
from model.look.snapshot import SURE, look, read_weights
from model.mnist import Mnist
from model.network import checkpoint
from model.network.digit_net import DigitNet
from model.why import strokes as searched
from model.why.paper import Paper
from model.why.question import Question, question
from model.why.strokes import Change, SearchProgress, on_pad, searching, spot_stroke

FOUR = [[(100, 60), (80, 150), (180, 150)], [(160, 70), (150, 240)]]
Points = Sequence[tuple[int, int]]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    fewer_strokes(monkeypatch)


def draw(pad: Pad, points: Points, width: float = 20.0, eraser: bool = False) -> None:
    pad.begin(*points[0], width, eraser)
    for x, y in points[1:]:
        pad.extend(x, y)
    pad.end()


def changes_on(pad: Pad, network: DigitNet, seed: int = 0) -> tuple[list[Change], Question]:
    """What is found for the digit that the window looks at."""
    drawn = Digits(pad).look(read_weights(network))
    assert drawn is not None
    q = question(look(network, drawn.image))
    base = pad.base.copy() if pad.shows_base else None
    found = searching(network, pad.shown_marks(), drawn, q, base, seed)
    return [item for item in found if isinstance(item, Change)], q


def hold(pad: Pad, network: DigitNet, changes: list[Change]) -> None:
    """Lay each stroke on the pad as a pen does, read it as the window does, undo it."""
    for change in changes:
        pad.begin(*change.points[0], change.width, change.erase)
        for x, y in change.points[1:]:
            pad.extend(x, y)
        pad.end()
        steps = Digits(pad).look(read_weights(network))
        assert steps is not None
        snapshot = look(network, steps.image)
        assert snapshot.digit == change.digit
        assert snapshot.probabilities is not None
        assert snapshot.probabilities[change.digit] == pytest.approx(change.probability, abs=1e-4)
        np.testing.assert_allclose(steps.image, change.image, atol=1e-6)
        pad.undo_stack.undo()


@pytest.mark.parametrize(("strokes", "all_tried"), [([THREE], False), ([SEVEN], True), (FOUR, True)])
def test_what_is_found_holds_on_the_pad(
    qtbot: QtBot, network: DigitNet, monkeypatch: pytest.MonkeyPatch, strokes: list[Points], all_tried: bool
) -> None:
    if not all_tried:
        fewer_strokes(monkeypatch)
    pad = Pad()
    for points in strokes:
        draw(pad, points)
    changes, q = changes_on(pad, network)
    assert changes
    assert changes[0].digit == q.rival
    assert len({change.digit for change in changes}) == len(changes) <= 1 + searched.OTHERS
    for change in changes:
        assert change.digit != q.answer
        assert change.probability >= SURE
        assert np.hypot(*np.diff(change.points, axis=0).T).sum() < PAD  # short and plain
    hold(pad, network, changes)


@pytest.mark.usefixtures("few")
def test_it_holds_with_a_pen_too_wide_for_the_drawing(qtbot: QtBot, network: DigitNet) -> None:
    pad = Pad()
    for points in FOUR:
        draw(pad, [(x // 3 + 40, y // 3 + 60) for x, y in points], width=30.0)
    changes, _ = changes_on(pad, network)
    assert changes
    hold(pad, network, changes)


@pytest.mark.usefixtures("few")
def test_it_holds_on_a_picture_and_on_ink_beyond_undoing(qtbot: QtBot, network: DigitNet, mnist: Mnist) -> None:
    test = mnist.test
    pad = Pad()
    pad.put_picture(Picture.of_image(test.images[12, 0].numpy()))
    changes, _ = changes_on(pad, network)
    assert changes
    hold(pad, network, changes)
    settled = Pad()
    render([Stroke(np.array(points, np.float32)) for points in FOUR], settled.base)
    draw(settled, [(100, 60), (101, 62)])
    settled._ink = render(settled.marks, settled.base.copy())
    changes, _ = changes_on(settled, network)
    assert changes
    hold(settled, network, changes)


@pytest.mark.usefixtures("few")
def test_of_two_digits_the_one_that_is_looked_at_changes(qtbot: QtBot, network: DigitNet) -> None:
    pad = Pad()
    draw(pad, [(x // 2, y // 2 + 60) for x, y in SEVEN])
    for points in FOUR:
        draw(pad, [(x // 2 + 140, y // 2 + 60) for x, y in points])
    changes, q = changes_on(pad, network)
    assert q.answer == 4
    assert changes
    hold(pad, network, changes)
    for change in changes:
        assert len(digits_in([mark for mark in (*pad.marks, change.stroke) if isinstance(mark, Stroke)])) == 2


def test_the_same_seed_finds_the_same(qtbot: QtBot, network: DigitNet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searched, "FIRST", 100)
    monkeypatch.setattr(searched, "ROUNDS", 3)
    pad = Pad()
    for points in FOUR:
        draw(pad, points)
    one, again, other = (changes_on(pad, network, seed)[0] for seed in (1, 1, 2))
    assert one
    assert [change.points for change in one] == [change.points for change in again]
    assert [change.points for change in one] != [change.points for change in other]


@pytest.mark.usefixtures("few")
def test_it_tells_how_far_it_is_after_every_few_strokes(network: DigitNet) -> None:
    drawing = Drawing((Stroke(np.array(THREE, np.float32)),))
    steps = drawing.raster(drawing.ink())
    assert steps is not None
    said = [p for p in searching(network, drawing.strokes, steps, Question(3, 8)) if isinstance(p, SearchProgress)]
    runs = [progress.runs for progress in said]
    assert runs == sorted(runs)
    assert max(np.diff(runs)) <= searched.AT_ONCE
    assert runs[-1] == said[-1].of == searched.OF
    stopped = searching(network, drawing.strokes, steps, Question(3, 8))
    next(stopped)
    stopped.close()


def test_where_nothing_can_change_nothing_is_offered(few: None) -> None:
    stubborn = checkpoint.load().network
    stubborn.linear.bias[3] += 1000
    drawing = Drawing((Stroke(np.array(SEVEN, np.float32)),))
    steps = drawing.raster(drawing.ink())
    assert steps is not None
    assert not [c for c in searching(stubborn, drawing.strokes, steps, Question(3, 7)) if isinstance(c, Change)]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 280), st.integers(0, 280)), min_size=1, max_size=4),
    st.sampled_from([6.0, 20.0, 60.0]),
    st.booleans(),
    st.sampled_from([10.0, 20.0, 50.0]),
)
def test_the_paper_reads_as_a_drawing_does(
    points: list[tuple[int, int]], width: float, eraser: bool, pen: float
) -> None:
    strokes = tuple(Stroke(np.array(part, np.float32) * 0.6 + 40, pen) for part in FOUR)
    drawing, more = Drawing(strokes), Stroke(np.array(points, np.float32), width, eraser)
    drawn = drawing.raster(drawing.ink())
    assert drawn is not None
    after = Drawing((*strokes, more))
    expected, found = after.raster(after.ink()), Paper(strokes, drawn).with_stroke(more)
    assert (expected is None) == (found is None)
    if expected is not None and found is not None:
        np.testing.assert_array_equal(expected.image, found.image)


def drawn_four(marks: Sequence[Mark]) -> Raster:
    steps = raster(render(evened([mark for mark in marks if isinstance(mark, Stroke)])), straighten=True)
    assert steps is not None
    return steps


def test_a_pixel_lies_on_the_pad_where_its_ink_came_from() -> None:
    drawn = drawn_four([Stroke(np.array(part, np.float32)) for part in FOUR])
    assert drawn.turn is not None  # the four leans
    for row, column in ((0, 0), (10, 14), (27, 5)):
        corners = np.array(drawn.on_ink(Window(row, column, row + 1, column + 1))) * PAD / SIDE
        np.testing.assert_allclose(on_pad(drawn, row, column), corners.mean(axis=0), atol=1e-6)


def test_a_spot_on_the_pad_does_what_it_does_on_the_image() -> None:
    marks = [Stroke(np.array(part, np.float32)) for part in FOUR]
    drawn = drawn_four(marks)
    paper = Paper(marks, drawn)
    row, column = np.unravel_index(int(drawn.image.argmax()), drawn.image.shape)
    erased = paper.with_stroke(spot_stroke(drawn, int(row), int(column), erase=True))
    assert erased is not None
    assert drawn.image[row, column] == pytest.approx(1)
    assert erased.image[row, column] < 0.2
    added = paper.with_stroke(spot_stroke(drawn, 8, 15, erase=False))
    assert added is not None
    assert added.image[6:11, 13:18].sum() > drawn.image[6:11, 13:18].sum() + 2
