"""The cards of page "Look inside" give every part its place, whatever happens to the window."""

import random
from itertools import pairwise

import pytest
from helpers import THREE, answered, cards, draw, settle
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.pages.look.card import Card
from gui.window.main_window import MainWindow
from model.look.inspection import Place


def check(window: MainWindow, what: str) -> None:
    """No part of a card lies over another or beyond the card, and every map is there to be seen."""
    for card in window.look_page.findChildren(Card):
        parts = [part for part in card._parts if not part.isHidden()]
        for above, below in pairwise(parts):
            assert above.geometry().bottom() < below.geometry().top(), f"{what}: {card.objectName()}"
        assert parts[-1].geometry().bottom() <= card.height(), f"{what}: {card.objectName()}"
    for card in cards(window):
        for view in (card.maps, card.kernels):
            assert view._layout.rows * (view._shape[1] + 1) * view._zoom() - view._zoom() <= view.height() + 0.5, what
            assert view._grid.columns * (view._shape[2] + 1) * view._zoom() - view._zoom() <= view.width() + 0.5, what


@pytest.mark.parametrize("seed", range(3))
def test_no_part_ever_lies_over_another(qtbot: QtBot, window: MainWindow, seed: int) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    by_chance = random.Random(seed)
    page, said = window.look_page, []
    for _ in range(12):
        act = by_chance.choice(["size", "theme", "open", "close", "edit"])
        said.append(act)
        if act == "size":
            window.resize(by_chance.randint(1100, 1700), by_chance.randint(700, 1100))
        elif act == "theme":
            window.set_theme(by_chance.choice(["dark", "light"]))
        elif act == "open":
            page._choose(Place(by_chance.randrange(len(cards(window)) + 1), 3))
        elif act == "close":
            page.close_map()
        elif page.inspector.isVisible():
            page.inspector.header.edit.toggle()
        QApplication.processEvents()
        check(window, " ".join(said))


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_words_in_the_cards_are_whole(qtbot: QtBot, window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    settle(qtbot, window)
    window.look_page._choose(Place(4, 75))
    for opened in (True, False):
        if not opened:
            window.look_page.close_map()
        settle(qtbot, window)
        for card in window.look_page.findChildren(Card):
            for words in (w for part in card._parts for w in (part, *part.findChildren(QWidget))):
                if words.isVisible() and hasattr(words, "wordWrap"):
                    assert words.width() >= words.sizeHint().width() - 1, words.text()  # type: ignore[attr-defined]


def test_maps_are_as_large_as_there_is_room_for(window: MainWindow) -> None:
    """The first layer's 28 × 28 maps are not thumbnails: two pixels a number at least, at 1100 × 700 as well."""
    for size in ((1440, 900), (1100, 700)):
        window.resize(*size)
        for place in (None, Place(2, 5, 2, 3)):
            if place is None:
                window.look_page.close_map()
            else:
                window.look_page._choose(place)
            QApplication.processEvents()
            assert cards(window)[0].maps._zoom() >= 2, size
