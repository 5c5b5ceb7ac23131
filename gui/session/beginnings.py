"""Where runs begin that go on from weights, and what goes with the new weights about where they come from."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gui.session.run import Origin, Training, Waiting
from model.jobs import Begin, InUse
from model.network.provenance import Provenance
from model.train.recipe import RANGES, Recipe

if TYPE_CHECKING:
    from model.network.digit_net import DigitNet
    from model.train.run_file import RunState
    from model.train.training import Progress


def beginning(recipe: Recipe, in_use: InUse, edited: "DigitNet | None") -> Begin:
    """New weights, or those in use, with the changes by hand if there are any: as the recipe says."""
    if recipe.start != "current":
        return Begin()
    provenance = Provenance(started_from=in_use.name, started_from_changed_by_hand=edited is not None)
    return Begin(edited or in_use.checkpoint.network, provenance)


def going_on(waiting: Waiting, recipe: Recipe, history: "Sequence[Progress]") -> tuple[Training, Begin]:
    """One more epoch for a result that waits; `recipe` and `history` are of its run.

    A run that came to its end goes on from there. Of weights that were taken from its middle, what AdamW knew is lost:
    they go on at the learning rate that they had then.
    """
    if waiting.state is not None:
        return Training(waiting.state.recipe, Origin.CONTINUED), Begin(state=waiting.state)
    taken = waiting.checkpoint
    step = taken.provenance.taken_at_step
    rate = next((p.learning_rate for p in history if p.step == step), recipe.learning_rate / 10)
    rate = min(max(rate, RANGES["learning_rate"][0]), recipe.learning_rate)
    recipe = replace(recipe, epochs=1.0, schedule="cosine", learning_rate=rate, start="current")
    return Training(recipe), Begin(taken.network, Provenance(started_from=taken.provenance))


def about_step(recipe: Recipe, state: "RunState | None", step: int) -> Provenance:
    """What goes with the weights of `step`; `state` is where the run stood last."""
    from model.train.run import settings_of

    by_hand = [] if state is None else [done for done in state.numbers["by_hand"] if done["step"] < step]
    return Provenance(settings_of(recipe), tuple(by_hand), taken_at_step=step)
