"""Two cards above each other; where the column is too low for both, two buttons choose which one is seen."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from gui.widgets.controls import button

SPACING = 10


class SharedColumn(QWidget):
    """The first card takes what the second one leaves."""

    def __init__(
        self,
        first: tuple[str, str, QWidget],
        second: tuple[str, str, QWidget],
        least: int,
        parent: QWidget | None = None,
    ) -> None:
        """Each is a button's text, its tooltip and the card; the second comes along where `least` pixels are left."""
        super().__init__(parent)
        self._least = least
        self._cards = first[2], second[2]
        self._switch = QWidget()
        row = QHBoxLayout(self._switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._group = QButtonGroup(self)
        for number, (text, tip, shown) in enumerate((first, second)):
            made = button(f"{shown.objectName()}Tab", text, tip, None, "small", checkable=True)
            self._group.addButton(made, number)
            row.addWidget(made, 1)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(self._arrange)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self._switch)
        column.addWidget(first[2], 1)
        column.addWidget(second[2])
        column.setAlignment(second[2], Qt.AlignmentFlag(0))
        self._arrange()

    def resizeEvent(self, _event: QEvent) -> None:
        """There may be room for both now, or no longer."""
        self._arrange()

    def rearrange(self) -> None:
        """A card needs more room, or less, than before."""
        self._arrange()

    def _arrange(self, *_: object) -> None:
        needed = self._least + SPACING + self._cards[1].sizeHint().height()
        both = self.height() >= needed
        self._switch.setHidden(both)
        for number, shown in enumerate(self._cards):
            shown.setHidden(not both and number != self._group.checkedId())
