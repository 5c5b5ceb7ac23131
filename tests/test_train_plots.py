"""Page "Train": reading, zooming and choosing a step in the curves."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.pages.train.curves_plot import Curves
from model.train.training import Progress


def progress(step: int, validation: float | None = None) -> Progress:
    return Progress(step, 1000, 1, 3, 2.0 / step, 0.01, 1000.0, 1.0, validation=validation)


@pytest.fixture
def curves(qtbot: QtBot) -> Curves:
    made = Curves()
    qtbot.addWidget(made)
    made.resize(600, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.begin()
    made.add([progress(n, 0.9 if n % 20 == 0 else None) for n in range(1, 401)])
    QApplication.processEvents()
    return made


def place(curves: Curves, step: float) -> QPoint:
    point = curves.box.mapViewToScene(QPointF(step, 1.0))
    return QPoint(round(point.x()), curves.height() // 2)


def test_the_cursor_reads_values_and_a_click_chooses_the_step(qtbot: QtBot, curves: Curves) -> None:
    pointed: list[int | None] = []
    curves.pointed.connect(pointed.append)
    qtbot.mouseMove(curves.viewport(), place(curves, 200))
    assert pointed
    step = pointed[-1]
    assert step is not None
    assert abs(step - 200) <= 2
    at, loss, rate, accuracy = curves.values(step)  # type: ignore[misc]
    assert (at, loss, rate, accuracy) == (step, 2.0 / step, 0.01, 90.0)
    with qtbot.waitSignal(curves.step_chosen) as chosen:
        qtbot.mouseClick(curves.viewport(), Qt.MouseButton.LeftButton, pos=place(curves, 200))
    assert abs(chosen.args[0] - 200) <= 2


def test_the_wheel_zooms_the_steps_and_dragging_moves_them(qtbot: QtBot, curves: Curves) -> None:
    whole, middle = curves.box.viewRange(), QPointF(place(curves, 200))
    event = QWheelEvent(
        middle, QPointF(curves.viewport().mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, 600),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(curves.viewport(), event)
    (left, right), _ = curves.box.viewRange()
    assert right - left < 0.9 * (whole[0][1] - whole[0][0])
    assert left < 200 < right
    curves.show_step(200)
    chosen: list[int] = []
    curves.step_chosen.connect(chosen.append)
    qtbot.mouseMove(curves.viewport(), place(curves, 200))
    qtbot.mousePress(curves.viewport(), Qt.MouseButton.LeftButton, pos=place(curves, 200))
    for step in (205, 215, 230):
        qtbot.mouseMove(curves.viewport(), place(curves, step))
    qtbot.mouseRelease(curves.viewport(), Qt.MouseButton.LeftButton, pos=place(curves, 230))
    assert chosen, "the line of the shown step can be dragged"
    assert chosen[-1] > 203
    assert curves.shown_line.value() == 200, "it stays where the window is"


def test_keys_move_the_cursor_zoom_and_reset(qtbot: QtBot, curves: Curves) -> None:
    whole = curves.box.viewRange()[0]
    qtbot.keyClick(curves, Qt.Key.Key_Left)
    qtbot.keyClick(curves, Qt.Key.Key_Left)
    assert curves.cursor_line.value() == 399
    qtbot.keyClick(curves, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert curves.cursor_line.value() == 389
    with qtbot.waitSignal(curves.step_chosen) as chosen:
        qtbot.keyClick(curves, Qt.Key.Key_Return)
    assert chosen.args == [389]
    qtbot.keyClick(curves, Qt.Key.Key_Plus)
    zoomed = curves.box.viewRange()[0]
    assert zoomed[1] - zoomed[0] < 0.8 * (whole[1] - whole[0])
    curves.add([progress(n) for n in range(401, 500)])
    assert curves.box.viewRange()[0] == zoomed  # a view that was chosen stays
    qtbot.keyClick(curves, Qt.Key.Key_0)
    QApplication.processEvents()
    assert curves.box.viewRange()[0][1] > 499


def test_logarithmic_loss(curves: Curves) -> None:
    curves.set_log(True)
    QApplication.processEvents()
    low, high = curves.box.viewRange()[1]
    assert low < np.log10(2.0 / 400) < np.log10(2.0) < high
    assert not curves.plot_item.getAxis("right").logMode
    assert curves.values(400)[1] == 2.0 / 400  # type: ignore[index]
    curves.set_log(False)
    QApplication.processEvents()
    assert curves.box.viewRange()[1][1] > 1.9
