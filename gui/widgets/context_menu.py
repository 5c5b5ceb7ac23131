"""The menu of the right mouse button: a panel as a picture, its numbers as text, into the clipboard or a file."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImageWriter
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QMenu, QMessageBox, QWidget

from gui.language.sentences import sentence
from gui.widgets.file_dialogs import ask_save, tell_written
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
        picture = self._widget.grab()  # now: the dialog may take its time
        path = self._ask(self.tr("Save the picture"), "panel.png", self.tr("PNG picture (*.png)"))
        if path is not None:
            content = QByteArray()
            buffer = QBuffer(content)
            buffer.open(QIODevice.OpenModeFlag.WriteOnly)
            QImageWriter(buffer, b"PNG").write(picture.toImage())
            self._write(path, bytes(content.data()))

    def _on_save_numbers(self) -> None:
        assert self._numbers is not None
        text = self._numbers(self._at)  # now: the dialog may take its time
        path = self._ask(self.tr("Save the numbers"), "numbers.csv", self.tr("Table (*.csv)"))
        if path is not None:
            written = io.StringIO()
            csv.writer(written, lineterminator="\n").writerows(line.split("\t") for line in text.split("\n"))
            self._write(path, written.getvalue().encode())

    def _ask(self, title: str, name: str, kind: str) -> Path | None:
        return ask_save(self._widget.window(), title, name, kind, failed=self._say)

    def _write(self, path: Path, content: bytes) -> None:
        try:
            write_atomically(path, content)
        except InputError as error:
            self._say(sentence(error))
        else:
            tell_written(self._widget, path)

    def _say(self, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Information, "ConvPad", text, parent=self._widget.window())
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
    """What a table shows, tab-separated: its titles, then a line a row; 1 and 0 for boxes that are ticked or not."""
    model = view.model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in columns]
    cells = [[_written(model.index(row, column)) for column in columns] for row in rows]
    return "\n".join("\t".join(str(each) for each in line) for line in [titles, *cells])


def _written(index: QModelIndex) -> str:
    text, ticked = index.data(), index.data(Qt.ItemDataRole.CheckStateRole)
    if text is None and ticked is not None:
        return str(int(Qt.CheckState(ticked) == Qt.CheckState.Checked))
    return "" if text is None else str(text)
