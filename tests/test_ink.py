"""Strokes to ink: coverage, order, eraser, pressure, and strokes that leave the pad."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.drawing.ink import (
    NARROWEST,
    PAD,
    SIDE,
    WIDEST,
    Array,
    Picture,
    Stroke,
    add_stroke,
    blank,
    evened,
    render,
    render_all,
)

SCALE = SIDE / PAD
coordinates = st.tuples(st.floats(-100, 400, width=32), st.floats(-100, 400, width=32))


def line(*points: tuple[float, float], width: float = 20.0, eraser: bool = False) -> Stroke:
    return Stroke(np.array(points, np.float32), width, eraser)


def exact(points: Array, width: float) -> Array:
    """Ink of a stroke by the definition: distance from each pixel's middle to the nearest point of the chain."""
    y, x = np.mgrid[0:SIDE, 0:SIDE] + 0.5
    nearest = np.full((SIDE, SIDE), np.inf)
    for a, b in pairwise(points.astype(np.float64) * SCALE):
        step = b - a
        length = float(step @ step)
        t = np.clip(((x - a[0]) * step[0] + (y - a[1]) * step[1]) / length, 0, 1) if length > 1e-12 else 0.0
        nearest = np.minimum(nearest, np.hypot(x - a[0] - t * step[0], y - a[1] - t * step[1]))
    return np.clip(width / 2 * SCALE + 0.5 - nearest, 0, 1).astype(np.float32)


@given(st.lists(coordinates, min_size=2, max_size=6), st.floats(1, 60))
def test_ink_is_the_distance_to_the_stroke(points: list[tuple[float, float]], width: float) -> None:
    stroke = line(*points, width=width)
    np.testing.assert_allclose(render([stroke]), exact(stroke.points, width), atol=2e-4)


@given(st.lists(coordinates, min_size=2, max_size=12))
def test_point_by_point_gives_the_same_ink(points: list[tuple[float, float]]) -> None:
    stroke = line(*points)
    grown = blank()
    for count in range(2, len(points) + 1):
        add_stroke(grown, line(*points[:count]), first=count - 2)
    np.testing.assert_allclose(grown, render([stroke]), atol=1e-4)


def test_a_click_makes_a_dot() -> None:
    ink = render([line((140, 140))])
    assert ink[70, 70] == 1
    assert ink.sum() == pytest.approx(np.pi * 5**2, rel=0.05)


def test_the_eraser_takes_ink_away_and_order_counts() -> None:
    pen, eraser = line((40, 140), (240, 140)), line((140, 40), (140, 240), eraser=True)
    erased = render([pen, eraser])
    assert erased[70, 70] == 0
    assert erased[70, 30] == 1
    assert render([eraser, pen])[70, 70] == 1


def test_pressure_scales_the_width() -> None:
    points = np.array([[40, 140], [240, 140]], np.float32)
    ink = render([Stroke(points, 20.0, pressure=np.array([1.0, 0.2], np.float32))])
    widths = ink.sum(axis=0)
    assert widths[25] == pytest.approx(9.4, abs=0.5)
    assert widths[115] == pytest.approx(2.6, abs=0.5)


def test_a_picture_replaces_what_was_there() -> None:
    picture = np.zeros((SIDE, SIDE), np.uint8)
    picture[3, 4] = 255
    ink = render([line((100, 100), (200, 200)), Picture(picture)])
    assert ink.sum() == pytest.approx(1.0)
    assert ink[3, 4] == pytest.approx(1.0)


def test_strokes_far_away_cost_nothing_and_change_nothing() -> None:
    far = [(1e5, -1e5), (-1e5, -1e5), (-1e5, 1e5), (-1e5, -1e5)] * 20
    assert not render([line(*far)]).any()
    crossing = render([line((140, -9e5), (140, 9e5))])
    np.testing.assert_allclose(crossing, np.tile(crossing[70], (SIDE, 1)), atol=1e-2)
    assert crossing[70, 70] == 1


def test_many_points_and_wide_pens_are_possible() -> None:
    rng = np.random.default_rng(0)
    assert render([Stroke(rng.random((3000, 2), np.float32) * 280)]).mean() > 0.9
    assert render([Stroke(rng.random((300, 2), np.float32) * 280, width=1e5)]).min() == 1


@given(st.lists(st.lists(st.lists(coordinates, min_size=1, max_size=5), max_size=3), max_size=5), st.booleans())
def test_many_drawings_at_once_have_the_same_ink(drawings: list[list[list[tuple[float, float]]]], erase: bool) -> None:
    strokes = [[line(*points, width=8 + 5 * n) for n, points in enumerate(drawing)] for drawing in drawings]
    if strokes and erase:
        strokes[0].append(line((0, 0), (280, 280), eraser=True))
    found = render_all(strokes)
    assert found.shape == (len(strokes), SIDE, SIDE)
    for ink, marks in zip(found, strokes, strict=True):
        np.testing.assert_allclose(ink, render(marks), atol=1e-4)


@given(st.lists(coordinates, min_size=1, max_size=6), st.floats(1, 60))
def test_no_pen_is_too_wide_for_the_drawing(points: list[tuple[float, float]], width: float) -> None:
    strokes = [line(*points, width=width), line((140, 140), width=60.0, eraser=True)]
    pen, eraser = evened(strokes)
    side = float(np.ptp(np.array(points, np.float32), axis=0).max())
    assert pen.width == pytest.approx(min(width, max(WIDEST * side, NARROWEST)))
    assert eraser is strokes[1]
    assert evened([pen, eraser])[0].width == pytest.approx(pen.width)


def test_a_pen_that_fits_is_left_alone() -> None:
    strokes = [line((40, 40), (240, 240))]
    assert evened(strokes) is strokes
