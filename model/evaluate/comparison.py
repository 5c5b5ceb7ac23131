"""Two networks on the same digits: where they differ, and whether that is more than chance."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from model.evaluate.readings import Indices, Readings

CHANCE = 0.05  # a difference that chance makes at least this often says nothing


def mcnemar(only_first: int, only_second: int) -> float:
    """How often chance alone parts this many digits at least as unevenly, 0…1; 1 for none.

    Q. McNemar, "Note on the sampling error of the difference between correlated proportions or percentages",
    Psychometrika 12 (1947), in its exact form: of the digits that only one of two networks reads right, each is as
    likely the first one's as the second's, so the smaller count follows a binomial distribution.

    Raises:
        ValueError: a count is negative.
    """
    if min(only_first, only_second) < 0:
        raise ValueError(f"{only_first} and {only_second} are no counts")
    count = only_first + only_second
    ways = total = 1
    for number in range(min(only_first, only_second)):
        ways = ways * (count - number) // (number + 1)
        total += ways
    return min(2 * total / (1 << count), 1.0)


@dataclass(frozen=True, eq=False)
class Comparison:
    """What two networks answered on the same digits.

    Raises:
        ValueError: the digits are not the same number.
    """

    first: Readings
    second: Readings

    def __post_init__(self) -> None:
        if self.first.count != self.second.count:
            raise ValueError(f"{self.first.count} and {self.second.count} digits are not the same ones")

    @cached_property
    def _right(self) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        return tuple(each.answers == each.labels for each in (self.first, self.second))

    @cached_property
    def only_first(self) -> Indices:
        """Which images only the first reads right, those first of which the second was surest."""
        return self._sorted(self._right[0] & ~self._right[1])

    @cached_property
    def only_second(self) -> Indices:
        """Which images only the second reads right, those first of which the first was surest."""
        return self._sorted(self._right[1] & ~self._right[0])

    @cached_property
    def neither(self) -> Indices:
        """Which images both read wrong, each in its own way."""
        apart = self.first.answers != self.second.answers
        return self._sorted(apart & ~self._right[0] & ~self._right[1])

    @cached_property
    def differing(self) -> Indices:
        """Which images the two answer differently: `only_first`, `only_second`, `neither`."""
        return np.concatenate([self.only_first, self.only_second, self.neither])

    @cached_property
    def chance(self) -> float:
        """How often chance alone would part the two at least so far, 0…1."""
        return mcnemar(len(self.only_first), len(self.only_second))

    @cached_property
    def difference(self) -> NDArray[np.int64]:
        """The first confusion matrix less the second, (10, 10)."""
        difference: NDArray[np.int64] = self.first.evaluation.confusion - self.second.evaluation.confusion
        return difference

    def cell(self, label: int, answer: int) -> Indices:
        """Which images of `label` exactly one of the two read as `answer`."""
        one = (self.first.answers == answer) != (self.second.answers == answer)
        return self._sorted(one & (self.first.labels == label))

    def _sorted(self, wanted: NDArray[np.bool_]) -> Indices:
        found = wanted.nonzero()[0]
        wrong = (np.where(right, 0.0, each.sureness) for right, each in
                 zip(self._right, (self.first, self.second), strict=True))  # fmt: skip
        sure: NDArray[np.float64] = np.maximum(*wrong)[found]
        return found[np.argsort(-sure, kind="stable")]
