"""The widgets of one input channel in the lab, and how they may be laid out."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.pages.lab.grid import GridView
from gui.pages.lab.number_line import NumberLine
from gui.widgets.controls import label

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
Places = dict[str, tuple[int, int, int, int]]
# where the widgets of a channel stand, as row, column, rows, columns: all in a line; or, where that is too wide, the
# products below the kernel; or, for a single picture, everything below it
LINE: Places = {
    "label": (0, 0, 1, 1), "input": (0, 1, 1, 1), "patch": (0, 2, 1, 1), "times": (0, 3, 1, 1),
    "kernel": (0, 4, 1, 1), "arrow": (0, 5, 1, 1), "products": (0, 6, 1, 1), "sum": (0, 7, 1, 1),
}  # fmt: skip
STACKED = {
    "label": (0, 0, 2, 1), "input": (0, 1, 2, 1), "patch": (0, 2, 1, 1), "times": (0, 3, 1, 1),
    "kernel": (0, 4, 1, 1), "arrow": (1, 3, 1, 1), "products": (1, 4, 1, 1), "sum": (1, 5, 1, 3),
}  # fmt: skip
BELOW = {
    "label": (0, 7, 1, 1), "input": (0, 0, 1, 7), "patch": (1, 0, 1, 1), "times": (1, 1, 1, 1),
    "kernel": (1, 2, 1, 1), "arrow": (1, 3, 1, 1), "products": (1, 4, 1, 1), "sum": (1, 5, 1, 3),
}  # fmt: skip


class ChannelRow(QObject):
    """The widgets of one input channel; they belong to the bench.

    The signals are those of its grids, with the channel before row and column.
    """

    hovered = Signal(int, int, int)
    cell_typed = Signal(int, int, int, str)
    weight_typed = Signal(int, int, int, str)

    def __init__(self, bench: QWidget, channel: int) -> None:
        super().__init__(bench)
        self._channel = channel
        self._places: Places | None = None
        self.label = label("", "", f"labChannel{channel}")
        self.input = GridView(
            f"labInput{channel}", self.tr("Input, channel {0}").format(channel),
            self.tr(
                "One channel of the input; dotted zeros around it are padding. Click a cell and type a number. "
                "Pointing at it moves the kernel there."
            ),
            editable=True,
        )  # fmt: skip
        self.patch = GridView(
            f"labPatch{channel}", self.tr("Patch under the kernel, channel {0}").format(channel),
            self.tr("The numbers of the input under the kernel."),
        )  # fmt: skip
        self.kernel = GridView(
            f"labKernel{channel}", self.tr("Kernel of channel {0}").format(channel),
            self.tr("The weights for this channel alone; another channel has others. Click one and type a number."),
            editable=True,
        )  # fmt: skip
        self.products = GridView(
            f"labProducts{channel}", self.tr("Products of channel {0}").format(channel),
            self.tr("Each number under the kernel times the weight on it."),
        )  # fmt: skip
        self.patch.moving = self.products.moving = True
        self.times, self.arrow = QLabel("∗"), QLabel("→")
        self.sum = NumberLine(f"labSum{channel}", 14, QPalette.ColorRole.Window)
        self.sum.setToolTip(self.tr("The products of this channel added up."))
        for text in (self.times, self.arrow):
            text.setProperty("role", "sign")

        self._widgets: dict[str, QWidget] = {
            "label": self.label, "input": self.input, "patch": self.patch, "times": self.times,
            "kernel": self.kernel, "arrow": self.arrow, "products": self.products, "sum": self.sum,
        }  # fmt: skip
        self.input.hovered.connect(self._on_hovered)
        self.input.typed.connect(self._on_cell_typed)
        self.kernel.typed.connect(self._on_weight_typed)

    def _on_hovered(self, row: int, column: int) -> None:
        self.hovered.emit(self._channel, row, column)

    def _on_cell_typed(self, row: int, column: int, text: str) -> None:
        self.cell_typed.emit(self._channel, row, column, text)

    def _on_weight_typed(self, row: int, column: int, text: str) -> None:
        self.weight_typed.emit(self._channel, row, column, text)

    def widgets(self) -> list[QWidget]:
        """From left to right."""
        return list(self._widgets.values())

    def place(self, grid: QGridLayout, first: int, places: Places) -> None:
        """Lay the widgets into `grid` from its row `first` on."""
        if self._places is places:
            return
        self._places = places
        for name, (row, column, rows, columns) in places.items():
            widget = self._widgets[name]
            grid.removeWidget(widget)
            grid.addWidget(widget, first + row, column, rows, columns, LEFT)
        self.label.setVisible(places is not BELOW)  # where there is one channel it needs no name
