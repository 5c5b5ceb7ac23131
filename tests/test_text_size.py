"""Texts of the whole program larger and smaller; full screen without the bars."""

from collections.abc import Callable

import pytest
from helpers import THREE, Started, answered, cards, cell, draw, settle
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontInfo, QPalette
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.pad.pad import DrawingPad
from gui.pages.why.words import Words
from gui.storage.settings import Settings
from gui.window.main_window import MainWindow


def trigger(window: MainWindow, name: str) -> None:
    """As the menu does."""
    action = window.findChild(QAction, name)
    assert action is not None
    action.trigger()


def forget(qtbot: QtBot, window: MainWindow) -> None:
    """Let what the window showed before the last change go; it would be dressed again with each change."""
    qtbot.waitUntil(lambda: len(window.findChildren(DrawingPad)) == 1)


def height(window: MainWindow) -> int:
    """Of the letters on a button, in pixels."""
    return QFontInfo(window.panel._pen.font()).pixelSize()


def test_keys_change_it_within_limits_and_the_drawing_stays(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    assert height(window) == 13
    with qtbot.waitActive(window):
        window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert window.session.settings.text_size == 110
    assert height(window) == 14
    forget(qtbot, window)
    window.set_text_size(175)
    for _ in range(2):
        forget(qtbot, window)
        trigger(window, "largerText")
    assert window.session.settings.text_size == 200
    assert height(window) == 26
    answered(qtbot, window, "3")
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert height(window) == 13
    forget(qtbot, window)
    window.set_text_size(90)
    for _ in range(2):
        forget(qtbot, window)
        trigger(window, "smallerText")
    assert window.session.settings.text_size == 80
    assert height(window) == 10
    assert not window.session.drawing.empty


def test_it_is_remembered(again: Callable[[], MainWindow]) -> None:
    first = again()
    first.set_text_size(150)
    first.close()
    assert Settings().text_size == 150
    assert height(again()) == 20


def cut_off(window: MainWindow) -> list[str]:
    """What is written in less room than it needs, with nothing to say that it goes on."""
    found = []
    for text in window.findChildren(QLabel):
        elastic = text.sizePolicy().horizontalPolicy().name == "Ignored"
        fixed = text.isVisible() and text.text() and not text.wordWrap() and not elastic
        if fixed and text.width() < text.sizeHint().width() - 1:
            found.append(f"{text.objectName()}: {text.text()}")
    buttons = [button for button in window.findChildren(QPushButton) if button.isVisible()]
    narrow = [b.objectName() for b in buttons if b.width() < b.fontMetrics().horizontalAdvance(b.text())]
    return found + narrow


@pytest.mark.parametrize("percent", [80, 100, 150])
def test_nothing_is_cut_off(qtbot: QtBot, started: Started, percent: int) -> None:
    window = started("en", percent)
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    for number in range(window.pages.count()):
        window.pages.setCurrentIndex(number)
        settle(qtbot, window)
        assert cut_off(window) == [], window.pages.name(number)


def test_what_was_chosen_stays_chosen(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    maps = cards(window)[1].maps
    qtbot.mouseClick(maps, Qt.MouseButton.LeftButton, pos=cell(maps, 5, 7, 8))
    chosen = window.look_page.inspector.place
    window.set_text_size(125)
    assert window.look_page.inspector.isVisible()
    assert window.look_page.inspector.place == chosen


# -- full screen ------------------------------------------------------------------------------------------------


def seen(window: MainWindow, name: str) -> bool:
    """Whether the widget of that name can be seen."""
    found = window.centralWidget().findChild(QWidget, name)  # type: ignore[union-attr] # not of one that goes
    return found is not None and found.isVisible()


def test_full_screen_hides_the_bars_and_the_labs_settings(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    size = window.size()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert not seen(window, "topBar")
    assert seen(window, "drawingPad")
    window.pages.setCurrentWidget(window.lab_page)  # made only now
    column = window.lab_page.findChild(QWidget, "sideColumn")
    assert column is not None
    qtbot.waitUntil(lambda: seen(window, "labForward"))
    assert not column.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert seen(window, "topBar")
    assert column.isVisible()
    qtbot.waitUntil(lambda: window.size() == size)


def test_full_screen_goes_as_it_came(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    maps = cards(window)[1].maps
    qtbot.mouseClick(maps, Qt.MouseButton.LeftButton, pos=cell(maps, 5, 7, 8))
    trigger(window, "fullScreen")
    qtbot.keyClick(window.look_page.inspector.map, Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.look_page.inspector.isVisible()  # Escape was about the screen
    trigger(window, "fullScreen")
    window.set_language("zh_CN")  # the bars are made anew
    assert not seen(window, "topBar")
    trigger(window, "fullScreen")
    assert seen(window, "topBar")


def test_full_screen_is_not_what_the_next_start_begins_with(again: Callable[[], MainWindow]) -> None:
    first = again()
    trigger(first, "fullScreen")
    first.close()
    second = again()
    assert not second.isFullScreen()
    assert second.findChild(QAbstractButton, "menuButton").isVisible()  # type: ignore[union-attr]


def test_the_lead_on_page_why_grows_too(window: MainWindow) -> None:
    before = Words("leadWords", QPalette.ColorRole.Window).sizeHint().height()
    window.set_text_size(200)
    after = Words("leadWords", QPalette.ColorRole.Window).sizeHint().height()
    assert after > 1.4 * before
