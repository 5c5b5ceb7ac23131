"""The settings of the Convolution lab: which values work beside the others, and what changing one does to the rest.

A setting can only take values that work, and where one is refused the reason comes along, as a key with its numbers,
for the window to put into words.
"""

from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from model import kernels
from model.drawing.raster import averaging
from model.lab.lab import Lab

Array = NDArray[np.float32]

RANGES = {
    "in_channels": (1, 4),
    "out_channels": (1, 4),
    "size": (2, 12),
    "kernel_size": (1, 5),
    "stride": (1, 4),
    "padding": (0, 3),
}
BIAS_RANGE = (-9, 9)
PICTURE_SIDE = 64  # a picture is shrunk to this; more than the 12 of numbers is shown as pixels


class Refusal(NamedTuple):
    """Why a setting cannot be reached: `fit`, `drawing` or `picture`, with the setting's name and the last value."""

    reason: str
    name: str
    limit: int


def value(lab: Lab, name: str) -> int:
    """The setting `name` (a key of `RANGES`) as it is."""
    number: int = getattr(lab, name)
    return number


def slider_range(lab: Lab, name: str) -> tuple[int, int]:
    """From where to where the setting could be moved if nothing else stood in its way."""
    low, high = RANGES[name]
    if name == "size" and lab.picture is not None:
        high = lab.picture.shape[1]
    return low, max(high, value(lab, name))  # a network's own layer may have more


def reachable(lab: Lab, name: str) -> tuple[int, int]:
    """The lowest and highest value that works beside the other settings: the kernel must fit."""
    low, high = slider_range(lab, name)
    if name == "size":
        low = max(low, lab.kernel_size - 2 * lab.padding)
    elif name == "kernel_size":
        high = min(high, lab.size + 2 * lab.padding)
    elif name == "padding":
        low = max(low, -((lab.size - lab.kernel_size) // 2))
    elif name == "in_channels" and lab.picture is not None:
        high = len(lab.picture)
    return low, high


def change(lab: Lab, name: str, wanted: int, seed: int = 0) -> tuple[Lab, Refusal | None]:
    """Set `name` as near to `wanted` as works; where it does not, say why. New cells are filled by chance."""
    low, high = reachable(lab, name)
    number = min(max(wanted, low), high)
    refusal = None
    if number != wanted:
        by_picture = name == "in_channels" and lab.picture is not None
        reason = ("drawing" if high == 1 else "picture") if by_picture else "fit"
        refusal = Refusal(reason, name, number)
    if number == value(lab, name):
        return lab, refusal
    if name in ("in_channels", "size"):
        channels, size = (number, lab.size) if name == "in_channels" else (lab.in_channels, number)
        lab = replace(lab, image=_resized(lab, channels, size, seed))
        return _with_weight_shape(lab, lab.out_channels, lab.in_channels, lab.kernel_size, seed), refusal
    if name in ("out_channels", "kernel_size"):
        count, size = (number, lab.kernel_size) if name == "out_channels" else (lab.out_channels, number)
        return _with_weight_shape(lab, count, lab.in_channels, size, seed), refusal
    return replace(lab, stride=number) if name == "stride" else replace(lab, padding=number), refusal


def _resized(lab: Lab, channels: int, size: int, seed: int) -> Array:
    if lab.picture is not None:
        return shrunk(lab.picture, size)[:channels]
    image = kernels.numbers(channels, size, seed)
    shared = min(lab.in_channels, channels), min(lab.size, size)
    image[: shared[0], : shared[1], : shared[1]] = lab.image[: shared[0], : shared[1], : shared[1]]
    return image


def _with_weight_shape(lab: Lab, filters: int, channels: int, size: int, seed: int) -> Lab:
    """Keep what is there; kernels with a name are made anew in their size, all others keep their upper left."""
    kinds = (lab.kinds + ("random",) * filters)[:filters]
    weight = np.empty((filters, channels, size, size), np.float32)
    for number, kind in enumerate(kinds):
        named = kind not in ("own", "random") and size >= kernels.smallest(kind)
        for channel in range(channels):
            by_chance = seed + 31 * number + channel
            weight[number, channel] = kernels.kernel(kind if named else "random", size, by_chance)
        if not named and number < lab.out_channels:
            old = lab.weight[number, :channels, :size, :size]
            weight[number, : len(old), : old.shape[1], : old.shape[2]] = old
    bias = None
    if lab.bias is not None:
        bias = np.zeros(filters, np.float32)
        bias[: lab.out_channels] = lab.bias[:filters]
    return replace(lab, weight=weight, bias=bias, kinds=kinds)


# -- inputs -----------------------------------------------------------------------------------------------------


def with_numbers(lab: Lab, seed: int) -> Lab:
    """The same layer on numbers by chance."""
    low, high = RANGES["size"]
    size = lab.size if low <= lab.size <= high else max(6, lab.kernel_size - 2 * lab.padding)
    return replace(lab, image=kernels.numbers(lab.in_channels, size, seed), picture=None)


def with_picture(lab: Lab, picture: Array, seed: int = 0) -> Lab:
    """The same layer on `picture` (channels, side, side), 0…1; it gets a kernel for each of its channels."""
    whole = shrunk(picture, min(picture.shape[1], PICTURE_SIDE))
    lab = replace(lab, image=whole, picture=whole)
    return _with_weight_shape(lab, lab.out_channels, len(whole), lab.kernel_size, seed)


def colour_picture(rgba: NDArray[np.uint8]) -> Array:
    """The square middle of a picture (height, width, 4) uint8 as red, green and blue: (3, side, side), 0…1.

    Large ones are shrunk to a side of 64, tiny ones enlarged to 12. Transparent parts count as white.
    """
    height, width = rgba.shape[:2]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    square = rgba[top : top + side, left : left + side].astype(np.float32) / 255
    alpha = square[..., 3:]
    colours: Array = (square[..., :3] * alpha + 1 - alpha).transpose(2, 0, 1).astype(np.float32)
    return shrunk(colours, max(min(side, PICTURE_SIDE), RANGES["size"][1]))  # so large that any kernel fits


def shrunk(picture: Array, size: int) -> Array:
    """(channels, side, side) to (channels, size, size) by area averaging."""
    side = picture.shape[1]
    if size == side:
        return picture
    mean = averaging(size, side)
    made: Array = (mean @ picture @ mean.T).clip(0, 1).astype(np.float32)
    return made
