"""Where runs begin that go on from weights, and what goes with the new weights about where they come from."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gui.session.run import Origin, Training, Waiting
from model.data_set import DataSet
from model.data_set import from_json as data_from_json
from model.jobs import Begin, InUse
from model.network.provenance import Provenance
from model.train.recipe import RANGES, Recipe, from_json, suiting
from model.train.run_header import RunHeader

if TYPE_CHECKING:
    from model.network.digit_net import DigitNet
    from model.train.run_file import RunState
    from model.train.training import Progress


def beginning(recipe: Recipe, data: DataSet, in_use: InUse, edited: "DigitNet | None") -> tuple[Training, Begin]:
    """New weights, or those in use, with the changes by hand if there are any: as the recipe says."""
    run = Training(suiting(recipe, data), data=data)
    if recipe.start != "current":
        return run, Begin(data=data)
    provenance = Provenance(started_from=in_use.name, started_from_changed_by_hand=edited is not None)
    return run, Begin(edited or in_use.checkpoint.network, provenance, data=data)


def resuming(unfinished: RunHeader) -> Training:
    """The run that something broke off.

    Raises:
        ValueError: what its file says of the recipe, or of the data, cannot be.
    """
    return Training(from_json(unfinished.recipe), Origin.RESUMED, data_from_json(unfinished.numbers.get("data")))


def going_on(waiting: Waiting, recipe: Recipe, history: "Sequence[Progress]") -> tuple[Training, Begin]:
    """One more epoch for a result that waits; `recipe` and `history` are of its run.

    A run that came to its end goes on from there. Of weights that were taken from its middle, what AdamW knew is lost:
    they go on at the learning rate that they had then.
    """
    if waiting.state is not None:
        return Training(waiting.state.recipe, Origin.CONTINUED, waiting.state.data), Begin(state=waiting.state)
    taken = waiting.checkpoint
    step = taken.provenance.taken_at_step
    rate = next((p.learning_rate for p in history if p.step == step), recipe.learning_rate / 10)
    rate = min(max(rate, RANGES["learning_rate"][0]), recipe.learning_rate)
    recipe = replace(recipe, epochs=1.0, schedule="cosine", learning_rate=rate, start="current")
    data = taken.network.data
    return Training(recipe, data=data), Begin(taken.network, Provenance(started_from=taken.provenance), data=data)


def about_step(recipe: Recipe, state: "RunState | None", step: int) -> Provenance:
    """What goes with the weights of `step`; `state` is where the run stood last."""
    from model.train.run import settings_of

    by_hand = [] if state is None else [done for done in state.numbers["by_hand"] if done["step"] < step]
    return Provenance(settings_of(recipe), tuple(by_hand), taken_at_step=step)
