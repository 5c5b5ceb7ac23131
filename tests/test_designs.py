"""Designs as data: what can be chosen where, and the program that a design becomes."""

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from model.export.code import pytorch_code
from model.network.architecture import MAX_LAYERS, LayerSpec, field_sizes, layer_shapes, parameter_count
from model.network.designs import DESIGNS, FIELDS, SMALLEST, Specs, changed, moved, reachable, with_layer, without_layer
from model.network.digit_net import DigitNet


@st.composite
def a_layer(draw: st.DrawFn) -> LayerSpec:
    kernel = draw(st.integers(1, 9))
    padding = draw(st.integers(0, kernel - 1))
    return LayerSpec(
        draw(st.integers(1, 12)), kernel, draw(st.integers(1, 4)), padding, draw(st.booleans()), draw(st.booleans())
    )


designs = st.lists(a_layer(), min_size=1, max_size=4).map(tuple)


def fits(specs: Specs) -> bool:
    try:
        layer_shapes(specs)
    except ValueError:
        return False
    return True


@given(designs, st.data())
def test_what_can_be_reached_is_what_the_layer_can_be_where_it_stands(specs: Specs, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(specs) - 1))
    if number and not fits(specs[:number]):
        return
    field = data.draw(st.sampled_from(FIELDS))
    low, high = reachable(specs, number, field)
    for value in range(low, min(high, 12) + 1):
        after = changed(specs, number, field, value)  # never raises
        assert getattr(after[number], field) == value
        if fits(specs[: number + 1]):
            one = after[: number + 1]
            if field == "max_pool" or not one[-1].max_pool:
                assert fits(one), (one, field, value)


@given(designs, st.data())
def test_layers_are_added_moved_and_removed(specs: Specs, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(specs) - 1))
    longer = with_layer(specs, number)
    assert without_layer(longer, number + 1) == specs
    assert not fits(specs[: number + 1]) or fits(longer[: number + 2])
    to = data.draw(st.integers(0, len(specs) - 1))
    assert moved(moved(specs, number, to), to, number) == specs


def test_a_network_has_one_to_eight_layers() -> None:
    with pytest.raises(ValueError, match="1 to 8"):
        with_layer((LayerSpec(1),) * MAX_LAYERS, 0)
    with pytest.raises(ValueError, match="1 to 8"):
        without_layer((LayerSpec(1),), 0)


@given(designs)
def test_fields_are_as_large_as_what_gradients_reach(specs: Specs) -> None:
    """Ones everywhere and no padding: the image pixels with a gradient are the field."""
    side = field_sizes(specs)[-1]
    if side > 60:
        return
    x = torch.rand(1, 1, side, side, dtype=torch.float64, requires_grad=True)
    y = x
    for spec in specs:
        kernel = torch.ones(1, 1, spec.kernel_size, spec.kernel_size, dtype=torch.float64)
        y = torch.nn.functional.conv2d(y, kernel, stride=spec.stride)
        y = torch.nn.functional.avg_pool2d(y, 2) if spec.max_pool else y
    assert y.shape[-1] == 1
    y.sum().backward()
    grid = x.grad
    assert grid is not None
    rows = (grid[0, 0] > 0).any(1)
    assert rows[0]
    assert rows[-1] or specs[0].stride > specs[0].kernel_size


def test_every_design_fits_and_the_smallest_is_small() -> None:
    assert all(fits(design.layers) for design in DESIGNS)
    assert len({design.key for design in DESIGNS}) == len(DESIGNS)
    assert parameter_count(SMALLEST) == min(parameter_count(design.layers) for design in DESIGNS) == 1542
    stride, pooling = (next(d.layers for d in DESIGNS if d.key == key) for key in ("stride", "pooling"))
    assert parameter_count(stride) == parameter_count(pooling)
    assert [s.out_size for s in layer_shapes(stride)] == [s.out_size for s in layer_shapes(pooling)]


@given(designs)
def test_the_program_computes_what_the_network_computes(specs: Specs) -> None:
    if not fits(specs):
        with pytest.raises(ValueError, match="conv"):
            pytorch_code(specs)
        return
    names: dict[str, object] = {"__name__": "copied"}
    exec(compile(pytorch_code(specs), "copied", "exec"), names)
    copied = names["DigitNet"]().eval()  # type: ignore[operator]
    network = DigitNet(specs).eval()
    copied.load_state_dict(network.state_dict())
    image = torch.rand(2, 1, 28, 28)
    with torch.inference_mode():
        torch.testing.assert_close(copied(image), network(image), rtol=0, atol=0)
