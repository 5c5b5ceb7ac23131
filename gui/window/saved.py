"""Where a file went that one asked for: a note in the window's corner, which moves nothing, with the way there."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gui.session.session import Session
from gui.style import theme
from gui.widgets.controls import button, fill
from gui.widgets.elided import Elided
from gui.widgets.explain import explain
from gui.widgets.file_dialogs import Written

STAYS = 12_000  # milliseconds
AWAY = 14  # pixels from the window's edges


class Saved(QFrame):
    """Seen for a while after each file; it stays while the pointer is on it. `bar` is at the bottom, and stays free."""

    def __init__(self, session: Session, window: QWidget, bar: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("savedNote")
        self.setProperty("role", "card")
        self._window, self._bar = window, bar
        self.path: Path | None = None
        self._text = Elided("plain", "savedText")
        self._text.setMinimumWidth(theme.room(260))
        folder = button(
            "openFolderButton", self.tr("Open the folder"), self.tr("Show the file's folder in a window of the system"),
            self._on_folder, "small",
        )  # fmt: skip
        close = button("closeSavedButton", "✕", self.tr("Take this note away"), self.hide, "small")
        close.setAccessibleName(self.tr("Close"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        fill(row, folder, close)
        hints = {
            "openFolderButton": self.tr("Try: drag the file from there onto the pad, if it is a picture."),
            "closeSavedButton": self.tr("Try: wait; it goes by itself."),
        }
        explain(self, hints)
        self._rest = QTimer(self, interval=STAYS)
        self._rest.timeout.connect(self._on_rest)
        window.installEventFilter(self)
        session.saved.connect(self.show_path)
        self.hide()

    def show_path(self, path: Path) -> None:
        """Say that this file was written."""
        self.path = path.absolute()
        self._text.set_text(self.tr("Saved: {0}").format(self.path))
        self._place()
        self.show()
        self.raise_()
        self._rest.start()

    def _place(self) -> None:
        self.adjustSize()
        width = min(theme.room(620), self._window.width() - 2 * AWAY)
        bottom = self._bar.y() if self._bar.isVisible() else self._window.height()
        self.setGeometry(self._window.width() - width - AWAY, bottom - self.height() - AWAY, width, self.height())

    def _on_folder(self) -> None:
        if self.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.path.parent)))

    def _on_rest(self) -> None:
        if not self.underMouse():
            self.hide()

    def hideEvent(self, _event: QEvent) -> None:
        """Nothing to wait for any more."""
        self._rest.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner of the window; say what panels were written as."""
        if watched is self._window and isinstance(event, Written):
            self.show_path(event.path)
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
