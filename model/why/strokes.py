"""One stroke of the pad, drawn or erased, after which the pad's drawing reads otherwise: searched, never computed.

Each stroke that is tried goes the whole way that the pad's own strokes go, as ink with the same pen, straightened,
cropped and scaled, before the network reads it. So whatever is found holds on the pad.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.convolution import Window
from model.drawing.groups import digits_in
from model.drawing.ink import BRUSH, PAD, SIDE, Mark, Stroke, add_stroke, evened, render, widest_pen
from model.drawing.raster import Raster, raster
from model.network.architecture import CLASSES
from model.why.spots import ERASER, PEN, SpotMeter

if TYPE_CHECKING:
    from model.network.digit_net import DigitNet
    from model.why.question import Question

Array = NDArray[np.float32]
Gene = NDArray[np.float64]  # where it begins and ends, and how far its middle lies beside the straight line, pad units

FIRST = 600  # strokes tried where the spots say
ROUNDS, EACH = 20, 60  # then better ones beside the best: so many rounds of so many
BEST = 12  # of which these are gone on from
AT_ONCE = 12  # strokes read between two chances to stop: a few milliseconds
ENOUGH = 2.0  # logits by which the new answer leads; more is worth nothing
LONG = 0.01  # logits that each unit of the way costs: short strokes are plain
BENT = 0.02  # the same for each unit that the middle lies aside
POINTS = 9  # of a stroke


@dataclass(frozen=True, eq=False)
class Change:
    """A stroke after which the drawing reads `digit`, with that probability: proven on the pad's own way.

    `points` x, y in pad units; `image` (28, 28) is what the network then sees.
    """

    points: tuple[tuple[float, float], ...]
    width: float
    erase: bool
    digit: int
    probability: float
    image: Array

    @property
    def stroke(self) -> Stroke:
        """The stroke as the pad keeps it."""
        return Stroke(np.array(self.points, np.float32), self.width, self.erase)


@dataclass(frozen=True)
class SearchProgress:
    """How many strokes have been tried, of how many."""

    runs: int
    of: int


class Paper:
    """What lies on the pad, and what it would read with one stroke more.

    `marks` are the shown ones in order; `base` (140, 140) is ink beneath them that is older than undoing reaches.
    """

    def __init__(self, marks: Sequence[Mark], base: Array | None = None) -> None:
        self.strokes = [mark for mark in marks if isinstance(mark, Stroke)]
        self._marks, self._base = marks, base
        self.as_it_is = base is not None or len(self.strokes) < len(marks)
        self._widest = 0.0 if self.as_it_is else widest_pen(self.strokes)
        self._ink = self._render(self._widest)

    def _render(self, widest: float) -> Array:
        if self.as_it_is:
            return render(self._marks, None if self._base is None else self._base.copy())
        return render(evened(self.strokes, widest))

    def with_stroke(self, stroke: Stroke) -> Raster | None:
        """The steps to the image after `stroke`; None where no ink is left."""
        if self.as_it_is:
            ink = self._ink.copy()
        else:
            strokes = [*self.strokes, stroke]
            widest = widest_pen(strokes)
            wide = max(s.width for s in strokes if not s.eraser)
            ink = self._ink.copy() if min(widest, wide) == min(self._widest, wide) else self._render(widest)
            stroke = evened([stroke], widest)[0]
        add_stroke(ink, stroke)
        return raster(ink, straighten=not self.as_it_is)

    def one_digit(self, stroke: Stroke) -> bool:
        """Whether the pad still sees as many digits as before."""
        return self.as_it_is or len(digits_in([*self.strokes, stroke])) == len(digits_in(self.strokes))


def searching(
    network: "DigitNet", marks: Sequence[Mark], drawn: Raster, q: "Question", base: Array | None = None, seed: int = 0
) -> Generator[SearchProgress | Change, None, None]:
    """Look for strokes after which `marks` read as another digit; first of all as the rival.

    Yields how far it is every few milliseconds, and at the end the best stroke for each digit that was found, the rival
    first, then the surest. `drawn` is how the marks are read now.
    """
    import torch

    paper, chance = Paper(marks, base), np.random.default_rng(seed)
    meter = SpotMeter(network, drawn.image, q)
    while not meter.measure_some(24):
        yield SearchProgress(0, FIRST + ROUNDS * EACH)
    width = float(np.median([s.width for s in paper.strokes if not s.eraser] or [BRUSH]))
    where = _Places(meter, drawn)
    pool: list[tuple[float, Gene, bool]] = []
    best: dict[int, tuple[float, Change]] = {}
    runs, of = 0, FIRST + ROUNDS * EACH
    todo = [where.some(chance) for _ in range(FIRST)]
    while todo:
        batch, todo = todo[:AT_ONCE], todo[AT_ONCE:]
        strokes = [_stroke(gene, width, erase) for gene, erase in batch]
        rasters = [paper.with_stroke(stroke) for stroke in strokes]
        kept = [n for n, steps in enumerate(rasters) if steps is not None]
        images = np.stack([rasters[n].image for n in kept])  # type: ignore[union-attr]
        with torch.inference_mode():
            logits = network(torch.from_numpy(images)[:, None])
            probabilities = torch.softmax(logits, dim=1).numpy()
        for n, row, part, image in zip(kept, logits.numpy(), probabilities, images, strict=True):
            gene, erase = batch[n]
            cost = LONG * float(np.hypot(*(gene[2:4] - gene[:2]))) + BENT * abs(float(gene[4]))
            for digit in range(CLASSES):
                if digit == q.answer:
                    continue
                margin = float(row[digit] - np.delete(row, digit).max())
                worth = min(margin, ENOUGH) - cost
                if digit == q.rival:
                    pool.append((worth, gene, erase))
                if margin > 0 and (digit not in best or worth > best[digit][0]) and paper.one_digit(strokes[n]):
                    points = tuple((float(x), float(y)) for x, y in strokes[n].points)
                    best[digit] = worth, Change(points, width, erase, digit, float(part[digit]), image.copy())
        runs += len(batch)
        yield SearchProgress(runs, of)
        if not todo and runs < of:
            pool = sorted(pool, key=lambda entry: -entry[0])[:BEST]
            todo = [_moved(*pool[int(chance.integers(len(pool)))][1:], chance) for _ in range(EACH)]
    for digit in sorted(best, key=lambda d: (d != q.rival, -best[d][1].probability)):
        yield best[digit][1]


class _Places:
    """Where to begin: near the spots that change the lead most."""

    def __init__(self, meter: SpotMeter, drawn: Raster) -> None:
        self._drawn, spots = drawn, meter.spots
        self._kinds = []
        for erase, changes in ((True, spots.erased), (False, spots.drawn)):
            places = np.argwhere(~np.isnan(changes))
            if len(places):
                strength = np.maximum(-changes[tuple(places.T)], 0) ** 2 + 1e-3
                self._kinds.append((erase, places, strength / strength.sum()))

    def some(self, chance: np.random.Generator) -> tuple[Gene, bool]:
        """A stroke between two such spots."""
        erase, places, part = self._kinds[int(chance.integers(len(self._kinds)))]
        ends = [on_pad(self._drawn, *places[chance.choice(len(places), p=part)]) for _ in range(2)]
        return np.array([*ends[0], *ends[1], chance.normal(0, 8)]), erase


def on_pad(drawn: Raster, row: float, column: float) -> tuple[float, float]:
    """Where the middle of a pixel of the image lies on the pad: x, y in pad units."""
    corners = drawn.on_ink(Window(row, column, row + 1, column + 1))  # type: ignore[arg-type]
    x, y = np.mean(corners, axis=0) * (PAD / SIDE)
    return float(x), float(y)


def spot_stroke(drawn: Raster, row: int, column: int, erase: bool) -> Stroke:
    """The dot on the pad that erases or draws what a spot of `spots.py` stands for."""
    corners = drawn.on_ink(Window(row, column, row + 1, column + 1))
    pixel = float(np.hypot(*np.subtract(corners[1], corners[0]))) * PAD / SIDE
    return Stroke(np.array([on_pad(drawn, row, column)], np.float32), 2 * (ERASER if erase else PEN) * pixel, erase)


def _stroke(gene: Gene, width: float, erase: bool) -> Stroke:
    start, end, aside = gene[:2], gene[2:4], gene[4]
    way = end - start
    normal = np.array([-way[1], way[0]]) / max(float(np.hypot(*way)), 1e-6)
    middle = (start + end) / 2 + 2 * aside * normal
    t = np.linspace(0, 1, POINTS)[:, None]
    points = (1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end
    return Stroke(np.clip(points, 0, PAD).round(1).astype(np.float32), width, erase)


def _moved(gene: Gene, erase: bool, chance: np.random.Generator) -> tuple[Gene, bool]:
    return gene + chance.normal(0, [8, 8, 8, 8, 5]), erase
