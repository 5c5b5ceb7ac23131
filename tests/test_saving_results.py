"""What cannot be saved is found out before the work; what fails afterwards is saved elsewhere, and it is said where."""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import main as command_line
from gui.storage.paths import weights_folder
from model.commands import Destination
from model.files import InputError, check_writable, write_atomically
from model.network import checkpoint
from model.network.checkpoint import Checkpoint, load, save_new
from model.network.digit_net import DigitNet
from model.network.provenance import Provenance

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="names and links are others there")


@pytest.fixture
def weights(tiny: DigitNet) -> Checkpoint:
    return Checkpoint(tiny, Provenance({"name": "Quick"}))


def test_the_longest_name_there_is_can_be_written(tmp_path: Path, weights: Checkpoint) -> None:
    for name in ("n" * 243 + ".safetensors", "字" * 81 + ".safetensors"):
        check_writable(tmp_path / name)
        checkpoint.save(tmp_path / name, weights)
        assert load(tmp_path / name).provenance.name == "Quick"
    assert len(os.listdir(tmp_path)) == 2


@pytest.mark.parametrize("name", ["n" * 256, "字" * 100, "a\0b", "pipe", "folder", "zero", "file/w", "n/" * 3000])
def test_what_cannot_be_written_is_found_out_first(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "zero").symlink_to("/dev/zero")
    (tmp_path / "file").write_bytes(b"")
    before = sorted(os.listdir(tmp_path))
    with pytest.raises(InputError):
        check_writable(tmp_path / name)
    with pytest.raises(InputError):
        write_atomically(tmp_path / name, b"content")
    assert sorted(os.listdir(tmp_path)) == before


def test_a_mounted_file_is_found_out_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "w"
    path.write_bytes(b"old")
    monkeypatch.setattr(os.path, "ismount", lambda which: which == path)
    with pytest.raises(InputError, match="mounted"):
        check_writable(path)


@pytest.fixture
def little_room() -> Iterator[None]:
    """Files may have 100 kB, as on a disk that is nearly full."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("little_room")
def test_a_disk_without_room_is_found_out_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["train", "--preset", "quick", "--out", str(tmp_path / "w")]) == 2
    assert "Cannot write" in capsys.readouterr().err
    assert os.listdir(tmp_path) == ["XDG_DATA_HOME"] or os.listdir(tmp_path) == []


def test_the_same_second_gives_two_files(tmp_path: Path, weights: Checkpoint) -> None:
    paths = {save_new(tmp_path, weights) for _ in range(3)}
    assert len(paths) == len(os.listdir(tmp_path)) == 3
    assert all(load(path).provenance.name == "Quick" for path in paths)


def test_a_recipe_whose_name_is_a_path_is_saved_in_the_folder(tmp_path: Path, weights: Checkpoint) -> None:
    for name in ("../a\0/b", "x" * 300, ["<>"], ""):
        path = save_new(tmp_path / "in", replace(weights, provenance=Provenance({"name": name})))
        assert load(path).provenance.settings["name"] == name
        assert path.parent == tmp_path / "in"


def test_a_name_taken_in_the_meantime_is_left_alone(
    tmp_path: Path, weights: Checkpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = save_new(tmp_path, weights)
    content = first.read_bytes()
    monkeypatch.setattr(Path, "exists", lambda _: False)  # another looked before it was there
    save_new(tmp_path, weights)
    assert first.read_bytes() == content


def test_what_cannot_be_saved_leaves_no_empty_file(
    tmp_path: Path, weights: Checkpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise InputError("full")

    monkeypatch.setattr(checkpoint, "write_atomically", full)
    with pytest.raises(InputError, match="full"):
        save_new(tmp_path, weights)
    assert os.listdir(tmp_path) == []


def vanishes(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_bytes(b"a file now")


def becomes_a_pipe(folder: Path) -> None:
    os.mkfifo(folder / "w")


def is_mounted(folder: Path) -> None:
    (folder / "w").mkdir()
    (folder / "w" / "in it").write_bytes(b"")


@pytest.mark.parametrize("happens", [vanishes, becomes_a_pipe, is_mounted])
def test_a_result_that_can_no_longer_be_saved_goes_to_the_users_folder(
    happens: "object", few_digits: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    folder = tmp_path / "wanted"
    folder.mkdir()
    check = Destination.check

    def then(destination: Destination) -> None:
        check(destination)
        happens(folder)  # type: ignore[operator]

    monkeypatch.setattr(Destination, "check", then)
    usage = ["train", "--preset", "quick", "--epochs", "1", "--data", str(few_digits), "--out", str(folder / "w")]
    assert command_line.main(usage) == 1
    captured = capsys.readouterr()
    path = Path(captured.out.strip())
    assert path.parent == weights_folder()
    assert load(path).provenance.name == "Quick"
    assert captured.err.splitlines()[-1].endswith(f"The weights were saved as {path} instead.")


def test_a_folder_that_vanished_is_made_again(tmp_path: Path, weights: Checkpoint) -> None:
    destination = Destination(tmp_path / "new" / "w", tmp_path)
    destination.check()
    shutil.rmtree(tmp_path / "new")
    assert destination.save(weights) == (tmp_path / "new" / "w", None)


def test_where_nothing_of_the_users_can_be_written_it_goes_to_the_temporary_files(
    tmp_path: Path, weights: Checkpoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    path, problem = Destination(tmp_path / "file" / "w", tmp_path / "file").save(weights)
    assert path.parent == tmp_path / "temporary"
    assert problem is not None
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "file"))
    with pytest.raises(InputError):
        Destination(tmp_path / "file" / "w", tmp_path / "file").save(weights)


def test_a_file_that_cannot_be_replaced_stays_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise OSError(16, "Device or resource busy")

    (tmp_path / "w").write_bytes(b"old")
    monkeypatch.setattr(os, "replace", busy)
    with pytest.raises(InputError, match="busy"):
        write_atomically(tmp_path / "w", b"new")
    assert (tmp_path / "w").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["w"]
