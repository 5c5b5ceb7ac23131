"""Things beside each other in one widget, along which the pointer and the arrow keys go."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.pages.why.paint import frame
from gui.style import theme

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Along(QWidget):
    """`at` is the number of the thing that is pointed at; `picked` carries it after a click or Return.

    What is pointed at is told in a tip and to screen readers.
    """

    picked = Signal(int)

    def __init__(self, name: str, accessible: str, tip: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.at: int | None = None

    def count(self) -> int:
        """How many things there are."""
        raise NotImplementedError

    def place(self, number: int) -> QRectF:
        """Where one of them lies."""
        raise NotImplementedError

    def words(self, number: int) -> str:
        """What is told about it; empty where there is nothing to tell."""
        raise NotImplementedError

    def _keep_within(self) -> None:
        """There may be fewer than before."""
        if self.at is not None and self.at >= self.count():
            self.at = None

    def _find(self, position: QPointF) -> int | None:
        return next((number for number in range(self.count()) if self.place(number).contains(position)), None)

    def _point(self, at: int | None) -> None:
        if at != self.at:
            self.at = at
            if at is not None:
                self.setAccessibleDescription(self.words(at))
            self.update()

    def event(self, event: QEvent) -> bool:
        """The tip is about what is under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._find(QPointF(event.pos()))
            words = "" if at is None else self.words(at)
            QToolTip.showText(event.globalPos(), words or self.toolTip(), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the pointer."""
        self._point(self._find(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click picks."""
        at = self._find(event.position())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(at)

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing is pointed at."""
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go along, Return picks."""
        key = Qt.Key(event.key())
        if key in STEPS and self.count():
            at = 0 if self.at is None else self.at + STEPS[key]
            self._point(min(max(at, 0), self.count() - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.at is not None:
            self.picked.emit(self.at)
        else:
            super().keyPressEvent(event)

    def _paint_focus(self, painter: QPainter) -> None:
        if self.hasFocus():
            frame(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), QColor(theme.current().series))
