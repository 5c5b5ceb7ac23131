"""The menu of the right mouse button: a panel as a picture, its numbers as text, into the clipboard or a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImageWriter
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QFileDialog, QMenu, QMessageBox, QWidget

from gui.language.sentences import sentence
from model.files import InputError, write_atomically

Numbers = Callable[[QPoint], str]  # what is to be copied, of the place in the widget that the menu was asked for
Own = Callable[[QMenu, QPoint], object]  # adds what else can be done there


class ContextMenu(QObject):
    """Opens over `widget`, also with the Menu key. `numbers` gives its numbers; `own` adds its own entries first."""

    def __init__(self, widget: QWidget, numbers: Numbers | None = None, own: Own | None = None) -> None:
        super().__init__(widget)
        self._widget, self._numbers, self._own = widget, numbers, own
        self._at = QPoint()
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        widget.customContextMenuRequested.connect(self.open)

    def open(self, at: QPoint) -> None:
        """Open the menu for the place `at` in the widget."""
        self._at = at
        menu = QMenu(self._widget)
        menu.setObjectName("contextMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._own is not None:
            self._own(menu, at)
            menu.addSeparator()
        entry(menu, "copyPicture", self.tr("Copy as a picture"), self._on_copy_picture)
        if self._numbers is not None:
            entry(menu, "copyNumbers", self.tr("Copy the numbers"), self._on_copy_numbers)
        menu.addSeparator()
        entry(menu, "exportPicture", self.tr("Export as a picture…"), self._on_save_picture)
        if self._numbers is not None:
            entry(menu, "exportNumbers", self.tr("Export the numbers…"), self._on_save_numbers)
        shown = self._widget.viewport() if isinstance(self._widget, QAbstractScrollArea) else self._widget
        menu.popup(shown.mapToGlobal(at))

    def _on_copy_picture(self) -> None:
        QGuiApplication.clipboard().setPixmap(self._widget.grab())

    def _on_copy_numbers(self) -> None:
        assert self._numbers is not None
        QGuiApplication.clipboard().setText(self._numbers(self._at))

    def _on_save_picture(self) -> None:
        title, kinds = self.tr("Save the picture"), self.tr("PNG picture (*.png)")
        path, _ = QFileDialog.getSaveFileName(self._widget.window(), title, "panel.png", kinds)
        if path:
            content = QByteArray()
            buffer = QBuffer(content)
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            QImageWriter(buffer, b"PNG").write(self._widget.grab().toImage())
            self._write(Path(path), ".png", bytes(content.data()))

    def _on_save_numbers(self) -> None:
        assert self._numbers is not None
        text = self._numbers(self._at)  # now: the dialog may take its time
        title, kinds = self.tr("Save the numbers"), self.tr("Table (*.csv)")
        path, _ = QFileDialog.getSaveFileName(self._widget.window(), title, "numbers.csv", kinds)
        if path:
            self._write(Path(path), ".csv", text.replace("\t", ",").encode())

    def _write(self, path: Path, ending: str, content: bytes) -> None:
        try:
            write_atomically(path.with_suffix(ending), content)
        except InputError as error:
            box = QMessageBox(QMessageBox.Icon.Information, "ConvPad", sentence(error), parent=self._widget.window())
            box.setObjectName("messageDialog")
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.open()


def entry(menu: QMenu, name: str, text: str, triggered: Callable[[], object], enabled: bool = True) -> None:
    """Add an action to a menu."""
    action = menu.addAction(text)
    action.setObjectName(name)
    action.setEnabled(enabled)
    action.triggered.connect(triggered)


def table_numbers(view: QAbstractItemView) -> str:
    """What a table shows, tab-separated: its titles, then a line a row."""
    model = view.model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in columns]
    cells = [[model.index(row, column).data() for column in columns] for row in rows]
    return "\n".join("\t".join("" if each is None else str(each) for each in line) for line in [titles, *cells])
