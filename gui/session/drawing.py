"""The drawing on the pad: marks in order, undo and redo, and the ink they make. Knows no widget."""

import weakref
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Signal
from PySide6.QtGui import QUndoStack

from gui.session.finished import Evened, Finished, Part, even, part_of
from gui.session.growing import Growing
from gui.session.undo import Command, Deed
from model.drawing.drawings import Drawing as DrawingRecord
from model.drawing.groups import digits_in
from model.drawing.ink import (
    BRUSH,
    MAX_EFFORT,
    MAX_POINTS,
    PAD,
    SIDE,
    Array,
    Mark,
    Picture,
    Stroke,
    add_stroke,
    blank,
    evened,
    render,
    widest_pen,
)
from model.drawing.raster import Raster, as_it_is, raster, whole_raster

UNDO_LIMIT = 200
MOST_EFFORT = 0.9 * MAX_EFFORT  # files round what they hold
MOST_POINTS = 5000  # of strokes that are looked at digit by digit: all are laid on anew
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
        self._growing: Growing | None = None  # the stroke that is being drawn
        self._inked = 0  # how many of its points are in the ink
        self._finished: Finished | None = None  # None: the marks have changed
        self._evened = Evened()
        self._picture: tuple[Picture, list[Part]] | None = None
        self._straightens, self._whole = True, False

    @property
    def straightens(self) -> bool:
        """Whether strokes that lean are turned back a little before they are read."""
        return self._straightens

    def straighten(self, on: bool) -> None:
        """Read what leans turned back a little, or as it was drawn."""
        if on != self._straightens:
            self._straightens, self._finished = on, None
            self.changed.emit()

    @property
    def drawing_now(self) -> bool:
        """Whether a stroke has begun and not ended."""
        return self._growing is not None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to clear."""
        return not self.drawing_now and not self.shown_marks() and not self.shows_base

    @property
    def shows_base(self) -> bool:
        """Whether ink of settled marks can still be seen."""
        return CLEARED not in self.marks and bool(self.base.any())

    @property
    def shows_picture(self) -> bool:
        """Whether what lies on the pad is more than strokes, so that it is read as it is."""
        return self._what_is_finished().as_it_is

    @property
    def full(self) -> bool:
        """Whether there is as much on the pad as a file of drawings may hold: the pen leaves no more ink."""
        finished, growing = self._what_is_finished(), self._growing
        points, effort = finished.points, finished.effort
        if growing is not None:
            points, effort = points + growing.count, effort + growing.effort
        return points >= MAX_POINTS or effort >= MOST_EFFORT

    def ink(self) -> Array:
        """The ink of everything, the growing stroke included: (140, 140), 0…1. It changes with the drawing."""
        if self._growing is not None and self._inked < self._growing.count:
            add_stroke(self._ink, self._growing.stroke(max(self._inked - 1, 0)))
            self._inked = self._growing.count
        return self._ink

    def read_whole(self, on: bool) -> None:
        """From now on the pad is read whole, as it lies, for a network that reads no digits; or as digits are."""
        self._whole = on

    def raster(self) -> Raster | None:
        """The 28 × 28 image with its steps; None while there is no ink."""
        last = self.marks[-1] if self.marks and not self.drawing_now else None
        if isinstance(last, Picture) and last.image is not None:
            return as_it_is(last.image, self.ink())
        if self._whole:
            return whole_raster(self.ink())
        ink = self.ink_to_read()
        steps = raster(ink, self._straightens and not self._what_is_finished().as_it_is)
        if steps is not None and isinstance(last, Picture) and len(last.digits) == 1:
            return replace(steps, picture=last.digits[0].steps)
        return steps

    def parts(self) -> list[Part] | None:
        """The digits on the pad in reading order where there are two or more, else None."""
        if self._whole:
            return None
        marks = self.shown_marks()
        last = marks[-1] if marks and not self.drawing_now else None
        if isinstance(last, Picture):
            return self._parts_of(last) if len(last.digits) > 1 else None
        finished = self._what_is_finished()
        strokes = [*finished.strokes, *([] if self._growing is None else [self._growing.reach()])]
        if finished.as_it_is or len(strokes) < 2 or finished.points > MOST_POINTS:
            return None
        found = digits_in(strokes)
        if len(found) < 2:
            return None
        growing = None if self._growing is None else self._growing.stroke()
        drawn = [part for group in found if (part := self._part(group, strokes, growing)) is not None]
        return drawn if len(drawn) > 1 else None

    def _part(self, group: list[Stroke], strokes: list[Stroke], growing: Stroke | None) -> Part | None:
        """One of several digits; those that do not grow are known from the last time."""
        if growing is not None and any(stroke is strokes[-1] for stroke in group):
            return part_of(group, strokes, growing, self._straightens)
        known, key = self._what_is_finished().parts, tuple(map(id, group))
        if key not in known:
            known[key] = part_of(group, strokes, None, self._straightens)
        return known[key]

    def _parts_of(self, picture: Picture) -> list[Part]:
        if self._picture is None or self._picture[0] is not picture:
            parts: list[Part] = []
            for digit in picture.digits:
                steps = raster(digit.ink.astype(np.float32) / np.float32(255))
                if steps is not None:
                    left, top = (edge * SIDE / PAD for edge in digit.box[:2])
                    scale = (digit.box[3] - digit.box[1]) * SIDE / PAD / (steps.box.bottom - steps.box.top)
                    placed = scale, left - scale * steps.box.left, top - scale * steps.box.top
                    steps = replace(steps, picture=digit.steps, placed=placed)
                    parts.append(Part(digit.box, steps, -len(parts), picture=Picture(digit.ink)))
            self._picture = picture, parts
        return self._picture[1]

    def ink_to_read(self) -> Array:
        """The ink with a pen that is not too wide for the drawing (see `model.ink.evened`); else `ink`, the same array.

        Pictures, and what lies under marks that can no longer be undone, are read as they are.
        """
        ink, finished = self.ink(), self._what_is_finished()
        if finished.as_it_is:
            return ink
        growing = None if self._growing is None else self._growing.reach()
        summary = [stroke for stroke in (finished.reach, growing) if stroke is not None]
        widest = widest_pen(summary)
        if evened(summary, widest) is summary:
            return ink
        return self._evened.laid(finished, self._growing, widest)

    def _what_is_finished(self) -> Finished:
        if self._finished is None:
            marks = self.shown_marks()
            strokes = [mark for mark in marks if isinstance(mark, Stroke)]
            self._finished = Finished(self.shows_base or len(strokes) < len(marks))
            self._evened = Evened()
            for stroke in strokes:
                self._finished.add(stroke)
        return self._finished

    def shown_marks(self) -> list[Mark]:
        """The marks that can be seen: those since the last clearing."""
        last = max((n for n, mark in enumerate(self.marks) if mark is CLEARED), default=-1)
        return self.marks[last + 1 :]

    def record(self, label: int | None = None, digit: int | None = None) -> DrawingRecord:
        """What is on the pad as it would be written to a file: the picture that lies there, and the strokes on it.

        Of several digits only number `digit` in reading order, where one is named.
        """
        parts = None if digit is None else self.parts()
        if parts is not None and digit is not None:
            part = parts[digit]
            return DrawingRecord(even(part.strokes), label, picture=part.picture)
        marks = self.shown_marks()
        last = max((n for n, mark in enumerate(marks) if isinstance(mark, Picture)), default=-1)
        picture = marks[last] if last >= 0 else None
        if picture is None and self.shows_base:
            picture = Picture((self.base * 255).round().astype(np.uint8))
        strokes = even([m for m in marks[last + 1 :] if isinstance(m, Stroke)])
        return DrawingRecord(strokes, label, picture=picture if isinstance(picture, Picture) else None)

    def begin(self, x: float, y: float, width: float = BRUSH, eraser: bool = False, pressure: float = 1.0) -> None:
        """Put the pen down at x, y (pad units); on a full pad nothing happens."""
        self.end()
        if not self.full:
            self._growing, self._inked = Growing(width, eraser), 0
            self._growing.add(x, y, pressure)
            self.changed.emit()

    def extend(self, x: float, y: float, pressure: float = 1.0) -> None:
        """Move the pen on to x, y; without a begun stroke, and on a full pad, nothing happens."""
        if self._growing is not None and not self.full:
            self._growing.add(x, y, pressure)
            self.changed.emit()

    def end(self) -> None:
        """Lift the pen: the stroke becomes one step that can be undone."""
        if self._growing is not None:
            self.ink()
            stroke = self._growing.stroke()
            self._evened.end(self._growing)
            self._growing, self._inked = None, 0
            self.undo_stack.push(_Add(self, stroke, QT_TRANSLATE_NOOP("Drawing", "stroke"), inked=True))

    def put_picture(self, picture: Picture) -> None:
        """Replace the drawing by a picture."""
        self.end()
        self.undo_stack.push(_Add(self, picture, QT_TRANSLATE_NOOP("Drawing", "picture")))

    def clear(self) -> None:
        """Take everything off the pad; nothing happens on an empty one."""
        self.end()
        if not self.empty:
            self.undo_stack.push(_Add(self, CLEARED, QT_TRANSLATE_NOOP("Drawing", "clearing")))

    def growing_stroke(self, last_points: int = 0) -> Stroke:
        """The stroke that is being drawn, or only its last points."""
        assert self._growing is not None
        return self._growing.stroke(max(self._growing.count - last_points, 0) if last_points else 0)

    def add_mark(self, mark: Mark, inked: bool) -> None:
        """For the undo stack: lay `mark` on top; `inked` if the ink has it already."""
        self.marks.append(mark)
        if inked and self._finished is not None and isinstance(mark, Stroke):
            self._finished.add(mark)
        else:
            self._finished = None
        if not inked:
            render([mark], self._ink)
            self.redrawn.emit()
        self._settle()
        self.changed.emit()

    def remove_mark(self) -> None:
        """For the undo stack: take the last mark away."""
        self._growing, self._inked = None, 0
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
            self._finished = None


class _Add(Command):
    """Lay one mark on the drawing."""

    def __init__(self, drawing: Drawing, mark: Mark, done: object, inked: bool = False) -> None:
        super().__init__(Deed("Drawing", done))
        # weak, since Qt owns the command: a cycle through it, collected by Python, would crash
        self._drawing, self._mark, self._inked = weakref.proxy(drawing), mark, inked

    def redo(self) -> None:
        """Lay the mark on."""
        self._drawing.add_mark(self._mark, self._inked)
        self._inked = False

    def undo(self) -> None:
        """Take it away again."""
        self._drawing.remove_mark()
