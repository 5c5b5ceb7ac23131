"""Most like it in training: the nearest training digits by the last layer's features."""

from gui.pages.why.card import Evidence, WhyCard
from gui.pages.why.tiles import Digit, DigitRow
from gui.session.explanation import NEAREST, Explanation
from gui.session.why import Why
from gui.widgets.controls import label


class NearCard(WhyCard):
    """Two rows: of all digits, and of the rival's."""

    def __init__(self, why: Why) -> None:
        super().__init__(why, "nearCard", Evidence.SHADOW)
        self.follow(self._show, why.changed, why.reading_changed)
        self.name_it(self.tr("Most like it in training"), self.tr("by the last layer"))
        tip = self.tr(
            "Training digits that the last layer sees most alike: the cosine between their features and the drawing's, "
            "in the 32 directions in which they differ most. 1 is the same direction, 0 nothing in common."
        )
        self._all = label(self.tr("of all"), "dim")
        self._rival = label("", "dim")
        self.all = DigitRow("nearAll", self.tr("Most like it of all digits"), tip, NEAREST)
        self.of_rival = DigitRow("nearRival", self.tr("Most like it of the rival's digits"), tip, NEAREST)
        for words, row in ((self._all, self.all), (self._rival, self.of_rival)):
            self.column.addWidget(words)
            self.column.addWidget(row, 1)

    def _show(self, now: Explanation) -> None:
        """Both rows."""
        read, near, near_rival = now.read, now.near, now.near_rival
        of_rival = self.tr("of the digit {0}") if now.snapshot.weights.data.digits else self.tr("of the class {0}")
        self._rival.setText(of_rival.format(now.rival))
        self._all.setText(self.reading_words() or self.tr("of all"))
        if read is None or near is None or near_rival is None:
            self.all.show_digits([])
            self.of_rival.show_digits([])
            return
        earlier = self.tr("an earlier step") if now.is_earlier else self.tr("by the last layer")
        self.badge.say(self.tr("of {0:,} · {1}").format(now.compared, earlier))
        for row, found in ((self.all, near), (self.of_rival, near_rival)):
            digits = []
            for index, similarity in zip(found.indices.tolist(), found.similarity.tolist(), strict=True):
                digit = int(read.known.labels[index])
                framed = {now.question.answer: True, now.question.rival: False}.get(digit)
                tip = self.tr("training digit {0:,}, a {1}: cosine {2:.3f}").format(index, now.names[digit], similarity)
                digits.append(Digit(read.known.images[index], framed, f"{similarity:.2f}", tip))
            row.show_digits(digits)
