"""Pictures of anything but digits: grey, as they lie, scaled to 28 × 28; nothing is cropped, straightened, centred."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from model.drawing.pixels import Pixels, read_picture
from model.drawing.raster import SIDE

Array = NDArray[np.float32]
LIGHT = 127.5  # grey level of a rim from which on the ground is light


def grey_image(source: Path | bytes) -> NDArray[np.uint8]:
    """A picture as (28, 28) uint8 on a dark ground; see `grey_of`.

    Raises:
        InputError: it cannot be read.
    """
    return grey_of(read_picture(source))


def grey_of(rgba: Pixels) -> NDArray[np.uint8]:
    """Pixels (height, width, 4), or without alpha, as (28, 28) uint8: the long side fills it, the middle stays.

    A light rim is a light ground: then dark becomes light. What is transparent is ground.
    """
    pixels = rgba.astype(np.float32)
    grey: Array = pixels[..., :3] @ np.array([0.299, 0.587, 0.114], np.float32)
    alpha: Array = pixels[..., 3] / np.float32(255) if pixels.shape[2] == 4 else np.ones(grey.shape, np.float32)
    rim = np.zeros(grey.shape, bool)
    rim[[0, -1]] = rim[:, [0, -1]] = True
    seen = rim & (alpha > 0.5)
    ground = 255.0 if not seen.any() else float(np.median(grey[seen]))
    grey = (ground + (grey - ground) * alpha).astype(np.float32)
    if ground > LIGHT:
        grey, ground = 255 - grey, 255 - ground
    height, width = grey.shape
    rows, columns = (max(1, round(SIDE * side / max(height, width))) for side in (height, width))
    way = Image.Resampling.BOX if rows < height else Image.Resampling.BILINEAR
    small = np.asarray(Image.fromarray(grey.astype(np.float32)).resize((columns, rows), way))
    whole = np.full((SIDE, SIDE), ground, np.float32)
    top, left = (SIDE - small.shape[0]) // 2, (SIDE - small.shape[1]) // 2
    whole[top : top + small.shape[0], left : left + small.shape[1]] = small
    return whole.round().clip(0, 255).astype(np.uint8)
