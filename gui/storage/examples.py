"""The user's own examples: drawings with the digit that was meant, kept in a file in the user's data folder."""

import os
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gui.language.sentences import sentence
from gui.storage.paths import data_folder
from model.drawing.drawings import Drawing, Sorted, drawing_to_json, sort_drawings, write_drawings
from model.files import InputError, why, write_atomically


class Examples(QObject):
    """`drawings`, as the file has them; `newest` was kept last, until it is learned. `failed` carries a sentence."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drawings: list[Drawing] = []
        self.newest: Drawing | None = None

    def file(self) -> Path:
        """Where they are kept."""
        return data_folder() / "examples.jsonl"

    def load(self) -> None:
        """Read what was kept. What cannot be read is put aside, not overwritten, and `failed` says where."""
        self.drawings = []
        if os.path.lexists(self.file()):
            try:
                self._load()
            except (InputError, OSError) as error:
                self.failed.emit(sentence(error) if isinstance(error, InputError) else why(error))
        self.changed.emit()

    def _load(self) -> None:
        path, aside = self.file(), self._aside()
        try:
            found = sort_drawings(path)
        except InputError as error:
            found = Sorted([], [], error)
        self.drawings = found.drawings
        if found.fault is None:
            return
        if found.drawings:
            write_atomically(aside, b"\n".join(line.rstrip(b"\n") for line in found.bad) + b"\n")
            write_drawings(path, found.drawings)
            text = self.tr("{0} Lines that cannot be read were put aside as {1}; your other examples are there.")
        else:
            path.rename(aside)
            text = self.tr("{0} Your examples were put aside as {1}.")
        self.failed.emit(text.format(sentence(found.fault), aside))

    def _aside(self) -> Path:
        aside = self.file().with_name(f"examples-damaged-{datetime.now():%Y%m%d-%H%M%S}.jsonl")
        while os.path.lexists(aside):  # more than once in the same second
            aside = aside.with_stem(aside.stem + "-again")
        return aside

    def add(self, drawing: Drawing) -> None:
        """Keep `drawing`; one without ink is refused."""
        if not drawing.ink().any():
            self.failed.emit(self.tr("There is nothing on the pad; draw the digit, or open a picture of it, first."))
            return
        self.load()  # another window may have added some
        self.newest = drawing
        self._keep([*self.drawings, drawing])

    def remove(self, number: int) -> None:
        """Forget drawing `number`; what another window has added or removed meanwhile stays as that left it."""
        wanted = drawing_to_json(self.drawings[number])
        self.load()
        same = [n for n, drawing in enumerate(self.drawings) if drawing_to_json(drawing) == wanted]
        if same:
            gone = min(same, key=lambda n: abs(n - number))
            self._keep([drawing for n, drawing in enumerate(self.drawings) if n != gone])

    def learned(self) -> None:
        """The network in use has learned from all of them."""
        self.newest = None
        self.changed.emit()

    def _keep(self, drawings: list[Drawing]) -> None:
        try:
            write_drawings(self.file(), drawings)
        except InputError as error:
            self.failed.emit(sentence(error))
            return
        self.drawings = drawings
        self.changed.emit()
