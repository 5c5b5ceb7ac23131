"""What the next run learns from: the built-in MNIST, or a folder of one's own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.language.sentences import sentence
from gui.session.session import Session
from gui.widgets.class_names import short
from gui.widgets.controls import label
from gui.widgets.fields import Choice
from gui.widgets.file_dialogs import ask_folder
from model.data_set import MNIST, DataSet, looked_at
from model.files import InputError

BUILT_IN, CHOSEN, OTHER = "mnist", "chosen", "other"
NAME = 24  # characters of a class: what is longer ends in …


class DataRow(QWidget):
    """Offers MNIST, the folder that was chosen last, and to choose one; `changed` follows another choice.

    The choice lies in the session's `next_data`. Where the folder of the last time cannot be used, a note says why.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder = MNIST if session.next_data.built_in else session.next_data  # the one that is offered
        title = self.tr("data")
        tip = self.tr(
            "What to learn from. A folder: four IDX files of 28 × 28 images in ten classes (Fashion-MNIST, "
            "Kuzushiji-MNIST, EMNIST digits, your own) and beside them labels.txt with ten names, a line each; or ten "
            "subfolders with pictures, a class each."
        )
        self.field = Choice("dataField", title, tip, [])
        self._classes = label("", "note", "dataClasses", wrap=True)
        policy = self._classes.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # a folder's name may be longer than the column is wide
        self._classes.setSizePolicy(policy)
        words = label(title)
        words.setBuddy(self.field)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(words, 10)
        row.addWidget(self.field, 15)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(row)
        column.addWidget(self._classes)
        self._show()
        self.field.activated.connect(self._on_activated)

    def set_data(self, data: DataSet) -> None:
        """Choose this."""
        if not data.built_in:
            self._folder = data
        other = data != self._session.next_data
        self._session.choose_data(data)
        if other:
            self.changed.emit()
        self._show()

    def _show(self) -> None:
        data = self._session.next_data
        choices = [(BUILT_IN, MNIST.name)]
        if not self._folder.built_in:
            choices.append((CHOSEN, self._folder.name))
        self.field.set_choices([*choices, (OTHER, self.tr("folder…"))])
        self.field.set_value(BUILT_IN if data.built_in else CHOSEN)
        fault = self._session.data_fault
        instead = self.tr("{0} MNIST is chosen instead.").format(fault) if fault else ""
        names = ", ".join(short(name, NAME) for name in data.classes)
        if data.digits:
            names = self.tr("Taken for the digits 0 to 9; of anything else labels.txt must say what it is.")
        self._classes.setText(instead if data.built_in else names)
        self._classes.setToolTip(instead if data.built_in else str(data.path))
        self._classes.setVisible(bool(self._classes.text()))

    def _on_activated(self, _index: int) -> None:
        if self.field.value() == OTHER:
            self._ask()
        else:
            self.set_data(MNIST if self.field.value() == BUILT_IN else self._folder)

    def _ask(self) -> None:
        folder = ask_folder(self, self.tr("A folder with images to learn from"))
        data = self._session.next_data
        try:
            data = data if folder is None else looked_at(folder)
        except InputError as error:
            self._session.failed.emit(sentence(error))
        self.set_data(data)
