"""Weights changed by hand may be as large as they like: page "Why" says what it can, and nothing warns."""

import copy
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from helpers import press
from main_helpers import in_process
from pytestqt.qtbot import QtBot
from why_helpers import FOUR, all_read, draw_four, hurry, open_why

from gui.window.main_window import MainWindow
from model.look.snapshot import look
from model.mnist import Mnist
from model.network import checkpoint
from model.network.checkpoint import Checkpoint
from model.network.digit_net import DigitNet
from model.why.question import Question, question
from model.why.shares import shares
from model.why.spots import SpotMeter
from model.why.trust import Trust, trusting

FACTORS = 1e6, 1e8  # outputs near the largest number, and beyond it


def enlarged(network: DigitNet, factor: float) -> DigitNet:
    huge = copy.deepcopy(network)
    for parameter in huge.parameters():
        parameter.data.mul_(factor)
    return huge


@pytest.mark.parametrize("factor", FACTORS)
def test_shares_and_other_ways_to_colour_do_not_warn(shipped: Checkpoint, mnist: Mnist, factor: float) -> None:
    network = enlarged(shipped.network, factor)
    image = mnist.test.images[0, 0].numpy().astype(np.float32) / np.float32(255)
    snapshot = look(network, image)
    q = question(snapshot)
    found = shares(snapshot, q)
    assert found.equal == bool(np.isfinite(found.lead))
    assert sorted(found.by_size) == list(range(len(found.maps)))
    SpotMeter(network, image, q).measure_some(20)
    *_, trust = trusting(network, image, q)
    assert isinstance(trust, Trust)
    assert np.geterr()["over"] == "warn"  # and it goes on warning elsewhere


@pytest.mark.parametrize("factor", FACTORS)
def test_the_page_shows_what_there_is(
    qtbot: QtBot, window: MainWindow, on_few_digits: Mnist, monkeypatch: pytest.MonkeyPatch, factor: float
) -> None:
    hurry(monkeypatch, on_few_digits)
    draw_four(qtbot, window)
    network = window.session.display.network
    assert network is not None
    for parameter in network.parameters():
        parameter.data.mul_(factor)
    page = open_why(qtbot, window)
    display = window.session.display
    display._weights = None  # it is to see the numbers anew
    display.answer()
    assert display.snapshot is not None
    assert display.snapshot.logits is not None
    assert not np.abs(display.snapshot.logits).max() < 1e30
    all_read(qtbot, window)
    assert not window.grab().isNull()
    press(qtbot, window, "trustButton")
    qtbot.waitUntil(lambda: window.session.why.searches.trust is not None)
    assert not page.grab().isNull()


def test_the_command_line_writes_json_that_any_program_reads(
    shipped: Checkpoint, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(word: str) -> None:
        raise AssertionError(word)

    monkeypatch.setattr("model.why.known.COUNTS", (300,))
    monkeypatch.setattr("model.why.strokes.FIRST", 20)
    monkeypatch.setattr("model.why.strokes.ROUNDS", 1)
    weights, drawing = tmp_path / "huge.safetensors", tmp_path / "four.jsonl"
    checkpoint.save(weights, replace(shipped, network=enlarged(shipped.network, 1e8)))
    drawing.write_text(json.dumps({"strokes": FOUR}) + "\n")
    for command in ("predict", "explain"):
        code, out, _ = in_process(capsys, command, drawing, "--weights", weights, "--json")
        assert code == 0
        said = json.loads(out, parse_constant=refuse)
        assert None in (said["probabilities"] if command == "predict" else [said["lead"]])


def test_spots_of_an_endless_lead_do_not_warn(shipped: Checkpoint, mnist: Mnist) -> None:
    network = copy.deepcopy(shipped.network)
    network.linear.bias.data[:2].copy_(torch.tensor([3e38, -3e38]))  # their difference is beyond the largest number
    image = mnist.test.images[0, 0].numpy().astype(np.float32) / np.float32(255)
    meter = SpotMeter(network, image, Question(0, 1))
    assert not meter.measure_some(20)
    assert meter.lead == np.inf
