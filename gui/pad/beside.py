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
    """The column is as wide as it was dragged to, as a part of the window, which `settings` remember.

    Several pages share one column: it stands beside the one that took it last.
    """

    def __init__(self, name: str, page: QWidget, settings: Settings) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName(name)
        self._settings = settings
        self.setHandleWidth(6)
        self.setChildrenCollapsible(False)
        self.addWidget(page)
        self.splitterMoved.connect(self._on_moved)

    def take(self, panel: DrawingPanel) -> None:
        """Have the pad's column here from now on."""
        if panel.parentWidget() is self:
            return
        self.insertWidget(0, panel)  # out of the page where it was
        panel.show()
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        handle = self.handle(1)
        handle.setAccessibleName(self.tr("Width of the pad"))
        handle.setToolTip(self.tr("Drag to make the pad wider or narrower; it is remembered"))
        self._share()

    def _on_moved(self) -> None:
        self._settings.pad_share = self.sizes()[0] / max(self.width(), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pad's part of the width."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        panel, share = self.widget(0), self._settings.pad_share
        if not isinstance(panel, DrawingPanel):
            return
        if share is None:
            wide = min(int(PART * self.width()), panel.width_for(self.height()), self.width() - PAGE)
        else:
            wide = int(min(share, MOST) * self.width())
        wide = max(wide, panel.minimumWidth())
        if wide != self.sizes()[0]:
            self.setSizes([wide, self.width() - wide - self.handleWidth()])
