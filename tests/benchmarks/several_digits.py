"""How often a drawing of one digit is torn apart, and two digits beside each other are found. Prints JSON.

python tests/benchmarks/several_digits.py DRAWINGS [--pairs N] [--gap UNITS …] [--seed N]

DRAWINGS holds labelled drawings of one digit each (.jsonl, .jsonl.gz). Pairs are two of them, drawn by chance, made
120 units high and laid side by side with that many units of paper between the two pens. `found` says that there are
two groups with the right strokes in each.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[2]))

from model.drawing.drawings import Drawing, read_drawings
from model.drawing.groups import box_of, digits_in
from model.drawing.ink import Stroke

HEIGHT, WIDTH = 120.0, 14.0  # of the digits of a pair, and of their pen


def moved(drawing: Drawing, left: float) -> list[Stroke]:
    """The drawing, `HEIGHT` units high at most, its pen's edge at `left`."""
    points = np.concatenate([stroke.points for stroke in drawing.strokes])
    low, size = points.min(axis=0), np.ptp(points, axis=0)
    scale = HEIGHT / max(float(size.max()), 1.0)
    corner = np.array([left + WIDTH / 2, 60.0], np.float32)
    return [Stroke(((s.points - low) * scale + corner).astype(np.float32), WIDTH) for s in drawing.strokes]


def found(pair: Sequence[list[Stroke]]) -> bool:
    """Whether the strokes of both digits are told apart."""
    return digits_in([*pair[0], *pair[1]]) == [pair[0], pair[1]]


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("drawings", type=Path)
    parser.add_argument("--pairs", type=int, default=2000)
    parser.add_argument("--gap", type=float, nargs="+", default=[0, 5, 10, 20, 40])
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    drawings = [drawing for drawing in read_drawings(options.drawings) if drawing.strokes]
    before = time.perf_counter()
    torn = sum(len(digits_in(drawing.strokes)) > 1 for drawing in drawings)
    seconds = time.perf_counter() - before
    chance = np.random.default_rng(options.seed)
    rates = {}
    for gap in options.gap:
        right = 0
        for first, second in chance.integers(len(drawings), size=(options.pairs, 2)):
            left = moved(drawings[first], 0)
            right += found((left, moved(drawings[second], box_of(left)[2] + gap)))
        rates[f"{gap:g}"] = round(right / options.pairs, 4)
    figures = {"drawings": len(drawings), "torn": torn, "torn_part": torn / len(drawings)}
    print(json.dumps({**figures, "ms_each": round(1000 * seconds / len(drawings), 4), "pairs_found_by_gap": rates}))


if __name__ == "__main__":
    main()
