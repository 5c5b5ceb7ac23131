"""A line of text that ends in … where there is no room for all of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.style import theme


class Elided(QWidget):
    """A line in the role title, plain, dim, series or bad, all of it in the tip. Painted at once, it moves nothing."""

    def __init__(
        self,
        role: str,
        name: str,
        ground: QPalette.ColorRole = QPalette.ColorRole.AlternateBase,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__()
        self._align = align | Qt.AlignmentFlag.AlignVCenter
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setBackgroundRole(ground)
        self._role, self._text = role, ""

    def text(self) -> str:
        """All of the text."""
        return self._text

    def set_text(self, text: str, role: str = "") -> None:
        """Show `text`, as much of it as there is room for, in another role if one is given."""
        if text != self._text or (role and role != self._role):
            self._text, self._role = text, role or self._role
            self.setToolTip(text)
            self.setAccessibleName(text)
            self.update()

    def _written(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(theme.scaled(13 if self._role in ("title", "plain", "series") else 12))
        font.setWeight(QFont.Weight.DemiBold if self._role in ("title", "series") else QFont.Weight.Normal)
        return font

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, QFontMetrics(self._written()).height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much as there is room for."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(self.backgroundRole()))
        painter.setFont(self._written())
        colours = theme.current()
        roles = {"title": colours.text, "plain": colours.text, "bad": colours.wrong, "series": colours.series}
        painter.setPen(QColor(roles.get(self._role, colours.dim)))
        text = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self._align, text)
        painter.end()
