"""A network changed by hand: other numbers in some filters. Always a changed copy; what is in use stays as it is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import torch

    from model.network.digit_net import DigitNet

Array = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Filter:
    """What makes one feature map, or one output of the linear layer.

    `weight` (in_channels, k, k) and `bias`; None where the layer has no biases.
    """

    weight: Array
    bias: float | None

    def with_weight(self, channel: int, row: int, column: int, value: float) -> "Filter":
        """The same with one other weight."""
        weight = self.weight.copy()
        weight[channel, row, column] = value
        return replace(self, weight=weight)

    def with_bias(self, value: float) -> "Filter":
        """The same with another bias; where the layer has none, just the same."""
        return self if self.bias is None else replace(self, bias=value)

    def with_kernel(self, kernel: Array, channel: int | None = None) -> "Filter":
        """The same with `kernel` (k, k) for one input channel; for None every channel gets an equal part of it.

        A kernel with weights beyond 1 is scaled down to 1, or it would drown the other maps of the layer.
        """
        weight = self.weight.copy()
        kernel = kernel / max(1.0, float(np.abs(kernel).max()))
        if channel is None:
            weight[:] = kernel / len(weight)
        else:
            weight[channel] = kernel
        return replace(self, weight=weight)

    def switched_off(self) -> "Filter":
        """All zeros: its map is 0 everywhere and adds nothing to the next layer."""
        return Filter(np.zeros_like(self.weight), None if self.bias is None else 0.0)

    @property
    def is_off(self) -> bool:
        """Whether it is all zeros."""
        return not self.weight.any() and not self.bias


Edits = Mapping[tuple[int, int], Filter]  # by layer (0 for the first, the linear one last) and output channel


def filter_of(network: "DigitNet", layer: int, channel: int) -> Filter:
    """A copy of the filter that makes map `channel` of layer number `layer`.

    The number after the last convolution stands for the linear layer: what makes output `channel` is a filter as
    well, as large as the last maps, with which they are multiplied at once.

    Raises:
        IndexError: there is no such filter.
    """
    weight, bias = _parameters(network, layer)
    copy: Array = weight[channel].detach().numpy().copy()
    return Filter(copy, None if bias is None else float(bias[channel]))


def _parameters(network: "DigitNet", layer: int) -> "tuple[torch.Tensor, torch.Tensor | None]":
    """Weights (out_channels, in_channels, k, k) and biases (out_channels,) of a layer, sharing their memory."""
    convs = network.convs()
    if layer < len(convs):
        return convs[layer].weight, convs[layer].bias
    if layer > len(convs):
        raise IndexError(f"the network has no layer {layer}")
    linear, channels = network.linear, network.specs[-1].out_channels
    side = round((linear.in_features / channels) ** 0.5)
    return linear.weight.view(-1, channels, side, side), linear.bias


def with_filters(network: "DigitNet", edits: Edits) -> "DigitNet":
    """A copy of the plain `network` with these filters in place of its own.

    Raises:
        ValueError: a filter has another shape than the one it replaces, or numbers that are not finite.
    """
    import torch

    changed = network.folded()
    for (layer, channel), wanted in edits.items():
        weight, bias = _parameters(changed, layer)
        if wanted.weight.shape != tuple(weight.shape[1:]):
            raise ValueError(f"layer {layer} has kernels of {tuple(weight.shape[1:])}, not {wanted.weight.shape}")
        if not np.isfinite(wanted.weight).all() or not np.isfinite(wanted.bias or 0.0):
            raise ValueError(f"the filter for layer {layer} holds values that are not finite numbers")
        with torch.no_grad():
            weight[channel] = torch.from_numpy(wanted.weight.copy())
            if bias is not None and wanted.bias is not None:
                bias[channel] = wanted.bias
    return changed
