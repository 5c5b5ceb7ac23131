"""The fifteen lessons of the Convolution lab: the state that each begins with. Their questions are in `questions`.

The words are the window's; here are their keys. Lesson 0 shows what a kernel is for, on the drawing; from lesson 1 on
it is taken apart with small numbers.
"""

from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from model import kernels
from model.drawing import ink
from model.drawing.raster import raster
from model.lab.lab import Lab, with_kernel
from model.lab.settings import with_picture
from model.look.snapshot import Layer

Array = NDArray[np.float32]

LESSONS = (
    "edges", "one kernel", "stride", "padding", "dilation", "shared weights", "relu", "max-pool", "channels in",
    "channels out", "1 × 1", "conv2d", "receptive field", "network", "groups",
)  # fmt: skip
_SEVEN = [(80, 62), (200, 60), (172, 120), (146, 180), (130, 230)]  # stands in where nothing is drawn yet


def prepare(lesson: int, drawing: Array | None = None, layer: Layer | None = None) -> Lab:
    """The state that lesson number `lesson` (0…14) begins with.

    `drawing` (28, 28), 0…1, is what is drawn now and `layer` the network's first layer, for the lessons on them.
    """
    key = LESSONS[lesson]
    if key == "edges":
        return _edges(drawing)
    if key == "network":
        return _network(drawing, layer)
    return _PREPARED[key]


def _numbers(channels: int, size: int, filters: int, kernel_size: int, seed: int, groups: int = 1) -> Lab:
    weight = np.stack([
        np.stack([kernels.kernel("random", kernel_size, seed + 31 * o + i) for i in range(channels // groups)])
        for o in range(filters)
    ])  # fmt: skip
    return Lab(kernels.numbers(channels, size, seed), weight, groups=groups)


def _blank(size: int) -> Array:
    return np.zeros((1, size, size), np.float32)


def _with_biases(lab: Lab, *bias: float) -> Lab:
    return replace(lab, bias=np.array(bias, np.float32))


def _small(size: int = 4) -> Lab:
    """A 2 × 2 kernel on a small input, as the chapters on convolution draw it."""
    return replace(_numbers(1, size, 1, 2, 3), weight=np.array([[[[1, -1], [2, 0]]]], np.float32))


_UP_AND_DOWN = replace(_small(5), weight=np.array([[[[1, -1], [2, -2]]]], np.float32))  # as often below 0 as above
_COLOUR = replace(_numbers(3, 5, 2, 3, 44), stride=2, padding=1)
_PREPARED = {
    "one kernel": _small(),
    "stride": replace(_small(), stride=2),
    "padding": replace(_small(), padding=1),
    "dilation": replace(_numbers(1, 7, 1, 3, 21), dilation=2),
    "shared weights": _with_biases(with_kernel(_numbers(1, 6, 1, 3, 13), 0, "edge"), 1),
    "relu": replace(_UP_AND_DOWN, relu=True),
    "max-pool": replace(_UP_AND_DOWN, relu=True, max_pool=True),
    "channels in": replace(_with_biases(_COLOUR, 1, -2), weight=_COLOUR.weight[:1], bias=np.ones(1, np.float32),
                           kinds=("own",)),
    "channels out": _with_biases(_COLOUR, 1, -2),
    "1 × 1": _with_biases(_numbers(3, 4, 2, 1, 70), 0, 1),
    "conv2d": replace(_with_biases(_numbers(2, 8, 3, 3, 55), 0, 1, 2), stride=2, padding=1),
    "receptive field": replace(_numbers(1, 9, 1, 3, 34), padding=1),
    "groups": _numbers(4, 4, 4, 2, 61, groups=4),
}  # fmt: skip


def drawn(drawing: Array | None) -> Array:
    """The drawing, or a seven where there is none: (1, 28, 28)."""
    return (_seven() if drawing is None else drawing)[None]


def stands_in(lab: Lab) -> bool:
    """Whether the lab is on the seven that stands in for a drawing."""
    return lab.picture is not None and np.array_equal(lab.picture[0], _seven())


@cache
def _seven() -> Array:
    made = raster(ink.render([ink.Stroke(np.array(_SEVEN, np.float32))]))
    assert made is not None
    return made.image


def _edges(drawing: Array | None) -> Lab:
    weight = np.stack([kernels.kernel(kind, 3)[None] for kind in ("edge", "edge across")])
    lab = Lab(_blank(2), weight, padding=1, kinds=("edge", "edge across"))
    return with_picture(lab, drawn(drawing))


def _network(drawing: Array | None, layer: Layer | None) -> Lab:
    """The first filters of the network's own first layer; without a network, filters by chance."""
    if layer is None or layer.weight.shape[1] != 1:
        by_chance = replace(_with_biases(_numbers(1, 4, 4, 3, 89), 0, 0, 0, 0), padding=1)
        return with_picture(by_chance, drawn(drawing))
    spec = layer.shape.spec
    bias = layer.bias[:4] if spec.bias else None
    lab = Lab(_blank(28), layer.weight[:4], bias, spec.stride, spec.padding, relu=True)
    return with_picture(lab, drawn(drawing))
