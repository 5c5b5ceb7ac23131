"""The lab's picture: for each input channel the input, its kernel, the products and their sum; then the output."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.pages.lab.cells import CHANNELS, Cells, channel_colour
from gui.pages.lab.channel_row import ChannelRow
from gui.pages.lab.controller import LabController
from gui.pages.lab.output_maps import OutputMaps
from gui.pages.lab.stage_layout import Contents, Plan, plan
from gui.pages.lab.words import LabWords
from gui.style import theme
from model.convolution import Pixel, Window, pad
from model.lab.lab import POOL, Lab
from model.lab.questions import written

NARROW = 900  # pixels: channels have numbers instead of names


class LabStage(QWidget):
    """All in the largest cells that fit, see `stage_layout`; `pointed` carries words about what the pointer is on."""

    pointed = Signal(str)

    def __init__(self, controller: LabController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labStage")
        self._controller = controller
        self._words = LabWords(self)
        self._rows: list[ChannelRow] = []
        self._plan = Plan(False, 1, 1, 1)
        self._placed: tuple[int, int, Contents, bool] | None = None
        self.outputs = OutputMaps(self, controller)
        self.outputs.pointed.connect(self.pointed)
        controller.lab_changed.connect(self._show)
        controller.stop_changed.connect(self._show_stop)
        self._show()

    @property
    def dense(self) -> bool:
        """Whether the inputs are shown as pixels."""
        return self._plan.dense

    def minimumSizeHint(self) -> QSize:
        """It makes do with little: cells become pixels."""
        return QSize(300, 160)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Choose the cells' size anew."""
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Paint the channels' names in the theme's colours."""
        super().changeEvent(event)
        self.update()

    # -- placing ------------------------------------------------------------------------------------------------

    def _set_rows(self, count: int) -> None:
        while len(self._rows) > count:
            row = self._rows.pop()
            for widget in row.widgets().values():
                widget.setParent(None)  # its name is free at once
                widget.deleteLater()
            row.deleteLater()
        while len(self._rows) < count:
            row = ChannelRow(self, len(self._rows))
            row.hovered.connect(self._on_input_hovered)
            row.input.left.connect(self._on_left)
            row.cell_typed.connect(self._on_cell_typed)
            row.weight_typed.connect(self._on_weight_typed)
            for widget in row.widgets().values():
                widget.show()
            self._rows.append(row)
            self._order()

    def _order(self) -> None:
        """The Tab key goes through the picture as one reads it: row by row, the output last."""
        grids = [grid for row in self._rows for grid in (row.input, row.patch, row.kernel, row.products)]
        grids += [self.outputs.map, self.outputs.relu, self.outputs.pooled]
        for before, after in pairwise(grids):
            QWidget.setTabOrder(before, after)

    def _arrange(self, lab: Lab) -> None:
        """Place everything, where something about its size has changed."""
        pooled = lab.out_size // POOL if lab.pools else 0
        contents = Contents(
            lab.in_channels, lab.size + 2 * lab.padding, lab.kernel_size, lab.out_size, lab.relu, pooled,
            self._controller.in_pixels,
        )  # fmt: skip
        short = self.width() < NARROW
        if self._placed == (self.width(), self.height(), contents, short):
            return
        self._placed = self.width(), self.height(), contents, short
        names = 0 if lab.in_channels == 1 else 24 if short else 84
        self._plan = plan(self.width(), self.height(), contents, names)
        for channel, row in enumerate(self._rows):
            for name, widget in row.widgets().items():
                rect = self._plan.rects.get(f"{name}{channel}")
                if rect is not None:
                    widget.setGeometry(rect)
            row.sum.set_pixels(self._plan.font)
        outputs, rects = self.outputs, self._plan.rects
        placed = {"map": outputs.map, "relu": outputs.relu, "pooled": outputs.pooled, "bar": outputs.bar}
        for name, widget in placed.items():
            if name in rects:
                widget.setGeometry(rects[name])
        self.update()

    def _place_filters(self) -> None:
        """Above the output, but within the picture, and over what may be there."""
        head, above = self.outputs.head, self._plan.rects["head"]
        wide = head.sizeHint().width()
        head.setGeometry(max(min(above.x(), self.width() - wide), 0), above.y(), wide, above.height())
        head.raise_()

    # -- showing ------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        lab, out_channel = self._controller.lab, self._controller.out_channel
        self._set_rows(lab.in_channels)
        self._arrange(lab)
        plan, padded = self._plan, pad(lab.image, lab.padding)
        begins = tuple(place + lab.padding for place in lab.begins()) if lab.stride > 1 else ()
        unread = tuple(place + lab.padding for place in lab.unread())
        span = max(float(abs(lab.weight).max()), 1e-9)
        first = lab.first_channel(out_channel)
        for channel, row in enumerate(self._rows):
            name = CHANNELS[channel] if lab.in_channels == 3 else "grey"
            table = name if lab.picture is None or not plan.dense else "ink" if name == "grey" else f"pure {name}"
            high = 1.0 if lab.picture is not None else max(float(lab.image.max()), 9.0)
            cells = Cells(padded[channel], table, 0.0, high, lab.padding, begins, unread, pixels=plan.dense)
            row.input.show_cells(cells, plan.side)
            reads = first <= channel < first + lab.kernels
            for widget in (row.kernel, row.products, row.sum):
                widget.setVisible(reads)
            row.patch.setVisible(reads and plan.patch)
            if reads:
                weights = Cells(lab.weight[out_channel, channel - first], "diverging", -span, span)
                row.kernel.show_cells(weights, plan.kernel_side)
        self.outputs.show_lab(plan.out_side)
        self._place_filters()
        self._show_kernels()
        self.update()

    def _show_stop(self) -> None:
        """Everything that changes when the kernels move on."""
        self._show_kernels()
        self.outputs.show_stop()

    def _show_kernels(self) -> None:
        controller = self._controller
        pixel, padding = controller.pixel(), controller.lab.padding
        window = Window(*(edge + padding for edge in pixel.window))
        for channel, row in enumerate(self._rows):
            number = channel - pixel.first_channel
            reads = 0 <= number < len(pixel.sums)
            row.input.mark(window if reads else None, dilation=pixel.dilation)
            if reads:
                self._show_products(row, pixel, number)

    def _show_products(self, row: ChannelRow, pixel: Pixel, number: int) -> None:
        asking, side = self._controller.asking, self._plan.kernel_side
        if self._plan.patch:
            shown = row.input.cells
            row.patch.show_cells(
                Cells(pixel.patch[number], shown.table, 0.0, shown.high, padded=pixel.is_padding), side
            )
        row.products.show_cells(Cells(pixel.products[number]), side)
        row.products.mark(None, -1 if asking else None)
        row.sum.show_words("Σ =", "?" if asking else written(pixel.sums[number], sign=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The signs between the grids, and the channels' names."""
        painter, lab, plan = QPainter(self), self._controller.lab, self._plan
        colours, font = theme.current(), QFont(self.font())
        painter.setPen(QColor(colours.dim))
        signs = QFont(font)
        first = lab.first_channel(self._controller.out_channel)
        for rect, text, channel in plan.signs:
            if channel >= 0 and not first <= channel < first + lab.kernels:
                continue
            signs.setPixelSize(plan.font if len(text) > 1 else round(1.3 * plan.font))
            painter.setFont(signs)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        font.setPixelSize(min(plan.font, 16))
        painter.setFont(font)
        for channel in range(len(self._rows)):
            place = plan.rects.get(f"name{channel}")
            if place is not None:
                painter.setPen(QColor(channel_colour(CHANNELS[channel] if lab.in_channels == 3 else "grey")))
                name = self._words.channel(lab, channel, self.width() < NARROW)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.end()

    # -- pointing and typing ------------------------------------------------------------------------------------

    def _on_input_hovered(self, channel: int, row: int, column: int) -> None:
        lab = self._controller.lab
        row, column = row - lab.padding, column - lab.padding
        self._controller.hover_input(channel, row, column)
        inside = 0 <= row < lab.size and 0 <= column < lab.size
        number = written(lab.image[channel, row, column], digits=3) if inside else self.tr("0, padding")
        self.pointed.emit(self.tr("in[{0}, {1}, {2}] = {3}").format(channel, row, column, number))

    def _on_left(self) -> None:
        self._controller.hover(None)
        self.pointed.emit("")

    def _on_cell_typed(self, channel: int, row: int, column: int, text: str) -> None:
        padding = self._controller.lab.padding
        self._controller.type_cell(channel, row - padding, column - padding, text)

    def _on_weight_typed(self, channel: int, row: int, column: int, text: str) -> None:
        first = self._controller.lab.first_channel(self._controller.out_channel)
        self._controller.type_weight(channel - first, row, column, text)
