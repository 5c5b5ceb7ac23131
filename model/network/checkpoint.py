"""Weights as files: one safetensors file with the architecture, recipe and figures in its metadata.

What such a file holds is told in `model.network.weights_file`. Everything that is written is whole or not there at all.
State dicts of others are read too, as far as `model.network.state_dict` knows their layers.
"""

import contextlib
import json
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import safetensors
import safetensors.torch
import torch

from model.files import InputError, why, write_atomically
from model.network.architecture import LayerSpec
from model.network.digit_net import DigitNet
from model.network.expects import described
from model.network.provenance import UNKNOWN, Provenance
from model.network.state_dict import fitted, from_torch_file, in_order, is_torch_file
from model.network.weights_file import FORMAT, SHIPPED, ForeignError, SavedNetwork, digest, read
from model.tensors import tensors_in

_NO_NAME = re.compile(r"[^\w ,.+-]")  # what file names should not have


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """A plain network with what is known of it: how it came about, and `figures`, what was measured.

    `foreign`: ConvPad did not write the file, which does not say its layers.
    """

    network: DigitNet
    provenance: Provenance = UNKNOWN
    figures: Mapping[str, Any] = field(default_factory=dict)
    foreign: bool = False


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
        "expects": described(checkpoint.network.data),  # for people and programs that read the file without ConvPad
    }
    if not checkpoint.network.data.built_in:
        about["data"] = checkpoint.network.data.as_json()
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


def load(path: Path = SHIPPED, design: Sequence[LayerSpec] = ()) -> Checkpoint:
    """Read weights and check format, layers, names, shapes, types and values.

    A state dict that ConvPad did not write may have the layers of `design`, or of a design that ConvPad knows.

    Raises:
        InputError: the file is missing, damaged, or no network ConvPad can show; the sentence says which.
    """
    try:
        return loaded(read(path))
    except ForeignError as foreign:
        return _foreign(foreign.content, path, design)


def loaded(saved: SavedNetwork) -> Checkpoint:
    """The network that `saved` describes, with its numbers."""
    network = DigitNet(saved.layers)
    network.data = saved.data
    network.load_state_dict({name: torch.from_numpy(values.copy()) for name, values in saved.numbers.items()})
    return Checkpoint(network.eval().requires_grad_(False), saved.provenance, saved.figures)


def _foreign(content: bytes, path: Path, design: Sequence[LayerSpec]) -> Checkpoint:
    try:
        tensors = from_torch_file(content) if is_torch_file(content) else in_order(tensors_in(content))
        network = fitted(tensors, design).eval().requires_grad_(False)
    except InputError as error:
        raise InputError("{0}: {1}", path, error) from error
    except (safetensors.SafetensorError, RecursionError, ValueError) as error:
        raise InputError("{0} is not a whole safetensors file ({1}); choose another.", path, error) from error
    return Checkpoint(network, Provenance({"name": path.stem}), foreign=True)
