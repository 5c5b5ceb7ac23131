"""Pictures that are kept and painted behind what changes in a widget."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget


def size_of(widget: QWidget, height: int | None = None) -> QSize:
    """The size of such a picture in the screen's pixels; an edge that falls between two of them takes both.

    `height` in the widget's pixels, where it does not reach down to the end.
    """
    size = QSize(widget.width(), widget.height() if height is None else height)
    return size * widget.devicePixelRatioF() + QSize(1, 1)


def backdrop(widget: QWidget, colour: QColor, height: int | None = None) -> QPixmap:
    """A picture of this size in one colour."""
    made = QPixmap(size_of(widget, height))
    made.setDevicePixelRatio(widget.devicePixelRatioF())
    made.fill(colour)
    return made
