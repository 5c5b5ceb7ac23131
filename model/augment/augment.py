"""Changes to batches of digits that leave them the same digit: what hands and pens do.

All functions take and give images (n, 1, 28, 28) float32 on any device, ink 0…1; chance comes from `generator`, which
lives on the CPU so that a seed means the same everywhere. MNIST made each digit's long side 20 pixels and put its
centre of mass in the middle; `warp` does the same again after its changes, as a real drawing would go through
`raster`. Elastic changes after P. Simard, D. Steinkraus, J. Platt, "Best Practices for Convolutional Neural Networks
Applied to Visual Document Analysis", ICDAR 2003.
"""

import math
from functools import lru_cache

import torch
from torch import Tensor
from torch.nn import functional as F

from model.augment.writing_styles import pen_width, restyle

BOX, MIDDLE = 20, 14.0  # the long side in pixels; the pixel on which the centre of mass falls
TURN, SLANT, ASPECT = 0.35, 0.35, 0.4  # largest angle (radians), shear, and change of log(height / width)
SEVENS = 0.6  # how much of a turn to the left they take
BOW = 2.2  # largest shift of the middle against top and bottom, in pixels, along either axis
ELASTIC = 0.8  # standard deviation of the elastic shift, in pixels
THICKER, THINNER = 2.6, 1.3  # how many times strokes grow or shrink by a pixel all round


def augment(
    images: Tensor,
    labels: Tensor,
    strength: float,
    generator: torch.Generator,
    *,
    styles: bool = True,
    pens: bool = True,
    bends: bool = True,
) -> Tensor:
    """All changes together; `strength` 0…1 scales how far and how often, 0 changes nothing.

    Other strokes and pens cost a network less of its accuracy on plain digits than bending does: they fade more slowly.
    `labels` (n,) int64 decide which strokes other writers would have added. Each kind can be left out; without bends
    size and place are still brought back to what MNIST's are.
    """
    if strength == 0 or not len(images) or not (styles or pens or bends):
        return images
    slowly = math.sqrt(strength)
    if styles:
        images = restyle(images, labels, slowly, generator)
    if pens:
        images = thickness(images, slowly, generator)
    return warp(images, strength if bends else 0.0, generator, labels)


def thickness(images: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """Draw with thicker pens or thinner, fainter ones: half of the images each, most only slightly, times `strength`.

    Thick strokes grow less, so that holes stay open; thin lines keep their ridges, so that they stay connected.
    """
    chance = (torch.rand(2, len(images), generator=generator) * 2 - 1).to(images.device)
    amount = chance[0].abs().pow(1.5) * chance[0].sign() * strength
    grow = amount * THICKER * ((2.4 - pen_width(images[:, 0]) / 2) / 1.2).clamp(0, 1)
    images = images.clone()
    for level in range(math.ceil(THICKER)):
        picked = (grow > level).nonzero().squeeze(1)
        part = (grow[picked] - level).clamp(max=1)
        images[picked] = images[picked].lerp(_grown(images[picked], level), part[:, None, None, None])
    for level in range(math.ceil(THINNER)):
        picked = (-amount * THINNER > level).nonzero().squeeze(1)
        part = (-amount[picked] * THINNER - level).clamp(max=1)
        images[picked] = images[picked].lerp(_shrunk(images[picked]), part[:, None, None, None])
    gain = 1 + 0.3 * strength + amount.clamp(max=0) * (1 + chance[1]) * 0.4
    return (images * gain[:, None, None, None]).clamp(max=1)


def _grown(images: Tensor, level: int) -> Tensor:
    # a cross and a square in turn make something round
    up, down, left, right = _neighbours(images)
    tall = torch.maximum(torch.maximum(up, down), images)
    if level % 2 == 0:
        return torch.maximum(tall, torch.maximum(left, right))
    _, _, left, right = _neighbours(tall)
    return torch.maximum(tall, torch.maximum(left, right))


def _shrunk(images: Tensor) -> Tensor:
    up, down, left, right = _neighbours(images)
    least = torch.minimum(torch.minimum(up, down), torch.minimum(left, right))
    # smoothed, a stroke has one highest line even where its ink is full
    smooth = images + 0.45 * (up + down) + 0.45 * (left + right)
    up, down, left, right = _neighbours(smooth)
    ridge = (smooth >= up) & (smooth > down) | (smooth >= left) & (smooth > right)
    return torch.where(ridge, images, torch.minimum(images, least))


def _neighbours(images: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    # the pixels above, below, to the left and to the right, 0 outside
    x = F.pad(images, (1, 1, 1, 1))
    return x[..., :-2, 1:-1], x[..., 2:, 1:-1], x[..., 1:-1, :-2], x[..., 1:-1, 2:]


def warp(images: Tensor, strength: float, generator: torch.Generator, labels: Tensor | None = None) -> Tensor:
    """Turn, slant, stretch and bend, times `strength`; then bring size and place back to what MNIST's are.

    A seven turned far to the left looks like a one with an upstroke: those that `labels` (n,) tell turn less that way.
    One bilinear sampling does it all. Bending comes after the size was measured, so the long side is about 20.
    """
    n, device = len(images), images.device
    # the difference of two: small changes are more common than large ones
    chance = torch.rand(2, 8, n, generator=generator).diff(dim=0)[0].mul_(strength).to(device)
    turn = chance[0]
    if labels is not None:
        turn = torch.where((labels == 7) & (turn < 0), turn * SEVENS, turn)
    angle, slant, stretch = turn * TURN, chance[1] * SLANT, (chance[2] * ASPECT / 2).exp()
    cos, sin = angle.cos(), angle.sin()
    forward = torch.stack([cos * stretch, cos * slant - sin / stretch, sin * stretch, sin * slant + cos / stretch], 1)
    forward = forward.view(n, 2, 2)
    pixels, bumps = _pixels(device), _bumps(device)  # (2, 784), (25, 784)
    ink = images.flatten(1)
    middle = ink @ pixels.T / ink.sum(1, keepdim=True).clamp(min=1e-6)  # (n, 2), where the centre of mass is
    moved = forward @ pixels  # (n, 2, 784)
    outside = (ink <= 0.25).float().mul_(99.0)[:, None]
    high, low = (moved - outside).amax(2), (moved + outside).amin(2)
    size = BOX * (1 + 0.06 * chance[3]) / (high - low + 1).amax(1).clamp(8, 40)
    back = torch.linalg.inv(forward * size[:, None, None])
    target = MIDDLE + chance[4:6].T * 0.8  # (n, 2)
    source = back @ (pixels - target[:, :, None]) + middle[:, :, None]  # (n, 2, 784)
    bend = torch.randn(n, 2, len(bumps), generator=generator).to(device) * (ELASTIC * strength)
    source += bend @ bumps
    bow = 1 - ((pixels[1] - MIDDLE) / 10).square()  # (784,)
    source += (chance[6:].T * BOW)[:, :, None] * bow
    grid = (source.transpose(1, 2) + 0.5) * (2 / 28) - 1
    return F.grid_sample(images, grid.view(n, 28, 28, 2), align_corners=False)


@lru_cache(maxsize=4)
def _pixels(device: torch.device) -> Tensor:
    # x and y of each pixel, (2, 784)
    y, x = torch.meshgrid(torch.arange(28.0), torch.arange(28.0), indexing="ij")
    return torch.stack([x.flatten(), y.flatten()]).to(device)


@lru_cache(maxsize=4)
def _bumps(device: torch.device) -> Tensor:
    # (25, 784): smooth bumps on a grid, scaled so that random weights of variance 1 give shifts of variance 1
    places = torch.linspace(2, 25, 5)
    line = torch.exp(-((torch.arange(28.0)[None] - places[:, None]) ** 2) / (2 * 4.5**2))  # (5, 28)
    bumps = torch.einsum("ay,bx->abyx", line, line).reshape(25, 784)
    return (bumps / bumps.square().sum(0).sqrt()).to(device)
