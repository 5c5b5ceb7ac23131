"""The session's trainings in the window: steer, rewind, take, resume; whatever happens, nothing is lost."""

import errno
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, tzinfo
from pathlib import Path

import numpy as np
import pytest
import torch
from helpers import SEVEN, THREE, TINY, answered, draw
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

import model.jobs
from gui import app
from gui.session.session import Session
from gui.storage import run_files
from gui.window.main_window import MainWindow
from model.files import InputError
from model.mnist import Mnist
from model.train.recipe import RANGES, Recipe
from model.train.run import Run
from model.train.timeline import probabilities
from model.train.training import Progress

ROOT = Path(__file__).parent.parent
LONG = replace(TINY, epochs=500)


@pytest.fixture
def session(window: MainWindow, on_few_digits: Mnist, monkeypatch: pytest.MonkeyPatch) -> Session:
    """The window's session, with few digits to train on and every step of a run to look at."""
    monkeypatch.setattr("model.train.watch.LOOK_EVERY", 0.01)
    return window.session


@pytest.fixture
def sentences(window: MainWindow) -> list[str]:
    """What the session tells the user, instead of a box."""
    heard: list[str] = []
    window.session.failed.disconnect(window._on_failed)
    window.session.failed.connect(heard.append)
    return heard


def run_to_its_end(qtbot: QtBot, session: Session, recipe: Recipe = TINY) -> None:
    with qtbot.waitSignal(session.training_ended, timeout=60_000):
        session.train(recipe)
    assert session.pending is not None


def started(qtbot: QtBot, session: Session, recipe: Recipe = LONG, step: int = 5) -> None:
    session.train(recipe)
    qtbot.waitUntil(lambda: bool(session.history) and session.history[-1].step >= step, timeout=20_000)


def cancelled(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.training_ended, timeout=10_000):
        session.cancel_training()
    qtbot.waitUntil(lambda: not session.busy)


def run_folder(tmp_path: Path) -> list[str]:
    return sorted(path.suffix for path in tmp_path.rglob("runs/*"))


def still(qtbot: QtBot, session: Session) -> int:
    """Pause, and the step at which the run then stands."""
    session.pause_training()
    qtbot.waitUntil(lambda: session.history[-1].paused, timeout=5_000)
    return session.history[-1].step


# -- steering


def test_a_paused_run_stands_still_while_the_pad_answers(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    started(qtbot, session)
    with qtbot.waitSignal(session.paused_changed) as paused:
        step = still(qtbot, session)
    assert paused.args == [session.paused]
    draw(qtbot, window.panel.pad, THREE)
    qtbot.waitUntil(lambda: session.snapshot is not None and session.snapshot.image is not None, timeout=5_000)
    assert session.timeline is not None
    assert session.timeline.steps[-1] == step, "what is shown is exactly where it stands"
    qtbot.waitUntil(lambda: [s for s, _ in session.answers] == list(session.timeline.steps))  # type: ignore[union-attr]
    assert session.history[-1].step == step
    with qtbot.waitSignal(session.paused_changed) as paused:
        session.go_on_training()
    assert paused.args == [session.paused]
    qtbot.waitUntil(lambda: session.history[-1].step > step + 3, timeout=5_000)
    session.pause_training()
    cancelled(qtbot, session)
    assert not session.paused
    answered(qtbot, window, "3")


def test_closing_while_paused_ends_the_thread(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    started(qtbot, session)
    still(qtbot, session)
    window.close()
    assert session._worker is not None
    assert session._worker.isFinished()
    qtbot.waitUntil(lambda: not session.busy)


def test_a_rate_by_hand_is_used_bounded_and_recorded(qtbot: QtBot, session: Session) -> None:
    started(qtbot, session, replace(TINY, epochs=9, schedule="constant"))
    still(qtbot, session)
    session.set_learning_rate(1e9)
    session.set_learning_rate(0.0005)
    with qtbot.waitSignal(session.training_ended, timeout=60_000):
        session.go_on_training()
    assert session.history[-1].learning_rate == 0.0005
    assert session.pending is not None
    rates = [entry["learning_rate"] for entry in session.pending.recipe["by_hand"]]
    assert rates == [RANGES["learning_rate"][1], 0.0005]


def test_one_more_epoch_while_it_runs(qtbot: QtBot, session: Session) -> None:
    started(qtbot, session, replace(TINY, epochs=9))
    still(qtbot, session)
    session.one_more_epoch()
    with qtbot.waitSignal(session.training_ended, timeout=60_000):
        session.go_on_training()
    assert session.history[-1].step == session.history[-1].steps == 100


def test_one_more_epoch_after_the_end_goes_on_from_there(qtbot: QtBot, session: Session) -> None:
    run_to_its_end(qtbot, session)
    first = session.pending
    runs: list[object] = []
    session.training_started.connect(runs.append)
    with qtbot.waitSignal(session.training_ended, timeout=60_000) as ended:
        session.one_more_epoch()
    assert session.run is not None
    assert session.run.continued
    assert runs == [session.run]
    assert ended.args[0] is session.pending is not first
    assert sorted({p.step for p in session.history}) == list(range(1, 31)), "the steps before belong to it"
    assert session.timeline is not None
    assert session.timeline.steps[0] == 1
    assert session.timeline.steps[-1] == 30


def test_cancelling_the_further_epoch_gives_the_result_back(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_to_its_end(qtbot, session)
    first = session.pending
    step = Run.step

    def stands_still(run: Run, picked: torch.Tensor) -> float:
        session._controls.pause()
        return step(run, picked)

    monkeypatch.setattr(Run, "step", stands_still)
    session.one_more_epoch()
    qtbot.waitUntil(lambda: session.history[-1].paused, timeout=5_000)
    assert session.pending is first
    cancelled(qtbot, session)
    assert session.pending is first
    monkeypatch.setattr(Run, "step", step)
    with qtbot.waitSignal(session.training_ended, timeout=60_000):
        session.one_more_epoch()
    assert session.history[-1].step == 30, "from where the result was, not from where it was cancelled"


def test_from_the_current_weights(qtbot: QtBot, session: Session, sentences: list[str]) -> None:
    run_to_its_end(qtbot, session)
    session.keep()
    assert session.in_use is not None
    name, loss = session.in_use.name, session.history[0].loss
    run_to_its_end(qtbot, session, replace(TINY, start="current"))
    assert session.history[0].loss < 0.7 * loss
    assert session.pending is not None
    assert session.pending.recipe["started_from"] == name
    session.revert()
    with qtbot.waitSignal(session.training_ended, timeout=60_000) as ended:
        session.train(replace(TINY, layers=TINY.layers[:1], start="current"))
    assert ended.args == [None]
    assert "other layers" in sentences[0]


# -- rewinding


def test_the_whole_window_shows_a_step_of_the_past(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    run_to_its_end(qtbot, session)
    assert session.timeline is not None
    assert session.snapshot is not None
    now, steps = session.snapshot, session.timeline.steps
    assert steps[0] == 1
    assert steps[-1] == 20
    shown: list[object] = []
    session.shown_step_changed.connect(shown.append)
    for step in steps[:-1]:
        session.show_step(step)
        network = session.timeline.at(step)
        np.testing.assert_array_equal(session.snapshot.weights.layers[0].weight, network.convs()[0].weight.numpy())
        assert session.snapshot.image is not None
        wanted = probabilities(network, session.snapshot.image)
        np.testing.assert_allclose(session.snapshot.probabilities, wanted, atol=1e-6)  # type: ignore[arg-type]
        assert session.shown_step == step
        assert not session.can_edit
    session.show_step(None)
    np.testing.assert_array_equal(session.snapshot.probabilities, now.probabilities)
    assert shown == [*steps[:-1], None]


def test_while_one_looks_back_the_run_goes_on_and_the_pad_answers(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    started(qtbot, session)
    session.show_step(1)
    timeline = session.timeline
    assert timeline is not None
    count, first = len(timeline), timeline.at(1)
    draw(qtbot, window.panel.pad, SEVEN)
    qtbot.waitUntil(lambda: len(timeline) > count + 3, timeout=5_000)
    assert session.snapshot is not None
    assert session.snapshot.image is not None
    np.testing.assert_array_equal(session.snapshot.weights.layers[0].weight, first.convs()[0].weight.numpy())
    session.show_step(None)
    assert session.snapshot.weights.layers[0].weight.tolist() != first.convs()[0].weight.tolist()
    cancelled(qtbot, session)


def test_the_drawing_is_answered_along_the_run_and_anew_when_it_changes(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    run_to_its_end(qtbot, session)
    timeline = session.timeline
    assert timeline is not None
    qtbot.waitUntil(lambda: [step for step, _ in session.answers] == list(timeline.steps), timeout=5_000)

    def check() -> None:
        assert session.snapshot is not None
        assert session.snapshot.image is not None
        for step, found in session.answers:
            np.testing.assert_array_equal(found, probabilities(timeline.at(step), session.snapshot.image))

    check()
    draw(qtbot, window.panel.pad, SEVEN)
    qtbot.waitUntil(lambda: session.answers == [], timeout=5_000)  # nothing old beside the new drawing
    qtbot.waitUntil(lambda: [step for step, _ in session.answers] == list(timeline.steps), timeout=5_000)
    check()
    session.drawing.clear()
    qtbot.waitUntil(lambda: session.answers == [], timeout=5_000)


def test_the_weights_of_a_step_are_taken_measured_kept(qtbot: QtBot, session: Session) -> None:
    run_to_its_end(qtbot, session)
    end = session.pending
    assert session.timeline is not None
    step = session.timeline.steps[len(session.timeline) // 2]
    session.show_step(step)
    with qtbot.waitSignal(session.training_ended, timeout=60_000) as ended:
        session.take_step(step)
        assert session.busy
        assert not session.training
    taken = session.pending
    assert ended.args[0] is taken is not end
    assert taken is not None
    assert taken.recipe["taken_at_step"] == step
    assert taken.figures.keys() == {"validation", "test"}
    assert session.shown_step is None
    source = session.timeline.at(step)
    assert torch.equal(source.convs()[0].weight, taken.network.convs()[0].weight)
    assert source is not taken.network
    with qtbot.waitSignal(session.training_ended, timeout=60_000):
        session.one_more_epoch()
    assert session.pending is not None
    assert session.pending.recipe["started_from"]["taken_at_step"] == step
    session.keep()
    assert session.in_use is not None
    assert session.in_use.path is not None


def test_taking_a_step_ends_the_run_that_is_on(qtbot: QtBot, session: Session) -> None:
    started(qtbot, session)
    assert session.timeline is not None
    ended: list[object] = []
    session.training_ended.connect(ended.append)
    with qtbot.waitSignal(session.training_ended, timeout=20_000):
        session.take_step(session.timeline.steps[1])
    assert ended == [session.pending]
    assert session.pending is not None
    assert session.pending.recipe["taken_at_step"] == session.timeline.steps[1]
    session.revert()
    assert session.pending is None


def test_after_a_cancel_a_step_can_still_be_taken_and_trained_on(
    qtbot: QtBot, session: Session, sentences: list[str]
) -> None:
    started(qtbot, session)
    cancelled(qtbot, session)
    assert session.timeline is not None
    with qtbot.waitSignal(session.training_ended, timeout=20_000):
        session.take_step(session.timeline.steps[-1])
    assert session.pending is not None
    with qtbot.waitSignal(session.training_ended, timeout=20_000):
        session.one_more_epoch()
    session.revert()
    assert sentences == []


# -- whatever happens


def break_off(qtbot: QtBot, window: MainWindow) -> None:
    """Close the window in the middle of a run, as a crash would, but with the thread ended."""
    window.close()
    qtbot.waitUntil(lambda: not window.session.busy)


@pytest.fixture
def again(qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    """Starts the program once more."""
    windows: list[MainWindow] = []

    def start() -> MainWindow:
        made = app.build()
        windows.append(made)
        made.show()
        qtbot.waitUntil(lambda: not made.session.busy, timeout=20_000)
        return made

    yield start
    for made in windows:
        made.close()
        qtbot.waitUntil(lambda made=made: not made.session.busy)  # type: ignore[misc]
        made.deleteLater()


def test_the_next_start_offers_a_broken_off_run_and_ends_it_the_same(
    qtbot: QtBot, window: MainWindow, session: Session, again: Callable[[], MainWindow], tmp_path: Path
) -> None:
    recipe = replace(TINY, epochs=6)
    run_to_its_end(qtbot, session, recipe)
    whole = session.pending
    session.revert()
    assert run_folder(tmp_path) == []
    started(qtbot, session, recipe)
    step = still(qtbot, session)
    break_off(qtbot, window)
    assert run_folder(tmp_path) == [".run"]
    other = again().session
    offered = other.resumable
    assert offered is not None
    assert (offered.name, offered.step, offered.steps) == ("Tiny", step, 60)
    with qtbot.waitSignal(other.training_ended, timeout=60_000):
        other.resume_run()
    assert other.resumable is None
    assert other.run is not None
    assert other.run.resumed
    assert sorted({p.step for p in other.history}) == list(range(1, 61))
    assert other.pending is not None
    assert whole is not None
    for a, b in zip(other.pending.network.parameters(), whole.network.parameters(), strict=True):
        assert torch.equal(a, b)
    assert run_folder(tmp_path) == [".lock", ".run"], "until it is decided about"
    other.keep()
    assert run_folder(tmp_path) == []


def test_a_broken_off_run_can_be_discarded(
    qtbot: QtBot, window: MainWindow, session: Session, again: Callable[[], MainWindow], tmp_path: Path
) -> None:
    started(qtbot, session)
    break_off(qtbot, window)
    other = again().session
    with qtbot.waitSignal(other.resumable_changed):
        other.discard_run()
    assert other.resumable is None
    assert run_folder(tmp_path) == []


def test_a_second_window_neither_offers_nor_touches_a_run_that_is_on(
    qtbot: QtBot, session: Session, again: Callable[[], MainWindow], tmp_path: Path
) -> None:
    started(qtbot, session)
    still(qtbot, session)
    (file,) = tmp_path.rglob("*.run")
    before = file.read_bytes()
    other = again().session
    assert other.resumable is None
    started(qtbot, other)
    cancelled(qtbot, other)
    assert file.read_bytes() == before
    session.go_on_training()
    cancelled(qtbot, session)
    assert run_folder(tmp_path) == []


def test_two_windows_that_keep_in_the_same_second_keep_both(
    qtbot: QtBot, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Noon(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Noon":
            return cls(2030, 1, 1, 12, tzinfo=tz)

    monkeypatch.setattr("gui.session.trainer.datetime", Noon)
    for _ in range(2):
        run_to_its_end(qtbot, session)
        session.keep()
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
    started(qtbot, session)
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
    started(qtbot, session)
    break_off(qtbot, window)
    (file,) = tmp_path.rglob("*.run")
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    other = again()
    with qtbot.waitSignals([other.session.training_ended, other.session.failed], timeout=20_000):
        other.session.resume_run()
    box = other.findChild(QMessageBox, "messageDialog")
    assert box is not None
    assert "damaged" in box.text()
    box.close()
    assert other.session.resumable is not None, "it is the user's to throw away"
    other.session.discard_run()
    assert run_folder(tmp_path) == []


WINDOW = """
import sys
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
session.training_progressed.connect(lambda steps: print(steps[-1].step, flush=True))
session.network_changed.connect(lambda: QTimer.singleShot(50, lambda: session.train(replace(TINY, epochs=20))))
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
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("model.jobs.all_threads", model.jobs.one_thread)
    run_to_its_end(qtbot, session, replace(TINY, epochs=20))
    whole = session.pending
    assert whole is not None
    session.revert()
    child = subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(tmp_path / "other")], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    with child.stdout:
        for line in child.stdout:
            if int(line) >= 20:
                child.send_signal(signal.SIGKILL)
                break
    assert child.wait() == -signal.SIGKILL
    other = again().session
    offered = other.resumable
    assert offered is not None
    assert 19 <= offered.step < 200
    with qtbot.waitSignal(other.training_ended, timeout=60_000):
        other.resume_run()
    assert other.pending is not None
    for a, b in zip(other.pending.network.parameters(), whole.network.parameters(), strict=True):
        assert torch.equal(a, b)
    other.revert()
    assert run_folder(tmp_path) == []


def no_space(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_told_once_and_the_run_goes_on(
    qtbot: QtBot, session: Session, sentences: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("model.train.watch.KEEP_EVERY", 0.0)
    monkeypatch.setattr(os, "fsync", no_space)
    run_to_its_end(qtbot, session)
    assert len(sentences) == 1
    assert "No space left" in sentences[0]
    session.keep()
    assert "No space left" in sentences[1]
    assert session.pending is not None, "nothing is lost: it can be kept when there is room"
    monkeypatch.undo()
    session.keep()
    assert session.pending is None


def test_a_folder_that_cannot_be_written_is_told_and_the_run_goes_on(
    qtbot: QtBot, session: Session, sentences: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    monkeypatch.setattr("gui.storage.run_files.data_folder", lambda: blocked / "ConvPad")
    run_to_its_end(qtbot, session)
    assert len(sentences) == 1
    assert "cannot be written" in sentences[0]


def failing_at(step: int, fault: Exception | float) -> Callable[[Run, torch.Tensor], float]:
    original = Run.step

    def fails(run: Run, picked: torch.Tensor) -> float:
        loss = original(run, picked)
        if run.step_number == step:
            if isinstance(fault, Exception):
                raise fault
            return fault
        return loss

    return fails


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (float("nan"), "learning rate"),
        (MemoryError(), "memory"),
        (torch.OutOfMemoryError("CUDA out of memory"), "memory"),
        (torch.AcceleratorError("CUDA error: unspecified launch failure"), "device"),
    ],
)
def test_a_run_that_fails_leaves_its_last_good_step_and_can_be_resumed(
    qtbot: QtBot,
    session: Session,
    sentences: list[str],
    monkeypatch: pytest.MonkeyPatch,
    fault: Exception | float,
    words: str,
) -> None:
    monkeypatch.setattr("model.train.watch.KEEP_EVERY", 0.0)
    original, in_use = Run.step, session.in_use
    monkeypatch.setattr(Run, "step", failing_at(8, fault))
    with qtbot.waitSignal(session.training_ended, timeout=20_000) as ended:
        session.train(TINY)
    assert ended.args == [None]
    assert len(sentences) == 1
    assert words in sentences[0]
    assert session.in_use is in_use
    assert session.timeline is not None
    assert 1 <= session.timeline.steps[-1] <= 7
    assert session.resumable is not None
    assert session.resumable.step == 7
    monkeypatch.setattr(Run, "step", original)
    with qtbot.waitSignal(session.training_ended, timeout=20_000):
        session.take_step(session.timeline.steps[-1])
    assert session.pending is not None
    session.revert()
    with qtbot.waitSignal(session.training_ended, timeout=20_000) as ended:
        session.resume_run()
    assert ended.args[0] is not None
    session.revert()


def test_a_device_that_is_not_there(qtbot: QtBot, session: Session, sentences: list[str]) -> None:
    with qtbot.waitSignal(session.training_ended, timeout=20_000) as ended:
        session.train(replace(TINY, device="mps" if torch.cuda.is_available() else "cuda"))
    assert ended.args == [None]
    assert "device" in sentences[0]
    assert session.resumable is None


def test_closing_with_a_result_that_cannot_be_saved_leaves_the_run_to_be_resumed(
    qtbot: QtBot, window: MainWindow, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_to_its_end(qtbot, session)

    def refused(_trained: object) -> Path:
        raise InputError("Cannot write")

    monkeypatch.setattr(session, "_save_trained", refused)
    window.close()
    assert run_folder(tmp_path) == [".run"]


def test_progress_handed_to_pages_has_no_gap(qtbot: QtBot, session: Session) -> None:
    got: list[Progress] = []
    session.training_progressed.connect(got.extend)
    run_to_its_end(qtbot, session)
    assert sorted({p.step for p in got}) == list(range(1, 21))
    assert [p.step for p in session.history] == [p.step for p in got]
    assert all(p.network is None and p.result is None for p in session.history)


# -- anything in any order


def wander(qtbot: QtBot, session: Session, chance: random.Random, actions: int, recipes: tuple[Recipe, ...]) -> None:
    """Call the session's methods at random, with events in between, and check what must always hold."""
    session.drawing.begin(100, 60)
    session.drawing.extend(150, 200)
    session.drawing.end()

    def step() -> int:
        return chance.randint(0, 25)

    able: tuple[Callable[[], object], ...] = (
        lambda: session.train(chance.choice(recipes)),
        session.pause_training,
        session.go_on_training,
        lambda: session.set_learning_rate(10 ** chance.uniform(-6, 1)),
        session.one_more_epoch,
        session.cancel_training,
        lambda: session.show_step(step()),
        lambda: session.show_step(None),
        lambda: session.take_step(step()),
        session.keep,
        session.revert,
        session.resume_run,
        session.discard_run,
        session.use_shipped_weights,
        session.drawing.undo_stack.undo,
        session.drawing.undo_stack.redo,
    )
    weights = [9, 2, 6, 2, 2, 2, 3, 3, 2, 2, 2, 1, 1, 1, 1, 1]
    for _ in range(actions):
        chance.choices(able, weights)[0]()
        qtbot.wait(chance.choice([0, 1, 5, 20, 80]))  # how long a person thinks, which must not matter
        assert not (session.paused and not session.training)
        assert session.shown_step is None or session.timeline is not None
        assert session.timeline is None or list(session.timeline.steps) == sorted(set(session.timeline.steps))
        shown = session.snapshot
        assert shown is not None
        if session.shown_step is not None and session.timeline is not None:
            past = session.timeline.at(session.shown_step).convs()[0].weight.numpy()
            np.testing.assert_array_equal(shown.weights.layers[0].weight, past)
        elif session.pending is not None and not session.busy:
            now = session.pending.network.convs()[0].weight.numpy()
            np.testing.assert_array_equal(shown.weights.layers[0].weight, now)


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.slow)])
def test_any_order_of_actions_is_survived(
    qtbot: QtBot, session: Session, sentences: list[str], monkeypatch: pytest.MonkeyPatch, seed: int, tmp_path: Path
) -> None:
    monkeypatch.setattr("model.train.watch.KEEP_EVERY", 0.05)
    ends: list[object] = []
    session.training_ended.connect(ends.append)
    short = replace(TINY, epochs=0.4)
    recipes = (TINY, LONG, short, short, short, replace(short, start="current"), replace(TINY, device="mps"))
    wander(qtbot, session, random.Random(seed), 1000 if seed else 120, recipes)
    session.discard_run()
    session.cancel_training()
    qtbot.waitUntil(lambda: not session.busy, timeout=30_000)
    session.revert()
    session.discard_run()
    assert run_folder(tmp_path) == []
    assert len(ends) > (30 if seed else 3), "too little happened to prove anything"
    allowed = ("device", "other layers", "learning rate")
    assert [sentence for sentence in sentences if not any(words in sentence for words in allowed)] == []
