"""The learning rate: PyTorch's own curves step by step, changed by hand, stretched, resumed."""

import itertools
from dataclasses import replace

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from model.train.adam import AdamW
from model.train.recipe import QUICK, Recipe
from model.train.schedule import Schedule


def optimizer(rate: float = 0.01) -> torch.optim.AdamW:
    return torch.optim.AdamW([torch.nn.Parameter(torch.zeros(1))], lr=rate)


def made(recipe: Recipe, steps: int) -> Schedule:
    return Schedule(AdamW([torch.zeros(1)], recipe.learning_rate), recipe, steps)


def rates(schedule: Schedule, steps: int) -> list[float]:
    found = []
    for _ in range(steps):
        found.append(schedule.learning_rate)
        schedule.step()
    return found


@given(st.integers(1, 300), st.floats(0, 0.9), st.floats(1e-5, 1))
def test_one_cycle_is_pytorchs_to_the_last_bit(steps: int, warm_up: float, rate: float) -> None:
    recipe = replace(QUICK, warm_up=warm_up, learning_rate=rate)
    theirs, ours = optimizer(rate), AdamW([torch.zeros(1)], rate)
    part = min(max(warm_up, 2 / (steps + 1)), 0.9)
    reference = torch.optim.lr_scheduler.OneCycleLR(theirs, max_lr=rate, total_steps=steps + 1, pct_start=part)
    schedule = Schedule(ours, recipe, steps)
    for _ in range(steps):
        assert ours.lr == theirs.param_groups[0]["lr"]
        assert ours.betas == theirs.param_groups[0]["betas"]
        theirs.step()
        reference.step()
        schedule.step()


def test_cosine_is_pytorchs_and_constant_stays() -> None:
    theirs = optimizer(0.02)
    reference = torch.optim.lr_scheduler.CosineAnnealingLR(theirs, 50)
    wanted = []
    for _ in range(50):
        wanted.append(theirs.param_groups[0]["lr"])
        theirs.step()
        reference.step()
    recipe = replace(QUICK, learning_rate=0.02)
    assert rates(made(replace(recipe, schedule="cosine"), 50), 50) == pytest.approx(wanted)
    assert set(rates(made(replace(recipe, schedule="constant"), 50), 50)) == {0.02}


@given(st.sampled_from(["one-cycle", "cosine", "constant"]), st.integers(0, 99), st.floats(1e-5, 1))
def test_a_rate_set_by_hand_holds_at_once_and_never_rises_above_it(schedule: str, at: int, rate: float) -> None:
    made_here = made(replace(QUICK, schedule=schedule), 100)
    rates(made_here, at)
    made_here.set_learning_rate(rate)
    after = rates(made_here, 100 - at)
    assert after[0] == rate
    assert all(later <= earlier * (1 + 1e-12) for earlier, later in itertools.pairwise(after))


@given(st.sampled_from(["one-cycle", "cosine", "constant"]), st.integers(1, 99), st.integers(1, 60), st.booleans())
def test_more_steps_stretch_the_rest_without_a_jump(schedule: str, at: int, more: int, by_hand: bool) -> None:
    stretched, plain = (made(replace(QUICK, schedule=schedule), 100) for _ in range(2))
    rates(stretched, at)
    rates(plain, at)
    if by_hand:
        for one in (stretched, plain):
            one.set_learning_rate(0.003)
    before = stretched.learning_rate
    stretched.extend(more)
    assert stretched.steps == 100 + more
    assert stretched.learning_rate == pytest.approx(before)
    rest, usual = rates(stretched, 100 + more - at), rates(plain, 100 - at)
    assert max(rest) <= (0.003 if by_hand else QUICK.learning_rate) * (1 + 1e-9)
    assert stretched.place(100 + more) == pytest.approx(1)
    assert rest[-1] <= usual[-1] * (1 + 1e-9)


def test_after_its_end_the_last_part_is_walked_again() -> None:
    schedule = made(replace(QUICK, schedule="cosine", learning_rate=0.01), 100)
    first = rates(schedule, 100)
    schedule.extend(50)
    again = rates(schedule, 50)
    assert again[0] == pytest.approx(first[67], rel=0.05)  # where 50 of 150 steps are left
    assert again[-1] < first[95]


@given(st.integers(0, 40), st.integers(0, 40), st.booleans())
def test_a_schedule_goes_on_from_its_state(at: int, then: int, changed: bool) -> None:
    whole = made(QUICK, 100)
    rates(whole, at)
    if changed:
        whole.extend(30)
        whole.set_learning_rate(0.004)
    rates(whole, then)
    resumed = made(QUICK, 100)
    resumed.restore(whole.state())
    left = whole.steps - at - then
    assert rates(resumed, left) == rates(whole, left)
