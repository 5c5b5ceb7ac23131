"""A hidden page "Why" costs nothing: reading, measuring and looking for changes end with it."""

import pytest
from helpers import SEVEN, draw, press
from pytestqt.qtbot import QtBot
from why_helpers import all_read, draw_four

from gui.session.why import Why
from gui.session.why_searches import Sought
from gui.window.main_window import MainWindow
from model.jobs import Work
from model.why.known import KnownProgress


def test_the_page_leaves_nothing_at_work_when_it_is_hidden(qtbot: QtBot, window: MainWindow, why: Why) -> None:
    draw_four(qtbot, window)
    qtbot.waitUntil(lambda: why.task.busy)
    window.pages.setCurrentIndex(0)
    qtbot.waitUntil(lambda: not why.task.busy)
    explained = why.now
    draw(qtbot, window.panel.pad, SEVEN)
    window.session.display.answer()
    assert why.now is explained
    assert not why.spots._timer.isActive()
    assert not why._settle.isActive()
    window.pages.setCurrentIndex(1)
    assert why.now is not None
    assert why.now.snapshot is window.session.display.snapshot
    all_read(qtbot, window)  # and it goes on


def test_reading_that_would_take_long_ends_when_the_page_is_hidden(
    qtbot: QtBot, window: MainWindow, why: Why, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*_: object) -> Work:
        while True:
            yield KnownProgress(1, 2)

    monkeypatch.setattr("model.why.jobs.reading_digits", endless)
    draw_four(qtbot, window)
    qtbot.waitUntil(lambda: why.reading == (1, 2))
    window.pages.setCurrentIndex(2)
    qtbot.waitUntil(lambda: not why.task.busy)
    assert why.reading is None
    assert not why._settle.isActive()


@pytest.mark.parametrize("sought", list(Sought))
def test_what_is_looked_for_stops_when_the_page_is_hidden(
    qtbot: QtBot, window: MainWindow, why: Why, monkeypatch: pytest.MonkeyPatch, sought: Sought
) -> None:
    def endless(*_: object) -> Work:
        while True:
            yield None

    name = {Sought.STROKES: "searching", Sought.LITTLE: "seeking", Sought.DREAM: "dreaming", Sought.TRUST: "trusting"}
    monkeypatch.setattr(f"model.why.jobs.{name[sought]}", endless)
    draw_four(qtbot, window)
    searches = why.searches
    searches.start(sought)
    searches.start(Sought.LITTLE if sought is Sought.STROKES else Sought.STROKES)  # nor does the next one begin
    assert (searches.running, searches.next is None) == (sought, False)
    press(qtbot, window, "evaluatePageButton")
    qtbot.waitUntil(lambda: not searches.task.busy)
    assert (searches.running, searches.next) == (None, None)
    press(qtbot, window, "whyPageButton")
    assert not searches.task.busy
    searches.start(sought)  # it can be asked again
    assert searches.running is sought


def test_reading_goes_on_where_the_drawing_is_still_the_same(
    qtbot: QtBot, window: MainWindow, why: Why, readings: list[bool]
) -> None:
    draw_four(qtbot, window)
    qtbot.waitUntil(lambda: why.task.busy)
    press(qtbot, window, "evaluatePageButton")
    qtbot.waitUntil(lambda: not why.task.busy)
    press(qtbot, window, "whyPageButton")
    all_read(qtbot, window)
    assert readings == [False, False]
