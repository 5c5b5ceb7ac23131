"""The learning rate of each step, which may be changed by hand and stretched while the run is on."""

import math
from typing import Any

from model.train.adam import AdamW
from model.train.recipe import Recipe

START, END = 25, 1e4  # one-cycle starts at the peak rate / 25 and ends at a ten thousandth of that, as in PyTorch
BETAS = (0.95, 0.85)  # AdamW's first beta at a low and at the peak rate, as in PyTorch


class Schedule:
    """Sets the optimizer's learning rate (and with one-cycle its first beta) before each of `steps` steps.

    One-cycle is `torch.optim.lr_scheduler.OneCycleLR` after L. Smith, N. Topin, "Super-Convergence", 2018; cosine
    is `CosineAnnealingLR`. Unlike those a step's rate follows from its number alone, so that a run can be resumed,
    and more steps can be added: what is left of the curve is then stretched, without a jump.
    """

    def __init__(self, optimizer: AdamW, recipe: Recipe, steps: int) -> None:
        self._optimizer, self._recipe, self._planned = optimizer, recipe, steps
        # a run of a few steps needs a longer part of them to warm up: the curve divides by its length
        warm_up = min(max(recipe.warm_up, 2 / (steps + 1)), 0.9)
        self._peak = warm_up * (steps + 1) - 1
        self.steps, self._done = steps, 0
        self._from = (0, 0.0)  # a step, and the place on the planned curve it has: from here on it is stretched
        self._hand: tuple[float, float] | None = None  # the rate set by hand, and the place where it was set
        self._apply()

    def place(self, step: int) -> float:
        """Where on the curve, 0…1, `step` lies."""
        return self._on_curve(step) / self._planned

    def _on_curve(self, step: int) -> float:
        first, place = self._from
        if first >= self.steps:
            return float(self._planned)
        return place + (step - first) * ((self._planned - place) / (self.steps - first))

    def _rate(self, place: float) -> float:
        if self._hand is not None:  # stays where it was put until the curve falls, and never rises again
            rate, since = self._hand
            return rate * min(1.0, self._fall(place) / max(self._fall(since), 1e-12))
        peak = self._recipe.learning_rate
        if self._recipe.schedule == "one-cycle":
            low = peak / START
            rising = place <= self._peak
            return _bow(low, peak, place / self._peak) if rising else _bow(peak, low / END, self._after_peak(place))
        return peak * self._fall(place)

    def _fall(self, place: float) -> float:
        # the curve 1 … 0 without its warm-up
        if self._recipe.schedule == "constant":
            return 1.0
        if self._recipe.schedule == "cosine":
            return _bow(1.0, 0.0, place / self._planned)
        return _bow(1.0, 1 / START / END, max(self._after_peak(place), 0.0))

    def _after_peak(self, place: float) -> float:
        return (place - self._peak) / (self._planned - self._peak)

    def _apply(self) -> None:
        place = self._on_curve(self._done)
        self._optimizer.lr = self._rate(place)
        if self._recipe.schedule == "one-cycle":
            low, peak = BETAS
            rising = place <= self._peak
            beta = _bow(low, peak, place / self._peak) if rising else _bow(peak, low, self._after_peak(place))
            self._optimizer.betas = (beta, self._optimizer.betas[1])

    @property
    def learning_rate(self) -> float:
        """The rate of the next step."""
        return self._optimizer.lr

    def step(self) -> None:
        """Go on to the next step."""
        self._done += 1
        self._apply()

    def set_learning_rate(self, rate: float) -> None:
        """Use `rate` from the next step on; later it falls in the proportion that the curve falls."""
        self._hand = (rate, self._on_curve(self._done))
        self._apply()

    def extend(self, steps: int) -> None:
        """Add `steps`: the rest of the curve is stretched over them. After the end its last part is walked again."""
        place = self._on_curve(self._done)
        if self._done >= self.steps:
            place = self._planned * (1 - steps / (self.steps + steps))
        self._from = (self._done, place)
        if self._hand is not None:
            self._hand = (self._hand[0], min(self._hand[1], place))
        self.steps += steps
        self._apply()

    def state(self) -> dict[str, Any]:
        """What `restore` needs, for JSON."""
        return {"steps": self.steps, "done": self._done, "from": self._from, "hand": self._hand}

    def restore(self, state: dict[str, Any]) -> None:
        """Go on where `state` was taken."""
        self.steps, self._done = int(state["steps"]), int(state["done"])
        self._from = (int(state["from"][0]), float(state["from"][1]))
        hand = state["hand"]
        self._hand = None if hand is None else (float(hand[0]), float(hand[1]))
        self._apply()


def _bow(start: float, end: float, part: float) -> float:
    # half a cosine from start to end as part goes from 0 to 1
    return end + (start - end) / 2.0 * (math.cos(math.pi * part) + 1)
