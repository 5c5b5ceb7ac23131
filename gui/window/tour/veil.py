"""Darkens all of the window but one place. The mouse goes through."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.style import theme

ROUND, AROUND = 8, 5  # pixels: corners, and room left around the place
DARKNESS = {"dark": 140, "light": 90}  # of 255


class Veil(QWidget):
    """Lies over its parent, with a framed hole at `hole`; nothing is hidden while there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tourVeil")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hole = QRect()

    @property
    def hole(self) -> QRect:
        """What can be seen clearly."""
        return self._hole

    def show_hole(self, place: QRect) -> None:
        """Leave `place` clear, or nothing where it is empty."""
        if place != self._hole:
            self._hole = place
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dark, but for the hole; a frame around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        around = QPainterPath()
        around.setFillRule(Qt.FillRule.OddEvenFill)
        around.addRect(QRectF(self.rect()))
        clear = QRectF(self._hole.adjusted(-AROUND, -AROUND, AROUND, AROUND)).intersected(
            QRectF(self.rect()).adjusted(1, 1, -1, -1)
        )
        if not self._hole.isEmpty():
            around.addRoundedRect(clear, ROUND, ROUND)
        painter.fillPath(around, QColor(0, 0, 0, DARKNESS[theme.current().name]))
        if not self._hole.isEmpty():
            painter.setPen(QPen(QColor(theme.current().accent), 2))
            painter.drawRoundedRect(clear, ROUND, ROUND)
        painter.end()
