"""Every page at the sizes people use, in both languages: no text is cut off, no control lies outside the window."""

import pytest
from fitting import cut_off, outside
from helpers import THREE, Started, answered, draw, press, settle
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gui.language.languages import LANGUAGES
from gui.style import theme
from gui.style.colors import contrast, ink_on, mixed
from gui.window.main_window import MainWindow
from model.mnist import Mnist

SMALLEST = 900, 660
SIZES = ((1100, 700), (1366, 768), (1440, 900), (1920, 1080))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits(qtbot: QtBot, started: Started, on_few_digits: Mnist, language: str) -> None:
    window = started(language, 100)
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    assert window.session.in_use.path is not None
    window.session.compared.choose(window.session.in_use.path)
    found: dict[str, list[str]] = {}
    for number in range(window.pages.count()):
        window.pages.setCurrentIndex(number)
        for size in SIZES:
            window.resize(*size)
            settle(qtbot, window)
            qtbot.waitUntil(lambda: not window.session.evaluator.running)
            if faults := cut_off(window) + outside(window):
                found[f"{window.pages.name(number)} {size}"] = faults
    assert not found


@pytest.mark.parametrize(("percent", "size"), [(150, (1100, 700)), (200, (1440, 900))])
def test_large_texts_fit(qtbot: QtBot, started: Started, percent: int, size: tuple[int, int]) -> None:
    window = started("en", percent)
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    window.resize(*size)
    for page in window.pages.beside_pad[0], window.lab_page, window.train_page:
        window.pages.setCurrentWidget(page)
        settle(qtbot, window)
        assert cut_off(window) == [], page.objectName()


def test_what_does_not_fit_is_found(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    whole.resize(200, 100)
    fits, wide, low, button, away = QLabel("a", whole), QLabel("a long text", whole), QLabel("low", whole), \
        QPushButton("a long text", whole), QPushButton("away", whole)  # fmt: skip
    fits.resize(80, 30)
    wide.resize(20, 30)
    low.resize(80, 4)
    button.setGeometry(0, 0, 30, 30)
    away.setGeometry(150, 0, 100, 30)
    for name, each in (("fits", fits), ("wide", wide), ("low", low), ("button", button), ("away", away)):
        each.setObjectName(name)
    whole.show()
    assert [found.split()[0] for found in cut_off(whole)] == ["wide", "low", "button"]
    assert [found.split()[0] for found in outside(whole)] == ["away"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_layers_scrolls_sideways_at_no_usual_size(qtbot: QtBot, started: Started, language: str) -> None:
    window = started(language, 100)
    window.pages.setCurrentWidget(window.train_page)
    view = window.train_page.design.view
    for size in (SMALLEST, *SIZES):
        window.resize(*size)
        settle(qtbot, window)
        assert view.horizontalScrollBar().maximum() == 0, size
        hidden = [column for column in range(view.table.columnCount()) if view.isColumnHidden(column)]
        assert bool(hidden) == (size == SMALLEST)
        assert all(
            view.table.titles[column] in view.table.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) for column in hidden
        )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_the_bar_at_the_top_is_never_cut(qtbot: QtBot, started: Started, language: str, percent: int) -> None:
    window = started(language, percent)
    for width in (900, 1100, 1366, 1920):
        window.resize(width, 660)
        settle(qtbot, window)
        (bar,) = [each for each in window.findChildren(QWidget, "topBar") if each.isVisible()]
        parts = [each for each in bar.findChildren(QWidget) if each.isVisible()]
        assert all(part.width() >= part.sizeHint().width() for part in parts), width
        assert bar.rect().contains(bar.childrenRect())


class Asked(QObject):
    """Counts how often a widget is asked to lay itself out."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bar_without_room_comes_to_rest(qtbot: QtBot, started: Started, language: str) -> None:
    window = started(language, 150)
    (bar,) = [each for each in window.findChildren(QWidget, "topBar") if each.isVisible()]
    asked = Asked()
    bar.installEventFilter(asked)
    for width in (900, 1000):
        window.resize(width, 660)
        settle(qtbot, window)
        asked.count = 0
        for _ in range(10):
            QApplication.processEvents()
        assert not asked.count, width


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_dialog_is_larger_than_the_screen(qtbot: QtBot, started: Started, language: str, percent: int) -> None:
    window = started(language, percent)
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    helper, page = window._menu.helper, window.train_page
    press(qtbot, window.panel, "stepsButton")
    for open_one in (
        window._menu.show_networks, helper.show_glossary, helper.show_shortcuts, window._on_about,
        window.panel.teach.dialog.show, page._on_preview_wanted,
    ):  # fmt: skip
        open_one()
    settle(qtbot, window)
    screen, found = window.screen().availableGeometry().size(), set()
    for dialog in [each for each in window.findChildren(QDialog) if each.isVisible()]:
        found.add(dialog.objectName())
        assert dialog.size().boundedTo(screen) == dialog.size(), dialog.objectName()
        assert dialog.minimumSize().boundedTo(screen) == dialog.minimumSize(), dialog.objectName()
        dialog.close()
    assert len(found) == 7


def test_without_room_for_their_buttons_a_list_opens_the_pages(qtbot: QtBot, window: MainWindow) -> None:
    window.set_text_size(150)
    window.resize(900, 660)
    settle(qtbot, window)
    (listed,) = [each for each in window.findChildren(QToolButton, "pagesButton") if each.isVisible()]
    menu = listed.menu()
    assert [action.text() for action in menu.actions()] == [row.title for row in window.pages.rows]
    listed.setFocus()
    menu.popup(listed.mapToGlobal(QPoint()))
    for _ in range(4):
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.train_page
    assert listed.text() == "Train ▾"
    window.set_text_size(100)
    settle(qtbot, window)
    assert [each.objectName() for each in window.findChildren(QToolButton, "pagesButton") if each.isVisible()] == []


@pytest.mark.parametrize("dressed", theme.THEMES.values(), ids=theme.THEMES)
def test_words_are_read_on_all_they_stand_on(dressed: theme.Theme) -> None:
    words = (
        dressed.text,
        dressed.dim,
        dressed.accent,
        dressed.series,
        dressed.verified,
        dressed.measured,
        dressed.wrong,
    )
    for behind in (dressed.window, dressed.panel, dressed.raised, dressed.selected):
        assert min(contrast(each, behind) for each in words) >= 4.5
    assert contrast(dressed.on_accent, dressed.accent) >= 4.5


@given(share=st.floats(0, 1), above=st.sampled_from([theme.LIGHT.series, theme.DARK.series, theme.DARK.accent]))
def test_numbers_are_read_on_any_strength_of_a_colour(share: float, above: str) -> None:
    for below in (theme.LIGHT.window, theme.DARK.window):
        fill = mixed(below, above, share)
        assert contrast(ink_on(fill), fill) >= 4.5
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
