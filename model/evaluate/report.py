"""Everything that the Evaluate page and `main.py evaluate --curves` say of a network, as one frozen object."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.evaluate.readings import Readings, reading_all
from model.evaluate.robustness import POINTS, Curve, measuring_curves, picked
from model.mnist import Digits
from model.network.digit_net import DigitNet


@dataclass(frozen=True, eq=False)
class Report:
    """What is known so far of one network on one set of digits; `done` 0…1 of the work.

    `readings` come first, whole; then the `curves` grow.
    """

    done: float
    readings: Readings | None = None
    curves: tuple[Curve, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return self.done >= 1


def reporting(network: DigitNet, digits: Digits) -> Iterator[Report]:
    """Read `digits`, then measure the curves on some of them; yields what is known, the last time all of it.

    Raises:
        ValueError: there are no digits.
    """
    if not len(digits):
        raise ValueError("there are no digits to evaluate")
    chosen = picked(digits)
    work = len(digits) + POINTS * len(chosen)
    readings: Readings | None = None
    for item in reading_all(network, digits):
        if isinstance(item, Readings):
            readings = item
        else:
            yield Report(item / work)
    assert readings is not None
    yield Report(len(digits) / work, readings)
    for points, curves in enumerate(measuring_curves(network, chosen), start=1):
        yield Report(1.0 if points == POINTS else (len(digits) + points * len(chosen)) / work, readings, curves)
