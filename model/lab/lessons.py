"""The nine lessons of the Convolution lab: prepared states, and questions with their answers worked out.

The words are the window's; here are their keys, the numbers and the working, which is the same in every language.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model import kernels
from model.convolution import Pixel
from model.drawing import ink
from model.drawing.raster import raster
from model.lab.lab import Lab, with_kernel
from model.lab.settings import with_picture
from model.look.snapshot import Layer

Array = NDArray[np.float32]

LESSONS = (
    "one kernel", "stride", "padding", "shared weights", "channels in", "channels out", "conv2d", "edges", "network",
)  # fmt: skip
_SEVEN = [(80, 62), (200, 60), (172, 120), (146, 180), (130, 230)]  # stands in where nothing is drawn yet


@dataclass(frozen=True)
class Question:
    """What is asked, under the key of its words, and the one number that answers it.

    `numbers` go into the question's words; `working` shows how the answer comes about.
    """

    key: str
    answer: float
    working: str
    numbers: tuple[int, ...] = ()

    def is_right(self, guess: float) -> bool:
        """Whether `guess` is the answer, to what is written on screen."""
        return abs(guess - self.answer) < 0.0051


def prepare(lesson: int, drawing: Array | None = None, layer: Layer | None = None) -> Lab:
    """The state that lesson number `lesson` (0…8) begins with.

    `drawing` (28, 28), 0…1, is what is drawn now and `layer` the network's first layer, for the lessons on them.
    """
    if lesson == 7:
        return _edges(drawing)
    if lesson == 8:
        return _network(drawing, layer)
    return _PREPARED[lesson]


def _numbers(
    channels: int, size: int, filters: int, kernel_size: int, seed: int, stride: int = 1, padding: int = 0
) -> Lab:
    weight = np.stack([
        np.stack([kernels.kernel("random", kernel_size, seed + 31 * o + i) for i in range(channels)])
        for o in range(filters)
    ])  # fmt: skip
    return Lab(kernels.numbers(channels, size, seed), weight, None, stride, padding)


def _blank(size: int) -> Array:
    return np.zeros((1, size, size), np.float32)


def _with_biases(lab: Lab, *bias: float) -> Lab:
    return replace(lab, bias=np.array(bias, np.float32))


_PREPARED = (
    replace(_numbers(1, 4, 1, 2, 3), weight=np.array([[[[1, -1], [2, 0]]]], np.float32)),
    _numbers(1, 6, 1, 3, 5, stride=2),
    _numbers(1, 5, 1, 3, 8, padding=1),
    _with_biases(with_kernel(_numbers(1, 6, 1, 3, 13), 0, "edge"), 1),
    _with_biases(_numbers(3, 5, 1, 3, 44, stride=2, padding=1), 1),
    _with_biases(_numbers(3, 5, 2, 3, 44, stride=2, padding=1), 1, -2),
    _with_biases(_numbers(2, 8, 3, 3, 55, stride=2, padding=1), 0, 1, 2),
)


def _drawn(drawing: Array | None) -> Array:
    """The drawing, or a seven where there is none: (1, 28, 28)."""
    if drawing is None:
        made = raster(ink.render([ink.Stroke(np.array(_SEVEN, np.float32))]))
        assert made is not None
        drawing = made.image
    return drawing[None]


def _edges(drawing: Array | None) -> Lab:
    weight = np.stack([kernels.kernel(kind, 3)[None] for kind in ("edge", "edge across")])
    lab = Lab(_blank(2), weight, padding=1, kinds=("edge", "edge across"))
    return with_picture(lab, _drawn(drawing))


def _network(drawing: Array | None, layer: Layer | None) -> Lab:
    """The first filters of the network's own first layer; without a network, filters by chance."""
    if layer is None or layer.weight.shape[1] != 1:
        by_chance = _with_biases(_numbers(1, 4, 4, 3, 89, padding=1), 0, 0, 0, 0)
        return with_picture(by_chance, _drawn(drawing))
    spec = layer.shape.spec
    bias = layer.bias[:4] if spec.bias else None
    lab = Lab(_blank(28), layer.weight[:4], bias, spec.stride, spec.padding)
    return with_picture(lab, _drawn(drawing))


# -- questions --------------------------------------------------------------------------------------------------


def lesson_question(lesson: int, layer: Layer | None = None) -> Question:
    """The question that belongs to lesson number `lesson` (0…8), about the state it begins with."""
    key = LESSONS[lesson]
    if lesson == 0:
        return Question(key, 4, "2 · 2 = 4")
    if lesson == 1:
        return replace(size_question(_PREPARED[1]), key=key)
    if lesson == 2:
        return Question(key, 2, "(n + 2·p − 5) / 1 + 1 = n  →  2·p = 4  →  p = 2")
    if lesson == 3:
        return Question(key, 10, "3 · 3 + 1 = 10")
    if lesson == 4:
        return Question(key, 3, "in_channels = 3")
    if lesson == 5:
        return Question(key, 54, "out · in · k · k = 2 · 3 · 3 · 3 = 54")
    if lesson == 6:
        return replace(size_question(_PREPARED[6]), key=key)
    if lesson == 7:
        return Question(key, 0, "−1 + 0 + 1 − 2 + 0 + 2 − 1 + 0 + 1 = 0")
    return _network_question(key, layer)


def _network_question(key: str, layer: Layer | None) -> Question:
    filters, channels, size, biased = (4, 1, 3, True)
    if layer is not None:
        (filters, channels, size), biased = layer.weight.shape[:3], layer.shape.spec.bias
    count = filters * channels * size**2 + (filters if biased else 0)
    working = f"{filters} · {channels} · {size} · {size}" + (f" + {filters}" if biased else "")
    return Question(key, count, f"{working} = {count}", (filters, size))


def size_question(lab: Lab) -> Question:
    """How many rows has the output?"""
    return Question("output size", lab.out_size, size_working(lab))


def size_quiz(seed: int) -> Question:
    """A size question about settings by chance; its numbers are input size, kernel size, stride and padding."""
    random = np.random.default_rng(seed)
    size, stride, padding = (int(random.integers(low, high + 1)) for low, high in ((3, 12), (1, 4), (0, 3)))
    kernel_size = int(random.integers(1, min(5, size) + 1))
    lab = Lab(_blank(size), _blank(kernel_size)[None], None, stride, padding)
    return replace(size_question(lab), numbers=(size, kernel_size, stride, padding))


def cell_question(lab: Lab, out_channel: int, row: int, column: int) -> Question:
    """Which number comes into this output cell?"""
    pixel = lab.pixel(out_channel, row, column)
    return Question("next cell", pixel.conv, _cell_working(lab, pixel), (out_channel, row, column))


def _cell_working(lab: Lab, pixel: Pixel) -> str:
    """What is added up: the channels' sums; of one channel its products, or with a large kernel the sum of each row.

    Numbers are rounded as they are written; where what is written does not add up exactly it says ≈.
    """
    if len(pixel.sums) > 1:
        parts = list(pixel.sums)
    else:
        parts = list(pixel.products[0].ravel() if lab.kernel_size <= 3 else pixel.products[0].sum(axis=1))
    if lab.bias is not None:
        parts.append(pixel.bias)
    exact = abs(sum(round(float(part), 2) for part in parts) - round(pixel.conv, 2)) < 1e-9
    sum_ = " + ".join(f"({written(part, sign=True)})" for part in parts)
    return f"{sum_} {'=' if exact else '≈'} {written(pixel.conv)}"


def size_working(lab: Lab) -> str:
    """The output size with its numbers: ⌊(5 + 2·1 − 3) / 2⌋ + 1 = 3."""
    quotient = f"({lab.size} + 2·{lab.padding} − {lab.kernel_size}) / {lab.stride}"
    rest = (lab.size + 2 * lab.padding - lab.kernel_size) % lab.stride
    return (f"⌊{quotient}⌋" if rest else quotient) + f" + 1 = {lab.out_size}"


def written(number: float, *, sign: bool = False, digits: int = 2) -> str:
    """A number as short as it can be: whole, or with a few digits."""
    rounded = round(float(number), digits) + 0.0  # no -0
    text = f"{rounded:+.{digits}f}" if sign else f"{rounded:.{digits}f}"
    return text.rstrip("0").rstrip(".")
