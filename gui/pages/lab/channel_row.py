"""The widgets of one input channel in the lab."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from gui.pages.lab.grid import GridView
from gui.pages.lab.number_line import NumberLine


class ChannelRow(QObject):
    """The widgets of one input channel; they belong to the stage.

    The signals are those of its grids, with the channel before row and column.
    """

    hovered = Signal(int, int, int)
    cell_typed = Signal(int, int, int, str)
    weight_typed = Signal(int, int, int, str)

    def __init__(self, stage: QWidget, channel: int) -> None:
        super().__init__(stage)
        self._channel = channel
        self.input = GridView(
            f"labInput{channel}", self.tr("Input, channel {0}").format(channel),
            self.tr(
                "One channel of the input; dotted zeros around it are padding. Click a cell and type a number. "
                "Pointing at it moves the kernel there and lights the outputs that the cell goes into."
            ),
            True, stage,
        )  # fmt: skip
        self.patch = GridView(
            f"labPatch{channel}", self.tr("Patch under the kernel, channel {0}").format(channel),
            self.tr("The numbers of the input under the kernel."), False, stage,
        )  # fmt: skip
        self.kernel = GridView(
            f"labKernel{channel}", self.tr("Kernel of channel {0}").format(channel),
            self.tr("The weights for this channel alone; another channel has others. Click one and type a number."),
            True, stage,
        )  # fmt: skip
        self.products = GridView(
            f"labProducts{channel}", self.tr("Products of channel {0}").format(channel),
            self.tr("Each number under the kernel times the weight on it."), False, stage,
        )  # fmt: skip
        self.patch.moving = self.products.moving = True
        self.sum = NumberLine(f"labSum{channel}", 14, QPalette.ColorRole.Window, stage, centred=True)
        self.sum.setToolTip(self.tr("The products of this channel added up."))
        self.input.hovered.connect(self._on_hovered)
        self.input.typed.connect(self._on_cell_typed)
        self.kernel.typed.connect(self._on_weight_typed)

    def _on_hovered(self, row: int, column: int) -> None:
        self.hovered.emit(self._channel, row, column)

    def _on_cell_typed(self, row: int, column: int, text: str) -> None:
        self.cell_typed.emit(self._channel, row, column, text)

    def _on_weight_typed(self, row: int, column: int, text: str) -> None:
        self.weight_typed.emit(self._channel, row, column, text)

    def widgets(self) -> dict[str, QWidget]:
        """By name, from left to right."""
        return {
            "input": self.input, "patch": self.patch, "kernel": self.kernel, "products": self.products, "sum": self.sum,
        }  # fmt: skip
