"""One feature map, enlarged, with the filter that makes it. Shows a snapshot, tells what the pointer is on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.color_bar import ColorBar
from gui.controls import button, fill, label
from gui.tile_view import TileView
from model.convolution import Window, receptive_field
from model.snapshot import Snapshot


class MapPanel(QFrame):
    """Map `number` of layer `index`, chosen by a click; `closed` follows when it should go away."""

    map_hovered = Signal(int, int, int, int)
    hover_left = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mapPanel")
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._chosen: tuple[int, int] | None = None
        self.map = TileView(
            "enlargedMap",
            self.tr("The chosen feature map, enlarged"),
            self.tr("One square is one number: what the filter answers at this place."),
            largest=60,
        )
        self.kernels = TileView(
            "enlargedKernels",
            self.tr("The filter of the chosen map, enlarged"),
            self.tr("One kernel for each input channel; together with the bias they are the filter of this map."),
            largest=22,
        )
        self.map.setFixedWidth(250)
        self.map.centered = True
        self._map_bar = ColorBar("enlargedMapColours", "sequential")
        self._map_bar.setFixedWidth(250)
        self._kernel_bar = ColorBar("enlargedKernelColours", "diverging")
        self._title = label(role="title")
        self._about = label(role="dim")
        self._facts = label(role="code", name="mapFacts", wrap=True)
        self._facts.setFixedWidth(270)
        self._build()
        self.map.hovered.connect(self._on_hovered)
        self.map.left.connect(self.hover_left)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(6)
        header = QHBoxLayout()
        fill(header, self._title, self._about)
        header.addStretch()
        tip = self.tr("Give the room back to the cards (Esc)")
        header.addWidget(button("closeMap", self.tr("Close"), tip, self._on_close))
        column.addLayout(header)
        row = QHBoxLayout()
        row.setSpacing(16)
        for part, bar in ((self.map, self._map_bar), (self.kernels, self._kernel_bar)):
            inner = QVBoxLayout()
            inner.setSpacing(4)
            fill(inner, part, bar)
            row.addLayout(inner, 0 if part is self.map else 1)
        row.addWidget(self._facts)
        column.addLayout(row)

    def choose(self, index: int, number: int) -> None:
        """Show map `number` of layer `index` from the next snapshot on."""
        self._chosen = (index, number)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the chosen map."""
        if self._chosen is None or self._chosen[0] >= len(snapshot.weights.layers):
            return
        index, number = self._chosen
        layer = snapshot.weights.layers[index]
        if number >= len(layer.weight):
            return
        self._title.setText(self.tr("{0} · map {1}").format(layer.name, number))
        self.kernels.set_tiles(layer.weight[number], "diverging", -layer.span, layer.span)
        self._kernel_bar.set_range(-layer.span, layer.span)
        self._facts.setText(self._describe(snapshot, index, number))
        count = len(layer.weight[number])
        source = self.tr("the image") if index == 0 else snapshot.weights.layers[index - 1].name
        self._about.setText(
            self.tr("reads {0} of {1} through {2} of {3} × {3}").format(
                self.tr("the one channel") if count == 1 else self.tr("all {0} maps").format(count),
                source,
                self.tr("one kernel") if count == 1 else self.tr("{0} kernels").format(count),
                layer.shape.spec.kernel_size,
            )
        )
        if not snapshot.maps:
            self.map.set_blank((1, layer.shape.out_size, layer.shape.out_size))
            self._map_bar.set_range(0.0, 0.0)
            return
        out = snapshot.maps[index].out[number : number + 1]
        high = snapshot.maps[index].highest
        self.map.cell_numbers = out
        self.map.set_tiles(out, "sequential", 0.0, high)
        self._map_bar.set_range(0.0, high)

    def _describe(self, snapshot: Snapshot, index: int, number: int) -> str:
        layer = snapshot.weights.layers[index]
        spec = layer.shape.spec
        field = receptive_field(snapshot.steps(index), Window(0, 0, 1, 1))
        size = field.bottom - field.top
        lines = [
            self.tr("bias b[{0}]  {1:+.4f}").format(number, layer.bias[number]),
            self.tr("stride {0}, padding {1}").format(spec.stride, spec.padding),
            self.tr("a pixel depends on {0} × {0}\nof the image's pixels").format(size),
        ]
        if snapshot.maps:
            out = snapshot.maps[index].out[number]
            row, column = divmod(int(out.argmax()), out.shape[1])
            silent = int((out <= 0).sum())
            lines.append(self.tr("highest {0:.4f} at row {1}, column {2}").format(out[row, column], row, column))
            lines.append(self.tr("{0} of {1} pixels are 0 after ReLU").format(silent, out.size))
        return "\n".join(lines)

    def _on_hovered(self, _tile: int, row: int, column: int) -> None:
        if self._chosen is not None:
            self.map_hovered.emit(*self._chosen, row, column)

    def _on_close(self) -> None:
        self.closed.emit()
