"""Two networks on the same digits: McNemar's exact test, who changed sides, and what now looks alike."""

import math
from fractions import Fraction

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from model.evaluate.comparison import mcnemar
from model.evaluate.evaluation import evaluate
from model.evaluate.outcome import BeforeAfter, Outcome, Verdict, comparing, verdict
from model.mnist import Digits, Mnist
from model.network.checkpoint import Checkpoint
from model.network.digit_net import DigitNet


def compared(labels: list[int], before: list[int], now: list[int]) -> BeforeAfter:
    images = torch.zeros((len(labels), 1, 28, 28), dtype=torch.uint8)
    return BeforeAfter(Digits(images, torch.tensor(labels)), np.array(before), np.array(now))


@given(st.integers(0, 60), st.integers(0, 60))
def test_the_probability_is_that_of_the_binomial_distribution(lost: int, won: int) -> None:
    count = lost + won
    tail = sum(Fraction(math.comb(count, k), 2**count) for k in range(min(lost, won) + 1))
    assert mcnemar(lost, won) == pytest.approx(float(min(Fraction(1), 2 * tail)), abs=1e-15)
    assert mcnemar(lost, won) == mcnemar(won, lost)


def test_the_probability_at_known_places() -> None:
    assert mcnemar(0, 0) == 1
    assert mcnemar(0, 5) == 0.0625
    assert mcnemar(0, 6) == 0.03125
    assert mcnemar(5_000, 0) == 0
    with pytest.raises(ValueError, match="no counts"):
        mcnemar(-1, 3)


def test_better_and_worse_are_beyond_chance_only() -> None:
    assert verdict(0, 5) is Verdict.WITHIN_CHANCE
    assert verdict(0, 6) is Verdict.BETTER
    assert verdict(6, 0) is Verdict.WORSE
    assert verdict(200, 210) is Verdict.WITHIN_CHANCE


def test_who_changed_sides() -> None:
    found = compared([1, 2, 3, 4], [1, 2, 0, 0], [1, 0, 3, 9])
    assert found.lost.tolist() == [1]
    assert found.won.tolist() == [2]
    assert found.accuracy_before == found.accuracy_now == 0.5
    assert found.verdict is Verdict.WITHIN_CHANCE


def test_ones_that_now_look_like_the_seven_that_was_taught() -> None:
    ones, twos = [1] * 8, [2] * 8
    found = compared(ones + twos, ones + twos, [7] * 6 + [1] * 2 + [7] * 3 + [2] * 5)
    [alike] = found.alike({7})
    assert (alike.label, alike.answer, alike.which.tolist()) == (1, 7, [0, 1, 2, 3, 4, 5])
    assert not found.alike({3})
    outcome = Outcome(compared([1], [1], [1]), compared([7], [1], [7]), found)
    assert [(where, each.answer) for where, each in outcome.alike] == [(found, 7)]
    assert outcome.advice is False


def test_the_advice() -> None:
    same, better, worse = (compared([1] * 9, b, n) for b, n in
                           (([1] * 9, [1] * 9), ([0] * 9, [1] * 9), ([1] * 9, [0] * 9)))  # fmt: skip
    assert Outcome(same).advice is None
    assert Outcome(better).advice is True
    assert Outcome(worse).advice is False
    assert Outcome(same, better).advice is True
    assert Outcome(better, worse).advice is False
    assert Outcome(worse, better).advice is False


def test_both_read_the_same_digits_and_nothing_twice(
    mnist: Mnist, shipped: Checkpoint, tiny: DigitNet, monkeypatch: pytest.MonkeyPatch
) -> None:
    digits = mnist.test.pick(0, 700)
    *on_the_way, found = comparing(shipped.network, tiny, digits)
    assert len(on_the_way) >= 4  # it can be stopped on the way
    assert not any(on_the_way)
    assert isinstance(found, BeforeAfter)
    assert found.accuracy_before == evaluate(shipped.network, digits).accuracy
    assert found.accuracy_now == evaluate(tiny, digits).accuracy
    assert found.verdict is Verdict.WORSE
    [again] = comparing(tiny, shipped.network, digits)
    assert isinstance(again, BeforeAfter)
    assert again.verdict is Verdict.BETTER
    assert np.array_equal(again.before, found.now)
    *_, other = comparing(tiny, tiny, mnist.test.pick(700, 800))
    assert isinstance(other, BeforeAfter)
    assert len(other.now) == 100
