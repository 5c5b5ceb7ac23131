"""The window stands on a screen that is there, with its frame, whatever was asked for or remembered."""

import pytest
from helpers import settle
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from gui import app
from gui.storage.settings import Settings
from gui.widgets.elided import Elided
from gui.window.fit import FRAME, fitted
from gui.window.main_window import SMALLEST, MainWindow

LAPTOP, ABOVE = QRect(0, 0, 1366, 728), QRect(200, -1080, 1920, 1080)
far = st.integers(-5000, 5000)
windows = st.builds(QRect, far, far, st.integers(1, 5000), st.integers(1, 5000))


@given(windows, st.lists(st.sampled_from([LAPTOP, ABOVE, QRect(-1280, 0, 1280, 1024)]), min_size=1, max_size=3))
def test_it_fits_with_its_frame(wanted: QRect, screens: list[QRect]) -> None:
    place = fitted(wanted, screens)
    assert any(screen.contains(place.marginsAdded(FRAME)) for screen in screens)
    assert place.width() <= wanted.width()
    assert place.height() <= wanted.height()
    assert fitted(place, screens) == place


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (QRect(0, 0, 1440, 900), QRect(8, 40, 1350, 680)),  # larger than a laptop's screen
        (QRect(100, 100, 900, 600), QRect(100, 100, 900, 600)),  # fits
        (QRect(4000, 3000, 900, 600), QRect(458, 120, 900, 600)),  # on a screen that is gone
        (QRect(400, -900, 900, 600), QRect(400, -900, 900, 600)),  # on the other one
    ],
)
def test_places(wanted: QRect, expected: QRect) -> None:
    assert fitted(wanted, [LAPTOP, ABOVE]) == expected


def remembered(qtbot: QtBot) -> MainWindow:
    """A window as the next start makes it."""
    made = app.build()
    qtbot.waitUntil(lambda: not made.session.task.busy)
    return made


@pytest.mark.parametrize("place", [None, QRect(9000, 7000, 700, 700), QRect(0, 0, 5000, 4000)])
def test_the_real_window_fits_the_real_screen(qtbot: QtBot, place: QRect | None) -> None:
    first = remembered(qtbot)
    if place is not None:
        first.setMinimumSize(0, 0)
        first.setGeometry(place)
        Settings().geometry = first.saveGeometry()
    first.close()
    second = remembered(qtbot)
    with qtbot.waitExposed(second):
        second.show()
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.contains(second.frameGeometry())
    assert screen.contains(second.geometry().marginsAdded(FRAME))
    for window in (first, second):
        window.close()
        window.deleteLater()


def cut_off(page: QWidget) -> list[str]:
    """The buttons that are narrower than their text."""
    shown = (made for made in page.findChildren(QAbstractButton) if made.isVisible())
    return [made.objectName() for made in shown if made.width() < made.minimumSizeHint().width()]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_in_the_smallest_window_no_button_and_no_title_is_cut_off(
    qtbot: QtBot, window: MainWindow, language: str
) -> None:
    window.set_language(language)
    window.resize(SMALLEST)
    for number in (1, 2, 3):
        window.pages.setCurrentIndex(number)
        qtbot.waitUntil(lambda: window.size() == SMALLEST)
        page = window.pages.currentWidget()
        qtbot.waitUntil(lambda page=page: not cut_off(page))  # type: ignore[misc]
    view = window.train_page.design.view
    header, font = view.horizontalHeader(), QFont(view.font())
    font.setPixelSize(12)  # this, and 8 pixels at the left, is what the style sheet wants: Qt's own hint knows neither
    shown = {column: title for column, title in enumerate(view.table.titles) if not view.isColumnHidden(column)}
    assert len(shown) > 6  # numbers that only follow from the others may give way
    for column, title in shown.items():
        assert header.sectionSize(column) >= QFontMetrics(font).horizontalAdvance(title) + 8, title


def test_a_line_without_room_ends_in_dots_and_has_all_of_it_in_its_tip(qtbot: QtBot, window: MainWindow) -> None:
    """What network is in use, and the design's totals, at the smallest size."""
    window.resize(SMALLEST)
    window.pages.setCurrentWidget(window.train_page)
    settle(qtbot, window)
    for name in ("weightsStatus", "designTotals"):
        line = window.findChild(Elided, name)
        assert line is not None
        assert line.width() > 60
        assert "parameters" in line.toolTip()
        assert line.toolTip() == line.text()
