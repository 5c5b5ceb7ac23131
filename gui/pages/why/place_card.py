"""Where it lies: training digits as the last layer sees them, flattened, and the drawing among them as it grew."""

from gui.pages.why.card import Evidence, WhyCard
from gui.pages.why.place_view import PlaceView
from gui.session.explanation import Explanation
from gui.session.why import Why
from gui.widgets.controls import label


class PlaceCard(WhyCard):
    """The map and a line about it."""

    def __init__(self, why: Why) -> None:
        super().__init__(why, "placeCard", Evidence.SHADOW)
        self.follow(self._show, why.changed, why.reading_changed)
        self.name_it(self.tr("Where it lies"), self.tr("a shadow"))
        self.view = PlaceView()
        self._note = label("", "note", wrap=True)
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self._note)
        why.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        if self.why.now is None:
            self.view.forget_way()

    def _show(self, now: Explanation) -> None:
        """The drawing's place and its way there."""
        if now.read is None:
            self._note.setText(self.reading_words())
            self.view.show_place(None, None, now.question, now.names)
            return
        shown = min(len(now.read.known), self.view.SHOWN)
        words = self.tr("{0:,} training digits as the last layer sees them, flattened. Line: your drawing as it grew.")
        if now.is_earlier:
            words = self.tr("{0:,} training digits as an earlier step of the run saw them, flattened.")
        self._note.setText(words.format(shown))
        self.view.show_place(now.read.known, now.place, now.question, now.names)
