"""Starting and ending: the application object, the hook for faults, the window, and torch behind it."""

import ctypes
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from gui import faults
from gui.language import languages
from gui.session.session import Session
from gui.storage import paths
from gui.storage.settings import Settings
from gui.style import theme
from gui.window.main_window import MainWindow

DESKTOP = "convpad"  # what the desktop's own files call the program
M_ARENA_MAX = -8  # as malloc.h has it
SWITCH = 0.001  # seconds that a thread may keep Python to itself while the window waits


def _share_one_heap() -> None:
    """Let all threads allocate from one heap; glibc gives each its own, and those of ended runs keep 55 MB."""
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "mallopt"):
        libc.mallopt(M_ARENA_MAX, 1)


def build(weights: Path | None = None) -> MainWindow:
    """Make the window and begin to load the network; needs a QApplication. The caller shows and closes it."""
    _share_one_heap()
    settings = Settings()
    theme.set_text_size(settings.text_size)
    theme.apply(theme.THEMES[settings.theme] if settings.theme else theme.system_theme())
    languages.apply(settings.language or languages.system_language())
    session = Session(settings)
    window = MainWindow(session)
    session.setParent(window)
    session.load(weights)
    return window


def application() -> QApplication:
    """The application object under ConvPad's name and icon, by which a desktop knows its windows."""
    paths.name_application()
    made = QApplication([DESKTOP])  # on X the first part of WM_CLASS; the second is the name above
    QGuiApplication.setDesktopFileName(DESKTOP)  # the name of packaging/convpad.desktop without its ending
    # on X, moves that come while the program is busy would be joined into one: a corner of the stroke would be lost
    made.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)
    made.setWindowIcon(QIcon(str(theme.ICONS / "convpad.svg")))
    return made


def run(weights: Path | None = None) -> int:
    """Open the window and return the exit code when it is closed."""
    if sys.platform == "win32":
        import torch  # noqa: F401 - its libraries must be loaded before Qt's there

    sys.setswitchinterval(SWITCH)
    app = application()
    faults.start_log(paths.log_file())
    reporter = faults.Faults(paths.log_file())
    reporter.install()
    faults.log.info("%s starts", faults.made_of())
    window = build(weights)
    reporter.window = window
    window.session.broke.connect(reporter.show)
    window.show()
    code = app.exec()
    reporter.uninstall()
    return code
