"""The field in which one types the number of a cell."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class CellEditor(QLineEdit):
    """Where one types the number of a cell of `side` pixels; `given_up` follows Escape."""

    given_up = Signal()

    def __init__(self, accessible: str, side: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cellEditor")
        self.setAccessibleName(accessible)
        self.setToolTip(self.tr("Type a number from -99 to 99; Return takes it over, Escape leaves it as it was"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setStyleSheet(f"font-family: monospace; font-size: {min(max(side // 3, 11), 40)}px")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the number as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
            event.accept()  # or Return would go on to the grid and begin to type anew
