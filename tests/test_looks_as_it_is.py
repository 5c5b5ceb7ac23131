"""What is off looks off, and what is written can be read: the language's own name in every language."""

import os
import subprocess
import sys

import pytest
from helpers import PATIENCE, ROOT
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QSlider
from pytestqt.qtbot import QtBot

from gui.language import languages
from gui.pages.train.recipe_form import RecipeForm
from gui.style import theme
from gui.window.main_window import MainWindow


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
