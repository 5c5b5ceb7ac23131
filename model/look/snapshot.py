"""One frozen look at the network: everything any panel shows, computed together, never half old and half new.

The arrays are private copies and cannot be written to, so a snapshot stays what it was while training goes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.convolution import Step, Window, receptive_field
from model.drawing.raster import Raster
from model.network.architecture import INPUT_SIDE, LayerShape, layer_shapes

if TYPE_CHECKING:
    from torch import Tensor

    from model.network.digit_net import DigitNet

Array = NDArray[np.float32]

SURE = 0.75  # an answer with less probability is "not sure": 2 % of digits, 70 % of letters and scribbles (measured)


@dataclass(frozen=True, eq=False)
class Layer:
    """One convolution layer's numbers.

    `weight` (out_channels, in_channels, k, k); `bias` (out_channels,), zeros where the layer has none.
    """

    name: str
    shape: LayerShape
    weight: Array
    bias: Array

    @cached_property
    def span(self) -> float:
        """The largest absolute weight."""
        return float(np.abs(self.weight).max())


@dataclass(frozen=True, eq=False)
class Weights:
    """All numbers of a network; the same object in each snapshot until the network changes."""

    layers: tuple[Layer, ...]
    linear_weight: Array  # (10, features)
    linear_bias: Array  # (10,)

    @cached_property
    def span(self) -> float:
        """The largest absolute weight of all convolutions."""
        return max(layer.span for layer in self.layers)


@dataclass(frozen=True, eq=False)
class Maps:
    """What one layer computed: `conv` is W*x + b, `out` what the next layer reads (after ReLU and max-pool)."""

    conv: Array  # (out_channels, h, w)
    out: Array  # (out_channels, h', w')

    @cached_property
    def highest(self) -> float:
        """The largest value in `out`."""
        return float(self.out.max())


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A network and what it makes of one image. With no image there are no maps and no answer."""

    weights: Weights
    image: Array | None = None  # (28, 28), ink 0…1
    drawn: Raster | None = None  # how `image` came from ink, where it did
    maps: tuple[Maps, ...] = ()
    logits: Array | None = None  # (10,)
    probabilities: Array | None = None  # (10,), sum 1

    @cached_property
    def highest(self) -> float:
        """The largest value in any layer's maps."""
        return max((maps.highest for maps in self.maps), default=0.0)

    @property
    def digit(self) -> int | None:
        """The digit that stands out, or None."""
        return None if self.probabilities is None else answer(self.probabilities)

    def steps(self, layer: int) -> list[Step]:
        """The sliding windows between the image and the output of layer number `layer` (0 for the first)."""
        return [step for shown in self.weights.layers[: layer + 1] for step in shown.shape.spec.steps]

    def reads(self, layer: int, row: int, column: int, earlier: int) -> Window:
        """What of the output of layer `earlier` (-1: of the image) a map's pixel depends on, padding cut off."""
        window = Window(row, column, row + 1, column + 1)
        size = INPUT_SIDE if earlier < 0 else self.weights.layers[earlier].shape.out_size
        return receptive_field(self.steps(layer)[len(self.steps(earlier)) :], window, size)


def answer(probabilities: Array) -> int | None:
    """The digit that stands out among ten probabilities, or None."""
    best = int(probabilities.argmax())
    return best if probabilities[best] >= SURE else None


def read_weights(network: "DigitNet") -> Weights:
    """Copy the numbers of a plain (folded) network."""
    layers = []
    for number, (shape, conv) in enumerate(zip(layer_shapes(network.specs), network.convs(), strict=True), start=1):
        bias = np.zeros(shape.spec.out_channels, np.float32) if conv.bias is None else _frozen(conv.bias)
        layers.append(Layer(f"conv{number}", shape, _frozen(conv.weight), bias))
    return Weights(tuple(layers), _frozen(network.linear.weight), _frozen(network.linear.bias))


def moved(before: Layer, now: Layer) -> float | None:
    """How far the weights of a layer came, as a part of their size before: ‖now − before‖ / ‖before‖.

    None where the two are of different shapes, so that one did not come from the other.
    """
    if now.weight.shape != before.weight.shape:
        return None
    size = float(np.linalg.norm(before.weight))
    return float(np.linalg.norm(now.weight - before.weight)) / max(size, 1e-12)


def look(
    network: "DigitNet", image: Array | None, *, drawn: Raster | None = None, weights: Weights | None = None
) -> Snapshot:
    """Send `image` (28, 28), 0…1, through a plain network once and keep everything.

    `drawn` is how the image came about, kept for display. `weights` may hand on what `read_weights` gave for the
    same network, to save copying it again.

    Raises:
        ValueError: the image is not 28 × 28, or the network still has batch norm.
    """
    import torch

    if network.norm(1) is not None:
        raise ValueError("fold the batch norm first: network.folded()")
    weights = weights or read_weights(network)
    if image is None:
        return Snapshot(weights)
    if image.shape != (INPUT_SIDE, INPUT_SIDE):
        raise ValueError(f"the image must be 28 × 28, not {' × '.join(map(str, image.shape))}")
    taps: list = []  # type: ignore[type-arg]
    with torch.inference_mode():
        logits = network(torch.from_numpy(np.array(image, np.float32))[None, None], taps)
        probabilities = torch.softmax(logits[0], dim=0)
    return Snapshot(
        weights,
        image,
        drawn,
        tuple(Maps(_frozen(t.conv[0]), _frozen(t.out[0])) for t in taps),
        _frozen(logits[0]),
        _frozen(probabilities),
    )


def probabilities_of(network: "DigitNet", images: Sequence[Array]) -> list[Array]:
    """The ten probabilities (10,) for each of some images (28, 28), 0…1, in one pass."""
    import torch

    if not images:
        return []
    with torch.inference_mode():
        logits = network(torch.from_numpy(np.stack(images))[:, None])
        return list(torch.softmax(logits, dim=1).numpy())


def warm_up(network: "DigitNet") -> None:
    """Let the first look be as quick as the others: the libraries below set themselves up once."""
    look(network, np.zeros((INPUT_SIDE, INPUT_SIDE), np.float32))


def _frozen(tensor: "Tensor") -> Array:
    array: Array = tensor.detach().numpy().copy()
    array.flags.writeable = False
    return array
