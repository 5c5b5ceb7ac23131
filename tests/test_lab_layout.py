"""The Convolution lab: every control is named, nothing is cut off, the theme reaches every grid."""

import numpy as np
import pytest
from helpers import settle
from lab_helpers import click, grid, type_into
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.pages.lab.controller import LabController
from gui.pages.lab.grid import GridView
from gui.pages.lab.number_line import NumberLine
from gui.pages.lab.page import LabPage
from gui.pages.lab.stage import LabStage
from gui.style import theme
from gui.widgets.color_bar import ColorBar
from gui.window.main_window import MainWindow
from model.lab.lessons import LESSONS


def test_the_page_made_anew_shows_the_same(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson9")
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


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700), (900, 660)])
def test_nothing_is_cut_off(qtbot: QtBot, window: MainWindow, lab: LabController, size: tuple[int, int]) -> None:
    window.resize(*size)
    for lesson in range(len(LESSONS)):
        lab.start_lesson(lesson)
        lab.answer("1")
        settle(qtbot, window)
        assert_whole(window.lab_page)


def assert_whole(page: QWidget) -> None:
    """Each text and each grid of the lab has the room it needs."""
    for words in page.findChildren(QLabel):
        if words.isVisible() and words.text():
            needed = words.heightForWidth(words.width()) if words.wordWrap() else words.sizeHint().height()
            assert words.height() >= needed - 1, words.text()
            assert words.wordWrap() or words.width() >= words.sizeHint().width() - 1, words.text()
    for control in page.findChildren(QPushButton):
        if control.isVisible():
            widest = max(map(control.fontMetrics().horizontalAdvance, control.text().split("\n")))
            assert control.width() >= widest + 4, control.text()
    for line in page.findChildren(NumberLine):
        places = line._placed()
        assert line.isHidden() or not places or places[-1].bottom() <= line.height(), line.text
    for view in page.findChildren(GridView):
        if view.isVisible():
            assert_inside(view)


def assert_inside(view: GridView) -> None:
    """Nothing of the grid is outside the picture that it belongs to."""
    around = view.parentWidget()
    assert around is not None
    assert around.rect().contains(view.geometry()), (view.objectName(), view.geometry(), around.rect())


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_the_largest_settings_fit(qtbot: QtBot, window: MainWindow, lab: LabController, size: tuple[int, int]) -> None:
    """Where the cells are too many for numbers they become pixels, with the numbers under the kernel beside them."""
    window.resize(*size)
    lab.start_lesson(11)
    stage = window.lab_page.findChild(LabStage)
    assert stage is not None
    largest = {"in_channels": 4, "out_channels": 4, "size": 12, "kernel_size": 5, "stride": 1}
    for padding, channels in ((0, 2), (0, 4), (1, 3), (3, 1), (3, 4)):
        for name, value in {**largest, "padding": padding, "in_channels": channels}.items():
            lab.change(name, value)
        settle(qtbot, window)
        for view in window.lab_page.findChildren(GridView):
            if view.isVisible():
                assert_inside(view)
        output, below = grid(window, "labMap"), window.findChild(ColorBar, "labMapColours")
        assert below is not None
        assert below.isHidden() or output.geometry().bottom() < below.geometry().top(), (padding, channels)
    assert stage.dense
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


def test_the_theme_s_colours_reach_every_grid(window: MainWindow, lab: LabController) -> None:
    lab.start_lesson(1)
    view = grid(window, "labMap")
    colours = []
    for name in ("dark", "light"):
        window.set_theme(name)
        QApplication.processEvents()
        colours.append(view.grab().toImage().pixelColor(view._side // 2, 6).name())
    assert colours == [theme.DARK.raised, theme.LIGHT.raised]
