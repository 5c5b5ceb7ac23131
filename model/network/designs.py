"""Networks to start a design from, and what may be changed in one. Plain data and arithmetic, no torch."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from model.files import InputError
from model.network.architecture import INPUT_SIDE, MAX_CHANNELS, MAX_LAYERS, POOL, LayerSpec, layer_shapes
from model.train.recipe import DEFAULT

Specs = tuple[LayerSpec, ...]
Field = Literal["out_channels", "kernel_size", "stride", "padding", "bias", "max_pool"]
FIELDS: tuple[Field, ...] = ("out_channels", "kernel_size", "stride", "padding", "bias", "max_pool")

NEXT = LayerSpec(32, 3, padding=1)  # what a new layer is at first: it fits behind any other


@dataclass(frozen=True)
class Preset:
    """Layers with the name they are offered under."""

    key: str
    layers: Specs


# 1,542 parameters; 98.35 % of MNIST's test set after four epochs with Quick's settings, seed 0 (validation 98.5 %).
# With 1,258 parameters, or 792, slightly other settings gave 97.5 % and 96.2 %.
SMALLEST = (
    LayerSpec(4, 3, max_pool=True),
    LayerSpec(6, 3, max_pool=True),
    LayerSpec(8, 3),
    LayerSpec(10, 3),
)
ONE_LAYER = (LayerSpec(32, 5, padding=2, max_pool=True),)
# LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition", 1998: C1, S2, C3, S4,
# C5, with ReLU and max-pool as ConvPad has them, and without the layer of 84 in front of the output
LENET = (
    LayerSpec(6, 5, padding=2, max_pool=True),
    LayerSpec(16, 5, max_pool=True),
    LayerSpec(120, 5),
)
# the same layers, 28 → 14 → 7 → 3, once by leaving out places and once by keeping the largest of four
STRIDE = (
    LayerSpec(16, 3, stride=2, padding=1),
    LayerSpec(32, 3, stride=2, padding=1),
    LayerSpec(64, 3, stride=2),
)
POOLING = (
    LayerSpec(16, 3, padding=1, max_pool=True),
    LayerSpec(32, 3, padding=1, max_pool=True),
    LayerSpec(64, 3, padding=1, max_pool=True),
)
DESIGNS = (
    Preset("default", DEFAULT),
    Preset("smallest", SMALLEST),
    Preset("one_layer", ONE_LAYER),
    Preset("lenet", LENET),
    Preset("stride", STRIDE),
    Preset("pooling", POOLING),
)


def reachable(specs: Sequence[LayerSpec], number: int, field: Field) -> tuple[int, int]:
    """The lowest and the highest value that `field` of layer `number` (0 for the first) can have where it stands.

    For `bias` and `max_pool` 0 stands for off and 1 for on. What later layers make of it is not asked: they say so
    themselves. Where an earlier layer already leaves nothing, every value a layer can have is allowed.
    """
    spec = specs[number]
    try:
        size = layer_shapes(specs[:number])[-1].out_size if number else INPUT_SIDE
    except InputError:
        size = INPUT_SIDE
    if field == "out_channels":
        return 1, MAX_CHANNELS
    if field == "kernel_size":
        return 1, max(1, min(9, size + 2 * spec.padding))
    if field == "stride":
        return 1, 4
    if field == "padding":  # enough of it for the kernel to fit
        return min(max(0, -(-(spec.kernel_size - size) // 2)), spec.kernel_size - 1), spec.kernel_size - 1
    if field == "max_pool" and not spec.max_pool:
        return 0, int(spec.conv_size(size) >= POOL)
    return 0, 1


def changed(specs: Sequence[LayerSpec], number: int, field: Field, value: int) -> Specs:
    """`specs` with another value of one field; a padding that a smaller kernel no longer allows shrinks with it.

    Raises:
        InputError: the layer cannot have that value.
    """
    spec = specs[number]
    if field in ("bias", "max_pool"):
        new = replace(spec, **{field: bool(value)})
    elif field == "kernel_size":
        new = replace(spec, kernel_size=value, padding=min(spec.padding, max(value - 1, 0)))
    else:
        changes: dict[str, Any] = {field: value}
        new = replace(spec, **changes)
    return (*specs[:number], new, *specs[number + 1 :])


def with_layer(specs: Sequence[LayerSpec], after: int) -> Specs:
    """`specs` with one more layer behind layer `after` (-1: at the front): a 3 × 3 with as many channels as that one.

    Raises:
        InputError: there are eight layers already.
    """
    if len(specs) >= MAX_LAYERS:
        raise InputError("a network has 1 to {0} convolution layers, not {1}", MAX_LAYERS, len(specs) + 1)
    new = NEXT if after < 0 else replace(NEXT, out_channels=specs[after].out_channels)
    return (*specs[: after + 1], new, *specs[after + 1 :])


def without_layer(specs: Sequence[LayerSpec], number: int) -> Specs:
    """`specs` without layer `number`.

    Raises:
        InputError: it is the only one.
    """
    if len(specs) == 1:
        raise InputError("a network has 1 to {0} convolution layers, not {1}", MAX_LAYERS, 0)
    return (*specs[:number], *specs[number + 1 :])


def moved(specs: Sequence[LayerSpec], number: int, to: int) -> Specs:
    """`specs` with layer `number` at place `to`; both must exist."""
    rest = [*specs[:number], *specs[number + 1 :]]
    return (*rest[:to], specs[number], *rest[to:])
