"""Every choice belongs to the network it was made on: with another network it is gone, and nothing of it is shown."""

from pathlib import Path

import pytest
from helpers import THREE, answered, cards, draw, press
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.window.main_window import MainWindow
from model.look.inspection import Place
from model.network import checkpoint
from model.network.architecture import LayerSpec
from model.network.checkpoint import Checkpoint
from model.network.digit_net import DigitNet


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The file of a network with fewer layers, channels and numbers."""
    path = tmp_path / "small.safetensors"
    checkpoint.save(path, Checkpoint(DigitNet((LayerSpec(3, 3, stride=2), LayerSpec(2, 3)))))
    return path


def choose(qtbot: QtBot, window: MainWindow, layer: int) -> None:
    """Click the middle of the maps of `layer`, then turn the tools for changing on."""
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    maps = cards(window)[layer].maps
    qtbot.mouseClick(maps, Qt.MouseButton.LeftButton, pos=maps.rect().center())
    press(qtbot, window, "editButton")


def choose_last_cell(qtbot: QtBot, window: MainWindow) -> tuple[int, int, int]:
    """Click a cell of the kernel of the last input channel."""
    rows = window.look_page.inspector.rows
    sheet = rows._sheet
    assert sheet is not None
    cells = [window.look_page.bench._cell]
    position = sheet.order.index(max(sheet.order))
    qtbot.mouseClick(rows, Qt.MouseButton.LeftButton, pos=rows.cell_rect(position, 1, 1, 2).center())
    cells.append(window.look_page.bench._cell)
    assert cells[0] != cells[1]
    return cells[1]


def cell_name(window: MainWindow) -> str:
    found = window.findChild(QLabel, "editedCell")
    assert found is not None
    return found.text()


@pytest.mark.parametrize("closed", [True, False])
def test_an_edited_cell_goes_with_its_network(qtbot: QtBot, window: MainWindow, small: Path, closed: bool) -> None:
    choose(qtbot, window, 2)
    assert choose_last_cell(qtbot, window)[0] > 3
    page = window.look_page
    if closed:
        qtbot.keyClick(page.inspector, Qt.Key.Key_Escape)
        assert not page.inspector.isVisible()
    window.session.in_use.open(small)
    assert len(cards(window)) == 2
    assert not page.inspector.isVisible()
    assert page.inspector.place is None
    assert cell_name(window) == ""
    assert not page.bench.weight.isEnabled()
    window.session.in_use.use_shipped()
    assert cell_name(window) == ""


def test_a_cell_goes_with_its_network_while_another_page_is_seen(qtbot: QtBot, window: MainWindow, small: Path) -> None:
    choose(qtbot, window, 2)
    choose_last_cell(qtbot, window)
    press(qtbot, window, "trainPageButton")
    window.session.in_use.open(small)
    assert cell_name(window) == ""
    window.session.in_use.use_shipped()
    window.session.in_use.open(small)
    press(qtbot, window, "lookInsideButton")
    assert not window.look_page.inspector.isVisible()


def test_path_comparison_and_the_kernels_way_go_with_their_network(
    qtbot: QtBot, window: MainWindow, small: Path
) -> None:
    for name in ("traceButton", "compareButton", "stepButton"):
        choose(qtbot, window, 2)
        inspector = window.look_page.inspector
        press(qtbot, window, name)
        assert inspector.path or inspector.pinned or inspector.slide.active
        window.session.in_use.open(small)
        assert not inspector.isVisible()
        assert (inspector.place, inspector.path, inspector.pinned) == (None, [], None)
        assert not inspector.slide.active
        window.session.in_use.use_shipped()
        assert not inspector.isVisible()
        press(qtbot, window, "editButton")


@pytest.mark.parametrize("before", [True, False])
def test_a_place_waiting_for_its_page_goes_with_its_network(
    qtbot: QtBot, window: MainWindow, small: Path, before: bool
) -> None:
    choose(qtbot, window, 2)
    press(qtbot, window, "trainPageButton")
    if before:
        window.session.in_use.open(small)
    window.set_language("zh_CN")
    window.session.in_use.open(small)
    window.pages.setCurrentIndex(0)
    assert not window.look_page.inspector.isVisible()
    window.session.in_use.use_shipped()
    assert window.look_page.inspector.place is None


def test_a_place_stays_while_a_network_of_the_same_layers_takes_over(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, 1)
    place = window.look_page.inspector.place
    assert isinstance(place, Place)
    window.session.in_use.use_shipped()
    assert window.look_page.inspector.isVisible()
    assert window.look_page.inspector.place == place
    assert cell_name(window)


@pytest.mark.usefixtures("on_few_digits")
def test_a_cell_of_the_confusion_matrix_goes_with_its_result(qtbot: QtBot, window: MainWindow, small: Path) -> None:
    evaluator = window.session.evaluator
    press(qtbot, window, "evaluatePageButton")
    press(qtbot, window, "evaluateButton")
    qtbot.waitUntil(lambda: evaluator.result is not None and not evaluator.running)
    page = window.evaluate_page.page
    assert page is not None
    matrix = page._matrix
    place = matrix.cell_rect(3, 3).center()
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=QPointF(place).toPoint())
    chosen = evaluator.cell
    assert chosen == (3, 3)
    assert "3 read right" in page._views._title.text()
    window.session.in_use.open(small)
    evaluator.start()
    qtbot.waitUntil(lambda: evaluator.fresh and not evaluator.running)
    assert evaluator.cell is None
    assert "Mistakes" in page._views._title.text()
