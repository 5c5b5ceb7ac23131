"""The Convolution lab through its real widgets: stepping, typing, settings, lessons, quizzes, pictures."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from conftest import THREE, answered, draw
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.pages.lab.bench import LabBench
from gui.pages.lab.controller import SPEEDS, LabController
from gui.pages.lab.grid import GridView
from gui.pages.lab.number_line import NumberLine
from gui.pages.lab.page import LabPage
from gui.style import theme
from gui.widgets.color_bar import ColorBar
from gui.window.main_window import MainWindow
from model.kernels import KINDS, kernel
from model.lab.settings import RANGES


@pytest.fixture
def lab(qtbot: QtBot, window: MainWindow) -> Iterator[LabController]:
    """The lab's controller, with its page on view."""
    click(qtbot, window, "labPageButton")
    assert window.pages.currentWidget() is window.lab_page
    yield window.lab
    window.lab.pause()


def click(qtbot: QtBot, window: MainWindow, name: str) -> None:
    found = window.findChild(QAbstractButton, name)
    assert found is not None, name
    assert found.isVisible(), name
    place = QPoint(8, found.height() // 2) if isinstance(found, QCheckBox) else found.rect().center()
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()  # everything has its place


def slider(window: MainWindow, name: str) -> QSlider:
    found = window.findChild(QSlider, f"{name}Slider")
    assert found is not None
    return found


def grid(window: MainWindow, name: str) -> GridView:
    found = window.findChild(GridView, name)
    assert found is not None
    return found


def text(window: MainWindow, name: str) -> str:
    found = window.findChild(QWidget, name)
    assert isinstance(found, QLabel | NumberLine)
    return found.text if isinstance(found, NumberLine) else found.text()


def type_into(qtbot: QtBot, view: GridView, row: int, column: int, number: str) -> None:
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell_rect(row, column).center())
    editor = view.findChild(QLineEdit, "cellEditor")
    assert editor is not None
    qtbot.keyClicks(editor, number)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def kernel_size(lab: LabController) -> int:
    return lab.lab.kernel_size


def asking(lab: LabController) -> bool:
    return lab.asking


def playing(lab: LabController) -> bool:
    return lab.playing


def typing(view: GridView) -> QLineEdit | None:
    return view._editor


def shown(view: GridView) -> list[list[float]]:
    return view.cells.values.tolist()  # type: ignore[no-any-return]


def assert_shows(window: MainWindow) -> None:
    """All that is on view is what PyTorch computes from the numbers on view."""
    lab = window.lab.lab
    with torch.inference_mode():
        layer = eval(lab.code, {"torch": torch})
        layer.weight.copy_(torch.from_numpy(lab.weight.copy()))
        if lab.bias is not None:
            layer.bias.copy_(torch.from_numpy(lab.bias.copy()))
        expected = layer(torch.from_numpy(lab.image.copy()))[window.lab.out_channel].numpy()
    np.testing.assert_allclose(grid(window, "labMap").cells.values, expected, atol=1e-3)
    stop, total = window.lab.stop, 0.0
    for channel in range(lab.in_channels):
        padded = grid(window, f"labInput{channel}").cells.values
        top, left, bottom, right = (edge + lab.padding for edge in stop.window)
        weights = grid(window, f"labKernel{channel}").cells.values
        products = grid(window, f"labProducts{channel}").cells.values
        np.testing.assert_allclose(products, padded[top:bottom, left:right] * weights, atol=1e-6)
        total += float(products.sum())
        assert grid(window, f"labInput{channel}")._window == (top, left, bottom, right)
    bias = 0.0 if lab.bias is None else float(lab.bias[window.lab.out_channel])
    assert abs(total + bias - expected[stop.row, stop.column]) < 1e-3
    assert text(window, "labCheck") == "✓ equal to torch.nn.Conv2d"
    assert text(window, "labCode") == lab.code


@pytest.mark.parametrize("lesson", range(1, 10))
def test_each_lesson_shows_what_pytorch_computes(
    qtbot: QtBot, window: MainWindow, lab: LabController, lesson: int
) -> None:
    click(qtbot, window, f"lesson{lesson}")
    assert lab.lesson == lesson - 1
    assert_shows(window)
    for number in range(0, lab.last + 1, max(1, lab.last // 6)):
        lab.go(number)
        assert_shows(window)
    assert text(window, "labLesson")
    assert text(window, "labQuestion")
    assert not window.grab().isNull()


def test_the_kernel_is_stepped_through_the_input(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson2")
    view = grid(window, "labInput0")
    windows = []
    for _ in range(4):
        windows.append(view._window)
        assert_shows(window)
        click(qtbot, window, "labForward")
    assert [w[:2] for w in windows if w is not None] == [(0, 0), (0, 2), (2, 0), (2, 2)]
    assert lab.number == lab.last == 3  # there is no further
    click(qtbot, window, "labBack")
    assert lab.number == 2
    assert grid(window, "labMap")._reached == 2
    click(qtbot, window, "labToStart")
    assert lab.number == 0
    assert view.cells.begins == (0, 2)
    assert view.cells.unread == (5,)
    page = window.lab_page
    for key, number in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 1), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(page, key, Qt.KeyboardModifier.ControlModifier)
        assert lab.number == number


def test_it_plays_to_the_end_and_pointing_holds_it(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    box = window.findChild(QComboBox, "labSpeed")
    assert box is not None
    box.setCurrentIndex(len(SPEEDS) - 1)
    click(qtbot, window, "labPlay")
    play = window.findChild(QPushButton, "labPlay")
    assert play is not None
    assert "pause" in play.text()
    lab.hover(4)
    before = lab.number
    qtbot.wait(5 * SPEEDS[-1])
    assert (lab.number, lab.shown) == (before, 4)
    lab.hover(None)
    qtbot.waitUntil(lambda: lab.number == lab.last, timeout=5_000)
    assert not playing(lab)
    assert "play" in play.text()
    click(qtbot, window, "labPlay")  # from the start again
    assert lab.number == 0


def test_it_stops_when_one_looks_elsewhere(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "labPlay")
    assert playing(lab)
    click(qtbot, window, "lookInsideButton")
    assert not playing(lab)
    click(qtbot, window, "labPageButton")
    click(qtbot, window, "labPlay")
    window.close()
    assert not playing(lab)


def test_pointing_moves_the_kernel_and_leaving_brings_it_back(
    qtbot: QtBot, window: MainWindow, lab: LabController
) -> None:
    click(qtbot, window, "lesson5")
    lab.go(1)
    view, output = grid(window, "labInput1"), grid(window, "labMap")
    qtbot.mouseMove(view, view.cell_rect(5, 5).center())
    assert lab.shown == lab.last
    assert text(window, "labReadout") == f"in[1, 4, 4] = {lab.lab.image[1, 4, 4]:.0f}"
    assert_shows(window)
    qtbot.mouseMove(view, view.cell_rect(0, 0).center())
    assert "padding" in text(window, "labReadout")
    view._set_hover((-1, -1))
    assert (lab.shown, lab.number) == (1, 1)
    assert text(window, "labReadout") == ""
    qtbot.mouseMove(output, output.cell_rect(2, 0).center())
    assert lab.shown == 6
    assert text(window, "labReadout").startswith("out[0, 2, 0] = ")
    qtbot.mouseClick(output, Qt.MouseButton.LeftButton, pos=output.cell_rect(1, 2).center())
    assert lab.number == lab.shown == 5
    output.setFocus()
    qtbot.keyClick(output, Qt.Key.Key_Left)
    qtbot.keyClick(output, Qt.Key.Key_Down)
    assert lab.number == 7


def test_numbers_are_typed_into_cells(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson3")
    view = grid(window, "labInput0")
    type_into(qtbot, view, 1, 2, "-2.5")  # in the padded grid: row 0, column 1
    assert lab.lab.image[0, 0, 1] == -2.5
    assert_shows(window)
    type_into(qtbot, view, 1, 2, "abc")
    type_into(qtbot, view, 1, 2, "1000")
    assert lab.lab.image[0, 0, 1] == -2.5
    type_into(qtbot, grid(window, "labKernel0"), 2, 1, "7")
    assert lab.lab.weight[0, 0, 2, 1] == 7
    assert_shows(window)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.cell_rect(0, 0).center())
    assert typing(view) is None  # padding stays 0


def test_cells_are_reached_by_keys(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    view = grid(window, "labKernel0")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, "5")
    editor = view.findChild(QLineEdit, "cellEditor")
    assert editor is not None
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert lab.lab.weight[0, 0, 1, 1] == 5
    assert window.focusWidget() is view
    qtbot.keyClick(view, Qt.Key.Key_Return)
    editor = typing(view)
    assert editor is not None
    qtbot.keyClicks(editor, "9")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert lab.lab.weight[0, 0, 1, 1] == 5
    assert typing(view) is None


@pytest.mark.parametrize("name", sorted(RANGES))
def test_every_setting_is_moved_and_shown(qtbot: QtBot, window: MainWindow, lab: LabController, name: str) -> None:
    click(qtbot, window, "lesson6")
    moved = slider(window, name)
    moved.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Left):
        qtbot.keyClick(moved, key)
        assert getattr(lab.lab, name) == moved.value()
        assert text(window, f"{name}Value") == str(moved.value())
        assert_shows(window)


def test_what_does_not_fit_is_refused_and_the_reason_is_said(
    qtbot: QtBot, window: MainWindow, lab: LabController
) -> None:
    click(qtbot, window, "lesson1")
    moved = slider(window, "kernel_size")
    moved.setValue(5)
    assert (moved.value(), lab.lab.kernel_size) == (4, 4)
    assert "larger than 4" in text(window, "settingRefused")
    slider(window, "padding").setValue(1)
    moved.setValue(5)
    assert lab.lab.kernel_size == 5
    assert text(window, "settingRefused") == ""
    slider(window, "padding").setValue(0)
    assert lab.lab.padding == 1
    assert "padding below 1" in text(window, "settingRefused")
    assert_shows(window)


def test_biases_come_and_go(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson6")
    click(qtbot, window, "labFilter1")
    slider(window, "bias").setValue(-7)
    assert lab.lab.bias is not None
    assert lab.lab.bias.tolist() == [1, -7]
    assert_shows(window)
    click(qtbot, window, "biasBox")
    assert text(window, "biasValue") == "–"
    assert not slider(window, "bias").isEnabled()
    assert "bias=False" in text(window, "labCode")
    assert_shows(window)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.usefixtures("lab")
def test_kernels_by_name(qtbot: QtBot, window: MainWindow, kind: str) -> None:
    click(qtbot, window, "lesson5")
    click(qtbot, window, f"kernel{kind.title().replace(' ', '')}")
    if kind == "random":
        assert len({str(shown(grid(window, f"labKernel{channel}"))) for channel in range(3)}) == 3
    else:
        assert shown(grid(window, "labKernel2")) == kernel(kind, 3).tolist()
    assert_shows(window)
    slider(window, "kernel_size").setValue(1)
    edge = window.findChild(QPushButton, "kernelEdge")
    assert edge is not None
    assert not edge.isEnabled()


def test_each_filter_has_its_own_kernels_and_map(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson6")
    first = shown(grid(window, "labMap")), shown(grid(window, "labKernel0"))
    click(qtbot, window, "labFilter1")
    second = shown(grid(window, "labMap")), shown(grid(window, "labKernel0"))
    assert first[0] != second[0]
    assert first[1] != second[1]
    assert_shows(window)
    slider(window, "out_channels").setValue(1)
    assert lab.out_channel == 0
    assert_shows(window)


def test_my_drawing_is_the_input(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    button = window.findChild(QPushButton, "inputDrawing")
    assert button is not None
    assert not button.isEnabled()
    click(qtbot, window, "lookInsideButton")
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    click(qtbot, window, "labPageButton")
    click(qtbot, window, "inputDrawing")
    snapshot = window.session.display.snapshot
    assert snapshot is not None
    np.testing.assert_array_equal(lab.lab.image, np.array(snapshot.image)[None])
    assert_shows(window)
    assert not grid(window, "labInput0").readable
    assert grid(window, "labPatch0").isVisible()
    np.testing.assert_allclose(grid(window, "labPatch0").cells.values, lab.pixel().patch[0])
    slider(window, "in_channels").setValue(2)
    assert lab.lab.in_channels == 1
    assert "one channel" in text(window, "settingRefused")
    slider(window, "size").setValue(10)
    assert grid(window, "labInput0").readable
    assert_shows(window)
    click(qtbot, window, "lesson9")
    layer = snapshot.weights.layers[0]
    np.testing.assert_array_equal(lab.lab.weight, layer.weight[:4])
    np.testing.assert_allclose(lab.lab.output, snapshot.maps[0].conv[:4], atol=1e-4)
    click(qtbot, window, "inputNumbers")
    assert lab.lab.size == 6
    assert_shows(window)


def test_a_picture_in_colour_is_the_input(
    qtbot: QtBot, window: MainWindow, lab: LabController, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (90, 130, 3), np.uint8)
    path = tmp_path / "colour.png"
    Image.fromarray(pixels).save(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    click(qtbot, window, "inputPicture")
    assert (lab.lab.in_channels, lab.lab.size) == (3, 64)
    assert_shows(window)
    view = grid(window, "labInput2")
    qtbot.mouseMove(view, view.cell_rect(40, 30).center())
    padding = lab.lab.padding
    assert text(window, "labReadout").startswith(f"in[2, {40 - padding}, {30 - padding}] = 0.")
    assert_shows(window)
    (tmp_path / "bad.png").write_bytes(b"no picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "bad.png"), ""))
    window.session.failed.disconnect()
    sentences: list[str] = []
    window.session.failed.connect(sentences.append)
    click(qtbot, window, "inputPicture")
    assert "bad.png" in sentences[0]
    assert lab.lab.size == 64


def answer(qtbot: QtBot, window: MainWindow, words: str) -> None:
    field = window.findChild(QLineEdit, "labAnswer")
    assert field is not None
    field.clear()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_quiz_hides_the_next_cell_until_it_is_answered(
    qtbot: QtBot, window: MainWindow, lab: LabController
) -> None:
    click(qtbot, window, "lesson5")
    click(qtbot, window, "labQuizCell")
    output = grid(window, "labMap")
    assert (lab.number, output._reached, output._asked) == (1, 0, 1)
    assert text(window, "labFormula").endswith("?")
    assert text(window, "labSum0").endswith("?")
    assert grid(window, "labProducts0")._reached == -1
    lab.hover(3)  # no peeping
    assert lab.shown == 1
    answer(qtbot, window, "what")
    assert asking(lab)
    value = lab.lab.output[0, 0, 1]
    answer(qtbot, window, f"{value + 1:.0f}")
    assert text(window, "labVerdict").startswith("Not quite")
    assert f"= {value:.0f}" in text(window, "labVerdict")
    assert (output._reached, output._asked) == (1, None)
    assert_shows(window)
    answer(qtbot, window, f"{value:.0f}")
    assert text(window, "labVerdict").startswith("Right")
    click(qtbot, window, "labQuizCell")
    click(qtbot, window, "labForward")  # goes on without an answer: the lesson's question comes back
    assert not asking(lab)
    assert lab.question.key == "channels in"


def test_the_questions_of_lessons_and_sizes(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson4")
    answer(qtbot, window, "10")
    assert text(window, "labVerdict") == "Right: 3 · 3 + 1 = 10"
    click(qtbot, window, "labQuizSize")
    assert text(window, "labVerdict") == ""
    size, kernel_size, stride, padding = lab.question.numbers
    asked = text(window, "labQuestion")
    assert f"{size} × {size}" in asked
    right = (size + 2 * padding - kernel_size) // stride + 1
    answer(qtbot, window, str(right))
    assert text(window, "labVerdict").startswith("Right")


def test_the_line_of_pytorch_is_copied(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson7")
    click(qtbot, window, "copyConv2d")
    assert QGuiApplication.clipboard().text() == lab.lab.code


def test_the_page_made_anew_shows_the_same(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson6")
    type_into(qtbot, grid(window, "labInput0"), 1, 1, "42")
    click(qtbot, window, "labFilter1")
    lab.go(4)
    click(qtbot, window, "labQuizSize")
    again = LabPage(lab)
    qtbot.addWidget(again)
    again.resize(1440, 840)
    again.show()
    for name in ("labFormula", "labCode", "labQuestion", "labCounts"):
        old, new = (page.findChild(QWidget, name) for page in (window.lab_page, again))
        assert isinstance(old, QLabel | NumberLine)
        assert isinstance(new, QLabel | NumberLine)
        words = [w.text if isinstance(w, NumberLine) else w.text() for w in (old, new)]
        assert words[0] == words[1]
        assert words[0]
    copy = again.findChild(GridView, "labInput0")
    assert copy is not None
    assert copy.cells.values[1, 1] == 42
    assert copy._window == grid(window, "labInput0")._window
    again.close()


@pytest.mark.usefixtures("lab")
def test_every_control_says_what_it_is_and_takes_keys(window: MainWindow) -> None:
    kinds = QAbstractButton | QSlider | QComboBox | QLineEdit | GridView
    controls = [w for w in window.lab_page.findChildren(QWidget) if isinstance(w, kinds)]
    assert len(controls) > 40
    for control in controls:
        assert control.objectName(), control
        assert control.accessibleName(), control.objectName()
        assert control.toolTip(), control.objectName()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control.objectName()


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
@pytest.mark.parametrize("lesson", range(9))
def test_nothing_is_cut_off(
    qtbot: QtBot, window: MainWindow, lab: LabController, size: tuple[int, int], lesson: int
) -> None:
    window.resize(*size)
    lab.start_lesson(lesson)
    lab.answer("1")
    qtbot.wait(20)
    page = window.lab_page
    for words in page.findChildren(QLabel):
        if words.isVisible() and words.text():
            needed = words.heightForWidth(words.width()) if words.wordWrap() else words.sizeHint().height()
            assert words.height() >= needed - 1, words.text()
            assert words.wordWrap() or words.width() >= words.sizeHint().width() - 1, words.text()
    for control in page.findChildren(QPushButton):
        if control.isVisible():
            assert control.width() >= control.fontMetrics().horizontalAdvance(control.text()) + 4, control.text()
    for line in page.findChildren(NumberLine):
        places = line._placed()
        assert not places or places[-1].bottom() <= line.height(), line.text
    bench = page.findChild(LabBench)
    assert bench is not None
    assert not bench.horizontalScrollBar().isVisible()
    assert not bench.verticalScrollBar().isVisible()
    for view in page.findChildren(GridView):
        if view.isVisible():
            corner = view.mapTo(window, QPoint(view.width(), view.height()))
            assert corner.x() <= window.width()
            assert corner.y() <= window.height()


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_the_largest_settings_fit(qtbot: QtBot, window: MainWindow, lab: LabController, size: tuple[int, int]) -> None:
    """Where the cells are too many for numbers they become pixels, with the numbers under the kernel beside them."""
    window.resize(*size)
    lab.start_lesson(6)
    bench = window.lab_page.findChild(LabBench)
    assert bench is not None
    largest = {"in_channels": 4, "out_channels": 4, "size": 12, "kernel_size": 5, "stride": 1}
    for padding, channels in ((0, 2), (0, 4), (1, 3), (3, 1), (3, 4)):
        for name, value in {**largest, "padding": padding, "in_channels": channels}.items():
            lab.change(name, value)
        qtbot.wait(20)
        assert not bench.horizontalScrollBar().isVisible(), (padding, channels)
        assert not bench.verticalScrollBar().isVisible(), (padding, channels)
        output, below = grid(window, "labMap"), window.findChild(ColorBar, "labMapColours")
        assert below is not None
        assert below.isHidden() or output.geometry().bottom() < below.geometry().top(), (padding, channels)
    assert bench._dense
    lab.go(40)
    for channel in range(4):
        patch, products = grid(window, f"labPatch{channel}"), grid(window, f"labProducts{channel}")
        np.testing.assert_array_equal(products.cells.values, lab.pixel().products[channel])
        assert products.readable
        if patch.isVisible():
            assert patch.readable
            np.testing.assert_array_equal(patch.cells.values, lab.pixel().patch[channel])
    hovered = grid(window, "labInput3")
    qtbot.mouseMove(hovered, hovered.cell_rect(5, 6).center())
    value = lab.lab.image[3, 2, 3]
    readout = window.lab_page.findChild(NumberLine, "labReadout")
    assert readout is not None
    assert readout.text == f"in[3, 2, 3] = {value:.0f}"


@pytest.mark.usefixtures("lab")
def test_the_theme_s_colours_reach_every_grid(window: MainWindow) -> None:
    view = grid(window, "labMap")
    before = theme.current().name
    colours = []
    for name in ("dark", "light"):
        window.set_theme(name)
        QApplication.processEvents()
        colours.append(view.grab().toImage().pixelColor(view._side // 2, 6).name())
    window.set_theme(before)
    assert colours == [theme.DARK.raised, theme.LIGHT.raised]


@pytest.mark.usefixtures("lab")
def test_what_is_pending_ends_with_the_grid(qtbot: QtBot, window: MainWindow) -> None:
    """A field in which one types survives neither another lesson nor another page."""
    view = grid(window, "labInput0")
    QApplication.sendEvent(view, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier, "4"))
    assert typing(view) is not None
    click(qtbot, window, "lesson5")
    assert typing(view) is None
    type_into(qtbot, view, 1, 1, "3")
    QApplication.sendEvent(view, QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_4, Qt.KeyboardModifier.NoModifier, "4"))
    click(qtbot, window, "trainPageButton")
    assert typing(view) is None
