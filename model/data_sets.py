"""The images of a set: the built-in MNIST, a folder of four IDX files, or a folder of pictures with ten subfolders."""

import os
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from model import mnist
from model.data_set import DataSet, class_folders, is_picture, looked_at
from model.drawing.picture import read_digits
from model.drawing.raster import raster
from model.drawing.whole import grey_image
from model.files import InputError, why
from model.mnist import Digits, Mnist

MAX_PICTURES = 60_000
HELD_OUT = 6  # of each class, one picture in so many is for the test: as many as MNIST has
SEED = 0  # decides which


def load(folder: Path | None = None) -> Mnist:
    """The set in `folder`, else the built-in one.

    Raises:
        InputError: something is missing, damaged or too large; the sentence names it.
    """
    if folder is None or folder == mnist.BUILT_IN:
        return mnist.load()
    about = looked_at(folder)
    return _pictures(about) if class_folders(folder) else mnist.load(folder, about)


def load_again(about: DataSet) -> Mnist:
    """The set that a network or a run says it is of; read once, as long as nothing changes in its folder.

    Raises:
        InputError: it is no longer there, or the classes are others; or as `load`.
    """
    if about.built_in:
        return mnist.load()
    folder = about.path
    if not os.path.isdir(folder):
        raise InputError("The data set {0} is no longer in {1}; put it back there.", about.name, folder)
    read = _read(folder, _stamp(folder))
    if read.about.classes != about.classes:
        raise InputError("{0} holds other classes than the data set {1} had.", folder, about.name)
    return read


@lru_cache(maxsize=1)  # of the largest a quarter of a gigabyte
def _read(folder: Path, _stamp: float) -> Mnist:
    return load(folder)


def _stamp(folder: Path) -> float:
    """Changes when a file comes, goes or is written anew in the folder or one of its subfolders."""
    try:
        inside = [folder, *folder.iterdir()]
        return max(path.stat().st_mtime for path in inside)
    except OSError as error:
        raise InputError("Cannot read {0}: {1}.", folder, why(error)) from error


def _pictures(about: DataSet) -> Mnist:
    """Pictures in subfolders, a class each: read, made 28 × 28, mixed by a seed, and a part of each class held out."""
    files = [sorted(filter(is_picture, inner.iterdir())) for inner in class_folders(about.path)]
    count = sum(map(len, files))
    if count > MAX_PICTURES:
        raise InputError("{0} holds {1:,} pictures; {2:,} are the most.", about.path, count, MAX_PICTURES)
    few = next((about.classes[n] for n, paths in enumerate(files) if len(paths) < HELD_OUT), None)
    if few is not None:
        raise InputError("{0} holds too few pictures of {1}: at least {2} are needed.", about.path, few, HELD_OUT)
    chance = np.random.default_rng(SEED)
    train: list[tuple[NDArray[np.uint8], int]] = []
    test: list[tuple[NDArray[np.uint8], int]] = []
    for label, paths in enumerate(files):
        images = [_image(path, about.digits) for path in paths]
        order = chance.permutation(len(images)).tolist()
        held = len(images) // HELD_OUT
        test += [(images[n], label) for n in order[:held]]
        train += [(images[n], label) for n in order[held:]]
    mixed = [train[n] for n in chance.permutation(len(train)).tolist()]
    return mnist.parted(_digits(mixed), _digits(test), about)


def _image(path: Path, digits: bool) -> NDArray[np.uint8]:
    """The picture as 28 × 28: a digit as the pad reads it, anything else grey and as it lies."""
    if not digits:
        return grey_image(path)
    found = read_digits(path)
    steps = raster(found[0].ink) if len(found) == 1 else None
    if steps is None:
        raise InputError("{0} shows {1} digits; one is needed.", path, len(found))
    return (steps.image * 255).round().astype(np.uint8)


def _digits(labelled: list[tuple[NDArray[np.uint8], int]]) -> Digits:
    images = np.stack([image for image, _ in labelled])[:, None]
    return Digits(torch.from_numpy(images), torch.tensor([label for _, label in labelled], dtype=torch.int64))
