"""The Convolution lab through its real widgets: stepping, typing, settings, lessons, quizzes, pictures."""

import pytest
from lab_helpers import assert_shows, click, grid, playing, shown, slider, text
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from gui.pages.lab.controller import LabController
from gui.pages.lab.player import SPEEDS
from gui.window.main_window import MainWindow
from model.kernels import KINDS, kernel
from model.lab.lessons import LESSONS
from model.lab.settings import RANGES


def test_each_lesson_shows_what_pytorch_computes(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    told = set()
    for lesson in [n for n, key in enumerate(LESSONS) if key != "receptive field"]:
        click(qtbot, window, f"lesson{lesson}")
        assert lab.lesson == lesson
        assert_shows(window)
        for number in range(0, lab.last + 1, max(1, lab.last // 6)):
            lab.go(number)
            assert_shows(window)
        told.add(text(window, "labLesson"))
        assert text(window, "labQuestion")
        assert not window.grab().isNull()
    assert len(told) == len(LESSONS) - 1
    assert "" not in told


def test_the_kernel_is_stepped_through_the_input(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson2")
    slider(window, "size").setValue(5)
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
    assert view.cells.unread == (4,)
    page = window.lab_page
    for key, number in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 1), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(page, key, Qt.KeyboardModifier.ControlModifier)
        assert lab.number == number


def test_it_plays_to_the_end_and_pointing_holds_it(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    box = window.findChild(QComboBox, "labSpeed")
    assert box is not None
    box.setCurrentIndex(len(SPEEDS) - 1)
    click(qtbot, window, "lesson1")
    click(qtbot, window, "labPlay")
    play = window.findChild(QPushButton, "labPlay")
    assert play is not None
    assert "pause" in play.text()
    lab.hover(4)
    before = lab.number
    ticks: list[None] = []
    lab.player.ticked.connect(lambda: ticks.append(None))
    qtbot.waitUntil(lambda: len(ticks) >= 5)
    assert (lab.number, lab.shown) == (before, 4)
    lab.hover(None)
    qtbot.waitUntil(lambda: lab.number == lab.last)
    assert not playing(lab)
    assert "play" in play.text()
    click(qtbot, window, "labPlay")  # from the start again
    assert lab.number == 0


def test_it_stops_when_one_looks_elsewhere(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson1")
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
    click(qtbot, window, "lesson8")
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


def test_every_setting_is_moved_and_shown(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    for name in sorted(RANGES):
        click(qtbot, window, "lesson9")  # with its own settings
        moved = slider(window, name)
        moved.setFocus()
        for key in (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Left):
            qtbot.keyClick(moved, key)
            assert getattr(lab.lab, name) == moved.value()
            assert text(window, f"{name}Value") == str(moved.value()), name
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
    click(qtbot, window, "lesson9")
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


@pytest.mark.usefixtures("lab")
def test_kernels_by_name(qtbot: QtBot, window: MainWindow) -> None:
    for kind in KINDS:
        click(qtbot, window, "lesson8")
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
    click(qtbot, window, "lesson9")
    first = shown(grid(window, "labMap")), shown(grid(window, "labKernel0"))
    click(qtbot, window, "labFilter1")
    second = shown(grid(window, "labMap")), shown(grid(window, "labKernel0"))
    assert first[0] != second[0]
    assert first[1] != second[1]
    assert_shows(window)
    slider(window, "out_channels").setValue(1)
    assert lab.out_channel == 0
    assert_shows(window)


def test_the_line_of_pytorch_is_copied(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson11")
    click(qtbot, window, "copyConv2d")
    assert QGuiApplication.clipboard().text() == lab.lab.code
