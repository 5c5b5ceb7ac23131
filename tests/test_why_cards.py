"""The cards of page "Why" show what `model.why` worked out, and let one try it."""

import numpy as np
import pytest
from helpers import TINY, draw, open_network, press
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot
from why_helpers import all_read, draw_four, hurry, open_why

from gui.pages.why.ink_map import InkMap
from gui.pages.why.page import WhyPage
from gui.pages.why.paint import lead_image, thumb
from gui.pages.why.words import Piece, Words
from gui.session.explanation import Explanation
from gui.session.why_searches import Sought
from gui.style import colors
from gui.window.main_window import MainWindow
from model.jobs import Work
from model.mnist import Mnist


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, on_few_digits: Mnist, monkeypatch: pytest.MonkeyPatch) -> WhyPage:
    """The page with a four, all read and measured."""
    hurry(monkeypatch, on_few_digits)
    made = open_why(qtbot, window)
    draw_four(qtbot, window)
    all_read(qtbot, window)
    return made


@pytest.fixture
def now(page: WhyPage, window: MainWindow) -> Explanation:
    found = window.session.why.now
    assert found is not None
    return found


@pytest.fixture
def ink_map(qtbot: QtBot) -> InkMap:
    """A map of one stroke from row 4 to 20 with rising numbers."""
    made = InkMap("some", "Some", "Some")
    made.resize(230, 230)
    values = np.full((28, 28), np.nan, np.float32)
    values[4:21, 10] = np.arange(17)
    made.show_map(None, values, np.full_like(values, np.nan), 16.0)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def center(view: InkMap, row: int, column: int) -> QPoint:
    return view.cell(row, column).center().toPoint()


def test_the_colours_of_a_lead_are_dark_at_zero_and_blue_and_amber_at_the_ends() -> None:
    table = colors.table("lead").astype(int)
    assert table[127].sum() < 80
    assert table[40, 2] > table[40, 0] + 50  # blue
    assert table[214, 0] > table[214, 2] + 50  # amber
    values = np.array([[-1.0, 0.0, 1.0]], np.float32)
    image = lead_image(values, 1.0)
    shown = [image.pixelColor(x, 0) for x in range(3)]
    assert [[c.red(), c.green(), c.blue()] for c in shown] == table[[0, 127, 254]].tolist()


@given(st.integers(0, 27), st.integers(0, 27))
def test_a_spot_is_found_where_it_is_drawn(qapp: object, row: int, column: int) -> None:
    view = InkMap("some", "Some", "Some")
    view.resize(231, 245)
    values = np.zeros((28, 28), np.float32)
    view.show_map(None, values, values, 1.0)
    view._point(view._find(view.cell(row, column).center()))
    assert view.at == (row, column)


def test_the_map_tells_what_is_pointed_at_by_mouse_and_keys(qtbot: QtBot, ink_map: InkMap) -> None:
    heard: list[tuple[int, int]] = []
    clicked: list[tuple[int, int]] = []
    ink_map.pointed.connect(lambda *at: heard.append(at))
    ink_map.clicked.connect(lambda *at: clicked.append(at))
    qtbot.mouseMove(ink_map, center(ink_map, 8, 10))
    qtbot.mouseMove(ink_map, center(ink_map, 8, 14))  # no number there
    assert heard == [(8, 10)]
    assert ink_map.at is None
    qtbot.mouseClick(ink_map, Qt.MouseButton.LeftButton, pos=center(ink_map, 8, 14))
    assert clicked == []
    ink_map.say((20, 10), "words")
    ink_map.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(ink_map, key)
    assert heard[1:] == [(20, 10), (19, 10), (18, 10)]
    qtbot.keyClick(ink_map, Qt.Key.Key_Return)
    assert clicked == [(18, 10)]
    assert ink_map.accessibleDescription() == "words"


def test_both_maps_have_the_same_size_and_say_what_the_strongest_spot_does(page: WhyPage, window: MainWindow) -> None:
    meter = window.session.why.spots.meter
    assert meter is not None
    assert meter.lead is not None
    assert page.ink.erased.zoom == page.ink.drawn.zoom
    for view, changes in ((page.ink.erased, meter.spots.erased), (page.ink.drawn, meter.spots.drawn)):
        assert view.ring is not None
        assert changes[view.ring] == np.nanmin(changes)
        assert f"lead {meter.lead + np.nanmin(changes):.1f}" in view.accessibleDescription()


def test_a_click_erases_the_spot_on_the_pad_and_can_be_undone(
    qtbot: QtBot, window: MainWindow, page: WhyPage, now: Explanation
) -> None:
    view, stack = page.ink.erased, window.session.drawing.undo_stack
    assert view.ring is not None
    before, steps = window.session.drawing.ink().copy(), stack.count()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=center(view, *view.ring))
    assert stack.count() == steps + 1
    assert window.session.drawing.ink().sum() < before.sum()
    window.session.display.answer()
    after = window.session.why.now
    assert after is not None
    if after.question == now.question:
        assert after.lead < now.lead
    press(qtbot, window, "undoButton")
    assert np.allclose(window.session.drawing.ink(), before)


def test_the_untrained_network_is_named_on_the_badge(qtbot: QtBot, window: MainWindow, page: WhyPage) -> None:
    assert "runs" in page.ink.badge.text()
    press(qtbot, window, "untrainedButton")
    assert "untrained" in page.ink.badge.text()
    press(qtbot, window, "untrainedButton")
    assert "untrained" not in page.ink.badge.text()


def test_strokes_are_looked_for_offered_and_done(qtbot: QtBot, window: MainWindow, page: WhyPage) -> None:
    searches, row = window.session.why.searches, page.change.rows[0]
    assert not row.isVisible()
    press(qtbot, window, "strokesButton")
    qtbot.waitUntil(lambda: Sought.STROKES in searches.over)
    assert row.isVisible()
    found = searches.strokes[0]
    press(qtbot, window, "change0Button")
    window.session.display.answer()
    assert window.session.why.now is not None
    assert window.session.why.now.question.answer == found.digit
    assert not row.isVisible()


def test_where_no_stroke_was_found_the_card_says_so(
    qtbot: QtBot, window: MainWindow, page: WhyPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fruitless(*_: object) -> Work:
        yield from ()

    monkeypatch.setattr("model.why.jobs.searching", fruitless)
    press(qtbot, window, "strokesButton")
    qtbot.waitUntil(lambda: Sought.STROKES in window.session.why.searches.over)
    assert "No single stroke" in page.change.strokes_bar.words.text()


def test_a_search_that_another_question_ended_is_said_to_be_over(
    qtbot: QtBot, window: MainWindow, page: WhyPage
) -> None:
    why, bar = window.session.why, page.change.strokes_bar
    press(qtbot, window, "strokesButton")
    why.choose_rival(0)
    qtbot.waitUntil(lambda: not why.searches.task.busy)
    assert "no longer asked" in bar.words.text()
    press(qtbot, window, "strokesButton")
    assert "tried" in bar.words.text()
    press(qtbot, window, "strokesCancel")
    qtbot.waitUntil(lambda: not why.searches.task.busy)
    assert "no longer asked" not in bar.words.text()  # it was the user who ended it


def test_the_slider_leads_from_the_drawing_to_the_changed_one(qtbot: QtBot, window: MainWindow, page: WhyPage) -> None:
    press(qtbot, window, "littleButton")
    qtbot.waitUntil(lambda: window.session.why.searches.little is not None)
    little, row = window.session.why.searches.little, page.change.little
    assert little is not None
    assert row.isVisible()
    assert row.reads.text().startswith(f"here it reads {little.digit}")
    row.slider.setFocus()
    qtbot.keyClick(row.slider, Qt.Key.Key_Home)
    assert row.slider.value() == 0
    assert row.reads.text().startswith("here it reads 4")


def test_the_shares_are_listed_by_size_and_add_up_to_pytorchs_lead(page: WhyPage, now: Explanation) -> None:
    shares = now.shares
    shown = [row.share for row in page.counted.for_answer]
    assert [share.channel for share in shown if share] == shares.by_size[:4]
    assert all(share is not None and len(share.pieces) == 3 for share in shown)
    against = [row.share for row in page.counted.for_rival]
    assert [share.channel for share in against if share] == shares.by_size[::-1][:2]
    assert shares.total == pytest.approx(now.lead, abs=1e-4)
    assert f"{shares.total:+.3f}" in page.counted.equal.text()
    assert f"✓ equals PyTorch's {now.lead:.3f}" in page.counted.equal.text()


def test_the_strip_has_a_bar_for_every_map_that_opens_it(qtbot: QtBot, page: WhyPage, now: Explanation) -> None:
    strip, opened = page.counted.strip, []
    page.counted.map_wanted.connect(lambda place: opened.append(place.channel))
    strip.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(strip, key)
    assert opened == [now.shares.by_size[1]]
    assert strip.words(1).startswith(f"map {opened[0]}: {now.shares.maps[opened[0]]:+.3f}\n")


def test_zero_lies_in_the_middle_of_the_line_and_the_digits_in_order(page: WhyPage, now: Explanation) -> None:
    view, line = page.line.view, now.line
    assert line is not None
    places = [view.place(number).center().x() for number in range(len(line.indices))]
    assert places == sorted(places)
    for place, lead in zip(places, line.leads.tolist(), strict=True):
        assert (place > view.x_of(0.0)) == (lead > 0)
    assert view.x_of(line.yours) > view.x_of(0.0)
    assert view.x_of(1e6) <= view.width()


def test_a_digit_of_the_line_is_told_by_the_keys(qtbot: QtBot, page: WhyPage, now: Explanation) -> None:
    view = page.line.view
    assert now.line is not None
    view.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
    assert f"{now.line.leads[1]:+.2f}" in view.accessibleDescription()


def test_the_nearest_are_of_all_digits_and_of_the_rivals(page: WhyPage, now: Explanation) -> None:
    read, near, rival = now.read, now.near, now.near_rival
    assert read is not None
    assert near is not None
    assert rival is not None
    assert set(read.known.labels[rival.indices].tolist()) == {now.question.rival}
    assert (np.diff(near.similarity) <= 0).all()
    assert page.near.all.accessibleDescription().split() == [f"{value:.2f}" for value in near.similarity]


def test_the_way_on_the_map_grows_with_the_drawing_and_begins_anew(
    qtbot: QtBot, window: MainWindow, page: WhyPage
) -> None:
    view = page.place.view
    before = view.way
    draw(qtbot, window.panel.pad, [(60, 60), (70, 60)])
    window.session.display.answer()
    assert len(view.way) > len(before)
    assert view.way[-1] == window.session.why.now.place  # type: ignore[union-attr]
    press(qtbot, window, "clearButton")
    window.session.display.answer()
    assert view.way == []


def test_a_network_of_few_maps_fits_the_cards(
    qtbot: QtBot, window: MainWindow, page: WhyPage, tmp_path: object, now: Explanation
) -> None:
    open_network(window, tmp_path, [TINY.layers[0]])  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: window.session.why.now is not None and window.session.why.now is not now)
    all_read(qtbot, window)
    shown = window.session.why.now
    assert shown is not None
    assert len(shown.shares.maps) == TINY.layers[0].out_channels
    assert shown.shares.equal
    rows = [row for row in (*page.counted.for_answer, *page.counted.for_rival) if row.share is not None]
    assert all(row.isEnabled() for row in rows)


def test_words_that_do_not_fit_go_on_below(qtbot: QtBot) -> None:
    words = Words("some", QPalette.ColorRole.Window, 13)
    qtbot.addWidget(words)
    words.setFixedSize(60, 40)
    words.say(Piece("first "), Piece("second", "accent", bold=True))
    assert words.accessibleName() == "first second"
    picture = words.grab().toImage()
    below = {picture.pixelColor(x, y).name() for x in range(60) for y in range(21, 38)}
    assert len(below) > 1


def test_a_thumb_keeps_the_squares_sharp(qapp: object) -> None:
    image = np.array([[0, 255], [255, 0]], np.uint8)
    made = thumb(image, 40)
    assert (made.width(), made.height()) == (40, 40)
    assert {made.pixelColor(x, y).red() for x in range(40) for y in range(40)} == {0, 255}
    assert made.pixelColor(30, 5).red() == 255
