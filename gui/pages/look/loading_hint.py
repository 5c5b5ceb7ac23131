"""What stands in the place of the cards until there is a network: that it is being loaded, or why it could not be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.session.session import Session
from gui.widgets.controls import button, label


class LoadingHint(QWidget):
    """Says the reason and offers to try again or to choose another file; `open_wanted` follows the latter."""

    open_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = label("", "dim", "loadingHint", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._choices = QWidget()
        row = QHBoxLayout(self._choices)
        row.addStretch()
        tip = self.tr("Read the weights once more, for instance after the file was put back")
        row.addWidget(button("loadAgain", self.tr("Try again"), tip, self._on_again, "primary"))
        tip = self.tr("Open a file with other weights (Ctrl+O)")
        row.addWidget(button("loadAnother", self.tr("Choose another…"), tip, self.open_wanted.emit))
        row.addStretch()
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(self._words)
        column.addWidget(self._choices)
        column.addStretch()
        session.load_fault_changed.connect(self._show)
        self._show()

    def _on_again(self) -> None:
        if not self._session.task.busy:
            self._session.load()

    def _show(self) -> None:
        fault = self._session.load_fault
        self._words.setText(fault or self.tr("The network is being loaded…"))
        self._choices.setVisible(bool(fault))
