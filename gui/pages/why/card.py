"""What the cards of page "Why" have in common: a title, a badge that says what they are worth, how they follow."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPoint, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolTip, QVBoxLayout

from gui.session.explanation import Explanation
from gui.session.why import Why
from gui.widgets.controls import label
from gui.widgets.when_seen import WhenSeen


class Evidence(Enum):
    """How far a card can be trusted; the value says what that means."""

    EXACT = QT_TRANSLATE_NOOP(
        "Evidence",
        "Exact: numbers that the network computed itself. Where they are added up, the sum is compared with PyTorch's "
        "own value.",
    )
    MEASURED = QT_TRANSLATE_NOOP(
        "Evidence",
        "Measured: the drawing was changed and the network was run again. Each number holds for its own change alone; "
        "several do not add up.",
    )
    SEARCHED = QT_TRANSLATE_NOOP(
        "Evidence",
        "Searched: found by trying. What was found holds, but it is not the only one; and where nothing was found, "
        "there may still be one.",
    )
    SHADOW = QT_TRANSLATE_NOOP(
        "Evidence",
        "A shadow: many numbers pressed into a few. What lies apart here is different; what lies together need not be "
        "alike.",
    )

    @property
    def words(self) -> str:
        """What it means, in the language of the window."""
        return QCoreApplication.translate("Evidence", str(self.value))


class Badge(QPushButton):
    """Names the kind of evidence; pressed, it shows its tip, which the pointer and the keyboard reach alike."""

    def __init__(self, name: str, evidence: Evidence) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "evidence")
        self.setProperty("kind", evidence.name.lower())
        self.setToolTip(evidence.words)
        self.setAccessibleDescription(evidence.words)
        self.clicked.connect(self._on_clicked)

    def say(self, text: str) -> None:
        """Write this on it."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)

    def _on_clicked(self) -> None:
        QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), self.toolTip(), self)


class WhyCard(QFrame):
    """A card about `why.now`, see `follow`."""

    def __init__(self, why: Why, name: str, evidence: Evidence) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.why = why
        self._title = label("", "title")
        self.badge = Badge(f"{name}Badge", evidence)
        self.header = QHBoxLayout()
        self.header.setSpacing(10)
        self.header.addWidget(self._title)
        self.header.addStretch(1)
        self.header.addWidget(self.badge)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 12, 10)
        self.column.setSpacing(5)
        self.column.addLayout(self.header)

    def follow(self, show: Callable[[Explanation], object], *signals: SignalInstance) -> None:
        """Let `show` have `why.now` after each of `signals`: at once while the card is seen, else when it is next."""

        def catch_up() -> None:
            if self.why.now is not None:
                show(self.why.now)

        seen = WhenSeen(self, catch_up)
        for signal in signals:
            signal.connect(seen.tell)

    @property
    def title(self) -> str:
        """What the card is about."""
        return self._title.text()

    def name_it(self, title: str, badge: str) -> None:
        """Write title and badge."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self.badge.say(badge)

    def reading_words(self) -> str:
        """How far the training digits are read; empty when they are."""
        if self.why.now is not None and self.why.now.read is not None:
            return ""
        if self.why.reading is None:
            return self.tr("the training digits are read next…")
        done, of = self.why.reading
        return self.tr("reading the training digits: {0} %").format(100 * done // max(of, 1))
