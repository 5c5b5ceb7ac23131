"""A store of drawn images that is renewed while a run goes on: drawing each step's anew would slow it down too much."""

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor

from model.augment.generator import Chance, Images, Labels

BLOCK = 128  # images drawn at once
BLOCKS = 64  # blocks kept: the oldest one makes room
AT_FIRST = 8  # blocks before the first step

Draw = Callable[[int, Chance], tuple[Images, Labels]]


class Pool:
    """Images by `draw`; what it holds at a step follows from `seed` and the step's number alone.

    So a run that was broken off and goes on finds the images that it would have had. A block is added every `every`
    steps.
    """

    def __init__(self, draw: Draw, seed: int, every: int) -> None:
        self._draw, self._seed, self._every = draw, seed, every
        self._blocks: dict[int, tuple[Tensor, Tensor]] = {}

    def take(self, count: int, step: int, generator: torch.Generator) -> tuple[Tensor, Tensor]:
        """`count` images (count, 28, 28) uint8 of those there are at `step`, and their labels (count,) int64."""
        last = AT_FIRST + step // self._every
        wanted = range(max(0, last - BLOCKS), last)
        self._blocks = {number: self._blocks.get(number) or self._block(number) for number in wanted}
        block = torch.randint(wanted.start, wanted.stop, (count,), generator=generator).tolist()
        place = torch.randint(BLOCK, (count,), generator=generator).tolist()
        found = [(self._blocks[b][0][p], self._blocks[b][1][p]) for b, p in zip(block, place, strict=True)]
        images, labels = zip(*found, strict=True)
        return torch.stack(images), torch.stack(labels)

    def _block(self, number: int) -> tuple[Tensor, Tensor]:
        images, labels = self._draw(BLOCK, np.random.default_rng([self._seed, number]))
        return torch.from_numpy(images), torch.from_numpy(labels)
