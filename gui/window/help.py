"""The Help menu's windows: all shortcuts, the glossary; and what Shift+F1 and ? do."""

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWhatsThis,
    QWidget,
)

from gui.style import theme
from gui.widgets.controls import button
from gui.widgets.dialogs import resize_within_screen
from gui.widgets.explain import explain
from gui.widgets.glossary import Glossary

RARE = {"Open", "Save", "Shift+Save", "Undo", "Redo", "Paste"}  # keys that few keyboards have


class Help(QObject):
    """Opens them over `window`."""

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window

    def show_glossary(self) -> None:
        """All words."""
        Glossary(self._window).show()

    def show_shortcuts(self) -> None:
        """All keys."""
        Shortcuts(self._window).show()

    def explain_focused(self) -> None:
        """Say what the control with the keyboard is; where there is none, let the user click on one."""
        focused: QWidget | None = QApplication.focusWidget()
        while focused is not None and not focused.whatsThis():
            focused = focused.parentWidget()
        if focused is None:
            QWhatsThis.enterWhatsThisMode()
        else:
            QWhatsThis.showText(focused.mapToGlobal(focused.rect().center()), focused.whatsThis(), focused)

    def explain_clicked(self) -> None:
        """Say what the control is that is clicked next."""
        QWhatsThis.enterWhatsThisMode()


def shortcuts(window: QWidget) -> list[tuple[str, str]]:
    """Keys and what they do, from the window's actions, buttons and shortcuts as they are now."""
    found: dict[str, str] = {}
    for action in [*window.actions(), *window.findChildren(QAction)]:
        if action.text() and action.shortcuts():
            found.setdefault(_keys(action.shortcuts()), action.text().replace("…", ""))
    for pressed in window.findChildren(QAbstractButton):
        if not pressed.shortcut().isEmpty():
            found.setdefault(_keys([pressed.shortcut()]), pressed.accessibleName())
    for shortcut in window.findChildren(QShortcut):
        found.setdefault(_keys([shortcut.key()]), shortcut.whatsThis())
    return list(found.items())


def _keys(sequences: list[QKeySequence]) -> str:
    plain = [each for each in sequences if each.toString() not in RARE]
    texts = [each.toString(QKeySequence.SequenceFormat.NativeText) for each in plain]
    return ", ".join(dict.fromkeys(texts))


class Shortcuts(QDialog):
    """A table of keys. Deleted when it is closed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("shortcutsDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        rows = shortcuts(window)
        self.table = QTableWidget(len(rows), 2)
        self.table.setObjectName("shortcutsTable")
        self.table.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.table.setToolTip(self.tr("All keys that the window knows now; pages have more once they were opened"))
        self.table.setProperty("role", "list")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.horizontalHeader().hide()
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        for row, pair in enumerate(rows):
            for column, text in enumerate(pair):
                self.table.setItem(row, column, QTableWidgetItem(text))
        close = button("closeShortcuts", self.tr("Close"), self.tr("Close this window (Esc)"), self.close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.addWidget(self.table, 1)
        whole.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        words = sum(self.table.sizeHintForColumn(column) for column in range(2))
        resize_within_screen(self, QSize(max(theme.room(520), words + theme.room(64)), theme.room(560)))
        hints = {
            "shortcutsTable": self.tr("Try: close it with Esc, then press one of them."),
            "closeShortcuts": self.tr("Try: the key Esc does the same."),
        }
        explain(self, hints)
