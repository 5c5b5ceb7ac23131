"""The benchmarks of model/ run and print JSON; their figures are not judged here."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

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
