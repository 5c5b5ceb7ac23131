"""A network as a PyTorch program that runs as it stands and reads pictures; it needs torch and Pillow."""

import json
import textwrap
from collections.abc import Sequence

from model.data_set import MNIST, DataSet
from model.network.architecture import CLASSES, POOL, LayerSpec, layer_shapes, linear_features, parameter_count
from model.network.expects import MADE_WITH, expects, what

_PROGRAM = '''"""{what}, designed with {made_with}: {count:,} parameters.

{expects}

Run it:  python {file} WEIGHTS.safetensors PICTURE
"""

import json
import sys
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

NAMES = {names}  # of the outputs


class DigitNet(nn.Module):
    """Ten logits (batch, 10) from images (batch, 1, 28, 28), ink 0 (none) to 1 (full)."""

    def __init__(self):
        super().__init__()
{layers}

    def forward(self, x):
{forward}


def read_weights(path):
    """The tensors of a safetensors file: the header's length, the header as JSON, then the numbers."""
    content = Path(path).read_bytes()
    start = 8 + int.from_bytes(content[:8], "little")
    tensors = {{}}
    for name, about in json.loads(content[8:start]).items():
        if name != "__metadata__":
            begin, end = about["data_offsets"]
            numbers = torch.frombuffer(bytearray(content[start + begin : start + end]), dtype=torch.float32)
            tensors[name] = numbers.reshape(about["shape"])
    return tensors


def read_picture(path):
    """The image (1, 1, 28, 28) of a picture, dark on light or light on dark."""
    from PIL import Image, ImageOps

    with Image.open(path) as picture:
        grey = ImageOps.exif_transpose(picture).convert("L")
    ink = torch.frombuffer(bytearray(grey.tobytes()), dtype=torch.uint8).reshape(grey.height, grey.width) / 255
    border = torch.cat([ink[0], ink[-1], ink[:, 0], ink[:, -1]]).median()
    ink = (ink - border if border < 0.5 else border - ink).clamp(min=0)  # the paper is what the border shows
{placed}
    return image


def main():
    if len(sys.argv) != 3:
        sys.exit("Say which weights and which picture: python {file} WEIGHTS.safetensors PICTURE")
    network = DigitNet().eval()
    try:
        network.load_state_dict(read_weights(sys.argv[1]))
        image = read_picture(sys.argv[2])
    except ImportError:
        sys.exit("Reading pictures needs the package Pillow: pip install pillow")
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        sys.exit(f"That cannot be read: {{error}}")
    with torch.inference_mode():
        probabilities = network(image).softmax(dim=1)[0]
    for name, probability in zip(NAMES, probabilities.tolist()):
        print(f"{{name}}: {{probability:7.2%}}")


if __name__ == "__main__":
    main()
'''


_PLACED = """    ink = torch.where(ink > 0.2 * ink.max(), ink, torch.zeros(())) / ink.max().clamp(min=1e-6)
    rows, columns = ink.amax(1).nonzero().flatten(), ink.amax(0).nonzero().flatten()
    image = torch.zeros(1, 1, 28, 28)
    if len(rows):
        ink = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        height, width = (max(1, round(20 * side / max(ink.shape))) for side in ink.shape)
        small = F.interpolate(ink[None, None], size=(height, width), mode="area")[0, 0]
        middles = torch.arange(20.0) + 0.5
        centre = (small.sum(1) @ middles[:height], small.sum(0) @ middles[:width])
        top, left = (round(14.5 - float(at / small.sum())) for at in centre)
        top, left = min(max(top, 0), 28 - height), min(max(left, 0), 28 - width)
        image[0, 0, top : top + height, left : left + width] = small"""  # digits, as MNIST has them
_WHOLE = """    height, width = (max(1, round(28 * side / max(ink.shape))) for side in ink.shape)
    top, left = (28 - height) // 2, (28 - width) // 2
    image = torch.zeros(1, 1, 28, 28)
    small = F.interpolate(ink[None, None], size=(height, width), mode="area")
    image[..., top : top + height, left : left + width] = small"""  # anything else, as it lies


def pytorch_code(specs: Sequence[LayerSpec], file: str = "digit_net.py", data: DataSet = MNIST) -> str:
    """The program for these layers; its `DigitNet` takes the tensors of a weights file by their names.

    `file` is the name that its own help calls it by; `data` is what the weights were trained on.

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
        made_with=MADE_WITH,
        count=parameter_count(specs),
        file=in_quotes(file),
        what=in_quotes(what(data)),
        expects=textwrap.fill(in_quotes(expects(data)), 100),
        names=_names(data.classes),
        placed=_PLACED if data.digits else _WHOLE,
        layers=8 * " " + indent.join(layers),
        forward=8 * " " + indent.join(forward),
    )


def in_quotes(text: str) -> str:
    """A text as it may stand between double quotes in a program: the names in it come from files of others."""
    seen = "".join(c if c.isprintable() else "?" for c in text)
    return seen.replace("\\", r"\\").replace('"', r"\"")


def _names(classes: Sequence[str]) -> str:
    """A tuple as it is written in code, in lines that are not too long."""
    quoted = ", ".join(json.dumps(name, ensure_ascii=False) for name in classes)
    if len(quoted) < 90:
        return f"({quoted})"
    return "(\n" + "".join(f"    {json.dumps(name, ensure_ascii=False)},\n" for name in classes) + ")"
