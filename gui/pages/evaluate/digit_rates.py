"""How well each digit is read: a dot for the rate, a line for the interval it is known to. Knows no network."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.style import theme
from gui.widgets import class_names
from model.data_set import DIGITS

Rates = list[tuple[float, float, float] | None]
LABEL, NUMBER, AXIS = 20, 54, 18
NAMES = 0.4  # of the width, the most that names may take


class DigitRates(QWidget):
    """Ten rows with one axis below them; it ends at 100 % and begins where the worst interval does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("digitRates")
        self.setAccessibleName(self.tr("Accuracy of each digit"))
        self.setToolTip(
            self.tr("Of the images of each digit, how many were read right; the lines are 95 % confidence intervals")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._rates: Rates = []
        self._seconds: Rates = []
        self._names: Sequence[str] = DIGITS

    def show_rates(self, rates: Rates, names: Sequence[str] = DIGITS, seconds: Rates | None = None) -> None:
        """Show rate, lower and upper end (0…1) for each digit; None where there was none. An empty list shows none.

        `names` are those of the classes, `seconds` the rates of a second network, below the first ones.
        """
        self._rates, self._names, self._seconds = rates, names, seconds or []
        said = (f"{name}: {100 * r[0]:.1f} %" for name, r in zip(names, rates, strict=False) if r is not None)
        self.setAccessibleDescription(", ".join(said))
        self.update()

    def sizeHint(self) -> QSize:
        """Eleven lines."""
        return QSize(200, 10 * theme.room(19) + theme.room(AXIS))

    def minimumSizeHint(self) -> QSize:
        """Eleven low lines."""
        return QSize(160, 10 * theme.room(14) + theme.room(AXIS))

    def _low(self) -> float:
        """Where the axis begins: a round number of points of one figure below 100."""
        missing = 100 - 100 * min((rate[1] for rate in [*self._rates, *self._seconds] if rate is not None), default=0.9)
        step = 10.0 ** math.floor(math.log10(max(missing, 0.1)))
        return max(100 - step * math.ceil(missing / step), 0.0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Rows, then the axis."""
        colours = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.panel))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.monospaced(theme.scaled(11)))
        low = self._low()
        label = class_names.room(self._names, painter.font(), theme.room(LABEL), NAMES * self.width())
        left, room = label + 4, self.width() - label - theme.room(NUMBER) - 12
        height = (self.height() - theme.room(AXIS)) / 10
        for digit in range(10):
            middle = (digit + 0.5) * height
            row = QRectF(0, digit * height, self.width(), height)
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(left, middle), QPointF(left + room, middle))
            painter.setPen(QColor(colours.dim))
            words = QRectF(0, row.top(), label, height)
            class_names.paint(painter, words, Qt.AlignmentFlag.AlignVCenter, self._names[digit])
            first, second = (each[digit] if digit < len(each) else None for each in (self._rates, self._seconds))
            apart = 2.5 if self._seconds else 0.0
            for rate, up, line, dot in (
                (second, apart, colours.series, colours.series),
                (first, -apart, colours.accent if self._seconds else colours.series, colours.accent),
            ):
                if rate is not None:
                    ends = [left + room * (100 * value - low) / max(100 - low, 1e-9) for value in rate]
                    painter.setPen(QPen(QColor(line), 2))
                    painter.drawLine(QPointF(ends[1], middle + up), QPointF(ends[2], middle + up))
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(QColor(dot))
                    painter.drawEllipse(QPointF(ends[0], middle + up), 3.5, 3.5)
            if first is not None:
                painter.setPen(QColor(colours.text))
                align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
                painter.drawText(row, align, f"{100 * first[0]:.1f} %")
        if self._rates:
            painter.setPen(QColor(colours.dim))
            axis = QRectF(left, self.height() - theme.room(AXIS), room, theme.room(AXIS))
            painter.drawText(axis, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), f"{low:g}")
            painter.drawText(axis, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom), "100 %")
        painter.end()
