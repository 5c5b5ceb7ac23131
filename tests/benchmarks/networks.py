"""Opening the list of networks with a folder of 200 of them, until the last one is read and painted.

Prints JSON: seconds by the clock and of the GUI thread's processor time until then, and in milliseconds of processor
time how long the dialog took to open and the longest that the window was held up afterwards. Run it when nothing else
runs:

    python tests/benchmarks/networks.py [--count N]
"""

import argparse
import json
import shutil
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from opened import opened_window
from PySide6.QtWidgets import QApplication

from gui.storage.networks import Networks
from gui.window.main_window import MainWindow
from model.network.weights_file import SHIPPED


def measure(window: MainWindow, count: int) -> dict[str, float]:
    """Fill the folder, open the list, and wait until all is known."""
    Networks.folder().mkdir(parents=True, exist_ok=True)
    for number in range(count):
        shutil.copy(SHIPPED, Networks.folder() / f"2026-01-02 03.04.05 network {number}.safetensors")
    networks, stretches = window.session.networks, []
    clock, processor = time.perf_counter(), time.thread_time()
    window._menu.show_networks()
    QApplication.processEvents()
    opened = time.thread_time() - processor
    while any(not each.layers for each in networks.listed):
        before = time.thread_time()
        QApplication.processEvents()
        stretches.append(time.thread_time() - before)
    return {
        "networks": len(networks.listed),
        "clock_s": time.perf_counter() - clock,
        "processor_s": time.thread_time() - processor,
        "open_ms": 1000 * opened,
        "held_up_ms": 1000 * max(stretches),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    with opened_window() as window:
        result = measure(window, parser.parse_args().count)
    print(json.dumps({name: round(value, 3) for name, value in result.items()}))


if __name__ == "__main__":
    main()
