"""Every number field of the program takes what is typed into it, digit by digit, over what was selected."""

from decimal import Decimal

import pytest
from helpers import THREE, answered, cards, draw, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox
from pytestqt.qtbot import QtBot

from gui.pages.train.layer_table import LayerTableView
from gui.window.main_window import MainWindow

TEXTS = ("2.5", "0.75", "-0.5", "0.001", "12", "-3.125", "1", "128", "7", "64", "0")
FIELDS = {"weightSpin", "biasSpin", "rateNowField"}  # and those of the recipe


def fitting(field: QSpinBox | QDoubleSpinBox) -> list[str]:
    """Those of the texts that the field can hold, and both its limits."""
    places = field.decimals() if isinstance(field, QDoubleSpinBox) else 0
    limits = [f"{number:.{places}f}" for number in (field.minimum(), field.maximum())]
    found = [text for text in TEXTS if field.minimum() <= float(text) <= field.maximum()]
    return limits + [text for text in found if -int(Decimal(text).as_tuple().exponent) <= places]


def type_over(qtbot: QtBot, field: QAbstractSpinBox, text: str) -> None:
    """Select all, type, Return: as a person does."""
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    for sign in text:
        qtbot.keyClicks(field, sign)
        assert field.lineEdit().text().endswith(sign), "the field changed what was typed"
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_every_number_field_takes_what_is_typed(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    for name in (
        "evaluatePageButton",
        "labPageButton",
        "trainPageButton",
        "lookInsideButton",
    ):  # some are built when seen
        press(qtbot, window, name)
    card = cards(window)[1]
    qtbot.mouseClick(card.maps, Qt.MouseButton.LeftButton, pos=card.maps.rect().center())
    press(qtbot, window, "editButton")
    fields = window.findChildren(QAbstractSpinBox)
    assert {field.objectName() for field in fields} >= FIELDS
    assert len(fields) >= 9
    for field in fields:
        assert isinstance(field, QSpinBox | QDoubleSpinBox)
        for text in fitting(field):
            field.setEnabled(True)  # some wait for a run
            type_over(qtbot, field, text)
            assert field.value() == pytest.approx(float(text)), (field.objectName(), text)


def test_a_typed_weight_is_one_change_of_the_cell_it_was_typed_for(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    card = cards(window)[1]
    qtbot.mouseClick(card.maps, Qt.MouseButton.LeftButton, pos=card.maps.rect().center())
    press(qtbot, window, "editButton")
    bar, place, bench = window.look_page.bench, window.look_page.inspector.place, window.session.edits
    assert place is not None
    trained = bench.filter_at(place.layer, place.channel)
    assert trained is not None
    qtbot.keyClick(bar.weight, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(bar.weight, "2.5")
    rows = window.look_page.inspector.rows
    qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=rows.cell_rect(0, 1, 1, 2).center())  # another cell
    now = bench.filter_at(place.layer, place.channel)
    assert now is not None
    assert now.weight[0, 0, 0] == 2.5
    assert int((now.weight != trained.weight).sum()) == 1
    assert bench.undo_stack.count() == 1


@pytest.mark.parametrize(("column", "text"), [(1, "128"), (1, "12"), (1, "7"), (2, "5"), (3, "3"), (4, "1")])
def test_numbers_of_a_layer_can_be_typed(qtbot: QtBot, window: MainWindow, column: int, text: str) -> None:
    press(qtbot, window, "trainPageButton")
    view = window.findChild(LayerTableView, "layerTable")
    assert view is not None
    view.setFocus()
    view.setCurrentIndex(view.table.index(1, column))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    editor = view.findChild(QSpinBox, "layerEditor")
    assert editor is not None
    type_over(qtbot, editor, text)
    qtbot.waitUntil(lambda: view.findChild(QSpinBox, "layerEditor") is None)
    assert view.table.index(1, column).data() == int(text)
    assert window.session.design.undo_stack.count() <= 1
