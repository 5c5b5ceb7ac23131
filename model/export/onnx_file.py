"""A network as an ONNX file.

Needs the package `onnx`, which is not installed by default. torch's own exporter needs that one and onnxscript, and
writes a graph that is harder to read than this chain of a few nodes.
"""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from model.files import InputError
from model.network.architecture import CLASSES, INPUT_SIDE, POOL
from model.network.expects import described, expects, gives
from model.program import VERSION

if TYPE_CHECKING:
    from model.network.digit_net import DigitNet

OPSET, IR = 13, 8  # from 2020 and 2021: old enough for every runtime, and all that a chain of convolutions needs


def onnx_bytes(network: "DigitNet") -> bytes:
    """The file's content: input `image` (batch, 1, 28, 28) float32, ink 0…1; output `logits` (batch, 10).

    The weights keep their names; the layers, and what the network expects, are described in the metadata entry
    `convpad` and, for people, in the model's doc string.

    Raises:
        InputError: the package `onnx` is not installed.
        ValueError: the network still has batch norm.
    """
    if network.has_batch_norm:
        raise ValueError("fold the batch norm first: network.folded()")
    try:
        import onnx
    except ImportError as error:
        raise InputError("Writing ONNX files needs the package onnx; install it with: pip install onnx") from error
    helper, numbers = onnx.helper, onnx.TensorProto.FLOAT
    graph = helper.make_graph(
        _nodes(network, helper),
        "ConvPad",
        [helper.make_tensor_value_info("image", numbers, ["batch", 1, INPUT_SIDE, INPUT_SIDE])],
        [helper.make_tensor_value_info("logits", numbers, ["batch", CLASSES])],
        [onnx.numpy_helper.from_array(t.detach().numpy(), name) for name, t in network.state_dict().items()],
    )
    opset = helper.make_opsetid("", OPSET)
    said = f"{expects(network.data)} {gives(network.data)}"
    maker = {"producer_name": "ConvPad", "producer_version": VERSION}
    made = helper.make_model(graph, opset_imports=[opset], ir_version=IR, doc_string=said, **maker)
    about = {"layers": [asdict(spec) for spec in network.specs], **described(network.data)}
    labels = ",".join(name.replace(",", " ") for name in network.data.classes)
    props = {"convpad": json.dumps(about, sort_keys=True), "labels": labels}
    helper.set_model_props(made, props)
    onnx.checker.check_model(made, full_check=True)
    content: bytes = made.SerializeToString(deterministic=True)
    return content


def _nodes(network: "DigitNet", helper: Any) -> list[Any]:
    """The chain, each node named after what it gives."""
    nodes, now = [], "image"
    for number, (spec, conv) in enumerate(zip(network.specs, network.convs(), strict=True), start=1):
        names = [f"conv{number}.weight"] + [f"conv{number}.bias"] * (conv.bias is not None)
        made = helper.make_node(
            "Conv", [now, *names], [f"conv{number}"], f"conv{number}", kernel_shape=[spec.kernel_size] * 2,
            strides=[spec.stride] * 2, pads=[spec.padding] * 4,
        )  # fmt: skip
        nodes += [made, helper.make_node("Relu", [f"conv{number}"], [f"relu{number}"], f"relu{number}")]
        now = f"relu{number}"
        if spec.max_pool:
            window = {"kernel_shape": [POOL, POOL], "strides": [POOL, POOL]}
            nodes.append(helper.make_node("MaxPool", [now], [f"pool{number}"], f"pool{number}", **window))
            now = f"pool{number}"
    nodes.append(helper.make_node("Flatten", [now], ["features"], "features", axis=1))
    last = ["features", "linear.weight", "linear.bias"]
    return [*nodes, helper.make_node("Gemm", last, ["logits"], "linear", transB=1)]
