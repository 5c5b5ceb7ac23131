"""Two linear views of many numbers a digit: the directions in which digits differ most, and those that part the ten.

A learner's network may be anything: one feature or a hundred thousand, features that never change, weights by chance.
Whatever it is, what comes out is finite, and the same features give the same view.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.network.architecture import CLASSES

if TYPE_CHECKING:
    from torch import Tensor

ROUNDS = 4  # of the subspace iteration; more change nothing with the shipped network
STARTS, STEPS = 8, 0.3 * 0.96 ** np.arange(100)  # of the search for the plane; by length
RIDGE = 1e-3  # of the mean variance, added to every direction: few digits, or features that never change


def principal(centred: "Tensor", count: int) -> "Iterator[Tensor]":
    """Yield the `count` directions in which the rows of `centred` (n, features) differ most, better in each round.

    Each is (features, count), orthonormal, the largest first; no more than there are features. Subspace iteration from
    a fixed start (Halko, Martinsson and Tropp, "Finding Structure with Randomness", 2011), which needs no matrix of
    features × features.
    """
    import torch

    count = min(count, centred.shape[1])
    start = torch.randn(centred.shape[1], count, generator=torch.Generator().manual_seed(0))
    subspace = torch.linalg.qr(start).Q
    for _ in range(ROUNDS):
        subspace = torch.linalg.qr(centred.T @ (centred @ subspace)).Q
        along = (centred @ subspace).double()
        _, turn = torch.linalg.eigh(along.T @ along)  # rising
        yield subspace @ turn.flip(1).float()


def discriminant(numbers: NDArray[np.float64], labels: NDArray[np.uint8]) -> NDArray[np.float64]:
    """The plane (count, 2) in which the ten classes of `numbers` (n, count) overlap least; both directions are linear.

    Of Fisher's linear discriminants (for several classes: C. R. Rao 1948), which make the variance within classes 1 in
    every direction, the first two show only which classes lie farthest out: then 82 % of a digit's ten neighbours are
    of its own kind, here 94 % (shipped network). The first direction is the one along which the classes spread most,
    each points to the class that lies farthest out along it. Where there is only one direction, the second is zeros.
    """
    count = numbers.shape[1]
    centred = numbers - numbers.mean(axis=0)
    there = [digit for digit in range(CLASSES) if (labels == digit).any()]
    centers = np.stack([centred[labels == digit].mean(axis=0) for digit in there])
    for digit, center in zip(there, centers, strict=True):
        centred[labels == digit] -= center
    within = centred.T @ centred / len(centred)
    ridge = RIDGE * float(np.trace(within)) / count
    variances, axes = np.linalg.eigh(within + np.eye(count) * (ridge or 1.0))
    white = axes / np.sqrt(variances)
    _, _, spread = np.linalg.svd(centers @ white, full_matrices=False)  # (9 or fewer, count): Fisher's discriminants
    parted = white @ spread[: CLASSES - 1].T
    plane = parted @ _least_overlap(centers @ parted)
    _, _, turn = np.linalg.svd(centers @ plane, full_matrices=False)
    plane = plane @ turn.T
    along = centers @ plane
    farthest = along[np.abs(along).argmax(axis=0), np.arange(along.shape[1])]
    found = np.zeros((count, 2))
    found[:, : plane.shape[1]] = plane * np.where(farthest < 0, -1.0, 1.0)
    return found


def _least_overlap(centers: NDArray[np.float64]) -> NDArray[np.float64]:
    """The two directions (count, 2) in which classes of variance 1 around `centers` (classes, count) overlap least.

    They are orthonormal. The overlap of two normal distributions is exp(−distance² / 8), the Bhattacharyya coefficient;
    its sum over all pairs is followed downhill from a few fixed starts.
    """
    count = centers.shape[1]
    pairs = (centers[:, None] - centers)[np.triu_indices(len(centers), 1)]  # (pairs, count)
    turns = np.random.default_rng(0).standard_normal((STARTS, count, 2))
    turns[0] = np.eye(count, 2)
    for step in STEPS:
        turns = np.linalg.qr(turns).Q
        along = pairs @ turns  # (starts, pairs, 2)
        overlap = np.exp(-(along**2).sum(axis=2, keepdims=True) / 8)
        downhill = pairs.T @ (along * overlap)
        turns = turns + step * downhill / np.maximum(np.linalg.norm(downhill, axis=(1, 2), keepdims=True), 1e-300)
    best: NDArray[np.float64] = np.linalg.qr(turns).Q[overlap.sum(axis=(1, 2)).argmin()]
    return best
