"""Page "Why": its place beside the pad, the question, tabs, keys, and the page about what it is worth."""

from itertools import pairwise

import pytest
from helpers import Started, press, settle
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWhatsThis, QWidget
from pytestqt.qtbot import QtBot
from why_helpers import all_read, draw_four, hurry, open_why

from gui.pages.why.card import Badge
from gui.pages.why.page import WhyPage
from gui.session.why_searches import Sought
from gui.style import theme
from gui.window.main_window import MainWindow
from model.data_set import DIGITS, DataSet
from model.look.inspection import Place
from model.mnist import Mnist


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, on_few_digits: Mnist) -> WhyPage:
    return open_why(qtbot, window)


@pytest.fixture
def four(
    qtbot: QtBot, window: MainWindow, page: WhyPage, on_few_digits: Mnist, monkeypatch: pytest.MonkeyPatch
) -> WhyPage:
    """The page with a four, all read and measured."""
    hurry(monkeypatch, on_few_digits)
    draw_four(qtbot, window)
    all_read(qtbot, window)
    return page


def test_the_page_stands_between_look_inside_and_the_lab_and_has_the_pad(window: MainWindow, page: WhyPage) -> None:
    names = [window.pages.name(index) for index in range(window.pages.count())]
    assert names == ["lookInsidePage", "whyPage", "labPage", "trainPage", "evaluatePage"]
    assert window.panel.isVisible()
    assert window.pages.beside_pad[1].isAncestorOf(window.panel)
    assert window.panel.mapTo(window, window.panel.rect().topLeft()).x() == 0
    handle = window.pages.beside_pad[1].handleWidth()
    assert page.mapTo(window, page.rect().topLeft()).x() == window.panel.width() + handle
    window.pages.setCurrentIndex(0)
    assert window.panel.isVisible()
    assert window.pages.beside_pad[0].isAncestorOf(window.panel)
    assert window.look_page.isVisible()


def test_shortcuts_go_through_the_pages_and_the_pads_keys_work_on_both(
    qtbot: QtBot, window: MainWindow, page: WhyPage
) -> None:
    draw_four(qtbot, window)
    for number in (5, 3, 1, 2):
        qtbot.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
        assert window.pages.currentIndex() == number - 1
    assert page.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Delete)
    assert window.session.drawing.empty
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window.session.drawing.empty


def test_the_pad_keeps_the_keyboard_when_the_page_changes(qtbot: QtBot, window: MainWindow, page: WhyPage) -> None:
    window.panel.pad.setFocus()
    qtbot.keyClick(window.panel.pad, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.look_page.isVisible()
    assert window.focusWidget() is window.panel.pad


def test_without_a_drawing_the_page_says_what_to_do(qtbot: QtBot, window: MainWindow, page: WhyPage) -> None:
    hint = page.findChild(QWidget, "whyHint")
    assert hint is not None
    assert hint.isVisible()
    assert not page.cards.isVisible()
    assert not page.question.rival.isEnabled()
    draw_four(qtbot, window)
    qtbot.waitUntil(page.cards.isVisible)
    assert not hint.isVisible()
    press(qtbot, window, "clearButton")
    qtbot.waitUntil(hint.isVisible)
    assert page.question.lead.text() == ""


def test_the_question_says_who_leads_whom(four: WhyPage, window: MainWindow) -> None:
    now = window.session.why.now
    assert now is not None
    assert (four.question.answer.currentText(), four.question.rival.currentText()) == ("4", str(now.question.rival))
    assert four.question.lead.text().startswith(f"4 leads {now.question.rival} by {now.lead:.2f}")


def test_digit_keys_choose_the_rival_wherever_the_keyboard_is(qtbot: QtBot, window: MainWindow, four: WhyPage) -> None:
    why = window.session.why
    assert why.now is not None
    first = why.now.question.rival
    for focused in (window.panel.pad, four.ink.erased, four.question.trust):
        focused.setFocus()
        qtbot.keyClick(focused, Qt.Key.Key_7)
        assert why.now.question.rival == 7
        assert four.question.rival.currentText() == "7"
        qtbot.keyClick(focused, Qt.Key.Key_7)  # once more: the runner-up
        assert why.now.question.rival == first
    press(qtbot, window, "clearButton")
    qtbot.waitUntil(lambda: why.now is None)
    qtbot.keyClick(window.panel.pad, Qt.Key.Key_7)  # there is no question
    window.pages.setCurrentIndex(0)
    qtbot.keyClick(window, Qt.Key.Key_7)
    assert why.chosen == (None, None)


def test_both_digits_can_be_chosen_in_their_boxes(qtbot: QtBot, window: MainWindow, four: WhyPage) -> None:
    why = window.session.why

    def choose(box: QComboBox, index: int) -> None:
        box.setCurrentIndex(index)
        box.activated.emit(index)

    choose(four.question.answer, 1)
    assert why.now is not None
    assert why.now.question.answer == 1
    assert "lies behind" in four.question.lead.text()
    choose(four.question.answer, 4)
    assert why.chosen == (None, None)
    choose(four.question.rival, 2)
    assert why.now.question.rival == 2
    choose(four.question.rival, 10)  # the runner-up
    assert why.chosen == (None, None)


def test_all_cards_fit_a_large_window_and_none_lies_on_another(window: MainWindow, four: WhyPage) -> None:
    places = [card.geometry() for card in four.cards.cards]
    assert all(card.isVisible() for card in four.cards.cards)
    assert not four.cards.tabbed
    for number, place in enumerate(places):
        assert four.cards.rect().contains(place)
        assert not any(place.intersects(other) for other in places[:number])
    for card in four.cards.cards:
        assert card.width() >= card.minimumSizeHint().width(), card.objectName()
        assert card.height() >= card.minimumSizeHint().height(), card.objectName()


@pytest.mark.parametrize(("size", "tabs"), [((1100, 700), 3), ((900, 660), 6)])
def test_a_smaller_window_has_tabs_that_the_keyboard_reaches(
    qtbot: QtBot, window: MainWindow, four: WhyPage, size: tuple[int, int], tabs: int
) -> None:
    window.resize(*size)
    settle(qtbot, window)
    bar = four.cards.tabs
    assert four.cards.tabbed
    assert bar.isVisible()
    assert bar.count() == tabs
    seen = set()
    bar.setFocus()
    for _ in range(tabs):
        shown = [card for card in four.cards.cards if card.isVisible()]
        seen |= {card.objectName() for card in shown}
        for card in shown:
            assert four.cards.rect().contains(card.geometry())
            assert card.height() >= card.minimumSizeHint().height(), card.objectName()
            assert card.width() >= card.minimumSizeHint().width(), card.objectName()
        qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert len(seen) == len(four.cards.cards)
    window.resize(1440, 900)
    settle(qtbot, window)
    assert all(card.isVisible() for card in four.cards.cards)
    assert not bar.isVisible()


def test_a_map_opens_in_look_inside(qtbot: QtBot, window: MainWindow, four: WhyPage) -> None:
    row = four.counted.for_answer[0]
    assert row.share is not None
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert window.look_page.isVisible()
    assert window.look_page.inspector.isVisible()
    place = window.look_page.inspector.place
    assert isinstance(place, Place)
    snapshot = window.session.display.snapshot
    assert snapshot is not None
    assert (place.layer, place.channel) == (len(snapshot.weights.layers) - 1, row.share.channel)


def test_how_far_to_trust_this_is_shown_on_the_drawing(
    qtbot: QtBot, window: MainWindow, four: WhyPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("model.why.dream.STEPS", 20)  # short dreams
    searches = window.session.why.searches
    press(qtbot, window, "trustButton")
    assert four.trust.isVisible()
    assert not four.cards.isVisible()
    qtbot.waitUntil(lambda: searches.trust is not None)
    trust = searches.trust
    assert trust is not None
    assert f"{trust.lead:+.2f}" in four.trust.sum.text()
    told = four.trust.pictures[0].grab().toImage()
    press(qtbot, window, "clearButton")
    qtbot.waitUntil(lambda: searches.trust is None)
    assert four.trust.pictures[0].grab().toImage() != told  # it was of the drawing that is gone
    assert not four.question.note.isVisible()
    press(qtbot, window, "undoButton")
    qtbot.waitUntil(lambda: searches.trust is not None)
    assert four.trust.pictures[0].grab().toImage() == told
    searches.earlier.add(Sought.TRUST)  # the network has learned on, and its run is over
    window.session.why.changed.emit()
    qtbot.waitUntil(lambda: Sought.TRUST in searches.over - searches.earlier)
    press(qtbot, window, "dreamButton")
    qtbot.waitUntil(lambda: Sought.DREAM in searches.over)
    assert four.trust.dreams.isVisible()
    qtbot.keyClick(four.trust, Qt.Key.Key_Escape)
    assert four.cards.isVisible()
    assert window.focusWidget() is four.question.trust


def test_the_question_mark_explains_the_page(qtbot: QtBot, window: MainWindow, four: WhyPage) -> None:
    assert four.question.help.geometry().right() == four.question.width() - 1
    press(qtbot, window, "whyHelpButton")

    def shown() -> bool:
        return any(widget.inherits("QWhatsThat") for widget in QApplication.topLevelWidgets())

    qtbot.waitUntil(shown)
    QWhatsThis.hideText()
    qtbot.waitUntil(lambda: not shown())


def test_every_part_has_a_name_words_a_tip_and_the_keyboard(four: WhyPage) -> None:
    parts = [w for w in four.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert len(parts) > 20
    for part in parts:
        assert part.objectName(), part
        assert part.accessibleName(), part.objectName()
        assert part.toolTip(), part.objectName()
    buttons = [w for w in four.findChildren(QAbstractButton) if w.isVisible()]
    assert not [w.objectName() for w in buttons if w not in parts]


def test_the_badges_say_what_kind_of_evidence_a_card_has(four: WhyPage) -> None:
    kinds = {card.objectName(): card.badge.property("kind") for card in four.cards.cards}
    assert kinds == {
        "inkCard": "measured", "changeCard": "searched", "placeCard": "shadow", "lineCard": "exact",
        "countedCard": "exact", "nearCard": "shadow",
    }  # fmt: skip
    assert four.counted.badge.text() == "exact ✓"
    assert all(badge.toolTip() for badge in four.findChildren(Badge))


@pytest.mark.parametrize("name", ["dark", "light"])
def test_amber_is_the_answer_and_blue_the_rival_in_both_themes(
    qtbot: QtBot, window: MainWindow, four: WhyPage, name: str
) -> None:
    window.set_theme(name)
    QApplication.processEvents()
    strip = four.counted.strip
    picture = strip.grab().toImage()
    colours = {picture.pixelColor(1, picture.height() // 3).name(), picture.pixelColor(1, 3).name()}
    assert theme.current().accent in colours  # the first bar speaks for the answer
    low = picture.pixelColor(picture.width() - 3, picture.height() - 3).name()
    assert low == theme.current().series


def beside_each_other(bar: QWidget, but: QWidget) -> bool:
    """Whether what can be seen of `bar` does not overlap."""
    shown = [w for w in bar.findChildren(QWidget) if w.isVisible() and w.parent() is bar and w is not but]
    places = sorted((widget.geometry() for widget in shown), key=lambda place: place.left())
    return all(left.right() < right.left() for left, right in pairwise(places))


@pytest.mark.parametrize(("width", "percent"), [(1440, 100), (1100, 100), (900, 100), (1440, 150), (1920, 150)])
def test_the_lead_is_written_out_whatever_the_classes_are_called(
    qtbot: QtBot, started: Started, monkeypatch: pytest.MonkeyPatch, width: int, percent: int
) -> None:
    window = started("en", percent)
    window.resize(width, 900)
    window.pages.setCurrentIndex(1)
    draw_four(qtbot, window)
    page = window.pages.why.page
    assert page is not None
    display = window.session.display
    assert display.network is not None
    names = tuple(f"Ankle boot {digit}" for digit in DIGITS)
    monkeypatch.setattr(display.network, "data", DataSet("clothes", names, "~/clothes"))
    display._weights = None  # it is to see the names
    display.answer()
    bar, lead = page.question, page.question.lead
    qtbot.waitUntil(lambda: "Ankle boot 4 leads Ankle boot 9 by" in lead.text() and lead.isVisible())
    for each in (width, 900, 1440, 1000, width):  # it goes below and back again
        window.resize(each, 900)
        qtbot.waitUntil(lambda: lead.rows(lead.width(), *lead.pieces) <= lead.height() // lead.sizeHint().height())
        qtbot.waitUntil(lambda: beside_each_other(bar, lead))
