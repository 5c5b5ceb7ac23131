"""One stroke of the pad, drawn or erased, after which the pad's drawing reads otherwise: searched, never computed.

Each stroke that is tried goes the whole way that the pad's own strokes go: laid on as ink, straightened, cropped and
scaled, before the network reads it. So what is found holds on the pad. The search is an evolution strategy (I.
Rechenberg 1973): strokes begin where single spots change most, and the best of them are changed a little, again and
again. It is seeded: the same drawing, network and question give the same strokes.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from model.convolution import Window
from model.drawing.ink import PAD, SIDE, Mark, Stroke
from model.drawing.raster import Raster
from model.look.snapshot import SURE, probabilities_of, read_weights
from model.network.architecture import CLASSES
from model.why.paper import Paper
from model.why.spots import ERASER, PEN, drawable, erasable, with_spots

if TYPE_CHECKING:
    from model.network.digit_net import DigitNet
    from model.why.question import Question

Array = NDArray[np.float32]
Genes = NDArray[np.float64]  # (n, 5): x, y of both ends, and how far the middle lies beside the line between, pad units

FIRST = 600  # strokes tried where the spots say
ROUNDS, EACH = 24, 50  # then so many rounds of so many, each beside the best so far
BEST = 10  # of which so many are gone on from
OTHERS = 2  # digits besides the rival for which strokes are offered
AT_ONCE = 7  # images read between two chances to stop: a few milliseconds
ENOUGH = 2.5  # log odds of the new answer: beyond 92 % a plain stroke is worth more than a sure one
LONG, BENT = 0.012, 0.02  # log odds that a unit of the way costs, and one by which the middle lies aside
NEAR = 5.0  # pixels of the image between both ends of the first strokes, about
WIDE = 2.5  # pixels that the eraser takes at least
POINTS = 9  # of a stroke
PROOFS = 40  # strokes of which one must hold, or none is offered
OF = FIRST + ROUNDS * EACH


@dataclass(frozen=True, eq=False)
class Change:
    """A stroke after which the pad reads `digit`, with that probability: tried, not guessed.

    `points` are x, y in pad units; `image` (28, 28) is what the network then sees.
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


def searching(
    network: "DigitNet",
    marks: Sequence[Mark],
    drawn: Raster,
    q: "Question",
    base: Array | None = None,
    seed: int = 0,
) -> Generator[SearchProgress | Change, None, None]:
    """Look for strokes after which the pad reads another digit than now; first of all the rival.

    `drawn` is how the pad reads its `marks` now; `base` (140, 140) is ink beneath them that is older than undoing
    reaches. Yields how far it is after each few milliseconds of work, and at the end what was found: the rival's stroke
    first, then those of at most `OTHERS` more digits, the plainest first. Digits for which none was found are left out.
    """
    search = _Search(network, Paper(marks, drawn, base, network.data.digits), drawn, np.random.default_rng(seed))
    yield from search.looking_around()
    now = int(search.now.argmax())
    wanted = q.rival if q.rival != now else int(np.argsort(search.now)[-2])
    for _ in range(FIRST // EACH):
        yield from search.trying(search.first(wanted, EACH))
    for number in range(ROUNDS):
        others = search.easiest(now, wanted)
        digit = wanted if number % 3 < 2 or not others else others[number // 3 % len(others)]
        yield from search.trying(search.beside_best(digit, EACH, number / ROUNDS))
    for digit in [wanted, *search.easiest(now, wanted)]:
        yield SearchProgress(OF, OF)
        if (change := search.proven(digit)) is not None:
            yield change


class _Search:
    """All strokes tried so far, and what each made of the ten outputs."""

    def __init__(self, network: "DigitNet", paper: Paper, drawn: Raster, chance: np.random.Generator) -> None:
        self._network, self._paper, self._drawn, self._chance = network, paper, drawn, chance
        pixel = pixel_side(drawn)
        self._widths = paper.pen, max(paper.pen, WIDE * pixel)  # pen and eraser
        self._genes: Genes = np.empty((0, 5))
        self._erase: NDArray[np.bool_] = np.empty(0, bool)
        self._odds: Array = np.empty((0, CLASSES), np.float32)  # log odds of each digit
        self._spots: list[tuple[bool, NDArray[np.int64], Array]] = []  # erased? places (n, 2), change of odds (n, 10)
        self.now: Array = np.zeros(CLASSES, np.float32)

    def looking_around(self) -> Iterator[SearchProgress]:
        """Measure what single spots do to each digit."""
        image = self._drawn.image
        self.now = log_odds(self._network, image[None])[0]
        for erase, where in ((True, erasable(image)), (False, drawable(image))):
            places, odds = np.argwhere(where), []
            for start in range(0, len(places), 3 * AT_ONCE):
                changed = with_spots(image, places[start : start + 3 * AT_ONCE], erase)
                odds.append(log_odds(self._network, changed))
                yield SearchProgress(0, OF)
            if odds:
                self._spots.append((erase, places, np.concatenate(odds) - self.now))

    def trying(self, some: tuple[Genes, NDArray[np.bool_]]) -> Iterator[SearchProgress]:
        """Read the pad with each of these strokes."""
        for start in range(0, len(some[0]), AT_ONCE):
            genes, erase = (part[start : start + AT_ONCE] for part in some)
            rasters = [self._paper.with_stroke(self._stroke(*one)) for one in zip(genes, erase, strict=True)]
            kept = np.array([steps is not None for steps in rasters])
            if kept.any():
                odds = log_odds(self._network, np.stack([steps.image for steps in rasters if steps is not None]))
                self._genes = np.concatenate([self._genes, genes[kept]])
                self._erase = np.concatenate([self._erase, erase[kept]])
                self._odds = np.concatenate([self._odds, odds])
            yield SearchProgress(min(len(self._genes), OF), OF)

    def first(self, digit: int, count: int) -> tuple[Genes, NDArray[np.bool_]]:
        """Strokes between spots that speak for `digit`, near each other: half of them erase."""
        genes, erased = [np.empty((0, 5))], [np.empty(0, bool)]
        for erase, places, change in self._spots:
            strength = np.maximum(change[:, digit], 0.0).astype(np.float64) ** 2
            strength += 0.02 * strength.max() + 1e-9
            begin = self._drawn_lots(np.broadcast_to(strength, (count // len(self._spots), len(places))))
            away = ((places[begin, None] - places[None]) ** 2).sum(axis=2)
            near = NEAR * self._chance.uniform(0.3, 2, (len(begin), 1))
            end = self._drawn_lots(strength * np.exp(-away / (2 * near**2)))
            ends = places[np.stack([begin, end])] + self._chance.uniform(-0.5, 0.5, (2, len(begin), 2))
            (x, y), (to_x, to_y) = (on_pad(self._drawn, some[:, 0], some[:, 1]) for some in ends)
            aside = self._chance.normal(0, 0.15, len(begin)) * np.hypot(to_x - x, to_y - y)
            genes.append(np.stack([x, y, to_x, to_y, aside], axis=1))
            erased.append(np.full(len(begin), erase))
        return np.concatenate(genes), np.concatenate(erased)

    def _drawn_lots(self, weights: NDArray[np.float64]) -> NDArray[np.int64]:
        """One column for each row of `weights` (n, m), drawn by chance with these."""
        until = weights.cumsum(axis=1)
        lots: NDArray[np.int64] = (until > self._chance.random((len(weights), 1)) * until[:, -1:]).argmax(axis=1)
        return lots

    def beside_best(self, digit: int, count: int, late: float) -> tuple[Genes, NDArray[np.bool_]]:
        """The best strokes for `digit`, each changed a little; the less, the later (0…1) it is."""
        best = np.argsort(-self._worth(digit), kind="stable")[:BEST]
        if not len(best):
            return np.empty((0, 5)), np.empty(0, bool)
        parents = best[self._chance.integers(len(best), size=count)]
        step = (1.2 - late) * pixel_side(self._drawn)
        moved = self._genes[parents] + self._chance.normal(0, 1, (count, 5)) * step
        return moved, self._erase[parents]

    def _worth(self, digit: int) -> NDArray[np.float64]:
        way = np.hypot(*(self._genes[:, 2:4] - self._genes[:, :2]).T)
        cost = LONG * way + BENT * np.abs(self._genes[:, 4])
        worth: NDArray[np.float64] = np.minimum(self._odds[:, digit], ENOUGH) - cost
        return worth

    def easiest(self, now: int, wanted: int) -> list[int]:
        """The digits, besides these two, that a stroke brings nearest, the nearest first."""
        if not len(self._genes):
            return []
        worth = {digit: self._worth(digit).max() for digit in range(CLASSES) if digit not in (now, wanted)}
        return sorted(worth, key=lambda digit: -worth[digit])[:OTHERS]

    def proven(self, digit: int) -> Change | None:
        """The best stroke after which the pad reads `digit` and is sure of it, and sees no other digit beside."""
        good = (self._odds[:, digit] >= np.log(SURE / (1 - SURE))).nonzero()[0]
        for number in good[np.argsort(-self._worth(digit)[good], kind="stable")][:PROOFS]:
            stroke = self._stroke(self._genes[number], bool(self._erase[number]))
            if not self._paper.still_one(stroke):
                continue
            if (steps := self._paper.with_stroke(stroke)) is not None:
                (probabilities,) = probabilities_of(read_weights(self._network), [steps.image])
                if probabilities[digit] >= SURE:
                    points = tuple((float(x), float(y)) for x, y in stroke.points)
                    probability = float(probabilities[digit])
                    return Change(points, stroke.width, stroke.eraser, digit, probability, steps.image)
        return None

    def _stroke(self, gene: NDArray[np.float64], erase: bool) -> Stroke:
        start, end = gene[:2], gene[2:4]
        way = end - start
        normal = np.array([-way[1], way[0]]) / max(float(np.hypot(*way)), 1e-6)
        middle = (start + end) / 2 + 2 * gene[4] * normal  # a curve of second order passes half as far from its line
        t = np.linspace(0, 1, POINTS)[:, None]
        points = (1 - t) ** 2 * start + 2 * t * (1 - t) * middle + t**2 * end
        low, high = self._paper.room
        return Stroke(np.clip(points.round(1), low, high).astype(np.float32), self._widths[bool(erase)], bool(erase))


def log_odds(network: "DigitNet", images: Array) -> Array:
    """The logarithm of p / (1 − p) for each digit on each of `images` (n, 28, 28), in one pass: (n, 10)."""
    import torch

    with torch.inference_mode():
        logits = network(torch.from_numpy(np.array(images))[:, None])  # (n, 10)
        others = logits[:, None].expand(-1, CLASSES, -1).masked_fill(torch.eye(CLASSES, dtype=torch.bool), -torch.inf)
        odds: Array = (logits - others.logsumexp(dim=2)).numpy()
    return odds


def on_pad(drawn: Raster, row: ArrayLike, column: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where the middles of pixels of the image lie on the pad: x, y in pad units, shaped as `row` and `column` are."""
    (left, top), across, _, down = (np.array(corner) for corner in drawn.on_ink(Window(0, 0, 1, 1)))
    row, column = np.asarray(row) + 0.5, np.asarray(column) + 0.5
    x = (left + column * (across[0] - left) + row * (down[0] - left)) * PAD / SIDE
    y = (top + column * (across[1] - top) + row * (down[1] - top)) * PAD / SIDE
    return x, y


def pixel_side(drawn: Raster) -> float:
    """The side of a pixel of the image, in pad units."""
    corners = drawn.on_ink(Window(0, 0, 1, 1))
    return float(np.hypot(*np.subtract(corners[1], corners[0]))) * PAD / SIDE


def spot_stroke(drawn: Raster, row: int, column: int, erase: bool) -> Stroke:
    """The dot on the pad that erases or draws what a spot of `spots.py` stands for."""
    width = 2 * (ERASER if erase else PEN) * pixel_side(drawn)
    return Stroke(np.array([on_pad(drawn, row, column)], np.float32), width, erase)
