"""Digits in other people's hands: every template is a drawing that can be read, and a seed decides everything."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from helpers import TINY
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from model.augment.allographs import digits, others
from model.augment.generator import drawn_digits, drawn_others, images_of, on_pad, parse, plain, templates, written
from model.mnist import Mnist
from model.network.checkpoint import Checkpoint
from model.train import drawn
from model.train.preview import COUNT, preview
from model.train.run import Run

PATHS = [path for known in digits().values() for path in known.values()] + list(others().values())


def read(shipped: Checkpoint, images: NDArray[np.uint8]) -> NDArray[np.int64]:
    with torch.inference_mode():
        logits = shipped.network(torch.from_numpy(images)[:, None].float() / 255)
    answers: NDArray[np.int64] = logits.argmax(1).numpy()
    return answers


def test_there_are_many_ways_to_write_each_digit_and_none_twice() -> None:
    assert sorted(digits()) == list(range(10))
    assert min(len(known) for known in digits().values()) >= 25
    assert len(set(PATHS)) == len(PATHS)


@pytest.mark.parametrize("digit", range(10))
def test_the_templates_as_they_stand_are_read(shipped: Checkpoint, digit: int) -> None:
    """A few are what a network of MNIST's writers does not know; most must be."""
    chance = np.random.default_rng(0)
    images = images_of([on_pad(plain(path), chance) for path in digits()[digit].values()])
    assert (read(shipped, images) == digit).mean() >= 0.75


@given(st.sampled_from(PATHS), st.integers(0, 2**32))
def test_whatever_chance_does_the_drawing_lies_on_the_pad(path: str, seed: int) -> None:
    chance = np.random.default_rng(seed)
    strokes = on_pad(written(parse(path), chance), chance)
    points = np.concatenate([stroke.points for stroke in strokes])
    assert np.isfinite(points).all()
    assert points.min() >= 0
    assert points.max() <= 280
    assert all(2 <= stroke.width <= 60 for stroke in strokes)


@given(st.sampled_from(PATHS))
@settings(max_examples=30)
def test_a_curve_goes_through_the_points_of_its_template(path: str) -> None:
    template = parse(path)
    curve = np.concatenate([curve @ template.points for curve in template.curves])
    distance = np.abs(curve[:, None] - template.points[None]).max(2).min(0)
    assert distance.max() < 1e-5


def test_a_seed_gives_the_same_drawings_and_another_gives_others() -> None:
    (images, labels), (again, same), (others, _) = (drawn_digits(20, seed) for seed in (3, 3, 4))
    np.testing.assert_array_equal(images, again)
    np.testing.assert_array_equal(labels, same)
    assert labels.tolist() == 2 * list(range(10))
    assert (images.max((1, 2)) > 100).all()
    assert not np.array_equal(images, others)
    np.testing.assert_array_equal(drawn_others(6, 3), drawn_others(6, 3))


def test_a_dot_and_a_corner() -> None:
    assert len(parse("5,5").curves[0]) == 1
    [curve] = plain("0,0 50,0! 50,100")
    assert curve[curve[:, 1] > 0][:, 0] == pytest.approx(0.5)
    assert len(templates(None)) == len(others())


def test_a_run_draws_as_it_goes_and_a_resumed_one_has_the_same(
    tiny_mnist: Mnist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawn, "STEPS", 3)
    recipe = replace(TINY, drawn=8, strangers=4, augment=0.3)
    run = Run(recipe, tiny_mnist, torch.device("cpu"))
    for _ in range(4):
        run.step(run.next_batch())
    assert run.drawn is not None
    late = drawn.Drawn(recipe.seed, torch.device("cpu"))
    late.grow(3)
    chances = [torch.Generator().manual_seed(1) for _ in range(2)]
    (images, labels), (same, known) = (
        made.digits(9, 0.3, chance) for made, chance in zip((run.drawn, late), chances, strict=True)
    )
    torch.testing.assert_close(images, same, rtol=0, atol=0)
    assert labels.tolist() == known.tolist()


def test_the_preview_shows_drawn_digits_among_the_others(tiny_mnist: Mnist) -> None:
    plainly, _ = preview(TINY, tiny_mnist.train, 3)
    mixed, _ = preview(replace(TINY, drawn=8), tiny_mnist.train, 3)
    differ = [place for place in range(COUNT) if not np.array_equal(plainly[place], mixed[place])]
    assert differ == list(range(2, COUNT, 4))
