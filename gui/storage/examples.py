"""The user's own examples: drawings with the digit that was meant, kept in a file in the user's data folder."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gui.language.sentences import sentence
from gui.storage.paths import data_folder
from model.drawing.drawings import Drawing, read_drawings, write_drawings
from model.files import InputError


class Examples(QObject):
    """`drawings`, as the file has them. `failed` carries a sentence for the user."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drawings: list[Drawing] = []

    def file(self) -> Path:
        """Where they are kept."""
        return data_folder() / "examples.jsonl"

    def load(self) -> None:
        """Read what was kept; a damaged file is put aside, not overwritten, and `failed` says where."""
        path = self.file()
        try:
            self.drawings = list(read_drawings(path)) if path.exists() else []
        except InputError as error:
            aside = path.with_name(f"examples-damaged-{datetime.now():%Y%m%d-%H%M%S}.jsonl")
            path.rename(aside)
            self.drawings = []
            self.failed.emit(self.tr("{0} Your examples were put aside as {1}.").format(sentence(error), aside))
        self.changed.emit()

    def add(self, drawing: Drawing) -> None:
        """Keep `drawing`; one without ink is refused."""
        if not drawing.ink().any():
            self.failed.emit(self.tr("There is nothing on the pad; draw the digit, or open a picture of it, first."))
            return
        self.load()  # another window may have added some
        self._keep([*self.drawings, drawing])

    def remove(self, number: int) -> None:
        """Forget drawing `number`."""
        self._keep([drawing for n, drawing in enumerate(self.drawings) if n != number])

    def _keep(self, drawings: list[Drawing]) -> None:
        try:
            write_drawings(self.file(), drawings)
        except InputError as error:
            self.failed.emit(sentence(error))
            return
        self.drawings = drawings
        self.changed.emit()
