"""The benchmarks of model/ run and print JSON; their figures are not judged here."""

import json
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from model.augment.allographs import digits
from model.augment.generator import draw
from model.drawing.drawings import Drawing, write_drawings

FOLDER = Path(__file__).parent / "benchmarks"
Printed = Callable[..., Any]


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Printed:
    """Runs a benchmark as a program, but in this process: most of their time would be spent on starting one."""

    def run(script: str, *arguments: str | Path) -> Any:
        monkeypatch.setattr(sys, "argv", [script, *map(str, arguments)])
        monkeypatch.setattr(sys, "path", [path for path in sys.path if path != str(FOLDER.parents[1])])
        runpy.run_path(str(FOLDER / script), run_name="__main__")
        assert str(FOLDER.parents[1]) in sys.path  # it finds the program from any folder
        return json.loads(capsys.readouterr().out)

    return run


def test_a_benchmark_starts_by_itself(tmp_path: Path) -> None:
    command = [sys.executable, str(FOLDER / "predict_speed.py"), "--count", "20", "--rounds", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["per_second"] > 0


def test_the_benchmark_of_data_prints_json(printed: Printed) -> None:
    assert printed("data_loading.py", "--rounds", "1")["median_s"] > 0


@pytest.mark.parametrize("script", ["writers.py", "nondigits.py", "robustness.py"])
def test_benchmarks_of_drawings_print_json(script: str, printed: Printed, tmp_path: Path) -> None:
    chance, table = np.random.default_rng(0), digits()
    drawings = [Drawing(draw(table[n % 10][n % 7], chance), n % 10, n % 2) for n in range(20)]
    write_drawings(tmp_path / "some.jsonl", drawings)
    found = printed(script, tmp_path / "some.jsonl", "--every", "1")
    assert (found["digits"] if script == "nondigits.py" else found)["count"] == 20


def test_the_benchmark_of_strokes_prints_json(printed: Printed, tmp_path: Path) -> None:
    write_drawings(tmp_path / "some.jsonl", [Drawing(draw(digits()[4][0], np.random.default_rng(0)), 4)])
    found = printed("why.py", "--quick", "--pens", tmp_path / "some.jsonl")["one_stroke"]
    assert found["drawings"] == 1
    assert found["held"] == found["offered"]
