"""Which of several things beside each other in a widget is pointed at, by the mouse or by the arrow keys."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.pages.why.paint import frame
from gui.style import theme

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Things(Protocol):
    """What lies in the widget."""

    def count(self) -> int:
        """How many things there are."""

    def place(self, number: int, /) -> QRectF:
        """Where one of them lies."""

    def words(self, number: int, /) -> str:
        """What is told about it; empty where there is nothing to tell."""


class Along(QObject):
    """A part of `widget`: `at` is the number of the thing that is pointed at; `picked` carries it after a click.

    Return is a click. What is pointed at is told in a tip and to screen readers.
    """

    picked = Signal(int)

    def __init__(self, widget: QWidget, things: Things, name: str, accessible: str, tip: str) -> None:
        super().__init__(widget)
        self._widget, self._things = widget, things
        self.at: int | None = None
        widget.setObjectName(name)
        widget.setAccessibleName(accessible)
        widget.setToolTip(tip)
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.setMouseTracking(True)
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        widget.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        widget.installEventFilter(self)

    def keep_within(self) -> None:
        """There may be fewer than before."""
        if self.at is not None and self.at >= self._things.count():
            self.at = None

    def paint_focus(self, painter: QPainter) -> None:
        """A frame around the widget while it has the keyboard."""
        if self._widget.hasFocus():
            frame(painter, QRectF(self._widget.rect()).adjusted(1, 1, -1, -1), QColor(theme.current().series))

    def _find(self, position: QPointF) -> int | None:
        things = self._things
        return next((number for number in range(things.count()) if things.place(number).contains(position)), None)

    def _point(self, at: int | None) -> None:
        if at != self.at:
            self.at = at
            if at is not None:
                self._widget.setAccessibleDescription(self._things.words(at))
            self._widget.update()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow mouse and keys; the tip is about what is under the pointer."""
        kind = event.type()
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._point(self._find(event.position()))
        elif kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            at = self._find(event.position())
            if at is not None and event.button() == Qt.MouseButton.LeftButton:
                self.picked.emit(at)
        elif kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._find(QPointF(event.pos()))
            words = "" if at is None else self._things.words(at)
            QToolTip.showText(event.globalPos(), words or self._widget.toolTip(), self._widget)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(Qt.Key(event.key()))
        else:
            if kind == QEvent.Type.Leave:
                self._point(None)
            return False
        return True

    def _on_key(self, key: Qt.Key) -> bool:
        """Left and right go along, Return picks; whether it was one of these."""
        count = self._things.count()
        if key in STEPS and count:
            at = 0 if self.at is None else self.at + STEPS[key]
            self._point(min(max(at, 0), count - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.at is not None:
            self.picked.emit(self.at)
        else:
            return False
        return True
