"""Exported networks in other programs: they run there as they stand and answer what PyTorch answers."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import onnx
import pytest
import torch
from PIL import Image

from model.data_set import DataSet
from model.drawing.ink import Stroke, render
from model.drawing.raster import raster
from model.export.caffe_files import caffemodel, prototxt
from model.export.code import pytorch_code
from model.export.keras_code import keras_code
from model.export.onnx_file import onnx_bytes
from model.look.snapshot import look
from model.network.architecture import LayerSpec
from model.network.checkpoint import Checkpoint, save
from model.network.designs import DESIGNS
from model.network.digit_net import DigitNet
from model.network.expects import EXPECTS

ODD = (LayerSpec(3, 5, stride=3, padding=4, bias=False, max_pool=True), LayerSpec(4, 2, padding=1), LayerSpec(2, 1))
POOLED = (LayerSpec(3, 4, max_pool=True), LayerSpec(3, 2, max_pool=True), LayerSpec(4, 1, max_pool=True))
DESIGNED = [
    pytest.param(layers, id=name)
    for name, layers in [("odd", ODD), ("pooled", POOLED), *((design.key, design.layers) for design in DESIGNS)]
]

RUN_PROGRAMS = """
import runpy
import sys
for folder in sys.argv[1:]:
    sys.argv = ["digit_net_keras.py", f"{folder}/digits.safetensors"]
    runpy.run_path(f"{folder}/digit_net_keras.py", run_name="__main__")
"""
ASK_KERAS = """
import sys
import numpy as np
import keras
image = np.load("image.npy").transpose(0, 2, 3, 1)
for folder in sys.argv[1:]:
    network = keras.saving.load_model(f"{folder}/digits.keras")
    np.save(f"{folder}/answers.npy", keras.ops.convert_to_numpy(network(image)))
"""


def made(layers: tuple[LayerSpec, ...]) -> DigitNet:
    return DigitNet(layers, generator=torch.Generator().manual_seed(3)).eval().requires_grad_(False)


def images(count: int) -> torch.Tensor:
    return torch.rand(count, 1, 28, 28, generator=torch.Generator().manual_seed(4))


@pytest.mark.parametrize("layers", DESIGNED)
def test_opencv_computes_from_caffe_files_what_pytorch_computes(layers: tuple[LayerSpec, ...]) -> None:
    network, image = made(layers), images(1)
    files = (prototxt(layers).encode(), caffemodel(network))
    read = cv2.dnn.readNetFromCaffe(*(np.frombuffer(file, np.uint8) for file in files))
    read.setInput(image.numpy())
    np.testing.assert_allclose(read.forward("linear"), network(image).numpy(), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("layers", DESIGNED)
def test_opencv_computes_from_onnx_what_pytorch_computes(layers: tuple[LayerSpec, ...]) -> None:
    network, image = made(layers), images(1)
    read = cv2.dnn.readNetFromONNX(np.frombuffer(onnx_bytes(network), np.uint8))
    read.setInput(image.numpy())
    np.testing.assert_allclose(read.forward(), network(image).numpy(), rtol=1e-4, atol=1e-4)


def run(*command: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "KERAS_BACKEND": "torch", "PYTHONIOENCODING": "utf-8"}
    command = (sys.executable, *map(str, command))
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, cwd=cwd, check=False
    )


@pytest.mark.slow
def test_keras_computes_what_pytorch_computes(tmp_path: Path) -> None:
    """The program builds the network, takes the weights, and saves a file that Keras opens by itself."""
    networks = {"odd": made(ODD), "pooled": made(POOLED)}
    image = images(5)
    np.save(tmp_path / "image.npy", image.numpy())
    for name, network in networks.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "digit_net_keras.py").write_text(keras_code(network.specs), encoding="utf-8")
        save(tmp_path / name / "digits.safetensors", Checkpoint(network))
    for command in (RUN_PROGRAMS, ASK_KERAS):  # a process each: Keras opens the file without the program
        done = run("-c", command, *networks, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    for name, network in networks.items():
        answers = np.load(tmp_path / name / "answers.npy")
        np.testing.assert_allclose(answers, network(image).numpy(), rtol=1e-4, atol=1e-4)


def test_the_files_say_what_the_network_expects(tiny: DigitNet, tmp_path: Path) -> None:
    model = onnx.load_from_string(onnx_bytes(tiny))
    assert EXPECTS in model.doc_string
    entries = {entry.key: entry.value for entry in model.metadata_props}
    assert json.loads(entries["convpad"])["range"] == [0, 1]
    assert entries["labels"] == "0,1,2,3,4,5,6,7,8,9"
    save(tmp_path / "tiny.safetensors", Checkpoint(tiny))
    content = (tmp_path / "tiny.safetensors").read_bytes()
    header = json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")])
    assert json.loads(header["__metadata__"]["convpad"])["expects"]["input"] == EXPECTS
    assert max(len(line) for line in (pytorch_code(tiny.specs) + keras_code(tiny.specs)).splitlines()) <= 120
    for text in (pytorch_code(tiny.specs), keras_code(tiny.specs), prototxt(tiny.specs)):
        assert " ".join(text.split()).count(EXPECTS) == 1


@pytest.mark.parametrize("dark_on_light", [True, False])
def test_the_pytorch_program_reads_a_picture_as_convpad_does(
    tmp_path: Path, shipped: Checkpoint, dark_on_light: bool
) -> None:
    """Its own preprocessing, in a large picture with the digit in a corner, gives the answer of the window."""
    seven = np.array([(80, 60), (150, 57), (200, 56), (168, 135), (138, 225)], np.float32)
    ink = render([Stroke(seven)])
    canvas = np.zeros((600, 500), np.float32)
    canvas[40 : 40 + len(ink), 300 : 300 + len(ink)] = ink
    picture = tmp_path / "seven.png"
    Image.fromarray(((1 - canvas if dark_on_light else canvas) * 255).astype(np.uint8)).save(picture)
    program, weights = tmp_path / "digit_net.py", tmp_path / "digits.safetensors"
    program.write_text(pytorch_code(shipped.network.specs), encoding="utf-8")
    save(weights, shipped)
    names: dict[str, object] = {"__name__": "read"}
    exec(compile(program.read_text(encoding="utf-8"), "digit_net.py", "exec"), names)
    image = names["read_picture"](picture)[0, 0].numpy()  # type: ignore[operator]
    expected = raster(ink)
    assert expected is not None
    assert np.abs(image - expected.image).max() < 0.35
    assert np.abs(image - expected.image).mean() < 0.01
    done = run(program, weights, picture)
    assert done.returncode == 0, done.stderr
    answers = [float(line.split(":")[1].strip(" %")) / 100 for line in done.stdout.splitlines()]
    snapshot = look(shipped.network, expected.image)
    assert snapshot.probabilities is not None
    assert int(np.argmax(answers)) == int(np.argmax(snapshot.probabilities)) == 7


@pytest.mark.parametrize("arguments", [[], ["no.safetensors", "no.png"]], ids=["none", "missing"])
def test_the_pytorch_program_says_what_is_wrong(tmp_path: Path, tiny: DigitNet, arguments: list[str]) -> None:
    program = tmp_path / "digit_net.py"
    program.write_text(pytorch_code(tiny.specs), encoding="utf-8")
    done = run(program, *(tmp_path / name for name in arguments))
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.slow
def test_the_keras_program_says_what_is_wrong(tmp_path: Path, tiny: DigitNet) -> None:
    program, other = tmp_path / "digit_net_keras.py", tmp_path / "other.safetensors"
    program.write_text(keras_code(tiny.specs), encoding="utf-8")
    save(other, Checkpoint(made(ODD)))
    for given, says in ((program, "header"), (tmp_path / "no.safetensors", "No such file"), (other, "")):
        done = run(program, given)
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1), done.stderr
        assert done.stderr.startswith("That cannot be read")
        assert says in done.stderr


@pytest.mark.parametrize("write", [pytorch_code, keras_code])
def test_names_from_files_of_others_are_text_in_a_program_and_nothing_else(
    tiny: DigitNet, write: Callable[[tuple[LayerSpec, ...], str, DataSet], str]
) -> None:
    call = '""";raise SystemExit;"""'
    names = (call, "\\", "a\\", "\\x", "\\N{BULLET}", "{0}", "%s", "'''", '"', "#")
    program = write(tiny.specs, 'a"b\n"""c.py', DataSet(call, names, "anywhere"))
    parsed = ast.parse(program)
    assert call in str(ast.get_docstring(parsed))
    assert not any(isinstance(each, ast.Raise) for each in ast.walk(parsed))
