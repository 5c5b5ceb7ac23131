"""MNIST's files: what is in them, and that each kind of damage is one clear error that names the file."""

import gzip
import struct
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from model import mnist as files
from model.files import InputError
from model.mnist import Mnist

TRAIN_IMAGES, TRAIN_LABELS = "train-images-idx3-ubyte", "train-labels-idx1-ubyte"


def images_file(count: int, magic: int = 0x803, side: int = 28) -> bytes:
    pixels = np.random.default_rng(0).integers(0, 256, count * side * side, np.uint8)
    return struct.pack(">4I", magic, count, side, side) + pixels.tobytes()


def labels_file(count: int, magic: int = 0x801, top: int = 10) -> bytes:
    return struct.pack(">2I", magic, count) + bytes(n % top for n in range(count))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twenty-four digits to train on, ten to test on, not compressed."""
    for part, count in (("train", 24), ("t10k", 10)):
        (tmp_path / f"{part}-images-idx3-ubyte").write_bytes(images_file(count))
        (tmp_path / f"{part}-labels-idx1-ubyte").write_bytes(labels_file(count))
    return tmp_path


def test_built_in_data_are_mnist(mnist: Mnist) -> None:
    assert [len(part) for part in (mnist.train, mnist.validation, mnist.test)] == [55_000, 5_000, 10_000]
    assert mnist.train.images.shape == (55_000, 1, 28, 28)
    assert mnist.train.images.dtype == torch.uint8
    assert mnist.train.labels[:5].tolist() == [5, 0, 4, 1, 9]
    assert mnist.test.labels[:5].tolist() == [7, 2, 1, 0, 4]
    assert torch.bincount(mnist.test.labels).tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]


def test_other_folders_compressed_or_not(folder: Path) -> None:
    plain = files.load(folder)
    assert [len(part) for part in (plain.train, plain.validation, plain.test)] == [22, 2, 10]
    for path in list(folder.iterdir()):
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes()))
        path.unlink()
    assert torch.equal(files.load(folder).test.images, plain.test.images)


def test_a_gzip_file_of_several_members_is_read_whole(folder: Path) -> None:
    content = images_file(24)
    (folder / TRAIN_IMAGES).write_bytes(gzip.compress(content[:5000]) + gzip.compress(content[5000:]))
    assert len(files.load(folder).train) == 22


DAMAGES: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "empty": (TRAIN_IMAGES, lambda _: b""),
    "half a header": (TRAIN_IMAGES, lambda content: content[:9]),
    "cut off": (TRAIN_IMAGES, lambda content: content[:-1]),
    "too long": (TRAIN_IMAGES, lambda content: content + b"\0"),
    "wrong magic": (TRAIN_IMAGES, lambda content: b"\0\0\x08\x01" + content[4:]),
    "labels where images should be": (TRAIN_IMAGES, lambda _: labels_file(24)),
    "another size of image": (TRAIN_IMAGES, lambda _: images_file(24, side=32)),
    "a count that lies": (TRAIN_IMAGES, lambda content: content[:4] + b"\xff\xff\xff\xff" + content[8:]),
    "fewer labels": (TRAIN_LABELS, lambda _: labels_file(23)),
    "label 10": (TRAIN_LABELS, lambda _: labels_file(24, top=11)),
    "cut gzip": (TRAIN_IMAGES, lambda content: gzip.compress(content)[:-20]),
    "damaged gzip": (TRAIN_IMAGES, lambda content: _flip(gzip.compress(content), 2000)),
    "gzip of nothing": (TRAIN_IMAGES, lambda _: gzip.compress(b"")),
    "second gzip member cut": (TRAIN_IMAGES, lambda content: gzip.compress(content) + gzip.compress(b"more")[:-4]),
    "rubbish after gzip": (TRAIN_IMAGES, lambda content: gzip.compress(content) + b"rubbish"),
}


def _flip(content: bytes, place: int) -> bytes:
    return content[:place] + bytes([content[place] ^ 0x10]) + content[place + 1 :]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_one_error_that_names_the_file(folder: Path, damage: str) -> None:
    name, change = DAMAGES[damage]
    (folder / name).write_bytes(change((folder / name).read_bytes()))
    with pytest.raises(InputError, match=name) as caught:
        files.load(folder)
    assert "\n" not in str(caught.value)


def test_a_name_that_lies_about_compression(folder: Path) -> None:
    (folder / f"{TRAIN_IMAGES}.gz").write_bytes(images_file(24))
    with pytest.raises(InputError, match="not a gzip file"):
        files.load(folder)


@pytest.mark.parametrize("bomb", [gzip.compress(bytes(2**20)) * 30, gzip.compress(bytes(30 * 2**20))])
def test_a_bomb_is_bounded(folder: Path, bomb: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_COUNT", 1000)
    (folder / TRAIN_IMAGES).write_bytes(bomb)
    with pytest.raises(InputError, match=TRAIN_IMAGES):
        files.load(folder)


def test_missing_files_and_too_few_digits(folder: Path, tmp_path: Path) -> None:
    (folder / TRAIN_IMAGES).write_bytes(images_file(5))
    (folder / TRAIN_LABELS).write_bytes(labels_file(5))
    with pytest.raises(InputError, match="too few"):
        files.load(folder)
    (folder / TRAIN_LABELS).unlink()
    with pytest.raises(InputError, match=TRAIN_LABELS):
        files.load(folder)
    with pytest.raises(InputError, match="lacks"):
        files.load(tmp_path / "nowhere")


def test_built_in_files_are_checked_against_their_digest(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "BUILT_IN", folder)
    with pytest.raises(InputError, match="differs"):
        files.load(folder)


PLACES = {
    "a dot": "{dot}",
    "a dot, compressed": "{dot}.gz",
    "a folder each": "{name}/{name}",
    "a folder each, with a dot": "{dot}/{dot}",
    "a folder with a hyphen, a file with a dot": "{name}/{dot}",
    "torchvision's": "MNIST/raw/{name}",
    "torchvision's, compressed": "MNIST/raw/{name}.gz",
    "inside torchvision's": "raw/{name}",
}


@pytest.mark.parametrize("place", PLACES)
def test_files_are_found_as_mirrors_have_them(folder: Path, place: str) -> None:
    plain = files.load(folder)
    for path in list(folder.iterdir()):
        content = path.read_bytes()
        path.unlink()
        wanted = folder / PLACES[place].format(name=path.name, dot=path.name.replace("-idx", ".idx"))
        wanted.parent.mkdir(parents=True, exist_ok=True)
        wanted.write_bytes(gzip.compress(content) if wanted.suffix == ".gz" else content)
    found = files.load(folder)
    assert torch.equal(found.train.images, plain.train.images)
    assert torch.equal(found.test.labels, plain.test.labels)
