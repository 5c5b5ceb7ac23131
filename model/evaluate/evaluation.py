"""How well a network reads labelled digits."""

import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from model.drawing.drawings import Drawing, inks
from model.drawing.raster import Raster
from model.files import InputError
from model.mnist import Digits
from model.network.architecture import CLASSES, INPUT_SIDE, multiply_adds
from model.network.digit_net import DigitNet
from model.train.devices import has_bfloat16

Array = NDArray[np.float32]
Thing = TypeVar("Thing")

CHUNK = 250  # images read at once, fewer with a large network
_AT_ONCE = 4_000_000_000  # multiplications: whoever cancels waits for them, a small part of a second
_UNSURE = 1 / 16  # of the range of an image's logits: three times what 16-bit floats were seen to make of them


@dataclass(frozen=True, eq=False)
class Evaluation:
    """Counts and rates; `confusion` (10, 10) int64, true digit down, answered digit across.

    `empty` (10,) int64 counts drawings without ink by what they should have been: no answer, so a wrong one.
    """

    confusion: NDArray[np.int64]
    empty: NDArray[np.int64] = field(default_factory=lambda: np.zeros(CLASSES, np.int64))

    @property
    def count(self) -> int:
        """How many digits there were to read."""
        return int(self.confusion.sum() + self.empty.sum())

    @property
    def accuracy(self) -> float:
        """The part read right, 0…1; 0 for none."""
        return float(np.trace(self.confusion)) / max(self.count, 1)

    @property
    def per_digit(self) -> list[float | None]:
        """For each true digit the part read right; None where there was none."""
        totals = self.confusion.sum(axis=1) + self.empty
        return [float(self.confusion[d, d] / totals[d]) if totals[d] else None for d in range(CLASSES)]


def chunk_size(network: DigitNet) -> int:
    """How many images `network` reads at once."""
    return min(CHUNK, max(1, _AT_ONCE // multiply_adds(network.specs)))


def logits_of(network: DigitNet, images: Tensor) -> Iterator[Tensor]:
    """Yield logits (n, 10) for `images` (n, 1, 28, 28), uint8 0…255 or float 0…1, by `chunk_size`."""
    network = _for_batches(network)
    device = network.linear.weight.device
    for chunk in images.split(chunk_size(network)):
        with torch.inference_mode():
            batch = as_ink(chunk.to(device)).contiguous(memory_format=torch.channels_last)
            yield network(batch).cpu()


def answers_of(network: DigitNet, images: Tensor) -> Iterator[Tensor]:
    """Yield the most probable digits (n,) for `images`, as `logits_of` has them, for less time.

    Where the processor is quicker with 16-bit floats, they decide the images whose best digit lies well before the
    second; all others are read again with 32 bits.
    """
    exact = _for_batches(network)
    device = exact.linear.weight.device
    quick = copy.deepcopy(exact).to(torch.bfloat16) if has_bfloat16(device) else None
    for chunk in images.split(chunk_size(exact)):
        with torch.inference_mode():
            batch = as_ink(chunk.to(device)).contiguous(memory_format=torch.channels_last)
            if quick is None:
                yield exact(batch).argmax(dim=1).cpu()
                continue
            logits = quick(batch.bfloat16()).float()
            answers = logits.argmax(dim=1)
            first, second = logits.topk(2).values.unbind(dim=1)
            unsure = ~(first - second > _UNSURE * (first - logits.amin(dim=1)))  # not a number is unsure, too
            if unsure.any():
                again = batch[unsure].contiguous(memory_format=torch.channels_last)
                answers[unsure] = exact(again).argmax(dim=1)
            yield answers


def _for_batches(network: DigitNet) -> DigitNet:
    # a copy, since the caller's may be on display
    return copy.deepcopy(network).eval().channels_last()


def as_ink(images: Tensor) -> Tensor:
    """The images as float32, ink 0…1."""
    return images.float().div_(255) if images.dtype == torch.uint8 else images


def evaluating(network: DigitNet, digits: Digits) -> Iterator[Evaluation]:
    """Yield what is known after each chunk of digits; the last one is the whole."""
    confusion = np.zeros((CLASSES, CLASSES), np.int64)
    labels = digits.labels.split(chunk_size(network))
    for truth, logits in zip(labels, logits_of(network, digits.images), strict=True):
        np.add.at(confusion, (truth.numpy(), logits.argmax(dim=1).numpy()), 1)
        yield Evaluation(confusion.copy())


def evaluate(network: DigitNet, digits: Digits) -> Evaluation:
    """Read all of `digits` and count."""
    result = Evaluation(np.zeros((CLASSES, CLASSES), np.int64))
    for so_far in evaluating(network, digits):
        result = so_far
    return result


def rasters(drawings: Iterable[Drawing]) -> tuple[Tensor, Tensor]:
    """Turn drawings into images (n, 1, 28, 28) float32 and a mask (n,) that is False where there was no ink."""
    found = [drawing.raster(ink) for drawing, ink in inks(drawings)]
    images = np.zeros((len(found), 1, INPUT_SIDE, INPUT_SIDE), np.float32)
    for image, steps in zip(images, found, strict=True):
        if steps is not None:
            image[0] = steps.image
    return torch.from_numpy(images), torch.tensor([steps is not None for steps in found], dtype=torch.bool)


def read_drawings_with(network: DigitNet, drawings: Iterable[Drawing]) -> Iterator[tuple[Drawing, Array | None]]:
    """Yield each drawing with its ten probabilities, or None where there is no ink."""
    return reading(network, ((drawing, drawing.raster(ink)) for drawing, ink in inks(drawings)))


def reading(
    network: DigitNet, drawn: Iterable[tuple[Thing, Raster | None]], batch: int = 64
) -> Iterator[tuple[Thing, Array | None]]:
    """Yield whatever comes with each image and its steps, and its ten probabilities, or None where there is no ink.

    `batch` are read at a time, so the stream of answers runs that far behind the stream of images.
    """
    network = _for_batches(network)
    stream = iter(drawn)
    blank = np.zeros((INPUT_SIDE, INPUT_SIDE), np.float32)
    while group := list(islice(stream, batch)):
        images = torch.from_numpy(np.stack([blank if steps is None else steps.image for _, steps in group]))
        with torch.inference_mode():
            logits = network(images.unsqueeze(1).contiguous(memory_format=torch.channels_last))
            probabilities = torch.softmax(logits, dim=1).numpy()
        for (thing, steps), row in zip(group, probabilities, strict=True):
            yield thing, None if steps is None else row


def evaluate_drawings(network: DigitNet, drawings: Iterable[Drawing]) -> Evaluation:
    """Read labelled drawings and count; the most probable digit is the answer, however unsure it is.

    Raises:
        InputError: there are no drawings, or one has no label.
    """
    result = Evaluation(np.zeros((CLASSES, CLASSES), np.int64))
    for number, (drawing, probabilities) in enumerate(read_drawings_with(network, drawings), start=1):
        if drawing.label is None:
            raise InputError('Drawing {0} has no "label", so its answer cannot be checked.', number)
        if probabilities is None:
            result.empty[drawing.label] += 1
        else:
            result.confusion[drawing.label, probabilities.argmax()] += 1
    if not result.count:
        raise InputError("There are no drawings to evaluate.")
    return result
