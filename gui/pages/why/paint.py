"""Numbers and digits as small images, painted as squares that are never smoothed; the colours of answer and rival."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from gui.style import colors, theme
from gui.widgets.pictures import grey_image

THUMBS = 600  # images that stay drawn, 15 kB each
OPAQUE, GREYS = np.uint32(0xFF000000), np.uint32(0x010101)  # of Qt's 32-bit colours
Grey = NDArray[np.uint8]
Pixels = NDArray[np.uint32]  # (h, w), Qt's 32-bit colours


def ink_image(image: NDArray[np.float32]) -> QImage:
    """An image (h, w), 0…1, as grey."""
    return grey_image((np.clip(image, 0, 1) * np.float32(255) + np.float32(0.5)).astype(np.uint8))


def grey_pixels(image: NDArray[np.float32], part: float = 1.0) -> Pixels:
    """An image (h, w), 0…1, as grey up to `part` of white."""
    return OPAQUE | (np.clip(image, 0, 1) * np.float32(255 * part)).astype(np.uint32) * GREYS


def lead_pixels(values: NDArray[np.float32], span: float) -> Pixels:
    """Numbers (h, w) from -`span` (blue) to `span` (amber), dark at zero."""
    return colors.rgb_table("lead", 0).take(colors.indices(values, -max(span, 1e-9), max(span, 1e-9)))


def lead_image(values: NDArray[np.float32], span: float) -> QImage:
    """The same, a pixel for each number."""
    return _image(lead_pixels(values, span))


def enlarged(pixels: Pixels, side: int, ratio: float = 1.0) -> QImage:
    """`pixels` drawn `side` pixels large: Qt takes ten times as long to enlarge them while it draws."""
    count = max(round(side * ratio), 1)
    rows, columns = (np.arange(count) * size // count for size in pixels.shape)
    made = _image(pixels[rows].take(columns, axis=1))
    made.setDevicePixelRatio(ratio)
    return made


def _image(pixels: Pixels) -> QImage:
    height, width = pixels.shape
    # the copy is taken since a QImage over an array's memory does not keep the array alive
    return QImage(np.ascontiguousarray(pixels).data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def thumb(image: Grey, side: int, ratio: float = 1.0) -> QImage:
    """`image` (h, w) drawn `side` pixels large, squares never smoothed: the same digits are shown again and again."""
    made = _scaled(np.ascontiguousarray(image).tobytes(), image.shape, max(round(side * ratio), 1))
    made.setDevicePixelRatio(ratio)
    return made


@lru_cache(THUMBS)
def _scaled(content: bytes, shape: tuple[int, int], side: int) -> QImage:
    grey = QImage(content, shape[1], shape[0], shape[1], QImage.Format.Format_Grayscale8)
    return grey.scaled(side, side).convertToFormat(QImage.Format.Format_RGB32)


def frame(painter: QPainter, place: QRectF, colour: QColor, width: float = 1.0) -> None:
    """A thin frame around `place`."""
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))


def side(answer: bool | None) -> QColor:
    """The colour of the answer, of the rival, or of neither."""
    colours = theme.current()
    return QColor(colours.line if answer is None else colours.accent if answer else colours.series)
