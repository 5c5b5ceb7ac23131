"""Digits in other people's hands: every allograph is a drawing that can be read, and a seed decides everything."""

import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest
import torch
from helpers import ROOT, TINY
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from model.augment.allographs import Allograph, curve, digits, non_digits, parse
from model.augment.generator import LONG_SIDE, draw, drawn_digits, images_of
from model.augment.non_digits import KINDS, NO_DIGIT, drawn_others
from model.augment.pool import AT_FIRST, BLOCK, Pool
from model.drawing.ink import PAD, evened, render
from model.drawing.raster import raster
from model.evaluate.evaluation import logits_of
from model.mnist import Mnist
from model.network.checkpoint import Checkpoint
from model.train.preview import COUNT, preview
from model.train.recipe import BEST, STANDARD, from_json
from model.train.run import Run

TABLE = [allograph for known in digits() for allograph in known]
Images = NDArray[np.uint8]


def read(shipped: Checkpoint, images: Images) -> NDArray[np.int64]:
    logits = torch.cat(list(logits_of(shipped.network, torch.from_numpy(images)[:, None])))
    answers: NDArray[np.int64] = logits.argmax(1).numpy()
    return answers


def test_there_are_many_ways_to_write_each_digit_and_none_twice() -> None:
    assert min(len(known) for known in digits()) >= 30
    assert len({(a.sign, a.name) for a in (*TABLE, *non_digits())}) == len(TABLE) + len(non_digits())
    assert len(non_digits()) >= 100


@pytest.mark.parametrize("digit", range(10))
def test_the_table_as_it_stands_is_read(shipped: Checkpoint, digit: int) -> None:
    """A few are what even people would call odd; nearly all must be read."""
    chance = np.random.default_rng(0)
    images = images_of([draw(allograph, chance, loose=0) for allograph in digits()[digit]])
    assert (read(shipped, images) == digit).mean() >= 0.85


def test_drawn_digits_are_read_and_drawings_of_anything_else_are_doubted(shipped: Checkpoint) -> None:
    images, labels = drawn_digits(500, np.random.default_rng(1))
    assert (read(shipped, images) == labels).mean() >= 0.9
    others, none = drawn_others(300, np.random.default_rng(1))
    assert (none == NO_DIGIT).all()
    sure = [
        float(torch.cat(list(logits_of(shipped.network, torch.from_numpy(some)[:, None]))).softmax(1).amax(1).median())
        for some in (images, others)
    ]
    assert sure[0] > 0.95 > 0.75 > sure[1]


@given(st.sampled_from([*TABLE, *non_digits()]), st.integers(0, 2**32))
def test_whatever_chance_does_the_drawing_lies_on_the_pad_and_has_ink(allograph: Allograph, seed: int) -> None:
    strokes = draw(allograph, np.random.default_rng(seed))
    points = np.concatenate([stroke.points for stroke in strokes])
    assert np.isfinite(points).all()
    assert LONG_SIDE[0] - 0.1 <= np.ptp(points, axis=0).max() <= LONG_SIDE[1] + 0.1
    assert points.min() >= 0
    assert points.max() <= PAD
    [image] = images_of([strokes])
    assert image.dtype == np.uint8
    assert image.max() > 40


@given(st.sampled_from([kind for _, kind in KINDS]), st.integers(0, 2**32))
def test_all_kinds_of_non_digits_lie_on_the_pad(kind: object, seed: int) -> None:
    assert callable(kind)
    strokes = kind(np.random.default_rng(seed))
    points = np.concatenate([stroke.points for stroke in strokes])
    assert points.min() >= 0
    assert points.max() <= PAD
    assert images_of([strokes]).max() > 20


@given(st.sampled_from(TABLE))
@settings(max_examples=30)
def test_a_curve_goes_through_its_points(allograph: Allograph) -> None:
    for line in allograph.lines:
        distance = np.abs(curve(line)[:, None] - line.points[None]).max(2).min(0)
        assert distance.max() < 1e-4


def test_a_corner_is_straight_on_both_sides() -> None:
    [line] = parse("7 corner: 0,0 50,0! 50,100").lines
    way = curve(line)
    assert way[way[:, 1] > 0][:, 0] == pytest.approx(50)
    assert way[way[:, 0] < 50][:, 1] == pytest.approx(0)


@pytest.mark.parametrize("row", ["7 plain", "7: 1,2 3,4", "7 plain: 1,2 3", "7 plain: 1,2 |", "7 plain: a,b"])
def test_a_row_that_is_not_built_like_one_is_refused(row: str) -> None:
    with pytest.raises(ValueError, match=r"row|points|float|inhomogeneous|invalid"):
        parse(row)


def test_images_are_the_pads_own(shipped: Checkpoint) -> None:
    strokes = draw(digits()[7][0], np.random.default_rng(4))
    steps = raster(render(evened(strokes)), straighten=True)
    assert steps is not None
    assert np.abs(images_of([strokes])[0] / 255 - steps.image).max() < 0.51 / 255


def test_a_seed_gives_the_same_drawings_and_another_gives_others() -> None:
    (images, labels), (again, same), (others, _) = (drawn_digits(20, np.random.default_rng(s)) for s in (3, 3, 4))
    np.testing.assert_array_equal(images, again)
    np.testing.assert_array_equal(labels, same)
    assert labels.min() >= 0
    assert labels.max() <= 9
    assert not np.array_equal(images, others)
    one, two = (drawn_others(6, np.random.default_rng(3))[0] for _ in range(2))
    np.testing.assert_array_equal(one, two)


def test_a_pool_is_renewed_and_the_same_at_the_same_step_however_it_came_there() -> None:
    def numbered(count: int, chance: np.random.Generator) -> tuple[Images, NDArray[np.int64]]:
        made.append(int(chance.integers(2**62)))
        return np.zeros((count, 28, 28), np.uint8), np.full(count, len(made))

    made: list[int] = []
    walked, jumped = Pool(numbered, 5, every=2), Pool(numbered, 5, every=2)
    for step in range(7):
        _, labels = walked.take(400, step, torch.Generator().manual_seed(step))
        assert int(labels.max()) == AT_FIRST + step // 2
    first = list(made)
    made.clear()
    images, _ = jumped.take(3, 6, torch.Generator())
    assert made == first
    assert images.shape == (3, 28, 28)
    assert len(set(made)) == len(made) == AT_FIRST + 3
    assert BLOCK >= 64


def test_a_run_learns_from_drawn_digits_and_the_same_seed_gives_the_same_weights(tiny_mnist: Mnist) -> None:
    recipe = replace(TINY, drawn=8, strangers=4, augment=0.3)
    runs = [Run(some, tiny_mnist, torch.device("cpu")) for some in (recipe, recipe, replace(recipe, drawn=0))]
    losses = [[run.step(run.next_batch()) for _ in range(3)] for run in runs]
    assert losses[0] == losses[1]
    assert losses[0] != losses[2]


def test_a_recipe_without_drawn_digits_still_opens() -> None:
    old = asdict(STANDARD)
    assert from_json(old) == STANDARD
    del old["drawn"]
    assert from_json(old).drawn == 0
    with pytest.raises(ValueError, match="drawn"):
        replace(BEST, drawn=513)


def test_the_preview_shows_drawn_digits_among_the_others(tiny_mnist: Mnist) -> None:
    plainly, _ = preview(replace(TINY, drawn=0), tiny_mnist.train, 3)
    mixed, _ = preview(replace(TINY, drawn=8), tiny_mnist.train, 3)
    differ = [place for place in range(COUNT) if not np.array_equal(plainly[place], mixed[place])]
    assert differ == list(range(2, COUNT, 4))


def test_the_sheet_draws_the_whole_table(tmp_path: Path) -> None:
    out = tmp_path / "sheet.png"
    subprocess.run([sys.executable, ROOT / "docs" / "allographs.py", out, "--others"], check=True, cwd=ROOT)
    with Image.open(out) as sheet:
        assert sheet.width > 1000
        pixels = np.asarray(sheet)
    assert pixels.min() == 0
    assert pixels.max() == 255
