"""The command line: answers, exit codes, messages on stderr, nothing half written."""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from helpers import PATIENCE, ROOT
from main_helpers import BAR, in_process, run, start
from PIL import Image

import main as command_line
from model.mnist import Mnist

EMPTY = '{"label": 4, "strokes": []}\n'


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


@pytest.mark.parametrize("arguments", [["--help"], ["train", "--help"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    """That is what makes it quick; how quick is a benchmark, `start_up.py`."""
    python = [sys.executable, "-X", "importtime", "main.py"]
    done = subprocess.run([*python, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "usage" in done.stdout
    modules = {line.split("|")[-1].strip() for line in done.stderr.splitlines()}
    imported = {module.split(".")[0] for module in modules}
    assert "argparse" in imported
    assert not imported & {"torch", "numpy", "PIL", "PySide6", "tqdm", "gui"}
    assert {module for module in modules if module.startswith("model")} == {
        "model",
        "model.arguments",
        "model.program",
        "model.streams",
    }


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
    assert answers[0].keys() == {"name", "digit", "probabilities", "box"}
    assert [a["box"] for a in answers[1:3]] == [None, None]
    left, top, right, bottom = answers[0]["box"]
    assert 0 <= left < right <= 280
    assert 0 <= top < bottom <= 280


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

    monkeypatch.setattr("model.predict.saved_weights", fail)
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
    assert process.wait(PATIENCE) == 1


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
