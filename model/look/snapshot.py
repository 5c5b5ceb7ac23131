"""One frozen look at the network: everything any panel shows, computed together, never half old and half new.

The arrays are private copies and cannot be written to, so a snapshot stays what it was while training goes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from model.convolution import Step, Window, receptive_field
from model.data_set import MNIST, DataSet
from model.drawing.raster import Raster
from model.look.forward import conv2d, max_pool2d, softmax
from model.network.architecture import INPUT_SIDE, POOL, LayerShape, layer_shapes
from model.network.weights_file import ForeignError, SavedNetwork, read

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
    with_torch: bool = True  # PyTorch is loaded, so that what is computed from them can be compared with it
    data: DataSet = MNIST  # what they were trained on

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

    @cached_property
    def by_torch(self) -> tuple[tuple[Maps, ...], Array] | None:
        """PyTorch's maps and outputs (10,) for the same numbers; None where there is no image, or no PyTorch yet."""
        return _by_torch(self.weights, self.image) if self.weights.with_torch and self.image is not None else None

    @property
    def classes(self) -> tuple[str, ...]:
        """What the ten outputs are called."""
        return self.weights.data.classes

    @property
    def answer_name(self) -> str:
        """What the class that stands out is called; empty where none does."""
        return "" if self.digit is None else self.classes[self.digit]

    @property
    def digit(self) -> int | None:
        """The class, for MNIST the digit, that stands out, or None."""
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
    """Copy the numbers of a plain network.

    Raises:
        ValueError: it still has batch norm.
    """
    if network.has_batch_norm:
        raise ValueError("fold the batch norm first: network.folded()")
    layers = []
    for number, (shape, conv) in enumerate(zip(layer_shapes(network.specs), network.convs(), strict=True), start=1):
        bias = np.zeros(shape.spec.out_channels, np.float32) if conv.bias is None else _frozen(conv.bias)
        layers.append(Layer(f"conv{number}", shape, _frozen(conv.weight), bias))
    return Weights(tuple(layers), _frozen(network.linear.weight), _frozen(network.linear.bias), data=network.data)


def weights_of(saved: SavedNetwork) -> Weights:
    """The same for a network that was read from its file, without torch."""
    numbers, layers = saved.numbers, []
    for number, shape in enumerate(layer_shapes(saved.layers), start=1):
        bias = numbers.get(f"conv{number}.bias", np.zeros(shape.spec.out_channels, np.float32))
        layers.append(Layer(f"conv{number}", shape, numbers[f"conv{number}.weight"], bias))
    return Weights(tuple(layers), numbers["linear.weight"], numbers["linear.bias"], with_torch=False, data=saved.data)


def saved_weights(path: Path) -> Weights:
    """The numbers in a weights file; torch is imported only for files that ConvPad did not write.

    Raises:
        InputError: it holds no network; the sentence says why.
    """
    try:
        return weights_of(read(path))
    except ForeignError:
        from model.network.checkpoint import load

        return read_weights(load(path).network)


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
    return look_through(weights or read_weights(network), image, drawn)


def look_through(weights: Weights, image: Array | None, drawn: Raster | None = None) -> Snapshot:
    """As `look`, with nothing but the weights."""
    if image is None:
        return Snapshot(weights)
    if image.shape != (INPUT_SIDE, INPUT_SIDE):
        raise ValueError(f"the image must be 28 × 28, not {' × '.join(map(str, image.shape))}")
    x, maps = np.asarray(image, np.float32)[None], []
    with np.errstate(all="ignore"):  # weights changed by hand may be as large as they like
        for layer in weights.layers:
            spec = layer.shape.spec
            conv = conv2d(x, layer.weight, layer.bias, spec.stride, spec.padding)
            x = np.maximum(conv, 0)
            if spec.max_pool:
                x = max_pool2d(x)
            maps.append(Maps(_closed(conv), _closed(x)))
        logits = weights.linear_weight @ x.ravel() + weights.linear_bias
        probabilities = softmax(logits)
    return Snapshot(weights, image, drawn, tuple(maps), _closed(logits), _closed(probabilities))


def _by_torch(weights: Weights, image: Array) -> tuple[tuple[Maps, ...], Array]:
    import torch
    from torch.nn import functional as F

    maps = []
    with torch.inference_mode():
        x = torch.from_numpy(np.array(image, np.float32))[None, None]
        for layer in weights.layers:
            spec = layer.shape.spec
            weight, bias = torch.from_numpy(layer.weight.copy()), torch.from_numpy(layer.bias.copy())
            conv = F.conv2d(x, weight, bias, spec.stride, spec.padding)
            x = F.max_pool2d(F.relu(conv), POOL) if spec.max_pool else F.relu(conv)
            maps.append(Maps(_frozen(conv[0]), _frozen(x[0])))
        weight, bias = torch.from_numpy(weights.linear_weight.copy()), torch.from_numpy(weights.linear_bias.copy())
        return tuple(maps), _frozen(F.linear(torch.flatten(x, 1), weight, bias)[0])


def probabilities_of(weights: Weights, images: Sequence[Array]) -> list[Array]:
    """The ten probabilities (10,) for each of some images (28, 28), 0…1."""
    found = (look_through(weights, image).probabilities for image in images)
    return [probabilities for probabilities in found if probabilities is not None]


def warm_up(network: "DigitNet") -> None:
    """Let the first look be as quick as the others: the libraries below set themselves up once."""
    _ = look(network, np.zeros((INPUT_SIDE, INPUT_SIDE), np.float32)).by_torch


def _closed(array: Array) -> Array:
    array.flags.writeable = False
    return array


def _frozen(tensor: "Tensor") -> Array:
    array: Array = tensor.detach().numpy().copy()
    array.flags.writeable = False
    return array
