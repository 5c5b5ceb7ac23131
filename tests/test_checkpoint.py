"""Weights as files: what is saved comes back, whatever is wrong is refused, and nothing is ever half written."""

import json
import os
import random
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.torch
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from model.files import InputError, check_writable, read_bounded, write_atomically
from model.network import weights_file
from model.network.checkpoint import Checkpoint, load, save
from model.network.digit_net import DigitNet
from model.network.provenance import Provenance

Tensors = dict[str, torch.Tensor]


@pytest.fixture
def saved(tmp_path: Path, tiny: DigitNet) -> Path:
    path = tmp_path / "tiny.safetensors"
    save(path, Checkpoint(tiny, Provenance({"name": "Test", "epochs": 2}), {"test": 0.5}))
    return path


def test_what_is_saved_comes_back(saved: Path, tiny: DigitNet) -> None:
    back = load(saved)
    assert back.network.specs == tiny.specs
    assert back.provenance == Provenance({"name": "Test", "epochs": 2})
    assert back.figures == {"test": 0.5}
    for name, tensor in tiny.state_dict().items():
        assert torch.equal(back.network.state_dict()[name], tensor)
    assert not back.network.training
    again = saved.with_name("again.safetensors")
    save(again, back)
    assert again.read_bytes() == saved.read_bytes()


def test_shipped_weights_are_whole(shipped: Checkpoint) -> None:
    assert shipped.network.parameter_count <= 100_000
    assert shipped.figures["test"] >= 0.993
    assert any(spec.stride == 2 for spec in shipped.network.specs)


def _rewritten(path: Path, change: Callable[[Tensors, dict[str, Any]], Any]) -> None:
    """Save anew after `change` to the tensors and the description."""
    content = path.read_bytes()
    header = json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")])
    about = json.loads(header["__metadata__"]["convpad"])
    tensors = safetensors.torch.load(content)
    change(tensors, about)
    path.write_bytes(safetensors.torch.save(tensors, {"convpad": json.dumps(about)}))


def _value(name: str, value: float) -> Callable[[Tensors, dict[str, Any]], Any]:
    return lambda tensors, _: tensors[name].view(-1)[0:1].fill_(value)


DAMAGES: dict[str, tuple[Callable[[Tensors, dict[str, Any]], Any], str]] = {
    "nan": (_value("conv1.weight", float("nan")), "not finite"),
    "infinite": (_value("linear.bias", float("inf")), "not finite"),
    "shape": (lambda t, _: t.update({"conv1.weight": torch.zeros(3, 1, 5, 5)}), "conv1.weight"),
    "dtype": (lambda t, _: t.update({"conv1.weight": t["conv1.weight"].double()}), "float64"),
    "half precision": (lambda t, _: t.update({"linear.bias": t["linear.bias"].half()}), "float16"),
    "missing tensor": (lambda t, _: t.pop("conv2.bias"), "conv2.bias"),
    "one tensor more": (lambda t, _: t.update({"extra": torch.zeros(2)}), "extra"),
    "newer format": (lambda _, about: about.update(format=2), "newer ConvPad"),
    "no format": (lambda _, about: about.pop("format"), "which format"),
    "format of another kind": (lambda _, about: about.update(format=True), "which format"),
    "format zero": (lambda _, about: about.update(format=0), "format"),
    "no layers": (lambda _, about: about.pop("layers"), "layers"),
    "empty layers": (lambda _, about: about.update(layers=[]), "1 to 8"),
    "layers of another kind": (lambda _, about: about.update(layers={"a": 1}), "layers"),
    "layer with an unknown word": (lambda _, about: about["layers"][0].update(dilation=2), "dilation"),
    "layer with a missing number": (lambda _, about: about["layers"][0].pop("out_channels"), "out_channels"),
    "huge layer": (lambda _, about: about["layers"][0].update(out_channels=10**9), "out_channels"),
    "text for a number": (lambda _, about: about["layers"][0].update(kernel_size="3"), "kernel_size"),
    "kernel that does not fit": (lambda _, about: about.update(layers=about["layers"] * 4), "conv|max-pool"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_refused_in_a_sentence(saved: Path, damage: str) -> None:
    change, says = DAMAGES[damage]
    _rewritten(saved, change)
    with pytest.raises(InputError, match=says) as caught:
        load(saved)
    assert str(saved) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 7,
        b"\xff" * 64,
        b"PK\x03\x04 a zip file, as torch.save writes",
        (5).to_bytes(8, "little") + b"[1,2]",
        (2).to_bytes(8, "little") + b"{}",
        (40_000).to_bytes(8, "little") + b"[" * 40_000,
        safetensors.torch.save({"a": torch.zeros(1)}),
        safetensors.torch.save({"a": torch.zeros(1)}, {"convpad": "[]"}),
        safetensors.torch.save({"a": torch.zeros(1)}, {"convpad": "{"}),
    ],
    ids=["empty", "short", "long header", "zip", "list", "bare", "deep", "foreign", "wrong", "cut description"],
)
def test_other_files_are_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.safetensors"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"other\.safetensors"):
        load(path)


@settings(max_examples=200)
@given(data=st.data())
def test_flipped_and_cut_files_are_refused_or_sound(saved: Path, data: st.DataObject) -> None:
    content = bytearray(saved.read_bytes())
    if data.draw(st.booleans()):
        del content[data.draw(st.integers(0, len(content) - 1)) :]
    header = int.from_bytes(content[:8], "little") + 8 if len(content) >= 8 else len(content)
    for _ in range(data.draw(st.integers(1, 4))):
        if content:
            # most of the flips in the header, where they can do most
            limit = min(header, len(content)) if data.draw(st.booleans()) else len(content)
            place = data.draw(st.integers(0, max(limit - 1, 0)))
            content[place] ^= 1 << data.draw(st.integers(0, 7))
    path = saved.with_name("damaged.safetensors")
    path.write_bytes(content)
    try:
        network = load(path).network
    except InputError:
        pass  # refused
    else:
        assert torch.isfinite(network(torch.ones(1, 1, 28, 28))).all() or _huge(network)


def _huge(network: DigitNet) -> bool:
    # a flipped exponent may give numbers so large that sums overflow: finite weights all the same
    return any(float(p.abs().max()) > 1e12 for p in network.parameters())


def test_what_is_read_without_torch_is_the_network(saved: Path, tiny: DigitNet, shipped: Checkpoint) -> None:
    """The same names, shapes and numbers: `shapes` says nothing else than `DigitNet` builds."""
    for path, network in ((saved, tiny), (weights_file.SHIPPED, shipped.network)):
        found = weights_file.read(path)
        assert list(weights_file.shapes(found.layers)) == list(network.state_dict())
        for name, tensor in network.state_dict().items():
            assert np.array_equal(found.numbers[name], tensor.numpy())
            assert not found.numbers[name].flags.writeable


def test_missing_and_oversized_files(tmp_path: Path, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InputError, match="Cannot read"):
        load(tmp_path / "nowhere")
    with pytest.raises(InputError, match="Cannot read"):
        load(tmp_path)
    monkeypatch.setattr(weights_file, "MAX_SIZE", 1000)
    with pytest.raises(InputError, match="larger than 1,000 bytes"):
        load(saved)


def _full_disk(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_failed_write_keeps_the_old_file(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = saved.read_bytes()
    monkeypatch.setattr("model.files.os.fsync", _full_disk)
    with pytest.raises(InputError, match="No space left"):
        write_atomically(saved, b"new")
    assert saved.read_bytes() == before
    assert os.listdir(saved.parent) == [saved.name]


def test_a_short_write_keeps_the_old_file(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = saved.read_bytes()
    monkeypatch.setattr("model.files.os.path.getsize", lambda _: 1)
    with pytest.raises(InputError, match="shorter"):
        write_atomically(saved, b"new")
    monkeypatch.undo()
    assert saved.read_bytes() == before
    assert os.listdir(saved.parent) == [saved.name]


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    for write in (lambda path: write_atomically(path, b"x"), check_writable):
        with pytest.raises(InputError, match=r"Cannot write|is a folder"):
            write(blocked / "inside")
    with pytest.raises(InputError, match="folder"):
        check_writable(tmp_path)
    with pytest.raises(InputError, match=r"Cannot write|is a folder"):
        write_atomically(tmp_path, b"x")
    check_writable(tmp_path / "new" / "file")
    assert os.listdir(tmp_path / "new") == []


def test_read_bounded(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(random.Random(0).randbytes(100))
    assert len(read_bounded(path, 100)) == 100
    with pytest.raises(InputError, match="larger"):
        read_bounded(path, 99)


def test_the_description_is_plain_json(saved: Path, tiny: DigitNet) -> None:
    content = saved.read_bytes()
    header = json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")])
    about = json.loads(header["__metadata__"]["convpad"])
    assert about["layers"] == [asdict(spec) for spec in tiny.specs]
    assert about["format"] == weights_file.FORMAT
