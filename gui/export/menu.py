"""The menu "Export": weights, program, panels, curves and the run as a film, each into a file of the user's choice."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QProgressDialog, QStackedWidget

from gui.export import panel_pictures
from gui.language.sentences import sentence
from gui.session.session import Session
from gui.widgets.file_dialogs import ask_save, is_taken
from model.files import InputError, write_atomically

if TYPE_CHECKING:
    from gui.export.film import Filming


class Export(QObject):
    """Asks where to, has the content made, and writes it; what goes wrong is told by the session's `failed`."""

    def __init__(self, window: QMainWindow, session: Session, menu: QMenu, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._session = window, session
        self._filming: Filming | None = None
        self._dialog: QProgressDialog | None = None
        self._film_path = Path()
        self.menu = menu.addMenu(self.tr("Export"))
        self.menu.setObjectName("exportMenu")
        self.menu.aboutToShow.connect(self.show_state)
        self._needs_network = [
            self._add("exportWeights", self.tr("Weights as safetensors…"), self._weights),
            self._add("exportOnnx", self.tr("Weights as ONNX…"), self._onnx),
            self._add("exportCode", self.tr("Network as PyTorch code…"), self._code),
            self._add("exportKeras", self.tr("Network as Keras code…"), self._keras),
            self._add("exportCaffe", self.tr("Network as Caffe files…"), self._caffe),
        ]
        self.menu.addSeparator()
        self._panels = self.menu.addMenu(self.tr("Panel as PNG or SVG"))
        self._panels.setObjectName("panelsMenu")
        self._panels.triggered.connect(self._on_panel)
        self._curves = self._add("exportCurves", self.tr("Curves as CSV…"), self._save_curves)
        self._film = self._add("exportFilm", self.tr("Training as an animated picture…"), self._save_film)

    def _add(self, name: str, text: str, triggered: Callable[[], object]) -> QAction:
        action = self.menu.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(triggered)
        return action

    def show_state(self) -> None:
        """Offer what there is now."""
        session = self._session
        for action in self._needs_network:
            action.setEnabled(session.in_use.current is not None)
        self._curves.setEnabled(bool(session.trainer.history))
        self._film.setEnabled(bool(session.rewind.steps) and self._filming is None)
        self._panels.clear()
        pages = self._window.findChild(QStackedWidget, "pages")
        page = pages.currentWidget() if pages is not None else None
        if page is not None:
            self._panels.addAction(self.tr("The whole page")).setData(page)
            self._panels.addSeparator()
            for title, widget in panel_pictures.panels(page):
                self._panels.addAction(title).setData(widget)

    def _ask(self, title: str, name: str, *kinds: str) -> Path | None:
        """Where to; None if the user thought better of it."""
        return ask_save(self._window, title, name, *kinds, failed=self._session.failed.emit)

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        try:
            write_atomically(path, make())
        except InputError as error:
            self._session.failed.emit(sentence(error))
        else:
            self._session.saved.emit(path)

    # -- the network --------------------------------------------------------------------------------------------

    def _weights(self) -> None:
        path = self._ask(self.tr("Save weights"), "digits.safetensors", self.tr("Weights (*.safetensors)"))
        if path is not None:
            self._session.in_use.save(path)

    def _onnx(self) -> None:
        self._network("onnx", self._ask(self.tr("Save as ONNX"), "digits.onnx", self.tr("ONNX model (*.onnx)")))

    def _code(self) -> None:
        kind = self.tr("Python program (*.py)")
        self._network("pytorch", self._ask(self.tr("Save PyTorch code"), "digit_net.py", kind))

    def _keras(self) -> None:
        kind = self.tr("Python program (*.py)")
        self._network("keras", self._ask(self.tr("Save Keras code"), "digit_net_keras.py", kind))

    def _caffe(self) -> None:
        from model.export.formats import caffe_weights

        path = self._ask(self.tr("Save for Caffe"), "digits.prototxt", self.tr("Caffe network (*.prototxt)"))
        if path is not None and not is_taken(caffe_weights(path), self._session.failed.emit):
            self._network("caffe", path)  # the dialog asked about the other name only

    def _network(self, kind: str, path: Path | None) -> None:
        """Write the network in use to `path`, unless the user thought better of it."""
        from model.export.formats import export

        in_use = self._session.in_use.current
        if path is not None and in_use is not None:
            try:
                export(in_use.checkpoint, kind, path)
            except InputError as error:
                self._session.failed.emit(sentence(error))
            else:
                self._session.saved.emit(path)

    # -- what is shown ------------------------------------------------------------------------------------------

    def _on_panel(self, action: QAction) -> None:
        widget, title = action.data(), action.text()
        kinds = (self.tr("PNG picture (*.png)"), self.tr("SVG drawing (*.svg)"))
        path = self._ask(self.tr("Save the panel"), "panel.png", *kinds)
        if path is None:
            return
        if path.suffix.lower() == ".svg":
            self._write(path, lambda: panel_pictures.svg(widget, title))
        else:
            self._write(path, lambda: panel_pictures.png(widget))

    # -- the run ------------------------------------------------------------------------------------------------

    def _save_curves(self) -> None:
        from model.export.curves_csv import curves_csv

        history = list(self._session.trainer.history)
        path = self._ask(self.tr("Save the curves"), "training.csv", self.tr("Table (*.csv)"))
        if path is not None:
            self._write(path, lambda: curves_csv(history).encode())

    def _save_film(self) -> None:
        kinds = (self.tr("Animated GIF (*.gif)"), self.tr("Animated WebP (*.webp)"), self.tr("Animated PNG (*.png)"))
        path = self._ask(self.tr("Save the training as an animated picture"), "training.gif", *kinds)
        if path is None or self._filming is not None:
            return
        from gui.export.film import Filming

        self._film_path = path
        self._dialog = QProgressDialog(self.tr("Painting the frames…"), self.tr("Cancel"), 0, 0, self._window)
        self._dialog.setObjectName("filmDialog")
        self._dialog.setWindowTitle("ConvPad")
        self._dialog.setMinimumDuration(0)
        self._dialog.setAutoReset(False)
        self._dialog.setAutoClose(False)
        self._dialog.canceled.connect(self.stop)
        self._dialog.show()
        self._filming = Filming(self._session, path.suffix.lower(), self)
        self._filming.progressed.connect(self._on_frame)
        self._filming.ended.connect(self._on_filmed)

    def _on_frame(self, done: int, of: int) -> None:
        if self._dialog is not None:
            self._dialog.setMaximum(of)
            self._dialog.setValue(done)
            if done == of:
                self._dialog.setLabelText(self.tr("Writing the file…"))

    def _on_filmed(self, content: bytes | None) -> None:
        self._forget()
        if content is not None:
            self._write(self._film_path, lambda: content)

    def _forget(self) -> None:
        for each in (self._dialog, self._filming):
            if each is not None:
                each.deleteLater()
        if self._dialog is not None:
            self._dialog.hide()
        self._dialog = self._filming = None

    def stop(self) -> None:
        """Give up a film that is being made."""
        if self._filming is not None:
            self._filming.stop()
            self._forget()
