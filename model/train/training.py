"""Training as a generator: `train` yields after every step and can be dropped at any of them.

It owns private copies of everything it changes and knows nothing of threads or windows; the command line, the tests and
the window's worker all walk through the same steps. A run can be steered (`Controls`) and go on after it was broken off
(`RunState`).
"""

import math
from collections.abc import Callable, Generator, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace

from model.evaluate.evaluation import evaluating
from model.evaluate.outcome import Outcome, comparing
from model.files import InputError
from model.mnist import Mnist
from model.network.checkpoint import Checkpoint
from model.network.digit_net import DigitNet
from model.network.provenance import Provenance
from model.train.calibration import calibrating
from model.train.controls import Controls
from model.train.devices import explaining, pick_device
from model.train.health import LayerHealth, examining
from model.train.packing import pack, unpack
from model.train.recipe import Recipe, suiting
from model.train.run import Run
from model.train.run_file import RunState
from model.train.watch import Watch


@dataclass(frozen=True, eq=False)
class Progress:
    """Where a run is after one step.

    `validation` is the accuracy 0…1 measured at this very step, else None. `network` is a folded copy, there a few
    times a second, with the `health` of each layer. `paused` says that the run now waits. The last Progress carries the
    `result`, with accuracies on the whole validation and test parts, and the `outcome` where there was a network to
    compare it with.
    """

    step: int
    steps: int
    epoch: int
    epochs: int
    loss: float
    learning_rate: float
    images_per_second: float
    seconds_left: float
    validation: float | None = None
    network: DigitNet | None = None
    result: Checkpoint | None = None
    outcome: Outcome | None = None
    health: tuple[LayerHealth, ...] | None = None
    paused: bool = False


Keep = Callable[[RunState], None]


def train(
    recipe: Recipe,
    mnist: Mnist,
    device: str = "auto",
    *,
    start: DigitNet | None = None,
    controls: Controls | None = None,
    resume: RunState | None = None,
    keep: Keep | None = None,
    provenance: Provenance | None = None,
    against: DigitNet | None = None,
) -> Generator[Progress, None, None]:
    """Train a network by `recipe`, as far as it suits the data, yielding after every step; the last has the result.

    The same recipe gives the same weights on the same machine with the same number of threads. `device` stands before
    the recipe's unless it is `auto`. `start` is a plain network to go on from instead of new weights; the outputs are
    its own at first. `controls` are read between two steps; after a stop there is no result. `keep` is called with
    the run's state every few seconds, when it pauses, has taken its last step, or is dropped; with such a state as
    `resume` it goes on as if it had never been away, and a finished one takes the further epochs that `controls` ask
    for. `provenance` says what `start` was, for the weights that come of it. The result is compared with the network
    `against`.

    Raises:
        InputError: the device is missing or failed, memory ran out, the loss stopped being a number, or `start` or
            `resume` do not fit.
    """
    controls = controls or Controls()
    where = pick_device(recipe.device if device == "auto" else device)
    with explaining(where):
        run = Run(suiting(recipe, mnist.about), mnist, where, start)
        if resume is not None:
            unpack(run, resume)
        if provenance is not None:
            run.provenance = provenance
        run.obey(controls.take_orders())
        watch = Watch(run.step_number)
        keep_state = keep or _forget
        while True:
            last = None
            for last in _stepping(run, watch, mnist, controls, keep_state):
                yield last
            keep_state(pack(run))
            if controls.stopped:
                return
            for progress in finishing(run.folded(), mnist, run.about(), last or _progress(run, watch), against):
                yield progress
                run.obey(controls.take_orders())
                if run.step_number < run.steps:  # an epoch more was asked for
                    break
            else:
                return


def _forget(_state: RunState) -> None:
    pass


def _stepping(run: Run, watch: Watch, mnist: Mnist, controls: Controls, keep: Keep) -> Iterator[Progress]:
    """The steps that are left, one Progress each, and one more whenever the run pauses."""
    try:
        while run.step_number < run.steps and not controls.stopped:
            progress = _stepped(run, watch, mnist)
            yield progress
            run.obey(controls.take_orders())
            while controls.paused and not controls.stopped:
                watch.note_kept()
                keep(pack(run))
                network = progress.network or watch.look(run.folded)
                progress = replace(progress, steps=run.steps, validation=None, network=network, paused=True)
                yield progress
                watch.wait(controls)
                run.obey(controls.take_orders())
            if watch.time_to_keep():
                watch.note_kept()
                keep(pack(run))
    except GeneratorExit:
        keep(pack(run))
        raise


def _stepped(run: Run, watch: Watch, mnist: Mnist) -> Progress:
    """Take one step."""
    shown = watch.time_to_look() or run.step_number + 1 == run.steps
    rate = run.schedule.learning_rate
    with examining(run.network) if shown else nullcontext() as examination:
        loss = run.step(run.next_batch())
    if not math.isfinite(loss):
        raise InputError("The loss became {0} at step {1}; a lower learning rate helps.", loss, run.step_number)
    run.losses.append(loss)
    run.rates.append(rate)
    network = watch.look(run.folded) if shown else None
    validation = watch.check(network, mnist) if network is not None and watch.time_to_check() else None
    if validation is not None:
        run.checks.append((run.step_number, validation))
    health = None if examination is None else examination.result()
    return replace(_progress(run, watch), validation=validation, network=network, health=health)


def _progress(run: Run, watch: Watch) -> Progress:
    steps_per_second = watch.speed(run.step_number)
    return Progress(
        run.step_number,
        run.steps,
        max(run.step_number - 1, 0) // run.per_epoch + 1,
        math.ceil(run.steps / run.per_epoch),
        run.losses[-1],
        run.rates[-1],
        images_per_second=steps_per_second * run.recipe.batch_size,
        seconds_left=(run.steps - run.step_number) / steps_per_second if steps_per_second else 0.0,
    )


def past(state: RunState) -> list[Progress]:
    """The steps that `state` has behind it."""
    losses, rates, checks = state.tensors["losses"].tolist(), state.tensors["rates"].tolist(), state.numbers["checks"]
    accuracies = {int(step): float(accuracy) for step, accuracy in checks}
    per_epoch = int(state.numbers["digits"]) // state.recipe.batch_size or 1
    epochs = math.ceil(state.steps / per_epoch)
    return [
        Progress(step, state.steps, (step - 1) // per_epoch + 1, epochs, loss, rate, 0.0, 0.0, accuracies.get(step))
        for step, (loss, rate) in enumerate(zip(losses, rates, strict=True), start=1)
    ]


def finishing(
    network: DigitNet, mnist: Mnist, provenance: Provenance, progress: Progress, against: DigitNet | None = None
) -> Iterator[Progress]:
    """Calibrate the plain `network` in place, measure it, and compare it with `against`; the last Progress has it all.

    `provenance` goes with the weights, `progress` is what is yielded on the way. A network of other images than its own
    is no comparison.
    """
    if against is not None and against.data != network.data:
        against = None
    last = replace(progress, validation=None, network=None, health=None, paused=False, seconds_left=0.0)
    for _ in calibrating(network, mnist.validation, provenance.seed, changed=mnist.about.digits):
        yield last
    accuracy = 0.0
    for evaluation in evaluating(network, mnist.validation):
        accuracy = evaluation.accuracy
        yield last
    for test in comparing(against or network, network, mnist.test):
        if test is None:
            yield last
            continue
        figures = {"validation": round(accuracy, 6), "test": round(test.accuracy_now, 6)}
        result = Checkpoint(network, provenance, figures)
        outcome = None if against is None else Outcome(test)
        yield replace(last, validation=figures["validation"], network=network, result=result, outcome=outcome)
