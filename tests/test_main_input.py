"""`main.py predict -`: pictures and drawings from standard input."""

import gzip
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from helpers import ROOT
from main_helpers import BAR, in_process
from PIL import Image

from model import given
from model.mnist import Mnist


class Bytes:
    """Standard input that holds `content`."""

    closed = False

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def piped(content: bytes, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, str(ROOT / "main.py"), "predict", *arguments]
    return subprocess.run(command, input=content, capture_output=True, check=False)


@pytest.fixture
def picture(mnist: Mnist) -> bytes:
    content = io.BytesIO()
    Image.fromarray(mnist.test.images[0, 0].numpy()).save(content, "PNG")
    return content.getvalue()


def test_a_picture_in_a_pipe(picture: bytes) -> None:
    done = piped(picture, "--json", "-")
    assert (done.returncode, done.stderr) == (0, b"")
    answer = json.loads(done.stdout)
    assert (answer["name"], answer["digit"]) == ("-", 7)
    assert len(answer["box"]) == 4


@pytest.mark.parametrize(
    "content", [BAR.encode() * 2, gzip.compress(BAR.encode() * 2, mtime=0), b"\n " + BAR.encode() * 2]
)
def test_drawings_of_either_kind(
    content: bytes, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Bytes(content))
    code, out, err = in_process(capsys, "predict", "-")
    assert (code, err) == (0, "")
    names = [line.split("\t")[0] for line in out.splitlines()]
    assert [name.partition(":")[0] for name in names] == ["-", "-"]
    assert [line.split("\t")[1] for line in out.splitlines()] == ["1", "1"]


def test_among_files(
    picture: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bar.jsonl").write_text(BAR)
    monkeypatch.setattr(sys, "stdin", Bytes(picture))
    code, out, err = in_process(capsys, "predict", tmp_path / "bar.jsonl", "-", "-")
    assert [line.split("\t")[1] for line in out.splitlines()] == ["1", "7"]
    assert (code, err) == (2, "Standard input is empty.\n")  # the second time


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "Standard input is empty."),
        (b"rubbish", "not a picture ConvPad knows"),
        (b'{"strokes": [[[1', "standard input, line 1"),
        (gzip.compress(b"{" * 100, mtime=0)[:-9], "standard input is damaged"),
    ],
)
def test_what_is_no_digit(
    content: bytes, says: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Bytes(content))
    code, out, err = in_process(capsys, "predict", "-")
    assert (code, out, len(err.splitlines())) == (2, "", 1)
    assert says in err


def test_too_much_and_nothing_at_all(
    picture: bytes, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(given, "MAX_INPUT", 10)
    monkeypatch.setattr(sys, "stdin", Bytes(picture))
    assert "longer than 10 bytes" in in_process(capsys, "predict", "-")[2]
    monkeypatch.setattr(sys, "stdin", None)
    assert in_process(capsys, "predict", "-") == (2, "", "Standard input is closed.\n")


@pytest.mark.parametrize("command", ["predict", "explain"])
def test_a_file_without_drawings_is_a_sentence(
    command: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for content in (b"", b"\n\n", gzip.compress(b"")):
        empty = tmp_path / ("none.jsonl.gz" if content[:1] == b"\x1f" else "none.jsonl")
        empty.write_bytes(content)
        assert in_process(capsys, command, str(empty)) == (2, "", f"There is no drawing in {empty}.\n")


def test_a_pipe_without_drawings_is_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Bytes(gzip.compress(b"")))
    assert in_process(capsys, "predict", "-") == (2, "", "There is no drawing in -.\n")
