"""What an undo stack holds where a whole state is replaced by another: a design's layers, the workbench's edits."""

import weakref
from typing import Generic, Protocol, TypeVar

from PySide6.QtGui import QUndoCommand

State = TypeVar("State")
Used = TypeVar("Used", contravariant=True)


class Owner(Protocol[Used]):
    """What has a state and can be told to have another."""

    def use(self, state: Used, /) -> None:
        """Have `state` from now on."""


class Change(QUndoCommand, Generic[State]):
    """From one state to another; changes in a row with the same `merge`, if any, become one."""

    def __init__(self, owner: Owner[State], before: State, after: State, merge: str, text: str = "") -> None:
        super().__init__(text)
        # weak, since Qt owns the command: a cycle through it, collected by Python, would crash
        self._owner, self._before, self._after, self._merge = weakref.proxy(owner), before, after, merge

    def id(self) -> int:
        """Commands that may be merged have one."""
        return 1 if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        """A number that is turned step by step is one change; turned back, it is none."""
        if not isinstance(other, Change) or other._merge != self._merge:
            return False
        self._after = other._after
        self.setObsolete(self._after == self._before)
        return True

    def redo(self) -> None:
        """Make the change."""
        self._owner.use(self._after)

    def undo(self) -> None:
        """Take it back."""
        self._owner.use(self._before)
