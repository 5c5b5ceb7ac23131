"""Further training that forgets less: a part of the weights that it began with stays in the result.

Between weights and what a short further training makes of them, networks on the straight line are often better than
both ends: what was new is nearly all there, what was known before is not lost. M. Wortsman et al., "Robust fine-tuning
of zero-shot models", CVPR 2022.
"""

import copy
from collections.abc import Iterator
from dataclasses import replace

import torch

from model.mnist import Mnist
from model.network.digit_net import DigitNet
from model.train.training import Progress, finishing


@torch.no_grad()
def between(before: DigitNet, after: DigitNet, part: float) -> DigitNet:
    """A network whose every weight is `part` times that of `before` and the rest that of `after`.

    Raises:
        ValueError: they have other layers.
    """
    if before.specs != after.specs:
        raise ValueError("networks of other layers have nothing between them")
    mixed = copy.deepcopy(after)
    for weight, old in zip(mixed.parameters(), before.parameters(), strict=True):
        weight.lerp_(old.to(weight.device), part)
    return mixed


def anchored(run: Iterator[Progress], before: DigitNet, part: float, mnist: Mnist) -> Iterator[Progress]:
    """The steps of `run`, which went on from `before`; of its result the part `part` is `before`, calibrated anew."""
    for progress in run:
        if progress.result is None:
            yield progress
        else:
            network = between(before, progress.result.network, part)
            provenance = replace(progress.result.provenance, anchor=part)
            yield from finishing(network, mnist, provenance, replace(progress, result=None))
