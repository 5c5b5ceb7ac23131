"""One run, step by step: network, optimizer, schedule, random numbers. `training.train` takes the steps."""

import copy
from dataclasses import asdict
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F

from model.augment.augment import augment, thickness
from model.augment.generator import drawn_digits
from model.augment.non_digits import drawn_others, scribbles
from model.augment.pool import Pool
from model.evaluate.evaluation import as_ink
from model.files import InputError
from model.mnist import Mnist
from model.network.architecture import CLASSES
from model.network.checkpoint import load
from model.network.digit_net import DigitNet
from model.network.provenance import Provenance
from model.network.weights_file import WEIGHTS
from model.train.adam import AdamW
from model.train.controls import Order
from model.train.devices import has_bfloat16
from model.train.recipe import Recipe
from model.train.schedule import Schedule

SOFTENED = 2.5  # the temperature at which a teacher's answers are learned
TAUGHT = 0.8  # the part they have in the loss; the labels have the rest
SCRIBBLED = 0.25  # of what is no digit, the part that are quick scribbles where the rest is drawn from tables
REDRAWN = 0.5  # of the changes to digits, what drawn ones get all along: each is used several times
NEW_DIGITS, NEW_OTHERS = 8, 32  # steps between two new blocks of drawings
FOLLOW_EVERY = 4  # steps between updates of the averaged weights
PREPARED = 1024  # digits that show a network to go on from what batch norm has to expect


class Run:
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
        network.data = mnist.about
        self.network = network.to(device).channels_last()
        self.network.train()
        self.teachers = [self._teacher(name) for name in recipe.teachers]
        self.floats = torch.bfloat16 if has_bfloat16(device) else torch.float32
        self.short_floats = torch.autocast(device.type, torch.bfloat16, enabled=self.floats is torch.bfloat16)
        self.average = copy.deepcopy(self.network) if recipe.ema else None
        self.optimizer = AdamW(
            self.network.parameters(), lr=recipe.learning_rate, weight_decay=recipe.weight_decay, fused=True
        )
        self.schedule = Schedule(self.optimizer, recipe, max(1, round(self.per_epoch * recipe.epochs)))
        self.drawn = Pool(drawn_digits, recipe.seed, NEW_DIGITS)
        self.others = Pool(drawn_others, recipe.seed, NEW_OTHERS)
        self.order: Tensor | None = None  # of the digits in this epoch
        self.epoch_chance = self.generator.get_state()  # the generator's state that this order follows from
        self.losses: list[float] = []
        self.rates: list[float] = []  # the learning rate of each step
        self.checks: list[tuple[int, float]] = []  # steps with their accuracy on validation digits
        self.by_hand: list[dict[str, float]] = []  # what was changed while it ran
        self.provenance = Provenance()  # of what it started from

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
        return network.to(self.device).channels_last()

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

    def about(self) -> Provenance:
        """What ran, as it is kept with the weights."""
        return self.provenance.of_run(settings_of(self.recipe), tuple(self.by_hand), self.device.type)

    def strength(self) -> float:
        """How strongly to change the digits now: less and less in the last part, since MNIST's own come last."""
        left = 1 - self.schedule.place(self.step_number)
        fading = min(1.0, left / self.recipe.fade) if self.recipe.fade else 1.0
        return self.recipe.augment * (self.recipe.augment_end + (1 - self.recipe.augment_end) * fading)

    def step(self, picked: Tensor) -> float:
        """Learn from the training digits numbered `picked`; the loss."""
        images, labels = self._digits(picked)
        if self.recipe.strangers:
            images = torch.cat([images, self._strangers(self.recipe.strangers)])
        with self.short_floats:
            logits = self.network(images).float()
        loss = F.cross_entropy(logits[: len(labels)], labels, label_smoothing=self.recipe.label_smoothing)
        total = loss
        if self.teachers:
            total = TAUGHT * self._distillation(images, logits, labels) + (1 - TAUGHT) * loss
        elif self.recipe.strangers:  # towards equal probabilities, each stranger counting half as much as a digit
            doubt = -F.log_softmax(logits[len(labels) :], dim=1).mean()
            total = loss + 0.5 * self.recipe.strangers / len(labels) * doubt
        self.optimizer.zero_grad()
        total.backward()
        self.optimizer.step()
        self.schedule.step()
        self.step_number += 1
        if self.average is not None and (self.step_number % FOLLOW_EVERY == 0 or self.step_number == self.steps):
            self._follow(self.average)
        return float(loss.detach())

    def _digits(self, picked: Tensor) -> tuple[Tensor, Tensor]:
        """The training digits numbered `picked`, changed, and with them drawn ones; what they are."""
        labels = self.labels[picked]
        images = augment(as_ink(self.images[picked]), labels, self.strength(), self.generator, **self.parts)
        if not self.recipe.drawn:
            return images, labels
        more, digits = self.drawn.take(self.recipe.drawn, self.step_number, self.generator)
        more, digits = as_ink(more.to(self.device))[:, None], digits.to(self.device)
        more = augment(more, digits, REDRAWN * self.recipe.augment, self.generator, **{**self.parts, "styles": False})
        return torch.cat([images, more]), torch.cat([labels, digits])

    def _strangers(self, count: int) -> Tensor:
        """Scribbles; where digits are drawn, most are letters, figures, several digits and the like instead."""
        quick = round(SCRIBBLED * count) if self.recipe.drawn else count
        images = scribbles(quick, self.generator, self.device)
        if quick == count:
            return images
        more, _ = self.others.take(count - quick, self.step_number, self.generator)
        return torch.cat([images, thickness(as_ink(more.to(self.device))[:, None], self.strength(), self.generator)])

    def _distillation(self, images: Tensor, logits: Tensor, labels: Tensor) -> Tensor:
        """How far the answers are from the mean of the teachers', all softened; equal ones for what is no digit.

        G. Hinton, O. Vinyals, J. Dean, "Distilling the Knowledge in a Neural Network", 2015. All see the same changed
        image: L. Beyer et al., "Knowledge distillation: A good teacher is patient and consistent", CVPR 2022.
        """
        with torch.no_grad(), self.short_floats:
            answers = [F.softmax(teacher(images).float() / SOFTENED, dim=1) for teacher in self.teachers]
        wanted = torch.stack(answers).mean(0)
        wanted[len(labels) :] = 1 / CLASSES
        drawn = slice(self.recipe.batch_size, len(labels))  # what it is, is certain, whatever the teachers make of it
        wrong = wanted[drawn].argmax(1) != labels[drawn]
        wanted[drawn][wrong] = F.one_hot(labels[drawn][wrong], CLASSES).float()
        return F.cross_entropy(logits / SOFTENED, wanted) * SOFTENED**2

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


def settings_of(recipe: Recipe) -> dict[str, Any]:
    """A recipe as it is kept with the weights: without what they tell themselves."""
    return {name: value for name, value in asdict(recipe).items() if name not in ("layers", "device")}
