"""What page "Evaluate" shows: the result of one network, or of two that read the same digits."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gui.session.evaluator import Result
from model.data_set import DIGITS

if TYPE_CHECKING:
    from model.evaluate.comparison import Comparison
    from model.evaluate.readings import Readings
    from model.evaluate.report import Report


@dataclass(frozen=True, eq=False)
class Pair:
    """`first` is of the network on display, called A where there is a `second`, B; then `comparison` compares them."""

    first: Result | None = None
    second: Result | None = None
    comparison: "Comparison | None" = None

    @property
    def names(self) -> tuple[str, ...]:
        """What the classes are called."""
        return DIGITS if self.first is None else self.first.data.classes

    @property
    def reports(self) -> "tuple[Report | None, Report | None]":
        """Of both, as far as there are any."""
        first, second = (None if each is None else each.report for each in (self.first, self.second))
        return first, second

    @property
    def readings(self) -> "tuple[Readings | None, Readings | None]":
        """Of both, as far as there are any."""
        first, second = (None if each is None else each.readings for each in self.reports)
        return first, second

    def followed_by(self, first: Result | None, second: Result | None) -> "Pair":
        """The pair of these results; what is known of the same readings is not counted again."""
        made = Pair(first, second)
        one, two = made.readings
        whole = all(each is not None and each.whole for each in made.reports)
        if one is None or two is None or not whole:
            return Pair(first, None)
        from model.evaluate.comparison import Comparison

        known = self.comparison
        if known is None or known.first is not one or known.second is not two:
            known = Comparison(one, two)
        return Pair(first, second, known)
