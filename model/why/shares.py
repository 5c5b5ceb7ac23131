"""What each map of the last layer gives to the lead: an exact sum, since the linear layer only multiplies and adds.

lead = Σ_channels Σ_y Σ_x (W_answer − W_rival) · out  +  (b_answer − b_rival)
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.look.inspection import TOLERANCE
from model.look.snapshot import Snapshot
from model.why.question import Question
from model.why.question import lead as lead_of


@dataclass(frozen=True, eq=False)
class Shares:
    """The terms of the lead, positive where they speak for the answer. Arrays cannot be written to."""

    where: NDArray[np.float32]  # (channels, h, w): what each number of the last maps gives
    maps: NDArray[np.float64]  # (channels,): what each map gives, the sum of its numbers
    bias: float
    lead: float  # PyTorch's

    @property
    def total(self) -> float:
        """All maps and the bias together."""
        with np.errstate(all="ignore"):  # weights changed by hand may be as large as they like
            return float(self.maps.sum()) + self.bias

    @property
    def equal(self) -> bool:
        """Whether the sum is PyTorch's lead; for large ones, to the same relative precision."""
        return abs(self.total - self.lead) <= TOLERANCE * max(1.0, abs(self.lead))

    @property
    def by_size(self) -> list[int]:
        """The maps, the one that speaks most for the answer first, the one that speaks most for the rival last."""
        return [int(channel) for channel in np.argsort(-self.maps, kind="stable")]


def shares(snapshot: Snapshot, q: Question) -> Shares:
    """The lead of `q` taken apart by the maps of the last layer, summed in float64.

    Raises:
        ValueError: the snapshot is of an empty drawing.
    """
    lead = lead_of(snapshot, q)
    weight, bias = snapshot.weights.linear_weight, snapshot.weights.linear_bias
    out = snapshot.maps[-1].out  # (channels, h, w)
    with np.errstate(all="ignore"):
        kernel = np.subtract(weight[q.answer], weight[q.rival], dtype=np.float64).reshape(out.shape)
        terms = kernel * out
        maps, where = terms.sum(axis=(1, 2)), terms.astype(np.float32)
    for array in (maps, where):
        array.flags.writeable = False
    return Shares(where, maps, float(bias[q.answer]) - float(bias[q.rival]), lead)
