"""The question of the page: why this digit and not that one? Plain data, no torch."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.look.snapshot import Snapshot
from model.network.architecture import CLASSES


@dataclass(frozen=True)
class Question:
    """Why `answer` and not `rival`? Two different digits, 0…9."""

    answer: int
    rival: int


def question(snapshot: Snapshot, rival: int | None = None, answer: int | None = None) -> Question:
    """The question about `snapshot`: by default why its largest output, and not its second largest.

    A `rival` that is the answer itself stands for the largest output of the others.

    Raises:
        ValueError: the snapshot is of an empty drawing, or a digit is not 0…9.
    """
    logits = _logits(snapshot)
    if any(digit is not None and not 0 <= digit < CLASSES for digit in (rival, answer)):
        raise ValueError(f"there are the digits 0 to {CLASSES - 1}, not {answer} and {rival}")
    if answer is None:
        answer = int(logits.argmax())
    if rival is None or rival == answer:
        rival = max((digit for digit in range(CLASSES) if digit != answer), key=lambda digit: float(logits[digit]))
    return Question(answer, rival)


def lead(snapshot: Snapshot, q: Question) -> float:
    """How far the output of the answer is ahead of the rival's; negative where the rival's is larger.

    Raises:
        ValueError: the snapshot is of an empty drawing.
    """
    logits = _logits(snapshot)
    return float(logits[q.answer]) - float(logits[q.rival])


def _logits(snapshot: Snapshot) -> NDArray[np.float32]:
    if snapshot.logits is None:
        raise ValueError("there is no image yet")
    return snapshot.logits
