"""A network as a Keras program that builds it and takes the weights that ConvPad saved.

Keras keeps channels last where PyTorch keeps them first: kernels are turned from (out, in, rows, columns) to (rows,
columns, in, out), and the maps are turned back before they are flattened, so that the linear layer finds its features
in their order. Keras pads by an equal amount only as a layer of its own.
"""

import textwrap
from collections.abc import Sequence

from model.data_set import MNIST, DataSet
from model.export.code import in_quotes
from model.network.architecture import CLASSES, INPUT_SIDE, POOL, LayerSpec, layer_shapes, parameter_count
from model.network.expects import MADE_WITH, expects, gives, what

_PROGRAM = '''"""{what}, designed with {made_with}: {count:,} parameters, for Keras 3.

{expects}
{gives}

Run it:  python {file} WEIGHTS.safetensors    writes WEIGHTS.keras
"""

import sys
from pathlib import Path

import keras
from keras import layers
from safetensors import SafetensorError
from safetensors.numpy import load_file


def digit_net():
    image = keras.Input(({side}, {side}, 1), name="image")
    x = image
{layers}
    return keras.Model(image, x, name="digit_net")


def with_weights(path):
    """The network with the weights of a safetensors file that ConvPad saved."""
    network, tensors = digit_net(), load_file(path)
    for name in {{tensor.rpartition(".")[0] for tensor in tensors}}:
        weight = tensors[name + ".weight"]
        weights = [weight.transpose(2, 3, 1, 0) if weight.ndim == 4 else weight.T]
        if name + ".bias" in tensors:
            weights.append(tensors[name + ".bias"])
        network.get_layer(name).set_weights(weights)
    return network


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say which weights: python {file} WEIGHTS.safetensors")
    try:
        network = with_weights(sys.argv[1])
    except (OSError, ValueError, KeyError, SafetensorError) as error:
        sys.exit(f"That cannot be read: {{error}}")
    network.save(Path(sys.argv[1]).with_suffix(".keras"))
'''


def keras_code(specs: Sequence[LayerSpec], file: str = "digit_net_keras.py", data: DataSet = MNIST) -> str:
    """The program for these layers, whose weights were trained on `data`.

    `file` is the name that its own help calls it by.

    Raises:
        InputError: the layers do not fit together.
    """
    lines = []
    for number, shape in enumerate(layer_shapes(specs), start=1):
        spec = shape.spec
        if spec.padding:
            lines.append(f"x = layers.ZeroPadding2D({spec.padding})(x)")
        asked = f'{spec.out_channels}, {spec.kernel_size}, strides={spec.stride}, activation="relu"'
        bias = "" if spec.bias else ", use_bias=False"
        lines.append(f'x = layers.Conv2D({asked}{bias}, name="conv{number}")(x)')
        if spec.max_pool:
            lines.append(f"x = layers.MaxPooling2D({POOL})(x)")
    lines.append("x = layers.Flatten()(layers.Permute((3, 1, 2))(x))")
    lines.append(f'x = layers.Dense({CLASSES}, name="linear")(x)')
    return _PROGRAM.format(
        made_with=MADE_WITH,
        count=parameter_count(specs),
        file=in_quotes(file),
        what=in_quotes(what(data)),
        expects=textwrap.fill(in_quotes(expects(data)), 100),
        gives=textwrap.fill(in_quotes(f"The image is (batch, {INPUT_SIDE}, {INPUT_SIDE}, 1). {gives(data)}"), 110),
        side=INPUT_SIDE,
        layers="\n".join("    " + line for line in lines),
    )
