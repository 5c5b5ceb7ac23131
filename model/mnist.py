"""MNIST as tensors: four IDX files verified, read and split. Knows files and arrays, nothing of networks.

The format is described at http://yann.lecun.com/exdb/mnist/ (archived): a big-endian header of magic number, count
and, for images, rows and columns, then one byte per pixel or label.
"""

import gzip
import hashlib
import io
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from model.data_set import MNIST, DataSet, found
from model.files import InputError, read_bounded

BUILT_IN = Path(__file__).parent / "data"
FILES = {  # name: SHA-256 of the uncompressed content, checked for the built-in files
    "train-images-idx3-ubyte": "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    "train-labels-idx1-ubyte": "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    "t10k-images-idx3-ubyte": "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    "t10k-labels-idx1-ubyte": "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
}
SIDE = 28
MAX_COUNT = 1_000_000  # images in one file; bounds what a hostile gzip file may expand to
IMAGES_MAGIC, LABELS_MAGIC = 0x803, 0x801


@dataclass(frozen=True, eq=False)
class Digits:
    """Labelled images: `images` (n, 1, 28, 28) uint8, ink 255 on 0; `labels` (n,) int64, 0…9."""

    images: Tensor
    labels: Tensor

    def __len__(self) -> int:
        return len(self.labels)

    def pick(self, start: int, stop: int) -> "Digits":
        """The digits from `start` up to `stop`, sharing memory."""
        return Digits(self.images[start:stop], self.labels[start:stop])


@dataclass(frozen=True, eq=False)
class Mnist:
    """The three parts: 55,000 to train on, 5,000 to choose by (the last twelfth), 10,000 to report.

    `about` says whose images they are: other sets of ten classes have the same parts.
    """

    train: Digits
    validation: Digits
    test: Digits
    about: DataSet = MNIST


def load(folder: Path = BUILT_IN, about: DataSet = MNIST) -> Mnist:
    """Read the four IDX files in `folder`, as any mirror has them; verify them, and split off the validation part.

    Each is `.gz` or not, and named and placed as any mirror has it, see `data_set.found`. The built-in files are also
    checked against their known SHA-256.

    Raises:
        InputError: a file is missing, damaged, or does not fit the others; the sentence names the file.
    """
    train, test = (_read_part(folder, part) for part in ("train", "t10k"))
    if len(train) < 12 or not len(test):
        raise InputError("{0} holds too few images: at least 12 to train on and 1 to test on are needed.", folder)
    return parted(train, test, about)


def parted(train: Digits, test: Digits, about: DataSet) -> Mnist:
    """Split the validation part off `train`: its last twelfth, after mixing where the images are sorted by class."""
    if bool((train.labels.diff() >= 0).all()):
        order = torch.randperm(len(train), generator=torch.Generator().manual_seed(0))
        train = Digits(train.images[order], train.labels[order])
    kept = len(train) - len(train) // 12
    return Mnist(train.pick(0, kept), train.pick(kept, len(train)), test, about)


def _read_part(folder: Path, part: str) -> Digits:
    image_path, images = _read_idx(folder, f"{part}-images-idx3-ubyte", IMAGES_MAGIC, (SIDE, SIDE))
    label_path, labels = _read_idx(folder, f"{part}-labels-idx1-ubyte", LABELS_MAGIC, ())
    if len(images) != len(labels):
        raise InputError(
            "{0} holds {1:,} labels, but {2} holds {3:,} images; they must be as many.",
            label_path,
            len(labels),
            image_path.name,
            len(images),
        )
    if len(labels) and labels.max() > 9:
        raise InputError("{0} holds the label {1}; ten classes have the labels 0 to 9.", label_path, labels.max())
    return Digits(torch.from_numpy(images).unsqueeze(1), torch.from_numpy(labels.astype(np.int64)))


def _read_idx(folder: Path, name: str, magic: int, shape: tuple[int, ...]) -> tuple[Path, NDArray[np.uint8]]:
    path = found(folder, name)
    if path is None:
        raise InputError("{0} lacks {1} (with or without .gz); all four IDX files must be there.", folder, name)
    header_size = 8 + 4 * len(shape)
    size = int(np.prod(shape, dtype=np.int64))
    content = _content(path, header_size + MAX_COUNT * size)
    if len(content) < header_size:
        raise InputError("{0} is cut off: {1} bytes are too few for its header.", path, len(content))
    told, count, *found_shape = (int(n) for n in np.frombuffer(content[:header_size], ">u4"))
    if told != magic:
        raise InputError(
            "{0} is not the IDX file it should be: its magic number is {1:#x}, not {2:#x}.", path, told, magic
        )
    if tuple(found_shape) != shape:
        raise InputError("{0} holds images of {1} pixels; 28 × 28 are needed.", path, " × ".join(map(str, found_shape)))
    if len(content) != header_size + count * size:
        raise InputError(
            "{0} is cut off or damaged: for the {1:,} entries it names its length is {2:,} bytes instead of {3:,}.",
            path,
            count,
            len(content),
            header_size + count * size,
        )
    if folder == BUILT_IN and hashlib.sha256(content).hexdigest() != FILES[name]:
        raise InputError("{0} differs from the MNIST file that ConvPad ships; restore it from the repository.", path)
    # a copy, so that the tensor may be written to and the header does not shift its alignment
    return path, np.frombuffer(content, np.uint8, offset=header_size).reshape(count, *shape).copy()


def _content(path: Path, limit: int) -> bytes:
    raw = read_bounded(path, limit)
    if raw[:2] != b"\x1f\x8b":
        if path.suffix == ".gz":
            raise InputError("{0} is not a gzip file, though its name says so; fetch it again.", path)
        return raw
    try:
        inflate = zlib.decompressobj(wbits=31)
        content = inflate.decompress(raw, limit + 1)
        if len(content) <= limit and not inflate.eof:
            raise InputError("{0} is cut off inside its gzip data; fetch it again.", path)
        if inflate.unused_data:  # a file of several parts
            content = gzip.GzipFile(fileobj=io.BytesIO(raw)).read(limit + 1)
    except (zlib.error, OSError, EOFError) as error:
        raise InputError("{0} is damaged ({1}); fetch it again.", path, error) from error
    if len(content) > limit:
        raise InputError("{0} expands to more than {1:,} bytes; it is no such IDX file.", path, limit)
    return content
