"""The inspector: from another pixel, or another drawing, until all that changes is repainted; and pointing at maps.

Prints JSON, milliseconds (10th percentile, which a busy machine changes least, median, 95th, 99th, longest), all on
the layer with the most input channels:
`choose` another pixel, the cards' outlines included; `draw`, what the open inspector adds to a new snapshot; `hover`,
the outlines alone; `slide`, one stop of the kernel. Run it when nothing else runs:

    python tests/benchmarks/inspector.py [--rounds N]
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
from live_path import summary
from PySide6.QtWidgets import QApplication

from gui.window.main_window import MainWindow
from model.look.inspection import Place

STROKE = [(90, 70), (140, 45), (188, 70), (160, 122), (130, 130), (192, 160), (175, 220), (110, 225), (88, 205)]


def timed(rounds: int, action: Callable[[int], object]) -> dict[str, float]:
    """Milliseconds of `action` and of the repainting after it."""
    times = []
    for number in range(rounds + 5):
        wait(2)
        started = time.perf_counter()
        action(number)
        QApplication.processEvents()
        times.append(1000 * (time.perf_counter() - started))
    return {"p10_ms": round(float(np.percentile(times[5:], 10)), 3), **summary(times[5:])}


def measure(window: MainWindow, rounds: int) -> dict[str, object]:
    """All figures for the widest layer of the network in `window`."""
    page, session = window.look_page, window.session
    assert session.display.snapshot is not None
    layers = session.display.snapshot.weights.layers
    widest = max(range(len(layers)), key=lambda n: layers[n].shape.in_channels)
    size = layers[widest].shape.out_size
    inspector = page.inspector
    result: dict[str, object] = {"layer": layers[widest].name, "in_channels": layers[widest].shape.in_channels}

    def hover(number: int) -> None:
        page._cards[widest].maps._set_hover((number % 8, number % size, number // size % size))

    result["hover"] = timed(rounds, hover)
    page._cards[widest].maps._set_hover(None)

    def choose(number: int) -> None:
        page._choose(Place(widest, number // 9 % 8, number % size, number // size % size))

    result["choose"] = timed(rounds, choose)
    session.display.answer()
    snapshots = [session.display.snapshot]
    session.drawing.begin(200, 60)
    for step in range(8):
        session.drawing.extend(200 + step, 70 + 20 * step)
        session.display.answer()
        snapshots.append(session.display.snapshot)
    session.drawing.end()
    wait(50)
    result["draw"] = timed(rounds, lambda number: inspector.show_snapshot(snapshots[number % len(snapshots)]))
    page.close_map()
    page._choose(Place(widest, 3, 0, 0))
    inspector._on_step(1)
    assert inspector.slide.active
    result["slide"] = timed(rounds, lambda number: inspector.slide.go(number // size % size, number % size))
    return result


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=300)
    options = parser.parse_args()
    with opened_window() as window:
        drawing = window.session.drawing
        drawing.begin(*STROKE[0])
        for point in STROKE[1:]:
            drawing.extend(*point)
        drawing.end()
        window.session.display.answer()
        wait(100)
        result = measure(window, options.rounds)
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
