"""The cards side by side, each as wide as its maps need; where they cannot all fit, all but the last one scroll."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from gui.pages.look.card import HEIGHT, Card
from gui.pages.look.hints import LookHints
from gui.widgets.explain import explain

WIDE, BETWEEN = 236, 8  # pixels: the least width of a card in a row that scrolls, and between
BAR = 12  # pixels that the scroll bar takes


class CardRow(QWidget):
    """Places its cards itself. The last one, with the answer, is always in view."""

    def __init__(self, cards: Sequence[Card]) -> None:
        super().__init__()
        self.setObjectName("cardRow")
        self._cards = cards
        self._scroll, self._strip = QScrollArea(self), QWidget()
        self._scroll.setObjectName("cardsArea")
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._strip)
        for card in cards[:-1]:
            card.setParent(self._strip)
        cards[-1].setParent(self)
        explain(self, LookHints(self).all())

    def minimumSizeHint(self) -> QSize:
        """The answer's card, and one beside it."""
        first, last = self._cards[0].narrowest(), self._cards[-1].narrowest()
        return QSize(last + BETWEEN + max(WIDE, first), HEIGHT)

    @property
    def whole_width(self) -> int:
        """The least width at which nothing scrolls."""
        return sum(card.narrowest() + BETWEEN for card in self._cards) - BETWEEN

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Share the width anew."""
        self.place()

    def place(self) -> None:
        """Give each card its place, and all the same number of lines of code."""
        if not self._cards:
            return
        scrolls = self.whole_width > self.width()
        height = self.height() - BAR * scrolls
        widths = self._widths(WIDE if scrolls else 0, height)
        lines = max(len(card.code_lines(width)) for card, width in zip(self._cards, widths, strict=True))
        left, last = 0, self.width() - widths[-1]
        self._scroll.setGeometry(0, 0, last - BETWEEN, self.height())
        self._strip.resize(max(sum(widths[:-1]) + BETWEEN * (len(widths) - 2), 0), height)
        for card, width in zip(self._cards, widths, strict=True):
            card.set_code_lines(lines, width)
            card.setGeometry(last if card is self._cards[-1] else left, 0, width, height)
            card.place()
            left += width + BETWEEN

    def _widths(self, least: int, height: int) -> list[int]:
        """A share for each; what is left over goes where it makes pictures larger, then to all."""
        count = len(self._cards)
        narrowest = [card.narrowest() for card in self._cards]
        widths = [max(least, narrow) for narrow in narrowest[:-1]] + narrowest[-1:]
        spare = self.width() - sum(widths) - BETWEEN * (count - 1)
        granted = spare > 0
        while granted:
            granted = False
            for number, card in enumerate(self._cards):
                wanted = card.wanted_width(widths[number], height)
                if wanted is not None and wanted - widths[number] <= spare:
                    spare -= wanted - widths[number]
                    widths[number], granted = wanted, True
        share, rest = divmod(max(spare, 0), count)
        return [width + share + (number < rest) for number, width in enumerate(widths)]
