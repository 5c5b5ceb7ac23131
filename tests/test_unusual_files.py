"""Every file in the user's folders may be anything: each fault is that file's alone, and the window opens."""

import json
import os
import struct
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from gui import faults
from gui.networks.table import RECIPE, NetworksTable
from gui.storage import run_files
from gui.storage.networks import Listed
from gui.storage.paths import data_folder, log_file
from gui.storage.settings import Settings
from gui.window.main_window import MainWindow
from model import mnist
from model.files import InputError, free_or_ordinary, ordinary_size, read_bounded
from model.network import checkpoint, weights_file
from model.network.checkpoint import Checkpoint
from model.network.digit_net import DigitNet
from model.network.provenance import Provenance
from model.train.run_header import read_header

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and links are made otherwise there")


def pipe(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir(parents=True)


def device(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to("/dev/zero")


def huge(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.truncate(2**40)


def looped(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(path)


def with_type(path: Path, kind: str) -> None:
    """The shipped weights, one of them said to be of another type."""
    content = weights_file.SHIPPED.read_bytes()
    length = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + length])
    next(entry for name, entry in header.items() if name != "__metadata__")["dtype"] = kind
    changed = json.dumps(header).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(changed)) + changed + content[8 + length :])


MAKERS = [pipe, folder, device, huge, looped]
Maker = Callable[[Path], None]


@pytest.mark.parametrize("make", MAKERS)
def test_what_is_no_file_is_one_sentence(tmp_path: Path, make: Maker) -> None:
    path = tmp_path / "there"
    make(path)
    for read in (lambda: read_bounded(path, 1000), lambda: read_header(path), lambda: checkpoint.load(path)):
        with pytest.raises(InputError, match="there"):
            read()
    assert not free_or_ordinary(path, 1000)
    assert free_or_ordinary(tmp_path / "nothing", 1000)


def test_a_path_that_no_system_has_is_one_sentence() -> None:
    with pytest.raises(InputError):
        ordinary_size(Path("a\0b"))
    with pytest.raises(InputError):
        read_bounded(Path("n" * 5000), 10)


@pytest.mark.parametrize("kind", ["F4", "F8_E8M0", "C64", "BOOL", "I64", "F6_E2M3", "nonsense"])
def test_a_type_that_is_not_float32_is_one_sentence(tmp_path: Path, kind: str) -> None:
    with_type(tmp_path / "other.safetensors", kind)
    with pytest.raises(InputError, match=r"other\.safetensors"):
        checkpoint.load(tmp_path / "other.safetensors")


def test_one_bad_network_does_not_hide_the_others(qtbot: QtBot, window: MainWindow, tiny: DigitNet) -> None:
    networks = window.session.networks
    weights = networks.folder()
    for make in MAKERS:
        make(weights / f"{make.__name__}.safetensors")
    with_type(weights / "type.safetensors", "F4")
    checkpoint.save(weights / "good.safetensors", Checkpoint(tiny))
    os.utime(weights / "good.safetensors", (0, 0))  # the oldest, so that it is read last
    networks.refresh()
    qtbot.waitUntil(lambda: all(each.layers or each.fault for each in networks.listed))
    found = {each.name: each for each in networks.listed}
    assert found["good"].layers
    assert all(found[name].fault for name in ("pipe", "folder", "device", "huge", "looped", "type"))
    sentences: list[str] = []
    window.session.failed.disconnect()
    window.session.failed.connect(sentences.append)
    assert not networks.delete(found["pipe"])
    assert "pipe" in sentences[0]


def test_epochs_that_no_number_holds_are_left_out(qtbot: QtBot, window: MainWindow, tiny: DigitNet) -> None:
    networks = window.session.networks
    checkpoint.save(
        networks.folder() / "odd.safetensors", Checkpoint(tiny, Provenance({"name": "Odd", "epochs": 10**400}))
    )
    networks.refresh()
    qtbot.waitUntil(lambda: all(each.layers for each in networks.listed))
    table = NetworksTable(networks, window)
    table.refresh()
    [row] = [n for n in range(table.rowCount()) if table.network(n).name == "odd"]
    assert table.data(table.index(row, RECIPE)) == "Odd"


def test_a_link_to_nothing_says_why_without_numbers(window: MainWindow) -> None:
    networks = window.session.networks
    networks.folder().mkdir(parents=True)
    (networks.folder() / "link.safetensors").symlink_to("nowhere")
    networks.refresh()
    assert [each.fault for each in networks.listed if not each.shipped] == ["No such file or directory"]


def test_a_name_that_looks_like_html_is_shown_as_it_is(window: MainWindow) -> None:
    window.session.failed.emit("Cannot read <h1>a.png")
    box = window.findChild(QMessageBox, "messageDialog")
    assert box is not None
    assert box.textFormat() is Qt.TextFormat.PlainText
    box.close()


def test_a_date_beyond_the_calendar_is_shown() -> None:
    assert Listed(Path("a"), False, 1e18, 0).date.year >= 1969


@pytest.mark.parametrize("make", MAKERS)
def test_runs_and_locks_that_are_no_files_keep_nobody_waiting(make: Maker) -> None:
    runs = data_folder() / "runs"
    make(runs / "0.run")
    make(runs / "1.lock")
    (runs / "1.run").write_bytes(b"rubbish")
    assert run_files.unfinished() is None
    assert os.path.lexists(runs / "0.run")
    assert (runs / "1.run").read_bytes() == b"rubbish"


@pytest.mark.parametrize("make", MAKERS)
def test_settings_that_are_no_file_are_kept_beside(make: Maker) -> None:
    Settings().theme = "dark"
    file = Path(Settings()._store.fileName())
    assert QSettings(str(file), QSettings.Format.IniFormat).value("theme") == "dark"
    file.unlink()
    make(file)
    settings = Settings()
    assert settings.theme is None
    settings.theme = "light"
    settings._store.sync()
    assert Settings().theme == "light"
    assert os.path.lexists(file)


@pytest.mark.parametrize("make", MAKERS)
def test_a_lock_of_the_settings_that_is_no_file_keeps_nobody_waiting(make: Maker) -> None:
    Settings().theme = "dark"
    file = Path(Settings()._store.fileName())
    make(file.with_name(f"{file.name}.lock"))
    Settings().theme = "light"
    assert Settings().theme == "light"


@pytest.mark.parametrize("make", [pipe, folder, device])
def test_a_log_that_is_no_file_goes_to_the_standard_error(make: Maker) -> None:
    make(log_file())
    faults.start_log(log_file())
    faults.log.error("seen")
    assert type(faults.log.handlers[0]).__name__ == "StreamHandler"


@pytest.mark.parametrize("make", MAKERS)
def test_examples_that_are_no_file_are_put_aside(window: MainWindow, make: Maker) -> None:
    sentences: list[str] = []
    window.session.failed.disconnect()
    window.session.failed.connect(sentences.append)
    file = window.session.examples.file()
    make(file)
    window.session.examples.load()
    assert not os.path.lexists(file)
    assert "examples-damaged" in sentences[0]


@pytest.mark.parametrize("make", MAKERS)
def test_mnist_files_that_are_no_files_are_one_sentence(tmp_path: Path, make: Maker) -> None:
    make(tmp_path / "train-images-idx3-ubyte")
    with pytest.raises(InputError, match="train-images"):
        mnist.load(tmp_path)
    with pytest.raises(InputError, match="train-images"):
        mnist.load(tmp_path / "train-images-idx3-ubyte")


def test_a_tensor_without_an_end_is_one_sentence(tmp_path: Path) -> None:
    header = {"a": {"dtype": "F32", "shape": [0, 2**62], "data_offsets": [0, 0]}, "__metadata__": {"convpad": "{}"}}
    content = json.dumps(header).encode()
    (tmp_path / "w").write_bytes(struct.pack("<Q", len(content)) + content)
    with pytest.raises(InputError):
        checkpoint.load(tmp_path / "w")
    assert torch.get_default_dtype() == torch.float32


@pytest.mark.parametrize("depth", [400, 900, 960, 980, 990, 1000, 5000])
def test_weights_that_nest_deeply_are_one_sentence_or_read(tmp_path: Path, depth: int) -> None:
    content = weights_file.SHIPPED.read_bytes()
    length = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + length])
    about = header["__metadata__"]["convpad"]
    header["__metadata__"]["convpad"] = about[:-1] + ', "more": ' + "[" * depth + "]" * depth + "}"
    changed = json.dumps(header).encode()
    (tmp_path / "w").write_bytes(struct.pack("<Q", len(changed)) + changed + content[8 + length :])
    with pytest.raises(InputError):  # at the least the digest differs
        checkpoint.load(tmp_path / "w")
