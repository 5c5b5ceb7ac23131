"""The choice of digits to evaluate on: MNIST's two sets, or one's own examples."""

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from gui.session.evaluator import SOURCES, Evaluator
from gui.widgets.controls import label


class Sources(QWidget):
    """Three radio buttons."""

    def __init__(self, evaluator: Evaluator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evaluator = evaluator
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(label(self.tr("Evaluate on"), "dim"))
        self._buttons = QButtonGroup(self)
        words = {
            "test": (
                self.tr("MNIST's test set"),
                self.tr("10,000 digits that no training ever sees: the figure to report"),
            ),
            "validation": (
                self.tr("MNIST's validation set"),
                self.tr("5,000 digits set aside to choose recipes by; no network learns from them"),
            ),
            "examples": (self.tr("My examples"), self.tr("The drawings you kept with the digit you meant")),
        }
        for number, source in enumerate(SOURCES):
            title, tip = words[source]
            choice = QRadioButton(title)
            choice.setObjectName(f"{source}Source")
            choice.setAccessibleName(title)
            choice.setToolTip(tip)
            choice.setChecked(source == evaluator.source)
            self._buttons.addButton(choice, number)
            column.addWidget(choice)
        self._buttons.idClicked.connect(self._on_source)

    def _on_source(self, number: int) -> None:
        self._evaluator.choose_source(SOURCES[number])
