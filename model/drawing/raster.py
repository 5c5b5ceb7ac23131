"""Ink to the network's 28 × 28 image, the way MNIST was made; all steps are kept for display.

What was drawn leaning is straightened first: less than the whole way, since some lean belongs to how people write.

MNIST's digits were cropped to their bounding box, scaled so that the long side is 20 pixels, and pasted into
28 × 28 with their centre of mass in the middle, by whole pixels (reconstructed by C. Yadav and L. Bottou, "Cold Case:
The Lost MNIST Digits", NeurIPS 2019). A network trained on MNIST reads other drawings only as well as they go through
the same steps.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from model.convolution import Window

Array = NDArray[np.float32]

SIDE = 28
BOX = 20
CENTRE = 14.5
STRAIGHTENED = 0.3  # the part of its lean by which a drawing is turned back
MOST = 0.35  # radians; a flat stroke, too, has a lean, but is not to be put on end
UPRIGHT = 0.01  # radians; less is not worth a turn
FAINTEST = 0.5 / 255  # less ink than half a grey level is none
_MIDDLES = np.arange(SIDE) + 0.5


@dataclass(frozen=True)
class Turn:
    """By how much the ink was turned before it was cropped: `angle` in radians clockwise, about a middle.

    `before` and `after` are that middle's x, y on the ink as it was and as it is cropped. `lean` is how far the ink
    leaned to the right (radians), `leaning` (h, w) the ink as it was.
    """

    angle: float
    before: tuple[float, float]
    after: tuple[float, float]
    lean: float
    leaning: Array

    def undone(self, x: float, y: float) -> tuple[float, float]:
        """Where x, y of the turned ink were before."""
        x, y = x - self.after[0], y - self.after[1]
        cos, sin = math.cos(self.angle), math.sin(self.angle)
        return self.before[0] + cos * x + sin * y, self.before[1] + cos * y - sin * x


@dataclass(frozen=True, eq=False)
class Raster:
    """The steps from ink to image; all arrays float32, ink 0…1."""

    box: Window  # the bounding box of the ink, in ink pixels, after the turn
    cropped: Array  # (h, w), the ink inside the box
    scaled: Array  # (20, n) or (n, 20), area averaged
    image: Array  # (28, 28)
    top: int  # row of `image` where `scaled` begins
    left: int  # column of `image` where `scaled` begins
    turn: Turn | None = None  # what came before all that
    picture: tuple[Array, ...] = ()  # where the ink came from a picture: that, the paper taken away, what was kept
    placed: tuple[float, float, float] = (1.0, 0.0, 0.0)  # the ink's scale and place x, y on the pad's ink

    def on_ink(self, window: Window) -> tuple[tuple[float, float], ...]:
        """Where a window of the image lies on the ink: its corners x, y in ink pixels, clockwise, may be outside."""
        height, width = self.cropped.shape
        rows, columns = self.scaled.shape
        top, bottom = (self.box.top + (y - self.top) * height / rows for y in (window.top, window.bottom))
        left, right = (self.box.left + (x - self.left) * width / columns for x in (window.left, window.right))
        corners = (left, top), (right, top), (right, bottom), (left, bottom)
        scale, x, y = self.placed
        upright = corners if self.turn is None else tuple(self.turn.undone(*corner) for corner in corners)
        return tuple((x + scale * across, y + scale * down) for across, down in upright)


def raster(ink: Array, straighten: bool = False) -> Raster | None:
    """Turn ink (H, W), 0…1 on 0, into the 28 × 28 image; None when there is no ink.

    With `straighten` what leans is turned back by a part of its lean, at most by `MOST`. Pictures are read as they are;
    then an image that is as MNIST's are comes out as it went in.

    Raises:
        ValueError: `ink` is not a two-dimensional array.
    """
    if ink.ndim != 2:
        raise ValueError(f"ink must be (height, width), not {ink.shape}")
    box = _box(ink)
    if box is None:
        return None
    turn = None
    leans = lean(_part(ink, box)) if straighten else 0.0
    angle = min(max(-STRAIGHTENED * leans, -MOST), MOST)
    if abs(angle) > UPRIGHT:
        middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        leaning = _part(ink, box).copy()
        leaning.flags.writeable = False
        ink = turned(leaning, angle)
        turn = Turn(angle, middle, (ink.shape[1] / 2, ink.shape[0] / 2), leans, leaning)
        box = _box(ink) or box
    cropped = _part(ink, box).copy()
    scaled = _scale(cropped)
    top, left = _place(scaled)
    image = np.zeros((SIDE, SIDE), np.float32)
    image[top : top + scaled.shape[0], left : left + scaled.shape[1]] = scaled
    for array in (cropped, scaled, image):
        array.flags.writeable = False
    return Raster(box, cropped, scaled, image, top, left, turn)


def lean(ink: Array) -> float:
    """How far what is drawn on `ink` (h, w) leans to the right of upright, in radians: -π/2…π/2.

    From the second moments: how far the middle of a row moves aside from one row to the next, as MNIST was straightened
    by Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-Based Learning Applied to Document Recognition", 1998.
    What is as wide as it is high, like a zero, hardly leans however it is turned.
    """
    height, width = ink.shape
    y, x = np.arange(height, dtype=np.float32), np.arange(width, dtype=np.float32)
    rows, columns = ink.sum(axis=1), ink.sum(axis=0)
    mass = max(float(rows.sum()), 1e-9)
    y -= np.float32(rows @ y / mass)
    x -= np.float32(columns @ x / mass)
    return math.atan2(-float(y @ ink @ x), max(float(rows @ (y * y)), 1e-9))


def turned(ink: Array, angle: float) -> Array:
    """`ink` (h, w) turned by `angle` (radians, clockwise) about its middle, in an array that all of it fits into."""
    height, width = ink.shape
    cos, sin = math.cos(angle), math.sin(angle)
    rows = math.ceil(abs(cos) * height + abs(sin) * width - 1e-6)
    columns = math.ceil(abs(sin) * height + abs(cos) * width - 1e-6)
    y = (np.arange(rows, dtype=np.float32) - np.float32((rows - 1) / 2))[:, None]
    x = (np.arange(columns, dtype=np.float32) - np.float32((columns - 1) / 2))[None]
    # a ring of nothing lies around, so that what comes from outside needs no case of its own
    from_y = _within(np.float32(cos) * y - np.float32(sin) * x, height)
    from_x = _within(np.float32(sin) * y + np.float32(cos) * x, width)
    top, left = np.floor(from_y), np.floor(from_x)
    down, right = np.subtract(from_y, top, out=from_y), np.subtract(from_x, left, out=from_x)
    at = top.astype(np.intp)
    at *= width + 2
    at += left.astype(np.intp)
    ringed = np.zeros((height + 2, width + 2), np.float32)
    ringed[1:-1, 1:-1] = ink
    above, below = ringed.ravel(), ringed[1:].ravel()
    upper = _between(above.take(at), above[1:].take(at), right)
    return _between(upper, _between(below.take(at), below[1:].take(at), right), down)


def _within(from_middle: Array, size: int) -> Array:
    """Places as they lie from the middle of `size` pixels, as places in those with a ring; written over."""
    from_middle += np.float32((size + 1) / 2)
    return np.clip(from_middle, 0, size + 0.999, out=from_middle)


def _between(low: Array, high: Array, part: Array) -> Array:
    """`low` where `part` is 0, `high` where it is 1; `high` is written over."""
    high -= low
    high *= part
    high += low
    return high


def _box(ink: Array) -> Window | None:
    """The smallest box around the ink; None where there is none."""
    rows = (ink.max(axis=1, initial=0.0) > FAINTEST).nonzero()[0]
    if not len(rows):
        return None
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    columns = (ink[top:bottom].max(axis=0) > FAINTEST).nonzero()[0]
    return Window(top, int(columns[0]), bottom, int(columns[-1]) + 1)


def _part(ink: Array, box: Window) -> Array:
    return ink[box.top : box.bottom, box.left : box.right]


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


def whole_raster(ink: Array) -> Raster | None:
    """The steps of all that lies on the pad's `ink` (140, 140), 0…1, averaged to 28 × 28; None where there is none.

    For a network that reads anything but digits: nothing is cropped, straightened or centred.
    """
    square = len(ink) // SIDE
    means = ink.reshape(SIDE, square, SIDE, square).mean(axis=(1, 3))
    return as_it_is((means * 255).round().astype(np.uint8), ink)


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
