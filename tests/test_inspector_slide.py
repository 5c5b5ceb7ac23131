"""The inspector: the kernel slides over a map, before the pool of a pooled layer, in any network."""

from pathlib import Path

import pytest
from helpers import cards, cell, open_network, press
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.pages.look.inspector.inspector import Inspector
from gui.window.main_window import MainWindow
from model.look.inspection import Place
from model.network.architecture import LayerSpec


def playing(inspector: Inspector) -> bool:
    return inspector.slide.playing


def test_the_kernel_slides_and_the_map_fills_in(qtbot: QtBot, window: MainWindow, inspector: Inspector) -> None:
    press(qtbot, window, "stepButton")
    assert inspector.place == Place(1, 5, 0, 0)
    press(qtbot, window, "stepButton")
    press(qtbot, window, "stepButton")
    assert inspector.place == Place(1, 5, 0, 2)
    assert inspector.map._revealed == 3
    press(qtbot, window, "stepBackButton")
    assert inspector.place == Place(1, 5, 0, 1)
    inspector.header.speed.setValue(60)
    press(qtbot, window, "slideButton")
    qtbot.waitUntil(lambda: inspector.slide.reached > 6)
    qtbot.mouseMove(inspector.map, cell(inspector.map, 0, 6, 3))
    assert not playing(inspector)
    assert inspector.place == Place(1, 5, 6, 3)
    press(qtbot, window, "slideButton")
    assert playing(inspector)
    window.pages.setCurrentIndex(1)
    assert not playing(inspector)
    window.pages.setCurrentIndex(0)
    inspector.slide.go(13, 13)
    press(qtbot, window, "slideButton")
    qtbot.waitUntil(lambda: not inspector.slide.active)
    assert inspector.map._revealed is None


def test_escape_ends_the_slide_before_it_closes(qtbot: QtBot, window: MainWindow, inspector: Inspector) -> None:
    press(qtbot, window, "slideButton")
    assert inspector.slide.playing
    inspector.map.setFocus()
    qtbot.keyClick(inspector.map, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not inspector.slide.active)
    assert inspector.isVisible()
    qtbot.keyClick(inspector.map, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not inspector.isVisible())
    assert not cards(window)[0].maps._frames
    assert window.panel.pad._outline == ()


def test_a_pooled_layer_shows_its_window_and_slides_before_it(
    qtbot: QtBot, window: MainWindow, inspector: Inspector, tmp_path: Path
) -> None:
    open_network(window, tmp_path, [LayerSpec(6, 5, max_pool=True), LayerSpec(16, 5, max_pool=True, bias=False)])
    page = window.look_page
    page._choose(Place(1, 3, 2, 1))
    assert "MaxPool2d(2): the largest of rows 4…5, columns 2…3" in inspector.summary.view.text()
    assert "✓" in inspector.summary.view.text()
    press(qtbot, window, "editButton")
    assert not page.bench.bias.isEnabled()
    assert page.bench.weight.isEnabled()
    for _ in range(3):
        press(qtbot, window, "stepButton")
    assert inspector.place == Place(1, 3, 0, 2, before_pool=True)
    assert inspector.header.title.text().startswith("conv2 before its pool")
    assert inspector.map._shape == (1, 8, 8)
    assert "✓" in inspector.summary.view.text()
    inspector.slide.end()
    assert inspector.place == Place(1, 3, 0, 1)
    assert inspector.map._shape == (1, 4, 4)


@pytest.mark.parametrize(
    "specs",
    [[LayerSpec(1, 1)], [LayerSpec(4, 9, stride=4, padding=8), LayerSpec(128, 3)], [LayerSpec(3, 7)] * 2],
    ids=["one", "wide", "large"],
)
def test_any_network_can_be_inspected(
    window: MainWindow, inspector: Inspector, tmp_path: Path, specs: list[LayerSpec]
) -> None:
    open_network(window, tmp_path, specs)
    for layer in range(len(specs) + 1):
        window.look_page._choose(Place(layer, 0))
        assert "✓" in inspector.summary.view.text()
        assert not inspector.grab().isNull()
    inspector.header.trace.setChecked(True)
    assert inspector.path[-1].place.layer == -1
    assert not inspector.grab().isNull()
