"""The line on top of page "Train": where the run is, how fast it goes, how long it takes yet, how good it is."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from gui.style import theme
from gui.widgets.controls import fill, label

if TYPE_CHECKING:
    from model.train.training import Progress


class ProgressCard(QFrame):
    """Shows a run's progress, or in a sentence why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progressCard")
        self.setAccessibleName(self.tr("Progress"))
        self.setProperty("role", "card")
        large = theme.scaled(100) > 100  # then two lines, or the whole page would be too wide
        self._status = label(self.tr("Not training"), name="trainingStatus", wrap=large)
        self._bar = QProgressBar()
        self._bar.setObjectName("trainingProgress")
        self._bar.setAccessibleName(self.tr("Training progress"))
        self._bar.setTextVisible(False)
        self._bar.setMinimumWidth(60)
        self._part = label("", name="trainingPart")
        self._speed = label("", "dim", "trainingSpeed")
        self._validation = label("", "strong", "validationAccuracy", wrap=large)
        self._device = ""
        self._parts: tuple[str, ...] = ()  # time left, speed, device; the first are the last to go
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(14)
        row.addWidget(self._status, 2 * large)
        row.addWidget(self._bar, 1)
        fill(row, self._part, self._speed)
        row.addWidget(self._validation, int(large))
        for each in (self._part, self._speed, self._validation):
            each.hide()

    @staticmethod
    def _write(place: QLabel, text: str) -> None:
        place.setText(text)
        place.setHidden(not text)

    @property
    def step(self) -> int:
        """The step that is shown; 0 before the first."""
        return self._bar.value()

    def status(self) -> str:
        """Where the run is, in words."""
        return self._status.text()

    def begin(self, name: str, device: str, data: str) -> None:
        """A run of the recipe `name` begins on `device` ("cpu · 2 threads"); it learns from `data`."""
        self._device = device
        self._status.setText(self.tr("Reading {0}…").format(data))
        self._parts = ()
        for each in (self._part, self._speed, self._validation):
            self._write(each, "")
        self._bar.setRange(0, 0)
        self._bar.setToolTip(name)

    def show_validation(self, accuracy: float, of_all: bool) -> None:
        """Show the latest accuracy 0…1 on the validation digits: of all, or of those that are read during a run."""
        words = self.tr("validation set {0:.2f} %") if of_all else self.tr("validation sample {0:.2f} %")
        self._write(self._validation, words.format(100 * accuracy))

    def show_progress(self, last: "Progress", paused: bool) -> None:
        """Show the latest step."""
        self._bar.setRange(0, last.steps)
        self._bar.setValue(last.step)
        if last.step < last.steps:
            self._status.setText(
                self.tr("epoch {0} of {1} · step {2:,} of {3:,}").format(last.epoch, last.epochs, last.step, last.steps)
            )
            self._write(self._part, f"{100 * last.step // last.steps} %")
            left = self.tr("paused") if paused else self.tr("{0} left").format(duration(last.seconds_left))
            speed = self.tr("{0:,.0f} images/s").format(last.images_per_second)
            self._parts = left, speed, self._device
        else:
            self._status.setText(self.tr("Measuring on the test set…"))
            self._write(self._part, "")
            self._parts = ()
        self._fit()

    def show_end(self, sentence: str, done: bool) -> None:
        """The run is over; `done` with a result."""
        if not done:
            self._write(self._validation, "")
        self._bar.setRange(0, 1)
        self._bar.setValue(int(done))
        self._status.setText(sentence)
        self._write(self._part, "")
        self._parts = ()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for more now, or for less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say as much of the speed as there is room for, whole parts only."""
        row = self.layout()
        for count in range(len(self._parts), -1, -1):
            self._write(self._speed, " · ".join(self._parts[:count]))
            if row is None or row.totalMinimumSize().width() <= self.width():
                return


def duration(seconds: float) -> str:
    """A time as one says it."""
    hours, rest = divmod(round(seconds), 3600)
    minutes, rest = divmod(rest, 60)
    if hours:
        return f"{hours} h {minutes:02} min"
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
