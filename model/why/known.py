"""What a network makes of training digits, made once in the background, and which of them a drawing is like.

A digit is known by its *features*, the last layer's output: `compact` keeps the 32 directions in which they differ
most, `points` are their shadow on a plane. Asking is NumPy and takes a part of a millisecond; `knowing` needs torch.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from model.look.snapshot import Snapshot
from model.network.architecture import CLASSES, linear_features
from model.why.projection import discriminant, principal
from model.why.question import Question, lead
from model.why.reading import LARGEST, features_of

if TYPE_CHECKING:
    from torch import Tensor

    from model.mnist import Digits
    from model.network.digit_net import DigitNet

Array = NDArray[np.float32]
Indices = NDArray[np.int64]

COUNTS = (12_000, 55_000)  # digits known at first, and in the end
DIRECTIONS = 32  # kept of each digit
PARTING = 128  # in which the plane is looked for
SAMPLE = 4_000_000  # numbers that the directions are made from
BETWEEN = 2.0  # a lead so small is a close decision: of two digits the other has 12 % or more
FINER = 4  # bars of the histogram for each place on the line
CUT = 0.005  # of the digits at either end of the line stand in its last place
AT_ONCE = 5_000  # digits that are compared at once
NOT_COMPARED = -2.0  # less than any cosine
SCALES = 8  # questions whose line is kept


@dataclass(frozen=True)
class KnownProgress:
    """So many digits of so many have been read."""

    done: int
    of: int


@dataclass(frozen=True, eq=False)
class Known:
    """What a network makes of n training digits. `images` is a view of MNIST's own, not a copy."""

    images: NDArray[np.uint8]  # (n, 28, 28), ink 255 on 0
    labels: NDArray[np.uint8]  # (n,)
    logits: Array  # (n, 10)
    compact: NDArray[np.float16]  # (n, 32 or fewer): the features less their mean along `basis`, scaled to length 1
    points: Array  # (n, 2): the features less their mean along `plane`
    mean: Array  # (features,)
    basis: Array  # (features, 32 or fewer), orthonormal
    plane: Array  # (features, 2): a linear discriminant
    centers: Array  # (10, 2): the mean point of each digit

    def __len__(self) -> int:
        return len(self.labels)

    @cached_property
    def of_digit(self) -> tuple[NDArray[np.int32], ...]:
        """For each of 0…9 where its training digits are."""
        return tuple(np.flatnonzero(self.labels == digit).astype(np.int32) for digit in range(CLASSES))

    @cached_property
    def scales(self) -> "dict[tuple[Question, int], Scale]":
        """What `line` has made for the last few questions."""
        return {}


@dataclass(frozen=True, eq=False)
class Near:
    """Training digits, the most similar first: `indices` (k,) and the cosine of their features with the drawing's."""

    indices: Indices
    similarity: Array


@dataclass(frozen=True, eq=False)
class Line:
    """Training digits of the two classes on the line of their own lead.

    The line goes from `edges[0]` to `edges[-1]` and is cut into k places of the same width, 0 between two of them. In
    each stands the digit of that place that is most like the drawing; where a place is empty there is none.
    """

    indices: Indices  # (k or fewer,), by rising lead
    leads: Array  # (k or fewer,)
    slots: Indices  # (k or fewer,): the place of each, 0…k − 1
    yours: float  # the drawing's lead; may lie beyond the ends
    edges: Array  # (bars + 1,): of the histogram, `FINER` bars a place
    answers: Indices  # (bars,): how many training digits that are the answer have such a lead, outliers at the ends
    rivals: Indices  # (bars,): the same of the rival's
    between: float  # part of all digits of both classes whose lead is less than `BETWEEN`, up or down, 0…1


@dataclass(frozen=True, eq=False)
class Scale:
    """Of a line, what is the same for every drawing: `members` are the digits of both classes, place after place."""

    members: NDArray[np.int32]
    starts: Indices  # (k + 1,): where in `members` each place begins, and the end
    edges: Array
    answers: Indices
    rivals: Indices
    between: float


# -- making it --------------------------------------------------------------------------------------------------


def knowing(
    network: "DigitNet", digits: "Digits", counts: Sequence[int] = COUNTS
) -> Generator[KnownProgress | Known, None, None]:
    """Read `digits` with a plain network; yields progress after each chunk, and `Known` when it knows so many of them.

    The directions are made from the first digits and stay, so that nothing moves when more are known.
    """
    import torch

    counts = sorted({min(count, len(digits)) for count in counts})
    total, width = counts[-1], linear_features(network.specs)
    stream = features_of(network, digits.images[:total])
    labels = digits.labels[:total]
    logits = torch.empty(total, CLASSES)
    sample: list[Tensor] = []
    read = 0
    while read < min(counts[0], max(2 * PARTING, SAMPLE // width)):
        features, outputs = next(stream)
        logits[read : read + len(outputs)] = outputs
        sample.append(features)
        read += len(outputs)
        yield KnownProgress(read, total)
    centred = torch.cat(sample)
    mean = centred.mean(dim=0)
    centred -= mean
    directions = mean[:, None]
    for directions in principal(centred, min(PARTING, max(DIRECTIONS, SAMPLE // width))):  # noqa: B007
        yield KnownProgress(read, total)
    numbers = torch.empty(total, directions.shape[1])
    numbers[:read] = centred @ directions
    del sample, centred
    plane = None
    for count in counts:
        while read < count:
            features, outputs = next(stream)
            here = slice(read, read + len(outputs))
            logits[here], numbers[here] = outputs, (features - mean) @ directions
            read += len(outputs)
            yield KnownProgress(read, total)
        if plane is None:
            plane = discriminant(numbers[:count], labels[:count])
        points = (numbers[:count] @ plane).numpy()
        digit = labels[:count].numpy().astype(np.uint8)
        yield Known(
            digits.images[:count, 0].numpy(),
            digit,
            logits[:count].numpy(),
            np.asfortranarray(_unit(numbers[:count, :DIRECTIONS].numpy()).astype(np.float16)),  # read by column
            points,
            mean.numpy(),
            directions[:, :DIRECTIONS].numpy().copy(),
            (directions @ plane).numpy(),
            _centers(points, digit),
        )


def _centers(points: Array, labels: NDArray[np.uint8]) -> Array:
    """The mean of the points of each digit, zeros for a digit that is not there: (10, 2)."""
    centers = np.zeros((CLASSES, 2), np.float32)
    for digit in range(CLASSES):
        if (of := labels == digit).any():
            centers[digit] = points[of].mean(axis=0)
    return centers


def _unit(rows: NDArray[np.floating[Any]]) -> Array:
    """Each row scaled to length 1; zeros stay zeros."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return (rows / np.where(lengths > 0, lengths, 1)).astype(np.float32, copy=False)


# -- asking it --------------------------------------------------------------------------------------------------


def place(known: Known, snapshot: Snapshot) -> Array:
    """Where the drawing lies among `known.points`: (2,).

    Raises:
        ValueError: the snapshot is of an empty drawing.
    """
    found: Array = np.dot(_features(snapshot) - known.mean, known.plane)
    return found


def similarity(known: Known, features: Array, among: int | None = None) -> Array:
    """The cosine of features (features,) or (m, features) with those of the first `among` digits, or of all n: −1…1."""
    import torch  # which takes one thread here; NumPy's library takes all, and then waits for those that are busy

    count = len(known) if among is None else min(among, len(known))
    along = torch.from_numpy(features - known.mean) @ torch.from_numpy(known.basis)
    unit, compact = torch.from_numpy(_unit(along.numpy())), torch.from_numpy(known.compact[:count]).T
    alike = torch.empty(*features.shape[:-1], count)
    single = torch.empty(len(compact), AT_ONCE)  # each part in turn: it stays in the processor's cache
    for start in range(0, count, AT_ONCE):
        part = compact[:, start : start + AT_ONCE]
        alike[..., start : start + AT_ONCE] = unit @ single[:, : part.shape[1]].copy_(part)
    return alike.numpy()


@lru_cache(maxsize=1)  # one drawing is asked about several times
def _alike(known: Known, snapshot: Snapshot, among: int | None) -> Array:
    return similarity(known, _features(snapshot), among)


def nearest(known: Known, snapshot: Snapshot, k: int = 6, label: int | None = None, among: int | None = None) -> Near:
    """The `k` training digits most like the drawing, of the first `among` or of all; with `label`, of that digit.

    Raises:
        ValueError: the snapshot is of an empty drawing.
    """
    alike = _alike(known, snapshot, among)
    if label is None:
        best = _largest(alike, k)
    else:
        members = known.of_digit[label]
        members = members[: np.searchsorted(members, len(alike))]
        best = members[_largest(alike[members], k)].astype(np.int64)
    return Near(best, alike[best])


def _largest(values: Array, k: int) -> Indices:
    """Where the `k` largest are, the largest first."""
    some = np.argpartition(values, len(values) - k)[-k:] if k < len(values) else np.arange(len(values))
    return some[np.lexsort((some, -values[some]))]


def line(known: Known, snapshot: Snapshot, q: Question, k: int = 17, among: int | None = None) -> Line:
    """Training digits of both classes by their own lead, the ones most like the drawing; `k` places.

    With `among`, only the first so many digits are compared; the histogram is of all.

    Raises:
        ValueError: the snapshot is of an empty drawing.
    """
    scale = known.scales.get((q, k))
    if scale is None:
        if len(known.scales) >= SCALES:
            known.scales.clear()
        scale = known.scales[q, k] = _scale(known, q, k)
    first = _alike(known, snapshot, among)
    alike = np.full(len(known), NOT_COMPARED, np.float32)
    alike[: len(first)] = first
    alike = alike[scale.members]
    places = enumerate(pairwise(scale.starts.tolist()))
    best = {slot: start + int(alike[start:end].argmax()) for slot, (start, end) in places if start < end}
    best = {slot: at for slot, at in best.items() if alike[at] > NOT_COMPARED}
    indices, slots = scale.members[list(best.values())].astype(np.int64), np.array(list(best), np.int64)
    leads = _leads(known, indices, q)
    yours = lead(snapshot, q)
    return Line(indices, leads, slots, yours, scale.edges, scale.answers, scale.rivals, scale.between)


def _leads(known: Known, indices: NDArray[np.integer[Any]], q: Question) -> Array:
    found: Array = known.logits[indices, q.answer] - known.logits[indices, q.rival]
    return found


def _scale(known: Known, q: Question, k: int) -> Scale:
    of_answer, of_rival = known.of_digit[q.answer], known.of_digit[q.rival]
    both = np.concatenate([of_answer, of_rival])
    leads = _leads(known, both, q)
    order = np.argsort(leads)
    leads, is_answer = leads[order], order < len(of_answer)
    low, high = np.quantile(leads, (CUT, 1 - CUT)) if len(both) else (0.0, 0.0)
    low, high = min(float(low), 0.0), max(float(high), 0.0)
    below = min(max(round(k * -low / (high - low or 1.0)), 1), k - 1)  # places where the rival wins
    width = max(-low / below, high / (k - below)) or 1.0
    edges = ((np.arange(k * FINER + 1) - below * FINER) * (width / FINER)).astype(np.float32)
    ends = np.array([0, *np.searchsorted(leads, edges[1:-1]), len(both)])  # of the bars
    answers = np.diff(np.concatenate([[0], np.cumsum(is_answer)])[ends])
    between = float((np.abs(leads) < BETWEEN).mean()) if len(both) else 0.0
    return Scale(both[order], ends[::FINER], edges, answers, np.diff(ends) - answers, between)


def _features(snapshot: Snapshot) -> Array:
    """What the last layer gave: (features,)."""
    if not snapshot.maps:
        raise ValueError("there is no image yet")
    return np.clip(np.nan_to_num(snapshot.maps[-1].out.ravel()), -LARGEST, LARGEST)
