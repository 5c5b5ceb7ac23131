"""The card that redesigns the network: mouse, keys, undo, limits, presets, the clipboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from gui.pages.train.design_card import DesignCard
from gui.session.session import Session
from gui.storage.settings import Settings
from gui.widgets.elided import Elided
from model.export.code import pytorch_code
from model.network.architecture import LayerSpec, parameter_count
from model.network.designs import LENET, SMALLEST, STRIDE

OUT, KERNEL, STRIDE_COLUMN, PADDING, BIAS, POOL, OUTPUT = range(1, 8)


@pytest.fixture
def card(qtbot: QtBot) -> Iterator[DesignCard]:
    session = Session(Settings())
    made = DesignCard(session)
    session.setParent(made)
    qtbot.addWidget(made)
    made.resize(1080, 270)
    made.set_specs(STRIDE)
    session.design.undo_stack.clear()
    with qtbot.waitExposed(made):
        made.show()
    yield made
    session.close()


def click(qtbot: QtBot, card: DesignCard, row: int, column: int) -> None:
    view = card.view
    rect = view.visualRect(view.table.index(row, column))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 14, rect.center().y()))


def push(qtbot: QtBot, card: DesignCard, name: str) -> None:
    found = card.findChild(QPushButton, name)
    assert found is not None
    assert found.isEnabled(), name
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def text(card: DesignCard, row: int, column: int) -> str:
    return str(card.view.table.index(row, column).data())


def test_a_click_edits_and_everything_follows_at_once(qtbot: QtBot, card: DesignCard) -> None:
    click(qtbot, card, 1, OUT)
    editor = card.view.findChild(QSpinBox, "layerEditor")
    assert editor is not None
    with qtbot.waitSignal(card.design_changed):
        qtbot.keyClick(editor, Qt.Key.Key_Up)
    assert card.specs() is not None
    assert card.specs()[1].out_channels == 33  # type: ignore[index]
    assert text(card, 1, OUTPUT) == "33×7×7"
    totals = card.findChild(Elided, "designTotals")
    assert totals is not None
    assert f"{parameter_count(card.specs() or ()):,} parameters" in totals.text()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert card.specs()[1].out_channels == 33  # type: ignore[index]


def test_boxes_are_ticked_by_click_and_by_space(qtbot: QtBot, card: DesignCard) -> None:
    click(qtbot, card, 0, POOL)
    assert card.specs() is not None
    assert card.specs()[0].max_pool  # type: ignore[index]
    qtbot.keyClick(card.view, Qt.Key.Key_Space)
    assert not card.specs()[0].max_pool  # type: ignore[index]
    click(qtbot, card, 2, BIAS)
    assert not card.specs()[2].bias  # type: ignore[index]


def test_keys_alone_are_enough(qtbot: QtBot, card: DesignCard) -> None:
    view = card.view
    view.setFocus()
    view.setCurrentIndex(view.table.index(0, OUT))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
    qtbot.keyClicks(view, "+")
    assert card.specs() is not None
    assert card.specs()[1].kernel_size == 4  # type: ignore[index]
    qtbot.keyClicks(view, "x")
    assert view.findChild(QSpinBox, "layerEditor") is None
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    editor = view.findChild(QSpinBox, "layerEditor")
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "7")
    assert card.specs()[1].out_channels == 7  # type: ignore[index]
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.findChild(QSpinBox, "layerEditor") is None)
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert card.specs()[1].out_channels == 32  # type: ignore[index]
    qtbot.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert card.specs() == STRIDE


def test_what_cannot_be_is_not_offered(qtbot: QtBot, card: DesignCard) -> None:
    click(qtbot, card, 0, PADDING)
    editor = card.view.findChild(QSpinBox, "layerEditor")
    assert editor is not None
    assert (editor.minimum(), editor.maximum()) == (0, 2)
    card.set_specs((LayerSpec(4, 9, stride=4), LayerSpec(4, 5)))
    flags = card.view.table.index(1, POOL).flags()
    assert not flags & Qt.ItemFlag.ItemIsUserCheckable


def test_an_impossible_network_says_why_and_can_be_taken_back(qtbot: QtBot, card: DesignCard) -> None:
    card.set_specs(LENET)
    view = card.view
    view.setCurrentIndex(view.table.index(1, KERNEL))
    with qtbot.waitSignal(card.design_changed):
        qtbot.keyClicks(view, "+")  # 6 × 6: then 4 × 4 are left for conv3's 5 × 5
    assert card.specs() is None
    assert "conv3: a 5 × 5 kernel does not fit into 4 × 4" in card._hint.text()
    assert text(card, 2, OUTPUT) == text(card, 3, OUTPUT) == "–"
    copy = card.findChild(QPushButton, "copyCode")
    assert copy is not None
    assert not copy.isEnabled()
    push(qtbot, card, "undoDesign")
    assert card.specs() == LENET
    push(qtbot, card, "redoDesign")
    assert card.specs() is None


def test_layers_are_added_moved_and_removed(qtbot: QtBot, card: DesignCard) -> None:
    click(qtbot, card, 0, 0)
    push(qtbot, card, "addLayer")
    assert card.view.layer() == 1
    assert card.specs() == (STRIDE[0], LayerSpec(16, 3, padding=1), *STRIDE[1:])
    push(qtbot, card, "moveLayerUp")
    assert card.view.layer() == 0
    assert card.specs() is not None
    assert card.specs()[1] == STRIDE[0]  # type: ignore[index]
    push(qtbot, card, "moveLayerDown")
    push(qtbot, card, "removeLayer")
    assert card.specs() == STRIDE
    for _ in range(2):
        push(qtbot, card, "removeLayer")
    remove = card.findChild(QPushButton, "removeLayer")
    assert remove is not None
    assert not remove.isEnabled()
    for _ in range(7):
        push(qtbot, card, "addLayer")
    add = card.findChild(QPushButton, "addLayer")
    assert add is not None
    assert not add.isEnabled()


def test_presets_and_the_clipboard(qtbot: QtBot, card: DesignCard) -> None:
    preset = card.findChild(QAction, "smallestDesign")
    assert preset is not None
    preset.trigger()
    assert card.specs() == SMALLEST
    push(qtbot, card, "copyCode")
    assert QGuiApplication.clipboard().text() == pytorch_code(SMALLEST)
    push(qtbot, card, "undoDesign")
    assert card.specs() == STRIDE


def test_screen_readers_get_layer_column_and_value(card: DesignCard) -> None:
    index = card.view.table.index(1, KERNEL)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "conv2, kernel: 3"
