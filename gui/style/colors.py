"""Numbers to colours: sequential for activations, diverging for signed numbers, one for leads, grey for ink.

Each table has 255 colours (index 0…254); index 255 is free for what lies between tiles. Sequential: viridis
(S. van der Walt and N. Smith, 2015, CC0). Diverging: PuOr of ColorBrewer (C. Brewer, Apache 2.0), safe for the
colour-blind, with white at zero. Lead: from the blue of the rival to the amber of the answer, dark at zero, since it
lies on white ink. They are written out here since loading a plotting library for them would cost a third of the
start-up time.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

LEVELS = 255
GAP = 255  # the index that means "between tiles"

_ANCHORS = {
    "sequential": "440154 482475 414487 355f8d 2a788e 21918c 22a884 44bf70 7ad151 bddf26 fde725",
    "diverging": "2d004b 542788 8073ac b2abd2 d8daeb f7f7f7 fee0b6 fdb863 e08214 b35806 7f3b08",
    "lead": "b9d2ff 6f9ff5 3a62c4 16284f 0c1017 4a3008 b9751c ffb454 ffe9c4",
    "ink": "000000 ffffff",
}


@cache
def table(name: str) -> NDArray[np.uint8]:
    """The (255, 3) colours of `sequential`, `diverging`, `lead` or `ink`, from the lowest number to the highest."""
    anchors = np.array([list(bytes.fromhex(colour)) for colour in _ANCHORS[name].split()], float)
    at = np.linspace(0, 1, len(anchors))
    x = np.linspace(0, 1, LEVELS)
    return np.stack([np.interp(x, at, channel) for channel in anchors.T], axis=1).round().astype(np.uint8)


@cache
def rgb_table(name: str, gap: int) -> NDArray[np.uint32]:
    """The map as 256 of Qt's 32-bit colours, with the colour `gap` at index 255."""
    red, green, blue = table(name).astype(np.uint32).T
    return np.append(0xFF000000 | red << 16 | green << 8 | blue, np.uint32(gap))


def indices(
    values: NDArray[np.float32], low: NDArray[np.float32] | float, high: NDArray[np.float32] | float
) -> NDArray[np.uint8]:
    """Where each number lies between `low` and `high`, as an index 0…254; equal limits give the index of `low`.

    What is no number, or lies between limits that are none, has an index without a meaning.
    """
    with np.errstate(all="ignore"):  # weights changed by hand may be as large as they like
        span = np.maximum(np.subtract(high, low, dtype=np.float32), np.float32(1e-12))
        scaled: NDArray[np.float32] = values - low
        scaled *= np.float32(LEVELS - 1) / span
        scaled += np.float32(0.5)
        np.clip(scaled, 0, LEVELS - 1, out=scaled)
        return scaled.astype(np.uint8)


def mixed(below: str, above: str, share: float) -> str:
    """The colour of `above` (#rrggbb), laid over `below` with this share (0…1)."""
    parts = zip(bytes.fromhex(below[1:]), bytes.fromhex(above[1:]), strict=True)
    return "#" + bytes(round(low + share * (high - low)) for low, high in parts).hex()


def contrast(one: str, other: str) -> float:
    """How well one colour (#rrggbb) is read on the other, 1…21; text needs 4.5 (WCAG 2.2, contrast ratio)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ink_on(fill: str) -> str:
    """White or black, whichever is read better on the colour `fill` (#rrggbb)."""
    return max("#ffffff", "#000000", key=lambda ink: contrast(ink, fill))


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in bytes.fromhex(colour[1:])]
    linear = [part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4) for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
