"""A page that is made when it is first seen, so that the program's start does not wait for it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

Page = TypeVar("Page", bound=QWidget)


class Later(QWidget, Generic[Page]):
    """Holds the place of the `page` that `make` gives; None until then."""

    def __init__(self, name: str, make: Callable[[], Page], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.page: Page | None = None
        self._make = make

    def showEvent(self, event: QShowEvent) -> None:
        """The first time, make the page."""
        super().showEvent(event)
        if self.page is None:
            column = QVBoxLayout(self)
            column.setContentsMargins(0, 0, 0, 0)
            self.page = self._make()
            column.addWidget(self.page)
