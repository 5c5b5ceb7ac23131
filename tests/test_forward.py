"""The numbers on view, which NumPy computes, are PyTorch's: for the designs on offer and for random ones."""

import numpy as np
import pytest
import torch
from helpers import layers
from hypothesis import assume, given
from hypothesis import strategies as st

from model.files import InputError
from model.look.snapshot import look
from model.network.architecture import LayerSpec, layer_shapes
from model.network.designs import DESIGNS
from model.network.digit_net import DigitNet, Tap


def check(specs: list[LayerSpec], seed: int = 0) -> None:
    network = DigitNet(specs, generator=torch.Generator().manual_seed(seed)).eval().requires_grad_(False)
    image = np.random.default_rng(seed).random((28, 28), np.float32)
    snapshot, taps = look(network, image), list[Tap]()
    logits = network(torch.from_numpy(image)[None, None], taps)[0].numpy()
    assert snapshot.by_torch is not None
    assert snapshot.logits is not None
    assert snapshot.probabilities is not None
    maps, torch_logits = snapshot.by_torch
    np.testing.assert_array_equal(torch_logits, logits)
    for shown, by_torch, tap in zip(snapshot.maps, maps, taps, strict=True):
        np.testing.assert_array_equal(by_torch.conv, tap.conv[0])
        np.testing.assert_array_equal(by_torch.out, tap.out[0])
        np.testing.assert_allclose(shown.conv, tap.conv[0], rtol=1e-5, atol=1e-5)
        np.testing.assert_allclose(shown.out, tap.out[0], rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(snapshot.logits, logits, rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(snapshot.probabilities, torch.softmax(torch.from_numpy(logits), 0), atol=1e-5)


@pytest.mark.parametrize("specs", [list(design.layers) for design in DESIGNS], ids=lambda specs: f"{len(specs)} layers")
def test_the_designs_on_offer(specs: list[LayerSpec]) -> None:
    check(specs)


@given(st.lists(layers(), min_size=1, max_size=4), st.integers(0, 1000))
def test_random_designs(specs: list[LayerSpec], seed: int) -> None:
    try:
        layer_shapes(specs)
    except InputError:
        assume(False)
    check(specs, seed)


def test_numbers_beyond_float32_are_shown_as_they_are(tiny: DigitNet) -> None:
    """As PyTorch has them, and without a warning."""
    tiny.convs()[0].weight.fill_(3e38)
    snapshot = look(tiny, np.ones((28, 28), np.float32))
    assert np.isinf(snapshot.maps[0].out).any()
