"""Changes to batches of digits that leave them the same digit: what hands and pens do.

All functions take and give images (n, 1, 28, 28) float32 on any device, ink 0…1; chance comes from `generator`.
"""

import torch
from torch import Tensor
from torch.nn import functional as F


def augment(images: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """All changes together; `strength` 0…1 scales them, 0 changes nothing."""
    if strength == 0:
        return images
    return thickness(affine(images, strength, generator), strength, generator)


def affine(images: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """Turn by up to ±15°, scale by up to ±15 %, shear by up to ±0.25 and shift by up to 2 pixels, times `strength`."""
    n = len(images)

    def spread(limit: float) -> Tensor:
        return (torch.rand(n, generator=generator) * 2 - 1) * limit * strength

    angle, shear = spread(0.26), spread(0.25)
    sx, sy = 1 + spread(0.15), 1 + spread(0.15)
    theta = torch.zeros(n, 2, 3)
    theta[:, 0, 0], theta[:, 0, 1] = torch.cos(angle) * sx, (shear - torch.sin(angle)) * sx
    theta[:, 1, 0], theta[:, 1, 1] = torch.sin(angle) * sy, torch.cos(angle) * sy
    theta[:, 0, 2], theta[:, 1, 2] = spread(4 / 28), spread(4 / 28)
    grid = F.affine_grid(theta.to(images.device), list(images.shape), align_corners=False)
    return F.grid_sample(images, grid, align_corners=False)


def thickness(images: Tensor, strength: float, generator: torch.Generator) -> Tensor:
    """Make strokes thicker or thinner by up to about a pixel, times `strength`."""
    amount = (torch.rand(len(images), 1, 1, 1, generator=generator) * 2 - 1) * strength
    amount = amount.to(images.device)
    thick = F.max_pool2d(images, 3, stride=1, padding=1)
    thin = -F.max_pool2d(-images, 2, stride=1, padding=1)[..., :28, :28]
    return images + amount.clamp(min=0) * 0.8 * (thick - images) + amount.clamp(max=0) * 0.8 * (images - thin)
