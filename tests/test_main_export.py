"""`main.py export`: the same files as the Export menu writes, without a window."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import onnx
import pytest
import safetensors
from main_helpers import in_process, run
from PIL import Image, ImageDraw

from model.arguments import FORMATS
from model.export import formats
from model.export.caffe_files import caffemodel, prototxt
from model.export.onnx_file import onnx_bytes
from model.files import InputError
from model.network import checkpoint
from model.network.checkpoint import Checkpoint
from model.network.digit_net import DigitNet
from model.program import VERSION


@pytest.fixture
def weights(content: bytes, tmp_path: Path) -> Path:
    assert content
    return tmp_path / "whole.safetensors"


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_is_written_and_named(
    kind: str, weights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "folder" / "network.out"
    code, said, err = in_process(capsys, "export", out, "--format", kind, "--weights", weights)
    assert (code, err) == (0, "")
    paths = [Path(line) for line in said.splitlines()]
    assert paths[0] == out
    assert sorted(paths) == sorted(out.parent.iterdir())
    assert all(path.stat().st_size > 100 for path in paths)


def test_the_shipped_weights_in_a_process(tmp_path: Path, shipped: Checkpoint) -> None:
    out = tmp_path / "digits.onnx"
    assert run("export", out, "--format", "onnx") == (0, f"{out}\n", "")
    assert out.read_bytes() == onnx_bytes(shipped.network)
    made = onnx.load(out)
    assert (made.producer_name, made.producer_version) == ("ConvPad", VERSION)


def test_the_content_is_the_network(weights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    network = checkpoint.load(weights).network
    for kind in ("safetensors", "caffe", "pytorch"):
        in_process(capsys, "export", tmp_path / f"{kind}.x", "--format", kind, "--weights", weights)
    copied = checkpoint.load(tmp_path / "safetensors.x")
    assert all(np.array_equal(a, b) for a, b in zip(network.parameters(), copied.network.parameters(), strict=True))
    assert copied.figures == {"test": 0.5}
    assert (tmp_path / "caffe.x").read_text() == prototxt(network.specs)
    assert (tmp_path / "caffe.caffemodel").read_bytes() == caffemodel(network)
    program = (tmp_path / "pytorch.x").read_text()
    assert f"ConvPad {VERSION}" in str(ast.get_docstring(ast.parse(program)))
    assert "pytorch.x WEIGHTS.safetensors" in program


def test_the_program_reads_with_exported_weights(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program, saved = tmp_path / "net.py", tmp_path / "net.safetensors"
    for out, kind in ((program, "pytorch"), (saved, "safetensors")):
        assert in_process(capsys, "export", out, "--format", kind)[0] == 0
    picture, drawn = tmp_path / "one.png", Image.new("L", (100, 100), 255)
    ImageDraw.Draw(drawn).line((50, 15, 50, 85), fill=0, width=9)
    drawn.save(picture)
    done = subprocess.run(
        [sys.executable, str(program), str(saved), str(picture)], capture_output=True, text=True, check=True
    )
    assert len(done.stdout.splitlines()) == 10
    assert max(done.stdout.splitlines(), key=lambda line: float(line.split()[1].rstrip("%"))).startswith("1")


def test_the_version_is_in_the_files(weights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for kind in FORMATS:
        assert in_process(capsys, "export", tmp_path / kind, "--format", kind, "--weights", weights)[0] == 0
        if kind != "onnx":
            assert f"ConvPad {VERSION}".encode() in (tmp_path / kind).read_bytes()
    with safetensors.safe_open(tmp_path / "safetensors", "pt") as opened:
        about = json.loads(opened.metadata()["convpad"])
    assert about["expects"]["made_with"] == f"ConvPad {VERSION}"


def test_what_cannot_be_written_is_one_line_and_exit_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    for out in (tmp_path, tmp_path / "file" / "x"):
        code, said, err = in_process(capsys, "export", out, "--format", "keras")
        assert (code, said, len(err.splitlines())) == (2, "", 1)
    code, said, err = in_process(capsys, "export", tmp_path / "x.caffemodel", "--format", "caffe")
    assert (code, said) == (2, "")
    assert ".prototxt" in err
    assert not (tmp_path / "x.caffemodel").exists()
    monkeypatch.setitem(sys.modules, "onnx", None)
    code, said, err = in_process(capsys, "export", tmp_path / "x.onnx", "--format", "onnx")
    assert (code, said) == (2, "")
    assert "package onnx" in err


@pytest.mark.parametrize("given", [[], ["x"], ["x", "--format", "tensorflow"], ["--format", "onnx"]])
def test_wrong_usage(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        in_process(capsys, "export", *given)
    assert caught.value.code == 2
    assert capsys.readouterr().out == ""


def test_another_format_is_no_format(tiny: DigitNet, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="tensorflow"):
        formats.export(Checkpoint(tiny), "tensorflow", tmp_path / "x")
    with pytest.raises(InputError):
        formats.export(Checkpoint(tiny), "caffe", tmp_path / "x.caffemodel")


def test_caffe_layers_that_cannot_be_written_leave_no_weights_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "net"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for out in (folder, "", "/"):
        code, said, err = in_process(capsys, "export", out, "--format", "caffe")
        assert (code, said, len(err.splitlines())) == (2, "", 1), out
        assert "is a folder" in err
    assert [each.name for each in tmp_path.iterdir()] == ["net"]
