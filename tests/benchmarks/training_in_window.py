"""How fast a run goes on in the window, with every card following it, beside the same run without a window.

Steps of the Standard preset are timed in turn: `--steps` in the worker thread while the window shows a
page, then as many in a process of their own, as the command line does. Prints JSON, also how long the window's first
run took from being asked for to its first step:

    python tests/benchmarks/training_in_window.py [--steps N] [--rounds N] [--page N]
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent))

from opened import opened_window, wait

if TYPE_CHECKING:
    from model.train.training import Progress

ROOT = Path(__file__).parents[2]

ALONE = """
import sys, time
sys.path.insert(0, sys.argv[1])
from itertools import islice
from model import mnist
from model.train import training
from model.train.recipe import STANDARD
times = [time.perf_counter() for _ in islice(training.train(STANDARD, mnist.load()), int(sys.argv[2]))]
skip = len(times) // 4
print((len(times) - 1 - skip) * STANDARD.batch_size / (times[-1] - times[skip]))
"""


def alone(steps: int) -> float:
    """Images a second without a window; the first quarter is left out."""
    command = [sys.executable, "-c", ALONE, str(ROOT), str(steps)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def in_window(steps: int, page: int) -> tuple[float, float]:
    """Images a second in the window's worker thread, without the first quarter; seconds until the first step."""
    from model.train import training
    from model.train.recipe import STANDARD

    times: list[float] = []

    whole = training.train

    def some_steps(*arguments: Any, **options: Any) -> "Generator[Progress, None, None]":
        for progress in whole(*arguments, **options):
            times.append(time.perf_counter())
            yield progress

    with opened_window() as window:
        window.pages.setCurrentIndex(page)
        drawing = window.session.drawing
        for x, y in ((90, 70), (140, 45), (188, 70), (160, 122), (195, 190), (140, 232), (88, 205)):
            (drawing.extend if drawing.drawing_now else drawing.begin)(x, y)
        drawing.end()
        training.train = some_steps
        asked = time.perf_counter()
        window.session.trainer.train(STANDARD)
        while len(times) < steps:
            wait(20)
        window.session.trainer.cancel()
        while window.session.task.busy:
            wait(20)
        del times[steps:]
        training.train = whole
    skip = len(times) // 4  # meanwhile the plots are loaded and the cards are made
    return (len(times) - 1 - skip) * STANDARD.batch_size / (times[-1] - times[skip]), times[0] - asked


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--page", type=int, default=0, help="which page is on view, from 0")
    options = parser.parse_args()
    window, bare, first = [], [], []
    for _ in range(options.rounds):
        speed, until_first = in_window(options.steps, options.page)
        window.append(speed)
        first.append(until_first)
        bare.append(alone(options.steps))
    ratio = statistics.median(a / b for a, b in zip(window, bare, strict=True))
    print(
        json.dumps(
            {
                "window_images_per_second": round(statistics.median(window)),
                "alone_images_per_second": round(statistics.median(bare)),
                "ratio": round(ratio, 3),
                "first_step_seconds": round(first[0], 2),
            }
        )
    )


if __name__ == "__main__":
    main()
