"""Drawings as files: what is written comes back, what is wrong is named with its line."""

import gzip
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.drawing import drawings as files
from model.drawing.drawings import (
    Drawing,
    drawing_from_json,
    drawing_to_json,
    is_drawings_file,
    read_drawings,
    write_drawings,
)
from model.drawing.ink import Stroke
from model.files import InputError

GOOD = '{"label": 7, "writer": 12, "size": [280, 280], "strokes": [[[10, 20], [30, 40]], [[5, 5]]]}\n'

strokes = st.builds(
    lambda points, width, eraser: Stroke(np.array(points, np.float32), width, eraser),
    st.lists(st.tuples(st.integers(-50, 330), st.integers(-50, 330)), min_size=1, max_size=5),
    st.integers(1, 60).map(float),
    st.booleans(),
)


@given(st.lists(strokes, max_size=4), st.none() | st.integers(0, 9), st.none() | st.integers() | st.text())
def test_what_is_written_comes_back(marks: list[Stroke], label: int | None, writer: int | str | None) -> None:
    entry = json.loads(json.dumps(drawing_to_json(Drawing(tuple(marks), label, writer))))
    back = drawing_from_json(entry)
    assert (back.label, back.writer) == (label, writer)
    assert [(s.width, s.eraser) for s in back.strokes] == [(s.width, s.eraser) for s in marks]
    for found, wanted in zip(back.strokes, marks, strict=True):
        np.testing.assert_allclose(found.points, wanted.points, atol=0.01)


@pytest.mark.parametrize("name", ["drawings.jsonl", "drawings.jsonl.gz"])
def test_files_compressed_or_not(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_drawings(path, [drawing_from_json(json.loads(GOOD))] * 3)
    first = path.read_bytes()
    assert (first[:2] == b"\x1f\x8b") == name.endswith(".gz")
    back = list(read_drawings(path))
    assert [d.label for d in back] == [7, 7, 7]
    write_drawings(path, back)
    assert path.read_bytes() == first
    assert is_drawings_file(path)
    assert not is_drawings_file(Path("digit.png"))


def test_the_size_scales_to_the_pad() -> None:
    drawing = drawing_from_json({"size": [28, 14], "strokes": [[[14, 7]]]})
    assert drawing.strokes[0].points.tolist() == [[140, 70]]
    assert drawing.strokes[0].width == 20
    assert drawing.label is None


def test_blank_lines_are_skipped_and_empty_strokes_dropped(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text("\n" + GOOD + '   \n{"strokes": [[]]}')
    found = list(read_drawings(path))
    assert [len(d.strokes) for d in found] == [2, 0]
    assert not found[1].ink().any()


WRONG: list[Any] = [
    [],
    7,
    None,
    {},
    {"strokes": 3},
    {"strokes": [3]},
    {"strokes": [[[1, 2, 3]]]},
    {"strokes": [[[1, 2], [3]]]},
    {"strokes": [[["a", "b"]]]},
    {"strokes": [[[1e30, 0]]]},
    {"strokes": [[[float("nan"), 0]]]},
    {"strokes": [[[float("inf"), 0]]]},
    {"strokes": [[[None, 1]]]},
    {"strokes": [], "label": 10},
    {"strokes": [], "label": True},
    {"strokes": [], "label": "7"},
    {"strokes": [], "writer": [1]},
    {"strokes": [], "size": [0, 280]},
    {"strokes": [], "size": [280]},
    {"strokes": [], "size": "280"},
    {"strokes": [[[1, 1]]], "widths": []},
    {"strokes": [[[1, 1]]], "widths": [-3]},
    {"strokes": [[[1, 1]]], "erasers": [True, False]},
    {"strokes": [[[1, 1]]], "erasers": 1},
]


@pytest.mark.parametrize("entry", WRONG, ids=repr)
def test_a_wrong_entry_is_named_with_its_line(tmp_path: Path, entry: Any) -> None:
    path = tmp_path / "d.jsonl"
    path.write_text(GOOD + json.dumps(entry) + "\n")
    with pytest.raises(InputError, match="line 2") as caught:
        list(read_drawings(path))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("line", [b"{", b"\xff\xfe", b"[" * 5000, b'{"strokes": [[[1' + b"0" * 5000 + b", 2]]]}"])
def test_what_is_no_json_is_named_with_its_line(tmp_path: Path, line: bytes) -> None:
    path = tmp_path / "d.jsonl"
    path.write_bytes(GOOD.encode() + line)
    with pytest.raises(InputError, match="line 2"):
        list(read_drawings(path))


def test_drawings_before_the_damage_are_given(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl.gz"
    path.write_bytes(gzip.compress(GOOD.encode() * 5000)[:-9])
    drawings = read_drawings(path)
    found: list[Drawing] = []
    with pytest.raises(InputError, match="damaged"):
        found.extend(drawings)
    assert len(found) > 1000


def test_lines_and_drawings_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "d.jsonl.gz"
    path.write_bytes(gzip.compress(b" " * 10_000_000))
    with pytest.raises(InputError, match="line 1"):
        list(read_drawings(path))
    monkeypatch.setattr(files, "MAX_POINTS", 10)
    with pytest.raises(ValueError, match="more than 10 points"):
        drawing_from_json({"strokes": [[[1, 1]] * 6, [[1, 1]] * 5]})


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_other_encodings_are_said(tmp_path: Path, coding: str) -> None:
    path = tmp_path / "d.jsonl"
    path.write_bytes(GOOD.encode(coding))
    with pytest.raises(InputError, match="line 1: its text is UTF-16 or UTF-32"):
        list(read_drawings(path))
    path.write_bytes(GOOD.encode("utf-8-sig"))
    assert len(list(read_drawings(path))) == 1


@pytest.mark.parametrize(
    "entry",
    [
        {"strokes": [[[1e39, 0]]]},
        {"strokes": [[[1e308, 1e308]]], "size": [1e-300, 1e-300]},
        {"strokes": [[[1, 1]]], "size": [1e-300, 1e-300]},
        {"strokes": [[[0, 0]]], "widths": [999_999], "size": [1e-3, 1e-3]},
        {"strokes": [[[10**400, 0]]]},
    ],
    ids=repr,
)
def test_numbers_beyond_all_bounds_are_a_sentence_without_warnings(entry: Any) -> None:
    with pytest.raises(InputError):  # a warning would be an error of another type
        drawing_from_json(entry)


def test_tiny_numbers_draw() -> None:
    entry = {"strokes": [[[0, 0], [1e-300, 1e-300]]], "widths": [1e-300], "size": [1e-300, 1e-300]}
    assert np.isfinite(drawing_from_json(entry).ink()).all()


@pytest.mark.parametrize("line", [b"\n", b" \n", b'{"strokes": []}\n'])
def test_what_a_compressed_file_expands_to_is_bounded(
    tmp_path: Path, line: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MAX_LINE", 100_000)
    path = tmp_path / "bomb.jsonl.gz"
    path.write_bytes(gzip.compress(line * (4_000_000 // len(line))))
    with pytest.raises(InputError, match=r"expands to more than"):
        for _ in read_drawings(path):
            pass


def test_what_would_be_drawn_for_minutes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    zigzag = [[2800 * (-1) ** n, 140] for n in range(100_000)]
    with pytest.raises(InputError, match="too long"):
        drawing_from_json({"strokes": [zigzag]})
    wide = [[n % 7, n % 5] for n in range(90_000)]
    with pytest.raises(InputError, match="too long"):
        drawing_from_json({"strokes": [wide], "widths": [2000]})
    walk = np.cumsum(np.random.default_rng(0).normal(size=(100_000, 2)), axis=0)
    assert drawing_from_json({"strokes": [(walk % 280).round(1).tolist()[:1000]], "widths": [48]}).strokes
    assert drawing_from_json({"strokes": [(140 + np.sin(walk / 20) * 100).round(2).tolist()], "widths": [48]}).strokes


def test_lines_that_are_no_drawings_are_sorted_out(tmp_path: Path) -> None:
    path = tmp_path / "d.jsonl"
    bad = [b"{", b'{"strokes": [[[1e9, 0]]]}', b"\xff\xfe\xff"]
    path.write_bytes(b"".join(GOOD.encode() + line + b"\n" for line in bad))
    found = files.sort_drawings(path)
    assert [d.label for d in found.drawings] == [7, 7, 7]
    assert [line.strip() for line in found.bad] == bad
    assert "line 2" in str(found.fault)
