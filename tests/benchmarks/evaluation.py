"""What it costs to evaluate the shipped network on MNIST's test set with all curves, and when the first figures come.

Prints JSON, seconds of processor time, which a busy machine changes least: until the first figures, until all digits
are read, until the last point of the curves; and how far the answers lie from those of 32-bit floats (`changed`, which
is to be 0). `--threads 1` leaves out that threads wait for one another:

    python tests/benchmarks/evaluation.py [--threads N] [--check]
"""

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import torch

from model import mnist
from model.evaluate.evaluation import answers_of, as_ink, logits_of
from model.evaluate.report import reporting
from model.evaluate.robustness import CHANGES, picked
from model.mnist import Digits
from model.network.checkpoint import load
from model.network.digit_net import DigitNet


def measure(network: DigitNet, digits: Digits) -> dict[str, float]:
    """Seconds of processor time until each part is known."""
    marks: dict[str, float] = {}
    started, clock = time.process_time(), time.perf_counter()
    for report in reporting(network, digits):
        now = time.process_time() - started
        if "first_figures_s" not in marks:
            marks |= {"first_figures_s": now, "first_figures_clock_s": time.perf_counter() - clock}
        if report.whole:
            marks.setdefault("all_read_s", now)
    return {name: round(seconds, 3) for name, seconds in (marks | {"all_s": time.process_time() - started}).items()} | {
        "clock_s": round(time.perf_counter() - clock, 3)
    }


def changed(network: DigitNet, digits: Digits) -> int:
    """How many answers on all changed images are others than with 32-bit floats."""
    count, images = 0, as_ink(picked(digits).images)
    for change in CHANGES:
        for amount in change.amounts:
            each = change(images, amount)
            exact = torch.cat(list(logits_of(network, each))).argmax(dim=1)
            count += int((torch.cat(list(answers_of(network, each))) != exact).sum())
    return count


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--threads", type=int, default=0, help="how many; as the application, if not given")
    parser.add_argument("--digits", type=int, default=10_000, help="so many of the test digits")
    parser.add_argument("--check", action="store_true", help="count the answers that short floats change")
    options = parser.parse_args()
    if options.threads:
        torch.set_num_threads(options.threads)
    network, digits = load().network, mnist.load().test.pick(0, options.digits)
    result: dict[str, float] = {"threads": torch.get_num_threads()} | measure(network, digits)
    if options.check:
        result["changed"] = changed(network, digits)
    print(json.dumps(result))


if __name__ == "__main__":
    main()
