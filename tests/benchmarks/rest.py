"""What the window costs while nobody touches it: processor time with a drawing on view, on each page in turn.

Prints JSON, for each page the part of one processor that the process takes, in per cent:

    python tests/benchmarks/rest.py [--seconds N]
"""

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from live_path import send
from opened import opened_window, wait
from PySide6.QtGui import QMouseEvent

from gui.window.main_window import MainWindow


def measure(window: MainWindow, seconds: float) -> dict[str, float]:
    """Draw a digit, then look at each page for so many seconds once it has come to rest."""
    send(window, QMouseEvent.Type.MouseButtonPress, 90, 70)
    for x, y in ((140, 45), (188, 70), (160, 122), (195, 190), (140, 232), (88, 205)):
        send(window, QMouseEvent.Type.MouseMove, x, y)
    send(window, QMouseEvent.Type.MouseButtonRelease, 88, 205)
    shares = {}
    for number in range(window.pages.count()):
        window.pages.setCurrentIndex(number)
        wait(2000)
        while window.session.evaluator.running or window.session.why.task.busy:
            wait(100)
        wait(1000)
        started = time.process_time()
        wait(round(1000 * seconds))
        shares[window.pages.name(number)] = round(100 * (time.process_time() - started) / seconds, 3)
    return shares


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    with opened_window() as window:
        result = measure(window, parser.parse_args().seconds)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
