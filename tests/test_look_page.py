"""Page "Look inside": what the cards show is what PyTorch computes, pointing, keys, scales, any network."""

from pathlib import Path

import numpy as np
import pytest
import torch
from helpers import THREE, answered, cards, cell, draw, open_network
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.widgets.tile_grid import Grid
from gui.widgets.tile_view import TileView
from gui.window.main_window import MainWindow
from model.convolution import Window
from model.network.architecture import LayerSpec


def outlined(window: MainWindow) -> bool:
    return window.panel.pad._outline != ()


def test_what_the_cards_show_is_what_pytorch_computes(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    snapshot, in_use = window.session.display.snapshot, window.session.in_use.current
    assert snapshot is not None
    assert snapshot.image is not None
    assert in_use is not None
    x = torch.from_numpy(snapshot.image.copy())[None, None]
    for shown, conv, spec in zip(
        cards(window), in_use.checkpoint.network.convs(), in_use.checkpoint.network.specs, strict=True
    ):
        x = torch.relu(torch.nn.functional.conv2d(x, conv.weight, conv.bias, spec.stride, spec.padding))
        x = torch.nn.functional.max_pool2d(x, 2) if spec.max_pool else x
        maps = snapshot.maps[shown.index]
        np.testing.assert_allclose(maps.out, x[0].numpy(), atol=1e-4)
        mosaic = shown.maps._mosaic
        assert mosaic is not None
        np.testing.assert_allclose(mosaic / 254 * maps.highest, maps.out, atol=maps.highest / 254)


def test_pointing_at_a_pixel_frames_what_it_reads(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    third = cards(window)[2]
    qtbot.mouseMove(third.maps, cell(third.maps, 5, 4, 6))
    snapshot = window.session.display.snapshot
    assert snapshot is not None
    for earlier in (0, 1):
        [frame] = cards(window)[earlier].maps._frames
        assert frame.window == snapshot.reads(2, 4, 6, earlier)
        assert frame.tile is None
    assert third.maps._marked == 5
    assert third._filter == 5
    assert f"{snapshot.maps[2].out[5, 4, 6]:.4f}" in window.look_page._hint.text()
    assert outlined(window)
    assert window.panel.image._frames
    third.maps._set_hover(None)
    assert not outlined(window)
    assert not cards(window)[0].maps._frames


def test_pointing_at_a_kernel_marks_its_map_and_its_channel(qtbot: QtBot, window: MainWindow) -> None:
    first, second = cards(window)[:2]
    qtbot.mouseMove(first.kernels, cell(first.kernels, 3, 1, 1))
    assert first.maps._marked == 3
    first.kernels._set_hover(None)
    qtbot.mouseMove(second.kernels, cell(second.kernels, 7, 1, 1))
    assert first.maps._marked == 7
    assert second.maps._marked == 0


def test_keys_move_from_cell_to_cell_and_return_enlarges(qtbot: QtBot, window: MainWindow) -> None:
    second = cards(window)[1]
    second.maps.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(second.maps, key)
    assert second.maps._hover == (0, 1, 1)
    panel = window.look_page.inspector
    qtbot.keyClick(second.maps, Qt.Key.Key_Return)
    assert panel.isVisible()
    assert "conv2 · map 0" in panel.header.title.text()
    qtbot.keyClick(second.maps, Qt.Key.Key_Escape)
    qtbot.keyClick(second.maps, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not panel.isVisible())


@pytest.mark.parametrize("scale", ["map", "layer", "network"])
def test_the_scale_is_what_the_bar_says(qtbot: QtBot, window: MainWindow, scale: str) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    boxes = window.look_page.scales
    boxes.maps.setCurrentIndex(("map", "layer", "network").index(scale))
    boxes.kernels.setCurrentIndex(("map", "layer", "network").index(scale))
    snapshot = window.session.display.snapshot
    assert snapshot is not None
    weights, span = snapshot.weights, cards(window)[1]._kernels_bar._ends
    largest = {"layer": weights.layers[1].span, "network": weights.span}.get(scale)
    assert span == (("min", "max") if largest is None else (f"{-largest:.2f}", f"{largest:.2f}"))
    brightest = [card.maps._mosaic.max(axis=(1, 2)) for card in cards(window) if card.maps._mosaic is not None]
    if scale == "map":
        assert all(
            (layer[m.out.max(axis=(1, 2)) > 0] == 254).all() for layer, m in zip(brightest, snapshot.maps, strict=True)
        )
        assert cards(window)[0]._maps_bar._ends == ("min", "max")
    elif scale == "layer":
        assert all(layer.max() == 254 for layer in brightest)
        assert cards(window)[0]._maps_bar._ends == ("0", f"{snapshot.maps[0].highest:.2f}")
    else:
        assert max(layer.max() for layer in brightest) == 254
        assert {card._maps_bar._ends for card in cards(window)} == {("0", f"{snapshot.highest:.2f}")}


@pytest.mark.parametrize(
    "specs",
    [
        [LayerSpec(1, 1)],
        [LayerSpec(128, 5, padding=2), LayerSpec(128, 3, stride=2, padding=1, max_pool=True)],
        [LayerSpec(8, 3, padding=1)] * 8,
        [LayerSpec(6, 5, max_pool=True), LayerSpec(16, 5, max_pool=True, bias=False)],
    ],
    ids=["one", "wide", "deep", "lenet"],
)
def test_any_network_can_be_opened_and_shown(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, specs: list[LayerSpec]
) -> None:
    draw(qtbot, window.panel.pad, THREE)
    open_network(window, tmp_path, specs)
    in_use = window.session.in_use.current
    assert in_use is not None
    assert in_use.name == "other.safetensors"
    assert len(cards(window)) == len(specs)
    for card in cards(window):
        for view in (card.maps, card.kernels):
            count, h, w = view._shape
            last = view._layout.cells(count - 1, Window(0, 0, h, w))
            assert last.bottom() <= view.height() + 1, view.objectName()
            assert last.right() <= view.width() + 1, view.objectName()
            assert min(last.width(), last.height()) >= min(h, w)
    assert not window.grab().isNull()


def test_a_mosaic_keeps_its_orientation(qtbot: QtBot) -> None:
    view = TileView("view", "a view", "tip", largest=10)
    qtbot.addWidget(view)
    view.resize(43, 20)
    values = np.zeros((2, 2, 2), np.float32)
    values[1, 0, 1] = 1  # second tile, upper right
    view.set_tiles(values, "ink", 0.0, 1.0)
    image = view.grab().toImage()
    zoom = view._grid.zoom
    bright = [(x, y) for x in range(43) for y in range(20) if image.pixelColor(x, y).lightness() > 250]
    assert {x // zoom for x, _ in bright} == {4}
    assert {y // zoom for _, y in bright} == {0}
    assert len(bright) == zoom**2


def test_the_grid_takes_the_largest_zoom_that_fits() -> None:
    assert Grid.fit(16, 28, 28, (240, 500), 8) == Grid(4, 2)
    assert Grid.fit(16, 5, 5, (60, 50), 2) == Grid(4, 2)  # not 5, 5, 5 and 1
    for count, side, space in [(1, 28, (84, 84)), (64, 7, (150, 300)), (128, 3, (160, 100)), (5, 3, (40, 24))]:
        grid = Grid.fit(count, side, side, space, 12)
        rows = -(-count // grid.columns)
        assert grid.zoom >= 1
        assert (grid.columns * (side + 1) - 1) * grid.zoom <= space[0]
        assert (rows * (side + 1) - 1) * grid.zoom <= space[1]
