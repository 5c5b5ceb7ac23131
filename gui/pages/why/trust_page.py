"""How far to trust page "Why": what each kind of answer is worth, with pictures made from the drawing, and dreams."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.pages.why.card import Badge, Evidence
from gui.pages.why.paint import lead_image
from gui.pages.why.search_bar import SearchBar
from gui.pages.why.tiles import Digit, DigitRow, Picture
from gui.session.why import Why
from gui.session.why_searches import Sought
from gui.style import theme
from gui.widgets.controls import button, card, label
from gui.widgets.when_seen import WhenSeen
from model.data_set import DIGITS
from model.why import measured

if TYPE_CHECKING:
    from model.why.trust import Trust

SIDE = 28 * 5 + 2  # pixels of a picture
PAUSE = 300  # milliseconds between two drawings that are looked at


class TrustPage(QScrollArea):
    """`closed` follows when one goes back to the cards."""

    closed = Signal()

    def __init__(self, why: Why) -> None:
        super().__init__()
        self.setObjectName("trustPage")
        self.setAccessibleName(self.tr("How far to trust this"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._why = why
        inside = QWidget()
        inside.setBackgroundRole(QPalette.ColorRole.Window)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(12)
        column.addLayout(self._head())
        for part in (self._kinds(), self._pixels(), self._dreams()):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(self.closed)
        why.searches.changed.connect(WhenSeen(self, self._show).tell)
        why.changed.connect(WhenSeen(self, self._look, PAUSE).tell)

    # -- building -----------------------------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(label(self.tr("How far to trust this"), "question"))
        row.addStretch(1)
        tip = self.tr("Back to the cards (Escape)")
        row.addWidget(button("trustBack", self.tr("Back to the cards"), tip, self.closed.emit))
        return row

    def _kinds(self) -> QFrame:
        frame, column = card("trustKinds")
        column.addWidget(label(self.tr("Four kinds of answers"), "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setColumnStretch(1, 1)
        names = (self.tr("exact ✓"), self.tr("measured"), self.tr("searched"), self.tr("a shadow"))
        for row, (evidence, name) in enumerate(zip(Evidence, names, strict=True)):
            badge = Badge(f"trust{evidence.name.title()}", evidence)
            badge.say(name)
            grid.addWidget(badge, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(evidence.words, "dim", wrap=True), row, 1)
        column.addLayout(grid)
        return frame

    def _pixels(self) -> QFrame:
        frame, column = card("trustPixels")
        column.addWidget(label(self.tr("Why no card colours the pixels with a gradient"), "title"))
        column.addWidget(
            label(
                self.tr(
                    "There are quicker ways to colour a drawing. Here they are on yours, beside what really happens "
                    "when a spot is erased. A rank correlation of 1 means the same order of pixels, 0 none."
                ),
                "dim", wrap=True,
            )
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(18)
        self.pictures = [Picture(smooth=False, edge=SIDE) for _ in range(4)]
        self._words = [label("", "note", wrap=True) for _ in self.pictures]
        titles = (
            self.tr("Erasing, measured"), self.tr("Gradient × input"), self.tr("Integrated gradients"), "Grad-CAM",
        )  # fmt: skip
        for title, picture, words in zip(titles, self.pictures, self._words, strict=True):
            inner = QVBoxLayout()
            inner.setSpacing(4)
            above = label(title, "dim")
            above.setMinimumHeight(theme.room(20))  # the same for all, though not all are in Chinese letters
            inner.addWidget(above)
            picture.setAccessibleName(title)
            picture.setFixedHeight(SIDE)
            inner.addWidget(picture)
            inner.addWidget(words)
            inner.addStretch(1)
            row.addLayout(inner, 1)
        column.addLayout(row)
        self.sum = label("", "dim", "trustSum", wrap=True)
        column.addWidget(self.sum)
        column.addWidget(
            label(
                self.tr(
                    "A map that stays as it is when the network forgets all it has learned explains nothing (J. "
                    "Adebayo et al., Sanity Checks for Saliency Maps, 2018). So each was made once more, with weights "
                    "by chance: the less it then agrees with itself, the better."
                ),
                "dim", wrap=True,
            )
        )  # fmt: skip
        return frame

    def _dreams(self) -> QFrame:
        frame, column = card("trustDreams")
        column.addWidget(label(self.tr("Digits the network dreams of"), "title"))
        self._dream_bar = SearchBar(
            self._why, Sought.DREAM, "dream", self.tr("Let it dream"),
            self.tr("Climbs from noise to the ten images that give each digit the most, blurred and moved on the way."),
        )  # fmt: skip
        self.dreams = DigitRow(
            "dreamRow", self.tr("Digits the network dreams of"),
            self.tr("One image for each digit, and how probable the network finds it"), 10,
        )  # fmt: skip
        self.dreams.setFixedHeight(95 + theme.room(15))
        column.addWidget(self._dream_bar)
        column.addWidget(self.dreams)
        return frame

    # -- showing ------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        """Another drawing: colour its pixels anew."""
        searches = self._why.searches
        stale = Sought.TRUST in searches.earlier and not self._why.firing.learning  # a run is over
        wanted = self._why.now is not None and (stale or Sought.TRUST not in searches.over)
        if wanted and Sought.TRUST not in (searches.running, searches.next):
            searches.start(Sought.TRUST)
        self._show()

    def _show(self) -> None:
        searches = self._why.searches
        if searches.trust is None:
            words = (
                self.tr("Draw a digit, and they are made from it.") if self._why.now is None else self.tr("working…")
            )
            self.sum.setText(words)
            if self._why.now is None:
                self._forget_trust()
        else:
            self._show_trust(searches.trust)
        self._dream_bar.show_state(
            self.tr(
                "Images that the network itself takes for a digit most of all. They show what it asks for, not what a "
                "digit looks like. Of single filters such images do not become readable, so there are none."
            )
        )
        self.dreams.setVisible(searches.dream is not None)
        if searches.dream is not None:
            names = DIGITS if self._why.network is None else self._why.network.data.classes
            pairs = zip(searches.dream.images, searches.dream.probabilities.tolist(), strict=True)
            self.dreams.show_digits(
                [
                    Digit(
                        (255 * image).astype(np.uint8), None, f"{digit}: {100 * p:.0f} %",
                        self.tr("dreamt {0}: {1:.1f} %").format(digit, 100 * p),
                    )
                    for digit, (image, p) in zip(names, pairs, strict=True)
                ]
            )  # fmt: skip

    def _forget_trust(self) -> None:
        """No drawing: nothing that was made from the last one."""
        for picture, told in zip(self.pictures, self._words, strict=True):
            picture.show_image(QImage())
            told.setText("")

    def _show_trust(self, trust: "Trust") -> None:
        maps = trust.erased, trust.products, trust.integrated, trust.grad_cam
        for picture, values in zip(self.pictures, maps, strict=True):
            shown = np.nan_to_num(values)
            picture.show_image(lead_image(shown, float(np.abs(shown).max())))
        itself = self.tr("with itself, untrained: {0:.2f}")
        words = self.tr("amber: erasing it lowers the lead"), itself.format(trust.untrained["erasing"])
        self._words[0].setText("\n".join(words))
        here = self.tr("with erasing: {0:.2f} ({1} test digits: {2:.2f})")
        for told, name in zip(self._words[1:], measured.AGREES, strict=True):
            usual = here.format(trust.agreement[name], measured.DIGITS, measured.AGREES[name])
            told.setText("\n".join((usual, itself.format(trust.untrained[name]))))
        share = 100 * trust.pixels / trust.lead if trust.lead else 0.0
        exact = self.tr(
            "Gradient × input adds up exactly: pixels {0} + biases {1} = lead {2}. So the pixels carry {3:.0f} % of "
            "it, and the biases the rest: an exact sum, and still no explanation."
        ).format(f"{trust.pixels:+.2f}", f"{trust.biases:+.2f}", f"{trust.lead:+.2f}", share)
        signs = self.tr(
            "It tells rightly whether erasing 3 × 3 pixels raises or lowers the lead in {0:.0f} % of cases here, and "
            "in {1:.0f} % on {2} test digits; a coin does in 50."
        ).format(100 * trust.signs, 100 * measured.SIGNS, measured.DIGITS)
        all_told = f"{exact} {signs}"
        if Sought.TRUST in self._why.searches.earlier:
            all_told = self.tr("As an earlier step of the run saw it. {0}").format(all_told)
        self.sum.setText(all_told)
