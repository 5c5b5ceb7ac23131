"""Below the answer: tell the network which digit was meant, and open the examples it can learn from."""

import numpy as np
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from gui.pad.examples_dialog import ExamplesDialog
from gui.session.run import Ask
from gui.session.session import Session
from gui.style import theme
from gui.widgets.controls import button, label
from gui.widgets.pictures import grey_image
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
        self._places = QStackedLayout()  # as high with the one as with the other: nothing moves under the pointer
        column.addLayout(header)
        header.addLayout(self._places, 1)  # first: what it shows without a parent would be a window
        header.addWidget(self._open)
        self._places.addWidget(self._words)
        self._places.addWidget(self._build_learn())
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
        session.state_changed.connect(self._show_state)
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
            self._on_examples_changed()

    def _build_learn(self) -> QWidget:
        """In the place of the question: what was kept last, and the button to learn it."""
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        self._picture = label(name="newestExample")
        self._learn = button(
            "learnNowButton", "", self.tr("Learn from all your examples in a few seconds; you can revert it"),
            self._session.teach, "small",
        )  # fmt: skip
        self._learn.setStyleSheet("padding: 3px 6px;")
        row.addWidget(self._picture)
        row.addWidget(self._learn)
        row.addStretch()
        return whole

    def _on_examples_changed(self) -> None:
        count = len(self._session.examples.drawings)
        self._open.setAccessibleName(self.tr("My examples, {0}").format(count))
        words = self.tr("Learn now (1 example)") if count == 1 else self.tr("Learn now ({0} examples)").format(count)
        self._learn.setText(words)
        self._learn.setAccessibleName(words)
        newest = self._session.examples.newest if count else None
        if newest is not None:
            side = theme.scaled(22)
            picture = grey_image((newest.ink() * 255).astype(np.uint8))
            self._picture.setPixmap(QPixmap.fromImage(picture).scaled(side, side))
            self._picture.setToolTip(self.tr("Kept as a {0}").format(newest.label))
        self._places.setCurrentIndex(int(newest is not None and self._data.digits))
        self._open.setText((self.tr("examples: {0}") if newest is None else self.tr("all: {0}")).format(count))
        self._show_state()

    def _show_state(self) -> None:
        self._learn.setEnabled(self._session.trainer.may(Ask.START) and self._data.digits)
