"""Recipes refuse what no run can be, and come back whole from JSON."""

import json
from dataclasses import asdict, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.network.architecture import LayerSpec
from model.train.recipe import CHOICES, PRESETS, QUICK, RANGES, SWITCHES, WHOLE, Recipe, from_json


def changed(**fields: Any) -> Recipe:
    return replace(QUICK, **fields)


@pytest.mark.parametrize("name", RANGES)
def test_ends_of_each_range_are_allowed_and_nothing_beyond(name: str) -> None:
    low, high = RANGES[name]
    for value in (low, high):
        assert getattr(changed(**{name: value}), name) == value
    step = 1 if name in WHOLE else 1e-6
    values: tuple[Any, ...] = (low - step, high + step, float("nan"), float("inf"), "3", None, True)
    for value in values:
        with pytest.raises(ValueError, match=name):
            changed(**{name: value})


@pytest.mark.parametrize("name", WHOLE)
def test_whole_numbers_cannot_be_broken(name: str) -> None:
    with pytest.raises(ValueError, match=f"{name} must be a whole number"):
        changed(**{name: 20.5})


@pytest.mark.parametrize("name", [*CHOICES, *SWITCHES])
def test_words_and_switches_are_checked(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        changed(**{name: "nonsense"})


def test_layers_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="conv2"):
        replace(QUICK, layers=(LayerSpec(4, 9, stride=4), LayerSpec(4, 9)))


@given(
    st.sampled_from(list(PRESETS.values())),
    st.floats(*RANGES["learning_rate"]),
    st.sampled_from(CHOICES["schedule"]),
    st.booleans(),
)
def test_a_recipe_comes_back_from_json(recipe: Recipe, rate: float, schedule: str, pens: bool) -> None:
    made = replace(recipe, learning_rate=rate, schedule=schedule, pens=pens)
    assert from_json(json.loads(json.dumps(asdict(made)))) == made


@pytest.mark.parametrize("entries", [{}, {"layers": 3}, {**asdict(QUICK), "more": 1}, {**asdict(QUICK), "epochs": 1e9}])
def test_what_is_no_recipe_is_refused(entries: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"recipe|epochs"):
        from_json(entries)
