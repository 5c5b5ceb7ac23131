"""What undo stacks hold, and what that is called in whichever language is in use.

`Change` is for where a whole state is replaced by another: a design's layers, the workbench's edits.
"""

import weakref
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand, QUndoStack

State = TypeVar("State")
Used = TypeVar("Used", contravariant=True)


class Owner(Protocol[Used]):
    """What has a state and can be told to have another."""

    def use(self, state: Used, /) -> None:
        """Have `state` from now on."""


@dataclass(frozen=True)
class Deed:
    """What was done: English as `QT_TRANSLATE_NOOP` marks it, and the values that belong into it."""

    context: str
    source: object  # a str, of which Qt's types do not know
    values: tuple[object, ...] = ()

    def __str__(self) -> str:
        return QCoreApplication.translate(self.context, str(self.source)).format(*self.values)


class Command(QUndoCommand):
    """One that can say anew what it did."""

    def __init__(self, deed: Deed) -> None:
        super().__init__(str(deed))
        self._deed = deed

    def say(self) -> None:
        """In the language in use now."""
        self.setText(str(self._deed))


def say_anew(stack: QUndoStack) -> None:
    """Another language is in use: have all commands of `stack` say what they did in it."""
    for number in range(stack.count()):
        command = stack.command(number)
        if isinstance(command, Command):
            command.say()


class Change(Command, Generic[State]):
    """From one state to another; changes in a row with the same `merge`, if any, become one."""

    def __init__(self, owner: Owner[State], before: State, after: State, merge: str, deed: Deed) -> None:
        super().__init__(deed)
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
