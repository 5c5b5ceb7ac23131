"""The cards side by side: each as wide as its maps need, or in a row that scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.pages.look.card import HEIGHT, Card
from gui.pages.look.hints import LookHints
from gui.widgets.explain import explain

NARROW, WIDE, BETWEEN = 168, 236, 10  # pixels: the least width of a card, that in a row that scrolls, and between


class CardRow(QWidget):
    """Places its cards itself; lives in a scroll area."""

    def __init__(self, cards: Sequence[Card]) -> None:
        super().__init__()
        self.setObjectName("cardRow")
        self._cards = cards
        self._least = NARROW
        for card in cards:
            card.setParent(self)
        explain(self, LookHints(self).all())

    def set_room(self, width: int) -> None:
        """Side by side if they fit into `width`; a row that has to scroll anyway gets wider cards."""
        self._least = NARROW
        if self.minimumSizeHint().width() > width:
            self._least = WIDE
        self.setMinimumSize(self.minimumSizeHint())
        self.place()

    def minimumSizeHint(self) -> QSize:
        """All cards at their narrowest."""
        return QSize(len(self._cards) * (self._least + BETWEEN) - BETWEEN, HEIGHT)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Share the width anew."""
        self.place()

    def place(self) -> None:
        """Give each card its place, and all the same number of lines of code."""
        widths = self._widths()
        lines = max(len(card.code_lines(width)) for card, width in zip(self._cards, widths, strict=True))
        left = 0
        for card, width in zip(self._cards, widths, strict=True):
            card.set_code_lines(lines, width)
            card.setGeometry(left, 0, width, self.height())
            card.place()
            left += width + BETWEEN

    def _widths(self) -> list[int]:
        """A share for each; what is left over goes where it makes maps larger, then to all."""
        count = len(self._cards)
        widths = [self._least] * count
        spare = self.width() - self.minimumSizeHint().width()
        granted = True
        while granted:
            granted = False
            for number, card in enumerate(self._cards):
                wanted = card.wanted_width(widths[number], self.height())
                if wanted is not None and wanted - widths[number] <= spare:
                    spare -= wanted - widths[number]
                    widths[number], granted = wanted, True
        share, rest = divmod(max(spare, 0), count)
        return [width + share + (number < rest) for number, width in enumerate(widths)]
