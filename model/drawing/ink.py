"""Strokes to ink: how a pen leaves ink on the pad, as an array. The pad's display and the network's input start here.

A stroke is a chain of points; between two points the pen is a disc that moves in a straight line, so what it covers is
all that lies within its radius of that line. A pixel's ink is how much of it is covered, to a good approximation the
distance from its middle to the edge of the covered area, clipped to 0…1.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

PAD = 280  # side of the pad, in pad units
SIDE = 140  # side of the ink array: half a pixel a unit is seven times what the network sees, and four times faster
BRUSH = 20.0  # width of the pen unless told otherwise, in pad units
WIDEST = 0.2  # the widest pen for reading, as part of the drawing's long side: MNIST's are narrower
NARROWEST = 4.0  # pad units: a dot has no side
MAX_POINTS = 100_000  # points of one drawing
FARTHEST = 10.0 * PAD  # a point's x and y
MAX_EFFORT = 500_000_000  # of one drawing, see `effort`: a few seconds
_AT_ONCE = 512  # segments of a stroke; bounds what a hostile file can make of a few numbers
_MAX_CELLS = 100_000  # pixels of all windows computed at once: more no longer fit into the cache
_PIECE = 12.0  # longer segments (in ink pixels) are cut, unless the pen is wider, so that windows are small


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
class PictureDigit:
    """One digit of a picture: where it lies on the pad, its own ink (140, 140) uint8, and how that came about.

    `box` is left, top, right, bottom in pad units; `steps` the picture, the paper taken away, and what was kept.
    """

    box: tuple[float, float, float, float]
    ink: NDArray[np.uint8]
    steps: tuple[Array, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Picture:
    """A picture laid on the pad: `ink` (140, 140) uint8, 255 full ink. It replaces what was there.

    `image` (28, 28) uint8 says that the ink shows this image, which the network shall read as it is. `digits` are what
    was found on it, in reading order.
    """

    ink: NDArray[np.uint8]
    image: NDArray[np.uint8] | None = None
    digits: tuple[PictureDigit, ...] = ()

    @staticmethod
    def of_image(image: NDArray[np.uint8]) -> "Picture":
        """A (28, 28) uint8 image as a data set has it, each pixel a square of ink."""
        square = SIDE // len(image)
        return Picture(image.repeat(square, axis=0).repeat(square, axis=1), image)


Mark = Stroke | Picture


def effort(stroke: Stroke) -> float:
    """About how many pixels have to be computed to lay `stroke` on: the longer and the wider, the more."""
    if len(stroke.points) < 2:
        return segment_effort(0.0, stroke.width)
    way = float(np.hypot(*np.diff(stroke.points.astype(np.float64), axis=0).T).sum())
    return (len(stroke.points) - 1) * segment_effort(0.0, stroke.width) + way * _effort_of_way(stroke.width)


def segment_effort(length: float, width: float) -> float:
    """The `effort` of going on by `length` with a pen of `width`, both in pad units."""
    reach = width / 2 * SIDE / PAD + 1
    return min(2 * reach + 2, SIDE) ** 2 + length * _effort_of_way(width)


def _effort_of_way(width: float) -> float:
    """Pixels for each unit of the way: a piece's window, divided by the piece's length."""
    reach = width / 2 * SIDE / PAD + 1
    piece = max(_PIECE, reach)
    return float(min(piece + 2 * reach + 2, SIDE) ** 2 / piece * SIDE / PAD)


def blank() -> Array:
    """An empty pad: (140, 140) float32 zeros."""
    return np.zeros((SIDE, SIDE), np.float32)


def bounding_stroke(strokes: Iterable[Stroke]) -> Stroke | None:
    """One stroke with the extent and the widest pen of all `strokes`; None where nothing is drawn.

    It goes from corner to corner of the box around their points. Erasers do not count.
    """
    pens = [s for s in strokes if not s.eraser]
    if not pens:
        return None
    points = np.concatenate([s.points for s in pens])
    return Stroke(np.array([points.min(axis=0), points.max(axis=0)]), max(s.width for s in pens))


def widest_pen(strokes: Iterable[Stroke]) -> float:
    """The widest pen, in pad units, with which a drawing as large as this one is read."""
    whole = bounding_stroke(strokes)
    side = 0.0 if whole is None else float((whole.points[1] - whole.points[0]).max())
    return max(WIDEST * side, NARROWEST)


def evened(strokes: Sequence[Stroke], widest: float | None = None) -> Sequence[Stroke]:
    """The strokes as they are read: pens wider than `widest` (else their `widest_pen`) are made that wide.

    A small drawing with a wide pen fills its own loops; scaled up to 20 pixels it would be a blob that none of MNIST's
    pens could make.
    """
    widest = widest_pen(strokes) if widest is None else widest
    if all(s.eraser or s.width <= widest for s in strokes):
        return strokes
    return [s if s.eraser or s.width <= widest else replace(s, width=widest) for s in strokes]


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
    points, radius = _chain(stroke, first)
    for start in range(0, len(points) - 1, _AT_ONCE):
        part = slice(start, start + _AT_ONCE + 1)
        chain = points[part]
        owner = np.zeros(len(chain) - 1, int)
        _add_segments(ink[None], _cut(chain[:-1], chain[1:], radius[part][:-1], radius[part][1:], owner), stroke.eraser)


def render_all(drawings: Sequence[Sequence[Mark]]) -> Array:
    """`render` of many drawings at once, (n, 140, 140): the same ink, for less time each."""
    inks = np.zeros((len(drawings), SIDE, SIDE), np.float32)
    chains, numbers, owners = [], [], []
    for owner, marks in enumerate(drawings):
        strokes = [mark for mark in marks if isinstance(mark, Stroke) and not mark.eraser]
        if len(strokes) < len(marks):  # what is erased, or replaced by a picture, depends on the order
            render(marks, inks[owner])
            continue
        for stroke in strokes:
            chains.append(_chain(stroke, 0))
            numbers.append(len(chains[-1][0]))
            owners.append(owner)
    if not chains:
        return inks
    points, radius = (np.concatenate(parts) for parts in zip(*chains, strict=True))
    chain = np.repeat(np.arange(len(chains)), numbers)
    first = (chain[1:] == chain[:-1]).nonzero()[0]  # points from which a segment goes to the next one
    owner_of = np.repeat(owners, numbers)
    for start in range(0, len(first), _AT_ONCE):
        a = first[start : start + _AT_ONCE]
        _add_segments(inks, _cut(points[a], points[a + 1], radius[a], radius[a + 1], owner_of[a]), eraser=False)
    return inks


def _chain(stroke: Stroke, first: int) -> tuple[Array, Array]:
    """Points (n, 2), n >= 2, and the pen's radius at each (n,), in ink pixels."""
    points = np.asarray(stroke.points[first:], np.float32) * np.float32(SIDE / PAD)
    radius = np.full(len(points), stroke.width / 2 * SIDE / PAD, np.float32)
    if stroke.pressure is not None:
        radius *= stroke.pressure[first:]
    if len(points) == 1:  # a click makes a dot
        return np.repeat(points, 2, axis=0), np.repeat(radius, 2)
    return points, radius


class _Segments(NamedTuple):
    """Discs that move straight, in ink pixels: from `start` (n, 2) by `step` (n, 2), growing from `ra` to `rb`."""

    start: Array
    step: Array
    length: Array  # (n,), of `step`
    ra: Array
    rb: Array
    owner: NDArray[np.int_]  # (n,), which ink they are laid on

    def at(self, which: slice | NDArray[np.bool_] | NDArray[np.intp]) -> "_Segments":
        """Some of them."""
        start, step, length, ra, rb, owner = self
        return _Segments(start[which], step[which], length[which], ra[which], rb[which], owner[which])


def _cut(start: Array, end: Array, ra: Array, rb: Array, owner: NDArray[np.int_]) -> _Segments:
    """The segments that can reach the ink, in pieces of at most `_PIECE`."""
    step = end - start
    length = np.hypot(step[:, 0], step[:, 1])
    segments = _Segments(start, step, length, ra, rb, owner)
    longest = np.maximum(np.maximum(ra, rb), np.float32(_PIECE))  # a wide pen's windows are large in any case
    if (length > longest).any():
        pieces = np.maximum(np.ceil(length / longest), 1).astype(int)
        which = np.repeat(np.arange(len(pieces)), pieces)
        part = (1 / pieces[which]).astype(np.float32)
        begin = ((np.arange(len(which)) - np.repeat(np.cumsum(pieces) - pieces, pieces)) * part).astype(np.float32)
        step, thicker = step[which], (rb - ra)[which]
        ra = ra[which] + begin * thicker
        segments = _Segments(
            start[which] + begin[:, None] * step,
            step * part[:, None],
            length[which] * part,
            ra,
            ra + part * thicker,
            owner[which],
        )
    if start.min() < 0 or end.min() < 0 or start.max() > SIDE or end.max() > SIDE:
        return _near(segments, SIDE)
    return segments


def _near(segments: _Segments, size: int) -> _Segments:
    """Those that can reach the ink; a stroke may leave the pad and come back."""
    start, end = segments.start, segments.start + segments.step
    reach = (np.maximum(segments.ra, segments.rb) + 1)[:, None]
    inside = (np.maximum(start, end) > -reach) & (np.minimum(start, end) < size + reach)
    return segments.at(inside.all(axis=1))


def _add_segments(inks: Array, segments: _Segments, eraser: bool) -> None:
    """Lay moving discs on `inks` (k, side, side): equal windows, many computed at once."""
    if not len(segments.start):
        return
    radius = np.maximum(segments.ra, segments.rb)
    if float(radius.max()) > 2 * float(radius.min()):  # one wide pen shall not make the windows of all others large
        segments = segments.at(np.argsort(-radius, kind="stable"))
        radius = np.maximum(segments.ra, segments.rb)
    size, combine = inks.shape[1], np.minimum if eraser else np.maximum
    longest = np.abs(segments.step).max(axis=1)
    first = 0
    while first < len(radius):
        reach = float(radius[first:].max()) + 1.0
        side = min(int(float(longest[first:].max()) + 2 * reach) + 2, size)
        part = segments.at(slice(first, first + max(1, _MAX_CELLS // side**2)))
        corner = np.floor(np.minimum(part.start, part.start + part.step) - np.float32(reach))
        corner = np.minimum(np.maximum(corner, 0), size - side)
        cover = _cover(part, corner, side)
        if eraser:
            np.subtract(1.0, cover, out=cover)
        places = zip(part.owner.tolist(), corner.astype(int).tolist(), cover, strict=True)
        for owner, (left, top), piece in places:
            view = inks[owner, top : top + side, left : left + side]
            combine(view, piece, out=view)
        first += len(part.start)


def _cover(segments: _Segments, corner: Array, side: int) -> Array:
    """How much each moving disc covers of its window, (n, side, side); negative where it is far away."""
    start, step, length, ra, rb, _ = segments
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
