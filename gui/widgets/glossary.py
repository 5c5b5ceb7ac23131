"""The glossary as a window, and words on the pages that open it."""

from functools import lru_cache

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from gui.language import languages
from gui.style import theme
from gui.widgets.controls import button, label
from gui.widgets.dialogs import resize_within_screen
from gui.widgets.explain import explain, written
from gui.widgets.terms import Term, Terms


class Glossary(QDialog):
    """Words at the left, what the chosen one means at the right. Deleted when it is closed."""

    def __init__(self, parent: QWidget, key: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("glossaryDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Glossary"))
        self._terms = Terms(self).all()
        self.words = QListWidget()
        self.words.setObjectName("glossaryWords")
        self.words.setAccessibleName(self.tr("Words"))
        self.words.setToolTip(self.tr("Choose a word, with the mouse or the arrow keys; or type its first letters"))
        self.words.addItems([term.word for term in self._terms.values()])
        self.words.setMinimumWidth(theme.room(210))
        self.title, self.meaning = label("", "title", "glossaryTitle"), label("", "", "glossaryMeaning", wrap=True)
        self.meaning.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.meaning.setAccessibleName(self.tr("What the word means"))
        self.meaning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = button("closeGlossary", self.tr("Close"), self.tr("Close this window (Esc)"), self.close)
        right = QVBoxLayout()
        right.addWidget(self.title)
        right.addWidget(self.meaning, 1)
        right.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(16)
        row.addWidget(self.words)
        row.addLayout(right, 1)
        self.words.currentRowChanged.connect(self._on_chosen)
        resize_within_screen(self, QSize(theme.room(640), theme.room(420)))
        hints = {
            "glossaryMeaning": self.tr("Try: mark a sentence with the mouse and copy it into your notes."),
            "glossaryWords": self.tr("Try: read it from the top, it goes from the drawing to the answer."),
            "closeGlossary": self.tr("Try: open it again from the word Kernels on a card."),
        }
        explain(self, hints)
        self.choose(key)

    def choose(self, key: str) -> None:
        """Show what the word of this key means; the first one where there is none."""
        keys = list(self._terms)
        self.words.setCurrentRow(keys.index(key) if key in keys else 0)

    def _on_chosen(self, row: int) -> None:
        term = list(self._terms.values())[row]
        self.title.setText(term.word)
        self.meaning.setText(term.meaning)


class _Link(QObject):
    """A click on the label it belongs to opens the glossary."""

    def __init__(self, word: QWidget, key: str) -> None:
        super().__init__(word)
        self._word, self._key = word, key
        word.installEventFilter(self)

    def words(self) -> str:
        """What a click does."""
        return self.tr("Click: all words in the glossary.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only the press is needed; nothing else is taken."""
        if watched is self._word and event.type() == QEvent.Type.MouseButtonPress:
            QTimer.singleShot(0, self, self._open)  # after the press is over: the dialog takes the mouse
            return True
        return False

    def _open(self) -> None:
        Glossary(self._word.window(), self._key).show()


@lru_cache(maxsize=1)
def _terms(_language: str) -> dict[str, Term]:
    """All terms in the language in use; a window has dozens of words that lead to them."""
    return Terms().all()


def gloss(word: QWidget, key: str) -> None:
    """Have a word on a page say what it means, and open the glossary when it is clicked."""
    term = _terms(languages.current())[key]
    click = _Link(word, key).words()
    word.setToolTip(f"{term.meaning}\n{click}")
    word.setWhatsThis(written(term.word, term.meaning, click))
    word.setCursor(Qt.CursorShape.WhatsThisCursor)
