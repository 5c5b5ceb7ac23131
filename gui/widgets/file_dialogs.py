"""Files to open and to save: asked for in the folder where one was last, at first among the user's documents."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.storage.settings import Settings

PICTURES = "*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff"


def ask_open(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Which file; None if the user thought better of it."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(begin()), kinds)
    return _remember(chosen)


def ask_save(parent: QWidget, title: str, name: str, *kinds: str) -> tuple[Path | None, str]:
    """Where to, proposing `name`, and which of `kinds` was chosen; no path if the user thought better of it."""
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(begin() / name), ";;".join(kinds))
    return _remember(chosen), kind


def ask_folder(parent: QWidget, title: str) -> Path | None:
    """Which folder; None if the user thought better of it."""
    return _remember(QFileDialog.getExistingDirectory(parent, title, str(begin())))


def begin() -> Path:
    """The folder in which a dialog begins: where one was last, else Documents, else the user's own folder."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folders = (Settings().folder, Path(documents) if documents else None)
    return next((folder for folder in folders if folder is not None and folder.is_dir()), Path.home())


def _remember(chosen: str) -> Path | None:
    if not chosen:
        return None
    Settings().folder = Path(chosen).parent
    return Path(chosen)
