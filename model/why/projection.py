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

ROUNDS = 6  # of the subspace iteration; after four the subspace of the shipped network no longer turns
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
    """The two directions (count, 2) that part ten classes of `numbers` (n, count) best.

    Fisher's linear discriminant for several classes (C. R. Rao 1948): the largest variance between classes for a
    variance of 1 within them. Each direction points to the class that lies farthest out along it. Where there is only
    one direction, the second is zeros.
    """
    count = numbers.shape[1]
    centred = numbers - numbers.mean(axis=0)
    within, between = centred.T @ centred, np.zeros((count, count))
    centers = np.zeros((CLASSES, count))
    for digit in range(CLASSES):
        if (of := labels == digit).any():
            centers[digit] = centred[of].mean(axis=0)
            between += of.sum() * np.outer(centers[digit], centers[digit])
    within -= between
    ridge = RIDGE * float(np.trace(within)) / count
    variances, axes = np.linalg.eigh(within / len(numbers) + np.eye(count) * (ridge / len(numbers) or 1.0))
    white = axes / np.sqrt(variances)
    _, turn = np.linalg.eigh(white.T @ between @ white)  # rising
    found = np.zeros((count, 2))
    for axis in range(min(count, 2)):
        direction = white @ turn[:, -1 - axis]
        along = centers @ direction
        found[:, axis] = direction if along[np.abs(along).argmax()] >= 0 else -direction
    return found
