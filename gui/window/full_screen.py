"""Full screen: the bars go, and on the lab the column of settings; what a class looks at from the back row stays."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QToolTip, QWidget

from gui.window.pages import Pages

HINT = 4000  # milliseconds that the way back is said


class FullScreen(QObject):
    """Follows the state of `window`, whoever changed it. `bars` lie around the pages."""

    def __init__(self, window: QWidget, bars: tuple[QWidget, ...], pages: Pages) -> None:
        super().__init__(bars[0])
        self._window, self._bars, self._pages = window, bars, pages
        window.installEventFilter(self)
        pages.currentChanged.connect(self._follow)
        pages.lab.installEventFilter(self)
        self._follow()

    @property
    def on(self) -> bool:
        """Whether the window fills the screen."""
        return self._window.isFullScreen()

    def toggle(self) -> None:
        """Into full screen, or back to the size from before."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
        if self.on:
            place = self._window.mapToGlobal(QPoint(self._window.width() // 2, 8))
            QToolTip.showText(place, self.tr("F11 or Escape: back"), self._window, QRect(), HINT)

    def leave(self) -> None:
        """Back to the size from before."""
        if self.on:
            self.toggle()

    def _follow(self, *_: object) -> None:
        for bar in self._bars:
            bar.setHidden(self.on)
        column = self._pages.lab.findChild(QWidget, "sideColumn")
        if column is not None:
            column.setHidden(self.on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window's state has changed, or the lab was made just now."""
        if event.type() == QEvent.Type.WindowStateChange or (
            watched is self._pages.lab and event.type() == QEvent.Type.Show
        ):
            self._follow()
        return False
