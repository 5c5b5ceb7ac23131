"""Drawings that are no digits, for a network to learn doubt from: random angular scribbles, open and closed.

D. Hendrycks, M. Mazeika, T. Dietterich, "Deep Anomaly Detection with Outlier Exposure", ICLR 2019.
"""

import torch
from torch import Tensor

from model.augment.augment import warp
from model.augment.writing_styles import lay_strokes

CORNERS = 8
FEWEST = 5  # fewer corners too often make a one, a seven or a four


def scribbles(count: int, generator: torch.Generator, device: torch.device) -> Tensor:
    """`count` images (count, 1, 28, 28) float32, ink 0…1, of the size and at the place of MNIST's digits."""
    corners = 4 + 20 * torch.rand(count, CORNERS, 2, generator=generator)
    used = torch.randint(FEWEST, CORNERS + 1, (count, 1), generator=generator)
    number = torch.arange(CORNERS)[None]
    closed = torch.rand(count, 1, generator=generator) < 0.4
    # corners past the last one used fall onto it, or onto the first to close the figure
    last = torch.where(closed, 0, used - 1)
    order = torch.where(number < used, number, last)
    order = torch.cat([order, last], 1)  # (count, CORNERS + 1)
    path = corners.gather(1, order[:, :, None].expand(-1, -1, 2))
    lifted = torch.rand(count, CORNERS, 1, generator=generator) < 0.1
    ends = torch.where(lifted, path[:, :-1], path[:, 1:])
    strokes = torch.cat([path[:, :-1], ends], 2).to(device)
    width = (1.2 + 2.6 * torch.rand(count, generator=generator)).to(device)
    drawn = lay_strokes(torch.zeros(count, 28, 28, device=device), strokes, width)
    return warp(drawn[:, None], 1.0, generator)
