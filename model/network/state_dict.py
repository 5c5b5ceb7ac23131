"""State dicts of one's own from PyTorch: `torch.save(network.state_dict(), path)`, or safetensors with other names.

They hold numbers and names, but neither strides nor paddings nor pools. So they are read where they are a plain chain
of convolutions and one linear layer whose shapes are those of a known design; otherwise it is said what differs.
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

from model.files import InputError, why
from model.network.architecture import CLASSES, LayerSpec, layer_shapes
from model.network.designs import DESIGNS
from model.network.digit_net import DigitNet
from model.train.recipe import TEACHER

MAX_SIZE = 64 * 1024 * 1024  # bytes, unpacked


def is_torch_file(content: bytes) -> bool:
    """Whether this is what `torch.save` writes: a zip archive."""
    return content[:4] == b"PK\x03\x04"


def from_torch_file(content: bytes) -> dict[str, Tensor]:
    """Name and value of all tensors that `torch.save` wrote, in the order of the layers; nothing in it is run.

    Raises:
        InputError: it is damaged, too large, or holds something else than tensors by their names.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MAX_SIZE:
                raise InputError("it is larger than {0:,} bytes.", MAX_SIZE)
        found = torch.load(io.BytesIO(content), map_location="cpu", weights_only=True)
    except InputError:
        raise
    except Exception as error:  # the reader of zip files and torch's own raise whatever they like on damaged ones
        raise InputError("it is no state dict that can be read safely ({0}).", _first_line(error)) from error
    if not isinstance(found, dict) or not all(isinstance(t, Tensor) and isinstance(n, str) for n, t in found.items()):
        raise InputError("it holds no tensors by their names; save one with torch.save(network.state_dict(), path).")
    return dict(found)


def _first_line(error: Exception) -> str:
    return (why(error).strip().splitlines() or [""])[0].rstrip(".")


def in_order(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The tensors in the order of the numbers in their names, for files that know no order."""
    return {name: tensors[name] for name in sorted(tensors, key=_with_numbers)}


def _with_numbers(name: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", name)]


def fitted(tensors: Mapping[str, Tensor], design: Sequence[LayerSpec] = ()) -> DigitNet:
    """The network with these weights: of the layers of `design` if they fit those, else of the known design they fit.

    Raises:
        InputError: they are no plain chain, or fit no design, or several, whose maps are of different sizes; where they
            fit none the sentence names the first tensor that does not.
    """
    names = _chain(tensors)
    if _fits_together(design) and _compared(names, tensors, DigitNet(design))[1] is None:
        return _filled(names, tensors, DigitNet(design))
    known = {preset.key: preset.layers for preset in DESIGNS} | {"teacher": TEACHER.layers}
    problems, fits = [], {}
    for key, specs in known.items():
        matched, problem = _compared(names, tensors, DigitNet(specs))
        if problem is None:
            fits[key] = specs
        else:
            problems.append((matched, problem))
    if len(fits) > 1:
        raise InputError(
            "it fits several designs ({0}); choose the right one on page Train, then open it.", ", ".join(fits)
        )
    if not fits:
        raise max(problems, key=lambda each: each[0])[1]
    return _filled(names, tensors, DigitNet(*fits.values()))


def _fits_together(design: Sequence[LayerSpec]) -> bool:
    """Whether this is a network; a design that is being made need not be one."""
    try:
        layer_shapes(design)
    except InputError:
        return False
    return True


def _filled(names: Sequence[str], tensors: Mapping[str, Tensor], network: DigitNet) -> DigitNet:
    """`network` with these weights; they have its shapes."""
    values = {}
    for own, name in zip(network.state_dict(), names, strict=True):
        values[own] = tensors[name].detach().to(torch.float32)
        if not torch.isfinite(values[own]).all():
            raise InputError("{0} holds values that are not finite numbers.", name)
    network.load_state_dict(values)
    return network


def _chain(tensors: Mapping[str, Tensor]) -> list[str]:
    """The names in the order that a network here has them: each convolution's weight and bias, then the linear's."""
    layers = list(dict.fromkeys(name.rpartition(".")[0] for name in tensors))
    layers.sort(key=lambda layer: getattr(tensors.get(_join(layer, "weight")), "ndim", 0) == 2)  # the linear one last
    names = [name for layer in layers for kind in ("weight", "bias") if (name := _join(layer, kind)) in tensors]
    if left := [name for name in tensors if name not in names]:
        raise InputError("{0} has no place in a chain of Conv2d and one Linear.", left[0])
    for name in names:
        tensor = tensors[name]
        expected = (1,) if name.endswith("bias") else (2, 4)
        if tensor.ndim not in expected or not tensor.is_floating_point() or tensor.layout != torch.strided:
            said = f"{name} {tuple(tensor.shape)} {tensor.dtype}"
            raise InputError("{0} has no place in a chain of Conv2d and one Linear.", said)
    if sum(tensors[name].ndim == 2 for name in names) != 1:
        raise InputError("it is no chain of Conv2d and one Linear with {0} outputs.", CLASSES)
    return names


def _join(layer: str, kind: str) -> str:
    return f"{layer}.{kind}" if layer else kind


def _compared(names: Sequence[str], numbers: Mapping[str, Tensor], network: DigitNet) -> tuple[int, InputError | None]:
    """How many tensors from the first on have the shape that a design wants, and what the next one has instead."""
    wanted = network.state_dict()
    for at, (own, tensor) in enumerate(wanted.items()):
        if at >= len(names):
            return at, InputError("it ends where the design that fits best has {0} {1}.", own, tuple(tensor.shape))
        name, found = names[at], numbers[names[at]]
        if name.rpartition(".")[2] != own.rpartition(".")[2] or found.shape != tensor.shape:
            return at, InputError(
                "{0} {1} is not the {2} {3} of the design that fits best; make a design of these layers on page Train.",
                name,
                tuple(found.shape),
                own,
                tuple(tensor.shape),
            )
    if len(names) > len(wanted):
        return len(wanted), InputError("{0} has no place in the design that fits best.", names[len(wanted)])
    return len(wanted), None
