"""What lies on the pad, and how the pad would read it with one stroke more."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from model.drawing.groups import digits_in
from model.drawing.ink import BRUSH, PAD, Mark, Stroke, add_stroke, evened, render, widest_pen
from model.drawing.raster import Raster, raster, whole_raster

Array = NDArray[np.float32]


class Paper:
    """`marks` are what is shown on the pad, in order, and `drawn` how that is read.

    `base` (140, 140) is ink beneath them that is older than undoing reaches. Where the pad shows several digits, it is
    about the one that `drawn` shows. Without `digits` the pad is read whole, as it lies.
    """

    def __init__(self, marks: Sequence[Mark], drawn: Raster, base: Array | None = None, digits: bool = True) -> None:
        self._read = raster if digits else whole_raster  # of what is not evened and straightened
        self._strokes = [mark for mark in marks if isinstance(mark, Stroke)]
        self._as_it_is = not digits or base is not None or len(self._strokes) < len(marks)
        self._groups = 1 if self._as_it_is else len(digits_in(self._strokes))
        self._own = self._strokes if self._groups < 2 else _shown(digits_in(self._strokes), drawn)
        if self._as_it_is:
            self._ink = render(marks, None if base is None else base.copy())
        else:
            self._ink = render(evened(self._own))
        pens = [stroke for stroke in self._own if not stroke.eraser]
        self.pen = float(np.median([stroke.width for stroke in pens])) if pens else BRUSH
        self._widest = widest_pen(self._own)
        self._too_wide = not self._as_it_is and any(stroke.width > self._widest for stroke in pens)

    @property
    def room(self) -> tuple[Array, Array]:
        """The corners (2,) between which a new stroke's points may lie, in pad units.

        Where the pen is too wide for the drawing, what reaches farther would change all that is drawn.
        """
        if not self._too_wide:
            return np.zeros(2, np.float32), np.full(2, PAD, np.float32)
        points = np.concatenate([stroke.points for stroke in self._own if not stroke.eraser])
        return points.min(axis=0), points.max(axis=0)

    def with_stroke(self, stroke: Stroke) -> Raster | None:
        """The steps to the image after `stroke`; None where no ink is left."""
        if self._as_it_is:
            ink = self._ink.copy()
            add_stroke(ink, stroke)
            return self._read(ink)
        widest = widest_pen([*self._own, stroke])
        if widest != self._widest and (self._too_wide or stroke.width > min(widest, self._widest)):
            return raster(render(evened([*self._own, stroke])), straighten=True)
        ink = self._ink.copy()
        add_stroke(ink, evened([stroke], widest)[0])
        return raster(ink, straighten=True)

    def still_one(self, stroke: Stroke) -> bool:
        """Whether the pad goes on seeing the same digits, this one with `stroke`."""
        if self._as_it_is:
            return True
        groups = digits_in([*self._strokes, stroke])
        wanted = [*map(id, self._own), id(stroke)]
        return len(groups) == self._groups and any([*map(id, group)] == wanted for group in groups)


def _shown(groups: list[list[Stroke]], drawn: Raster) -> list[Stroke]:
    """The group that `drawn` shows."""

    def differs(group: list[Stroke]) -> float:
        steps = raster(render(evened(group)), straighten=True)
        return np.inf if steps is None else float(np.abs(steps.image - drawn.image).sum())

    return min(groups, key=differs)
