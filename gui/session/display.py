"""The answer to the drawing by the network on display, at most once a frame."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from gui.session.digits import Digits
from gui.session.drawing import Drawing
from gui.session.shown import Shown
from model.data_set import MNIST, DataSet

if TYPE_CHECKING:
    from model.look.snapshot import Snapshot, Weights
    from model.network.digit_net import DigitNet

FRAME = 0.016  # seconds; several pen events within one frame are answered together


class Display(QObject):
    """`shown` is the network on display, None before there is one; `decide` says which it is to be.

    `snapshot_changed` carries the Snapshot; `shown_changed` follows when another network, or one of another kind, name
    or step, is on display.
    """

    snapshot_changed = Signal(object)
    shown_changed = Signal()

    def __init__(self, drawing: Drawing, decide: Callable[[], Shown | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decide = decide
        self.digits = Digits(drawing, self)
        self.digits.chosen.connect(self.answer)
        self.shown: Shown | None = None
        self.snapshot: Snapshot | None = None
        self._weights: Weights | None = None
        self._answered = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.answer)
        drawing.changed.connect(self._on_drawing_changed)

    @property
    def network(self) -> "DigitNet | None":
        """The network on display."""
        return None if self.shown is None else self.shown.network

    @property
    def data(self) -> DataSet:
        """What the network on display, or the one that is about to be, was trained on."""
        return MNIST if self.snapshot is None else self.snapshot.weights.data

    @property
    def can_edit(self) -> bool:
        """Whether the network on display may be changed by hand."""
        return self.shown is not None and self.shown.can_edit

    def refresh(self, *_: object) -> None:
        """Something has changed that decides what is shown."""
        before, self.shown = self.shown, self._decide()
        if self.shown is not None and (before is None or self.shown.network is not before.network):
            self._weights = None
            self.answer()
        if self.shown != before:
            self.shown_changed.emit()

    def _on_drawing_changed(self) -> None:
        if not self._timer.isActive():
            wait = FRAME - (time.monotonic() - self._answered)
            self._timer.start(max(0, int(wait * 1000)))

    def begin_with(self, weights: "Weights") -> None:
        """Answer with these numbers as long as no network is shown."""
        if self.shown is None:
            self._weights = weights
            self.answer()

    def answer(self) -> None:
        """Look at the drawing now; `snapshot_changed` follows. Before there are weights nothing happens."""
        self._timer.stop()
        from model.look.snapshot import look_through, read_weights

        if self._weights is None and self.shown is not None:
            self._weights = read_weights(self.shown.network)
        if self._weights is None:
            return
        drawn = self.digits.look(self._weights)
        image = None if drawn is None else drawn.image
        self.snapshot = look_through(self._weights, image, drawn)
        self._answered = time.monotonic()
        self.snapshot_changed.emit(self.snapshot)

    def look_with(
        self, network: "DigitNet", weights: "Weights | None" = None, drawing: "Snapshot | None" = None
    ) -> "Snapshot":
        """What another network makes of the drawing that was answered last, or of that in `drawing`.

        `weights` as in `model.look.snapshot.look`.
        """
        from model.look.snapshot import look

        answered = drawing or self.snapshot
        image, drawn = (answered.image, answered.drawn) if answered is not None else (None, None)
        return look(network, image, drawn=drawn, weights=weights)

    def close(self) -> None:
        """End the timer."""
        self._timer.stop()
