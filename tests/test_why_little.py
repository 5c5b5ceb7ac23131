"""A little everywhere, dreams, and how far to trust other ways to colour pixels."""

import numpy as np
import pytest
import torch
from helpers import SEVEN, THREE, TINY
from why_helpers import image_of

from model.look.snapshot import look
from model.network.digit_net import DigitNet
from model.why.dream import STEPS, Dream, DreamProgress, dreaming
from model.why.little import LARGEST, Little, between, seeking
from model.why.question import Question, lead, question
from model.why.trust import Trust, gradient, rank_correlation, trusting


def a_little(network: DigitNet, image: np.ndarray, rival: int) -> Little | None:
    *_, found = (None, *seeking(network, image, rival))
    return found


@pytest.mark.parametrize("points", [THREE, SEVEN])
def test_a_little_reads_as_the_rival_and_no_pixel_changes_more_than_it_says(
    network: DigitNet, points: list[tuple[int, int]]
) -> None:
    image = image_of(points)
    q = question(look(network, image))
    little = a_little(network, image, q.rival)
    assert little is not None
    read = look(network, little.image)
    assert read.probabilities is not None
    assert int(read.probabilities.argmax()) == little.digit == q.rival
    assert read.probabilities[q.rival] == pytest.approx(little.probability, abs=1e-4)
    assert np.abs(little.image - image).max() == pytest.approx(little.size, abs=1e-6)
    assert 0 < little.size < LARGEST
    assert little.image.min() >= 0
    assert little.image.max() <= 1
    assert little.size < 0.3  # a person goes on seeing the same digit


def test_the_way_to_it_begins_at_the_drawing(network: DigitNet) -> None:
    image = image_of(THREE)
    little = a_little(network, image, 8)
    assert little is not None
    np.testing.assert_array_equal(between(image, little, 0), image)
    np.testing.assert_allclose(between(image, little, 1), little.image, atol=1e-6)
    assert np.abs(between(image, little, 0.5) - image).max() == pytest.approx(little.size / 2, abs=1e-5)


def test_there_is_none_where_pixels_change_nothing() -> None:
    blind = DigitNet(TINY.layers).eval().requires_grad_(False)
    with torch.no_grad():
        blind.linear.weight.zero_()
        blind.linear.bias.copy_(torch.arange(10.0))
    assert a_little(blind, image_of(THREE), 3) is None


def test_the_search_can_be_stopped_on_the_way(network: DigitNet) -> None:
    *way, last = seeking(network, image_of(SEVEN), 2)
    assert len(way) > 5
    assert all(item is None for item in way)
    assert isinstance(last, Little)


def test_a_dreamt_digit_is_what_was_asked_for(network: DigitNet) -> None:
    *way, dream = dreaming(network, digits=(4, 0))
    assert [item.done for item in way if isinstance(item, DreamProgress)] == list(range(1, STEPS + 1))
    assert isinstance(dream, Dream)
    assert dream.images.shape == (2, 28, 28)
    assert dream.images.min() >= 0
    assert dream.images.max() <= 1
    for digit, image, probability in zip((4, 0), dream.images, dream.probabilities, strict=True):
        read = look(network, image).probabilities
        assert read is not None
        assert read[digit] == pytest.approx(probability, abs=1e-4)
        assert probability > 0.9
        assert 0.05 < image.mean() < 0.2  # about as much ink as a digit


def test_the_same_seed_dreams_the_same() -> None:
    small = DigitNet(TINY.layers, generator=torch.Generator().manual_seed(1)).eval().requires_grad_(False)
    (*_, one), (*_, again), (*_, other) = (dreaming(small, (7,), seed) for seed in (3, 3, 4))
    assert isinstance(one, Dream)
    assert isinstance(again, Dream)
    assert isinstance(other, Dream)
    np.testing.assert_array_equal(one.images, again.images)
    assert not np.array_equal(one.images, other.images)


def test_pixels_and_biases_are_the_lead(network: DigitNet) -> None:
    image = image_of(THREE)
    snapshot = look(network, image)
    q = question(snapshot)
    *way, trust = trusting(network, image, q)
    assert all(item is None for item in way)
    assert isinstance(trust, Trust)
    assert trust.lead == pytest.approx(lead(snapshot, q), abs=1e-4)
    assert trust.pixels == pytest.approx(float(trust.products.sum()))
    assert trust.pixels + trust.biases == pytest.approx(trust.lead)
    inked = ~np.isnan(trust.erased)
    assert not trust.products[image == 0].any()
    assert trust.grad_cam.min() >= 0
    assert trust.integrated.sum() == pytest.approx(trust.lead - empty_lead(network, q), rel=0.05)
    assert set(trust.untrained) == {"erasing", *trust.agreement}
    correlation = rank_correlation(trust.integrated[inked], trust.erased[inked])
    assert trust.agreement["integrated gradients"] == pytest.approx(correlation)
    assert 0 < trust.signs < 1


def empty_lead(network: DigitNet, q: Question) -> float:
    return lead(look(network, np.zeros((28, 28), np.float32)), q)


def test_the_gradient_is_what_a_small_change_does(network: DigitNet) -> None:
    image = image_of(SEVEN).astype(np.float32)
    q = question(look(network, image))
    slope = gradient(network, image[None], q)[0]
    row, column = np.unravel_index(np.abs(slope).argmax(), slope.shape)
    step = np.zeros_like(image)
    step[row, column] = 2e-3
    up, down = (lead(look(network, image + way * step), q) for way in (1, -1))
    assert (up - down) / 4e-3 == pytest.approx(slope[row, column], rel=0.1)


def test_rank_correlation_knows_only_the_order() -> None:
    rising = np.array([0.1, 0.2, 5.0, 9.0], np.float32)
    assert rank_correlation(rising, np.exp(rising)) == pytest.approx(1)
    assert rank_correlation(rising, -rising) == pytest.approx(-1)
    assert rank_correlation(rising, np.ones(4, np.float32)) == 0
    assert rank_correlation(rising, np.array([1, 1, 2, 2], np.float32)) == pytest.approx(0.8944, abs=1e-4)
