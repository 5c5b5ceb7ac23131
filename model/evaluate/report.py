"""What is said of a network: to the Evaluate page as one frozen object, on the command line as text or JSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from model.data_set import MNIST, DataSet
from model.evaluate.evaluation import Evaluation
from model.evaluate.readings import Readings, reading_all, wilson
from model.evaluate.robustness import POINTS, Curve, measuring_curves, picked
from model.mnist import Digits
from model.network.digit_net import DigitNet
from model.predict import percent
from model.streams import json_line


@dataclass(frozen=True, eq=False)
class Report:
    """What is known so far of one network on one set of digits; `done` 0…1 of the work.

    `readings` come first, of more and more digits; once they are `whole`, the `curves` grow.
    """

    done: float
    readings: Readings | None = None
    whole: bool = False
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
    for readings in reading_all(network, digits):
        yield Report(readings.count / work, readings, readings.count == len(digits))
    for points, curves in enumerate(measuring_curves(network, chosen), start=1):
        done = 1.0 if points == POINTS else (len(digits) + points * len(chosen)) / work
        yield Report(done, readings, True, curves)


def evaluation_text(result: Evaluation, parameters: int, curves: tuple[Curve, ...], data: DataSet = MNIST) -> str:
    """Rates, confusion matrix and curves as lines to read; `parameters` is the network's size, `data` what it reads."""
    low, high = _interval(result)
    lines = [f"{percent(result.accuracy)} of {result.count:,} {_images(data)} right, {parameters:,} parameters"]
    lines += [f"95 % confidence interval {percent(low)} to {percent(high)}", ""]
    wide = max(5, *map(len, data.classes))
    heads = [name if len(name) < 6 else f"{name[:4]}…" for name in data.classes]
    lines += [f"{'digit' if data.digits else 'class':>{wide}}   right    read as" + "".join(f"{h:>6}" for h in heads)]
    for name, (right, row) in zip(data.classes, zip(result.per_digit, result.confusion, strict=True), strict=True):
        part = "–" if right is None else percent(right)
        lines.append(f"{name:>{wide}}{part:>9}{'':>10}" + "".join(f"{count:>6}" for count in row))
    if empty := int(result.empty.sum()):
        lines.append(f"\n{empty:,} drawings had no ink and count as wrong.")
    for curve in curves:
        lines += ["", f"{curve.change.name} ({curve.count:,} {_images(data)})"]
        lines += [f"{a:>8g}{percent(r):>10}" for a, r in zip(curve.amounts, curve.accuracies, strict=True)]
    return "\n".join(lines)


def evaluation_json(result: Evaluation, parameters: int, curves: tuple[Curve, ...], data: DataSet = MNIST) -> str:
    """The same as one JSON object; rates are 0…1, `null` for a digit that did not occur."""
    said: dict[str, Any] = {
        "count": result.count,
        "accuracy": result.accuracy,
        "interval": _interval(result),
        "per_digit": result.per_digit,
        "confusion": result.confusion.tolist(),
        "empty": result.empty.tolist(),
        "parameters": parameters,
        "data": data.name,
        "classes": data.classes,
    }
    if curves:
        said["curves"] = {
            c.change.name: {"count": c.count, "amounts": c.amounts, "accuracies": c.accuracies} for c in curves
        }
    return json_line(said)


def _images(data: DataSet) -> str:
    return "digits" if data.digits else f"images of {data.name}"


def _interval(result: Evaluation) -> tuple[float, float]:
    return wilson(int(result.confusion.trace()), result.count)
