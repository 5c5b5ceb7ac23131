"""Every number against PyTorch, the trace against what it claims."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import torch

from model.convolution import Step, Window
from model.look.inspection import Place, exists, fields, inspect, reach, stops, trace
from model.look.snapshot import Snapshot, look
from model.mnist import Mnist
from model.network.architecture import LayerSpec
from model.network.checkpoint import Checkpoint
from model.network.digit_net import DigitNet


@pytest.fixture(scope="module")
def snapshot(shipped: Checkpoint, mnist: Mnist) -> Snapshot:
    return look(shipped.network, (mnist.test.images[18, 0].numpy() / 255).astype(np.float32))


@pytest.fixture(scope="module")
def pooled(mnist: Mnist) -> Snapshot:
    """Of a network whose second layer ends with a max-pool, from 14 × 14 to 7 × 7."""
    specs = (LayerSpec(6, 5, stride=2, padding=2), LayerSpec(8, 3, padding=1, max_pool=True))
    network = DigitNet(specs, generator=torch.Generator().manual_seed(5)).eval().requires_grad_(False)
    return look(network, (mnist.test.images[18, 0].numpy() / 255).astype(np.float32))


def random_places(snapshot: Snapshot, count: int) -> list[Place]:
    random = np.random.default_rng(3)
    places = []
    for layer, shown in enumerate(snapshot.weights.layers):
        high = (shown.shape.spec.out_channels, shown.shape.out_size, shown.shape.out_size)
        places += [Place(layer, *at) for at in random.integers(0, high, (count, 3)).tolist()]
    return places + [Place(len(snapshot.weights.layers), digit) for digit in range(10)]


def test_every_sum_is_pytorchs_value(snapshot: Snapshot) -> None:
    for place in random_places(snapshot, 40):
        found = inspect(snapshot, place)
        assert found.equal, place
        if place.layer < len(snapshot.maps):
            shown = snapshot.maps[place.layer].out[place.channel, place.row, place.column]
            assert found.torch_value == pytest.approx(shown, abs=1e-5)
    last = inspect(snapshot, Place(len(snapshot.maps), 3))
    assert snapshot.logits is not None
    assert last.value == pytest.approx(snapshot.logits[3], abs=1e-4)
    assert last.pixel.sums.sum() + last.pixel.bias == pytest.approx(snapshot.logits[3], abs=1e-4)


def test_before_the_pool_it_is_the_convolution_after_relu(pooled: Snapshot) -> None:
    relu = pooled.maps[1].conv.clip(0)
    for place in (Place(1, 3, 5, 2, True), Place(1, 7, 13, 13, True)):
        found = inspect(pooled, place)
        assert found.pixel.pooled is None
        assert found.equal
        assert found.torch_value == pytest.approx(relu[place.channel, place.row, place.column], abs=1e-5)


def test_with_a_pool_the_largest_of_its_window_is_explained(pooled: Snapshot) -> None:
    for place in random_places(pooled, 30):
        found = inspect(pooled, place)
        assert found.equal
        assert (found.pixel.pooled is not None) == (place.layer == 1)


def test_a_wrong_number_is_not_equal(snapshot: Snapshot) -> None:
    found = inspect(snapshot, Place(1, 5, 4, 4))
    assert not replace(found, torch_value=found.value + 1e-3).equal


def test_what_is_not_there_is_refused(snapshot: Snapshot) -> None:
    layers = len(snapshot.maps)
    for place in (Place(-1, 0), Place(0, 128), Place(1, 0, 28, 0), Place(layers, 10), Place(layers + 1, 0)):
        assert not exists(snapshot.weights, place)
        with pytest.raises(IndexError):
            inspect(snapshot, place)
    with pytest.raises(ValueError, match="no image"):
        inspect(Snapshot(snapshot.weights), Place(0, 0))


def test_the_field_of_an_output_is_everything(pooled: Snapshot) -> None:
    found = fields(pooled.weights, Place(2, 4))
    assert found == {1: Window(0, 0, 7, 7), 0: Window(0, 0, 14, 14), -1: Window(0, 0, 28, 28)}


def test_stops_are_all_places_of_the_convolution(pooled: Snapshot) -> None:
    weights = pooled.weights
    first = list(stops(weights, Place(0, 5)))
    assert first[0] == Place(0, 5, 0, 0)
    assert first[-1] == Place(0, 5, 13, 13)
    assert len(first) == 14 * 14
    second = list(stops(weights, Place(1, 5)))
    assert len(second) == 14 * 14
    assert all(place.before_pool and exists(weights, place) for place in second)
    assert reach(weights, second[0])[0].step == Step(3, 1, 1)
    assert [each.pool for each in reach(weights, Place(1, 5))] == [True, False, False]
    assert list(stops(weights, Place(2, 3))) == [Place(2, 3)]


def test_the_trace_follows_the_largest_product_to_the_image(snapshot: Snapshot) -> None:
    assert snapshot.image is not None
    for place in random_places(snapshot, 6):
        path = trace(snapshot, place)
        assert [stage.place.layer for stage in path] == list(range(place.layer, -2, -1))
        for stage, source in pairwise(path):
            pixel = inspect(snapshot, stage.place).pixel
            assert source.product == pytest.approx(pixel.products[:, ~pixel.is_padding].max())
            assert source.weight is not None
            assert source.product == pytest.approx(source.weight * source.value)
            there = source.place
            held = snapshot.image[None] if there.layer < 0 else snapshot.maps[there.layer].out
            assert source.value == pytest.approx(held[there.channel, there.row, there.column], abs=1e-6)
