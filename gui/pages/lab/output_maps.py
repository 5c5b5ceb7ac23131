"""The right of the lab's picture: the output of a filter, what ReLU and a max-pool make of it, the filters."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from gui.pages.lab.cells import Cells
from gui.pages.lab.controller import LabController
from gui.pages.lab.grid import GridView
from gui.widgets.color_bar import ColorBar
from gui.widgets.controls import button, label
from model.convolution import Window
from model.lab.lab import POOL
from model.lab.questions import written
from model.lab.settings import RANGES


class OutputMaps(QObject):
    """Maps as far as the kernels have come, or whole, on the stage; `pointed` carries words about a cell."""

    pointed = Signal(str)

    def __init__(self, stage: QWidget, controller: LabController) -> None:
        super().__init__(stage)
        self._controller = controller
        self.map = GridView(
            "labMap", self.tr("Output, feature map"),
            self.tr(
                "Each cell is one stop of the kernels. Pointing at one shows what it reads; click it, or use the arrow "
                "keys, to go there."
            ),
            False, stage,
        )  # fmt: skip
        self.relu = GridView(
            "labRelu", self.tr("Output after ReLU"),
            self.tr("The output after ReLU: what was below 0 is 0."), False, stage,
        )  # fmt: skip
        self.pooled = GridView(
            "labPooled", self.tr("Output after the max-pool"),
            self.tr("The largest of each {0} × {0} numbers.").format(POOL), False, stage,
        )  # fmt: skip
        self.map.cursor_follows = True
        for view in (self.map, self.relu, self.pooled):
            view.setBackgroundRole(QPalette.ColorRole.Window)
        self.bar = ColorBar("labMapColours", "diverging", stage)
        self.head = self._make_head(stage)
        self.map.hovered.connect(self._on_hovered)
        self.relu.hovered.connect(self._on_hovered)
        self.pooled.hovered.connect(self._on_pooled_hovered)
        self.map.clicked.connect(self._on_clicked)
        for view in (self.map, self.relu, self.pooled):
            view.left.connect(self._on_left)

    def _make_head(self, stage: QWidget) -> QWidget:
        head = QWidget(stage)
        self._filters = QButtonGroup(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(label(self.tr("filter"), "dim"))
        for number in range(RANGES["out_channels"][1]):
            tip = self.tr("Filter {0}: its kernels, its bias and the map it makes").format(number)
            made = button(f"labFilter{number}", str(number), tip, None, "small", True)
            made.setAccessibleName(self.tr("filter {0}").format(number))
            self._filters.addButton(made, number)
            row.addWidget(made)
        row.addStretch()
        self._filters.idClicked.connect(self._controller.show_filter)
        return head

    # -- showing ------------------------------------------------------------------------------------------------

    def show_lab(self, side: int) -> None:
        """Show the lab's output in cells of `side` pixels."""
        controller, lab = self._controller, self._controller.lab
        self.head.setVisible(lab.out_channels > 1)
        for number, made in enumerate(self._filters.buttons()):
            made.setVisible(lab.out_channels > number)
            made.setChecked(number == controller.out_channel)
        span = max(float(abs(lab.output).max()), 1e-9)
        shown = ((self.map, lab.output), (self.relu, lab.after_relu), (self.pooled, lab.after_pool))
        self.map.show_cells(Cells(lab.output[controller.out_channel]), side)
        coloured = not self.map.readable or controller.in_pixels
        table = "diverging" if coloured else "plain"
        for view, maps in shown:
            values = maps[controller.out_channel]
            view.show_cells(Cells(values, table, -span, span, pixels=coloured), side)
        self.relu.setVisible(lab.relu)
        self.pooled.setVisible(lab.pools)
        self.bar.setVisible(coloured)
        self.bar.set_range(-span, span)
        self.show_stop()

    def show_stop(self) -> None:
        """Frame the cell of the stop on view, and light what is pointed at."""
        controller, number = self._controller, self._controller.shown
        lab, asked = controller.lab, number if controller.asking else None
        row, column = divmod(number, lab.out_size)
        here = Window(row, column, row + 1, column + 1)
        reached = None if controller.whole and asked is None else number if asked is None else number - 1
        self.map.mark(here, reached, asked, lit=controller.lit)
        self.map.put_cursor(row, column)
        if lab.relu:
            self.relu.mark(here, reached)
        if lab.pools:
            pooled = lab.out_size // POOL
            row, column = row // POOL, column // POOL
            inside = row < pooled and column < pooled
            done = None if reached is None else self._pooled_until(reached, lab.out_size) - 1
            self.pooled.mark(Window(row, column, row + 1, column + 1) if inside else None, done)

    def _pooled_until(self, reached: int, side: int) -> int:
        """How many cells of the max-pool are made of numbers up to `reached` alone."""
        row, column = divmod(reached, side)
        pooled = side // POOL
        whole = min(row // POOL, pooled) * pooled
        ends = row % POOL == POOL - 1 and row // POOL < pooled
        return whole + (min((column + 1) // POOL, pooled) if ends else 0)

    # -- pointing -----------------------------------------------------------------------------------------------

    def _on_hovered(self, row: int, column: int) -> None:
        controller, lab = self._controller, self._controller.lab
        controller.hover(row * lab.out_size + column)
        if not controller.asking:
            value = written(lab.output[controller.out_channel, row, column], digits=3)
            self.pointed.emit(self.tr("out[{0}, {1}, {2}] = {3}").format(controller.out_channel, row, column, value))

    def _on_pooled_hovered(self, row: int, column: int) -> None:
        """The largest number of the window is where it comes from."""
        lab = self._controller.lab
        window = lab.after_relu[self._controller.out_channel, POOL * row :, POOL * column :][:POOL, :POOL]
        down, right = divmod(int(window.argmax()), POOL)
        self._on_hovered(POOL * row + down, POOL * column + right)

    def _on_left(self) -> None:
        self._controller.hover(None)
        self.pointed.emit("")

    def _on_clicked(self, row: int, column: int) -> None:
        self._controller.pause()
        self._controller.go(row * self._controller.lab.out_size + column)
