"""The lab's picture: it grows with the room, everything has its place, and what is pointed at is lit."""

from itertools import combinations, pairwise

import pytest
import torch
from helpers import settle
from hypothesis import given
from hypothesis import strategies as st
from lab_helpers import assert_shows, click, grid, slider, text
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.pages.lab.controller import LabController
from gui.pages.lab.stage import LabStage
from gui.pages.lab.stage_layout import LARGEST, Contents, plan
from gui.window.main_window import MainWindow


def stage(window: MainWindow) -> LabStage:
    found = window.lab_page.findChild(LabStage)
    assert found is not None
    return found


@given(
    st.integers(780, 2600), st.integers(350, 1500), st.integers(1, 4), st.integers(1, 18), st.integers(1, 5),
    st.integers(1, 18), st.booleans(), st.booleans(), st.booleans(),
)  # fmt: skip
def test_everything_has_its_place(
    width: int, height: int, channels: int, cells: int, kernel: int, out: int, relu: bool, pools: bool, picture: bool
) -> None:
    if picture:
        channels, cells, out = min(channels, 3), 4 * cells, 4 * out
    contents = Contents(channels, cells, kernel, out, relu, out // 2 if pools else 0, picture)
    made = plan(width, height, contents, 0 if channels == 1 else 24)
    assert made.side <= LARGEST
    assert made.out_side <= LARGEST
    grids = {name: rect for name, rect in made.rects.items() if not name.startswith(("name", "head", "bar"))}
    if "map" in grids and not made.dense:
        assert {f"input{channel}" for channel in range(channels)} <= grids.keys()
    for name, rect in grids.items():
        assert QRect(0, 0, width, height).contains(rect), (name, rect, made)
    for (one, first), (other, second) in combinations(grids.items(), 2):
        assert not first.intersects(second), (one, other, made)


@pytest.mark.parametrize("size", [(1100, 700), (1440, 900), (1920, 1080)])
def test_the_picture_fills_the_room(
    qtbot: QtBot, window: MainWindow, lab: LabController, size: tuple[int, int]
) -> None:
    window.resize(*size)
    lab.start_lesson(1)
    settle(qtbot, window)
    # one picture, one size
    (side,) = {grid(window, name)._side for name in ("labInput0", "labKernel0", "labProducts0")}
    assert grid(window, "labMap")._side >= side
    assert side >= {1100: 50, 1440: 75, 1920: 110}[size[0]]
    places = [grid(window, name).geometry() for name in ("labInput0", "labKernel0", "labProducts0", "labMap")]
    assert all(left.right() < right.left() for left, right in pairwise(places))
    middles = [place.center().y() for place in places]
    assert max(middles) - min(middles) <= 20
    taken = places[-1].right() - places[0].left()
    assert taken > 0.85 * stage(window).width()


def test_text_below_is_larger_on_a_large_screen(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    heights = []
    for size in ((1440, 900), (1920, 1080)):
        window.resize(*size)
        settle(qtbot, window)
        words = window.findChild(QWidget, "labLesson")
        assert words is not None
        heights.append(words.fontInfo().pixelSize())
    assert heights[1] >= heights[0] + 2


def test_an_input_cell_lights_the_outputs_it_goes_into(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    """As the gradient says: those whose derivative by that cell is a weight."""
    for stride, dilation in ((1, 1), (1, 2), (2, 1), (2, 2)):
        lab.start_lesson(5)
        for name, value in (("padding", 1), ("stride", stride), ("dilation", dilation)):
            lab.change(name, value)
        lab.set_kernel("blur")  # no weight is 0
        settle(qtbot, window)
        view = grid(window, "labInput0")
        conv = torch.nn.Conv2d(1, 1, 3, stride, 1, dilation, bias=False)
        torch.nn.init.ones_(conv.weight)
        for row, column in ((0, 0), (2, 3), (5, 5)):
            qtbot.mouseMove(view, view.cell_rect(row + 1, column + 1).center())
            image = torch.zeros(1, 1, 6, 6)
            image[0, 0, row, column] = 1
            reached = {(int(r), int(c)) for r, c in conv(image)[0, 0].nonzero().tolist()}
            assert grid(window, "labMap")._lit == reached, (stride, dilation)
            assert_shows(window)
        view._set_hover((-1, -1))
        assert grid(window, "labMap")._lit == frozenset()


def test_an_output_cell_frames_what_it_reads_and_dilation_what_it_jumps_over(
    qtbot: QtBot, window: MainWindow, lab: LabController
) -> None:
    click(qtbot, window, "lesson4")
    assert lab.lab.dilation == 2
    output, view = grid(window, "labMap"), grid(window, "labInput0")
    qtbot.mouseMove(output, output.cell_rect(1, 2).center())
    assert view._window == (1, 2, 6, 7)
    assert view._dilation == 2
    assert "dilation=2" in text(window, "labCode")
    before = view.grab().toImage()
    slider(window, "dilation").setValue(1)
    assert view._dilation == 1
    assert view.grab().toImage() != before
    assert_shows(window)


def test_a_filter_reads_only_the_channels_of_its_group(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson14")
    for number in range(4):
        click(qtbot, window, f"labFilter{number}")
        shown = [channel for channel in range(4) if grid(window, f"labKernel{channel}").isVisible()]
        assert shown == [number]
        assert_shows(window)
    lab.change("groups", 2)
    lab.show_filter(3)
    assert [channel for channel in range(4) if grid(window, f"labKernel{channel}").isVisible()] == [2, 3]
    lab.hover_input(0, 1, 1)  # which filter 3 does not read
    assert lab.lit == frozenset()
    lab.hover_input(2, 1, 1)
    assert lab.lit
    lab.type_weight(1, 0, 1, "9")
    assert lab.lab.weight[3, 1, 0, 1] == 9
    assert_shows(window)


def test_relu_and_max_pool_follow(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson1")
    for name in ("labRelu", "labPooled"):
        assert grid(window, name).isHidden()
    slider(window, "size").setValue(5)
    click(qtbot, window, "reluBox")
    click(qtbot, window, "max_poolBox")
    assert_shows(window)
    assert "ReLU(), torch.nn.MaxPool2d(2)" in text(window, "labCode")
    pooled = grid(window, "labPooled")
    reached = []
    for number in range(lab.last + 1):
        lab.go(number)
        reached.append(pooled._reached)
    full = [divmod(place, 2) for place in range(4)]
    expected = [sum(n >= (2 * r + 1) * 4 + 2 * c + 1 for r, c in full) - 1 for n in range(16)]
    assert reached == expected  # a number of the pool is there once its four are
    qtbot.mouseMove(pooled, pooled.cell_rect(1, 1).center())
    window_ = lab.lab.after_relu[0, 2:4, 2:4]
    down, right = divmod(int(window_.argmax()), 2)
    assert (lab.stop.row, lab.stop.column) == (2 + down, 2 + right)


def test_what_appears_moves_nothing(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    """Neither the reason why a setting goes no further, nor the way back, nor a hint."""
    click(qtbot, window, "lesson1")
    settle(qtbot, window)
    moved = slider(window, "kernel_size")
    names = ("kernel_sizeSlider", "kernelEdge", "inputNumbers", "labAnswer", "labHint")
    widgets = [window.findChild(QWidget, name) for name in names]

    def places() -> list[QRect]:
        return [QRect(w.mapTo(window, w.rect().topLeft()), w.size()) for w in widgets if w is not None]

    before = places()
    moved.setValue(5)
    settle(qtbot, window)
    assert text(window, "settingRefused")
    assert places()[:3] == before[:3]
    click(qtbot, window, "labRestart")
    settle(qtbot, window)
    assert places() == before
    click(qtbot, window, "labHint")
    settle(qtbot, window)
    assert text(window, "labVerdict").startswith("Hint")
    assert places() == before
