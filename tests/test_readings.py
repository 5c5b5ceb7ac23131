"""Answers image by image, their certainty, and what changes of the images do to them."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn import functional as F

from model.drawing.ink import Picture, render
from model.drawing.raster import as_it_is
from model.evaluate.evaluation import as_ink, chunk_size, evaluate
from model.evaluate.readings import NO_ANSWER, Readings, fingerprint, reading_all, wilson
from model.evaluate.report import Report, reporting
from model.evaluate.robustness import CHANGES, POINTS, Change, picked, rotated, sample, shifted, thickened
from model.mnist import Digits, Mnist
from model.network.architecture import LayerSpec
from model.network.checkpoint import Checkpoint
from model.network.digit_net import DigitNet


def readings_of(labels: list[int], rows: list[list[float]]) -> Readings:
    images = torch.ones(len(labels), 1, 28, 28, dtype=torch.uint8)
    return Readings(Digits(images, torch.tensor(labels)), np.array(rows, np.float32))


def row(answer: int, sure: float) -> list[float]:
    return [sure if digit == answer else (1 - sure) / 9 for digit in range(10)]


@pytest.mark.parametrize(
    ("right", "count", "low", "high"),
    [  # R. Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilsons_interval_as_published(right: int, count: int, low: float, high: float) -> None:
    assert wilson(right, count) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 10_000), st.data())
def test_the_interval_holds_the_rate_and_is_symmetric(count: int, data: st.DataObject) -> None:
    right = data.draw(st.integers(0, count))
    low, high = wilson(right, count)
    assert 0 <= low <= right / count + 1e-12
    assert right / count - 1e-12 <= high <= 1
    assert wilson(count - right, count) == pytest.approx((1 - high, 1 - low))


def test_no_interval_without_a_rate() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    for right, count in ((1, 0), (-1, 5), (6, 5)):
        with pytest.raises(ValueError, match="no rate"):
            wilson(right, count)


def test_mistakes_come_the_surest_first() -> None:
    found = readings_of([3, 3, 5, 7, 7], [row(5, 0.6), row(3, 0.9), row(3, 0.99), row(1, 0.7), row(7, 0.5)])
    assert found.mistakes.tolist() == [2, 3, 0]
    assert found.cell(3, 5).tolist() == [0]
    assert found.cell(7, 7).tolist() == [4]
    assert found.right == 2
    assert found.evaluation.accuracy == pytest.approx(0.4)
    assert found.evaluation.confusion[5, 3] == 1


def test_right_ones_come_the_least_sure_first() -> None:
    found = readings_of([3, 3, 3], [row(3, 0.9), row(3, 0.5), row(3, 0.7)])
    assert found.cell(3, 3).tolist() == [1, 2, 0]


def test_without_ink_there_is_no_answer() -> None:
    found = readings_of([3, 4], [row(3, 0.9), row(4, 0.9)])
    found.digits.images[1] = 0
    assert found.answers.tolist() == [3, NO_ANSWER]
    assert found.evaluation.empty.tolist() == [0, 0, 0, 0, 1, 0, 0, 0, 0, 0]
    assert found.evaluation.count == 2
    assert found.mistakes.tolist() == [1]


def test_calibration_error_of_known_cases() -> None:
    sure = readings_of([1, 1, 1, 1], [row(1, 1.0)] * 4)
    assert sure.calibration_error == pytest.approx(0)
    wrong = readings_of([2, 2, 2, 2], [row(1, 1.0)] * 4)
    assert wrong.calibration_error == pytest.approx(1)
    # half of the answers with 0.8 are right: 0.3 apart; both with 0.6 are right: 0.4 apart
    mixed = readings_of([1, 2, 1, 1], [row(1, 0.8), row(1, 0.8), row(1, 0.6), row(1, 0.6)])
    assert mixed.calibration_error == pytest.approx(0.35, abs=1e-6)
    nothing = Readings(
        Digits(torch.zeros(0, 1, 28, 28), torch.zeros(0, dtype=torch.int64)), np.zeros((0, 10), np.float32)
    )
    assert nothing.calibration_error == 0


def test_reading_agrees_with_counting(shipped: Checkpoint, mnist: Mnist) -> None:
    digits = mnist.test.pick(0, 1100)
    *steps, found = reading_all(shipped.network, digits)
    assert [step.count for step in steps] == [250, 500, 750, 1000]
    assert np.array_equal(steps[-1].answers, found.answers[:1000])
    assert np.array_equal(found.evaluation.confusion, evaluate(shipped.network, digits).confusion)
    np.testing.assert_allclose(found.probabilities.sum(axis=1), 1, atol=1e-5)


def test_large_networks_read_fewer_at_once(tiny: DigitNet) -> None:
    assert chunk_size(tiny) == 250
    large = DigitNet([LayerSpec(128, 9, padding=4)] * 8)
    assert 1 <= chunk_size(large) <= 8


def test_equal_numbers_have_equal_fingerprints(tiny: DigitNet) -> None:
    copy = DigitNet(tiny.specs)
    assert fingerprint(copy) != fingerprint(tiny)
    copy.load_state_dict(tiny.state_dict())
    assert fingerprint(copy) == fingerprint(tiny)


# ---- changes of the images


@pytest.fixture(scope="module")
def images(mnist: Mnist) -> torch.Tensor:
    return as_ink(mnist.test.images[:40])


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_changes_keep_shape_and_range_and_nothing_changes_nothing(change: Change, images: torch.Tensor) -> None:
    before = images.clone()
    for amount in change.amounts:
        changed = change(images, amount)
        assert changed.shape == images.shape
        assert float(changed.min()) >= 0
        assert float(changed.max()) <= 1 + 1e-6
        assert torch.equal(changed, images) == (amount == 0)
        assert torch.equal(changed, change(images, amount))
    assert torch.equal(images, before)
    assert 0 in change.amounts
    assert list(change.amounts) == sorted(change.amounts)
    assert (change.ticks[0], change.ticks[-1]) == (change.amounts[0], change.amounts[-1])
    assert set(change.ticks) <= set(change.amounts)


@pytest.mark.parametrize("pixels", [-1, -0.5, 0.5, 1, 1.5, 2])
def test_strokes_grow_as_by_pooling(images: torch.Tensor, pixels: float) -> None:
    sign = 1 if pixels > 0 else -1
    fine = images.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3) * sign
    for step in range(round(abs(pixels) * 2)):
        tall = F.max_pool2d(fine, (3, 1), 1, (1, 0))
        fine = torch.maximum(tall, F.max_pool2d(tall if step % 2 else fine, (1, 3), 1, (0, 1)))
    assert torch.equal(thickened(images, pixels), F.avg_pool2d(fine, 2) * sign)


def test_a_quarter_turn_is_exact(images: torch.Tensor) -> None:
    torch.testing.assert_close(rotated(images, 90), torch.rot90(images, -1, (2, 3)), atol=1e-4, rtol=0)


def test_shifts_go_in_four_directions() -> None:
    images = torch.zeros(5, 1, 28, 28)
    images[:, 0, 10, 12] = 1
    places = [tuple(place[1:].tolist()) for place in shifted(images, 3)[:, 0].nonzero()]
    assert places == [(10, 15), (13, 12), (10, 9), (7, 12), (10, 15)]


def test_strokes_grow_by_what_is_said() -> None:
    images = torch.zeros(1, 1, 28, 28)
    images[:, :, 4:24, 12:16] = 1
    for pixels in (-1, -0.5, 0.5, 1, 2):
        across = float(thickened(images, pixels)[0, 0, 14].sum())
        assert across == pytest.approx(4 + 2 * pixels)


def test_curves_agree_with_counting_and_end_complete(shipped: Checkpoint, mnist: Mnist) -> None:
    digits = mnist.test.pick(0, 120)
    reports = list(reporting(shipped.network, digits))
    done = [report.done for report in reports]
    assert done == sorted(done)
    assert [report.complete for report in reports] == [False] * (len(reports) - 1) + [True]
    last = reports[-1]
    assert last.readings is not None
    assert last.readings.count == 120
    assert sum(len(curve.amounts) for curve in last.curves) == POINTS
    for curve in last.curves:
        assert curve.amounts == curve.change.amounts
        assert curve.accuracies[curve.amounts.index(0)] == last.readings.evaluation.accuracy
        assert all(low <= rate <= high for rate, (low, high) in zip(curve.accuracies, curve.intervals, strict=True))
    changed = Digits(rotated(as_ink(digits.images), 30), digits.labels)
    turned = last.curves[1]
    assert turned.accuracies[turned.amounts.index(30)] == evaluate(shipped.network, changed).accuracy
    assert math.isclose(min(turned.accuracies), min(turned.accuracies[0], turned.accuracies[-1]))


def test_nothing_to_report(tiny: DigitNet) -> None:
    with pytest.raises(ValueError, match="no digits"):
        next(reporting(tiny, Digits(torch.zeros(0, 1, 28, 28), torch.zeros(0, dtype=torch.int64))))
    assert not Report(0.5).complete


def test_picking_is_even_and_the_sample_is_the_first(mnist: Mnist) -> None:
    some = picked(mnist.test, 2000)
    assert torch.equal(some.labels, mnist.test.labels[::5])
    assert picked(some, 2000) is some
    tiles = sample(CHANGES[1], some, 5)
    assert tiles.shape == (5, 28, 28)
    np.testing.assert_array_equal(tiles[2], as_ink(some.images[:1])[0, 0].numpy())


def test_every_test_digit_comes_off_the_pad_as_it_is(mnist: Mnist) -> None:
    for image in mnist.test.images[:, 0].numpy():
        mark = Picture.of_image(image)
        assert mark.image is not None
        steps = as_it_is(mark.image, render([mark]))
        assert steps is not None
        assert np.array_equal(steps.image, image.astype(np.float32) / np.float32(255))
        np.testing.assert_allclose(steps.cropped[2::5, 2::5], steps.scaled, atol=1e-7)
    assert as_it_is(np.zeros((28, 28), np.uint8), render([])) is None
