"""Probabilities that mean what they say: a temperature, fitted on validation digits and folded into the linear layer.

C. Guo, G. Pleiss, Y. Sun, K. Weinberger, "On Calibration of Modern Neural Networks", ICML 2017.
"""

from collections.abc import Iterator

import torch
from torch import Tensor
from torch.nn import functional as F

from model.augment.augment import augment
from model.evaluate.evaluation import as_ink, chunk_size, logits_of
from model.mnist import Digits
from model.network.digit_net import DigitNet

STRENGTH = 0.7  # people write less like MNIST than MNIST's own validation digits do


def calibrating(network: DigitNet, digits: Digits, seed: int = 0, *, changed: bool = True) -> Iterator[None]:
    """Divide the linear layer of a plain network by the temperature that fits `digits` best, in place.

    Half of what it is fitted on are the digits themselves, half are they in other styles, if they may be `changed`.
    Answers stay the same. Yields after each chunk; the network is changed after the last.
    """
    generator = torch.Generator().manual_seed(seed)
    parts = []
    size = chunk_size(network)
    for images, labels in zip(digits.images.split(size), digits.labels.split(size), strict=True):
        others = [augment(as_ink(images), labels, STRENGTH, generator)] if changed else []
        for batch in (images, *others):
            parts.append((next(logits_of(network, batch)), labels))
            yield
    if len(digits):
        logits, labels = (torch.cat(column) for column in zip(*parts, strict=True))
        scale = 1 / temperature(logits, labels)
        with torch.no_grad():
            network.linear.weight.mul_(scale)
            network.linear.bias.mul_(scale)


def temperature(logits: Tensor, labels: Tensor) -> float:
    """The number to divide `logits` (n, 10) by so that `labels` (n,) become most probable; 0.2…5, to 2 %."""
    candidates = torch.linspace(-1, 1, 161).mul(1.609438).exp().tolist()
    best: float = min(candidates, key=lambda t: float(F.cross_entropy(logits / t, labels)))
    return best
