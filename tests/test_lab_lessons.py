"""The lab's lessons: their order, what is said is about the settings of the moment, and what is done stays marked."""

import re
from collections.abc import Callable

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from lab_helpers import answer, click, slider, text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.pages.lab.controller import LabController
from gui.pages.lab.lesson_words import LessonWords
from gui.pages.lab.question_words import QuestionWords
from gui.style import theme
from gui.window.main_window import MainWindow
from model.lab.lab import Lab, difference, with_weight
from model.lab.lessons import LESSONS, prepare, stands_in
from model.lab.questions import lesson_question
from model.lab.settings import RANGES, change, switched

MOVES = st.lists(st.tuples(st.sampled_from(sorted(RANGES)), st.integers(-1, 13)), max_size=8)


def test_the_drawing_s_edges_come_first_and_groups_last() -> None:
    assert (LESSONS[0], LESSONS[-1]) == ("edges", "groups")
    for lesson, out in ((1, 3), (2, 2), (3, 5)):  # as the chapters draw it: 4 × 4 and a 2 × 2 kernel
        lab = prepare(lesson)
        assert (lab.size, lab.kernel_size, lab.out_size) == (4, 2, out)
    assert (prepare(2).stride, prepare(3).padding, prepare(4).dilation) == (2, 1, 2)
    assert prepare(LESSONS.index("1 × 1")).kernel_size == 1
    depthwise = prepare(LESSONS.index("groups"))
    assert depthwise.groups == depthwise.in_channels == depthwise.out_channels > 1
    assert prepare(LESSONS.index("relu")).relu
    assert prepare(LESSONS.index("max-pool")).pools


def check_conditions(said: str, lab: Lab) -> None:
    """What a lesson says only holds where these hold."""
    k, small = lab.kernel_size, lab.size <= RANGES["size"][1]
    for words, holds in (
        ("Sobel: right", k == 3 and lab.kinds[0] == "edge"),
        ("upright edges", k > 1),
        ("on a patch of the input", lab.kernels == 1),
        ("Last comes the bias", lab.bias is not None),
        ("Marked corners", small and lab.stride > 1 and lab.out_size > 1),
        ("Struck-out", small and lab.unread()),
        ("less often than the middle", len(lab.goes_into(0, 0)) < len(lab.goes_into(*2 * [lab.size // 2]))),
        ("stand on the edge", k > 1 and lab.padding > 0),
        ("kernel needs padding 1", lab.dilation == 1),
        ("with a cross", small and lab.dilation > 1 and k > 1),
        ("Switch it on", not lab.max_pool),
        ("which grows with each layer", k > 1 and lab.dilation == 1 and lab.stride < k),
        ("mixes them", lab.kernels > 1 or lab.groups > 1),
        ("over your drawing", lab.picture is not None and not stands_in(lab)),
    ):
        assert holds or words not in said, (words, said)


@pytest.mark.usefixtures("qapp")
@given(st.sampled_from(range(len(LESSONS))), MOVES, st.booleans(), st.booleans())
def test_a_lesson_speaks_of_the_settings_as_they_are(
    lesson: int, moves: list[tuple[str, int]], relu: bool, pool: bool
) -> None:
    lab = switched(switched(prepare(lesson), "relu", relu), "max_pool", pool)
    for name, wanted in moves:
        lab, _ = change(lab, name, wanted)
    question = lesson_question(lesson, lab)
    asked = QuestionWords().question(question)
    said = LessonWords().lesson(LESSONS[lesson], lab, 0, 3)
    assert QuestionWords().hint(question)
    assert "{" not in asked + said
    for name, number in re.findall(
        r"(in_channels|out_channels|kernel_size|stride|padding|dilation|groups)=(\d+)", asked
    ):
        assert getattr(lab, name) == int(number), asked
    for number in re.findall(r"[Dd]ilation (\d+) pulls", said):
        assert lab.dilation == int(number)
    for number in re.findall(r"With stride (\d+) the", said):
        assert lab.stride == int(number)
    check_conditions(said, lab)
    key = LESSONS[lesson]
    if key in ("stride", "conv2d"):
        assert question.answer == lab.output.shape[-1]
    elif key == "dilation":
        assert question.answer == 1 + max(lab.read_at(0)) - min(lab.read_at(0))
    elif key in ("channels out", "groups", "shared weights"):
        layer = torch.nn.Conv2d(lab.in_channels, lab.out_channels, *lab.step, groups=lab.groups, bias=lab.biases > 0)
        counted = layer.weight.numel() + (lab.biases if key == "shared weights" else 0)
        assert question.answer == counted
    elif key == "max-pool":
        assert question.answer == lab.out_size // 2


def lies(window: MainWindow) -> str:
    return text(window, "labLesson") + text(window, "labQuestion")


def test_what_is_changed_is_said_and_the_way_back_is_there(
    qtbot: QtBot, window: MainWindow, lab: LabController
) -> None:
    click(qtbot, window, "lesson2")
    back = window.findChild(QPushButton, "labRestart")
    assert back is not None
    assert back.isHidden()
    assert "With stride 2" in lies(window)
    slider(window, "stride").setValue(3)
    slider(window, "padding").setValue(2)
    assert "stride 2" not in lies(window)
    assert "With stride 3" in text(window, "labLesson")
    assert "stride=3, padding=2" in text(window, "labQuestion")
    answer(qtbot, window, str(lab.lab.out_size))
    assert text(window, "labVerdict").startswith("Right: (4 + 2·2 − 2) / 3 + 1 = 3")
    slider(window, "padding").setValue(1)  # another question: what was said of the old one goes
    assert text(window, "labVerdict") == ""
    assert back.isVisible()
    qtbot.keyClick(back, Qt.Key.Key_Space)
    assert back.isHidden()
    assert "With stride 2" in lies(window)
    click(qtbot, window, "lesson1")
    slider(window, "kernel_size").setValue(4)
    assert "4 × 4 weights" in text(window, "labLesson")
    assert "2 × 2" not in lies(window)


def test_a_lesson_done_is_marked_and_stays_so(
    qtbot: QtBot, window: MainWindow, lab: LabController, again: Callable[[], MainWindow]
) -> None:
    click(qtbot, window, "lesson3")
    made = window.findChild(QPushButton, "lesson3")
    assert made is not None
    assert "✓" not in made.text()
    answer(qtbot, window, "19")
    assert "✓" not in made.text()
    answer(qtbot, window, "20")
    assert "✓" in made.text()
    assert made.accessibleName() == "Padding, done"
    click(qtbot, window, "labQuizSize")
    answer(qtbot, window, str(lab.quiz.question.answer))
    window.close()
    assert again().lab.book.done == {3}


def colour(window: MainWindow, name: str) -> str:
    found = window.findChild(QWidget, name)
    assert found is not None
    return found.palette().color(found.foregroundRole()).name()


def test_a_hint_comes_before_the_answer_and_only_right_is_green(
    qtbot: QtBot, window: MainWindow, lab: LabController
) -> None:
    click(qtbot, window, "lesson4")
    hint = window.findChild(QPushButton, "labHint")
    assert hint is not None
    qtbot.keyClick(hint, Qt.Key.Key_Space)
    said = text(window, "labVerdict")
    assert said.startswith("Hint: ")
    assert "5" not in said
    assert not hint.isEnabled()
    answer(qtbot, window, "3")
    assert text(window, "labVerdict").startswith("Not quite. Hint: ")
    assert colour(window, "labVerdict") != theme.current().verified
    answer(qtbot, window, "4")
    assert text(window, "labVerdict") == "Not quite: 2 · (3 − 1) + 1 = 5"
    assert colour(window, "labVerdict") != theme.current().verified
    answer(qtbot, window, "5")
    assert text(window, "labVerdict") == "Right: 2 · (3 − 1) + 1 = 5"
    assert colour(window, "labVerdict") == theme.current().verified
    answer(qtbot, window, "five")
    assert "not a number" in text(window, "labVerdict")
    assert colour(window, "labVerdict") != theme.current().verified


def test_a_real_number_is_answered_to_two_places(qtbot: QtBot, window: MainWindow, lab: LabController) -> None:
    click(qtbot, window, "lesson6")
    lab.type_weight(0, 0, 0, "1.337")
    lab.type_cell(0, 0, 0, "1.21")
    lab.set_bias(90.123)
    lowest = float(lab.lab.output.min())
    assert lowest != round(lowest, 2)
    answer(qtbot, window, f"{lowest:.1f}")
    assert text(window, "labVerdict").startswith("Not quite")
    answer(qtbot, window, f"{lowest:.2f}".replace(".", ","))
    assert text(window, "labVerdict").startswith("Right")


def test_the_lesson_on_the_drawing_follows_it_until_it_is_changed(
    qtbot: QtBot, window: MainWindow, lab: LabController
) -> None:
    from helpers import THREE, answered, draw

    assert lab.book.key == "edges"
    first = lab.lab
    click(qtbot, window, "lookInsideButton")
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    click(qtbot, window, "labPageButton")
    snapshot = window.session.display.snapshot
    assert snapshot is not None
    assert snapshot.image is not None
    assert (lab.lab.image[0] == snapshot.image).all()
    assert lab.lab.image.shape == first.image.shape
    slider(window, "stride").setValue(2)
    window.session.drawing.clear()
    click(qtbot, window, "lookInsideButton")
    click(qtbot, window, "labPageButton")
    assert (lab.lab.image[0] == snapshot.image).all()


def test_a_changed_weight_alone_is_no_other_setting() -> None:
    lab = with_weight(prepare(1), 0, 0, 0, 0, 5)
    assert isinstance(lab, Lab)
    assert difference(lab) < 1e-6
