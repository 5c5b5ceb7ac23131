"""A run as an animated picture: how kernels, maps and answer change from step to step, on the drawing as it is now."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QImage, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.session.session import Session
from gui.session.task import End, Task
from gui.widgets import class_names
from gui.widgets.bars_view import BarsView
from gui.widgets.controls import fill, label
from gui.widgets.tile_view import TileView
from model.jobs import Work

if TYPE_CHECKING:
    from model.look.snapshot import Snapshot
    from model.train.timeline import Timeline

WIDTH, HEIGHT = 620, 344  # pixels
FRAMES = 100  # at most
WAIT = 80  # milliseconds a frame
DIGIT = 64  # pixels: height of the answer


class FilmFrame(QWidget):
    """What one frame shows; never shown itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("filmFrame")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.setFixedSize(WIDTH, HEIGHT)
        self._title = label("", "title")
        self._digit = label("", "strong")
        font = QFont(self.font())
        font.setPixelSize(64)
        font.setBold(True)
        self._digit.setFont(font)
        self._digit.setStyleSheet(f"font-size: {DIGIT}px;")
        self._digit.setFixedWidth(70)
        self._digit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._image = TileView("filmImage", "", "", 5)
        self._image.setFixedSize(140, 140)
        self._bars = BarsView("filmBars", "", "")
        self._kernels, self._maps = TileView("filmKernels", "", "", 14), TileView("filmMaps", "", "", 6)
        self._kernels.setFixedHeight(96)
        left, right, whole = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        top = QHBoxLayout()
        fill(top, self._image, self._digit)
        left.addLayout(top)
        left.addSpacing(6)
        left.addWidget(self._bars, 1)
        fill(right, label(self.tr("conv1 · kernels"), "dim"), self._kernels)
        right.addWidget(label(self.tr("conv1 · feature maps"), "dim"))
        right.addWidget(self._maps, 1)
        whole.addLayout(left, 2)
        whole.addSpacing(10)
        whole.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.addWidget(self._title)
        column.addLayout(whole, 1)

    def picture(self, snapshot: "Snapshot", text: str) -> NDArray[np.uint8]:
        """The frame as (height, width, 3)."""
        first = snapshot.weights.layers[0]
        self._title.setText(text)
        class_names.show_answer(self._digit, snapshot.answer_name, DIGIT, self._digit.width())
        self._bars.set_values(snapshot.probabilities, snapshot.digit, snapshot.classes)
        self._kernels.set_tiles(first.weight[:, 0], "diverging", -first.span, first.span)
        if snapshot.image is None:
            self._image.set_blank((1, 28, 28))
            self._maps.set_blank((first.shape.spec.out_channels, first.shape.out_size, first.shape.out_size))
        else:
            self._image.set_tiles(snapshot.image[None], "ink", 0.0, 1.0)
            self._maps.set_tiles(snapshot.maps[0].out, "sequential", 0.0, snapshot.maps[0].highest)
        image = self.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        pixels: NDArray[np.uint8] = rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()
        return pixels


class Filming(QObject):
    """Paints a frame between other events, then has the file encoded in a thread.

    `progressed` carries how many frames are painted and how many there will be; `ended` the file's content, or None.
    """

    progressed = Signal(int, int)
    ended = Signal(object)

    def __init__(self, session: Session, ending: str, parent: QObject) -> None:
        super().__init__(parent)
        assert session.rewind.timeline is not None
        self._session, self._ending = session, ending
        self._timeline: Timeline = session.rewind.timeline
        self._drawing = session.display.snapshot  # the drawing of this moment, whatever is drawn meanwhile
        steps = self._timeline.steps
        picked = np.linspace(0, len(steps) - 1, min(FRAMES, len(steps))).round().astype(int)
        self._steps = [steps[n] for n in picked]
        self._losses = {progress.step: progress.loss for progress in session.trainer.history}
        self._frame = FilmFrame()
        self._frames: list[NDArray[np.uint8]] = []
        self._content: bytes | None = None
        self._task = Task(self)
        self._task.failed.connect(session.failed)
        self._task.broke.connect(session.broke)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._paint_next)
        self._timer.start(0)

    def _paint_next(self) -> None:
        step = self._steps[len(self._frames)]
        snapshot = self._session.display.look_with(self._timeline.at(step), drawing=self._drawing)
        text = self.tr("step {0:,} of {1:,}").format(step, self._steps[-1])
        if step in self._losses:
            text += self.tr(" · loss {0:.3f}").format(self._losses[step])
        self._frames.append(self._frame.picture(snapshot, text))
        self.progressed.emit(len(self._frames), len(self._steps))
        if len(self._frames) == len(self._steps):
            self._timer.stop()
            self._encode()

    def _encode(self) -> None:
        self._task.start(_encoding(self._frames, self._ending), self._on_encoded, self._on_end)

    def _on_encoded(self, items: list[object]) -> None:
        if isinstance(items[-1], bytes):
            self._content = items[-1]

    def _on_end(self, _end: End) -> None:
        self._frame.deleteLater()
        self.ended.emit(self._content)

    def stop(self) -> None:
        """End it without a result and return when the thread has ended; `ended` does not follow."""
        self._timer.stop()
        self._task.close()
        self._frame.deleteLater()


def _encoding(frames: list[NDArray[np.uint8]], ending: str) -> Work:
    from model.export.film import encoding

    yield from encoding(frames, ending, WAIT)
