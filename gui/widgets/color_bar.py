"""A colour bar with the numbers its ends mean."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.style import colors, theme
from gui.style.glyphs import draw, laid_out

HEIGHT, BAR, NUMBERS, GAP, TEXT = 16, 6, 44, 6, 11  # pixels


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
        self._drawn = QPixmap()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(120, theme.room(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Both numbers and a little colour."""
        return QSize(2 * theme.room(NUMBERS) + 20, theme.room(HEIGHT))

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
        pixels = theme.scaled(TEXT)
        painter.setFont(theme.monospaced(pixels))
        painter.setPen(QColor(theme.current().dim))
        left, right = (laid_out(text, pixels).width + GAP for text in self._ends)
        for text, part in zip(self._ends, (0.0, 1.0), strict=True):
            draw(painter, 0, 0, self.width(), self.height(), text, pixels, part)
        painter.drawPixmap(left, (self.height() - BAR) // 2, self._colours(self.width() - left - right))
        painter.end()

    def _colours(self, width: int) -> QPixmap:
        """The bar in this width: painted anew only when the numbers leave it another."""
        size, ratio = QSize(max(width, 1), BAR), self.devicePixelRatioF()
        if self._drawn.size() != size * ratio:
            smooth = Qt.TransformationMode.SmoothTransformation
            scaled = self._bar.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            self._drawn = QPixmap.fromImage(scaled)
            self._drawn.setDevicePixelRatio(ratio)
        return self._drawn


def _written(value: float | None) -> str:
    return "0" if not value else f"{value:.2f}"
