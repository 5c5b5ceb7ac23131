"""How far the answers of page "Why" can be trusted. Prints JSON.

    python tests/benchmarks/why.py [--pens DRAWINGS] [--count 200] [--digits 40] [--seed 0] [--weights FILE] [--quick]

With `--pens`, labelled drawings (.jsonl, .jsonl.gz): for how many of `--count` of them, drawn by chance, one stroke is
found after which they read otherwise, by digit; how many of these strokes hold when the pad reads the drawing with them
anew; and how long the search takes, in processor seconds.

On `--digits` of MNIST's test digits, drawn by chance: the rank correlation of three ways to colour pixels with measured
erasing, and of all four with themselves on a network with weights by chance; the part of the lead that the pixels
carry by gradient × input, the rest being the biases'; how often it tells the sign of what erasing 3 × 3 pixels does;
and what 12 spots cost, in forward passes. `--quick` is for trying the script: few of everything.
"""

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import mean, median
from typing import Any

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parents[2]))

from model import mnist
from model.drawing.drawings import Drawing, read_drawings
from model.look.snapshot import look
from model.network import checkpoint
from model.network.digit_net import DigitNet
from model.network.weights_file import SHIPPED
from model.why.question import question
from model.why.spots import FIRST, SpotMeter, erasable, filled
from model.why.strokes import Change, searching
from model.why.trust import Trust, rank_correlation, trusting


def searched(network: DigitNet, drawings: list[Drawing]) -> dict[str, Any]:
    """One stroke for each drawing."""
    found, rivals, asked = Counter[int](), 0, Counter[int]()
    offered = held = 0
    seconds, longest, sure = [], [], []
    for drawing in drawings:
        steps = drawing.raster(drawing.ink())
        assert steps is not None
        q = question(look(network, steps.image))
        label = q.answer if drawing.label is None else drawing.label
        changes, portions = [], [time.thread_time()]
        for item in searching(network, drawing.strokes, steps, q):
            portions.append(time.thread_time())
            if isinstance(item, Change):
                changes.append(item)
        seconds.append(portions[-1] - portions[0])
        longest.append(float(np.diff(portions).max()))
        asked[label] += 1
        found[label] += bool(changes)
        rivals += any(change.digit == q.rival for change in changes)
        for change in changes:
            again = Drawing((*drawing.strokes, change.stroke))
            read = again.raster(again.ink())
            offered += 1
            held += read is not None and look(network, read.image).digit == change.digit
            sure.append(change.probability)
    return {
        "drawings": len(drawings),
        "found": found.total(),
        "found_for_the_runner_up": rivals,
        "found_by_digit": {digit: [found[digit], asked[digit]] for digit in sorted(asked)},
        "offered": offered,
        "held": held,
        "probability_median": round(median(sure), 3) if sure else None,
        "seconds_median": round(median(seconds), 3),
        "seconds_max": round(max(seconds), 3),
        "ms_between_chances_to_stop": {
            "median_of_longest": round(1000 * median(longest), 1),
            "max": round(1000 * max(longest), 1),
        },
    }


def compared(network: DigitNet, images: list[np.ndarray[Any, np.dtype[np.float32]]]) -> dict[str, Any]:
    """The ways to colour pixels, on each of `images` (28, 28)."""
    trusts, rough = [], []
    for image in images:
        q = question(look(network, image))
        *_, trust = trusting(network, image, q)
        assert isinstance(trust, Trust)
        trusts.append(trust)
        meter = SpotMeter(network, image, q)
        meter.measure_some(FIRST)
        inked = erasable(image)
        rough.append(rank_correlation(filled(meter.spots.erased, inked)[inked], -trust.erased[inked]))

    def averages(parts: list[dict[str, float]]) -> dict[str, float]:
        return {name: round(mean(part[name] for part in parts), 3) for name in parts[0]}

    return {
        "digits": len(images),
        "agree_with_measured_erasing": averages([trust.agreement for trust in trusts]),
        "agree_with_an_untrained_network": averages([trust.untrained for trust in trusts]),
        "pixels_part_of_the_lead": round(median(trust.pixels / trust.lead for trust in trusts), 3),
        "sign_of_3x3_erasing_told": round(mean(trust.signs for trust in trusts), 3),
        "12_spots_agree_with_all": round(mean(rough), 3),
    }


def spots_in_passes(network: DigitNet, image: np.ndarray[Any, np.dtype[np.float32]], rounds: int) -> float:
    """What twelve spots cost, in forward passes of one image."""
    q, one, twelve = question(look(network, image)), [], []
    for _ in range(rounds):
        start = time.thread_time()
        look(network, image)
        between = time.thread_time()
        SpotMeter(network, image, q).measure_some(FIRST)
        one.append(between - start)
        twelve.append(time.thread_time() - between)
    return round(median(twelve) / median(one), 2)


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pens", type=Path)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--digits", type=int, default=40)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--weights", type=Path, default=SHIPPED)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    if options.quick:
        options.count, options.digits = min(options.count, 2), min(options.digits, 2)
    torch.set_num_threads(1)
    network, chance = checkpoint.load(options.weights).network, np.random.default_rng(options.seed)
    test = mnist.load().test
    chosen = chance.permutation(len(test))[: options.digits]
    images = [test.images[number, 0].numpy().astype(np.float32) / np.float32(255) for number in chosen]
    figures = compared(network, images) | {"12_spots_in_passes": spots_in_passes(network, images[0], 100)}
    if options.pens is not None:
        drawings = [drawing for drawing in read_drawings(options.pens) if drawing.strokes]
        some = chance.permutation(len(drawings))[: options.count]
        figures["one_stroke"] = searched(network, [drawings[number] for number in some])
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
