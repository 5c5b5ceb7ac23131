"""Page "Train" with a folder of one's own: chosen, trained on, named all over the window, and no digits pretended."""

from collections.abc import Callable
from pathlib import Path

import pytest
from data_helpers import CLOTHES, choose, write_clothes
from helpers import TINY
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from gui.session.compared import Role
from gui.session.run import Phase
from gui.window.main_window import MainWindow
from model.data_set import DIGITS, MNIST
from model.data_sets import load
from model.drawing.ink import Picture
from model.network.weights_file import SHIPPED
from model.train.recipe import BEST, STANDARD


@pytest.fixture
def clothes(tmp_path: Path) -> Path:
    return write_clothes(tmp_path / "clothes")


def train(qtbot: QtBot, window: MainWindow, keep: bool = True) -> None:
    """Run TINY to its end and, where `keep` says so, keep it."""
    session, page = window.session, window.train_page
    page.form.set_recipe(TINY)
    page.design.set_specs(TINY.layers)
    page.start()
    qtbot.waitUntil(lambda: session.trainer.phase is Phase.DECIDING)
    if keep:
        session.trainer.keep()


def lay(window: MainWindow, folder: Path, number: int) -> str:
    """Put a test image on the pad; the name of its class."""
    test = load(folder).test
    window.session.drawing.put_picture(Picture.of_image(test.images[number, 0].numpy()))
    window.session.display.answer()
    return CLOTHES[int(test.labels[number])]


def test_choosing_a_folder_turns_off_what_only_digits_have(
    trainer: MainWindow, clothes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = trainer.train_page
    reason = page.findChild(QLabel, "augmentationReason")
    assert reason is not None
    assert reason.isHidden()
    choose(trainer, clothes, monkeypatch)
    assert trainer.session.next_data.classes == CLOTHES
    assert [page.data.field.itemText(n) for n in range(page.data.field.count())] == ["MNIST", "clothes", "folder…"]
    assert page.data.field.currentText() == "clothes"
    assert not reason.isHidden()
    assert not any(page.form.fields[key].isEnabled() for key in ("bends", "pens", "styles", "augment"))
    page.data.field.setCurrentIndex(0)
    page.data.field.activated.emit(0)
    assert trainer.session.next_data == MNIST
    assert reason.isHidden()
    assert page.form.fields["augment"].isEnabled()


def test_presets_speak_of_digits_only_where_the_data_are_digits(
    qtbot: QtBot, trainer: MainWindow, clothes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = trainer.train_page
    presets = [page.findChild(QPushButton, f"{key}Preset") for key in ("quick", "standard", "best")]
    choose(trainer, clothes, monkeypatch)
    about = page.findChild(QLabel, "recipeAbout")
    assert about is not None
    for preset in presets:
        assert preset is not None
        qtbot.mouseClick(preset, Qt.MouseButton.LeftButton)
        assert about.text() == preset.toolTip()
        assert not any(word in about.text() for word in ("digit", "MNIST", "answers", "hands"))
    assert (STANDARD.epochs, BEST.epochs) == (9, 40)  # their tips say so
    page.data.field.setCurrentIndex(0)
    page.data.field.activated.emit(0)
    assert "answers" in about.text()


def test_a_folder_without_images_is_refused_in_a_sentence(
    trainer: MainWindow, sentences: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(trainer, tmp_path, monkeypatch)
    assert len(sentences) == 1
    assert "no ten subfolders with pictures either" in sentences[0]
    assert trainer.session.next_data == MNIST
    assert trainer.train_page.data.field.currentText() == "MNIST"


def test_a_network_of_clothes_names_them_everywhere(
    qtbot: QtBot, trainer: MainWindow, clothes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(trainer, clothes, monkeypatch)
    train(qtbot, trainer)
    session, panel = trainer.session, trainer.panel
    assert session.in_use.data.classes == CLOTHES
    assert session.trainer.run is not None
    meant = lay(trainer, clothes, 3)
    assert session.display.snapshot is not None
    assert session.display.snapshot.classes == CLOTHES
    assert meant in panel.bars.accessibleDescription()
    assert panel.digit.text() in ("", *CLOTHES)
    words = panel.findChild(QLabel, "teachWords")
    assert words is not None
    assert words.text() == "A network of clothes"
    meant_buttons = [panel.findChild(QPushButton, f"meant{digit}") for digit in range(10)]
    assert all(button is not None and button.isHidden() for button in meant_buttons)
    trainer.pages.setCurrentIndex(4)
    session.evaluator.start()
    qtbot.waitUntil(lambda: session.evaluator.result is not None and session.evaluator.result.report.complete)
    result = session.evaluator.result
    assert result is not None
    assert result.report.readings is not None
    assert result.report.readings.count == 40
    source = trainer.findChild(QRadioButton, "testSource")
    mine = trainer.findChild(QRadioButton, "examplesSource")
    assert source is not None
    assert mine is not None
    assert source.text() == "Test set of clothes"
    assert not mine.isEnabled()
    session.in_use.use_shipped()
    qtbot.waitUntil(lambda: source.text() == "MNIST's test set")
    assert words.text() == "Wrong? You meant:"
    assert mine.isEnabled()
    assert not any(button is None or button.isHidden() for button in meant_buttons)


def test_networks_of_other_images_are_not_compared(
    qtbot: QtBot, trainer: MainWindow, clothes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(trainer, clothes, monkeypatch)
    session, bar = trainer.session, trainer.state.text
    train(qtbot, trainer, keep=False)
    assert session.trainer.waiting is not None
    assert session.trainer.waiting.outcome is None  # the network before reads digits
    assert "of clothes: keep or revert?" in bar.text()
    session.trainer.keep()
    assert "% clothes" in bar.text()
    trainer.pages.setCurrentIndex(4)
    session.evaluator.start()
    qtbot.waitUntil(lambda: session.evaluator.result is not None and session.evaluator.result.report.complete)
    clothed = session.evaluator.result
    others = trainer.findChild(QComboBox, "comparedNetwork")
    assert others is not None
    qtbot.waitUntil(lambda: all(each.layers for each in session.networks.listed))
    qtbot.waitUntil(lambda: [others.itemText(n)[:7] for n in range(others.count())] == ["no othe", "in use:"])
    session.compared.choose(SHIPPED)  # as one that was chosen before
    notice = trainer.findChild(QLabel, "staleText")
    assert notice is not None
    qtbot.waitUntil(lambda: "there is nothing to compare" in notice.text())
    assert session.compared.result is None
    assert not session.compared.running
    session.in_use.use_shipped()
    qtbot.waitUntil(lambda: session.evaluator.data == MNIST)
    assert clothed is not None
    assert clothed.key[1:] != session.evaluator.key()[1:]
    session.evaluator.start()
    qtbot.waitUntil(lambda: session.evaluator.result is not None and session.evaluator.result.data == MNIST)
    qtbot.waitUntil(lambda: others.findData(str(SHIPPED)) > 0)
    roles = [offer.role for offer in session.compared.offers()]
    assert Role.PREVIOUS not in roles  # it reads clothes
    mine = trainer.findChild(QRadioButton, "examplesSource")
    assert mine is not None
    mine.click()
    assert [offer.role for offer in session.compared.offers()] == roles


def test_page_why_asks_about_clothes(
    qtbot: QtBot, trainer: MainWindow, clothes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(trainer, clothes, monkeypatch)
    train(qtbot, trainer)
    lay(trainer, clothes, 5)
    trainer.pages.setCurrentIndex(1)
    box = trainer.findChild(QComboBox, "answerBox")
    assert box is not None
    qtbot.waitUntil(lambda: box.itemText(9) == CLOTHES[9] and trainer.session.why.now is not None)
    assert tuple(box.itemText(n) for n in range(10)) == CLOTHES
    assert trainer.session.why.now is not None
    assert box.currentText() == trainer.session.why.now.answer
    trainer.session.in_use.use_shipped()
    qtbot.waitUntil(lambda: tuple(box.itemText(n) for n in range(10)) == DIGITS)


def test_the_pad_is_read_whole_and_upright(
    qtbot: QtBot, trainer: MainWindow, clothes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(trainer, clothes, monkeypatch)
    train(qtbot, trainer)
    session = trainer.session
    for at in (40.0, 200.0):
        session.drawing.begin(at, 30.0)
        session.drawing.extend(at + 60.0, 250.0)
        session.drawing.end()
    session.display.answer()
    snapshot = session.display.snapshot
    assert snapshot is not None
    assert snapshot.drawn is not None
    assert snapshot.image is not None
    assert snapshot.drawn.turn is None
    assert session.display.digits.seen == ()
    ink = session.drawing.ink().reshape(28, 5, 28, 5).mean(axis=(1, 3))
    assert abs(snapshot.image - ink).max() <= 0.5 / 255 + 1e-6
    session.in_use.use_shipped()
    session.display.answer()
    assert len(session.display.digits.seen) == 2


def test_a_folder_that_is_gone_is_told(
    qtbot: QtBot, trainer: MainWindow, sentences: list[str], clothes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(trainer, clothes, monkeypatch)
    train(qtbot, trainer)
    clothes.rename(clothes.with_name("elsewhere"))
    trainer.session.evaluator.start()
    qtbot.waitUntil(lambda: bool(sentences))
    assert "The data set clothes is no longer in" in sentences[0]


def test_a_broken_off_run_goes_on_with_its_data(
    qtbot: QtBot, trainer: MainWindow, clothes: Path, again: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("model.train.watch.KEEP_EVERY", 0.0)
    choose(trainer, clothes, monkeypatch)
    page = trainer.train_page
    page.form.set_recipe(TINY)
    page.design.set_specs(TINY.layers)
    page.form.fields["epochs"].setValue(500)  # type: ignore[attr-defined]
    page.start()
    qtbot.waitUntil(lambda: len(trainer.session.trainer.history) > 3)
    trainer.close()
    other = again()
    other.session.trainer.resume_run()
    assert other.train_page.data.field.currentText() == "clothes"
    assert other.session.next_data.classes == CLOTHES
    qtbot.waitUntil(lambda: other.session.display.data.classes == CLOTHES)
    other.session.trainer.cancel()
    qtbot.waitUntil(lambda: not other.session.task.busy)
    assert other.session.display.data == MNIST


def test_the_keyboard_chooses_the_data(
    qtbot: QtBot, trainer: MainWindow, clothes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(trainer, clothes, monkeypatch)
    field = trainer.train_page.data.field
    field.setCurrentIndex(0)
    field.activated.emit(0)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert trainer.session.next_data.classes == CLOTHES


def test_long_names_make_nothing_wider(
    qtbot: QtBot, trainer: MainWindow, clothes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer.pages.setCurrentWidget(trainer.train_page)
    column = trainer.train_page.form.parentWidget()
    assert column is not None
    before = column.minimumSizeHint().width()
    (clothes / "labels.txt").write_text("\n".join(letter * 40 for letter in "ABCDEFGHIJ"))
    choose(trainer, clothes, monkeypatch)
    assert column.minimumSizeHint().width() == before
    train(qtbot, trainer)
    lay(trainer, clothes, 3)
    words = trainer.panel.digit
    if words.text():  # it may not be sure
        assert words.fontMetrics().horizontalAdvance(words.text()) <= words.minimumWidth()


def test_what_has_no_names_is_taken_for_digits_and_that_is_said(
    trainer: MainWindow, clothes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (clothes / "labels.txt").unlink()
    choose(trainer, clothes, monkeypatch)
    note = trainer.train_page.findChild(QLabel, "dataClasses")
    assert note is not None
    assert "labels.txt" in note.text()
    assert trainer.session.next_data.digits
