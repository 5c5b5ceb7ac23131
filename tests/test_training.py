"""Training: it learns, repeats itself exactly, yields at every step, and hands out a plain calibrated network."""

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
import torch
from data_helpers import first_of
from torch.nn import functional as F

from model.evaluate.evaluation import chunk_size, evaluate, logits_of
from model.evaluate.readings import Readings
from model.files import InputError
from model.mnist import Digits, Mnist
from model.network import checkpoint
from model.network.architecture import LayerSpec, parameter_count
from model.network.digit_net import DigitNet
from model.train.calibration import calibrating, temperature
from model.train.recipe import PRESETS, RANGES, Recipe
from model.train.run import Run
from model.train.training import Progress, train

TINY = (LayerSpec(4, 5, stride=3, padding=1), LayerSpec(8, 3, stride=2, padding=1))
RECIPE = Recipe("Tiny", TINY, epochs=2, batch_size=50, augment=0.5, ema=20, strangers=3, seed=3)


@pytest.fixture(scope="module")
def small(mnist: Mnist) -> Mnist:
    return first_of(mnist, 1000, 200)


@pytest.fixture(scope="module")
def walked(small: Mnist) -> list[Progress]:
    return list(train(RECIPE, small, "cpu"))


def result_of(progress: list[Progress]) -> checkpoint.Checkpoint:
    result = progress[-1].result
    assert result is not None
    return result


def test_every_step_is_yielded_in_order(walked: list[Progress]) -> None:
    numbers = [p.step for p in walked]
    assert numbers == sorted(numbers)
    assert sorted(set(numbers)) == list(range(1, 41))
    assert {p.steps for p in walked} == {40}
    assert [walked[0].epoch, walked[19].epoch, walked[20].epoch, walked[39].epoch] == [1, 1, 2, 2]
    assert all(p.result is None for p in walked[:-1])
    assert all(p.images_per_second > 0 and p.seconds_left >= 0 for p in walked)


def test_it_learns(walked: list[Progress], small: Mnist) -> None:
    assert np.mean([p.loss for p in walked[30:40]]) < np.mean([p.loss for p in walked[:5]]) - 0.5
    result = result_of(walked)
    assert result.figures["test"] > 0.5
    assert result.figures["test"] == pytest.approx(evaluate(result.network, small.test).accuracy)
    assert result.figures["validation"] == walked[-1].validation


def test_the_same_seed_gives_the_same_file(walked: list[Progress], small: Mnist, tmp_path) -> None:  # type: ignore[no-untyped-def]
    again = list(train(RECIPE, small, "cpu"))
    other = list(train(replace(RECIPE, seed=4), small, "cpu"))
    files = []
    for number, progress in enumerate((walked, again, other)):
        checkpoint.save(tmp_path / f"{number}.safetensors", result_of(progress))
        files.append((tmp_path / f"{number}.safetensors").read_bytes())
    assert files[0] == files[1]
    assert files[0] != files[2]


def test_the_result_is_plain_and_knows_its_recipe(walked: list[Progress]) -> None:
    result = result_of(walked)
    assert result.network.norm(1) is None
    assert not any(p.requires_grad for p in result.network.parameters())
    assert result.provenance.name == "Tiny"
    assert result.provenance.seed == 3
    assert "layers" not in result.provenance.settings


def test_a_run_can_be_dropped_at_any_step(small: Mnist) -> None:
    run = train(RECIPE, small, "cpu")
    assert [p.step for p in islice(run, 3)] == [1, 2, 3]
    run.close()
    assert list(run) == []


def test_watching_does_not_change_what_is_learned(
    walked: list[Progress], small: Mnist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("model.train.watch.LOOK_EVERY", 0.0)
    monkeypatch.setattr("model.train.watch.CHECK_SHARE", 1.0)
    watched = list(train(RECIPE, small, "cpu"))
    assert sum(p.network is not None for p in watched) > 30
    assert any(p.validation is not None for p in watched[:30])
    same = zip(result_of(walked).network.parameters(), result_of(watched).network.parameters(), strict=True)
    assert all(torch.equal(a, b) for a, b in same)


def test_strength_fades_towards_the_end(small: Mnist) -> None:
    run = Run(replace(RECIPE, fade=0.5, augment=0.8, augment_end=0.25), small, torch.device("cpu"))
    strengths = []
    for run.step_number in (0, 20, 30, 40):
        strengths.append(run.strength())
    assert strengths == pytest.approx([0.8, 0.8, 0.5, 0.2])


def test_broken_epochs_and_few_digits_give_whole_steps(small: Mnist) -> None:
    assert Run(replace(RECIPE, epochs=0.5), small, torch.device("cpu")).steps == 10
    few = first_of(small, 7, 5)
    progress = list(train(replace(RECIPE, epochs=1, batch_size=256), few, "cpu"))
    assert progress[-1].step == progress[-1].steps == 1
    assert progress[-1].result is not None


@pytest.mark.parametrize("steps", [1, 2, 4, 9])
def test_even_a_run_of_few_steps_ends(small: Mnist, steps: int) -> None:
    recipe = Recipe("Short", TINY, epochs=1, batch_size=len(small.train) // steps)
    *_, last = train(recipe, small, "cpu")
    assert last.step == steps
    assert last.result is not None


def test_a_loss_that_is_no_number_says_what_to_do(small: Mnist, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(RANGES, "learning_rate", (0, 1e40))
    with pytest.raises(InputError, match="lower learning rate"):
        list(train(replace(RECIPE, learning_rate=1e38, epochs=3, ema=0), small, "cpu"))


def test_a_device_that_is_not_there_is_refused(small: Mnist) -> None:
    with pytest.raises(InputError, match="no nonsense device"):
        next(train(RECIPE, small, "nonsense"))


def test_presets_keep_their_promises() -> None:
    assert list(PRESETS) == ["quick", "standard", "best"]
    for recipe in PRESETS.values():
        assert parameter_count(recipe.layers) <= 100_000
        assert any(spec.stride == 2 for spec in recipe.layers)


def test_temperature_is_found_back() -> None:
    logits = torch.randn(4000, 10, generator=torch.Generator().manual_seed(0)) * 3
    labels = torch.multinomial(F.softmax(logits, 1), 1, generator=torch.Generator().manual_seed(1)).squeeze(1)
    for true in (0.5, 1.0, 2.0):
        assert temperature(logits * true, labels) == pytest.approx(true, rel=0.1)


def test_calibrating_changes_how_sure_it_is_but_no_answer(small: Mnist, walked: list[Progress]) -> None:
    network = DigitNet(TINY)
    network.load_state_dict(result_of(walked).network.state_dict())
    with torch.no_grad():
        network.linear.weight.mul_(4)
        network.linear.bias.mul_(4)
    images = small.test.images
    before = torch.cat(list(logits_of(network, images)))
    list(calibrating(network, small.validation))
    after = torch.cat(list(logits_of(network, images)))
    assert torch.equal(before.argmax(1), after.argmax(1))
    errors = [Readings(small.test, torch.softmax(x, 1).numpy()).calibration_error for x in (before, after)]
    assert errors[1] < errors[0] - 0.03


def test_a_network_that_reads_fewer_at_once_is_calibrated_on_all_digits(small: Mnist) -> None:
    large = DigitNet([LayerSpec(96, 5, padding=2), LayerSpec(96, 3, padding=1)]).requires_grad_(False)
    digits = small.validation.pick(0, 2 * chunk_size(large) + 1)
    assert len(digits) == 2 * chunk_size(large) + 1
    before = large.linear.weight.clone()
    assert len(list(calibrating(large, digits))) == 2 * 3
    assert not torch.equal(large.linear.weight, before)


def test_empty_validation_part_is_no_error(small: Mnist) -> None:
    nothing = Digits(small.test.images[:0], small.test.labels[:0])
    network = DigitNet(TINY).requires_grad_(False)
    before = network.linear.weight.clone()
    list(calibrating(network, nothing))
    assert torch.equal(before, network.linear.weight)
