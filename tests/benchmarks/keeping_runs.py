"""What it costs to keep a run's state on disk, for the Best preset at its end. Prints JSON:

python tests/benchmarks/keeping_runs.py [--rounds N]
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parents[2]))

from model import mnist
from model.train import run_file
from model.train.packing import pack
from model.train.recipe import BEST
from model.train.run import Run
from model.train.watch import KEEP_EVERY


def main() -> None:
    """Time packing and saving."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    run = Run(replace(BEST, teachers=()), mnist.load(), torch.device("cpu"))
    run.step(run.next_batch())
    run.losses = run.rates = [1.0] * run.steps
    times = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.run"
        for _ in range(rounds):
            started = time.perf_counter()
            run_file.save(path, pack(run))
            times.append(time.perf_counter() - started)
        size = path.stat().st_size
    middle = statistics.median(times)
    print(json.dumps({"milliseconds": 1000 * middle, "bytes": size, "share_of_time": middle / KEEP_EVERY}))


if __name__ == "__main__":
    main()
