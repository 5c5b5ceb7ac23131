"""Two panels above each other that share the height, with a handle between them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

UPPER = 326  # pixels that the upper panel should have


class SharedHeight(QSplitter):
    """Where there is little room the lower panel gives way first, until the user moves the handle."""

    def __init__(self, upper: QWidget, lower: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.setObjectName("trainSplitter")
        self.setChildrenCollapsible(False)
        self.setHandleWidth(10)
        self.addWidget(upper)
        self.addWidget(lower)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self._lower, self._moved = lower, False
        self.splitterMoved.connect(self._on_moved)

    def _on_moved(self, *_: object) -> None:
        self._moved = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        if not self._moved:
            room = self.height() - self.handleWidth()
            lower = max(self._lower.minimumSizeHint().height(), min(self._lower.sizeHint().height(), room - UPPER))
            self.setSizes([room - lower, lower])
