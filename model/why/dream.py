"""Digits that a network dreams of: images that give each digit as much as they can, climbed to from noise.

Activation maximisation, D. Erhan, Y. Bengio, A. Courville, P. Vincent, "Visualizing Higher-Layer Features of a Deep
Network", 2009. Left alone it ends in noise that nobody can read; here the image is blurred and moved on every step, has
as much ink as a digit, and pays for every edge.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.network.architecture import CLASSES, INPUT_SIDE

if TYPE_CHECKING:
    from model.network.digit_net import DigitNet

Array = NDArray[np.float32]

STEPS, RATE = 160, 0.15
BLUR, REACH = 1.0, 3  # pixels: how wide the blur is, and where it is cut off
STEEP = 4.0  # how sharply ink ends
JITTER = 2  # pixels by which the image is moved at most
INK = 0.1  # mean ink of a digit
STRAYS, EDGES = 40.0, 100.0  # what it costs, in log odds, to have no ink at all, and edges everywhere
ENOUGH = 30.0  # log odds of the digit that are worth striving for


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
    from torch.nn import functional as F

    from model.train.adam import AdamW

    generator = torch.Generator().manual_seed(seed)
    row = torch.exp(-(torch.arange(-REACH, REACH + 1) ** 2) / (2 * BLUR**2))
    blur = (row[:, None] * row / row.sum() ** 2)[None, None]
    start = 0.3 * torch.randn(len(digits), 1, INPUT_SIDE, INPUT_SIDE, generator=generator) - 0.5
    raw = start.requires_grad_(True)
    own = F.one_hot(torch.tensor(list(digits)), CLASSES).bool()
    optimizer = AdamW([raw], RATE, weight_decay=0.0)
    for step in range(STEPS):
        x = torch.sigmoid(STEEP * F.conv2d(raw, blur, padding=REACH))  # (n, 1, 28, 28), 0…1
        by = torch.randint(-JITTER, JITTER + 1, (2,), generator=generator).tolist()
        logits = network(torch.roll(x, by, (2, 3)))
        odds = logits[own] - logits.masked_fill(own, -torch.inf).logsumexp(dim=1)
        edges = x.diff(dim=2).abs().mean() + x.diff(dim=3).abs().mean()
        strays = ((x.mean((1, 2, 3)) / INK - 1) ** 2).mean()
        loss = STRAYS * strays + EDGES * edges - odds.clamp(max=ENOUGH).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        yield DreamProgress(step + 1, STEPS)
    with torch.inference_mode():
        x = torch.sigmoid(STEEP * F.conv2d(raw, blur, padding=REACH))
        probabilities = torch.softmax(network(x), dim=1)[own]
    yield Dream(x[:, 0].numpy().copy(), probabilities.numpy().copy())
