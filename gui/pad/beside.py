"""The pad's column and a page side by side, with a handle between them; both grow with the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from gui.pad.panel import DrawingPanel
from gui.storage.settings import Settings

PART = 0.24  # of the width, for the pad's column, as long as nobody has moved the handle
MOST = 0.6
PAGE = 1074  # pixels that the page then keeps, if it can: six cards beside each other


class Beside(QSplitter):
    """The column is as wide as it was dragged to, as a part of the window, which `settings` remember."""

    def __init__(self, name: str, panel: DrawingPanel, page: QWidget, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        self._panel, self._settings = panel, settings
        self.setHandleWidth(6)
        self.setChildrenCollapsible(False)
        self.addWidget(panel)
        self.addWidget(page)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        handle = self.handle(1)
        handle.setAccessibleName(self.tr("Width of the pad"))
        handle.setToolTip(self.tr("Drag to make the pad wider or narrower; it is remembered"))
        self.splitterMoved.connect(self._on_moved)

    def _on_moved(self) -> None:
        self._settings.pad_share = self.sizes()[0] / max(self.width(), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pad's part of the width."""
        super().resizeEvent(event)
        share = self._settings.pad_share
        if share is None:
            wide = min(int(PART * self.width()), self._panel.width_for(self.height()), self.width() - PAGE)
        else:
            wide = int(min(share, MOST) * self.width())
        wide = max(wide, self._panel.minimumWidth())
        if wide != self.sizes()[0]:
            self.setSizes([wide, self.width() - wide - self.handleWidth()])
