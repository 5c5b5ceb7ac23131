"""Weights as files: one safetensors file with the architecture, recipe and figures in its metadata.

Everything that is read is checked before it is believed; everything that is written is whole or not there at all.
The format's metadata has one entry, `convpad`: a JSON object with `format`, `layers`, `recipe`, `figures`, `expects`
(what the network is to be given, for other programs) and `sha256`, which covers the others and all weights: a flipped
bit in a weight could not be noticed otherwise. Files without the last two, as earlier versions wrote them, are read as
well; so are state dicts of others, as far as `state_dict.py` knows their layers.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import safetensors
import safetensors.torch
import torch

from model.files import InputError, read_bounded, why, write_atomically
from model.network.architecture import MAX_LAYERS, LayerSpec, layer_shapes
from model.network.digit_net import DigitNet
from model.network.expects import described
from model.network.state_dict import fitted, from_torch_file, in_order, is_torch_file
from model.tensors import tensors_in

WEIGHTS = Path(__file__).parents[2] / "weights"
SHIPPED = WEIGHTS / "digits.safetensors"
FORMAT = 1
MAX_SIZE = 64 * 1024 * 1024  # the largest network allowed is well below
MAX_HEADER = 1024 * 1024  # JSON; more of it could fill the memory


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """A plain network with what is known of it: `recipe` (how it was trained) and `figures` (what was measured).

    `foreign`: ConvPad did not write the file, which does not say its layers.
    """

    network: DigitNet
    recipe: Mapping[str, Any] = field(default_factory=dict)
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
        "recipe": dict(checkpoint.recipe),
        "figures": dict(checkpoint.figures),
        "expects": described(),  # for people and programs that read the file without ConvPad
    }
    tensors = {name: t.detach().contiguous() for name, t in checkpoint.network.state_dict().items()}
    about["sha256"] = _digest(about, tensors)
    write_atomically(path, safetensors.torch.save(tensors, {"convpad": json.dumps(about, sort_keys=True)}))


def save_new(folder: Path, checkpoint: Checkpoint) -> Path:
    """Write `checkpoint` to a file of its own in `folder` and return its path: the date, then the recipe's name.

    Raises:
        InputError: the file cannot be written.
    """
    name = str(checkpoint.recipe.get("name", "trained")).lower()
    path = folder / f"{datetime.now():%Y-%m-%d %H.%M.%S} {name}.safetensors"
    while not _claimed(path):  # others may save in the same second
        path = path.with_stem(path.stem + " again")
    try:
        save(path, checkpoint)
    except InputError:
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
    content = read_bounded(path, MAX_SIZE)
    try:
        if is_torch_file(content):
            return _foreign(from_torch_file(content), path, design)
        if not _says_layers(header := _header(content)):
            return _foreign(in_order(tensors_in(content)), path, design)
        about = _metadata(header)
        tensors = tensors_in(content)
        network = DigitNet(_layers(about.get("layers")))
        _check(network, tensors)
        if "sha256" in about and about.pop("sha256") != _digest(about, tensors):
            raise InputError("its content is not what was saved: the file is damaged; choose another.")
    except InputError as error:
        raise InputError("{0}: {1}", path, error) from error
    except (safetensors.SafetensorError, RecursionError, ValueError) as error:
        raise InputError("{0} is not a whole safetensors file ({1}); choose another.", path, error) from error
    network.load_state_dict(tensors)
    recipe, figures = about.get("recipe"), about.get("figures")
    return Checkpoint(
        network.eval().requires_grad_(False),
        recipe if isinstance(recipe, dict) else {},
        figures if isinstance(figures, dict) else {},
    )


def _foreign(tensors: Mapping[str, torch.Tensor], path: Path, design: Sequence[LayerSpec]) -> Checkpoint:
    network = fitted(tensors, design).eval().requires_grad_(False)
    return Checkpoint(network, {"name": path.stem}, foreign=True)


def _header(content: bytes) -> Any:
    # the header's length, then a JSON object; safetensors itself checks the rest when it loads the tensors
    length = int.from_bytes(content[:8], "little")
    if len(content) < 8 or length > len(content) - 8:
        raise InputError("the file is cut off or no safetensors file; choose another.")
    if length > MAX_HEADER:
        raise InputError("its header is larger than {0:,} bytes; these weights were not saved by ConvPad.", MAX_HEADER)
    try:
        return json.loads(content[8 : 8 + length])
    except (ValueError, RecursionError) as error:
        raise InputError("the file is cut off or no safetensors file; choose another.") from error


def _says_layers(header: Any) -> bool:
    """Whether ConvPad wrote it, or somebody pretends so; False for a whole header that says nothing of the kind."""
    if not isinstance(header, dict):
        return True
    noted = header.get("__metadata__", {})
    return not isinstance(noted, dict) or "convpad" in noted


def _metadata(header: Any) -> dict[str, Any]:
    try:
        about = json.loads(header["__metadata__"]["convpad"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError("these weights were not saved by ConvPad, so their layers are not known.") from error
    number = about.get("format") if isinstance(about, dict) else None
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise InputError("these weights do not say which format they have.")
    if number > FORMAT:
        raise InputError("saved by a newer ConvPad (format {0}, this one reads {1}); update first.", number, FORMAT)
    return about  # type: ignore[no-any-return]


def _digest(about: Mapping[str, Any], tensors: Mapping[str, torch.Tensor]) -> str:
    found = hashlib.sha256(json.dumps(about, sort_keys=True).encode())
    for name in sorted(tensors):
        found.update(name.encode() + tensors[name].numpy().tobytes())
    return found.hexdigest()


def _layers(entries: Any) -> list[LayerSpec]:
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise InputError("the description of the layers is missing.")
    if len(entries) > MAX_LAYERS:
        raise InputError("a network has 1 to {0} convolution layers, not {1}", MAX_LAYERS, len(entries))
    try:
        specs = [LayerSpec(**entry) for entry in entries]
        layer_shapes(specs)
    except (InputError, TypeError) as error:
        raise InputError("it does not describe a network ConvPad can show: {0}.", error) from error
    return specs


def _check(network: DigitNet, tensors: Mapping[str, torch.Tensor]) -> None:
    expected = network.state_dict()
    if missing := sorted(expected.keys() ^ tensors.keys()):
        raise InputError("its tensors do not fit its layers ({0} missing or too many).", ", ".join(missing[:3]))
    for name, wanted in expected.items():
        found = tensors[name]
        if found.shape != wanted.shape or found.dtype != torch.float32:
            raise InputError(
                "{0} is {1} {2}, but the layers need {3} float32.",
                name,
                tuple(found.shape),
                found.dtype,
                tuple(wanted.shape),
            )
        if not torch.isfinite(found).all():
            raise InputError("{0} holds values that are not finite numbers.", name)
