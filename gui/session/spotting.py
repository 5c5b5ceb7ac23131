"""The spots of a drawing, measured a few at a time: some at once at each move of the pen, the others when it rests."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gui.session.explanation import Explanation

if TYPE_CHECKING:
    from model.network.digit_net import DigitNet
    from model.why.spots import SpotMeter

QUIET = 120  # milliseconds without a change before the rest is measured
TICK = 16  # milliseconds between two portions
PORTION = 0.004  # seconds of work in one
AT_ONCE, SOME = 12, 6  # spots at a move of the pen; in one pass of a portion
DEAR = 0.006  # seconds: where those of a move and all that is painted take longer, spots wait until the pen rests


class Spotting(QObject):
    """`meter` measures the drawing that is explained; `earlier` is that of the last drawing measured to the end.

    `changed` follows when more is measured, or another drawing begins.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.meter: SpotMeter | None = None
        self.earlier: SpotMeter | None = None
        self.untrained = False  # whether a network with weights by chance is measured instead
        self._of: tuple[object, ...] = ()
        self._network: DigitNet | None = None
        self._strange: tuple[object, DigitNet] | None = None  # the network on display, and one by chance of its design
        self._now: Explanation | None = None
        self._dear = False
        self._began = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_time)
        self._painted = QTimer(self, singleShot=True, interval=0)  # comes after what is painted
        self._painted.timeout.connect(self._on_painted)

    def try_untrained(self, on: bool) -> None:
        """Measure a network of the same design that was never trained, or again the one on display."""
        if on != self.untrained:
            self.untrained, self.earlier = on, None
            self._of = ()
            if self._network is not None:
                self.show(self._network, self._now)

    def show(self, network: "DigitNet", now: Explanation | None) -> None:
        """This is explained from now on; the same drawing, question and network go on being measured."""
        self._network, self._now = network, now
        if now is None:
            self._forget()
            return
        image = now.snapshot.image
        assert image is not None
        of = (network, now.question, image.tobytes())
        if of == self._of:
            if self.meter is not None and not self.meter.done and not self._timer.isActive():
                self._timer.start(QUIET)
            return
        from model.why.spots import SpotMeter

        if self._of[1:2] != of[1:2]:
            self.earlier = None  # it was about other digits
        elif self.meter is not None and self.meter.done:
            self.earlier = self.meter
        same_drawing = self._of[2:] == of[2:]
        self._of = of
        self.meter = SpotMeter(self._measured(network), image, now.question)
        if not self._dear:
            self._began = time.perf_counter()
            self.meter.measure_some(AT_ONCE)
            self._painted.start()
        self._timer.start(TICK if same_drawing else QUIET)
        self.changed.emit()

    def _measured(self, network: "DigitNet") -> "DigitNet":
        if not self.untrained:
            return network
        if self._strange is None or self._strange[0] is not network:
            from model.why.spots import untrained

            self._strange = network, untrained(network)
        return self._strange[1]

    def _forget(self) -> None:
        self._timer.stop()
        self._of = ()
        if self.meter is not None or self.earlier is not None:
            self.meter = self.earlier = None
            self.changed.emit()

    def _on_painted(self) -> None:
        self._dear = time.perf_counter() - self._began > DEAR

    def _on_time(self) -> None:
        if self.meter is None:
            return
        self._dear = False
        until = time.perf_counter() + PORTION
        while not self.meter.done and time.perf_counter() < until:
            self.meter.measure_some(SOME)
        if not self.meter.done:
            self._timer.start(TICK)
        self.changed.emit()

    def rest(self) -> None:
        """Do nothing until `show`."""
        self._timer.stop()
