"""One pen move until everything is repainted: ink, raster, forward pass, all visible panels.

Prints JSON: milliseconds a move (median, 95th and 99th percentile, longest), the bare forward pass with taps in the
same run, and their ratio. With `--training` a Standard run goes on meanwhile. Run it when nothing else runs:

    python tests/benchmarks/live_path.py [--training] [--moves N]
"""

import argparse
import json
import math
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from opened import opened_window, wait  # isort: split

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from gui.window.main_window import MainWindow

PACE = 4  # milliseconds between two moves


def send(window: MainWindow, kind: QMouseEvent.Type, x: float, y: float) -> None:
    """A mouse event on the pad, at pad units."""
    pad = window.panel.pad
    at = QPointF(x, y) * min(pad.width(), pad.height()) / 280
    button = Qt.MouseButton.NoButton if kind == QMouseEvent.Type.MouseMove else Qt.MouseButton.LeftButton
    event = QMouseEvent(
        kind, at, pad.mapToGlobal(at), button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(pad, event)


def one_move(window: MainWindow, step: int) -> float:
    """Move the pen once and return the milliseconds until all is painted."""
    x = 140 + 80 * math.cos(step / 9) + 20 * math.cos(step / 2.3)
    y = 140 + 80 * math.sin(step / 7)
    started = time.perf_counter()
    send(window, QMouseEvent.Type.MouseMove, x, y)
    window.session.display.answer()
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - started)


def bare_forward(window: MainWindow) -> float:
    """Milliseconds of PyTorch's forward pass with taps alone, and of copying its numbers out."""
    import torch

    from model.network.digit_net import Tap

    session = window.session
    assert session.display.snapshot is not None
    assert session.in_use.current is not None
    image, taps = session.display.snapshot.image, list[Tap]()
    assert image is not None
    started = time.perf_counter()
    with torch.inference_mode():
        logits = session.in_use.current.checkpoint.network(torch.from_numpy(image.copy())[None, None], taps)
        for numbers in (logits, torch.softmax(logits, 1), *(each for tap in taps for each in (tap.conv, tap.out))):
            numbers.numpy().copy()
    return 1000 * (time.perf_counter() - started)


def summary(values: list[float]) -> dict[str, float]:
    """Median, percentiles and the longest, in milliseconds."""
    q = np.percentile(values, [50, 95, 99, 100]).round(3).tolist()
    return dict(zip(("median_ms", "p95_ms", "p99_ms", "longest_ms"), q, strict=True))


def measure(window: MainWindow, moves: int) -> tuple[list[float], list[float], list[float]]:
    """Times of `moves` pen moves, at the pace of a hand, of as many bare forward passes in between, and of pauses.

    A pause is how long after its time a timer of `PACE` ms fired: what the event loop had to do meanwhile.
    """
    times, bare, pauses = [], [], []
    send(window, QMouseEvent.Type.MouseButtonPress, 140, 140)
    for step in range(moves):
        if step and step % 60 == 0:  # a stroke has an end
            send(window, QMouseEvent.Type.MouseButtonRelease, 140, 140)
            window.session.drawing.clear()
            send(window, QMouseEvent.Type.MouseButtonPress, 140, 140)
        times.append(one_move(window, step))
        bare.append(bare_forward(window))
        started = time.perf_counter()
        wait(PACE)
        pauses.append(max(1000 * (time.perf_counter() - started) - PACE, 0.0))
    send(window, QMouseEvent.Type.MouseButtonRelease, 140, 140)
    return times[5:], bare[5:], pauses[5:]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--training", action="store_true", help="while a Standard run goes on")
    parser.add_argument("--moves", type=int, default=1000)
    parser.add_argument("--preset", default="standard")
    parser.add_argument("--page", type=int, default=0, help="which page is on view; the pen moves all the same")
    options = parser.parse_args()
    with opened_window() as window:
        window.pages.setCurrentIndex(options.page)
        wait(500)  # page "Why" begins to read the training digits
        while window.session.why.task.busy:
            wait(50)
        result: dict[str, object] = {}
        if options.training:
            result |= measure_training(window, options.preset, options.moves)
        else:
            times, bare, pauses = measure(window, options.moves)
            result |= {"move": summary(times), "forward": summary(bare), "pause": summary(pauses)}
            result["ratio"] = round(float(np.median(times) / np.median(bare)), 2)
    print(json.dumps(result, indent=1))


def measure_training(window: MainWindow, preset: str, moves: int) -> dict[str, object]:
    """The same while a run goes on; also how fast the run was."""
    from model.train.recipe import PRESETS

    speeds: list[float] = []
    window.session.trainer.progressed.connect(lambda steps: speeds.append(steps[-1].images_per_second))
    window.session.trainer.train(PRESETS[preset])
    while not speeds:
        wait(20)
    times, bare, pauses = measure(window, moves)
    still_on = window.session.trainer.learning
    window.session.trainer.cancel()
    while window.session.task.busy:
        wait(20)
    return {
        "move_while_training": summary(times),
        "forward_while_training": summary(bare),
        "pause_while_training": summary(pauses),
        "training_images_per_second": round(speeds[-1]),
        "training_until_the_end": still_on,
    }


if __name__ == "__main__":
    main()
