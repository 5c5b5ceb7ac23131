"""What the tests of the session share: runs that are begun, held, cancelled, broken off."""

from pathlib import Path

from helpers import LONG, TINY
from pytestqt.qtbot import QtBot

from gui.session.session import Session
from gui.window.main_window import MainWindow
from model.train.recipe import Recipe


def run_to_its_end(qtbot: QtBot, session: Session, recipe: Recipe = TINY) -> None:
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.train(recipe)
    assert session.trainer.waiting is not None


def begun(qtbot: QtBot, session: Session, recipe: Recipe = LONG, step: int = 5) -> None:
    session.trainer.train(recipe)
    qtbot.waitUntil(lambda: bool(session.trainer.history) and session.trainer.history[-1].step >= step)


def cancelled(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.cancel()
    qtbot.waitUntil(lambda: not session.task.busy)


def still(qtbot: QtBot, session: Session) -> int:
    """Pause, and the step at which the run then stands; a run of few steps is paused as soon as it was begun."""
    session.trainer.pause()
    qtbot.waitUntil(lambda: bool(session.trainer.history) and session.trainer.history[-1].paused)
    return session.trainer.history[-1].step


def run_folder(tmp_path: Path) -> list[str]:
    return sorted(path.suffix for path in tmp_path.rglob("runs/*"))


def break_off(qtbot: QtBot, window: MainWindow) -> None:
    """Close the window in the middle of a run, as a crash would, but with the thread ended."""
    window.close()
    qtbot.waitUntil(lambda: not window.session.task.busy)
