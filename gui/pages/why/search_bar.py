"""A button that begins a search, and what is seen of it while it goes on."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from gui.session.why import Why
from gui.session.why_searches import Sought
from gui.widgets.controls import button, label


class SearchBar(QWidget):
    """A sentence, a button that begins a search, and while it goes on its progress and a button that ends it."""

    def __init__(self, why: Why, sought: Sought, name: str, text: str, tip: str) -> None:
        super().__init__()
        self._why, self._sought = why, sought
        self.words = label("", "dim", f"{name}Words", wrap=True)
        self.begin = button(f"{name}Button", text, tip, self._on_begin, "small")
        self.progress = QProgressBar()
        self.progress.setObjectName(f"{name}Progress")
        self.progress.setAccessibleName(self.tr("How far the search is"))
        self.progress.setTextVisible(False)
        stop = self.tr("Stop looking; nothing changes")
        self.stop = button(f"{name}Cancel", self.tr("Cancel"), stop, why.searches.cancel, "small")
        row = QHBoxLayout()
        for widget in (self.begin, self.progress, self.stop):
            row.addWidget(widget, 1 if widget is self.progress else 0)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addLayout(row)

    def _on_begin(self) -> None:
        self._why.searches.start(self._sought)

    def show_state(self, words: str) -> None:
        """Say this, and show what can be done."""
        searches = self._why.searches
        on = self._sought in (searches.running, searches.next)
        done, of = searches.progress if searches.running is self._sought else (0, 0)
        focused = self.begin.hasFocus() or self.stop.hasFocus()
        self.words.setText(words)
        self.begin.setVisible(not on)
        self.progress.setVisible(on)
        self.stop.setVisible(on)
        if focused:  # the button that had the keyboard may be gone
            (self.stop if on else self.begin).setFocus()
        self.progress.setRange(0, of)
        self.progress.setValue(done)
