"""How much of the input a number sees after several layers: what it could read, and where its gradient really is.

The theoretical receptive field grows with every layer; but most ways through the layers end near its middle, so the
effective one is smaller (Luo et al., "Understanding the Effective Receptive Field in Deep Convolutional Neural
Networks", NeurIPS 2016).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.convolution import Step, Window, receptive_field
from model.lab.lessons import drawn
from model.network.architecture import INPUT_SIDE

if TYPE_CHECKING:
    from model.network.digit_net import DigitNet

Array = NDArray[np.float64]

LAYERS = 5
LARGEST = 63  # rows; a larger field is counted but not drawn
SHARE = 0.9  # of the gradient, in absolute values, that lies within the effective field


@dataclass(frozen=True, eq=False)
class Field:
    """What one number in the middle of the output of layer `depth` (1 for the first) sees of the input.

    `side` is the theoretical field's height, padding counted as if it were input; `window` is that field in
    `gradient` (rows, rows), the absolute gradient of the number by every input cell, its largest 1; None where it is
    too large to draw. `effective` is the height of the smallest square around the middle that holds `SHARE` of it.
    """

    depth: int
    side: int
    window: Window
    gradient: Array | None
    effective: int


def of_settings(step: Step) -> list[Field]:
    """For one to five such layers on each other, all weights equal: the gradient counts the ways through the layers."""
    ways, spread = np.ones(1), 1  # along one side; the other side is the same, so the picture is their product
    made: list[Array] = []
    for _ in range(LAYERS):
        kernel = np.zeros(spread * (step.extent - 1) + 1)
        kernel[:: spread * step.dilation] = 1
        ways = np.convolve(ways, kernel)
        made.append(ways / ways.max())
        spread *= step.stride
    rows = max([15] + [len(ways) + 2 for ways in made if len(ways) <= LARGEST])
    return [_of_ways(depth, ways, rows) for depth, ways in enumerate(made, start=1)]


def _of_ways(depth: int, ways: Array, rows: int) -> Field:
    side = len(ways)
    within = [ways[less : side - less].sum() / ways.sum() for less in range((side + 1) // 2)]
    effective = side - 2 * (int(sum(part**2 >= SHARE for part in within)) - 1)
    if side > LARGEST:
        return Field(depth, side, Window(0, 0, 0, 0), None, effective)
    first = (rows - side) // 2
    window = Window(first, first, first + side, first + side)
    whole = np.zeros((rows, rows))
    whole[first : first + side, first : first + side] = np.outer(ways, ways)
    return Field(depth, side, window, whole, effective)


def of_network(network: "DigitNet", image: NDArray[np.float32] | None) -> list[Field]:
    """For each layer of `network`: the real gradient of the sum of its channels' middle numbers.

    `image` (28, 28) is what it reads; None: a seven.

    Imports torch.
    """
    import torch

    from model.network.digit_net import Tap

    image = drawn(image)[0]
    pixels = torch.from_numpy(image.copy())[None, None].requires_grad_()
    taps: list[Tap] = []
    with torch.enable_grad():
        network(pixels, taps)
    steps: list[Step] = []
    fields = []
    for depth, (spec, tap) in enumerate(zip(network.specs, taps, strict=True), start=1):
        steps.append(spec.steps[0])
        middle = tap.conv.shape[-1] // 2
        (gradient,) = torch.autograd.grad(tap.conv[0, :, middle, middle].sum(), pixels, retain_graph=True)
        total = gradient[0, 0].abs().numpy().astype(np.float64)
        place = Window(middle, middle, middle + 1, middle + 1)
        whole = receptive_field(steps, place)
        window = receptive_field(steps, place, INPUT_SIDE)
        fields.append(
            Field(depth, whole.bottom - whole.top, window, total / max(total.max(), 1e-12), _effective(total, whole))
        )
        steps.extend(spec.steps[1:])
    return fields


def _effective(gradient: Array, window: Window) -> int:
    """The height of the smallest square around the middle of `window` that holds `SHARE` of the gradient."""
    total, best = float(gradient.sum()), window.bottom - window.top
    for less in range((window.bottom - window.top + 1) // 2):
        inner = Window(window.top + less, window.left + less, window.bottom - less, window.right - less)
        top, left, bottom, right = inner.within(len(gradient))
        if gradient[top:bottom, left:right].sum() < SHARE * total:
            break
        best = inner.bottom - inner.top
    return best
