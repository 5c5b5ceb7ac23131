"""A run that something broke off is offered at the next start; two windows keep out of each other's way."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path

import pytest
import torch
from helpers import ROOT, TINY
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from session_runs import begun, break_off, cancelled, run_folder, run_to_its_end, still

from gui.session.run import Origin, Training, Waiting
from gui.session.session import Session
from gui.storage import run_files
from gui.window.main_window import MainWindow


def same_weights(one: Waiting, other: Waiting) -> bool:
    both = (waiting.checkpoint.network.parameters() for waiting in (one, other))
    return all(torch.equal(a, b) for a, b in zip(*both, strict=True))


def test_the_next_start_offers_a_broken_off_run_and_ends_it_the_same(
    qtbot: QtBot, window: MainWindow, session: Session, again: Callable[[], MainWindow], tmp_path: Path
) -> None:
    recipe = replace(TINY, epochs=3)
    run_to_its_end(qtbot, session, recipe)
    whole = session.trainer.waiting
    session.trainer.revert()
    assert run_folder(tmp_path) == []
    session.trainer.train(recipe)
    step = still(qtbot, session)
    break_off(qtbot, window)
    assert run_folder(tmp_path) == [".run"]
    other = again().session
    offered = other.trainer.resumable
    assert offered is not None
    assert (offered.name, offered.step, offered.steps) == ("Tiny", step, 30)
    with qtbot.waitSignal(other.trainer.ended):
        other.trainer.resume_run()
    assert other.trainer.resumable is None
    assert isinstance(other.trainer.run, Training)
    assert other.trainer.run.origin is Origin.RESUMED
    assert sorted({p.step for p in other.trainer.history}) == list(range(1, 31))
    assert other.trainer.waiting is not None
    assert whole is not None
    for a, b in zip(
        other.trainer.waiting.checkpoint.network.parameters(), whole.checkpoint.network.parameters(), strict=True
    ):
        assert torch.equal(a, b)
    assert run_folder(tmp_path) == [".lock", ".run"], "until it is decided about"
    other.trainer.keep()
    assert run_folder(tmp_path) == []


def test_a_broken_off_run_can_be_discarded(
    qtbot: QtBot, window: MainWindow, session: Session, again: Callable[[], MainWindow], tmp_path: Path
) -> None:
    begun(qtbot, session)
    break_off(qtbot, window)
    other = again().session
    with qtbot.waitSignal(other.trainer.resumable_changed):
        other.trainer.files.discard()
    assert other.trainer.resumable is None
    assert run_folder(tmp_path) == []


def test_a_second_window_neither_offers_nor_touches_a_run_that_is_on(
    qtbot: QtBot, session: Session, again: Callable[[], MainWindow], tmp_path: Path
) -> None:
    begun(qtbot, session)
    still(qtbot, session)
    (file,) = tmp_path.rglob("*.run")
    before = file.read_bytes()
    other = again().session
    assert other.trainer.resumable is None
    begun(qtbot, other)
    cancelled(qtbot, other)
    assert file.read_bytes() == before
    session.trainer.go_on()
    cancelled(qtbot, session)
    assert run_folder(tmp_path) == []


def test_two_windows_that_keep_in_the_same_second_keep_both(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Noon(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Noon":
            return cls(2030, 1, 1, 12, tzinfo=tz)

    monkeypatch.setattr("model.network.checkpoint.datetime", Noon)
    for _ in range(2):
        run_to_its_end(qtbot, session)
        session.trainer.keep()
    assert len(list(tmp_path.rglob("weights/*.safetensors"))) == 2


KILLED = """
import os, signal, sys
from pathlib import Path
from gui.storage.run_files import RunFile
run = RunFile(Path(sys.argv[1]))
assert run.claim()
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_process_that_was_killed_holds_no_run_and_leaves_no_litter(tmp_path: Path) -> None:
    folder = run_files._folder()
    done = subprocess.run([sys.executable, "-c", KILLED, str(folder / "a.run")], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    (folder / ".b.run.xyz.part").write_bytes(b"half a file")
    assert run_folder(tmp_path) == [".lock", ".part"]
    assert run_files.unfinished() is None
    assert run_folder(tmp_path) == []


def test_the_newest_run_is_offered_and_one_that_cannot_be_read_stays(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    begun(qtbot, session)
    break_off(qtbot, window)
    folder = run_files._folder()
    (good,) = folder.glob("*.run")
    (folder / "newer.run").write_bytes(b"something from another time")
    old = folder / "old.run"
    old.write_bytes(good.read_bytes())
    os.utime(old, (1, 1))
    found = run_files.unfinished()
    assert found is not None
    assert found[0].path == good
    found[0].release()
    assert {path.name for path in folder.iterdir()} == {good.name, "newer.run", "old.run"}


def test_a_damaged_run_says_so_and_can_be_discarded(
    qtbot: QtBot, window: MainWindow, session: Session, again: Callable[[], MainWindow], tmp_path: Path
) -> None:
    begun(qtbot, session)
    break_off(qtbot, window)
    (file,) = tmp_path.rglob("*.run")
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    other = again()
    with qtbot.waitSignals([other.session.trainer.ended, other.session.failed]):
        other.session.trainer.resume_run()
    box = other.findChild(QMessageBox, "messageDialog")
    assert box is not None
    assert "damaged" in box.text()
    box.close()
    assert other.session.trainer.resumable is not None, "it is the user's to throw away"
    other.session.trainer.files.discard()
    assert run_folder(tmp_path) == []


WINDOW = """
import os, signal, sys
sys.path[:0] = [".", "tests"]
from helpers import TINY
from model.mnist import Digits, Mnist, load
from dataclasses import replace
import torch
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
import model.jobs
from gui import app
from model.train import watch
watch.KEEP_EVERY = 0.0
whole = load()
counts = ((whole.train, 640), (whole.validation, 200), (whole.test, 200))
small = Mnist(*(Digits(part.images[:n], part.labels[:n]) for part, n in counts))
model.jobs.built_in_mnist = lambda: small
model.jobs.all_threads = lambda: torch.set_num_threads(1)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
application = QApplication([])
window = app.build()
session = window.session
training = model.jobs.training

def broken_off(*given):
    for progress in training(*given):
        if progress.step == 20:
            os.kill(os.getpid(), signal.SIGKILL)
        yield progress

model.jobs.training = broken_off
session.in_use.changed.connect(lambda: QTimer.singleShot(50, lambda: session.trainer.train(replace(TINY, epochs=3))))
window.show()
application.exec()
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_window_is_offered_its_run_at_the_next_start(
    qtbot: QtBot,
    session: Session,
    again: Callable[[], MainWindow],
    tmp_path: Path,
) -> None:
    run_to_its_end(qtbot, session, replace(TINY, epochs=3))
    whole = session.trainer.waiting
    assert whole is not None
    session.trainer.revert()
    done = subprocess.run([sys.executable, "-c", WINDOW, str(tmp_path / "other")], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    other = again().session
    offered = other.trainer.resumable
    assert offered is not None
    assert (offered.step, offered.steps) == (19, 30)  # the last that was kept
    with qtbot.waitSignal(other.trainer.ended):
        other.trainer.resume_run()
    assert other.trainer.waiting is not None
    for a, b in zip(
        other.trainer.waiting.checkpoint.network.parameters(), whole.checkpoint.network.parameters(), strict=True
    ):
        assert torch.equal(a, b)
    other.trainer.revert()
    assert run_folder(tmp_path) == []
