"""Where a window may stand: on a screen that is there, and no larger than it, its frame included."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FRAME = QMargins(8, 40, 8, 8)  # room for title bar and edges; how much they take is known only once they are shown


def fitted(wanted: QRect, screens: Sequence[QRect]) -> QRect:
    """`wanted`, a window without its frame, moved and made smaller as far as one of `screens` needs it.

    It stays on the screen that shows most of it; where none does, it goes to the first.
    """
    seen = [wanted.intersected(screen) for screen in screens]
    areas = [part.width() * part.height() for part in seen]
    room = screens[areas.index(max(areas))].marginsRemoved(FRAME)
    size = wanted.size().boundedTo(room.size())
    left = min(max(wanted.left(), room.left()), room.left() + room.width() - size.width())
    top = min(max(wanted.top(), room.top()), room.top() + room.height() - size.height())
    return QRect(QPoint(left, top), size)


def fit_to_screen(window: QWidget, smallest: QSize) -> None:
    """Fit a window that was not shown yet; it can be made as small as `smallest`, or as its screen."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    place = fitted(window.geometry(), screens)
    window.setMinimumSize(smallest.boundedTo(place.size()))
    if not window.isMaximized() and not window.isFullScreen():
        window.setGeometry(place)
