"""What the worker thread does: load, train, teach. Generators around `model/`, free of Qt and of the session."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from model.drawing import Drawing
from model.files import InputError
from model.recipe import Recipe

if TYPE_CHECKING:
    from model.checkpoint import Checkpoint
    from model.mnist import Mnist
    from model.network import DigitNet
    from model.report import Report
    from model.training import Progress


@dataclass(frozen=True, eq=False)
class Run:
    """A run of the worker thread that ends in new weights: a training with its recipe, or without one a teaching."""

    recipe: Recipe | None


@dataclass(frozen=True, eq=False)
class InUse:
    """A network with the name it goes by and the file it came from; None for one that ConvPad ships."""

    checkpoint: "Checkpoint"
    name: str
    path: Path | None


@dataclass(frozen=True, eq=False)
class Measured:
    """The part of the test digits that `network` reads right, 0…1."""

    network: "DigitNet"
    accuracy: float


def loading(chosen: Path | None) -> Iterator[object]:
    """Import torch, read weights and warm up; yields a sentence for weights that cannot be used, then `InUse`."""
    from model import checkpoint, snapshot

    path = chosen or checkpoint.SHIPPED
    try:
        loaded = checkpoint.load(path)
    except InputError as error:
        if path == checkpoint.SHIPPED:
            raise
        yield error
        path = checkpoint.SHIPPED
        loaded = checkpoint.load(path)
    one_thread()
    snapshot.warm_up(loaded.network)
    yield InUse(loaded, path.name, path)


def training(recipe: Recipe) -> "Iterator[Progress]":
    """Train a new network on MNIST with all processors."""
    from model import training

    all_threads()
    yield from training.train(recipe, built_in_mnist())


def teaching(network: "DigitNet", examples: tuple[Drawing, ...], test_before: float | None) -> "Iterator[Progress]":
    """Teach a copy of `network` the user's examples; `test_before` is its accuracy on the test set, if known."""
    from model import teaching

    all_threads()
    yield from teaching.teach(network, examples, built_in_mnist(), test_before=test_before)


def measuring(network: "DigitNet") -> Iterator[object]:
    """Read the test digits; yields None on the way, so that it can be stopped, then `Measured`."""
    from model.evaluation import evaluating

    one_thread()
    accuracy = 0.0
    for so_far in evaluating(network, built_in_mnist().test):
        accuracy = so_far.accuracy
        yield None
    yield Measured(network, accuracy)


def evaluating(network: "DigitNet", part: str, examples: tuple[Drawing, ...]) -> "Iterator[Report]":
    """Evaluate on MNIST's `part`, "test" or "validation", or on the user's labelled `examples`, with all processors."""
    import torch

    from model.evaluation import rasters
    from model.mnist import Digits
    from model.report import reporting

    all_threads()
    if part == "examples":
        images, _ = rasters(examples)
        yield from reporting(network, Digits(images, torch.tensor([drawing.label for drawing in examples])))
    else:
        mnist = built_in_mnist()
        yield from reporting(network, mnist.test if part == "test" else mnist.validation)


@cache
def built_in_mnist() -> "Mnist":
    """MNIST, read once."""
    from model import mnist

    return mnist.load()


def all_threads() -> None:
    """For the calling thread: use every processor the process may; the setting does not reach other threads."""
    import torch

    allowed = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count()
    torch.set_num_threads(allowed or 1)


def one_thread() -> None:
    """For the calling thread: a forward pass of one image gains nothing from more and waits for the busy ones."""
    import torch

    torch.set_num_threads(1)
