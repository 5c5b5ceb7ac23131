"""Fixtures of many tests: data, small networks, the window, and a check that nothing is left over."""

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # before torch: waiting threads must not spin
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # nor NumPy's

import pytest
import torch
from data_helpers import first_of, write_digits
from helpers import THREE, PatientBot, Started, answered, cards, cell, draw
from hypothesis import HealthCheck, settings
from lab_helpers import click
from leftovers import as_at_first, assert_nothing_left
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tqdm import tqdm
from why_helpers import open_why

from gui import app
from gui.garbage import GarbageCollector
from gui.pages.lab.controller import LabController
from gui.pages.look.inspector.inspector import Inspector
from gui.session import task
from gui.session.session import Session
from gui.session.why import Why
from gui.storage.settings import Settings
from gui.window.main_window import MainWindow
from model.jobs import Work, one_thread
from model.mnist import Mnist, load
from model.network import checkpoint
from model.network.architecture import LayerSpec
from model.network.digit_net import DigitNet
from model.network.provenance import Provenance
from model.why import jobs

if TYPE_CHECKING:
    from session_script import Player

settings.register_profile(
    "convpad", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("convpad")
torch.set_num_threads(1)
task.REST = 0  # milliseconds: no pen is waited for, unless the test is about it
tqdm.monitor_interval = 0  # its watching thread would outlive the test


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The long soak, and what needs a bundle, run only when asked for, with `-m soak` or `-m bundle`."""
    for name in ("soak", "bundle"):
        if name not in config.getoption("markexpr"):
            items[:] = [item for item in items if item.get_closest_marker(name) is None]


@pytest.fixture(scope="session")
def mnist() -> Mnist:
    return load()


@pytest.fixture(scope="session")
def shipped() -> checkpoint.Checkpoint:
    return checkpoint.load()


@pytest.fixture(scope="session")
def network(shipped: checkpoint.Checkpoint) -> DigitNet:
    """The shipped one."""
    return shipped.network


@pytest.fixture
def tiny() -> DigitNet:
    """A plain network of two small layers with weights by chance."""
    specs = (LayerSpec(3, 3, stride=2, padding=1), LayerSpec(4, 3, padding=1, max_pool=True))
    network = DigitNet(specs, generator=torch.Generator().manual_seed(5))
    return network.eval().requires_grad_(False)


@pytest.fixture
def content(tmp_path: Path, tiny: DigitNet) -> bytes:
    """What the weights file `whole.safetensors` holds."""
    path = tmp_path / "whole.safetensors"
    checkpoint.save(
        path, checkpoint.Checkpoint(tiny, Provenance({"name": "Test", "epochs": 2, "seed": 0}), {"test": 0.5})
    )
    return path.read_bytes()


@pytest.fixture(scope="session")
def tiny_mnist(mnist: Mnist) -> Mnist:
    """Few digits, for runs that end at once."""
    return first_of(mnist, 640, 200)


@pytest.fixture
def few_digits(mnist: Mnist, tmp_path: Path) -> Path:
    """A folder with 1,200 digits to train on and 100 to test on."""
    return write_digits(tmp_path / "few", mnist.train.pick(0, 1200), mnist.test.pick(0, 100))


@pytest.fixture
def on_few_digits(tiny_mnist: Mnist, monkeypatch: pytest.MonkeyPatch) -> Mnist:
    """The window trains on few digits and evaluates on few; a file that needs others has its own `tiny_mnist`."""
    monkeypatch.setattr("model.jobs.built_in_mnist", lambda: tiny_mnist)
    return tiny_mnist


@pytest.fixture
def trainer(window: MainWindow, on_few_digits: Mnist, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window on page "Train", with nothing drawn and few digits to train on; runs are looked at often."""
    monkeypatch.setattr("model.train.watch.LOOK_EVERY", 0.02)
    monkeypatch.setattr(task, "PAUSE", 0.05)
    window.session.drawing.clear()
    window.pages.setCurrentWidget(window.train_page)
    return window


@pytest.fixture
def inspector(qtbot: QtBot, window: MainWindow) -> Inspector:
    """Open on a pixel of the second layer, with a three on the pad."""
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    maps = cards(window)[1].maps
    qtbot.mouseClick(maps, Qt.MouseButton.LeftButton, pos=cell(maps, 5, 7, 8))
    return window.look_page.inspector


@pytest.fixture
def why(qtbot: QtBot, window: MainWindow, on_few_digits: Mnist) -> Why:
    """What the session knows for page "Why", which is on view and reads few digits."""
    open_why(qtbot, window)
    return window.session.why


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Each beginning of reading training digits for page "Why", as they come: of the first of them only?"""
    begun: list[bool] = []
    real = jobs.reading_digits

    def counted(network: DigitNet, only_first: bool) -> Work:
        begun.append(only_first)
        return real(network, only_first)

    monkeypatch.setattr("model.why.jobs.reading_digits", counted)
    return begun


@pytest.fixture
def lab(qtbot: QtBot, window: MainWindow) -> Iterator[LabController]:
    """The Convolution lab's controller, with its page on view."""
    click(qtbot, window, "labPageButton")
    assert window.pages.currentWidget() is window.lab_page
    yield window.lab
    window.lab.pause()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's robot, with more patience."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _own_folders(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or touches what a user of this machine keeps."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / name))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    if "qapp" in request.fixturenames:
        Settings().knows_tour = True  # only the first start offers it


@pytest.fixture(autouse=True)
def _nothing_left_over(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """After each test no window, thread or running timer of its own is left, and language and theme are put back."""
    with_window = "qapp" in request.fixturenames
    if with_window:
        gc.collect()
        gc.freeze()  # what was there before need not be looked at after each test; a third of all time went there
        monkeypatch.setattr(GarbageCollector, "spare_the_start", lambda _: None)
    failed_before = request.session.testsfailed
    threads_before = set(threading.enumerate())
    yield
    if with_window:
        try:
            if request.session.testsfailed == failed_before:
                assert_nothing_left(threads_before)
        finally:
            as_at_first()


@pytest.fixture(scope="session", autouse=True)
def _modest() -> Iterator[None]:
    """A run that learns keeps to one of the processors, since as many tests run at once as there are, and begins with
    few drawn digits: to draw them took longer than the run.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("model.jobs.all_threads", one_thread)
        patch.setattr("model.augment.pool.BLOCK", 16)
        yield


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
    qtbot.waitUntil(lambda: not made.session.task.busy)
    yield made
    made.close()
    made.deleteLater()
    assert not problems


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


@pytest.fixture
def again(qtbot: QtBot) -> Iterator[Callable[[], MainWindow]]:
    """Starts the program once more."""
    windows: list[MainWindow] = []

    def start() -> MainWindow:
        made = app.build()
        windows.append(made)
        made.show()
        qtbot.waitUntil(lambda: not made.session.task.busy)
        return made

    yield start
    for made in windows:
        made.close()
        qtbot.waitUntil(lambda made=made: not made.session.task.busy)  # type: ignore[misc]
        made.deleteLater()


@pytest.fixture
def started(again: Callable[[], MainWindow]) -> Started:
    """Starts the program for somebody who chose language and size of texts the last time."""

    def start(language: str, percent: int) -> MainWindow:
        settings = Settings()
        settings.language, settings.text_size = language, percent
        made = again()
        made.resize(1440, 900)
        return made

    return start


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
