"""A snapshot is frozen, and its arithmetic is torch's."""

import numpy as np
import pytest
import torch

from model.look.snapshot import answer, look, read_weights
from model.mnist import Mnist
from model.network.architecture import LayerSpec
from model.network.checkpoint import Checkpoint
from model.network.digit_net import DigitNet, Tap

IMAGE = np.random.default_rng(0).random((28, 28), dtype=np.float32)


def test_every_array_is_a_private_frozen_copy(tiny: DigitNet) -> None:
    snapshot = look(tiny, IMAGE)
    assert snapshot.logits is not None
    assert snapshot.probabilities is not None
    arrays = [snapshot.logits, snapshot.probabilities, snapshot.weights.linear_weight, snapshot.weights.linear_bias]
    for layer, maps in zip(snapshot.weights.layers, snapshot.maps, strict=True):
        arrays += [layer.weight, layer.bias, maps.conv, maps.out]
    for array in arrays:
        assert not array.flags.writeable
        assert array.dtype == np.float32
    before = [array.copy() for array in arrays]
    for parameter in tiny.parameters():
        parameter.fill_(3.0)
    assert all(np.array_equal(a, b) for a, b in zip(arrays, before, strict=True))


def test_numbers_are_those_of_torch(shipped: Checkpoint, mnist: Mnist) -> None:
    image = (mnist.test.images[3, 0].float() / 255).numpy()
    snapshot = look(shipped.network, image)
    taps: list[Tap] = []
    with torch.no_grad():
        logits = shipped.network(torch.from_numpy(image)[None, None], taps)[0]
    assert snapshot.logits is not None
    assert snapshot.probabilities is not None
    np.testing.assert_allclose(snapshot.logits, logits.numpy(), rtol=1e-6, atol=1e-5)
    np.testing.assert_allclose(snapshot.probabilities.sum(), 1.0, rtol=1e-5)
    for maps, tap in zip(snapshot.maps, taps, strict=True):
        np.testing.assert_allclose(maps.conv, tap.conv[0].numpy(), rtol=1e-5, atol=1e-5)
        np.testing.assert_allclose(maps.out, tap.out[0].numpy(), rtol=1e-5, atol=1e-5)


def test_one_pixel_is_the_sum_of_its_window(tiny: DigitNet) -> None:
    snapshot = look(tiny, IMAGE)
    layer, maps = snapshot.weights.layers[1], snapshot.maps[1]
    before = np.pad(snapshot.maps[0].out, ((0, 0), (1, 1), (1, 1)))
    for row, column in ((0, 0), (5, 7), (13, 13)):
        window = before[:, row : row + 3, column : column + 3]
        expected = (layer.weight[2] * window).sum() + layer.bias[2]
        assert maps.conv[2, row, column] == pytest.approx(expected, abs=1e-5)


def test_receptive_field_is_where_gradients_flow() -> None:
    specs = (LayerSpec(2, 5, stride=2, padding=2, max_pool=True), LayerSpec(3, 3, padding=1), LayerSpec(2, 2, stride=2))
    network = DigitNet(specs, generator=torch.Generator().manual_seed(0)).double().eval()
    for conv in network.convs():
        torch.nn.init.ones_(conv.weight)  # no weight and no ReLU hides an input
    snapshot = look(network.float(), IMAGE)
    for layer, maps in enumerate(snapshot.maps):
        size = maps.out.shape[1]
        for row, column in ((0, 0), (size // 2, size - 1), (size - 1, size // 3)):
            for earlier in range(-1, layer):
                touched = _touched(network, layer, row, column, earlier)
                window = snapshot.reads(layer, row, column, earlier)
                rows, columns = np.flatnonzero(touched.any(axis=1)), np.flatnonzero(touched.any(axis=0))
                assert (rows[0], columns[0], rows[-1] + 1, columns[-1] + 1) == window


def _touched(network: DigitNet, layer: int, row: int, column: int, earlier: int) -> np.ndarray:
    """Which pixels of the output of layer `earlier` (-1: the image) change one output pixel, by experiment."""
    if earlier < 0:
        before = torch.ones(1, 1, 28, 28)
    else:
        taps: list[Tap] = []
        network(torch.ones(1, 1, 28, 28), taps)
        before = torch.ones_like(taps[earlier].out)
    size = before.shape[-1]
    # average pooling instead of the maximum: each pixel of its window counts
    changed = before.repeat(size * size + 1, 1, 1, 1)
    for cell in range(size * size):
        changed[cell, :, cell // size, cell % size] += 1
    x = changed
    with torch.no_grad():
        for number in range(earlier + 1, layer + 1):
            x = network.convs()[number](x)
            if network.specs[number].max_pool:
                x = torch.nn.functional.avg_pool2d(x, 2)
    out = x[:, 0, row, column]
    return ((out[:-1] - out[-1]).abs() > 1e-4).reshape(size, size).numpy()


def test_no_image_gives_weights_and_no_answer(tiny: DigitNet) -> None:
    snapshot = look(tiny, None)
    assert snapshot.digit is None
    assert snapshot.maps == ()
    assert len(snapshot.weights.layers) == 2


def test_weights_can_be_handed_on(tiny: DigitNet) -> None:
    weights = read_weights(tiny)
    assert look(tiny, IMAGE, weights=weights).weights is weights


def test_a_layer_without_bias_shows_zeros() -> None:
    network = DigitNet((LayerSpec(3, 3, bias=False),)).eval()
    assert not read_weights(network).layers[0].bias.any()


def test_wrong_images_and_batch_norm_are_refused(tiny: DigitNet) -> None:
    with pytest.raises(ValueError, match="28 × 28"):
        look(tiny, np.zeros((27, 28), np.float32))
    with pytest.raises(ValueError, match="fold"):
        look(DigitNet(tiny.specs, batch_norm=True).eval(), IMAGE)


def test_an_answer_must_stand_out() -> None:
    even = np.full(10, 0.1, np.float32)
    sure = np.full(10, 0.01, np.float32)
    sure[4] = 0.91
    assert answer(even) is None
    assert answer(sure) == 4
