"""The arithmetic of one convolution, readable as a textbook: NumPy only, every step a name.

A convolution layer turns an input (in_channels, height, width) into an output (out_channels, height', width'). Each
output channel has a *filter*: one kernel for each input channel, and one bias. The kernels slide over the input
together; at each stop every kernel is multiplied, number by number, with the patch of its own channel under it, the
products are added up over all channels, and the bias is added. That sum is one output pixel:

    out[o, r, c] = bias[o] + Σ_i Σ_y Σ_x  weight[o, i, y, x] · padded[i, r·stride + y·dilation, c·stride + x·dilation]

With `groups` the channels are dealt out: each filter has kernels for the channels of its own group alone, and i counts
those. As many groups as channels is a *depthwise* convolution.

Sizes follow `torch.nn.Conv2d` (https://docs.pytorch.org/docs/stable/generated/torch.nn.Conv2d.html), which, like
all of deep learning, does not flip the kernel; the receptive field is the standard walk backwards through the layers
(Araujo, Norris and Sim, "Computing Receptive Fields of Convolutional Neural Networks", Distill 2019).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
Numbers = NDArray[np.floating[Any]]  # what comes in, float32 as a rule; all sums are made in float64


# -- where the kernel stands ------------------------------------------------------------------------------------


class Window(NamedTuple):
    """Rows and columns from `top`, `left` up to, not including, `bottom`, `right`. May reach into the padding."""

    top: int
    left: int
    bottom: int
    right: int

    def within(self, size: int) -> "Window":
        """The part that lies on a `size` × `size` map, without the padding."""
        return Window(*(min(max(edge, 0), size) for edge in self))


class Step(NamedTuple):
    """What one sliding window does: a convolution, or a pooling (padding 0)."""

    kernel_size: int
    stride: int
    padding: int
    dilation: int = 1  # from one weight to the next, in cells of the input

    @property
    def extent(self) -> int:
        """How many rows (and columns) of the input the kernel spans, with the cells that dilation jumps over."""
        return self.dilation * (self.kernel_size - 1) + 1


class Stop(NamedTuple):
    """One stop of the sliding kernel: the output pixel it makes, and the window of the input it reads."""

    row: int
    column: int
    window: Window


def output_size(size: int, kernel_size: int, stride: int, padding: int, dilation: int = 1) -> int:
    """⌊(size + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1; 0 or less when the kernel does not fit."""
    return (size + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1


def window_at(row: int, column: int, step: Step) -> Window:
    """What of the input the kernel spans for the output pixel at `row`, `column`; negative edges lie in the padding."""
    top, left = row * step.stride - step.padding, column * step.stride - step.padding
    return Window(top, left, top + step.extent, left + step.extent)


def slide(height: int, width: int, step: Step) -> Iterator[Stop]:
    """All stops of the kernel over an input of `height` × `width`, as one reads: row by row, from the left."""
    for row in range(output_size(height, *step)):
        for column in range(output_size(width, *step)):
            yield Stop(row, column, window_at(row, column, step))


def receptive_field(steps: Sequence[Step], window: Window, size: int | None = None) -> Window:
    """What of the input of `steps[0]` the output cells in `window` of `steps[-1]` read. With no steps: `window`.

    With `size`, the side of that input, the padding is cut off at every step: a cell of padding reads nothing before
    it, so it must not widen the window further back. Without, padding is counted as if it were input everywhere.
    """
    sides = (
        [] if size is None else list(accumulate(steps[:-1], lambda side, step: output_size(side, *step), initial=size))
    )
    for step in reversed(steps):
        top, left = (edge * step.stride - step.padding for edge in window[:2])
        bottom, right = ((edge - 1) * step.stride - step.padding + step.extent for edge in window[2:])
        window = Window(top, left, bottom, right)
        window = window.within(sides.pop()) if sides else window
    return window


# -- one output pixel -------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Pooled:
    """A max-pool: the values in its window, and the row and column (counted in the window) of the largest."""

    values: Array  # (size, size), after ReLU
    row: int
    column: int
    value: float


@dataclass(frozen=True, eq=False)
class Pixel:
    """Where one number of a feature map comes from, step by step. Arrays cannot be written to.

    With groups, `in_channels` counts those of the pixel's own group, of which the first is `first_channel`.

    `row` and `column` are those of the convolution's output. Where the layer pools, `pooled` tells which of the
    pixels in the pool's window won, and everything else explains that winner.
    """

    out_channel: int
    row: int
    column: int
    window: Window  # what the kernels span of the input
    patch: Array  # (in_channels, k, k): the input under the kernels, zeros where it is padding
    is_padding: Mask  # (k, k): which cells of the patch are padding, the same for every channel
    kernel: Array  # (in_channels, k, k): one kernel for each input channel
    products: Array  # (in_channels, k, k): patch times kernel, number by number
    sums: Array  # (in_channels,): the products of each channel added up
    bias: float
    pooled: Pooled | None = None
    dilation: int = 1
    first_channel: int = 0

    @cached_property
    def total(self) -> float:
        """The sum over all channels, still without the bias."""
        return float(self.sums.sum())

    @property
    def conv(self) -> float:
        """W·x + b: what `Conv2d` gives."""
        return self.total + self.bias

    @property
    def relu(self) -> float:
        """What is left after ReLU: negative numbers become 0."""
        return max(self.conv, 0.0)

    @property
    def value(self) -> float:
        """The number in the map: after ReLU and, where there is one, the max-pool."""
        return self.relu if self.pooled is None else self.pooled.value

    @cached_property
    def by_size(self) -> list[int]:
        """The input channels, the one that contributes most, up or down, first."""
        return [int(channel) for channel in np.argsort(-np.abs(self.sums), kind="stable")]

    @cached_property
    def strongest(self) -> tuple[int, int, int]:
        """Channel, row and column of the input pixel with the largest product; padding is 0 and wins only a tie."""
        candidates = np.where(self.is_padding, -np.inf, self.products)
        channel, row, column = np.unravel_index(int(candidates.argmax()), candidates.shape)
        down, right = self.dilation * int(row), self.dilation * int(column)
        return self.first_channel + int(channel), self.window.top + down, self.window.left + right


def explain(
    image: Numbers, weight: Numbers, bias: Numbers | None, out_channel: int, row: int, column: int,
    *, stride: int = 1, padding: int = 0, max_pool: int = 0, dilation: int = 1, groups: int = 1,
) -> Pixel:  # fmt: skip
    """How the pixel at `row`, `column` of the output channel `out_channel` is made.

    `image` (in_channels, height, width); `weight` (out_channels, in_channels / groups, k, k); `bias` (out_channels,)
    or None. With `max_pool` the output is pooled by windows of that size and stride; `row` and `column` count there.

    Raises:
        IndexError: there is no such pixel.
    """
    step = Step(weight.shape[-1], stride, padding, dilation)
    pooled = None
    if max_pool:
        pooled = _pool(image, weight, bias, out_channel, row, column, step, max_pool, groups)
        row, column = row * max_pool + pooled.row, column * max_pool + pooled.column
    _check(image, weight, out_channel, row, column, step)
    window = window_at(row, column, step)
    first = out_channel // (len(weight) // groups) * weight.shape[1]  # of the channels in the filter's group
    patch, is_padding = _patch(image[first : first + weight.shape[1]], window, dilation)
    kernel = np.array(weight[out_channel], np.float64)
    products = patch * kernel  # number by number, channel by channel
    sums = products.sum(axis=(1, 2))
    for array in (patch, is_padding, kernel, products, sums):
        array.flags.writeable = False
    offset = 0.0 if bias is None else float(bias[out_channel])
    return Pixel(
        out_channel, row, column, window, patch, is_padding, kernel, products, sums, offset, pooled, dilation, first
    )


def _check(image: Numbers, weight: Numbers, out_channel: int, row: int, column: int, step: Step) -> None:
    sizes = [len(weight), *(output_size(side, *step) for side in image.shape[1:])]
    if not all(0 <= place < size for place, size in zip((out_channel, row, column), sizes, strict=True)):
        raise IndexError(f"the output {sizes} has no pixel [{out_channel}, {row}, {column}]")


def _patch(image: Numbers, window: Window, dilation: int) -> tuple[Array, Mask]:
    """The input under the kernels (in_channels, k, k), and which of its cells are padding (k, k)."""
    channels, height, width = image.shape
    rows, columns = (np.arange(*ends, dilation) for ends in ((window.top, window.bottom), (window.left, window.right)))
    outside_rows, outside_columns = (rows < 0) | (rows >= height), (columns < 0) | (columns >= width)
    is_padding = outside_rows[:, None] | outside_columns
    patch = np.zeros((channels, len(rows), len(columns)))
    patch[:, ~is_padding] = image[:, rows[~outside_rows]][:, :, columns[~outside_columns]].reshape(channels, -1)
    return patch, is_padding


def _pool(
    image: Numbers, weight: Numbers, bias: Numbers | None, out_channel: int, row: int, column: int,
    step: Step, size: int, groups: int,
) -> Pooled:  # fmt: skip
    """The largest of `size` × `size` pixels, each of which is the answer of `explain` without a pool."""
    values = np.empty((size, size))
    for (y, x), _ in np.ndenumerate(values):
        pixel = explain(
            image, weight, bias, out_channel, row * size + y, column * size + x,
            stride=step.stride, padding=step.padding, dilation=step.dilation, groups=groups,
        )  # fmt: skip
        values[y, x] = pixel.relu
    values.flags.writeable = False
    best_row, best_column = divmod(int(values.argmax()), size)
    return Pooled(values, best_row, best_column, float(values.max()))


# -- the whole output -------------------------------------------------------------------------------------------


def pad(image: Numbers, padding: int) -> Array:
    """The input (in_channels, height, width) framed by `padding` rings of zeros."""
    return np.pad(image, ((0, 0), (padding, padding), (padding, padding))).astype(np.float64)


def convolve(
    image: Numbers, weight: Numbers, bias: Numbers | None, stride: int = 1, padding: int = 0,
    dilation: int = 1, groups: int = 1,
) -> Array:  # fmt: skip
    """All output pixels at once, (out_channels, height', width'); what `Conv2d` gives, before ReLU.

    The same sums as in `explain`, in another order: not pixel by pixel but kernel cell by kernel cell. Each weight
    is multiplied with everything it ever meets, which is the padded input from that cell on, in steps of the stride.
    """
    padded = pad(image, padding)
    step = Step(weight.shape[-1], stride, padding, dilation)
    rows, columns = (max(output_size(side, *step), 0) for side in image.shape[1:])
    out = np.zeros((len(weight), rows, columns))
    filters, channels = len(weight) // groups, weight.shape[1]  # of one group
    for group, y, x in np.ndindex(groups, *weight.shape[2:]):
        down, right = y * dilation, x * dilation
        met = padded[:, down : down + rows * stride : stride, right : right + columns * stride : stride]
        read, made = (slice(group * count, (group + 1) * count) for count in (channels, filters))
        factors = weight[made, :, y, x].astype(np.float64)
        out[made] += np.tensordot(factors, met[read, :rows, :columns], axes=1)  # Σ over the input channels
    if bias is not None:
        out += bias[:, None, None]
    out.flags.writeable = False
    return out


def max_pool(maps: Numbers, size: int) -> Array:
    """The largest of each `size` × `size` pixels of `maps` (channels, height, width); what is left over is dropped."""
    channels, rows, columns = maps.shape[0], maps.shape[1] // size, maps.shape[2] // size
    windows = maps[:, : rows * size, : columns * size].reshape(channels, rows, size, columns, size)
    pooled: Array = windows.max(axis=(2, 4)).astype(np.float64)
    return pooled
