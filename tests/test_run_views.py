"""What the plots of a run show: "all" is one range, and a sample is not called what the whole set is called."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gui.pages.train.curves_card import RunCard
from gui.pages.train.progress_card import ProgressCard
from model.network.checkpoint import Checkpoint
from model.network.digit_net import DigitNet
from model.train.training import Progress


def progress(step: int, validation: float | None = None, result: Checkpoint | None = None) -> Progress:
    return Progress(step, 1000, 1, 3, 2.0 / step, 0.01, 1000.0, 1.0, validation=validation, result=result)


@pytest.fixture
def card(qtbot: QtBot) -> RunCard:
    """Of a run that was resumed at step 300: the drawing is answered only from there on."""
    made = RunCard()
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitExposed(made):
        made.show()
    made.begin()
    made.add([progress(n, 0.25 if n % 20 == 0 else None) for n in range(1, 401)])
    even = np.full(10, 0.1, np.float32)
    made.set_answers([(step, even) for step in range(300, 401, 20)])
    QApplication.processEvents()
    return made


def test_all_shows_the_same_range_each_time(qtbot: QtBot, card: RunCard) -> None:
    assert card.curves is not None
    assert card.answers is not None
    ranges = []
    reset = card.findChild(QPushButton, "resetViewButton")
    assert reset is not None
    for _ in range(4):
        qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
        qtbot.keyClick(card.answers, Qt.Key.Key_0)
        QApplication.processEvents()
        ranges.append(card.curves.box.viewRange()[0])
        assert card.answers.box.viewRange()[0] == pytest.approx(ranges[-1], abs=2)
    for low, high in ranges:
        assert (low, high) == pytest.approx(ranges[0])
        assert low <= 1
        assert high >= 400


def test_the_whole_set_is_not_a_point_of_the_samples_curve(card: RunCard, tiny: DigitNet) -> None:
    assert card.curves is not None
    card.add([progress(400, 0.30, Checkpoint(tiny))])
    values = card.curves.values(400)
    assert values is not None
    assert values[3] == pytest.approx(25.0)
    assert "validation sample 25.00 %" in card._readout.text()


def test_a_sample_is_called_a_sample(qtbot: QtBot) -> None:
    made = ProgressCard()
    qtbot.addWidget(made)
    made.show_validation(0.25, of_all=False)
    assert made._validation.text() == "validation sample 25.00 %"
    made.show_validation(0.3, of_all=True)
    assert made._validation.text() == "validation set 30.00 %"
