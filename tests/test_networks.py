"""The list of networks: what is found, used, renamed, deleted and brought back, and two of them compared."""

import os
from pathlib import Path

import numpy as np
import pytest
import torch
from helpers import SEVEN, THREE, answered, draw
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.networks.dialog import NetworksDialog
from gui.storage.networks import Networks
from gui.window.main_window import MainWindow
from model.look import snapshot
from model.network import checkpoint, weights_file
from model.network.architecture import LayerSpec, parameter_count
from model.network.checkpoint import Checkpoint
from model.network.designs import SMALLEST
from model.network.digit_net import DigitNet
from model.network.provenance import Provenance

TWO = (LayerSpec(5, 5, stride=2), LayerSpec(6, 3, max_pool=True))


def keep(name: str, layers: tuple[LayerSpec, ...], age: int, **figures: float) -> Path:
    """A network by chance in the user's folder, saved `age` seconds ago."""
    network = DigitNet(layers, generator=torch.Generator().manual_seed(age)).eval().requires_grad_(False)
    path = Networks.folder() / f"{name}.safetensors"
    checkpoint.save(path, Checkpoint(network, Provenance({"name": "Quick", "epochs": 1.3}), figures))
    os.utime(path, (path.stat().st_mtime - age,) * 2)
    return path


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> NetworksDialog:
    """The list with two good files, a damaged one, and the shipped network."""
    keep("2026-01-02 03.04.05 quick", SMALLEST, 100, test=0.9828)
    keep("mine", TWO, 50)
    (Networks.folder() / "cut.safetensors").write_bytes(b"\xff" * 100)
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    window._menu.show_networks()
    made = window._menu._networks
    assert made is not None
    read(qtbot, made, 4)
    return made


def read(qtbot: QtBot, dialog: NetworksDialog, count: int) -> None:
    networks = dialog._session.networks
    qtbot.waitUntil(
        lambda: len(networks.listed) == count and all(each.layers or each.fault for each in networks.listed)
    )


def row_of(dialog: NetworksDialog, name: str) -> int:
    return next(n for n in range(dialog.table.rowCount()) if dialog.table.network(n).name == name)


def text(dialog: NetworksDialog, row: int, column: int) -> str:
    return str(dialog.table.index(row, column).data())


def choose(
    qtbot: QtBot, dialog: NetworksDialog, name: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    rect = dialog.view.visualRect(dialog.table.index(row_of(dialog, name), 1))
    qtbot.mouseClick(
        dialog.view.viewport(), Qt.MouseButton.LeftButton, modifier, QPoint(rect.x() + 5, rect.center().y())
    )


def push(qtbot: QtBot, dialog: NetworksDialog, name: str) -> None:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    assert found.isEnabled(), name
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def test_every_file_is_listed_with_what_is_known_of_it(dialog: NetworksDialog) -> None:
    assert [dialog.table.network(n).name for n in range(4)] == ["digits", "cut", "mine", "quick"]
    quick = row_of(dialog, "quick")
    assert [text(dialog, quick, n) for n in (2, 3, 4, 5)] == [
        f"{parameter_count(SMALLEST):,}", "98.28 %", "4@3↓ 6@3↓ 8@3 10@3", "Quick · 1.3 epochs",
    ]  # fmt: skip
    assert text(dialog, row_of(dialog, "mine"), 3) == "–"
    assert text(dialog, 0, 0) == "● digits (shipped)"
    assert "cut off or no safetensors" in text(dialog, row_of(dialog, "cut"), 4)


def test_one_click_uses_a_network_and_the_old_one_stays_one_click_away(
    qtbot: QtBot, window: MainWindow, dialog: NetworksDialog
) -> None:
    choose(qtbot, dialog, "quick")
    push(qtbot, dialog, "useNetwork")
    assert window.session.in_use.current is not None
    assert window.session.in_use.current.checkpoint.network.specs == SMALLEST
    assert window.session.settings.weights == window.session.in_use.current.path
    assert text(dialog, row_of(dialog, "quick"), 0) == "● quick"
    push(qtbot, dialog, "usePrevious")
    assert window.session.in_use.current.path == weights_file.SHIPPED
    assert window.session.settings.weights is None
    answered(qtbot, window, "3")
    push(qtbot, dialog, "usePrevious")
    assert window.session.in_use.current.checkpoint.network.specs == SMALLEST


def test_a_damaged_file_cannot_be_used_and_says_why(qtbot: QtBot, window: MainWindow, dialog: NetworksDialog) -> None:
    choose(qtbot, dialog, "cut")
    use = dialog.findChild(QPushButton, "useNetwork")
    assert use is not None
    assert not use.isEnabled()
    assert "cut off" in dialog._words.text()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Return)
    assert window.session.in_use.current is not None
    assert window.session.in_use.current.path == weights_file.SHIPPED


def test_a_name_is_changed_in_place(qtbot: QtBot, window: MainWindow, dialog: NetworksDialog) -> None:
    choose(qtbot, dialog, "mine")
    push(qtbot, dialog, "useNetwork")
    push(qtbot, dialog, "renameNetwork")
    editor = dialog.view.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "best so far")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: (Networks.folder() / "best so far.safetensors").is_file())
    read(qtbot, dialog, 4)
    assert not (Networks.folder() / "mine.safetensors").exists()
    assert window.session.in_use.current is not None
    assert (
        window.session.settings.weights
        == window.session.in_use.current.path
        == Networks.folder() / "best so far.safetensors"
    )
    assert dialog._chosen()[0].name == "best so far"


def test_names_that_cannot_be_say_so_and_change_nothing(window: MainWindow, dialog: NetworksDialog) -> None:
    sentences: list[str] = []
    window.session.failed.disconnect()
    window.session.failed.connect(sentences.append)
    before = sorted(Networks.folder().iterdir())
    mine = dialog.table.network(row_of(dialog, "mine"))
    names = ("", "a/b", "..", "x" * 81, "cut", "\U0001f600" * 80, "a\0b")
    for count, name in enumerate(names, start=1):
        assert not window.session.networks.rename(mine, name), name
        assert len(sentences) == count, name
    assert sorted(Networks.folder().iterdir()) == before


def test_the_shipped_network_keeps_its_name(dialog: NetworksDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "rename", lambda *_: pytest.fail("renamed"))
    shipped = dialog.table.network(0)
    assert shipped.shipped
    assert not dialog._session.networks.rename(shipped, "other")
    assert shipped.path.exists()


def test_what_was_deleted_can_be_brought_back(qtbot: QtBot, dialog: NetworksDialog) -> None:
    path = Networks.folder() / "mine.safetensors"
    content, saved = path.read_bytes(), path.stat().st_mtime
    choose(qtbot, dialog, "mine")
    qtbot.keyClick(dialog.view, Qt.Key.Key_Delete)
    assert not path.exists()
    read(qtbot, dialog, 3)
    choose(qtbot, dialog, "cut")
    push(qtbot, dialog, "deleteNetwork")
    push(qtbot, dialog, "undoDelete")
    push(qtbot, dialog, "undoDelete")
    read(qtbot, dialog, 4)
    assert path.read_bytes() == content
    assert path.stat().st_mtime == pytest.approx(saved)
    undo = dialog.findChild(QPushButton, "undoDelete")
    assert undo is not None
    assert not undo.isEnabled()
    choose(qtbot, dialog, "mine")
    push(qtbot, dialog, "useNetwork")
    delete = dialog.findChild(QPushButton, "deleteNetwork")
    assert delete is not None
    assert not delete.isEnabled()  # what is in use stays


def test_two_networks_answer_the_same_drawing_live(qtbot: QtBot, window: MainWindow, dialog: NetworksDialog) -> None:
    choose(qtbot, dialog, "quick")
    compare, session = dialog.compare, window.session
    assert compare.left.digit.text() == "3"
    assert session.in_use.current is not None
    assert f"{100 * session.in_use.current.checkpoint.figures['test']:.2f} %" in compare.left._figures.text()
    assert "98.28 %" in compare.right._figures.text()
    qtbot.mouseClick(dialog.findChild(QPushButton, "compareClear"), Qt.MouseButton.LeftButton)
    draw(qtbot, compare.pad, SEVEN)
    answered(qtbot, window, "7")
    assert compare.left.digit.text() == "7"
    expected = snapshot.look(checkpoint.load(Networks.folder() / "2026-01-02 03.04.05 quick.safetensors").network,
                             session.display.snapshot.image)  # type: ignore[union-attr]  # fmt: skip
    shown = compare.right.bars._values
    assert shown is not None
    assert expected.probabilities is not None
    np.testing.assert_array_equal(shown, expected.probabilities)
    assert window.panel.pad.painted(64).toImage() == compare.pad.painted(64).toImage()
    choose(qtbot, dialog, "mine", Qt.KeyboardModifier.ControlModifier)
    assert (compare.left._title.text(), compare.right._title.text()) == ("mine", "quick")


def test_both_pads_show_a_stroke_while_it_is_drawn(window: MainWindow, dialog: NetworksDialog) -> None:
    pad = dialog.compare.pad
    window.session.drawing.clear()
    window.session.drawing.begin(*SEVEN[0])
    for point in SEVEN[1:]:
        window.session.drawing.extend(*point)
    for each in (pad, window.panel.pad):
        grown = each._canvas.toImage()
        assert grown.pixelColor(grown.width() // 2, round(grown.height() * 57 / 280)).red() > 200
    window.session.drawing.end()


def test_the_list_stays_open_in_another_language(qtbot: QtBot, window: MainWindow, dialog: NetworksDialog) -> None:
    dialog._networks.delete(dialog.table.network(row_of(dialog, "mine")))
    window.set_language("zh_CN")
    anew = window._menu._networks
    assert anew is not None
    assert anew is not dialog
    assert anew.isVisible()
    read(qtbot, anew, 3)
    push(qtbot, anew, "undoDelete")  # what was deleted is not forgotten
    read(qtbot, anew, 4)
