"""Below the answer: tell the network which digit was meant, and open the examples it can learn from."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.pad.examples_dialog import ExamplesDialog
from gui.session.session import Session
from gui.widgets.controls import button, label
from model.data_set import MNIST
from model.look.snapshot import Snapshot


class TeachRow(QWidget):
    """Ten buttons, one a digit; a click keeps the drawing with that label among the user's examples."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._data = session, MNIST
        self.dialog = ExamplesDialog(session, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        header = QHBoxLayout()
        self._words = label(self.tr("Wrong? You meant:"), "dim", "teachWords")
        self._open = button(
            "examplesButton", "", self.tr("The drawings you kept: see them, remove them, learn from them"),
            self.dialog.open_beside, "link",
        )  # fmt: skip
        header.addWidget(self._words)
        header.addStretch()
        header.addWidget(self._open)
        column.addLayout(header)
        row = QHBoxLayout()
        row.setSpacing(4)
        self._digits = QButtonGroup(self)
        for digit in range(10):
            made = QPushButton(str(digit))
            made.setObjectName(f"meant{digit}")
            made.setAccessibleName(self.tr("I meant {0}").format(digit))
            made.setToolTip(self.tr("Keep this drawing as an example of {0}").format(digit))
            made.setStyleSheet("padding: 4px 0;")
            made.setMinimumWidth(20)
            self._digits.addButton(made, digit)
            row.addWidget(made, 1)
        column.addLayout(row)
        self._digits.idClicked.connect(session.add_example)
        session.examples.changed.connect(self._on_examples_changed)
        self._on_examples_changed()
        session.display.snapshot_changed.connect(self._on_snapshot_changed)

    def _on_snapshot_changed(self, snapshot: Snapshot) -> None:
        """A network of other things than digits learns no digits, and says what it is of."""
        data = snapshot.weights.data
        if data != self._data:
            self._data = data
            words = self.tr("Wrong? You meant:") if data.digits else self.tr("A network of {0}").format(data.name)
            self._words.setText(words)
            self._words.setToolTip("" if data.digits else ", ".join(data.classes))
            for made in self._digits.buttons():
                made.setVisible(data.digits)

    def _on_examples_changed(self) -> None:
        count = len(self._session.examples.drawings)
        self._open.setText(self.tr("examples: {0}").format(count))
        self._open.setAccessibleName(self.tr("My examples, {0}").format(count))
