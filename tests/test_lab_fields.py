"""Receptive fields in the lab: the theoretical one counted, the effective one where PyTorch's gradient is."""

import numpy as np
import pytest
import torch
from helpers import settle
from hypothesis import given, settings
from hypothesis import strategies as st
from lab_helpers import click, grid, slider, text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.pages.lab.controller import LabController
from gui.window.main_window import MainWindow
from model.convolution import Step, Window, receptive_field
from model.lab.fields import LARGEST, LAYERS, SHARE, of_network, of_settings
from model.lab.lessons import drawn
from model.network.checkpoint import Checkpoint


@settings(max_examples=20)
@given(st.integers(1, 4), st.integers(1, 2), st.integers(1, 3))
def test_the_gradient_of_equal_layers_is_pytorch_s(kernel_size: int, stride: int, dilation: int) -> None:
    step = Step(kernel_size, stride, 0, dilation)
    fields = of_settings(step)
    assert [field.depth for field in fields] == list(range(1, LAYERS + 1))
    for field in fields:
        window = receptive_field([step] * field.depth, Window(0, 0, 1, 1))
        assert field.side == window.bottom - window.top
        if field.gradient is None:
            assert field.side > LARGEST
            continue
        image = torch.zeros(1, 1, field.side, field.side, dtype=torch.float64, requires_grad=True)
        made: torch.Tensor = image
        ones = torch.ones(1, 1, kernel_size, kernel_size, dtype=torch.float64)
        for _ in range(field.depth):
            made = torch.nn.functional.conv2d(made, ones, None, stride, 0, dilation)
        made.sum().backward()  # one number is left
        assert made.numel() == 1
        assert image.grad is not None
        expected = (image.grad[0, 0] / image.grad.max()).numpy()
        top, left, bottom, right = field.window
        np.testing.assert_allclose(field.gradient[top:bottom, left:right], expected)
        assert field.gradient.sum() == pytest.approx(expected.sum())
        less = (field.side - field.effective) // 2
        assert expected[less : field.side - less, less : field.side - less].sum() >= SHARE * expected.sum()
        inner = expected[less + 1 : field.side - less - 1, less + 1 : field.side - less - 1]
        assert inner.sum() < SHARE * expected.sum()


def test_the_network_s_gradient_lies_within_its_fields(shipped: Checkpoint) -> None:
    fields = of_network(shipped.network, None)
    assert len(fields) == len(shipped.network.specs)
    assert [field.side for field in fields] == sorted(field.side for field in fields)
    image = torch.from_numpy(drawn(None).copy())[None].requires_grad_()
    shipped.network.convs()[0](image)[0, :, 14, 14].sum().backward()
    assert image.grad is not None
    expected = image.grad[0, 0].abs().numpy()
    assert fields[0].gradient is not None
    np.testing.assert_allclose(fields[0].gradient, expected / expected.max(), atol=1e-6)
    for field in fields:
        assert field.gradient is not None
        top, left, bottom, right = field.window
        outside = field.gradient.copy()
        outside[top:bottom, left:right] = 0
        assert not outside.any()
        assert field.gradient.max() == 1
        assert field.effective <= field.side


def test_the_lesson_shows_them_growing(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson12")
    qtbot.waitUntil(lambda: grid(window, "labNetworkField1").isVisible())
    sides = []
    for depth in range(1, LAYERS + 1):
        view = grid(window, f"labField{depth}")
        assert view.isVisible()
        assert view._window is not None
        sides.append(view._window.bottom - view._window.top)
    assert sides == [3, 5, 7, 9, 11]
    made = window.findChild(QPushButton, "labDepth5")
    assert made is not None
    assert made.text().startswith("5: 11 × 11")
    qtbot.keyClick(made, Qt.Key.Key_Space)
    assert text(window, "labQuestion").startswith("5 layers")
    assert lab.quiz.question.answer == 11
    view = grid(window, "labField1")
    settle(qtbot, window)
    qtbot.mouseMove(view, view.cell_rect(7, 7).center())
    assert text(window, "labReadout") == "in[7, 7] counts 1.00"
    slider(window, "stride").setValue(2)
    assert lab.quiz.question.answer == 63
    assert made.text().startswith("5: 63 × 63")
    slider(window, "kernel_size").setValue(5)
    assert grid(window, "labField5").isHidden()  # too large to draw, but said
    assert made.text().startswith("5: 125 × 125")
