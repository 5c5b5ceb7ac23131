"""A page that is made when it is first seen, so that the program's start does not wait for it."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Later(QWidget):
    """Holds the place of the page that `make` gives."""

    def __init__(self, name: str, make: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._make: Callable[[], QWidget] | None = make

    def showEvent(self, event: QShowEvent) -> None:
        """The first time, make the page."""
        super().showEvent(event)
        if self._make is not None:
            make, self._make = self._make, None
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(make())
