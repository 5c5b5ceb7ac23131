"""Page "Evaluate": figures, matrix, gallery and curves of one network, and never half of another."""

from pathlib import Path

import numpy as np
import pytest
from helpers import SEVEN, THREE, TINY, draw, settle
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from gui.pages.evaluate.page import EvaluatePage
from gui.pages.look.inspector.edit_bar import BIAS
from gui.session.evaluator import Evaluator
from gui.style import theme
from gui.widgets.elided import Elided
from gui.window.main_window import MainWindow
from model.evaluate.readings import Readings, reading_all
from model.mnist import Digits, Mnist
from model.network.checkpoint import Checkpoint, save
from model.network.digit_net import DigitNet
from model.network.editing import filter_of


@pytest.fixture(scope="module")
def tiny_mnist(mnist: Mnist, shipped: Checkpoint) -> Mnist:
    """Few digits, some of which the shipped network reads wrong."""
    *_, read = reading_all(shipped.network, mnist.test.pick(0, 2000))
    assert isinstance(read, Readings)
    which = [*range(30), *read.mistakes.tolist()]
    test = Digits(mnist.test.images[which], mnist.test.labels[which])
    return Mnist(mnist.train.pick(0, 640), mnist.validation.pick(0, 60), test)


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, on_few_digits: Mnist) -> EvaluatePage:
    qtbot.mouseClick(button(window, "evaluatePageButton"), Qt.MouseButton.LeftButton)
    made = window.evaluate_page.page
    assert made is not None
    qtbot.waitUntil(made.isVisible)
    qtbot.mouseClick(button(window, "evaluateButton"), Qt.MouseButton.LeftButton)
    finished(qtbot, made)
    return made


def button(window: MainWindow, name: str) -> QPushButton:
    found = window.findChild(QPushButton, name)
    assert found is not None
    return found


def finished(qtbot: QtBot, page: EvaluatePage) -> None:
    qtbot.waitUntil(lambda: not page._evaluator.running)


def text(page: EvaluatePage, name: str) -> str:
    (found,) = [each for each in page.findChildren(QWidget, name) if isinstance(each, QLabel | Elided)]
    return found.text() if found.isVisible() else ""


def evaluator(page: EvaluatePage) -> Evaluator:
    return page._evaluator


def gallery(page: EvaluatePage) -> list[str]:
    return [page._gallery.item(n).text() for n in range(page._gallery.count())]


def test_what_is_shown_is_what_the_model_says(page: EvaluatePage) -> None:
    result = evaluator(page).result
    assert result is not None
    assert result.report.complete
    readings = result.report.readings
    assert readings is not None
    assert text(page, "testAccuracy") == f"{100 * readings.evaluation.accuracy:.2f} %"
    assert f"{readings.count - readings.right:,} wrong" in text(page, "accuracyInterval")
    assert f"{readings.count:,} digits" in text(page, "evaluatedFacts")
    assert page._subject.text() == "digits.safetensors"
    assert np.array_equal(page._matrix._counts, readings.evaluation.confusion)  # type: ignore[arg-type]
    assert len(gallery(page)) == len(readings.mistakes) > 0
    assert text(page, "staleText") == ""
    plots = page._robustness._plots
    assert set(plots) == {"noise", "rotation", "shift", "thickness"}
    for curve in result.report.curves:
        assert plots[curve.change.name]._first.rates == curve.accuracies
        assert plots[curve.change.name].accessibleDescription().count("%") == len(curve.amounts)


def test_a_cell_shows_its_digits_by_mouse_and_keys(qtbot: QtBot, page: EvaluatePage) -> None:
    matrix = page._matrix
    counts = matrix._counts
    assert counts is not None
    wrong = counts - np.diag(np.diag(counts))
    shown, answered = (int(n) for n in np.unravel_index(wrong.argmax(), wrong.shape))
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.cell_rect(shown, answered).center().toPoint())
    assert evaluator(page).cell == (shown, answered)
    assert len(gallery(page)) == wrong[shown, answered]
    assert all(line.startswith(f"{shown}→{answered}") for line in gallery(page))
    assert f"{shown} read as {answered}" in text(page, "galleryTitle")
    qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.cell_rect(0, 0).center().toPoint())
    qtbot.keyClick(matrix, Qt.Key.Key_Down)
    qtbot.keyClick(matrix, Qt.Key.Key_Right)
    assert evaluator(page).cell == (1, 1)
    assert len(gallery(page)) == counts[1, 1]
    qtbot.keyClick(matrix, Qt.Key.Key_Up)
    for _ in range(12):
        qtbot.keyClick(matrix, Qt.Key.Key_Right)
    assert evaluator(page).cell == (0, 9)
    qtbot.keyClick(matrix, Qt.Key.Key_Escape)
    assert evaluator(page).cell is None
    assert len(gallery(page)) == wrong.sum()


def test_a_mistake_goes_to_the_pad_and_is_read_the_same(qtbot: QtBot, window: MainWindow, page: EvaluatePage) -> None:
    result, session = evaluator(page).result, window.session
    assert result is not None
    readings = result.report.readings
    assert readings is not None
    place = page._gallery.visualItemRect(page._gallery.item(0)).center()
    qtbot.mouseClick(page._gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.pages.currentIndex() == 0
    session.display.answer()
    number = int(readings.mistakes[0])
    assert session.display.snapshot is not None
    assert session.display.snapshot.image is not None
    image = readings.digits.images[number, 0].numpy()
    assert np.array_equal(session.display.snapshot.image, image.astype(np.float32) / np.float32(255))
    assert session.display.snapshot.probabilities is not None
    np.testing.assert_allclose(session.display.snapshot.probabilities, readings.probabilities[number], atol=1e-5)
    assert int(session.display.snapshot.probabilities.argmax()) == readings.answers[number] != readings.labels[number]
    session.drawing.undo_stack.undo()
    assert session.drawing.empty
    window.pages.setCurrentWidget(window.evaluate_page)
    page._gallery.setFocus()
    page._gallery.setCurrentRow(1)
    qtbot.keyClick(page._gallery, Qt.Key.Key_Return)
    assert window.pages.currentIndex() == 0


def test_a_changed_network_makes_the_result_stale_and_says_so(
    qtbot: QtBot, window: MainWindow, page: EvaluatePage
) -> None:
    session, before = window.session, evaluator(page).result
    assert session.in_use.current is not None
    wanted = filter_of(session.in_use.current.checkpoint.network, 0, 0)
    assert wanted.bias is not None
    session.edits.put(0, 0, wanted.with_bias(wanted.bias + 3), BIAS)
    assert not evaluator(page).fresh
    assert "changed by hand" in text(page, "staleText")
    assert evaluator(page).result is before
    session.edits.undo_stack.undo()
    assert text(page, "staleText") == ""
    session.edits.undo_stack.redo()
    qtbot.mouseClick(button(window, "evaluateAgainButton"), Qt.MouseButton.LeftButton)
    assert evaluator(page).result is None
    assert text(page, "testAccuracy") == ""
    assert not gallery(page)
    finished(qtbot, page)
    assert text(page, "staleText") == ""
    assert page._subject.text() == "digits.safetensors, changed by hand"
    session.edits.undo_stack.undo()  # known already
    assert evaluator(page).result is before
    assert page._subject.text() == "digits.safetensors"


def test_other_weights_with_the_same_numbers_are_known(
    window: MainWindow, page: EvaluatePage, shipped: Checkpoint, tiny: DigitNet, tmp_path: Path
) -> None:
    before = evaluator(page).result
    same, other = tmp_path / "same.safetensors", tmp_path / "other.safetensors"
    save(same, shipped)
    save(other, Checkpoint(tiny))
    window.session.in_use.open(other)
    assert "on display is other.safetensors" in text(page, "staleText")
    window.session.in_use.open(same)
    assert evaluator(page).result is before
    assert text(page, "staleText") == ""


def test_cancel_keeps_what_is_whole(qtbot: QtBot, window: MainWindow, page: EvaluatePage) -> None:
    found = evaluator(page)
    qtbot.mouseClick(button(window, "evaluateButton"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(window, "cancelEvaluationButton"), Qt.MouseButton.LeftButton)
    finished(qtbot, page)
    assert "Stopped" in text(page, "staleText")
    assert found.result is None or found.result.report.readings is not None
    qtbot.mouseClick(button(window, "evaluateButton"), Qt.MouseButton.LeftButton)
    finished(qtbot, page)
    assert found.result is not None
    assert found.result.report.complete
    assert text(page, "staleText") == ""


def test_other_digits_and_ones_own(qtbot: QtBot, window: MainWindow, page: EvaluatePage) -> None:
    found = evaluator(page)
    for name in ("validationSource", "examplesSource"):
        source = window.findChild(QRadioButton, name)
        assert source is not None
        qtbot.mouseClick(source, Qt.MouseButton.LeftButton, pos=QPoint(10, source.height() // 2))
        assert text(page, "testAccuracy") == ""  # nothing starts unasked
        qtbot.mouseClick(button(window, "evaluateButton"), Qt.MouseButton.LeftButton)
        finished(qtbot, page)
        assert found.result is None or found.result.source == found.source
    assert found.source == "examples"
    assert "no examples yet" in text(page, "staleText")
    assert not button(window, "evaluateButton").isEnabled()
    window.pages.setCurrentIndex(0)
    draw(qtbot, window.panel.pad, THREE)
    window.session.add_example(3)
    window.session.drawing.clear()
    draw(qtbot, window.panel.pad, SEVEN)
    window.session.add_example(1)  # a mistake, to be seen
    window.pages.setCurrentWidget(window.evaluate_page)
    qtbot.mouseClick(button(window, "evaluateButton"), Qt.MouseButton.LeftButton)
    finished(qtbot, page)
    assert found.result is not None
    assert text(page, "testAccuracy") == "50.00 %"
    assert gallery(page)[0].startswith("1→7")
    window.session.add_example(7)
    assert "older than your examples" in text(page, "staleText")
    place = page._gallery.visualItemRect(page._gallery.item(0)).center()
    ink = window.session.drawing.ink().copy()
    window.session.drawing.clear()
    qtbot.mouseClick(page._gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)
    np.testing.assert_allclose(window.session.drawing.ink(), ink, atol=0.5 / 255)


def test_while_a_network_learns(qtbot: QtBot, window: MainWindow, page: EvaluatePage) -> None:
    session = window.session
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.train(TINY)
    qtbot.waitUntil(lambda: not session.task.busy)
    assert "the new network, not kept yet" in text(page, "staleText")
    qtbot.mouseClick(button(window, "evaluateAgainButton"), Qt.MouseButton.LeftButton)
    finished(qtbot, page)
    assert page._subject.text() == "the new network, not kept yet"
    session.trainer.revert()
    assert page._subject.text() == "digits.safetensors"
    assert text(page, "staleText") == ""


def test_a_point_of_a_curve_is_read_by_mouse_and_keys(qtbot: QtBot, page: EvaluatePage) -> None:
    plot = page._robustness._plots["rotation"]
    result = evaluator(page).result
    assert result is not None
    curve = result.report.curves[1]
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert "60: " in text(page, "robustnessReadout")
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert f"50: {100 * curve.accuracies[-2]:.1f} %" in text(page, "robustnessReadout")
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert text(page, "robustnessReadout") == ""
    qtbot.mouseMove(plot.viewport(), QPoint(plot.width() // 2 + 15, plot.height() // 2))
    assert " 0: " in text(page, "robustnessReadout")


def test_language_and_theme_keep_the_result(qtbot: QtBot, window: MainWindow, page: EvaluatePage) -> None:
    evaluator(page).choose_cell((4, 4))
    before = evaluator(page).result
    count = len(gallery(page))
    window.set_theme("light")
    assert page._robustness._plots["noise"].backgroundBrush().color().name() == theme.LIGHT.panel
    window.set_language("zh_CN")
    again = window.evaluate_page.page
    assert again is not None
    assert again is not page
    qtbot.waitUntil(lambda: len(gallery(again)) == count)
    assert evaluator(again).result is before


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_nothing_is_cut_off(qtbot: QtBot, window: MainWindow, page: EvaluatePage, size: tuple[int, int]) -> None:
    window.resize(*size)
    settle(qtbot, window)
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.wordWrap():
            assert label.width() >= label.sizeHint().width() - 1, label.objectName()
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.objectName() in ("digitRates", "confusionMatrix", "mistakes", "noisePlot"):
            assert widget.width() >= widget.minimumSizeHint().width(), widget.objectName()
            assert widget.height() >= widget.minimumSizeHint().height(), widget.objectName()
    corner = page._matrix.cell_rect(9, 9)
    assert corner.right() <= page._matrix.width()
    assert corner.bottom() <= page._matrix.height()


def test_closing_while_it_evaluates(window: MainWindow, page: EvaluatePage) -> None:
    evaluator(page).start()
    window.close()
    assert not evaluator(page).running
