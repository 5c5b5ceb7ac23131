"""Networks of any design, with weights by chance, for the tests of why a network answers as it does."""

import torch
from hypothesis import strategies as st

from model.files import InputError
from model.network.architecture import LayerSpec, layer_shapes
from model.network.designs import Specs
from model.network.digit_net import DigitNet


@st.composite
def designs(draw: st.DrawFn, most_channels: int = 12) -> Specs:
    """One to four layers that fit together, from one channel on."""
    chosen: Specs = ()
    for _ in range(draw(st.integers(1, 4))):
        kernel = draw(st.integers(1, 9))
        new = LayerSpec(
            draw(st.integers(1, most_channels)), kernel, draw(st.integers(1, 4)), draw(st.integers(0, kernel - 1)),
            draw(st.booleans()), draw(st.booleans()),
        )  # fmt: skip
        try:
            layer_shapes((*chosen, new))
        except InputError:
            break
        chosen = (*chosen, new)
    return chosen


def by_chance(specs: Specs, seed: int = 0, scale: float = 1.0) -> DigitNet:
    """A plain network with weights by chance, those of the convolutions times `scale`, biases too."""
    generator = torch.Generator().manual_seed(seed)
    network = DigitNet(specs, generator=generator).eval().requires_grad_(False)
    for conv in network.convs():
        conv.weight.mul_(scale)
        if conv.bias is not None:
            conv.bias.normal_(std=0.1 * scale, generator=generator)
    network.linear.bias.normal_(generator=generator)
    return network
