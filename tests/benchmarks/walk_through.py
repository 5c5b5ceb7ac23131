"""A walk through the window, and for how long each part of it holds up everything else. For slow machines.

Prints JSON: for each part its seconds, the longest time in which no event was answered, and for strokes the
milliseconds of a pen move until all is painted (median, 99th percentile, longest).

    python tests/benchmarks/walk_through.py

A machine with one core of which half is free, on Linux as root (control groups, version 1):

    cd /sys/fs/cgroup/cpu && mkdir slow && cd slow
    echo 10000 > cpu.cfs_period_us; echo 5000 > cpu.cfs_quota_us; echo $$ > tasks
    taskset -c 0 python tests/benchmarks/walk_through.py      # in the project's folder
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from live_path import one_move, send
from opened import opened_window, wait
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QMouseEvent

from gui.window.main_window import MainWindow

EVERY = 5  # milliseconds between two looks at the clock


class Walk(QObject):
    """Notes what each part took."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, dict[str, Any]] = {}
        self._longest, self._last = 0.0, 0.0
        timer = QTimer(self, interval=EVERY)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._tick)
        timer.start()

    def _tick(self) -> None:
        now = time.perf_counter()
        self._longest, self._last = max(self._longest, 1000 * (now - self._last) - EVERY), now

    @contextmanager
    def part(self, name: str) -> Iterator[dict[str, Any]]:
        """What is done meanwhile."""
        self._longest, self._last = 0.0, time.perf_counter()
        started, found = self._last, dict[str, Any]()
        yield found
        wait(4 * EVERY)
        self.found[name] = found | {"seconds": round(time.perf_counter() - started, 2), "held_ms": round(self._longest)}


def until(done: Callable[[], bool]) -> None:
    """Let events go on until it is so."""
    while not done():
        wait(20)


def stroke(window: MainWindow, found: dict[str, Any], moves: int) -> None:
    """Draw, at the pace of a hand."""
    times = []
    send(window, QMouseEvent.Type.MouseButtonPress, 140, 140)
    for step in range(moves):
        times.append(one_move(window, step))
        wait(8)
    send(window, QMouseEvent.Type.MouseButtonRelease, 140, 140)
    times.sort()
    found["move_ms"] = [round(times[int(part * (moves - 1))], 1) for part in (0.5, 0.99, 1)]


def walk(window: MainWindow) -> dict[str, dict[str, Any]]:
    """Every page for the first time with a stroke on it, an evaluation, a run with strokes, theme and language."""
    from model.train.recipe import STANDARD

    walked, session, pages = Walk(), window.session, window.pages
    with walked.part("until torch is imported"):
        until(lambda: session.display.network is not None)
        wait(1000)
    for number in range(pages.count()):
        name = pages.name(number)
        with walked.part(f"{name}, opened"):
            pages.setCurrentIndex(number)
        with walked.part(f"{name}, at work"):
            wait(1000)
            until(lambda: not (session.evaluator.running or session.why.task.busy or session.why.firing.task.busy))
        with walked.part(f"{name}, a stroke") as found:
            stroke(window, found, 60)
    with walked.part("evaluation"):
        session.evaluator.start()
        until(lambda: not session.evaluator.running)
    for number in range(2):
        pages.setCurrentIndex(number)
        with walked.part(f"{pages.name(number)}, a run begins"):
            session.trainer.train(STANDARD)
            wait(5000)
        with walked.part(f"{pages.name(number)}, a stroke while Standard trains") as found:
            stroke(window, found, 60)
        with walked.part(f"{pages.name(number)}, cancelled"):
            session.trainer.cancel()
            until(lambda: not session.task.busy)
    for name in ("light", "dark"):
        with walked.part(f"theme {name}"):
            window.set_theme(name)
    with walked.part("another language"):
        window.set_language("zh_CN")
    return walked.found


def main() -> None:
    """Walk and print."""
    started = time.perf_counter()
    with opened_window() as window:
        found = {"first answer": {"seconds": round(time.perf_counter() - started, 2)}} | walk(window)
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
