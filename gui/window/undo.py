"""One Undo and one Redo for the whole window: they are about what has the focus, and say what they take back."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QUndoGroup, QUndoStack
from PySide6.QtWidgets import QApplication, QWidget


class Undo(QUndoGroup):
    """`undo_action` and `redo_action` act on the stack of what has the focus; where it has none, of the page seen."""

    def __init__(self, stacks: list[QUndoStack], parent: QObject) -> None:
        super().__init__(parent)
        for stack in stacks:
            self.addStack(stack)
        self.undo_action = self.createUndoAction(parent, self.tr("Undo"))
        self.undo_action.setShortcuts(QKeySequence.StandardKey.Undo)
        self.redo_action = self.createRedoAction(parent, self.tr("Redo"))
        self.redo_action.setShortcuts(QKeySequence.StandardKey.Redo)
        self._owners: list[tuple[QWidget, Callable[[], QUndoStack | None]]] = []
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def add_owner(self, widget: QWidget, stack: Callable[[], QUndoStack | None]) -> None:
        """While `widget`, or what lies in it, has the focus or is all that is seen, undo what `stack` gives."""
        self._owners.append((widget, stack))

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            self.look()

    def look(self, *_: object) -> None:
        """Find out anew what is to be undone: something was shown or hidden."""
        focused = QApplication.focusWidget()
        inside = [(widget, stack) for widget, stack in self._owners if focused and widget.isAncestorOf(focused)]
        inside = inside or [(widget, stack) for widget, stack in self._owners if widget.isVisible()]
        found = None
        for widget, stack in inside:  # an owner may lie in another: the inner one counts
            if found is None or found[0].isAncestorOf(widget):
                found = widget, stack
        wanted = None if found is None else found[1]()
        if wanted is not None:
            self.setActiveStack(wanted)
        elif self.activeStack() is not None:
            self.activeStack().setActive(False)
