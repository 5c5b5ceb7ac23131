"""What no test may leave behind, and what is put back after each."""

import gc
import threading

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication

from gui.language import languages
from gui.style import theme


def assert_nothing_left(threads_before: set[threading.Thread]) -> None:
    """No window, no thread but these, no running timer."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    gc.collect()
    alive = shiboken6.getAllValidWrappers()
    assert not [t for t in alive if isinstance(t, QThread) and t.isRunning()], "a thread is still running"
    assert not [t for t in alive if isinstance(t, QTimer) and t.isActive()], "a timer is still running"
    assert not [w for w in QApplication.topLevelWidgets() if w.isVisible()], "a window is still open"
    new_threads = [t for t in threading.enumerate() if t not in threads_before and "Dummy" not in type(t).__name__]
    assert not new_threads, "a Python thread is still running"


def as_at_first() -> None:
    """English, dark, with texts of the usual size; where there is no window any more this costs next to nothing."""
    if languages.current() != "en":
        languages.apply("en")
    if theme.current() is not theme.DARK or theme.scaled(100) != 100:
        theme.set_text_size(100)
        theme.apply(theme.DARK)
