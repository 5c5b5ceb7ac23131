"""Two and more digits on the pad: each is found, answered, framed, and looked at with a click or a key."""

import numpy as np
from helpers import THREE, answered, draw
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gui.window.main_window import MainWindow
from model.convolution import Window
from model.drawing.groups import digits_in, groups
from model.drawing.ink import Stroke

ONE = [(60, 60), (60, 140), (60, 220)]
ZERO = [(200, 70), (165, 100), (155, 150), (170, 205), (200, 220), (230, 200), (245, 150), (235, 95), (200, 70)]


def stroke(points: list[tuple[int, int]], width: float = 20) -> Stroke:
    return Stroke(np.array(points, np.float32), width)


def test_a_ten_is_a_one_and_a_nought(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, ONE)
    answered(qtbot, window, "1")
    assert not window.session.display.digits.seen
    draw(qtbot, window.panel.pad, ZERO)
    answered(qtbot, window, "0")  # the one drawn last
    seen = window.session.display.digits.seen
    assert [(each.digit, each.looked_at) for each in seen] == [(1, False), (0, True)]
    assert "1 0" in window.panel.status.text()
    marks = list(window.session.drawing.marks)
    place = window.panel.pad.answer_place(0).center().toPoint()
    qtbot.mouseClick(window.panel.pad, Qt.MouseButton.LeftButton, pos=place)
    answered(qtbot, window, "1")
    assert window.session.drawing.marks == marks  # the click drew nothing
    qtbot.keyClick(window, Qt.Key.Key_N)
    answered(qtbot, window, "0")
    qtbot.keyClick(window, Qt.Key.Key_Delete)
    answered(qtbot, window, "")
    assert not window.session.display.digits.seen


def test_the_frame_of_a_pixel_lies_on_the_digit_looked_at(qtbot: QtBot, window: MainWindow) -> None:
    page = np.full((300, 600), 255, np.uint8)
    page[60:240, 100:125] = 0
    page[60:240, 400:425] = 0
    image = QImage(page.tobytes(), 600, 300, 600, QImage.Format.Format_Grayscale8)
    window.panel.pictures.put(image.copy())
    answered(qtbot, window, "1")
    assert [one.digit for one in window.session.display.digits.seen] == [1, 1]
    snapshot = window.session.display.snapshot
    assert snapshot is not None
    assert snapshot.drawn is not None
    assert len(snapshot.drawn.picture) == 3
    drawn, box = snapshot.drawn, window.session.display.digits.seen[0].box
    rows, columns = drawn.scaled.shape
    corners = drawn.on_ink(Window(drawn.top, drawn.left, drawn.top + rows, drawn.left + columns))
    np.testing.assert_allclose([*corners[0], *corners[2]], np.array(box) / 2, atol=2)


def test_an_empty_picture_keeps_the_drawing(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    window.session.failed.disconnect()
    for grey in (255, 0):
        image = QImage(80, 60, QImage.Format.Format_Grayscale8)
        image.fill(grey * 0x10101)
        with qtbot.waitSignal(window.session.failed) as heard:
            window.panel.pictures.put(image)
        assert "Nothing was found" in heard.args[0]
    assert window.panel.digit.text() == "3"
    assert len(window.session.drawing.shown_marks()) == 1


def test_parts_of_one_digit_stay_together() -> None:
    five = [stroke([(90, 60), (85, 130), (150, 140), (160, 200), (90, 220)]), stroke([(150, 60), (200, 58)])]
    assert len(digits_in(five)) == 1
    dashed = [stroke([(140, y), (140, y + 20)]) for y in range(40, 240, 40)]
    assert len(digits_in(dashed)) == 1
    four = [stroke([(90, 60), (80, 140), (200, 140)]), stroke([(170, 100), (170, 230)])]
    assert len(digits_in(four)) == 1


def test_reading_order_is_line_by_line() -> None:
    boxes = [(60, 100, 80, 150), (0, 0, 20, 50), (0, 100, 20, 150), (60, 3, 80, 51), (120, 0, 140, 48)]
    assert groups(boxes) == [[1], [3], [4], [2], [0]]


@given(
    st.lists(st.tuples(st.integers(0, 500), st.integers(0, 500), st.integers(1, 90), st.integers(1, 90)), max_size=20)
)
def test_each_part_is_in_one_group(parts: list[tuple[int, int, int, int]]) -> None:
    boxes = [(x, y, x + w, y + h) for x, y, w, h in parts]
    found = groups(boxes)
    assert sorted(number for group in found for number in group) == list(range(len(boxes)))
    larger = [tuple(3 * edge + 7 for edge in box) for box in boxes]
    assert groups(larger) == found


def test_what_erases_goes_with_each_digit() -> None:
    eraser = Stroke(np.array([[60, 140]], np.float32), 20, eraser=True)
    one, zero = stroke(ONE), stroke(ZERO)
    assert digits_in([one, eraser, zero]) == [[one, eraser], [eraser, zero]]
