"""What many tests share: data, small networks, the window, and a check that nothing is left over."""

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch: waiting threads must not spin

import pytest
import shiboken6
import torch
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSettings, Qt, QThread, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tqdm import tqdm

from gui import app
from gui.pad.pad import DrawingPad
from gui.session.session import Session
from gui.storage.settings import Settings
from gui.window.main_window import MainWindow
from model.mnist import Digits, Mnist, load
from model.network import checkpoint
from model.network.architecture import LayerSpec
from model.network.digit_net import DigitNet
from model.train.recipe import Recipe

if TYPE_CHECKING:
    from session_script import Player

settings.register_profile(
    "convpad", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("convpad")
torch.set_num_threads(1)
tqdm.monitor_interval = 0  # its watching thread would outlive the test

TINY = Recipe(
    "Tiny", (LayerSpec(16, 5, stride=2, padding=2), LayerSpec(32, 3, padding=1)), epochs=2, batch_size=64, augment=0.0
)
THREE = [
    *((90, 70), (110, 52), (140, 45), (170, 50), (188, 70), (185, 100), (160, 122), (130, 130)),
    *((165, 138), (192, 160), (195, 190), (175, 220), (140, 232), (110, 225), (88, 205)),
]
SEVEN = [(80, 60), (120, 58), (160, 57), (200, 56), (185, 95), (168, 135), (152, 180), (138, 225)]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The long soak runs only when asked for, with `-m soak`."""
    if "soak" not in config.getoption("markexpr"):
        items[:] = [item for item in items if item.get_closest_marker("soak") is None]


@pytest.fixture(scope="session")
def mnist() -> Mnist:
    return load()


@pytest.fixture(scope="session")
def shipped() -> checkpoint.Checkpoint:
    return checkpoint.load()


@pytest.fixture
def tiny() -> DigitNet:
    """A plain network of two small layers with weights by chance."""
    specs = (LayerSpec(3, 3, stride=2, padding=1), LayerSpec(4, 3, padding=1, max_pool=True))
    network = DigitNet(specs, generator=torch.Generator().manual_seed(5))
    return network.eval().requires_grad_(False)


@pytest.fixture(scope="session")
def tiny_mnist(mnist: Mnist) -> Mnist:
    """Few digits, for runs that end at once."""
    parts = (Digits(p.images[:n].clone(), p.labels[:n].clone()) for p, n in
             ((mnist.train, 640), (mnist.validation, 200), (mnist.test, 200)))  # fmt: skip
    return Mnist(*parts)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or touches what a user of this machine keeps."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / name))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))


@pytest.fixture(autouse=True)
def _nothing_left_over(request: pytest.FixtureRequest) -> Iterator[None]:
    """After each test no window, thread or running timer of its own is left."""
    failed_before = request.session.testsfailed
    threads_before = set(threading.enumerate())
    yield
    if QApplication.instance() is None or request.session.testsfailed > failed_before:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    gc.collect()
    alive = [o for o in gc.get_objects() if issubclass(type(o), QThread | QTimer) and shiboken6.isValid(o)]
    assert not [t for t in alive if isinstance(t, QThread) and t.isRunning()], "a thread is still running"
    assert not [t for t in alive if isinstance(t, QTimer) and t.isActive()], "a timer is still running"
    assert not [w for w in QApplication.topLevelWidgets() if w.isVisible()], "a window is still open"
    new_threads = [t for t in threading.enumerate() if t not in threads_before and "Dummy" not in type(t).__name__]
    assert not new_threads, "a Python thread is still running"


@pytest.fixture(autouse=True)
def _same_hooks() -> Iterator[None]:
    before, threads = sys.excepthook, torch.get_num_threads()
    yield
    sys.excepthook = before
    torch.set_num_threads(threads)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The whole window with its network loaded, as a user sees it."""
    made = app.build()
    made.resize(1440, 900)
    problems: list[object] = []
    made.session.broke.connect(problems.append)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: not made.session.task.busy, timeout=20_000)
    yield made
    made.close()
    made.deleteLater()
    assert not problems


def at(pad: DrawingPad, x: float, y: float) -> QPoint:
    """Where a point in pad units lies on the widget."""
    side = min(pad.width(), pad.height())
    return QPoint(round((pad.width() - side) / 2 + x * side / 280), round((pad.height() - side) / 2 + y * side / 280))


def draw(
    qtbot: QtBot, pad: DrawingPad, *strokes: list[tuple[int, int]], button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    """Draw with real mouse events."""
    for stroke in strokes:
        qtbot.mousePress(pad, button, pos=at(pad, *stroke[0]))
        for point in stroke[1:]:
            qtbot.mouseMove(pad, at(pad, *point))
        qtbot.mouseRelease(pad, button, pos=at(pad, *stroke[-1]))


def answered(qtbot: QtBot, window: MainWindow, digit: str) -> None:
    """Wait until the window shows this answer."""
    qtbot.waitUntil(lambda: window.panel.digit.text() == digit, timeout=5_000)


@pytest.fixture
def session(window: MainWindow, tiny_mnist: Mnist, monkeypatch: pytest.MonkeyPatch) -> Session:
    """The window's session, with few digits to train on and every step of a run to look at."""
    monkeypatch.setattr("model.jobs.built_in_mnist", lambda: tiny_mnist)
    monkeypatch.setattr("model.train.watch.LOOK_EVERY", 0.01)
    return window.session


@pytest.fixture
def sentences(window: MainWindow) -> list[str]:
    """What the session tells the user, instead of a box."""
    heard: list[str] = []
    window.session.failed.disconnect(window._on_failed)
    window.session.failed.connect(heard.append)
    return heard


@pytest.fixture
def again(qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    """Starts the program once more."""
    windows: list[MainWindow] = []

    def start() -> MainWindow:
        made = app.build()
        windows.append(made)
        made.show()
        qtbot.waitUntil(lambda: not made.session.task.busy, timeout=20_000)
        return made

    yield start
    for made in windows:
        made.close()
        qtbot.waitUntil(lambda made=made: not made.session.task.busy)  # type: ignore[misc]
        made.deleteLater()


@pytest.fixture
def player(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> "Iterator[Player]":
    """A session without a window, whose runs do what the test says."""
    from session_script import Player, Script

    script = Script()
    for name in ("training", "taking", "teaching"):
        monkeypatch.setattr(f"model.jobs.{name}", getattr(script, name))
    made = Session(Settings())
    yield Player(qtbot, made, script, tmp_path)
    script.go.set()
    made.close()
    made.deleteLater()
