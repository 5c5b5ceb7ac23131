"""The Convolution lab asks: hidden cells, lessons, sizes."""

from lab_helpers import answer, asking, assert_shows, click, grid, text
from pytestqt.qtbot import QtBot

from gui.pages.lab.controller import LabController
from gui.window.main_window import MainWindow


def test_the_quiz_hides_the_next_cell_until_it_is_answered(
    qtbot: QtBot, window: MainWindow, lab: LabController
) -> None:
    click(qtbot, window, "lesson8")
    click(qtbot, window, "labQuizCell")
    output = grid(window, "labMap")
    assert (lab.number, output._reached, output._asked) == (1, 0, 1)
    assert text(window, "labFormula").endswith("?")
    assert text(window, "labSum0").endswith("?")
    assert grid(window, "labProducts0")._reached == -1
    lab.hover(3)  # no peeping
    assert lab.shown == 1
    answer(qtbot, window, "what")
    assert asking(lab)
    value = lab.lab.output[0, 0, 1]
    answer(qtbot, window, f"{value + 1:.0f}")
    assert text(window, "labVerdict").startswith("Not quite. Hint: Each number under the kernel")
    assert asking(lab)  # the hint comes before the answer
    answer(qtbot, window, f"{value + 2:.0f}")
    assert text(window, "labVerdict").startswith("Not quite")
    assert f"= {value:.0f}" in text(window, "labVerdict")
    assert (output._reached, output._asked) == (1, None)
    assert_shows(window)
    answer(qtbot, window, f"{value:.0f}")
    assert text(window, "labVerdict").startswith("Right")
    click(qtbot, window, "labQuizCell")
    click(qtbot, window, "labForward")  # goes on without an answer: the lesson's question comes back
    assert not asking(lab)
    assert lab.quiz.question.key == "channels in"


def test_the_questions_of_lessons_and_sizes(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson5")
    answer(qtbot, window, "10")
    assert text(window, "labVerdict") == "Right: 1 · 1 · 3 · 3 + 1 = 10"
    click(qtbot, window, "labQuizSize")
    assert text(window, "labVerdict") == ""
    size, kernel_size, stride, padding = lab.quiz.question.numbers[:4]
    asked = text(window, "labQuestion")
    assert f"{size} × {size}" in asked
    right = (size + 2 * padding - kernel_size) // stride + 1
    answer(qtbot, window, str(right))
    assert text(window, "labVerdict").startswith("Right")
