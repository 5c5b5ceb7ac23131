"""What the last layer counted: the lead as an exact sum over its maps, those with the largest shares one by one."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.pages.why.card import Evidence, WhyCard
from gui.pages.why.maps_strip import MapsStrip
from gui.pages.why.share_row import PATCHES, Share, ShareRow
from gui.pages.why.words import Piece, Words
from gui.session.explanation import Explanation
from gui.session.why import Why
from gui.style import theme
from gui.widgets.controls import label
from model.look.inspection import Place

if TYPE_CHECKING:
    from model.why.shares import Shares

FOR_ANSWER, FOR_RIVAL = 4, 2  # maps that are shown one by one


class Heads(QWidget):
    """The words above a column of rows, each where the row below has what it is about."""

    def __init__(self, row: ShareRow) -> None:
        super().__init__()
        self._row = row
        self._parts = label(self.tr("where"), "note"), label(self.tr("fires most on"), "note"), label("", "note")
        for part in self._parts:
            part.setParent(self)
        self.setFixedHeight(theme.room(16))

    @property
    def whose(self) -> QLabel:
        """The words above the bars."""
        return self._parts[2]

    def place(self) -> None:
        """Put the words where the row's parts are."""
        edges = *self._row.columns(), float(self.width())
        self._parts[0].setVisible(self._row.side >= 32)  # or it would lie on the next words
        for part, left, right in zip(self._parts, edges, edges[1:], strict=False):
            part.setGeometry(int(left), 0, int(right - left), self.height())


class CountedCard(WhyCard):
    """`map_wanted` carries the Place of a map that was clicked."""

    map_wanted = Signal(object)

    def __init__(self, why: Why) -> None:
        super().__init__(why, "countedCard", Evidence.EXACT)
        self.follow(self._show, why.changed, why.firing.changed)
        self.name_it(self.tr("What the last layer counted"), self.tr("exact"))
        self.for_answer = [ShareRow(f"forAnswer{n}") for n in range(FOR_ANSWER)]
        self.for_rival = [ShareRow(f"forRival{n}") for n in range(FOR_RIVAL)]
        self._heads = Heads(self.for_answer[0]), Heads(self.for_rival[0])
        self.strip = MapsStrip()
        self._all = label("", "note")
        self._sum = Words("sharesSum", QPalette.ColorRole.AlternateBase, 12)
        self.equal = Words("sharesEqual", QPalette.ColorRole.AlternateBase)
        self._build()
        for row in (*self.for_answer, *self.for_rival):
            row.clicked.connect(self._on_row_clicked)
        self.strip.along.picked.connect(self._on_map_picked)

    def _build(self) -> None:
        halves = QHBoxLayout()
        halves.setSpacing(18)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(3)
        left.addWidget(self._heads[0])
        for row in self.for_answer:
            left.addWidget(row, 1)
        right.addWidget(self._heads[1])
        for row in self.for_rival:
            right.addWidget(row, 1)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(self.strip, 1)
        column.addWidget(self._sum)
        column.addWidget(self.equal)
        right.addWidget(below, 2)
        halves.addLayout(left, 1)
        halves.addLayout(right, 1)
        self.column.addLayout(halves, 1)

    # -- showing ------------------------------------------------------------------------------------------------

    def _show(self, now: Explanation) -> None:
        """The largest shares on both sides, all of them, and the sum."""
        found = now.shares
        order = found.by_size
        first = [channel for channel in order if found.maps[channel] > 0][:FOR_ANSWER]
        last = [channel for channel in reversed(order) if found.maps[channel] < 0][:FOR_RIVAL]
        shown = [*first, *last]
        span = float(np.abs(found.where[shown]).max()) if shown else 1.0
        most = float(np.abs(found.maps[shown]).max()) if shown else 1.0
        for rows, channels in ((self.for_answer, first), (self.for_rival, last)):
            for row, channel in zip(rows, channels, strict=False):
                pieces = self.why.firing.pieces(len(now.snapshot.weights.layers) - 1, channel)[:PATCHES]
                share = Share(channel, found.where[channel], float(found.maps[channel]), pieces)
                row.show_share(share, span, most)
            for number, row in enumerate(rows):
                row.setEnabled(number < len(channels))
                if number >= len(channels):
                    row.share = None
                    row.update()
        speak = self.tr("speak most for {0}") if now.snapshot.weights.data.digits else self.tr("for {0}")
        self._heads[0].whose.setText(speak.format(now.answer))
        self._heads[1].whose.setText(self.tr("for {0}").format(now.rival))
        self.strip.show_shares(order, found.maps)
        self._show_sum(found)

    def _show_sum(self, found: "Shares") -> None:
        count, maps = len(found.maps), float(found.maps.sum())
        self._all.setText(self.tr("all {0} maps").format(count))
        words = self.tr("{0} maps {1}  bias {2}").format(count, f"{maps:+.3f}", f"{found.bias:+.3f}")
        self._sum.say(Piece(words, "dim", numbers=True))
        words = self.tr("✓ equals PyTorch's {0}") if found.equal else self.tr("✗ PyTorch says {0}")
        told = words.format(f"{found.lead:.3f}")
        total = Piece(f"= {found.total:+.3f}  ", "accent", bold=True, numbers=True)
        self.equal.say(total, Piece(told, "verified" if found.equal else "wrong"))
        self.badge.say(self.tr("exact ✓") if found.equal else self.tr("not equal"))

    def resizeEvent(self, _event: object) -> None:
        """The words stay above what they are about."""
        self._place_heads()

    def showEvent(self, _event: object) -> None:
        """The first time, the rows have their places only now."""
        self._place_heads()

    def _place_heads(self) -> None:
        whole = self.layout()
        assert whole is not None  # every card has one
        whole.activate()
        for head in self._heads:
            head.place()

    # -- opening ------------------------------------------------------------------------------------------------

    def _on_row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, ShareRow) and row.share is not None:
            self._open(row.share.channel)

    def _on_map_picked(self, number: int) -> None:
        self._open(self.strip.channel(number))

    def _open(self, channel: int) -> None:
        """Look inside at the map, where it counts most."""
        now = self.why.now
        if now is not None:
            where = np.abs(now.shares.where[channel])
            row, column = np.unravel_index(int(where.argmax()), where.shape)
            self.map_wanted.emit(Place(len(now.snapshot.weights.layers) - 1, channel, int(row), int(column)))
