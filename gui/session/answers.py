"""What the networks along a run make of the drawing, kept up to date a few at a time so that the window stays fluid."""

import time
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from model.look.snapshot import Snapshot
    from model.network.digit_net import DigitNet
    from model.train.timeline import Timeline

Array = NDArray[np.float32]

QUIET = 120  # milliseconds without a change of the drawing before it is answered anew
TICK = 16  # milliseconds between two portions
PORTION = 0.004  # seconds of work in one


class Answers(QObject):
    """The ten probabilities at each step of a timeline; `changed` follows whenever there are more, or none."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timeline: Timeline | None = None
        self._image: Array | None = None
        self._known: dict[int, tuple[DigitNet, Array]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    def all(self) -> list[tuple[int, Array]]:
        """Each step that was answered with its probabilities (10,), rising."""
        return [(step, probabilities) for step, (_, probabilities) in sorted(self._known.items())]

    def begin(self, timeline: "Timeline | None") -> None:
        """Answer along this timeline from now on."""
        self._timeline = timeline
        self._forget()

    def show_snapshot(self, snapshot: "Snapshot") -> None:
        """The drawing is as in `snapshot`; if it is another one than before, all is answered anew."""
        image, before = snapshot.image, self._image
        if image is before or (image is not None and before is not None and np.array_equal(image, before)):
            return
        self._image = image
        self._forget()
        if image is not None and self._timeline is not None and len(self._timeline):
            self._timer.start(QUIET)

    def grow(self) -> None:
        """The timeline has changed."""
        if self._image is not None and not self._timer.isActive():
            self._on_time()

    def stop(self) -> None:
        """Do nothing any more until `grow` or another drawing."""
        self._timer.stop()

    def _forget(self) -> None:
        self._timer.stop()
        if self._known:
            self._known = {}
            self.changed.emit()

    def _on_time(self) -> None:
        if self._timeline is None or self._image is None:
            return
        from model.train.timeline import probabilities

        until = time.perf_counter() + PORTION
        known, self._known = self._known, {}
        for step, network in self._timeline.frames():
            if step in known and known[step][0] is network:
                self._known[step] = known[step]
            elif time.perf_counter() < until:
                self._known[step] = (network, probabilities(network, self._image))
            elif not self._timer.isActive():
                self._timer.start(TICK)
        self.changed.emit()
