"""Ten numbers, one for each digit, as bars: probabilities, or the linear layer's outputs."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme

LABEL, MARGIN = 18, 6


class BarsView(QWidget):
    """One row a digit: the digit, a bar, the number.

    With `signed` the bars leave a middle line to both sides and numbers are written as they are; else they are
    parts of 1, written in per cent.
    """

    def __init__(
        self, name: str, accessible: str, tip: str, signed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setToolTip(tip)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._signed = signed
        self._values: NDArray[np.float32] | None = None
        self._marked: int | None = None

    def sizeHint(self) -> QSize:
        """Ten lines of text."""
        return QSize(150, 160)

    def minimumSizeHint(self) -> QSize:
        """Ten narrow lines."""
        return QSize(120, 130)

    def set_values(self, values: NDArray[np.float32] | None, marked: int | None) -> None:
        """Show ten numbers, or none; row `marked` stands out."""
        self._values, self._marked = values, marked
        if values is not None:
            self.setAccessibleDescription(", ".join(f"{d}: {self._number(v)}" for d, v in enumerate(values.tolist())))
        self.update()

    def _number(self, value: float) -> str:
        return f"{value:+.2f}" if self._signed else f"{100 * value:.1f} %"

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ten rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        height = self.height() / 10
        font = theme.monospaced(11 if height >= 14 else 10)
        painter.setFont(font)
        number_width = painter.fontMetrics().horizontalAdvance("+00.00" if self._signed else "100.0 %") + 2
        room = self.width() - LABEL - number_width - MARGIN
        largest = 1.0
        if self._signed and self._values is not None:
            largest = max(float(np.abs(self._values).max()), 1e-6)
        for digit in range(10):
            row = QRectF(0, digit * height, self.width(), height)
            marked = digit == self._marked
            painter.setPen(QColor(colours.text if marked else colours.dim))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(digit))
            bar_height = min(height * 0.45, 8.0)
            track = QRectF(LABEL, row.center().y() - bar_height / 2, room, bar_height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.raised))
            painter.drawRoundedRect(track, 2, 2)
            if self._values is None:
                continue
            value = float(self._values[digit])
            painter.setBrush(QColor(colours.accent if marked else colours.dim))
            painter.drawRoundedRect(self._bar(track, value / largest), 2, 2)
            painter.setPen(QColor(colours.text if marked else colours.dim))
            painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._number(value))
        painter.end()

    def _bar(self, track: QRectF, part: float) -> QRectF:
        if not self._signed:
            return QRectF(track.left(), track.top(), max(track.width() * part, 1.5), track.height())
        middle, half = track.center().x(), track.width() / 2
        return QRectF(min(middle, middle + half * part), track.top(), max(abs(half * part), 1.0), track.height())
