"""The folder of images that was chosen on page "Train" is there again after a restart, or a note says why not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from data_helpers import CLOTHES, choose, write_clothes
from PySide6.QtWidgets import QLabel

from gui.window.main_window import MainWindow
from model.data_set import MNIST


@pytest.fixture
def clothes(tmp_path: Path) -> Path:
    return write_clothes(tmp_path / "clothes")


def test_the_folder_is_remembered_until_another_is_chosen(
    trainer: MainWindow, clothes: Path, again: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(trainer, clothes, monkeypatch)
    trainer.close()
    other = again()
    data = other.train_page.data
    assert other.session.next_data.classes == CLOTHES
    assert data.field.currentText() == "clothes"
    assert not other.train_page.form.fields["augment"].isEnabled()
    data.field.setCurrentIndex(0)
    data.field.activated.emit(0)
    other.close()
    last = again()
    assert last.session.next_data == MNIST
    assert last.train_page.data.field.count() == 2


@pytest.mark.parametrize("harm", ["gone", "broken"])
def test_a_remembered_folder_that_cannot_be_used_is_told_beside_the_choice(
    harm: str,
    trainer: MainWindow,
    clothes: Path,
    again: Callable[[], MainWindow],
    sentences: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose(trainer, clothes, monkeypatch)
    trainer.close()
    away = clothes.with_name("elsewhere")
    if harm == "gone":
        clothes.rename(away)
    else:
        (clothes / "labels.txt").write_text("one\ntwo\n")
    other = again()
    data, note = other.train_page.data, other.train_page.findChild(QLabel, "dataClasses")
    assert note is not None
    assert other.session.next_data == MNIST
    assert data.field.currentText() == "MNIST"
    assert ("There is no folder" if harm == "gone" else "has 2 lines") in note.text()
    assert note.text().endswith("MNIST is chosen instead.")
    assert not note.isHidden()
    assert sentences == []
    other.close()
    if harm == "gone":
        away.rename(clothes)  # the disk is there again
        assert again().session.next_data.classes == CLOTHES
        return
    last = again()
    last.train_page.data.field.activated.emit(0)  # MNIST it is
    assert last.session.settings.data is None
    note = last.train_page.findChild(QLabel, "dataClasses")
    assert note is not None
    assert note.isHidden()


def test_a_long_path_makes_the_column_no_wider(
    trainer: MainWindow, again: Callable[[], MainWindow], tmp_path: Path
) -> None:
    before = trainer.train_page.data.minimumSizeHint().width()
    trainer.session.settings.data = tmp_path / ("x" * 200)
    trainer.close()
    data = again().train_page.data
    note = data.findChild(QLabel, "dataClasses")
    assert note is not None
    assert "x" * 200 in note.text()
    assert data.minimumSizeHint().width() == before
