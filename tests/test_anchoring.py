"""Further training in which a part of the weights it began with stays."""

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from helpers import TINY
from hypothesis import given
from hypothesis import strategies as st

import main
from model.mnist import Mnist
from model.network.checkpoint import Checkpoint, load, save
from model.network.digit_net import DigitNet
from model.train.anchoring import anchored, between
from model.train.training import Progress, train


def network(seed: int) -> DigitNet:
    made = DigitNet(TINY.layers, generator=torch.Generator().manual_seed(seed))
    return made.eval().requires_grad_(False)


@given(st.floats(0, 0.9))
def test_every_weight_lies_between(part: float) -> None:
    before, after = network(1), network(2)
    mixed = between(before, after, part)
    for old, new, found in zip(before.parameters(), after.parameters(), mixed.parameters(), strict=True):
        torch.testing.assert_close(found, part * old + (1 - part) * new)


def test_other_layers_have_nothing_between(tiny: DigitNet) -> None:
    with pytest.raises(ValueError, match="other layers"):
        between(tiny, network(1), 0.5)


def test_the_result_of_a_run_is_anchored_and_measured(tiny_mnist: Mnist) -> None:
    """All steps come through; what is told of the result is what it reads."""
    before = network(1)
    recipe = replace(TINY, start="current")
    steps: list[Progress] = list(anchored(train(recipe, tiny_mnist, start=before), before, 0.5, tiny_mnist))
    plain = list(train(recipe, tiny_mnist, start=before))[-1].result
    result = steps[-1].result
    assert result is not None
    assert plain is not None
    assert [p.step for p in steps if p.step] == sorted(p.step for p in steps if p.step)
    assert result.provenance.anchor == 0.5
    assert 0 <= result.figures["test"] <= 1
    first = between(before, plain.network, 0.5).convs()[0].weight
    torch.testing.assert_close(result.network.convs()[0].weight, first)


def test_the_command_needs_to_know_where_to_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--preset", "hands"], ["--anchor", "0.3"]):
        assert main.main(["train", *arguments]) == 2
        assert "--start FILE" in capsys.readouterr().err


def test_the_command_goes_on_from_a_file(tmp_path: Path, tiny_mnist: Mnist, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("model.mnist.load", lambda *_: tiny_mnist)
    start, out = tmp_path / "before.safetensors", tmp_path / "after.safetensors"
    save(start, Checkpoint(network(1)))
    common = ["--preset", "quick", "--epochs", "1", "--start", str(start), "--anchor", "0.9", "--out", str(out)]
    assert main.main(["train", *common]) == 0
    made = load(out)
    assert made.network.specs == TINY.layers
    assert made.provenance.anchor == 0.9
