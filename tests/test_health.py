"""Layer health: sizes and dead channels as counted directly."""

import pytest
import torch
from torch.nn import functional as F

from model.network.architecture import LayerSpec
from model.network.digit_net import DigitNet, Tap
from model.train.health import examining

SPECS = (LayerSpec(6, 5, stride=2), LayerSpec(5, 3, bias=False, max_pool=True))


@pytest.mark.parametrize("batch_norm", [False, True])
def test_health_is_what_one_counts_directly(batch_norm: bool) -> None:
    chance = torch.Generator().manual_seed(1)
    network = DigitNet(SPECS, batch_norm=batch_norm, generator=chance)
    x, labels = torch.rand(8, 1, 28, 28, generator=chance), torch.arange(8)
    with torch.no_grad():
        bias = (network.norm(1) or network.convs()[0]).bias
        assert bias is not None
        bias[2] = -1e3
        network.convs()[1].weight[0] = -network.convs()[1].weight[0].abs()
    with examining(network) as examination:
        F.cross_entropy(network(x), labels).backward()
    health = examination.result()
    taps: list[Tap] = []
    network(x, taps)
    assert [layer.name for layer in health] == ["conv1", "conv2", "linear"]
    weights = [*(conv.weight for conv in network.convs()), network.linear.weight]
    for layer, weight in zip(health, weights, strict=True):
        assert layer.weight == pytest.approx(float(weight.detach().square().mean().sqrt()), rel=1e-5)
        assert weight.grad is not None
        assert layer.gradient == pytest.approx(float(weight.grad.square().mean().sqrt()), rel=1e-5)
    shares = [float((tap.relu.amax((0, 2, 3)) == 0).float().mean()) for tap in taps]
    assert [layer.dead for layer in health] == [*map(pytest.approx, shares), None]
    assert min(shares) > 0
    assert not network.convs()[0]._forward_hooks, "the next steps must not pay for it"
