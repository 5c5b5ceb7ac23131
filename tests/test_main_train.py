"""The command line: train and teach, and what is left when they are stopped."""

import os
import signal
import sys
from pathlib import Path

import pytest
from helpers import PATIENCE
from main_helpers import BAR, in_process, start

from gui.storage.networks import title
from model.mnist import Mnist
from model.network.checkpoint import load


@pytest.fixture
def drawings(tmp_path: Path) -> Path:
    path = tmp_path / "drawings.jsonl"
    path.write_text(BAR + '{"label": 4, "strokes": []}\n' + BAR)
    return path


def test_train_gives_the_same_file_for_the_same_seed(
    few_digits: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    common: list[str | Path] = ["train", "--preset", "quick", "--device", "cpu", "--data", few_digits, "--epochs", "2"]
    contents = {}
    for name, seed in (("one", "1"), ("again", "1"), ("other", "2")):
        path = tmp_path / "new" / f"{name}.safetensors"
        code, out, err = in_process(capsys, *common, "--seed", seed, "--out", path)
        assert (code, out) == (0, f"{path}\n")
        assert "images/s" in err
        assert "validation" in err
        assert "of the test digits" in err
        contents[name] = path.read_bytes()
    assert contents["one"] == contents["again"] != contents["other"]
    made = load(tmp_path / "new" / "one.safetensors")
    assert {name: made.provenance.as_json()[name] for name in ("seed", "epochs", "device")} == {
        "seed": 1,
        "epochs": 2,
        "device": "cpu",
    }
    assert made.figures["test"] > 0.15


def test_train_takes_a_recipes_numbers(few_digits: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    common: list[str | Path] = ["train", "--preset", "quick", "--data", few_digits, "--out", tmp_path / "w.safetensors"]
    chosen = ["--epochs", "1", "--batch-size", "32", "--learning-rate", "0.005", "--schedule", "cosine"]
    assert in_process(capsys, *common, *chosen)[0] == 0
    recipe = load(tmp_path / "w.safetensors").provenance.settings
    assert [recipe[name] for name in ("epochs", "batch_size", "learning_rate", "schedule")] == [1, 32, 0.005, "cosine"]


def test_train_makes_a_new_file_in_the_users_folder(
    few_digits: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("gui.storage.paths.data_folder", lambda: tmp_path / "mine")
    paths = set()
    for _ in range(2):
        code, out, _ = in_process(capsys, "train", "--preset", "quick", "--data", few_digits)
        assert code == 0
        paths.add(Path(out.strip()))
    assert len(paths) == 2
    assert all(path.is_file() and tmp_path / "mine" in path.parents for path in paths)
    assert {title(path.name).removesuffix(" again") for path in paths} == {"quick"}  # the window's list knows the date


def test_train_finds_out_first_that_it_cannot_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = in_process(capsys, "train", "--out", tmp_path)
    assert (code, out) == (2, "")
    assert "folder" in err
    (tmp_path / "file").write_bytes(b"")
    assert in_process(capsys, "train", "--out", tmp_path / "file" / "w")[0] == 2


@pytest.mark.skipif(sys.platform == "win32", reason="signals work otherwise there")
def test_teach_learns_labelled_drawings(
    drawings: Path, mnist: Mnist, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("model.train.teaching.STEPS", 10)
    monkeypatch.setattr("model.mnist.load", lambda: Mnist(mnist.train, mnist.validation, mnist.test.pick(0, 500)))
    path = tmp_path / "taught.safetensors"
    code, out, err = in_process(capsys, "teach", "--drawings", drawings, "--out", path)
    assert (code, out) == (0, f"{path}\n")
    assert "your drawings right" in err
    taught = load(path)
    assert taught.provenance.name == "Taught"
    assert taught.figures["test"] > 0.95


def test_ctrl_c_stops_training_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "w.safetensors"
    process = start("train", "--preset", "quick", "--out", path)
    assert process.stderr is not None
    read = ""
    while "images/s" not in read:  # the bar is there: training has begun
        character = process.stderr.read(1)
        assert character, read
        read += character
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert out == ""
    assert "Stopped; nothing was saved." in err
    assert "Traceback" not in err
    assert os.listdir(tmp_path) == []
