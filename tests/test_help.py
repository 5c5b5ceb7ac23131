"""Help where one is: What's This of every control, the glossary from the words of the cards, a list of all keys."""

import pytest
from helpers import THREE, answered, cards, cell, draw, press, settle
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QTableWidget, QWhatsThis, QWidget
from pytestqt.qtbot import QtBot

from gui.pages.look.card import Heading
from gui.widgets.explain import explain, written
from gui.widgets.glossary import Glossary
from gui.widgets.terms import Terms
from gui.window.help import RARE, shortcuts
from gui.window.main_window import MainWindow


def open_everything(qtbot: QtBot, window: MainWindow) -> None:
    """Every page, the inspector, three channels in the lab, the tour, and the dialogs of the Help menu."""
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    for number in range(window.pages.count()):
        window.pages.setCurrentIndex(number)
        settle(qtbot, window)
    window.lab.start_lesson(8)
    window.lab.change("in_channels", 3)
    window.pages.setCurrentIndex(0)
    maps = cards(window)[0].maps
    qtbot.mouseClick(maps, Qt.MouseButton.LeftButton, pos=cell(maps, 0, 9, 9))
    window._menu.show_networks()
    window._menu.helper.show_glossary()
    window._menu.helper.show_shortcuts()
    window.start_tour()


def unexplained(window: MainWindow) -> list[str]:
    """What takes the keyboard and has nothing to say; what Qt makes inside its own controls belongs to those."""
    return [
        f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()}"
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.whatsThis()
        and not widget.objectName().startswith("qt_")
        and not (widget.parent() or widget).inherits("QComboBoxPrivateContainer")
    ]


def close_dialogs(window: MainWindow) -> None:
    """All of them, and the tour."""
    if window.tour is not None:
        window.tour.end()
    for dialog in window.findChildren(QDialog):
        dialog.close()


def test_every_control_explains_itself(qtbot: QtBot, window: MainWindow) -> None:
    open_everything(qtbot, window)
    found = [w for w in window.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert len(found) > 200
    assert unexplained(window) == []
    third = window.findChild(QWidget, "labInput2")
    assert third is not None
    assert third.whatsThis().startswith("<b>Input, channel 2</b>")
    close_dialogs(window)


def test_a_control_without_an_explanation_is_found(window: MainWindow) -> None:
    field = window.findChild(QWidget, "epochsField")
    assert field is not None
    field.setWhatsThis("")
    assert unexplained(window) == ["Number epochsField epochs"]


def test_it_says_what_it_is_what_happens_and_one_thing_to_try(window: MainWindow) -> None:
    clear = window.findChild(QWidget, "clearButton")
    assert clear is not None
    text = "<b>Clear</b><p>Empty the pad (Delete); can be undone</p><p>Try: clear, then Undo: nothing is lost.</p>"
    assert clear.whatsThis() == text


def test_a_number_in_a_name_stands_for_any(qtbot: QtBot) -> None:
    whole, part = QWidget(), QWidget()
    qtbot.addWidget(whole)
    part.setParent(whole)
    part.setObjectName("row12Left")
    explain(whole, {"row#Left": "1 < 2"})
    assert part.whatsThis() == "<p>1 &lt; 2</p>"
    explain(whole, {"row12Left": "other"})
    assert "other" not in part.whatsThis()  # it has one already
    assert written("a", "a", "b\nc") == "<b>a</b><p>b<br>c</p>"


def test_shift_f1_explains_what_has_the_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    window.panel.pad.setFocus()
    qtbot.keyClick(window.panel.pad, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)

    def shown() -> bool:
        return any(type(w).__name__ == "QWidget" and w.inherits("QWhatsThat") for w in QApplication.topLevelWidgets())

    qtbot.waitUntil(shown)
    QWhatsThis.hideText()
    qtbot.waitUntil(lambda: not shown())


def test_the_question_mark_waits_for_a_click(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, "whatsThisButton")
    assert QWhatsThis.inWhatsThisMode()
    QWhatsThis.leaveWhatsThisMode()


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("kernels", "Kernel"),
        ("maps", "Feature map"),
        ("sizes", "Shape, such as 24×14×14"),
        ("count", "Parameters"),
        ("code", "The line of code"),
    ],
)
def test_words_of_a_card_open_the_glossary(qtbot: QtBot, window: MainWindow, part: str, word: str) -> None:
    card = cards(window)[1]
    headings = card.findChildren(Heading)
    widget = {
        "kernels": card._kernels_title.words,
        "maps": card._maps_title.words,
        "sizes": card._maps_title.right,
        "count": next(h for h in headings if h is card._title).right,
        "code": card._code,
    }[part]
    assert word in widget.whatsThis()
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(Glossary) is not None)
    dialog = window.findChild(Glossary)
    assert dialog is not None
    assert dialog.title.text() == word
    assert dialog.meaning.text() in widget.toolTip()
    qtbot.keyClick(dialog.words, Qt.Key.Key_Down)
    assert dialog.title.text() != word
    dialog.close()


def test_the_glossary_explains_each_word(window: MainWindow) -> None:
    terms = Terms(window).all()
    assert len(terms) > 30
    assert len({term.word for term in terms.values()}) == len(terms)
    for term in terms.values():
        assert len(term.meaning.split()) > 8
        assert term.meaning.endswith(".")


def test_all_keys_are_listed(qtbot: QtBot, window: MainWindow) -> None:
    window.pages.setCurrentWidget(window.lab_page)
    listed = dict(shortcuts(window))
    assert listed["F11"] == "Full screen"
    assert listed["F10"] == "Menu (F10)"
    assert listed["Ctrl+Right"] == "Lab: one stop on"
    assert all(listed.values()), "a key does something that nobody says"
    for action in window.findChildren(QAction):
        for key in action.shortcuts():
            assert key.toString() in RARE or any(key.toString() in keys for keys in listed), action.text()
    for shortcut in window.findChildren(QShortcut):
        assert shortcut.key().toString(QKeySequence.SequenceFormat.NativeText) in listed
    window.findChild(QAction, "shortcuts").trigger()  # type: ignore[union-attr]
    table = window.findChild(QTableWidget, "shortcutsTable")
    assert table is not None
    assert table.rowCount() == len(listed)
    close_dialogs(window)
