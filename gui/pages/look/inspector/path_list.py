"""The trace to the input as a list: each number on the way, and what it gave to the one before."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from gui.style import theme
from gui.widgets.controls import fill, label
from model.look.inspection import Place, Stage
from model.look.snapshot import Weights


class PathList(QWidget):
    """`stage_changed` follows when another stage is selected; stage 0 is where the path starts."""

    stage_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tracePanel")
        self.stage = 0
        self._list = QListWidget()
        self._list.setObjectName("tracePath")
        self._list.setAccessibleName(self.tr("The path to the input"))
        self._list.setToolTip(
            self.tr("Each line is the number that gave most to the one above: its value × weight = what it gave.")
        )
        self._list.setFont(theme.monospaced(theme.scaled(11)))
        self._list.setStyleSheet(f"font-size: {theme.scaled(11)}px;")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        fill(column, label(self.tr("What contributed most, (row, column)"), "dim", wrap=True), self._list)
        self._list.currentRowChanged.connect(self._on_row_changed)

    def restart(self) -> None:
        """Go back to the first stage, silently."""
        self.stage = 0

    def show_path(self, weights: Weights, path: list[Stage]) -> None:
        """Show `path`; empty while nothing is traced."""
        self._list.blockSignals(True)
        while self._list.count() > len(path):
            self._list.takeItem(self._list.count() - 1)
        for number, stage in enumerate(path):
            text = self._words(weights, stage)
            if number < self._list.count():
                self._list.item(number).setText(text)
            else:
                self._list.addItem(text)
        self._list.setCurrentRow(min(self.stage, len(path) - 1))
        self._list.blockSignals(False)

    def _words(self, weights: Weights, stage: Stage) -> str:
        layer, channel, row, column, _ = stage.place
        text = place_words(weights, stage.place)
        if 0 <= layer < len(weights.layers):
            text = self.tr("{0} · map {1} · ({2}, {3})").format(weights.layers[layer].name, channel, row, column)
        if stage.product is None:
            return f"{text}\n= {stage.value:.4f}"
        return f"{text}\n{stage.value:.3f} × {stage.weight:+.3f} = {stage.product:+.3f}"

    def _on_row_changed(self, row: int) -> None:
        if row >= 0:
            self.stage = row
            self.stage_changed.emit()


def place_words(weights: Weights, place: Place) -> str:
    """A place in words."""
    if place.layer < 0:
        words = QCoreApplication.translate("Places", "drawing · row {0}, column {1}")
        return words.format(place.row, place.column)
    if place.layer == len(weights.layers):
        return QCoreApplication.translate("Places", "linear · output {0}").format(weights.data.classes[place.channel])
    name = weights.layers[place.layer].name
    if place.before_pool:
        name = QCoreApplication.translate("Places", "{0} before its pool").format(name)
    words = QCoreApplication.translate("Places", "{0} · map {1} · row {2}, column {3}")
    return words.format(name, place.channel, place.row, place.column)
