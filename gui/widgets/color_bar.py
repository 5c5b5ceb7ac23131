"""A colour bar with the numbers its ends mean."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.style import colors, theme
from gui.style.glyphs import draw, laid_out

HEIGHT, BAR, NUMBERS, PIXELS = 16, 8, 44, 11


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
        self._painted = QPixmap()

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

    def changeEvent(self, event: QEvent) -> None:
        """The theme may have changed."""
        self._painted = QPixmap()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Number, colours, number."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().panel))
        pixels = theme.scaled(PIXELS)
        painter.setFont(theme.monospaced(pixels))
        painter.setPen(QColor(theme.current().dim))
        left, right = (laid_out(text, pixels).width + 6 for text in self._ends)
        for text, part in zip(self._ends, (0.0, 1.0), strict=True):
            draw(painter, 0, 0, self.width(), self.height(), text, pixels, part)
        size, ratio = QSize(max(self.width() - left - right, 1), BAR), self.devicePixelRatioF()
        if self._painted.size() != size * ratio:
            self._painted = self._paint_bar(size, ratio)
        painter.drawPixmap(left, (self.height() - BAR) // 2, self._painted)
        painter.end()

    def _paint_bar(self, size: QSize, ratio: float) -> QPixmap:
        """The colours with a line around them, kept: they change only with the bar's width."""
        painted = QPixmap(size * ratio)
        painted.setDevicePixelRatio(ratio)
        painter = QPainter(painted)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(0, 0, size.width(), size.height())
        painter.drawImage(place, self._bar)
        painter.setPen(QColor(theme.current().line))
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
        return painted


def _written(value: float | None) -> str:
    return "0" if not value else f"{value:.2f}"
