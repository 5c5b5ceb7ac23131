"""A network as Caffe's two files: the layers as text (prototxt) and the weights (caffemodel).

OpenCV's dnn module reads them up to version 4; version 5 dropped Caffe. The caffemodel is a protocol buffer of which
only a handful of fields are needed, so they are written here field by field (numbers from BVLC's caffe.proto) and no
package is.

Caffe rounds the size of a pooled map up where PyTorch rounds it down. Where a map has an odd size its last row and
column are therefore cut off first, by Slice layers whose second part nobody reads.
"""

import struct
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from model.data_set import MNIST, DataSet
from model.network.architecture import CLASSES, INPUT_SIDE, POOL, LayerSpec, layer_shapes
from model.network.expects import MADE_WITH, expects, gives

if TYPE_CHECKING:
    from torch import Tensor

    from model.network.digit_net import DigitNet


def prototxt(specs: Sequence[LayerSpec], data: DataSet = MNIST) -> str:
    """The layers as text: input `image` (1, 1, 28, 28), output `logits` (1, 10), of `data`.

    Raises:
        InputError: the layers do not fit together.
    """
    shape = f"dim: 1 dim: 1 dim: {INPUT_SIDE} dim: {INPUT_SIDE}"
    lines = [f"# {MADE_WITH}", f"# {expects(data)}", f"# {gives(data)}", 'name: "ConvPad"']
    lines.append(_layer("image", "Input", (), ("image",), f"input_param {{ shape {{ {shape} }} }}"))
    now = "image"
    for number, layer in enumerate(layer_shapes(specs), start=1):
        spec, conv, relu = layer.spec, f"conv{number}", f"relu{number}"
        about = f"num_output: {spec.out_channels} kernel_size: {spec.kernel_size} stride: {spec.stride}"
        bias = "true" if spec.bias else "false"
        about = f"convolution_param {{ {about} pad: {spec.padding} bias_term: {bias} }}"
        lines += [_layer(conv, "Convolution", (now,), (conv,), about), _layer(relu, "ReLU", (conv,), (relu,))]
        now = relu
        if spec.max_pool:
            if layer.conv_size % POOL:
                for axis, name in ((2, f"rows{number}"), (3, f"columns{number}")):
                    cut = f"slice_param {{ axis: {axis} slice_point: {layer.conv_size - 1} }}"
                    lines.append(_layer(name, "Slice", (now,), (name, f"{name}_left_over"), cut))
                    now = name
            about = f"pooling_param {{ pool: MAX kernel_size: {POOL} stride: {POOL} }}"
            lines.append(_layer(f"pool{number}", "Pooling", (now,), (f"pool{number}",), about))
            now = f"pool{number}"
    about = f"inner_product_param {{ num_output: {CLASSES} }}"
    lines.append(_layer("linear", "InnerProduct", (now,), ("logits",), about))
    return "\n".join(lines) + "\n"


def _layer(name: str, kind: str, bottoms: Sequence[str], tops: Sequence[str], about: str = "") -> str:
    ends = [f'bottom: "{bottom}"' for bottom in bottoms] + [f'top: "{top}"' for top in tops]
    return " ".join(["layer {", f'name: "{name}" type: "{kind}"', *ends, about, "}"])


def caffemodel(network: "DigitNet") -> bytes:
    """The weights of each layer, by its name in the prototxt.

    Raises:
        ValueError: the network still has batch norm.
    """
    if network.has_batch_norm:
        raise ValueError("fold the batch norm first: network.folded()")
    return _text(1, "ConvPad") + b"".join(_field(100, layer) for layer in _weights(network))


def _weights(network: "DigitNet") -> Iterator[bytes]:
    """Each layer that has weights as a LayerParameter: name (1), type (2), blobs (7)."""
    for number, conv in enumerate(network.convs(), start=1):
        tensors = [tensor for tensor in (conv.weight, conv.bias) if tensor is not None]
        yield _text(1, f"conv{number}") + _text(2, "Convolution") + _blobs(tensors)
    yield _text(1, "linear") + _text(2, "InnerProduct") + _blobs([network.linear.weight, network.linear.bias])


def _blobs(tensors: "Sequence[Tensor]") -> bytes:
    """Each tensor as a BlobProto: shape (7) with its dimensions (1), data (5) as 32-bit floats."""
    found = b""
    for tensor in tensors:
        shape = _field(7, _field(1, b"".join(_number(side) for side in tensor.shape)))
        numbers = tensor.detach().flatten().tolist()
        found += _field(7, shape + _field(5, struct.pack(f"<{len(numbers)}f", *numbers)))
    return found


def _text(field: int, text: str) -> bytes:
    return _field(field, text.encode())


def _field(field: int, content: bytes) -> bytes:
    """A field whose length is said before it (wire type 2)."""
    return _number(field << 3 | 2) + _number(len(content)) + content


def _number(number: int) -> bytes:
    """Seven bits a byte, lowest first; the eighth says that more follow."""
    found = []
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    return bytes([*found, number])
