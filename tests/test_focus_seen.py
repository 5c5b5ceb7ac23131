"""Tab goes through all that takes the keyboard, and one sees where it is: in both themes, on every page."""

import numpy as np
import pytest
from helpers import THREE, answered, cards, cell, draw, press, settle
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.window.main_window import MainWindow
from model.mnist import Mnist

SEEN = 20  # pixels that differ clearly
CLEARLY = 60  # of 765


def pixels(window: QWidget, place: QRect) -> NDArray[np.int64]:
    image = window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return flat[:, : image.width(), :3].astype(int)


def shows_focus(window: QWidget, widget: QWidget) -> bool:
    """Whether the place of `widget`, which has the keyboard, looks otherwise than without it."""
    place = QRect(widget.mapTo(window, QPoint()), widget.size()).adjusted(-4, -4, 4, 4).intersected(window.rect())
    with_it = pixels(window, place)
    widget.clearFocus()
    without = pixels(window, place)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return int((abs(with_it - without).sum(2) > CLEARLY).sum()) >= SEEN


def walk(qtbot: QtBot, window: MainWindow) -> tuple[list[str], list[str]]:
    """Names of all that Tab reaches, and of those where one does not see that."""
    first, reached, unseen = None, [], []
    while True:
        qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        now = window.focusWidget()
        assert now is not None
        if now is first:
            return reached, unseen
        first = first or now
        reached.append(now.objectName())
        QApplication.processEvents()  # what lies outside a scrolled area comes into view
        if not shows_focus(window, now):
            unseen.append(now.objectName())


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_where_the_keyboard_is_can_be_seen(qtbot: QtBot, window: MainWindow, on_few_digits: Mnist, theme: str) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    window.set_theme(theme)
    maps = cards(window)[0].maps
    qtbot.mouseClick(maps, Qt.MouseButton.LeftButton, pos=cell(maps, 0, 9, 9))
    least = {"lookInsidePage": 45, "labPage": 40, "trainPage": 30, "evaluatePage": 16}
    found: dict[str, list[str]] = {}
    for page in (window.pages.beside_pad[0], window.lab_page, window.train_page, window.evaluate_page):
        window.pages.setCurrentWidget(page)
        settle(qtbot, window)
        if page is window.evaluate_page:
            press(qtbot, window, "evaluateButton")
            qtbot.waitUntil(lambda: not window.session.evaluator.running)
        focused = window.focusWidget()
        if focused is not None:
            focused.clearFocus()
        reached, unseen = walk(qtbot, window)
        assert len(reached) >= least[page.objectName()], reached
        if unseen:
            found[page.objectName()] = unseen
    assert not found
