"""How other people write: strokes that MNIST's American writers hardly use, drawn onto its digits.

Crossed and flagged sevens, flagged and footed ones, slashed zeros, curly nines, open and short-stemmed fours,
long-topped fives, gaps where the pen was lifted. The styles come from how handwriting is taught in different
countries, not from any data set. All of it works on images (k, 28, 28) float32, ink 0…1, at once for all the digits
that get one style.
"""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

INK = 0.3  # a pixel with more than this belongs to a stroke


@dataclass(frozen=True, eq=False)
class Shape:
    """Where the ink of k digits lies, in pixels; each (k,) float32."""

    images: Tensor  # (k, 28, 28)
    top: Tensor
    bottom: Tensor
    left: Tensor
    right: Tensor

    @classmethod
    def of(cls, images: Tensor) -> "Shape":
        """Measure `images` (k, 28, 28)."""
        inked = images > INK
        rows, columns = inked.any(2).float(), inked.any(1).float()
        first = (rows.argmax(1).float(), columns.argmax(1).float())
        last = (27.0 - rows.flip(1).argmax(1), 27.0 - columns.flip(1).argmax(1))
        return cls(images, first[0], last[0], first[1], last[1])

    @property
    def height(self) -> Tensor:
        """Rows between first and last ink."""
        return self.bottom - self.top

    @property
    def width(self) -> Tensor:
        """Columns between first and last ink."""
        return self.right - self.left

    def row(self, y: Tensor) -> Tensor:
        """The ink (k, 28) of the rows at heights `y` (k,)."""
        index = y.round().long().clamp(0, 27)
        return self.images[torch.arange(len(y), device=y.device), index]

    def middle_at(self, y: Tensor) -> Tensor:
        """The mean column of the ink at heights `y`."""
        ink = self.row(y) + 1e-4
        return (ink * torch.arange(28.0, device=y.device)).sum(1) / ink.sum(1)

    def left_at(self, y: Tensor) -> Tensor:
        """The first inked column at heights `y`."""
        return (self.row(y) > INK).float().argmax(1).float()

    def right_at(self, y: Tensor) -> Tensor:
        """The last inked column at heights `y`."""
        return 27.0 - (self.row(y) > INK).float().flip(1).argmax(1)


# From a shape and chances (k, 6) 0…1 to ends x1, y1, x2, y2 of strokes to add: (k, strokes, 4)
Style = Callable[[Shape, Tensor], Tensor]


def _strokes(*ends: Tensor) -> Tensor:
    return torch.stack(ends, 1).view(len(ends[0]), -1, 4)


def barred_seven(shape: Shape, chance: Tensor) -> Tensor:
    """A bar through the stem."""
    a, b, c, d = chance.T[:4]
    y = shape.top + (0.3 + 0.5 * a) * shape.height
    x, slope = shape.middle_at(y), 3 * b - 2
    return _strokes(x - 2 - 5 * c, y - slope / 2, x + 2 + 5 * d, y + slope / 2)


def flagged_seven(shape: Shape, chance: Tensor) -> Tensor:
    """A short stroke down from the left end of the top."""
    a, b, c, _ = chance.T[:4]
    y = shape.top + 1 + 1.5 * a
    x = shape.left_at(y)
    return _strokes(x, y, x - 1.5 + 2 * b, y + 2 + 4 * c)


def slashed_zero(shape: Shape, chance: Tensor) -> Tensor:
    """A slash through the middle, inside only or well over the edge."""
    a, b, c, d = chance.T[:4]
    x = (shape.left + shape.right) / 2 + 2 * c - 1
    y = (shape.top + shape.bottom) / 2 + 2 * d - 1
    dx, dy = shape.width / 2 * (0.35 + 0.9 * a), shape.height / 2 * (0.4 + 0.75 * b)
    return _strokes(x - dx, y + dy, x + dx, y - dy)


def flagged_one(shape: Shape, chance: Tensor) -> Tensor:
    """An upstroke, straight or bent, that rises to the top of the stem at 30 to 65 degrees.

    Shorter or flatter ones would be what some American writers' sevens are, too.
    """
    a, b, c, _ = chance.T[:4]
    y = shape.top + 0.5
    x = shape.middle_at(y)
    long, angle = shape.height * (0.28 + 0.37 * a), 0.55 + 0.6 * b
    dx, dy, bend = long * angle.cos(), long * angle.sin(), (c - 0.5) * 0.3 * long
    x1, y1 = x - dx / 2 - bend * angle.sin(), y + dy / 2 - bend * angle.cos()
    return _strokes(x, y, x1, y1, x1, y1, x - dx, y + dy)


def footed_one(shape: Shape, chance: Tensor) -> Tensor:
    """A line that the stem stands on."""
    a, b, c, _ = chance.T[:4]
    y = shape.bottom - 0.5
    x = shape.middle_at(y)
    return _strokes(x - 2 - 4 * a, y + 2 * c - 1, x + 2 + 4 * b, y - 2 * c + 1)


def full_one(shape: Shape, chance: Tensor) -> Tensor:
    """Upstroke and foot, as in print."""
    return torch.cat([flagged_one(shape, chance), footed_one(shape, chance.roll(3, 1))], 1)


def curly_nine(shape: Shape, chance: Tensor) -> Tensor:
    """A stem that ends in a hook to the left."""
    a, b, c, d = chance.T[:4]
    y = shape.bottom - 0.5
    x = shape.middle_at(y)
    x1, y1 = x - 2 - 3 * a, y + 1 * b
    x2, y2 = x1 - 1 - 5 * c, y1 - 4 * d
    return _strokes(x, y - 1, x1, y1, x1, y1, x2, y2)


def topped_five(shape: Shape, chance: Tensor) -> Tensor:
    """A top that runs on to the right."""
    a, b, c, _ = chance.T[:4]
    y = shape.top + 1
    x = shape.right_at(y)
    return _strokes(x - 2, y + 0.5 * c, x + 1 + 4 * a, y + 1 - 2.5 * b)


def stemmed_four(shape: Shape, chance: Tensor) -> Tensor:
    """A cross-stroke that runs on to the right."""
    a, b, c, _ = chance.T[:4]
    y = shape.top + (0.5 + 0.15 * c) * shape.height
    x = shape.right_at(y)
    return _strokes(x - 1, y, x + 2 + 4 * a, y - 1.5 + 2 * b)


ADDED: tuple[tuple[int, float, Style], ...] = (  # digit, how often at full strength, what
    (0, 0.35, slashed_zero),
    (1, 0.35, flagged_one),
    (1, 0.1, footed_one),
    (1, 0.12, full_one),
    (4, 0.1, stemmed_four),
    (5, 0.25, topped_five),
    (7, 0.6, barred_seven),
    (7, 0.3, flagged_seven),
    (9, 0.45, curly_nine),
)
SHORT_STEMMED = 0.35  # fours
OPENED = {4: 0.25, 0: 0.12, 8: 0.12}  # the digit's highest ink is rubbed out
GAP = 0.06  # any digit: a little ink is rubbed out anywhere


def restyle(images: Tensor, labels: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """Write some of `images` (n, 1, 28, 28) with labels (n,) as other people would; `strength` 0…1 is how many."""
    images, device = images.clone(), images.device
    ink = images[:, 0]
    chances = torch.rand(len(ADDED) + 3, len(labels), generator=generator)
    opened = torch.zeros(10)
    opened[list(OPENED)] = torch.tensor(list(OPENED.values()))
    of = labels.cpu()

    def some(which: Tensor) -> Tensor:
        return which.nonzero().squeeze(1).to(device)

    def chance(picked: Tensor, count: int) -> Tensor:
        return torch.rand(len(picked), count, generator=generator).to(device)

    for row, (digit, share, style) in zip(chances, ADDED, strict=False):
        if len(picked := some((of == digit) & (row < share * strength))):
            shape = Shape.of(ink[picked])
            ink[picked] = lay_strokes(ink[picked], style(shape, chance(picked, 6)), pen_width(ink[picked]))
    if len(picked := some((of == 4) & (chances[-1] < SHORT_STEMMED * strength))):
        ink[picked] = _short_stemmed(Shape.of(ink[picked]), chance(picked, 1))
    if len(picked := some(chances[-2] < opened[of] * strength)):
        first = (ink[picked] > INK).flatten(1).float().argmax(1)
        ink[picked] = _rubbed(ink[picked], first, 0.8 + 2.2 * chance(picked, 1))
    if len(picked := some(chances[-3] < GAP * strength)):
        anywhere = ((ink[picked] > INK).flatten(1) * chance(picked, 784)).argmax(1)
        ink[picked] = _rubbed(ink[picked], anywhere, 0.8 + 0.9 * chance(picked, 1))
    return images


def pen_width(images: Tensor) -> Tensor:
    """The width of the strokes in `images` (k, 28, 28), in pixels: (k,), 1.2…5.

    Area over half the outline, whose length |dx| + |dy| overrates by 4/π.
    """
    area = images.sum((1, 2))
    outline = images.diff(dim=1).abs().sum((1, 2)) + images.diff(dim=2).abs().sum((1, 2))
    return (2 * area / (outline * 0.785).clamp(min=1.0)).clamp(1.2, 5)


def lay_strokes(images: Tensor, strokes: Tensor, width: Tensor) -> Tensor:
    """Lay straight strokes x1, y1, x2, y2 (k, m, 4) on `images` (k, 28, 28) with pens of `width` (k,) pixels."""
    line = torch.arange(28.0, device=strokes.device)
    x1, y1, x2, y2 = strokes[..., None, None].unbind(2)  # (k, m, 1, 1) each
    dx, dy = x2 - x1, y2 - y1
    px, py = line[None, None, None, :] - x1, line[None, None, :, None] - y1
    t = ((px * dx + py * dy) / (dx * dx + dy * dy).clamp(min=1e-3)).clamp(0, 1)
    distance = ((px - t * dx).square() + (py - t * dy).square()).sqrt().amin(1)  # (k, 28, 28)
    return torch.maximum(images, (width[:, None, None] / 2 + 0.5 - distance).clamp(0, 1))


def _rubbed(images: Tensor, place: Tensor, radius: Tensor) -> Tensor:
    """The images without the ink within `radius` (k, 1) of pixel number `place` (k,), 0…783."""
    line = torch.arange(28.0, device=images.device)
    x, y = (place % 28)[:, None, None], (place // 28)[:, None, None]
    distance = ((line[None, None] - x).square() + (line[None, :, None] - y).square()).sqrt()
    return images * (distance - radius[:, None] + 0.5).clamp(0, 1)


def _short_stemmed(shape: Shape, chance: Tensor) -> Tensor:
    """Fours whose right arm ends a little above the cross-stroke, which is where a row holds most ink."""
    images = shape.images
    line = torch.arange(28.0, device=images.device)
    across = images.sum(2).argmax(1).float()  # (k,)
    inked = (images > INK).float()
    left, right = inked.argmax(2).float(), 27.0 - inked.flip(2).argmax(2)  # (k, 28) each
    above = line[None] < (across - 1.5 - 2.5 * chance[:, 0])[:, None]
    split = torch.where(above & (right - left > 4), (left + right) / 2, 28.0)
    return images * (line[None, None] < split[:, :, None])
