"""Two settings of the lab side by side, on the same input."""

import numpy as np
import pytest
from helpers import settle
from lab_helpers import click, grid, slider, text, type_into
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.pages.lab.compare_view import CompareView
from gui.pages.lab.controller import LabController
from gui.widgets.lines_view import CENTRED
from gui.window.main_window import MainWindow
from model.lab.lessons import prepare
from model.lab.settings import change, on_input_of


def view(window: MainWindow) -> CompareView:
    found = window.lab_page.findChild(CompareView)
    assert found is not None
    return found


def test_stride_1_is_compared_with_stride_2(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson1")
    assert not view(window).isVisible()
    click(qtbot, window, "labFreeze")
    assert view(window).isVisible()
    before = lab.lab.output[0].copy()
    slider(window, "stride").setValue(2)
    slider(window, "padding").setValue(1)
    np.testing.assert_array_equal(grid(window, "compareOutput0").cells.values, before)
    np.testing.assert_array_equal(grid(window, "compareOutput1").cells.values, lab.lab.output[0])
    assert [grid(window, f"compareInput{half}").cells.padding for half in range(2)] == [0, 1]
    read = grid(window, "compareInput1")
    qtbot.mouseMove(read, read.cell_rect(2, 2).center())  # row 1, column 1 of the input
    assert grid(window, "compareOutput0")._lit == {(0, 0), (0, 1), (1, 0), (1, 1)}
    assert grid(window, "compareOutput1")._lit == {(1, 1)}
    assert text(window, "labReadout") == "goes into 4 and 1"
    made = grid(window, "compareOutput0")
    qtbot.mouseMove(made, made.cell_rect(2, 1).center())
    assert grid(window, "compareInput0")._window == (2, 1, 4, 3)
    click(qtbot, window, "labFreeze")
    assert not view(window).isVisible()


def test_both_stand_around_the_same_place(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson1")
    click(qtbot, window, "labFreeze")
    slider(window, "stride").setValue(2)
    for number, frozen in enumerate(((0, 0), (0, 2), (2, 0), (2, 2))):
        lab.go(number)
        windows = [grid(window, f"compareInput{half}")._window for half in range(2)]
        assert windows[0] is not None
        assert windows[0][:2] == frozen
        assert windows[0] == windows[1]


def test_they_keep_the_same_input(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson3")
    type_into(qtbot, grid(window, "labInput0"), 1, 1, "42")
    click(qtbot, window, "labFreeze")
    slider(window, "padding").setValue(0)
    click(qtbot, window, "inputNumbers")
    assert lab.frozen is not None
    np.testing.assert_array_equal(lab.frozen.image, lab.lab.image)
    assert lab.frozen.padding == 1
    slider(window, "in_channels").setValue(2)
    assert lab.frozen.kernels == lab.lab.kernels == 2
    np.testing.assert_array_equal(lab.frozen.output.shape, (1, 5, 5))
    click(qtbot, window, "lesson5")
    made = window.findChild(QPushButton, "labFreeze")
    assert made is not None
    assert not made.isChecked()
    assert not view(window).isVisible()


def test_what_does_not_fit_the_input_is_not_compared() -> None:
    large, _ = change(prepare(1), "kernel_size", 4)
    small, _ = change(prepare(1), "size", 2)
    assert on_input_of(large, small) is None
    assert on_input_of(prepare(14), prepare(1)) is None  # four groups of one channel
    fits = on_input_of(prepare(1), prepare(8))
    assert fits is not None
    assert fits.kernels == 3


@pytest.mark.parametrize("size", [(900, 660), (1440, 900)])
def test_both_settings_are_written_out(
    qtbot: QtBot, window: MainWindow, lab: LabController, size: tuple[int, int]
) -> None:
    click(qtbot, window, "lesson14")
    click(qtbot, window, "labFreeze")
    slider(window, "dilation").setValue(2)
    window.resize(*size)
    settle(qtbot, window)
    shown = view(window)
    metrics = QFontMetrics(shown.font())
    for half, (rect, text_) in enumerate(shown._titles[::2]):
        assert metrics.boundingRect(rect, int(CENTRED), text_).height() <= rect.height()
        grids = (shown.inputs[half], shown.outputs[half])
        assert all(rect.bottom() < each.y() for each in grids)
    image = shown.grab().toImage()
    edges = [image.pixel(x, y) for y in range(shown._title) for x in (0, 1, shown.width() - 1)]
    assert len(set(edges)) == 1  # nothing runs over them
