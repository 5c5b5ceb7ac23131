"""What lets the lab's kernels slide by themselves."""

from PySide6.QtCore import QObject, QTimer, Signal

SPEEDS = (1500, 700, 250, 30)  # milliseconds at each stop
NORMAL = 1


class Player(QObject):
    """A clock that can be started and stopped: `ticked` at every beat, `changed` when it starts or stops."""

    ticked = Signal()
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.speed = NORMAL
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.ticked)

    @property
    def playing(self) -> bool:
        """Whether it runs."""
        return self._timer.isActive()

    def start(self) -> None:
        """Run from now on."""
        self._timer.start(SPEEDS[self.speed])
        self.changed.emit()

    def pause(self) -> None:
        """Stop."""
        if self.playing:
            self._timer.stop()
            self.changed.emit()

    def set_speed(self, speed: int) -> None:
        """Choose one of `SPEEDS`."""
        self.speed = speed
        if self.playing:
            self._timer.start(SPEEDS[speed])
