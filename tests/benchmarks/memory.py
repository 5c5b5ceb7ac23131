"""What 10,000 strokes cost: memory of the process after them, less that after 1,000.

Strokes of 40 points are drawn through the window, each answered, without ever clearing the pad. Prints JSON:

    python tests/benchmarks/memory.py [--first N] [--last N]
"""

import argparse
import gc
import json
import math
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from opened import opened_window
from PySide6.QtWidgets import QApplication

from gui.window.main_window import MainWindow


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


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", type=int, default=1000)
    parser.add_argument("--last", type=int, default=10_000)
    options = parser.parse_args()
    with opened_window() as window:
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
