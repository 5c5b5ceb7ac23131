"""Steering a run: pause, other rates, further epochs, from current weights; mishaps become sentences."""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
import torch
from data_helpers import first_of

from model.augment.augment import augment
from model.evaluate.evaluation import evaluate
from model.files import InputError
from model.mnist import Mnist
from model.network.architecture import LayerSpec
from model.network.checkpoint import Checkpoint
from model.network.digit_net import DigitNet
from model.network.provenance import Provenance
from model.train.controls import Controls
from model.train.recipe import Recipe
from model.train.run import Run
from model.train.run_file import RunState
from model.train.training import Progress, train

TINY = (LayerSpec(4, 5, stride=3, padding=1), LayerSpec(8, 3, stride=2, padding=1))
RECIPE = Recipe("Tiny", TINY, epochs=2, batch_size=50, augment=0.5, ema=20, strangers=3, seed=3, device="cpu")


@pytest.fixture(scope="module")
def small(mnist: Mnist) -> Mnist:
    return first_of(mnist, 500, 100)


@pytest.fixture(scope="module")
def usual(small: Mnist) -> list[Progress]:
    return list(train(RECIPE, small))


def result(steps: list[Progress]) -> Checkpoint:
    found = steps[-1].result
    assert found is not None
    return found


def same(a: DigitNet, b: DigitNet) -> bool:
    return all(torch.equal(x, y) for x, y in zip(a.parameters(), b.parameters(), strict=True))


def test_a_paused_run_waits_until_it_may_go_on_and_ends_the_same(small: Mnist, usual: list[Progress]) -> None:
    controls, seen = Controls(), []
    helper = threading.Thread(target=controls.go_on)
    kept: list[RunState] = []
    for progress in train(RECIPE, small, controls=controls, keep=kept.append):
        seen.append(progress)
        if progress.step == 4 and not progress.paused:
            controls.pause()
        if progress.paused:
            assert progress.network is not None
            assert kept[-1].step == 4, "a pause may be long: its state is kept"
            helper.start()
    helper.join()
    assert [p.step for p in seen if p.paused] == [4]
    assert same(result(seen).network, result(usual).network)


def test_while_paused_nothing_spins(monkeypatch: pytest.MonkeyPatch) -> None:
    controls = Controls()
    controls.pause()
    waits: list[float | None] = []
    original: Callable[..., Any] = threading.Condition.wait

    def counted(self: threading.Condition, timeout: float | None = None) -> bool:
        waits.append(timeout)
        controls._stopped = True
        return bool(original(self, 0.01))

    monkeypatch.setattr(threading.Condition, "wait", counted)
    controls.wait()
    assert waits == [None]


def test_what_is_asked_while_paused_shows_at_once(small: Mnist) -> None:
    controls = Controls()
    run = train(RECIPE, small, controls=controls)
    next(run)
    controls.pause()
    assert next(run).steps == 20
    controls.one_more_epoch()
    still = next(run)
    assert (still.step, still.steps, still.paused) == (1, 30, True)
    controls.set_learning_rate(0.001)
    assert next(run).paused
    controls.go_on()
    step = next(run)
    assert (step.step, step.learning_rate, step.paused) == (2, 0.001, False)


def test_a_stopped_run_has_no_result_even_while_paused(small: Mnist) -> None:
    controls = Controls()
    run = train(RECIPE, small, controls=controls)
    next(run)
    controls.pause()
    assert next(run).paused
    controls.stop()
    assert list(run) == []


def test_another_rate_is_used_from_the_next_step_and_recorded(small: Mnist) -> None:
    controls, seen = Controls(), []
    for progress in train(replace(RECIPE, schedule="constant"), small, controls=controls):
        seen.append(progress)
        if progress.step == 5 and progress.result is None:
            controls.set_learning_rate(0.004)
    rates = {p.step: p.learning_rate for p in seen}
    assert {rates[n] for n in range(1, 6)} == {0.01}
    assert {rates[n] for n in range(6, 21)} == {0.004}
    assert list(result(seen).provenance.by_hand) == [{"step": 5, "learning_rate": 0.004}]
    assert result(seen).provenance.device == "cpu"


@pytest.mark.parametrize("when", [3, 20])
def test_one_more_epoch_while_it_runs_or_is_measured(small: Mnist, when: int) -> None:
    controls, seen, asked = Controls(), [], False
    for progress in train(RECIPE, small, controls=controls):
        seen.append(progress)
        if progress.step == when and not asked and (when < 20 or seen[-2].step == 20):
            asked = True
            controls.one_more_epoch()
    assert seen[-1].step == seen[-1].steps == 30
    assert (seen[-1].epoch, seen[-1].epochs) == (3, 3)
    assert sorted({p.step for p in seen}) == list(range(1, 31))
    assert list(result(seen).provenance.by_hand) == [{"step": when, "more_epochs": 1}]


def test_an_ended_run_goes_on_for_an_epoch(small: Mnist, usual: list[Progress]) -> None:
    kept: list[RunState] = []
    list(train(RECIPE, small, keep=kept.append))
    controls = Controls()
    controls.one_more_epoch()
    more = list(train(RECIPE, small, resume=kept[-1], controls=controls))
    assert [p.step for p in more if p.result is None][:10] == list(range(21, 31))
    assert max(p.learning_rate for p in more) < 0.01
    assert not same(result(more).network, result(usual).network)
    losses = [[p.loss for p in part if p.step > first] for part, first in ((usual, 15), (more, 25))]
    assert sum(losses[1]) / len(losses[1]) < sum(losses[0]) / len(losses[0])


def test_a_finished_state_gives_the_same_result_again(small: Mnist, usual: list[Progress]) -> None:
    kept: list[RunState] = []
    list(train(RECIPE, small, keep=kept.append))
    again = list(train(RECIPE, small, resume=kept[-1]))
    assert {p.step for p in again} == {20}
    assert same(result(again).network, result(usual).network)
    assert not result(again).provenance.by_hand


def test_from_current_weights_the_first_answers_are_the_same(small: Mnist, usual: list[Progress]) -> None:
    start = result(usual).network
    before = [p.clone() for p in start.parameters()]
    run = Run(RECIPE, small, torch.device("cpu"), start)
    images = small.test.images.float() / 255
    torch.testing.assert_close(run.network.eval()(images), start(images), rtol=1e-3, atol=1e-3)
    torch.testing.assert_close(run.folded()(images), start(images), rtol=1e-3, atol=1e-3)
    seen = list(train(RECIPE, small, start=start, provenance=Provenance(started_from="here")))
    assert seen[0].loss < 0.7 * usual[0].loss
    assert result(seen).figures["test"] >= result(usual).figures["test"]
    assert result(seen).provenance.started_from == "here"
    assert all(torch.equal(a, b) for a, b in zip(before, start.parameters(), strict=True)), "the start stays as it was"


def test_current_weights_of_other_layers_are_refused(small: Mnist, tiny: DigitNet) -> None:
    with pytest.raises(InputError, match="other layers"):
        next(train(RECIPE, small, start=tiny))


def test_steps_that_carry_a_network_carry_its_health(usual: list[Progress]) -> None:
    assert usual[0].network is not None, "the first step is there to look back at"
    assert all((p.network is None) == (p.health is None) for p in usual if p.result is None)
    health = usual[0].health
    assert health is not None
    assert [layer.name for layer in health] == ["conv1", "conv2", "linear"]
    assert all(layer.weight > 0 and layer.gradient > 0 for layer in health)


@pytest.mark.parametrize("left_out", ["styles", "pens", "bends"])
def test_each_kind_of_augmentation_can_be_left_out(small: Mnist, left_out: str) -> None:
    images, labels = small.train.images[:40].float() / 255, small.train.labels[:40]
    kinds = dict.fromkeys(("styles", "pens", "bends"), False)
    assert augment(images, labels, 1.0, torch.Generator(), **kinds) is images

    def changed(**chosen: bool) -> torch.Tensor:
        return augment(images, labels, 1.0, torch.Generator().manual_seed(1), **chosen)

    only = changed(**{**kinds, left_out: True})
    without = changed(**{**dict.fromkeys(kinds, True), left_out: False})
    assert not torch.equal(only, images)
    assert not torch.equal(changed(), without)
    recipes = [replace(RECIPE, epochs=0.4, **change) for change in ({}, {left_out: False})]  # type: ignore[arg-type]
    first, second = (result(list(train(recipe, small))).network for recipe in recipes)
    assert not same(first, second)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (MemoryError(), "memory ran out"),
        (torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2 GiB"), "memory ran out"),
        (
            RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory: you tried 9 bytes"),
            "memory ran out",
        ),
        (torch.AcceleratorError("CUDA error: device-side assert triggered\nCompile with ..."), "device"),
    ],
)
def test_what_the_machine_does_becomes_one_sentence(
    small: Mnist, monkeypatch: pytest.MonkeyPatch, fault: Exception, words: str
) -> None:
    step = Run.step

    def fails(self: Run, picked: torch.Tensor) -> float:
        if self.step_number == 3:
            raise fault
        return step(self, picked)

    monkeypatch.setattr(Run, "step", fails)
    run = train(RECIPE, small)
    assert [next(run).step for _ in range(3)] == [1, 2, 3]
    with pytest.raises(InputError, match=words) as caught:
        next(run)
    assert "\n" not in str(caught.value)


def test_a_fault_of_the_program_is_not_hidden(small: Mnist, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_self: Run, _picked: torch.Tensor) -> float:
        raise RuntimeError("mat1 and mat2 shapes cannot be multiplied")

    monkeypatch.setattr(Run, "step", broken)
    with pytest.raises(RuntimeError, match="mat1"):
        next(train(RECIPE, small))


def test_the_network_is_evaluated_as_it_is_shown(usual: list[Progress], small: Mnist) -> None:
    assert evaluate(result(usual).network, small.test).accuracy == pytest.approx(result(usual).figures["test"])
