"""What is kept of a run on the way, in memory and in a file."""

from pathlib import Path
from typing import TYPE_CHECKING

from model.files import InputError

if TYPE_CHECKING:
    from model.train.run_file import RunState


class Keeper:
    """Takes the states of a run: the last one stays here, and lies in `path` for the case that the program dies."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.state: RunState | None = None
        self._said = False
        self._problem: InputError | None = None

    def keep(self, state: "RunState") -> None:
        """Keep `state`; a disk that is full does not end the run."""
        from model.train import run_file

        self.state = state
        if self.path is not None and state.step:
            try:
                run_file.save(self.path, state)
            except InputError as error:
                self._problem = error

    def problem(self) -> InputError | None:
        """Why the run could not be saved, once."""
        if self._said or self._problem is None:
            return None
        self._said = True
        return self._problem
