"""What the worker thread does: load, train, teach. Generators around `model/`, free of Qt and of the session."""

import copy
from collections.abc import Generator
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from model.data_set import MNIST, DataSet
from model.drawing.drawings import Drawing
from model.files import InputError
from model.look.snapshot import Weights, weights_of
from model.train.controls import Controls
from model.train.keeper import Keeper
from model.train.recipe import Recipe

if TYPE_CHECKING:
    from model.mnist import Mnist
    from model.network.checkpoint import Checkpoint
    from model.network.digit_net import DigitNet
    from model.network.provenance import Provenance
    from model.network.weights_file import SavedNetwork
    from model.train.run_file import RunState
    from model.train.training import Progress

Work = Generator[object, None, None]
HAND_OVER = object()  # yielded by work that is about to wait: what came before is handed over and seen at once


@dataclass(frozen=True, eq=False)
class InUse:
    """A network with the name it goes by and the file it came from; None for one that ConvPad ships."""

    checkpoint: "Checkpoint"
    name: str
    path: Path | None


@dataclass(frozen=True, eq=False)
class Read:
    """The numbers of a network, as read from its file, and the name it goes by: all that an answer needs."""

    weights: Weights
    name: str


@dataclass(frozen=True, eq=False)
class Measured:
    """The part of the test digits that `network` reads right, 0…1."""

    network: "DigitNet"
    accuracy: float


def loading(chosen: Path | None) -> Work:
    """Read weights, import torch, and warm up; yields a sentence for weights that cannot be used, `Read`, then `InUse`.

    `Read` comes before torch is imported, which takes a second: it is enough for answers.
    """
    from model.network import weights_file

    path = chosen or weights_file.SHIPPED
    try:
        yield from _loading(path)
    except InputError as error:
        if path == weights_file.SHIPPED:
            raise
        yield error
        yield from _loading(weights_file.SHIPPED)


def _loading(path: Path) -> Work:
    from model.network import weights_file

    saved = None
    with suppress(weights_file.ForeignError):  # of that, torch may know more
        saved = weights_file.read(path)
    if saved is not None:
        yield Read(weights_of(saved), path.name)
        yield HAND_OVER
    yield with_torch(saved, path)


def with_torch(saved: "SavedNetwork | None", path: Path) -> InUse:
    """The network of the file `path`, ready to be used in a thread and in the GUI; imports torch.

    `saved` is what was read from it, where ConvPad wrote it.

    Raises:
        InputError: as `model.network.checkpoint.load`, where there is no `saved`.
    """
    from model.look import snapshot
    from model.network import checkpoint
    from model.train.devices import devices

    devices()  # asking for them may take long where there is a graphics card
    loaded = checkpoint.load(path) if saved is None else checkpoint.loaded(saved)
    one_thread()
    snapshot.warm_up(loaded.network)
    return InUse(loaded, path.name, path)


@dataclass(frozen=True, eq=False)
class Begin:
    """Where a training begins: by default with new weights.

    With `network` from that one, of which `provenance` says what it was; with `state`, or a file that holds
    one, where another run stopped, on the data of that. `data` is what a new run trains on. At its end it is compared
    with the network `against`.
    """

    network: "DigitNet | None" = None
    provenance: "Provenance | None" = None
    state: "RunState | Path | None" = None
    data: DataSet = MNIST
    against: "DigitNet | None" = None


def training(recipe: Recipe, begin: Begin, keeper: Keeper, controls: Controls) -> Work:
    """Train with all processors; yields Progress, and a sentence if the run cannot be saved on the way."""
    from model.train import run_file, training

    all_threads()
    state = begin.state
    if isinstance(state, Path):
        state = run_file.load(state)
        yield from training.past(state)
    run = training.train(
        recipe,
        images_of(begin.data if state is None else state.data),
        start=begin.network,
        controls=controls,
        resume=state,
        keep=keeper.keep,
        provenance=begin.provenance,
        against=begin.against,
    )
    with closing(run) as steps:
        for progress in steps:
            yield progress
            if (problem := keeper.problem()) is not None:
                yield problem
            if progress.paused:
                yield HAND_OVER


def taking(network: "DigitNet", provenance: "Provenance", progress: "Progress", against: "DigitNet | None") -> Work:
    """Make a copy of a network from the middle of a run a result: calibrated and measured; yields Progress.

    `progress` is where the run was at its step, `against` what the result is compared with.
    """
    import torch

    from model.train import training
    from model.train.devices import explaining

    all_threads()
    with explaining(torch.device("cpu")):
        yield from training.finishing(copy.deepcopy(network), images_of(network.data), provenance, progress, against)


def teaching(taught: "Checkpoint", examples: tuple[Drawing, ...]) -> Work:
    """Teach a copy of the network in `taught` the user's examples; yields Progress."""
    from model.train import teaching

    all_threads()
    yield from teaching.teach(taught.network, examples, built_in_mnist())


def measuring(network: "DigitNet") -> Work:
    """Read the test digits; yields None on the way, so that it can be stopped, then `Measured`."""
    from model.evaluate.evaluation import evaluating

    one_thread()
    accuracy = 0.0
    for so_far in evaluating(network, images_of(network.data).test):
        accuracy = so_far.accuracy
        yield None
    yield Measured(network, accuracy)


def evaluating(network: "DigitNet", part: str, examples: tuple[Drawing, ...]) -> Work:
    """Evaluate on a `part` of its data, "test" or "validation", or the user's labelled `examples`; yields Report."""
    import torch

    from model.evaluate.evaluation import rasters
    from model.evaluate.report import reporting
    from model.mnist import Digits

    all_threads()
    if part == "examples":
        images, _ = rasters(examples)
        yield from reporting(network, Digits(images, torch.tensor([drawing.label for drawing in examples])))
    else:
        own = images_of(network.data)
        yield from reporting(network, own.test if part == "test" else own.validation)


def previewing(recipe: Recipe, data: DataSet, seed: int) -> Work:
    """Yield sixteen training images, as they are and as augmentation changes them."""
    from model.train.preview import preview

    one_thread()
    yield preview(recipe, images_of(data).train, seed)


def images_of(data: DataSet) -> "Mnist":
    """The images of a set.

    Raises:
        InputError: its folder is gone, or what is in it cannot be used.
    """
    from model import data_sets

    return built_in_mnist() if data.built_in else data_sets.load_again(data)


@cache
def built_in_mnist() -> "Mnist":
    """MNIST, read once."""
    from model import mnist

    return mnist.load()


def all_threads() -> None:
    """For the calling thread: use every processor the process may; the setting does not reach other threads."""
    import torch

    from model.train.devices import processors

    torch.set_num_threads(processors())


def one_thread() -> None:
    """For the calling thread: a forward pass of one image gains nothing from more and waits for the busy ones."""
    import torch

    torch.set_num_threads(1)
