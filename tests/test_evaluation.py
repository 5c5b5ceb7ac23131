"""Counting right answers, on digits and on drawings."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from model.drawing.drawings import Drawing
from model.drawing.ink import Stroke, blank
from model.drawing.raster import raster
from model.evaluate import evaluation
from model.evaluate.evaluation import (
    Evaluation,
    answers_of,
    as_ink,
    evaluate,
    evaluate_drawings,
    evaluating,
    logits_of,
    rasters,
    reading,
)
from model.evaluate.robustness import CHANGES, Change
from model.files import InputError
from model.mnist import Digits, Mnist
from model.network.checkpoint import Checkpoint
from model.network.designs import SMALLEST
from model.network.digit_net import DigitNet

BAR = Drawing((Stroke(np.array([[140, 40], [140, 240]], np.float32)),), label=1)
EMPTY = Drawing((), label=4)


def test_rates_come_from_the_counts() -> None:
    confusion = np.zeros((10, 10), np.int64)
    confusion[3, 3], confusion[3, 5], confusion[7, 7] = 6, 2, 10
    result = Evaluation(confusion)
    assert result.count == 18
    assert result.accuracy == pytest.approx(16 / 18)
    assert result.per_digit == [None, None, None, 0.75, None, None, None, 1.0, None, None]
    assert Evaluation(np.zeros((10, 10), np.int64)).accuracy == 0


def test_evaluate_agrees_with_torch(shipped: Checkpoint, mnist: Mnist) -> None:
    digits = mnist.test.pick(0, 1200)
    *_, last = evaluating(shipped.network, digits)
    result = evaluate(shipped.network, digits)
    with torch.no_grad():
        answers = shipped.network(digits.images.float() / 255).argmax(dim=1)
    assert result.accuracy == pytest.approx(float((answers == digits.labels).float().mean()))
    assert np.array_equal(result.confusion, last.confusion)
    assert result.count == 1200
    assert result.accuracy > 0.98


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
@pytest.mark.parametrize("which", ["shipped", "small", "untrained"])
def test_short_floats_change_no_answer(
    shipped: Checkpoint, mnist: Mnist, change: Change, which: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = shipped.network
    if which != "shipped":
        layers = SMALLEST if which == "small" else network.specs
        network = DigitNet(layers, generator=torch.Generator().manual_seed(4)).eval()
    monkeypatch.setattr(evaluation, "has_bfloat16", lambda _device: True)  # slow without, but as right
    for amount in (change.amounts[0], change.amounts[len(change.amounts) // 2], change.amounts[-1]):
        images = change(as_ink(mnist.test.images[:300]), amount)
        exact = torch.cat(list(logits_of(network, images))).argmax(dim=1)
        assert torch.equal(torch.cat(list(answers_of(network, images))), exact)


@pytest.mark.slow
def test_shipped_weights_reach_their_figures(shipped: Checkpoint, mnist: Mnist) -> None:
    accuracy = evaluate(shipped.network, mnist.test).accuracy
    assert accuracy >= 0.993
    assert accuracy == pytest.approx(shipped.figures["test"], abs=2e-4)


def test_batches_leave_the_network_as_it_is(tiny: DigitNet) -> None:
    strides = [p.stride() for p in tiny.parameters()]
    images = torch.rand(7, 1, 28, 28, generator=torch.Generator().manual_seed(0))
    (found,) = logits_of(tiny, images)
    torch.testing.assert_close(found, tiny(images), rtol=1e-5, atol=1e-5)
    assert [p.stride() for p in tiny.parameters()] == strides


def test_blank_drawings_have_no_answer_and_count_as_wrong(shipped: Checkpoint) -> None:
    result = evaluate_drawings(shipped.network, [BAR, EMPTY, BAR])
    assert result.count == 3
    assert result.accuracy == pytest.approx(2 / 3)
    assert result.per_digit[1] == 1
    assert result.per_digit[4] == 0
    assert result.empty.tolist() == [0, 0, 0, 0, 1, 0, 0, 0, 0, 0]


def test_drawings_without_label_or_none_at_all_are_refused(shipped: Checkpoint) -> None:
    with pytest.raises(InputError, match='Drawing 2 has no "label"'):
        evaluate_drawings(shipped.network, [BAR, replace(BAR, label=None)])
    with pytest.raises(InputError, match="no drawings"):
        evaluate_drawings(shipped.network, [])


def test_reading_keeps_order_and_batches_change_nothing(shipped: Checkpoint) -> None:
    images = [("bar", raster(BAR.ink())), ("nothing", raster(blank())), ("bar again", raster(BAR.ink()))] * 30
    found = list(reading(shipped.network, iter(images), batch=7))
    assert [name for name, _ in found] == [name for name, _ in images]
    whole = dict(reading(shipped.network, iter(images[:3])))
    for name, row in found:
        expected = whole[name]
        if row is None:
            assert expected is None
        else:
            assert expected is not None
            np.testing.assert_allclose(row, expected, atol=1e-5)
            assert row.sum() == pytest.approx(1, abs=1e-5)


def test_rasters_stack_images_and_say_which_have_ink() -> None:
    images, inked = rasters([BAR, EMPTY])
    assert images.shape == (2, 1, 28, 28)
    assert inked.tolist() == [True, False]
    assert not images[1].any()
    assert rasters([])[0].shape == (0, 1, 28, 28)


def test_digits_share_memory_when_picked(mnist: Mnist) -> None:
    part: Digits = mnist.test.pick(10, 20)
    assert len(part) == 10
    assert part.images.data_ptr() == mnist.test.images[10:].data_ptr()
