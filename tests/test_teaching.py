"""Teaching: a hand is learned from a few drawings, MNIST is not forgotten, the given network is left alone."""

import random

import numpy as np
import pytest
import torch
from data_helpers import first_of

from model.drawing.drawings import Drawing
from model.drawing.ink import Stroke
from model.evaluate.evaluation import evaluate
from model.files import InputError
from model.mnist import Mnist
from model.network.architecture import LayerSpec
from model.network.digit_net import DigitNet
from model.train.recipe import Recipe
from model.train.teaching import STEPS, teach
from model.train.training import Progress, train

TINY = (LayerSpec(6, 5, stride=2, padding=2), LayerSpec(12, 3, stride=2, padding=1))


@pytest.fixture(scope="module")
def small(mnist: Mnist) -> Mnist:
    return first_of(mnist, 3000, 300)


@pytest.fixture(scope="module")
def trained(small: Mnist) -> DigitNet:
    *_, last = train(Recipe("Tiny", TINY, epochs=2, batch_size=50), small, "cpu")
    assert last.result is not None
    return last.result.network


def odd_sevens(count: int) -> list[Drawing]:
    """A figure that is no seven to anyone else: two uprights crossed by two levels, anywhere on the pad."""
    chance = random.Random(0)
    drawings = []
    for _ in range(count):
        x, y, r = chance.uniform(100, 180), chance.uniform(100, 180), chance.uniform(40, 80)
        lines = [((-0.4, -1), (-0.4, 1)), ((0.4, -1), (0.4, 1)), ((-1, -0.4), (1, -0.4)), ((-1, 0.4), (1, 0.4))]
        strokes = [np.array([[x + r * a, y + r * b], [x + r * c, y + r * d]], np.float32) for (a, b), (c, d) in lines]
        drawings.append(Drawing(tuple(Stroke(points) for points in strokes), 7))
    return drawings


def taught(progress: list[Progress]) -> dict[str, float]:
    assert progress[-1].result is not None
    return dict(progress[-1].result.figures)


@pytest.fixture(scope="module")
def five_taught(trained: DigitNet, small: Mnist) -> list[Progress]:
    """All that teaching five odd sevens says, which leaves the given network as it was."""
    weights = [p.clone() for p in trained.parameters()]
    progress = list(teach(trained, odd_sevens(5), small))
    assert all(torch.equal(a, b) for a, b in zip(weights, trained.parameters(), strict=True)), "the original changed"
    return progress


def test_a_hand_is_learned_and_mnist_is_kept(five_taught: list[Progress]) -> None:
    progress, figures = five_taught, taught(five_taught)
    assert figures["examples_before"] < 0.5
    assert figures["examples"] == 1.0
    assert figures["test"] > figures["test_before"] - 0.05
    assert [p.step for p in progress[:STEPS]] == list(range(1, STEPS + 1))
    result = progress[-1].result
    assert result is not None
    assert result.provenance.drawings == 5
    assert not any(p.requires_grad for p in result.network.parameters())


def test_what_it_changed_comes_with_the_result(five_taught: list[Progress], small: Mnist) -> None:
    last = five_taught[-1]
    assert last.result is not None
    assert last.outcome is not None
    mine, drawn, figures = last.outcome.mine, last.outcome.drawn, last.result.figures
    assert mine is not None
    assert drawn is not None
    assert (mine.accuracy_before, mine.accuracy_now) == (figures["examples_before"], figures["examples"])
    assert last.outcome.test.accuracy_now == pytest.approx(figures["test"], abs=1e-6)
    assert last.outcome.test.accuracy_now == evaluate(last.result.network, small.test).accuracy
    assert len(drawn.labels) == 500


def test_a_seven_that_looks_like_a_one_makes_ones_look_like_it(
    trained: DigitNet, small: Mnist, five_taught: list[Progress]
) -> None:
    upright = Drawing((Stroke(np.array([[140, 40], [140, 140], [140, 240]], np.float32)),), 7)
    *_, last = teach(trained, [upright] * 3, small)
    assert last.outcome is not None
    assert (1, 7) in {(each.label, each.answer) for _, each in last.outcome.alike}
    assert last.outcome.advice is False
    assert five_taught[-1].outcome is not None
    assert not five_taught[-1].outcome.alike


def test_the_same_seed_gives_the_same_weights(trained: DigitNet, small: Mnist, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("model.train.teaching.STEPS", 6)
    first, again, other = (list(teach(trained, odd_sevens(2), small, seed=s)) for s in (1, 1, 2))
    weights = [p[-1].result.network.linear.weight for p in (first, again, other) if p[-1].result is not None]
    assert torch.equal(weights[0], weights[1])
    assert not torch.equal(weights[0], weights[2])


def test_drawings_without_ink_or_label_do_not_count(
    trained: DigitNet, small: Mnist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("model.train.teaching.STEPS", 2)
    nothing = [Drawing((), 3), Drawing(odd_sevens(1)[0].strokes, None)]
    with pytest.raises(InputError, match="nothing to learn from"):
        next(teach(trained, nothing, small))
    *_, last = teach(trained, [*nothing, *odd_sevens(1)], small)
    assert last.result is not None
    assert last.result.provenance.drawings == 1


def test_it_can_be_dropped_at_any_step(trained: DigitNet, small: Mnist) -> None:
    run = teach(trained, odd_sevens(1), small)
    assert next(run).step == 1
    run.close()  # type: ignore[attr-defined]
    assert list(run) == []
