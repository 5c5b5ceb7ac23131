"""Long work: a thread walks through a generator and hands what it yields to the GUI thread."""

import ctypes
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from gui.language.sentences import sentence
from model.files import InputError
from model.jobs import HAND_OVER, Work

GLANCE = 0.02  # seconds after which work that waits to be seen looks whether it is to stop
REST = 150  # milliseconds without the pen, after which such work goes on: to import torch holds all else up
PAUSE = 0.2  # seconds between two reports; what lies between is handed over together


@dataclass(frozen=True)
class Done:
    """The generator came to its end; `last` is what it yielded last."""

    last: object


@dataclass(frozen=True)
class Stopped:
    """It was cancelled before its end."""


@dataclass(frozen=True)
class Failed:
    """`error` ended it."""

    error: Exception


End = Done | Stopped | Failed


class Task(QObject):
    """One piece of long work at a time. `changed` follows when `busy` is another.

    `failed` carries a sentence that says why the work could not go on, `broke` an exception that nobody expected.
    """

    changed = Signal()
    failed = Signal(str)
    broke = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _Thread | None = None
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._on_rest)
        self._on_items: Callable[[list[object]], None] | None = None
        self._on_end: Callable[[End], None] | None = None
        self._closed = False

    @property
    def busy(self) -> bool:
        """Whether the thread is at work."""
        return self._thread is not None

    def start(
        self,
        work: Work,
        on_items: Callable[[list[object]], None],
        on_end: Callable[[End], None] | None = None,
        urgent: bool = False,
    ) -> None:
        """Walk through `work`; both functions are called in the GUI thread. Once closed nothing is started any more.

        `on_items` gets a list of all that was yielded since the last time, at most five times a second, the last list
        before the end. `on_end` is told how it ended and may start the next work. Work that is not `urgent` lets the
        GUI thread go first where both want the processor.

        Raises:
            RuntimeError: other work is going on.
        """
        if self.busy:
            raise RuntimeError("the task is at work already")
        if self._closed:
            return
        self._on_items, self._on_end = on_items, on_end
        self._thread = _Thread(work, urgent, self)
        self._thread.items_came.connect(self._on_items_came)
        self._thread.finished.connect(self._on_finished)
        self._thread.start()
        self.changed.emit()

    def cancel(self) -> None:
        """Ask the work to stop at the next thing it yields; `on_end` follows."""
        if self._thread is not None:
            self._thread.requestInterruption()

    def put_off(self) -> None:
        """The pen moves: work that has just handed something over goes on when the pen rests."""
        if self._rest.isActive():
            self._rest.start(REST)

    def close(self) -> None:
        """Stop the work and return when the thread has ended; neither function is called any more."""
        self._closed = True
        self._rest.stop()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.requestInterruption()
            thread.wait()
            thread.deleteLater()

    def _on_items_came(self, items: list[object]) -> None:
        if self._thread is not None and self._on_items is not None:
            self._on_items(items)
            self._rest.start(REST)

    def _on_rest(self) -> None:
        if self._thread is not None:
            self._thread.seen.set()

    def _on_finished(self) -> None:
        thread, self._thread = self._thread, None
        if thread is None:  # closed meanwhile
            return
        thread.deleteLater()
        on_end, self._on_items, self._on_end = self._on_end, None, None
        if isinstance(thread.end, Failed):
            self._tell(thread.end.error)
        if on_end is not None:
            on_end(thread.end)
        self.changed.emit()

    def _tell(self, error: Exception) -> None:
        if isinstance(error, InputError):
            self.failed.emit(sentence(error))
        else:
            self.broke.emit(error)


class _Thread(QThread):
    """Walks through the generator and closes it; `end` says how that ended."""

    items_came = Signal(object)

    def __init__(self, work: Work, urgent: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._urgent = work, urgent
        self.seen = threading.Event()  # set when what was handed over last is on the screen, and the pen rests
        self.seen.set()
        self.end: End = Stopped()

    def run(self) -> None:
        """Runs in the thread."""
        if not self._urgent:
            _stand_back()
        waiting: list[object] = []
        reported, last = 0.0, None
        try:
            with closing(self._work) as items:
                for item in items:
                    if self.isInterruptionRequested():
                        return
                    if item is not HAND_OVER:
                        last = item
                        waiting.append(item)
                    if waiting and (item is HAND_OVER or time.monotonic() - reported > PAUSE):
                        self.seen.clear()
                        self.items_came.emit(waiting)
                        waiting, reported = [], time.monotonic()
                    while item is HAND_OVER and not (self.seen.wait(GLANCE) or self.isInterruptionRequested()):
                        pass
            if not self.isInterruptionRequested():
                self.end = Done(last)
        except Exception as error:
            self.end = Failed(error)
        finally:
            if waiting and not self.isInterruptionRequested():
                self.items_came.emit(waiting)
            _give_back()


def _give_back() -> None:
    """Return the memory that the work has freed to the system: glibc keeps it, after training more than 100 MB."""
    if sys.platform == "linux":
        with suppress(AttributeError):  # another C library
            ctypes.CDLL(None).malloc_trim(0)


def _stand_back() -> None:
    """Let the GUI thread go first when both want the processor."""
    if sys.platform == "linux":  # here Qt's thread priorities do nothing, but each thread has its own niceness
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)
    else:
        QThread.currentThread().setPriority(QThread.Priority.LowPriority)
