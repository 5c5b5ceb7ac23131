"""What the Convolution lab asks about the settings of the moment, with the answers worked out.

The words are the window's; here are their keys, the numbers and the working, which is the same in every language.
"""

from dataclasses import dataclass, replace

import numpy as np

from model.convolution import Pixel
from model.lab.lab import POOL, Lab
from model.lab.lessons import LESSONS
from model.look.snapshot import Layer


@dataclass(frozen=True)
class Question:
    """What is asked, under the key of its words, and the one number that answers it.

    `numbers`, and the written number `given`, go into the question's words; `working` shows how the answer comes about.
    """

    key: str
    answer: float
    working: str
    numbers: tuple[int, ...] = ()
    given: str = ""

    def is_right(self, guess: float) -> bool:
        """Whether `guess` is the answer, to the two places that are written on screen."""
        return abs(guess - self.answer) < 0.0051


def lesson_question(lesson: int, lab: Lab, layer: Layer | None = None, layers: int = 3) -> Question:
    """The question of lesson number `lesson` (0…14) about `lab`, as it is now.

    `layer` is the network's first one, for the lesson on it; `layers` how many stand on each other in the lesson on
    receptive fields.
    """
    key = LESSONS[lesson]
    n, k, p, d = lab.size, lab.kernel_size, lab.padding, lab.dilation
    if key == "edges":
        return _even_question(lab)
    if key == "one kernel":
        return Question(key, k * k, f"{k} · {k} = {k * k}", (k,))
    if key in ("stride", "conv2d"):
        return replace(size_question(lab), key="output size")
    if key == "padding":
        wide = n + 2 * p
        return Question(key, wide**2 - n**2, f"{wide} · {wide} − {n} · {n} = {wide**2 - n**2}", (n, p))
    if key == "dilation":
        return Question(key, lab.step.extent, f"{d} · ({k} − 1) + 1 = {lab.step.extent}", (k, d))
    if key == "shared weights":
        return replace(_parameters(lab), key=key)
    if key == "relu":
        return _relu_question(lab)
    if key == "max-pool":
        rows = lab.out_size // POOL
        return Question(key, rows, f"⌊{lab.out_size} / {POOL}⌋ = {rows}", (lab.out_size, POOL))
    if key == "channels in":
        working = f"in_channels / groups = {lab.in_channels} / {lab.groups} = {lab.kernels}"
        working = working if lab.groups > 1 else f"in_channels = {lab.kernels}"
        return Question(key, lab.kernels, working, (lab.in_channels, lab.groups))
    if key == "1 × 1":
        count = lab.kernels * k * k
        return Question(key, count, f"{lab.kernels} · {k} · {k} = {count}", (k, lab.kernels))
    if key == "receptive field":
        return _field_question(lab, layers)
    if key == "network":
        return _network_question(layer)
    return replace(_weights(lab), key=key)  # channels out, groups


def _even_question(lab: Lab) -> Question:
    """What filter 0 gives where the input is 1 everywhere: the sum of its weights."""
    weight = lab.weight[0].astype(float)
    parts = (
        weight.ravel() if weight.size <= 9 else weight.sum(axis=(1, 2)) if lab.kernels > 1 else weight[0].sum(axis=1)
    )
    return Question("edges", float(weight.sum()), f"{_sum(parts.tolist())} {written(weight.sum())}")


def _weights(lab: Lab) -> Question:
    o, k = lab.out_channels, lab.kernel_size
    per = f"{lab.in_channels}" if lab.groups == 1 else f"{lab.in_channels}/{lab.groups}"
    numbers = (lab.in_channels, o, k, lab.groups)
    return Question("weights", lab.weights, f"{o} · {per} · {k} · {k} = {lab.weights}", numbers)


def _parameters(lab: Lab) -> Question:
    o, k = lab.out_channels, lab.kernel_size
    count = lab.weights + lab.biases
    bias = f" + {o}" if lab.biases else ""
    return Question("parameters", count, f"{o} · {lab.kernels} · {k} · {k}{bias} = {count}")


def _relu_question(lab: Lab) -> Question:
    """What ReLU makes of the lowest number of the output."""
    lowest = float(lab.output.min())
    answer = max(lowest, 0.0)
    return Question("relu", answer, f"max(0, {written(lowest)}) = {written(answer)}", given=written(lowest))


def _field_question(lab: Lab, layers: int) -> Question:
    """How many rows of the input one number sees after `layers` such layers."""
    field, terms = 1, ["1"]
    for number in range(layers):
        grown = (lab.step.extent - 1) * lab.stride**number
        field += grown
        terms.append(str(grown))
    numbers = (layers, lab.kernel_size, lab.stride, lab.dilation)
    return Question("receptive field", field, f"{' + '.join(terms)} = {field}", numbers)


def _network_question(layer: Layer | None) -> Question:
    filters, channels, size, biased = (4, 1, 3, True)
    if layer is not None:
        (filters, channels, size), biased = layer.weight.shape[:3], layer.shape.spec.bias
    count = filters * channels * size**2 + (filters if biased else 0)
    working = f"{filters} · {channels} · {size} · {size}" + (f" + {filters}" if biased else "")
    return Question("network", count, f"{working} = {count}", (filters, size))


def size_question(lab: Lab) -> Question:
    """How many rows has the output?"""
    numbers = (lab.size, lab.kernel_size, lab.stride, lab.padding, lab.dilation)
    return Question("output size", lab.out_size, size_working(lab), numbers)


def size_quiz(seed: int) -> Question:
    """A size question about settings by chance: input size, kernel size, stride and padding."""
    random = np.random.default_rng(seed)
    size, stride, padding = (int(random.integers(low, high + 1)) for low, high in ((3, 12), (1, 4), (0, 3)))
    k = int(random.integers(1, min(5, size) + 1))
    blank = np.zeros((1, size, size), np.float32)
    return replace(
        size_question(Lab(blank, np.zeros((1, 1, k, k), np.float32), None, stride, padding)), key="size quiz"
    )


def cell_question(lab: Lab, out_channel: int, row: int, column: int) -> Question:
    """Which number comes into this output cell?"""
    pixel = lab.pixel(out_channel, row, column)
    return Question("next cell", pixel.conv, _cell_working(lab, pixel), (out_channel, row, column))


def _cell_working(lab: Lab, pixel: Pixel) -> str:
    """What is added up: the channels' sums; of one channel its products, or with a large kernel the sum of each row."""
    if len(pixel.sums) > 1:
        parts = [float(part) for part in pixel.sums]
    else:
        parts = (pixel.products[0].ravel() if lab.kernel_size <= 3 else pixel.products[0].sum(axis=1)).tolist()
    if lab.bias is not None:
        parts.append(pixel.bias)
    return f"{_sum(parts)} {written(pixel.conv)}"


def _sum(parts: list[float]) -> str:
    """`(+1) + (-2) =`: numbers as they are written; where what is written does not add up exactly, with ≈."""
    exact = abs(sum(round(part, 2) for part in parts) - round(sum(parts), 2)) < 1e-9
    return f"{' + '.join(f'({written(part, sign=True)})' for part in parts)} {'=' if exact else '≈'}"


def size_working(lab: Lab) -> str:
    """The output size with its numbers: ⌊(5 + 2·1 − 3) / 2⌋ + 1 = 3."""
    span = str(lab.kernel_size) if lab.dilation == 1 else f"{lab.dilation}·({lab.kernel_size} − 1) − 1"
    quotient = f"({lab.size} + 2·{lab.padding} − {span}) / {lab.stride}"
    rest = (lab.size + 2 * lab.padding - lab.step.extent) % lab.stride
    return (f"⌊{quotient}⌋" if rest else quotient) + f" + 1 = {lab.out_size}"


def written(number: float, *, sign: bool = False, digits: int = 2) -> str:
    """A number as short as it can be: whole, or with a few digits."""
    rounded = round(float(number), digits) + 0.0  # no -0
    text = f"{rounded:+.{digits}f}" if sign else f"{rounded:.{digits}f}"
    return text.rstrip("0").rstrip(".")
