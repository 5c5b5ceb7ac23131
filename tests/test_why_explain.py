"""`main.py explain`: the same numbers as the page, as text and as JSON; faults end it as they end `predict`."""

import json
from pathlib import Path

import numpy as np
import pytest
from helpers import SEVEN, THREE
from main_helpers import in_process, run
from PIL import Image

from model.drawing.drawings import Drawing, read_drawings
from model.drawing.ink import Stroke
from model.look.snapshot import look
from model.network import checkpoint
from model.why import strokes as searched
from model.why.question import Question, lead
from model.why.shares import shares

NAMES = ["name", "box", "digit", "answer", "rival", "lead", "shares", "spots", "strokes", "neighbours", "line", "place"]


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fewer strokes are tried and fewer digits known."""
    monkeypatch.setattr(searched, "FIRST", 50)
    monkeypatch.setattr(searched, "ROUNDS", 3)
    monkeypatch.setattr("model.why.known.COUNTS", (1000,))


@pytest.fixture
def drawings(tmp_path: Path) -> Path:
    path = tmp_path / "some.jsonl"
    lines = [{"strokes": [THREE]}, {"strokes": []}, {"strokes": [SEVEN]}]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_json_has_the_same_numbers_as_the_page(drawings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = in_process(capsys, "explain", drawings, "--against", "9", "--json")
    assert (code, err) == (0, "")
    three, empty, seven = (json.loads(line) for line in out.splitlines())
    assert [list(said) for said in (three, empty, seven)] == [NAMES] * 3
    assert empty == dict.fromkeys(NAMES) | {"name": f"{drawings}:2"}
    network = checkpoint.load().network
    first, _, _ = read_drawings(drawings)
    steps = first.raster(first.ink())
    assert steps is not None
    snapshot, q = look(network, steps.image), Question(3, 9)
    assert (three["digit"], three["answer"], three["rival"]) == (3, 3, 9)
    assert three["lead"] == pytest.approx(lead(snapshot, q))
    assert three["shares"]["maps"] == pytest.approx(shares(snapshot, q).maps.tolist())
    assert sum(three["shares"]["maps"]) + three["shares"]["bias"] == pytest.approx(three["lead"], abs=1e-4)
    assert three["shares"]["equal"] is True
    assert three["spots"]["erased"]["change"] < 0
    assert three["spots"]["runs"] > 100
    for stroke in three["strokes"]:
        again = Drawing(read_stroke(first, stroke))
        read = again.raster(again.ink())
        assert read is not None
        assert look(network, read.image).digit == stroke["digit"] != 3
    assert {near["digit"] for near in three["neighbours"]["rival"]} == {9}
    assert three["neighbours"]["all"][0]["digit"] == 3
    leads = [digit["lead"] for digit in three["line"]["digits"]]
    assert leads == sorted(leads)
    assert {digit["digit"] for digit in three["line"]["digits"]} == {3, 9}
    assert 0 <= three["line"]["between"] < 0.1
    assert len(three["place"]) == 2
    assert seven["answer"] == 7


def read_stroke(drawing: Drawing, said: dict) -> tuple:  # type: ignore[type-arg]
    points = np.array(said["points"], np.float32)
    return (*drawing.strokes, Stroke(points, said["width"], said["erase"]))


def test_text_says_which_kind_of_evidence_it_is(drawings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = in_process(capsys, "explain", drawings)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith(f"{drawings}:1\t3 and not ")
    for kind in ("exact", "measured", "searched", "training"):
        assert any(line.startswith(f"  {kind}") for line in lines)
    assert "equals PyTorch's" in out
    assert f"{drawings}:2\tempty" in lines


def test_against_the_answer_itself_is_against_the_runner_up(drawings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    default, same = (
        in_process(capsys, "explain", "--json", drawings, *more)[1].splitlines()[0] for more in ((), ("--against", "3"))
    )
    assert json.loads(default)["rival"] == json.loads(same)["rival"] != 3


def test_a_picture_is_explained_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seven, blank = tmp_path / "seven.png", tmp_path / "blank.png"
    pixels = np.full((120, 120), 255, np.uint8)
    pixels[20:28, 30:80], pixels[20:100, 72:80] = 0, 0
    Image.fromarray(pixels).save(seven)
    Image.new("L", (40, 40), 255).save(blank)
    code, out, _ = in_process(capsys, "explain", "--json", seven, blank)
    first, second = (json.loads(line) for line in out.splitlines())
    assert code == 0
    assert first["answer"] == 7
    assert len(first["box"]) == 4
    assert second["lead"] is None


def test_faults_end_it_as_they_end_predict(drawings: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cut = tmp_path / "cut.jsonl"
    cut.write_text('{"strokes": [[[1')
    said = {}
    for command in ("predict", "explain"):
        code, _, err = in_process(capsys, command, cut, tmp_path / "missing.jsonl", drawings)
        assert code == 2
        said[command] = err
        code, out, err = in_process(capsys, command, drawings, "--weights", tmp_path / "none.safetensors")
        assert (code, out) == (2, "")
        said[command] += err
    assert said["explain"] == said["predict"]
    assert "cut.jsonl, line 1" in said["explain"]


@pytest.mark.parametrize("against", ["10", "-1", "four"])
def test_against_is_a_digit(drawings: Path, against: str) -> None:
    code, out, err = run("explain", drawings, "--against", against)
    assert (code, out) == (2, "")
    assert "--against" in err
