"""Small builders, so that each control gets its name, its words for screen readers and a tooltip that teaches."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from gui.style import theme

# the arrow keys on a grid, in rows down and columns to the right
ARROWS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


def label(text: str = "", role: str = "", name: str = "", wrap: bool = False) -> QLabel:
    """A text in one of the style sheet's roles: title, dim, code, strong, good or none."""
    made = QLabel(text)
    made.setProperty("role", role)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role == "code":
        made.setFont(theme.monospaced(theme.scaled(11)))
    return made


class Button(QPushButton):
    """Pressed and then disabled, it hands the keyboard to no other button; enabled again, it has it back.

    Until then its place is kept, and can be seen: Tab goes on from there.
    """

    _waits = False  # for the keyboard, which it had when it was disabled

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt calls this of a button that is being disabled, to move the focus on."""
        if not self.isEnabled():
            self._wait(True)
            return False
        return super().focusNextPrevChild(forward)

    def _wait(self, on: bool) -> None:
        if on == self._waits:
            return
        self._waits = on
        restyle(self, waits="true" if on else "false")
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if on:
            self.window().installEventFilter(self)
            app.focusChanged.connect(self._on_focus_changed)
        else:
            self.window().removeEventFilter(self)
            app.focusChanged.disconnect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            self._wait(False)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tab, which the window gets while nobody has the keyboard, goes on from here."""
        if not self._waits or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = {Qt.Key.Key_Tab: QWidget.nextInFocusChain, Qt.Key.Key_Backtab: QWidget.previousInFocusChain}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            return False
        there = step(self)
        while there is not None and there is not self and not _takes_tab(there):
            there = step(there)
        if there is not None:
            there.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Take the keyboard back, unless it went elsewhere meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange and self.isEnabled() and self._waits:
            self._wait(False)
            if self.window().focusWidget() is None:
                self.setFocus()


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(policy) and widget.isEnabled() and widget.isVisible()


def button(
    name: str, text: str, tip: str, clicked: Callable[[], object] | None = None, role: str = "", checkable: bool = False
) -> QPushButton:
    """A push button; `clicked` must be a bound method of a QObject in the GUI thread."""
    made = Button(text)
    made.setObjectName(name)
    made.setAccessibleName(text)
    made.setToolTip(tip)
    made.setProperty("role", role)
    made.setCheckable(checkable)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if clicked is not None:
        made.clicked.connect(clicked)
    return made


def card(name: str) -> tuple[QFrame, QVBoxLayout]:
    """A framed panel with its column."""
    frame = QFrame()
    frame.setObjectName(name)
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 10, 12, 10)
    column.setSpacing(6)
    return frame, column


def restyle(widget: QWidget, **properties: object) -> None:
    """Set style sheet properties and have them take effect."""
    if any(widget.property(key) != value for key, value in properties.items()):
        for key, value in properties.items():
            widget.setProperty(key, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def fill(layout: QLayout, *widgets: QWidget) -> None:
    """Add `widgets` in order."""
    for widget in widgets:
        layout.addWidget(widget)


@contextmanager
def waiting() -> Iterator[None]:
    """The pointer says that the window answers soon: to dress or build it anew takes a second on a slow machine."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
