"""Which parts of a drawing or a picture belong to one digit, from their boxes alone; in reading order.

The recursive XY-cut of G. Nagy and S. Seth, "Hierarchical representation of optically scanned documents", 1984: lines
first, then the digits in a line. A part that is too small for a digit of its own goes with the nearest.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike, NDArray

from model.drawing.ink import Stroke, widest_pen

_TALL = 0.6  # of the tallest in its line: less is a part of a digit, a bar or a dot
_APART, _LOW = 0.25, 0.3  # of the line's height: what is so far away may be as low as this, a wide nought
_GAP = 0.03  # of the line's height, between two digits
_LEADING = 0.25  # of the lower line's height, between two lines
_LINE = 0.4  # of the highest line: less is a part of one


def groups(boxes: ArrayLike) -> list[list[int]]:
    """The numbers of the boxes (n, 4), left, top, right, bottom, digit by digit in reading order."""
    array = np.asarray(boxes, np.float64).reshape(-1, 4)
    if len(array) < 2:
        return [[0]] if len(array) else []
    return [sorted(part.tolist()) for part in _split(array, np.arange(len(array)))]


def digits_in(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    """The strokes digit by digit in reading order. What erases goes with each of them, in its place."""
    pens = [number for number, stroke in enumerate(strokes) if not stroke.eraser]
    if len(pens) < 2:
        return [list(strokes)]
    widest = widest_pen(strokes)
    found = groups([_box(strokes[number], widest) for number in pens])
    if len(found) < 2:
        return [list(strokes)]
    kept = [{pens[place] for place in group} for group in found]
    return [[s for number, s in enumerate(strokes) if s.eraser or number in group] for group in kept]


def box_of(strokes: Sequence[Stroke]) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of what the pens cover, in pad units."""
    boxes = np.array([_box(stroke, stroke.width) for stroke in strokes if not stroke.eraser])
    left, top = boxes[:, :2].min(axis=0).tolist()
    right, bottom = boxes[:, 2:].max(axis=0).tolist()
    return round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)


def _box(stroke: Stroke, widest: float) -> tuple[float, float, float, float]:
    points, half = stroke.points, min(stroke.width, widest) / 2
    left, top = points.min(axis=0).tolist()
    right, bottom = points.max(axis=0).tolist()
    return left - half, top - half, right + half, bottom + half


def _split(boxes: NDArray[np.float64], which: NDArray[np.intp]) -> list[NDArray[np.intp]]:
    for axis in (1, 0):
        parts = _cut(boxes, which, axis)
        if len(parts) > 1:
            return [smaller for part in parts for smaller in _split(boxes, part)]
    return [which]


def _cut(boxes: NDArray[np.float64], which: NDArray[np.intp], axis: int) -> list[NDArray[np.intp]]:
    """Cut across `axis` (0: between columns, 1: between lines) where there is room between tall parts."""
    which = which[np.argsort(boxes[which, axis], kind="stable")]
    end = np.maximum.accumulate(boxes[which, axis + 2])
    room = (boxes[which[1:], axis] > end[:-1]).nonzero()[0] + 1
    parts = np.split(which, room)
    if len(parts) < 2:
        return parts
    if axis:
        whole = max(_height(boxes[part]) for part in parts)
        needed = _LEADING * min(_height(boxes[part]) for part in parts if _height(boxes[part]) >= _LINE * whole)
    else:
        whole = _height(boxes[which])
        needed = _GAP * whole
    least = (_LINE if axis else _TALL) * whole
    while len(parts) > 1:
        gaps = [float(b.min() - a.max()) for a, b in _facing(boxes, parts, axis)]
        nearest = [min((n for n in (k - 1, k) if 0 <= n < len(gaps)), key=gaps.__getitem__) for k in range(len(parts))]
        small = [
            nearest[number]
            for number, part in enumerate(parts)
            if (height := _height(boxes[part])) < least
            and (axis or height < _LOW * whole or gaps[nearest[number]] < _APART * whole)
        ]
        if small:  # goes with the nearest
            at = small[0]
        else:
            at = int(np.argmin(gaps))
            if gaps[at] > needed:
                break
        parts[at : at + 2] = [np.concatenate(parts[at : at + 2])]
    return parts


def _facing(
    boxes: NDArray[np.float64], parts: list[NDArray[np.intp]], axis: int
) -> list[tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """The ends of each part and the beginnings of the next."""
    return [(boxes[a, axis + 2], boxes[b, axis]) for a, b in pairwise(parts)]


def _height(boxes: NDArray[np.float64]) -> float:
    return float(boxes[:, 3].max() - boxes[:, 1].min())
