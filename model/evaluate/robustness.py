"""How a network's accuracy falls as images are changed: noise, rotation, shift, thickness of the strokes.

The changes are made to the 28 × 28 image, behind the steps from ink to image: on the pad, place and size would be put
right before the network sees them. Everything is exact and repeatable: the only chance, the noise, has a fixed seed.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn import functional as F

from model.evaluate.evaluation import Array, answers_of, as_ink
from model.evaluate.readings import wilson
from model.mnist import Digits
from model.network.digit_net import DigitNet

_IN_CACHE = 10  # images that are made thicker at once; so few that no thread waits for another
AT_MOST = 2000  # digits for each point of a curve: ± 0.4 points at 99 %


@dataclass(frozen=True)
class Change:
    """One kind of change at rising `amounts`, among them 0, which leaves the images as they are.

    `ticks` are the amounts to write at an axis.
    """

    name: str
    amounts: tuple[float, ...]
    ticks: tuple[float, ...]
    apply: Callable[[Tensor, float], Tensor]

    def __call__(self, images: Tensor, amount: float) -> Tensor:
        """`images` (n, 1, 28, 28) float32, ink 0…1, changed by `amount`: the same shape, the same range."""
        return self.apply(images, amount) if amount else images


@dataclass(frozen=True)
class Curve:
    """How many of `count` images are read right at each of the amounts measured so far."""

    change: Change
    count: int
    amounts: tuple[float, ...] = ()
    right: tuple[int, ...] = ()

    @property
    def accuracies(self) -> list[float]:
        """The rates, 0…1."""
        return [right / max(self.count, 1) for right in self.right]

    @property
    def intervals(self) -> list[tuple[float, float]]:
        """Where the true rates lie, with 95 % confidence."""
        return [wilson(right, self.count) for right in self.right]

    def with_point(self, amount: float, right: int) -> "Curve":
        """The curve with one more point."""
        return replace(self, amounts=(*self.amounts, amount), right=(*self.right, right))


def noisy(images: Tensor, deviation: float) -> Tensor:
    """Add Gaussian noise of this standard deviation, then clip to 0…1; the same noise, scaled, at each deviation."""
    noise = torch.randn(images.shape, generator=torch.Generator().manual_seed(0))
    return (images + noise.to(images.device) * deviation).clamp(0, 1)


def rotated(images: Tensor, degrees: float) -> Tensor:
    """Turn clockwise about the middle of the image; bilinear, 0 from outside."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    back = torch.tensor([[cos, sin, 0.0], [-sin, cos, 0.0]], device=images.device)
    grid = F.affine_grid(back.expand(len(images), 2, 3), list(images.shape), align_corners=False)
    return F.grid_sample(images, grid, align_corners=False)


def shifted(images: Tensor, pixels: float) -> Tensor:
    """Move by whole pixels, the images in turn to the right, down, to the left and up; 0 comes in from outside."""
    by, side = int(pixels), images.shape[-1]
    moved = torch.zeros_like(images)
    moved[0::4, :, :, by:] = images[0::4, :, :, : side - by]
    moved[1::4, :, by:, :] = images[1::4, :, : side - by, :]
    moved[2::4, :, :, : side - by] = images[2::4, :, :, by:]
    moved[3::4, :, : side - by, :] = images[3::4, :, by:, :]
    return moved


def thickened(images: Tensor, pixels: float) -> Tensor:
    """Grow the strokes (shrink them, if negative) on each side by a multiple of half a pixel.

    A grey-scale dilation or erosion on twice the resolution, where a cross and a square in turn make a disc; then
    averaged back.
    """
    parts = images.split(_IN_CACHE)
    return torch.cat([_thickened(part, pixels) for part in parts])


def _thickened(images: Tensor, pixels: float) -> Tensor:
    extreme = torch.maximum if pixels > 0 else torch.minimum
    fine = images.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3)
    for step in range(round(abs(pixels) * 2)):
        tall = _spread(fine, 2, extreme)
        fine = extreme(tall, _spread(tall if step % 2 else fine, 3, extreme))
    return F.avg_pool2d(fine, 2)


def _spread(images: Tensor, dim: int, extreme: Callable[..., Tensor]) -> Tensor:
    """The extreme of each pixel and its two neighbours along `dim`; a pooling of three, for a tenth of its time."""
    spread, last = images.clone(), images.shape[dim] - 1
    for to, start in ((0, 1), (1, 0)):
        part = spread.narrow(dim, to, last)
        extreme(part, images.narrow(dim, start, last), out=part)
    return spread


CHANGES = (
    Change("noise", (0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5), (0, 0.1, 0.2, 0.3, 0.4, 0.5), noisy),
    Change("rotation", tuple(range(-60, 61, 10)), (-60, -30, 0, 30, 60), rotated),
    Change("shift", tuple(range(9)), (0, 2, 4, 6, 8), shifted),
    Change("thickness", (-1, -0.5, 0, 0.5, 1, 1.5, 2), (-1, 0, 1, 2), thickened),
)
POINTS = sum(len(change.amounts) for change in CHANGES)


def picked(digits: Digits, at_most: int = AT_MOST) -> Digits:
    """At most so many, evenly spread: the first half of MNIST's test set is easier than the second."""
    if len(digits) <= at_most:
        return digits
    which = torch.arange(at_most) * len(digits) // at_most
    return Digits(digits.images[which], digits.labels[which])


def measuring_curves(network: DigitNet, digits: Digits) -> Iterator[tuple[Curve, ...]]:
    """Yield all curves after each new point, `POINTS` times; `digits` are used as they are, see `picked`."""
    images = as_ink(digits.images)
    inked = images.flatten(1).any(dim=1)  # without ink there is no answer, whatever is done to the image
    truth = torch.where(inked, digits.labels, -1)
    unchanged: int | None = None  # the point that all curves share
    curves = [Curve(change, len(digits)) for change in CHANGES]
    for number, change in enumerate(CHANGES):
        for amount in change.amounts:
            right = unchanged if amount == 0 else None
            if right is None:
                answers = torch.cat(list(answers_of(network, change(images, amount))))
                right = int((answers == truth).sum())
            if amount == 0:
                unchanged = right
            curves[number] = curves[number].with_point(amount, right)
            yield tuple(curves)


def sample(change: Change, digits: Digits, count: int) -> Array:
    """The first of `digits` at `count` of the change's amounts, both ends among them: (count, 28, 28), ink 0…1."""
    image = as_ink(digits.images[:1])
    last = len(change.amounts) - 1
    which = (change.amounts[round(n * last / (count - 1))] for n in range(count))
    tiles: Array = torch.cat([change(image, amount) for amount in which])[:, 0].numpy()
    return tiles
