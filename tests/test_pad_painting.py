"""The pad repaints only where the pen went: what is on the screen is what all of it painted anew would be."""

import random

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.window.main_window import MainWindow


def pad_on_screen(window: MainWindow) -> tuple[QImage, QImage]:
    """The pad as it stands on the screen, and painted anew."""
    pad = window.panel.pad
    place = QRect(pad.mapTo(window, QPoint()), pad.size())
    shown = window.screen().grabWindow(window.winId()).toImage().copy(place)
    return shown, window.grab().toImage().copy(place).convertToFormat(shown.format())


def test_nothing_stale_stays_where_the_pen_was(qtbot: QtBot, window: MainWindow) -> None:
    chance, pad = random.Random(1), window.panel.pad
    for brush, eraser in ((20, False), (40, False), (8, True), (20, True)):
        window.panel.set_brush(brush)
        pad.eraser = eraser
        for step in range(8):
            at = QPoint(chance.randrange(pad.width()), chance.randrange(pad.height()))
            if step == 1:
                qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=at)
            elif step == 6:
                qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=at)
            else:
                qtbot.mouseMove(pad, at)
            window.session.display.answer()
            QApplication.processEvents()
            shown, anew = pad_on_screen(window)
            assert shown == anew, (brush, step)
