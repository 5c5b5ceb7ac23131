"""What a weights file holds, read without torch: the layers, the numbers, and what is known of them.

A weights file is one safetensors file. Everything in it is checked before it is believed. The format's metadata has one
entry, `convpad`: a JSON object with `format`, `layers`, `recipe`, `figures`, `data` (what it was trained on, unless
that is MNIST), `expects` (what the network is to be given, for other programs) and `sha256`, which covers the others
and all weights: a flipped bit in a weight could not be noticed otherwise. Files without the last three, as earlier
versions wrote them, are read as well.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import safetensors
from numpy.typing import NDArray

from model.data_set import MNIST, DataSet
from model.data_set import from_json as data_from_json
from model.files import InputError, read_bounded
from model.network.architecture import CLASSES, MAX_LAYERS, LayerSpec, layer_shapes, linear_features
from model.network.provenance import Provenance, from_json

WEIGHTS = Path(__file__).parents[2] / "weights"
SHIPPED = WEIGHTS / "digits.safetensors"
FORMAT = 1
MAX_SIZE = 64 * 1024 * 1024  # the largest network allowed is well below
MAX_HEADER = 1024 * 1024  # JSON; more of it could fill the memory

ZIP = b"PK\x03\x04"  # how files begin that torch.save writes
FLOAT = "F32"  # safetensors' name of float32
OTHERS = {"F64": "float64", "F16": "float16", "BF16": "bfloat16"}  # what networks are saved as elsewhere

Array = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class SavedNetwork:
    """The layers of a plain network, its numbers by name as in `DigitNet.state_dict`, and what is known of it."""

    layers: tuple[LayerSpec, ...]
    numbers: Mapping[str, Array]
    provenance: Provenance
    figures: Mapping[str, Any]
    data: DataSet = MNIST


class ForeignError(InputError):
    """ConvPad did not write the file with this `content`; the numbers in it may be of use all the same."""

    def __init__(self, path: Path, content: bytes) -> None:
        super().__init__("{0}: these weights were not saved by ConvPad, so their layers are not known.", path)
        self.content = content


def shapes(layers: tuple[LayerSpec, ...]) -> dict[str, tuple[int, ...]]:
    """Name and shape of all numbers of a plain network, in the order of `DigitNet.state_dict`."""
    found: dict[str, tuple[int, ...]] = {}
    for number, shape in enumerate(layer_shapes(layers), start=1):
        spec = shape.spec
        found[f"conv{number}.weight"] = (spec.out_channels, shape.in_channels, spec.kernel_size, spec.kernel_size)
        if spec.bias:
            found[f"conv{number}.bias"] = (spec.out_channels,)
    return found | {"linear.weight": (CLASSES, linear_features(layers)), "linear.bias": (CLASSES,)}


def read(path: Path = SHIPPED) -> SavedNetwork:
    """Read weights and check format, layers, names, shapes, types and values.

    Raises:
        ForeignError: ConvPad did not write it.
        InputError: the file is missing or damaged; the sentence says which.
    """
    content = read_bounded(path, MAX_SIZE)
    if content[:4] == ZIP:
        raise ForeignError(path, content)
    try:
        header = _header(content)
        if not _says_layers(header):
            raise ForeignError(path, content)
        about = _metadata(header)
        tensors = dict(safetensors.deserialize(content))
        layers = _layers(about.get("layers"))
        _check(layers, tensors)
        numbers = {name: np.frombuffer(each["data"], "<f4").reshape(each["shape"]) for name, each in tensors.items()}
        _check_values(numbers)
        data = data_from_json(about.get("data"))
        if "sha256" in about and about.pop("sha256") != digest(about, numbers):
            raise InputError("its content is not what was saved: the file is damaged; choose another.")
    except ForeignError:
        raise
    except InputError as error:
        raise InputError("{0}: {1}", path, error) from error
    except (safetensors.SafetensorError, RecursionError, ValueError) as error:
        raise InputError("{0} is not a whole safetensors file ({1}); choose another.", path, error) from error
    for each in numbers.values():
        each.flags.writeable = False
    figures = about.get("figures")
    provenance = from_json(about.get("recipe"))
    return SavedNetwork(layers, numbers, provenance, figures if isinstance(figures, dict) else {}, data)


def digest(about: Mapping[str, Any], numbers: Mapping[str, Array]) -> str:
    """What a file's description and its numbers add up to, as SHA-256 in hexadecimal."""
    found = hashlib.sha256(json.dumps(about, sort_keys=True).encode())
    for name in sorted(numbers):
        found.update(name.encode() + numbers[name].tobytes())
    return found.hexdigest()


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
        about: Any = json.loads(header["__metadata__"]["convpad"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError("these weights were not saved by ConvPad, so their layers are not known.") from error
    described: dict[str, Any] = about if isinstance(about, dict) else {}
    number = described.get("format")
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise InputError("these weights do not say which format they have.")
    if number > FORMAT:
        raise InputError("saved by a newer ConvPad (format {0}, this one reads {1}); update first.", number, FORMAT)
    return described


def _layers(entries: Any) -> tuple[LayerSpec, ...]:
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise InputError("the description of the layers is missing.")
    if len(entries) > MAX_LAYERS:
        raise InputError("a network has 1 to {0} convolution layers, not {1}", MAX_LAYERS, len(entries))
    try:
        specs = tuple(LayerSpec(**entry) for entry in entries)
        layer_shapes(specs)
    except (InputError, TypeError) as error:
        raise InputError("it does not describe a network ConvPad can show: {0}.", error) from error
    return specs


def _check(layers: tuple[LayerSpec, ...], tensors: Mapping[str, Mapping[str, Any]]) -> None:
    expected = shapes(layers)
    if missing := sorted(expected.keys() ^ tensors.keys()):
        raise InputError("its tensors do not fit its layers ({0} missing or too many).", ", ".join(missing[:3]))
    for name, wanted in expected.items():
        shape, kind = tuple(tensors[name]["shape"]), tensors[name]["dtype"]
        if shape != wanted or kind != FLOAT:
            raise InputError(
                "{0} is {1} {2}, but the layers need {3} float32.", name, shape, OTHERS.get(kind, kind), wanted
            )


def _check_values(numbers: Mapping[str, Array]) -> None:
    for name, values in numbers.items():
        if not np.isfinite(values).all():
            raise InputError("{0} holds values that are not finite numbers.", name)
