"""The paper of a picture, and what differs from it: even or uneven light, colours, transparency."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Array = NDArray[np.float32]
Pixels = NDArray[np.uint8]

EVEN = 0.03  # levels (0…1) that differ less are the same paper
_RIGHTS = 2.5  # colours are looked at where they differ this many times as much as brightness does
_COARSE, _AROUND = 80, 17  # uneven paper: the middle value of 17 × 17 cells of a picture of at most 80
_NOISIEST = 0.1
_STEP = 0.1  # papers beside each other that differ by more have an edge between them
_TWO_TONES = 0.06  # a picture in two tones spreads less around each


@dataclass(frozen=True, eq=False)
class Contrast:
    """What differs from the paper: `apart` (h, w), positive where it is lighter, about -1…1; `noise` of the paper."""

    apart: Array
    noise: float


def levels(rgba: Pixels) -> Array:
    """Lightness 0…1, (h, w); where it says little, what colour says; on a backdrop where the picture is transparent."""
    solid = _on_backdrop(rgba)
    grey: Array = (solid @ np.array([0.299, 0.587, 0.114], np.float32)).astype(np.float32)
    if (rgba[..., 0] == rgba[..., 1]).all() and (rgba[..., 1] == rgba[..., 2]).all():
        return grey
    paper = np.median(np.concatenate([solid[0], solid[-1], solid[:, 0], solid[:, -1]]), axis=0)
    apart = solid - paper
    distance = (apart * apart).sum(axis=2)
    strong = distance >= max(float(np.quantile(distance, 0.98)), 1e-6)
    if not strong.any():
        return grey
    # the direction in which most of what stands out lies
    directions = apart[strong]
    main = np.linalg.eigh(directions.T @ directions)[1][:, -1].astype(np.float32)
    along = apart @ main
    brightness = float(np.abs(directions @ np.array([0.299, 0.587, 0.114], np.float32)).mean())
    if float(np.abs(along[strong]).mean()) < _RIGHTS * brightness:
        return grey
    along *= np.float32(-1 if float(along[strong].mean()) > 0 else 1)
    like_ink: Array = (1 + along).clip(0, 1).astype(np.float32)  # on white paper
    return like_ink


def _on_backdrop(rgba: Pixels) -> Array:
    """Red, green, blue 0…1, (h, w, 3)."""
    colours = rgba[..., :3].astype(np.float32) / np.float32(255)
    if (rgba[..., 3] == 255).all():
        return colours
    alpha = rgba[..., 3:].astype(np.float32) / np.float32(255)
    solid = colours[alpha[..., 0] > 0.5]
    if len(solid) == 0:
        solid = colours[alpha[..., 0] > 0]
    if len(solid) == 0:
        return np.zeros_like(colours)
    contrasting = np.full(3, 0.0 if float(solid.mean()) > 0.5 else 1.0)
    # a picture with a few holes, which are paper; or a cut-out digit
    backdrop = np.median(solid, axis=0) if alpha.mean() > 0.5 else contrasting
    mixed: Array = (alpha * colours + (1 - alpha) * backdrop).astype(np.float32)
    return mixed


def contrast(grey: Array) -> Contrast:
    """Take the paper away: its one level where the light is even, else what lies in the middle of the surroundings.

    What is darker than uneven paper counts as a part of the paper's lightness: a shadow dims both alike.
    """
    level = _level(grey)
    if level is not None:
        apart = grey - np.float32(level)
    else:
        paper, low, high = _surroundings(grey)
        # where the edge of a shadow is near, all that lies between the two papers is that edge
        edge = (high - low > _STEP) & (grey > low * 0.93) & (grey < high + EVEN)
        apart = np.where(edge, 0, grey - paper)
        apart = np.where(apart < 0, apart / np.maximum(paper, 0.15), apart).astype(np.float32)
    size = np.abs(apart)
    even = size[size < max(min(2 * float(np.median(size)), _NOISIEST), EVEN)]
    return Contrast(apart, 1.4826 * float(np.median(even)) if len(even) else 0.0)


def _level(grey: Array) -> float | None:
    """The paper's lightness where it is the same everywhere, or None."""
    border = np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]])
    level = float(np.median(border))
    if (np.abs(border - level) < EVEN).mean() >= 0.6:
        return level
    # cut so close that ink lies on much of the border: two tones, the paper is what the border has more of
    low, high = float(grey.min()), float(grey.max())
    middle = (low + high) / 2
    for _ in range(8):  # each tone is the mean of what is nearer to it
        dark, light = grey[grey <= middle], grey[grey > middle]
        if not len(dark) or not len(light):
            return None
        middle = (float(dark.mean()) + float(light.mean())) / 2
    spread = [float(np.quantile(np.abs(tone - np.median(tone)), 0.8)) for tone in (dark, light)]
    between = float(light.mean() - dark.mean())
    beyond = max(float(np.median(dark) - np.quantile(grey, 0.005)), float(np.quantile(grey, 0.995) - np.median(light)))
    if max(spread) > _TWO_TONES or between < 0.3 or beyond > 0.2 * between:  # a third tone: ink, and the two are light
        return None
    share = 0.5 * float((border > middle).mean()) + 0.5 * len(light) / grey.size
    return float(np.median(light if share >= 0.5 else dark))


def _surroundings(grey: Array) -> tuple[Array, Array, Array]:
    """The middle value around each pixel, (h, w), with the lowest and the highest such value nearby.

    A stroke does not change it, the edge of a shadow stays one.
    """
    height, width = grey.shape
    scale = max(max(height, width) / _COARSE, 1)
    size = max(round(width / scale), 1), max(round(height / scale), 1)
    small = Image.fromarray(grey).resize(size, Image.Resampling.BOX)
    eight = Image.fromarray((np.asarray(small) * 255).round().clip(0, 255).astype(np.uint8))
    middle = eight.filter(ImageFilter.MedianFilter(_AROUND))
    ways = (
        (middle, Image.Resampling.BILINEAR),
        (middle.filter(ImageFilter.MinFilter(3)), Image.Resampling.NEAREST),
        (middle.filter(ImageFilter.MaxFilter(3)), Image.Resampling.NEAREST),
    )
    paper, low, high = (
        np.asarray(Image.fromarray(np.asarray(cells, np.float32) / 255).resize((width, height), way), np.float32)
        for cells, way in ways
    )
    return paper, low, high
