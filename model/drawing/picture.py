"""The pixels of a picture to digits: scans, photographs, screenshots, MNIST digits, in either polarity.

The paper is taken away (`paper`), what is no ink is dropped (`marks`), what belongs to one digit is put together
(`groups`), and lines too thin for the network are thickened here. Clean small pictures are taken over as they are: a
28 × 28 MNIST digit gives back its image exactly.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from PIL import Image

from model.drawing.blots import Mask
from model.drawing.groups import groups
from model.drawing.ink import PAD, SIDE, Picture, PictureDigit, blank
from model.drawing.marks import SMALL, Box, Marks, marks
from model.drawing.paper import levels
from model.drawing.pixels import Array, Pixels, read_scaled
from model.drawing.raster import averaging

MOST = 100  # digits on one picture
FAINT = 0.08  # of the darkest ink: less is what JPEG leaves around lines
THINNEST, THICKENED = 0.07, 0.10  # a stroke's width as part of the digit's long side: thinner ones are thickened


@dataclass(frozen=True, eq=False)
class Digit:
    """One digit on a picture, with the steps from there to its ink. The arrays of the steps are about as large."""

    box: Box  # left, top, right, bottom on the picture, in its pixels
    grey: Array  # the part of the picture, 0…1
    strength: Array  # the paper taken away
    kept: Array  # what of it is ink
    ink: Array  # (140, 140), 0…1: thick enough to be read, fitted into the pad


def read_digits(source: Path | bytes) -> list[Digit]:
    """The digits on a picture, a file or its content, as `digits_on`, with their boxes in the file's own pixels.

    Raises:
        InputError: as for `read_picture`.
    """
    pixels, scale = read_scaled(source)
    return [replace(digit, box=_enlarged(digit.box, scale)) for digit in digits_on(pixels)]


def _enlarged(box: Box, scale: float) -> Box:
    left, top, right, bottom = (round(edge * scale) for edge in box)
    return left, top, right, bottom


def digits_on(rgba: Pixels) -> list[Digit]:
    """The digits on a picture (height, width, 4) uint8 in reading order; none where nothing stands out.

    Raises:
        ValueError: `rgba` has another shape or type.
    """
    if rgba.ndim != 3 or rgba.shape[2] != 4 or rgba.dtype != np.uint8:
        raise ValueError(f"a picture must be (height, width, 4) uint8, not {rgba.shape} {rgba.dtype}")
    if min(rgba.shape[:2]) < 2:
        return []
    found = marks(levels(rgba))
    if found is None:
        return []
    if max(found.grey.shape) <= SMALL and found.clean:  # as it is: each pixel is meant
        ink = found.strength if found.faint else found.raw
        return [Digit(found.box, found.grey, found.strength, found.strength, _fit(ink))]
    return [_digit(found, which) for which in groups(found.found.boxes)[:MOST]]


def on_pad(digits: Sequence[Digit]) -> Picture:
    """The digits as they lie on the pad: one fills it, several keep their places to each other.

    Raises:
        ValueError: there are none.
    """
    if not digits:
        raise ValueError("a picture without digits is no drawing")
    boxes = np.array([digit.box for digit in digits], np.float64)
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    scale = 0.86 * PAD / float((high - low).max())
    placed = (boxes - np.tile((low + high) / 2, 2)) * scale + PAD / 2
    whole = blank()
    parts = []
    for digit, box in zip(digits, placed.tolist(), strict=True):
        ink = (digit.ink * 255).round().astype(np.uint8)
        if len(digits) == 1:
            whole = digit.ink
        else:
            _lay(whole, digit.ink, [edge * SIDE / PAD for edge in box])
        left, top, right, bottom = box
        parts.append(PictureDigit((left, top, right, bottom), ink, (digit.grey, digit.strength, digit.kept)))
    return Picture((whole * 255).round().astype(np.uint8), digits=tuple(parts))


def _lay(whole: Array, ink: Array, box: list[float]) -> None:
    """Lay what is drawn on `ink` into the box on `whole`, in place."""
    rows, columns = (np.flatnonzero(ink.max(axis=axis) > 0) for axis in (1, 0))
    if not len(rows):
        return
    drawn = Image.fromarray(ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
    left, top, right, bottom = (round(edge) for edge in box)
    size = max(right - left, 2), max(bottom - top, 2)
    small = np.asarray(drawn.resize(size, Image.Resampling.BOX))
    part = whole[top : top + size[1], left : left + size[0]]
    np.maximum(part, small[: part.shape[0], : part.shape[1]], out=part)


def _digit(found: Marks, which: list[int]) -> Digit:
    boxes = found.found.boxes[which]
    low, high = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    side = int((high - low).max())
    margin = side // 6 + 2
    left, top = np.maximum(low - margin, 0).tolist()
    right, bottom = (high + margin).tolist()
    part = slice(top, bottom), slice(left, right)
    own = np.isin(found.found.label[part], np.array(which) + 1)
    around = _grown(own, max(1, side // (12 if found.clean else 24)))  # with the soft edge
    strength = found.strength[part]
    kept = np.where(around & (strength >= FAINT), strength, 0).astype(np.float32)
    if not found.clean:
        kept = ((kept - 0.3) / 0.5).clip(0, 1).astype(np.float32)
    width = 2 * float(own.sum()) / max(float(_outline(own)), 1.0)
    ink = _fit(kept)
    scale = SIDE / max(kept.shape)
    if width < THINNEST * side:
        ink = _thickened(ink, (THICKENED * side - width) * scale / 2, width * scale)
    shift = found.box[0], found.box[1]
    box = (int(low[0]) + shift[0], int(low[1]) + shift[1], int(high[0]) + shift[0], int(high[1]) + shift[1])
    return Digit(box, found.grey[part], strength, kept, ink)


def _outline(mask: Mask) -> int:
    padded = np.pad(mask, 1)
    return int(sum((padded != np.roll(padded, 1, axis)).sum() for axis in (0, 1)))


def _grown(mask: Mask, by: int) -> Mask:
    """The mask with all that lies within `by` pixels of it, in each direction."""
    for axis in (0, 1):
        before = ((by + 1, by), (0, 0)) if axis == 0 else ((0, 0), (by + 1, by))
        sums = np.pad(mask, before).cumsum(axis=axis, dtype=np.int32)
        window = 2 * by + 1
        mask = (sums[window:] > sums[:-window]) if axis == 0 else (sums[:, window:] > sums[:, :-window])
    return mask


def _thickened(ink: Array, radius: float, width: float) -> Array:
    """A disc of `radius` on each pixel of ink; what averaging left of thin lines, on a pixel or two, becomes full."""
    ink = (ink / np.float32(min(max(width, 0.15), 1.0) * 0.45)).clip(0, 1)
    reach = int(np.ceil(radius + 0.5))
    padded = np.pad(ink, reach)
    thick = ink.copy()
    height, width_ = ink.shape
    for y in range(-reach, reach + 1):
        for x in range(-reach, reach + 1):
            cover = min(max(radius + 0.5 - float(np.hypot(x, y)), 0.0), 1.0)
            if cover > 0:
                moved = padded[reach + y : reach + y + height, reach + x : reach + x + width_]
                np.maximum(thick, moved * np.float32(cover), out=thick)
    return thick


def ink_from_pixels(rgba: Pixels) -> Array:
    """Ink (140, 140) float32, 0…1, of the whole picture; zeros where nothing stands out.

    Raises:
        ValueError: as for `digits_on`.
    """
    found = digits_on(rgba)
    return found[0].ink if found else blank()


def _fit(ink: Array) -> Array:
    height, width = ink.shape
    rows, columns = (max(1, round(SIDE * side / max(height, width))) for side in (height, width))
    top, left = (SIDE - rows) // 2, (SIDE - columns) // 2
    square = blank()
    fitted = averaging(rows, height) @ ink @ averaging(columns, width).T
    square[top : top + rows, left : left + columns] = fitted.clip(0, 1)
    return square
