"""Where one number of a snapshot comes from: its arithmetic, checked against PyTorch's value, and all that it reads.

The last layer of all, the linear one, is told the same way: each of its ten outputs is one sum over every number of
the last maps, so its weights are kernels as large as these maps, and there is just one place where they stand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.convolution import Pixel, Step, Window, explain, pad, receptive_field, slide
from model.look.snapshot import Snapshot, Weights
from model.network.architecture import POOL

Numbers = NDArray[np.float32]
TOLERANCE = 1e-4  # PyTorch sums in float32 and in another order


class Place(NamedTuple):
    """A number of the network: `layer` 0 is the first convolution, one past the last the linear layer.

    `channel` is the map, or the digit. With `before_pool`, `row` and `column` count in the convolution's output and
    not in the max-pooled one.
    """

    layer: int
    channel: int
    row: int = 0
    column: int = 0
    before_pool: bool = False

    @property
    def pooled(self) -> "Place":
        """Of a place before the pool, the place after it that it belongs to; any other place itself."""
        if not self.before_pool:
            return self
        return Place(self.layer, self.channel, self.row // POOL, self.column // POOL)


class Reach(NamedTuple):
    """One step back on the way to the image: `after` × `after` numbers come from `before` × `before` numbers.

    `before` = (`after` − 1) · stride + kernel_size counts padding as if it were input. `window` is what of the input
    is read, without padding: at a rim it is smaller, and so is every window before it.
    """

    layer: int
    pool: bool
    step: Step
    after: int
    before: int
    window: Window


@dataclass(frozen=True, eq=False)
class Inspection:
    """A place with its arithmetic and the number that PyTorch has there; None before PyTorch is loaded."""

    place: Place
    pixel: Pixel
    torch_value: float | None
    linear: bool = False

    @property
    def value(self) -> float:
        """What the arithmetic gives: an output of the linear layer, or a number of a feature map."""
        return self.pixel.conv if self.linear else self.pixel.value

    @property
    def equal(self) -> bool:
        """Whether that is PyTorch's value; for large numbers, to the same relative precision."""
        if self.torch_value is None:
            return False
        return abs(self.value - self.torch_value) <= TOLERANCE * max(1.0, abs(self.torch_value))


def is_linear(weights: Weights, place: Place) -> bool:
    """Whether `place` is one of the ten outputs."""
    return place.layer == len(weights.layers)


def exists(weights: Weights, place: Place) -> bool:
    """Whether this network has such a place."""
    if not 0 <= place.layer <= len(weights.layers):
        return False
    if is_linear(weights, place):
        return 0 <= place.channel < len(weights.linear_bias) and place.row == place.column == 0
    shape = weights.layers[place.layer].shape
    size = shape.conv_size if place.before_pool else shape.out_size
    return 0 <= place.channel < shape.spec.out_channels and 0 <= place.row < size and 0 <= place.column < size


def inspect(snapshot: Snapshot, place: Place) -> Inspection:
    """The arithmetic of the number at `place`.

    Raises:
        IndexError: there is no such place.
        ValueError: the snapshot is of an empty drawing.
    """
    if snapshot.image is None or snapshot.logits is None:
        raise ValueError("there is no image yet")
    if not exists(snapshot.weights, place):
        raise IndexError(f"the network has no {place}")
    if is_linear(snapshot.weights, place):
        return Inspection(place, _linear(snapshot, place.channel), torch_value(snapshot, place), linear=True)
    layer = snapshot.weights.layers[place.layer]
    spec = layer.shape.spec
    source = snapshot.image[None] if place.layer == 0 else snapshot.maps[place.layer - 1].out
    pool = POOL if spec.max_pool and not place.before_pool else 0
    pixel = explain(
        source, layer.weight, layer.bias, place.channel, place.row, place.column,
        stride=spec.stride, padding=spec.padding, max_pool=pool,
    )  # fmt: skip
    return Inspection(place, pixel, torch_value(snapshot, place))


def torch_value(snapshot: Snapshot, place: Place) -> float | None:
    """The number that PyTorch has at `place`; before the pool, that after ReLU."""
    if snapshot.by_torch is None:
        return None
    maps, logits = snapshot.by_torch
    if is_linear(snapshot.weights, place):
        return float(logits[place.channel])
    at = place.channel, place.row, place.column
    return max(float(maps[place.layer].conv[at]), 0.0) if place.before_pool else float(maps[place.layer].out[at])


def _linear(snapshot: Snapshot, digit: int) -> Pixel:
    patch = snapshot.maps[-1].out.astype(np.float64)  # (channels, side, side)
    kernel = snapshot.weights.linear_weight[digit].reshape(patch.shape).astype(np.float64)
    products = patch * kernel
    sums, side = products.sum(axis=(1, 2)), patch.shape[-1]
    window, nowhere = Window(0, 0, side, side), np.zeros((side, side), np.bool_)
    for array in (patch, kernel, products, sums, nowhere):
        array.flags.writeable = False
    bias = float(snapshot.weights.linear_bias[digit])
    return Pixel(digit, 0, 0, window, patch, nowhere, kernel, products, sums, bias)


def reach(weights: Weights, place: Place) -> list[Reach]:
    """How the receptive field of `place` grows on the way back to the image, one entry a sliding window."""
    window, side, found = Window(place.row, place.column, place.row + 1, place.column + 1), 1, []
    if is_linear(weights, place):
        side = weights.layers[-1].shape.out_size
        window = Window(0, 0, side, side)
        found = [Reach(place.layer, False, Step(side, 1, 0), 1, side, window)]
    for number in reversed(range(min(place.layer + 1, len(weights.layers)))):
        shape = weights.layers[number].shape
        convolution, *pool = shape.spec.steps
        if place.before_pool and number == place.layer:
            pool = []
        for step, size in [(step, shape.conv_size) for step in pool] + [(convolution, shape.in_size)]:
            before = (side - 1) * step.stride + step.kernel_size
            window = receptive_field([step], window, size)
            found.append(Reach(number, step is not convolution, step, side, before, window))
            side = before
    return found


def fields(weights: Weights, place: Place) -> dict[int, Window]:
    """For each earlier layer (-1: the image) the part of its output that `place` depends on, padding cut off."""
    return {r.layer - 1: r.window for r in reach(weights, place) if not r.pool}


def stops(weights: Weights, place: Place) -> Iterator[Place]:
    """All places of the map of `place`, in the order in which the kernels slide over the input."""
    if is_linear(weights, place):
        yield place
        return
    shape = weights.layers[place.layer].shape
    step = Step(shape.spec.kernel_size, shape.spec.stride, shape.spec.padding)
    for stop in slide(shape.in_size, shape.in_size, step):
        yield Place(place.layer, place.channel, stop.row, stop.column, before_pool=shape.spec.max_pool)


def numbers_around(snapshot: Snapshot, place: Place) -> Numbers:
    """The map that `place` lies in, (1, h, w); for an output, what each number of the last maps gives it, (n, h, w).

    Without an image, zeros.
    """
    if is_linear(snapshot.weights, place):
        last = snapshot.weights.layers[-1].shape
        shape = (last.spec.out_channels, last.out_size, last.out_size)
        maps = snapshot.maps[-1].out if snapshot.maps else np.zeros(shape, np.float32)
        given: Numbers = snapshot.weights.linear_weight[place.channel].reshape(shape) * maps
        return given
    shown = snapshot.weights.layers[place.layer].shape
    if not snapshot.maps:
        size = shown.conv_size if place.before_pool else shown.out_size
        return np.zeros((1, size, size), np.float32)
    maps = np.maximum(snapshot.maps[place.layer].conv, 0) if place.before_pool else snapshot.maps[place.layer].out
    around: Numbers = maps[place.channel : place.channel + 1]
    return around


def kernels_of(weights: Weights, place: Place) -> Numbers:
    """The filter that makes `place`: a kernel for each input channel, (channels, k, k)."""
    if is_linear(weights, place):
        last = weights.layers[-1].shape
        shape = (last.spec.out_channels, last.out_size, last.out_size)
        return np.reshape(weights.linear_weight[place.channel], shape)
    kernels: Numbers = weights.layers[place.layer].weight[place.channel]
    return kernels


def padded_input(snapshot: Snapshot, place: Place, channel: int) -> Numbers:
    """What the kernel of one input channel of `place` slides over, (1, h + 2·padding, w + 2·padding).

    Raises:
        ValueError: the snapshot is of an empty drawing, or `place` is in the linear layer, where no kernel slides.
    """
    if snapshot.image is None or is_linear(snapshot.weights, place):
        raise ValueError(f"no kernel slides at {place}")
    source = snapshot.image[None] if place.layer == 0 else snapshot.maps[place.layer - 1].out
    padding = snapshot.weights.layers[place.layer].shape.spec.padding
    return pad(source[channel : channel + 1], padding).astype(np.float32)


def others(pixel: Pixel, channel: int) -> float:
    """The sum of all products but those of one input channel."""
    return float(np.delete(pixel.sums, channel).sum())


def comparable(weights: Weights, a: Place, b: Place) -> bool:
    """Whether both are numbers of one map, made with the same kernels, or both outputs, made of the same maps."""
    return a[:2] == b[:2] or (is_linear(weights, a) and is_linear(weights, b))


def highest_place(snapshot: Snapshot, place: Place) -> Place:
    """Where the map of `place` has its largest number; of an output, the largest of the other outputs."""
    if is_linear(snapshot.weights, place):
        logits = np.zeros(len(snapshot.weights.linear_bias)) if snapshot.logits is None else snapshot.logits
        order = [int(digit) for digit in np.argsort(-logits, kind="stable")]
        return place._replace(channel=next(digit for digit in order if digit != place.channel))
    around = numbers_around(snapshot, place)[0]
    row, column = divmod(int(around.argmax()), around.shape[1])
    return place._replace(row=row, column=column)


def pushes(sums: NDArray[np.float64], count: int) -> tuple[list[int], list[int]]:
    """The `count` channels with the largest of the `sums` above 0, and those with the lowest below 0, or fewer."""
    order = [int(channel) for channel in np.argsort(-sums, kind="stable")]
    up = [channel for channel in order if sums[channel] > 0]
    down = [channel for channel in reversed(order) if sums[channel] < 0]
    return up[:count], down[:count]


@dataclass(frozen=True)
class Stage:
    """One number on the way. In the image `place.layer` is -1.

    `weight` times `value` is its `product`: what it gave to the stage before. The first stage gave nothing yet.
    """

    place: Place
    value: float
    weight: float | None = None
    product: float | None = None


def trace(snapshot: Snapshot, place: Place) -> list[Stage]:
    """The path from `place` to a pixel of the image, following the largest product each time.

    Raises:
        IndexError: there is no such place.
        ValueError: the snapshot is of an empty drawing.
    """
    found = inspect(snapshot, place)
    path = [Stage(place, found.value)]
    while place.layer >= 0:
        pixel = found.pixel
        channel, row, column = pixel.strongest
        inside = channel, row - pixel.window.top, column - pixel.window.left
        place = Place(place.layer - 1, channel, row, column)
        value, weight, product = (float(numbers[inside]) for numbers in (pixel.patch, pixel.kernel, pixel.products))
        path.append(Stage(place, value, weight, product))
        if place.layer >= 0:
            found = inspect(snapshot, place)
    return path
