"""The lesson on receptive fields in pictures: what one number sees after one layer, two, … five."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.pages.lab.cells import Cells
from gui.pages.lab.controller import LabController
from gui.pages.lab.grid import GridView
from gui.widgets.controls import button, label
from model.lab import fields
from model.lab.fields import LAYERS, SHARE, Field

TEXT = 84  # pixels of height that a row's words take
NARROW = 720  # pixels
SMALLEST = 60  # pixels a picture


class FieldsView(QWidget):
    """Two rows: layers like the one on the bench, all weights equal; and the layers of the network in use.

    `pointed` carries words about a cell.
    """

    pointed = Signal(str)

    def __init__(self, controller: LabController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labFields")
        self._controller = controller
        self._fields: tuple[list[Field], list[Field]] = ([], [])
        self._shown: object = None
        self._text = TEXT
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._depths = QButtonGroup(self)
        self._titles = (
            label("", "dim", "labFieldsTitle", wrap=True),
            label("", "dim", "labNetworkFieldsTitle", wrap=True),
        )
        self._pictures: tuple[list[GridView], list[GridView]] = ([], [])
        self._captions: tuple[list[QPushButton], list[QLabel]] = ([], [])
        self._build()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._depths.idClicked.connect(controller.set_depth)
        controller.lab_changed.connect(self._show)

    def _build(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        for part, title in enumerate(self._titles):
            self._grid.addWidget(title, 3 * part, 0, 1, LAYERS)
        for depth in range(1, LAYERS + 1):
            for part, name in enumerate(("labField", "labNetworkField")):
                view = GridView(
                    f"{name}{depth}", self.tr("What one number sees after layer {0}").format(depth),
                    self.tr("Frame: the theoretical receptive field. Colour: the gradient, how much each cell counts."),
                )  # fmt: skip
                view.hovered.connect(self._on_hovered)
                view.left.connect(self._on_left)
                self._pictures[part].append(view)
                self._grid.addWidget(view, 3 * part + 1, depth - 1, centre)
            tip = self.tr("Ask about {0} layers on each other").format(depth)
            made = button(f"labDepth{depth}", str(depth), tip, None, "small", checkable=True)
            self._depths.addButton(made, depth)
            self._captions[0].append(made)
            self._grid.addWidget(made, 2, depth - 1, centre)
            words = label("", "dim", f"labNetworkFieldText{depth}")
            words.setAlignment(centre)
            self._captions[1].append(words)
            self._grid.addWidget(words, 5, depth - 1, centre)
        for column in range(LAYERS):
            self._grid.setColumnStretch(column, 1)

    def set_pixels(self, pixels: int) -> None:
        """Write in a font of that many pixels."""
        self.setStyleSheet(f"QLabel, QPushButton {{ font-size: {pixels - 1}px }}")
        self._text = TEXT + 6 * max(pixels - 13, 0)
        self._show()

    def minimumSizeHint(self) -> QSize:
        """Small pictures."""
        return QSize(LAYERS * SMALLEST, 2 * (SMALLEST + TEXT))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Larger pictures where there is room."""
        self._show()

    def showEvent(self, _event: object) -> None:
        """Catch up with what changed meanwhile."""
        self._show()

    def _show(self) -> None:
        if not self.isVisible():
            return
        controller = self._controller
        snapshot, in_use = controller.session.display.snapshot, controller.session.in_use.current
        image = None if snapshot is None else snapshot.image
        made_of = (controller.lab.step, image is not None and image.tobytes(), in_use, self.size(), self._text)
        if made_of != self._shown:
            self._shown = made_of
            of_network = [] if in_use is None else fields.of_network(in_use.checkpoint.network, image)
            self._fields = fields.of_settings(controller.lab.step), of_network[:LAYERS]
            self._show_row(0)
            self._show_row(1)
        checked = self._depths.button(controller.book.depth)
        if checked is not None:
            checked.setChecked(True)
        share = round(100 * SHARE)
        self._titles[0].setText(
            self.tr(
                "Such layers, all weights equal: what could count (frame), and where {0} % of the gradient lie (really)"
            ).format(share)
        )
        name = "" if in_use is None else in_use.name
        self._titles[1].setText(self.tr("The layers of {0} on your drawing: the real gradient").format(name))
        self._titles[1].setVisible(in_use is not None)

    def _show_row(self, part: int) -> None:
        rows = 2 if self._fields[1] else 1
        taken = self._text + (0 if self.width() > NARROW else 18)  # titles of two lines
        room = min((self.height() - rows * taken) // rows, self.width() // LAYERS - 10)
        for number in range(LAYERS):
            view, words = self._pictures[part][number], self._captions[part][number]
            field = self._fields[part][number] if number < len(self._fields[part]) else None
            gradient = None if field is None else field.gradient
            view.setVisible(field is not None and gradient is not None)
            words.setVisible(field is not None)
            if field is None:
                continue
            texts = self.tr("{0}: {1} × {1}\nreally {2} × {2}").format(field.depth, field.side, field.effective)
            words.setText(texts)
            words.setAccessibleName(texts.replace("\n", ", "))
            if gradient is not None:
                side = max(room // len(gradient), 1)
                view.show_cells(Cells(gradient, "sequential", 0.0, 1.0, pixels=True), side)
                view.mark(field.window)

    def _on_hovered(self, row: int, column: int) -> None:
        view = self.sender()
        if isinstance(view, GridView):
            share = view.cells.values[row, column]
            self.pointed.emit(self.tr("in[{0}, {1}] counts {2:.2f}").format(row, column, share))

    def _on_left(self) -> None:
        self.pointed.emit("")
