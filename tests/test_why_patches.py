"""The places in training digits on which a filter fires most: against all numbers of all maps, and what they read."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from why_designs import by_chance, designs

from model.convolution import Window
from model.look.snapshot import look
from model.mnist import Digits, Mnist
from model.network.architecture import LayerSpec, layer_shapes
from model.network.checkpoint import Checkpoint
from model.network.designs import Specs
from model.network.digit_net import DigitNet, Tap
from model.why.known import KnownProgress
from model.why.patches import TOP, Patches, finding_patches, patch


def found_in(network: DigitNet, digits: Mnist, count: int = 600) -> Patches:
    *progress, found = finding_patches(network, digits.train, count)
    assert isinstance(found, Patches)
    assert isinstance(progress[-1], KnownProgress)
    assert (progress[-1].done, progress[-1].of) == (count, count)
    return found


def maps_of(network: DigitNet, digits: Mnist, count: int = 600) -> list[torch.Tensor]:
    taps: list[Tap] = []
    with torch.no_grad():
        network(digits.train.images[:count].float() / 255, taps)
    return [tap.out for tap in taps]


@settings(max_examples=20)
@given(designs(most_channels=5), st.integers(0, 99))
def test_they_are_the_largest_of_all_digits(tiny_mnist: Mnist, specs: Specs, seed: int) -> None:
    network = by_chance(specs, seed)
    found = found_in(network, tiny_mnist)
    for maps, places, shape in zip(maps_of(network, tiny_mnist), found.layers, layer_shapes(specs), strict=True):
        assert places.value.shape == (shape.spec.out_channels, TOP)
        largest = np.sort(maps.amax(dim=(2, 3)).numpy(), axis=0)[::-1][:TOP].T
        np.testing.assert_allclose(places.value, largest, rtol=1e-4, atol=1e-5)
        channels = np.arange(shape.spec.out_channels)[:, None]
        there = maps.numpy()[places.digit, channels, places.row, places.column]
        np.testing.assert_allclose(there, places.value, rtol=1e-4, atol=1e-5)
        assert all(len(set(digits)) == TOP for digits in places.digit.tolist())


def test_a_map_that_is_zero_has_the_first_digits_in_their_order(tiny_mnist: Mnist, tiny: DigitNet) -> None:
    for conv in tiny.convs():
        conv.weight.zero_()
        assert conv.bias is not None
        conv.bias.fill_(-1)
    for places in found_in(tiny, tiny_mnist).layers:
        assert not places.value.any()
        assert (places.digit == np.arange(TOP)).all()
        assert not places.row.any()
        assert not places.column.any()


def test_fewer_digits_have_fewer_places(tiny_mnist: Mnist, tiny: DigitNet) -> None:
    assert [places.value.shape for places in found_in(tiny, tiny_mnist, 4).layers] == [(3, 4), (4, 4)]


def test_the_network_and_torch_stay_as_they_were(tiny_mnist: Mnist, tiny: DigitNet) -> None:
    before = {name: value.clone() for name, value in tiny.state_dict().items()}
    steps = finding_patches(tiny, tiny_mnist.train)
    next(steps)
    assert torch.is_grad_enabled()
    assert not torch.is_inference_mode_enabled()
    steps.close()
    assert all(torch.equal(before[name], value) for name, value in tiny.state_dict().items())
    assert all(conv.weight.is_contiguous() for conv in tiny.convs())


def test_a_patch_is_all_that_the_place_reads(shipped: Checkpoint, tiny_mnist: Mnist) -> None:
    """Outside it the digit may be anything, and with it alone the filter fires as strongly."""
    network = shipped.network
    found = found_in(network, tiny_mnist)
    for layer in range(4):  # the fifth reads more than the whole image
        for channel in (0, 3, 7):
            places = found.layers[layer]
            top, left, bottom, right = found.window(layer, channel, 0)
            cut = patch(found, layer, channel, 0)
            assert cut.shape == (bottom - top, right - left)
            assert cut.dtype == np.float32
            image = np.random.default_rng(0).random((28 * 3, 28 * 3), dtype=np.float32)
            image[28 + top : 28 + bottom, 28 + left : 28 + right] = cut
            maps = look(network, image[28:-28, 28:-28]).maps[layer].out
            again = maps[channel, places.row[channel, 0], places.column[channel, 0]]
            assert again == pytest.approx(places.value[channel, 0], abs=1e-4)


def test_padding_is_zeros() -> None:
    network = by_chance((LayerSpec(1, 5, padding=2),))
    network.convs()[0].weight.fill_(-1).view(-1)[12] = 30  # fires most where there is little ink around: in the corner
    full = Digits(torch.full((1, 1, 28, 28), 255, dtype=torch.uint8), torch.zeros(1, dtype=torch.int64))
    *_, found = finding_patches(network, full)
    assert isinstance(found, Patches)
    assert found.window(0, 0, 0) == Window(-2, -2, 3, 3)
    cut = patch(found, 0, 0, 0)
    assert cut.tolist() == [[0] * 5] * 2 + [[0, 0, 1, 1, 1]] * 3


def test_a_window_wider_than_the_image_is_the_image(shipped: Checkpoint, tiny_mnist: Mnist) -> None:
    images = tiny_mnist.train.images[:, 0].numpy()
    found = found_in(shipped.network, tiny_mnist)
    cut = patch(found, 4, 10, 8)
    np.testing.assert_array_equal(cut, images[found.layers[4].digit[10, 8]].astype(np.float32) / np.float32(255))


def test_what_is_not_there_is_refused(tiny_mnist: Mnist, tiny: DigitNet) -> None:
    found = found_in(tiny, tiny_mnist)
    for place in ((2, 0, 0), (0, 3, 0), (0, 0, TOP)):
        with pytest.raises(IndexError):
            patch(found, *place)
