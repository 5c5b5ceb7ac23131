"""How fast a run goes on in the window, with every card following it, beside the same run without a window.

Steps of the Standard preset are timed in turn: `--steps` in the worker thread while the window shows a
page, then as many in a process of their own, as the command line does. Prints JSON:

    python tests/benchmarks/training_in_window.py [--steps N] [--rounds N] [--page N]
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from model.training import Progress

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OMP_WAIT_POLICY", "ACTIVE")  # both as main.py does, for the window and for the command line
os.environ.setdefault("GOMP_SPINCOUNT", "5000")
ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

ALONE = """
import sys, time
sys.path.insert(0, sys.argv[1])
from itertools import islice
from model import mnist, training
from model.recipe import STANDARD
times = [time.perf_counter() for _ in islice(training.train(STANDARD, mnist.load()), int(sys.argv[2]))]
skip = len(times) // 4
print((len(times) - 1 - skip) * STANDARD.batch_size / (times[-1] - times[skip]))
"""


def alone(steps: int) -> float:
    """Images a second without a window; the first quarter is left out."""
    command = [sys.executable, "-c", ALONE, str(ROOT), str(steps)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def in_window(steps: int, folder: str, page: int) -> float:
    """Images a second in the window's worker thread; the first quarter is left out."""
    import time

    from PySide6.QtCore import QEventLoop, QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    from gui import app, paths
    from model import training
    from model.recipe import STANDARD

    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
    application = QApplication.instance() or QApplication([])
    assert application is not None
    paths.name_application()
    sys.setswitchinterval(app.SWITCH)
    window = app.build()
    window.resize(1440, 900)
    window.show()
    window.pages.setCurrentIndex(page)
    loop = QEventLoop()
    ticks = QTimer(interval=20)
    ticks.timeout.connect(lambda: None if window.session.busy else loop.quit())
    ticks.start()
    loop.exec()
    for x, y in ((90, 70), (140, 45), (188, 70), (160, 122), (195, 190), (140, 232), (88, 205)):
        (window.session.drawing.extend if window.session.drawing.drawing_now else window.session.drawing.begin)(x, y)
    window.session.drawing.end()
    times: list[float] = []

    whole = training.train

    def some_steps(*arguments: Any, **options: Any) -> "Iterator[Progress]":
        for progress in islice(whole(*arguments, **options), steps):
            times.append(time.perf_counter())
            yield progress

    training.train = some_steps
    window.session.train(STANDARD)
    loop.exec()
    training.train = whole
    ticks.stop()
    window.close()
    window.deleteLater()
    QApplication.processEvents()
    skip = len(times) // 4  # meanwhile the plots are loaded and the cards are made
    return (len(times) - 1 - skip) * STANDARD.batch_size / (times[-1] - times[skip])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--page", type=int, default=0, help="which page is on view, from 0")
    options = parser.parse_args()
    window, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_DATA_HOME"] = folder
        for _ in range(options.rounds):
            window.append(in_window(options.steps, folder, options.page))
            bare.append(alone(options.steps))
    ratio = statistics.median(a / b for a, b in zip(window, bare, strict=True))
    print(
        json.dumps(
            {
                "window_images_per_second": round(statistics.median(window)),
                "alone_images_per_second": round(statistics.median(bare)),
                "ratio": round(ratio, 3),
            }
        )
    )


if __name__ == "__main__":
    main()
