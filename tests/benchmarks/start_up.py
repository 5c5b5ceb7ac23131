"""How long from the start of the process to the window, and to the first answer; beside them a bare `import torch`.

Prints JSON with the medians in seconds over `--runs` starts, each in a process of its own, taken in turn:

    python tests/benchmarks/start_up.py [--runs N]
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]

PROBE = """
import sys, time
started = float(sys.argv[1])
import main
from gui import app

build = app.build
STROKE = [(90, 70), (140, 45), (188, 70), (160, 122), (195, 190), (140, 232), (88, 205)]

def probed(weights=None):
    window = build(weights)
    drawing = window.session.drawing

    def draw():
        print(time.time() - started, flush=True)  # the window has been painted, events are being handled
        for x, y in STROKE:
            (drawing.extend if drawing.drawing_now else drawing.begin)(x, y)
        drawing.end()

    def answered(snapshot):
        if snapshot.probabilities is not None:
            print(time.time() - started, flush=True)
            QTimer.singleShot(0, window.close)

    from PySide6.QtCore import QTimer
    QTimer.singleShot(0, draw)
    window.session.display.snapshot_changed.connect(answered)
    return window

app.build = probed
sys.exit(main.main([]))
"""


def one_start(folder: str) -> tuple[float, float]:
    """Seconds until the window is up and takes ink, and until the first answer."""
    environment = os.environ | {"XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder, "PYTHONPATH": str(ROOT)}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    done = subprocess.run(
        [sys.executable, "-c", PROBE, repr(time.time())],
        env=environment, cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    window, answer = (float(line) for line in done.stdout.split())
    return window, answer


def bare_torch() -> float:
    """Seconds that a process takes that does nothing but import torch."""
    started = time.time()
    subprocess.run([sys.executable, "-c", "import torch"], check=True)
    return time.time() - started


def help_text() -> float:
    """Seconds that `main.py --help` takes."""
    started = time.time()
    subprocess.run([sys.executable, "main.py", "--help"], cwd=ROOT, capture_output=True, check=True)
    return time.time() - started


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    torch_alone, windows, answers, helps = [], [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs):
            torch_alone.append(bare_torch())
            helps.append(help_text())
            window, answer = one_start(folder)
            windows.append(window)
            answers.append(answer)
    result = {
        "window_s": statistics.median(windows),
        "first_answer_s": statistics.median(answers),
        "import_torch_s": statistics.median(torch_alone),
        "help_s": statistics.median(helps),
    }
    result["first_answer_to_import_torch"] = result["first_answer_s"] / result["import_torch_s"]
    print(json.dumps({key: round(value, 3) for key, value in result.items()}, indent=1))


if __name__ == "__main__":
    main()
