"""What on a picture is ink: sheets, frames and windows are looked into, rule lines and specks dropped."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.drawing.blots import Blots, Mask, blots
from model.drawing.paper import Array, contrast

Box = tuple[int, int, int, int]  # left, top, right, bottom

SMALL = 64  # pictures up to this side are taken as they are where they are clean: each pixel is meant
CLEAN = 1e-3  # noise of a picture that was drawn, not photographed
_FAINTEST = 0.04  # ink must differ by this much from the paper
_ABOVE = 4.5  # and by this many times the noise
_PART = 0.35  # of the darkest ink: less is no ink, but a rule line, a fold, a shadow
_DEEP = 3  # sheets in frames in windows
_SHEET = 0.25  # of the picture's sides: a frame or sheet is at least so long
_STRAIGHT = 0.85  # of each of its four sides lies along its box
_GRAIN = 0.02  # of the picture's side: the largest blot of a photograph is longer
_BEYOND = 0.12  # of the ink's side: how far its soft edge may reach
_BLOT = 0.38  # 2 × area / outline, as part of the long side: what is thicker was not written
_LONG, _THIN = 0.8, 0.02  # of the picture's side: a rule line
_SPECK, _CRUMB, _FAR = 0.08, 0.25, 0.5  # of the largest blot's side: never ink; ink only where it is near


@dataclass(frozen=True, eq=False)
class Marks:
    """The ink on the part `box` of a picture. All arrays are (h, w) of that part."""

    box: Box
    grey: Array  # 0…1
    raw: Array  # how much each pixel differs from the paper
    strength: Array  # 0…1, the same, 1 for the darkest ink
    kept: Mask  # what of it is ink
    found: Blots  # the blots of `kept`
    clean: bool  # drawn, not photographed
    faint: bool


def marks(grey: Array, box: Box | None = None, deep: int = _DEEP) -> Marks | None:
    """Find the ink on `grey` (h, w), 0…1; None where nothing stands out."""
    height, width = grey.shape
    box = box or (0, 0, width, height)
    if min(height, width) < 2:
        return None
    seen = contrast(grey)
    least = max(_FAINTEST, _ABOVE * seen.noise)
    sides = [side for side in _sides(seen.apart) if float(side.max()) >= least]
    for side in sides:
        first = blots(side >= least)
        for inner in _sheets(first, box) if deep else ():
            left, top, right, bottom = (edge - box[n % 2] for n, edge in enumerate(inner))
            inside = marks(grey[top:bottom, left:right], inner, deep - 1)
            if inside is not None:
                return inside
    for side in sides:
        found = _ink(grey, side, least, seen.noise, box)
        if found is not None:
            return found
    return None


def _sides(apart: Array) -> list[Array]:
    """What is lighter and what is darker than the paper; first the rare and strong difference, which ink is."""
    light, dark = apart.clip(min=0), (-apart).clip(min=0)
    return [light, dark] if float((light**3).sum()) >= float((dark**3).sum()) else [dark, light]


def _sheets(found: Blots, box: Box) -> list[Box]:
    """The insides of blots with four straight sides, the largest first, as parts of the whole picture."""
    height, width = found.label.shape
    inner: list[Box] = []
    sizes = (found.boxes[:, 2:] - found.boxes[:, :2]) / np.array([width, height])
    large = np.flatnonzero(sizes.min(axis=1, initial=1) >= _SHEET)
    for number in sorted(large.tolist(), key=lambda n: -_room(found.boxes[n])):
        left, top, right, bottom = found.boxes[number].tolist()
        own = found.label[top:bottom, left:right] == number + 1
        rims = [_rim(np.rot90(own, turn)) for turn in range(4)]  # top, right, bottom, left
        if None in rims:
            continue
        above, beside, below, before = (rim or 0 for rim in rims)
        inside = left + before, top + above, right - beside, bottom - below
        whole = inside == (0, 0, width, height)
        if inside[2] - inside[0] > 8 and inside[3] - inside[1] > 8 and not whole:
            inner.append((inside[0] + box[0], inside[1] + box[1], inside[2] + box[0], inside[3] + box[1]))
    return inner


def _room(box: NDArray[np.int64]) -> int:
    return int((box[2] - box[0]) * (box[3] - box[1]))


def _rim(own: Mask) -> int | None:
    """How deep the straight edge along the first rows is; None where they are no straight edge."""
    deepest = max(2, len(own) // 40)
    if float(own[:deepest].any(axis=0).mean()) < _STRAIGHT:
        return None
    covered = own[: len(own) // 8 + 1].mean(axis=1) >= _STRAIGHT
    until = int(np.argmin(covered)) if not covered.all() else 0
    return max(until, deepest) + 1 if until else deepest + 1


def _ink(grey: Array, side: Array, least: float, noise: float, box: Box) -> Marks | None:
    clean = noise < CLEAN
    first = blots(side >= least)
    written = _written(first)
    if not written.any():
        return None
    masses = np.where(written, first.masses(side), 0)
    darkest = float(np.quantile(side[first.label == masses.argmax() + 1], 0.9))
    faint = darkest < 0.8
    found = blots(_without_lines(side >= max(least, _PART * darkest)))
    kept = _written(found)
    kept &= _no_specks(found, kept, found.masses(side))
    if not kept.any() or (not clean and not _drawn(found, kept)):
        return None
    mask = found.only(kept)
    strength = (side / np.float32(max(darkest, float(least)))).clip(0, 1).astype(np.float32)
    last = blots(mask)
    return Marks(box, grey, side, strength, mask, last, clean and not _spreads(first, mask, last), faint)


def _spreads(first: Blots, kept: Mask, last: Blots) -> bool:
    """Whether much fainter lines lead far away from the ink."""
    around = first.boxes[np.unique(first.label[kept & (first.label > 0)]) - 1]
    low, high = last.boxes[:, :2].min(axis=0), last.boxes[:, 2:].max(axis=0)
    beyond = max(float((low - around[:, :2].min(axis=0)).max()), float((around[:, 2:].max(axis=0) - high).max()))
    return max(kept.shape) > SMALL and beyond > _BEYOND * float((high - low).max())


def _drawn(found: Blots, kept: NDArray[np.bool_]) -> bool:
    """Whether there is more than the grain of the paper."""
    side = max(found.label.shape)
    return bool((kept & (found.areas >= min(12, side // 8)) & (found.sides >= _GRAIN * side)).any())


def _written(found: Blots) -> NDArray[np.bool_]:
    """Which blots may be ink: not thick all over, not a straight line from edge to edge."""
    height, width = found.label.shape
    outline = np.zeros(len(found) + 1)
    padded = np.pad(found.label, 1)
    for ahead in (padded[1:-1, 2:], padded[1:-1, :-2], padded[2:, 1:-1], padded[:-2, 1:-1]):
        outline += np.bincount(found.label[found.label != ahead], minlength=len(found) + 1)
    boxes = found.boxes
    size = boxes[:, 2:] - boxes[:, :2]
    large = size.max(axis=1, initial=0) > 0.1 * max(height, width)
    thick = 2 * found.areas / np.maximum(outline[1:], 1) > _BLOT * size.max(axis=1, initial=1)
    line = ((size[:, 0] > _LONG * width) & (size[:, 1] < _THIN * height + 2)) | (
        (size[:, 1] > _LONG * height) & (size[:, 0] < _THIN * width + 2)
    )
    edges = (boxes[:, :2] <= 0).sum(axis=1) + (boxes[:, 2:] >= np.array([width, height])).sum(axis=1)
    kept: NDArray[np.bool_] = ~(large & thick) & ~(line & (edges >= 1) & (max(height, width) > SMALL))
    return kept if kept.any() else ~(edges >= 3) | (len(found) == 1)


def _without_lines(mask: Mask) -> Mask:
    """Take away two or more straight lines from edge to edge, except where ink crosses them."""
    height, width = mask.shape
    if max(height, width) <= SMALL:
        return mask
    for turned in (mask, mask.T):
        rows = np.concatenate([[False], turned.mean(axis=1) > _LONG, [False]])
        edges = np.diff(rows.astype(np.int8))
        bands = list(zip((edges == 1).nonzero()[0].tolist(), (edges == -1).nonzero()[0].tolist(), strict=True))
        bands = [(a, b) for a, b in bands if b - a <= _THIN * len(turned) + 1 and a > 1 and b < len(turned) - 1]
        if len(bands) > 1:
            for top, bottom in bands:
                turned[top - 1 : bottom + 1] &= turned[top - 2] & turned[min(bottom + 1, len(turned) - 1)]
    return mask


def _no_specks(found: Blots, kept: NDArray[np.bool_], masses: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Not what is tiny beside the largest, nor what is small and far from all that is large."""
    sides = np.where(kept, found.sides, 0)
    largest = float(sides.max())
    near = sides >= _CRUMB * largest
    good = near.copy()
    if not (near & (masses >= 0.02 * masses[kept].max())).any():
        return sides > 0
    boxes = found.boxes[near]
    for number in ((sides >= _SPECK * largest) & ~near).nonzero()[0].tolist()[:500]:
        left, top, right, bottom = found.boxes[number].tolist()
        away = np.maximum(np.maximum(boxes[:, 0] - right, left - boxes[:, 2]), 0) + np.maximum(
            np.maximum(boxes[:, 1] - bottom, top - boxes[:, 3]), 0
        )
        good[number] = bool((away < _FAR * found.sides[near]).any())
    return good
