"""What teaching gives, writer by writer: three drawings of each digit are taught, the writer's others are read.

    python tests/benchmarks/teaching.py DRAWINGS [--weights FILE] [--writers 30] [--each 3] [--seed 0]

Prints one JSON object: the mean error before and after over the writers, its fall, MNIST accuracy before and after
(the whole test set, read after every writer), and the seconds taken without that reading.
"""

import argparse
import json
import random
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parents[2]))

from model.drawing.drawings import Drawing, read_drawings
from model.evaluate.evaluation import evaluate, rasters
from model.mnist import Digits, Mnist, load
from model.network import checkpoint, weights_file
from model.network.digit_net import DigitNet
from model.train.teaching import teach


def split(drawings: list[Drawing], each: int, chance: random.Random) -> tuple[list[Drawing], list[Drawing]]:
    """`each` random drawings of every digit to teach, and the others."""
    taught, others = [], []
    by_digit = defaultdict(list)
    for drawing in drawings:
        by_digit[drawing.label].append(drawing)
    for some in by_digit.values():
        chance.shuffle(some)
        taught += some[:each]
        others += some[each:]
    return taught, others


def one_writer(network: DigitNet, drawings: list[Drawing], mnist: Mnist, each: int, seed: int) -> dict[str, float]:
    """Errors 0…1 on the writer's other drawings before and after, MNIST accuracy after, seconds."""
    taught, others = split(drawings, each, random.Random(seed))
    images, _ = rasters(others)
    digits = Digits(images, torch.tensor([d.label for d in others]))
    started = time.perf_counter()
    result = None
    for progress in teach(network, taught, mnist, seed=seed):
        result = progress.result
        if progress.step < progress.steps:
            learned = time.perf_counter()
    assert result is not None
    return {
        "before": 1 - evaluate(network, digits).accuracy,
        "after": 1 - evaluate(result.network, digits).accuracy,
        "test": result.figures["test"],
        "seconds": learned - started,
    }


def main() -> None:
    """Teach all writers in turn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("drawings", type=Path)
    parser.add_argument("--weights", type=Path, default=weights_file.SHIPPED)
    parser.add_argument("--writers", type=int, default=1000)
    parser.add_argument("--each", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    arguments, _ = parser.parse_known_args()
    network, mnist = checkpoint.load(arguments.weights).network, load()
    by_writer = defaultdict(list)
    for drawing in read_drawings(arguments.drawings):
        by_writer[drawing.writer].append(drawing)
    writers = list(by_writer.values())[: arguments.writers]
    rows = [one_writer(network, some, mnist, arguments.each, arguments.seed) for some in writers]
    mean = {key: statistics.fmean(row[key] for row in rows) for key in rows[0]}
    before = evaluate(network, mnist.test).accuracy
    print(
        json.dumps(
            {
                "writers": len(rows),
                "error_before": round(mean["before"], 5),
                "error_after": round(mean["after"], 5),
                "fall": round(1 - mean["after"] / max(mean["before"], 1e-9), 4),
                "mnist_before": before,
                "mnist_after_mean": round(mean["test"], 5),
                "mnist_after_worst": min(row["test"] for row in rows),
                "seconds_mean": round(mean["seconds"], 2),
                "seconds_longest": round(max(row["seconds"] for row in rows), 2),
                "seed": arguments.seed,
            }
        )
    )


if __name__ == "__main__":
    main()
