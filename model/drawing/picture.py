"""Picture files and pasted pictures to digits: scans, photographs, screenshots, MNIST digits, in either polarity.

The paper is taken away (`paper`), what is no ink is dropped (`marks`), what belongs to one digit is put together
(`groups`), and lines too thin for the network are thickened here. Clean small pictures are taken over as they are: a
28 × 28 MNIST digit gives back its image exactly.
"""

import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from model.drawing.blots import Mask
from model.drawing.groups import groups
from model.drawing.ink import PAD, SIDE, Picture, PictureDigit, blank
from model.drawing.marks import SMALL, Box, Marks, marks
from model.drawing.paper import levels
from model.drawing.raster import averaging
from model.files import InputError, read_bounded

Array = NDArray[np.float32]
Pixels = NDArray[np.uint8]

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF", "PPM", "ICO")  # none that runs another program
MAX_FILE = 64 * 1024 * 1024
MAX_PIXELS = 64_000_000
WORKING_SIDE = 8 * SIDE  # larger pictures are averaged down to this before anything is looked for
_ORIENTATION = 0x0112
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


def read_picture(source: Path | bytes) -> Pixels:
    """The first frame of a picture, upright: (height, width, 4) uint8, red, green, blue and alpha.

    `source` is a file or its content. Very large pictures come averaged down.

    Raises:
        InputError: there is no such file, or it is not a whole picture of a known format and a reasonable size.
    """
    return _read(source)[0]


def read_digits(source: Path | bytes) -> list[Digit]:
    """The digits on a picture, a file or its content, as `digits_on`, with their boxes in the file's own pixels.

    Raises:
        InputError: as for `read_picture`.
    """
    pixels, scale = _read(source)
    return [
        replace(digit, box=tuple(round(edge * scale) for edge in digit.box))  # type: ignore[arg-type]
        for digit in digits_on(pixels)
    ]


def _read(source: Path | bytes) -> tuple[Pixels, float]:
    """The pixels, and how many of the file's own lie along one of them."""
    name = str(source) if isinstance(source, Path) else "The picture"
    content = read_bounded(source, MAX_FILE) if isinstance(source, Path) else source
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # sizes are checked here; odd metadata is not the user's business
            # what a file says of its size need not be the size of what is in it
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image, width = _upright(content, name)
            return np.array(image), width / image.width
    except InputError:
        raise
    except UnidentifiedImageError as error:
        raise InputError("{0} is not a picture ConvPad knows ({1}).", name, ", ".join(FORMATS)) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise InputError("{0} has too many pixels; {1:,} are the most.", name, MAX_PIXELS) from error
    except Exception as error:  # decoders raise whatever they like on damaged files
        reason = " ".join(str(error).split()) or type(error).__name__
        raise InputError("{0} is damaged or cut off ({1}); choose another picture.", name, reason) from error


def _upright(content: bytes, name: str) -> tuple[Image.Image, int]:
    """The picture, averaged down, and how wide the whole was."""
    with Image.open(io.BytesIO(content), formats=FORMATS) as image:
        width, height = image.size
        if width * height > MAX_PIXELS:
            raise InputError("{0} has {1:,} × {2:,} pixels; {3:,} are the most.", name, width, height, MAX_PIXELS)
        image.draft("RGB", (WORKING_SIDE, WORKING_SIDE))  # JPEG can be read smaller at once
        image.load()
        if image.format == "ICO":
            width, height = image.size
        small = _reduced(image, WORKING_SIDE) if image.mode in ("L", "RGB", "RGBA") else image
        small.info.update(image.info)
        turned = ImageOps.exif_transpose(small)
        if image.getexif().get(_ORIENTATION, 1) >= 5:  # lies on its side
            width = height
    if turned.mode.startswith("I") or turned.mode == "F":
        turned = Image.fromarray(_eight_bits(np.asarray(turned)))
    if turned.mode not in ("RGB", "RGBA"):
        transparent = "transparency" in turned.info or turned.mode in ("LA", "La", "PA", "RGBa")
        turned = turned.convert("RGBA" if transparent else "RGB")
    return _reduced(turned.convert("RGBA"), WORKING_SIDE), width


def _eight_bits(values: NDArray[np.generic]) -> Pixels:
    numbers = np.nan_to_num(np.asarray(values, np.float32), posinf=0.0, neginf=0.0)
    low, high = min(float(numbers.min()), 0.0), float(numbers.max())
    # 0…1 in floating point, 0…255, or 0…65535: what the values can be tells which
    top = next((top for top in (1.0 if values.dtype.kind == "f" else 255.0, 255.0, 65535.0) if high <= top), high)
    scaled: Pixels = np.round((numbers - low) / max(top - low, 1e-9) * 255).clip(0, 255).astype(np.uint8)
    return scaled


def _reduced(image: Image.Image, longest: int) -> Image.Image:
    factor = -(-max(image.size) // longest)
    return image.reduce((min(factor, image.width), min(factor, image.height))) if factor > 1 else image


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
