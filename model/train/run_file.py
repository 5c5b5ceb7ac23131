"""An unfinished run as one file, so that it can go on bit for bit after whatever ended it. Never pickle.

The file is safetensors; its metadata has one entry, `convpad_run`: a JSON object. What is read is checked before it
is believed, as with weights.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import safetensors
import safetensors.torch
from torch import Tensor

from model.data_set import DataSet
from model.data_set import from_json as data_from_json
from model.files import InputError, read_bounded, write_atomically
from model.tensors import tensors_in
from model.train.recipe import Recipe, from_json
from model.train.run_header import FORMAT, KEY, read_header

MAX_SIZE = 512 * 1024 * 1024  # four times the largest network allowed


@dataclass(frozen=True, eq=False)
class RunState:
    """A run between two steps: all that decides what comes next.

    `numbers` is plain data for JSON (the schedule's place, what was done by hand, …), `tensors` are private copies on
    the CPU: weights, averages, AdamW's moments, the generator's state, the losses and learning rates of the steps.
    """

    recipe: Recipe
    step: int
    steps: int
    numbers: Mapping[str, Any]
    tensors: Mapping[str, Tensor]

    @property
    def data(self) -> DataSet:
        """What it trains on.

        Raises:
            InputError: what the file says of it is damaged.
        """
        return data_from_json(self.numbers.get("data"))


def save(path: Path, state: RunState) -> None:
    """Write `state` to `path`; an older one there stays whole until then.

    Raises:
        InputError: the file cannot be written.
    """
    about = {
        "format": FORMAT,
        "recipe": asdict(state.recipe),
        "step": state.step,
        "steps": state.steps,
        "numbers": dict(state.numbers),
    }
    about["digest"] = _digest(about, state.tensors)
    write_atomically(path, safetensors.torch.save(dict(state.tensors), {KEY: json.dumps(about)}))


def _digest(about: Mapping[str, Any], tensors: Mapping[str, Tensor]) -> str:
    """Tells a file in which a single bit has changed."""
    found = hashlib.sha256(json.dumps(about, sort_keys=True).encode())
    for name in sorted(tensors):
        found.update(name.encode())
        found.update(str((tensors[name].dtype, tuple(tensors[name].shape))).encode())
        found.update(tensors[name].numpy().tobytes())
    return found.hexdigest()


def load(path: Path) -> RunState:
    """Read an unfinished run.

    Raises:
        InputError: the file is missing, damaged, or from a newer ConvPad.
    """
    header = read_header(path)
    content = read_bounded(path, MAX_SIZE)
    try:
        tensors = tensors_in(content)
        recipe = from_json(header.recipe)
        digest = _digest({name: value for name, value in header.about.items() if name != "digest"}, tensors)
    except (safetensors.SafetensorError, RecursionError) as error:
        raise InputError("{0} is damaged ({1}); the run in it cannot go on.", path, error) from error
    except ValueError as error:
        raise InputError("{0} does not describe a run: {1}.", path, error) from error
    if digest != header.digest:
        raise InputError("{0} is damaged; the run in it cannot go on.", path)
    return RunState(recipe, header.step, header.steps, header.numbers, tensors)
