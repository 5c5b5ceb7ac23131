"""How many drawings a second are read on one core, stage by stage. Prints JSON.

python tests/benchmarks/predict_speed.py [--drawings FILE] [--count N] [--rounds N]

Without a file, drawings are made up: two to three strokes, forty points, as a pen tablet gives them. The stages are
timed one after the other on all drawings; `per_second` is the whole way from text to probabilities.
"""

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parents[2]))

from model.drawing.drawings import Drawing, read_drawings, write_drawings
from model.drawing.ink import Stroke, blank
from model.drawing.raster import raster
from model.evaluate.evaluation import read_drawings_with, reading
from model.network import checkpoint


def made_up(count: int) -> list[Drawing]:
    """Smooth strokes by chance, the same at each call."""
    chance = np.random.default_rng(0)
    drawings = []
    for _ in range(count):
        strokes = []
        for _ in range(int(chance.integers(1, 3))):
            turns = np.cumsum(chance.normal(0, 0.3, 30)) + chance.uniform(0, 6.3)
            points = 140 + np.cumsum(np.stack([np.cos(turns), np.sin(turns)], axis=1) * 7, axis=0)
            strokes.append(Stroke(points.clip(10, 270).astype(np.float32)))
        drawings.append(Drawing(tuple(strokes), label=0))
    return drawings


def best(function: Callable[[], object], rounds: int) -> float:
    """Seconds of the quickest of `rounds` runs."""
    seconds = []
    for _ in range(rounds):
        before = time.perf_counter()
        function()
        seconds.append(time.perf_counter() - before)
    return min(seconds)


def measure(path: Path, count: int, rounds: int) -> dict[str, float]:
    """Milliseconds a drawing for each stage, and drawings a second for all of them."""
    torch.set_num_threads(1)
    network = checkpoint.load().network
    drawings = [drawing for drawing, _ in zip(read_drawings(path), range(count), strict=False)]
    inks = [drawing.ink() for drawing in drawings]
    stages: dict[str, Callable[[], object]] = {
        "parse": lambda: [None for _ in zip(read_drawings(path), range(count), strict=False)],
        "ink": lambda: [drawing.ink() for drawing in drawings],
        "raster": lambda: [raster(ink, straighten=True) for ink in inks],
        "raster_and_forward": lambda: list(reading(network, ((None, raster(ink, straighten=True)) for ink in inks))),
        "all": lambda: list(
            read_drawings_with(network, (d for d, _ in zip(read_drawings(path), drawings, strict=False)))
        ),
    }
    list(reading(network, [(None, raster(blank()))]))
    seconds = {name: best(stage, rounds) for name, stage in stages.items()}
    figures = {f"{name}_ms": round(1000 * value / len(drawings), 4) for name, value in seconds.items()}
    return {"drawings": len(drawings), **figures, "per_second": round(len(drawings) / seconds["all"], 1)}


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--drawings", type=Path)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.drawings
        if path is None:
            path = Path(folder) / "drawings.jsonl"
            write_drawings(path, made_up(options.count))
        print(json.dumps(measure(path, options.count, options.rounds)))


if __name__ == "__main__":
    main()
