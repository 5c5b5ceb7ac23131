"""How marks are painted: with Qt's round pen at any resolution, in pad units; and what lies on them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui.session.digits import Seen
from gui.style import theme
from gui.widgets.pictures import grey_image
from model.drawing.ink import PAD, Mark, Picture, Stroke

RING = 3  # pixels that the ring around the pen, or a soft edge, reaches beyond it
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


def paint_digits(painter: QPainter, square: QRectF, digits: list[tuple[Seen, QRectF]]) -> None:
    """Frame each of several digits on a pad that fills `square`, and write its answer into its place."""
    scale = square.width() / PAD
    for seen, place in digits:
        left, top, right, bottom = (edge * scale for edge in seen.box)
        colour = QColor(theme.DARK.accent if seen.looked_at else "#7d8796")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 1.5 if seen.looked_at else 1))
        painter.drawRect(QRectF(left, top, right - left, bottom - top).translated(square.topLeft()))
        painter.fillRect(place, colour)
        painter.setPen(QColor("black"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "?" if seen.digit is None else str(seen.digit))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def way(points: list[QPointF], width: float, square: QRectF) -> QRect:
    """What a pen of `width` covers between two points in pad units, its ring too, on a pad that fills `square`."""
    scale = square.width() / PAD
    places = [square.topLeft() + point * scale for point in points]
    room = width / 2 * scale + RING
    return QRectF(places[0], places[-1]).normalized().adjusted(-room, -room, room, room).toAlignedRect()
