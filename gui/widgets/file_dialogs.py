"""Files to open and to save: asked for in the folder where one was last, at first among the user's documents.

Nothing is overwritten that the dialog has not asked about, and what was written is told.
"""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from gui.storage.settings import Settings

PICTURES = "*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff"


def ask_open(parent: QWidget, title: str, kinds: str) -> Path | None:
    """Which file; None if the user thought better of it."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(begin()), kinds)
    return _remember(chosen)


def ask_save(parent: QWidget, title: str, name: str, *kinds: str, failed: Callable[[str], object]) -> Path | None:
    """Where to, proposing `name`; None if the user thought better of it. A name with no ending of `kinds` gets one.

    The dialog has asked about the name without it: where the whole name is taken, `failed` is told in a sentence.
    """
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(begin() / name), ";;".join(kinds))
    path = _remember(chosen)
    if path is None or path.suffix.lower() in [_ending(each) for each in kinds]:
        return path
    path = path.with_name(path.name + _ending(kind if kind in kinds else kinds[0]))
    return None if is_taken(path, failed) else path


def is_taken(path: Path, failed: Callable[[str], object]) -> bool:
    """Whether there is a file that no dialog has asked about; `failed` is told so."""
    taken = os.path.lexists(path)
    if taken:
        failed(QCoreApplication.translate("Export", "{0} exists already; choose another name.").format(path))
    return taken


def _ending(kind: str) -> str:
    """`.png` of `PNG picture (*.png)`."""
    return kind[kind.rfind("*.") + 1 : kind.rfind(")")]


class Written(QEvent):
    """Sent to all that a widget lies in: this file was written."""

    kind = QEvent.Type(QEvent.registerEventType())

    def __init__(self, path: Path) -> None:
        super().__init__(self.kind)
        self.path = path


def tell_written(widget: QWidget, path: Path) -> None:
    """Tell all that `widget` lies in, up to the main window."""
    above: QWidget | None = widget
    while above is not None:
        QApplication.sendEvent(above, Written(path))
        above = above.parentWidget()


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
