"""Picture files, and pasted pictures, to pixels: read, turned upright, and very large ones averaged down."""

import io
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from model.drawing.ink import SIDE
from model.files import InputError, read_bounded

Array = NDArray[np.float32]
Pixels = NDArray[np.uint8]

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF", "PPM", "ICO")  # none that runs another program
MAX_FILE = 64 * 1024 * 1024
MAX_PIXELS = 64_000_000
WORKING_SIDE = 8 * SIDE  # larger pictures are averaged down to this before anything is looked for
_PLAIN = ("L", "RGB")
_STRIP = 1_000_000  # pixels
_ORIENTATION = 0x0112


def read_picture(source: Path | bytes) -> Pixels:
    """The first frame of a picture, upright: (height, width, 4) uint8, red, green, blue and alpha.

    `source` is a file or its content. Very large pictures come averaged down.

    Raises:
        InputError: there is no such file, or it is not a whole picture of a known format and a reasonable size.
    """
    return read_scaled(source)[0]


def read_scaled(source: Path | bytes) -> tuple[Pixels, float]:
    """The pixels, as `read_picture`, and how many of the file's own lie along one of them."""
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
        _check_size(name, width, height)
        image.draft("RGB", (WORKING_SIDE, WORKING_SIDE))  # JPEG can be read smaller at once
        image.load()
        if image.format == "ICO":
            width, height = image.size
        small = _small(image)
        small.info.update(image.info)
        turned = ImageOps.exif_transpose(small)
        if image.getexif().get(_ORIENTATION, 1) >= 5:  # lies on its side
            width = height
    return turned.convert("RGBA"), width


def _small(image: Image.Image) -> Image.Image:
    """The picture averaged down, in a mode of `_PLAIN` or as red, green, blue and alpha.

    One of another mode is changed strip by strip: all at once would take several times its memory.
    """
    if image.mode in _PLAIN:
        return _reduced(image, WORKING_SIDE)
    factor = -(-max(image.size) // WORKING_SIDE)
    rows = max(_STRIP // image.width // factor, 1) * factor
    boxes = [(0, top, image.width, min(top + rows, image.height)) for top in range(0, image.height, rows)]
    if image.mode.startswith("I") or image.mode == "F":
        spans = [_span(_numbers(image.crop(box))) for box in boxes]
        low, top = min(low for low, _ in spans), max(high for _, high in spans)
        top = next((limit for limit in _tops(image) if top <= limit), top)
        parts = (Image.fromarray(_eight_bits(_numbers(image.crop(box)), low, top)) for box in boxes)
    else:
        transparent = "transparency" in image.info or image.mode in ("RGBA", "LA", "La", "PA", "RGBa")
        parts = (image.crop(box).convert("RGBA" if transparent else "RGB") for box in boxes)
    return _stacked([_by(part, factor) for part in parts])


def _stacked(strips: Sequence[Image.Image]) -> Image.Image:
    """The strips one below the other."""
    whole = Image.new(strips[0].mode, (strips[0].width, sum(strip.height for strip in strips)))
    top = 0
    for strip in strips:
        whole.paste(strip, (0, top))
        top += strip.height
    return whole


def _numbers(image: Image.Image) -> Array:
    return np.nan_to_num(np.asarray(image).astype(np.float32), posinf=0.0, neginf=0.0)


def _span(numbers: Array) -> tuple[float, float]:
    return min(float(numbers.min()), 0.0), float(numbers.max())


def _tops(image: Image.Image) -> tuple[float, ...]:
    """0…1 in floating point, 0…255, or 0…65535: what the values can be tells which."""
    return (1.0, 255.0, 65535.0) if image.mode == "F" else (255.0, 65535.0)


def _eight_bits(numbers: Array, low: float, top: float) -> Pixels:
    scaled: Pixels = np.round((numbers - low) / max(top - low, 1e-9) * 255).clip(0, 255).astype(np.uint8)
    return scaled


def _reduced(image: Image.Image, longest: int) -> Image.Image:
    return _by(image, -(-max(image.size) // longest))


def _by(image: Image.Image, factor: int) -> Image.Image:
    return image.reduce((min(factor, image.width), min(factor, image.height))) if factor > 1 else image


def averaged(rgba: Pixels) -> Pixels:
    """Pixels (height, width, 4) that come from no file, averaged down as `read_picture` does.

    Raises:
        InputError: they are too many.
    """
    height, width = rgba.shape[:2]
    _check_size("The picture", width, height)
    return np.array(_small(Image.fromarray(rgba)))


def _check_size(name: str, width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise InputError("{0} has {1:,} × {2:,} pixels; {3:,} are the most.", name, width, height, MAX_PIXELS)
