"""Page "Train": the recipe form, what a run shows, pausing, rewinding, replaying."""

from dataclasses import replace

import numpy as np
import pytest
from conftest import THREE, TINY, draw
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from gui import app
from gui.pages.train.curves_plot import Curves
from gui.pages.train.page import TrainPage
from gui.pages.train.readout import Readout
from gui.pages.train.recipe_form import CUSTOM, RecipeForm
from gui.pages.train.shared_column import SharedColumn
from gui.widgets.fields import Choice, Number, WholeNumber
from gui.window.main_window import MainWindow
from gui.window.notices import ResumeBar, StepBadge
from model.evaluate.evaluation import as_ink
from model.look.snapshot import moved, read_weights
from model.mnist import Mnist
from model.network.architecture import LayerSpec
from model.network.digit_net import DigitNet
from model.train.preview import COUNT, preview
from model.train.recipe import BEST, PRESETS, QUICK, RANGES, STANDARD, Recipe
from model.train.training import Progress

LONG = replace(TINY, epochs=500)


@pytest.fixture
def trainer(window: MainWindow, tiny_mnist: Mnist, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window on its training page, with a three on the pad and few digits to train on."""
    monkeypatch.setattr("model.jobs.built_in_mnist", lambda: tiny_mnist)
    window.session.drawing.clear()
    window.pages.setCurrentWidget(window.train_page)
    return window


def push(qtbot: QtBot, window: MainWindow, name: str) -> None:
    found = window.findChild(QPushButton, name)
    assert found is not None
    assert found.isEnabled(), name
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def begin(qtbot: QtBot, window: MainWindow, recipe: Recipe = LONG, frames: int = 3) -> TrainPage:
    """A run on its way, with a drawing."""
    window.pages.setCurrentIndex(0)
    draw(qtbot, window.panel.pad, THREE)
    page = window.train_page
    window.pages.setCurrentWidget(page)
    page.form.set_recipe(recipe)
    page.design.set_specs(recipe.layers)
    push(qtbot, window, "retrainButton")
    session = window.session
    qtbot.waitUntil(lambda: session.timeline is not None and len(session.timeline) >= frames, timeout=20_000)
    return page


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


# -- the form -----------------------------------------------------------------------------------------------------


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
    assert session.in_use is not None
    start = page.form.fields["start"]
    assert isinstance(start, Choice)
    start.setFocus()
    qtbot.keyClick(start, Qt.Key.Key_Down)
    assert page.recipe().start == "current"
    assert page.recipe().layers == session.in_use.checkpoint.network.specs
    page.design.set_specs(QUICK.layers)
    assert page.recipe().start == "new"
    assert page.recipe().layers == QUICK.layers


def test_impossible_layers_cannot_be_trained(trainer: MainWindow) -> None:
    page = trainer.train_page
    trainer.session.design.put((LayerSpec(4, 9), LayerSpec(4, 9), LayerSpec(4, 9), LayerSpec(4, 9)))
    assert page.design.specs() is None
    assert not page.steering.retrain.isEnabled()
    page.start()
    assert not trainer.session.training
    page.design.set_specs(QUICK.layers)
    assert page.steering.retrain.isEnabled()


def test_preview_shows_all_digits_before_and_after(qtbot: QtBot, trainer: MainWindow) -> None:
    page = trainer.train_page
    with qtbot.waitSignal(trainer.session.previewer.previewed, timeout=10_000) as shown:
        push(qtbot, trainer, "previewButton")
    before, after = shown.args
    assert before.shape == after.shape == (COUNT, 28, 28)
    assert not np.array_equal(before, after)
    with qtbot.waitSignal(trainer.session.previewer.previewed, timeout=10_000) as shown:
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


# -- a run --------------------------------------------------------------------------------------------------------


def test_what_a_run_shows(qtbot: QtBot, trainer: MainWindow) -> None:
    page = begin(qtbot, trainer)
    card = page.run_card
    qtbot.waitUntil(lambda: card.answers is not None and len(card.answers.steps) >= 3, timeout=10_000)
    assert card.curves is not None
    assert card.answers is not None
    qtbot.waitUntil(lambda: "conv2" in page.health.table.text() and "linear" in page.health.table.text())
    readout = page.findChild(Readout, "curvesReadout")
    assert readout is not None
    assert "loss" in readout.text()
    assert page.progress.step > 0
    assert "images/s" in trainer.findChild(QLabel, "trainingSpeed").text()  # type: ignore[union-attr]
    step, probabilities = card.answers.values(None)  # type: ignore[misc]
    assert probabilities.sum() == pytest.approx(1, abs=1e-5)
    assert step in trainer.session.timeline.steps  # type: ignore[union-attr]
    assert not page.form.fields["epochs"].isEnabled()
    trainer.session.cancel_training()
    qtbot.waitUntil(lambda: not trainer.session.busy)
    assert page.form.fields["epochs"].isEnabled()


def test_pause_and_resume_and_another_learning_rate(qtbot: QtBot, trainer: MainWindow) -> None:
    page, session = begin(qtbot, trainer), trainer.session
    push(qtbot, trainer, "pauseButton")
    assert session.paused
    assert page.steering.pause.text() == "Resume"
    qtbot.waitUntil(lambda: "paused" in trainer.findChild(QLabel, "trainingSpeed").text())  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: session.history[-1].paused)
    before = session.history[-1].learning_rate
    push(qtbot, trainer, "halveRate")
    push(qtbot, trainer, "pauseButton")
    assert page.steering.pause.text() == "Pause"
    qtbot.waitUntil(lambda: session.history[-1].learning_rate < 0.6 * before, timeout=10_000)
    steps = session.history[-1].steps
    push(qtbot, trainer, "oneMoreEpochButton")
    qtbot.waitUntil(lambda: session.history[-1].steps == steps + 10, timeout=10_000)
    session.cancel_training()
    qtbot.waitUntil(lambda: not session.busy)


def test_scrubbing_takes_the_whole_window_along_and_back(qtbot: QtBot, trainer: MainWindow) -> None:
    page, session = begin(qtbot, trainer, frames=4), trainer.session
    badge = trainer.findChild(StepBadge)
    assert badge is not None
    assert not badge.isVisible()
    push(qtbot, trainer, "pauseButton")
    qtbot.waitUntil(lambda: session.history[-1].paused)
    slider = page.time_machine.slider
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    first = session.timeline.steps[0]  # type: ignore[union-attr]
    assert session.shown_step == first
    assert badge.isVisible()
    assert f"{first}" in badge.text()
    assert page.run_card.curves is not None
    assert page.run_card.curves.shown_line.isVisible()
    expected = read_weights(session.timeline.at(first))  # type: ignore[union-attr]
    np.testing.assert_array_equal(session.snapshot.weights.layers[0].weight, expected.layers[0].weight)  # type: ignore[union-attr]
    said = trainer.findChild(QLabel, "timeMachineAnswer")
    assert said is not None
    assert f"at step {first} it answered" in said.text()
    trainer.pages.setCurrentIndex(0)
    assert badge.isVisible()
    qtbot.mouseClick(badge, Qt.MouseButton.LeftButton)
    assert session.shown_step is None
    assert not badge.isVisible()
    assert slider.value() == slider.maximum()
    session.cancel_training()
    qtbot.waitUntil(lambda: not session.busy)


def test_replay_walks_to_now(qtbot: QtBot, trainer: MainWindow) -> None:
    page, session = begin(qtbot, trainer, frames=4), trainer.session
    push(qtbot, trainer, "pauseButton")
    qtbot.waitUntil(lambda: session.history[-1].paused)
    seen: list[int | None] = []
    session.shown_step_changed.connect(seen.append)
    push(qtbot, trainer, "replayButton")
    qtbot.waitUntil(lambda: bool(seen) and seen[-1] is None and not page.time_machine._timer.isActive(), timeout=10_000)
    assert seen == [*session.timeline.steps[:-1], None]  # type: ignore[union-attr]
    session.cancel_training()
    qtbot.waitUntil(lambda: not session.busy)


def test_the_weights_of_a_step_can_be_taken(qtbot: QtBot, trainer: MainWindow) -> None:
    page, session = begin(qtbot, trainer, frames=4), trainer.session
    page.time_machine.slider.setValue(1)
    step = session.shown_step
    with qtbot.waitSignal(session.training_ended, timeout=20_000):
        push(qtbot, trainer, "takeStepButton")
    assert session.pending is not None
    assert session.pending.recipe["taken_at_step"] == step
    assert page.steering.keep.isVisible()
    assert "%" in page.steering.new.text()
    push(qtbot, trainer, "revertButton")
    assert session.pending is None


def test_another_language_keeps_recipe_and_run(qtbot: QtBot, trainer: MainWindow) -> None:
    begin(qtbot, trainer, replace(LONG, seed=7))
    session = trainer.session
    push(qtbot, trainer, "pauseButton")
    qtbot.waitUntil(lambda: session.history[-1].paused)
    session.show_step(session.timeline.steps[1])  # type: ignore[union-attr]
    trainer.set_language("zh_CN")
    page = trainer.train_page
    assert page.recipe().seed == 7
    assert page.recipe().layers == TINY.layers
    assert page.run_card.curves is not None
    assert page.run_card.curves.steps == sorted({p.step for p in session.history})
    assert page.run_card.curves.shown_line.isVisible()
    assert page.steering.pause.text() == page.steering.tr("Resume")
    trainer.set_language("en")
    session.cancel_training()
    qtbot.waitUntil(lambda: not session.busy)


def test_an_interrupted_run_is_offered_quietly(qtbot: QtBot, trainer: MainWindow) -> None:
    begin(qtbot, trainer, replace(LONG, seed=11))
    push(qtbot, trainer, "pauseButton")
    qtbot.waitUntil(lambda: trainer.session.history[-1].paused)
    step = trainer.session.history[-1].step
    trainer.close()
    qtbot.waitUntil(lambda: not trainer.session.busy)
    again = app.build()
    again.show()
    qtbot.waitUntil(lambda: not again.session.busy, timeout=20_000)
    bar = again.findChild(ResumeBar)
    assert bar is not None
    assert bar.isVisible()
    assert f"step {step:,} of 5,000" in bar.findChild(QLabel, "resumeText").text()  # type: ignore[union-attr]
    again.pages.setCurrentWidget(again.train_page)
    push(qtbot, again, "resumeRunButton")
    qtbot.waitUntil(lambda: bool(again.session.history) and again.session.history[-1].step > step, timeout=20_000)
    assert not bar.isVisible()
    page = again.train_page
    assert (page.recipe().seed, page.recipe().layers) == (11, TINY.layers)
    qtbot.waitUntil(lambda: page.run_card.curves is not None and page.run_card.curves.steps[-1] > step)
    assert page.run_card.curves.steps[:step] == list(range(1, step + 1))  # type: ignore[union-attr]
    again.session.cancel_training()
    qtbot.waitUntil(lambda: not again.session.busy)
    again.close()
    again.deleteLater()


# -- the plots ----------------------------------------------------------------------------------------------------


def progress(step: int, validation: float | None = None) -> Progress:
    return Progress(step, 1000, 1, 3, 2.0 / step, 0.01, 1000.0, 1.0, validation=validation)


@pytest.fixture
def curves(qtbot: QtBot) -> Curves:
    made = Curves()
    qtbot.addWidget(made)
    made.resize(600, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.begin()
    made.add([progress(n, 0.9 if n % 20 == 0 else None) for n in range(1, 401)])
    QApplication.processEvents()
    return made


def place(curves: Curves, step: float) -> QPoint:
    point = curves.box.mapViewToScene(QPointF(step, 1.0))
    return QPoint(round(point.x()), curves.height() // 2)


def test_the_cursor_reads_values_and_a_click_chooses_the_step(qtbot: QtBot, curves: Curves) -> None:
    pointed: list[int | None] = []
    curves.pointed.connect(pointed.append)
    qtbot.mouseMove(curves.viewport(), place(curves, 200))
    assert pointed
    step = pointed[-1]
    assert step is not None
    assert abs(step - 200) <= 2
    at, loss, rate, accuracy = curves.values(step)  # type: ignore[misc]
    assert (at, loss, rate, accuracy) == (step, 2.0 / step, 0.01, 90.0)
    with qtbot.waitSignal(curves.step_chosen) as chosen:
        qtbot.mouseClick(curves.viewport(), Qt.MouseButton.LeftButton, pos=place(curves, 200))
    assert abs(chosen.args[0] - 200) <= 2


def test_the_wheel_zooms_the_steps_and_dragging_moves_them(qtbot: QtBot, curves: Curves) -> None:
    whole, middle = curves.box.viewRange(), QPointF(place(curves, 200))
    event = QWheelEvent(
        middle, QPointF(curves.viewport().mapToGlobal(middle.toPoint())), QPoint(), QPoint(0, 600),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(curves.viewport(), event)
    (left, right), _ = curves.box.viewRange()
    assert right - left < 0.9 * (whole[0][1] - whole[0][0])
    assert left < 200 < right
    curves.show_step(200)
    chosen: list[int] = []
    curves.step_chosen.connect(chosen.append)
    qtbot.mouseMove(curves.viewport(), place(curves, 200))
    qtbot.mousePress(curves.viewport(), Qt.MouseButton.LeftButton, pos=place(curves, 200))
    for step in (205, 215, 230):
        qtbot.mouseMove(curves.viewport(), place(curves, step))
    qtbot.mouseRelease(curves.viewport(), Qt.MouseButton.LeftButton, pos=place(curves, 230))
    assert chosen, "the line of the shown step can be dragged"
    assert chosen[-1] > 203
    assert curves.shown_line.value() == 200, "it stays where the window is"


def test_keys_move_the_cursor_zoom_and_reset(qtbot: QtBot, curves: Curves) -> None:
    whole = curves.box.viewRange()[0]
    qtbot.keyClick(curves, Qt.Key.Key_Left)
    qtbot.keyClick(curves, Qt.Key.Key_Left)
    assert curves.cursor_line.value() == 399
    qtbot.keyClick(curves, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert curves.cursor_line.value() == 389
    with qtbot.waitSignal(curves.step_chosen) as chosen:
        qtbot.keyClick(curves, Qt.Key.Key_Return)
    assert chosen.args == [389]
    qtbot.keyClick(curves, Qt.Key.Key_Plus)
    zoomed = curves.box.viewRange()[0]
    assert zoomed[1] - zoomed[0] < 0.8 * (whole[1] - whole[0])
    curves.add([progress(n) for n in range(401, 500)])
    assert curves.box.viewRange()[0] == zoomed  # a view that was chosen stays
    qtbot.keyClick(curves, Qt.Key.Key_0)
    QApplication.processEvents()
    assert curves.box.viewRange()[0][1] > 499


def test_logarithmic_loss(curves: Curves) -> None:
    curves.set_log(True)
    QApplication.processEvents()
    low, high = curves.box.viewRange()[1]
    assert low < np.log10(2.0 / 400) < np.log10(2.0) < high
    assert not curves.plot_item.getAxis("right").logMode
    assert curves.values(400)[1] == 2.0 / 400  # type: ignore[index]
    curves.set_log(False)
    QApplication.processEvents()
    assert curves.box.viewRange()[1][1] > 1.9


def test_a_low_column_shows_one_card_at_a_time(qtbot: QtBot, trainer: MainWindow) -> None:
    page = trainer.train_page
    assert page.time_machine.isVisible()
    assert page.health.isVisible()
    trainer.resize(1100, 700)
    QApplication.processEvents()
    assert page.time_machine.isVisible() != page.health.isVisible()
    push(qtbot, trainer, "healthCardTab")
    assert page.health.isVisible()
    assert not page.time_machine.isVisible()
    assert isinstance(page._column, SharedColumn)


def test_moved_is_relative_to_the_size_before(tiny: DigitNet) -> None:
    layer = read_weights(tiny).layers[0]
    twice = replace(layer, weight=layer.weight * 2)
    assert moved(layer, layer) == 0
    assert moved(layer, twice) == pytest.approx(1, abs=1e-6)
