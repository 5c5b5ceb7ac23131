"""The Convolution lab: numbers typed into cells, the drawing and a picture as its input."""

from pathlib import Path

import numpy as np
import pytest
from helpers import THREE, answered, draw
from lab_helpers import assert_shows, click, grid, slider, text, type_into, typing
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from gui.pages.lab.controller import LabController
from gui.window.main_window import MainWindow


def test_numbers_are_typed_into_cells(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson3")
    view = grid(window, "labInput0")
    type_into(qtbot, view, 1, 2, "-2.5")  # in the padded grid: row 0, column 1
    assert lab.lab.image[0, 0, 1] == -2.5
    assert_shows(window)
    type_into(qtbot, view, 1, 2, "abc")
    type_into(qtbot, view, 1, 2, "1000")
    assert lab.lab.image[0, 0, 1] == -2.5
    type_into(qtbot, grid(window, "labKernel0"), 0, 1, "7")
    assert lab.lab.weight[0, 0, 0, 1] == 7
    assert_shows(window)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell_rect(0, 0).center())
    assert typing(view) is None  # padding stays 0


def test_cells_are_reached_by_keys(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson1")
    view = grid(window, "labKernel0")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, "5")
    editor = view.findChild(QLineEdit, "cellEditor")
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert lab.lab.weight[0, 0, 1, 1] == 5
    assert window.focusWidget() is view
    qtbot.keyClick(view, Qt.Key.Key_Return)
    editor = typing(view)
    assert editor is not None
    qtbot.keyClicks(editor, "9")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert lab.lab.weight[0, 0, 1, 1] == 5
    assert typing(view) is None


def test_my_drawing_is_the_input(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    button = window.findChild(QPushButton, "inputDrawing")
    assert button is not None
    assert not button.isEnabled()
    click(qtbot, window, "lookInsideButton")
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    click(qtbot, window, "labPageButton")
    click(qtbot, window, "inputDrawing")
    snapshot = window.session.display.snapshot
    assert snapshot is not None
    np.testing.assert_array_equal(lab.lab.image, np.array(snapshot.image)[None])
    assert_shows(window)
    assert not grid(window, "labInput0").readable
    assert grid(window, "labPatch0").isVisible()
    np.testing.assert_allclose(grid(window, "labPatch0").cells.values, lab.pixel().patch[0])
    slider(window, "in_channels").setValue(2)
    assert lab.lab.in_channels == 1
    assert "one channel" in text(window, "settingRefused")
    slider(window, "size").setValue(10)
    assert grid(window, "labInput0").readable
    assert_shows(window)
    click(qtbot, window, "lesson13")
    layer = snapshot.weights.layers[0]
    np.testing.assert_array_equal(lab.lab.weight, layer.weight[:4])
    np.testing.assert_allclose(lab.lab.output, snapshot.maps[0].conv[:4], atol=1e-4)
    click(qtbot, window, "inputNumbers")
    assert lab.lab.size == 6
    assert_shows(window)


def test_a_picture_in_colour_is_the_input(
    qtbot: QtBot, window: MainWindow, lab: LabController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (90, 130, 3), np.uint8)
    path = tmp_path / "colour.png"
    Image.fromarray(pixels).save(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    click(qtbot, window, "inputPicture")
    assert (lab.lab.in_channels, lab.lab.size) == (3, 64)
    assert_shows(window)
    view = grid(window, "labInput2")
    qtbot.mouseMove(view, view.cell_rect(40, 30).center())
    padding = lab.lab.padding
    assert text(window, "labReadout").startswith(f"in[2, {40 - padding}, {30 - padding}] = 0.")
    assert_shows(window)
    (tmp_path / "bad.png").write_bytes(b"no picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "bad.png"), ""))
    window.session.failed.disconnect()
    sentences: list[str] = []
    window.session.failed.connect(sentences.append)
    click(qtbot, window, "inputPicture")
    assert "bad.png" in sentences[0]
    assert lab.lab.size == 64


@pytest.mark.usefixtures("lab")
def test_what_is_pending_ends_with_the_grid(qtbot: QtBot, window: MainWindow) -> None:
    """A field in which one types survives neither another lesson nor another page."""
    click(qtbot, window, "lesson1")
    view = grid(window, "labInput0")
    QApplication.sendEvent(view, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier, "4"))
    assert typing(view) is not None
    click(qtbot, window, "lesson8")
    assert typing(view) is None
    type_into(qtbot, view, 1, 1, "3")
    QApplication.sendEvent(view, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier, "4"))
    click(qtbot, window, "trainPageButton")
    assert typing(view) is None
