"""Many digits through a network, a chunk at a time, so that whoever waits can stop it and sees how far it came."""

import copy
from collections.abc import Iterator
from typing import TYPE_CHECKING

from model.network.architecture import layer_shapes

if TYPE_CHECKING:
    from torch import Tensor

    from model.network.digit_net import DigitNet

AT_ONCE = 10_000_000  # numbers in the maps of all images that are read together
LARGEST = 1e12  # of a feature or output: with larger ones, squares no longer fit into float32


def plain_copy(network: "DigitNet") -> "DigitNet":
    """A copy that reads batches: the one on display stays as it is."""
    copied = copy.deepcopy(network).eval().requires_grad_(False)
    return copied.channels_last()


def in_chunks(network: "DigitNet", images: "Tensor") -> "Iterator[Tensor]":
    """`images` (n, 1, 28, 28), uint8 0…255 or float 0…1, as float 0…1: so many together that it takes about 0.1 s."""
    import torch

    from model.evaluate.evaluation import as_ink, chunk_size

    numbers = sum(shape.spec.out_channels * shape.conv_size**2 for shape in layer_shapes(network.specs))
    for chunk in images.split(max(1, min(chunk_size(network), AT_ONCE // numbers))):
        yield as_ink(chunk).contiguous(memory_format=torch.channels_last)


def bounded(tensor: "Tensor") -> "Tensor":
    """The same numbers, as long as they are such that one can go on with them."""
    return tensor.nan_to_num(0.0, LARGEST, -LARGEST).clamp(-LARGEST, LARGEST)


def features_of(network: "DigitNet", images: "Tensor") -> "Iterator[tuple[Tensor, Tensor]]":
    """Yield features (n, features) and logits (n, 10) for `images` (n, 1, 28, 28), uint8 0…255 or float 0…1."""
    import torch

    body = plain_copy(network)
    linear = body.linear
    body.add_module("linear", torch.nn.Identity())  # so that it gives the features
    for batch in in_chunks(network, images):
        features = body(batch)
        yield bounded(features), bounded(linear(features))
