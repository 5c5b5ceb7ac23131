"""AdamW: PyTorch's own to the last bit, without what its classes import."""

import subprocess
import sys
from pathlib import Path

import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from model.train.adam import MOMENTS, AdamW

ROOT = Path(__file__).parents[1]


def weights(seed: int) -> list[Tensor]:
    chance = torch.Generator().manual_seed(seed)
    return [torch.randn(shape, generator=chance).requires_grad_(True) for shape in ((4, 3, 3, 3), (7,), (1,))]


def put_gradients(parameters: list[Tensor], step: int) -> None:
    chance = torch.Generator().manual_seed(step)
    for number, parameter in enumerate(parameters):
        shown = number != 1 or step % 3 != 1  # not every parameter always has one
        parameter.grad = torch.randn(parameter.shape, generator=chance) if shown else None


@settings(max_examples=20)
@given(st.integers(0, 99), st.floats(1e-5, 1), st.sampled_from([0.0, 0.01, 0.5]), st.booleans())
def test_each_step_is_pytorchs(seed: int, rate: float, decay: float, fused: bool) -> None:
    ours, theirs = weights(seed), weights(seed)
    optimizer = AdamW(ours, rate, weight_decay=decay, fused=fused)
    reference = torch.optim.AdamW(theirs, lr=rate, weight_decay=decay, fused=fused)
    for step in range(5):
        optimizer.lr = reference.param_groups[0]["lr"] = rate / (step + 1)
        optimizer.betas = reference.param_groups[0]["betas"] = (0.85 + step / 50, 0.999)
        for parameters in (ours, theirs):
            put_gradients(parameters, step)
        optimizer.step()
        reference.step()
        assert all(torch.equal(a, b) for a, b in zip(ours, theirs, strict=True))
    for a, b in zip(ours, theirs, strict=True):
        assert all(torch.equal(optimizer.state[a][name], reference.state[b][name]) for name in MOMENTS)
    optimizer.zero_grad()
    assert all(parameter.grad is None for parameter in ours)


def test_without_decay_it_is_adam() -> None:
    ours, theirs = weights(1), weights(1)
    optimizer, reference = AdamW(ours, 0.05, weight_decay=0.0), torch.optim.Adam(theirs, 0.05)
    for step in range(4):
        for parameters in (ours, theirs):
            put_gradients(parameters, step)
        optimizer.step()
        reference.step()
    assert all(torch.equal(a, b) for a, b in zip(ours, theirs, strict=True))


def test_nothing_that_learns_imports_the_compiler() -> None:
    code = """
import sys
from dataclasses import replace
from model.mnist import load
from model.network import checkpoint
from model.train.recipe import QUICK
from model.train.training import train
from model.why.dream import dreaming
network = checkpoint.load().network
for work in train(replace(QUICK, epochs=0.1, device="cpu"), load()), dreaming(network, [3]):
    for number, _ in enumerate(work):
        if number == 2:
            break
    assert number == 2
print("torch._dynamo" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("False\n", "")
