"""What augmentation does to a handful of training digits: for the eye, by the same function that training uses."""

import numpy as np
import torch
from numpy.typing import NDArray

from model.augment.augment import augment
from model.augment.generator import drawn_digits
from model.evaluate.evaluation import as_ink
from model.mnist import Digits
from model.train.recipe import Recipe

COUNT = 16


def preview(recipe: Recipe, digits: Digits, seed: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """`COUNT` digits, every one of 0…9 among them, as MNIST has them and as a step of `recipe` would get them.

    Both are (16, 28, 28), ink 0…1, in rising order of the digit. They are changed as at the beginning of a run, before
    the changes fade. The same `seed` picks the same digits, whatever the recipe; where it has `drawn` digits,
    every fourth is one of those.
    """
    generator = torch.Generator().manual_seed(seed)
    order = torch.randperm(len(digits), generator=generator)
    labels = digits.labels[order]
    first = [int(of.nonzero()[0, 0]) for digit in range(10) if (of := labels == digit).any()]
    others = [n for n in range(min(len(order), 2 * COUNT)) if n not in first]
    places = torch.tensor(sorted((first + others)[:COUNT], key=lambda n: int(labels[n])))
    images = as_ink(digits.images[order[places]])
    if recipe.drawn:  # a few are drawn instead, as a few in each batch are
        drawn, shown = drawn_digits(10 * COUNT, seed)
        for place in range(2, len(places), 4):
            same = (shown == int(labels[places[place]])).nonzero()[0]
            images[place, 0] = torch.from_numpy(drawn[same[place]]).float() / 255
    changed = augment(
        images,
        labels[places],
        recipe.augment,
        generator,
        styles=recipe.styles,
        pens=recipe.pens,
        bends=recipe.bends,
    )
    return images[:, 0].numpy().copy(), changed[:, 0].numpy().copy()
