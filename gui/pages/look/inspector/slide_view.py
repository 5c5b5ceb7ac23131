"""What is seen beside the map while the kernel slides: one input channel with the window on it, and what it adds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from gui.style import theme
from gui.widgets.color_bar import ColorBar
from gui.widgets.controls import fill, label
from gui.widgets.lines_view import Line, LinesView
from gui.widgets.tile_frames import Frame
from gui.widgets.tile_layout import TileLayout
from gui.widgets.tile_view import TileView
from model.convolution import Pixel, Window
from model.look.inspection import Place, others, padded_input
from model.look.snapshot import Snapshot


class PaddedMap(TileView):
    """One map with a hatched ring of padding, and the window that the kernel covers."""

    frame_width = 3
    padding = 0

    def _paint_numbers(self, painter: QPainter, layout: TileLayout) -> None:
        super()._paint_numbers(painter, layout)
        _, height, width = layout.shape
        p, colours = self.padding, theme.current()
        ring = (
            Window(0, 0, p, width), Window(height - p, 0, height, width),
            Window(p, 0, height - p, p), Window(p, width - p, height - p, width),
        )  # fmt: skip
        for part in ring if p else ():
            place = layout.cells(0, part)
            painter.fillRect(place, QColor(colours.raised))
            painter.fillRect(place, QBrush(QColor(colours.dim), Qt.BrushStyle.BDiagPattern))


class SlideInput(QWidget):
    """The chosen input channel, large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map = PaddedMap(
            "slideInput",
            self.tr("The chosen input channel, enlarged"),
            self.tr("What the kernel slides over: the frame is the patch under it now, the hatched ring is padding."),
            largest=60,
        )
        self.map.centered = True
        self._bars = {name: ColorBar(f"{name}SlideColours", name) for name in ("ink", "sequential")}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        fill(column, self.map, *self._bars.values())

    def show_place(self, snapshot: Snapshot, place: Place, channel: int, window: Window) -> None:
        """Show input channel `channel` of `place` with this window of it framed."""
        self.map.padding = p = snapshot.weights.layers[place.layer].shape.spec.padding
        table = "ink" if place.layer == 0 else "sequential"
        high = 1.0 if place.layer == 0 else snapshot.maps[place.layer - 1].highest
        for name, bar in self._bars.items():
            bar.setVisible(name == table)
        self._bars[table].set_range(0.0, high)
        numbers = padded_input(snapshot, place, channel)
        self.map.cell_numbers = numbers
        self.map.set_tiles(numbers, table, 0.0, high)
        self.map.outline(Frame(Window(*(edge + p for edge in window)), 0))


class SlideSums(QWidget):
    """Which input channel is shown, and how its products and all others make the number in the map.

    `channel_chosen` carries another input channel.
    """

    channel_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self.box.setObjectName("slideChannel")
        self.box.setAccessibleName(self.tr("Input channel"))
        self.box.setToolTip(
            self.tr("Which input channel is shown: each has a kernel of its own, and all slide at the same time")
        )
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.lines = LinesView("slideSums")
        self.box.activated.connect(self.channel_chosen)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Input channel"), "dim"))
        row.addWidget(self.box)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.lines)

    def show_pixel(self, pixel: Pixel, channel: int, source: str) -> None:
        """Show the sums of `pixel`; `source` with its number is what an input channel is called."""
        names = [source.format(number) for number in range(len(pixel.sums))]
        if [self.box.itemText(number) for number in range(self.box.count())] != names:
            self.box.clear()
            self.box.addItems(names)
        self.box.setCurrentIndex(channel)
        self.box.setEnabled(len(names) > 1)
        lines = [Line(self.tr("{0}: Σ of its products").format(names[channel]), (f"{pixel.sums[channel]:+.4f}",))]
        if len(names) > 1:
            text = self.tr("+ Σ of the other {0} channels").format(len(names) - 1)
            lines.append(Line(text, (f"{others(pixel, channel):+.4f}",)))
        lines += [
            Line(self.tr("+ bias b[{0}]").format(pixel.out_channel), (f"{pixel.bias:+.4f}",)),
            Line(self.tr("before ReLU"), (f"{pixel.conv:+.4f}",)),
            Line(self.tr("into the map, after ReLU"), (f"{pixel.relu:.4f}",), "strong"),
        ]
        self.lines.show_lines(lines)
