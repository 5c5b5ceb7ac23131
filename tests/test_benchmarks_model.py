"""The benchmarks of model/ run and print JSON; their figures are not judged here."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from model.augment.allographs import digits
from model.augment.generator import draw
from model.drawing.drawings import Drawing, write_drawings

FOLDER = Path(__file__).parent / "benchmarks"


@pytest.mark.parametrize(
    ("script", "arguments", "key"),
    [
        ("predict_speed.py", ["--count", "20", "--rounds", "1"], "per_second"),
        ("data_loading.py", ["--rounds", "1"], "median_s"),
    ],
)
def test_benchmarks_print_json(script: str, arguments: list[str], key: str) -> None:
    command = [sys.executable, str(FOLDER / script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)[key] > 0


@pytest.mark.parametrize("script", ["writers.py", "nondigits.py", "robustness.py"])
def test_benchmarks_of_drawings_print_json(script: str, tmp_path: Path) -> None:
    chance, table = np.random.default_rng(0), digits()
    drawings = [Drawing(draw(table[n % 10][n % 7], chance), n % 10, n % 2) for n in range(20)]
    write_drawings(tmp_path / "some.jsonl", drawings)
    command = [sys.executable, str(FOLDER / script), str(tmp_path / "some.jsonl"), "--every", "1"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["digits"] if script == "nondigits.py" else found)["count"] == 20


def test_the_benchmark_of_strokes_prints_json(tmp_path: Path) -> None:
    write_drawings(tmp_path / "some.jsonl", [Drawing(draw(digits()[4][0], np.random.default_rng(0)), 4)])
    command = [sys.executable, str(FOLDER / "why.py"), "--quick", "--pens", str(tmp_path / "some.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)["one_stroke"]
    assert found["drawings"] == 1
    assert found["held"] == found["offered"]
