"""What stands on the bench of the Convolution lab: one input, one `Conv2d` with all its numbers, and what they make.

A `Lab` never changes; each function returns the next one. Sizes are changed in `lab_settings`.
"""

import math
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from model import kernels
from model.convolution import Pixel, Step, Stop, convolve, explain, max_pool, output_size, window_at

Array = NDArray[np.float32]

LARGEST = 99.0  # what one can type into a cell, up or down
POOL = 2  # rows and columns of a max-pool's window, and its stride
EQUAL = 1e-4  # the lab's sums and PyTorch's may differ by this much


@dataclass(frozen=True, eq=False)
class Lab:
    """Input and layer, in PyTorch's words; after it, if wanted, ReLU and a max-pool.

    `image` (in_channels, n, n); `weight` (out_channels, in_channels / groups, k, k); `bias` (out_channels,) or None.
    `picture` (channels, side, side) is the drawing or photograph that `image` was shrunk from, None for numbers.
    `kinds` names the kernel each filter was given, "own" where its weights were typed.
    """

    image: Array
    weight: Array
    bias: Array | None = None
    stride: int = 1
    padding: int = 0
    dilation: int = 1
    groups: int = 1
    relu: bool = False
    max_pool: bool = False
    picture: Array | None = None
    kinds: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Take private copies, so that a lab stays what it was."""
        for name in ("image", "weight", "bias", "picture"):
            if (array := getattr(self, name)) is not None:
                copy = np.array(array, np.float32)
                copy.flags.writeable = False
                object.__setattr__(self, name, copy)
        if not self.kinds:
            object.__setattr__(self, "kinds", ("own",) * len(self.weight))

    @property
    def in_channels(self) -> int:
        """Channels of the input."""
        return int(self.image.shape[0])

    @property
    def out_channels(self) -> int:
        """Filters, and channels of the output."""
        return int(self.weight.shape[0])

    @property
    def kernels(self) -> int:
        """Kernels in each filter: one for each input channel of its group."""
        return int(self.weight.shape[1])

    def first_channel(self, out_channel: int) -> int:
        """The first input channel that a filter reads; its kernels stand on this one and the next."""
        return out_channel // (self.out_channels // self.groups) * self.kernels

    @property
    def size(self) -> int:
        """Height and width of the input."""
        return int(self.image.shape[1])

    @property
    def kernel_size(self) -> int:
        """Height and width of each kernel."""
        return int(self.weight.shape[2])

    @property
    def step(self) -> Step:
        """How the kernels slide."""
        return Step(self.kernel_size, self.stride, self.padding, self.dilation)

    @property
    def out_size(self) -> int:
        """Height and width of each output channel."""
        return output_size(self.size, *self.step)

    @property
    def weights(self) -> int:
        """How many weights there are."""
        return self.weight.size

    @property
    def biases(self) -> int:
        """How many biases there are."""
        return 0 if self.bias is None else self.out_channels

    @property
    def multiply_adds(self) -> int:
        """Multiplications for the whole output, padding counted as if it were input."""
        return self.out_size**2 * self.weights

    @property
    def pools(self) -> bool:
        """Whether there is a max-pool, and something for it to pool."""
        return self.max_pool and self.out_size >= POOL

    @property
    def code(self) -> str:
        """The layer as a line of PyTorch; arguments that do nothing are left out, as one does."""
        rare = f", dilation={self.dilation}" if self.dilation > 1 else ""
        rare += f", groups={self.groups}" if self.groups > 1 else ""
        layers = [
            f"torch.nn.Conv2d(in_channels={self.in_channels}, out_channels={self.out_channels}, "
            f"kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}{rare}, "
            f"bias={self.bias is not None})"
        ]
        layers += ["torch.nn.ReLU()"] if self.relu else []
        layers += [f"torch.nn.MaxPool2d({POOL})"] if self.pools else []
        return layers[0] if len(layers) == 1 else f"torch.nn.Sequential({', '.join(layers)})"

    @cached_property
    def output(self) -> NDArray[np.float64]:
        """All output channels of the convolution, (out_channels, out_size, out_size)."""
        return convolve(self.image, self.weight, self.bias, self.stride, self.padding, self.dilation, self.groups)

    @cached_property
    def after_relu(self) -> NDArray[np.float64]:
        """`output`, its negative numbers 0 if there is a ReLU."""
        return np.maximum(self.output, 0) if self.relu else self.output

    @cached_property
    def after_pool(self) -> NDArray[np.float64]:
        """What leaves the whole layer: `after_relu`, or its max-pool."""
        return max_pool(self.after_relu, POOL) if self.pools else self.after_relu

    def pixel(self, out_channel: int, row: int, column: int) -> Pixel:
        """How one number of the convolution's output is made."""
        return explain(
            self.image, self.weight, self.bias, out_channel, row, column,
            stride=self.stride, padding=self.padding, dilation=self.dilation, groups=self.groups,
        )  # fmt: skip

    def stop(self, number: int) -> Stop:
        """Stop number `number` of the sliding kernels, from 0, row by row."""
        row, column = divmod(number, self.out_size)
        return Stop(row, column, window_at(row, column, self.step))

    def nearest_stop(self, row: int, column: int) -> int:
        """The number of the stop whose window lies nearest around the input cell at `row`, `column`."""
        places = []
        for place in (row, column):
            stop = (place + self.padding - (self.step.extent - 1) / 2) / self.stride
            places.append(min(max(math.floor(stop + 0.5), 0), self.out_size - 1))
        return places[0] * self.out_size + places[1]

    def same_place(self, before: "Lab", number: int) -> int:
        """The stop around the place of the input at which the kernels stood at stop `number` of `before`.

        Where they begin they begin anew.
        """
        if number == 0 or (before.size, before.step) == (self.size, self.step):
            return number
        top, left, bottom, right = before.stop(number).window
        return self.nearest_stop((top + bottom - 1) // 2, (left + right - 1) // 2)

    def begins(self) -> list[int]:
        """Rows (and columns) at which a window begins; what lies between them the stride jumps over."""
        return [stop * self.stride - self.padding for stop in range(self.out_size)]

    def read_at(self, stop: int) -> list[int]:
        """Rows (or columns) that the kernel reads at its stop number `stop` down (or to the right)."""
        begin = stop * self.stride - self.padding
        return [begin + number * self.dilation for number in range(self.kernel_size)]

    def unread(self) -> list[int]:
        """Rows (and columns) of the padded input, counted from -padding, that no weight ever meets."""
        read = {place for stop in range(self.out_size) for place in self.read_at(stop)}
        return [place for place in range(-self.padding, self.size + self.padding) if place not in read]

    def goes_into(self, row: int, column: int) -> list[tuple[int, int]]:
        """The output cells, as row and column, that the input cell at `row`, `column` is a part of."""
        down, right = ([s for s in range(self.out_size) if place in self.read_at(s)] for place in (row, column))
        return [(r, c) for r in down for c in right]


# -- numbers ----------------------------------------------------------------------------------------------------


def parse(text: str, largest: float = LARGEST) -> float | None:
    """The number in `text`, with a point or a comma; None where there is none, or one beyond ±`largest`."""
    try:
        number = float(text.strip().replace(",", ".").replace("−", "-"))
    except ValueError:
        return None
    return number if abs(number) <= largest else None


def with_cell(lab: Lab, channel: int, row: int, column: int, number: float) -> Lab:
    """The same with one number of the input changed."""
    image = lab.image.copy()
    image[channel, row, column] = number
    return replace(lab, image=image)


def with_weight(lab: Lab, out_channel: int, channel: int, row: int, column: int, number: float) -> Lab:
    """The same with one weight changed."""
    weight = lab.weight.copy()
    weight[out_channel, channel, row, column] = number
    return replace(lab, weight=weight, kinds=_renamed(lab, out_channel, "own"))


def with_bias(lab: Lab, out_channel: int, number: float | None) -> Lab:
    """The same with one filter's bias changed; None takes all biases away, a number brings them back."""
    if number is None:
        return replace(lab, bias=None)
    bias = np.zeros(lab.out_channels, np.float32) if lab.bias is None else lab.bias.copy()
    bias[out_channel] = number
    return replace(lab, bias=bias)


def with_kernel(lab: Lab, out_channel: int, kind: str, seed: int = 0) -> Lab:
    """The same with every kernel of one filter set to `kind`: by name, or by chance, each its own."""
    weight = lab.weight.copy()
    for channel in range(lab.kernels):
        weight[out_channel, channel] = kernels.kernel(kind, lab.kernel_size, seed + 31 * out_channel + channel)
    return replace(lab, weight=weight, kinds=_renamed(lab, out_channel, kind))


def _renamed(lab: Lab, out_channel: int, kind: str) -> tuple[str, ...]:
    return (*lab.kinds[:out_channel], kind, *lab.kinds[out_channel + 1 :])


# -- PyTorch ----------------------------------------------------------------------------------------------------


@lru_cache(2)
def difference(lab: Lab) -> float:
    """The largest difference between the lab's numbers and PyTorch's modules; measured once for each lab.

    Compares `output` with `torch.nn.Conv2d`, and what ReLU and max-pool make of it with theirs. Imports torch, which
    computes in float64, so that numbers of any size can be compared.
    """
    import torch

    # not skip_init: it imports sympy, most of a second; its random weights are not from a training run's generator
    conv = torch.nn.Conv2d(
        lab.in_channels, lab.out_channels, *lab.step, groups=lab.groups,
        bias=lab.bias is not None, dtype=torch.float64,
    )  # fmt: skip
    with torch.inference_mode():
        conv.weight.copy_(torch.from_numpy(lab.weight.copy()))
        if lab.bias is not None and conv.bias is not None:
            conv.bias.copy_(torch.from_numpy(lab.bias.copy()))
        expected = conv(torch.from_numpy(lab.image.astype(np.float64))[None])
        pairs = [(expected, lab.output)]
        if lab.relu:
            pairs.append((expected := torch.relu(expected), lab.after_relu))
        if lab.pools:
            pairs.append((torch.max_pool2d(expected, POOL), lab.after_pool))
    return max(
        float(np.abs(theirs[0].numpy() - ours).max()) if theirs[0].shape == ours.shape else math.inf
        for theirs, ours in pairs
    )
