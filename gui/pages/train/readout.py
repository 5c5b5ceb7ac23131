"""A line of numbers in the colours of their curves: legend and values under the cursor in one, painted at once."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.style import theme

GAP, SWATCH = 12, 10

Part = tuple[str, str]  # a text and what it stands for: series, accent, faint (with a line in that colour), text or dim


class Readout(QWidget):
    """Shows parts from left to right, as many as there is room for."""

    def __init__(self, name: str, accessible: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.parts: tuple[Part, ...] = ()

    def show_parts(self, *parts: Part) -> None:
        """Show these."""
        if parts != self.parts:
            self.parts = parts
            self.setAccessibleDescription(self.text())
            self.update()

    def text(self) -> str:
        """All that is shown, as plain text."""
        return " · ".join(text for text, _ in self.parts)

    def _written(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.scaled(12))
        return font

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, QFontMetrics(self._written()).height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Part by part; the first one that does not fit ends in …, and none follows."""
        painter = QPainter(self)
        painter.setFont(self._written())
        colours, metrics, x = theme.current(), painter.fontMetrics(), 0
        for text, role in self.parts:
            colour = QColor(getattr(colours, role))
            if role in ("series", "accent", "faint"):
                if x + SWATCH + 40 > self.width():
                    break
                painter.fillRect(QRect(x, self.height() // 2 - 1, SWATCH, 2), colour)
                x += SWATCH + 5
            painter.setPen(QColor(colours.dim) if role == "faint" else colour)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width() - x)
            painter.drawText(QRect(x, 0, self.width() - x, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            x += metrics.horizontalAdvance(shown) + GAP
            if shown != text:
                break
        painter.end()
