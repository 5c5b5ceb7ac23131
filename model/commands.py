"""What `main.py` does without a window: answers go to stdout, progress and messages to stderr.

Whatever is wrong with what was given raises `model.files.InputError`. What only training needs is imported there, so
that `predict` answers soon.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from model import data_sets
from model.drawing.drawings import read_drawings
from model.evaluate import evaluation, report
from model.evaluate.robustness import Curve, measuring_curves, picked
from model.files import InputError, check_writable
from model.mnist import Digits
from model.network import checkpoint, weights_file
from model.network.checkpoint import Checkpoint
from model.predict import percent
from model.streams import OutputError, say
from model.train.recipe import RECIPES, Recipe, suiting

if TYPE_CHECKING:
    from model.train.training import Progress

WEIGHTS = 2 * 1024 * 1024  # bytes that must be free for new ones: the largest preset's take less


@dataclass(frozen=True)
class Destination:
    """Where new weights go: to the file `out`, or else, and where that fails at the end, to a new one in `folder`."""

    out: Path | None
    folder: Path

    def check(self) -> None:
        """Find out before the work whether they can be written; raises InputError where they cannot."""
        check_writable(self.folder / "new.safetensors" if self.out is None else self.out, WEIGHTS)

    def save(self, weights: Checkpoint) -> tuple[Path, InputError | None]:
        """Where `weights` are written, and why they are not where they should be.

        Raises:
            InputError: they can be written nowhere, not even among the system's temporary files.
        """
        problem: InputError | None = None
        if self.out is not None:
            try:
                checkpoint.save(self.out, weights)
                return self.out, None
            except InputError as error:
                problem = error
        for folder in (self.folder, Path(tempfile.gettempdir())):
            try:
                return checkpoint.save_new(folder, weights), problem
            except InputError as error:
                problem = problem or error
        assert problem is not None
        raise problem


def export(weights: Path | None, kind: str, out: Path) -> None:
    """Write a network to `out` as one of `model.arguments.FORMATS`, and print the paths of what was written."""
    from model.export import formats

    formats.export(_load(weights), kind, out)
    say(str(out))
    if kind == "caffe":
        say(str(formats.caffe_weights(out)))


def explain(files: list[Path], against: int | None, weights: Path | None, as_json: bool) -> bool:
    """Print why each digit in `files` is read as it is, and not as `against`; returns whether all could be read."""
    from model.predict import digits_in_files
    from model.why.known import COUNTS, Known, knowing
    from model.why.report import explained, explanation_json, explanation_text

    torch.set_num_threads(1)
    network = _load(weights).network
    failures: list[InputError] = []
    line = explanation_json if as_json else explanation_text
    known: Known | None = None
    for asked, drawing, steps in digits_in_files(files, failures, network.data):
        if steps is not None and known is None:
            train = data_sets.load_again(network.data).train
            *_, known = (item for item in knowing(network, train, COUNTS[:1]) if isinstance(item, Known))
        marks = drawing.strokes if drawing.picture is None else drawing.marks()
        found = None if steps is None or known is None else explained(network, marks, steps, known, against)
        say(line(asked, found), flush=True)
    return not failures


def evaluate(weights: Path | None, data: Path | None, drawings: Path | None, curves: bool, as_json: bool) -> None:
    """Print how well a network reads labelled `drawings`, or else the set in the folder `data`, or else its own.

    With `curves` also how well it reads them changed.
    """
    network = _load(weights).network
    about = network.data
    if drawings is not None:
        if not about.digits:
            raise InputError("This network is of {0} and reads no digits: drawn ones cannot be counted.", about.name)
        read = list(read_drawings(drawings))
        result = evaluation.evaluate_drawings(network, read)
        digits = Digits(evaluation.rasters(read)[0], torch.tensor([d.label for d in read])) if curves else None
    else:
        chosen = data_sets.load_again(network.data) if data is None else data_sets.load(data)
        about = chosen.about
        if about.classes != network.data.classes:
            print(f"This network was trained on {network.data.name}, whose classes are others.", file=sys.stderr)
        digits = chosen.test
        result = evaluation.evaluate(network, digits)
    measured: tuple[Curve, ...] = ()
    if curves and digits is not None:
        *_, measured = measuring_curves(network, picked(digits))
    say(
        (report.evaluation_json if as_json else report.evaluation_text)(
            result, network.parameter_count, measured, about
        )
    )


def chosen_recipe(preset: str, **chosen: Any) -> Recipe:
    """A preset's recipe with those of its fields replaced that are not None."""
    return replace(RECIPES[preset], **{name: value for name, value in chosen.items() if value is not None})


def train(
    recipe: Recipe, data: Path | None, device: str, destination: Destination, start: Path | None, anchor: float
) -> bool:
    """Train a network on the set in the folder `data`, else on MNIST, save its weights, and print their path.

    It goes on from the weights in `start`, where that is a file; their part `anchor` stays in the result. Returns
    whether the weights are where they should be.
    """
    from model.train import training
    from model.train.anchoring import anchored

    destination.check()
    digits = data_sets.load(data)
    if digits.about.digits and not digits.about.built_in:
        print(
            f"{digits.about.name} is taken for the digits 0 to 9; of anything else labels.txt must say what it is.",
            file=sys.stderr,
        )
    if recipe != suiting(recipe, digits.about):
        print(
            f"{digits.about.name} is no set of digits: nothing is drawn, no image is changed, no teacher helps.",
            file=sys.stderr,
        )
    started = time.monotonic()
    run: Iterator[Progress]
    if start is None:
        run = training.train(recipe, digits, device)
    else:
        before = _load(start).network
        recipe = replace(recipe, start="current", layers=before.specs)
        run = anchored(training.train(recipe, digits, device, start=before), before, anchor, digits)
    result = _watched(run, recipe.name, recipe.batch_size)
    saved = destination.save(result)
    test, validation = (percent(result.figures[part]) for part in ("test", "validation"))
    images = "digits" if digits.about.digits else f"images of {digits.about.name}"
    count, seconds = result.network.parameter_count, time.monotonic() - started
    print(
        f"{test} of the test {images} and {validation} of the validation {images} right, {count:,} parameters, "
        f"{seconds:.0f} s",
        file=sys.stderr,
    )
    return _told(*saved)


def teach(weights: Path | None, drawings: Path, seed: int, destination: Destination) -> bool:
    """Teach a network labelled `drawings`, save its weights, and print their path.

    Returns whether they are where they should be.
    """
    from model.train import teaching

    examples = list(read_drawings(drawings))
    destination.check()
    run = teaching.teach(_load(weights).network, examples, data_sets.load(), seed=seed)
    result = _watched(run, "Teach", 1)
    saved = destination.save(result)
    rates = {name: percent(rate) for name, rate in result.figures.items()}
    print(
        f"your drawings right: {rates['examples_before']} before, {rates['examples']} now; "
        f"MNIST's test digits: {rates['test_before']} before, {rates['test']} now",
        file=sys.stderr,
    )
    return _told(*saved)


def _told(path: Path, problem: InputError | None) -> bool:
    """Print where the weights are; returns whether that is where they should be."""
    if problem is not None:
        print(f"{problem} The weights were saved as {path} instead.", file=sys.stderr)
    try:
        say(str(path), flush=True)
    except OutputError as error:
        raise OutputError(f"{error} The weights were saved as {path}.") from error
    return problem is None


def _watched(run: "Iterator[Progress]", name: str, batch_size: int) -> Checkpoint:
    """Walk through `run` under a progress bar and return the result."""
    done, last = 0, next(run)  # what is wrong with what was given is told before there is a bar
    run = chain([last], run)
    every = 0.1 if sys.stderr.isatty() else 5.0  # seconds; a log needs fewer lines
    unit = " images" if batch_size > 1 else " steps"
    from tqdm import tqdm

    with tqdm(desc=name, unit=unit, unit_scale=True, mininterval=every, file=sys.stderr) as bar:
        for last in run:
            bar.total = last.steps * batch_size
            if last.validation is not None:
                bar.set_postfix_str(f"validation {percent(last.validation)}", refresh=False)
            bar.update((last.step - done) * batch_size)
            done = last.step
    assert last.result is not None
    return last.result


def _load(weights: Path | None) -> Checkpoint:
    return checkpoint.load(weights or weights_file.SHIPPED)
