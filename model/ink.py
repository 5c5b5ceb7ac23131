"""Strokes to ink: how a pen leaves ink on the pad, as an array. The pad's display and the network's input start here.

A stroke is a chain of points; between two points the pen is a disc that moves in a straight line, so what it covers is
all that lies within its radius of that line. A pixel's ink is how much of it is covered, to a good approximation the
distance from its middle to the edge of the covered area, clipped to 0…1.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

PAD = 280  # side of the pad, in pad units
SIDE = 140  # side of the ink array: half a pixel a unit is seven times what the network sees, and four times faster
BRUSH = 20.0  # width of the pen unless told otherwise, in pad units
_AT_ONCE = 256  # segments of a stroke; bounds what a hostile file can make of a few numbers
_MAX_CELLS = 4_000_000  # pixels of all windows computed at once
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
    for start in range(0, len(points) - 1, _AT_ONCE):
        part = slice(start, start + _AT_ONCE + 1)
        segments = _cut(points[part], radius[part])
        if points.min() < 0 or points.max() > SIDE:
            segments = _near(segments, SIDE)
        _add_segments(ink, segments, stroke.eraser)


class _Segments(NamedTuple):
    """Discs that move straight, in ink pixels: from `start` (n, 2) by `step` (n, 2), growing from `ra` to `rb`."""

    start: Array
    step: Array
    length: Array  # (n,), of `step`
    ra: Array
    rb: Array


def _cut(points: Array, radius: Array) -> _Segments:
    """All segments of a stroke, cut into pieces of at most `_PIECE`."""
    step = points[1:] - points[:-1]
    length = np.hypot(step[:, 0], step[:, 1])
    longest = float(length.max())
    if longest <= _PIECE:
        return _Segments(points[:-1], step, length, radius[:-1], radius[1:])
    pieces = np.maximum(np.ceil(length / np.float32(_PIECE)), 1).astype(int)
    which = np.repeat(np.arange(len(pieces)), pieces)
    place = np.arange(len(which)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    part = (1 / pieces[which]).astype(np.float32)
    begin = place * part
    thicker = (radius[1:] - radius[:-1])[which]
    ra = radius[which] + begin * thicker
    begin = begin[:, None]
    step = step[which]
    return _Segments(
        (points[which] + begin * step).astype(np.float32),
        step * part[:, None],
        length[which] * part,
        ra.astype(np.float32),
        (ra + part * thicker).astype(np.float32),
    )


def _near(segments: _Segments, size: int) -> _Segments:
    """Those that can reach the ink; a stroke may leave the pad and come back."""
    start, end = segments.start, segments.start + segments.step
    reach = (np.maximum(segments.ra, segments.rb) + 1)[:, None]
    inside = (np.maximum(start, end) > -reach) & (np.minimum(start, end) < size + reach)
    kept = inside.all(axis=1)
    return _Segments(*(array[kept] for array in segments))


def _add_segments(ink: Array, segments: _Segments, eraser: bool) -> None:
    """Lay moving discs on `ink`: equal windows, all computed at once, or a few at a time where they are large."""
    start, step, _, ra, rb = segments
    if not len(start):
        return
    reach = float(max(ra.max(), rb.max())) + 1.0
    side = min(int(np.abs(step).max() + 2 * reach) + 2, len(ink))
    corner = np.floor(np.minimum(start, start + step) - np.float32(reach))
    corner = np.minimum(np.maximum(corner, 0), len(ink) - side)
    at_once = max(1, _MAX_CELLS // side**2)
    combine = np.minimum if eraser else np.maximum
    for first in range(0, len(start), at_once):
        part = slice(first, first + at_once)
        cover = _cover(_Segments(*(array[part] for array in segments)), corner[part], side)
        if eraser:
            np.subtract(1.0, cover, out=cover)
        for (left, top), piece in zip(corner[part].astype(int).tolist(), cover, strict=True):
            view = ink[top : top + side, left : left + side]
            combine(view, piece, out=view)


def _cover(segments: _Segments, corner: Array, side: int) -> Array:
    """How much each moving disc covers of its window, (n, side, side); negative where it is far away."""
    start, step, length, ra, rb = segments
    moving = length > 1e-6
    inverse = 1 / np.where(moving, length, np.float32(np.inf))
    way = step * inverse[:, None]
    way[:, 0] += ~moving  # a dot has no direction; any will do
    half = (length * np.float32(0.5))[:, None, None]
    # pixel middles relative to the middle of the way: how far along it, and how far beside it
    middle = start + step * np.float32(0.5)
    p = np.arange(0.5, side, dtype=np.float32) + (corner - middle)[:, :, None]
    p_way, p_side = p * way[:, :, None], p * way[:, ::-1, None]
    along = p_way[:, 1, :, None] + p_way[:, 0, None, :]
    beside = p_side[:, 1, :, None] - p_side[:, 0, None, :]
    edge = (ra + np.float32(0.5))[:, None, None]
    if (ra != rb).any():
        edge = edge + np.clip((along + half) * inverse[:, None, None], 0, 1) * (rb - ra)[:, None, None]
    np.abs(along, out=along)
    along -= half
    np.maximum(along, 0.0, out=along)  # beyond the ends of the way
    along *= along
    beside *= beside
    along += beside
    distance = np.sqrt(along, out=along)
    cover: Array = np.subtract(edge, distance, out=distance)
    return np.minimum(cover, 1.0, out=cover)
