"""Hundreds of damaged, foreign and hostile weights files: each is refused in a sentence, or proved to hold the same."""

import io
import json
import os
import pickle
import random
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import safetensors.torch
import torch
from conftest import THREE, answered, draw
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gui.window.main_window import MainWindow
from model.files import InputError
from model.network.checkpoint import MAX_HEADER, Checkpoint, load, save
from model.network.digit_net import DigitNet

Make = Callable[[bytes, random.Random], bytes]


@pytest.fixture
def content(tmp_path: Path, tiny: DigitNet) -> bytes:
    path = tmp_path / "whole.safetensors"
    save(path, Checkpoint(tiny, {"name": "Test", "epochs": 2, "seed": 0}, {"test": 0.5}))
    return path.read_bytes()


def split(content: bytes) -> tuple[bytes, bytes]:
    """Header (JSON) and data."""
    length = int.from_bytes(content[:8], "little")
    return content[8 : 8 + length], content[8 + length :]


def joined(header: bytes, data: bytes) -> bytes:
    return len(header).to_bytes(8, "little") + header + data


# ---- damage by chance


def flipped(content: bytes, chance: random.Random, low: int, high: int, times: int) -> bytes:
    changed = bytearray(content)
    for _ in range(times):
        changed[chance.randrange(low, high)] ^= 1 << chance.randrange(8)
    return bytes(changed)


def flipped_header(content: bytes, chance: random.Random) -> bytes:
    return flipped(content, chance, 0, 8 + len(split(content)[0]), chance.choice((1, 1, 2, 5)))


def flipped_data(content: bytes, chance: random.Random) -> bytes:
    return flipped(content, chance, 8 + len(split(content)[0]), len(content), chance.choice((1, 1, 2, 5)))


def truncated(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def with_more(content: bytes, chance: random.Random) -> bytes:
    place = chance.choice((len(content), chance.randrange(len(content))))
    return content[:place] + chance.randbytes(chance.randint(1, 40)) + content[place:]


def with_a_hole(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content) - 1)
    return content[:place] + content[place + chance.randint(1, 40) :]


def with_zeros(content: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(content) - 1)
    size = min(chance.randint(1, 512), len(content) - place)  # as a lost sector of a disk reads
    return content[:place] + bytes(size) + content[place + size :]


def swapped(content: bytes, chance: random.Random) -> bytes:
    size = chance.randint(1, 64)
    a, b = sorted(chance.sample(range(0, len(content) - size, size), 2))
    return content[:a] + content[b : b + size] + content[a + size : b] + content[a : a + size] + content[b + size :]


def other_length(content: bytes, chance: random.Random) -> bytes:
    length = chance.choice((0, 1, 2**63, 2**64 - 1, len(content), chance.randrange(2 * len(content)), 2**32))
    return length.to_bytes(8, "little") + content[8:]


# ---- damage with sense


ODD: list[Any] = [
    *(None, True, False, 0, 1, -1, 2, 3.5, 1e308, -1e308, float("nan"), float("inf"), 10**30, 2**63, 2**31),
    *("", "3", "conv1", "\ud800", "x" * 5000, [], [[]], {}, {"a": 1}, [0] * 300, [1, 2, 3]),
]


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each value in parsed JSON."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in items:
        yield (*path, key)
        yield from places(value, (*path, key))


def replaced(tree: Any, chance: random.Random) -> None:
    """Another value, no value, or another name somewhere in parsed JSON."""
    *way, last = chance.choice(list(places(tree)))
    node = tree
    for key in way:
        node = node[key]
    kind = chance.randrange(6)
    if kind == 0:
        del node[last]
    elif kind == 1 and isinstance(node, dict):
        node[last + "_"] = node.pop(last)
    else:
        node[last] = chance.choice(ODD)


def other_description(content: bytes, chance: random.Random) -> bytes:
    head, data = split(content)
    header = json.loads(head)
    about = json.loads(header["__metadata__"]["convpad"])
    replaced(about, chance)
    header["__metadata__"]["convpad"] = json.dumps(about)
    return joined(json.dumps(header).encode("utf-8", "surrogatepass"), data)


def other_header(content: bytes, chance: random.Random) -> bytes:
    head, data = split(content)
    header = json.loads(head)
    replaced(header, chance)
    return joined(json.dumps(header).encode("utf-8", "surrogatepass"), data)


def other_offsets(content: bytes, chance: random.Random) -> bytes:
    """Tensors that overlap, leave gaps, lie backwards or beyond the end."""
    head, data = split(content)
    header = json.loads(head)
    name = chance.choice([key for key in header if key != "__metadata__"])
    ends = [chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)]
    if chance.random() < 0.5:
        other = chance.choice([key for key in header if key not in ("__metadata__", name)])
        ends = header[other]["data_offsets"]
    header[name]["data_offsets"] = ends
    return joined(json.dumps(header).encode(), data)


def huge_shape(content: bytes, chance: random.Random) -> bytes:
    head, data = split(content)
    header = json.loads(head)
    name = chance.choice([key for key in header if key != "__metadata__"])
    header[name]["shape"] = [chance.choice((2**31, 2**40, 2**62, 2**64, 10**25)) for _ in range(chance.randint(1, 5))]
    if chance.random() < 0.5:
        header[name]["data_offsets"] = [0, 2**62]
    return joined(json.dumps(header).encode(), data)


def twice_the_same_key(content: bytes, chance: random.Random) -> bytes:
    """The second one of two equal keys differs."""
    head, data = split(content)
    header = json.loads(head)
    name = chance.choice(list(header))
    again = json.loads(json.dumps(header[name]))
    replaced(again, chance)
    extra = json.dumps({name: again}, ensure_ascii=True)[1:-1]
    text = head.decode().rstrip()
    text = "{" + extra + "," + text[1:] if chance.random() < 0.5 else text[:-1] + "," + extra + "}"
    return joined(text.encode(), data)


def odd_values(content: bytes, chance: random.Random) -> bytes:
    head, _ = split(content)
    tensors = safetensors.torch.load(content)
    values = chance.choice(list(tensors.values())).view(-1)
    values[chance.randrange(len(values))] = chance.choice((float("nan"), float("inf"), -float("inf"), 3.0))
    return safetensors.torch.save(tensors, json.loads(head)["__metadata__"])


def other_shapes(content: bytes, chance: random.Random) -> bytes:
    head, _ = split(content)
    tensors = safetensors.torch.load(content)
    name = chance.choice(list(tensors))
    kind = chance.randrange(4)
    if kind == 0:
        tensors[name] = tensors[name].flatten()
    elif kind == 1:
        tensors[name] = torch.zeros(tuple(n + 1 for n in tensors[name].shape))
    elif kind == 2:
        tensors[name] = tensors[name].to(chance.choice((torch.float16, torch.float64, torch.bfloat16, torch.int32)))
    else:
        del tensors[name]
    return safetensors.torch.save(tensors, json.loads(head)["__metadata__"])


BY_CHANCE: dict[Make, int] = {
    flipped_header: 80, flipped_data: 60, truncated: 60, with_more: 30, with_a_hole: 30, with_zeros: 30, swapped: 20,
    other_length: 20, other_description: 120, other_header: 80, other_offsets: 40, huge_shape: 30,
    twice_the_same_key: 40, odd_values: 20, other_shapes: 30,
}  # fmt: skip


def same(found: Checkpoint, whole: Checkpoint) -> bool:
    """Nothing differs, to the last bit."""
    mine, others = found.network.state_dict(), whole.network.state_dict()
    return (
        found.network.specs == whole.network.specs
        and mine.keys() == others.keys()
        and all(mine[name].numpy().tobytes() == others[name].numpy().tobytes() for name in others)
        and (found.recipe, found.figures) == (whole.recipe, whole.figures)
    )


@pytest.mark.parametrize("make", BY_CHANCE, ids=lambda make: make.__name__)
def test_damage_is_refused_or_proved_harmless(content: bytes, tmp_path: Path, make: Make) -> None:
    whole = load(tmp_path / "whole.safetensors")
    path, refused = tmp_path / "damaged.safetensors", 0
    for seed in range(BY_CHANCE[make]):
        damaged = make(content, random.Random(f"{make.__name__} {seed}"))
        if damaged == content:
            continue
        path.write_bytes(damaged)
        try:
            found = load(path)
        except InputError as error:
            refused += 1
            sentence = str(error)
        else:
            assert same(found, whole), f"{make.__name__}, seed {seed}, was not noticed"
            continue
        assert str(path) in sentence
        assert len(sentence.splitlines()) == 1
        assert len(sentence) < 700
    assert refused >= BY_CHANCE[make] // 2, "hardly any damage was noticed"


def test_a_file_from_before_checksums_is_still_read(content: bytes, tmp_path: Path) -> None:
    head, data = split(content)
    header = json.loads(head)
    about = json.loads(header["__metadata__"]["convpad"])
    del about["sha256"]
    header["__metadata__"]["convpad"] = json.dumps(about)
    path = tmp_path / "older.safetensors"
    path.write_bytes(joined(json.dumps(header).encode(), data))
    assert same(load(path), load(tmp_path / "whole.safetensors"))


# ---- files made to do harm


class Harmful:
    """Unpickling it would leave a file behind."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self.mark),)


def in_a_zip(name: str, inner: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, inner)
    return buffer.getvalue()


def described(text: str) -> bytes:
    """A sound file of another network, described by `text`."""
    return safetensors.torch.save({"a": torch.zeros(1)}, {"convpad": text})


def hostile(folder: Path, content: bytes) -> Iterator[Path]:
    """Files, and what is none, that a careless program would run, fill its memory with, or wait for forever."""
    mark = folder / "was-run"
    layer = '{"out_channels": 3}'
    legacy = io.BytesIO()
    torch.save({"conv1.weight": Harmful(mark)}, legacy, _use_new_zipfile_serialization=False)
    modern = io.BytesIO()
    torch.save({"conv1.weight": Harmful(mark)}, modern)
    head, data = split(content)
    nested = "[" * 100_000 + "]" * 100_000
    files = {
        "pickle.safetensors": pickle.dumps(Harmful(mark)),
        "legacy.pt": legacy.getvalue(),
        "modern.pt": modern.getvalue(),
        "bomb.safetensors": in_a_zip("data", bytes(50_000_000)),
        "header-of-8-exabytes.safetensors": (2**63 - 1).to_bytes(8, "little") + content[8:],
        "large-header.safetensors": joined(b'{"a":[' + b"[]," * MAX_HEADER + b"[]]}", b""),
        "spaces.safetensors": joined(head + b" " * (MAX_HEADER + 1), data),
        "nested-header.safetensors": joined(nested.encode(), b""),
        "nested-objects.safetensors": joined(b'{"a":' * 50_000 + b"1" + b"}" * 50_000, b""),
        "nested-description.safetensors": described(nested),
        "endless-number.safetensors": described('{"format": ' + "9" * 100_000 + "}"),
        "many-layers.safetensors": described('{"format": 1, "layers": [' + ", ".join([layer] * 20_000) + "]}"),
        "code-in-the-layers.safetensors": described(
            '{"format": 1, "layers": [{"out_channels": "__import__(\'os\').mkdir(\'was-run\')"}]}'
        ),
        "odd-names.safetensors": described('{"format": 1, "layers": [{"__class__": 1, "out_channels": 3}]}'),
        "html.safetensors": b"<!DOCTYPE html><html><body>404 Not Found</body></html>",
        "newer.safetensors": described('{"format": 99, "layers": []}'),
        "foreign.safetensors": safetensors.torch.save({"weight": torch.zeros(3)}),
        "empty.safetensors": b"",
    }
    for name, made in files.items():
        path = folder / name
        path.write_bytes(made)
        yield path
    (folder / "folder.safetensors").mkdir()
    (folder / "loop.safetensors").symlink_to(folder / "loop.safetensors")
    (folder / "nowhere.safetensors").symlink_to(folder / "no such file")
    yield from (folder / f"{name}.safetensors" for name in ("folder", "loop", "nowhere", "missing"))
    if sys.platform != "win32":
        (folder / "endless.safetensors").symlink_to("/dev/zero")
        os.mkfifo(folder / "pipe.safetensors")
        yield from (folder / f"{name}.safetensors" for name in ("endless", "pipe"))
    assert not mark.exists()


def test_hostile_files_are_refused_at_once(content: bytes, tmp_path: Path) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    for path in hostile(folder, content):
        with pytest.raises(InputError) as caught:
            load(path)
        assert path.name in str(caught.value)
        assert "\n" not in str(caught.value)


def test_in_the_window_the_network_the_drawing_and_the_answer_stay(
    qtbot: QtBot, window: MainWindow, content: bytes, tmp_path: Path
) -> None:
    session = window.session
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    in_use, marks, snapshot = session.in_use.current, list(session.drawing.marks), session.display.snapshot
    folder = tmp_path / "hostile"
    folder.mkdir()
    paths = list(hostile(folder, content))
    for make in (flipped_data, truncated, with_more, with_a_hole, swapped, other_length, huge_shape, odd_values):
        paths.append(tmp_path / f"{make.__name__}.safetensors")
        paths[-1].write_bytes(make(content, random.Random(f"{make.__name__} 1")))
    for path in paths:
        session.in_use.open(path)
        [box] = [b for b in window.findChildren(QMessageBox) if b.objectName() == "messageDialog" and b.isVisible()]
        assert path.name in box.text()
        box.accept()
        assert session.in_use.current is in_use
        assert session.drawing.marks == marks
        assert session.display.snapshot is snapshot
        assert window.panel.digit.text() == "3"
    assert session.settings.weights is None
