"""The network's outputs: taps, folding, independence."""

import pytest
import torch
from torch import nn

from model.network.architecture import LayerSpec
from model.network.checkpoint import Checkpoint
from model.network.digit_net import DigitNet, Tap
from model.train.recipe import DEFAULT, SMALL

WITHOUT_BIAS = (LayerSpec(4, 3, bias=False), LayerSpec(6, 3, stride=2, max_pool=True))


def _lively(specs: tuple[LayerSpec, ...]) -> DigitNet:
    """A network with batch norm whose norms are far from doing nothing."""
    generator = torch.Generator().manual_seed(1)
    network = DigitNet(specs, batch_norm=True, generator=generator)
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            assert module.running_mean is not None
            assert module.running_var is not None
            nn.init.uniform_(module.weight, 0.5, 2.0, generator=generator)
            nn.init.uniform_(module.bias, -1.0, 1.0, generator=generator)
            nn.init.uniform_(module.running_mean, -0.5, 0.5, generator=generator)
            nn.init.uniform_(module.running_var, 0.5, 2.0, generator=generator)
    return network.eval()


@pytest.mark.parametrize("specs", [SMALL, DEFAULT, WITHOUT_BIAS])
def test_folded_and_unfolded_outputs_agree(specs: tuple[LayerSpec, ...]) -> None:
    network = _lively(specs)
    images = torch.rand(16, 1, 28, 28, generator=torch.Generator().manual_seed(2))
    folded = network.folded()
    with torch.no_grad():
        expected = network(images)
        found = folded(images)
    assert not any(isinstance(module, nn.BatchNorm2d) for module in folded.modules())
    torch.testing.assert_close(found, expected, rtol=1e-5, atol=1e-5)


def test_folding_gives_an_independent_copy(tiny: DigitNet) -> None:
    folded = tiny.folded()
    before = folded.linear.weight.clone()
    tiny.linear.weight.fill_(7.0)
    assert torch.equal(folded.linear.weight, before)
    assert not folded.training
    assert not any(p.requires_grad for p in folded.parameters())


def test_taps_are_what_the_modules_give(tiny: DigitNet) -> None:
    images = torch.rand(2, 1, 28, 28, generator=torch.Generator().manual_seed(3))
    taps: list[Tap] = []
    logits = tiny(images, taps)
    first, second = tiny.convs()
    assert torch.equal(taps[0].conv, first(images))
    assert torch.equal(taps[0].out, taps[0].conv.clamp(min=0))
    assert torch.equal(taps[1].conv, second(taps[0].out))
    assert torch.equal(taps[1].out, nn.functional.max_pool2d(taps[1].relu, 2))
    assert torch.equal(logits, tiny.linear(taps[1].out.flatten(1)))
    assert torch.equal(logits, tiny(images))


def test_a_generator_decides_the_weights() -> None:
    one, two, other = (DigitNet(SMALL, generator=torch.Generator().manual_seed(seed)) for seed in (1, 1, 2))
    assert torch.equal(one.linear.weight, two.linear.weight)
    assert not torch.equal(one.linear.weight, other.linear.weight)


def test_batch_norm_leaves_layers_without_bias_alone() -> None:
    network = DigitNet(WITHOUT_BIAS, batch_norm=True)
    assert network.norm(1) is None
    assert network.norm(2) is not None
    assert network.folded().convs()[0].bias is None


def test_unfolding_changes_no_output_and_folds_back(shipped: Checkpoint) -> None:
    chance = torch.Generator().manual_seed(2)
    images = torch.rand(64, 1, 28, 28, generator=chance)
    for network in (shipped.network, DigitNet((LayerSpec(4, 3), LayerSpec(3, 3, bias=False)), generator=chance)):
        normed = network.unfolded(images)
        assert normed.norm(1) is not None
        for shown in (normed.eval(), normed.folded()):
            torch.testing.assert_close(shown(images), network(images), rtol=1e-4, atol=1e-4)
        # in train mode too it is nearly itself on the images it was prepared with
        torch.testing.assert_close(normed.train()(images), network(images), rtol=1e-3, atol=1e-3)
