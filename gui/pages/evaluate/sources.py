"""On what to evaluate: a part of the data that the network was trained on, or the user's own examples."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from gui.session.evaluator import SOURCES
from model.data_set import MNIST, DataSet


class Sources(QWidget):
    """One button a source; `chosen` carries its name."""

    chosen = Signal(str)

    def __init__(self, source: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        for number, name in enumerate(SOURCES):
            made = QRadioButton()
            made.setObjectName(f"{name}Source")
            made.setChecked(name == source)
            self._group.addButton(made, number)
            column.addWidget(made)
        self._group.idClicked.connect(lambda number: self.chosen.emit(SOURCES[number]))
        self.show_data(MNIST)

    def show_data(self, data: DataSet) -> None:
        """Name the parts of this set."""
        if data.built_in:
            test, validation = self.tr("MNIST's test set"), self.tr("MNIST's validation set")
            tips = [
                self.tr("10,000 digits that no training ever sees: the figure to report"),
                self.tr("5,000 digits set aside to choose recipes by; no network learns from them"),
            ]
        else:
            test = self.tr("Test set of {0}").format(data.name)
            validation = self.tr("Validation set of {0}").format(data.name)
            tips = [
                self.tr("Images that no training ever sees: the figure to report"),
                self.tr("A twelfth of the training images, set aside to choose recipes by"),
            ]
        mine = self.tr("The drawings you kept with the digit you meant")
        if not data.digits:
            mine = self.tr("Your examples are digits, and this network is of {0}: it reads none").format(data.name)
        titles = test, validation, self.tr("My examples")
        for made, title, tip in zip(self._group.buttons(), titles, (*tips, mine), strict=True):
            made.setText(title)
            made.setAccessibleName(title)
            made.setToolTip(tip)
        self._group.button(SOURCES.index("examples")).setEnabled(data.digits)
