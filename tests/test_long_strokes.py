"""Strokes of any length and reach: each point costs the same, and whatever can be drawn can be kept and read again."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from gui.pad.pad import DrawingPad
from gui.session import drawing as drawings
from gui.session.drawing import Drawing
from gui.session.finished import CLOSE, FEW
from model.drawing import ink
from model.drawing.drawings import read_drawings, write_drawings
from model.drawing.ink import FARTHEST, MAX_POINTS, Array, Mark, Stroke


class Laid:
    """Counts the points that are laid on the ink."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.points = 0
        self._add = ink.add_stroke
        monkeypatch.setattr(ink, "add_stroke", self._counting)
        monkeypatch.setattr(drawings, "add_stroke", self._counting)

    def _counting(self, array: Array, stroke: Stroke, first: int = 0) -> None:
        self.points += len(stroke.points) - first
        self._add(array, stroke, first)


def walk(count: int, around: float) -> Array:
    """A pen that wanders inside a square of the side `around`."""
    steps = np.cumsum(np.random.default_rng(3).normal(size=(count, 2)), axis=0)
    return (140 + around / 2 * np.sin(steps / 9)).astype(np.float32)


def draw(drawing: Drawing, points: Array, width: float = 20.0) -> None:
    x, y = points[0].tolist()
    drawing.begin(x, y, width)
    for x, y in points[1:].tolist():
        drawing.extend(x, y)


@pytest.mark.parametrize(
    "around", [240.0, 60.0]
)  # with a pen that fits, and with one that is made narrower for reading
def test_the_last_point_costs_what_the_tenth_costs(qapp: Any, monkeypatch: pytest.MonkeyPatch, around: float) -> None:
    drawing, laid = Drawing(), Laid(monkeypatch)
    points = walk(20_000, around)
    costs = []
    x, y = points[0].tolist()
    drawing.begin(x, y)
    for number, (x, y) in enumerate(points[1:].tolist()):
        drawing.extend(x, y)
        if number % 1000 == 9 or number > 19_900:
            drawing.ink_to_read()
            before = laid.points
            drawing.extend(x + 0.25, y)
            drawing.ink_to_read()
            costs.append(laid.points - before)
    assert costs[0] > 0
    assert max(costs[1:]) <= 4  # the new point and the one before, in the ink and in what is read


def test_a_box_that_grows_all_the_time_is_laid_on_anew_only_now_and_then(
    qapp: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing, laid = Drawing(), Laid(monkeypatch)
    count = 8 * FEW
    spiral = [(140 + n / count * 60 * np.cos(n / 9), 140 + n / count * 60 * np.sin(n / 9)) for n in range(count)]
    drawing.begin(*spiral[0], 48.0)
    for x, y in spiral[1:]:
        drawing.extend(x, y)
        if drawing._growing is not None and drawing._growing.count > FEW:
            drawing.ink_to_read()
    times = np.log(48 / 4) / np.log(CLOSE) + 1
    assert laid.points <= (times + 4) * count
    drawing.end()
    np.testing.assert_allclose(drawing.ink_to_read(), drawing.record().ink(), atol=1e-4)


def test_what_was_drawn_in_pieces_is_read_as_what_is_kept(qapp: Any) -> None:
    drawing = Drawing()
    for n, points in enumerate((walk(30, 40), walk(FEW + 80, 50), walk(20, 90))):
        draw(drawing, points + 5 * n)
        drawing.ink_to_read()
        drawing.end()
        np.testing.assert_allclose(drawing.ink_to_read(), drawing.record().ink(), atol=1e-4)
    drawing.undo_stack.undo()
    np.testing.assert_allclose(drawing.ink_to_read(), drawing.record().ink(), atol=1e-4)


def test_a_full_pad_takes_no_more_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    drawing = Drawing()
    pad = DrawingPad(drawing)
    qtbot.addWidget(pad)
    for _ in range(2):
        draw(drawing, walk(MAX_POINTS // 2 + 10, 200))
        drawing.end()
    full = [drawing.full]
    assert sum(len(m.points) for m in drawing.shown_marks() if isinstance(m, Stroke)) == MAX_POINTS
    drawing.begin(10, 10)
    draws = [drawing.drawing_now]
    kept_and_read_again(drawing, tmp_path)
    drawing.clear()
    full.append(drawing.full)
    drawing.begin(10, 10)
    draws.append(drawing.drawing_now)
    assert (full, draws) == ([True, False], [False, True])


def test_a_wild_pen_fills_the_pad_before_it_keeps_anybody_waiting(qapp: Any, tmp_path: Path) -> None:
    drawing = Drawing()
    draw(drawing, np.tile(np.array([[-9000, 140], [9000, 150]], np.float32), (20_000, 1)), 48.0)
    drawing.end()
    assert drawing.full
    kept_and_read_again(drawing, tmp_path)


def kept_and_read_again(drawing: Drawing, folder: Path) -> None:
    record = drawing.record(8)
    path = folder / "kept.jsonl"
    write_drawings(path, [record])
    [back] = read_drawings(path)
    assert len(back.strokes) == len(record.strokes)
    for found, wanted in zip(back.strokes, record.strokes, strict=True):
        np.testing.assert_allclose(found.points, wanted.points, atol=0.011)
        assert found.width == pytest.approx(wanted.width, abs=0.01)


anywhere = st.tuples(st.floats(-1e7, 1e7), st.floats(-1e7, 1e7), st.floats(0, 1))
near = st.tuples(st.floats(-300, 600), st.floats(-300, 600), st.floats(0.15, 1))
pens = st.tuples(st.floats(0.001, 48), st.booleans(), st.lists(anywhere | near, min_size=1, max_size=8))


@given(st.lists(pens, max_size=4))
def test_whatever_can_be_drawn_can_be_kept_and_read_again(
    tmp_path: Path, qapp: Any, strokes: Sequence[tuple[float, bool, list[tuple[float, float, float]]]]
) -> None:
    drawing = Drawing()
    for width, eraser, points in strokes:
        (x, y, pressure), *more = points
        drawing.begin(x, y, width, eraser, pressure)
        for point in more:
            drawing.extend(*point)
        drawing.end()
    marks: list[Mark] = drawing.shown_marks()
    assert all(np.abs(m.points).max() <= FARTHEST for m in marks if isinstance(m, Stroke))
    kept_and_read_again(drawing, tmp_path)
