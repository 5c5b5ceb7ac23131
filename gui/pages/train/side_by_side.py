"""Panels beside each other; with large texts, where that is too wide, one below the other in an area that scrolls."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QWidget

from gui.style import theme

SPACING, HIGH = 10, 280  # pixels: between parts, and how high each is at least where one is below the other


class Content(QWidget):
    """What an area scrolls: as high as it must be, not as high as it would like."""

    def heightForWidth(self, width: int) -> int:
        """The least height at this width, in pixels."""
        layout = self.layout()
        return -1 if layout is None else layout.minimumHeightForWidth(width)


class Tall(QScrollArea):
    """Scrolls `content` up and down, never sideways: what stands beside it stays in view."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setObjectName("tallArea")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._content = content
        self.setWidget(content)
        for part in (content, self.viewport()):
            part.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        """As wide as the content must be."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._content.minimumSizeHint().width() + bar, super().minimumSizeHint().height())


class SideBySide(QWidget):
    """Each part takes its share of what is left over."""

    def __init__(self, *parts: tuple[QWidget, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACING)
        self._parts = [part for part, _ in parts]
        for part, share in parts:
            self._row.addWidget(part, share)

    def _widths(self) -> list[int]:
        return [max(part.minimumSizeHint().width(), part.minimumWidth()) for part in self._parts]

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest part where they may stand one below the other."""
        least = self._row.minimumSize()
        if theme.scaled(100) <= 100:
            return least
        stacked = self._row.direction() is QBoxLayout.Direction.TopToBottom
        return QSize(max(self._widths()), max(least.height(), len(self._parts) * theme.room(HIGH) if stacked else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or no longer."""
        super().resizeEvent(event)
        narrow = self.width() < sum(self._widths()) + SPACING * (len(self._parts) - 1)
        stacked = narrow and theme.scaled(100) > 100
        wanted = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if wanted is not self._row.direction():
            self._row.setDirection(wanted)
            self.updateGeometry()
