"""Ctrl+Z takes back the last change of what has the focus, and its text says what that is."""

import numpy as np
import pytest
from helpers import THREE, answered, cards, draw, press
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.pages.train.layer_table import LayerTableView
from gui.window.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def undo_text(window: MainWindow) -> str:
    found = window.findChild(QAction, "undo")
    assert found is not None
    return found.text()


def undo(qtbot: QtBot, widget: QWidget) -> None:
    """Press Ctrl+Z where the focus is."""
    qtbot.waitUntil(widget.hasFocus)
    qtbot.keyClick(widget, Qt.Key.Key_Z, CTRL)


@pytest.fixture
def edited(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """A drawing, the inspector over a map of it, and the tools for changing weights."""
    window.activateWindow()
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    maps = cards(window)[1].maps
    qtbot.mouseClick(maps, Qt.MouseButton.LeftButton, pos=maps.rect().center())
    press(qtbot, window, "editButton")
    return window


@pytest.mark.parametrize("how", ["arrow", "typed", "paste"])
def test_undo_after_a_change_to_weights_keeps_the_drawing(qtbot: QtBot, edited: MainWindow, how: str) -> None:
    session, bar = edited.session, edited.look_page.bench
    assert session.display.snapshot is not None
    before = session.display.snapshot.weights.layers[1].weight
    focus: QWidget = bar.weight
    if how == "paste":
        press(qtbot, edited, "pasteKernel")
        found = edited.findChild(QWidget, "pasteKernel")
        assert found is not None
        focus = found
        focus.setFocus()
    else:
        bar.weight.setFocus()
        if how == "typed":
            qtbot.keyClick(bar.weight, Qt.Key.Key_A, CTRL)
            qtbot.keyClicks(bar.weight, "2.5")
            qtbot.keyClick(bar.weight, Qt.Key.Key_Return)
        else:
            qtbot.keyClick(bar.weight, Qt.Key.Key_Up)
        assert "weight" in undo_text(edited)
    assert (session.display.snapshot.weights.layers[1].weight != before).any()
    undo(qtbot, focus)
    np.testing.assert_array_equal(session.display.snapshot.weights.layers[1].weight, before)
    assert len(session.drawing.marks) == 1
    draw(qtbot, edited.panel.pad, [(40, 40), (60, 60)])
    assert undo_text(edited) == "Undo stroke"
    undo(qtbot, edited.panel.pad)
    assert len(session.drawing.marks) == 1
    undo(qtbot, edited.panel.pad)
    assert session.drawing.empty


def test_undo_while_typing_takes_back_what_was_typed(qtbot: QtBot, edited: MainWindow) -> None:
    bar, session = edited.look_page.bench, edited.session
    bar.weight.setFocus()
    shown = bar.weight.text()
    qtbot.keyClick(bar.weight, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(bar.weight, "2")
    undo(qtbot, bar.weight)
    assert bar.weight.text() == shown
    assert session.edits.undo_stack.count() == 0
    assert len(session.drawing.marks) == 1


def test_with_the_tools_put_away_undo_is_about_the_drawing(qtbot: QtBot, edited: MainWindow) -> None:
    press(qtbot, edited, "pasteKernel")
    press(qtbot, edited, "editButton")
    shown = edited.look_page.inspector.map
    shown.setFocus()
    assert undo_text(edited) == "Undo stroke"
    undo(qtbot, shown)
    assert edited.session.drawing.empty
    assert edited.session.edits.undo_stack.canUndo()


def test_on_the_page_train_undo_is_about_the_design(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    draw(qtbot, window.panel.pad, THREE)
    press(qtbot, window, "trainPageButton")
    session, view = window.session, window.findChild(LayerTableView, "layerTable")
    assert view is not None
    before = session.design.layers
    press(qtbot, window, "addLayer")
    assert session.design.layers != before
    assert "layer" in undo_text(window)
    found = window.findChild(QWidget, "addLayer")
    assert found is not None
    found.setFocus()
    undo(qtbot, found)
    assert session.design.layers == before
    assert len(session.drawing.marks) == 1


@pytest.mark.parametrize("page", ["labPageButton", "evaluatePageButton"])
def test_on_other_pages_nothing_hidden_is_undone(qtbot: QtBot, window: MainWindow, page: str) -> None:
    window.activateWindow()
    draw(qtbot, window.panel.pad, THREE)
    press(qtbot, window, page)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert len(window.session.drawing.marks) == 1
    assert undo_text(window) == "Undo"
    window.session.evaluator.cancel()
    qtbot.waitUntil(lambda: not window.session.evaluator.running)
    press(qtbot, window, "lookInsideButton")
    assert undo_text(window) == "Undo stroke"


def test_what_undo_takes_back_is_said_in_the_language_in_use(qtbot: QtBot, edited: MainWindow) -> None:
    session = edited.session
    qtbot.keyClick(edited.look_page.bench.weight, Qt.Key.Key_Up)
    session.design.set_value(0, "stride", 1)
    session.design.add(0)
    stacks = session.drawing.undo_stack, session.edits.undo_stack, session.design.undo_stack
    said = [stack.undoText() for stack in stacks]
    session.design.undo_stack.undo()
    said += [session.design.undo_stack.redoText()]
    edited.set_language("zh_CN")
    try:
        chinese = [stack.undoText() for stack in stacks] + [session.design.undo_stack.redoText()]
        offered = [action.text() for action in edited.findChildren(QAction, "undo")]
        assert any(text.endswith(tuple(chinese[:2])) for text in offered)
    finally:
        edited.set_language("en")
    assert all(any(ord(sign) > 0x3000 for sign in text) for text in chinese[:2] + chinese[3:])
    session.design.undo_stack.redo()
    assert [stack.undoText() for stack in stacks] == said[:3]
