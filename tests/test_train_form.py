"""Page "Train": the form of the recipe, the layers, the preview."""

from dataclasses import replace

import numpy as np
import pytest
from helpers import TINY, press
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from gui.pages.train.recipe_form import CUSTOM, RecipeForm
from gui.widgets.fields import Choice, Number, WholeNumber
from gui.window.main_window import MainWindow
from model.evaluate.evaluation import as_ink
from model.mnist import Mnist
from model.network.architecture import LayerSpec
from model.train.preview import COUNT, preview
from model.train.recipe import BEST, PRESETS, QUICK, RANGES, STANDARD, Recipe


@pytest.fixture
def form(qtbot: QtBot) -> RecipeForm:
    made = RecipeForm()
    qtbot.addWidget(made)
    made.show()
    return made


def field(form: RecipeForm, key: str) -> Number | WholeNumber:
    found = form.fields[key]
    assert isinstance(found, Number | WholeNumber)
    return found


@pytest.mark.parametrize("recipe", PRESETS.values(), ids=PRESETS)
def test_a_preset_is_given_back_as_it_is(form: RecipeForm, recipe: Recipe) -> None:
    form.set_recipe(recipe)
    assert form.recipe() == recipe
    chosen = [made.objectName() for made in form.findChildren(QPushButton) if made.isChecked()]
    assert chosen == [f"{recipe.name.lower()}Preset"]


def test_a_changed_field_makes_a_recipe_of_ones_own(qtbot: QtBot, form: RecipeForm) -> None:
    about = form.findChild(QLabel, "recipeAbout")
    assert about is not None
    batch = field(form, "batch_size")
    batch.setFocus()
    batch.selectAll()
    qtbot.keyClicks(batch, "64")
    qtbot.keyClick(batch, Qt.Key.Key_Return)
    assert form.recipe() == replace(STANDARD, batch_size=64, name="Standard" + CUSTOM)
    assert "batch size" in about.text()
    assert not [made for made in form.findChildren(QPushButton) if made.isChecked()]
    form.set_layers((LayerSpec(4, 3),))
    assert form.recipe().layers == (LayerSpec(4, 3),)
    assert "layers" in about.text()
    best = form.findChild(QPushButton, "bestPreset")
    assert best is not None
    with qtbot.waitSignal(form.preset_chosen) as chosen:
        qtbot.mouseClick(best, Qt.MouseButton.LeftButton)
    assert chosen.args == [BEST]
    assert form.recipe() == BEST


@given(st.sampled_from(("epochs", "batch_size", "learning_rate", "weight_decay", "label_smoothing", "seed")), st.text())
def test_whatever_is_typed_the_recipe_stays_possible(key: str, typed: str) -> None:
    made = RecipeForm()
    box = field(made, key)
    line = box.lineEdit()
    line.selectAll()
    line.insert(typed)
    box.interpretText()
    recipe = made.recipe()  # a Recipe that cannot be raises ValueError
    low, high = RANGES[key]
    assert low <= getattr(recipe, key) <= high
    made.deleteLater()


def test_numbers_that_the_fields_cannot_show_are_kept(form: RecipeForm) -> None:
    recipe = replace(TINY, seed=2**40, learning_rate=0.01234567, augment=0.123)
    form.set_recipe(recipe)
    assert replace(form.recipe(), name="Tiny") == recipe
    field(form, "epochs").setValue(3)
    assert replace(form.recipe(), name="Tiny") == replace(recipe, epochs=3)


def test_a_passing_wheel_changes_nothing(form: RecipeForm) -> None:
    for key in ("epochs", "seed", "schedule"):
        form.setFocus()
        box = form.fields[key]
        event = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(box, event)
    assert form.recipe() == STANDARD


def test_parts_of_the_augmentation_need_strength(qtbot: QtBot, form: RecipeForm) -> None:
    check, slider = form.findChild(QCheckBox, "pensCheck"), form.findChild(QSlider, "augmentField")
    assert check is not None
    assert slider is not None
    qtbot.mouseClick(check, Qt.MouseButton.LeftButton, pos=QPoint(8, check.height() // 2))
    assert not form.recipe().pens
    slider.setValue(0)
    assert not check.isEnabled()
    assert form.recipe().augment == 0


def test_going_on_from_the_current_weights_takes_their_layers(qtbot: QtBot, trainer: MainWindow) -> None:
    page, session = trainer.train_page, trainer.session
    assert session.in_use.current is not None
    start = page.form.fields["start"]
    assert isinstance(start, Choice)
    start.setFocus()
    qtbot.keyClick(start, Qt.Key.Key_Down)
    assert page.recipe().start == "current"
    assert page.recipe().layers == session.in_use.current.checkpoint.network.specs
    page.design.set_specs(QUICK.layers)
    assert page.recipe().start == "new"
    assert page.recipe().layers == QUICK.layers


def test_impossible_layers_cannot_be_trained(trainer: MainWindow) -> None:
    page = trainer.train_page
    trainer.session.design.put((LayerSpec(4, 9), LayerSpec(4, 9), LayerSpec(4, 9), LayerSpec(4, 9)))
    assert page.design.specs() is None
    assert not page.steering.retrain.isEnabled()
    page.start()
    assert not trainer.session.trainer.learning
    page.design.set_specs(QUICK.layers)
    assert page.steering.retrain.isEnabled()


def test_preview_shows_all_digits_before_and_after(qtbot: QtBot, trainer: MainWindow) -> None:
    page = trainer.train_page
    with qtbot.waitSignal(trainer.session.previewer.previewed) as shown:
        press(qtbot, trainer, "previewButton")
    before, after = shown.args
    assert before.shape == after.shape == (COUNT, 28, 28)
    assert not np.array_equal(before, after)
    with qtbot.waitSignal(trainer.session.previewer.previewed) as shown:
        page.form.findChild(QSlider, "augmentField").setValue(0)  # type: ignore[union-attr]
    np.testing.assert_array_equal(shown.args[0], shown.args[1])
    np.testing.assert_array_equal(shown.args[0], before)
    page.preview.close()


def test_preview_picks_each_digit_from_the_training_digits(tiny_mnist: Mnist) -> None:
    before, _ = preview(STANDARD, tiny_mnist.train, 3)
    images = as_ink(tiny_mnist.train.images)[:, 0].numpy()
    labels = [int(tiny_mnist.train.labels[(images == each).all((1, 2)).argmax()]) for each in before]
    assert labels == sorted(labels)
    assert set(labels) == set(range(10))
