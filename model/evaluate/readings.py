"""What a network answers on many labelled images, kept image by image: mistakes, confusion, certainty.

`evaluation.py` only counts; here each answer can be looked at again.
"""

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import torch
from numpy.typing import NDArray

from model.evaluate.evaluation import Evaluation, as_ink, logits_of
from model.mnist import Digits
from model.network.architecture import CLASSES
from model.network.digit_net import DigitNet

Array = NDArray[np.float32]
Indices = NDArray[np.int64]

BINS = 15  # of certainty, as in Guo et al.
Z95 = 1.959963984540054  # the normal distribution's 97.5 % quantile
NO_ANSWER = -1


def wilson(right: int, count: int, z: float = Z95) -> tuple[float, float]:
    """The interval that holds the true rate with 95 % confidence, for `right` of `count`; (0, 1) for none.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
    Statistical Association 22 (1927). Unlike ±1.96 standard errors it stays within 0…1 and holds near 1.

    Raises:
        ValueError: not 0 <= right <= count.
    """
    if not 0 <= right <= count:
        raise ValueError(f"{right} of {count} is no rate")
    if not count:
        return 0.0, 1.0
    rate, spread = right / count, z * z / count
    middle = (rate + spread / 2) / (1 + spread)
    half = z / (1 + spread) * math.sqrt(rate * (1 - rate) / count + spread / (4 * count))
    return max(middle - half, 0.0), min(middle + half, 1.0)


@dataclass(frozen=True, eq=False)
class Readings:
    """Images and answers, in the data's order: `digits` (n), `probabilities` (n, 10) float32.

    An image without any ink has no answer, which is a wrong one.
    """

    digits: Digits
    probabilities: Array

    @property
    def count(self) -> int:
        """How many images were read."""
        return len(self.digits)

    @cached_property
    def labels(self) -> Indices:
        """What each image shows, (n,)."""
        labels: Indices = self.digits.labels.numpy()
        return labels

    @cached_property
    def answers(self) -> Indices:
        """The most probable digit of each image, however unsure, (n,); -1 where there is no ink."""
        inked = self.digits.images.flatten(1).any(dim=1).numpy()
        answers: Indices = np.where(inked, self.probabilities.argmax(axis=1), NO_ANSWER).astype(np.int64)
        return answers

    @cached_property
    def sureness(self) -> Array:
        """The probability of each answer, (n,)."""
        sureness: Array = self.probabilities.max(axis=1)
        return sureness

    @cached_property
    def evaluation(self) -> Evaluation:
        """The counts."""
        confusion, answered = np.zeros((CLASSES, CLASSES), np.int64), self.answers != NO_ANSWER
        np.add.at(confusion, (self.labels[answered], self.answers[answered]), 1)
        return Evaluation(confusion, np.bincount(self.labels[~answered], minlength=CLASSES).astype(np.int64))

    @cached_property
    def right(self) -> int:
        """How many answers are right."""
        return int((self.answers == self.labels).sum())

    @cached_property
    def mistakes(self) -> Indices:
        """Which images were read wrong, the surest first; those without an answer last."""
        return self._sorted(self.answers != self.labels)

    def cell(self, label: int, answer: int) -> Indices:
        """Which images of `label` were read as `answer`: mistakes the surest first, right ones the least sure."""
        found = self._sorted((self.labels == label) & (self.answers == answer))
        return found[::-1] if label == answer else found

    def _sorted(self, wanted: NDArray[np.bool_]) -> Indices:
        found = wanted.nonzero()[0]
        sure = np.where(self.answers[found] == NO_ANSWER, -1.0, self.sureness[found])
        return found[np.argsort(-sure, kind="stable")]

    @cached_property
    def calibration_error(self) -> float:
        """The expected calibration error of all answers, 0…1; an image without ink counts as read wrong."""
        return calibration_error(self.sureness, self.answers == self.labels)

    def interval(self) -> tuple[float, float]:
        """The 95 % confidence interval of the accuracy, each end 0…1."""
        return wilson(self.right, self.count)

    def rates(self) -> list[tuple[float, float, float] | None]:
        """For each digit the share that was read right, and its 95 % confidence interval; None where there is none."""
        counts = self.evaluation
        totals = (counts.confusion.sum(axis=1) + counts.empty).tolist()
        pairs = zip(counts.confusion.diagonal().tolist(), totals, strict=True)
        return [(right / count, *wilson(right, count)) if count else None for right, count in pairs]

    def picture(self, number: int) -> NDArray[np.uint8]:
        """Image `number` as ink, (28, 28), 0 for paper to 255."""
        return picture_of(self.digits, number)


def picture_of(digits: Digits, number: int) -> NDArray[np.uint8]:
    """Image `number` as ink, (28, 28), 0 for paper to 255."""
    ink: NDArray[np.uint8] = (as_ink(digits.images[number, 0]) * 255).round().byte().numpy()
    return ink


def calibration_error(sureness: Array, right: NDArray[np.bool_]) -> float:
    """How far certainty (n,) and correctness (n,) lie apart on average over the answers, 0…1; 0 for none.

    The expected calibration error in `BINS` equal bins: C. Guo, G. Pleiss, Y. Sun, K. Weinberger, "On Calibration of
    Modern Neural Networks", ICML 2017.
    """
    bins = np.minimum((sureness * BINS).astype(int), BINS - 1)
    excess = sureness.astype(np.float64) - right
    return float(np.abs(np.bincount(bins, weights=excess, minlength=BINS)).sum()) / max(len(right), 1)


def reading_all(network: DigitNet, digits: Digits) -> Iterator[Readings]:
    """Read all of `digits`; yields the readings so far after each chunk, in the end of all."""
    rows = np.empty((len(digits), CLASSES), np.float32)
    done = 0
    for logits in logits_of(network, digits.images) if len(digits) else ():
        rows[done : done + len(logits)] = torch.softmax(logits, dim=1).numpy()
        done += len(logits)
        if done < len(digits):
            yield Readings(digits.pick(0, done), rows[:done])
    yield Readings(digits, rows)


def fingerprint(network: DigitNet) -> bytes:
    """Equal for networks of the same layers and the same numbers, and for no others."""
    found = hashlib.blake2b(repr(network.specs).encode(), digest_size=16)
    for parameter in network.parameters():
        found.update(parameter.detach().cpu().numpy().tobytes())
    return found.digest()
