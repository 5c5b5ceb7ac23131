"""Teach a trained network one person's hand: a short fine-tuning on a few labelled drawings, mixed with MNIST.

A part of each batch are the person's drawings, redrawn and bent a little so that a few stand for many; the rest
is MNIST, on which the network is held to the answers it gave before, so that nothing is forgotten (Z. Li, D. Hoiem,
"Learning without Forgetting", ECCV 2016).
"""

import copy
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from model.augment.augment import augment, thickness, warp
from model.augment.generator import drawn_digits
from model.drawing.drawings import Drawing
from model.evaluate.evaluation import as_ink, rasters
from model.evaluate.outcome import Outcome, comparing
from model.files import InputError
from model.mnist import Digits, Mnist
from model.network.checkpoint import Checkpoint
from model.network.digit_net import DigitNet
from model.network.provenance import Provenance
from model.train.adam import AdamW
from model.train.recipe import Recipe
from model.train.schedule import Schedule
from model.train.training import Progress

STEPS = 140
EXAMPLES, REPLAYED = 48, 128  # of each batch
LEARNING_RATE = 6e-4  # at the peak of a one-cycle curve
WARM_UP = 0.15  # the part of the steps that rise to it
STRENGTH = 0.6  # of the changes to the drawings
REPLAY_STRENGTH = 0.3  # of the changes to MNIST's digits
REPLAY_WEIGHT = 6.0  # of keeping the old answers, against learning the new ones
DRAWN = 500  # digits of all ways to write, on which a teaching must not spoil others
PENS = (0.6, 1.0, 1.6)  # each drawing is also drawn again with pens this many times as wide


def teach(network: DigitNet, drawings: Sequence[Drawing], mnist: Mnist, *, seed: int = 0) -> Iterator[Progress]:
    """Fine-tune a copy of the plain `network` on `drawings`, yielding after every step; the last has the result.

    Its figures are rates 0…1 before and after: `examples_before`, `examples`, `test_before`, `test` (MNIST).
    Works on the CPU; the same seed gives the same weights on the same machine.

    Raises:
        InputError: no drawing has both ink and a label, or the network reads no digits.
    """
    if not network.data.digits:
        raise InputError(
            "This network is of {0} and reads no digits: it cannot be taught drawn ones.", network.data.name
        )
    plain, redrawn = _examples(drawings)
    generator = torch.Generator().manual_seed(seed)
    before = copy.deepcopy(network).requires_grad_(False).eval()
    student = copy.deepcopy(network).requires_grad_(True).train().channels_last()
    optimizer = AdamW(student.parameters(), LEARNING_RATE, weight_decay=0.0)
    curve = Recipe("Taught", network.specs, epochs=1, learning_rate=LEARNING_RATE, warm_up=WARM_UP)
    schedule = Schedule(optimizer, curve, STEPS)
    started, progress = time.perf_counter(), None
    for step in range(1, STEPS + 1):
        rate = schedule.learning_rate
        loss = _loss(student, before, redrawn, mnist, generator)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        took = time.perf_counter() - started
        speed, left = step * (EXAMPLES + REPLAYED) / took, took / step * (STEPS - step)
        progress = Progress(step, STEPS, 1, 1, float(loss.detach()), rate, speed, left)
        yield progress
    assert progress is not None
    taught = student.eval().requires_grad_(False)
    found = []
    for digits in (plain, _drawn(), mnist.test):  # the last are those that a later comparison needs again
        for comparison in comparing(network, taught, digits):
            if comparison is None:
                yield progress
            else:
                found.append(comparison)
    mine, drawn, test = found
    outcome = Outcome(test, mine, drawn)
    figures = {
        "examples_before": round(mine.accuracy_before, 6),
        "examples": round(mine.accuracy_now, 6),
        "test_before": round(test.accuracy_before, 6),
        "test": round(test.accuracy_now, 6),
    }
    provenance = Provenance({"name": "Taught", "drawings": len(plain), "seed": seed})
    yield replace(progress, network=taught, result=Checkpoint(taught, provenance, figures), outcome=outcome)


@cache
def _drawn() -> Digits:
    """Digits drawn by the table of ways to write, always the same ones."""
    images, labels = drawn_digits(DRAWN, np.random.default_rng(0))
    return Digits(torch.from_numpy(images)[:, None], torch.from_numpy(labels))


def _examples(drawings: Sequence[Drawing]) -> tuple[Digits, Digits]:
    """The drawings as images as they are, and with all pens."""
    labelled = [d for d in drawings if d.label is not None]
    parts = []
    for pen in (1.0, *PENS):
        strokes = [tuple(replace(s, width=s.width * pen) for s in d.strokes) for d in labelled]
        images, inked = rasters(replace(d, strokes=s) for d, s in zip(labelled, strokes, strict=True))
        labels = torch.tensor([d.label for d in labelled], dtype=torch.int64)
        parts.append(Digits(images[inked], labels[inked]))
    plain, *redrawn = parts
    if not len(plain):
        raise InputError("There is nothing to learn from: no drawing has both ink and a label.")
    together = Digits(torch.cat([p.images for p in redrawn]), torch.cat([p.labels for p in redrawn]))
    return plain, together


def _loss(student: DigitNet, before: DigitNet, examples: Digits, mnist: Mnist, generator: torch.Generator) -> Tensor:
    mine = torch.randint(len(examples), (EXAMPLES,), generator=generator)
    drawn = warp(thickness(examples.images[mine], STRENGTH, generator), STRENGTH, generator)
    picked = torch.randint(len(mnist.train), (REPLAYED,), generator=generator)
    labels = mnist.train.labels[picked]
    replayed = augment(as_ink(mnist.train.images[picked]), labels, REPLAY_STRENGTH, generator)
    with torch.no_grad():
        wanted = F.softmax(before(replayed), dim=1)
    logits = student(torch.cat([drawn, replayed]))
    learned = F.cross_entropy(logits[:EXAMPLES], examples.labels[mine])
    return learned + REPLAY_WEIGHT * F.cross_entropy(logits[EXAMPLES:], wanted)
