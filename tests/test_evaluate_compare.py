"""Page "Evaluate" compares two networks: curves, matrices, their difference, and the digits on which they differ."""

from pathlib import Path

import numpy as np
import pytest
from data_helpers import first_of
from helpers import press, settle
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.pages.evaluate.page import EvaluatePage
from gui.session.compared import Compared, Role
from gui.session.session import Session
from gui.style import theme
from gui.widgets.elided import Elided
from gui.widgets.fields import Choice
from gui.window.main_window import MainWindow
from model.evaluate.comparison import Comparison
from model.evaluate.readings import Readings, reading_all
from model.mnist import Mnist
from model.network.checkpoint import Checkpoint, save
from model.network.digit_net import DigitNet


@pytest.fixture(scope="module")
def tiny_mnist(mnist: Mnist) -> Mnist:
    """Few digits to read, for two networks read them 36 times each."""
    return first_of(mnist, 640, 60)


@pytest.fixture
def other(window: MainWindow, tiny: DigitNet) -> Path:
    """A second network in the user's folder."""
    path = window.session.networks.folder() / "other.safetensors"
    path.parent.mkdir(parents=True, exist_ok=True)
    save(path, Checkpoint(tiny))
    return path


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, on_few_digits: Mnist, other: Path) -> EvaluatePage:
    """Page "Evaluate" with a finished result, and `other` in the list."""
    window.pages.setCurrentWidget(window.evaluate_page)
    made = window.evaluate_page.page
    assert made is not None
    window.session.evaluator.start()
    read(qtbot, window.session)
    qtbot.waitUntil(lambda: made._others.findData(str(other)) > 0)
    return made


def read(qtbot: QtBot, session: Session) -> None:
    """Wait until both networks are read."""
    qtbot.waitUntil(lambda: not session.evaluator.running and not session.compared.running)


def choose(qtbot: QtBot, page: EvaluatePage, number: int) -> None:
    """The network at this place of the list, with the keyboard."""
    field = page.findChild(Choice, "comparedNetwork")
    assert field is not None
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Home)
    for _ in range(number):
        qtbot.keyClick(field, Qt.Key.Key_Down)


def compare(qtbot: QtBot, window: MainWindow, page: EvaluatePage, path: Path) -> Comparison:
    """Choose the network in `path`; what the page then shows."""
    choose(qtbot, page, page._others.findData(str(path)))
    read(qtbot, window.session)
    assert page._pair.comparison is not None
    return page._pair.comparison


def shown(page: EvaluatePage) -> Comparison | None:
    return page._pair.comparison


def text(page: EvaluatePage, name: str) -> str:
    (found,) = [each for each in page.findChildren(QWidget, name) if isinstance(each, QLabel | Elided)]
    return found.text() if found.isVisible() else ""


def listed(page: EvaluatePage) -> list[str]:
    return [page._gallery.item(n).text() for n in range(page._gallery.count())]


def seen(page: EvaluatePage, name: str) -> bool:
    found = page.findChild(QAbstractButton, name)
    assert found is not None
    return found.isVisible()


def test_both_are_read_on_the_same_digits(
    qtbot: QtBot, window: MainWindow, page: EvaluatePage, other: Path, tiny: DigitNet, tiny_mnist: Mnist
) -> None:
    assert not seen(page, "differenceView")
    assert text(page, "comparisonVerdict") == ""
    found = compare(qtbot, window, page, other)
    *_, wanted = reading_all(tiny, tiny_mnist.test)
    assert isinstance(wanted, Readings)
    assert np.array_equal(found.second.answers, wanted.answers)
    result = window.session.evaluator.result
    assert result is not None
    assert found.first is result.report.readings
    assert page._subject.text() == "A: digits.safetensors"
    assert f"{len(wanted.mistakes):,} wrong" in text(page, "secondFigures")
    assert text(page, "comparisonVerdict").startswith("A is better, beyond chance (p = ")
    second = window.session.compared.result
    assert second is not None
    for curve in second.report.curves:
        plot = page._robustness._plots[curve.change.name]
        assert plot._second.rates == curve.accuracies
        assert plot._first.rates != curve.accuracies
        assert plot.accessibleDescription().count(" / ") == len(curve.amounts)


def test_matrices_and_their_difference(qtbot: QtBot, window: MainWindow, page: EvaluatePage, other: Path) -> None:
    found = compare(qtbot, window, page, other)
    first, second = (each.evaluation.confusion for each in (found.first, found.second))
    assert np.array_equal(page._matrix._counts, first - second)  # type: ignore[arg-type]
    assert len(listed(page)) == len(found.differing) > 0
    label, answer = found.first.labels[found.differing[0]], found.first.answers[found.differing[0]]
    assert listed(page)[0] == f"{label}→{answer} | {found.second.answers[found.differing[0]]}"
    press(qtbot, window, "secondView")
    assert np.array_equal(page._matrix._counts, second)  # type: ignore[arg-type]
    assert len(listed(page)) == len(found.second.mistakes)
    press(qtbot, window, "firstView")
    assert np.array_equal(page._matrix._counts, first)  # type: ignore[arg-type]
    assert len(listed(page)) == len(found.first.mistakes)


def test_a_cell_of_the_difference(qtbot: QtBot, window: MainWindow, page: EvaluatePage, other: Path) -> None:
    found = compare(qtbot, window, page, other)
    settle(qtbot, window)
    digit, answered = (int(n) for n in np.unravel_index(found.difference.argmin(), (10, 10)))
    place = page._matrix.cell_rect(digit, answered)
    qtbot.mouseClick(page._matrix, Qt.MouseButton.LeftButton, pos=place.center().toPoint())
    assert len(listed(page)) == len(found.cell(digit, answered))
    assert f"{digit} read as {answered} by only one of the two" in text(page, "galleryTitle")
    counts = [int(each.evaluation.confusion[digit, answered]) for each in (found.first, found.second)]
    assert page._matrix.words((digit, answered)) == f"{digit} read as {answered}: A {counts[0]}, B {counts[1]}"
    picture = page._matrix.grab().toImage()
    scale = picture.devicePixelRatio()
    corner = picture.pixelColor(int((place.left() + 4) * scale), int((place.top() + 4) * scale))
    assert corner == QColor(theme.current().series)  # the most that B has more
    press(qtbot, window, "allMistakesButton")
    assert len(listed(page)) == len(found.differing)


def test_a_point_is_read_for_both(qtbot: QtBot, window: MainWindow, page: EvaluatePage, other: Path) -> None:
    compare(qtbot, window, page, other)
    first, second = window.session.evaluator.result, window.session.compared.result
    assert first is not None
    assert second is not None
    rates = [each.report.curves[1].accuracies[-1] for each in (first, second)]
    qtbot.keyClick(page._robustness._plots["rotation"], Qt.Key.Key_Left)
    assert f"60: A {100 * rates[0]:.1f} %, B {100 * rates[1]:.1f} %" in text(page, "robustnessReadout")


def test_the_same_network_is_not_read_again(qtbot: QtBot, window: MainWindow, page: EvaluatePage) -> None:
    assert window.session.in_use.path is not None
    window.session.compared.choose(window.session.in_use.path)
    assert not window.session.compared.running
    same = shown(page)
    assert same is not None
    assert len(same.differing) == 0
    assert text(page, "comparisonVerdict") == "Within chance of each other (p = 1)"
    choose(qtbot, page, 0)
    assert shown(page) is None
    assert page._subject.text() == "digits.safetensors"
    assert not seen(page, "differenceView")


def test_other_digits_are_read_by_both(qtbot: QtBot, window: MainWindow, page: EvaluatePage, other: Path) -> None:
    before = compare(qtbot, window, page, other)
    window.session.evaluator.choose_source("validation")
    window.session.evaluator.start()
    assert shown(page) is None
    read(qtbot, window.session)
    after = shown(page)
    assert after is not None
    assert after.second.digits is not before.second.digits
    assert window.session.compared.result is not None
    assert window.session.compared.result.source == "validation"


def test_cancel_gives_the_comparison_up(qtbot: QtBot, window: MainWindow, page: EvaluatePage, other: Path) -> None:
    window.session.compared.choose(other)
    assert window.session.compared.running
    press(qtbot, window, "cancelEvaluationButton")
    read(qtbot, window.session)
    assert window.session.compared.chosen is None
    assert page._others.value() == ""
    assert shown(page) is None


def test_what_is_offered(
    qtbot: QtBot, window: MainWindow, page: EvaluatePage, other: Path, sentences: list[str]
) -> None:
    session = window.session
    compared: Compared = session.compared
    session.in_use.open(other)
    roles = [(offer.role, offer.name) for offer in compared.offers()]
    assert roles == [(Role.PREVIOUS, "digits"), (Role.IN_USE, "other")]
    assert page._others.itemText(1) == "previous: digits"
    session.in_use.use_shipped()
    compare(qtbot, window, page, other)
    listed_other = next(each for each in session.networks.listed if each.path == other)
    assert session.networks.rename(listed_other, "renamed")
    assert str(compared.chosen) == str(other.with_name("renamed.safetensors"))
    assert page._others.currentText().endswith("renamed")
    assert compared.result is not None
    assert compared.result.subject.name == "renamed"
    compared.choose(None)
    other.with_name("renamed.safetensors").write_bytes(b"broken")
    compared.choose(other.with_name("renamed.safetensors"))
    assert compared.chosen is None
    assert len(sentences) == 1


def test_language_and_theme_keep_it(qtbot: QtBot, window: MainWindow, page: EvaluatePage, other: Path) -> None:
    found = compare(qtbot, window, page, other)
    window.set_theme("light")
    assert page._robustness._plots["noise"].backgroundBrush().color().name() == theme.LIGHT.panel
    window.set_language("zh_CN")
    again = window.evaluate_page.page
    assert again is not None
    assert again is not page
    qtbot.waitUntil(lambda: len(listed(again)) == len(found.differing))
    assert again._others.value() == str(other)


def test_closing_while_it_compares(window: MainWindow, page: EvaluatePage, other: Path) -> None:
    window.session.compared.choose(other)
    assert window.session.compared.running
    window.close()
    assert not window.session.compared.running
