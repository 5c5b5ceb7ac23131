"""Drawing with mouse, keys and tablet, through the real window."""

import math

import numpy as np
import pytest
from helpers import SEVEN, THREE, answered, at, draw
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gui.session.drawing import Drawing
from gui.window.main_window import MainWindow
from model.convolution import Window
from model.drawing.ink import SIDE, Picture, Stroke, render
from model.evaluate.evaluation import rasters

LEANING_ONE = [(125, 112), (158, 82), (190, 55), (165, 110), (142, 165), (120, 220)]


def push(qtbot: QtBot, window: MainWindow, name: str) -> None:
    found = window.findChild(QPushButton, name)
    assert found is not None
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_a_drawn_digit_is_answered(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    push(qtbot, window, "clearButton")
    answered(qtbot, window, "")
    assert window.panel.status.text() == "draw a digit"
    draw(qtbot, window.panel.pad, SEVEN)
    answered(qtbot, window, "7")


def test_the_answer_comes_while_the_pen_is_down(qtbot: QtBot, window: MainWindow) -> None:
    pad = window.panel.pad
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=at(pad, *SEVEN[0]))
    for point in SEVEN[1:]:
        qtbot.mouseMove(pad, at(pad, *point))
    answered(qtbot, window, "7")
    assert window.session.drawing.drawing_now
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=at(pad, *SEVEN[-1]))


def test_undo_and_redo_go_stroke_by_stroke(qtbot: QtBot, window: MainWindow) -> None:
    drawing = window.session.drawing
    draw(qtbot, window.panel.pad, [(60, 60), (60, 200)], [(120, 60), (120, 200)])
    both = drawing.ink().copy()
    push(qtbot, window, "undoButton")
    assert len(drawing.shown_marks()) == 1
    assert drawing.ink()[:, 55:65].max() == 0
    push(qtbot, window, "redoButton")
    assert np.array_equal(drawing.ink(), both)
    push(qtbot, window, "clearButton")
    assert drawing.ink().max() == 0
    push(qtbot, window, "undoButton")
    assert np.array_equal(drawing.ink(), both)


def test_ink_grown_point_by_point_equals_ink_of_the_whole_stroke(qtbot: QtBot, window: MainWindow) -> None:
    pad = window.panel.pad
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=at(pad, *THREE[0]))
    for point in THREE[1:]:
        qtbot.mouseMove(pad, at(pad, *point))
        window.session.display.answer()
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=at(pad, *THREE[-1]))
    np.testing.assert_allclose(window.session.drawing.ink(), render(window.session.drawing.shown_marks()), atol=1e-5)


def test_what_the_pad_shows_is_the_ink(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE, [(40, 250)])
    shown = window.panel.pad.painted(140).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(shown.constBits(), np.uint8).reshape(140, shown.bytesPerLine())[:, :140] / 255.0
    difference = np.abs(pixels - window.session.drawing.ink())
    assert difference.mean() < 0.004
    assert difference.max() < 0.5  # both smooth the edge, each in its own way


def test_a_click_makes_a_dot(qtbot: QtBot, window: MainWindow) -> None:
    pad = window.panel.pad
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=at(pad, 140, 140))
    ink = window.session.drawing.ink()
    assert ink[70, 70] == 1.0
    assert ink.sum() == pytest.approx(np.pi * 5**2, rel=0.05)


def test_the_eraser_and_the_right_button_take_ink_away(qtbot: QtBot, window: MainWindow) -> None:
    pad, drawing = window.panel.pad, window.session.drawing
    draw(qtbot, pad, [(40, 140), (240, 140)])
    push(qtbot, window, "eraserButton")
    draw(qtbot, pad, [(140, 100), (140, 180)])
    assert drawing.ink()[70, 70] == 0
    push(qtbot, window, "penButton")
    draw(qtbot, pad, [(60, 100), (60, 180)], button=Qt.MouseButton.RightButton)
    assert drawing.ink()[70, 30] == 0
    assert drawing.ink()[70, 50] == 1


def test_drawing_over_the_edge_and_back(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, [(140, 140), (340, 140), (340, 60), (140, 60)])
    ink = window.session.drawing.ink()
    assert ink[70, 139] == 1
    assert ink[30, 139] == 1


def test_the_keys_draw(qtbot: QtBot, window: MainWindow) -> None:
    pad = window.panel.pad
    pad.setFocus()
    qtbot.keyClick(pad, Qt.Key.Key_Space)
    for _ in range(10):
        qtbot.keyClick(pad, Qt.Key.Key_Down)
    qtbot.keyClick(pad, Qt.Key.Key_Space)
    assert len(window.session.drawing.shown_marks()) == 1
    assert window.session.drawing.ink()[88, 70] == 1


def test_brackets_change_the_brush_and_it_is_remembered(qtbot: QtBot, window: MainWindow) -> None:
    before = window.panel.pad.brush
    qtbot.keyClick(window, Qt.Key.Key_BracketRight)
    qtbot.keyClick(window, Qt.Key.Key_BracketRight)
    qtbot.keyClick(window, Qt.Key.Key_BracketLeft)
    assert window.panel.pad.brush == before + 2
    assert window.session.settings.brush == before + 2


def tablet(window: MainWindow, kind: QTabletEvent.Type, x: float, y: float, pressure: float) -> bool:
    pad = window.panel.pad
    place = QPointF(at(pad, x, y))
    buttons = Qt.MouseButton.LeftButton
    event = QTabletEvent(
        kind, QPointingDevice.primaryPointingDevice(), place, QPointF(pad.mapToGlobal(place)), pressure, 0, 0, 0, 0, 0,
        Qt.KeyboardModifier.NoModifier, buttons, buttons,
    )  # fmt: skip
    QApplication.sendEvent(pad, event)
    return event.isAccepted()


@pytest.mark.parametrize("matters", [False, True])
def test_a_tablet_draws_one_stroke_with_or_without_pressure(window: MainWindow, matters: bool) -> None:
    window.panel.set_pressure(matters)
    assert tablet(window, QTabletEvent.Type.TabletPress, 60, 140, 0.5)
    assert tablet(window, QTabletEvent.Type.TabletMove, 220, 140, 0.5)
    assert tablet(window, QTabletEvent.Type.TabletRelease, 220, 140, 0.0)
    [mark] = window.session.drawing.shown_marks()
    assert isinstance(mark, Stroke)
    assert window.session.drawing.ink()[:, 70].sum() == pytest.approx(5 if matters else 10, abs=0.3)


def test_a_dropped_picture_is_read(qtbot: QtBot, window: MainWindow, tmp_path: object) -> None:
    draw(qtbot, window.panel.pad, SEVEN)
    canvas = window.panel.pad.painted(400).toImage()
    canvas.invertPixels()  # dark on light
    path = f"{tmp_path}/seven.png"
    assert canvas.save(path)
    push(qtbot, window, "clearButton")
    answered(qtbot, window, "")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path)])
    window.panel.pad.picture_dropped.emit(mime)
    answered(qtbot, window, "7")
    push(qtbot, window, "undoButton")
    answered(qtbot, window, "")


def test_a_pasted_picture_is_read(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    QApplication.clipboard().setImage(window.panel.pad.painted(300).toImage())
    push(qtbot, window, "clearButton")
    answered(qtbot, window, "")
    qtbot.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    answered(qtbot, window, "3")


def test_a_file_that_is_no_picture_gets_a_sentence_and_the_drawing_stays(
    qtbot: QtBot, window: MainWindow, tmp_path: object
) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    path = f"{tmp_path}/no.png"
    with open(path, "w") as file:
        file.write("no picture")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path)])
    window.session.failed.disconnect()
    with qtbot.waitSignal(window.session.failed) as heard:
        window.panel.pictures.put(mime)
    assert "no.png" in heard.args[0]
    assert window.panel.digit.text() == "3"


@pytest.mark.usefixtures("qapp")
def test_many_strokes_stay_few_and_undo_stays_right(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = 20  # with 200 all strokes that are left would be drawn 400 times
    monkeypatch.setattr("gui.session.drawing.UNDO_LIMIT", limit)
    drawing = Drawing()
    for n in range(600):
        drawing.begin(20 + n % 240, 20)
        drawing.extend(20 + n % 240, 40 + n % 200)
        drawing.end()
    assert len(drawing.marks) <= 2 * limit
    whole = drawing.ink().copy()
    while drawing.undo_stack.canUndo():
        drawing.undo_stack.undo()
    assert drawing.shows_base
    while drawing.undo_stack.canRedo():
        drawing.undo_stack.redo()
    np.testing.assert_allclose(drawing.ink(), whole, atol=1e-6)
    drawing.clear()
    assert drawing.empty
    assert drawing.ink().max() == 0


@pytest.mark.usefixtures("qapp")
def test_a_picture_replaces_what_was_there() -> None:
    drawing = Drawing()
    drawing.begin(100, 100)
    drawing.end()
    drawing.put_picture(Picture(np.full((140, 140), 255, np.uint8)))
    assert drawing.ink().min() == 1
    drawing.undo_stack.undo()
    assert drawing.ink()[50, 50] == 1
    assert drawing.ink()[0, 0] == 0


def test_the_drawing_can_be_saved_as_png(qtbot: QtBot, window: MainWindow, tmp_path: object) -> None:
    from pathlib import Path

    draw(qtbot, window.panel.pad, THREE)
    path = Path(str(tmp_path)) / "three.png"
    window.panel.pictures.save(path, window.panel.pad.painted(560).toImage())
    image = QImage(str(path))
    assert (image.width(), image.height()) == (560, 560)
    assert QColor(image.pixel(280, 90)).lightness() == 255
    assert QColor(image.pixel(5, 5)).lightness() == 0


def test_a_small_digit_with_a_wide_pen_is_read_with_a_narrower_one(qtbot: QtBot, window: MainWindow) -> None:
    drawing = window.session.drawing
    window.panel.set_brush(40)
    small = [(140 + (x - 140) // 4, 140 + (y - 140) // 4) for x, y in THREE]
    draw(qtbot, window.panel.pad, small)
    answered(qtbot, window, "3")
    np.testing.assert_allclose(drawing.ink_to_read(), drawing.record().ink(), atol=1e-4)
    assert drawing.ink_to_read().sum() < drawing.ink().sum() / 2
    push(qtbot, window, "undoButton")
    assert drawing.ink_to_read().max() == 0


def test_ink_to_read_grows_with_the_stroke_and_follows_the_eraser(qtbot: QtBot, window: MainWindow) -> None:
    pad, drawing = window.panel.pad, window.session.drawing
    window.panel.set_brush(40)
    draw(qtbot, pad, [(120, 100), (120, 170)])
    qtbot.mousePress(pad, Qt.MouseButton.RightButton, pos=at(pad, 100, 170))
    for x in (110, 120, 130, 150):
        qtbot.mouseMove(pad, at(pad, x, 170))
        window.session.display.answer()
    qtbot.mouseRelease(pad, Qt.MouseButton.RightButton, pos=at(pad, 150, 170))
    np.testing.assert_allclose(drawing.ink_to_read(), drawing.record().ink(), atol=1e-4)


def test_a_picture_is_read_as_it_is(window: MainWindow) -> None:
    drawing = window.session.drawing
    picture = np.zeros((SIDE, SIDE), np.uint8)
    picture[60:80, 60:80] = 255
    drawing.put_picture(Picture(picture))
    assert drawing.ink_to_read() is drawing.ink()


def test_a_leaning_drawing_is_straightened_and_framed_as_it_was_drawn(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, LEANING_ONE)
    answered(qtbot, window, "1")
    drawn = window.session.drawing.raster()
    assert drawn is not None
    assert drawn.turn is not None
    assert drawn.turn.angle < -0.05
    window.panel.show_field(Window(4, 10, 12, 18))
    corners = window.panel.pad._outline
    assert corners
    (left, top), (right, beside), *_ = corners[0]
    assert math.atan2(beside - top, right - left) == pytest.approx(-drawn.turn.angle, abs=0.01)
    window.panel.show_field(None)
    window.panel._steps.open_beside()
    assert f"{math.degrees(drawn.turn.angle):+.0f}°" in window.panel._steps._texts[1].text()
    window.panel._steps.close()
    same = window.session.drawing.record()
    image, _ = rasters([same])
    np.testing.assert_allclose(image[0, 0].numpy(), drawn.image, atol=1e-4)


def test_a_picture_of_what_leans_is_not_turned(window: MainWindow) -> None:
    drawing = window.session.drawing
    drawing.put_picture(Picture((render([Stroke(np.array(LEANING_ONE, np.float32))]) * 255).astype(np.uint8)))
    drawn = drawing.raster()
    assert drawn is not None
    assert drawn.turn is None
