"""How well a network reads labelled digits."""

import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from model.architecture import CLASSES
from model.drawing import Drawing
from model.mnist import Digits
from model.network import DigitNet
from model.raster import raster

CHUNK = 500


@dataclass(frozen=True, eq=False)
class Evaluation:
    """Counts and rates; `confusion` (10, 10) int64, true digit down, answered digit across."""

    confusion: NDArray[np.int64]

    @property
    def count(self) -> int:
        """How many digits were read."""
        return int(self.confusion.sum())

    @property
    def accuracy(self) -> float:
        """The part read right, 0…1; 0 for none."""
        return float(np.trace(self.confusion)) / max(self.count, 1)

    @property
    def per_digit(self) -> list[float | None]:
        """For each true digit the part read right; None where there was none."""
        totals = self.confusion.sum(axis=1)
        return [float(self.confusion[d, d] / totals[d]) if totals[d] else None for d in range(CLASSES)]


def logits_of(network: DigitNet, images: Tensor) -> Iterator[Tensor]:
    """Yield logits (n, 10) for `images` (n, 1, 28, 28), uint8 0…255 or float 0…1, chunk by chunk."""
    network = _for_batches(network)
    device = network.linear.weight.device
    for chunk in images.split(CHUNK):
        with torch.inference_mode():
            batch = as_ink(chunk.to(device)).contiguous(memory_format=torch.channels_last)
            yield network(batch).cpu()


def _for_batches(network: DigitNet) -> DigitNet:
    # a copy, since the caller's may be on display; this memory layout reads batches a quarter faster
    return copy.deepcopy(network).eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]


def as_ink(images: Tensor) -> Tensor:
    """The images as float32, ink 0…1."""
    return images.float().div_(255) if images.dtype == torch.uint8 else images


def evaluating(network: DigitNet, digits: Digits) -> Iterator[Evaluation]:
    """Yield what is known after each chunk of digits; the last one is the whole."""
    confusion = np.zeros((CLASSES, CLASSES), np.int64)
    labels = digits.labels.split(CHUNK)
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
    images = [raster(drawing.ink()) for drawing in drawings]
    empty = np.zeros((28, 28), np.float32)
    stacked = np.stack([empty if r is None else r.image for r in images]) if images else np.zeros((0, 28, 28), "f4")
    return torch.from_numpy(stacked).unsqueeze(1), torch.tensor([r is not None for r in images], dtype=torch.bool)


def read_drawings_with(
    network: DigitNet, drawings: Iterable[Drawing], batch: int = 64
) -> Iterator[tuple[Drawing, NDArray[np.float32] | None]]:
    """Yield each drawing with its ten probabilities, or None where there is no ink."""
    network = _for_batches(network)
    stream = iter(drawings)
    while group := list(islice(stream, batch)):
        images, inked = rasters(group)
        with torch.inference_mode():
            logits = network(images.contiguous(memory_format=torch.channels_last))
            probabilities = torch.softmax(logits, dim=1).numpy()
        for drawing, row, has_ink in zip(group, probabilities, inked.tolist(), strict=True):
            yield drawing, row if has_ink else None
