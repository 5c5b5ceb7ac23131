"""Lines of text with numbers at the right, painted by one widget: twenty labels that change would be laid out anew."""

from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from gui.style import theme

WRAP = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
SPACE, BESIDE = 3, 12  # pixels between lines, and left of a number


@dataclass(frozen=True)
class Line:
    """`text` at the left, wrapped; `numbers` at the right. `role`: code, dim, strong, good or bad."""

    text: str
    numbers: tuple[str, ...] = ()
    role: str = "code"


class LinesView(QWidget):
    """Shows lines one below the other and asks for the height they need."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.lines: list[Line] = []
        self.compact = False  # smaller code
        self._tops: list[int] = []
        self._number = 0  # pixels for one number at the right

    def show_lines(self, lines: list[Line]) -> None:
        """Show these lines."""
        if lines != self.lines:
            self.lines = lines
            self._measure()
            self.update()

    def text(self) -> str:
        """All that is shown, as plain text."""
        return "\n".join(" ".join((line.text, *line.numbers)) for line in self.lines)

    def sizeHint(self) -> QSize:
        """The height that the lines need."""
        return QSize(180, self.minimumHeight())

    def resizeEvent(self, _event: QEvent) -> None:
        """Wrap anew."""
        self._measure()

    def _room(self, line: Line) -> int:
        return self.width() - self._number * len(line.numbers)

    def _measure(self) -> None:
        self._tops = [0]
        widths = [
            QFontMetrics(_font(line.role, self.compact)).horizontalAdvance(number)
            for line in self.lines
            for number in line.numbers
        ]
        self._number = max(widths, default=0) + BESIDE
        for line in self.lines:
            room = max(self._room(line), 40)
            self._tops.append(self._tops[-1] + _height(line.text, line.role, self.compact, room) + SPACE)
        if self._tops[-1] != self.minimumHeight():
            self.setMinimumHeight(self._tops[-1])
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Line by line."""
        painter = QPainter(self)
        colours = theme.current()
        painter.fillRect(event.rect(), QColor(colours.panel))
        pens = {"strong": colours.accent, "good": colours.verified, "bad": colours.wrong}
        for line, top, bottom in zip(self.lines, self._tops, self._tops[1:], strict=False):
            font = _font(line.role, self.compact)
            painter.setFont(font)
            painter.setPen(QColor(pens.get(line.role, colours.dim)))
            painter.drawText(QRect(0, top, self._room(line), bottom - top), int(WRAP), line.text)
            for number, text in enumerate(reversed(line.numbers)):
                place = QRect(self.width() - self._number * (number + 1), top, self._number, bottom - top)
                painter.drawText(place, RIGHT, text)
        painter.end()


@cache
def _font(role: str, compact: bool) -> QFont:
    if role in ("code", "strong"):
        font = theme.monospaced(theme.scaled(12 if role == "strong" else 10 if compact else 11))
        font.setBold(role == "strong")
    else:
        font = QFont(QApplication.font())
        font.setPixelSize(theme.scaled(12))
    return font


@lru_cache(500)
def _height(text: str, role: str, compact: bool, width: int) -> int:
    return QFontMetrics(_font(role, compact)).boundingRect(QRect(0, 0, width, 2000), int(WRAP), text).height()
