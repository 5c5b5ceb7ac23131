"""Augmentation: the same chance gives the same images, sizes stay MNIST's, strokes land where they are meant to."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from model.augment.augment import augment, thickness, warp
from model.augment.non_digits import scribbles
from model.augment.writing_styles import ADDED, Shape, lay_strokes, pen_width, restyle


def chance(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def bars(count: int, width: float = 2.5) -> Tensor:
    """Images (count, 1, 28, 28) of an upright line of 20 pixels, as MNIST would have it."""
    stroke = torch.tensor([14.0, 5.0, 14.0, 22.0]).expand(count, 1, 4)
    return lay_strokes(torch.zeros(count, 28, 28), stroke, torch.full((count,), width))[:, None]


def sides(images: Tensor) -> Tensor:
    """The long side of the ink's box in pixels, (n,)."""
    shape = Shape.of(images[:, 0])
    return torch.maximum(shape.height, shape.width) + 1


@given(st.integers(0, 99), st.floats(0, 1), st.integers(0, 40))
@settings(max_examples=25, deadline=None)
def test_any_batch_keeps_its_shape_and_range(seed: int, strength: float, count: int) -> None:
    images = torch.rand(count, 1, 28, 28, generator=chance(seed))
    labels = torch.randint(10, (count,), generator=chance(seed))
    before = images.clone()
    changed = augment(images, labels, strength, chance(seed))
    assert changed.shape == images.shape
    assert changed.dtype == torch.float32
    assert torch.isfinite(changed).all()
    assert count == 0 or (changed.min() >= 0 and changed.max() <= 1.0001)
    assert torch.equal(images, before), "the caller's images were changed"
    assert torch.equal(changed, augment(images, labels, strength, chance(seed)))


def test_no_strength_changes_nothing() -> None:
    images = torch.rand(5, 1, 28, 28, generator=chance())
    assert augment(images, torch.arange(5), 0.0, chance()) is images


def test_blank_images_stay_blank() -> None:
    blank = torch.zeros(12, 1, 28, 28)
    assert float(warp(thickness(blank, 1.0, chance()), 1.0, chance()).abs().max()) == 0


def test_warp_brings_size_and_place_back_to_those_of_mnist() -> None:
    far_off = bars(64).roll(4, dims=3)
    warped = warp(far_off, 0.3, chance())
    assert sides(warped).sub(20).abs().mean() < 1.5
    columns = torch.arange(28.0)
    middle = (warped[:, 0].sum(1) * columns).sum(1) / warped.sum((1, 2, 3))
    assert middle.sub(14).abs().max() < 1.2
    half = torch.nn.functional.interpolate(bars(64), scale_factor=0.5)
    small = torch.nn.functional.pad(half, (7, 7, 7, 7))
    assert sides(small).max() < 12
    assert sides(warp(small, 0.3, chance())).min() > 16


def test_pen_width_is_measured() -> None:
    for width in (1.5, 2.5, 4.0):
        assert pen_width(bars(1, width)[:, 0]) == pytest.approx(width, rel=0.3)


def test_thickness_goes_both_ways_and_keeps_thin_lines_whole() -> None:
    images = bars(200)
    changed = thickness(images, 1.0, chance())
    widths = pen_width(changed[:, 0])
    assert widths.min() < 1.8
    assert widths.max() > 4
    assert (changed[:, 0, 7:20].amax(2) > 0.1).all(), "a line was broken"


@pytest.mark.parametrize(("digit", "share", "style"), ADDED)
def test_every_style_adds_ink_near_the_digit(digit: int, share: float, style: object) -> None:
    shape = Shape.of(bars(30)[:, 0])
    strokes = style(shape, torch.rand(30, 6, generator=chance(digit)))  # type: ignore[operator]
    assert strokes.shape[0] == 30
    assert strokes.shape[2] == 4
    assert 0 < share < 1
    assert strokes.min() > -4
    assert strokes.max() < 32
    drawn = lay_strokes(shape.images, strokes, torch.full((30,), 2.0))
    assert (drawn >= shape.images).all()
    assert (drawn.sum((1, 2)) > shape.images.sum((1, 2))).float().mean() > 0.9


def test_only_digits_that_are_written_so_are_restyled() -> None:
    images = bars(300)
    sixes = torch.full((300,), 6)
    ones = torch.ones(300, dtype=torch.int64)
    more_ink = restyle(images, sixes, 1.0, chance()).sum((1, 2, 3)) > images.sum((1, 2, 3)) + 1
    assert not more_ink.any()
    more_ink = restyle(images, ones, 1.0, chance()).sum((1, 2, 3)) > images.sum((1, 2, 3)) + 1
    assert 0.4 < more_ink.float().mean() < 0.8
    fewer = restyle(images, ones, 0.2, chance()).sum((1, 2, 3)) > images.sum((1, 2, 3)) + 1
    assert 0 < fewer.float().mean() < 0.3


def test_scribbles_are_as_large_as_digits_and_differ() -> None:
    images = scribbles(50, chance(), torch.device("cpu"))
    assert images.shape == (50, 1, 28, 28)
    assert images.min() >= 0
    assert images.max() <= 1.0001
    assert sides(images).median() >= 18
    assert not torch.equal(images[0], images[1])
    assert torch.equal(images, scribbles(50, chance(), torch.device("cpu")))
