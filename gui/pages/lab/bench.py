"""The middle of the lab: for each input channel the input, its kernel, the products and their sum."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from gui.pages.lab.cells import CHANNELS, READABLE, Cells, channel_colour
from gui.pages.lab.channel_row import BELOW, LINE, STACKED, ChannelRow, Places
from gui.pages.lab.controller import LabController
from gui.pages.lab.number_line import NUMBER
from gui.pages.lab.words import LabWords
from model.convolution import Pixel, Window, pad
from model.lab.lab import Lab
from model.lab.lessons import written

SMALLEST, LARGEST, SMALLEST_KERNEL, LARGEST_KERNEL = READABLE + 1, 60, 24, 48  # pixels a cell
SMALLEST_PICTURE = 120  # pixels that an input shown as pixels has at least
BETWEEN = 8  # pixels between the columns
LARGEST_PATCH = 30  # pixels: a kernel cell beside a picture


class LabBench(QScrollArea):
    """Rows of channels in the largest cells that fit; `pointed` carries words about what the pointer is on."""

    pointed = Signal(str)

    def __init__(self, controller: LabController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labBench")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self._controller = controller
        self._words = LabWords(self)
        self._rows: list[ChannelRow] = []
        self._places, self._short = LINE, False
        self._dense = False  # whether the inputs are shown as pixels, with the numbers under the kernel beside them
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(BETWEEN)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(len(LINE), 1)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(inner)
        controller.lab_changed.connect(self._show)
        controller.stop_changed.connect(self._show_stop)
        self._show()

    def minimumSizeHint(self) -> QSize:
        """Less than the rows need: they can be scrolled."""
        return QSize(200, 120)

    # -- building -----------------------------------------------------------------------------------------------

    def _set_rows(self, count: int) -> None:
        while len(self._rows) > count:
            row = self._rows.pop()
            for widget in row.widgets():
                widget.setParent(None)  # its name is free at once
                widget.deleteLater()
            row.deleteLater()
        while len(self._rows) < count:
            row = ChannelRow(self, len(self._rows))
            row.place(self._grid, 2 * len(self._rows), self._places)
            row.hovered.connect(self._on_input_hovered)
            row.input.left.connect(self._on_left)
            row.cell_typed.connect(self._on_cell_typed)
            row.weight_typed.connect(self._controller.type_weight)
            self._rows.append(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the cells' size anew."""
        super().resizeEvent(event)
        self._show()

    def _texts(self) -> int:
        """How much of the width no cell can have: names, signs, sums, and what lies between."""
        row = self._rows[-1]
        parts = (row.times, row.arrow) if self._places is BELOW else (row.label, row.times, row.arrow)
        gaps = len(parts) + (4 if self._dense else 3)
        return sum(part.sizeHint().width() for part in parts) + NUMBER + gaps * BETWEEN

    def _name(self, lab: Lab, short: bool) -> None:
        self._short = short
        for channel, row in enumerate(self._rows):
            row.label.setText(self._words.channel(lab, channel, short))

    def _arrange(self, lab: Lab) -> None:
        """Put the widgets where there is room for them: see `LINE`, `STACKED` and `BELOW`."""
        cells, k, places = lab.size + 2 * lab.padding, lab.kernel_size, LINE
        self._places = LINE
        self._name(lab, short=False)
        self._dense = self._controller.in_pixels or not self._numbers_fit(lab)
        width = self.contentsRect().width() - self._texts()
        if self._dense and lab.in_channels == 1:
            places = BELOW
        elif self._dense:  # many rows: no room to put anything below
            self._name(lab, short=width < max(SMALLEST_PICTURE, 2 * cells) + 3 * k * SMALLEST_KERNEL)
        else:
            in_line, stacked = (self._number_sides(lab, each) for each in (LINE, STACKED))
            fits = 2 * k * stacked[1] + 10 <= self._height(lab)
            if width < cells * SMALLEST + 2 * k * SMALLEST_KERNEL or (fits and stacked[0] > in_line[0]):
                places = STACKED
        self._places = places
        for number, row in enumerate(self._rows):
            row.place(self._grid, 2 * number, places)

    def _numbers_fit(self, lab: Lab) -> bool:
        """Whether each cell can be large enough for its number, with nothing to scroll."""
        cells, k = lab.size + 2 * lab.padding, lab.kernel_size
        room, height = self.contentsRect().width() - self._texts(), self._height(lab)
        in_line = cells * SMALLEST + 2 * k * SMALLEST_KERNEL <= room and k * SMALLEST_KERNEL <= height
        stacked = cells * SMALLEST + k * SMALLEST_KERNEL <= room and 2 * k * SMALLEST_KERNEL + 10 <= height
        return cells * SMALLEST <= height and (in_line or stacked)

    def _height(self, lab: Lab) -> int:
        """How much of the height each channel has."""
        return (self.contentsRect().height() - 10 * (lab.in_channels - 1)) // lab.in_channels

    def _sides(self, lab: Lab) -> tuple[int, int]:
        """How large the cells of the inputs and of the kernels are, in pixels."""
        if not self._dense:
            return self._number_sides(lab, self._places)
        width = self.contentsRect().width() - self._texts()
        return self._picture_sides(lab.size + 2 * lab.padding, lab.kernel_size, width, self._height(lab))

    def _number_sides(self, lab: Lab, places: Places) -> tuple[int, int]:
        width, height = self.contentsRect().width() - self._texts(), self._height(lab)
        cells, k = lab.size + 2 * lab.padding, lab.kernel_size
        if height < cells * SMALLEST:
            width -= self.verticalScrollBar().sizeHint().width()
        across = k if places is STACKED else 2 * k  # kernel cells beside each other
        by_width = min(width // (cells + across), (width - across * SMALLEST_KERNEL) // cells)
        side = max(min(by_width, height // cells, LARGEST), SMALLEST)
        spare = (width - cells * side) // across
        if places is STACKED:
            spare = min(spare, max(cells * side - 10, 0) // (2 * k))
        return side, min(max(min(side, spare), SMALLEST_KERNEL), LARGEST_KERNEL)

    def _picture_sides(self, cells: int, k: int, width: int, height: int) -> tuple[int, int]:
        if self._places is BELOW:
            kernel = max(min(width // (3 * k), height // k // 3, LARGEST_KERNEL), SMALLEST)
            width, height = self.contentsRect().width(), height - k * kernel - 10
        else:
            across = 2 * k if self._short else 3 * k
            kernel = min((width - SMALLEST_PICTURE) // across, height // k - 2, LARGEST_PATCH)
            kernel = max(kernel, SMALLEST)
            width -= across * kernel
        least = min(SMALLEST_PICTURE, height) // cells
        return max(min(width // cells, height // cells, READABLE - 1), least, 2), kernel

    # -- showing ------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        lab = self._controller.lab
        self._set_rows(lab.in_channels)
        self._arrange(lab)
        side, kernel_side = self._sides(lab)
        padded = pad(lab.image, lab.padding)
        begins = tuple(place + lab.padding for place in lab.begins()) if lab.stride > 1 else ()
        unread = tuple(place + lab.padding for place in lab.unread())
        filter_ = lab.weight[self._controller.out_channel]
        span = max(float(abs(lab.weight).max()), 1e-9)
        for channel, row in enumerate(self._rows):
            name = CHANNELS[channel] if lab.in_channels == 3 else "grey"
            row.label.setStyleSheet(f"color: {channel_colour(name)}")
            row.patch.setVisible(self._dense and not self._short)
            table = name if lab.picture is None or not self._dense else "ink" if name == "grey" else f"pure {name}"
            high = 1.0 if lab.picture is not None else max(float(lab.image.max()), 9.0)
            cells = Cells(padded[channel], table, 0.0, high, lab.padding, begins, unread)
            row.input.show_cells(cells, side)
            row.kernel.show_cells(Cells(filter_[channel], "diverging", -span, span), kernel_side)
            row.products.show_cells(Cells(row.products.cells.values), kernel_side)
        self._kernel_side = kernel_side
        self._show_stop()

    def _show_stop(self) -> None:
        """Everything that changes when the kernels move on."""
        controller = self._controller
        pixel, padding = controller.pixel(), controller.lab.padding
        window = Window(*(edge + padding for edge in pixel.window))
        for channel, row in enumerate(self._rows):
            row.input.mark(window)
            if self._dense:
                cells = Cells(
                    pixel.patch[channel], row.input.cells.table, 0.0, row.input.cells.high, padded=pixel.is_padding
                )
                row.patch.show_cells(cells, self._kernel_side)
            self._show_products(row, pixel, channel)

    def _show_products(self, row: ChannelRow, pixel: Pixel, channel: int) -> None:
        asking = self._controller.asking
        row.products.show_cells(Cells(pixel.products[channel]), self._kernel_side)
        row.products.mark(None, -1 if asking else None)
        total = "?" if asking else written(pixel.sums[channel], sign=True)
        row.sum.show_words("Σ" if self._short else "Σ =", total)

    # -- pointing and typing ------------------------------------------------------------------------------------

    def _on_input_hovered(self, channel: int, row: int, column: int) -> None:
        lab = self._controller.lab
        row, column = row - lab.padding, column - lab.padding
        self._controller.hover(lab.nearest_stop(row, column))
        inside = 0 <= row < lab.size and 0 <= column < lab.size
        number = written(lab.image[channel, row, column], digits=3) if inside else self.tr("0, padding")
        self.pointed.emit(self.tr("in[{0}, {1}, {2}] = {3}").format(channel, row, column, number))

    def _on_left(self) -> None:
        self._controller.hover(None)
        self.pointed.emit("")

    def _on_cell_typed(self, channel: int, row: int, column: int, text: str) -> None:
        padding = self._controller.lab.padding
        self._controller.type_cell(channel, row - padding, column - padding, text)
