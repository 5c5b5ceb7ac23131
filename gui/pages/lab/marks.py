"""What is laid over the cells of a grid, kept since it only moves: the kernel's frame, and cells that are lit."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui.style import theme

EDGE = 2  # pixels that a frame reaches beyond its cells


def canvas(width: int, height: int, ratio: float, behind: QColor) -> QPixmap:
    """An empty picture of so many pixels of the widget."""
    picture = QPixmap(QSize(width, height) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(behind)
    return picture


@lru_cache(40)
def window_frame(
    rows: int, columns: int, side: int, dilation: int, numbers: bool, ratio: float, colour: str, dim: str
) -> QPixmap:
    """A frame around each cell that the kernel reads, and a cross in those that dilation jumps over.

    Where the cells show no `numbers` there is one frame around all of them, dark at its edges, or amber would be lost
    on orange; and each cell that is read is filled if there are others between. The first cell begins at `EDGE`.
    """
    picture = canvas(columns * side + 2 * EDGE, rows * side + 2 * EDGE, ratio, QColor(Qt.GlobalColor.transparent))
    painter = QPainter(picture)
    painter.translate(EDGE - 1, EDGE - 1)
    pen = QPen(QColor(colour), 2 if side < 60 else 3)
    if not numbers:
        for edge in (QPen(QColor(theme.DARK.window), 4), pen):
            painter.setPen(edge)
            painter.drawRect(1, 1, columns * side, rows * side)
    else:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for row in range(rows):
        for column in range(columns):
            rect = QRectF(column * side, row * side, side, side).adjusted(2.5, 2.5, -0.5, -0.5)
            read = row % dilation == 0 and column % dilation == 0
            if read and numbers:
                painter.setPen(pen)
                painter.drawRoundedRect(rect, 3, 3)
            elif read and dilation > 1:
                faint = QColor(colour)
                faint.setAlpha(150)
                painter.fillRect(rect, faint)
            elif not read and numbers:
                painter.setPen(QPen(QColor(dim), 1.5))
                painter.drawLine(rect.topLeft() + QPointF(3, 3), rect.bottomRight() - QPointF(3, 3))
                painter.drawLine(rect.topRight() + QPointF(-3, 3), rect.bottomLeft() + QPointF(3, -3))
    painter.end()
    return picture


@lru_cache(20)
def lit_cell(side: int, ratio: float, colour: str) -> QPixmap:
    """What is laid over a cell that is lit."""
    picture = canvas(side, side, ratio, QColor(Qt.GlobalColor.transparent))
    painter = QPainter(picture)
    fill = QColor(colour)
    fill.setAlpha(70)
    painter.fillRect(1, 1, max(side - 2, 1), max(side - 2, 1), fill)
    if side > 8:
        painter.setPen(QPen(QColor(colour), 2))
        painter.drawRect(3, 3, side - 7, side - 7)
    painter.end()
    return picture
