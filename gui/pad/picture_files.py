"""Pictures between the pad and files, clipboard and drops."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

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
        from model.drawing.picture import digits_on, on_pad  # not needed at the start
        from model.drawing.pixels import read_picture
        from model.drawing.whole import grey_of

        try:
            pixels = read_picture(source) if isinstance(source, Path) else to_pixels(source)
            if pixels is None:
                self._session.failed.emit(self.tr("There is no picture there; copy or drop a picture file."))
                return
            if not self._session.display.data.digits:
                self._session.drawing.put_picture(Picture.of_image(grey_of(pixels)))
                return
            digits = digits_on(pixels)
        except InputError as error:
            self._session.failed.emit(sentence(error))
            return
        if not digits:
            self._session.failed.emit(
                self.tr("Nothing was found on the picture: it is empty or too faint. The pad keeps what was there.")
            )
            return
        self._session.drawing.put_picture(on_pad(digits))

    def paste(self) -> None:
        """Lay the picture in the clipboard on the pad."""
        self.put(QGuiApplication.clipboard().mimeData())

    def save(self, path: Path, image: QImage) -> None:
        """Write `image` to `path` as PNG."""
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"PNG")).write(image)
        try:
            write_atomically(path, bytes(content.data()))
        except InputError as error:
            self._session.failed.emit(sentence(error))
        else:
            self._session.saved.emit(path)
