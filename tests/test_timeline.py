"""The networks along a run: few, exact, even, the first and the last among them."""

import itertools

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn import functional as F

from model.network.architecture import LayerSpec
from model.network.digit_net import DigitNet
from model.train.timeline import BYTES, FRAMES, Timeline, probabilities

SPECS = (LayerSpec(1, 3, stride=3),)
SIZE = 4 * sum(p.numel() for p in DigitNet(SPECS).parameters())
NETWORK = DigitNet(SPECS).requires_grad_(False)


@given(st.lists(st.integers(1, 40), min_size=1, max_size=300), st.integers(3, 30))
def test_frames_are_few_even_and_keep_both_ends(gaps: list[int], most: int) -> None:
    timeline, step, came = Timeline(most), 0, []
    for gap in gaps:
        step += gap
        came.append(step)
        timeline.add(step, NETWORK)
        steps = timeline.steps
        assert len(steps) == len(timeline) <= most
        assert steps[0] == came[0]
        assert steps[-1] == step
        assert set(steps) <= set(came)
        assert list(steps) == sorted(set(steps))
        widest = max((b - a for a, b in itertools.pairwise(steps)), default=0)
        arrival = max((b - a for a, b in itertools.pairwise(came)), default=0)
        assert widest <= max(arrival, 2 * (steps[-1] - steps[0]) / (most - 1))


@given(st.integers(1, 5000), st.integers(2, 12))
def test_memory_is_bounded(limit: int, added: int) -> None:
    timeline = Timeline(FRAMES, limit * 100)
    for step in range(added):
        timeline.add(step, NETWORK)
        assert timeline.nbytes <= max(limit * 100, 2 * SIZE)
    assert timeline.nbytes == len(timeline) * SIZE
    assert len(timeline) >= min(2, added)


def test_by_default_there_are_at_most_two_hundred() -> None:
    timeline = Timeline()
    for step in range(1000):
        timeline.add(step, NETWORK)
    assert len(timeline) == FRAMES == 200
    assert timeline.nbytes <= BYTES


def test_a_step_between_two_frames_gives_the_one_before() -> None:
    timeline = Timeline()
    with pytest.raises(ValueError, match="nothing"):
        timeline.nearest(1)
    networks = {step: DigitNet(SPECS) for step in (5, 10, 20)}
    for step, network in networks.items():
        timeline.add(step, network)
    for asked, wanted in ((0, 5), (5, 5), (9, 5), (10, 10), (19, 10), (20, 20), (99, 20)):
        assert timeline.nearest(asked) == wanted
        assert timeline.at(asked) is networks[wanted]


def test_the_same_step_again_replaces_and_an_earlier_one_is_refused() -> None:
    timeline, last = Timeline(), DigitNet(SPECS)
    timeline.add(3, NETWORK)
    timeline.add(3, last)
    assert timeline.steps == (3,)
    assert timeline.at(3) is last
    with pytest.raises(ValueError, match="step 2"):
        timeline.add(2, NETWORK)


def test_probabilities_are_pytorchs(tiny: DigitNet) -> None:
    image = np.random.default_rng(0).random((28, 28), np.float32)
    wanted = F.softmax(tiny(torch.from_numpy(image)[None, None]), dim=1)[0].numpy()
    np.testing.assert_array_equal(probabilities(tiny, image), wanted)
