"""Before PyTorch is loaded the window answers already, with the same numbers; what needs PyTorch says that it waits."""

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from helpers import ROOT, THREE, answered, cards, cell, draw
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui import app
from gui.window.main_window import MainWindow
from model import jobs
from model.jobs import InUse
from model.network.weights_file import SavedNetwork

WITHOUT = """
import sys
sys.modules["torch"] = None  # importing it fails
import numpy as np
from model.drawing.ink import Stroke, blank, add_stroke
from model.drawing.raster import raster
from model.look.snapshot import look_through, weights_of
from model.network.weights_file import read
ink = blank()
add_stroke(ink, Stroke(np.array([(140, 40), (138, 230)], np.float32)))
print(look_through(weights_of(read()), raster(ink).image).digit)
"""


class Gate:
    """PyTorch's import, which a test may hold up."""

    def __init__(self) -> None:
        self.open = threading.Event()

    def with_torch(self, then: Callable[[SavedNetwork, Path], InUse]) -> Callable[[SavedNetwork, Path], InUse]:
        def waits(saved: SavedNetwork, path: Path) -> InUse:
            self.open.wait()
            return then(saved, path)

        return waits


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    made = Gate()
    monkeypatch.setattr(jobs, "with_torch", made.with_torch(jobs.with_torch))
    return made


@pytest.fixture
def early(qtbot: QtBot, gate: Gate) -> Iterator[MainWindow]:
    """The window before PyTorch is there."""
    made = app.build()
    made.resize(1440, 900)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.session.display.snapshot is not None)
    assert made.session.in_use.current is None
    yield made
    gate.open.set()
    qtbot.waitUntil(lambda: not made.session.task.busy)
    made.close()
    made.deleteLater()


def test_an_answer_needs_no_torch() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"


def test_the_window_answers_and_nothing_changes_when_torch_comes(qtbot: QtBot, early: MainWindow, gate: Gate) -> None:
    draw(qtbot, early.panel.pad, THREE)
    answered(qtbot, early, "3")
    before, shown = early.session.display.snapshot, cards(early)
    gate.open.set()
    qtbot.waitUntil(lambda: early.session.in_use.current is not None and not early.session.task.busy)
    after = early.session.display.snapshot
    assert before is not None
    assert after is not None
    assert after is not before
    assert cards(early) is shown
    assert np.array_equal(before.logits, after.logits)  # type: ignore[arg-type]
    for old, new in zip(before.maps, after.maps, strict=True):
        assert np.array_equal(old.out, new.out)


def test_the_inspector_says_that_torch_is_not_there_yet(qtbot: QtBot, early: MainWindow, gate: Gate) -> None:
    draw(qtbot, early.panel.pad, THREE)
    answered(qtbot, early, "3")
    maps, text = cards(early)[1].maps, early.look_page.inspector.summary.view.text
    qtbot.mouseClick(maps, Qt.MouseButton.LeftButton, pos=cell(maps, 5, 7, 8))
    assert "PyTorch is being loaded" in text()
    assert "after ReLU" in text()
    gate.open.set()
    qtbot.waitUntil(lambda: "✓ equals PyTorch's" in text())


def test_what_needs_torch_cannot_be_asked_for_yet(early: MainWindow) -> None:
    assert not early.session.display.can_edit
    for name in ("retrainButton", "evaluateButton"):
        button = early.findChild(QPushButton, name)
        assert button is None or not button.isEnabled(), name


def test_closing_before_torch_is_there(qtbot: QtBot, early: MainWindow, gate: Gate) -> None:
    draw(qtbot, early.panel.pad, THREE)
    gate.open.set()
    early.close()
    assert early.session.in_use.current is None or not early.session.task.busy
