"""Other ways to colour the pixels of a drawing, and how well each agrees with what really happens when ink is erased.

Shown so that nobody trusts them more than they are worth: J. Adebayo et al., "Sanity Checks for Saliency Maps", 2018.
"""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.why.spots import SpotMeter, erasable, leads_of, untrained

if TYPE_CHECKING:
    from torch import Tensor

    from model.network.digit_net import DigitNet, Tap
    from model.why.question import Question

Array = NDArray[np.float32]

WAY = 32  # images between nothing and the drawing
PORTION = 16  # images read at once


@dataclass(frozen=True, eq=False)
class Trust:
    """Maps (28, 28) of one image and question, positive where a pixel speaks for the answer.

    `products` is gradient × input: its sum, `pixels`, and `biases` together are the `lead`, exactly; `signs` is the
    part, 0…1, of 3 × 3 patches of ink whose erasing moves the lead the way that it says. `erased` is by how much the
    lead falls when the spot there is erased, NaN where there is no ink.

    `agreement` has for each of the other three maps its rank correlation with `erased`, and `untrained` for all four
    the one with the same map of a network with weights by chance, each over the ink and -1…1.
    """

    lead: float
    products: Array
    pixels: float
    biases: float
    signs: float
    grad_cam: Array
    integrated: Array
    erased: Array
    agreement: dict[str, float]
    untrained: dict[str, float]


def gradient(network: "DigitNet", images: Array, q: "Question") -> Array:
    """How the lead changes with each pixel of `images` (n, 28, 28)."""
    import torch

    x = torch.from_numpy(np.array(images, np.float32))[:, None].requires_grad_(True)
    (slope,) = torch.autograd.grad(_lead(network(x), q).sum(), x)
    found: Array = slope[:, 0].numpy()
    return found


@np.errstate(all="ignore")
def integrated_gradients(network: "DigitNet", image: Array, q: "Question") -> Array:
    """M. Sundararajan, A. Taly, Q. Yan, "Axiomatic Attribution for Deep Networks", 2017, from an empty image."""
    parts = (np.arange(WAY, dtype=np.float32) + np.float32(0.5)) / WAY
    images = (parts[:, None, None] * image).astype(np.float32)
    found: Array = gradient(network, images, q).mean(axis=0) * image
    return found


def grad_cam(network: "DigitNet", image: Array, q: "Question") -> Array:
    """R. Selvaraju et al., "Grad-CAM", 2017, on the last convolution, enlarged to (28, 28); never negative."""
    import torch
    from torch.nn import functional as F

    taps: list[Tap] = []
    x = torch.from_numpy(np.array(image, np.float32))[None, None].requires_grad_(True)
    lead = _lead(network(x, taps), q).sum()
    (slope,) = torch.autograd.grad(lead, taps[-1].relu)
    cam = F.relu((slope.mean((2, 3), keepdim=True) * taps[-1].relu).sum(1, keepdim=True)).detach()
    whole: Array = F.interpolate(cam, size=image.shape, mode="bilinear", align_corners=False)[0, 0].numpy()
    return whole


def _lead(logits: "Tensor", q: "Question") -> "Tensor":
    return logits[:, q.answer] - logits[:, q.rival]


@np.errstate(all="ignore")
def rank_correlation(a: Array, b: Array) -> float:
    """Spearman's, of two lists (n,), -1…1; equal values share their ranks. 0 where one of them is constant."""
    ranks = [_ranks(values) for values in (a, b)]
    a, b = (rank - rank.mean() for rank in ranks)
    size = float(np.sqrt((a @ a) * (b @ b)))
    return float(a @ b) / size if size else 0.0


def _ranks(values: Array) -> Array:
    _, which, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    ranks: Array = (ends - (counts - 1) / 2)[which].astype(np.float32)
    return ranks


@np.errstate(all="ignore")
def sign_agreement(network: "DigitNet", image: Array, q: "Question", products: Array) -> float:
    """The part, 0…1, of 3 × 3 patches of ink for which the sum of `products` has the sign of what erasing them does."""
    places = np.argwhere(erasable(image))
    changed, says = np.repeat(image[None], len(places) + 1, axis=0), []
    for number, (row, column) in enumerate(places):
        patch = slice(max(row - 1, 0), row + 2), slice(max(column - 1, 0), column + 2)
        changed[number][patch] = 0
        says.append(products[patch].sum())
    leads = np.concatenate(
        [leads_of(network, part, q) for part in np.array_split(changed, len(changed) // PORTION + 1)]
    )
    falls = leads[-1] - leads[:-1]
    return float((np.sign(says) == np.sign(falls)).mean()) if says else 0.0


@np.errstate(all="ignore")  # never around a `yield`: it would hold for whoever goes on meanwhile
def _products(network: "DigitNet", image: Array, q: "Question") -> Array:
    products: Array = gradient(network, image[None], q)[0] * image
    return products


def _maps(network: "DigitNet", image: Array, q: "Question") -> Generator[None, None, dict[str, Array]]:
    meter, todo = SpotMeter(network, image, q), int(erasable(image).sum())
    while todo > 0:
        meter.measure_some(min(todo, PORTION))
        todo -= PORTION
        yield None
    products = _products(network, image, q)
    yield None
    cam = grad_cam(network, image, q)
    yield None
    return {
        "erasing": -meter.spots.erased,
        "gradient × input": products,
        "Grad-CAM": cam,
        "integrated gradients": integrated_gradients(network, image, q),
    }


def trusting(network: "DigitNet", image: Array, q: "Question") -> Generator[Trust | None, None, None]:
    """Yields None on the way, so that it can be stopped, then `Trust`."""
    maps = yield from _maps(network, image, q)
    chance = yield from _maps(untrained(network), image, q)
    inked = erasable(image)
    lead = float(leads_of(network, image[None], q)[0])
    erased, products = maps["erasing"], maps["gradient × input"]
    with np.errstate(all="ignore"):  # weights changed by hand may be as large as they like
        pixels = float(products.sum())
    yield Trust(
        lead,
        products,
        pixels,
        lead - pixels,
        sign_agreement(network, image, q, products),
        maps["Grad-CAM"],
        maps["integrated gradients"],
        erased,
        {name: rank_correlation(maps[name][inked], erased[inked]) for name in list(maps)[1:]},
        {name: rank_correlation(maps[name][inked], chance[name][inked]) for name in maps},
    )
