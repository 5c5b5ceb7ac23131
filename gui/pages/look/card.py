"""What the cards of page "Look inside" have in common: a title, lines of code, and views that share the height.

A card places its parts itself: they are as high as there is room for in whole steps of the zoom, which no layout
knows.
"""

from typing import Protocol

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from gui.style import theme
from gui.widgets.controls import label
from gui.widgets.glossary import gloss

HEIGHT = 260  # lower, and the maps could no longer be told apart
LEAST = 162  # pixels: the width of a card with texts of the usual size
LOW = 380  # a lower card leaves the code to the title's tooltip
ACROSS, ABOVE, BETWEEN = 9, 8, 4  # pixels: margins, and between the parts


class Heading(QWidget):
    """Words at the left, a size or a count at the right."""

    def __init__(self, words: str, right: str = "", role: str = "dim", right_role: str = "code") -> None:
        super().__init__()
        self.words, self.right = label(words, role), label(right, right_role)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.words)
        row.addStretch(1)
        row.addWidget(self.right, 0, Qt.AlignmentFlag.AlignVCenter)


class Sharing(Protocol):
    """The parts of a card that share what its height leaves for them, and how; all numbers are pixels."""

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """Those parts, from top to bottom."""

    def heights(self, width: int, room: int) -> tuple[int, ...]:
        """How high each of them is where they are `width` wide and have `room` together."""

    def wider(self, width: int, room: int) -> int | None:
        """The next width at which they can be drawn larger in this room; None where there is none."""


class Card(QFrame):
    """A column of parts; `code` comes in pieces between which a line may be broken."""

    def __init__(self, name: str, title: str, count: str, code: list[str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._pieces, self._lines = code, 1
        self._title, self._code = Heading(title, count, "title", "note"), label("", "code")
        self._title.setToolTip(" ".join(code))
        gloss(self._title.right, "parameters")
        gloss(self._code, "code")
        self._parts: list[QWidget] = []
        self._sharing: Sharing

    def set_parts(self, *parts: QWidget, sharing: Sharing) -> None:
        """All that stands below the code, in order, and which of that shares the height."""
        self._parts, self._sharing = [self._title, self._code, *parts], sharing
        for part in self._parts:
            part.setParent(self)

    # -- sizes --------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """A column of middling width."""
        return QSize(240, 400)

    def narrowest(self) -> int:
        """The least width at which no heading is cut off."""
        headings = [part.sizeHint().width() for part in self._parts if isinstance(part, Heading)]
        return max([theme.room(LEAST), *(width + 2 * ACROSS for width in headings)])

    def minimumSizeHint(self) -> QSize:
        """Lower, and nothing could be told apart; the row decides on the width."""
        return QSize(0, HEIGHT)

    def code_lines(self, width: int) -> list[str]:
        """The code, broken so that it fits a card of this width."""
        metrics, lines = QFontMetrics(self._code.font()), [self._pieces[0]]
        for piece in self._pieces[1:]:
            indent = " " if not piece.startswith("→") else ""
            if metrics.horizontalAdvance(f"{lines[-1]} {piece}") <= width - 2 * ACROSS:
                lines[-1] += f" {piece}"
            else:
                lines.append(indent + piece)
        return lines

    def set_code_lines(self, count: int, width: int) -> None:
        """Show the code on `count` lines, so that what follows stands beside the same in other cards."""
        lines, self._lines = self.code_lines(width), count
        self._code.setText("\n".join(lines + [""] * (count - len(lines))))

    def room(self, height: int) -> int:
        """What is left of the height of a card for the parts that share it."""
        low = height < LOW
        fixed = [part for part in self._parts if part not in self._sharing.parts and not (low and part is self._code)]
        used = 2 * ABOVE + sum(self._high(part) for part in fixed)
        return height - used - BETWEEN * (len(self._parts) - 1 - low)

    def _high(self, part: QWidget) -> int:
        if part is self._code:
            return self._lines * QFontMetrics(self._code.font()).lineSpacing()
        return part.sizeHint().height()

    def wanted_width(self, width: int, height: int) -> int | None:
        """The next width at which the pictures of a card of this size can be drawn larger; None where there is none."""
        wanted = self._sharing.wider(width - 2 * ACROSS, self.room(height))
        return None if wanted is None else wanted + 2 * ACROSS

    # -- places -------------------------------------------------------------------------------------------------

    def place(self) -> None:
        """Give each part its place."""
        width = self.width() - 2 * ACROSS
        heights = self._sharing.heights(width, self.room(self.height()))
        high = dict(zip(self._sharing.parts, heights, strict=True))
        self._code.setVisible(self.height() >= LOW)
        top = ABOVE
        for part in self._parts:
            if part is self._code and part.isHidden():
                continue
            height = high.get(part, self._high(part))
            part.setGeometry(ACROSS, top, width, height)
            top += height + BETWEEN

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self.place()

    def changeEvent(self, event: QEvent) -> None:
        """Another style or font has other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and self.isVisible():
            self.place()  # one that is shown later is placed then

    def showEvent(self, _event: QEvent) -> None:
        """Only now the parts know their fonts."""
        self.place()
