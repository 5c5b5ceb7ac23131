"""What is off looks off, and what is written can be read: the language's own name in every language."""

import os
import subprocess
import sys

import numpy as np
import pytest
from helpers import PATIENCE, ROOT
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QSlider, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.language import languages
from gui.pages.evaluate.confusion_view import ConfusionView
from gui.pages.look.inspector.pick_view import PickView
from gui.pages.train.recipe_form import RecipeForm
from gui.style import theme
from gui.widgets.gallery import Gallery, Shown
from gui.widgets.tile_view import Frame, TileView
from gui.window.main_window import MainWindow
from model.convolution import Window


@pytest.mark.parametrize("name", languages.LANGUAGES)
def test_a_languages_own_name_can_be_read_in_every_language(window: MainWindow, name: str) -> None:
    window.set_language(name)
    families = QApplication.font().families()
    shipped = QRawFont(str(languages.FONT), 12)
    assert shipped.familyName() in families
    for own in languages.LANGUAGES.values():
        assert all(ord(sign) < 128 or shipped.supportsCharacter(ord(sign)) for sign in own)


def ticked(check: QCheckBox) -> bool:
    """Whether something is painted inside the box."""
    middle = check.height() // 2
    image = check.grab(QRect(QPoint(4, middle - 4), QPoint(12, middle + 4))).toImage()
    return len({image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}) > 1


def test_without_strength_no_part_of_the_augmentation_looks_on(qtbot: QtBot) -> None:
    theme.apply(theme.DARK)
    form = RecipeForm()
    qtbot.addWidget(form)
    form.show()
    check, slider = form.findChild(QCheckBox, "pensCheck"), form.findChild(QSlider, "augmentField")
    text = form.findChild(QLabel, "augmentText")
    assert check is not None
    assert slider is not None
    assert text is not None
    assert check.isChecked()
    assert ticked(check)
    slider.setValue(0)
    assert text.text() == "off"
    assert check.isChecked()  # it comes back with the strength
    assert not ticked(check)
    slider.setValue(50)
    assert text.text() == "50 %"
    assert ticked(check)
    form.set_running(True)
    assert ticked(check)


@pytest.mark.parametrize("scale", ["1.25", "1.5", "1.75"])
def test_nothing_stays_black_at_an_edge_between_the_screens_pixels(scale: str) -> None:
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    script = [sys.executable, str(ROOT / "tests" / "scaled_screen.py")]
    ended = subprocess.run(script, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=True)
    assert ended.stdout == ""


def test_every_kernel_is_outlined_on_all_sides(qtbot: QtBot) -> None:
    theme.apply(theme.LIGHT)
    view = TileView("view", "a view", "tip", largest=8)
    qtbot.addWidget(view)
    view.resize(200, view.height())
    view.set_tiles(np.zeros((3, 3, 3), np.float32), "diverging", -1.0, 1.0)
    view.resize(view._layout.whole().toAlignedRect().size())  # no room beside the tiles
    for frames, colour in (((), theme.LIGHT.gap), ((Frame(Window(0, 0, 3, 3)),), theme.DARK.accent)):
        view.outline(*frames)
        image, middle = view.grab().toImage(), view._layout.cells(0, Window(0, 0, 3, 3)).center().toPoint()
        first = view._layout.cells(0, Window(0, 0, 3, 3)).toAlignedRect()
        for x, y in ((first.left(), middle.y()), (middle.x(), first.top()), (middle.x(), view.height() - 1)):
            assert image.pixelColor(x, y).name() == colour, (x, y)
    view.outline()
    view.mark(0)
    assert view.grab().toImage().pixelColor(0, middle.y()).name() == theme.DARK.accent


def test_what_is_still_to_come_is_framed_on_all_sides(qtbot: QtBot) -> None:
    theme.apply(theme.LIGHT)
    view = PickView("view", "a view", "tip", largest=8)
    qtbot.addWidget(view)
    view.resize(24, 24)
    view.set_tiles(np.zeros((1, 3, 3), np.float32), "sequential", 0.0, 1.0)
    view.reveal(0)
    image = view.grab().toImage()
    for x, y in ((0, 12), (12, 0), (23, 12), (12, 23)):
        assert image.pixelColor(x, y).name() == theme.LIGHT.dim


def test_few_pictures_leave_no_gap_below(qtbot: QtBot) -> None:
    whole = QWidget()
    column, blank = QVBoxLayout(whole), np.zeros((28, 28), np.uint8)
    galleries = [Gallery(f"gallery{count}", "", "", no_higher=True) for count in (1, 40)]
    for made, count in zip(galleries, (1, 40), strict=True):
        made.show_images([Shown(number, blank, "7", "") for number in range(count)])
        column.addWidget(made, 1)
    column.addStretch()
    qtbot.addWidget(whole)
    whole.resize(500, 600)
    whole.show()
    qtbot.waitUntil(lambda: galleries[0].height() < 1.3 * galleries[0].gridSize().height())
    assert galleries[1].height() > 3 * galleries[1].gridSize().height()


def test_the_frame_of_who_has_the_keyboard_is_whole(qtbot: QtBot) -> None:
    theme.apply(theme.DARK)
    matrix = ConfusionView()
    qtbot.addWidget(matrix)
    matrix.show_counts(np.zeros((10, 10), np.int64), None)
    matrix.resize(27 + 300, 27 + 250)
    with qtbot.waitActive(matrix):
        matrix.show()
        matrix.activateWindow()
    matrix.setFocus()
    qtbot.waitUntil(matrix.hasFocus)
    image = matrix.grab().toImage()
    lines = [y for y in range(image.height()) if image.pixelColor(100, y).name() == theme.DARK.series]
    assert len(lines) == 2


@pytest.mark.parametrize("kind", ["gallery", "matrix"])
def test_why_there_is_nothing_is_written_whole(qtbot: QtBot, kind: str) -> None:
    theme.apply(theme.DARK)
    why = "Nothing of all that was evaluated yet, and so there is nothing to be seen"
    view: Gallery | ConfusionView
    if kind == "gallery":
        view = Gallery("gallery", "", "")
        view.show_images([], why)
    else:
        view = ConfusionView()
        view.show_counts(None, None, why)
    qtbot.addWidget(view)
    view.resize(260, 240)
    image = view.grab().toImage()
    rows = {y for y in range(30, 220) for x in range(60, 200) if image.pixelColor(x, y).name() == theme.DARK.dim}
    assert max(rows) - min(rows) > 1.5 * view.fontMetrics().height()  # more than one line
