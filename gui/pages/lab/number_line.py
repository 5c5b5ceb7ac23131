"""A line of numbers that changes with every step. A label would have the whole page laid out anew each time."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.style import theme

NUMBER, LINE = 62, 120  # pixels: the least that a line can do with, and what it likes to have


class NumberLine(QWidget):
    """Words in a monospaced face, the last one in the accent colour if it is the result; wraps, and only ever grows.

    `centred` ones have one line.
    """

    def __init__(
        self, name: str, pixels: int, role: QPalette.ColorRole, parent: QWidget | None = None, centred: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setBackgroundRole(role)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # or all that lies behind is painted first
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._font = theme.monospaced(pixels)
        self._words: tuple[str, ...] = ()
        self._strong, self._centred = False, centred
        self._lines = self._least = 1
        self._metrics = QFontMetrics(self._font)
        self._places: list[QRect] = []  # where each word goes

    @property
    def text(self) -> str:
        """All words."""
        return " ".join(self._words)

    def show_words(self, *words: str, strong: bool = False) -> None:
        """Show `words`, the last one as a result if `strong`."""
        if (words, strong) == (self._words, self._strong):
            return
        self._words, self._strong = words, strong
        self.setAccessibleName(self.text)
        self._grow()
        self.update()

    def set_pixels(self, pixels: int) -> None:
        """Write in another size."""
        if pixels != self._font.pixelSize():
            self._font = theme.monospaced(pixels)
            self._metrics = QFontMetrics(self._font)
            self.forget_height()
            self.update()

    def forget_height(self, least: int | None = None) -> None:
        """Take only as many lines as the words need now, but the `least` number in any case."""
        self._least = self._least if least is None else least
        self._lines = self._least - 1
        self._grow()

    def sizeHint(self) -> QSize:
        """All lines, in whatever width there is."""
        return QSize(LINE, self._lines * self._line_height())

    def minimumSizeHint(self) -> QSize:
        """Room for a number: the words wrap."""
        return QSize(NUMBER, self._lines * self._line_height())

    def _line_height(self) -> int:
        return self._metrics.height() + 2

    def _placed(self) -> list[QRect]:
        metrics, height = self._metrics, self._line_height()
        space, x, y = metrics.horizontalAdvance(" "), 0, 0
        places = []
        for word in self._words:
            width = metrics.horizontalAdvance(word)
            if x and x + width > self.width() and not self._centred:
                x, y = 0, y + height
            places.append(QRect(x, y, width, height))
            x += width + space
        if self._centred:
            left = max((self.width() - x + space) // 2, 0)
            return [place.translated(left, (self.height() - height) // 2) for place in places]
        return places

    def _grow(self) -> None:
        places = self._places = self._placed()
        needed = 1 if not places or self._centred else places[-1].y() // self._line_height() + 1
        needed = max(needed, self._least)
        if needed > self._lines:
            self._lines = needed
            self.updateGeometry()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Another width takes another number of lines."""
        self.forget_height()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in the theme's colours."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(self.backgroundRole()))
        painter.setFont(self._font)
        painter.setPen(QColor(theme.current().text))
        for number, (word, place) in enumerate(zip(self._words, self._places, strict=True), start=1):
            if self._strong and number == len(self._words):
                painter.setPen(QColor(theme.current().accent))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, word)
        painter.end()
