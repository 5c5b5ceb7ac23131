"""The drawing on the pad: marks in order, undo and redo, and the ink they make. Knows no widget."""

import weakref
from dataclasses import dataclass, field, replace

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from model.drawing.drawings import Drawing as DrawingRecord
from model.drawing.ink import (
    BRUSH,
    SIDE,
    Array,
    Mark,
    Picture,
    Stroke,
    add_stroke,
    blank,
    evened,
    reach,
    render,
    widest_pen,
)
from model.drawing.raster import Raster, as_it_is, raster

UNDO_LIMIT = 200
CLEARED = Picture(np.zeros((SIDE, SIDE), np.uint8))


class Drawing(QObject):
    """Strokes and pictures in the order they came; clearing is a mark too, so it can be undone.

    `changed` follows every change; `redrawn` means that more changed than a stroke growing at its end.
    """

    changed = Signal()
    redrawn = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(UNDO_LIMIT)
        self.marks: list[Mark] = []  # since the last clearing that can no longer be undone, `base` left out
        self.base = blank()  # ink of older marks, beyond undoing
        self._ink = blank()
        self._points: list[tuple[float, float]] = []  # the stroke that is being drawn
        self._pressure: list[float] = []
        self._width, self._eraser = BRUSH, False
        self._inked = 0  # how many of its points are in the ink
        self._finished: _Finished | None = None  # None: the marks have changed

    @property
    def drawing_now(self) -> bool:
        """Whether a stroke has begun and not ended."""
        return bool(self._points)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to clear."""
        return not self.drawing_now and not self.shown_marks() and not self.shows_base

    @property
    def shows_base(self) -> bool:
        """Whether ink of settled marks can still be seen."""
        return CLEARED not in self.marks and bool(self.base.any())

    def ink(self) -> Array:
        """The ink of everything, the growing stroke included: (140, 140), 0…1. It changes with the drawing."""
        if self._inked < len(self._points):
            first = max(self._inked - 1, 0)
            add_stroke(self._ink, self._stroke(first))
            self._inked = len(self._points)
        return self._ink

    def raster(self) -> Raster | None:
        """The 28 × 28 image with its steps; None while there is no ink."""
        last = self.marks[-1] if self.marks and not self.drawing_now else None
        if isinstance(last, Picture) and last.image is not None:
            return as_it_is(last.image, self.ink())
        ink = self.ink_to_read()
        return raster(ink, straighten=not self._what_is_finished().as_it_is)

    def ink_to_read(self) -> Array:
        """The ink with a pen that is not too wide for the drawing (see `model.ink.evened`); else `ink`, the same array.

        Pictures, and what lies under marks that can no longer be undone, are read as they are.
        """
        ink, finished = self.ink(), self._what_is_finished()
        if finished.as_it_is:
            return ink
        growing = [self._stroke(0)] if self._points else []
        summary = [stroke for stroke in (finished.reach, *growing) if stroke is not None]
        widest = widest_pen(summary)
        if evened(summary, widest) is summary:
            return ink
        if finished.widest != widest:  # else the finished strokes are there and only the growing one is laid on
            finished.ink = render(evened(finished.strokes, widest))
            finished.widest = widest
        return render(evened(growing, widest), finished.ink.copy())

    def _what_is_finished(self) -> "_Finished":
        if self._finished is None:
            marks = self.shown_marks()
            strokes = [mark for mark in marks if isinstance(mark, Stroke)]
            self._finished = _Finished(strokes, reach(strokes), self.shows_base or len(strokes) < len(marks))
        return self._finished

    def shown_marks(self) -> list[Mark]:
        """The marks that can be seen: those since the last clearing."""
        last = max((n for n, mark in enumerate(self.marks) if mark is CLEARED), default=-1)
        return self.marks[last + 1 :]

    def record(self, label: int | None = None) -> DrawingRecord:
        """What is on the pad as it would be written to a file: the picture that lies there, and the strokes on it."""
        marks = self.shown_marks()
        last = max((n for n, mark in enumerate(marks) if isinstance(mark, Picture)), default=-1)
        picture = marks[last] if last >= 0 else None
        if picture is None and self.shows_base:
            picture = Picture((self.base * 255).round().astype(np.uint8))
        strokes = (m for m in marks[last + 1 :] if isinstance(m, Stroke))
        # files know one width a stroke: where the pressure changed it, its mean
        even = (
            s if s.pressure is None else replace(s, width=s.width * float(s.pressure.mean()), pressure=None)
            for s in strokes
        )
        return DrawingRecord(tuple(even), label, picture=picture if isinstance(picture, Picture) else None)

    def begin(self, x: float, y: float, width: float = BRUSH, eraser: bool = False, pressure: float = 1.0) -> None:
        """Put the pen down at x, y (pad units)."""
        self.end()
        self._width, self._eraser, self._inked = width, eraser, 0
        self._points, self._pressure = [(x, y)], [pressure]
        self.changed.emit()

    def extend(self, x: float, y: float, pressure: float = 1.0) -> None:
        """Move the pen on to x, y; without a begun stroke nothing happens."""
        if self._points:
            self._points.append((x, y))
            self._pressure.append(pressure)
            self.changed.emit()

    def end(self) -> None:
        """Lift the pen: the stroke becomes one step that can be undone."""
        if self._points:
            self.ink()
            stroke = self._stroke(0)
            self._points, self._pressure, self._inked = [], [], 0
            self.undo_stack.push(_Add(self, stroke, self.tr("stroke"), inked=True))

    def put_picture(self, picture: Picture) -> None:
        """Replace the drawing by a picture."""
        self.end()
        self.undo_stack.push(_Add(self, picture, self.tr("picture")))

    def clear(self) -> None:
        """Take everything off the pad; nothing happens on an empty one."""
        self.end()
        if not self.empty:
            self.undo_stack.push(_Add(self, CLEARED, self.tr("clearing")))

    def growing_stroke(self, last_points: int = 0) -> Stroke:
        """The stroke that is being drawn, or only its last points."""
        return self._stroke(max(len(self._points) - last_points, 0) if last_points else 0)

    def _stroke(self, first: int) -> Stroke:
        pressure = np.array(self._pressure[first:], np.float32) if min(self._pressure) < 1 else None
        return Stroke(np.array(self._points[first:], np.float32), self._width, self._eraser, pressure)

    def add_mark(self, mark: Mark, inked: bool) -> None:
        """For the undo stack: lay `mark` on top; `inked` if the ink has it already."""
        self.marks.append(mark)
        self._finished = None
        if not inked:
            render([mark], self._ink)
            self.redrawn.emit()
        self._settle()
        self.changed.emit()

    def remove_mark(self) -> None:
        """For the undo stack: take the last mark away."""
        self._points, self._pressure, self._inked = [], [], 0
        self.marks.pop()
        self._finished = None
        self._ink = render(self.marks, self.base.copy())
        self.redrawn.emit()
        self.changed.emit()

    def _settle(self) -> None:
        """Marks that can no longer be undone become one base, so that undoing stays quick and memory small."""
        if len(self.marks) > 2 * UNDO_LIMIT:
            old, self.marks = self.marks[:-UNDO_LIMIT], self.marks[-UNDO_LIMIT:]
            render(old, self.base)


@dataclass
class _Finished:
    """The strokes that are shown and finished, as they are read: with no pen wider than `widest`."""

    strokes: list[Stroke]
    reach: Stroke | None
    as_it_is: bool  # what lies on the pad is more than strokes
    widest: float = 0.0
    ink: Array = field(default_factory=blank)


class _Add(QUndoCommand):
    """Lay one mark on the drawing."""

    def __init__(self, drawing: Drawing, mark: Mark, text: str, inked: bool = False) -> None:
        super().__init__(text)
        # weak, since Qt owns the command: a cycle through it, collected by Python, would crash
        self._drawing, self._mark, self._inked = weakref.proxy(drawing), mark, inked

    def redo(self) -> None:
        """Lay the mark on."""
        self._drawing.add_mark(self._mark, self._inked)
        self._inked = False

    def undo(self) -> None:
        """Take it away again."""
        self._drawing.remove_mark()
