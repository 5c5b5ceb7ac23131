"""How marks are painted: with Qt's round pen at any resolution, in pad units."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui.widgets.pictures import grey_image
from model.drawing.ink import PAD, Mark, Picture, Stroke

_AT_ONCE = 32  # points: Qt's time for a line grows with the square of their number


def pad_painter(canvas: QPixmap) -> QPainter:
    """A painter whose units on `canvas` are the pad's."""
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(canvas.width() / PAD, canvas.height() / PAD)
    return painter


def paint_mark(painter: QPainter, mark: Mark) -> None:
    """Paint one mark in pad units: round pen, white, or black for the eraser; pictures as they are."""
    if isinstance(mark, Picture):
        paint_ink(painter, mark.ink, smooth=False)
        return
    assert isinstance(mark, Stroke)
    colour = QColor("black" if mark.eraser else "white")
    points = [QPointF(x, y) for x, y in mark.points.tolist()]
    if mark.pressure is None:
        painter.setPen(
            QPen(colour, mark.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        if len(points) == 1:
            painter.drawPoint(points[0])
        for first in range(0, len(points) - 1, _AT_ONCE):
            painter.drawPolyline(points[first : first + _AT_ONCE + 1])
        return
    for n, (a, b) in enumerate(zip(points, points[1:] or points, strict=False)):
        width = mark.width * float(mark.pressure[n : n + 2].mean())
        painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(a, b)


def paint_ink(painter: QPainter, ink: NDArray[np.uint8], smooth: bool) -> None:
    """Paint ink (140, 140), 255 full, over the whole pad; as squares unless `smooth`."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    painter.drawImage(QRectF(0, 0, PAD, PAD), grey_image(ink))
