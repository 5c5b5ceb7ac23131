"""Two linear views of many numbers a digit: the directions in which digits differ most, and those that part the ten.

A learner's network may be anything: one feature or a hundred thousand, features that never change, weights by chance.
Whatever it is, what comes out is finite, and the same features give the same view.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from model.network.architecture import CLASSES

if TYPE_CHECKING:
    from torch import Tensor

ROUNDS = 4  # of the subspace iteration; more change nothing with the shipped network
STARTS, STEPS = 8, 100  # of the search for the plane
SMALLEST = 1e-20  # numbers that differ less are the same
RIDGE = 1e-3  # of the mean variance, added to every direction: few digits, or features that never change


def principal(centred: "Tensor", count: int) -> "Iterator[Tensor]":
    """Yield the `count` directions in which the rows of `centred` (n, features) differ most, better in each round.

    Each is (features, count), orthonormal, the largest first; no more than there are features. Subspace iteration from
    a fixed start (Halko, Martinsson and Tropp, "Finding Structure with Randomness", 2011), which needs no matrix of
    features × features.
    """
    import torch

    count = min(count, centred.shape[1])
    centred = centred / centred.abs().max().clamp(min=SMALLEST)  # squares of it must not vanish
    start = torch.randn(centred.shape[1], count, generator=torch.Generator().manual_seed(0))
    subspace = torch.linalg.qr(start).Q
    for _ in range(ROUNDS):
        subspace = torch.linalg.qr(centred.T @ (centred @ subspace)).Q
        along = (centred @ subspace).double()
        _, turn = torch.linalg.eigh(along.T @ along)  # rising
        yield subspace @ turn.flip(1).float()


def discriminant(numbers: "Tensor", labels: "Tensor") -> "Tensor":
    """The plane (count, 2) in which the ten classes of `numbers` (n, count) overlap least; both directions are linear.

    Of Fisher's linear discriminants (for several classes: C. R. Rao 1948), which make the variance within classes 1 in
    every direction, the first two show only which classes lie farthest out: then 82 % of a digit's ten neighbours are
    of its own kind, here 94 % (shipped network). The first direction is the one along which the classes spread most,
    each points to the class that lies farthest out along it. Where there is only one direction, the second is zeros.
    """
    import torch

    count = numbers.shape[1]
    centred = numbers.double()
    centred -= centred.mean(dim=0)
    if (size := float(centred.abs().max())) < SMALLEST:
        return torch.zeros(count, 2)
    centred /= size
    there = labels.unique()
    centers = torch.stack([centred[labels == digit].mean(dim=0) for digit in there])
    for digit, center in zip(there, centers, strict=True):
        centred[labels == digit] -= center
    within = centred.T @ centred / len(centred)
    ridge = RIDGE * float(within.trace()) / count
    variances, axes = torch.linalg.eigh(within + torch.eye(count) * (ridge or 1.0))
    white = axes / variances.sqrt()
    spread = torch.linalg.svd(centers @ white, full_matrices=False).Vh  # (10 or fewer, count): Fisher's discriminants
    parted = white @ spread[: CLASSES - 1].T
    plane = parted @ _least_overlap(centers @ parted)
    plane = plane @ torch.linalg.svd(centers @ plane, full_matrices=False).Vh.T
    along = centers @ plane
    farthest = along.gather(0, along.abs().argmax(dim=0, keepdim=True))
    found = torch.zeros(count, 2)
    found[:, : plane.shape[1]] = torch.where(farthest < 0, -plane, plane) / size
    return found


def _least_overlap(centers: "Tensor") -> "Tensor":
    """The two directions (count, 2) in which classes of variance 1 around `centers` (classes, count) overlap least.

    They are orthonormal. The overlap of two normal distributions is exp(−distance² / 8), the Bhattacharyya coefficient;
    its sum over all pairs is followed downhill from a few fixed starts, by steps that become shorter.
    """
    import torch

    count = centers.shape[1]
    first, second = torch.triu_indices(len(centers), len(centers), 1)
    pairs = centers[first] - centers[second]
    turns = torch.randn(STARTS, count, 2, generator=torch.Generator().manual_seed(0), dtype=torch.double)
    turns[0] = torch.eye(count, 2)
    turns = torch.linalg.qr(turns).Q
    for step in range(STEPS):
        along = pairs @ turns  # (starts, pairs, 2)
        overlap = (-along.square().sum(dim=2, keepdim=True) / 8).exp()
        downhill = pairs.T @ (along * overlap)
        length = downhill.norm(dim=(1, 2), keepdim=True).clamp(min=1e-300)
        turns = torch.linalg.qr(turns + 0.3 * 0.96**step * downhill / length).Q
    overlap = (-(pairs @ turns).square().sum(dim=2) / 8).exp().sum(dim=1)
    best: Tensor = turns[int(overlap.argmin())]
    return best
