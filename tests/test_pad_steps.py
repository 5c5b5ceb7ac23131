"""The pad's column: from ink to image, what leans and whether it is straightened, and how wide the column is."""

from collections.abc import Callable

import numpy as np
from helpers import THREE, answered, draw, settle
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

from gui.pad.panel import NARROWEST
from gui.window.main_window import MainWindow
from model.drawing.raster import raster

LEANING_ONE = [(125, 112), (158, 82), (190, 55), (165, 110), (142, 165), (120, 220)]


def test_what_leans_is_read_as_drawn_once_that_is_wanted(
    qtbot: QtBot, window: MainWindow, again: Callable[[], MainWindow]
) -> None:
    draw(qtbot, window.panel.pad, LEANING_ONE)
    answered(qtbot, window, "1")
    steps, drawing = window.panel._steps, window.session.drawing
    steps.open_beside()
    turned, leaning = steps._views[1], steps._views[0]
    assert "to the right" in steps._lean.text()
    assert "turned by" in window.panel._seen_text[0].text()
    assert turned._shape != leaning._shape
    qtbot.mouseClick(steps.straighten, Qt.MouseButton.LeftButton, pos=QPoint(8, steps.straighten.height() // 2))
    qtbot.waitUntil(lambda: steps._lean.text() == "It is read as it was drawn.")
    assert "turned by" not in window.panel._seen_text[0].text()
    assert turned._shape == leaning._shape
    drawn, plain = drawing.raster(), raster(drawing.ink_to_read())
    assert drawn is not None
    assert plain is not None
    assert drawn.turn is None
    np.testing.assert_array_equal(drawn.image, plain.image)
    steps.close()
    later = again()
    assert not later.session.drawing.straightens
    assert not later.panel._steps.straighten.isChecked()


def test_the_pad_grows_with_the_window(qtbot: QtBot, window: MainWindow) -> None:
    sides, images = [], []
    for size in ((1100, 700), (1440, 900), (1920, 1080)):
        window.resize(*size)
        settle(qtbot, window)
        assert window.panel.width() >= NARROWEST
        sides.append(min(window.panel.pad.width(), window.panel.pad.height()))
        images.append(window.panel.image.width())
    assert sides[0] < sides[1] < sides[2]
    assert sides[2] > 400
    assert images[0] < images[1] < images[2]


def test_the_width_of_the_pad_is_remembered(qtbot: QtBot, window: MainWindow, again: Callable[[], MainWindow]) -> None:
    page = window.panel.parentWidget()
    assert isinstance(page, QSplitter)
    handle, before = page.handle(1), window.panel.width()
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(2, 200))
    qtbot.mouseMove(handle, QPoint(102, 200))
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=QPoint(2, 200))
    wide = window.panel.width()
    assert wide > before + 50
    later = again()
    later.resize(window.size())
    settle(qtbot, later)
    assert abs(later.panel.width() - wide) <= 2


def test_no_answer_and_no_network_moves_the_pad(qtbot: QtBot, window: MainWindow) -> None:
    for size in ((1440, 900), (1100, 700), (900, 660)):
        window.resize(*size)
        window.session.drawing.clear()
        answered(qtbot, window, "")
        settle(qtbot, window)
        place = window.panel.pad.geometry()
        draw(qtbot, window.panel.pad, THREE)
        answered(qtbot, window, "3")
        settle(qtbot, window)
        assert window.panel.pad.geometry() == place
