"""Training as a generator: `train` yields after every step and can be dropped at any of them.

It owns private copies of everything it changes and knows nothing of threads or windows; the command line, the tests and
the window's worker all walk through the same steps.
"""

import copy
import math
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from model.augment import augment
from model.checkpoint import Checkpoint
from model.evaluation import as_ink, evaluating
from model.files import InputError
from model.mnist import Mnist
from model.network import DigitNet
from model.recipe import Recipe

LOOK_EVERY = 0.1  # seconds between copies of the network for those who watch
CHECKED = 1000  # validation digits read while training; all of them at the end


@dataclass(frozen=True, eq=False)
class Progress:
    """Where a run is after one step.

    `validation` is the accuracy 0…1 measured at this very step, else None. `network` is a folded copy, there about
    ten times a second. The last Progress carries the `result`, with accuracies on the whole validation and test parts.
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
        raise InputError(f"There is no {name} device on this machine; use --device cpu or auto.")
    return torch.device(name)


class _Run:
    """The moving parts of one run."""

    def __init__(self, recipe: Recipe, mnist: Mnist, device: torch.device) -> None:
        self.recipe, self.device = recipe, device
        self.images, self.labels = mnist.train.images.to(device), mnist.train.labels.to(device)
        self.per_epoch = math.ceil(len(self.labels) / recipe.batch_size)
        self.steps = self.per_epoch * recipe.epochs
        # one generator on the CPU decides everything random, so that a seed means the same on every device
        self.generator = torch.Generator().manual_seed(recipe.seed)
        network = DigitNet(recipe.layers, batch_norm=True, generator=self.generator)
        self.network = network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.average = copy.deepcopy(self.network) if recipe.ema else None
        self.optimizer = torch.optim.AdamW(
            self.network.parameters(), lr=recipe.learning_rate, weight_decay=recipe.weight_decay, fused=True
        )
        self.schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, max_lr=recipe.learning_rate, total_steps=self.steps + 1, pct_start=0.2
        )

    def step(self, picked: Tensor) -> float:
        """Learn from the training digits numbered `picked`; the loss."""
        self.network.train()
        picked = picked.to(self.device)
        images = augment(as_ink(self.images[picked]), self.recipe.augment, self.generator)
        logits = self.network(images.contiguous(memory_format=torch.channels_last))
        loss = F.cross_entropy(logits, self.labels[picked], label_smoothing=self.recipe.label_smoothing)
        self.optimizer.zero_grad()
        loss.backward()
        self.optimizer.step()
        self.schedule.step()
        if self.average is not None:
            self._follow(self.average)
        return float(loss.detach())

    @torch.no_grad()
    def _follow(self, average: DigitNet) -> None:
        # a young average must not remember the random start: the rate begins at 1 and falls to 1 / ema
        rate = max(1 / self.recipe.ema, 1 / max(self.schedule.last_epoch, 1))
        for mean, now in zip(average.state_dict().values(), self.network.state_dict().values(), strict=True):
            if mean.is_floating_point():
                mean.lerp_(now, rate)
            else:
                mean.copy_(now)

    def folded(self) -> DigitNet:
        """A copy of the network as it would be shown now."""
        network: DigitNet = self.network if self.average is None else self.average
        return network.folded()


def train(recipe: Recipe, mnist: Mnist, device: str = "auto") -> Iterator[Progress]:
    """Train a new network by `recipe` and yield after every step; the last Progress has the result.

    The same recipe gives the same weights on the same machine with the same number of threads.

    Raises:
        InputError: the device is missing, or the loss stopped being a number.
    """
    run = _Run(recipe, mnist, pick_device(device))
    check_every = max(1, min(50, run.steps // 40))
    started = looked = time.perf_counter()
    watching = 0.0  # seconds spent on measuring, not counted as training
    step = 0
    for epoch in range(1, recipe.epochs + 1):
        order = torch.randperm(len(run.labels), generator=run.generator)
        for picked in order.split(recipe.batch_size):
            learning_rate = float(run.schedule.get_last_lr()[0])
            loss = run.step(picked)
            if not math.isfinite(loss):
                raise InputError(f"The loss became {loss} at step {step + 1}; a lower learning rate helps.")
            step += 1
            now = time.perf_counter()
            validation, network = None, None
            if step % check_every == 0 or step == run.steps or now - looked > LOOK_EVERY:
                network = run.folded()
                looked = time.perf_counter()
            if step % check_every == 0 and network is not None:
                validation = _accuracy(network, mnist, CHECKED)
                watching += time.perf_counter() - now
            speed = step / max(time.perf_counter() - started - watching, 1e-9)
            yield Progress(
                step,
                run.steps,
                epoch,
                recipe.epochs,
                loss,
                learning_rate,
                images_per_second=speed * recipe.batch_size,
                seconds_left=(time.perf_counter() - started) / step * (run.steps - step),
                validation=validation,
                network=network,
            )
            last = (
                step,
                run.steps,
                epoch,
                recipe.epochs,
                loss,
                learning_rate,
                speed * recipe.batch_size,
                0.0,
            )
    network = run.folded()
    figures = {}
    for part, digits in (("validation", mnist.validation), ("test", mnist.test)):
        accuracy = 0.0
        for evaluation in evaluating(network, digits):
            accuracy = evaluation.accuracy
            yield Progress(*last)
        figures[part] = round(accuracy, 6)
    about = {key: value for key, value in asdict(recipe).items() if key != "layers"}
    yield Progress(*last, validation=figures["validation"], network=network, result=Checkpoint(network, about, figures))


def _accuracy(network: DigitNet, mnist: Mnist, count: int) -> float:
    *_, evaluation = evaluating(network, mnist.validation.pick(0, min(count, len(mnist.validation))))
    return evaluation.accuracy
