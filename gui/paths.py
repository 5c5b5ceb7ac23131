"""Where ConvPad keeps what belongs to its user. Needs Qt's core only, no window."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths


def name_application() -> None:
    """Tell Qt the name under which folders and settings are kept."""
    QCoreApplication.setOrganizationName("")
    QCoreApplication.setApplicationName("ConvPad")


def data_folder() -> Path:
    """The folder for trained weights and the log; it may not exist yet."""
    name_application()
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))


def log_file() -> Path:
    """The file that faults are written to."""
    return data_folder() / "convpad.log"
