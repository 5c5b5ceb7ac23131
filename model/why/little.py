"""A little everywhere: the smallest change of all pixels after which the network answers otherwise.

No pixel changes by more than a bound, and the bound is halved in between until it cannot be smaller: steps along the
sign of the gradient, as in A. Madry et al., "Towards Deep Learning Models Resistant to Adversarial Attacks", ICLR 2018.
A person goes on seeing the same digit.
"""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from model.network.digit_net import DigitNet

Array = NDArray[np.float32]

LARGEST = 0.5  # of a change: more is another drawing
HALVINGS = 7
STEPS = 25  # along the gradient, for each bound


@dataclass(frozen=True, eq=False)
class Little:
    """The changed `image` (28, 28), 0…1; `size` is the largest change of a pixel. It reads `digit`."""

    image: Array
    size: float
    digit: int
    probability: float


def seeking(network: "DigitNet", image: Array, rival: int) -> Generator[Little | None, None, None]:
    """Yields None on the way, so that it can be stopped, and `Little` last where there is one."""
    low, high, found = 0.0, LARGEST, None
    for _ in range(HALVINGS):
        bound = high if found is None and low == 0 else (low + high) / 2
        tried = yield from _within(network, image, rival, bound)
        if tried is None:
            low = bound
            if found is None:
                return
        else:
            found, high = tried, min(bound, tried.size)
    if found is not None:
        yield found


def _within(network: "DigitNet", image: Array, rival: int, bound: float) -> Generator[None, None, Little | None]:
    import torch

    before = torch.from_numpy(np.array(image, np.float32))
    x = before.clone()
    low, high = (before - bound).clamp(min=0), (before + bound).clamp(max=1)
    others = [digit for digit in range(10) if digit != rival]
    for step in range(STEPS):
        x.requires_grad_(True)
        logits = network(x[None, None])[0]
        margin = logits[rival] - logits[others].max()
        if float(margin.detach()) > 0:
            changed = x.detach()
            probability = float(torch.softmax(logits.detach(), 0)[rival])
            return Little(changed.numpy().copy(), float((changed - before).abs().max()), rival, probability)
        (slope,) = torch.autograd.grad(margin, x)
        rate = 2.5 * bound / STEPS if step else bound
        x = torch.minimum(torch.maximum(x.detach() + rate * slope.sign(), low), high)
        yield None
    return None


def between(image: Array, little: Little, t: float) -> Array:
    """The image on the way from the drawing (`t` 0) to the changed one (1)."""
    on_the_way: Array = image + np.float32(t) * (little.image - image)
    return on_the_way
