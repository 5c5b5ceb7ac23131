"""Small sets: the first digits of MNIST; ten classes that are no digits, as files, easy to tell apart; chosen."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from gui.pages.train.data_row import OTHER
from gui.window.main_window import MainWindow
from model.mnist import Digits, Mnist

CLOTHES = ("T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot")


def shape(label: int, chance: np.random.Generator) -> NDArray[np.uint8]:
    """An image (28, 28): a bright bar whose place and direction say the class, with a little noise."""
    image = chance.normal(20, 8, (28, 28))
    at = 2 + 5 * (label % 5)
    if label < 5:
        image[at : at + 4] += 200
    else:
        image[:, at : at + 4] += 200
    return image.clip(0, 255).astype(np.uint8)


def first_of(mnist: Mnist, train: int, others: int) -> Mnist:
    """So many digits to train on and so many in each of the other parts, for runs that end soon."""
    return Mnist(mnist.train.pick(0, train), mnist.validation.pick(0, others), mnist.test.pick(0, others))


def write_digits(folder: Path, train: Digits, test: Digits) -> Path:
    """These digits as four IDX files."""
    folder.mkdir()
    for part, digits in (("train", train), ("t10k", test)):
        _write_part(folder, part, digits.images[:, 0].numpy(), digits.labels.numpy())
    return folder


def _write_part(folder: Path, part: str, images: NDArray[np.uint8], labels: NDArray[np.int64]) -> None:
    sizes = np.array([0x803, len(images), 28, 28], ">u4").tobytes()
    (folder / f"{part}-images-idx3-ubyte").write_bytes(sizes + images.tobytes())
    header = np.array([0x801, len(labels)], ">u4").tobytes()
    (folder / f"{part}-labels-idx1-ubyte").write_bytes(header + labels.astype(np.uint8).tobytes())


def write_clothes(folder: Path, *, ordered: bool = False) -> Path:
    """Four IDX files, 240 images to train on and 40 to test on, and labels.txt beside them."""
    folder.mkdir()
    chance = np.random.default_rng(3)
    for part, count in (("train", 240), ("t10k", 40)):
        labels = np.arange(count) % 10
        labels = np.sort(labels) if ordered else chance.permutation(labels)
        _write_part(folder, part, np.stack([shape(int(label), chance) for label in labels]), labels)
    (folder / "labels.txt").write_text("\n".join(CLOTHES) + "\n")
    return folder


def write_pictures(folder: Path, each: int) -> Path:
    """Ten subfolders with so many pictures of 56 × 56 pixels each, black on white."""
    chance = np.random.default_rng(4)
    for label, name in enumerate((*CLOTHES[:9], "Zebra")):
        (folder / name).mkdir(parents=True)
        for number in range(each):
            large = shape(label, chance).repeat(2, axis=0).repeat(2, axis=1)
            Image.fromarray(255 - large).save(folder / name / f"{number}.png")
    return folder


def choose(window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Choose "folder…" as a user does; the dialog answers with `folder`."""
    monkeypatch.setattr("gui.pages.train.data_row.ask_folder", lambda *_: folder)
    field = window.train_page.data.field
    field.setCurrentIndex(field.findData(OTHER))
    field.activated.emit(field.currentIndex())
