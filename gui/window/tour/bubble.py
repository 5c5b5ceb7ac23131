"""What the tour says, in a bubble beside what it is about."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.style import theme
from gui.widgets.controls import button, label
from gui.widgets.explain import explain
from gui.window.hints import WindowHints

WIDTH, ROUND = 350, 10  # pixels
TIP = 13  # pixels: how far the tip stands out, and half its base
AWAY = 6  # pixels from the frame of what it points at


class Bubble(QFrame):
    """Title, number, words, and three buttons, which whoever makes it connects."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tourBubble")
        self.setAccessibleName(self.tr("Tour"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._target = QRect()
        self.title, self._number = label("", "title", "tourTitle"), label("", "dim", "tourNumber")
        self._words = label("", "", "tourWords", wrap=True)
        self._waits = label("", "dim", "tourWaits", wrap=True)
        self.leave = button(
            "tourEndButton", self.tr("End the tour"), self.tr("Leave it here (Escape); the drawing stays"), None, "link"
        )
        self.back = button("tourBackButton", self.tr("Back"), self.tr("To the step before"), None, "small")
        self.show_me = button("tourShowButton", self.tr("Show me"), self.tr("Do this step for me"), None, "badge")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self._number)
        foot.addWidget(self.leave)
        foot.addStretch()
        foot.addWidget(self.back)
        foot.addWidget(self.show_me)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(TIP + 15, TIP + 11, TIP + 15, TIP + 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addSpacing(4)
        column.addWidget(self._waits)
        column.addSpacing(2)
        column.addLayout(foot)
        explain(self, WindowHints(self).all())

    def say(self, title: str, number: str, words: str, waits: str) -> None:
        """Show these words; the size follows."""
        self.title.setText(title)
        self._number.setText(number)
        self._words.setText(words)
        self._waits.setText(waits)
        self._waits.setVisible(bool(waits))
        self.setAccessibleDescription(f"{title}. {words} {waits}")
        width = theme.room(WIDTH) + 2 * TIP
        self.ensurePolished()
        self._column.activate()
        self.setFixedSize(width, self._column.totalHeightForWidth(width))

    def stand_by(self, target: QRect, room: QRect) -> None:
        """Stand beside `target`, within `room`, wherever the most room is; in its middle where there is no target."""
        place = beside(target, self.width(), self.height(), room)
        if (target, place) != (self._target, self.pos()):
            self._target = target
            self.move(place)
            self.update()

    def _tip(self, box: QRectF) -> QPolygonF:
        """The triangle between the bubble and what it points at; none where it points at nothing."""
        target = QRectF(self._target.translated(-self.pos()))
        if target.isEmpty() or target.intersects(box):
            return QPolygonF()
        x = min(max(target.center().x(), box.left() + 2 * TIP), box.right() - 2 * TIP)
        y = min(max(target.center().y(), box.top() + 2 * TIP), box.bottom() - 2 * TIP)
        if target.right() <= box.left():
            return QPolygonF([QPointF(box.left(), y - TIP), QPointF(box.left() - TIP, y), QPointF(box.left(), y + TIP)])
        if target.left() >= box.right():
            side = box.right()
            return QPolygonF([QPointF(side, y - TIP), QPointF(side + TIP, y), QPointF(side, y + TIP)])
        side, out = (box.top(), -TIP) if target.bottom() <= box.top() else (box.bottom(), TIP)
        return QPolygonF([QPointF(x - TIP, side), QPointF(x, side + out), QPointF(x + TIP, side)])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box with its tip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(TIP, TIP, -TIP, -TIP)
        outline, tip = QPainterPath(), QPainterPath()
        outline.addRoundedRect(box, ROUND, ROUND)
        tip.addPolygon(self._tip(box))
        tip.closeSubpath()
        painter.setPen(QPen(QColor(theme.current().accent), 1.5))
        painter.setBrush(QColor(theme.current().raised))
        painter.drawPath(outline.united(tip))
        painter.end()


def beside(target: QRect, width: int, height: int, room: QRect) -> QPoint:
    """Where a bubble of this size stands: right, left, below or above `target`, or over it where nothing else fits."""
    middle = QPoint(room.center().x() - width // 2, room.center().y() - height // 2)
    if target.isEmpty():
        return middle
    x = min(max(target.center().x() - width // 2, room.left()), room.right() - width)
    y = min(max(target.center().y() - height // 2, room.top()), room.bottom() - height)
    for place in (
        QPoint(target.right() + AWAY, y),
        QPoint(target.left() - AWAY - width, y),
        QPoint(x, target.bottom() + AWAY),
        QPoint(x, target.top() - AWAY - height),
    ):
        if room.contains(QRect(place.x(), place.y(), width, height)):
            return place
    return QPoint(room.right() - width, room.bottom() - height)
