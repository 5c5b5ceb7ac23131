"""What is said of an answer in the lab is about that answer, and its working adds up to the number that is shown."""

import re

import numpy as np
import pytest
from helpers import THREE, draw, press
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gui.window.main_window import MainWindow
from model.lab.lab import Lab
from model.lab.questions import cell_question, written

reals = st.floats(-9, 9, width=32)


@given(st.integers(1, 3), st.integers(1, 4), st.booleans(), st.data())
def test_the_working_adds_up(channels: int, side: int, biased: bool, data: st.DataObject) -> None:
    image = data.draw(arrays.arrays(np.float32, (channels, 5, 5), elements=reals))
    weight = data.draw(arrays.arrays(np.float32, (1, channels, side, side), elements=reals))
    bias = np.array([data.draw(reals)], np.float32) if biased else None
    question = cell_question(Lab(image, weight, bias, 1, 0), 0, 1, 0)
    parts, sign, result = re.fullmatch(r"(.*) ([=≈]) (\S+)", question.working).groups()  # type: ignore[union-attr]
    numbers = [float(part) for part in re.findall(r"\((\S+)\)", parts)]
    assert result == written(question.answer)
    assert len(numbers) > 1 or channels == side == 1  # else it would only repeat the result
    assert sum(numbers) == pytest.approx(float(result), abs=0.0051 * (len(numbers) + 1))
    if sign == "=":
        assert round(sum(numbers), 2) == pytest.approx(float(result), abs=1e-6)
    assert question.is_right(float(result))


def test_a_word_is_no_answer_and_takes_the_verdict_away(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    press(qtbot, window, "labPageButton")
    press(qtbot, window, "lesson5")
    field, verdict = window.findChild(QLineEdit, "labAnswer"), window.findChild(QLabel, "labVerdict")
    assert field is not None
    assert verdict is not None
    qtbot.keyClicks(field, "10")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert verdict.text().startswith("Right")
    for typed in ("abc", "nan", "inf", ""):
        field.selectAll()
        qtbot.keyClick(field, Qt.Key.Key_Delete)
        qtbot.keyClicks(field, typed)
        assert verdict.text() == ""  # while another answer is typed
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert "not a number" in verdict.text()
        assert not verdict.isHidden()
    qtbot.keyClicks(field, "11")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert verdict.text().startswith("Not quite")
