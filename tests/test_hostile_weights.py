"""Weights files made to do harm: none is run, fills the memory or is waited for; in the window all stays as it was."""

import io
import os
import pickle
import random
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import safetensors.torch
import torch
from damage import (
    flipped_data,
    huge_shape,
    joined,
    odd_values,
    other_length,
    split,
    swapped,
    truncated,
    with_a_hole,
    with_more,
)
from helpers import THREE, answered, draw
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gui.window.main_window import MainWindow
from model.files import InputError
from model.network.checkpoint import load
from model.network.weights_file import MAX_HEADER


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
