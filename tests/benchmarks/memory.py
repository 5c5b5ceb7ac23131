"""What 10,000 strokes cost: memory of the process after them, less that after 1,000.

Strokes of 40 points are drawn through the window, each answered, without ever clearing the pad. Prints JSON:

    python tests/benchmarks/memory.py [--first N] [--last N]

With `--used`, the memory at rest once everything was used: each page seen, all searches of page "Why", a Quick run, an
epoch of Standard, an evaluation.
"""

import argparse
import gc
import json
import math
import os
import sys
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from live_path import measure
from opened import opened_window, wait
from PySide6.QtWidgets import QApplication

from gui.session.why_searches import Sought
from gui.window.main_window import MainWindow
from model.train.recipe import QUICK, STANDARD


def resident() -> float:
    """Megabytes that the process holds in memory (Linux)."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def stroke(window: MainWindow, number: int) -> None:
    """One stroke of 40 points, answered and painted."""
    drawing = window.session.drawing
    for step in range(40):
        angle = step / 6 + number / 50
        x, y = 140 + 90 * math.cos(angle), 140 + 90 * math.sin(angle * 1.3)
        (drawing.extend if step else drawing.begin)(x, y)
    drawing.end()
    window.session.display.answer()
    QApplication.processEvents()


def use_everything(window: MainWindow) -> None:
    """Draw, look at all pages, search, train, evaluate; then rest on the first page."""
    session = window.session

    def until_done() -> None:
        wait(1500)
        tasks = session.task, session.why.task, session.why.firing.task, session.why.searches.task
        while session.evaluator.running or any(task.busy for task in tasks):
            wait(50)

    measure(window, 50)  # pen moves
    for number in range(window.pages.count()):
        window.pages.setCurrentIndex(number)
        until_done()
        if window.pages.name(number) == "whyPage":
            for sought in Sought:
                session.why.searches.start(sought)
                until_done()
    for recipe in (QUICK, replace(STANDARD, epochs=1)):
        session.trainer.train(recipe)
        until_done()
    session.evaluator.start()
    until_done()
    window.pages.setCurrentIndex(0)
    until_done()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=1000)
    parser.add_argument("--last", type=int, default=10_000)
    parser.add_argument("--used", action="store_true", help="at rest, once everything was used")
    options = parser.parse_args()
    with opened_window() as window:
        if options.used:
            use_everything(window)
            print(json.dumps({"megabytes": round(resident(), 1)}))
            return
        for number in range(options.first):
            stroke(window, number)
        after_first = resident()
        for number in range(options.first, options.last):
            stroke(window, number)
        after_last = resident()
    grown = round(after_last - after_first, 2)
    print(json.dumps({"strokes": options.last, "megabytes": round(after_last, 1), "grown_megabytes": grown}))


if __name__ == "__main__":
    main()
