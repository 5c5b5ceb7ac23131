"""The pad's own menu. The right mouse button erases where it is dragged; only a click that moves nothing opens it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from gui.pad.pad import DrawingPad
from gui.pad.picture_files import PictureFiles
from gui.session.session import Session
from gui.widgets.context_menu import ContextMenu, entry
from gui.widgets.number_text import as_text

STILL = 4  # pixels within which a press of the right button is a click


class PadMenu(QObject):
    """Undo, redo, clear; the picture from and to the clipboard; the numbers that the network gets; files."""

    def __init__(self, pad: DrawingPad, session: Session, pictures: PictureFiles) -> None:
        super().__init__(pad)
        self._pad, self._session, self._pictures = pad, session, pictures
        self._menu = ContextMenu(pad, self._numbers, self._add)
        self._pressed: QPointF | None = None  # where the right button went down and has not moved since
        pad.installEventFilter(self)

    def _numbers(self, _at: QPoint) -> str:
        """The 28 × 28 numbers that the network gets."""
        snapshot = self._session.display.snapshot
        return "" if snapshot is None or snapshot.image is None else as_text(snapshot.image)

    def _add(self, menu: QMenu, _at: QPoint) -> None:
        drawing = self._session.drawing
        stack = drawing.undo_stack
        entry(menu, "padUndo", self.tr("Undo"), stack.undo, stack.canUndo())
        entry(menu, "padRedo", self.tr("Redo"), stack.redo, stack.canRedo())
        entry(menu, "padClear", self.tr("Clear"), drawing.clear, not drawing.empty)
        menu.addSeparator()
        entry(menu, "padPaste", self.tr("Paste a picture"), self._pictures.paste)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Hold back a press of the right button until it is known whether it erases."""
        if isinstance(event, QContextMenuEvent):  # one that a mouse brings comes at the press, too early
            return event.reason() == QContextMenuEvent.Reason.Mouse
        if not isinstance(event, QMouseEvent):
            return False
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            alone = event.buttons() == Qt.MouseButton.RightButton and not self._session.drawing.drawing_now
            self._pressed = event.position() if alone else None
            return alone
        if self._pressed is None:
            return False
        if kind == QEvent.Type.MouseMove:
            return not self._moved(event)
        if kind == QEvent.Type.MouseButtonRelease:
            self._pressed = None
            self._menu.open(event.position().toPoint())
            return True
        return False

    def _moved(self, event: QMouseEvent) -> bool:
        """Whether the button has been dragged by now; then it erases, from where it went down."""
        start = self._pressed
        assert start is not None
        if (event.position() - start).manhattanLength() <= STILL:
            return False
        self._pressed = None
        press = QMouseEvent(
            QEvent.Type.MouseButtonPress, start, self._pad.mapToGlobal(start), Qt.MouseButton.RightButton,
            Qt.MouseButton.RightButton, event.modifiers(),
        )  # fmt: skip
        press.setTimestamp(event.timestamp())
        self._pad.mousePressEvent(press)
        return True
