"""The frame around what a number reads is the set of pixels with a gradient, for random designs and every pixel."""

import numpy as np
import pytest
import torch
from helpers import layers
from hypothesis import assume, given
from hypothesis import strategies as st
from torch.nn import functional as F

from model.convolution import Step, Window, receptive_field
from model.files import InputError
from model.look.inspection import Place, fields, reach
from model.look.snapshot import Snapshot, read_weights
from model.network.architecture import INPUT_SIDE, LayerSpec, layer_shapes
from model.network.designs import DESIGNS
from model.network.digit_net import DigitNet

FOUND = [LayerSpec(2, 1, stride=2, max_pool=True), LayerSpec(2, 5, padding=3)]  # its frames were too wide


def gradients(network: DigitNet, earlier: int) -> list[torch.Tensor]:
    """For each layer from `earlier` on the gradient of its first map, (pixels of the input of that layer, h, w).

    With positive weights and no bias no ReLU cuts anything off, and with the mean in place of the largest each
    number of a pool counts: the network is linear, and its answers to single pixels are its gradients.
    """
    shape = layer_shapes(network.specs)[earlier]
    x = torch.eye(shape.in_size**2, dtype=torch.float64).reshape(-1, 1, shape.in_size, shape.in_size)
    x = x.expand(-1, shape.in_channels, -1, -1)
    found = []
    for spec, conv in list(zip(network.specs, network.convs(), strict=True))[earlier:]:
        x = torch.relu(F.conv2d(x, conv.weight.double(), None, spec.stride, spec.padding))
        x = F.avg_pool2d(x, 2) if spec.max_pool else x
        found.append(x[:, 0])
    return found


def framed(gradient: torch.Tensor) -> Window:
    """The rows and columns of a map from the first to the last that has a gradient."""
    rows, columns = (np.flatnonzero(gradient.numpy().any(axis=axis)) for axis in (1, 0))
    return Window(int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1)


def check_every_pixel(specs: list[LayerSpec]) -> None:
    network = DigitNet(specs).eval().requires_grad_(False)
    generator = torch.Generator().manual_seed(0)
    for conv in network.convs():
        conv.weight.uniform_(0.5, 1, generator=generator)
    weights = read_weights(network)
    snapshot = Snapshot(weights)
    without_gaps = all(spec.stride <= spec.kernel_size for spec in specs)
    for earlier in range(len(specs)):
        for layer, found in enumerate(gradients(network, earlier), start=earlier):
            side, size = layer_shapes(specs)[earlier].in_size, layer_shapes(specs)[layer].out_size
            for row, column in np.ndindex(size, size):
                gradient = found[:, row, column].reshape(side, side)
                expected = framed(gradient)
                assert snapshot.reads(layer, row, column, earlier - 1) == expected
                assert fields(weights, Place(layer, 0, row, column))[earlier - 1] == expected
                if without_gaps:  # then all of the frame is read
                    inside = gradient[expected.top : expected.bottom, expected.left : expected.right]
                    assert inside.all()


@given(st.lists(layers(), min_size=1, max_size=3))
def test_frames_are_where_the_gradient_is(specs: list[LayerSpec]) -> None:
    try:
        layer_shapes(specs)
    except InputError:
        assume(False)
    check_every_pixel(specs)


@pytest.mark.parametrize("specs", [FOUND, *(design.layers for design in DESIGNS)])
def test_frames_of_the_designs_on_offer(specs: list[LayerSpec]) -> None:
    check_every_pixel([LayerSpec(1, s.kernel_size, s.stride, s.padding, max_pool=s.max_pool) for s in specs])


def test_padding_is_cut_off_at_each_layer() -> None:
    steps = [step for spec in FOUND for step in spec.steps]
    assert receptive_field(steps, Window(0, 8, 1, 9), INPUT_SIDE) == Window(0, 20, 7, 27)
    assert receptive_field([], Window(1, 2, 3, 4), INPUT_SIDE) == Window(1, 2, 3, 4)
    assert receptive_field([Step(3, 1, 1)], Window(0, 0, 28, 28), INPUT_SIDE) == Window(0, 0, 28, 28)


def test_the_steps_count_padding_as_if_it_were_input() -> None:
    weights = read_weights(DigitNet(FOUND).eval())
    steps = reach(weights, Place(1, 0, 0, 8))
    assert [(each.after, each.before, each.pool) for each in steps] == [(1, 5, False), (5, 10, True), (10, 19, False)]
    assert [each.window for each in steps][-1] == Window(0, 20, 7, 27)
