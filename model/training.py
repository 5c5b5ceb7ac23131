"""Training as a generator: `train` yields after every step and can be dropped at any of them.

It owns private copies of everything it changes and knows nothing of threads or windows; the command line, the tests and
the window's worker all walk through the same steps. A run can be steered (`Controls`) and go on after it was broken off
(`RunState`).
"""

import copy
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass, replace
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from model.augment import augment
from model.calibration import calibrating
from model.checkpoint import WEIGHTS, Checkpoint, load
from model.controls import Controls, Order
from model.evaluation import as_ink, evaluating
from model.files import InputError
from model.health import LayerHealth, examining
from model.mishaps import explaining
from model.mnist import Mnist
from model.network import DigitNet
from model.packing import pack, unpack
from model.recipe import Recipe
from model.runs import RunState
from model.schedule import Schedule
from model.strangers import scribbles
from model.watch import Watch

SOFTENED = 2.5  # the temperature at which a teacher's answers are learned
TAUGHT = 0.8  # the part they have in the loss; the labels have the rest
FOLLOW_EVERY = 4  # steps between updates of the averaged weights
PREPARED = 1024  # digits that show a network to go on from what batch norm has to expect


@dataclass(frozen=True, eq=False)
class Progress:
    """Where a run is after one step.

    `validation` is the accuracy 0…1 measured at this very step, else None. `network` is a folded copy, there a few
    times a second, with the `health` of each layer. `paused` says that the run now waits. The last Progress carries the
    `result`, with accuracies on the whole validation and test parts.
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
    health: tuple[LayerHealth, ...] | None = None
    paused: bool = False


def pick_device(name: str = "auto") -> torch.device:
    """The device that `auto`, `cpu`, `cuda` or `mps` stands for.

    Raises:
        InputError: the device is not there.
    """
    available = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    if name == "auto":
        name = next(device for device, there in available.items() if there)
    if not available.get(name, False):
        raise InputError("There is no {0} device on this machine; choose cpu or auto.", name)
    return torch.device(name)


def _has_bfloat16(device: torch.device) -> bool:
    """Whether `device` multiplies 16-bit floats quicker than 32-bit ones; then convolutions are learned with those."""
    if device.type != "cpu" or not hasattr(torch.cpu, "get_capabilities"):
        return False
    abilities = torch.cpu.get_capabilities()
    return bool(abilities.get("avx512_bf16") or abilities.get("amx_bf16"))


class _Run:
    """The moving parts of one run."""

    def __init__(self, recipe: Recipe, mnist: Mnist, device: torch.device, start: DigitNet | None = None) -> None:
        self.recipe, self.device = recipe, device
        self.images, self.labels = mnist.train.images.to(device), mnist.train.labels.to(device)
        self.per_epoch = len(self.labels) // recipe.batch_size or 1  # what is left over gets its turn another epoch
        self.step_number = 0
        # one generator on the CPU decides everything random, so that a seed means the same on every device
        self.generator = torch.Generator().manual_seed(recipe.seed)
        self.parts = {"styles": recipe.styles, "pens": recipe.pens, "bends": recipe.bends}
        network = DigitNet(recipe.layers, batch_norm=True, generator=self.generator)
        if start is not None:
            network = self._prepared(start)
        self.network = network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.network.train()
        self.teachers = [self._teacher(name) for name in recipe.teachers]
        self.floats = torch.bfloat16 if _has_bfloat16(device) else torch.float32
        self.short_floats = torch.autocast(device.type, torch.bfloat16, enabled=self.floats is torch.bfloat16)
        self.average = copy.deepcopy(self.network) if recipe.ema else None
        self.optimizer = torch.optim.AdamW(
            self.network.parameters(), lr=recipe.learning_rate, weight_decay=recipe.weight_decay, fused=True
        )
        self.schedule = Schedule(self.optimizer, recipe, max(1, round(self.per_epoch * recipe.epochs)))
        self.order: Tensor | None = None  # of the digits in this epoch
        self.epoch_chance = self.generator.get_state()  # the generator's state that this order follows from
        self.losses: list[float] = []
        self.rates: list[float] = []  # the learning rate of each step
        self.checks: list[tuple[int, float]] = []  # steps with their accuracy on validation digits
        self.by_hand: list[dict[str, float]] = []  # what was changed while it ran
        self.more_about: dict[str, Any] = {}  # goes with the weights too

    def _prepared(self, start: DigitNet) -> DigitNet:
        """`start` with batch norm in it, which it has lost when it was folded; the outputs are the same."""
        if start.specs != self.recipe.layers:
            raise InputError("The current network has other layers; start from new weights.")
        images, labels = as_ink(self.images[:PREPARED]), self.labels[:PREPARED]
        chance = torch.Generator().manual_seed(self.recipe.seed)
        images = augment(images, labels, self.recipe.augment, chance, **self.parts)
        return copy.deepcopy(start).to(self.device).unfolded(images).requires_grad_(True)

    def _teacher(self, name: str) -> DigitNet:
        network = load(WEIGHTS / f"{name}.safetensors").network
        return network.to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]

    @property
    def steps(self) -> int:
        """How many steps the run has in all."""
        return self.schedule.steps

    def next_batch(self) -> Tensor:
        """The numbers of the training digits of the step that comes next."""
        turn = self.step_number % self.per_epoch
        if turn == 0 or self.order is None:
            chance = self.generator
            if turn == 0:
                self.epoch_chance = self.generator.get_state()
            else:  # resumed within an epoch: its order is drawn again, from what it was drawn from
                chance = torch.Generator()
                chance.set_state(self.epoch_chance)
            self.order = torch.randperm(len(self.labels), generator=chance).to(self.device)
        return self.order[turn * self.recipe.batch_size :][: self.recipe.batch_size]

    def obey(self, orders: list[Order]) -> None:
        """Do what was asked, and note it for the weights' description."""
        for order in orders:
            if order.learning_rate is None:
                self.schedule.extend(self.per_epoch)
                self.by_hand.append({"step": self.step_number, "more_epochs": 1})
            else:
                self.schedule.set_learning_rate(order.learning_rate)
                self.by_hand.append({"step": self.step_number, "learning_rate": order.learning_rate})

    def about(self) -> dict[str, Any]:
        """What ran, as it is kept with the weights."""
        return {**describe(self.recipe, self.by_hand), "device": self.device.type, **self.more_about}

    def strength(self) -> float:
        """How strongly to change the digits now: less and less in the last part, since MNIST's own come last."""
        left = 1 - self.schedule.place(self.step_number)
        fading = min(1.0, left / self.recipe.fade) if self.recipe.fade else 1.0
        return self.recipe.augment * (self.recipe.augment_end + (1 - self.recipe.augment_end) * fading)

    def step(self, picked: Tensor) -> float:
        """Learn from the training digits numbered `picked`; the loss."""
        labels = self.labels[picked]
        images = augment(as_ink(self.images[picked]), labels, self.strength(), self.generator, **self.parts)
        if strangers := self.recipe.strangers:
            images = torch.cat([images, scribbles(strangers, self.generator, self.device)])
        with self.short_floats:
            logits = self.network(images).float()
        loss = F.cross_entropy(logits[: len(labels)], labels, label_smoothing=self.recipe.label_smoothing)
        total = loss
        if self.teachers:
            total = TAUGHT * self._distillation(images, logits) + (1 - TAUGHT) * loss
        elif strangers:  # towards equal probabilities, each stranger counting half as much as a digit
            doubt = -F.log_softmax(logits[len(labels) :], dim=1).mean()
            total = loss + 0.5 * strangers / len(labels) * doubt
        self.optimizer.zero_grad()
        total.backward()
        self.optimizer.step()
        self.schedule.step()
        self.step_number += 1
        if self.average is not None and (self.step_number % FOLLOW_EVERY == 0 or self.step_number == self.steps):
            self._follow(self.average)
        return float(loss.detach())

    def _distillation(self, images: Tensor, logits: Tensor) -> Tensor:
        """How far the answers are from the mean of the teachers', all softened.

        G. Hinton, O. Vinyals, J. Dean, "Distilling the Knowledge in a Neural Network", 2015. All see the same changed
        image: L. Beyer et al., "Knowledge distillation: A good teacher is patient and consistent", CVPR 2022.
        """
        with torch.no_grad(), self.short_floats:
            answers = [F.softmax(teacher(images).float() / SOFTENED, dim=1) for teacher in self.teachers]
        return F.cross_entropy(logits / SOFTENED, torch.stack(answers).mean(0)) * SOFTENED**2

    @torch.no_grad()
    def _follow(self, average: DigitNet) -> None:
        # a young average must not remember the random start: the rate begins at 1 and falls to 1 / ema
        rate = max(FOLLOW_EVERY / self.recipe.ema, FOLLOW_EVERY / max(self.step_number / 4, FOLLOW_EVERY))
        pairs = zip(average.state_dict().values(), self.network.state_dict().values(), strict=True)
        floats = [(mean, now) for mean, now in pairs if mean.is_floating_point()]
        torch._foreach_lerp_([mean for mean, _ in floats], [now for _, now in floats], min(rate, 1.0))

    def folded(self) -> DigitNet:
        """A copy of the network as it would be shown now."""
        source: DigitNet = self.network if self.average is None else self.average
        network = source.folded()
        if not all(bool(torch.isfinite(parameter).all()) for parameter in network.parameters()):
            raise InputError("The weights overflowed at step {0}; a lower learning rate helps.", self.step_number)
        return network


def describe(recipe: Recipe, by_hand: Sequence[Mapping[str, float]] = ()) -> dict[str, Any]:
    """A recipe and what was changed by hand while it ran, as they are kept with the weights."""
    about = {key: value for key, value in asdict(recipe).items() if key != "layers"}
    return {**about, "by_hand": list(by_hand)} if by_hand else about


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
    about: Mapping[str, Any] | None = None,
) -> Iterator[Progress]:
    """Train a network by `recipe` and yield after every step; the last Progress has the result.

    The same recipe gives the same weights on the same machine with the same number of threads. `device` stands before
    the recipe's unless it is `auto`. `start` is a plain network to go on from instead of new weights; the outputs are
    its own at first. `controls` are obeyed between two steps; after a stop there is no result. `keep` is called with
    the run's state every few seconds, when it pauses, has taken its last step, or is dropped; with such a state as
    `resume` it goes on as if it had never been away, and a finished one takes the further epochs that `controls` ask
    for. `about` is kept with the weights beside the recipe.

    Raises:
        InputError: the device is missing or failed, memory ran out, the loss stopped being a number, or `start` or
            `resume` do not fit.
    """
    controls = controls or Controls()
    where = pick_device(recipe.device if device == "auto" else device)
    with explaining(where):
        run = _Run(recipe, mnist, where, start)
        if resume is not None:
            unpack(run, resume)
        run.more_about |= about or {}
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
            for progress in finishing(run.folded(), mnist, run.about(), last or _progress(run, watch)):
                yield progress
                run.obey(controls.take_orders())
                if run.step_number < run.steps:  # an epoch more was asked for
                    break
            else:
                return


def _forget(_state: RunState) -> None:
    pass


def _stepping(run: _Run, watch: Watch, mnist: Mnist, controls: Controls, keep: Keep) -> Iterator[Progress]:
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


def _stepped(run: _Run, watch: Watch, mnist: Mnist) -> Progress:
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


def _progress(run: _Run, watch: Watch) -> Progress:
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


def finishing(network: DigitNet, mnist: Mnist, about: dict[str, Any], progress: Progress) -> Iterator[Progress]:
    """Calibrate the plain `network` in place and measure it; the last Progress has the result.

    `about` is what goes with the weights, `progress` is what is yielded on the way.
    """
    last = replace(progress, validation=None, network=None, health=None, paused=False, seconds_left=0.0)
    for _ in calibrating(network, mnist.validation, int(about.get("seed", 0))):
        yield last
    figures = {}
    for part, digits in (("validation", mnist.validation), ("test", mnist.test)):
        accuracy = 0.0
        for evaluation in evaluating(network, digits):
            accuracy = evaluation.accuracy
            yield last
        figures[part] = round(accuracy, 6)
    yield replace(last, validation=figures["validation"], network=network, result=Checkpoint(network, about, figures))
