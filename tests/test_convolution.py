"""Sizes, receptive fields and every single pixel against torch."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional as F

from model.convolution import Step, Window, convolve, explain, max_pool, output_size, receptive_field, slide
from model.look.snapshot import look
from model.mnist import Mnist
from model.network.checkpoint import Checkpoint

Array = NDArray[np.float32]
Layer = tuple[Array, Array, Array | None, int, int, int, int]  # image, weight, bias, stride, padding, dilation, groups


@given(st.integers(1, 40), st.integers(1, 9), st.integers(1, 4), st.integers(0, 8), st.integers(1, 3))
def test_output_size_is_that_of_conv2d(size: int, kernel_size: int, stride: int, padding: int, dilation: int) -> None:
    step = Step(kernel_size, stride, padding, dilation)
    expected = output_size(size, *step)
    if step.extent > size + 2 * padding:
        assert expected < 1
    else:
        conv = nn.Conv2d(1, 1, *step)
        assert conv(torch.zeros(1, 1, size, size)).shape[-1] == expected


def test_no_steps_leave_the_window_as_it_is() -> None:
    assert receptive_field([], Window(3, 4, 5, 6)) == Window(3, 4, 5, 6)


def test_a_step_reaches_into_the_padding() -> None:
    assert receptive_field([Step(3, 1, 1)], Window(0, 0, 1, 1)) == Window(-1, -1, 2, 2)


def test_steps_are_walked_backwards() -> None:
    steps = [Step(5, 2, 2), Step(3, 1, 0)]
    # row 1 of the second reads rows 1…3 of the first, and those rows 0…8 of the input
    assert receptive_field(steps, Window(1, 2, 2, 3)) == Window(0, 2, 9, 11)


def test_within_cuts_the_padding_off() -> None:
    assert Window(-2, -1, 3, 40).within(28) == Window(0, 0, 3, 28)
    assert Window(-5, -5, -2, -2).within(28) == Window(0, 0, 0, 0)


@st.composite
def layers(draw: st.DrawFn) -> Layer:
    """Layers over all ranges of the lab, and a little beyond: rectangles."""
    groups = draw(st.integers(1, 4))
    channels, filters = draw(st.integers(1, 4)) * groups, draw(st.integers(1, 4)) * groups
    step = Step(draw(st.integers(1, 5)), draw(st.integers(1, 4)), draw(st.integers(0, 3)), draw(st.integers(1, 3)))
    sides = st.integers(max(1, step.extent - 2 * step.padding), 14)
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    image = random.normal(0, 3, (channels, draw(sides), draw(sides))).astype(np.float32)
    shape = (filters, channels // groups, step.kernel_size, step.kernel_size)
    weight = random.normal(0, 2, shape).astype(np.float32)
    bias = random.normal(0, 2, filters).astype(np.float32) if draw(st.booleans()) else None
    return image, weight, bias, step.stride, step.padding, step.dilation, groups


def conv2d(image: Array, weight: Array, bias: Array | None, *how: int) -> Array:
    x, w, b = torch.from_numpy(image[None]), torch.from_numpy(weight), None if bias is None else torch.from_numpy(bias)
    made: Array = F.conv2d(x, w, b, *how)[0].numpy()
    return made


@given(layers())
def test_the_output_is_that_of_conv2d(layer: Layer) -> None:
    np.testing.assert_allclose(convolve(*layer), conv2d(*layer), atol=2e-4)


@given(layers())
def test_each_pixel_explained_is_that_of_conv2d(layer: Layer) -> None:
    image, weight, bias, stride, padding, dilation, groups = layer
    expected = conv2d(*layer)
    framed = np.pad(image, ((0, 0), (padding, padding), (padding, padding)))
    each = weight.shape[1]
    for stop in slide(image.shape[1], image.shape[2], Step(weight.shape[-1], stride, padding, dilation)):
        for number in range(len(weight)):
            pixel = explain(
                image, weight, bias, number, stop.row, stop.column,
                stride=stride, padding=padding, dilation=dilation, groups=groups,
            )  # fmt: skip
            assert pixel.window == stop.window
            assert pixel.first_channel == number // (len(weight) // groups) * each
            rows = slice(stop.window.top + padding, stop.window.bottom + padding, dilation)
            columns = slice(stop.window.left + padding, stop.window.right + padding, dilation)
            read = framed[pixel.first_channel : pixel.first_channel + each, rows, columns]
            np.testing.assert_array_equal(pixel.patch, read)
            np.testing.assert_array_equal(pixel.kernel, weight[number])
            np.testing.assert_allclose(pixel.products.sum(axis=(1, 2)), pixel.sums)
            assert (pixel.patch[:, pixel.is_padding] == 0).all()
            assert abs(pixel.conv - expected[number, stop.row, stop.column]) < 2e-4
            assert pixel.relu == pixel.value == max(pixel.conv, 0)


@given(layers(), st.integers(1, 3))
def test_the_max_pool_is_that_of_torch(layer: Layer, size: int) -> None:
    maps = convolve(*layer)
    if size <= min(maps.shape[1:]):
        expected = F.max_pool2d(torch.from_numpy(maps.copy())[None], size)[0].numpy()
        np.testing.assert_array_equal(max_pool(maps, size), expected)


@given(layers())
def test_the_kernel_stops_once_for_each_output_pixel(layer: Layer) -> None:
    image, weight, _, stride, padding, dilation, _ = layer
    step = Step(weight.shape[-1], stride, padding, dilation)
    stops = list(slide(image.shape[1], image.shape[2], step))
    rows, columns = (output_size(side, *step) for side in image.shape[1:])
    assert [stop[:2] for stop in stops] == [(r, c) for r in range(rows) for c in range(columns)]
    for stop in stops:
        assert stop.window == receptive_field([step], Window(stop.row, stop.column, stop.row + 1, stop.column + 1))


@pytest.mark.parametrize("digit", [0, 1, 4, 9])
def test_every_pixel_of_the_shipped_network_is_explained(shipped: Checkpoint, mnist: Mnist, digit: int) -> None:
    """Every pixel of every map; each is also the one PyTorch's max-pool takes, where there is a pool."""
    index = int((mnist.test.labels == digit).nonzero()[0])
    image = (mnist.test.images[index].float() / 255).reshape(28, 28).numpy()
    snapshot = look(shipped.network, image)
    read: Array = image[None]
    for layer, maps in zip(snapshot.weights.layers, snapshot.maps, strict=True):
        spec = layer.shape.spec
        for number, row, column in np.ndindex(*maps.out.shape):
            pixel = explain(
                read, layer.weight, layer.bias, number, row, column,
                stride=spec.stride, padding=spec.padding, max_pool=2 if spec.max_pool else 0,
            )  # fmt: skip
            assert abs(pixel.value - maps.out[number, row, column]) < 1e-4
            assert abs(pixel.conv - maps.conv[number, pixel.row, pixel.column]) < 1e-4
        read = maps.out


def test_a_pooled_pixel_is_the_winner_of_its_window() -> None:
    image = np.arange(16, dtype=np.float32).reshape(1, 4, 4) - 8
    weight = np.ones((1, 1, 1, 1), np.float32)
    pixel = explain(image, weight, None, 0, 1, 0, max_pool=2)
    assert pixel.pooled is not None
    np.testing.assert_array_equal(pixel.pooled.values, [[0, 1], [4, 5]])
    assert (pixel.pooled.row, pixel.pooled.column, pixel.value) == (1, 1, 5)
    assert (pixel.row, pixel.column, pixel.conv) == (3, 1, 5)


def test_contributions_are_ranked_and_padding_never_wins() -> None:
    image = -np.ones((3, 2, 2), np.float32)
    weight = np.zeros((1, 3, 3, 3), np.float32)
    weight[0, 0], weight[0, 1], weight[0, 2] = 1, 3, -2
    pixel = explain(image, weight, np.array([0.5], np.float32), 0, 0, 0, padding=1)
    assert pixel.by_size == [1, 2, 0]
    assert pixel.strongest == (2, 0, 0)
    assert pixel.is_padding.tolist() == [[True, True, True], [True, False, False], [True, False, False]]
    assert pixel.conv == -4 - 12 + 8 + 0.5
    assert (pixel.relu, pixel.bias, pixel.total) == (0, 0.5, -8)


def test_there_is_no_pixel_beyond_the_output() -> None:
    image, weight = np.zeros((1, 4, 4), np.float32), np.zeros((2, 1, 3, 3), np.float32)
    for place in [(2, 0, 0), (0, 2, 0), (0, 0, 2), (-1, 0, 0), (0, -1, 0)]:
        with pytest.raises(IndexError):
            explain(image, weight, None, *place)


def test_what_is_explained_stays_as_it_was() -> None:
    image, weight = np.ones((1, 3, 3), np.float32), np.ones((1, 1, 2, 2), np.float32)
    pixel = explain(image, weight, None, 0, 0, 0)
    image[:], weight[:] = 7, 7
    assert pixel.conv == 4
    for array in (pixel.patch, pixel.is_padding, pixel.kernel, pixel.products, pixel.sums):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1
