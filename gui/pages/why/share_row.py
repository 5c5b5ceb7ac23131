"""One map's share of the lead: its number, where it lies, what its filter fires most on, a bar; all maps as a strip."""

from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from gui.pages.why.tiles import Grey, frame, lead_image, side, thumb
from gui.style import theme
from gui.style.glyphs import draw

Array = NDArray[np.float32]
NUMBER, VALUE, BAR, GAP, PATCHES = 36, 48, 56, 4, 3  # pixels; pieces of training digits
LARGEST = 64  # pixels: side of an image


@dataclass(frozen=True, eq=False)
class Share:
    """A map's number, what each of its numbers gives (h, w), its sum, and pieces of digits (side, side) uint8."""

    channel: int
    where: Array
    value: float
    pieces: tuple[Grey, ...]


class ShareRow(QAbstractButton):
    """A row that can be pressed. `span` is the largest number of any map, `most` the largest share."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setToolTip(
            self.tr("Where this map speaks, and on which training digits its filter fires most. Click: look inside.")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.share: Share | None = None
        self._span, self._most, self._answer = 1.0, 1.0, True

    def sizeHint(self) -> QSize:
        """Images of 40 pixels."""
        return QSize(280, 44)

    def minimumSizeHint(self) -> QSize:
        """Images that can just be told apart."""
        return QSize(NUMBER + VALUE + BAR + 4 * 20, 28)

    def show_share(self, share: Share, span: float, most: float) -> None:
        """Show this map."""
        self.share, self._span, self._most, self._answer = share, span, most, share.value >= 0
        self.setAccessibleName(self.tr("map {0}: {1}").format(share.channel, f"{share.value:+.2f}"))
        self.update()

    @property
    def side(self) -> int:
        """The side of an image in pixels."""
        room = (self.width() - NUMBER - VALUE - BAR - 3 * GAP - 2 * 8) // (PATCHES + 1)
        return max(min(self.height() - GAP, room, LARGEST), 12)

    def columns(self) -> tuple[float, float, float]:
        """Where the small map begins, where the pieces, where the bar."""
        pieces = NUMBER + self.side + 8
        return float(NUMBER), float(pieces), float(pieces + PATCHES * (self.side + 2) + 8)

    def enterEvent(self, event: QEnterEvent) -> None:
        """It is pointed at."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """No more."""
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """It has the keyboard."""
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Number, map, pieces, bar, value."""
        colours, share = theme.current(), self.share
        if share is None:
            return
        painter = QPainter(self)
        pointed = self.underMouse() or self.hasFocus()
        edge, s = self.side, self.side
        top = (self.height() - edge) // 2
        where, pieces, bar = self.columns()
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QColor(colours.dim))
        words = QRectF(0, top, NUMBER, edge / 2)
        painter.drawText(words, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, self.tr("map"))
        painter.setPen(QColor(colours.text))
        painter.setFont(theme.monospaced(12))
        draw(painter, 0, top + edge / 2, NUMBER, edge / 2, str(share.channel), 12, 0.0)
        place = QRectF(where, top, s, s)
        painter.drawImage(place, lead_image(share.where, self._span))
        frame(painter, place, QColor(colours.line))
        for number in range(PATCHES):
            place = QRectF(pieces + number * (s + 2), top, s, s)
            painter.fillRect(place, QColor("black") if number < len(share.pieces) else QColor(colours.raised))
            if number < len(share.pieces):
                painter.drawImage(place.topLeft(), thumb(share.pieces[number], s, self.devicePixelRatioF()))
        room = max(self.width() - bar - VALUE - 6, 8)
        part = abs(share.value) / self._most
        long = max(room * min(part, 1.0), 2.0) if isfinite(part) else 2.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(side(self._answer))
        painter.drawRoundedRect(QRectF(bar, self.height() / 2 - 6, long, 12), 2, 2)
        painter.setPen(QColor(colours.text))
        draw(painter, bar + long + 6, 0, VALUE, self.height(), f"{share.value:+.2f}", 12, 0.0)
        if pointed:
            frame(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), QColor(colours.series))
        painter.end()


class MapsStrip(QWidget):
    """All maps by their share, a thin bar each. Arrow keys go along; a click or Return is `chosen` with the number."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mapsStrip")
        self.setAccessibleName(self.tr("The share of every map"))
        self.setToolTip(self.tr("Every map's share, the one most for the answer first. Click: look inside."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._order: list[int] = []
        self._values: list[float] = []
        self.at: int | None = None

    def sizeHint(self) -> QSize:
        """Low."""
        return QSize(240, 50)

    def minimumSizeHint(self) -> QSize:
        """Lower."""
        return QSize(100, 30)

    def show_shares(self, order: list[int], maps: NDArray[np.float64]) -> None:
        """The shares `maps` (channels,) in this order."""
        self._order, self._values = order, maps[order].tolist()
        if self.at is not None and self.at >= len(order):
            self.at = None
        self.update()

    def words(self) -> str:
        """About the map that is pointed at."""
        if self.at is None:
            return ""
        return self.tr("map {0}: {1}").format(self._order[self.at], f"{self._values[self.at]:+.3f}")

    def _point(self, at: int | None) -> None:
        if at != self.at:
            self.at = at
            self.setAccessibleDescription(self.words())
            self.update()

    def _find(self, position: QPointF) -> int | None:
        count = len(self._order)
        at = int(position.x() * count / max(self.width(), 1))
        return at if 0 <= at < count else None

    def event(self, event: QEvent) -> bool:
        """The tip is about the bar under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words()
            QToolTip.showText(event.globalPos(), f"{words}\n{self.toolTip()}" if words else self.toolTip(), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which bar is under the pointer."""
        self._point(self._find(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing is pointed at."""
        self._point(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the map."""
        at = self._find(event.position())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self._order[at])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go along, Return opens."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and self._order:
            at = 0 if self.at is None else self.at + steps[key]
            self._point(min(max(at, 0), len(self._order) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.at is not None:
            self.chosen.emit(self._order[self.at])
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A bar for each map, up for the answer, down for the rival."""
        colours = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.panel))
        if self._values:
            values = [value if isfinite(value) else 0.0 for value in self._values]
            highest, lowest = max(0.0, *values), min(0.0, *values)
            scale = (self.height() - 2) / max(highest - lowest, 1e-9)
            zero, wide = 1 + highest * scale, self.width() / len(values)
            for number, value in enumerate(values):
                bar = QRectF(number * wide, zero - max(value, 0) * scale, max(wide - 1, 1), max(abs(value) * scale, 1))
                painter.fillRect(bar, QColor(colours.text) if number == self.at else side(value >= 0))
            if self.at is not None:
                painter.setPen(QColor(colours.text))
                draw(painter, 0, 0, self.width() - 2, 16, self.words(), 11, 1.0)
        if self.hasFocus():
            frame(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), QColor(colours.series))
        painter.end()
