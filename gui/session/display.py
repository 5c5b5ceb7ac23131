"""What lies under the session: the drawing, the network on display and its answer, and the thread for long work."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gui.language.sentences import sentence
from gui.session.digits import Digits
from gui.session.drawing import Drawing
from gui.session.edits import Workbench
from gui.session.task import Worker
from gui.storage.settings import Settings
from model.files import InputError
from model.jobs import InUse

if TYPE_CHECKING:
    from model.look.snapshot import Snapshot, Weights
    from model.network.digit_net import DigitNet

FRAME = 0.016  # seconds; several pen events within one frame are answered together


class Showing(QObject):
    """Answers the drawing with whatever network is on display.

    `failed` carries a sentence for the user; `broke` an exception nobody expected.
    """

    snapshot_changed = Signal(object)
    network_changed = Signal()
    busy_changed = Signal()
    failed = Signal(str)
    broke = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.drawing = Drawing(self)
        self.digits = Digits(self.drawing, self)
        self.digits.chosen.connect(self.answer)
        self.workbench = Workbench(self)
        self.in_use: InUse | None = None
        self.snapshot: Snapshot | None = None
        self._network: DigitNet | None = None  # what is shown: the one in use, or the one that is learning
        self._weights: Weights | None = None
        self._worker: Worker | None = None
        self._answered = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.answer)
        self.drawing.changed.connect(self._on_drawing_changed)

    # -- answering ----------------------------------------------------------------------------------------------

    def _on_drawing_changed(self) -> None:
        if not self._timer.isActive():
            wait = FRAME - (time.monotonic() - self._answered)
            self._timer.start(max(0, int(wait * 1000)))

    def answer(self) -> None:
        """Look at the drawing now; `snapshot_changed` follows. Before there is a network nothing happens."""
        self._timer.stop()
        if self._network is None:
            return
        from model.look.snapshot import look, read_weights

        if self._weights is None:
            self._weights = read_weights(self._network)
        drawn = self.digits.look(self._network)
        image = None if drawn is None else drawn.image
        self.snapshot = look(self._network, image, drawn=drawn, weights=self._weights)
        self._answered = time.monotonic()
        self.snapshot_changed.emit(self.snapshot)

    @property
    def network(self) -> "DigitNet | None":
        """The network on display: the one in use, changed by hand or not, or one that is learning."""
        return self._network

    def _show(self, network: "DigitNet") -> None:
        self._network, self._weights = network, None
        self.answer()

    # -- the worker thread --------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether a thread is at work: loading or training."""
        return self._worker is not None

    def _start(self, worker: Worker) -> None:
        self._worker = worker
        worker.progressed.connect(self._on_progressed)
        worker.failed.connect(self._on_failed)
        worker.finished.connect(self._on_finished)
        worker.start()
        self.busy_changed.emit()

    def _on_progressed(self, items: list[object]) -> None:
        """What the worker yielded; those above know what it means."""
        raise NotImplementedError

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, InputError):
            self.failed.emit(sentence(error))
        else:
            self.broke.emit(error)

    def _on_finished(self) -> None:
        self._worker_gone()
        self.busy_changed.emit()

    def _worker_gone(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.deleteLater()
