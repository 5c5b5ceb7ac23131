"""While one draws, only what has changed is painted anew."""

from collections.abc import Sequence

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from why_helpers import all_read, draw_four, hurry, open_why

from gui.pages.why.ink_map import InkMap
from gui.pages.why.line_view import LineView
from gui.pages.why.maps_strip import MapsStrip
from gui.pages.why.place_view import PlaceView
from gui.pages.why.share_row import ShareRow
from gui.pages.why.tiles import Digit, DigitRow
from gui.pages.why.words import Words
from gui.window.main_window import MainWindow
from model.mnist import Mnist


class Painted(QObject):
    """What of a widget was painted since it was last emptied."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return False


def row_of(captions: Sequence[str]) -> list[Digit]:
    return [Digit(np.full((28, 28), 40 * n, np.uint8), None, caption) for n, caption in enumerate(captions)]


def test_a_row_paints_only_the_digits_that_are_others(qtbot: QtBot) -> None:
    row = DigitRow("row", "A row", "", 4)
    qtbot.addWidget(row)
    row.resize(400, 90)
    row.show_digits(row_of("abcd"))
    with qtbot.waitExposed(row):
        row.show()
    painted = Painted(row)
    row.show_digits(row_of("abxd"))
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    assert painted.region.contains(row.place(2).toRect())
    assert not painted.region.contains(row.place(0).toRect())
    assert not painted.region.intersects(row.place(0).toRect())
    painted.region = QRegion()
    row.show_digits(row_of("abx"))  # one less: all have another place
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    assert painted.region.contains(row.rect())


def test_what_a_move_of_the_pen_changes_lets_nothing_behind_it_be_painted(
    qtbot: QtBot, window: MainWindow, on_few_digits: Mnist
) -> None:
    page = open_why(qtbot, window)
    draw_four(qtbot, window)
    all_read(qtbot, window)
    behind = [Painted(widget) for widget in (window, page, page.counted, page.line, page.place, page.ink, page.near)]
    row = Painted(page.counted.for_answer[0])
    for widget in page.findChildren(QWidget):
        if isinstance(widget, (ShareRow, DigitRow, MapsStrip, LineView, InkMap, PlaceView, Words)):
            widget.update()
    qtbot.waitUntil(lambda: not row.region.isEmpty())
    assert all(painted.region.isEmpty() for painted in behind)


def test_the_line_paints_its_mark_and_the_digits_that_are_others(
    qtbot: QtBot, window: MainWindow, on_few_digits: Mnist, monkeypatch: pytest.MonkeyPatch
) -> None:
    hurry(monkeypatch, on_few_digits)
    page = open_why(qtbot, window)
    draw_four(qtbot, window)
    all_read(qtbot, window)
    view, now = page.line.view, window.session.why.now
    assert now is not None
    assert now.line is not None
    assert now.read is not None
    painted = Painted(view)
    view.show_line(now.line, now.read.known, now.question, now.names)
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    digits = [view.place(n).toRect() for n in range(len(now.line.indices))]
    assert not any(painted.region.intersects(place) for place in digits)
    mark = QPoint(round(view.x_of(now.line.yours)), digits[0].top() - 8)
    assert painted.region.contains(mark)
    assert not painted.region.contains(QPoint(view.width() - mark.x(), mark.y()))  # nor the hills
    other = type(now.question)(now.question.answer, 0 if now.question.rival else 1)
    view.show_line(now.line, now.read.known, other, now.names)
    qtbot.waitUntil(lambda: painted.region.contains(view.rect()))
