"""Connected blots of a black-and-white picture, without a library: runs of each row, joined where they touch."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Blots:
    """`label` (h, w) int32 is 0 for paper and n + 1 in blot n; `boxes` (n, 4): left, top, right, bottom."""

    label: NDArray[np.int32]
    boxes: Numbers
    areas: Numbers  # (n,) pixels

    def __len__(self) -> int:
        return len(self.areas)

    @property
    def sides(self) -> Numbers:
        """The long side of each blot's box, (n,)."""
        sides: Numbers = (self.boxes[:, 2:] - self.boxes[:, :2]).max(axis=1, initial=0)
        return sides

    def masses(self, ink: NDArray[np.float32]) -> NDArray[np.float64]:
        """How much of `ink` (h, w) lies in each blot, (n,)."""
        masses = np.bincount(self.label.ravel(), weights=ink.ravel(), minlength=len(self) + 1)[1:]
        return masses.astype(np.float64)

    def only(self, kept: Mask) -> Mask:
        """The pixels (h, w) of the blots that `kept` (n,) names."""
        return np.concatenate([[False], kept])[self.label]


def blots(mask: Mask) -> Blots:
    """The parts of `mask` (h, w) that hang together, corners included."""
    height, width = mask.shape
    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    row, start = (edges == 1).nonzero()
    end = (edges == -1).nonzero()[1]
    group = _joined(row, start, end, width)
    _, group = np.unique(group, return_inverse=True)
    count = int(group.max(initial=-1)) + 1
    boxes = np.empty((count, 4), np.int64)
    boxes[:, :2], boxes[:, 2:] = max(height, width), 0
    for column, values, extreme in (
        (0, start, np.minimum),
        (1, row, np.minimum),
        (2, end, np.maximum),
        (3, row + 1, np.maximum),
    ):
        extreme.at(boxes[:, column], group, values)
    areas = np.bincount(group, weights=end - start, minlength=count).astype(np.int64)
    label = np.zeros(mask.shape, np.int32)
    label[mask] = np.repeat(group + 1, end - start)
    return Blots(label, boxes, areas)


def _joined(row: Numbers, start: Numbers, end: Numbers, width: int) -> Numbers:
    """The number of the first run in the blot of each run."""
    root = np.arange(len(row))
    if not len(row):
        return root
    # runs in reading order as places on one line: those of the row above that touch a run stand side by side
    wide = width + 2
    first = np.searchsorted(row * wide + end, (row - 1) * wide + start)  # touching corners count
    last = np.searchsorted(row * wide + start, (row - 1) * wide + end, side="right")
    above = np.maximum(last - first, 0)
    lower = np.repeat(root, above)
    upper = np.arange(len(lower)) - np.repeat(np.cumsum(above) - above, above) + np.repeat(first, above)
    while True:  # each blot takes the lowest number it touches; numbers then point straight at their lowest
        a, b = root[lower], root[upper]
        apart = a != b
        if not apart.any():
            return root
        lower, upper, a, b = lower[apart], upper[apart], a[apart], b[apart]
        np.minimum.at(root, np.maximum(a, b), np.minimum(a, b))
        while (root[root] != root).any():
            root = root[root]
