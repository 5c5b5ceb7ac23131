"""A button that was pressed keeps the keyboard, and none turns into its opposite under the pointer."""

import pytest
from helpers import LONG
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.controls import button
from gui.window.main_window import MainWindow
from model.mnist import Mnist


def test_focus_does_not_jump_from_a_button_that_is_disabled(qtbot: QtBot) -> None:
    whole = QWidget()
    row = QHBoxLayout(whole)
    pressed, other = button("pressed", "a", ""), button("other", "b", "")
    row.addWidget(pressed)
    row.addWidget(other)
    qtbot.addWidget(whole)
    with qtbot.waitActive(whole):
        whole.show()
        whole.activateWindow()
    pressed.clicked.connect(lambda: pressed.setEnabled(False))
    pressed.setFocus()
    qtbot.keyClick(pressed, Qt.Key.Key_Space)
    assert not pressed.isEnabled()
    assert not other.hasFocus()
    pressed.setEnabled(True)
    assert pressed.hasFocus()
    pressed.setEnabled(False)
    other.setFocus()
    pressed.setEnabled(True)
    assert other.hasFocus()  # it went elsewhere meanwhile
    qtbot.keyClick(other, Qt.Key.Key_Tab)
    assert pressed.hasFocus()


@pytest.mark.parametrize(("key", "beside"), [(Qt.Key.Key_Tab, "third"), (Qt.Key.Key_Backtab, "first")])
def test_tab_goes_on_from_a_button_that_was_disabled(qtbot: QtBot, key: Qt.Key, beside: str) -> None:
    whole = QWidget()
    row = QHBoxLayout(whole)
    buttons = {name: button(name, name, "") for name in ("first", "second", "third", "fourth")}
    for each in buttons.values():
        row.addWidget(each)
    qtbot.addWidget(whole)
    with qtbot.waitActive(whole):
        whole.show()
        whole.activateWindow()
    second = buttons["second"]
    second.clicked.connect(lambda: second.setEnabled(False))
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Space)
    assert second.property("waits") == "true"  # its place can be seen
    qtbot.keyClick(whole, key)
    assert buttons[beside].hasFocus()
    assert second.property("waits") == "false"
    second.setEnabled(True)
    assert buttons[beside].hasFocus()


def test_evaluate_does_not_become_cancel(
    qtbot: QtBot, window: MainWindow, tiny_mnist: Mnist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("model.jobs.built_in_mnist", lambda: tiny_mnist)
    window.findChild(QPushButton, "evaluatePageButton").click()  # type: ignore[union-attr]
    names = ("evaluateButton", "cancelEvaluationButton")
    start, cancel = (window.findChild(QPushButton, name) for name in names)
    assert start is not None
    assert cancel is not None
    evaluator = window.session.evaluator
    qtbot.waitUntil(start.isVisible)
    assert cancel.isVisible()
    assert not start.geometry().intersects(cancel.geometry())
    with qtbot.waitSignal(evaluator.changed):
        evaluator.start()
    assert (start.isEnabled(), cancel.isEnabled()) == (not evaluator.running, evaluator.running)
    qtbot.waitUntil(lambda: not evaluator.running and start.isEnabled())
    assert not cancel.isEnabled()
    assert start.isVisible()
    assert cancel.isVisible()


def test_a_run_begun_from_a_field_leaves_the_keyboard_at_pause(qtbot: QtBot, trainer: MainWindow) -> None:
    page = trainer.train_page
    page.form.set_recipe(LONG)
    page.design.set_specs(LONG.layers)
    with qtbot.waitActive(trainer):
        trainer.activateWindow()
    field = page.form.fields["epochs"]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(page.steering.pause.hasFocus)
    trainer.session.trainer.cancel()
