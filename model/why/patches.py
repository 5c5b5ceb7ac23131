"""What a filter looks for, as examples: the places in training digits on which it fires most, one in a digit.

Kept is only where they are; the piece of the digit is cut out when it is shown.
"""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.convolution import Window, receptive_field
from model.network.architecture import INPUT_SIDE, LayerSpec, layer_shapes
from model.why.known import KnownProgress
from model.why.reading import in_chunks, plain_copy

if TYPE_CHECKING:
    from torch import Tensor

    from model.mnist import Digits
    from model.network.digit_net import DigitNet, Tap

TOP = 9  # places of each filter
COUNT = 12_000  # digits that are searched


class Places(NamedTuple):
    """The places of each filter of one layer, the strongest first; (channels, 9) each, or fewer with fewer digits.

    A value of 0 is none: the filter fires on fewer digits.
    """

    digit: NDArray[np.int32]  # which training digit
    row: NDArray[np.int16]  # in the map, after the max-pool if the layer has one
    column: NDArray[np.int16]
    value: NDArray[np.float32]  # of the map there


@dataclass(frozen=True, eq=False)
class Patches:
    """The places of every filter of a network, by layer, 0 for the first. `images` is a view of MNIST's own."""

    images: NDArray[np.uint8]  # (n, 28, 28), ink 255 on 0: the training digits that were searched
    specs: tuple[LayerSpec, ...]
    layers: tuple[Places, ...]

    def window(self, layer: int, channel: int, i: int) -> Window:
        """What of the image place `i` reads; its edges may lie in the padding, where the image is 0.

        A window wider than the image is the image.
        """
        places = self.layers[layer]
        row, column = int(places.row[channel, i]), int(places.column[channel, i])
        steps = [step for spec in self.specs[: layer + 1] for step in spec.steps]
        field = receptive_field(steps, Window(row, column, row + 1, column + 1))
        return field if field.bottom - field.top <= INPUT_SIDE else Window(0, 0, INPUT_SIDE, INPUT_SIDE)


def patch(patches: Patches, layer: int, channel: int, i: int) -> NDArray[np.float32]:
    """What place `i` of a filter reads of its digit, (side, side), ink 0…1, as `Patches.window` says.

    Raises:
        IndexError: there is no such filter or place.
    """
    top, left, bottom, right = patches.window(layer, channel, i)
    rim = INPUT_SIDE  # no window reaches further
    image = np.pad(patches.images[patches.layers[layer].digit[channel, i]], rim)
    return image[top + rim : bottom + rim, left + rim : right + rim].astype(np.float32) / np.float32(255)


def finding_patches(
    network: "DigitNet", digits: "Digits", count: int = COUNT
) -> Generator[KnownProgress | Patches, None, None]:
    """Search the first `count` of `digits` with a plain network; yields progress after each chunk, then `Patches`.

    Of two that fire alike the earlier digit comes first, and in a digit the place that is read first.
    """
    plain, read, total = plain_copy(network), 0, min(count, len(digits))
    best: list[_Found] = []
    for batch in in_chunks(network, digits.images[:total]):
        taps: list[Tap] = []
        plain(batch, taps)
        found = [_strongest(tap.out, read) for tap in taps]
        best = [_better(old, new) for old, new in zip(best, found, strict=True)] if best else found
        read += len(batch)
        yield KnownProgress(read, total)
    sides = [shape.out_size for shape in layer_shapes(network.specs)]
    places = tuple(_places(each, side) for each, side in zip(best, sides, strict=True))
    yield Patches(digits.images[:total, 0].numpy(), network.specs, places)


class _Found(NamedTuple):
    """At most nine digits for each channel, and where in the map, row by row: (9, channels) each."""

    value: "Tensor"
    digit: "Tensor"
    cell: "Tensor"


def _strongest(maps: "Tensor", first: int) -> _Found:
    """The digits with the largest numbers in each map (n, channels, h, w); the first of them is digit `first`."""
    value, digit = maps.amax(dim=(2, 3)).sort(dim=0, descending=True, stable=True)
    value, digit = value[:TOP], digit[:TOP]
    cell = maps[digit, range(maps.shape[1])].flatten(2).argmax(dim=2)
    return _Found(value, digit + first, cell)


def _better(old: _Found, new: _Found) -> _Found:
    """The largest of both."""
    import torch

    value, order = torch.cat([old.value, new.value]).sort(dim=0, descending=True, stable=True)
    digit, cell = (torch.cat(pair).gather(0, order)[:TOP] for pair in ((old.digit, new.digit), (old.cell, new.cell)))
    return _Found(value[:TOP], digit, cell)


def _places(found: _Found, side: int) -> Places:
    value, digit, cell = (tensor.T.contiguous().numpy() for tensor in found)
    row, column = np.divmod(cell, side)
    return Places(digit.astype(np.int32), row.astype(np.int16), column.astype(np.int16), value)
