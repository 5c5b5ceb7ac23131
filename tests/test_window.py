"""The window as a whole: cards, pointing, pages, theme, memory, faults."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from conftest import THREE, answered, draw
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QMessageBox,
    QPushButton,
    QSlider,
    QStackedWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui import app, faults
from gui.pages.look.layer_card import LayerCard
from gui.style import theme
from gui.widgets.bars_view import BarsView
from gui.widgets.tile_grid import Grid
from gui.widgets.tile_view import TileView
from gui.window.main_window import MainWindow
from model.convolution import Window
from model.network.architecture import LayerSpec
from model.network.checkpoint import Checkpoint, save
from model.network.digit_net import DigitNet

ROOT = Path(__file__).parent.parent


def cell(view: TileView, tile: int, row: int, column: int) -> QPoint:
    return view._cells(tile, Window(row, column, row + 1, column + 1)).center().toPoint()


def cards(window: MainWindow) -> list[LayerCard]:
    return window.look_page._cards


def outlined(window: MainWindow) -> bool:
    return window.panel.pad._outline is not None


def wait_for_weights(qtbot: QtBot, window: MainWindow, name: str) -> None:
    qtbot.waitUntil(lambda: window.session.in_use.current is not None and window.session.in_use.current.name == name)


def test_the_stable_names_are_there(window: MainWindow) -> None:
    for name in (
        "drawingPad",
        "answerDigit",
        "pages",
        "retrainButton",
        "cancelTrainingButton",
        "keepButton",
        "revertButton",
    ):
        assert window.findChild(QWidget, name) is not None, name
    assert isinstance(window.findChild(QWidget, "answerDigit"), QLabel)
    assert isinstance(window.findChild(QWidget, "pages"), QStackedWidget)


KINDS = QAbstractButton | QComboBox | QAbstractSpinBox | QSlider | TileView | BarsView


def test_every_control_says_what_it_is(window: MainWindow) -> None:
    controls = window.findChildren(QWidget)
    controls = [c for c in controls if isinstance(c, KINDS) and not c.objectName().startswith("qt_")]  # not Qt's own
    assert len(controls) > 20
    for control in controls:
        assert control.objectName(), control
        assert control.accessibleName(), control.objectName()
        assert control.toolTip(), control.objectName()
        assert isinstance(control, BarsView) or control.focusPolicy() != Qt.FocusPolicy.NoFocus, control.objectName()


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
    window.look_page._scale.setCurrentIndex(("map", "layer", "network").index(scale))
    snapshot = window.session.display.snapshot
    assert snapshot is not None
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
    path = tmp_path / "other.safetensors"
    save(path, Checkpoint(DigitNet(specs).eval().requires_grad_(False)))
    window.session.in_use.open(path)
    wait_for_weights(qtbot, window, "other.safetensors")
    assert len(cards(window)) == len(specs)
    for card in cards(window):
        for view in (card.maps, card.kernels):
            count, h, w = view._shape
            last = view._cells(count - 1, Window(0, 0, h, w))
            assert last.bottom() <= view.height() + 1, view.objectName()
            assert last.right() <= view.width() + 1, view.objectName()
            assert min(last.width(), last.height()) >= min(h, w)
    assert not window.grab().isNull()


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_nothing_is_cut_off(qtbot: QtBot, window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    draw(qtbot, window.panel.pad, THREE)
    for text in window.findChildren(QLabel):
        if text.isVisible() and text.text() and not text.wordWrap() and text.width() > 0 and text.parent() is not None:
            elastic = text.sizePolicy().horizontalPolicy().name == "Ignored"
            assert elastic or text.width() >= text.sizeHint().width() - 1, (text.objectName(), text.text())
    for control in window.findChildren(QPushButton):
        if control.isVisible():
            assert control.width() >= control.fontMetrics().horizontalAdvance(control.text()), control.objectName()


def test_the_theme_changes_and_is_remembered(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    before = theme.current().name
    button = window.findChild(QToolButton, "themeButton")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    after = theme.current().name
    assert after != before
    assert window.session.settings.theme == after
    assert window.grab().toImage().pixelColor(700, 5).lightness() == pytest.approx(
        QGuiApplication.palette().alternateBase().color().lightness(), abs=3
    )
    assert window.panel.digit.text() == "3"
    window.set_theme("dark")


def test_page_brush_theme_and_size_are_remembered(qtbot: QtBot, window: MainWindow) -> None:
    window.findChild(QPushButton, "trainPageButton").click()  # type: ignore[union-attr]
    window.panel.set_brush(30)
    window.set_theme("light")
    window.resize(1200, 800)
    window.close()
    again = app.build()
    qtbot.waitUntil(lambda: not again.session.task.busy, timeout=20_000)
    assert again.pages.currentWidget() is again.train_page
    assert again.panel.pad.brush == 30
    assert theme.current().name == "light"
    assert (again.width(), again.height()) != (1440, 900)  # as near to 1200 × 800 as the test screen allows
    again.close()
    again.deleteLater()
    theme.apply(theme.DARK)


def test_weights_that_vanished_are_said_and_replaced_by_the_shipped_ones(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.close()
    window.session.settings.weights = tmp_path / "gone.safetensors"
    sentences: list[str] = []
    again = app.build()
    again.session.failed.disconnect()
    again.session.failed.connect(sentences.append)
    qtbot.waitUntil(lambda: not again.session.task.busy, timeout=20_000)
    assert again.session.in_use.current is not None
    assert again.session.in_use.current.name == "digits.safetensors"
    assert "gone.safetensors" in sentences[0]
    again.close()
    again.deleteLater()


def test_damaged_weights_are_refused_and_the_network_stays(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    path = tmp_path / "bad.safetensors"
    path.write_bytes(b"\0" * 100)
    window.session.in_use.open(path)
    box = window.findChild(QMessageBox, "messageDialog")
    assert box is not None
    assert "bad.safetensors" in box.text()
    box.accept()
    assert window.session.in_use.current is not None
    assert window.session.in_use.current.name == "digits.safetensors"
    assert window.panel.digit.text() == "3"


def test_the_shipped_weights_are_never_overwritten(window: MainWindow) -> None:
    shipped = ROOT / "weights" / "digits.safetensors"
    before = shipped.read_bytes()
    window.session.failed.disconnect()
    sentences: list[str] = []
    window.session.failed.connect(sentences.append)
    window.session.in_use.save(shipped)
    assert sentences
    assert shipped.read_bytes() == before


def test_a_fault_shows_one_dialog_and_the_app_goes_on(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    log = tmp_path / "log" / "convpad.log"
    faults.start_log(log)
    reporter = faults.Faults(log, window)
    reporter.window = window
    reporter.install()
    try:
        for _ in range(3):
            try:
                raise RuntimeError("the lamp went out")
            except RuntimeError as error:
                sys.excepthook(type(error), error, error.__traceback__)
        boxes = [b for b in window.findChildren(QMessageBox) if b.objectName() == "faultDialog"]
        assert len(boxes) == 1
        assert "the lamp went out" in boxes[0].text()
        assert str(log) in boxes[0].informativeText()
        copy = boxes[0].findChild(QPushButton, "copyDetails")
        assert copy is not None
        qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
        assert boxes[0].isVisible()
        assert "RuntimeError: the lamp went out" in QGuiApplication.clipboard().text()
        boxes[0].close()
        assert log.read_text().count("the lamp went out") >= 3
        draw(qtbot, window.panel.pad, THREE)
        answered(qtbot, window, "3")
    finally:
        reporter.uninstall()
        for handler in faults.log.handlers:
            handler.close()
        faults.log.handlers = []


def test_the_steps_are_shown_live(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    qtbot.mouseClick(window.findChild(QPushButton, "stepsButton"), Qt.MouseButton.LeftButton)
    steps = window.panel._steps
    assert [text.text() for text in steps._texts][2] == "28 × 28"
    rows = window.session.display.snapshot.drawn.scaled.shape[0]  # type: ignore[union-attr]
    assert steps._texts[1].text().startswith(f"{rows} × ")
    steps.close()


def test_about_names_the_licences(window: MainWindow) -> None:
    action = window.findChild(QAction, "about")
    assert action is not None
    action.trigger()
    box = window.findChild(QMessageBox, "aboutDialog")
    assert box is not None
    for word in ("MIT", "LGPL", "CC BY-SA 3.0"):
        assert word in box.informativeText()
    box.close()


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
    for count, side, space in [(1, 28, (84, 84)), (64, 7, (150, 300)), (128, 3, (160, 100)), (5, 3, (40, 24))]:
        grid = Grid.fit(count, side, side, space, 12)
        rows = -(-count // grid.columns)
        assert grid.zoom >= 1
        assert (grid.columns * (side + 1) - 1) * grid.zoom <= space[0]
        assert (rows * (side + 1) - 1) * grid.zoom <= space[1]


def test_without_torch_the_window_comes_up_and_takes_ink() -> None:
    """What makes the start quick: nothing that a first stroke needs imports torch or pyqtgraph."""
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from gui.session import session\n"
        "from gui.storage import settings\n"
        "from gui.window import main_window\n"
        "app = QApplication([])\n"
        "window = main_window.MainWindow(session.Session(settings.Settings()))\n"
        "window.show()\n"
        "window.session.drawing.begin(100, 100)\n"
        "window.session.drawing.end()\n"
        "assert window.session.drawing.ink().max() == 1\n"
        "print(sorted({'torch', 'pyqtgraph'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=os.environ, timeout=60, check=False
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_the_pads_keys_do_nothing_where_there_is_no_pad(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    window.pages.setCurrentWidget(window.train_page)
    qtbot.keyClick(window, Qt.Key.Key_Delete)
    assert not window.session.drawing.empty
    window.pages.setCurrentIndex(0)
    qtbot.keyClick(window, Qt.Key.Key_Delete)
    assert window.session.drawing.empty
