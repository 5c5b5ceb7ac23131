"""Ink to image, the way MNIST was made."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from model.convolution import Window
from model.drawing.ink import Array, Stroke, render
from model.drawing.raster import MOST, STRAIGHTENED, UPRIGHT, averaging, lean, raster, turned
from model.mnist import Mnist
from model.network.checkpoint import Checkpoint


def image_of(ink: Array) -> Array:
    found = raster(ink)
    assert found is not None
    return found.image


@st.composite
def drawings(draw: st.DrawFn) -> Array:
    """A few connected strokes well inside a (140, 140) pad."""
    points = draw(st.lists(st.tuples(st.integers(60, 200), st.integers(60, 200)), min_size=1, max_size=8))
    width = draw(st.integers(8, 30))
    return render([Stroke(np.array(points, np.float32), width)])


@given(drawings(), st.integers(-20, 20), st.integers(-20, 20))
def test_shifting_by_whole_pixels_changes_nothing(ink: Array, down: int, right: int) -> None:
    shifted = np.roll(ink, (down, right), axis=(0, 1))
    assert np.array_equal(image_of(ink), image_of(shifted))


DIGITS = {  # the pad's middle is 0, its half side 1; y down
    0: [[(0.6 * np.sin(a), -0.95 * np.cos(a)) for a in np.linspace(0, 2 * np.pi, 40)]],
    1: [[(0, -1), (0, 1)]],
    2: [[(-0.6, -0.6), (-0.3, -0.9), (0.2, -1), (0.55, -0.7), (0.5, -0.3), (-0.6, 0.95), (0.7, 0.95)]],
    3: [[(-0.5, -0.9), (0.1, -1), (0.5, -0.7), (0.4, -0.2), (-0.1, 0), (0.5, 0.2), (0.5, 0.8), (0, 1), (-0.5, 0.85)]],
    4: [[(-0.4, -1), (-0.6, 0.1), (0.6, 0.1)], [(0.45, -0.9), (0.4, 1)]],
    7: [[(-0.7, -0.9), (0.6, -0.95), (-0.1, 1)]],
}


@pytest.mark.parametrize("digit", DIGITS)
def test_scaling_from_15_to_95_percent_keeps_the_answer(shipped: Checkpoint, digit: int) -> None:
    @settings(max_examples=25)
    @given(st.floats(0.15, 0.95))
    def check(part: float) -> None:
        # the whole drawing is scaled, the pen with it, about the middle of the pad
        strokes = [
            Stroke(np.array(points, np.float32) * 0.86 * 140 * part + 140, 0.14 * 280 * part)
            for points in DIGITS[digit]
        ]
        image = torch.from_numpy(image_of(render(strokes)).copy())
        assert int(shipped.network(image[None, None]).argmax()) == digit

    check()


@pytest.mark.parametrize("ink", [np.zeros((140, 140), "f4"), np.full((140, 140), 0.001, "f4"), np.zeros((0, 0), "f4")])
def test_blank_ink_is_none(ink: Array) -> None:
    assert raster(ink) is None


def test_mnist_comes_back_as_it_was(mnist: Mnist) -> None:
    images = mnist.test.images[:500, 0].numpy().astype(np.float32) / 255
    same = sum(float(np.abs(image_of(image) - image).max()) < 1e-6 for image in images)
    assert same == len(images)


def test_the_steps_lead_from_ink_to_image() -> None:
    ink = render([Stroke(np.array([[50, 60], [150, 260]], np.float32))])
    steps = raster(ink)
    assert steps is not None
    box = steps.box
    assert np.array_equal(steps.cropped, ink[box.top : box.bottom, box.left : box.right])
    assert max(steps.scaled.shape) == 20
    rows, columns = steps.scaled.shape
    assert np.array_equal(steps.image[steps.top : steps.top + rows, steps.left : steps.left + columns], steps.scaled)
    assert steps.image.sum() == pytest.approx(steps.scaled.sum(), rel=1e-6)
    assert steps.scaled.mean() == pytest.approx(steps.cropped.mean(), rel=1e-4)
    middle = (steps.image.sum(axis=1) @ (np.arange(28) + 0.5)) / steps.image.sum()
    assert abs(middle - 14.5) <= 0.5 + 1e-5
    assert not any(array.flags.writeable for array in (steps.cropped, steps.scaled, steps.image))


def test_a_window_of_the_image_lies_on_the_ink() -> None:
    ink = np.zeros((140, 140), np.float32)
    ink[20:120, 40:90] = 1
    steps = raster(ink)
    assert steps is not None
    whole = Window(steps.top, steps.left, steps.top + steps.scaled.shape[0], steps.left + steps.scaled.shape[1])
    assert np.array(steps.on_ink(whole)) == pytest.approx(np.array([(40, 20), (90, 20), (90, 120), (40, 120)]))


def leaning(degrees: float, width: float = 24.0) -> Array:
    """The ink of a straight line of 200 pad units that leans to the right."""
    dx, dy = 100 * math.sin(math.radians(degrees)), 100 * math.cos(math.radians(degrees))
    return render([Stroke(np.array([[140 + dx, 140 - dy], [140 - dx, 140 + dy]], np.float32), width)])


@given(st.floats(-40, 40))
@settings(deadline=None)
def test_the_lean_of_a_line_is_measured_and_turned_back_in_part(degrees: float) -> None:
    ink = leaning(degrees)
    assert math.degrees(lean(ink)) == pytest.approx(degrees, abs=1.5 + abs(degrees) / 10)
    plain, straight = raster(ink), raster(ink, straighten=True)
    assert plain is not None
    assert straight is not None
    assert plain.turn is None
    turn = min(max(STRAIGHTENED * lean(plain.cropped), -MOST), MOST)
    expected = lean(plain.cropped) - turn
    assert lean(straight.cropped) == pytest.approx(expected, abs=0.02 + UPRIGHT)


def test_turning_keeps_the_ink_and_goes_clockwise() -> None:
    ink = np.zeros((41, 31), np.float32)
    ink[3:9, 12:19] = 1  # above the middle
    right = turned(ink, math.pi / 2)
    assert right.shape == (31, 41)
    assert right.sum() == pytest.approx(ink.sum(), rel=1e-3)
    assert right[:, 30:].sum() == pytest.approx(ink.sum(), rel=1e-3)  # now to the right of it
    slightly = turned(ink, 0.2)
    assert slightly.sum() == pytest.approx(ink.sum(), rel=0.02)
    assert slightly.min() >= 0
    assert slightly.max() <= 1


def test_a_flat_stroke_is_not_put_on_end() -> None:
    steps = raster(render([Stroke(np.array([[60, 150], [220, 130]], np.float32))]), straighten=True)
    assert steps is not None
    assert steps.turn is None or abs(steps.turn.angle) <= MOST


def test_what_is_round_or_upright_is_not_turned() -> None:
    ring = np.linspace(0, 2 * math.pi, 60)
    points = np.stack([140 + 80 * np.cos(ring), 140 + 80 * np.sin(ring)], 1).astype(np.float32)
    for ink in (render([Stroke(points)]), leaning(0)):
        straight, plain = raster(ink, straighten=True), raster(ink)
        assert straight is not None
        assert plain is not None
        assert straight.turn is None
        assert np.array_equal(straight.image, plain.image)


def test_a_window_of_a_straightened_image_lies_on_the_ink_as_it_was_drawn() -> None:
    steps = raster(leaning(30), straighten=True)
    assert steps is not None
    assert steps.turn is not None
    assert steps.turn.angle < -0.1
    # the line's upper end, found in the image, lies on its upper end on the ink: ink pixels are half a pad unit
    row = int((steps.image.sum(axis=1) > 0.5).argmax())
    column = int(steps.image[row].argmax())
    corners = np.array(steps.on_ink(Window(row, column, row + 1, column + 1)))
    x, y = 140 + 100 * math.sin(math.radians(30)), 140 - 100 * math.cos(math.radians(30))
    assert np.hypot(*(corners.mean(axis=0) - (x / 2, y / 2))) < 8
    side = np.hypot(*(corners[1] - corners[0]))
    turn = math.atan2(corners[1][1] - corners[0][1], corners[1][0] - corners[0][0])
    assert turn == pytest.approx(-steps.turn.angle, abs=0.002)
    assert side == pytest.approx(steps.cropped.shape[1] / steps.scaled.shape[1], rel=1e-3)


@given(st.integers(1, 60), st.integers(1, 60))
def test_averaging_keeps_the_mean_and_a_constant(n_out: int, n_in: int) -> None:
    weights = averaging(n_out, n_in)
    np.testing.assert_allclose(weights.sum(axis=1), 1, rtol=1e-5)
    np.testing.assert_allclose(weights.mean(axis=0), 1 / n_in, rtol=1e-4)


def test_ink_must_be_two_dimensional() -> None:
    with pytest.raises(ValueError, match="height, width"):
        raster(np.zeros((1, 28, 28), np.float32))
