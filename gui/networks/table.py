"""The list of networks as a table model. Shows what `Networks` knows."""

from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from gui.storage.networks import Listed, Networks
from gui.style import theme
from gui.widgets.titled_table import NO_PARENT, Index, TitledTable
from model.network.architecture import LayerSpec, parameter_count

NAME, DATE, PARAMETERS, TEST, LAYERS, RECIPE = range(6)


class NetworksTable(TitledTable):
    """A row a network; the name can be changed in place."""

    def __init__(self, networks: Networks, parent: QWidget) -> None:
        super().__init__(parent)
        self._networks = networks
        self._rows: list[Listed] = []
        self.titles = (
            self.tr("name"), self.tr("date"), self.tr("parameters"), self.tr("test"), self.tr("layers"),
            self.tr("recipe"),
        )  # fmt: skip
        self.tips = (
            self.tr("The file's name in ConvPad's data folder; F2 changes it"),
            self.tr("When it was saved"),
            self.tr("Weights and biases"),
            self.tr("The part of the test images that it reads right, of MNIST or of what it was trained on"),
            self.tr("Of each layer: channels @ kernel, / stride, ↓ max-pool"),
            self.tr("What it was trained with"),
        )

    def refresh(self) -> None:
        """Show the list as it is now."""
        new = list(self._networks.listed)
        if [each.path for each in new] != [each.path for each in self._rows]:
            self.beginResetModel()
            self._rows = new
            self.endResetModel()
        elif new:
            self._rows = new
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, RECIPE))

    def network(self, row: int) -> Listed:
        """What row `row` shows."""
        return self._rows[row]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """The networks."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names can be changed, but not the shipped network's."""
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == NAME and not self._rows[index.row()].shipped:
            return base | Qt.ItemFlag.ItemIsEditable
        return base

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts; the one in use stands out, the ones that cannot be used say why."""
        each, column = self._rows[index.row()], index.column()
        in_use = each.path == self._networks.in_use()
        if role == Qt.ItemDataRole.EditRole:
            return each.name
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(each, column, in_use)
        if role == Qt.ItemDataRole.ToolTipRole:
            return each.fault or self._text(each, column, in_use) or self.tips[column]
        colours = theme.current()
        if role == Qt.ItemDataRole.ForegroundRole:
            if each.fault and column == LAYERS:
                return QColor(colours.wrong)
            return QColor(colours.accent if in_use and column == NAME else colours.dim if each.fault else colours.text)
        if role == Qt.ItemDataRole.FontRole and column in (DATE, PARAMETERS, TEST, LAYERS) and not each.fault:
            return theme.monospaced(theme.scaled(12))
        if role == Qt.ItemDataRole.FontRole and in_use and column == NAME:
            font = QFont()
            font.setPixelSize(theme.scaled(13))
            font.setBold(True)
            return font
        return None

    def _text(self, each: Listed, column: int, in_use: bool) -> str:
        if column == NAME:
            name = self.tr("{0} (shipped)").format(each.name) if each.shipped else each.name
            return self.tr("● {0}").format(name) if in_use else name
        if column == DATE:
            return "" if each.shipped else each.date.strftime("%Y-%m-%d %H:%M")
        if each.fault:
            return each.fault if column == LAYERS else ""
        if not each.layers:
            return "…" if column == LAYERS else ""
        if column == PARAMETERS:
            return f"{parameter_count(each.layers):,}"
        if column == TEST:
            return "–" if each.test is None else f"{100 * each.test:.2f} %"
        return layers_text(each.layers) if column == LAYERS else self._recipe(each)

    def _recipe(self, each: Listed) -> str:
        came = each.provenance
        parts = [came.name] if came.name else []
        if not each.data.built_in:
            parts.append(each.data.name)
        if came.epochs is not None:
            parts.append(self.tr("{0} epochs").format(QLocale.c().toString(came.epochs, "g", 4)))
        if came.drawings is not None:
            parts.append(self.tr("{0} examples").format(came.drawings))
        if came.changed_by_hand:
            parts.append(self.tr("changed by hand"))
        return " · ".join(parts)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Rename."""
        return role == Qt.ItemDataRole.EditRole and self._networks.rename(self._rows[index.row()], str(value))


def layers_text(layers: tuple[LayerSpec, ...]) -> str:
    """A short line: `8@5↓ 32@3↓ 64@3/2`."""
    parts = []
    for spec in layers:
        stride = f"/{spec.stride}" if spec.stride > 1 else ""
        parts.append(f"{spec.out_channels}@{spec.kernel_size}{stride}{'↓' if spec.max_pool else ''}")
    return " ".join(parts)
