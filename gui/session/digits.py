"""The digits on the pad, where there are several: which of them the window looks at, and what the others are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from gui.session.drawing import Drawing
from model.drawing.raster import Raster

if TYPE_CHECKING:
    from model.look.snapshot import Weights

Box = tuple[float, float, float, float]  # left, top, right, bottom in pad units


@dataclass(frozen=True)
class Seen:
    """One digit on the pad: its box, the answer (None: not sure), and whether it is the one looked at."""

    box: Box
    digit: int | None
    looked_at: bool


class Digits(QObject):
    """`seen` has all digits in reading order where there are two or more, else it is empty.

    `changed` follows each answer that changes it; `chosen` that another one is to be looked at.
    """

    changed = Signal()
    chosen = Signal()

    def __init__(self, drawing: Drawing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seen: tuple[Seen, ...] = ()
        self._drawing = drawing
        self._choice: int | None = None  # None: the one drawn last

    @property
    def looked_at(self) -> int | None:
        """The number of the one that the window looks at; None where there are not several."""
        return next((number for number, seen in enumerate(self.seen) if seen.looked_at), None)

    def choose(self, number: int) -> None:
        """Look at this digit alone."""
        if 0 <= number < len(self.seen):
            self._choice = number
            self.chosen.emit()

    def next(self) -> None:
        """Look at the next one; after the last the first."""
        if (at := self.looked_at) is not None:
            self.choose((at + 1) % len(self.seen))

    def look(self, weights: "Weights") -> Raster | None:
        """The image of the digit to look at, with its steps; the others are answered too."""
        self._drawing.read_whole(not weights.data.digits)
        parts = self._drawing.parts()
        if parts is None:
            self._choice = None
            self._set(())
            return self._drawing.raster()
        if len(parts) != len(self.seen):
            self._choice = None
        at = self._choice if self._choice is not None else max(range(len(parts)), key=lambda n: parts[n].newest)
        self._set(self._answered(weights, [part.box for part in parts], [part.drawn for part in parts], at))
        return parts[at].drawn

    def _answered(self, weights: "Weights", boxes: Sequence[Box], drawn: Sequence[Raster], at: int) -> tuple[Seen, ...]:
        from model.look.snapshot import answer, probabilities_of

        rows: list[NDArray[np.float32]] = probabilities_of(weights, [steps.image for steps in drawn])
        return tuple(
            Seen(box, answer(row), number == at) for number, (box, row) in enumerate(zip(boxes, rows, strict=True))
        )

    def _set(self, seen: tuple[Seen, ...]) -> None:
        if seen != self.seen:
            self.seen = seen
            self.changed.emit()
