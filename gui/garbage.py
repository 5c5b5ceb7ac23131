"""Python's cyclic garbage, collected in the GUI thread only.

Left alone, Python collects in whichever thread allocates next. A widget that became part of a cycle would then be
destroyed in the training thread, and Qt crashes (pyqtgraph's `GarbageCollector` does the same for the same reason).
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 500  # milliseconds


class GarbageCollector(QObject):
    """Takes over from Python's own schedule, with its thresholds, until `stop`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._spared = False
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def _collect(self) -> None:
        pairs = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, limit) in enumerate(pairs) if count > limit]
        if due:
            gc.collect(due[-1])

    def spare_the_start(self) -> None:
        """Once: what is alive now, torch above all, is not looked at again; else a full collection takes 100 ms."""
        if not self._spared:
            self._spared = True
            gc.freeze()

    def stop(self) -> None:
        """Give the work back to Python."""
        self._timer.stop()
        if self._spared:
            gc.unfreeze()
        gc.enable()
