"""Page "Look inside" as people use it: the answer in view, what is chosen framed, places compared, the slide large."""

from pathlib import Path

import numpy as np
import pytest
import torch
from helpers import THREE, answered, cards, draw, open_network, press, settle
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.pages.look.inspector.inspector import Inspector
from gui.style import theme
from gui.widgets.tile_view import TileView
from gui.window.main_window import MainWindow
from model.convolution import Window
from model.look.inspection import Place
from model.network.architecture import LayerSpec

SMALL = [LayerSpec(3, 3, stride=2, padding=1), LayerSpec(4, 3, padding=1, max_pool=True)]


def in_window(window: MainWindow, widget: QWidget) -> bool:
    """Whether all of a widget lies within all that it lies in."""
    around = widget.parentWidget()
    while around is not None:
        if not around.rect().contains(QRect(widget.mapTo(around, QPoint()), widget.size())):
            return False
        around = None if around is window else around.parentWidget()
    return widget.isVisible()


@pytest.mark.parametrize("size", [(900, 660), (1100, 700), (1366, 768), (1440, 900), (1920, 1080)])
def test_the_answers_card_is_always_in_view(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, size: tuple[int, int]
) -> None:
    window.resize(*size)
    for specs in (None, [LayerSpec(8, 3, padding=1)] * 8):
        if specs is not None:
            open_network(window, tmp_path, specs)
        settle(qtbot, window)
        linear = window.look_page._linear
        assert linear is not None
        for place in (None, Place(0, 1, 3, 3)):
            if place is not None:
                window.look_page._choose(place)
            settle(qtbot, window)
            assert in_window(window, linear)
            assert in_window(window, linear.outputs)


def test_all_cards_of_the_shipped_network_fit_at_1366(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1366, 768)
    settle(qtbot, window)
    assert all(in_window(window, card) for card in cards(window))


def test_a_small_network_gets_larger_pictures(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.resize(1366, 768)
    open_network(window, tmp_path, SMALL)
    settle(qtbot, window)
    first, second = cards(window)
    assert min(first.maps._zoom(), second.maps._zoom()) >= 14
    assert min(first.kernels._zoom(), second.kernels._zoom()) >= 14
    assert first.width() > second.width()  # its maps are larger


def test_a_chosen_output_is_framed_and_only_the_answer_is_amber(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    linear = window.look_page._linear
    assert linear is not None
    bars = linear.outputs
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(30, int(bars.height() * 0.95)))
    assert (bars._marked, bars._framed) == (3, 9)
    assert linear._weights_title.words.text() == "Weights for 9"
    image, row = bars.grab().toImage(), bars.height() / 10
    amber = QColor(theme.current().accent)
    ambers = {y for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y) == amber}
    assert ambers
    assert all(3 * row - 1 <= y <= 4 * row + 1 for y in ambers)
    qtbot.keyClick(bars, Qt.Key.Key_Up)
    assert (bars._marked, bars._framed) == (3, 8)
    window.look_page.close_map()
    assert (bars._marked, bars._framed) == (3, None)


def test_two_compared_places_carry_a_and_b_in_both_maps(qtbot: QtBot, window: MainWindow, inspector: Inspector) -> None:
    press(qtbot, window, "compareButton")
    pinned, place = inspector.pinned, inspector.place
    assert pinned is not None
    assert place is not None
    for view in (inspector.map, cards(window)[1].maps):
        wanted = {("A", pinned.row, pinned.column), ("B", place.row, place.column)}
        assert {(f.letter, f.window.top, f.window.left) for f in view._frames} == wanted
        image = view.grab().toImage()
        for colour in (theme.DARK.series, theme.DARK.accent):
            pixels = ((x, y) for x in range(image.width()) for y in range(image.height()))
            assert any(image.pixelColor(*pixel) == QColor(colour) for pixel in pixels), colour
    assert {frame.letter for frame in cards(window)[0].maps._frames} == {"A", "B"}
    press(qtbot, window, "compareButton")
    assert {frame.letter for frame in inspector.map._frames} == {""}


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_the_slide_shows_input_products_and_map_side_by_side(
    qtbot: QtBot, window: MainWindow, inspector: Inspector, size: tuple[int, int]
) -> None:
    window.resize(*size)
    settle(qtbot, window)
    body = inspector._body
    assert not body.input.isVisible()
    press(qtbot, window, "stepButton")
    inspector.slide.go(6, 4)
    settle(qtbot, window)
    parts = [body.input, body.area, body.enlarged]
    lefts = [part.mapTo(inspector, QPoint()).x() for part in parts]
    assert lefts == sorted(lefts)
    assert all(in_window(window, part) for part in parts)
    assert min(body.input.width(), body.enlarged.width()) > 0.2 * inspector.width()
    [frame] = body.input.map._frames
    snapshot = window.session.display.snapshot
    assert snapshot is not None
    assert frame.window == Window(12, 8, 17, 13)  # stride 2, counted in the padded input
    assert body.input.map._shape == (1, 32, 32)
    channel = inspector._channel
    pixel = inspector._found[0].pixel
    assert body.rows._sheet is not None
    assert body.rows._sheet.order == [channel]
    assert channel == body.sums.box.currentIndex()
    other = (channel + 1) % 8
    body.sums.box.setFocus()
    for _ in range(8):
        if body.sums.box.currentIndex() < other:
            qtbot.keyClick(body.sums.box, Qt.Key.Key_Down)
        elif body.sums.box.currentIndex() > other:
            qtbot.keyClick(body.sums.box, Qt.Key.Key_Up)
    assert inspector._channel == other
    assert body.rows._sheet.order == [other]
    text = body.sums.lines.text()
    assert f"{pixel.sums[other]:+.4f}" in text
    assert f"{np.delete(pixel.sums, other).sum():+.4f}" in text
    layer = snapshot.weights.layers[1]
    want = torch.nn.functional.conv2d(
        torch.from_numpy(snapshot.maps[0].out.copy())[None], torch.from_numpy(layer.weight.copy()),
        torch.from_numpy(layer.bias.copy()), 2, 2,
    )[0, 5, 6, 4]  # fmt: skip
    assert f"{max(float(want), 0):.4f}" in text
    inspector.slide.end()
    assert not body.input.isVisible()
    assert body.rows._sheet.order != [other]
    assert body.summary.isVisible()


def test_numbers_grow_with_the_room(qtbot: QtBot, window: MainWindow, inspector: Inspector) -> None:
    sizes = []
    for size in ((1100, 700), (1440, 900), (1920, 1080), (2560, 1440)):
        window.resize(*size)
        window.look_page._choose(Place(2, 5, 3, 3))
        settle(qtbot, window)
        rows, area = inspector.rows, inspector._body.area
        used = rows._columns * rows._metrics.row_width(3)
        assert used <= area.width()
        assert used >= 0.7 * area.width()
        sizes.append((rows._columns, rows._metrics.width))
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[1] < sizes[2]


def test_a_marked_kernel_stands_out_from_orange(qtbot: QtBot) -> None:
    view = TileView("view", "a view", "tip", largest=8)
    qtbot.addWidget(view)
    view.resize(200, 60)
    view.set_tiles(np.full((3, 3, 3), 0.4, np.float32), "diverging", -1.0, 1.0)
    before = view.grab().toImage()
    view.mark(1)
    image = view.grab().toImage()
    changed = {
        image.pixelColor(x, y).lightness()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) != before.pixelColor(x, y)
    }
    fill = image.pixelColor(4, 4).lightness()
    assert min(changed) < fill - 120  # amber alone would be as light as what it frames


def test_focus_can_be_seen_on_every_grid(qtbot: QtBot, window: MainWindow, inspector: Inspector) -> None:
    for name in ("conv1Maps", "conv1Kernels", "linearWeights", "networkImage", "channelRows"):
        grid = window.findChild(QWidget, name)
        assert grid is not None
        window.panel.pad.setFocus()
        before = grid.grab().toImage()
        grid.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(grid.hasFocus)
        assert grid.grab().toImage() != before, name


def test_empty_maps_have_outlines_in_the_light_theme(qtbot: QtBot, window: MainWindow) -> None:
    window.set_theme("light")
    settle(qtbot, window)
    maps = cards(window)[0].maps
    image, line = maps.grab().toImage(), QColor(theme.LIGHT.line)
    corner = maps._layout.cells(0, Window(0, 0, 28, 28))
    assert image.pixelColor(int(corner.left()) + 8, int(corner.top())) == line
    thumbnail = window.panel.image.grab().toImage()
    assert any(thumbnail.pixelColor(20, y) == line for y in range(thumbnail.height()))


def test_choosing_a_network_does_not_move_the_pad(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    for size in ((900, 660), (1100, 700), (1440, 900)):
        window.resize(*size)
        window.session.in_use.use_shipped()
        settle(qtbot, window)
        place = QRect(window.panel.pad.mapTo(window, QPoint()), window.panel.pad.size())
        open_network(window, tmp_path, SMALL)
        settle(qtbot, window)
        assert QRect(window.panel.pad.mapTo(window, QPoint()), window.panel.pad.size()) == place
