"""What one waits for between pages: each opened for the first time and again, another theme, another language.

Prints JSON, milliseconds of the GUI thread's processor time until all is painted, which a busy machine changes least;
of what is done `--rounds` times the median. Run it when nothing else runs:

    python tests/benchmarks/pages.py [--rounds N] [--profile WHAT]

`--profile` prints where the time of `theme`, `language` or a page (its object name) goes instead.
"""

import argparse
import cProfile
import json
import pstats
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from live_path import send
from opened import opened_window, wait
from PySide6.QtCore import QEvent
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from gui.window.main_window import MainWindow

STROKE = [(90, 70), (140, 45), (188, 70), (160, 122), (130, 130), (192, 160), (175, 220), (110, 225), (88, 205)]


class Stopwatch:
    """Times actions with all that they make paint; profiles the one called `wanted`."""

    def __init__(self, wanted: str) -> None:
        self.wanted = wanted
        self.profile = cProfile.Profile()
        self.times: dict[str, list[float]] = {}

    def time(self, name: str, action: Callable[[], object]) -> None:
        """Do `action`, and note the milliseconds under `name`."""
        wait(300)
        if name == self.wanted:
            self.profile.enable()
        started = time.thread_time()
        action()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        self.times.setdefault(name, []).append(1000 * (time.thread_time() - started))
        self.profile.disable()

    def result(self) -> dict[str, float]:
        """The median of each."""
        return {name: round(statistics.median(each), 1) for name, each in self.times.items()}


def measure(window: MainWindow, rounds: int, watch: Stopwatch) -> None:
    """Open all pages twice, then change theme and language there and back."""
    send(window, QMouseEvent.Type.MouseButtonPress, *STROKE[0])
    for point in STROKE[1:]:
        send(window, QMouseEvent.Type.MouseMove, *point)
    send(window, QMouseEvent.Type.MouseButtonRelease, *STROKE[-1])
    pages = window.pages
    order = [*range(1, pages.count()), 0]
    for number in order:
        watch.time(f"first {pages.name(number)}", partial(pages.setCurrentIndex, number))
        while window.session.evaluator.running:
            wait(50)
    for number in order * rounds:
        watch.time(f"again {pages.name(number)}", partial(pages.setCurrentIndex, number))
    for name in ("light", "dark") * rounds:
        watch.time("theme", partial(window.set_theme, name))
    for name in ("zh_CN", "en") * rounds:
        watch.time("language", partial(window.set_language, name))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--profile", default="", metavar="WHAT")
    options = parser.parse_args()
    watch = Stopwatch(options.profile)
    with opened_window() as window:
        measure(window, options.rounds, watch)
    if options.profile:
        pstats.Stats(watch.profile).sort_stats("cumulative").print_stats(60)
    else:
        print(json.dumps(watch.result(), indent=1))


if __name__ == "__main__":
    main()
