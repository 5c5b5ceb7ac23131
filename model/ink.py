"""Strokes to ink: how a pen leaves ink on the pad, as an array. The pad's display and the network's input start here.

A stroke is a chain of points; between two points the pen is a disc that moves in a straight line, so what it covers is
all that lies within its radius of that line. A pixel's ink is how much of it is covered, to a good approximation the
distance from its middle to the edge of the covered area, clipped to 0…1.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

PAD = 280  # side of the pad, in pad units
SIDE = 140  # side of the ink array: half a pixel a unit is seven times what the network sees, and four times faster
BRUSH = 20.0  # width of the pen unless told otherwise, in pad units
_PIECE = 12.0  # longer segments (in ink pixels) are cut, so that all windows of a stroke can have one small size


@dataclass(frozen=True, eq=False, slots=True)
class Stroke:
    """One movement of the pen: `points` (n, 2) float32, x to the right and y down in pad units, n >= 1.

    `width` is the pen's diameter in pad units. `pressure` (n,) float32, 0…1, scales it along the way where a tablet
    reported it. An `eraser` takes ink away.
    """

    points: Array
    width: float = BRUSH
    eraser: bool = False
    pressure: Array | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Picture:
    """A picture laid on the pad: `ink` (140, 140) uint8, 255 full ink. It replaces what was there."""

    ink: NDArray[np.uint8]


Mark = Stroke | Picture


def blank() -> Array:
    """An empty pad: (140, 140) float32 zeros."""
    return np.zeros((SIDE, SIDE), np.float32)


def render(marks: Iterable[Mark], ink: Array | None = None) -> Array:
    """Lay `marks` on `ink` (changed in place; a blank pad if none) in order, and return it: (140, 140), 0…1."""
    ink = blank() if ink is None else ink
    for mark in marks:
        if isinstance(mark, Picture):
            np.multiply(mark.ink, np.float32(1 / 255), out=ink, dtype=np.float32)
        else:
            add_stroke(ink, mark)
    return ink


def add_stroke(ink: Array, stroke: Stroke, first: int = 0) -> None:
    """Lay on `ink` the part of `stroke` from its point number `first` on, in place.

    Laying a stroke on point by point gives the same ink as laying it on whole.
    """
    points = np.asarray(stroke.points[first:], np.float32) * np.float32(SIDE / PAD)
    radius = np.full(len(points), stroke.width / 2 * SIDE / PAD, np.float32)
    if stroke.pressure is not None:
        radius *= stroke.pressure[first:]
    if len(points) == 1:  # a click makes a dot
        points, radius = np.repeat(points, 2, axis=0), np.repeat(radius, 2)
    _add_segments(ink, *_cut(points, radius), stroke.eraser)


def _cut(points: Array, radius: Array) -> tuple[Array, Array, Array, Array]:
    """Starts, ends and radii at both of all segments, cut into pieces of at most `_PIECE`."""
    steps = points[1:] - points[:-1]
    pieces = np.maximum(np.ceil(np.hypot(steps[:, 0], steps[:, 1]) / _PIECE), 1).astype(int)
    if pieces.max() == 1:
        return points[:-1], points[1:], radius[:-1], radius[1:]
    which = np.repeat(np.arange(len(pieces)), pieces)
    part = np.arange(len(which)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    start = (part / pieces[which]).astype(np.float32)
    end = ((part + 1) / pieces[which]).astype(np.float32)
    thicker = radius[1:] - radius[:-1]
    return (
        points[which] + start[:, None] * steps[which],
        points[which] + end[:, None] * steps[which],
        radius[which] + start * thicker[which],
        radius[which] + end * thicker[which],
    )


def _add_segments(ink: Array, a: Array, b: Array, ra: Array, rb: Array, eraser: bool) -> None:
    """Lay discs moving from each `a` to its `b` (in ink pixels) on `ink`: equal windows, all computed at once."""
    size = ink.shape[0]
    step = b - a
    reach = float(max(ra.max(), rb.max())) + 1.0
    side = min(int(np.ceil(np.abs(step).max() + 2 * reach)) + 1, size)
    corner = np.clip(np.floor(np.minimum(a, b) - reach), 0, size - side)
    # pixel middles p relative to a, the nearest point a + t·step, and |p - t·step|² = p² - t (2 p·step - t step²)
    p = (np.arange(side, dtype=np.float32) + np.float32(0.5)) + (corner - a)[:, :, None]
    along, square = p * step[:, :, None], p * p
    length = np.maximum((step * step).sum(axis=1), 1e-9)[:, None, None]
    product = along[:, 1, :, None] + along[:, 0, None, :]
    t = product * (1 / length)
    np.minimum(t, 1.0, out=t)
    np.maximum(t, 0.0, out=t)
    product += product
    product -= t * length
    product *= t
    distance = square[:, 1, :, None] + square[:, 0, None, :]
    distance -= product
    np.maximum(distance, 0.0, out=distance)
    np.sqrt(distance, out=distance)
    edge = (ra + np.float32(0.5))[:, None, None] + (t * (rb - ra)[:, None, None] if (ra != rb).any() else 0)
    cover = np.subtract(edge, distance, out=distance)
    np.minimum(cover, 1.0, out=cover)
    if eraser:
        np.subtract(1.0, cover, out=cover)
    combine = np.minimum if eraser else np.maximum
    for (left, top), piece in zip(corner.astype(int).tolist(), cover, strict=True):
        view = ink[top : top + side, left : left + side]
        combine(view, piece, out=view)
