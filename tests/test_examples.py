"""Teaching the network one's own hand, from the window."""

from pathlib import Path

import numpy as np
import pytest
from helpers import SEVEN, THREE, answered, draw, press, settle
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from gui.storage.examples import Examples
from gui.window.main_window import MainWindow
from model.drawing.drawings import Drawing, read_drawings
from model.drawing.ink import Stroke
from model.mnist import Mnist
from model.train import teaching


@pytest.fixture
def teacher(window: MainWindow, on_few_digits: Mnist, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(teaching, "STEPS", 12)
    return window


def test_a_drawing_is_kept_with_the_digit_that_was_meant(qtbot: QtBot, teacher: MainWindow) -> None:
    draw(qtbot, teacher.panel.pad, SEVEN)
    press(qtbot, teacher, "meant1")
    [kept] = read_drawings(teacher.session.examples.file())
    assert kept.label == 1
    assert len(kept.strokes) == 1
    assert "1" in teacher.panel.teach._open.text()


def test_an_empty_pad_is_no_example(teacher: MainWindow) -> None:
    teacher.session.failed.disconnect()
    sentences: list[str] = []
    teacher.session.failed.connect(sentences.append)
    teacher.session.add_example(3)
    assert sentences
    assert not teacher.session.examples.drawings


def test_examples_are_listed_and_removable(qtbot: QtBot, teacher: MainWindow) -> None:
    for digit, strokes in ((3, THREE), (7, SEVEN)):
        draw(qtbot, teacher.panel.pad, strokes)
        press(qtbot, teacher, f"meant{digit}")
        press(qtbot, teacher, "clearButton")
    press(qtbot, teacher, "examplesButton")
    dialog = teacher.panel.teach.dialog
    shown = dialog.findChild(QListWidget, "examplesList")
    assert shown is not None
    assert [shown.item(n).text() for n in range(shown.count())] == ["3", "7"]
    shown.setCurrentRow(0)
    press(qtbot, teacher, "removeExample")
    assert [d.label for d in read_drawings(teacher.session.examples.file())] == [7]
    dialog.close()


def test_removing_one_leaves_what_another_window_did(qtbot: QtBot, teacher: MainWindow) -> None:
    mine = teacher.session.examples
    for digit in (1, 2, 3):
        draw(qtbot, teacher.panel.pad, SEVEN)
        press(qtbot, teacher, f"meant{digit}")
        press(qtbot, teacher, "clearButton")
    others = Examples()
    others.load()
    others.remove(0)
    others.add(Drawing((Stroke(np.array(THREE, np.float32)),), 4))
    mine.remove(1)
    assert [d.label for d in read_drawings(mine.file())] == [3, 4]
    others.remove(0)  # is gone already
    assert [d.label for d in mine.drawings] == [d.label for d in read_drawings(mine.file())] == [3, 4]
    mine.load()
    mine.remove(0)
    assert [d.label for d in read_drawings(mine.file())] == [4]


def test_learning_shows_before_and_after_and_can_be_reverted(qtbot: QtBot, teacher: MainWindow) -> None:
    draw(qtbot, teacher.panel.pad, THREE)
    answered(qtbot, teacher, "3")
    for _ in range(3):
        press(qtbot, teacher, "meant8")
    press(qtbot, teacher, "examplesButton")
    session, dialog = teacher.session, teacher.panel.teach.dialog
    in_use = session.in_use.current
    with qtbot.waitSignal(session.trainer.ended):
        press(qtbot, teacher, "learnButton")
    assert session.trainer.waiting is not None
    figures = session.trainer.waiting.checkpoint.figures
    for name in ("examples_before", "examples", "test_before", "test"):
        figure = dialog.findChild(QLabel, f"{name}Figure")
        assert figure is not None
        assert figure.text() == f"{100 * figures[name]:.2f} %"
    assert figures["examples_before"] == 0
    assert dialog.keep.isVisible()
    assert teacher.state.keep.isVisible()
    assert "mine before 0 %" in teacher.state.text.text()
    press(qtbot, teacher, "revertTaughtButton")
    assert session.in_use.current is in_use
    answered(qtbot, teacher, "3")
    dialog.close()


def test_what_was_meant_is_learned_in_place(qtbot: QtBot, teacher: MainWindow) -> None:
    session, row, pad = teacher.session, teacher.panel.teach, teacher.panel.pad
    meant = row.findChild(QAbstractButton, "meant8")
    learn = row.findChild(QAbstractButton, "learnNowButton")
    assert meant is not None
    assert learn is not None
    draw(qtbot, pad, THREE)
    answered(qtbot, teacher, "3")
    before = meant.mapTo(teacher, QPoint()), pad.size()
    assert not learn.isVisible()
    press(qtbot, teacher, "meant8")
    assert learn.isVisible()
    assert learn.text() == "Learn now (1 example)"
    assert (meant.mapTo(teacher, QPoint()), pad.size()) == before  # nothing moved under the pointer
    picture = row.findChild(QLabel, "newestExample")
    assert picture is not None
    assert not picture.pixmap().isNull()
    press(qtbot, teacher, "meant8")
    assert learn.text() == "Learn now (2 examples)"
    with qtbot.waitSignal(session.trainer.ended):
        press(qtbot, teacher, "learnNowButton")
    assert not learn.isEnabled()  # a decision waits
    page = teacher.train_page
    assert not page.steering.retrain.isEnabled()
    assert "keep it or revert" in page.steering.retrain.toolTip()  # and it is said why
    assert page.progress.status() == "Done: keep the new network, or revert?"
    press(qtbot, teacher, "revertButton")
    assert page.progress.status() == "Not training"
    assert "keep it" not in page.steering.retrain.toolTip()
    assert learn.isVisible()
    assert learn.isEnabled()
    with qtbot.waitSignal(session.trainer.ended):
        press(qtbot, teacher, "learnNowButton")
    press(qtbot, teacher, "keepButton")
    assert not learn.isVisible()  # they are learned


@pytest.mark.parametrize("size", [(900, 660), (1440, 900)])
def test_all_of_learn_now_can_be_read(qtbot: QtBot, teacher: MainWindow, size: tuple[int, int]) -> None:
    teacher.resize(*size)
    draw(qtbot, teacher.panel.pad, THREE)
    for _ in range(10):
        press(qtbot, teacher, "meant3")
    settle(qtbot, teacher)
    for name in ("learnNowButton", "examplesButton"):
        found = teacher.panel.teach.findChild(QAbstractButton, name)
        assert found is not None
        assert found.width() >= found.sizeHint().width(), name


def test_a_damaged_file_is_put_aside_and_said(teacher: MainWindow, tmp_path: Path) -> None:
    file = teacher.session.examples.file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("no drawing\n")
    teacher.session.failed.disconnect()
    sentences: list[str] = []
    teacher.session.failed.connect(sentences.append)
    teacher.session.examples.load()
    [aside] = tmp_path.rglob("examples-damaged-*")
    assert aside.read_text() == "no drawing\n"
    assert str(aside) in sentences[0]
    assert not file.exists()


def test_a_damaged_line_is_put_aside_alone(teacher: MainWindow, tmp_path: Path) -> None:
    file = teacher.session.examples.file()
    file.parent.mkdir(parents=True, exist_ok=True)
    good = '{"label": 3, "strokes": [[[10, 20], [30, 40]]]}\n'
    file.write_text(good + "no drawing\n" + good + '{"strokes": [[[99999, 1]]]}')
    teacher.session.failed.disconnect()
    sentences: list[str] = []
    teacher.session.failed.connect(sentences.append)
    teacher.session.examples.load()
    assert [d.label for d in teacher.session.examples.drawings] == [3, 3]
    [aside] = tmp_path.rglob("examples-damaged-*")
    assert aside.read_text() == 'no drawing\n{"strokes": [[[99999, 1]]]}\n'
    assert str(aside) in sentences[0]
    teacher.session.examples.load()
    assert len(sentences) == 1
    assert len(teacher.session.examples.drawings) == 2


def test_a_stroke_far_outside_the_window_is_kept_and_read_again(qtbot: QtBot, teacher: MainWindow) -> None:
    examples, pad = teacher.session.examples, teacher.panel.pad
    draw(qtbot, pad, SEVEN)
    press(qtbot, teacher, "meant7")
    press(qtbot, teacher, "clearButton")
    draw(qtbot, pad, [(100, 100), (9_000, 120), (-9_000, 160), (120, 180)])
    press(qtbot, teacher, "meant8")
    examples.load()
    assert [d.label for d in examples.drawings] == [7, 8]
