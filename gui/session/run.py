"""A run: what it is, in which phase it can be, what may be asked in each phase, and what waits after its end."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from model.data_set import MNIST, DataSet
from model.train.recipe import Recipe

if TYPE_CHECKING:
    from model.evaluate.outcome import Outcome
    from model.network.checkpoint import Checkpoint
    from model.train.run_file import RunState


class Origin(Enum):
    """Where a training begins."""

    NEW = auto()  # with its first step
    RESUMED = auto()  # where something broke it off
    CONTINUED = auto()  # at its end, for another epoch; the steps so far belong to it


@dataclass(frozen=True)
class Training:
    """A run by `recipe` on the images of `data`."""

    recipe: Recipe
    origin: Origin = Origin.NEW
    data: DataSet = MNIST


@dataclass(frozen=True)
class Teaching:
    """A short run that learns from the user's `examples`, so many drawings."""

    examples: int


Run = Training | Teaching


class Phase(Enum):
    """What the trainer does."""

    IDLE = auto()
    RUNNING = auto()
    PAUSED = auto()
    STOPPING = auto()  # asked to stop, until the thread has ended
    TAKING = auto()  # the weights of a step are calibrated and measured
    DECIDING = auto()  # a result waits for keep or revert


class Ask(Enum):
    """What can be asked of the trainer."""

    START = auto()  # train by a recipe, or learn from examples
    RESUME = auto()  # go on with a run that something broke off
    OPEN = auto()  # use other weights
    PAUSE = auto()
    GO_ON = auto()  # end the pause
    RATE = auto()  # another learning rate
    MORE = auto()  # one more epoch
    STOP = auto()
    TAKE = auto()  # the weights of a step
    KEEP = auto()
    REVERT = auto()


ALLOWED: dict[Ask, set[Phase]] = {
    Ask.START: {Phase.IDLE},
    Ask.RESUME: {Phase.IDLE},
    Ask.OPEN: {Phase.IDLE},
    Ask.PAUSE: {Phase.RUNNING},
    Ask.GO_ON: {Phase.PAUSED},
    Ask.RATE: {Phase.RUNNING, Phase.PAUSED},
    Ask.MORE: {Phase.RUNNING, Phase.PAUSED, Phase.DECIDING},
    Ask.STOP: {Phase.RUNNING, Phase.PAUSED, Phase.TAKING},
    Ask.TAKE: {Phase.IDLE, Phase.RUNNING, Phase.PAUSED, Phase.DECIDING},
    Ask.KEEP: {Phase.DECIDING},
    Ask.REVERT: {Phase.DECIDING},
}


class Need(Enum):
    """What a request needs beside the right phase."""

    FREE = auto()  # the thread has nothing to do
    FREE_OR_LEARNING = auto()  # or is busy with the run
    NETWORK = auto()  # one is in use
    UNFINISHED = auto()  # something broke a run off
    TRAINING = auto()  # the run is a training by a recipe, no teaching
    STEPS = auto()  # some were kept to look back at


NEEDS: dict[Ask, set[Need]] = {
    Ask.START: {Need.FREE, Need.NETWORK},
    Ask.RESUME: {Need.FREE, Need.NETWORK, Need.UNFINISHED},
    Ask.OPEN: {Need.FREE},
    Ask.PAUSE: {Need.TRAINING},
    Ask.GO_ON: {Need.TRAINING},
    Ask.RATE: {Need.TRAINING},
    Ask.MORE: {Need.TRAINING, Need.FREE_OR_LEARNING},
    Ask.STOP: set(),
    Ask.TAKE: {Need.TRAINING, Need.FREE_OR_LEARNING, Need.STEPS},
    Ask.KEEP: {Need.FREE},
    Ask.REVERT: {Need.FREE},
}


@dataclass(frozen=True, eq=False)
class Waiting:
    """A result that waits to be kept or reverted.

    `state` is where its run ended, to go on from; None for one that was taken from the middle of a run, or taught.
    `outcome` is what it changes against the network in use.
    """

    checkpoint: "Checkpoint"
    state: "RunState | None"
    outcome: "Outcome | None" = None
