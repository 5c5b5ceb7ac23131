"""Weights that cannot be read at the start: the reason stands where the network would, with what can be done."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui import app
from gui.window.main_window import MainWindow
from model.network import weights_file

GOOD = weights_file.SHIPPED


@pytest.fixture
def without(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """A window whose shipped weights are damaged."""
    damaged = tmp_path / "shipped" / GOOD.name
    damaged.parent.mkdir()
    damaged.write_bytes(b"no weights")
    monkeypatch.setattr(weights_file, "SHIPPED", damaged)
    made = app.build()
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: not made.session.task.busy)
    yield made
    made.close()
    made.deleteLater()


def hint(window: MainWindow) -> str:
    found = window.look_page.findChild(QLabel, "loadingHint")
    assert found is not None
    return found.text()


def push(qtbot: QtBot, window: MainWindow, name: str) -> None:
    found = window.look_page.findChild(QPushButton, name)
    assert found is not None
    assert found.isVisible()
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_the_reason_stands_in_place_and_trying_again_helps(qtbot: QtBot, without: MainWindow) -> None:
    assert GOOD.name in hint(without)
    assert "being loaded" not in hint(without)
    assert "no network" in without.state.text.text()
    assert without.findChild(QMessageBox) is None
    push(qtbot, without, "loadAgain")
    qtbot.waitUntil(lambda: not without.session.task.busy)
    assert GOOD.name in hint(without)
    shutil.copy(GOOD, weights_file.SHIPPED)
    push(qtbot, without, "loadAgain")
    qtbot.waitUntil(lambda: without.session.in_use.current is not None and not without.session.task.busy)
    assert without.look_page.findChild(QWidget, "conv1Card") is not None


def test_another_file_can_be_chosen(
    qtbot: QtBot, without: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.safetensors"
    shutil.copy(GOOD, other)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    push(qtbot, without, "loadAnother")
    qtbot.waitUntil(lambda: without.session.in_use.current is not None and not without.session.task.busy)
    assert without.session.in_use.current is not None
    assert without.session.in_use.path == other
    assert without.look_page.findChild(QWidget, "conv1Card") is not None
