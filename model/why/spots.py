"""What a drawing's ink does, measured: the network is run again with one spot erased, or with one spot drawn.

Erasing what one asks about and looking at the answer goes back to M. Zeiler, R. Fergus, "Visualizing and Understanding
Convolutional Networks", ECCV 2014. The effects of spots do not add up: they say what each does alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.network.architecture import INPUT_SIDE

if TYPE_CHECKING:
    from model.network.digit_net import DigitNet
    from model.why.question import Question

Array = NDArray[np.float32]
Places = NDArray[np.int64]

ERASER = 2.0  # radius of the erased spot, in pixels of the image: 5 × 5 with soft corners
PEN = 1.25  # of the drawn one: about half the width of MNIST's strokes
INKED = 0.1  # a spot is erased where there is at least so much ink in its middle
FULL = 0.9  # and drawn where there is less than this
NEAR = 4.0  # pixels from the ink: farther away nobody would draw, and the whole drawing would be scaled anew
SPREAD = 1.5  # pixels over which a measured spot speaks for its neighbours, see `filled`
FIRST = 12  # spots that give a rough whole


@dataclass(frozen=True, eq=False)
class Spots:
    """By how much the lead changes if the spot with that centre were erased, or drawn: (28, 28) float32 each.

    NaN where it was not measured. `runs` images were sent through the network for it.
    """

    erased: Array
    drawn: Array
    runs: int


class Spot(NamedTuple):
    """One measured spot: the row and column of its centre, and the change of the lead."""

    row: int
    column: int
    change: float


def erasable(image: Array) -> NDArray[np.bool_]:
    """Where a spot can be erased from `image` (28, 28)."""
    found: NDArray[np.bool_] = image >= INKED
    return found


def drawable(image: Array) -> NDArray[np.bool_]:
    """Where a spot can be drawn on `image` (28, 28): beside the ink, not on it."""
    near = np.zeros((INPUT_SIDE, INPUT_SIDE), bool)
    inked = np.argwhere(erasable(image))
    if len(inked):
        places = np.argwhere(image < FULL)
        away = ((places[:, None] - inked[None]) ** 2).sum(axis=2).min(axis=1)
        near[tuple(places[away <= NEAR**2].T)] = True
    return near


def with_spots(image: Array, places: Places, erase: bool) -> Array:
    """Copies of `image` (28, 28), each with one spot of `places` (n, 2) erased or drawn: (n, 28, 28)."""
    covers = _covers(ERASER if erase else PEN)
    own = np.stack(
        [covers[INPUT_SIDE - r : 2 * INPUT_SIDE - r, INPUT_SIDE - c : 2 * INPUT_SIDE - c] for r, c in places]
    )
    changed: Array = np.minimum(image, 1 - own) if erase else np.maximum(image, own)
    return changed


def _covers(radius: float) -> Array:
    """How much a disc in the middle covers of each pixel around it; as for a pen, see `model/drawing/ink.py`."""
    away = np.arange(-INPUT_SIDE, INPUT_SIDE + 1, dtype=np.float32)
    cover: Array = np.clip(np.float32(radius + 0.5) - np.hypot(away[:, None], away[None]), 0, 1)
    return cover


def leads_of(network: "DigitNet", images: Array, q: "Question") -> Array:
    """The lead (n,) of the answer over the rival on each of `images` (n, 28, 28), in one pass."""
    import torch

    with torch.inference_mode():
        logits = network(torch.from_numpy(np.array(images, np.float32))[:, None])
        leads: Array = (logits[:, q.answer] - logits[:, q.rival]).numpy()
    return leads


class SpotMeter:
    """Measures the spots of one image, as many at a time as there is time for.

    First those that are erased, then those that are drawn, each in an order in which any number of them lie spread out.
    """

    def __init__(self, network: "DigitNet", image: Array, q: "Question") -> None:
        self._network, self._image, self._q = network, np.array(image, np.float32), q
        self._erased = np.full((INPUT_SIDE, INPUT_SIDE), np.nan, np.float32)
        self._drawn = self._erased.copy()
        self.runs = 0
        self.done = False
        self.lead: float | None = None  # without any change, once something was measured
        self._todo = self._all()

    def _all(self) -> Iterator[tuple[bool, int, int]]:
        for erase, where in ((True, erasable), (False, drawable)):
            for row, column in spread_out(where(self._image)):
                yield erase, row, column

    @property
    def count(self) -> int:
        """How many spots there are in all."""
        return int(erasable(self._image).sum() + drawable(self._image).sum())

    @np.errstate(all="ignore")  # weights changed by hand may be as large as they like
    def measure_some(self, n: int) -> bool:
        """Measure the next `n` spots; returns whether none is left."""
        some = [spot for _, spot in zip(range(n), self._todo, strict=False)]
        self.done = len(some) < n
        images = [] if self.lead is not None or not some else [self._image[None]]
        groups = [(erase, np.array([s[1:] for s in some if s[0] is erase])) for erase in (True, False)]
        groups = [(erase, places) for erase, places in groups if len(places)]
        images += [with_spots(self._image, places, erase) for erase, places in groups]
        if images:
            leads = leads_of(self._network, np.concatenate(images), self._q)
            self.runs += len(leads)
            if self.lead is None:
                self.lead, leads = float(leads[0]), leads[1:]
            for erase, places in groups:
                into = self._erased if erase else self._drawn
                into[tuple(places.T)] = leads[: len(places)] - np.float32(self.lead)
                leads = leads[len(places) :]
        return self.done

    @property
    def spots(self) -> Spots:
        """What has been measured so far."""
        return Spots(self._erased.copy(), self._drawn.copy(), self.runs)


def spread_out(where: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """The places (row, column) that are True, each as far as can be from all before it; the first is in the middle."""
    places = np.argwhere(where).astype(np.float32)
    if not len(places):
        return
    middle = places.mean(axis=0)
    at = int(((places - middle) ** 2).sum(axis=1).argmin())
    away = np.full(len(places), np.inf, np.float32)
    for _ in range(len(places)):
        yield int(places[at, 0]), int(places[at, 1])
        np.minimum(away, ((places - places[at]) ** 2).sum(axis=1), out=away)
        away[at] = -1
        at = int(away.argmax())


def filled(measured: Array, where: NDArray[np.bool_]) -> Array:
    """A rough whole of a few measured spots: each place that is True in `where` gets the mean of the spots around it.

    Measured places keep their value, all others are NaN: (28, 28).
    """
    known = np.argwhere(~np.isnan(measured))
    whole = measured.copy()
    places = np.argwhere(where & np.isnan(measured))
    if len(known) and len(places):
        away = ((places[:, None] - known[None]) ** 2).sum(axis=2)
        weight = np.exp(-(away - away.min(axis=1, keepdims=True)) / (2 * SPREAD**2))
        whole[tuple(places.T)] = weight @ measured[tuple(known.T)] / weight.sum(axis=1)
    return whole


def strongest(spots: Spots) -> tuple[Spot | None, Spot | None]:
    """The erased and the drawn spot that lower the lead most; None where none was measured."""
    return _lowest(spots.erased), _lowest(spots.drawn)


def _lowest(changes: Array) -> Spot | None:
    if np.isnan(changes).all():
        return None
    row, column = np.unravel_index(int(np.nanargmin(changes)), changes.shape)
    return Spot(int(row), int(column), float(changes[row, column]))


def untrained(network: "DigitNet", seed: int = 0) -> "DigitNet":
    """A network of the same layers with weights by chance, as before any training."""
    import torch

    from model.network.digit_net import DigitNet

    return DigitNet(network.specs, generator=torch.Generator().manual_seed(seed)).eval().requires_grad_(False)
