"""Page "Why": why the drawing is read as this digit and not as that one, live, each answer with what it is worth."""

from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.pages.why.cards import Cards
from gui.pages.why.change_card import ChangeCard
from gui.pages.why.counted_card import CountedCard
from gui.pages.why.hints import WhyHints
from gui.pages.why.ink_card import InkCard
from gui.pages.why.line_card import LineCard
from gui.pages.why.near_card import NearCard
from gui.pages.why.place_card import PlaceCard
from gui.pages.why.question_bar import QuestionBar
from gui.pages.why.trust_page import TrustPage
from gui.session.session import Session
from gui.widgets.controls import label
from gui.widgets.explain import explain
from gui.widgets.when_seen import WhenSeen


class WhyPage(QWidget):
    """The question, six cards, and the page about what they are worth.

    `map_wanted` carries the Place of a map to look into; `field_changed` what is pointed at (a Window) or None.
    """

    map_wanted = Signal(object)
    field_changed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("whyContent")
        self._session, why = session, session.why
        self.question = QuestionBar(why)
        self.ink, self.change, self.place = InkCard(why), ChangeCard(why), PlaceCard(why)
        self.line, self.counted, self.near = LineCard(why), CountedCard(why), NearCard(why)
        self.cards = Cards((self.ink, self.change, self.place, self.line, self.counted, self.near))
        self._hint = label("", "", "whyHint", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setContentsMargins(80, 0, 80, 120)
        self.stack = QStackedWidget()
        for widget in (self.cards, self._hint):
            self.stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.question)
        column.addWidget(self.stack, 1)
        self.question.trust_wanted.connect(self._on_trust_wanted)
        self.counted.map_wanted.connect(self.map_wanted)
        self.ink.field_changed.connect(self.field_changed)
        self.change.field_changed.connect(self.field_changed)
        why.changed.connect(WhenSeen(self, self._show_state).tell)
        follow = WhenSeen(self, self._follow)
        session.display.snapshot_changed.connect(follow.tell)
        session.load_fault_changed.connect(self._show_state)
        explain(self, WhyHints(self).all())

    @cached_property
    def trust(self) -> TrustPage:
        """What all this is worth; made when it is first wanted."""
        made = TrustPage(self._session.why)
        made.closed.connect(self._on_trust_closed)
        self.stack.addWidget(made)
        explain(made, WhyHints(self).all())
        return made

    def _follow(self) -> None:
        self._session.why.follow()
        self._show_state()

    def _show_state(self) -> None:
        """The cards; without a drawing, what to do."""
        if isinstance(self.stack.currentWidget(), TrustPage):
            return
        explained = self._session.why.now is not None
        if not explained:
            self._hint.setText(self._words())
        self.stack.setCurrentWidget(self.cards if explained else self._hint)

    def _words(self) -> str:
        if self._session.display.network is None:
            return self._session.load_fault or self.tr("The network is being loaded…")
        return self.tr(
            "Draw a digit on the pad at the left.\n\nWhile you draw, six cards here say why the network reads it as it "
            "does: what your ink does, what would change the answer, where it lies among training digits, and what the "
            "last layer counted. Each says of itself how far it can be trusted."
        )

    def _on_trust_wanted(self) -> None:
        self.stack.setCurrentWidget(self.trust)
        self.trust.setFocus()
        self.question.trust.hide()

    def _on_trust_closed(self) -> None:
        self.stack.setCurrentWidget(self.cards)
        self._show_state()
        self.question.trust.show()
        self.question.trust.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """What rested goes on, also where the drawing is the one from before."""
        super().showEvent(event)
        if not self._session.why.seen:
            self._follow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is worked out any more until the page is seen again."""
        super().hideEvent(event)
        self._session.why.rest()
        self.field_changed.emit(None)
