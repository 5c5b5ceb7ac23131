"""Where ConvPad keeps what belongs to its user. Needs Qt's core only, no window."""

import os
from pathlib import Path

NAME = "ConvPad"


def name_application() -> None:
    """Tell Qt the name under which folders and settings are kept."""
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.setOrganizationName("")
    QCoreApplication.setApplicationName(NAME)


def data_folder() -> Path:
    """The folder for trained weights and the log, `~/.local/share/ConvPad` on Linux; it may not exist yet."""
    try:
        from PySide6.QtCore import QStandardPaths
    except ImportError:  # training must also work on a server without Qt's system libraries
        return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / NAME
    name_application()
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))


def weights_folder() -> Path:
    """The folder for newly trained weights."""
    return data_folder() / "weights"


def log_file() -> Path:
    """The file that faults are written to."""
    return data_folder() / "convpad.log"
