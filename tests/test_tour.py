"""The tour: offered once, goes on when a step was done, hides nothing from the mouse, leaves everything as it was."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from helpers import SEVEN, THREE, answered, at, cards, cell, draw, press
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QSlider, QWidget
from pytestqt.qtbot import QtBot

from gui.storage.settings import Settings
from gui.window.main_window import MainWindow
from gui.window.tour.bubble import beside
from gui.window.tour.tour import Tour
from model.mnist import Mnist


@pytest.fixture
def tour(window: MainWindow, on_few_digits: Mnist, monkeypatch: pytest.MonkeyPatch) -> Tour:
    """Just begun, on few digits to train on."""
    monkeypatch.setattr("model.train.watch.LOOK_EVERY", 0.01)
    for time in ("tour.DWELL", "deeds.PAUSE"):
        monkeypatch.setattr(f"gui.window.tour.{time}", 20)
    window.start_tour()
    assert window.tour is not None
    return window.tour


def reached(qtbot: QtBot, tour: Tour, title: str) -> None:
    """Wait for the step of this title."""
    qtbot.waitUntil(lambda: tour.bubble.title.text() == title and not tour._next.isActive())


def touring(window: MainWindow) -> bool:
    """Whether the tour is on."""
    return window.tour is not None


def said(tour: Tour, beginning: str) -> bool:
    """Whether the bubble's words begin so."""
    return tour.bubble._words.text().startswith(beginning)


def test_it_is_offered_at_the_first_start_only(qtbot: QtBot, again: Callable[[], MainWindow]) -> None:
    Settings().knows_tour = False
    first = again()
    bar = first.findChild(QWidget, "welcomeBar")
    assert bar is not None
    assert bar.isVisible()
    first.set_language("zh_CN")
    assert first.centralWidget().findChild(QWidget, "welcomeBar").isVisible()  # type: ignore[union-attr]
    first.set_language("en")
    press(qtbot, first.centralWidget(), "noTourButton")  # type: ignore[arg-type]
    assert not first.centralWidget().findChild(QWidget, "welcomeBar").isVisible()  # type: ignore[union-attr]
    first.close()
    assert not again().findChild(QWidget, "welcomeBar").isVisible()  # type: ignore[union-attr]


def test_an_offer_that_was_overlooked_is_not_made_again(again: Callable[[], MainWindow]) -> None:
    Settings().knows_tour = False
    again().close()
    assert not again().findChild(QWidget, "welcomeBar").isVisible()  # type: ignore[union-attr]


def test_the_bar_and_the_menu_start_it(qtbot: QtBot, again: Callable[[], MainWindow]) -> None:
    Settings().knows_tour = False
    window = again()
    press(qtbot, window, "showTourButton")
    assert touring(window)
    qtbot.keyClick(window.panel.pad, Qt.Key.Key_Escape)
    assert not touring(window)
    window.findChild(QAction, "tour").trigger()  # type: ignore[union-attr]
    press(qtbot, window, "tourEndButton")
    assert not touring(window)


def test_every_anchor_is_there(window: MainWindow, tour: Tour) -> None:
    for number in range(window.pages.count()):  # pages are made when they are first seen
        window.pages.setCurrentIndex(number)
    assert len(tour.steps) == 6
    for step in tour.steps:
        for task in step.tasks:
            assert window.findChild(QWidget, task.anchor()) is not None, (step.title, task.words)


def test_each_step_goes_on_when_it_was_done(qtbot: QtBot, window: MainWindow, tour: Tour) -> None:
    pad = window.panel.pad
    assert tour.bubble.title.text() == "Draw a digit"
    assert QApplication.widgetAt(pad.mapToGlobal(at(pad, 90, 70))) is pad  # the veil lets the mouse through
    draw(qtbot, pad, THREE)
    answered(qtbot, window, "3")
    reached(qtbot, tour, "Point at a map")
    maps = cards(window)[0].maps
    qtbot.mouseMove(maps, cell(maps, 2, 9, 9))
    reached(qtbot, tour, "Ask any pixel")
    qtbot.mouseClick(maps, Qt.MouseButton.LeftButton, pos=cell(maps, 2, 9, 9))
    assert window.look_page.inspector.isVisible()
    reached(qtbot, tour, "Ask why")
    assert said(tour, "Look at the sum below")
    press(qtbot, window, "whyPageButton")
    reached(qtbot, tour, "Train, and go back in time")
    assert not said(tour, "Look at the sum below")  # page Why has none below
    press(qtbot, window, "trainPageButton")
    assert said(tour, "Choose Quick")
    press(qtbot, window, "quickPreset")
    assert said(tour, "Train it")
    press(qtbot, window, "retrainButton")
    qtbot.waitUntil(lambda: said(tour, "Now slide back"))
    window.findChild(QSlider, "timeSlider").setValue(1)  # type: ignore[union-attr]
    assert window.session.rewind.step is not None
    reached(qtbot, tour, "The laboratory")
    press(qtbot, window, "labPageButton")
    assert said(tour, "Lesson 1 is one kernel")
    press(qtbot, window, "tourShowButton")
    assert said(tour, "Move the kernel")
    press(qtbot, window, "labForward")
    reached(qtbot, tour, "That was the tour")
    press(qtbot, window, "tourShowButton")
    assert window.tour is None
    assert not window.session.drawing.empty
    window.session.trainer.cancel()
    qtbot.waitUntil(lambda: not window.session.task.busy)


def test_show_me_does_all_of_it(qtbot: QtBot, window: MainWindow, tour: Tour) -> None:
    seen, rewind = [tour.bubble.title.text()], window.session.rewind
    steps: list[int | None] = []
    rewind.step_changed.connect(lambda: steps.append(rewind.step))
    while tour.number < len(tour.steps):
        words, number = tour.bubble._words.text(), tour.number
        press(qtbot, window, "tourShowButton")
        qtbot.waitUntil(lambda w=words, n=number: (tour.bubble._words.text(), tour.number) != (w, n))  # type: ignore[misc]
        seen.append(tour.bubble.title.text())
    assert {step.title for step in tour.steps} <= set(seen)
    assert not window.session.drawing.empty
    assert any(step is not None for step in steps)  # the end of the run may have led back to now since
    tour.end()
    window.session.trainer.cancel()
    qtbot.waitUntil(lambda: not window.session.task.busy)


def test_show_me_leads_to_the_lesson_that_is_named(qtbot: QtBot, window: MainWindow, tour: Tour) -> None:
    window.pages.setCurrentWidget(window.lab_page)
    for lesson in (0, 8):
        window.lab.start_lesson(lesson)
        tour.go(5)
        assert said(tour, "Lesson 1 is one kernel")
        press(qtbot, window, "tourShowButton")
        assert window.lab.lesson == 1
        assert said(tour, "Move the kernel")


def test_a_drawing_is_kept(qtbot: QtBot, window: MainWindow, tour: Tour) -> None:
    draw(qtbot, window.panel.pad, SEVEN)
    answered(qtbot, window, "7")
    marks = list(window.session.drawing.marks)
    press(qtbot, window, "tourShowButton")  # what is drawn counts
    reached(qtbot, tour, "Point at a map")
    press(qtbot, window, "tourBackButton")
    assert tour.bubble.title.text() == "Draw a digit"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.tour is None
    assert window.session.drawing.marks == marks


def test_escape_ends_the_tour_and_nothing_else(qtbot: QtBot, window: MainWindow, tour: Tour) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    maps = cards(window)[1].maps
    qtbot.mouseClick(maps, Qt.MouseButton.LeftButton, pos=cell(maps, 0, 7, 7))
    inspector = window.look_page.inspector
    assert inspector.isVisible()
    qtbot.keyClick(inspector.map, Qt.Key.Key_Escape)
    assert window.tour is None
    assert inspector.isVisible()


def test_a_step_that_is_done_when_it_begins_waits_for_the_reader(window: MainWindow, tour: Tour) -> None:
    tour.deeds.note("drew")
    assert tour._next.isActive()
    tour.go(0)
    tour.steps[0] = replace(tour.steps[0], tasks=(replace(tour.steps[0].tasks[1], done=lambda: True),))
    tour.go(0)
    assert not tour._next.isActive()
    assert tour.bubble.show_me.text() == "Next"
    tour.bubble.show_me.click()
    assert tour.number == 1


def test_it_goes_on_in_the_other_language(qtbot: QtBot, window: MainWindow, tour: Tour) -> None:
    press(qtbot, window, "tourShowButton")
    reached(qtbot, tour, "Point at a map")
    window.set_language("zh_CN")
    assert window.tour is not None
    assert window.tour is not tour
    assert window.tour.number == 1


def test_the_bubble_stands_in_the_window_and_not_on_what_it_is_about(window: MainWindow, tour: Tour) -> None:
    window.resize(1100, 700)
    tour.place()
    bubble = tour.bubble.geometry()
    assert window.rect().contains(bubble)
    assert not bubble.intersects(tour._veil.hole)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        (QRect(100, 100, 50, 50), QPoint(155, 74)),  # at its right
        (QRect(900, 100, 100, 50), QPoint(694, 74)),  # at its left
        (QRect(0, 0, 1000, 50), QPoint(399, 55)),  # below
        (QRect(0, 700, 1000, 100), QPoint(399, 594)),  # above
        (QRect(), QPoint(399, 349)),  # in the middle
    ],
)
def test_where_the_bubble_stands(target: QRect, expected: QPoint) -> None:
    assert beside(target, 200, 100, QRect(0, 0, 1000, 800)) == expected
