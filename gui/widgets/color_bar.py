"""A colour bar with the numbers its ends mean."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.style import colors, theme

HEIGHT, BAR, NUMBERS = 16, 6, 44


class ColorBar(QWidget):
    """From the lowest number on the left to the highest on the right; text instead of numbers where scales differ."""

    def __init__(self, name: str, table: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        data = colors.table(table).tobytes()
        self._bar = QImage(data, colors.LEVELS, 1, 3 * colors.LEVELS, QImage.Format.Format_RGB888).copy()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # or all that lies behind is painted first
        self._ends = ("", "")

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(120, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Both numbers and a little colour."""
        return QSize(2 * NUMBERS + 20, HEIGHT)

    def set_range(self, low: float | None, high: float | None) -> None:
        """Show these ends; None where every tile has its own."""
        own = low is None or high is None
        ends = (self.tr("min"), self.tr("max")) if own else (_written(low), _written(high))
        if ends != self._ends:
            self._ends = ends
            self.setAccessibleName(self.tr("Colours from {0} to {1}").format(*ends))
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Number, colours, number."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().panel))
        painter.setFont(theme.monospaced(11))
        painter.setPen(QColor(theme.current().dim))
        widths = [painter.fontMetrics().horizontalAdvance(text) + 6 for text in self._ends]
        flags = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), flags | Qt.AlignmentFlag.AlignLeft, self._ends[0])
        painter.drawText(self.rect(), flags | Qt.AlignmentFlag.AlignRight, self._ends[1])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        bar = QRectF(widths[0], (self.height() - BAR) / 2, self.width() - sum(widths), BAR)
        painter.drawImage(bar, self._bar)
        painter.setPen(QColor(theme.current().line))
        painter.drawRect(bar.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()


def _written(value: float | None) -> str:
    return "0" if not value else f"{value:.2f}"
