"""How well pictures in folders named by what is on them are read. Prints JSON.

python tests/benchmarks/picture_folder.py DIR [--weights FILE] [--list]

DIR/7/… are pictures of a seven, DIR/4-2/… of a four and a two beside it. `right`: each digit, in reading order;
`not_sure`: at least one has no sure answer; `nothing`: no ink was found; `wrong` is the rest. With `--list` the
pictures that were not read right are printed to stderr.
"""

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parents[2]))

from model.drawing.picture import digits_on
from model.drawing.pixels import read_picture
from model.drawing.raster import raster
from model.files import InputError
from model.look.snapshot import answer, probabilities_of, read_weights
from model.network import checkpoint, weights_file
from model.network.digit_net import DigitNet


def outcome(network: DigitNet, path: Path, wanted: list[int]) -> str:
    """What became of one picture."""
    try:
        steps = [raster(digit.ink) for digit in digits_on(read_picture(path))]
    except InputError:
        return "unreadable"
    answers = [
        answer(row) for row in probabilities_of(read_weights(network), [s.image for s in steps if s is not None])
    ]
    if not answers:
        return "nothing"
    if answers == wanted:
        return "right"
    return "not_sure" if None in answers else "wrong"


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--weights", type=Path, default=weights_file.SHIPPED)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    network = checkpoint.load(options.weights).network
    counts: Counter[str] = Counter()
    seconds = []
    for folder in sorted(path for path in options.folder.iterdir() if path.is_dir()):
        wanted = [int(digit) for digit in folder.name.split("-")]
        for path in sorted(folder.iterdir()):
            before = time.perf_counter()
            result = outcome(network, path, wanted)
            seconds.append(time.perf_counter() - before)
            counts[result] += 1
            if options.list and result != "right":
                print(path, result, file=sys.stderr)
    if not seconds:
        sys.exit(f"There are no pictures in {options.folder}.")
    times = {"median_ms": round(1000 * float(np.median(seconds)), 1), "longest_ms": round(1000 * max(seconds), 1)}
    print(json.dumps({"pictures": len(seconds), **counts, **times}))


if __name__ == "__main__":
    main()
