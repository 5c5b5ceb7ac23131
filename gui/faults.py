"""What happens when something breaks that nobody expected: it is logged, one dialog says so, the app goes on."""

import logging
import logging.handlers
import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from model import program
from model.files import free_or_ordinary

log = logging.getLogger("convpad")


def start_log(path: Path) -> None:
    """Write faults to `path`, at most 1 MB and one older file; if it cannot be written, to stderr."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not free_or_ordinary(path, sys.maxsize):
            raise OSError(f"{path} is no ordinary file")
        handler: logging.Handler = logging.handlers.RotatingFileHandler(path, maxBytes=1_000_000, backupCount=1)
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.handlers = [handler]
    log.setLevel(logging.INFO)
    log.propagate = False


def made_of() -> str:
    """What runs on what, for whoever is to find a fault; nothing of the user's."""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return f"ConvPad {program.VERSION} on Python {platform.python_version()}, Qt {qVersion()}, {system}"


class Faults(QObject):
    """The one hook for exceptions from slots, timers, paint events and threads.

    `reported` brings an exception from whatever thread to the GUI thread.
    """

    reported = Signal(object)

    def __init__(self, log_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self._dialog: QMessageBox | None = None
        self.window: QWidget | None = None
        self.reported.connect(self.show)

    def install(self) -> None:
        """Take over from Python's and Qt's own reporting."""
        sys.excepthook = self._hook
        qInstallMessageHandler(_log_qt)

    def uninstall(self) -> None:
        """Give it back."""
        sys.excepthook = sys.__excepthook__
        qInstallMessageHandler(None)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        self.reported.emit(error.with_traceback(trace))

    def show(self, error: BaseException) -> None:
        """Log `error` and say so in a dialog; while one is open, further faults only go to the log."""
        details = "".join(traceback.format_exception(error))
        log.error("%s", details)
        if self._dialog is not None:
            return
        reason = str(error) or type(error).__name__
        box = QMessageBox(QMessageBox.Icon.Warning, self.tr("ConvPad"), "", parent=self.window)
        box.setObjectName("faultDialog")
        box.setTextFormat(Qt.TextFormat.PlainText)  # what broke may be quoted, and look like HTML
        box.setText(self.tr("Something went wrong: {0}").format(reason))
        box.setInformativeText(
            self.tr("Your drawing and your weights are kept, and you can go on. The details are in\n{0}").format(
                self._log_file
            )
        )
        copy = box.addButton(self.tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
        copy.setObjectName("copyDetails")
        close = box.addButton(QMessageBox.StandardButton.Close)
        box.setDefaultButton(close)
        box.setProperty("details", f"{made_of()}\n{details}")
        copy.clicked.disconnect()  # a message box closes on any button; copying should not
        copy.clicked.connect(self._copy)
        box.finished.connect(self._on_closed)
        self._dialog = box
        box.open()

    def _copy(self) -> None:
        if self._dialog is not None:
            QGuiApplication.clipboard().setText(str(self._dialog.property("details")))

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
    }
    log.log(levels.get(kind, logging.ERROR), "Qt: %s", message)
