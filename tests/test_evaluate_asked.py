"""Page "Evaluate" starts nothing unasked, says why a box is empty, and what the figures were before."""

import pytest
from data_helpers import first_of
from helpers import press, settle
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from gui.pages.evaluate.digit_rates import DigitRates
from gui.pages.evaluate.figures import Figures
from gui.pages.evaluate.page import EvaluatePage
from gui.pages.look.inspector.edit_bar import BIAS
from gui.session.evaluator import Evaluator, Result
from gui.window.main_window import MainWindow
from model.evaluate.outcome import Verdict
from model.mnist import Mnist
from model.network.digit_net import DigitNet
from model.network.editing import filter_of


@pytest.fixture(scope="module")
def tiny_mnist(mnist: Mnist) -> Mnist:
    """Few digits to read, for each evaluation reads them 36 times."""
    return first_of(mnist, 640, 60)


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, on_few_digits: Mnist) -> EvaluatePage:
    press(qtbot, window, "evaluatePageButton")
    made = window.evaluate_page.page
    assert made is not None
    qtbot.waitUntil(made.isVisible)
    return made


def text(page: EvaluatePage, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert found is not None
    return found.text() if found.isVisible() else ""


def result(window: MainWindow) -> Result | None:
    return window.session.evaluator.result


def evaluate(qtbot: QtBot, window: MainWindow, name: str = "evaluateButton") -> Evaluator:
    press(qtbot, window, name)
    evaluator = window.session.evaluator
    qtbot.waitUntil(lambda: not evaluator.running)
    return evaluator


def test_before_an_evaluation_nothing_leaves_a_gap(qtbot: QtBot, window: MainWindow, page: EvaluatePage) -> None:
    settle(qtbot, window)
    figures, rates = page.findChild(Figures), page.findChild(DigitRates)
    assert figures is not None
    assert rates is not None
    (words,) = [each for each in figures.findChildren(QLabel) if each.isVisible()]
    assert words.text().startswith("Here will stand")
    assert not rates.isVisible()
    evaluate(qtbot, window)
    qtbot.waitUntil(rates.isVisible)
    assert all(each.text() for each in figures.findChildren(QLabel) if each.isVisible())


def test_it_asks_before_it_starts(qtbot: QtBot, window: MainWindow, page: EvaluatePage) -> None:
    evaluator = window.session.evaluator
    assert not evaluator.running
    assert result(window) is None
    assert "Read them all now?" in text(page, "staleText")
    evaluate(qtbot, window, "evaluateAgainButton")
    assert result(window) is not None
    assert text(page, "staleText") == ""


def test_an_empty_box_says_why(qtbot: QtBot, window: MainWindow, page: EvaluatePage) -> None:
    for empty in (page._views.matrix, page._views.gallery):
        assert empty.accessibleDescription() == "Nothing was evaluated yet"
    evaluate(qtbot, window)
    assert page._views.matrix.accessibleDescription() == ""
    evaluator = window.session.evaluator
    evaluator.start()
    assert page._views.gallery.accessibleDescription() == "Reading the images…"
    evaluator.cancel()
    qtbot.waitUntil(lambda: not evaluator.running)
    source = window.findChild(QRadioButton, "examplesSource")
    assert source is not None
    source.click()
    assert page._views.matrix.accessibleDescription() == "There is nothing to evaluate"


def test_other_digits_end_what_is_on_and_wait_to_be_asked(qtbot: QtBot, window: MainWindow, page: EvaluatePage) -> None:
    evaluator = window.session.evaluator
    evaluator.start()
    source = window.findChild(QRadioButton, "validationSource")
    assert source is not None
    source.click()
    qtbot.waitUntil(lambda: not evaluator.running)
    assert result(window) is None
    assert "Read them all now?" in text(page, "staleText")
    evaluate(qtbot, window)
    found = result(window)
    assert found is not None
    assert found.source == "validation"


def test_the_accuracy_says_what_it_was_before(
    qtbot: QtBot, window: MainWindow, page: EvaluatePage, tiny: DigitNet
) -> None:
    session = window.session
    evaluator = evaluate(qtbot, window)
    first = text(page, "testAccuracy")
    assert text(page, "accuracyBefore") == ""
    assert session.in_use.current is not None
    wanted = filter_of(session.in_use.current.checkpoint.network, 0, 0)
    assert wanted.bias is not None
    session.edits.put(0, 0, wanted.with_bias(wanted.bias + 30), BIAS)
    evaluate(qtbot, window)
    comparison = evaluator.change()
    assert comparison is not None
    assert comparison.verdict is Verdict.WORSE
    assert text(page, "accuracyBefore") == f"before {first}: now worse, beyond chance"
    source = window.findChild(QRadioButton, "validationSource")
    assert source is not None
    source.click()
    evaluate(qtbot, window)
    assert text(page, "accuracyBefore") == ""  # other digits


def test_evaluate_keeps_the_keyboard(qtbot: QtBot, window: MainWindow, page: EvaluatePage) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    start = page.findChild(QPushButton, "evaluateButton")
    assert start is not None
    start.setFocus()
    evaluate(qtbot, window)
    assert start.hasFocus()


def test_amounts_below_a_curve_have_room(qtbot: QtBot, window: MainWindow, page: EvaluatePage) -> None:
    from gui.pages.evaluate.curve_plot import CurvePlot

    evaluate(qtbot, window)
    qtbot.waitUntil(lambda: page.findChild(CurvePlot, "noisePlot") is not None)
    plot, written = page.findChild(CurvePlot, "noisePlot"), []
    assert plot is not None
    for width in (400, 160):
        plot.resize(width, 120)
        (ticks,) = plot.getAxis("bottom")._tickLevels
        written.append([text for _, text in ticks])
    assert written == [["0", "0.1", "0.2", "0.3", "0.4", "0.5"], ["0", "0.2", "0.4"]]
