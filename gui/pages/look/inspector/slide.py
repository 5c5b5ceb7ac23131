"""Lets the kernel slide: a timer that walks through places, forwards and back, and where it stands."""

from PySide6.QtCore import QObject, QTimer, Signal

from model.look.inspection import Place, stops
from model.look.snapshot import Weights

SPEEDS = (1, 60)  # stops a second


class KernelSlide(QObject):
    """`moved` carries the place where the kernel now stands; `changed` follows when it starts, pauses or ends.

    After the last stop it ends by itself.
    """

    moved = Signal(object)
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stops: list[Place] = []
        self._index = 0
        self.reached = 0  # how many stops were made
        self._timer = QTimer(self)
        self._timer.setInterval(100)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def active(self) -> bool:
        """Whether the kernel is on its way, be it paused."""
        return bool(self._stops)

    @property
    def playing(self) -> bool:
        """Whether it moves by itself."""
        return self._timer.isActive()

    def set_speed(self, stops_a_second: int) -> None:
        """How fast it moves by itself."""
        self._timer.setInterval(1000 // stops_a_second)

    def begin(self, weights: Weights, place: Place) -> None:
        """Start at the first stop of the map of `place`, paused."""
        self._stops, self._index, self.reached = list(stops(weights, place)), 0, 1
        self.changed.emit()
        self.moved.emit(self._stops[0])

    def toggle(self) -> None:
        """Play or pause."""
        if self.playing:
            self._timer.stop()
        elif self.active:
            self._timer.start()
        self.changed.emit()

    def pause(self) -> None:
        """Stand still."""
        if self.playing:
            self.toggle()

    def step(self, by: int) -> None:
        """Pause, and go `by` stops on or back."""
        self.pause()
        self._go(min(max(self._index + by, 0), len(self._stops) - 1))

    def go(self, row: int, column: int) -> None:
        """Pause, and stand where the output pixel at `row`, `column` is made."""
        self.pause()
        for index, place in enumerate(self._stops):
            if (place.row, place.column) == (row, column):
                self._go(index)

    def end(self) -> None:
        """Forget the way."""
        self.pause()
        if self._stops:
            self._stops = []
            self.changed.emit()

    def _go(self, index: int) -> None:
        self._index = index
        self.reached = max(self.reached, index + 1)
        self.moved.emit(self._stops[index])

    def _on_timeout(self) -> None:
        if self._index + 1 < len(self._stops):
            self._go(self._index + 1)
        else:
            self.end()
