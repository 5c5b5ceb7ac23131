"""A run as plain tensors and numbers, and back: everything that decides how it goes on."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

from model.files import InputError
from model.network.provenance import from_json
from model.train.adam import AdamW
from model.train.run_file import RunState

if TYPE_CHECKING:
    from model.train.run import Run


def pack(run: "Run") -> RunState:
    """A copy of all that decides how the run goes on."""
    tensors = {f"network.{name}": t for name, t in run.network.state_dict().items()}
    if run.average is not None:
        tensors |= {f"average.{name}": t for name, t in run.average.state_dict().items()}
    tensors |= {f"adam.{name}": t for name, t in _pack_optimizer(run.optimizer).items()}
    tensors |= {
        "chance": run.generator.get_state(),
        "epoch_chance": run.epoch_chance,
        "losses": torch.tensor(run.losses, dtype=torch.float64),
        "rates": torch.tensor(run.rates, dtype=torch.float64),
    }
    numbers = {
        "schedule": run.schedule.state(),
        "checks": list(run.checks),
        "by_hand": list(run.by_hand),
        "about": run.provenance.as_json(),
        "digits": len(run.labels),
        **({} if run.network.data.built_in else {"data": run.network.data.as_json()}),
    }
    copies = {name: t.detach().to("cpu", copy=True).contiguous() for name, t in tensors.items()}
    return RunState(run.recipe, run.step_number, run.steps, numbers, copies)


def unpack(run: "Run", state: RunState) -> None:
    """Let a fresh `run` go on where `state` was taken.

    Raises:
        InputError: it does not belong to this recipe and these digits.
    """
    tensors, numbers = state.tensors, state.numbers
    try:
        if numbers["digits"] != len(run.labels):
            raise InputError("it has seen {0:,} digits, not {1:,}", numbers["digits"], len(run.labels))
        _unpack_module(run.network, _part(tensors, "network."))
        if run.average is not None:
            _unpack_module(run.average, _part(tensors, "average."))
        if state.step:
            _unpack_optimizer(run.optimizer, _part(tensors, "adam."))
        run.schedule.restore(numbers["schedule"])
        run.generator.set_state(tensors["chance"])
        run.epoch_chance, run.step_number = tensors["epoch_chance"], state.step
        run.losses, run.rates = tensors["losses"].tolist(), tensors["rates"].tolist()
        run.checks = [(int(step), float(accuracy)) for step, accuracy in numbers["checks"]]
        run.by_hand, run.provenance = list(numbers["by_hand"]), from_json(numbers["about"])
        if len(run.losses) != state.step or len(run.rates) != state.step or run.steps != state.steps:
            raise ValueError("its numbers of steps differ")
    except (ValueError, KeyError, TypeError, IndexError, RuntimeError) as error:
        raise InputError("The unfinished run cannot go on: {0}.", error) from error
    if state.step < state.steps:
        run.by_hand.append({"step": state.step, "resumed": 1})


def _part(tensors: Mapping[str, Tensor], prefix: str) -> dict[str, Tensor]:
    """Those whose names begin with `prefix`, without it."""
    return {name.removeprefix(prefix): t for name, t in tensors.items() if name.startswith(prefix)}


def _unpack_module(module: nn.Module, tensors: Mapping[str, Tensor]) -> None:
    """Put `tensors` into `module`, which keeps its device and memory layout.

    Raises:
        ValueError: names, shapes or types differ.
    """
    own = module.state_dict()
    _check(own, tensors)
    for name, value in own.items():
        value.copy_(tensors[name])


def _pack_optimizer(optimizer: AdamW) -> dict[str, Tensor]:
    """AdamW's moments and step counts by the parameters' numbers; empty before the first step."""
    return {
        f"{number}.{name}": value
        for number, parameter in enumerate(optimizer.parameters)
        for name, value in optimizer.state.get(parameter, {}).items()
    }


def _unpack_optimizer(optimizer: AdamW, tensors: Mapping[str, Tensor]) -> None:
    """Put back what `_pack_optimizer` gave.

    Raises:
        ValueError: names, shapes or types differ.
    """
    states = [optimizer.fresh(parameter) for parameter in optimizer.parameters]
    fresh = {f"{number}.{name}": value for number, state in enumerate(states) for name, value in state.items()}
    _check(fresh, tensors)
    for name, value in fresh.items():
        value.copy_(tensors[name])
    optimizer.state = dict(zip(optimizer.parameters, states, strict=True))


def _check(wanted: Mapping[str, Tensor], found: Mapping[str, Tensor]) -> None:
    if names := sorted(wanted.keys() ^ found.keys()):
        raise ValueError(f"{names[0]} is missing or too many")
    for name, value in wanted.items():
        if found[name].shape != value.shape or found[name].dtype != value.dtype:
            raise ValueError(f"{name} is {tuple(found[name].shape)}, not {tuple(value.shape)}")
