"""A panel that follows what changes while it can be seen, and catches up when it is shown again."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class WhenSeen(QObject):
    """Calls `catch_up` for `widget`: after `tell`, at once while the widget can be seen, else when it is next shown.

    With `every` (milliseconds) several changes are answered together, at most that often. `catch_up` takes no
    arguments and reads the newest state, so nothing is lost when several changes end in one call.
    """

    def __init__(self, widget: QWidget, catch_up: Callable[[], object], every: int = 0) -> None:
        super().__init__(widget)
        self._widget, self._catch_up = widget, catch_up
        self._behind = True  # what is there when the widget is first shown was never told
        self._timer = QTimer(self, interval=every, singleShot=True)
        self._timer.timeout.connect(self._now)
        widget.installEventFilter(self)

    def tell(self, *_: object) -> None:
        """Something changed; connect this to the signals that say so."""
        self._behind = True
        if self._widget.isVisible():
            if not self._timer.interval():
                self._now()
            elif not self._timer.isActive():
                self._timer.start()

    def _now(self) -> None:
        if self._behind and self._widget.isVisible():
            self._behind = False
            self._catch_up()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The widget is shown: catch up. It is hidden: rest."""
        if watched is self._widget and event.type() == QEvent.Type.Show:
            self._now()
        elif watched is self._widget and event.type() == QEvent.Type.Hide:
            self._timer.stop()
        return False
