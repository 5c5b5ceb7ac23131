"""What the tests of page "Why" share: the page with a drawing, and waiting for what is worked out in the background."""

from dataclasses import replace

import numpy as np
import pytest
from helpers import PATIENCE, draw, press
from pytestqt.qtbot import QtBot

from gui.pages.why.page import WhyPage
from gui.window.main_window import MainWindow
from model.drawing.drawings import Drawing
from model.drawing.ink import Stroke
from model.mnist import Mnist
from model.why import strokes

FOUR = [
    [(110, 62), (102, 90), (90, 120), (82, 150), (85, 165), (100, 172), (125, 172), (150, 166), (165, 156)],
    [(184, 55), (181, 100), (177, 150), (173, 190), (170, 226)],
]


def open_why(qtbot: QtBot, window: MainWindow) -> WhyPage:
    """Go to page "Why" with its button."""
    press(qtbot, window, "whyPageButton")
    page = window.pages.why.page
    assert page is not None
    qtbot.waitUntil(page.isVisible)
    return page


def hurry(monkeypatch: pytest.MonkeyPatch, digits: Mnist) -> None:
    """Let the page read few of `digits`, begin at once with what waits while somebody draws, and measure in one go."""
    fewer = replace(digits, train=digits.train.pick(0, 160))
    monkeypatch.setattr("model.jobs.built_in_mnist", lambda: fewer)
    monkeypatch.setattr("gui.session.why.SETTLED", 0)
    monkeypatch.setattr("gui.session.spotting.QUIET", 0)
    monkeypatch.setattr("gui.session.spotting.PORTION", PATIENCE)
    fewer_strokes(monkeypatch)


def fewer_strokes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try a fifth of the strokes that a search for one that changes the answer tries."""
    monkeypatch.setattr(strokes, "FIRST", 150)
    monkeypatch.setattr(strokes, "ROUNDS", 8)
    monkeypatch.setattr(strokes, "OF", 150 + 8 * strokes.EACH)


def draw_four(qtbot: QtBot, window: MainWindow) -> None:
    """Draw a four and wait for the answer."""
    draw(qtbot, window.panel.pad, *FOUR)
    qtbot.waitUntil(lambda: window.panel.digit.text() == "4")


def all_read(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until the training digits are read, their pieces found, and all spots measured."""
    why = window.session.why
    qtbot.waitUntil(lambda: why.firing.found is not None and not why.firing.task.busy)
    qtbot.waitUntil(lambda: why.now is not None and why.now.read is not None and not why.task.busy)
    qtbot.waitUntil(lambda: why.spots.meter is not None and why.spots.meter.done)


def image_of(points: list[tuple[int, int]]) -> np.ndarray:
    """The 28 × 28 image of one stroke through these points of the pad."""
    drawing = Drawing((Stroke(np.array(points, np.float32)),))
    steps = drawing.raster(drawing.ink())
    assert steps is not None
    return steps.image
