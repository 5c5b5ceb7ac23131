"""Digits in other people's hands, and what is no digit, for the batches of a run: drawn while it goes on.

Drawing takes about a millisecond each, so each of the first steps adds a few and all steps choose among those there
are. A seed gives the same drawings at the same step, also when a run is resumed.
"""

import torch
from torch import Tensor

from model.augment.augment import augment, warp
from model.augment.generator import drawn_digits, drawn_others

DIGITS, OTHERS = 50, 20  # added at a step
STEPS = 640  # that add some: then there are 32,000 digits


class Drawn:
    """What was drawn so far; `seed` decides all of it."""

    def __init__(self, seed: int, device: torch.device) -> None:
        self._seed, self._device = seed, device
        self._digits = torch.zeros(STEPS, DIGITS, 28, 28, dtype=torch.uint8)
        self._labels = torch.zeros(STEPS, DIGITS, dtype=torch.long)
        self._others = torch.zeros(STEPS, OTHERS, 28, 28, dtype=torch.uint8)
        self._steps = 0

    def grow(self, step: int) -> None:
        """Have what there is to be at `step`, counted from 0."""
        while self._steps < min(step + 1, STEPS):
            seed = self._seed * STEPS + self._steps
            images, labels = drawn_digits(DIGITS, seed)
            self._digits[self._steps] = torch.from_numpy(images)
            self._labels[self._steps] = torch.from_numpy(labels)
            self._others[self._steps] = torch.from_numpy(drawn_others(OTHERS, seed))
            self._steps += 1

    def digits(self, count: int, strength: float, chance: torch.Generator, **parts: bool) -> tuple[Tensor, Tensor]:
        """`count` of the digits, (count, 1, 28, 28) float32, ink 0…1, changed as MNIST's are, and what they are."""
        picked = torch.randint(self._steps * DIGITS, (count,), generator=chance)
        labels = self._labels.flatten()[picked].to(self._device)
        images = (self._digits.flatten(0, 1)[picked, None].float() / 255).to(self._device)
        return augment(images, labels, strength, chance, **{**parts, "styles": False}), labels

    def others(self, count: int, chance: torch.Generator) -> Tensor:
        """`count` of those that are no digits, (count, 1, 28, 28) float32, ink 0…1."""
        picked = torch.randint(self._steps * OTHERS, (count,), generator=chance)
        return warp((self._others.flatten(0, 1)[picked, None].float() / 255).to(self._device), 0.5, chance)
