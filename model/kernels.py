"""Kernels that have names, in every size, and numbers by chance to try them on."""

from math import comb

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

KINDS = ("edge", "edge across", "outline", "blur", "sharpen", "identity", "random")
_SMALLEST = {"edge": 2, "edge across": 2, "outline": 2}  # a difference needs two numbers


def smallest(kind: str) -> int:
    """The least kernel size in which `kind` means anything."""
    return _SMALLEST.get(kind, 1)


def kernel(kind: str, size: int, seed: int = 0) -> Array:
    """The kernel of that name, (size, size).

    edge: Sobel, where it gets brighter to the right; edge across: downwards. outline: Laplace, what differs from all
    its neighbours. blur: the mean. sharpen: more of the middle, less of the four beside it. identity: the middle
    alone. random: whole numbers from -2 to 2, the same for the same seed.

    Raises:
        KeyError: there is no kernel of that name.
        ValueError: it needs a larger size.
    """
    if size < smallest(kind):
        raise ValueError(f"{kind} needs a kernel of at least {smallest(kind)} × {smallest(kind)}")
    if kind == "random":
        return np.random.default_rng(seed).integers(-2, 3, (size, size)).astype(np.float32)
    made: Array = _MADE[kind](size).astype(np.float32)
    return made


def numbers(channels: int, size: int, seed: int = 0) -> Array:
    """Whole numbers from 0 to 9 by chance, (channels, size, size)."""
    return np.random.default_rng(seed).integers(0, 10, (channels, size, size)).astype(np.float32)


def _edge(size: int) -> NDArray[np.float64]:
    """Smoothed along the edge, subtracted across it; for 3 × 3 that is Sobel's [1 2 1] and [-1 0 1]."""
    along = [comb(size - 1, n) for n in range(size)]
    across = np.convolve([comb(size - 2, n) for n in range(size - 1)], [-1, 1])
    return np.outer(along, across)


def _outline(size: int) -> NDArray[np.float64]:
    made = -np.ones((size, size))
    made[size // 2, size // 2] = size * size - 1
    return made


def _blur(size: int) -> NDArray[np.float64]:
    return np.full((size, size), 1 / size**2)


def _sharpen(size: int) -> NDArray[np.float64]:
    made, middle = np.zeros((size, size)), size // 2
    beside = [(middle + y, middle + x) for y, x in ((-1, 0), (1, 0), (0, -1), (0, 1))]
    for y, x in beside:
        if 0 <= y < size and 0 <= x < size:
            made[y, x] = -1
    made[middle, middle] = 1 - made.sum()
    return made


def _identity(size: int) -> NDArray[np.float64]:
    made = np.zeros((size, size))
    made[size // 2, size // 2] = 1
    return made


_MADE = {
    "edge": _edge,
    "edge across": lambda size: _edge(size).T,
    "outline": _outline,
    "blur": _blur,
    "sharpen": _sharpen,
    "identity": _identity,
}
