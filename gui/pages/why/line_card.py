"""From the rival to the answer: training digits in the order of their own lead, and where the drawing stands."""

from gui.pages.why.card import Evidence, WhyCard
from gui.pages.why.line_view import LineView
from gui.session.explanation import Explanation
from gui.session.why import Why
from gui.widgets.elided import Elided


class LineCard(WhyCard):
    """The line, and how few training digits lie between the two."""

    def __init__(self, why: Why) -> None:
        super().__init__(why, "lineCard", Evidence.EXACT)
        self.follow(self._show, why.changed, why.reading_changed)
        self.name_it("", self.tr("exact: the network's own outputs"))
        self._words = Elided("dim", "lineWords")
        self.header.insertWidget(1, self._words, 1)
        self.header.setStretch(2, 0)
        self.view = LineView()
        self.column.addWidget(self.view, 1)

    def _show(self, now: Explanation) -> None:
        """Where the drawing stands between the two."""
        q, read, line = now.question, now.read, now.line
        title = self.tr("From {0} to {1}").format(now.rival, now.answer)
        self.name_it(title, self.tr("exact: the network's own outputs"))
        if read is None or line is None:
            self._words.set_text(self.reading_words())
            self.view.show_line(None, None, q, now.names)
            return
        words = self.tr(
            "training digits most like yours, by their own lead of {0} over {1}; {2:.1f} % of both lie within ±2"
        ).format(now.answer, now.rival, 100 * line.between)
        if now.is_earlier:
            words = self.tr("as an earlier step of the run saw it: {0}").format(words)
        self._words.set_text(words)
        self.view.show_line(line, read.known, q, now.names)
