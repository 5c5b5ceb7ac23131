"""Weights as files: one safetensors file with the architecture, recipe and figures in its metadata.

What such a file holds is told in `model.network.weights_file`. Everything that is written is whole or not there at all.
"""

import contextlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import safetensors.torch
import torch

from model.files import InputError, why, write_atomically
from model.network.digit_net import DigitNet
from model.network.expects import described
from model.network.provenance import UNKNOWN, Provenance
from model.network.weights_file import FORMAT, SHIPPED, SavedNetwork, digest, read

_NO_NAME = re.compile(r"[^\w ,.+-]")  # what file names should not have


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """A plain network with what is known of it: how it came about, and `figures`, what was measured."""

    network: DigitNet
    provenance: Provenance = UNKNOWN
    figures: Mapping[str, Any] = field(default_factory=dict)


def save(path: Path, checkpoint: Checkpoint) -> None:
    """Write `checkpoint` to `path`; the same checkpoint always gives the same bytes.

    Raises:
        InputError: the file cannot be written; an older one at `path` stays.
    """
    about = {
        "format": FORMAT,
        "layers": [asdict(spec) for spec in checkpoint.network.specs],
        "recipe": checkpoint.provenance.as_json(),
        "figures": dict(checkpoint.figures),
        "expects": described(),  # for people and programs that read the file without ConvPad
    }
    tensors = {name: t.detach().contiguous() for name, t in checkpoint.network.state_dict().items()}
    about["sha256"] = digest(about, {name: tensor.numpy() for name, tensor in tensors.items()})
    write_atomically(path, safetensors.torch.save(tensors, {"convpad": json.dumps(about, sort_keys=True)}))


def save_new(folder: Path, checkpoint: Checkpoint) -> Path:
    """Write `checkpoint` to a file of its own in `folder` and return its path: the date, then the recipe's name.

    Raises:
        InputError: the file cannot be written.
    """
    name = _NO_NAME.sub("", (checkpoint.provenance.name or "trained").lower())[:40]  # an older run's file says it
    path = folder / f"{datetime.now():%Y-%m-%d %H.%M.%S} {name}.safetensors"
    while not _claimed(path):  # others may save in the same second
        path = path.with_stem(path.stem + " again")
    try:
        save(path, checkpoint)
    except InputError:
        with contextlib.suppress(OSError):  # what failed may have taken the folder as well
            path.unlink(missing_ok=True)
        raise
    return path


def _claimed(path: Path) -> bool:
    """Make an empty file at `path`, so that nobody else takes its name; False if there is one already."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(exist_ok=False)
    except OSError as error:
        if os.path.lexists(path):
            return False
        raise InputError("Cannot write {0}: {1}. Choose another folder.", path, why(error)) from error
    return True


def load(path: Path = SHIPPED) -> Checkpoint:
    """Read weights; raises InputError as `model.network.weights_file.read` does."""
    return loaded(read(path))


def loaded(saved: SavedNetwork) -> Checkpoint:
    """The network that `saved` describes, with its numbers."""
    network = DigitNet(saved.layers)
    network.load_state_dict({name: torch.from_numpy(values.copy()) for name, values in saved.numbers.items()})
    return Checkpoint(network.eval().requires_grad_(False), saved.provenance, saved.figures)
