"""The tour itself: goes from step to step as they are done, and darkens what a step is not about."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from gui.session.session import Session
from gui.window.pages import Pages
from gui.window.tour.bubble import Bubble
from gui.window.tour.deeds import Deeds
from gui.window.tour.steps import Steps, Task
from gui.window.tour.veil import Veil

if TYPE_CHECKING:
    from gui.pages.lab.controller import LabController

DWELL = 1300  # milliseconds to see what a step did before the next one begins
LOOK = 100  # milliseconds between two looks at where the anchor is now


class Tour(QObject):
    """Begins at `step`; `ended` follows when it was left or is through. `window` is what it lies over."""

    ended = Signal()

    def __init__(
        self, window: QWidget, session: Session, pages: Pages, lab: "Callable[[], LabController]", step: int = 0
    ) -> None:
        super().__init__(window)
        self._window = window
        self.deeds = Deeds(session, pages, lab, self)
        self.steps = Steps(self.deeds, pages.look.close_map).all()
        self.number = 0
        self._task: Task | None = None  # None: the step is done, or the whole tour
        self._anchor: QWidget | None = None
        self._veil, self.bubble = Veil(window), Bubble(window)
        self.bubble.leave.clicked.connect(self.end)
        self.bubble.back.clicked.connect(self._on_back)
        self.bubble.show_me.clicked.connect(self._on_show_me)
        self._next = QTimer(self, interval=DWELL, singleShot=True)
        self._next.timeout.connect(self._on_next)
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self.place)
        self._look.start()
        self.deeds.happened.connect(self._on_happened)
        for part in (self._veil, self.bubble):
            part.show()
        self.go(min(step, len(self.steps)))

    # -- from step to step --------------------------------------------------------------------------------------

    def go(self, number: int) -> None:
        """Begin step `number`, 0 for the first; the number after the last is the end."""
        self._next.stop()
        self.number = number
        self.deeds.forget()
        self._task = None
        if number < len(self.steps):
            self.steps[number].begin()
            self._take_up(self._undone(), begins=True)
        else:
            self._say_farewell()
        self.place()

    def _undone(self) -> Task | None:
        """The first task that is still to be done; those before the last one that is done count as done."""
        tasks = self.steps[self.number].tasks
        if tasks[-1].done():
            return None
        return next((task for task in tasks if not task.done()), None)

    def _take_up(self, task: Task | None, *, begins: bool = False) -> None:
        """Say what is to be done; None: nothing any more. Where a step begins so, its words are still to be read."""
        self._task = task
        step, last = self.steps[self.number], self.steps[self.number].tasks[-1]
        said = task or last
        waits = "" if begins else self.tr("Well done. On to the next step…")
        if task is not None:
            waits = task.waits
        count = self.tr("{0} of {1}").format(self.number + 1, len(self.steps))
        self.bubble.say(step.title, count, said.words, waits)
        self.bubble.back.setEnabled(self.number > 0)
        self.bubble.show_me.setText(self.tr("Show me") if task is not None else self.tr("Next"))
        self._find(said.anchor())
        if task is None and not begins:
            self._next.start()

    def _say_farewell(self) -> None:
        words = self.tr(
            "You have drawn, looked, asked, trained and gone back in time. The tour, a glossary and all shortcuts are "
            "in the menu ☰ under Help; ? and a click, or Shift+F1, explain any control."
        )
        waits = self.tr("The new network waits on page Train: keep it, or revert to the one from before.")
        self.bubble.say(self.tr("That was the tour"), "", words, waits if self.deeds.network_waits() else "")
        self.bubble.show_me.setText(self.tr("Close"))
        self._anchor = None

    def _on_happened(self) -> None:
        if self._task is not None:
            task = self._undone()
            if task is not self._task:
                self._take_up(task)
                self.place()

    def _on_next(self) -> None:
        self.go(self.number + 1)

    def _on_back(self) -> None:
        self.go(max(self.number - 1, 0))

    def _on_show_me(self) -> None:
        if self.number >= len(self.steps):
            self.end()
        elif self._task is None:
            self._on_next()
        else:
            self._task.show()

    def end(self) -> None:
        """Take everything away; what was done stays."""
        self._next.stop()
        self._look.stop()
        self.deeds.stop()
        for part in (self._veil, self.bubble):
            part.hide()
            part.deleteLater()
        self.ended.emit()
        self.deleteLater()

    # -- places -------------------------------------------------------------------------------------------------

    def _find(self, name: str) -> None:
        self._anchor = self._window.findChild(QWidget, name)
        above = None if self._anchor is None else self._anchor.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea) and self._anchor is not None:
                above.ensureWidgetVisible(self._anchor)
            above = above.parentWidget()

    def place(self) -> None:
        """Lie over the window as it is now; the anchor may have been made anew, or have moved."""
        if self._task is not None:
            self._find_again()
        hole = QRect()
        if self._anchor is not None and self._anchor.isVisible():
            seen = self._anchor.visibleRegion().boundingRect()
            hole = seen.translated(self._anchor.mapTo(self._window, QPoint()))
        self._veil.setGeometry(self._window.rect())
        self._veil.show_hole(hole)
        self._veil.raise_()
        self.bubble.stand_by(hole, self._window.rect())
        self.bubble.raise_()

    def _find_again(self) -> None:
        assert self._task is not None
        name = self._task.anchor()
        found = self._window.findChild(QWidget, name)
        if found is not self._anchor:
            self._find(name)
