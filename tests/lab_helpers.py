"""Finding, clicking and reading what page "Convolution lab" shows."""

import numpy as np
import torch
from helpers import press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.pages.lab.controller import LabController
from gui.pages.lab.grid import GridView
from gui.pages.lab.number_line import NumberLine
from gui.window.main_window import MainWindow


def click(qtbot: QtBot, window: MainWindow, name: str) -> None:
    found = window.findChild(QAbstractButton, name)
    assert found is not None, name
    assert found.isVisible(), name
    press(qtbot, window, name)
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


def answer(qtbot: QtBot, window: MainWindow, words: str) -> None:
    """Type an answer to the question of the moment."""
    field = window.findChild(QLineEdit, "labAnswer")
    assert field is not None
    field.clear()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)


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
        whole = eval(lab.code, {"torch": torch})
        layer = whole[0] if isinstance(whole, torch.nn.Sequential) else whole
        assert isinstance(layer, torch.nn.Conv2d)
        layer.weight.copy_(torch.from_numpy(lab.weight.copy()))
        if lab.bias is not None and layer.bias is not None:
            layer.bias.copy_(torch.from_numpy(lab.bias.copy()))
        expected = layer(torch.from_numpy(lab.image.copy()))[window.lab.out_channel].numpy()
        leaves = whole(torch.from_numpy(lab.image.copy())[None])[0, window.lab.out_channel].numpy()
    np.testing.assert_allclose(grid(window, "labMap").cells.values, expected, atol=1e-3)
    last = "labPooled" if lab.pools else "labRelu" if lab.relu else "labMap"
    np.testing.assert_allclose(grid(window, last).cells.values, leaves, atol=1e-3)
    stop, total = window.lab.stop, 0.0
    first = lab.first_channel(window.lab.out_channel)
    for channel in range(first, first + lab.kernels):
        padded = grid(window, f"labInput{channel}").cells.values
        top, left, bottom, right = (edge + lab.padding for edge in stop.window)
        weights = grid(window, f"labKernel{channel}").cells.values
        products = grid(window, f"labProducts{channel}").cells.values
        np.testing.assert_allclose(
            products, padded[top : bottom : lab.dilation, left : right : lab.dilation] * weights, atol=1e-6
        )
        total += float(products.sum())
        assert grid(window, f"labInput{channel}")._window == (top, left, bottom, right)
    for channel in set(range(lab.in_channels)) - set(range(first, first + lab.kernels)):
        assert grid(window, f"labKernel{channel}").isHidden()
    bias = 0.0 if lab.bias is None else float(lab.bias[window.lab.out_channel])
    assert abs(total + bias - expected[stop.row, stop.column]) < 1e-3
    assert text(window, "labCheck") == "✓ equal to torch.nn.Conv2d"
    assert text(window, "labCode") == lab.code
