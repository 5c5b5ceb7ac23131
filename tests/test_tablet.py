"""Pen and mouse on one pad: a touch of the pen draws once, and a lost release does not silence the mouse."""

import pytest
from helpers import at
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from gui.window.main_window import MainWindow

Tablet, Mouse, Button = QTabletEvent.Type, QEvent.Type, Qt.MouseButton
NONE, LEFT = Button.NoButton, Button.LeftButton


class Hand:
    """Sends what a tablet and a mouse send to the pad, each event with its time in milliseconds."""

    def __init__(self, window: MainWindow) -> None:
        self.pad, self.drawing = window.panel.pad, window.session.drawing

    def pen(self, kind: QTabletEvent.Type, time: int, x: float, y: float, down: bool = True) -> None:
        place, buttons = QPointF(at(self.pad, x, y)), LEFT if down else NONE
        event = QTabletEvent(
            kind, QPointingDevice.primaryPointingDevice(), place, QPointF(self.pad.mapToGlobal(place)), 0.5, 0, 0, 0,
            0, 0, Qt.KeyboardModifier.NoModifier, buttons, buttons,
        )  # fmt: skip
        event.setTimestamp(time)
        QApplication.sendEvent(self.pad, event)

    def mouse(self, kind: QEvent.Type, time: int, x: float, y: float, button: Qt.MouseButton = LEFT) -> None:
        place = QPointF(at(self.pad, x, y))
        buttons = NONE if kind == Mouse.MouseButtonRelease else button
        event = QMouseEvent(
            kind, place, QPointF(self.pad.mapToGlobal(place)), button, buttons, Qt.KeyboardModifier.NoModifier
        )
        event.setTimestamp(time)
        QApplication.sendEvent(self.pad, event)

    def pen_stroke(self, start: int) -> None:
        self.pen(Tablet.TabletPress, start, 60, 140)
        self.pen(Tablet.TabletMove, start + 50, 200, 140)
        self.pen(Tablet.TabletRelease, start + 100, 200, 140, down=False)

    def mouse_stroke(self, start: int) -> None:
        self.mouse(Mouse.MouseButtonPress, start, 60, 200)
        self.mouse(Mouse.MouseMove, start + 50, 220, 200)
        self.mouse(Mouse.MouseButtonRelease, start + 100, 220, 200)


@pytest.fixture
def hand(window: MainWindow) -> Hand:
    return Hand(window)


@pytest.mark.parametrize("button", [LEFT, Button.RightButton])
def test_the_click_that_follows_the_pens_release_leaves_no_dab(hand: Hand, button: Qt.MouseButton) -> None:
    hand.pen_stroke(1000)
    hand.mouse(Mouse.MouseButtonPress, 1105, 200, 140, button)
    hand.mouse(Mouse.MouseMove, 1110, 201, 140, button)
    hand.mouse(Mouse.MouseButtonRelease, 1115, 201, 140, button)
    assert len(hand.drawing.marks) == 1
    assert not hand.drawing.drawing_now
    hand.mouse_stroke(1150)  # elsewhere: that is the mouse itself
    assert len(hand.drawing.marks) == 2


def test_the_mouse_that_goes_with_the_pen_draws_nothing(hand: Hand) -> None:
    hand.pen(Tablet.TabletPress, 1000, 60, 140)
    hand.mouse(Mouse.MouseButtonPress, 1001, 60, 140)
    hand.pen(Tablet.TabletMove, 1050, 200, 140)
    hand.mouse(Mouse.MouseMove, 1051, 200, 140)
    hand.pen(Tablet.TabletRelease, 1100, 200, 140, down=False)
    hand.mouse(Mouse.MouseButtonRelease, 1101, 200, 140)
    [mark] = hand.drawing.marks
    assert len(mark.points) == 2  # type: ignore[union-attr]


def test_the_mouse_draws_though_the_pens_release_was_lost(hand: Hand) -> None:
    hand.pen(Tablet.TabletPress, 1000, 60, 140)
    hand.pen(Tablet.TabletMove, 1050, 200, 140)
    hand.mouse_stroke(9000)
    assert [len(mark.points) for mark in hand.drawing.marks] == [2, 2]  # type: ignore[union-attr]
    assert not hand.drawing.drawing_now
    hand.pen_stroke(20_000)
    assert len(hand.drawing.marks) == 3


def test_a_pen_that_hovers_has_been_lifted(hand: Hand) -> None:
    hand.pen(Tablet.TabletPress, 1000, 60, 140)
    hand.pen(Tablet.TabletMove, 1050, 200, 140)
    hand.pen(Tablet.TabletMove, 1100, 250, 250, down=False)
    assert [len(mark.points) for mark in hand.drawing.marks] == [2]  # type: ignore[union-attr]
    assert not hand.drawing.drawing_now


def test_a_window_that_takes_the_release_lifts_the_pen(qtbot: QtBot, window: MainWindow) -> None:
    """Else the pen would go on drawing wherever the mouse is moved afterwards."""
    pad, drawing = window.panel.pad, window.session.drawing
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=at(pad, 100, 100))
    qtbot.mouseMove(pad, at(pad, 140, 140))
    box = QMessageBox(window)
    with qtbot.waitExposed(box):
        box.open()
    qtbot.waitUntil(lambda: not drawing.drawing_now)
    box.close()
    qtbot.mouseMove(pad, at(pad, 200, 60))
    [stroke] = drawing.marks
    assert not drawing.drawing_now
    assert stroke.points[:, 0].max() < 150  # type: ignore[union-attr]
