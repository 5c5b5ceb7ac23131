"""A thread that walks through a generator and hands what it yields to the GUI thread. Knows nothing of what it runs."""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QThread, Signal

from model.jobs import HAND_OVER

PAUSE = 0.2  # seconds between two reports; what lies between is handed over together


class Worker(QThread):
    """Runs `work()` to its end, or until `cancel` is called: then it stops at the next thing the generator yields.

    `progressed` carries a list of all that was yielded since the last time, at most five times a second; the last list
    comes before `finished`. `failed` carries the exception that ended the work. Keep a reference until `finished`.
    """

    progressed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, work: Callable[[], Iterator[object]], parent: QObject | None = None, stand_back: bool = True
    ) -> None:
        super().__init__(parent)
        self._work, self._stand_back = work, stand_back

    def run(self) -> None:
        """Walk through the generator; runs in the thread."""
        if self._stand_back:
            _stand_back()
        waiting: list[object] = []
        reported = 0.0
        try:
            for item in self._work():
                if self.isInterruptionRequested():
                    return
                if item is not HAND_OVER:
                    waiting.append(item)
                if waiting and (item is HAND_OVER or time.monotonic() - reported > PAUSE):
                    self.progressed.emit(waiting)
                    waiting, reported = [], time.monotonic()
        except Exception as error:
            self.failed.emit(error)
        finally:
            if waiting and not self.isInterruptionRequested():
                self.progressed.emit(waiting)

    def cancel(self) -> None:
        """Ask the work to stop; `finished` tells when it has."""
        self.requestInterruption()

    def cancel_and_wait(self) -> None:
        """Stop the work and return when the thread has ended."""
        self.requestInterruption()
        self.wait()


def _stand_back() -> None:
    """Let the GUI thread go first when both want the processor."""
    if sys.platform == "linux":  # here Qt's thread priorities do nothing, but each thread has its own niceness
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)
    else:
        QThread.currentThread().setPriority(QThread.Priority.LowPriority)
