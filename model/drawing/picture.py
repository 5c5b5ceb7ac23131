"""Picture files and pasted pictures to ink: scans, photographs, screenshots, MNIST digits, in either polarity.

The paper is taken to be what most of the border shows, or, where the light is uneven, a smooth surface through it; ink
is what differs from the paper to one side. Clean pictures are taken over as they are: a 28 × 28 MNIST digit gives back
its image exactly.
"""

import io
import warnings
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from model.drawing.ink import SIDE, blank
from model.drawing.raster import averaging
from model.files import InputError, read_bounded

Array = NDArray[np.float32]
Pixels = NDArray[np.uint8]

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF", "PPM", "ICO")  # none that runs another program
MAX_FILE = 64 * 1024 * 1024
MAX_PIXELS = 64_000_000
WORKING_SIDE = 2 * SIDE  # larger pictures are averaged down to this before anything is looked for
_EVEN = 0.03  # grey levels (0…1) that differ less are the same paper
_FAINT = 0.08  # ink must differ by this much from the paper
_SMALL = 64  # pictures up to this side are taken as they are, each pixel meant
_SPECK = 0.05  # blots with less ink than this part of the largest are dirt, in a picture that is noisy


def read_picture(source: Path | bytes) -> Pixels:
    """The first frame of a picture, upright: (height, width, 4) uint8, red, green, blue and alpha.

    `source` is a file or its content. Very large pictures come averaged down.

    Raises:
        InputError: there is no such file, or it is not a whole picture of a known format and a reasonable size.
    """
    name = str(source) if isinstance(source, Path) else "The picture"
    content = read_bounded(source, MAX_FILE) if isinstance(source, Path) else source
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # sizes are checked here; odd metadata is not the user's business
            return np.array(_upright(content, name))
    except InputError:
        raise
    except UnidentifiedImageError as error:
        raise InputError("{0} is not a picture ConvPad knows ({1}).", name, ", ".join(FORMATS)) from error
    except Image.DecompressionBombError as error:
        raise InputError("{0} has too many pixels; {1:,} are the most.", name, MAX_PIXELS) from error
    except Exception as error:  # decoders raise whatever they like on damaged files
        reason = " ".join(str(error).split()) or type(error).__name__
        raise InputError("{0} is damaged or cut off ({1}); choose another picture.", name, reason) from error


def _upright(content: bytes, name: str) -> Image.Image:
    with Image.open(io.BytesIO(content), formats=FORMATS) as image:
        width, height = image.size
        if width * height > MAX_PIXELS:
            raise InputError("{0} has {1:,} × {2:,} pixels; {3:,} are the most.", name, width, height, MAX_PIXELS)
        image.draft("RGB", (4 * WORKING_SIDE, 4 * WORKING_SIDE))  # JPEG can be read smaller at once
        image.load()
        turned = ImageOps.exif_transpose(image)
    if turned.mode.startswith("I") or turned.mode == "F":
        turned = Image.fromarray(_eight_bits(np.asarray(turned)))
    if turned.mode not in ("RGB", "RGBA"):
        transparent = "transparency" in turned.info or turned.mode in ("LA", "La", "PA", "RGBa")
        turned = turned.convert("RGBA" if transparent else "RGB")
    return _reduced(turned.convert("RGBA"), 4 * WORKING_SIDE)


def _eight_bits(values: NDArray[np.generic]) -> Pixels:
    numbers = np.nan_to_num(np.asarray(values, np.float64), posinf=0.0, neginf=0.0)
    low, high = min(float(numbers.min()), 0.0), float(numbers.max())
    # 0…1 in floating point, 0…255, or 0…65535: what the values can be tells which
    top = next((top for top in (1.0 if values.dtype.kind == "f" else 255.0, 255.0, 65535.0) if high <= top), high)
    scaled: Pixels = np.round((numbers - low) / max(top - low, 1e-9) * 255).clip(0, 255).astype(np.uint8)
    return scaled


def _reduced(image: Image.Image, longest: int) -> Image.Image:
    factor = -(-max(image.size) // longest)
    return image.reduce((min(factor, image.width), min(factor, image.height))) if factor > 1 else image


def ink_from_pixels(rgba: Pixels) -> Array:
    """Ink (140, 140) float32, 0…1, from a picture (height, width, 4) uint8; zeros where nothing stands out.

    The picture is fitted into the square, aspect kept: larger ones by area averaging, smaller ones as squares. Where
    little of a large picture is written on, only that part is taken.

    Raises:
        ValueError: `rgba` has another shape or type.
    """
    if rgba.ndim != 3 or rgba.shape[2] != 4 or rgba.dtype != np.uint8:
        raise ValueError(f"a picture must be (height, width, 4) uint8, not {rgba.shape} {rgba.dtype}")
    if not rgba.size:
        return blank()
    small = np.asarray(_reduced(Image.fromarray(np.ascontiguousarray(rgba)), WORKING_SIDE))
    return _fit(_cut_out(_ink(_grey(small))))


def _grey(rgba: Pixels) -> Array:
    """Lightness 0…1, (height, width), on a backdrop where the picture is transparent."""
    lightness: Array = (rgba[..., :3] @ np.array([0.299, 0.587, 0.114])).astype(np.float32) / np.float32(255)
    if (rgba[..., 3] == 255).all():
        return lightness
    alpha = rgba[..., 3].astype(np.float32) / np.float32(255)
    solid = lightness[alpha > 0.5]
    if len(solid) == 0:
        solid = lightness[alpha > 0]
    if len(solid) == 0:
        return np.zeros_like(lightness)
    contrasting = 0.0 if float(solid.mean()) > 0.5 else 1.0
    # a picture with a few holes, which are paper; or a cut-out digit
    backdrop = float(np.median(solid)) if alpha.mean() > 0.5 else contrasting
    mixed: Array = (alpha * lightness + (1 - alpha) * np.float32(backdrop)).astype(np.float32)
    return mixed


def _ink(grey: Array) -> Array:
    """What differs from the paper, (height, width), 0…1."""
    border = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    level = np.median(border)
    even_light = (np.abs(border - level) < _EVEN).mean() >= 0.6
    apart = grey - (level if even_light else _paper(grey))
    positive, negative = apart.clip(min=0), (-apart).clip(min=0)
    # ink is the rare and strong difference, unevenness of the paper the frequent and weak one
    ink = positive if float((positive**3).sum()) >= float((negative**3).sum()) else negative
    even = np.abs(apart)[np.abs(apart) < max(2 * float(np.median(np.abs(apart))), _EVEN)]
    noise = 1.4826 * float(np.median(even)) if len(even) else 0.0
    strongest = np.sort(ink, axis=None)[-max(3, ink.size // 500) :]
    peak = float(strongest.mean())
    if float(strongest[-1]) < _FAINT or peak < 6 * noise:
        return np.zeros_like(grey)
    if noise < 1e-3:  # drawn, not photographed: only what JPEG leaves around lines is dropped, and faint ink raised
        if max(ink.shape) > _SMALL:
            ink = np.where(ink < _FAINT, 0, ink)
        return ink if float(strongest[-1]) > 0.8 else ink / strongest[-1]
    low = max(4 * noise / peak, 0.2)
    return _without_specks(((ink / peak - low) / max(0.8 - low, 0.1)).clip(0, 1).astype(np.float32))


def _paper(grey: Array) -> Array:
    """A smooth surface (a polynomial of second degree) through what most of the picture is, (height, width)."""
    step = max(grey.shape) // 80 + 1  # so smooth a surface needs few points
    terms, values = _terms(grey.shape)[::step, ::step].reshape(-1, 6), grey[::step, ::step].ravel()
    paper = np.abs(terms[:, 1:3]).max(axis=1) > 0.8  # the border first, then all that looks like it
    found = np.array([np.median(values), 0, 0, 0, 0, 0])
    for _ in range(8):
        if paper.sum() < 2 * len(found):
            break
        found = np.linalg.lstsq(terms[paper], values[paper], rcond=None)[0]
        apart = np.abs(values - terms @ found)
        paper = apart < max(2.5 * 1.4826 * float(np.median(apart)), 0.01)
    surface: Array = (_terms(grey.shape) @ found).astype(np.float32)
    return surface


def _terms(shape: tuple[int, ...]) -> Array:
    """What the surface is a sum of, at each pixel: (height, width, 6), rows and columns from -1 to 1."""
    y, x = np.meshgrid(*(np.linspace(-1, 1, size, dtype=np.float32) for size in shape), indexing="ij")
    return np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=2)


def _without_specks(ink: Array) -> Array:
    """Drop connected blots that hold little ink beside the largest: dust, and grain of the paper."""
    there = np.pad(ink > 0.1, 1)
    number = np.where(there, np.arange(there.size).reshape(there.shape), 0)
    while True:  # each cell takes the highest number around it until nothing changes: then a blot has one number
        spread = number.copy()
        for axis in (0, 1):
            spread = np.maximum(spread, np.maximum(np.roll(spread, 1, axis), np.roll(spread, -1, axis)))
        spread = spread.ravel()[np.where(there, spread, 0)].reshape(there.shape)
        spread = np.where(there, np.maximum(spread, number), 0)
        if (spread == number).all():
            break
        number = spread
    masses = np.bincount(number.ravel(), weights=np.pad(ink, 1).ravel())
    masses[0] = 0
    kept: Array = np.where(masses[number] >= max(_SPECK * masses.max(), 1e-9), np.pad(ink, 1), 0)[1:-1, 1:-1]
    return kept.astype(np.float32)


def _cut_out(ink: Array) -> Array:
    """Where little of a large picture is written on, that part with a margin; else the whole."""
    if max(ink.shape) <= SIDE or not ink.any():
        return ink
    spans = [np.flatnonzero(ink.max(axis=axis) > 0) for axis in (1, 0)]
    longest = max(int(span[-1] - span[0]) + 1 for span in spans)
    if longest > 0.4 * max(ink.shape):
        return ink
    margin = longest // 3 + 1
    top, left = (max(int(span[0]) - margin, 0) for span in spans)
    bottom, right = (int(span[-1]) + 1 + margin for span in spans)
    return ink[top:bottom, left:right]


def _fit(ink: Array) -> Array:
    height, width = ink.shape
    rows, columns = (max(1, round(SIDE * side / max(height, width))) for side in (height, width))
    top, left = (SIDE - rows) // 2, (SIDE - columns) // 2
    square = blank()
    fitted = averaging(rows, height) @ ink @ averaging(columns, width).T
    square[top : top + rows, left : left + columns] = fitted.clip(0, 1)
    return square
