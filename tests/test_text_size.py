"""Texts of the whole program larger and smaller; full screen without the bars."""

from collections.abc import Callable

import pytest
from helpers import THREE, Started, answered, begin_run, cards, cell, draw, settle
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontInfo, QPalette
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gui.pad.pad import DrawingPad
from gui.pages.why.words import Words
from gui.storage.settings import Settings
from gui.style import theme
from gui.window.main_window import MainWindow
from model.mnist import Mnist


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


def test_no_page_scrolls_sideways_at_200_per_cent(qtbot: QtBot, window: MainWindow, on_few_digits: Mnist) -> None:
    window.set_text_size(200)
    window.resize(1440, 900)
    for number, row in enumerate(window.pages.rows):
        if row.page is window.pages.beside_pad[1]:  # its question stands in one line
            continue
        window.pages.setCurrentIndex(number)
        if window.pages.currentWidget() is window.pages.evaluate:
            window.session.evaluator.start()
        qtbot.waitUntil(lambda: not window.session.evaluator.running)
        settle(qtbot, window)
        area = window.findChild(QScrollArea, "pagesScroll")
        assert area is not None
        assert area.horizontalScrollBar().maximum() == 0, window.pages.name(number)


def test_a_result_does_not_make_the_page_too_wide(qtbot: QtBot, window: MainWindow) -> None:
    window.set_text_size(150)
    window.resize(1100, 700)
    window.pages.setCurrentWidget(window.train_page)
    window.train_page.progress.show_validation(0.97, of_all=False)
    window.train_page.progress.show_end("Done: keep the new network, or revert?", done=True)
    settle(qtbot, window)
    area = window.findChild(QScrollArea, "pagesScroll")
    assert area is not None
    assert area.horizontalScrollBar().maximum() == 0
    assert cut_off(window) == []


def test_the_button_that_trains_stays_in_view(qtbot: QtBot, window: MainWindow) -> None:
    window.set_text_size(200)
    window.resize(1440, 900)
    window.pages.setCurrentWidget(window.train_page)
    settle(qtbot, window)
    button = window.train_page.steering.retrain
    assert button.visibleRegion().boundingRect() == button.rect()
    tall = window.train_page.findChild(QScrollArea, "tallArea")
    assert tall is not None
    assert tall.verticalScrollBar().maximum() > 0
    assert tall.horizontalScrollBar().maximum() == 0


def test_what_is_painted_grows_with_the_text_too(qtbot: QtBot, window: MainWindow) -> None:
    begin_run(qtbot, window)
    window.session.trainer.cancel()
    for percent in (150, 200):
        window.set_text_size(percent)
        window.pages.setCurrentIndex(0)
        settle(qtbot, window)
        bars = window.panel.bars
        assert bars.height() / 10 >= theme.scaled(11) + 3  # or its numbers would not be as large as all others
        assert window.panel.status.height() >= 2 * window.panel.status.fontMetrics().lineSpacing()
        window.pages.setCurrentWidget(window.train_page)
        settle(qtbot, window)
        curves = window.train_page.run_card.curves
        assert curves is not None
        for side in ("left", "right", "bottom"):
            assert curves.plot_item.getAxis(side).style["tickFont"].pixelSize() == theme.scaled(12)
        answers = window.train_page.run_card.answers
        assert answers is not None
        assert answers.plot_item.getAxis("bottom").height() > 1.2 * theme.scaled(12)


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
