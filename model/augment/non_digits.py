"""Drawings that are no digits, for a network to learn doubt from: letters, figures, scribbles, several digits, text.

D. Hendrycks, M. Mazeika, T. Dietterich, "Deep Anomaly Detection with Outlier Exposure", ICLR 2019.
"""

from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor

from model.augment.allographs import Line, curve, digits, non_digits
from model.augment.augment import warp
from model.augment.generator import FINEST, PEN, Chance, Images, Labels, Way, draw, images_of, on_pad
from model.augment.writing_styles import lay_strokes
from model.drawing.ink import Stroke

CORNERS = 8
NO_DIGIT = -1
FEWEST = 5  # fewer corners too often make a one, a seven or a four


def scribbles(count: int, generator: torch.Generator, device: torch.device) -> Tensor:
    """Random angular scribbles, open and closed: (count, 1, 28, 28) float32, ink 0…1, sized and placed as in MNIST."""
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


def sign(chance: Chance) -> tuple[Stroke, ...]:
    """A letter, a symbol or a figure of the table."""
    table = non_digits()
    return draw(table[int(chance.integers(len(table)))], chance)


def several_digits(chance: Chance) -> tuple[Stroke, ...]:
    """Two or three digits side by side, close or apart, with one pen."""
    table, ways, right = digits(), [], 0.0
    for _ in range(2 if chance.random() < 0.75 else 3):
        of = table[int(chance.integers(10))]
        strokes = draw(of[int(chance.integers(len(of)))], chance)
        points = np.concatenate([s.points for s in strokes])
        low, high = points.min(axis=0), points.max(axis=0)
        scale = chance.uniform(80, 115) / max(float((high - low).max()), 1.0)
        shift = np.array([right + chance.uniform(4, 60), chance.uniform(-12, 12)])
        ways += [((s.points - low) * scale + shift).astype(np.float32) for s in strokes]
        right = max(float(way[:, 0].max()) for way in ways)
    return on_pad(ways, _pen(chance), chance.uniform(100, 180), chance)


def character(chance: Chance) -> tuple[Stroke, ...]:
    """Four to nine level, upright and slanting lines, as Chinese characters are made of."""
    ways = []
    for _ in range(int(chance.integers(4, 10))):
        angle = chance.choice([0.0, 0.0, 0.5, 0.5, 0.3, 0.7]) * np.pi + chance.normal(0, 0.08)
        half = np.array([np.cos(angle), np.sin(angle)]) * chance.uniform(10, 45)
        middle = chance.uniform(25, 75, 2)
        ways.append(np.array([middle - half, middle + chance.normal(0, 2, 2), middle + half], np.float32))
    return on_pad(ways, _pen(chance), chance.uniform(80, 160), chance)


def curl(chance: Chance) -> tuple[Stroke, ...]:
    """One long smooth line that wanders about: from one random place to the next, or a little further each time."""
    count = int(chance.integers(7, 22))
    points = chance.uniform(0, 100, (count, 2))
    if chance.random() < 0.6:
        points = np.cumsum(points - 50, axis=0)
    ways = [curve(Line(points.astype(np.float32), np.zeros(count, bool)))]
    return on_pad(ways, _pen(chance), chance.uniform(80, 160), chance)


def text(chance: Chance) -> tuple[Stroke, ...]:
    """Rows of small waves, loops and dashes: a page, or a line or two of it."""
    ways: list[Way] = []
    for row in range(int(chance.integers(1, 6))):
        right, end = 0.0, chance.uniform(60, 140)
        while right < end:
            count, step = int(chance.integers(3, 9)), chance.uniform(3, 8)
            x = right + step * np.arange(count) + chance.normal(0, 0.3 * step, count)
            points = np.stack([x, row * 24 + chance.uniform(-8, 8, count)], 1).astype(np.float32)
            ways.append(curve(Line(points, np.zeros(count, bool))))
            right = float(x.max()) + chance.uniform(5, 14)
    return on_pad(ways, min(_pen(chance), 0.05), chance.uniform(100, 200), chance)


def dots(chance: Chance) -> tuple[Stroke, ...]:
    """One dot, or a few apart, of any size."""
    count = int(chance.choice([1, 2, 2, 3, 3, 4, 5, 6]))
    ways = list(chance.uniform(0, 100, (count, 1, 2)).astype(np.float32))
    return on_pad(ways, chance.uniform(0.02, 0.3), chance.uniform(30, 160), chance)


KINDS: tuple[tuple[float, Callable[[Chance], tuple[Stroke, ...]]], ...] = (  # how often each is drawn
    (0.52, sign),
    (0.19, several_digits),
    (0.08, character),
    (0.09, curl),
    (0.06, text),
    (0.06, dots),
)


def _pen(chance: Chance) -> float:
    return float(np.clip(PEN * np.exp(0.5 * chance.normal()), FINEST, 0.2))


def drawn_others(count: int, chance: Chance) -> tuple[Images, Labels]:
    """`count` drawings of all `KINDS` as the network would get them, (count, 28, 28) uint8, labelled `NO_DIGIT`."""
    shares, kinds = zip(*KINDS, strict=True)
    picked = chance.choice(len(kinds), count, p=shares)
    return images_of([kinds[kind](chance) for kind in picked]), np.full(count, NO_DIGIT, np.int64)
