"""Why one drawing is read as it is: what is known of it at one moment, each part worked out when first asked for."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from model.look.snapshot import Snapshot
    from model.network.digit_net import DigitNet
    from model.why.known import Known, Line, Near
    from model.why.question import Question
    from model.why.shares import Shares

NEAREST, ALONG = 6, 17  # training digits that are shown most like the drawing, and on the line between two digits


@dataclass(frozen=True, eq=False)
class Read:
    """What `network` makes of training digits."""

    network: "DigitNet"
    known: "Known"


@dataclass(frozen=True, eq=False)
class Explanation:
    """The snapshot of a drawing, the question about it, and what the network, or an earlier one of a run, has read.

    `as_read` is the snapshot of the same drawing by the network of `read`: the same one unless a run is going on.
    With `among`, the drawing is compared with the first so many training digits alone.
    """

    snapshot: "Snapshot"
    question: "Question"
    read: Read | None
    as_read: "Snapshot"
    among: int | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """What the ten classes are called."""
        return self.snapshot.classes

    @property
    def answer(self) -> str:
        """What the answer that is asked about is called."""
        return self.names[self.question.answer]

    @property
    def rival(self) -> str:
        """What it is compared with."""
        return self.names[self.question.rival]

    @property
    def is_earlier(self) -> bool:
        """Whether the training digits were read by an earlier network than the one on display."""
        return self.as_read is not self.snapshot

    @property
    def compared(self) -> int:
        """With how many training digits the drawing is compared."""
        known = 0 if self.read is None else len(self.read.known)
        return known if self.among is None else min(known, self.among)

    @cached_property
    def lead(self) -> float:
        """The answer's output minus the rival's."""
        from model.why.question import lead

        return lead(self.snapshot, self.question)

    @cached_property
    def shares(self) -> "Shares":
        """What each map of the last layer adds to the lead."""
        from model.why.shares import shares

        return shares(self.snapshot, self.question)

    @cached_property
    def place(self) -> tuple[float, float] | None:
        """Where the drawing lies among the training digits."""
        if self.read is None:
            return None
        from model.why.known import place

        x, y = place(self.read.known, self.as_read)
        return float(x), float(y)

    @cached_property
    def near(self) -> "Near | None":
        """The training digits most like it."""
        return self._near(None)

    @cached_property
    def near_rival(self) -> "Near | None":
        """Those among the rival's."""
        return self._near(self.question.rival)

    def _near(self, label: int | None) -> "Near | None":
        if self.read is None:
            return None
        from model.why.known import nearest

        return nearest(self.read.known, self.as_read, NEAREST, label, self.among)

    @cached_property
    def line(self) -> "Line | None":
        """Training digits of both kinds in the order of their own lead, with the drawing's place."""
        if self.read is None:
            return None
        from model.why.known import line

        return line(self.read.known, self.as_read, self.question, ALONG, self.among)
