"""Ink to the network's 28 × 28 image, the way MNIST was made; all steps are kept for display.

MNIST's digits were cropped to their bounding box, scaled so that the long side is 20 pixels, and pasted into
28 × 28 with their centre of mass in the middle, by whole pixels (reconstructed by C. Yadav and L. Bottou, "Cold Case:
The Lost MNIST Digits", NeurIPS 2019). A network trained on MNIST reads other drawings only as well as they go through
the same steps.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from model.convolution import Window

Array = NDArray[np.float32]

SIDE = 28
BOX = 20
CENTRE = 14.5
FAINTEST = 0.5 / 255  # less ink than half a grey level is none
_MIDDLES = np.arange(SIDE) + 0.5


@dataclass(frozen=True, eq=False)
class Raster:
    """The steps from ink to image; all arrays float32, ink 0…1."""

    box: Window  # the bounding box of the ink, in ink pixels
    cropped: Array  # (h, w), the ink inside the box
    scaled: Array  # (20, n) or (n, 20), area averaged
    image: Array  # (28, 28)
    top: int  # row of `image` where `scaled` begins
    left: int  # column of `image` where `scaled` begins

    def on_ink(self, window: Window) -> tuple[float, float, float, float]:
        """Where a window of the image lies on the ink: top, left, bottom, right in ink pixels, may be outside."""
        height, width = self.cropped.shape
        rows, columns = self.scaled.shape
        return (
            self.box.top + (window.top - self.top) * height / rows,
            self.box.left + (window.left - self.left) * width / columns,
            self.box.top + (window.bottom - self.top) * height / rows,
            self.box.left + (window.right - self.left) * width / columns,
        )


def raster(ink: Array) -> Raster | None:
    """Turn ink (H, W), 0…1 on 0, into the 28 × 28 image; None when there is no ink.

    Raises:
        ValueError: `ink` is not a two-dimensional array.
    """
    if ink.ndim != 2:
        raise ValueError(f"ink must be (height, width), not {ink.shape}")
    rows = (ink.max(axis=1, initial=0.0) > FAINTEST).nonzero()[0]
    if not len(rows):
        return None
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    columns = (ink[top:bottom].max(axis=0) > FAINTEST).nonzero()[0]
    box = Window(top, int(columns[0]), bottom, int(columns[-1]) + 1)
    cropped = ink[box.top : box.bottom, box.left : box.right].copy()
    scaled = _scale(cropped)
    top, left = _place(scaled)
    image = np.zeros((SIDE, SIDE), np.float32)
    image[top : top + scaled.shape[0], left : left + scaled.shape[1]] = scaled
    for array in (cropped, scaled, image):
        array.flags.writeable = False
    return Raster(box, cropped, scaled, image, top, left)


def as_it_is(image: NDArray[np.uint8], ink: Array) -> Raster | None:
    """The steps of an image (28, 28) uint8 that is the way MNIST was made already, and lies on `ink` enlarged.

    Nothing is scaled or moved: a few of MNIST's own digits are 19 pixels long, and would be. None when there is no ink.
    """
    rows, columns = (image.max(axis=axis).nonzero()[0] for axis in (1, 0))
    if not len(rows):
        return None
    part = slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)
    square = len(ink) // SIDE
    box = Window(*(edge * square for edge in (part[0].start, part[1].start, part[0].stop, part[1].stop)))
    cropped = ink[box.top : box.bottom, box.left : box.right].copy()
    whole = image.astype(np.float32) / np.float32(255)
    scaled = whole[part].copy()
    for array in (cropped, scaled, whole):
        array.flags.writeable = False
    return Raster(box, cropped, scaled, whole, part[0].start, part[1].start)


def _scale(cropped: Array) -> Array:
    height, width = cropped.shape
    long_side = max(height, width)
    rows, columns = (max(1, round(BOX * side / long_side)) for side in (height, width))
    scaled = np.asarray(_averaging(rows, height) @ cropped @ _averaging(columns, width).T, np.float32)
    np.maximum(scaled, 0.0, out=scaled)
    np.minimum(scaled, 1.0, out=scaled)
    return scaled


def averaging(n_out: int, n_in: int) -> Array:
    """The (n_out, n_in) matrix that averages `n_in` cells over `n_out` equal intervals, exactly.

    Row i weighs each input cell by how much of it lies in the i-th interval; rows sum to 1. Works for shrinking
    and for enlarging.
    """
    step = n_in / n_out
    edges = np.arange(n_in)
    starts = np.arange(n_out)[:, None] * step
    overlap = np.minimum(edges + 1, starts + step) - np.maximum(edges, starts)
    weights: Array = (np.clip(overlap, 0.0, None) / step).astype(np.float32)
    weights.flags.writeable = False
    return weights


_averaging = lru_cache(maxsize=400)(averaging)  # for drawings: 6 kB each, the same again and again


def _place(scaled: Array) -> tuple[int, int]:
    """The row and column at which `scaled` must begin so that its centre of mass is nearest to the middle."""
    mass = max(float(scaled.sum()), 1e-9)
    place = []
    for axis in (0, 1):
        size = scaled.shape[axis]
        # a cell's mass sits in its middle, at +0.5; MNIST's centres lie within half a pixel of 14.5 (measured)
        centre = float(scaled.sum(axis=1 - axis) @ _MIDDLES[:size]) / mass
        place.append(min(max(round(CENTRE - centre), 0), SIDE - size))
    return place[0], place[1]
