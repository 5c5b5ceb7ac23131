"""The look back: the networks of the last run along its steps, and their answers to the drawing."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from gui.session.answers import Answers
from gui.session.in_use import NetworkInUse
from gui.session.shown import Kind, Shown

if TYPE_CHECKING:
    from model.look.snapshot import Snapshot
    from model.network.digit_net import DigitNet
    from model.train.timeline import Timeline


class Rewind(QObject):
    """`timeline` holds the networks of the last run, also after its end, until another begins.

    `step` is the one of its steps that the whole window shows, None for now.
    """

    timeline_changed = Signal()
    step_changed = Signal()
    answers_changed = Signal()

    def __init__(self, in_use: NetworkInUse, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._in_use = in_use
        self.timeline: Timeline | None = None
        self._network: DigitNet | None = None  # of `step`: the timeline may be thinned out meanwhile
        self.step: int | None = None
        self._taken: tuple[int, DigitNet] | None = None
        self._answers = Answers(self)
        self._answers.changed.connect(self.answers_changed)

    @property
    def steps(self) -> tuple[int, ...]:
        """The steps that one can look back at, rising; empty where there is nothing."""
        return () if self.timeline is None else self.timeline.steps

    @property
    def answers(self) -> list[tuple[int, NDArray[np.float32]]]:
        """The ten probabilities that the networks in the timeline give to the drawing; some may still be missing."""
        return self._answers.all()

    def shown(self) -> Shown | None:
        """The network of `step`."""
        if self.step is None or self._network is None:
            return None
        return Shown(Kind.STEP, self._network, self._in_use.name, self.step)

    def show_step(self, step: int | None) -> None:
        """Show the network of the kept step at or last before `step` in the whole window; None goes back to now."""
        network = None
        if step is not None:
            if self.timeline is None or not self.steps:
                return
            step = self.timeline.nearest(step)
            network = self.timeline.at(step)
        if step != self.step:
            self.step, self._network = step, network
            self.step_changed.emit()

    def took(self, step: int, network: "DigitNet") -> None:
        """The weights of `step`, as they are in `network` now, were taken to go on with."""
        self._taken = step, network

    def step_of(self, network: "DigitNet | None") -> int | None:
        """The step of the timeline that this network was taken from; None for all others."""
        return self._taken[0] if self._taken is not None and self._taken[1] is network else None

    def show_now(self) -> None:
        """Go back to now."""
        self.show_step(None)

    def answer(self, snapshot: "Snapshot") -> None:
        """The drawing is as in `snapshot`."""
        self._answers.show_snapshot(snapshot)

    def begin(self, wanted: bool) -> None:
        """Another run begins; its networks are kept if `wanted`."""
        from model.train.timeline import Timeline

        self.show_now()
        self.timeline, self._taken = Timeline() if wanted else None, None
        self._answers.begin(self.timeline)
        self.timeline_changed.emit()

    def follow(self, networks: "list[tuple[int, DigitNet]]") -> None:
        """Keep the networks of these steps."""
        if self.timeline is not None:
            for step, network in networks:
                self.timeline.add(step, network)
            self._answers.grow()
            self.timeline_changed.emit()

    def close(self) -> None:
        """End the timer."""
        self._answers.stop()
