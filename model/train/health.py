"""How each layer fares while it learns: the size of its weights and gradients, and its dead channels."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

import torch
from torch import Tensor, nn

from model.network.digit_net import DigitNet

LOOKED_AT = 64  # images of the batch that channels are watched on: all would cost a twentieth of the step


@dataclass(frozen=True)
class LayerHealth:
    """One layer at one step, measured on the batch it has just learned from.

    `weight` and `gradient` are root mean squares over the layer's weights (as they are trained, before batch norm is
    folded into them). `dead` is the part 0…1 of the channels that were 0 after the ReLU everywhere in the first images
    of the batch: they answer nothing and learn nothing. None for the linear layer, which has no ReLU.
    """

    name: str
    weight: float
    gradient: float
    dead: float | None


class Examination:
    """What was noted during one step of a network; `result` after it."""

    def __init__(self, network: DigitNet) -> None:
        self._network = network
        self.dead: dict[int, Tensor] = {}

    def note(self, number: int, _module: nn.Module, _inputs: object, before_relu: Tensor) -> None:
        """For a hook: which channels never rise above 0."""
        self.dead[number] = (before_relu[:LOOKED_AT].detach().amax((0, 2, 3)) <= 0).float().mean()

    def result(self) -> tuple[LayerHealth, ...]:
        """Each layer's health, the linear layer last."""
        weights = [(f"conv{n}", conv.weight) for n, conv in enumerate(self._network.convs(), start=1)]
        weights.append(("linear", self._network.linear.weight))
        layers = []
        for number, (name, weight) in enumerate(weights, start=1):
            gradient = 0.0 if weight.grad is None else _rms(weight.grad)
            dead = self.dead.get(number)
            layers.append(LayerHealth(name, _rms(weight), gradient, None if dead is None else float(dead)))
        return tuple(layers)


@contextmanager
def examining(network: DigitNet) -> Iterator[Examination]:
    """Watch what goes through `network` inside; only the steps that are shown pay for it."""
    examination = Examination(network)
    hooks = []
    for number, conv in enumerate(network.convs(), start=1):
        last: nn.Module = network.norm(number) or conv
        hooks.append(last.register_forward_hook(partial(examination.note, number)))
    try:
        yield examination
    finally:
        for hook in hooks:
            hook.remove()


def _rms(values: Tensor) -> float:
    return float(torch.linalg.vector_norm(values.detach())) / math.sqrt(values.numel())
