"""How long it takes to read, verify and split MNIST. Prints JSON.

python tests/benchmarks/data_loading.py [--rounds N]
"""

import argparse
import json
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from model import mnist


def measure(rounds: int) -> dict[str, float]:
    """Seconds of the quickest and of the middle run; the first run may have to wait for the disk."""
    seconds = []
    for _ in range(rounds):
        before = time.perf_counter()
        digits = mnist.load()
        seconds.append(time.perf_counter() - before)
    count = len(digits.train) + len(digits.validation) + len(digits.test)
    return {
        "digits": count,
        "first_s": round(seconds[0], 4),
        "median_s": round(statistics.median(seconds), 4),
        "best_s": round(min(seconds), 4),
    }


def main() -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    print(json.dumps(measure(parser.parse_args().rounds)))


if __name__ == "__main__":
    main()
