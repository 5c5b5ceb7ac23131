"""The settings of the Convolution lab: which values work beside the others, and what changing one does to the rest.

A setting can only take values that work, and where one is refused the reason comes along, as a key with its numbers,
for the window to put into words.
"""

from dataclasses import replace
from math import gcd
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
    "dilation": (1, 3),
    "groups": (1, 4),
}
SWITCHES = ("relu", "max_pool")
LARGEST_EXTENT = 13  # rows that the largest kernel spans with the largest dilation
BIAS_RANGE = (-9, 9)
PICTURE_SIDE = 64  # a picture is shrunk to this; more than the 12 of numbers is shown as pixels


class Refusal(NamedTuple):
    """Why a setting cannot be reached, with the setting's name and the value it took instead.

    `fit`: the kernel would not; `groups`: the channels could not be dealt out evenly; `drawing`, `picture`: it has no
    more channels.
    """

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


def allowed(lab: Lab, name: str) -> list[int]:
    """The values that work beside the other settings: the kernel fits, and groups divide the channels evenly."""
    low, high = slider_range(lab, name)
    padded = lab.size + 2 * lab.padding
    if name == "size":
        low = max(low, lab.step.extent - 2 * lab.padding)
    elif name == "kernel_size":
        high = min(high, (padded - 1) // lab.dilation + 1)
    elif name == "padding":
        low = max(low, -((lab.size - lab.step.extent) // 2))
    elif name == "dilation" and lab.kernel_size > 1:
        high = min(high, (padded - 1) // (lab.kernel_size - 1))
    elif name == "in_channels" and lab.picture is not None:
        high = len(lab.picture)
    numbers = range(low, high + 1)
    if name == "groups":
        return [number for number in numbers if gcd(lab.in_channels, lab.out_channels) % number == 0]
    if name in ("in_channels", "out_channels"):
        return [number for number in numbers if number % lab.groups == 0]
    return list(numbers)


def nearest(lab: Lab, name: str, wanted: int) -> int:
    """The value that works and is nearest to `wanted`; of two as near, the one further from what is set now."""
    now = value(lab, name)
    return min(allowed(lab, name), key=lambda number: (abs(number - wanted), -abs(number - now)))


def change(lab: Lab, name: str, wanted: int, seed: int = 0) -> tuple[Lab, Refusal | None]:
    """Set `name` as near to `wanted` as works; where it does not, say why. New cells are filled by chance."""
    number = nearest(lab, name, wanted)
    refusal = None if number == wanted else Refusal(_reason(lab, name, wanted), name, number)
    if number == value(lab, name):
        return lab, refusal
    filters, each, size = lab.weight.shape[:3]  # filters, kernels in each, and their size
    if name == "size":
        return replace(lab, image=_resized(lab, lab.in_channels, number, seed)), refusal
    if name == "in_channels":
        lab = replace(lab, image=_resized(lab, number, lab.size, seed))
        return _with_weight_shape(lab, filters, number // lab.groups, size, seed), refusal
    if name == "groups":
        lab = replace(lab, groups=number)
        return _with_weight_shape(lab, filters, lab.in_channels // number, size, seed), refusal
    if name == "out_channels":
        return _with_weight_shape(lab, number, each, size, seed), refusal
    if name == "kernel_size":
        return _with_weight_shape(lab, filters, each, number, seed), refusal
    if name == "stride":
        return replace(lab, stride=number), refusal
    return (replace(lab, padding=number) if name == "padding" else replace(lab, dilation=number)), refusal


def _reason(lab: Lab, name: str, wanted: int) -> str:
    if name == "in_channels" and lab.picture is not None and wanted > len(lab.picture):
        return "drawing" if len(lab.picture) == 1 else "picture"
    low, high = slider_range(lab, name)
    by_groups = name == "groups" or (lab.groups > 1 and name in ("in_channels", "out_channels"))
    return "groups" if by_groups and low <= wanted <= high else "fit"


def switched(lab: Lab, name: str, on: bool) -> Lab:
    """The same with one of `SWITCHES` on or off."""
    return replace(lab, relu=on) if name == "relu" else replace(lab, max_pool=on)


def same_settings(one: Lab, other: Lab) -> bool:
    """Whether two labs have the same settings, whatever their numbers are."""
    same = [value(one, name) == value(other, name) for name in RANGES]
    return all(same) and (one.relu, one.max_pool, one.biases) == (other.relu, other.max_pool, other.biases)


def on_input_of(lab: Lab, other: Lab, seed: int = 0) -> Lab | None:
    """The layer of `lab` on the input of `other`; None where it does not fit there."""
    if other.size + 2 * lab.padding < lab.step.extent or other.in_channels % lab.groups:
        return None
    channels = lab.in_channels
    lab = replace(lab, image=other.image, picture=other.picture)
    if other.in_channels == channels:
        return lab
    return _with_weight_shape(lab, lab.out_channels, other.in_channels // lab.groups, lab.kernel_size, seed)


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
    size = lab.size if low <= lab.size <= high else max(6, lab.step.extent - 2 * lab.padding)
    return replace(lab, image=kernels.numbers(lab.in_channels, size, seed), picture=None)


def with_picture(lab: Lab, picture: Array, seed: int = 0) -> Lab:
    """The same layer on `picture` (channels, side, side), 0…1; each filter gets a kernel for each of its channels.

    Groups into which its channels do not go are given up.
    """
    whole = shrunk(picture, min(picture.shape[1], PICTURE_SIDE))
    groups = lab.groups if len(whole) % lab.groups == 0 else 1
    lab = replace(lab, image=whole, picture=whole, groups=groups)
    return _with_weight_shape(lab, lab.out_channels, len(whole) // groups, lab.kernel_size, seed)


def colour_picture(rgba: NDArray[np.uint8]) -> Array:
    """The square middle of a picture (height, width, 4) uint8 as red, green and blue: (3, side, side), 0…1.

    Large ones are shrunk to a side of 64, tiny ones enlarged to 13. Transparent parts count as white.
    """
    height, width = rgba.shape[:2]
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    square = rgba[top : top + side, left : left + side].astype(np.float32) / 255
    alpha = square[..., 3:]
    colours: Array = (square[..., :3] * alpha + 1 - alpha).transpose(2, 0, 1).astype(np.float32)
    return shrunk(colours, max(min(side, PICTURE_SIDE), LARGEST_EXTENT))  # so large that any kernel fits


def shrunk(picture: Array, size: int) -> Array:
    """(channels, side, side) to (channels, size, size) by area averaging."""
    side = picture.shape[1]
    if size == side:
        return picture
    mean = averaging(size, side)
    made: Array = (mean @ picture @ mean.T).clip(0, 1).astype(np.float32)
    return made
