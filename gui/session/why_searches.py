"""What has to be looked for on demand about one drawing: strokes that change it, a little change everywhere, dreams."""

from collections import OrderedDict
from enum import Enum, auto
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from gui.session.drawing import Drawing
from gui.session.explanation import Explanation
from gui.session.task import Done, End, Task
from model.drawing.ink import SIDE
from model.jobs import Work
from model.why import jobs

if TYPE_CHECKING:
    from model.drawing.ink import Stroke
    from model.network.digit_net import DigitNet
    from model.why.dream import Dream
    from model.why.little import Little
    from model.why.strokes import Change
    from model.why.trust import Trust

KEPT = 8  # drawings whose strokes are remembered


class Sought(Enum):
    """What can be looked for."""

    STROKES = auto()
    LITTLE = auto()
    DREAM = auto()
    TRUST = auto()


class Searches(QObject):
    """One search at a time; `running` says which, `progress` how far it is (done, of; of 0: nobody knows).

    `over` holds what was looked for to the end: where it is in there and nothing was found, there is none to be found.
    `dropped` was being looked for when the drawing, the question or the network last changed.
    What is in `earlier` was found for a network that has learned on since; of any other network than the one on display
    nothing is kept. `changed` follows everything.
    """

    changed = Signal()

    def __init__(self, drawing: Drawing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self.task = Task(self)
        self.running: Sought | None = None
        self.progress = (0, 0)
        self.over: set[Sought] = set()
        self.earlier: set[Sought] = set()
        self.dropped: Sought | None = None
        self.strokes: tuple[Change, ...] = ()
        self.little: Little | None = None
        self.dream: Dream | None = None
        self.trust: Trust | None = None
        self.ink: NDArray[np.float32] = np.zeros(
            (SIDE, SIDE), np.float32
        )  # of the drawing that strokes were sought for
        self._network: DigitNet | None = None
        self._learning = False
        self._era = 0  # another one for each network, but the same for all on the way of a run
        self._begun_by: DigitNet | None = None
        self._now: Explanation | None = None
        self._of: tuple[object, ...] = ()
        self._begun_for: tuple[object, ...] = ()
        self._past: OrderedDict[tuple[object, ...], tuple[tuple[Change, ...], NDArray[np.float32]]] = OrderedDict()
        self._next: Sought | None = None

    def show(self, network: "DigitNet", now: Explanation | None, learning: bool) -> None:
        """This is explained from now on. Of the last drawings the strokes are remembered; all else is forgotten.

        What was found stays where `network` is `learning`, as the one before was: it is a step of the same run.
        """
        image = None if now is None else now.snapshot.image
        of = (None, None) if now is None or image is None else (now.question, image.tobytes())
        changed = network is not self._network
        another = changed and not (learning and self._learning)
        self._now = now
        if another or of != self._of:
            if Sought.STROKES in self.over - self.earlier:
                self._past[self._network, *self._of] = self.strokes, self.ink
                if len(self._past) > KEPT:
                    self._past.popitem(last=False)
            self._of = of
            self.over &= {Sought.DREAM}
            self.strokes, self.little, self.trust = (), None, None
            if another:
                self._era += 1
                self.over, self.dream = set(), None
            if (network, *of) in self._past:  # what was done is undone
                self.strokes, self.ink = self._past.pop((network, *of))
                self.over.add(Sought.STROKES)
            if another or self.running is not Sought.DREAM:
                self.dropped = self._next or self.running
                self.cancel()
            self.earlier = self.over & {Sought.DREAM} if changed else self.earlier & self.over
            self.changed.emit()
        elif changed and self.over - self.earlier:
            self.earlier = set(self.over)
            self.changed.emit()
        self._network, self._learning = network, learning

    def _subject(self, sought: Sought) -> tuple[object, ...]:
        """What a search is about; of something else nobody wants to know what it found."""
        return (self._era,) if sought is Sought.DREAM else (self._era, *self._of)

    def start(self, sought: Sought) -> None:
        """Look for it, as soon as another search has ended."""
        if self.task.busy:
            self._next = sought
            self.changed.emit()
            return
        network, now = self._network, self._now
        if network is None or (sought is not Sought.DREAM and now is None):
            return
        work = self._work(sought, network, now)
        if work is None:
            return
        self.running, self.progress, self.dropped = sought, (0, 0), None
        self._begun_for, self._begun_by = self._subject(sought), network
        self.over.discard(sought)
        if sought is Sought.STROKES:
            self.strokes = ()
        self.earlier.discard(sought)
        self.task.start(work, self._on_items, self._on_end)
        self.changed.emit()

    def _work(self, sought: Sought, network: "DigitNet", now: Explanation | None) -> Work | None:
        if sought is Sought.DREAM:
            return jobs.dreaming(network)
        if now is None or now.snapshot.image is None:
            return None
        image, q, drawn = now.snapshot.image, now.question, now.snapshot.drawn
        if sought is Sought.LITTLE:
            return jobs.seeking(network, image, q.rival)
        if sought is Sought.TRUST:
            return jobs.trusting(network, image, q)
        if drawn is None:
            return None
        self._drawing.end()
        self.ink = self._drawing.ink().copy()
        base = self._drawing.base.copy() if self._drawing.shows_base else None
        return jobs.searching(network, tuple(self._drawing.shown_marks()), base, drawn, q)

    @property
    def next(self) -> Sought | None:
        """What is looked for next."""
        return self._next

    def cancel(self) -> None:
        """Stop looking."""
        self._next = None
        self.task.cancel()

    def _on_items(self, items: list[object]) -> None:
        from model.why.dream import Dream, DreamProgress
        from model.why.little import Little
        from model.why.strokes import Change, SearchProgress
        from model.why.trust import Trust

        if self.running is None or self._begun_for != self._subject(self.running):
            return  # of a drawing or a network that is there no more
        for item in items:
            match item:
                case SearchProgress():
                    self.progress = item.runs, item.of
                case DreamProgress():
                    self.progress = item.done, item.of
                case Change():
                    self.strokes = (*self.strokes, item)
                case Little():
                    self.little = item
                case Dream():
                    self.dream = item
                case Trust():
                    self.trust = item
        self.changed.emit()

    def _on_end(self, end: End) -> None:
        running = self.running
        if isinstance(end, Done) and running is not None and self._begun_for == self._subject(running):
            self.over.add(running)
            if self._begun_by is not self._network:
                self.earlier.add(running)
        self.running = None
        wanted, self._next = self._next, None
        self.changed.emit()
        if wanted is not None:
            self.start(wanted)

    def do(self, stroke: "Stroke") -> None:
        """Lay a stroke on the pad, as one step that can be undone."""
        drawing = self._drawing
        (x, y), *others = stroke.points.tolist()
        drawing.begin(x, y, stroke.width, stroke.eraser)
        for x, y in others:
            drawing.extend(x, y)
        drawing.end()
