"""Where a training step's time goes, and how near its multiplications come to what the processor can do.

    python tests/benchmarks/training_profile.py [--threads 2] [--steps 30]

Prints one JSON object: for each preset the milliseconds of a step, the parts of it (median of each, measured in turn),
the multiplications it does a second (forward, and twice that backward; 2 operations a multiply-add) and their part of
the limit, which is what a large matrix product reaches on as many threads in the same kind of float.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import torch
from torch.nn import functional as F

sys.path.insert(0, str(Path(__file__).parents[2]))

from model.augment.augment import augment
from model.augment.non_digits import scribbles
from model.evaluate.evaluation import as_ink
from model.mnist import Mnist, load
from model.network.architecture import multiply_adds
from model.train.recipe import PRESETS, Recipe
from model.train.run import Run

SIDE = 2048  # of the square matrices that show the limit


def milliseconds(work: Callable[[], object], count: int) -> float:
    """The median time of `count` calls after two that warm up."""
    times = []
    for number in range(count + 2):
        started = time.perf_counter()
        work()
        if number > 1:
            times.append(1000 * (time.perf_counter() - started))
    return statistics.median(times)


def limit(kind: torch.dtype) -> float:
    """Operations a second, in thousand millions, of a product of two large matrices."""
    a, b = torch.rand(2, SIDE, SIDE).to(kind)
    return 2 * SIDE**3 / milliseconds(lambda: a @ b, 10) / 1e6


def profile(recipe: Recipe, mnist: Mnist, steps: int, limits: dict[str, float]) -> dict[str, object]:
    """One preset, on the CPU."""
    run = Run(recipe, mnist, torch.device("cpu"))
    picked = run.next_batch()
    labels = run.labels[picked]
    images = as_ink(run.images[picked])
    chance = torch.Generator().manual_seed(0)

    def forward() -> torch.Tensor:
        with run.short_floats:
            logits: torch.Tensor = run.network(images)
            return logits.float()

    def taught() -> None:
        with run.short_floats, torch.no_grad():
            for teacher in run.teachers:
                teacher(images)

    def both() -> None:
        F.cross_entropy(forward(), labels).backward()

    def changed() -> None:
        augment(images, labels, recipe.augment, chance)
        if recipe.strangers:
            scribbles(recipe.strangers, chance, run.device)

    parts = {
        "augmentation": milliseconds(changed, steps) if recipe.augment else 0.0,
        "teachers": milliseconds(taught, steps) if run.teachers else 0.0,
        "forward": milliseconds(forward, steps),
    }
    parts["backward"] = milliseconds(both, steps) - parts["forward"]
    step = milliseconds(lambda: run.step(run.next_batch()), steps)
    parts["optimizer, averaging, the rest"] = max(step - sum(parts.values()), 0.0)
    kind = str(run.floats).removeprefix("torch.")
    speed = 6 * multiply_adds(recipe.layers) * len(labels) / (parts["forward"] + parts["backward"]) / 1e6
    return {
        "step_ms": round(step, 2),
        "images_per_second": round(1000 * recipe.batch_size / step),
        "parts": {name: round(part / step, 3) for name, part in parts.items()},
        "multiply_adds_per_image": multiply_adds(recipe.layers),
        "floats": kind,
        "gigaflops": round(speed, 1),
        "of_limit": round(speed / limits[kind], 3),
    }


def main() -> None:
    """All presets in turn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--steps", type=int, default=30)
    arguments, _ = parser.parse_known_args()
    torch.set_num_threads(arguments.threads)
    limits = {"float32": limit(torch.float32), "bfloat16": limit(torch.bfloat16)}
    mnist = load()
    found = {name: profile(recipe, mnist, arguments.steps, limits) for name, recipe in PRESETS.items()}
    rounded = {kind: round(value, 1) for kind, value in limits.items()}
    print(json.dumps({"threads": arguments.threads, "limit_gigaflops": rounded, **found}))


if __name__ == "__main__":
    main()
