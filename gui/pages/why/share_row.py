"""One map's share of the lead: its number, where it lies, what its filter fires most on, a bar."""

from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from gui.pages.why.paint import Grey, enlarged, frame, lead_pixels, side, thumb
from gui.style import theme
from gui.style.glyphs import draw, face, line
from gui.widgets.backdrop import backdrop

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

    @property
    def looks(self) -> tuple[int, ...]:
        """The same for shares of the same map with the same pieces."""
        return self.channel, *map(id, self.pieces)


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
        self._ground: QPixmap | None = None  # what stays while the pen moves, as long as it is the same map
        self._span, self._most, self._answer = 1.0, 1.0, True

    def sizeHint(self) -> QSize:
        """Images of 40 pixels."""
        return QSize(280, 44)

    def minimumSizeHint(self) -> QSize:
        """Images that can just be told apart."""
        return QSize(theme.room(NUMBER + VALUE) + BAR + 4 * 20, theme.room(28))

    def show_share(self, share: Share, span: float, most: float) -> None:
        """Show this map."""
        if self.share is None or share.looks != self.share.looks:
            self._ground = None
        self.share, self._span, self._most, self._answer = share, span, most, share.value >= 0
        self.setAccessibleName(self.tr("map {0}: {1}").format(share.channel, f"{share.value:+.2f}"))
        self.update()

    @property
    def side(self) -> int:
        """The side of an image in pixels."""
        room = (self.width() - theme.room(NUMBER + VALUE) - BAR - 3 * GAP - 2 * 8) // (PATCHES + 1)
        return max(min(self.height() - GAP, room, LARGEST), 12)

    def columns(self) -> tuple[float, float, float]:
        """Where the small map begins, where the pieces, where the bar."""
        pieces = theme.room(NUMBER) + self.side + 8
        return float(theme.room(NUMBER)), float(pieces), float(pieces + PATCHES * (self.side + 2) + 8)

    def event(self, event: QEvent) -> bool:
        """Qt's style lets what a button lies in be painted before it; here that would be the whole window."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange):
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
            self._ground = None  # another theme has other colours
        return done

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """All has another place."""
        self._ground = None

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
        share, edge, ratio = self.share, self.side, self.devicePixelRatioF()
        painter = QPainter(self)
        if share is None:
            painter.fillRect(self.rect(), QColor(theme.current().panel))
        else:
            self._ground = self._ground or self._painted_ground(share)
            painter.drawPixmap(0, 0, self._ground)
            at = QPointF(self.columns()[0], (self.height() - edge) // 2)
            painter.drawImage(at, enlarged(lead_pixels(share.where, self._span), edge, ratio))
            self._paint_bar(painter, share)
            if self.underMouse() or self.hasFocus():
                frame(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), QColor(theme.current().series))
        painter.end()

    def _painted_ground(self, share: Share) -> QPixmap:
        """The map's number, a frame for its numbers, and the pieces."""
        colours, edge, ratio = theme.current(), self.side, self.devicePixelRatioF()
        ground = backdrop(self, QColor(colours.panel))
        painter = QPainter(ground)
        top, (where, pieces, _) = (self.height() - edge) // 2, self.columns()
        word = line(self.tr("map"), theme.scaled(11))
        painter.setFont(word.font)
        painter.setPen(QColor(colours.dim))
        painter.drawStaticText(0, top + edge // 2 - round(word.text.size().height()), word.text)
        painter.setPen(QColor(colours.text))
        painter.setFont(face(theme.scaled(12), numbers=True))
        draw(painter, 0, top + edge / 2, NUMBER, edge / 2, str(share.channel), theme.scaled(12), 0.0)
        frame(painter, QRectF(where, top, edge, edge), QColor(colours.line))
        for number in range(PATCHES):
            left = pieces + number * (edge + 2)
            if number < len(share.pieces):
                painter.drawImage(QPointF(left, top), thumb(share.pieces[number], edge, ratio))
            else:
                painter.fillRect(QRectF(left, top, edge, edge), QColor(colours.raised))
        painter.end()
        return ground

    def _paint_bar(self, painter: QPainter, share: Share) -> None:
        bar = self.columns()[2]
        room = max(self.width() - bar - theme.room(VALUE) - 6, 8)
        part = abs(share.value) / self._most
        long = max(room * min(part, 1.0), 2.0) if isfinite(part) else 2.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(side(self._answer))
        painter.drawRoundedRect(QRectF(bar, self.height() / 2 - 6, long, 12), 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QColor(theme.current().text))
        painter.setFont(face(theme.scaled(12), numbers=True))
        draw(painter, bar + long + 6, 0, VALUE, self.height(), f"{share.value:+.2f}", theme.scaled(12), 0.0)
