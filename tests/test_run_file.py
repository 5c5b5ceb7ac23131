"""Unfinished runs: broken off anywhere and resumed they end bit for bit the same; damaged files are refused."""

import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
import safetensors.torch
import torch
from data_helpers import first_of
from helpers import ROOT
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

from model.files import InputError
from model.mnist import Mnist
from model.network.architecture import LayerSpec
from model.network.digit_net import DigitNet
from model.train import run_file
from model.train.controls import Controls
from model.train.recipe import Recipe
from model.train.run_file import RunState
from model.train.run_header import read_header
from model.train.training import Progress, past, train

LAYERS = (LayerSpec(4, 5, stride=3, padding=1), LayerSpec(8, 3, stride=2, padding=1, bias=False))
RECIPE = Recipe("Tiny", LAYERS, epochs=1.7, batch_size=50, augment=0.5, ema=20, strangers=3, seed=3, device="cpu")
STEPS = 17


@pytest.fixture(scope="module")
def small(mnist: Mnist) -> Mnist:
    return first_of(mnist, 520, 60)


@pytest.fixture(scope="module")
def whole(small: Mnist) -> DigitNet:
    return ended(list(train(RECIPE, small)))


@pytest.fixture(scope="module")
def state(small: Mnist) -> RunState:
    return broken_off(small, RECIPE, 7)


def ended(steps: list[Progress]) -> DigitNet:
    assert steps[-1].result is not None
    return steps[-1].result.network


def broken_off(small: Mnist, recipe: Recipe, after: int, resume: RunState | None = None) -> RunState:
    kept: list[RunState] = []
    run = train(recipe, small, keep=kept.append, resume=resume)
    list(islice(run, after))
    run.close()
    return kept[-1]


def same(a: DigitNet, b: DigitNet) -> bool:
    return all(torch.equal(x, y) for x, y in zip(a.parameters(), b.parameters(), strict=True))


@pytest.mark.parametrize("after", [1, 9, 10, 11, 16, STEPS])
def test_broken_off_after_any_step_it_ends_bit_for_bit_the_same(
    small: Mnist, whole: DigitNet, tmp_path: Path, after: int
) -> None:
    path = tmp_path / "a.run"
    run_file.save(path, broken_off(small, RECIPE, after))
    loaded = run_file.load(path)
    assert (loaded.step, loaded.steps, loaded.recipe) == (after, STEPS, RECIPE)
    rest = list(train(loaded.recipe, small, resume=loaded))
    assert [p.step for p in rest if p.step > after][:1] == [after + 1] * (after < STEPS)
    assert same(ended(rest), whole)


@pytest.mark.parametrize("change", [{"ema": 0}, {"schedule": "cosine"}, {"batch_size": 64}, {"epochs": 0.5}])
def test_so_do_other_recipes_broken_off_twice(small: Mnist, change: dict[str, int]) -> None:
    recipe = replace(RECIPE, **change)  # type: ignore[arg-type]
    state = broken_off(small, recipe, 2)
    state = broken_off(small, recipe, 2, resume=state)
    assert state.step == 4
    assert same(ended(list(train(recipe, small, resume=state))), ended(list(train(recipe, small))))


def test_what_was_done_by_hand_is_part_of_it(small: Mnist) -> None:
    def steered(stop: int | None) -> tuple[list[Progress], RunState]:
        controls = Controls()
        kept: list[RunState] = []
        seen: list[Progress] = []
        run = train(RECIPE, small, controls=controls, keep=kept.append)
        for progress in islice(run, stop):
            seen.append(progress)
            if progress.step == 3:
                controls.set_learning_rate(0.002)
                controls.one_more_epoch()
        run.close()
        return seen, kept[-1]

    whole, _ = steered(20)
    _, state = steered(8)
    assert state.numbers["by_hand"] == [{"step": 3, "learning_rate": 0.002}, {"step": 3, "more_epochs": 1}]
    rest = list(islice(train(RECIPE, small, resume=state), 12))
    assert [p.loss for p in whole[8:]] == [p.loss for p in rest]
    assert [p.learning_rate for p in whole[8:]] == [p.learning_rate for p in rest]


def test_a_resumed_run_knows_its_past_and_says_that_it_was_resumed(small: Mnist, state: RunState) -> None:
    steps = list(train(RECIPE, small))
    before = past(state)
    assert [(p.step, p.loss, p.learning_rate, p.epoch, p.epochs, p.steps) for p in before] == [
        (p.step, p.loss, p.learning_rate, p.epoch, p.epochs, p.steps) for p in steps[:7]
    ]
    resumed = list(train(RECIPE, small, resume=state))[-1].result
    assert resumed is not None
    assert list(resumed.provenance.by_hand) == [{"step": 7, "resumed": 1}]


def test_the_state_is_a_copy(small: Mnist) -> None:
    kept: list[RunState] = []
    run = train(RECIPE, small, keep=kept.append)
    next(run)
    run.close()
    before = {name: t.clone() for name, t in kept[0].tensors.items()}
    list(islice(train(RECIPE, small, resume=kept[0]), 3))
    assert all(torch.equal(before[name], t) for name, t in kept[0].tensors.items())


def test_states_come_by_the_clock(small: Mnist, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[RunState] = []
    list(train(RECIPE, small, keep=kept.append))
    assert [state.step for state in kept] == [STEPS], "a short run is kept at its end only"
    monkeypatch.setattr("model.train.watch.KEEP_EVERY", 0.0)
    kept.clear()
    list(train(RECIPE, small, keep=kept.append))
    assert [state.step for state in kept] == [*range(1, STEPS + 1), STEPS]


def test_other_digits_or_another_recipe_are_refused(small: Mnist, state: RunState) -> None:
    fewer = Mnist(small.train.pick(0, 400), small.validation, small.test)
    with pytest.raises(InputError, match="digits"):
        next(train(RECIPE, fewer, resume=state))
    for other in (replace(RECIPE, layers=LAYERS[:1]), replace(RECIPE, layers=(LAYERS[0], LayerSpec(8, 3)))):
        with pytest.raises(InputError, match="cannot go on"):
            next(train(other, small, resume=state))


def test_a_full_disk_leaves_the_older_file_whole(
    state: RunState, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.run"
    run_file.save(path, state)
    before = path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="No space left"):
        run_file.save(path, replace(state, step=8))
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.run"]


def test_states_are_small(state: RunState) -> None:
    from model.train.recipe import BEST

    whole = DigitNet(BEST.layers, batch_norm=True)
    floats = sum(t.numel() for t in whole.state_dict().values())
    assert 4 * 4 * floats < 2_000_000  # weights, their average and two moments
    assert sum(t.numel() * t.element_size() for t in state.tensors.values()) < 60_000


@profile(max_examples=200)
@given(st.data())
def test_damaged_files_are_refused(state: RunState, tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "a.run"
    run_file.save(path, state)
    content = bytearray(path.read_bytes())
    kind = data.draw(st.sampled_from(["cut", "flip", "zero", "header", "longer"]))
    place = data.draw(st.integers(0, len(content) - 1))
    if kind == "cut":
        del content[place:]
    elif kind == "flip":
        content[place] ^= 1 << data.draw(st.integers(0, 7))
    elif kind == "zero":
        content[place : place + 200] = bytes(len(content[place : place + 200]))
    elif kind == "header":
        content[place % 2500] = data.draw(st.integers(0, 255))
    else:
        content += random.Random(place).randbytes(10)
    path.write_bytes(content)
    try:
        loaded = run_file.load(path)
    except InputError:
        pass
    else:  # it says the same in other bytes, such as a blank more in its header
        assert (loaded.recipe, loaded.step, loaded.steps) == (state.recipe, state.step, state.steps)
        assert loaded.numbers == json.loads(json.dumps(state.numbers))
        assert all(torch.equal(loaded.tensors[name], t) for name, t in state.tensors.items())


def changed(path: Path, state: RunState, **entries: object) -> None:
    about = {"format": 1, "recipe": json.loads(read_recipe(path, state)), "step": 7, "steps": STEPS}
    about |= {"numbers": dict(state.numbers)}
    content = safetensors.torch.save(dict(state.tensors), {"convpad_run": json.dumps(about | entries)})
    path.write_bytes(content)


def read_recipe(path: Path, state: RunState) -> str:
    run_file.save(path, state)
    return json.dumps(read_header(path).recipe)


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ({"format": 2}, "newer"),
        ({"format": "x"}, "newer"),
        ({"step": -1}, "describe"),
        ({"step": 18}, "describe"),
        ({"recipe": 3}, "describe"),
        ({"recipe": {"name": "x"}}, "describe"),
        ({"numbers": []}, "describe"),
    ],
)
def test_a_file_that_says_something_else_is_refused(
    state: RunState, tmp_path: Path, entries: dict[str, object], words: str
) -> None:
    changed(tmp_path / "a.run", state, **entries)
    with pytest.raises(InputError, match=words):
        run_file.load(tmp_path / "a.run")


def test_a_header_is_read_without_torch(state: RunState, tmp_path: Path) -> None:
    run_file.save(tmp_path / "a.run", state)
    code = f"""
import sys
from pathlib import Path
from model.train.run_header import read_header
header = read_header(Path({str(tmp_path / "a.run")!r}))
assert "torch" not in sys.modules
print(header.name, header.step, header.steps)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["Tiny", "7", str(STEPS)]


CHILDREN = f"""
import os, signal, sys
from pathlib import Path
import torch
torch.set_num_threads(1)
from model.augment import pool
from model.train import run_file, watch
from model.mnist import Mnist, load
from model.network.architecture import LayerSpec
from model.train.recipe import Recipe
from model.train.training import train
watch.KEEP_EVERY = 0.0
pool.BLOCK = 16
whole = load()
small = Mnist(whole.train.pick(0, 520), whole.validation.pick(0, 60), whole.test.pick(0, 60))
import torch._dynamo  # the first optimizer would import it: it is imported once for all
for path, last in zip(sys.argv[1::2], sys.argv[2::2]):
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        for progress in train({RECIPE!r}, small, keep=lambda state: run_file.save(Path(path), state)):
            os.write(writing, bytes([progress.step]))
        os._exit(0)
    os.close(writing)
    while (step := os.read(reading, 1)) != bytes([int(last)]):
        assert step, "it ended before it was killed"
    os.kill(child, signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_a_killed_process_loses_nothing(small: Mnist, whole: DigitNet, tmp_path: Path) -> None:
    killed = {tmp_path / f"{seed}.run": random.Random(seed).randint(3, 14) for seed in range(3)}
    arguments = [str(each) for pair in killed.items() for each in pair]
    subprocess.run([sys.executable, "-c", CHILDREN, *arguments], cwd=ROOT, check=True)
    for path, last in killed.items():
        state = run_file.load(path)
        assert last - 1 <= state.step < STEPS
        assert same(ended(list(train(state.recipe, small, resume=state))), whole)
