"""Where the cards of page "Why" stand: all at once where there is room, else in tabs."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget

from gui.pages.why.card import WhyCard
from gui.style import theme

ROOM = 1010, 690  # pixels from which on all cards fit, with texts of the usual size
PAIRS = 690  # pixels of width from which on a tab holds what belongs together
GAP = 12
LINE = 160  # pixels: the height of the line's card


class Cards(QWidget):
    """The six cards in the order ink, change, place, line, counted, near."""

    def __init__(self, cards: Sequence[WhyCard]) -> None:
        super().__init__()
        self.setObjectName("whyCards")
        self.tabs = QTabBar(self)  # before the cards, for the Tab key
        self.cards = tuple(cards)
        for card in self.cards:
            card.setParent(self)
        self.tabs.setObjectName("whyTabs")
        self.tabs.setAccessibleName(self.tr("Which cards are shown"))
        self.tabs.setToolTip(self.tr("A larger window shows all cards at once. Left and right change the tab."))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.currentChanged.connect(self._on_tab)
        self._groups: tuple[tuple[int, ...], ...] = ()

    @property
    def tabbed(self) -> bool:
        """Whether there are tabs."""
        return bool(self._groups)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Room for all, for some, or for one at a time."""
        self.place()

    def place(self) -> None:
        """Give every card its place."""
        if self.width() >= theme.room(ROOM[0]) and self.height() >= theme.room(ROOM[1]):
            self._set_groups((), ())
            for card, place in zip(self.cards, self._all(), strict=True):
                card.setGeometry(place)
                card.show()
        else:
            self._set_tabs()
            self._on_tab()

    def _set_tabs(self) -> None:
        if self.width() >= theme.room(PAIRS):
            titles = (self.tr("Your ink"), self.tr("Training digits"), self.tr("The last layer"))
            self._set_groups(((0, 1, 5), (2, 3), (4,)), titles)
        else:
            self._set_groups(
                tuple((n,) for n in range(len(self.cards))),
                (
                    self.tr("Ink"), self.tr("Change"), self.tr("Place"), self.tr("Line"), self.tr("Last layer"),
                    self.tr("Most like it"),
                ),
            )  # fmt: skip

    def _set_groups(self, groups: tuple[tuple[int, ...], ...], titles: tuple[str, ...]) -> None:
        if groups == self._groups:
            return
        shown = self._groups[self.tabs.currentIndex()][0] if self._groups and self.tabs.currentIndex() >= 0 else 0
        self._groups = groups
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for title in titles:
            self.tabs.addTab(title)
        if groups:
            self.tabs.setCurrentIndex(next(n for n, group in enumerate(groups) if shown in group))
        self.tabs.blockSignals(False)
        self.tabs.setVisible(bool(groups))

    def _on_tab(self) -> None:
        if not self._groups:
            return
        high = self.tabs.sizeHint().height()
        self.tabs.setGeometry(0, 0, self.width(), high)
        room = QRect(0, high + 8, self.width(), self.height() - high - 8)
        group = self._groups[max(self.tabs.currentIndex(), 0)]
        for number, card in enumerate(self.cards):
            if number not in group:
                card.hide()
        for number, place in zip(group, self._some(group, room), strict=True):
            self.cards[number].setGeometry(place)
            self.cards[number].show()

    def _all(self) -> list[QRect]:
        line = theme.room(LINE)
        width, height = self.width() - 2 * GAP, self.height() - line - 2 * GAP
        upper = round(height * 0.568)
        ink, change = round(width * 0.508), round(width * 0.27)
        counted = round((width + GAP) * 0.6)
        low = upper + line + 2 * GAP
        rest = self.height() - low
        return [
            QRect(0, 0, ink, upper),
            QRect(ink + GAP, 0, change, upper),
            QRect(ink + change + 2 * GAP, 0, width - ink - change, upper),
            QRect(0, upper + GAP, self.width(), line),
            QRect(0, low, counted, rest),
            QRect(counted + GAP, low, self.width() - counted - GAP, rest),
        ]

    def _some(self, group: tuple[int, ...], room: QRect) -> list[QRect]:
        left, top, width, height = room.x(), room.y(), room.width(), room.height()
        if len(group) == 1:
            return [room]
        if len(group) == 2:
            line = min(theme.room(LINE), height // 3)
            return [QRect(left, top + line + GAP, width, height - line - GAP), QRect(left, top, width, line)]
        first, upper = round(width * 0.64), round(height * 0.6)
        return [
            QRect(left, top, first, upper),
            QRect(left + first + GAP, top, width - first - GAP, height),
            QRect(left, top + upper + GAP, first, height - upper - GAP),
        ]
