"""ONNX files: another runtime computes the same from them."""

import json
import sys
from dataclasses import asdict

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from numpy.typing import NDArray

from model.export.onnx_file import onnx_bytes
from model.files import InputError
from model.network.architecture import LayerSpec
from model.network.checkpoint import Checkpoint
from model.network.designs import DESIGNS
from model.network.digit_net import DigitNet

ODD = (LayerSpec(3, 5, stride=3, padding=4, bias=False, max_pool=True), LayerSpec(4, 2, padding=1), LayerSpec(2, 1))


def outputs(content: bytes, images: NDArray[np.float32]) -> NDArray[np.float32]:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    return session.run(["logits"], {"image": images})[0]  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    "layers", [ODD, *(design.layers for design in DESIGNS)], ids=["odd", *(d.key for d in DESIGNS)]
)
def test_onnxruntime_computes_what_pytorch_computes(layers: tuple[LayerSpec, ...]) -> None:
    network = DigitNet(layers, generator=torch.Generator().manual_seed(3)).eval().requires_grad_(False)
    images = torch.rand(5, 1, 28, 28, generator=torch.Generator().manual_seed(4))
    got = outputs(onnx_bytes(network), images.numpy())
    np.testing.assert_allclose(got, network(images).numpy(), rtol=1e-4, atol=1e-4)


def test_the_shipped_network_answers_the_same(shipped: Checkpoint) -> None:
    content = onnx_bytes(shipped.network)
    image = torch.rand(1, 1, 28, 28, generator=torch.Generator().manual_seed(1))
    np.testing.assert_allclose(outputs(content, image.numpy()), shipped.network(image).numpy(), rtol=1e-4, atol=1e-4)
    assert onnx_bytes(shipped.network) == content
    made = onnx.load_from_string(content)
    about = json.loads(next(entry.value for entry in made.metadata_props if entry.key == "convpad"))
    assert about["layers"] == [asdict(spec) for spec in shipped.network.specs]


def test_batch_norm_is_refused() -> None:
    with pytest.raises(ValueError, match="fold"):
        onnx_bytes(DigitNet(ODD[1:], batch_norm=True))


def test_without_the_package_one_sentence_says_what_to_install(tiny: DigitNet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(InputError, match="pip install onnx"):
        onnx_bytes(tiny)
