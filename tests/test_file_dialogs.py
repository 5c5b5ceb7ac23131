"""Where files are asked for, and what is said of those that were written."""

from pathlib import Path

import pytest
from helpers import THREE, draw, press
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.storage.settings import Settings
from gui.widgets.file_dialogs import ask_open, ask_save, begin
from gui.window.main_window import MainWindow


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Where each dialog began; whoever is asked says `tmp_path/there/digit.png`."""
    begun: list[str] = []
    (tmp_path / "there").mkdir()

    def answer(_parent: QWidget, _title: str, where: str, kinds: str) -> tuple[str, str]:
        begun.append(where)
        return str(tmp_path / "there" / "digit.png"), kinds.split(";;")[0]

    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, answer)
    return begun


def test_the_first_dialog_begins_in_documents(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    documents = tmp_path / "Documents"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(documents))
    assert begin() == Path.home()
    documents.mkdir()
    assert begin() == documents


def test_the_next_one_begins_where_one_was(qtbot: QtBot, asked: list[str], tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    there = tmp_path / "there"
    assert ask_save(parent, "", "a.png", "PNG (*.png)", "SVG (*.svg)", failed=print) == there / "digit.png"
    assert ask_open(parent, "", "PNG (*.png)") == there / "digit.png"
    assert asked[1] == str(there)
    ask_save(parent, "", "b.png", "PNG (*.png)", failed=print)
    assert asked[2] == str(there / "b.png")
    there.rmdir()
    assert begin() != there  # the folder is gone


def test_one_who_thinks_better_of_it_stays_where_one_was(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert ask_open(parent, "", "") is None
    assert Settings().folder is None


def test_a_note_says_where_a_file_went_and_opens_the_folder(
    qtbot: QtBot, window: MainWindow, asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    draw(qtbot, window.panel.pad, THREE)
    note = window.findChild(QWidget, "savedNote")
    assert note is not None
    assert not note.isVisible()
    window.findChild(QAction, "saveDrawing").trigger()  # type: ignore[union-attr]
    path = tmp_path / "there" / "digit.png"
    assert path.exists()
    assert len(asked) == 1
    assert note.isVisible()
    assert str(path) in window._saved._text.text()
    assert window._saved.parentWidget().rect().contains(note.geometry())  # type: ignore[union-attr]
    assert note.geometry().bottom() < window.state.y()  # a decision may be waiting there
    press(qtbot, window, "openFolderButton")
    assert opened == [str(path.parent)]
    press(qtbot, window, "closeSavedButton")
    assert not note.isVisible()


def test_weights_and_exports_are_told_too(window: MainWindow, asked: list[str], tmp_path: Path) -> None:
    window.session.in_use.save(tmp_path / "a.safetensors")
    assert window._saved.path == tmp_path / "a.safetensors"
    window.findChild(QAction, "exportCode").trigger()  # type: ignore[union-attr]
    assert asked
    assert window._saved.path == tmp_path / "there" / "digit.png.py"
    window._saved.hide()


def test_a_file_that_cannot_be_written_is_not_told(window: MainWindow, sentences: list[str], tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    window.session.in_use.save(tmp_path / "file" / "a.safetensors")
    assert sentences
    assert window._saved.path is None
