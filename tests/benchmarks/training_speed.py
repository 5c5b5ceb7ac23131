"""Time from the first step to 99.0 % on MNIST's test set: ConvPad's Quick against two well-known trainings.

    python tests/benchmarks/training_speed.py [--seeds 5] [--threads 2]

Prints one JSON object. The baselines follow their published descriptions:

- tuomaso/train_mnist_fast, last step: Adam 0.01, betas 0.7/0.9, OneCycle over one epoch, batch 256, channels_last;
- pytorch/examples/mnist: Adadelta 1.0, batch 64; it needs about 4.6 epochs to 99 %. Only `STEPS` of its steps are timed
  and multiplied.

Time spent on measuring the test accuracy is not counted. A run that ends below 99.0 % counts as missed, and its time
is that of the whole run.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F

sys.path.insert(0, str(Path(__file__).parents[2]))

from model.evaluate.evaluation import evaluate
from model.mnist import Digits, Mnist, load
from model.train.recipe import QUICK
from model.train.run import Run

GOAL = 0.99
STEPS = 200
EXAMPLES_EPOCHS = 57 / 172 * 14  # epochs of pytorch/examples to 99 %, as measured by train_mnist_fast
LOOKS = 12  # times that the test accuracy is measured in the last part of a run
LAST_PART = 0.5


def tuomaso() -> nn.Sequential:
    """The 215 k network of train_mnist_fast."""
    return nn.Sequential(
        *(nn.Conv2d(1, 24, 5), nn.MaxPool2d(2), nn.ReLU(), nn.Conv2d(24, 32, 3), nn.MaxPool2d(2), nn.ReLU()),
        *(nn.Flatten(), nn.Linear(800, 256), nn.ReLU(), nn.Linear(256, 10)),
    )


def pytorch_example() -> nn.Sequential:
    """The 1.2 M network of pytorch/examples/mnist."""
    return nn.Sequential(
        *(nn.Conv2d(1, 32, 3), nn.ReLU(), nn.Conv2d(32, 64, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Dropout(0.25)),
        *(nn.Flatten(), nn.Linear(9216, 128), nn.ReLU(), nn.Dropout(0.5), nn.Linear(128, 10)),
    )


def normalised(digits: Digits) -> Tensor:
    """Pixels with MNIST's mean 0.1307 and deviation 0.3081 taken out."""
    return (digits.images.float() / 255 - 0.1307) / 0.3081


def tuomaso_run(mnist: Mnist, seed: int) -> tuple[int, Iterator[Callable[[], float]]]:
    """The number of steps, and per step a function that measures test accuracy."""
    torch.manual_seed(seed)
    images, labels, test = normalised(mnist.train), mnist.train.labels, normalised(mnist.test)
    network: Any = tuomaso()  # only some releases of PyTorch have the next call in their types
    network.to(memory_format=torch.channels_last)
    optimizer = torch.optim.Adam(network.parameters(), lr=0.01, betas=(0.7, 0.9))
    steps = -(-len(labels) // 256)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=0.01, total_steps=steps)

    def accuracy() -> float:
        with torch.inference_mode():
            right = [
                network(x).argmax(1) == y for x, y in zip(test.split(500), mnist.test.labels.split(500), strict=True)
            ]
        return float(torch.cat(right).float().mean())

    def run() -> Iterator[Callable[[], float]]:
        for number, picked in enumerate(torch.randperm(len(labels)).split(256), start=1):
            batch = images[picked].contiguous(memory_format=torch.channels_last)
            loss = F.cross_entropy(network(batch), labels[picked])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            if number < steps:
                schedule.step()
            yield accuracy

    return steps, run()


def quick_run(mnist: Mnist, seed: int) -> tuple[int, Iterator[Callable[[], float]]]:
    """The same for ConvPad's Quick preset."""
    run = Run(replace(QUICK, seed=seed), mnist, torch.device("cpu"))

    def steps() -> Iterator[Callable[[], float]]:
        for _ in range(run.steps):
            run.step(run.next_batch())
            yield lambda: evaluate(run.folded(), mnist.test).accuracy

    return run.steps, steps()


def time_to_goal(steps: int, run: Iterator[Callable[[], float]]) -> dict[str, float | bool]:
    """Walk through a run, measuring now and then in its last part with the clock stopped, until the goal."""
    looks = {round(steps * (1 - LAST_PART * part / LOOKS)) for part in range(LOOKS)}
    seconds, started = 0.0, time.perf_counter()
    accuracy = 0.0
    for number, measure in enumerate(run, start=1):
        if number in looks:
            seconds += time.perf_counter() - started
            accuracy = measure()
            if accuracy >= GOAL:
                break
            started = time.perf_counter()
    return {"seconds": round(seconds, 3), "reached": accuracy >= GOAL, "accuracy": accuracy}


def pytorch_example_seconds(mnist: Mnist) -> float:
    """What pytorch/examples/mnist would need to 99 %, from `STEPS` of its steps."""
    torch.manual_seed(0)
    network, images = pytorch_example().train(), normalised(mnist.train)
    optimizer = torch.optim.Adadelta(network.parameters(), lr=1.0)
    started = time.perf_counter()
    for picked in torch.randperm(len(images))[: STEPS * 64].split(64):
        loss = F.cross_entropy(network(images[picked]), mnist.train.labels[picked])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return (time.perf_counter() - started) / STEPS * (60_000 / 64) * EXAMPLES_EPOCHS


def main() -> None:
    """Run all three in turn, seed by seed, so that a busy machine slows them alike."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    arguments, _ = parser.parse_known_args()
    torch.set_num_threads(arguments.threads)
    mnist = load()
    runs: dict[str, list[dict[str, float | bool]]] = {"quick": [], "tuomaso": []}
    example = []
    for seed in range(arguments.seeds):
        runs["tuomaso"].append(time_to_goal(*tuomaso_run(mnist, seed)))
        runs["quick"].append(time_to_goal(*quick_run(mnist, seed)))
        if seed % 2 == 0:
            example.append(pytorch_example_seconds(mnist))
    means = {name: statistics.fmean(r["seconds"] for r in some) for name, some in runs.items()}
    means["pytorch_example"] = statistics.fmean(example)
    ratios = {f"quick/{name}": means["quick"] / means[name] for name in ("tuomaso", "pytorch_example")}
    print(json.dumps({"goal": GOAL, "threads": arguments.threads, "mean_seconds": means, **ratios, "runs": runs}))


if __name__ == "__main__":
    main()
