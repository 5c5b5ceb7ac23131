"""How well labelled drawings are read, for each straightening: in all, by writer, and how far to trust "how sure".

    python tests/benchmarks/writers.py DRAWINGS [--weights FILE] [--straighten 0 0.3 0.6] [--fewest 10]

Prints one JSON object: for each part of its lean by which a drawing is turned back, the accuracy with its 95 % interval
(Wilson), the mean over the worst tenth of the writers who have at least `--fewest` drawings, the expected calibration
error and the part of answers that are "not sure". Without `--straighten` it is the one that the pad uses.
"""

import argparse
import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parents[2]))

from model.drawing import raster
from model.drawing.drawings import Drawing, read_drawings
from model.evaluate.evaluation import rasters
from model.evaluate.readings import Readings, reading_all, wilson
from model.look.snapshot import SURE
from model.mnist import Digits
from model.network import checkpoint, weights_file
from model.network.digit_net import DigitNet


def worst_tenth(drawings: list[Drawing], readings: Readings, fewest: int) -> float:
    """The mean accuracy of the worst tenth of the writers with at least `fewest` drawings."""
    right = defaultdict(list)
    for drawing, correct in zip(drawings, readings.answers == readings.labels, strict=True):
        right[drawing.writer].append(bool(correct))
    rates = sorted(float(np.mean(some)) for some in right.values() if len(some) >= fewest)
    return float(np.mean(rates[: max(1, len(rates) // 10)])) if rates else float("nan")


def measured(network: DigitNet, drawings: list[Drawing], fewest: int) -> dict[str, object]:
    """All figures at the present straightening."""
    images, _ = rasters(drawings)
    labels = torch.tensor([drawing.label for drawing in drawings])
    *_, readings = reading_all(network, Digits(images, labels))
    assert isinstance(readings, Readings)
    return {
        "accuracy": round(readings.right / readings.count, 5),
        "interval": [round(end, 5) for end in wilson(readings.right, readings.count)],
        "worst_tenth_of_writers": round(worst_tenth(drawings, readings, fewest), 4),
        "calibration_error": round(readings.calibration_error, 5),
        "not_sure": round(float((readings.sureness < SURE).mean()), 5),
    }


def main() -> None:
    """Read all drawings, once for each straightening."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("drawings", type=Path)
    parser.add_argument("--weights", type=Path, default=weights_file.SHIPPED)
    parser.add_argument("--straighten", type=float, nargs="+", default=[raster.STRAIGHTENED])
    parser.add_argument("--fewest", type=int, default=10)
    arguments, _ = parser.parse_known_args()
    torch.set_num_threads(1)
    network = checkpoint.load(arguments.weights).network
    drawings = [drawing for drawing in read_drawings(arguments.drawings) if drawing.label is not None]
    results = {}
    for part in arguments.straighten:
        raster.STRAIGHTENED = part
        results[f"{part:g}"] = measured(network, drawings, arguments.fewest)
    print(json.dumps({"count": len(drawings), "straightened": results}))


if __name__ == "__main__":
    main()
