"""Modules and AdamW's state as plain named tensors and back."""

from collections.abc import Mapping

import torch
from torch import Tensor, nn

MOMENTS = ("step", "exp_avg", "exp_avg_sq")


def take_part(tensors: Mapping[str, Tensor], prefix: str) -> dict[str, Tensor]:
    """Those whose names begin with `prefix`, without it."""
    return {name.removeprefix(prefix): t for name, t in tensors.items() if name.startswith(prefix)}


def unpack_module(module: nn.Module, tensors: Mapping[str, Tensor]) -> None:
    """Put `tensors` into `module`, which keeps its device and memory layout.

    Raises:
        ValueError: names, shapes or types differ.
    """
    own = module.state_dict()
    _check(own, tensors)
    for name, value in own.items():
        value.copy_(tensors[name])


def pack_optimizer(optimizer: torch.optim.Optimizer) -> dict[str, Tensor]:
    """AdamW's moments and step counts by the parameters' numbers; empty before the first step."""
    parameters = (p for group in optimizer.param_groups for p in group["params"])
    return {
        f"{number}.{name}": optimizer.state[parameter][name]
        for number, parameter in enumerate(parameters)
        for name in MOMENTS
        if name in optimizer.state.get(parameter, {})
    }


def unpack_optimizer(optimizer: torch.optim.Optimizer, tensors: Mapping[str, Tensor]) -> None:
    """Put back what `pack_optimizer` gave.

    Raises:
        ValueError: names, shapes or types differ.
    """
    parameters = [p for group in optimizer.param_groups for p in group["params"]]
    fresh = {
        f"{number}.{name}": torch.zeros((), device=p.device) if name == "step" else torch.zeros_like(p)
        for number, p in enumerate(parameters)
        for name in MOMENTS
    }
    _check(fresh, tensors)
    for number, parameter in enumerate(parameters):
        state = {name: fresh[f"{number}.{name}"] for name in MOMENTS}
        for name, value in state.items():
            value.detach().copy_(tensors[f"{number}.{name}"])
        optimizer.state[parameter] = {name: value.detach() for name, value in state.items()}


def _check(wanted: Mapping[str, Tensor], found: Mapping[str, Tensor]) -> None:
    if names := sorted(wanted.keys() ^ found.keys()):
        raise ValueError(f"{names[0]} is missing or too many")
    for name, value in wanted.items():
        if found[name].shape != value.shape or found[name].dtype != value.dtype:
            raise ValueError(f"{name} is {tuple(found[name].shape)}, not {tuple(value.shape)}")
