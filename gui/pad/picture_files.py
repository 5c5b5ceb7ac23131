"""Pictures between the pad and files, clipboard and drops."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject
from PySide6.QtGui import QImage

from gui.language.sentences import sentence
from gui.session.session import Session
from gui.widgets.pictures import to_pixels
from model.drawing.ink import Picture
from model.files import InputError, write_atomically


class PictureFiles(QObject):
    """Puts pictures on the session's pad and saves what is on it; on a fault the session's `failed` says why."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def put(self, source: QMimeData | QImage | Path) -> None:
        """Lay a picture on the pad: from a file, the clipboard or a drop."""
        from model.drawing.picture import ink_from_pixels, read_picture  # not needed at the start

        try:
            pixels = read_picture(source) if isinstance(source, Path) else to_pixels(source)
            if pixels is None:
                self._session.failed.emit(self.tr("There is no picture there; copy or drop a picture file."))
                return
            ink = ink_from_pixels(pixels)
        except InputError as error:
            self._session.failed.emit(sentence(error))
            return
        self._session.drawing.put_picture(Picture((ink * 255).round().astype("uint8")))

    def save(self, path: Path, image: QImage) -> None:
        """Write `image` to `path` as PNG."""
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        try:
            write_atomically(path.with_suffix(".png"), bytes(content.data()))
        except InputError as error:
            self._session.failed.emit(sentence(error))
