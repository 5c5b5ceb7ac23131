"""The session's look back: the networks of the last run along its steps, and their answers to the drawing."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from gui.session.answers import Answers
from gui.session.display import Showing
from gui.storage.settings import Settings

if TYPE_CHECKING:
    from model.network.digit_net import DigitNet
    from model.train.timeline import Timeline


class Rewinding(Showing):
    """`timeline` holds the networks of the last run, also after its end, until another begins.

    `shown_step` is the one of its steps that the whole window shows, None for now.
    """

    timeline_changed = Signal()
    shown_step_changed = Signal(object)
    answers_changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(settings, parent)
        self.timeline: Timeline | None = None
        self.shown_step: int | None = None
        self._answers = Answers(self)
        self._answers.changed.connect(self.answers_changed)
        self.snapshot_changed.connect(self._answers.show_snapshot)
        self.workbench.changed.connect(self._show_in_use)

    @property
    def answers(self) -> list[tuple[int, NDArray[np.float32]]]:
        """The ten probabilities that the networks in the timeline give to the drawing; some may still be missing."""
        return self._answers.all()

    def show_step(self, step: int | None) -> None:
        """Show the network of the kept step at or last before `step` in the whole window; None goes back to now."""
        if step is not None:
            if self.timeline is None or not len(self.timeline):
                return
            step = self.timeline.nearest(step)
        if step != self.shown_step:
            self._set_shown_step(step)
            self._show_now()

    def _set_shown_step(self, step: int | None) -> None:
        if step != self.shown_step:
            self.shown_step = step
            self.shown_step_changed.emit(step)

    def _begin_timeline(self, wanted: bool) -> None:
        from model.train.timeline import Timeline

        self.timeline = Timeline() if wanted else None
        self._answers.begin(self.timeline)
        self.timeline_changed.emit()

    def _follow(self, networks: "list[tuple[int, DigitNet]]") -> None:
        """Put the networks of these steps into the timeline and show the newest."""
        if self.timeline is not None:
            for step, network in networks:
                self.timeline.add(step, network)
        if self.shown_step is None:
            self._show(networks[-1][1])
        if self.timeline is not None:
            self._answers.grow()
            self.timeline_changed.emit()

    def _network_now(self) -> "DigitNet | None":
        """What the window is about when it does not look back."""
        return self.workbench.network or (None if self.in_use is None else self.in_use.checkpoint.network)

    def _show_now(self) -> None:
        """Show the step of the past that was asked for, else what the window is about."""
        timeline, step = self.timeline, self.shown_step
        network = self._network_now() if timeline is None or step is None else timeline.at(step)
        if network is not None:
            self._show(network)

    def _show_in_use(self) -> None:
        """Show the network in use, or its copy that was changed by hand."""
        self._set_shown_step(None)
        self._show_now()

    def _stop_timers(self) -> None:
        self._timer.stop()
        self._answers.stop()
