"""A network as a Python program that runs as it stands, with PyTorch only; safetensors where weights are given."""

from collections.abc import Sequence

from model.network.architecture import CLASSES, POOL, LayerSpec, layer_shapes, linear_features, parameter_count

_PROGRAM = '''"""A network that reads handwritten digits, designed with ConvPad: {count:,} parameters.

Run it:  python {file} [WEIGHTS.safetensors]
"""

import sys

import torch
from torch import nn
from torch.nn import functional as F


class DigitNet(nn.Module):
    """Ten logits (batch, 10) from images (batch, 1, 28, 28), ink 0 (none) to 1 (full)."""

    def __init__(self):
        super().__init__()
{layers}

    def forward(self, x):
{forward}


if __name__ == "__main__":
    network = DigitNet().eval()
    if len(sys.argv) > 1:  # weights saved by ConvPad; without them the answer is a guess
        from safetensors.torch import load_file

        network.load_state_dict(load_file(sys.argv[1]))
    image = torch.rand(1, 1, 28, 28)  # put your own digit here: white on black, its centre of mass in the middle
    with torch.no_grad():
        probabilities = network(image).softmax(dim=1)[0]
    for digit, probability in enumerate(probabilities.tolist()):
        print(f"{{digit}}: {{probability:7.2%}}")
'''


def pytorch_code(specs: Sequence[LayerSpec], file: str = "digit_net.py") -> str:
    """The program for these layers; its `DigitNet` takes the tensors of a weights file by their names.

    `file` is the name that its own help calls it by.

    Raises:
        InputError: the layers do not fit together.
    """
    layers, forward = [], []
    for number, shape in enumerate(layer_shapes(specs), start=1):
        spec, size = shape.spec, shape.conv_size
        layers.append(f"self.conv{number} = nn.{spec.code(shape.in_channels)}")
        layers[-1] += f"  # {spec.out_channels} × {size} × {size}"
        step = f"F.relu(self.conv{number}(x))"
        if spec.max_pool:
            step = f"F.max_pool2d({step}, {POOL})"
        forward.append(f"x = {step}  # (batch, {spec.out_channels}, {shape.out_size}, {shape.out_size})")
    layers.append(f"self.linear = nn.Linear({linear_features(specs)}, {CLASSES})")
    forward.append("return self.linear(torch.flatten(x, 1))")
    indent = "\n" + 8 * " "
    return _PROGRAM.format(
        count=parameter_count(specs),
        file=file,
        layers=8 * " " + indent.join(layers),
        forward=8 * " " + indent.join(forward),
    )
