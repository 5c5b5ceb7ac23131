"""Two networks on the same digits: counted one by one, and McNemar's test against the binomial distribution."""

from math import comb

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from model.evaluate.comparison import Comparison, mcnemar
from model.evaluate.readings import Readings
from model.mnist import Digits

Rows = list[tuple[int, int, int]]  # label, answer of the first, answer of the second


def compared(rows: Rows) -> Comparison:
    """Readings with these answers, each surer than the one before."""
    images = torch.ones(len(rows), 1, 28, 28)
    digits = Digits(images, torch.tensor([label for label, _, _ in rows]))
    sides = []
    for side in (1, 2):
        probabilities = np.zeros((len(rows), 10), np.float32)
        for number, row in enumerate(rows):
            probabilities[number] = 0.01
            probabilities[number, row[side]] = 0.5 + number / 1000
        sides.append(Readings(digits, probabilities))
    return Comparison(*sides)


@given(st.lists(st.tuples(*[st.integers(0, 9)] * 3), min_size=1, max_size=60))
def test_every_digit_is_counted_where_it_belongs(rows: Rows) -> None:
    found = compared(rows)
    ours = {name: set(getattr(found, name).tolist()) for name in ("only_first", "only_second", "neither", "differing")}
    for number, (label, first, second) in enumerate(rows):
        assert (number in ours["only_first"]) == (first == label != second)
        assert (number in ours["only_second"]) == (second == label != first)
        assert (number in ours["neither"]) == (first != second and label not in (first, second))
        assert (number in ours["differing"]) == (first != second)
        assert (number in found.cell(label, first)) == (first != second)
    wanted = np.zeros((10, 10), int)
    for label, first, second in rows:
        wanted[label, first] += 1
        wanted[label, second] -= 1
    assert np.array_equal(found.difference, wanted)


def test_the_surest_mistake_comes_first() -> None:
    found = compared([(1, 1, 2), (3, 3, 4), (5, 6, 5), (7, 7, 9)])
    assert found.only_first.tolist() == [3, 1, 0]
    assert found.differing.tolist() == [3, 1, 0, 2]


@given(st.integers(0, 40), st.integers(0, 40))
def test_chance_is_the_binomial_distributions(only_first: int, only_second: int) -> None:
    count, least = only_first + only_second, min(only_first, only_second)
    wanted = min(2 * sum(comb(count, k) for k in range(least + 1)) / 2**count, 1)
    assert mcnemar(only_first, only_second) == pytest.approx(wanted)
    assert mcnemar(only_first, only_second) == mcnemar(only_second, only_first)


def test_chance_of_known_counts() -> None:
    assert mcnemar(0, 0) == 1
    assert mcnemar(5, 0) == 2 / 32
    assert mcnemar(68, 23) == pytest.approx(2.5e-6, rel=0.05)
    assert mcnemar(9000, 100) == pytest.approx(0, abs=1e-300)
    with pytest.raises(ValueError, match="no counts"):
        mcnemar(-1, 2)


def test_other_digits_are_not_compared() -> None:
    with pytest.raises(ValueError, match="not the same"):
        Comparison(compared([(1, 1, 1)]).first, compared([(1, 1, 1), (2, 2, 2)]).second)
