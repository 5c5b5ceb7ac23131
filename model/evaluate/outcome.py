"""What a run has changed: the same digits before and after, and whether the difference is more than chance."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from model.evaluate.comparison import CHANCE, mcnemar
from model.evaluate.evaluation import logits_of
from model.evaluate.readings import picture_of
from model.mnist import Digits
from model.network.architecture import CLASSES
from model.network.digit_net import DigitNet

Indices = NDArray[np.int64]

# what a network answered last, and on which digits: who was measured as the new one is soon the one from before
_answered: "WeakKeyDictionary[DigitNet, tuple[Digits, Indices]]" = WeakKeyDictionary()


class Verdict(Enum):
    """What a comparison says of the newer network."""

    BETTER = auto()
    WORSE = auto()
    WITHIN_CHANCE = auto()


def verdict(lost: int, won: int) -> Verdict:
    """What it says that `lost` digits are read wrong now and were right before, and `won` the other way round."""
    if mcnemar(lost, won) >= CHANCE:
        return Verdict.WITHIN_CHANCE
    return Verdict.WORSE if lost > won else Verdict.BETTER


@dataclass(frozen=True, eq=False)
class Alike:
    """Digits that show `label` and are now read as `answer`, beyond chance; `which` (n,) of them are new to that."""

    label: int
    answer: int
    which: Indices


@dataclass(frozen=True, eq=False)
class BeforeAfter:
    """`digits` (n), and the most probable digit of each in the answers of the networks `before` and `now`, (n,)."""

    digits: Digits
    before: Indices
    now: Indices

    @cached_property
    def labels(self) -> Indices:
        """What each image shows, (n,)."""
        labels: Indices = self.digits.labels.numpy()
        return labels

    @property
    def accuracy_before(self) -> float:
        """The part read right before, 0…1; 0 for none."""
        return float((self.before == self.labels).sum()) / max(len(self.labels), 1)

    @property
    def accuracy_now(self) -> float:
        """The part read right now, 0…1; 0 for none."""
        return float((self.now == self.labels).sum()) / max(len(self.labels), 1)

    @cached_property
    def lost(self) -> Indices:
        """Which were read right before and are not now."""
        return np.flatnonzero((self.before == self.labels) & (self.now != self.labels))

    @cached_property
    def won(self) -> Indices:
        """Which were read wrong before and are right now."""
        return np.flatnonzero((self.before != self.labels) & (self.now == self.labels))

    @property
    def probability(self) -> float:
        """How likely chance alone makes such a difference, 0…1: McNemar's exact test."""
        return mcnemar(len(self.lost), len(self.won))

    @property
    def verdict(self) -> Verdict:
        """Better or worse, beyond chance, or neither."""
        return verdict(len(self.lost), len(self.won))

    def alike(self, answers: set[int]) -> list[Alike]:
        """Other digits that are now taken for one of `answers`, beyond chance."""
        found = []
        for label in range(CLASSES):
            for answer in sorted(answers - {label}):
                of_label = self.labels == label
                new = np.flatnonzero(of_label & (self.before == label) & (self.now == answer))
                gone = int((of_label & (self.before == answer) & (self.now == label)).sum())
                if verdict(len(new), gone) is Verdict.WORSE:
                    found.append(Alike(label, answer, new))
        return found

    def picture(self, number: int) -> NDArray[np.uint8]:
        """Image `number` as ink, (28, 28), 0 for paper to 255."""
        return picture_of(self.digits, number)


@dataclass(frozen=True, eq=False)
class Outcome:
    """What a run has changed: on the `test` digits; after a teaching also on `mine`, and on digits `drawn` by a table.

    The drawn ones show ways to write that MNIST hardly has, such as a 1 with a flag and a foot.
    """

    test: BeforeAfter
    mine: BeforeAfter | None = None
    drawn: BeforeAfter | None = None

    @cached_property
    def alike(self) -> list[tuple[BeforeAfter, Alike]]:
        """What now looks like one of the digits taught, with the comparison that its pictures are of."""
        if self.mine is None:
            return []
        taught = {int(label) for label in self.mine.labels}
        return [(where, each) for where in (self.drawn, self.test) if where for each in where.alike(taught)]

    @property
    def advice(self) -> bool | None:
        """True to keep the newer network, False to go back, None where the figures favour neither."""
        if self.test.verdict is Verdict.WORSE or self.alike:
            return False
        if self.mine is not None and self.mine.accuracy_now != self.mine.accuracy_before:
            return self.mine.accuracy_now > self.mine.accuracy_before
        return True if self.test.verdict is Verdict.BETTER else None


def comparing(before: DigitNet, now: DigitNet, digits: Digits) -> Iterator[BeforeAfter | None]:
    """Read `digits` with both, each only if it was not the last thing it read; yields None, then the comparison."""
    found = []
    for network in (before, now):
        known = _answered.get(network)
        if known is None or known[0] is not digits:
            rows = [np.empty(0, np.int64)]
            for logits in logits_of(network, digits.images) if len(digits) else ():
                rows.append(logits.argmax(dim=1).numpy())
                yield None
            known = _answered[network] = digits, np.concatenate(rows)
        found.append(known[1])
    yield BeforeAfter(digits, *found)
