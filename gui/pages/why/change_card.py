"""What would change it, searched: strokes on the pad after which it reads otherwise, and a little change everywhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.pages.why.card import Evidence, WhyCard
from gui.pages.why.change_rows import LittleRow, StrokeRow
from gui.pages.why.search_bar import SearchBar
from gui.session.explanation import Explanation
from gui.session.why import Why
from gui.session.why_searches import Sought

OFFERED = 2  # strokes


class ChangeCard(WhyCard):
    """Two strokes at most, and the little change with its slider. `field_changed` is there for the pad's frame."""

    field_changed = Signal(object)

    def __init__(self, why: Why) -> None:
        super().__init__(why, "changeCard", Evidence.SEARCHED)
        self.follow(self._show, why.searches.changed, why.changed)
        self.name_it(self.tr("What would change it"), self.tr("searched"))
        self.strokes_bar = SearchBar(
            why, Sought.STROKES, "strokes", self.tr("Look for a stroke"),
            self.tr("Tries about 2,500 strokes on a copy of the pad, drawn and erased, and offers what changes it."),
        )  # fmt: skip
        self._little_bar = SearchBar(
            why, Sought.LITTLE, "little", self.tr("Look for a little change"),
            self.tr("Follows the gradient to the smallest change of all pixels after which the rival is read."),
        )  # fmt: skip
        self.rows = [StrokeRow(f"change{n}") for n in range(OFFERED)]
        self.little = LittleRow(why)
        for row in self.rows:
            row.wanted.connect(why.searches.do)
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for row in self.rows:
            column.addWidget(row, 1)
        self._strokes = self._stack(self.strokes_bar, found)
        self._littles = self._stack(self._little_bar, self.little)
        self.column.addWidget(self._strokes, 2)
        self.column.addWidget(self._littles, 1)

    def _stack(self, bar: SearchBar, found: QWidget) -> QStackedWidget:
        """What was found; until then the bar, at the top."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 0)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(bar)
        stack = QStackedWidget()
        stack.addWidget(holder)
        stack.addWidget(found)
        return stack

    def _show(self, now: Explanation) -> None:
        """What was found for this drawing, or what can be looked for."""
        searches = self.why.searches
        found = searches.strokes[:OFFERED]
        self._strokes.setCurrentIndex(1 if found and searches.running is not Sought.STROKES else 0)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(found))
            if number < len(found):
                row.show_change(found[number], searches.ink, now, Sought.STROKES in searches.earlier)
        self.strokes_bar.show_state(self._strokes_words(now.answer, now.rival))
        self._littles.setCurrentIndex(1 if searches.little is not None else 0)
        if searches.little is not None:
            self.little.show_little(searches.little, now, Sought.LITTLE in searches.earlier)
        words = self.tr("A little everywhere: the smallest change of all pixels after which it reads {0}.")
        if Sought.LITTLE in searches.over and searches.little is None:
            words = self.tr("No change of all pixels by at most a half was found after which it reads {0}.")
        elif searches.dropped is Sought.LITTLE:
            words = self._dropped()
        self._little_bar.show_state(words.format(now.rival))

    def _dropped(self) -> str:
        return self.tr("What was looked for is no longer asked: the drawing, the question or the network changed.")

    def _strokes_words(self, answer: str, rival: str) -> str:
        searches = self.why.searches
        if searches.next is Sought.STROKES:
            return self.tr("waits for the other search…")
        if searches.running is Sought.STROKES:
            return self.tr("{0:,} strokes tried").format(searches.progress[0])
        if Sought.STROKES in searches.over:
            return self.tr("No single stroke was found after which it no longer reads {0}.").format(answer)
        if searches.dropped is Sought.STROKES:
            return self._dropped()
        return self.tr("One stroke, drawn or erased, after which the pad reads {0}, or anything but {1}.").format(
            rival, answer
        )
