"""What is on display: which network the whole window is about at this moment."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from model.network.digit_net import DigitNet


class Kind(Enum):
    """Where the network on display comes from."""

    STEP = auto()  # a step of the last run, looked back at or about to be taken
    LEARNING = auto()  # the run that is on
    NEW = auto()  # the result of a run that waits to be kept or reverted
    EDITED = auto()  # the network in use, changed by hand
    SAVED = auto()  # the network in use


@dataclass(frozen=True)
class Shown:
    """The network on display. `name` is that of the network in use; `step` belongs to a step of a run."""

    kind: Kind
    network: "DigitNet"
    name: str
    step: int | None = None

    @property
    def can_edit(self) -> bool:
        """Whether it may be changed by hand: only what is in use may, not what learns, waits or is past."""
        return self.kind in (Kind.EDITED, Kind.SAVED)
