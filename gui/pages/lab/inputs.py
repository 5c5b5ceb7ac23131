"""Where the lab's input comes from: numbers by chance, the drawing, a picture file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from gui.language.sentences import sentence
from gui.session.session import Session
from model.files import InputError
from model.lab import settings as lab_settings
from model.lab.lab import Lab


class LabInputs(QObject):
    """Puts an input under the layer that `now` gives and hands the result to `put`; `seed` gives another each time."""

    def __init__(
        self, session: Session, now: Callable[[], Lab], put: Callable[[Lab], None], seed: Callable[[], int]
    ) -> None:
        super().__init__(session)
        self._session, self._now, self._put, self._seed = session, now, put, seed

    def use_numbers(self) -> None:
        """New numbers by chance."""
        self._put(lab_settings.with_numbers(self._now(), self._seed()))

    def use_drawing(self) -> None:
        """The drawing as the network sees it; where there is none, nothing happens."""
        snapshot = self._session.display.snapshot
        if snapshot is not None and snapshot.image is not None:
            self._put(lab_settings.with_picture(self._now(), snapshot.image[None], self._seed()))

    def use_picture(self, path: Path) -> None:
        """A picture file in colour; the session says why where it cannot be read."""
        from model.drawing.pixels import read_picture  # brings Pillow, which the start of the program can do without

        try:
            picture = lab_settings.colour_picture(read_picture(path))
        except InputError as error:
            self._session.failed.emit(sentence(error))
            return
        self._put(lab_settings.with_picture(self._now(), picture, self._seed()))
