"""Exported networks in other programs: they run there as they stand and answer what PyTorch answers."""

import ast
import json
import os
import runpy
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
import json
import runpy
import sys
ends = []
for program, weights in json.loads(sys.argv[1]):
    sys.argv = [program, weights]
    try:
        runpy.run_path(program, run_name="__main__")
        ends.append(None)
    except SystemExit as end:  # a text goes to standard error, and the exit code is 1
        ends.append(end.code)
print(json.dumps(ends))
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


def end_of(monkeypatch: pytest.MonkeyPatch, program: Path, *arguments: Path) -> object:
    """Run a program in this process, which has torch already (`test_main_export.py` starts one); what it exits with."""
    monkeypatch.setattr(sys, "argv", [str(program), *map(str, arguments)])
    try:
        runpy.run_path(str(program), run_name="__main__")
    except SystemExit as end:
        return end.code
    return None


@pytest.mark.slow
def test_keras_computes_what_pytorch_computes_and_the_program_says_what_is_wrong(tmp_path: Path) -> None:
    """The program builds the network, takes the weights, and saves a file that Keras opens by itself."""
    networks = {"odd": made(ODD), "pooled": made(POOLED)}
    image = images(5)
    np.save(tmp_path / "image.npy", image.numpy())
    program, weights = "digit_net_keras.py", "digits.safetensors"
    for name, network in networks.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / program).write_text(keras_code(network.specs), encoding="utf-8")
        save(tmp_path / name / weights, Checkpoint(network))
    asked = [(f"{name}/{program}", f"{name}/{weights}") for name in networks]
    asked += [(f"pooled/{program}", given) for given in (f"odd/{program}", "no.safetensors", f"odd/{weights}")]
    done = run("-c", RUN_PROGRAMS, json.dumps(asked), cwd=tmp_path)  # all in one process: to import Keras takes long
    assert (done.returncode, done.stderr) == (0, "")
    *fine, no_weights, no_file, other = json.loads(done.stdout)
    assert fine == [None] * len(networks)
    for end, says in ((no_weights, "header"), (no_file, "No such file"), (other, "")):
        assert end.startswith("That cannot be read")
        assert len(end.splitlines()) == 1
        assert says in end
    done = run("-c", ASK_KERAS, *networks, cwd=tmp_path)  # another one: Keras opens the file without the program
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
    tmp_path: Path,
    shipped: Checkpoint,
    dark_on_light: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
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
    assert end_of(monkeypatch, program, weights, picture) is None
    answers = [float(line.split(":")[1].strip(" %")) / 100 for line in capsys.readouterr().out.splitlines()]
    snapshot = look(shipped.network, expected.image)
    assert snapshot.probabilities is not None
    assert int(np.argmax(answers)) == int(np.argmax(snapshot.probabilities)) == 7


@pytest.mark.parametrize("arguments", [[], ["no.safetensors", "no.png"]], ids=["none", "missing"])
def test_the_pytorch_program_says_what_is_wrong(
    tmp_path: Path, tiny: DigitNet, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "digit_net.py"
    program.write_text(pytorch_code(tiny.specs), encoding="utf-8")
    end = end_of(monkeypatch, program, *(tmp_path / name for name in arguments))
    assert isinstance(end, str)  # Python writes it to standard error, and the exit code is 1
    assert len(end.splitlines()) == 1


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
