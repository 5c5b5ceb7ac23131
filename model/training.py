"""Training as a generator: `train` yields after every step and can be dropped at any of them.

It owns private copies of everything it changes and knows nothing of threads or windows; the command line, the tests and
the window's worker all walk through the same steps.
"""

import copy
import math
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from itertools import islice

import torch
from torch import Tensor
from torch.nn import functional as F

from model.augment import augment
from model.calibration import calibrating
from model.checkpoint import Checkpoint
from model.evaluation import as_ink, evaluating
from model.files import InputError
from model.mnist import Mnist
from model.network import DigitNet
from model.recipe import Recipe
from model.strangers import scribbles

LOOK_EVERY = 0.25  # seconds between copies of the network for those who watch: showing one takes time from training
CHECKED = 500  # validation digits read while training; all of them at the end
CHECK_SHARE = 0.03  # of the time may go into those checks
FOLLOW_EVERY = 4  # steps between updates of the averaged weights


@dataclass(frozen=True, eq=False)
class Progress:
    """Where a run is after one step.

    `validation` is the accuracy 0…1 measured at this very step, else None. `network` is a folded copy, there a few
    times a second. The last Progress carries the `result`, with accuracies on the whole validation and test parts.
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


def pick_device(name: str = "auto") -> torch.device:
    """The device that `auto`, `cpu`, `cuda` or `mps` stands for.

    Raises:
        InputError: the device is not there.
    """
    available = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    if name == "auto":
        name = next(device for device, there in available.items() if there)
    if not available.get(name, False):
        raise InputError("There is no {0} device on this machine; use --device cpu or auto.", name)
    return torch.device(name)


class _Run:
    """The moving parts of one run."""

    def __init__(self, recipe: Recipe, mnist: Mnist, device: torch.device) -> None:
        self.recipe, self.device = recipe, device
        self.images, self.labels = mnist.train.images.to(device), mnist.train.labels.to(device)
        self.per_epoch = len(self.labels) // recipe.batch_size or 1  # what is left over gets its turn another epoch
        self.steps = max(1, round(self.per_epoch * recipe.epochs))
        self.step_number = 0
        # one generator on the CPU decides everything random, so that a seed means the same on every device
        self.generator = torch.Generator().manual_seed(recipe.seed)
        network = DigitNet(recipe.layers, batch_norm=True, generator=self.generator)
        self.network = network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.network.train()
        self.average = copy.deepcopy(self.network) if recipe.ema else None
        self.optimizer = torch.optim.AdamW(
            self.network.parameters(), lr=recipe.learning_rate, weight_decay=recipe.weight_decay, fused=True
        )
        # a run of a few steps needs a longer part of them to warm up: the schedule divides by its length
        warm_up = min(max(recipe.warm_up, 2 / (self.steps + 1)), 0.9)
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, max_lr=recipe.learning_rate, total_steps=self.steps + 1, pct_start=warm_up
        )

    def batches(self) -> Iterator[Tensor]:
        """Yield the numbers of the training digits of each step."""
        while True:
            order = torch.randperm(len(self.labels), generator=self.generator).to(self.device)
            yield from order.split(self.recipe.batch_size)[: self.per_epoch]

    def strength(self) -> float:
        """How strongly to change the digits now: less and less in the last part, since MNIST's own come last."""
        left = 1 - self.step_number / self.steps
        fading = min(1.0, left / self.recipe.fade) if self.recipe.fade else 1.0
        return self.recipe.augment * (self.recipe.augment_end + (1 - self.recipe.augment_end) * fading)

    def step(self, picked: Tensor) -> float:
        """Learn from the training digits numbered `picked`; the loss."""
        labels = self.labels[picked]
        images = augment(as_ink(self.images[picked]), labels, self.strength(), self.generator)
        if strangers := self.recipe.strangers:
            images = torch.cat([images, scribbles(strangers, self.generator, self.device)])
        logits = self.network(images)
        loss = F.cross_entropy(logits[: len(labels)], labels, label_smoothing=self.recipe.label_smoothing)
        total = loss
        if strangers:  # towards equal probabilities, each stranger counting half as much as a digit
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


class _Watch:
    """When to show and when to check; wall time that decides nothing about the weights."""

    def __init__(self) -> None:
        self.started = self.looked = self.checked = time.perf_counter()
        self.checking = 0.0

    def time_to_look(self) -> bool:
        return time.perf_counter() - self.looked > LOOK_EVERY

    def look(self, run: _Run) -> DigitNet:
        network = run.folded()
        self.looked = time.perf_counter()
        return network

    def time_to_check(self) -> bool:
        now = time.perf_counter()
        return self.checking < CHECK_SHARE * (now - self.started) and now - self.checked > 3 * LOOK_EVERY

    def check(self, network: DigitNet, mnist: Mnist) -> float:
        now = time.perf_counter()
        *_, evaluation = evaluating(network, mnist.validation.pick(0, min(CHECKED, len(mnist.validation))))
        self.checked = time.perf_counter()
        self.checking += self.checked - now
        return evaluation.accuracy


def train(recipe: Recipe, mnist: Mnist, device: str = "auto") -> Iterator[Progress]:
    """Train a new network by `recipe` and yield after every step; the last Progress has the result.

    The same recipe gives the same weights on the same machine with the same number of threads.

    Raises:
        InputError: the device is missing, or the loss stopped being a number.
    """
    run, watch = _Run(recipe, mnist, pick_device(device)), _Watch()
    progress = None
    for picked in islice(run.batches(), run.steps):
        learning_rate = float(run.schedule.get_last_lr()[0])
        loss = run.step(picked)
        if not math.isfinite(loss):
            raise InputError("The loss became {0} at step {1}; a lower learning rate helps.", loss, run.step_number)
        network = watch.look(run) if watch.time_to_look() or run.step_number == run.steps else None
        validation = watch.check(network, mnist) if network is not None and watch.time_to_check() else None
        took = time.perf_counter() - watch.started
        progress = Progress(
            run.step_number,
            run.steps,
            (run.step_number - 1) // run.per_epoch + 1,
            math.ceil(recipe.epochs),
            loss,
            learning_rate,
            images_per_second=run.step_number * recipe.batch_size / max(took - watch.checking, 1e-9),
            seconds_left=took / run.step_number * (run.steps - run.step_number),
            validation=validation,
            network=network,
        )
        yield progress
    assert progress is not None
    last = replace(progress, validation=None, network=None, seconds_left=0.0)
    network = run.folded()
    for _ in calibrating(network, mnist.validation, recipe.seed):
        yield last
    figures = {}
    for part, digits in (("validation", mnist.validation), ("test", mnist.test)):
        accuracy = 0.0
        for evaluation in evaluating(network, digits):
            accuracy = evaluation.accuracy
            yield last
        figures[part] = round(accuracy, 6)
    about = {key: value for key, value in asdict(recipe).items() if key != "layers"}
    result = Checkpoint(network, about, figures)
    yield replace(last, validation=figures["validation"], network=network, result=result)
