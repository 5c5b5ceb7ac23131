"""Pointing at a filter in "Look inside": the training digits on which it fires most, looked for once it is asked."""

import numpy as np
import pytest
from helpers import THREE, begin_run, cards, cell, draw, press, settle
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot
from why_helpers import draw_four, open_why

from gui.pages.look.inspector.inspector import Inspector
from gui.pages.look.top_patches import TopPatches
from gui.session.firing import Firing
from gui.window.main_window import MainWindow
from model.jobs import Work
from model.mnist import Mnist
from model.network.digit_net import DigitNet
from model.why import jobs
from model.why.known import KnownProgress


@pytest.fixture
def popup(window: MainWindow, on_few_digits: Mnist) -> TopPatches:
    return window.look_page.patches


@pytest.fixture
def firing(window: MainWindow) -> Firing:
    return window.session.why.firing


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> list[DigitNet]:
    """Looking for the places never ends; the networks that it began with."""
    begun: list[DigitNet] = []

    def work(network: DigitNet) -> Work:
        begun.append(network)
        while True:
            yield KnownProgress(1, 4)

    monkeypatch.setattr("model.why.jobs.finding_patches", work)
    return begun


def point(qtbot: QtBot, window: MainWindow, layer: int, number: int) -> None:
    maps = cards(window)[layer].maps
    for at in (0, 1):  # where the pointer is already, it does not move
        qtbot.mouseMove(maps, cell(maps, number, at, at))


def test_nothing_is_looked_for_until_one_points_at_a_filter(
    qtbot: QtBot, window: MainWindow, popup: TopPatches, firing: Firing
) -> None:
    draw(qtbot, window.panel.pad, THREE)
    assert not firing.task.busy
    assert firing.found is None
    point(qtbot, window, 1, 5)
    qtbot.waitUntil(lambda: firing.task.busy)
    assert window.session.why.now is None  # the training digits are not read for the other page
    qtbot.waitUntil(lambda: firing.found is not None)


def test_pointing_shows_the_nine_places_and_moves_nothing(
    qtbot: QtBot, window: MainWindow, popup: TopPatches, firing: Firing
) -> None:
    before = [card.geometry() for card in cards(window)]
    point(qtbot, window, 1, 5)
    qtbot.waitUntil(lambda: firing.found is not None and popup.shown == (1, 5))
    assert popup.title.text() == "conv2 · map 5 fires most on"
    places = firing.found.layers[1] if firing.found else None
    assert places is not None
    pieces = firing.pieces(1, 5)
    assert len(pieces) == 9
    assert len(popup.grid._images) == 9
    assert f"{places.value[5, 0]:.2f} down to {places.value[5, 8]:.2f}" in popup.words.text()
    seen = popup.grid._images[0]
    drawn = np.array([[seen.pixelColor(x, y).red() for x in range(seen.width())] for y in range(seen.height())])
    np.testing.assert_array_equal(drawn, pieces[0])
    assert [card.geometry() for card in cards(window)] == before
    for card in cards(window)[:2]:  # neither what it reads nor the filter itself is covered
        place = card.rect().translated(card.mapTo(window.look_page, QPoint(0, 0)))
        assert not place.adjusted(0, 0, -12, 0).intersects(popup.geometry())
    cards(window)[1].maps._set_hover(None)
    assert not popup.isVisible()


def test_kernels_and_the_keyboard_show_them_as_well(qtbot: QtBot, window: MainWindow, popup: TopPatches) -> None:
    first = cards(window)[0]
    qtbot.mouseMove(first.kernels, cell(first.kernels, 3, 1, 1))
    qtbot.waitUntil(lambda: popup.shown == (0, 3))
    second = cards(window)[1].maps
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: popup.shown == (1, 0))
    second._set_hover(None)
    assert popup.shown is None


def test_the_enlarged_map_shows_them(qtbot: QtBot, popup: TopPatches, inspector: Inspector) -> None:
    popup.leave()
    qtbot.mouseMove(inspector.map, cell(inspector.map, 0, 2, 2))
    qtbot.waitUntil(lambda: popup.shown == (1, 5))
    assert not popup.geometry().intersects(inspector.map.rect().translated(inspector.map.mapTo(popup._page, QPoint())))


def test_the_last_card_has_them_where_there_is_room(qtbot: QtBot, window: MainWindow, popup: TopPatches) -> None:
    window.resize(1100, 700)
    last = len(cards(window)) - 1
    area = window.findChild(QScrollArea, "cardsArea")
    assert area is not None
    settle(qtbot, window)
    area.ensureWidgetVisible(cards(window)[last])
    settle(qtbot, window)
    point(qtbot, window, last, 0)
    qtbot.waitUntil(lambda: popup.shown == (last, 0))
    assert window.look_page.rect().contains(popup.geometry())


def test_it_says_how_far_it_is_and_stops_when_the_page_is_hidden(
    qtbot: QtBot, window: MainWindow, popup: TopPatches, firing: Firing, endless: list[DigitNet]
) -> None:
    point(qtbot, window, 0, 2)
    qtbot.waitUntil(lambda: popup.words.text() == "It is looked for in the training digits: 25 %")
    assert firing.pieces(0, 2) == ()
    assert not popup.grid.isVisible()
    press(qtbot, window, "trainPageButton")
    qtbot.waitUntil(lambda: not firing.task.busy)
    assert not popup.isVisible()
    assert len(endless) == 1
    press(qtbot, window, "lookInsideButton")
    assert not firing.task.busy
    point(qtbot, window, 0, 3)
    qtbot.waitUntil(lambda: len(endless) == 2)


def test_a_filter_that_never_fires_is_named_so(qtbot: QtBot, window: MainWindow, popup: TopPatches) -> None:
    network = window.session.display.network
    assert network is not None
    bias = network.convs()[0].bias
    assert bias is not None
    bias.data[2] = -1e6
    point(qtbot, window, 0, 2)
    qtbot.waitUntil(lambda: popup.words.text().startswith("It fires on no training digit"))
    assert not popup.grid.isVisible()


def test_a_network_that_learns_has_none(
    qtbot: QtBot, window: MainWindow, on_few_digits: Mnist, popup: TopPatches, firing: Firing
) -> None:
    begin_run(qtbot, window)
    press(qtbot, window, "lookInsideButton")
    qtbot.waitUntil(lambda: firing.learning)
    point(qtbot, window, 0, 1)
    qtbot.waitUntil(lambda: popup.words.text() == "While the network learns there is no time to look for it.")
    assert not firing.task.busy
    window.session.trainer.cancel()
    qtbot.waitUntil(lambda: not window.session.task.busy)


def test_both_pages_look_for_them_once(
    qtbot: QtBot, window: MainWindow, popup: TopPatches, firing: Firing, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[object] = []
    real = jobs.finding_patches

    def counted(network: DigitNet) -> Work:
        begun.append(network)
        return real(network)

    monkeypatch.setattr("model.why.jobs.finding_patches", counted)
    draw_four(qtbot, window)
    point(qtbot, window, 1, 5)
    qtbot.waitUntil(lambda: firing.found is not None)
    page = open_why(qtbot, window)
    qtbot.waitUntil(lambda: bool(page.counted.for_answer[0].share and page.counted.for_answer[0].share.pieces))
    assert len(begun) == 1
