"""Files in `tests/data`, written before the code was put into folders, open as they did then."""

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from data_helpers import first_of
from helpers import ROOT
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from gui import app
from gui.storage.paths import data_folder
from gui.storage.settings import Settings
from model.drawing.drawings import read_drawings
from model.mnist import Mnist
from model.network import checkpoint
from model.train import run_file
from model.train.run_header import read_header
from model.train.training import past, train

DATA = ROOT / "tests" / "data"
EXPECTED: dict[str, Any] = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))
WEIGHTS: dict[str, dict[str, Any]] = EXPECTED["weights"]


def test_nothing_is_left_out() -> None:
    assert {path.name for path in DATA.glob("*.safetensors")} == set(WEIGHTS)
    assert len(WEIGHTS) == 6


@pytest.mark.parametrize("name", WEIGHTS)
def test_weights_hold_what_they_held(name: str, mnist: Mnist, tmp_path: Path) -> None:
    opened = checkpoint.load(DATA / name)
    with torch.no_grad():
        logits = opened.network(mnist.test.images[:1].float() / 255)[0].numpy()
    np.testing.assert_allclose(logits, WEIGHTS[name]["logits"], atol=1e-4)
    checkpoint.save(tmp_path / name, opened)
    for kept in (DATA / name, tmp_path / name):  # the JSON in the file stays as it is, when it is written again too
        length = int.from_bytes(kept.read_bytes()[:8], "little")
        about = json.loads(json.loads(kept.read_bytes()[8 : 8 + length])["__metadata__"]["convpad"])
        assert (about["recipe"], about["figures"]) == (WEIGHTS[name]["recipe"], WEIGHTS[name]["figures"])


def test_an_unfinished_run_goes_on_to_its_end(mnist: Mnist) -> None:
    small = first_of(mnist, 520, 60)
    header, state = read_header(DATA / "unfinished.run"), run_file.load(DATA / "unfinished.run")
    assert {"step": header.step, "steps": header.steps, "name": header.name} == EXPECTED["run"]
    assert {"step": state.step, "steps": state.steps, "name": state.recipe.name} == EXPECTED["run"]
    assert [progress.step for progress in past(state)] == list(range(1, state.step + 1))
    *_, last = train(state.recipe, small, resume=state)
    assert last.step == last.steps == state.steps
    assert last.result is not None
    assert last.result.provenance.by_hand[0] == {"step": state.step, "learning_rate": 0.003}


def test_the_window_finds_all_of_it(qtbot: QtBot, tmp_path: Path) -> None:
    """Settings, examples, networks and the unfinished run, where the older program left them."""
    settings = Path(QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "ConvPad", "ConvPad").fileName())
    places = {
        "ConvPad.ini": settings,
        "examples.jsonl": data_folder() / "examples.jsonl",
        "unfinished.run": data_folder() / "runs" / "old.run",
        "taken.safetensors": data_folder() / "weights" / "2026-11-28 05.00.00 tiny.safetensors",
    }
    for source, target in places.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(DATA / source, target)
    assert tmp_path in data_folder().parents
    remembered = Settings()
    assert (remembered.theme, remembered.language, remembered.page) == ("light", "zh_CN", "trainPage")
    assert (remembered.brush, remembered.pressure, remembered.scale) == (31, True, "network")
    assert remembered.weights == Path("/home/someone/kept.safetensors")
    assert not remembered.geometry.isEmpty()
    remembered.weights = None
    remembered.language = "en"
    assert [drawing.label for drawing in read_drawings(DATA / "examples.jsonl")] == [1, 7, 3]
    window = app.build()
    try:
        window.show()
        session = window.session
        qtbot.waitUntil(lambda: session.in_use.current is not None and not session.task.busy)
        assert window.pages.currentWidget() is window.train_page
        assert [drawing.label for drawing in session.examples.drawings] == [1, 7, 3]
        assert session.trainer.resumable is not None
        assert (session.trainer.resumable.step, session.trainer.resumable.steps) == (9, 17)
        session.networks.refresh()
        qtbot.waitUntil(lambda: "tiny" in [each.name for each in session.networks.listed if each.layers])
    finally:
        window.close()
        window.deleteLater()
