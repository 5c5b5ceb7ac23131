"""One step of the Convolution lab until everything is repainted.

Prints JSON: milliseconds a step (median, 95th and 99th percentile, longest) for several benches, and the same for
pointing at an input cell. Run it when nothing else runs:

    python tests/benchmarks/lab_step.py [--steps N]
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from opened import opened_window, wait  # isort: split

import numpy as np
from PySide6.QtWidgets import QApplication

from gui.pages.lab.controller import LabController
from model.lab.settings import with_picture

LARGEST = {"in_channels": 4, "out_channels": 4, "size": 12, "kernel_size": 5, "padding": 3}


def colour(lab: LabController) -> None:
    """Three channels of 5 × 5 with padding."""
    lab.start_lesson(8)


def drawing(lab: LabController) -> None:
    """A drawing of 28 × 28."""
    lab.start_lesson(0)


def largest(lab: LabController) -> None:
    """The most that the lab shows as numbers: 4 × 4 channels, 12 × 12 inputs, 5 × 5 kernels, padding 3."""
    lab.start_lesson(11)
    for name, value in LARGEST.items():
        lab.change(name, value)
    lab.change("stride", 1)


def picture(lab: LabController) -> None:
    """The largest picture: three channels of 64 × 64."""
    lab.start_lesson(9)
    colours = np.random.default_rng(0).random((3, 64, 64)).astype(np.float32)
    lab._put(with_picture(lab.lab, colours))


def measure(count: int, act: Callable[[int], None]) -> dict[str, float]:
    """Milliseconds of `act` with everything that it makes repaint."""
    times = []
    for step in range(count + 5):
        QApplication.processEvents()
        started = time.perf_counter()
        act(step)
        QApplication.processEvents()
        times.append(1000 * (time.perf_counter() - started))
        if step % 20 == 0:
            wait(1)
    q = np.percentile(times[5:], [50, 95, 99, 100]).round(3).tolist()
    return dict(zip(("median_ms", "p95_ms", "p99_ms", "longest_ms"), q, strict=True))


def measure_bench(lab: LabController, count: int) -> dict[str, dict[str, float]]:
    """A step of the kernels, and one of a pointer that moves over the input."""
    lab.whole, size = False, lab.lab.size
    lab.go(0)
    return {
        "step": measure(count, lambda step: lab.go(step % (lab.last + 1))),
        "hover": measure(count, lambda step: lab.hover_input(0, *divmod((7 * step) % size**2, size))),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=300)
    options = parser.parse_args()
    with opened_window() as window:
        window.pages.setCurrentWidget(window.lab_page)
        lab = window.lab
        result = {}
        for name, prepare in {
            "channels_in": colour,
            "largest": largest,
            "drawing_28": drawing,
            "picture_64": picture,
        }.items():
            prepare(lab)
            wait(50)
            result[name] = measure_bench(lab, options.steps)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
