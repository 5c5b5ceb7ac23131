"""Qt's pictures to arrays and back."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage


def grey_image(grey: NDArray[np.uint8]) -> QImage:
    """A picture with its own memory from `grey` (height, width), 0…255."""
    height, width = grey.shape
    # the copy is taken since a QImage over an array's memory does not keep the array alive
    return QImage(np.ascontiguousarray(grey).data, width, height, width, QImage.Format.Format_Grayscale8).copy()


def to_pixels(source: QMimeData | QImage) -> NDArray[np.uint8] | None:
    """RGBA pixels (height, width, 4) of a picture, or of what was dropped or copied; None where there is none.

    Very large pictures come averaged down.

    Raises:
        InputError: a file was dropped that is no picture, or there are too many pixels.
    """
    from model.drawing.pixels import (  # brings Pillow, which the start of the program can do without
        averaged,
        read_picture,
    )

    if isinstance(source, QMimeData):
        files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        if files:
            return read_picture(files[0])
        image = source.imageData()
        if not isinstance(image, QImage):
            return None
        source = image
    if source.isNull():
        return None
    image = source.convertToFormat(QImage.Format.Format_RGBA8888)
    # rows are padded to bytesPerLine, and the memory is Qt's: take a copy
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return averaged(rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4).copy())
