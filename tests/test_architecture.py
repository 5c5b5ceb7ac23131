"""What a network is made of: sizes, counts, code, and what is refused."""

from typing import Any

import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st

from model.network.architecture import LayerSpec, layer_shapes, linear_features, multiply_adds, parameter_count
from model.network.digit_net import DigitNet
from model.train.recipe import PRESETS

spec_strategy = st.builds(
    LayerSpec,
    out_channels=st.integers(1, 8),
    kernel_size=st.integers(3, 5),
    stride=st.integers(1, 3),
    padding=st.integers(0, 2),
    bias=st.booleans(),
    max_pool=st.booleans(),
)


@given(st.lists(spec_strategy, min_size=1, max_size=4))
def test_shapes_and_counts_are_those_of_torch(specs: list[LayerSpec]) -> None:
    try:
        shapes = layer_shapes(specs)
    except ValueError:
        assume(False)
    network = DigitNet(specs)
    taps: list[Any] = []
    network(torch.zeros(1, 1, 28, 28), taps)
    for shape, tap in zip(shapes, taps, strict=True):
        assert tuple(tap.conv.shape) == (1, shape.spec.out_channels, shape.conv_size, shape.conv_size)
        assert tuple(tap.out.shape) == (1, shape.spec.out_channels, shape.out_size, shape.out_size)
    assert parameter_count(specs) == sum(p.numel() for p in network.parameters())
    assert linear_features(specs) == network.linear.in_features


@pytest.mark.parametrize("name", ["quick", "standard", "best"])
def test_presets_are_small_and_stride(name: str) -> None:
    layers = PRESETS[name].layers
    assert parameter_count(layers) <= 100_000
    assert any(layer.stride == 2 for layer in layers)


def test_counts_by_hand() -> None:
    specs = [LayerSpec(4, 5, stride=2, padding=2), LayerSpec(2, 3, bias=False)]
    assert [s.parameters for s in layer_shapes(specs)] == [4 * 25 + 4, 2 * 4 * 9]
    assert parameter_count(specs) == 104 + 72 + 10 * (2 * 12 * 12) + 10
    assert multiply_adds(specs) == 4 * 14 * 14 * 25 + 2 * 12 * 12 * 4 * 9 + 10 * 288


@pytest.mark.parametrize(
    ("spec", "code"),
    [
        (LayerSpec(8), "Conv2d(1, 8, 3)"),
        (LayerSpec(8, 5, stride=2, padding=2, bias=False), "Conv2d(1, 8, 5, stride=2, padding=2, bias=False)"),
    ],
)
def test_code_is_pytorch(spec: LayerSpec, code: str) -> None:
    assert spec.code(1) == code
    made = eval(code, {"Conv2d": torch.nn.Conv2d})
    assert made.out_channels == spec.out_channels
    assert made.stride == (spec.stride, spec.stride)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"out_channels": 0}, "out_channels"),
        ({"out_channels": 129}, "out_channels"),
        ({"out_channels": 4.0}, "out_channels"),
        ({"out_channels": True}, "out_channels"),
        ({"out_channels": 4, "kernel_size": 10}, "kernel_size"),
        ({"out_channels": 4, "kernel_size": "3"}, "kernel_size"),
        ({"out_channels": 4, "kernel_size": None}, "kernel_size"),
        ({"out_channels": 4, "stride": 5}, "stride"),
        ({"out_channels": 4, "padding": 3}, "padding"),
        ({"out_channels": 4, "bias": 1}, "bias"),
    ],
)
def test_a_layer_outside_its_ranges_is_refused(wrong: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        LayerSpec(**wrong)


def test_chains_that_do_not_fit_name_the_layer() -> None:
    with pytest.raises(ValueError, match="1 to 8"):
        layer_shapes([])
    with pytest.raises(ValueError, match="1 to 8"):
        layer_shapes([LayerSpec(1, 1)] * 9)
    with pytest.raises(ValueError, match="conv2"):
        layer_shapes([LayerSpec(1, 9, stride=4), LayerSpec(1, 9)])
    with pytest.raises(ValueError, match="max-pool"):
        layer_shapes([LayerSpec(1, 9, stride=4), LayerSpec(1, 5, max_pool=True)])
