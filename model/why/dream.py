"""Digits that a network dreams of: images that give each digit as much as they can, climbed to from noise.

Activation maximisation, D. Erhan et al. 2009, made readable by moving and blurring the image on the way; A. Mordvintsev
et al., "Inceptionism", 2015.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from torch import Tensor

    from model.network.digit_net import DigitNet

Array = NDArray[np.float32]

STEPS = 160
RATE = 0.06
JITTER = 2  # pixels
BLUR = 4  # every so many steps
INK = 3.0  # what the mean ink costs


@dataclass(frozen=True, eq=False)
class Dream:
    """`images` (n, 28, 28), 0…1, one for each digit asked for, and how probable the network finds it, (n,)."""

    images: Array
    probabilities: Array


@dataclass(frozen=True)
class DreamProgress:
    """Steps done, of how many."""

    done: int
    of: int


def dreaming(
    network: "DigitNet", digits: Sequence[int] = range(10), seed: int = 0
) -> Generator[DreamProgress | Dream, None, None]:
    """Yields how far it is after each step, then the `Dream`."""
    import torch

    generator = torch.Generator().manual_seed(seed)
    x = 0.1 * torch.rand(len(digits), 1, 28, 28, generator=generator)
    wanted = torch.tensor(list(digits))
    optimizer = torch.optim.Adam([x.requires_grad_(True)], RATE)
    for step in range(STEPS):
        shift = tuple(torch.randint(-JITTER, JITTER + 1, (2,), generator=generator).tolist())
        logits = network(torch.roll(x, shift, (2, 3)))
        loss = torch.nn.functional.cross_entropy(logits, wanted, reduction="sum") + INK * x.mean((1, 2, 3)).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            if step % BLUR == 0 and step < STEPS - 10:
                x.copy_(_blurred(x))
            x.clamp_(0, 1)
        yield DreamProgress(step + 1, STEPS)
    with torch.inference_mode():
        probabilities = torch.softmax(network(x), dim=1)[torch.arange(len(wanted)), wanted]
    yield Dream(x.detach()[:, 0].numpy().copy(), probabilities.numpy())


def _blurred(x: "Tensor") -> "Tensor":
    import torch

    row = torch.tensor([0.15, 0.7, 0.15])
    return torch.nn.functional.conv2d(x, (row[:, None] * row)[None, None], padding=1)
