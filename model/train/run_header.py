"""What an unfinished run's file says of itself, read without torch: enough to offer the run at the program's start."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from model.files import InputError, read_start

FORMAT = 1
KEY = "convpad_run"
MAX_HEADER = 16 * 1024 * 1024


@dataclass(frozen=True)
class RunHeader:
    """Where a run stopped; `recipe` and `numbers` as they lie in the file, `about` all that it says."""

    name: str
    step: int
    steps: int
    recipe: dict[str, Any]
    numbers: dict[str, Any]
    about: dict[str, Any]

    @property
    def digest(self) -> object:
        """What the whole file adds up to."""
        return self.about.get("digest")


def read_header(path: Path) -> RunHeader:
    """Read the first bytes of an unfinished run's file.

    Raises:
        InputError: the file is missing, is no unfinished run, or is from a newer ConvPad.
    """
    length = int.from_bytes(read_start(path, 8), "little")
    content = read_start(path, 8 + length)[8:] if length <= MAX_HEADER else b""
    try:
        about = json.loads(json.loads(content)["__metadata__"][KEY])
        number, recipe, numbers = about["format"], about["recipe"], about["numbers"]
        step, steps = about["step"], about["steps"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError("{0} holds no unfinished run, or is cut off.", path) from error
    if not isinstance(number, int) or not 1 <= number <= FORMAT:
        raise InputError("{0} was saved by a newer ConvPad; update first.", path)
    whole = isinstance(step, int) and isinstance(steps, int) and 0 <= step <= steps
    if not whole or not isinstance(recipe, dict) or not isinstance(numbers, dict):
        raise InputError("{0} does not describe a run.", path)
    return RunHeader(str(recipe.get("name", "")), step, steps, recipe, numbers, about)
