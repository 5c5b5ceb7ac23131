"""Changes by hand: the copy is changed, the network is not; and the workbench in the real window."""

import copy
from pathlib import Path

import numpy as np
import pytest
import torch
from helpers import THREE, answered, cards, draw, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui.pages.look.inspector.inspector import Inspector
from gui.session.run import Phase, Waiting
from gui.window.main_window import MainWindow
from model.kernels import kernel
from model.look.inspection import Place
from model.look.snapshot import look
from model.network.checkpoint import Checkpoint, load
from model.network.digit_net import DigitNet
from model.network.editing import Filter, filter_of, with_filters


def test_a_changed_copy_leaves_the_network_alone(tiny: DigitNet) -> None:
    before = {name: t.clone() for name, t in tiny.state_dict().items()}
    wanted = filter_of(tiny, 1, 2).with_weight(0, 1, 2, 7.5).with_bias(-3.0)
    changed = with_filters(tiny, {(1, 2): wanted})
    assert all(torch.equal(t, before[name]) for name, t in tiny.state_dict().items())
    differing = [name for name, t in changed.state_dict().items() if not torch.equal(t, before[name])]
    assert differing == ["conv2.weight", "conv2.bias"]
    different = (changed.state_dict()["conv2.weight"] != before["conv2.weight"]).nonzero().tolist()
    assert different == [[2, 0, 1, 2]]
    assert changed.convs()[1].weight[2, 0, 1, 2] == 7.5
    assert not changed.training
    assert not any(p.requires_grad for p in changed.parameters())


def test_a_filter_that_is_off_makes_an_empty_map(tiny: DigitNet) -> None:
    off = filter_of(tiny, 0, 1).switched_off()
    assert off.is_off
    found = look(with_filters(tiny, {(0, 1): off}), np.ones((28, 28), np.float32))
    assert not found.maps[0].out[1].any()
    assert found.maps[0].out[0].any()


def test_the_identity_kernel_passes_a_channel_on(tiny: DigitNet) -> None:
    wanted = filter_of(tiny, 1, 0).switched_off().with_kernel(kernel("identity", 3), 2)
    image = np.random.default_rng(1).random((28, 28)).astype(np.float32)
    found = look(with_filters(tiny, {(1, 0): wanted}), image)
    np.testing.assert_allclose(found.maps[1].conv[0], found.maps[0].out[2], atol=1e-6)


def test_a_kernel_is_shared_out_and_kept_small(tiny: DigitNet) -> None:
    found = filter_of(tiny, 1, 0).with_kernel(kernel("edge", 3))
    np.testing.assert_allclose(found.weight.sum(axis=0), kernel("edge", 3) / 2, atol=1e-6)


def test_an_output_of_the_linear_layer_is_a_filter(tiny: DigitNet) -> None:
    found = filter_of(tiny, 2, 7)
    image = np.random.default_rng(2).random((28, 28)).astype(np.float32)
    before = look(tiny, image)
    assert before.logits is not None
    np.testing.assert_allclose((found.weight * before.maps[-1].out).sum() + found.bias, before.logits[7], atol=1e-4)
    after = look(with_filters(tiny, {(2, 7): found.with_weight(1, 0, 2, 9.0).with_bias(0.5)}), image)
    assert after.logits is not None
    added = (9 - found.weight[1, 0, 2]) * before.maps[-1].out[1, 0, 2] + 0.5 - (found.bias or 0)
    np.testing.assert_allclose(after.logits[7] - before.logits[7], added, atol=1e-4)
    np.testing.assert_array_equal(np.delete(after.logits, 7), np.delete(before.logits, 7))
    with pytest.raises(IndexError):
        filter_of(tiny, 3, 0)


def test_what_does_not_fit_is_refused(tiny: DigitNet) -> None:
    with pytest.raises(ValueError, match="kernels of"):
        with_filters(tiny, {(0, 0): Filter(np.zeros((2, 3, 3), np.float32), 0.0)})
    with pytest.raises(ValueError, match="finite"):
        with_filters(tiny, {(0, 0): filter_of(tiny, 0, 0).with_weight(0, 0, 0, float("nan"))})


# -- in the window ----------------------------------------------------------------------------------------------


@pytest.fixture
def bench(qtbot: QtBot, window: MainWindow) -> Inspector:
    """The workbench, open on a filter of the second layer."""
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    window.look_page._choose(Place(1, 5, 4, 8))
    press(qtbot, window, "editButton")
    return window.look_page.inspector


def badge(window: MainWindow) -> str:
    found = window.findChild(QLabel, "editedBadge")
    assert found is not None
    return found.text()


def test_a_weight_is_edited_and_everything_follows(qtbot: QtBot, window: MainWindow, bench: Inspector) -> None:
    session, bar = window.session, window.look_page.bench
    assert session.display.snapshot is not None
    before, logits = session.display.snapshot.weights.layers[1].weight.copy(), session.display.snapshot.logits
    sheet = bench.rows._sheet
    assert sheet is not None
    channel = sheet.order[0]
    qtbot.mouseClick(bench.rows, Qt.MouseButton.LeftButton, pos=bench.rows.cell_rect(0, 1, 1, 2).center())
    assert bar._cell == (channel, 1, 2)
    assert bar.weight.value() == pytest.approx(before[5, channel, 1, 2], abs=1e-3)
    for _ in range(3):
        qtbot.keyClick(bar.weight, Qt.Key.Key_Up)
    after = session.display.snapshot.weights.layers[1].weight
    assert after[5, channel, 1, 2] == pytest.approx(before[5, channel, 1, 2] + 0.15, abs=1e-3)
    assert (after != before).sum() == 1
    assert session.display.snapshot.logits is not logits
    assert "✓" in bench.summary.view.text()
    assert badge(window) == "changed by hand"
    assert "changed by hand" in window.state.text.text()
    assert session.in_use.current is not None
    np.testing.assert_array_equal(session.in_use.current.checkpoint.network.convs()[1].weight.numpy(), before)
    press(qtbot, window, "undoEdit")  # three steps of one weight are one change
    np.testing.assert_array_equal(session.display.snapshot.weights.layers[1].weight, before)
    assert badge(window) == ""
    press(qtbot, window, "redoEdit")
    np.testing.assert_array_equal(session.display.snapshot.weights.layers[1].weight, after)
    press(qtbot, window, "trainedValues")
    assert badge(window) == ""
    press(qtbot, window, "undoEdit")
    assert badge(window) == "changed by hand"


@pytest.mark.usefixtures("bench")
def test_paste_switch_off_and_bias(qtbot: QtBot, window: MainWindow) -> None:
    session, bar = window.session, window.look_page.bench
    assert session.display.snapshot is not None
    size = session.display.snapshot.weights.layers[1].shape.spec.kernel_size
    bar.kind.setCurrentIndex(bar.kind.findData("blur"))
    bar.target.setCurrentIndex(bar.target.findData(3))
    press(qtbot, window, "pasteKernel")
    np.testing.assert_allclose(session.display.snapshot.weights.layers[1].weight[5, 3], kernel("blur", size), atol=1e-6)
    bar.bias.setValue(1.25)
    assert session.display.snapshot.weights.layers[1].bias[5] == 1.25
    press(qtbot, window, "switchOff")
    assert not session.display.snapshot.maps[1].out[5].any()
    assert not cards(window)[1].maps._mosaic[5].any()  # type: ignore[index]
    press(qtbot, window, "switchOff")
    assert session.display.snapshot.maps[1].out[5].any()


def test_the_linear_layer_is_edited_as_well(qtbot: QtBot, window: MainWindow, bench: Inspector) -> None:
    session, bar = window.session, window.look_page.bench
    window.look_page._choose(Place(len(cards(window)), 3))
    assert bench.header.title.text() == "linear · output 3"
    assert session.display.snapshot is not None
    assert session.display.snapshot.logits is not None
    trained, size = (
        session.display.snapshot.weights.linear_weight.copy(),
        session.display.snapshot.maps[-1].out.shape[-1],
    )
    sheet = bench.rows._sheet
    assert sheet is not None
    channel = sheet.order[0]
    qtbot.mouseClick(bench.rows, Qt.MouseButton.LeftButton, pos=bench.rows.cell_rect(0, 1, 1, 2).center())
    assert bar._cell == (channel, 1, 2)
    qtbot.keyClick(bar.weight, Qt.Key.Key_Up)
    changed = (session.display.snapshot.weights.linear_weight != trained).nonzero()
    assert [changed[0].tolist(), changed[1].tolist()] == [[3], [(channel * size + 1) * size + 2]]
    assert "✓" in bench.summary.view.text()
    before = session.display.snapshot.logits[3]
    bar.bias.setValue(bar.bias.value() + 2)
    assert session.display.snapshot.logits[3] == pytest.approx(before + 2, abs=2e-3)
    bar.kind.setCurrentIndex(bar.kind.findData("nothing"))
    bar.target.setCurrentIndex(bar.target.findData(channel))
    press(qtbot, window, "pasteKernel")
    row = session.display.snapshot.weights.linear_weight[3].reshape(-1, size, size)
    assert not row[channel].any()
    assert row.any()
    press(qtbot, window, "switchOff")
    assert session.display.snapshot.logits[3] == 0
    assert badge(window) == "changed by hand"
    press(qtbot, window, "trainedValues")
    np.testing.assert_array_equal(session.display.snapshot.weights.linear_weight, trained)
    press(qtbot, window, "undoEdit")
    assert session.display.snapshot.logits[3] == 0


@pytest.mark.usefixtures("on_few_digits")
def test_the_accuracy_is_measured_in_the_background(qtbot: QtBot, window: MainWindow, bench: Inspector) -> None:
    assert bench.isVisible()
    press(qtbot, window, "measureEdit")
    found = window.findChild(QLabel, "editedAccuracy")
    assert found is not None
    qtbot.waitUntil(lambda: "%" in found.text())
    assert float(found.text().split()[0]) > 95
    qtbot.waitUntil(lambda: not window.session.task.busy)
    press(qtbot, window, "switchOff")
    assert found.text() == ""


def test_saving_keeps_what_is_in_use_apart(
    qtbot: QtBot, window: MainWindow, bench: Inspector, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert bench.isVisible()
    press(qtbot, window, "switchOff")
    plain, changed = tmp_path / "plain.safetensors", tmp_path / "changed.safetensors"
    window.session.in_use.save(plain)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(changed), ""))
    press(qtbot, window, "saveEdited")
    assert load(plain).network.convs()[1].weight[5].any()
    assert not load(changed).network.convs()[1].weight[5].any()
    assert load(changed).provenance.changed_by_hand
    assert not load(changed).figures
    window.session.in_use.open(changed)
    assert badge(window) == ""
    assert not window.session.edits.undo_stack.canUndo()


def test_nothing_can_be_edited_while_another_network_is_shown(
    qtbot: QtBot, window: MainWindow, bench: Inspector, shipped: Checkpoint
) -> None:
    press(qtbot, window, "switchOff")
    trainer = window.session.trainer
    trainer.waiting, trainer.phase = Waiting(Checkpoint(copy.deepcopy(shipped.network)), None), Phase.DECIDING
    trainer.phase_changed.emit()
    for name in ("switchOff", "undoEdit", "trainedValues", "pasteKernel"):
        found = window.findChild(QPushButton, name)
        assert found is not None
        assert not found.isEnabled(), name
    trainer.revert()
    assert bench.isVisible()
    assert badge(window) == "changed by hand"  # it comes back as it was


def test_the_place_survives_another_language(qtbot: QtBot, window: MainWindow, bench: Inspector) -> None:
    assert bench.isVisible()
    window.set_language("zh_CN")
    again = window.look_page.inspector
    qtbot.waitUntil(lambda: again.isVisible() and again.place == Place(1, 5, 4, 8))
