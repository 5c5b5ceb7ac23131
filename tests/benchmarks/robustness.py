"""How well drawings are read when they are drawn otherwise: brush, size, place and rotation, one at a time.

    python tests/benchmarks/robustness.py DRAWINGS [--weights FILE] [--every 4]

Prints one JSON object: the accuracy of all drawings as they are, of each group, and how many points the worst group
lies under the whole; dashed lines apart. The brush is that of the file (20 of 280 unless it says otherwise) where a
group does not set it.
"""

import argparse
import json
import math
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[2]))

from model.drawing.drawings import Drawing, read_drawings
from model.drawing.ink import PAD, Array, Stroke
from model.evaluate.evaluation import evaluate, rasters
from model.mnist import Digits
from model.network import checkpoint, weights_file

Change = Callable[[Drawing], Drawing]
Move = Callable[[Array], NDArray[np.floating]]


def moved(drawing: Drawing, change: Move, width: float | None = None) -> Drawing:
    """The drawing with all its points sent through `change` (n, 2) -> (n, 2), and another brush if given."""
    strokes = (replace(s, points=change(s.points).astype(np.float32), width=width or s.width) for s in drawing.strokes)
    return replace(drawing, strokes=tuple(strokes))


def box(strokes: tuple[Stroke, ...]) -> tuple[Array, Array]:
    """The corners of the points' bounding box."""
    points = np.concatenate([s.points for s in strokes])
    return points.min(0), points.max(0)


def brushed(width: float) -> Change:
    """Drawn with a brush `width` pad units wide."""
    return lambda drawing: moved(drawing, lambda points: points, width)


def sized(part: float, brush: float | None = None) -> Change:
    """Drawn so that the pen's way is as long as `part` of the pad at most, in the pad's middle."""

    def change(drawing: Drawing) -> Drawing:
        low, high = box(drawing.strokes)
        scale = part * PAD / max(float((high - low).max()), 1)
        return moved(drawing, lambda points: (points - (low + high) / 2) * scale + PAD / 2, brush)

    return change


def placed(x: float, y: float) -> Change:
    """Drawn in a corner of the pad: 0 is left or top, 1 right or bottom."""

    def change(drawing: Drawing) -> Drawing:
        low, high = box(drawing.strokes)
        margin = drawing.strokes[0].width / 2
        target = margin + (PAD - 2 * margin - (high - low)) * np.array([x, y], np.float32)
        return moved(drawing, lambda points: points - low + target)

    return change


def turned(degrees: float) -> Change:
    """Drawn turned clockwise about its middle."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    turn = np.array([[cos, sin], [-sin, cos]], np.float32)

    def change(drawing: Drawing) -> Drawing:
        low, high = box(drawing.strokes)
        return moved(drawing, lambda points: (points - (low + high) / 2) @ turn + (low + high) / 2)

    return change


GROUPS: dict[str, Change] = {
    **{f"brush {width}": brushed(width) for width in (6, 10, 14, 30, 40)},
    **{f"size {part} %": sized(part / 100) for part in (15, 25, 50, 75, 95)},
    **{f"size {part} %, brush 6": sized(part / 100, 6) for part in (15, 95)},
    **{f"place {x},{y}": placed(x, y) for x in (0, 1) for y in (0, 1)},
    **{f"turned {degrees}": turned(degrees) for degrees in (-15, -10, 10, 15)},
}


def dashed(dash: float, gap: float) -> Change:
    """Drawn with a dashed line: `dash` pad units of ink, then none for `gap`."""

    def change(drawing: Drawing) -> Drawing:
        pieces = []
        for stroke in drawing.strokes:
            way = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(stroke.points, axis=0).T))])
            for start in np.arange(0.0, way[-1] + 1e-6, dash + gap):
                at = np.linspace(start, min(start + dash, way[-1]), 5)
                points = np.stack([np.interp(at, way, stroke.points[:, axis]) for axis in (0, 1)], 1)
                pieces.append(replace(stroke, points=points.astype(np.float32), width=10.0, pressure=None))
        return replace(drawing, strokes=tuple(pieces))

    return change


DASHED = {f"gaps of {gap}": dashed(24, gap) for gap in (16, 20, 26)}  # looked at, but no other way to hold a pen


def main() -> None:
    """Read all groups."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("drawings", type=Path)
    parser.add_argument("--weights", type=Path, default=weights_file.SHIPPED)
    parser.add_argument("--every", type=int, default=4, help="take every n-th drawing")
    arguments, _ = parser.parse_known_args()
    torch.set_num_threads(1)
    network = checkpoint.load(arguments.weights).network
    drawings = [d for d in islice(read_drawings(arguments.drawings), 0, None, arguments.every) if d.label is not None]

    def accuracy(change: Change) -> float:
        images, _ = rasters(change(d) for d in drawings)
        return evaluate(network, Digits(images, torch.tensor([d.label for d in drawings]))).accuracy

    whole = accuracy(lambda drawing: drawing)
    groups = {name: round(accuracy(change), 5) for name, change in GROUPS.items()}
    worst = round(100 * (whole - min(groups.values())), 2)
    gaps = {name: round(accuracy(change), 5) for name, change in DASHED.items()}
    result = {"count": len(drawings), "accuracy": whole, "worst_points_under": worst, "groups": groups, "dashed": gaps}
    print(json.dumps(result))


if __name__ == "__main__":
    main()
