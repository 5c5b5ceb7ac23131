"""What single spots do to the lead: each equals a run of its own, any number of them lies spread out."""

import numpy as np
import pytest
import torch
from helpers import SEVEN, THREE, TINY
from hypothesis import given
from hypothesis import strategies as st
from why_helpers import image_of

from model.look.snapshot import look
from model.network.digit_net import DigitNet
from model.why.question import Question, lead, question
from model.why.spots import (
    FULL,
    Spot,
    SpotMeter,
    Spots,
    drawable,
    erasable,
    filled,
    spread_out,
    strongest,
    untrained,
    with_spots,
)
from model.why.trust import rank_correlation


def whole(network: DigitNet, image: np.ndarray, q: Question, portion: int = 16) -> SpotMeter:
    meter = SpotMeter(network, image, q)
    while not meter.measure_some(portion):
        pass
    return meter


def test_each_spot_is_a_run_of_its_own(network: DigitNet) -> None:
    image = image_of(THREE)
    q = question(look(network, image))
    meter = whole(network, image, q)
    before = lead(look(network, image), q)
    assert meter.lead == pytest.approx(before, abs=1e-4)
    for erase, changes in ((True, meter.spots.erased), (False, meter.spots.drawn)):
        places = np.argwhere(~np.isnan(changes))
        assert len(places)
        for row, column in places[:: len(places) // 5]:
            changed = with_spots(image, np.array([[row, column]]), erase)[0]
            after = lead(look(network, changed), q)
            assert changes[row, column] == pytest.approx(after - before, abs=1e-4)


def test_portions_make_no_difference_and_all_places_are_measured(network: DigitNet) -> None:
    image = image_of(SEVEN)
    q = question(look(network, image))
    one, other = whole(network, image, q, 7).spots, whole(network, image, q, 100).spots
    np.testing.assert_allclose(one.erased, other.erased, atol=1e-4)
    np.testing.assert_allclose(one.drawn, other.drawn, atol=1e-4)
    np.testing.assert_array_equal(~np.isnan(one.erased), erasable(image))
    np.testing.assert_array_equal(~np.isnan(one.drawn), drawable(image))
    assert one.runs == other.runs == SpotMeter(network, image, q).count + 1


def test_a_spot_takes_ink_only_near_its_middle() -> None:
    image = np.full((28, 28), 0.6, np.float32)
    erased = with_spots(image, np.array([[10, 14], [0, 27]]), erase=True)
    assert erased.shape == (2, 28, 28)
    assert erased[0, 10, 14] == 0
    assert (erased[0] <= image).all()
    rows, columns = np.nonzero(erased[0] < image)
    assert (rows.min(), rows.max(), columns.min(), columns.max()) == (8, 12, 12, 16)
    assert erased[1, 0, 27] == 0
    drawn = with_spots(np.zeros((28, 28), np.float32), np.array([[10, 14]]), erase=False)[0]
    assert drawn[10, 14] == 1
    assert 0 < drawn[10, 15] < 1
    assert drawn.sum() < 6


def test_nothing_is_drawn_on_full_ink_nor_far_away() -> None:
    image = image_of(SEVEN)
    where = drawable(image)
    assert not where[image >= FULL].any()
    assert not where[0, 0]
    assert where.sum() > 100
    assert not drawable(np.zeros((28, 28), np.float32)).any()


@given(st.lists(st.tuples(st.integers(0, 27), st.integers(0, 27)), unique=True, max_size=40))
def test_the_order_is_spread_out(places: list[tuple[int, int]]) -> None:
    where = np.zeros((28, 28), bool)
    for place in places:
        where[place] = True
    order = list(spread_out(where))
    assert sorted(order) == sorted(places)
    # each one is as far from those before it as any that is left
    for number in range(1, len(order)):
        before = np.array(order[:number])
        away = [((before - np.array(place)) ** 2).sum(axis=1).min() for place in order[number:]]
        assert away[0] == max(away)


def test_twelve_spots_give_a_rough_whole(network: DigitNet) -> None:
    agreement = []
    for points in (THREE, SEVEN):
        image = image_of(points)
        q = question(look(network, image))
        few, inked = SpotMeter(network, image, q), erasable(image)
        assert not few.measure_some(12)
        rough = filled(few.spots.erased, inked)
        assert few.spots.runs == 13
        np.testing.assert_array_equal(~np.isnan(rough), inked)
        known = ~np.isnan(few.spots.erased)
        assert known.sum() == 12
        np.testing.assert_array_equal(rough[known], few.spots.erased[known])
        agreement.append(rank_correlation(rough[inked], whole(network, image, q).spots.erased[inked]))
    assert min(agreement) > 0.35


def test_the_strongest_lower_the_lead_most() -> None:
    erased, drawn = np.full((2, 28, 28), np.nan, np.float32)
    assert strongest(Spots(erased, drawn, 0)) == (None, None)
    erased[3, 4], erased[5, 6], drawn[7, 8] = -2, 9, 1
    assert strongest(Spots(erased, drawn, 4)) == (Spot(3, 4, -2.0), Spot(7, 8, 1.0))


def test_an_empty_image_has_no_spots(network: DigitNet) -> None:
    meter = SpotMeter(network, np.zeros((28, 28), np.float32), Question(4, 9))
    assert meter.measure_some(12)
    assert meter.spots.runs == meter.count == 0
    assert np.isnan(meter.spots.erased).all()


def test_an_untrained_network_has_the_same_layers_and_other_weights(network: DigitNet) -> None:
    chance = untrained(network)
    assert chance.specs == network.specs
    assert not torch.equal(chance.linear.weight, network.linear.weight)
    assert torch.equal(chance.linear.weight, untrained(network).linear.weight)
    meter = SpotMeter(untrained(DigitNet(TINY.layers)), image_of(SEVEN), Question(7, 1))
    meter.measure_some(12)
    assert np.isfinite(meter.spots.erased).sum() == 12
