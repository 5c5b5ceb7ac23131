"""The command line: answers, exit codes, messages on stderr, nothing half written."""

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

import main as command_line
from gui.storage.networks import title
from model.mnist import Mnist
from model.network.checkpoint import load

ROOT = Path(__file__).parent.parent
BAR = '{"label": 1, "strokes": [[[140, 40], [140, 240]]]}\n'
EMPTY = '{"label": 4, "strokes": []}\n'


def start(*arguments: str | Path, **environment: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONWARNINGS": "default", **environment},
        # tests that run in the background ignore Ctrl-C, and so would what they start
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def run(*arguments: str | Path, **environment: str) -> tuple[int, str, str]:
    process = start(*arguments, **environment)
    out, err = process.communicate(timeout=120)
    assert "Traceback" not in err
    return process.returncode, out, err


@pytest.fixture
def seven(mnist: Mnist, tmp_path: Path) -> Path:
    path = tmp_path / "seven.png"
    Image.fromarray(mnist.test.images[0, 0].numpy()).resize((280, 280), Image.Resampling.NEAREST).save(path)
    return path


@pytest.fixture
def drawings(tmp_path: Path) -> Path:
    path = tmp_path / "drawings.jsonl.gz"
    path.write_bytes(gzip.compress((BAR + EMPTY + BAR).encode()))
    return path


def test_help_is_quick_and_imports_nothing_heavy() -> None:
    times = []
    for _ in range(3):
        before = time.perf_counter()
        code, out, err = run("--help")
        times.append(time.perf_counter() - before)
        assert (code, err) == (0, "")
        assert "predict" in out
    assert min(times) < 0.3
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "main.py", "train", "--help"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0
    assert not [line for line in done.stderr.splitlines() if any(m in line for m in ("torch", "numpy", "PySide6"))]


@pytest.mark.parametrize(
    "arguments",
    [
        ["paint"],
        ["predict"],
        ["train", "--preset", "slow"],
        ["train", "--epochs", "0"],
        ["train", "--epochs", "many"],
        ["train", "--seed", "-1"],
        ["train", "--batch-size", "15"],
        ["train", "--learning-rate", "2"],
        ["train", "--learning-rate", "nan"],
        ["train", "--schedule", "zigzag"],
        ["train", "--device", "tpu"],
        ["evaluate", "--data", "a", "--drawings", "b"],
        ["--weights"],
    ],
)
def test_wrong_usage_is_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        command_line.main(arguments)
    assert caught.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "usage" in captured.err


def test_predict_in_a_process(seven: Path, drawings: Path) -> None:
    code, out, err = run("predict", seven, drawings)
    assert (code, err) == (0, "")
    lines = [line.split("\t") for line in out.splitlines()]
    assert [line[:2] for line in lines] == [
        [str(seven), "7"],
        [f"{drawings}:1", "1"],
        [f"{drawings}:2", "empty"],
        [f"{drawings}:3", "1"],
    ]
    assert lines[0][2].endswith(" %")


def in_process(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = command_line.main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_predict_json(seven: Path, drawings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blank = tmp_path / "blank.png"
    Image.new("L", (40, 40), 255).save(blank)
    code, out, err = in_process(capsys, "predict", "--json", seven, blank, drawings)
    assert (code, err) == (0, "")
    answers = [json.loads(line) for line in out.splitlines()]
    assert [a["digit"] for a in answers] == [7, None, 1, None, 1]
    assert [a["name"] for a in answers[:3]] == [str(seven), str(blank), f"{drawings}:1"]
    assert answers[1]["probabilities"] is None
    assert len(answers[0]["probabilities"]) == 10
    assert sum(answers[0]["probabilities"]) == pytest.approx(1, abs=1e-4)
    assert answers[0].keys() == {"name", "digit", "probabilities"}


def test_predict_says_not_sure(
    seven: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("model.look.snapshot.SURE", 1.1)
    assert "\tnot sure\t" in in_process(capsys, "predict", seven)[1]
    assert json.loads(in_process(capsys, "predict", "--json", seven)[1])["digit"] is None


def test_one_bad_file_does_not_stop_the_others(seven: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad, cut = tmp_path / "bad.png", tmp_path / "cut.jsonl"
    bad.write_bytes(b"no picture")
    cut.write_text(BAR + '{"strokes": [[[1')
    code, out, err = in_process(capsys, "predict", bad, cut, tmp_path / "missing.jpg", tmp_path, seven)
    assert code == 2
    assert [line.split("\t")[1] for line in out.splitlines()] == ["1", "7"]
    assert len(err.splitlines()) == 4
    for name in ("bad.png", "cut.jsonl, line 2", "missing.jpg"):
        assert name in err


def test_evaluate_drawings_as_text_and_json(drawings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = in_process(capsys, "evaluate", "--drawings", drawings, "--json")
    assert (code, err) == (0, "")
    report = json.loads(out)
    assert report["count"] == 3
    assert report["accuracy"] == pytest.approx(2 / 3)
    assert report["per_digit"] == [None, 1.0, None, None, 0.0, *[None] * 5]
    assert report["confusion"][1][1] == 2
    assert np.array(report["confusion"]).shape == (10, 10)
    assert report["parameters"] <= 100_000
    code, out, err = in_process(capsys, "evaluate", "--drawings", drawings)
    assert (code, err) == (0, "")
    assert "66.67 % of 3 digits right" in out
    assert "1 drawings had no ink" in out
    assert "95 % confidence interval" in out


def test_evaluate_curves(drawings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = in_process(capsys, "evaluate", "--drawings", drawings, "--curves", "--json")
    assert (code, err) == (0, "")
    report = json.loads(out)
    assert set(report["curves"]) == {"noise", "rotation", "shift", "thickness"}
    low, high = report["interval"]
    assert low < report["accuracy"] < high
    for curve in report["curves"].values():
        assert curve["accuracies"][curve["amounts"].index(0)] == report["accuracy"]
    code, out, err = in_process(capsys, "evaluate", "--drawings", drawings, "--curves")
    assert (code, err) == (0, "")
    assert "rotation (3 digits)" in out


def test_evaluate_refuses_drawings_without_labels(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text('{"strokes": [[[1, 1]]]}')
    code, out, err = in_process(capsys, "evaluate", "--drawings", path)
    assert (code, out) == (2, "")
    assert "label" in err


def test_bad_weights_are_one_line_and_exit_2(seven: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.safetensors"
    bad.write_bytes(b"rubbish")
    usages: list[list[str | Path]] = [
        ["predict", "--weights", bad, seven],
        ["evaluate", "--weights", bad],
        ["--weights", bad, "evaluate"],
    ]
    for arguments in usages:
        code, out, err = in_process(capsys, *arguments)
        assert (code, out) == (2, "")
        assert len(err.splitlines()) == 1
        assert "bad.safetensors" in err


def test_an_unexpected_fault_is_one_line_and_exit_1(
    seven: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any) -> None:
        raise RuntimeError("out of\nluck")

    monkeypatch.setattr("model.network.checkpoint.load", fail)
    code, out, err = in_process(capsys, "predict", seven)
    assert (code, out, err) == (1, "", "ConvPad failed: RuntimeError: out of luck\n")


def test_a_reader_that_leaves_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(BAR * 3000)
    process = start("predict", "--json", path)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait(60) == 1


@pytest.fixture
def few_digits(mnist: Mnist, tmp_path: Path) -> Path:
    """A folder with 1,200 digits to train on and 100 to test on."""
    folder = tmp_path / "few"
    folder.mkdir()
    for part, digits, count in (("train", mnist.train, 1200), ("t10k", mnist.test, 100)):
        images, labels = digits.images[:count].numpy(), digits.labels[:count].numpy().astype(np.uint8)
        header = np.array([0x803, count, 28, 28], ">u4").tobytes()
        (folder / f"{part}-images-idx3-ubyte").write_bytes(header + images.tobytes())
        (folder / f"{part}-labels-idx1-ubyte").write_bytes(header[:3] + b"\x01" + header[4:8] + labels.tobytes())
    return folder


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
    assert {name: made.recipe[name] for name in ("seed", "epochs", "device")} == {
        "seed": 1,
        "epochs": 2,
        "device": "cpu",
    }
    assert made.figures["test"] > 0.15


def test_train_takes_a_recipes_numbers(few_digits: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    common: list[str | Path] = ["train", "--preset", "quick", "--data", few_digits, "--out", tmp_path / "w.safetensors"]
    chosen = ["--epochs", "1", "--batch-size", "32", "--learning-rate", "0.005", "--schedule", "cosine"]
    assert in_process(capsys, *common, *chosen)[0] == 0
    recipe = load(tmp_path / "w.safetensors").recipe
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
    assert taught.recipe["name"] == "Taught"
    assert taught.figures["test"] > 0.95


def test_ctrl_c_stops_training_and_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "w.safetensors"
    process = start("train", "--preset", "best", "--out", path)
    assert process.stderr is not None
    read = ""
    while "images/s" not in read:  # the bar is there: training has begun
        character = process.stderr.read(1)
        assert character, read
        read += character
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert out == ""
    assert "Stopped; nothing was saved." in err
    assert "Traceback" not in err
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X and Wayland only")
@pytest.mark.parametrize(
    ("display", "says"),
    [({}, "no display"), ({"DISPLAY": ":987"}, ":987 cannot be reached"), ({"QT_QPA_PLATFORM": "wayland"}, "Wayland")],
)
def test_no_display_is_a_sentence_and_exit_1(display: dict[str, str], says: str) -> None:
    nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    code, out, err = run(**{**nothing, **display})
    assert (code, out) == (1, "")
    assert says in err
    assert len(err.splitlines()) <= 2
