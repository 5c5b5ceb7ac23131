"""The question on top of page "Why": why this digit and not that one, and by how much it leads."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWhatsThis, QWidget

from gui.pages.why.card import Evidence
from gui.pages.why.words import Piece, Words
from gui.session.explanation import Explanation
from gui.session.why import Why
from gui.style import theme
from gui.widgets import class_names
from gui.widgets.controls import button, label
from gui.widgets.explain import written
from gui.widgets.when_seen import WhenSeen
from model.data_set import DIGITS

ARROW, SMALL = 40, 14  # pixels of a box beside its text, and of the letters of names
WIDE = 880  # pixels from which on there is room for explanations
WIDTH, LONGEST = 58, 150  # pixels of a box with digits, and at the most of one with other names
RUNNER_UP = 10  # the item of the rival's box that stands for no choice


class QuestionBar(QWidget):
    """Two boxes with digits, a sentence, and the link to what all this is worth, which is `trust_wanted`.

    The keys 0 to 9 choose the rival as long as the bar can be seen; the same key once more, the runner-up.
    """

    trust_wanted = Signal()

    def __init__(self, why: Why) -> None:
        super().__init__()
        self.setObjectName("questionBar")
        self._why = why
        self._names: Sequence[str] = DIGITS
        self.answer = self._box(
            "answerBox", "answer", self.tr("Why this digit"),
            self.tr("The digit that is asked about: the one with the largest output, unless you choose another."),
        )  # fmt: skip
        self.rival = self._box(
            "rivalBox", "rival", self.tr("and not this one"),
            self.tr("The digit it is compared with: the runner-up, unless you choose another. Keys 0 to 9 choose it."),
        )  # fmt: skip
        self.rival.addItem(self.tr("runner-up"))
        self.rival.view().setMinimumWidth(theme.room(110))
        self.answer.activated.connect(self._on_answer)
        self.rival.activated.connect(self._on_rival)
        self.lead = Words("leadWords", QPalette.ColorRole.Window)
        self.note = label(self.tr("Each card takes this lead apart, measures it, or tries to overturn it."), "dim")
        self.trust = button(
            "trustButton", self.tr("How far to trust this"),
            self.tr("What each kind of answer is worth, shown on your drawing"), self.trust_wanted.emit, "link",
        )  # fmt: skip
        self.help = button(
            "whyHelpButton", "?", self.tr("What this page shows, and what its colours and badges mean"), self._on_help
        )
        self.help.setAccessibleName(self.tr("What this page shows"))
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # the link has room first
        self._room, self._below, row = QWidget(), QVBoxLayout(self), QHBoxLayout()
        self._room.installEventFilter(self)
        # the lead may change its place: not while Qt goes through the places of all
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._resized.timeout.connect(self._catch_up)
        self._beside = QVBoxLayout(self._room)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.lead)
        self._beside.addWidget(self.note)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(4)
        self._below.addLayout(row)
        row.setSpacing(10)
        self._signs = [label(text, "question") for text in (self.tr("Why"), self.tr("and not"), self.tr("?"))]
        for widget in (self._signs[0], self.answer, self._signs[1], self.rival, self._signs[2]):
            row.addWidget(widget)
        row.addSpacing(12)
        row.addWidget(self._room, 1)
        row.addWidget(self.trust)
        row.addWidget(self.help)
        for digit in range(10):
            key = QShortcut(QKeySequence(str(digit)), self)
            key.setAutoRepeat(False)
            key.activated.connect(self._on_key)
        why.changed.connect(WhenSeen(self, self._catch_up).tell)

    def _box(self, name: str, role: str, accessible: str, tip: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setProperty("role", role)
        box.setAccessibleName(accessible)
        box.setToolTip(tip)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.addItems(DIGITS)
        box.setFixedWidth(theme.room(WIDTH))
        return box

    # -- choosing -----------------------------------------------------------------------------------------------

    def _on_answer(self, digit: int) -> None:
        now = self._why.now
        given = now is not None and now.snapshot.logits is not None and int(now.snapshot.logits.argmax()) == digit
        self._why.choose_answer(None if given else digit)

    def _on_rival(self, index: int) -> None:
        self._why.choose_rival(None if index == RUNNER_UP else index)

    def _on_key(self) -> None:
        key = self.sender()
        assert isinstance(key, QShortcut)
        digit = int(key.key().toString())
        if self._why.now is None:
            return  # there is no question yet
        self._why.choose_rival(None if digit == self._why.chosen[1] else digit)

    def _on_help(self) -> None:
        words = (
            self.tr(
                "Each card takes the lead of one digit over another apart, measures it, or tries to overturn it, while "
                "you draw. On every card amber speaks for the answer and blue for the rival."
            ),
            self.tr("The badge of a card says what kind of answer it gives:"),
            *(evidence.words for evidence in Evidence),
            self.tr("Keys 0 to 9 choose the rival. What you try here lands on the pad and can be undone."),
        )
        QWhatsThis.showText(self.help.mapToGlobal(self.help.rect().center()), written(self.tr("Why"), *words), self)

    # -- showing ------------------------------------------------------------------------------------------------

    def _catch_up(self) -> None:
        now = self._why.now
        for box in (self.answer, self.rival):
            box.setEnabled(now is not None)
        if now is not None:
            self._show(now)
        else:
            self.lead.say()
            self.note.hide()  # there is no lead
            for box in (self.answer, self.rival):
                box.setCurrentIndex(-1)

    def _name_classes(self, names: Sequence[str]) -> None:
        """Another network may have other classes than the ten digits."""
        if names != self._names:
            self._names = names
            for box in (self.answer, self.rival):
                for index, name in enumerate(names):
                    box.setItemText(index, name)
                box.setStyleSheet("" if names == DIGITS else f"font-size: {theme.scaled(SMALL)}px;")
                box.ensurePolished()  # or its font is not yet the one that it writes with
            self._fit_boxes()

    def _fit_boxes(self) -> None:
        """As wide as their names, or as much narrower as the layout must make them."""
        least, most = theme.room(WIDTH), theme.room(LONGEST)
        for box in (self.answer, self.rival):
            box.setMinimumWidth(least)
            box.setMaximumWidth(class_names.room(self._names, box.font(), least - ARROW, most - ARROW) + ARROW)

    def _show(self, now: Explanation) -> None:
        q, lead = now.question, now.lead
        self._name_classes(now.names)
        self.answer.setCurrentIndex(q.answer)
        self.rival.setCurrentIndex(q.rival)
        leads = self.tr("{0} leads {1} by {2}") if lead >= 0 else self.tr("{0} lies behind {1} by {2}")
        places = {
            "{0}": Piece(now.answer, "accent", bold=True),
            "{1}": Piece(now.rival, "series", bold=True),
            "{2}": Piece(f"{abs(lead):.2f}", bold=True),
        }  # other languages have another order
        pieces = [places.get(part, Piece(part)) for part in re.split(r"({\d})", leads)]
        self._lay_out_lead(pieces, Piece(" " + self.tr("(its output minus {0}'s)").format(now.rival), "dim"))

    def _lay_out_lead(self, pieces: list[Piece], told: Piece) -> None:
        """On one line with what there is room for, on two, or below all else: names may be long, and texts large."""
        wide, room, needed = self.width() >= WIDE, self._room.width(), self.lead.width_of(*pieces)
        lines = 1 if needed <= room else 2 if self.lead.rows(room, *pieces) <= 2 else 0
        if wide and self.lead.width_of(*pieces, told) <= (room if lines == 1 else self.width()) and lines != 2:
            pieces = [*pieces, told]
        if (lines == 0) != (self._below.indexOf(self.lead) >= 0):
            (self._below if lines == 0 else self._beside).insertWidget(1 if lines == 0 else 0, self.lead)
        self.note.setVisible(wide and lines == 1 and self.note.sizeHint().width() <= room)
        self.lead.setFixedHeight(self.lead.sizeHint().height() * max(lines, 1))
        self.lead.say(*pieces)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """There is more or less room beside the question."""
        if watched is self._room and event.type() == QEvent.Type.Resize:
            self._resized.start()
        return False
