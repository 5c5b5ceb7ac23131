"""One convolution layer: its code, its kernels, its feature maps. Shows a snapshot, tells what the pointer is on."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from gui.color_bar import ColorBar
from gui.controls import fill, label, restyle
from gui.tile_view import Frame, TileView
from model.snapshot import Layer, Snapshot

HEIGHT = 300  # lower, and the maps could no longer be told apart
MAPS_PART = 0.8  # of the room for kernels and maps at most


class LayerCard(QFrame):
    """The card of layer number `index` (0 for the first).

    `map_hovered` and `map_clicked` carry layer, map, row, column; `kernel_hovered` layer, map, input channel;
    `hover_left` follows when the pointer is on neither.
    """

    map_hovered = Signal(int, int, int, int)
    map_clicked = Signal(int, int, int, int)
    kernel_hovered = Signal(int, int, int)
    hover_left = Signal()

    def __init__(self, layer: Layer, index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.index = index
        self.setObjectName(f"{layer.name}Card")
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._layer = layer
        self._snapshot: Snapshot | None = None
        self._scale = "layer"
        self._filter = 0  # whose kernels are shown, where a filter has several
        self._selected: int | None = None
        self._shared = False
        self._drawn_kernels: tuple[object, ...] = ()
        self._build(layer)

    def _build(self, layer: Layer) -> None:
        shape, spec = layer.shape, layer.shape.spec
        size = self.tr("{0} × {1} × {1}").format(spec.out_channels, shape.out_size)
        self.kernels = TileView(
            f"{layer.name}Kernels",
            self.tr("Kernels of {0}").format(layer.name),
            self.tr("Each square is one weight; orange adds, purple takes away, white does nothing."),
            largest=9,
        )
        self.maps = TileView(
            f"{layer.name}Maps",
            self.tr("Feature maps of {0}").format(layer.name),
            self.tr("What each filter answers at each place. Point at a pixel to see what it reads; click to enlarge."),
            largest=8,
        )
        self._kernels_title = label(role="dim")
        self._maps_title = label(self.tr("Feature maps\n{0}").format(size), "dim")
        self._kernels_bar = ColorBar(f"{layer.name}KernelColours", "diverging")
        self._maps_bar = ColorBar(f"{layer.name}MapColours", "sequential")
        # no word wrap: it would make the card as high as all that is in it wants
        self._readout = label(role="code", name=f"{layer.name}Readout")
        self._readout.setMinimumHeight(30)
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 9, 11, 7)
        column.setSpacing(4)
        pool = " → MaxPool2d(2)" if spec.max_pool else ""
        # broken after the kernel size, so that the lines of all cards stand side by side
        code = spec.code(shape.in_channels).replace(f", {spec.kernel_size}, ", f", {spec.kernel_size},\n ", 1)
        code += "\n" * (2 - code.count("\n") - 1) + f"\n→ ReLU{pool}"
        parameters = label(self.tr("{0:,} parameters").format(shape.parameters), "dim")
        title, text = label(layer.name, "title"), label(code, "code")
        self._fixed = (
            title,
            text,
            parameters,
            self._kernels_title,
            self._kernels_bar,
            self._maps_title,
            self._maps_bar,
        )
        fill(column, title, text, parameters, self._kernels_title, self.kernels, self._kernels_bar)
        fill(column, self._maps_title, self.maps, self._maps_bar)
        column.addStretch()
        column.addWidget(self._readout)
        self.kernels.hovered.connect(self._on_kernel_hovered)
        self.maps.hovered.connect(self._on_map_hovered)
        self.maps.clicked.connect(self._on_map_clicked)
        self.kernels.left.connect(self.hover_left)
        self.maps.left.connect(self.hover_left)

    def sizeHint(self) -> QSize:
        """A column of middling width."""
        return QSize(240, 400)

    def minimumSizeHint(self) -> QSize:
        """Lower, and nothing could be told apart; the page decides on the width."""
        return QSize(0, HEIGHT)

    # -- content ------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot, scale: str) -> None:
        """Show this layer's part of `snapshot`; colours scaled per `map`, `layer` or `network`."""
        self._snapshot, self._layer, self._scale = snapshot, snapshot.weights.layers[self.index], scale
        self._show_kernels()
        self._show_maps()
        if not self._shared:
            self._shared = True
            self._share_height()

    def _show_maps(self) -> None:
        assert self._snapshot is not None
        if not self._snapshot.maps:
            shape = self._layer.shape
            self.maps.set_blank((shape.spec.out_channels, shape.out_size, shape.out_size))
            self._maps_bar.set_range(0.0, 0.0)
            return
        maps = self._snapshot.maps[self.index]
        if self._scale == "map":
            self.maps.set_tiles(maps.out, "sequential", 0.0, maps.out.max(axis=(1, 2), keepdims=True))
            self._maps_bar.set_range(None, None)
        else:
            high = maps.highest if self._scale == "layer" else self._snapshot.highest
            self.maps.set_tiles(maps.out, "sequential", 0.0, high)
            self._maps_bar.set_range(0.0, high)

    def _show_kernels(self) -> None:
        assert self._snapshot is not None
        wanted = (self._layer, self._scale, self._filter)
        if wanted == self._drawn_kernels:
            return
        self._drawn_kernels = wanted
        weight = self._layer.weight
        count = len(weight) * weight.shape[1]
        if self.one_input:
            tiles = weight[:, 0]
            self._kernels_title.setText(self.tr("Kernels\n{0}, one a map").format(count))
        else:
            tiles = weight[self._filter]
            text = self.tr("Kernels into map {0}\n{1} of {2:,}").format(self._filter, len(tiles), count)
            self._kernels_title.setText(text)
        if self._scale == "map":
            high = abs(tiles).max(axis=(1, 2), keepdims=True)
            self.kernels.set_tiles(tiles, "diverging", -high, high)
            self._kernels_bar.set_range(None, None)
        else:
            span = self._layer.span if self._scale == "layer" else self._snapshot.weights.span
            self.kernels.set_tiles(tiles, "diverging", -span, span)
            self._kernels_bar.set_range(-span, span)

    @property
    def one_input(self) -> bool:
        """Whether each filter is one kernel, so that all of them are shown together."""
        return self._layer.shape.in_channels == 1

    def choose(self, number: int | None) -> None:
        """Frame the card and map `number` as the chosen one; None chooses nothing here."""
        restyle(self, marked="true" if number is not None else "false")
        self._selected = number
        self.show_filter(None)

    def show_filter(self, number: int | None) -> None:
        """Mark map `number` and show its filter; None goes back to the chosen one."""
        shown = number if number is not None else self._selected
        self.maps.mark(shown)
        self._filter = shown if shown is not None else 0
        self.kernels.mark(shown if self.one_input else None)
        if self._snapshot is not None:
            self._show_kernels()

    def clear_hover(self) -> None:
        """Take away all that the pointer brought."""
        self.show_filter(None)
        self.maps.outline()
        self.kernels.outline()
        self._readout.setText("")

    def outline(self, *frames: Frame) -> None:
        """Frame cells of the maps: what a later pixel reads."""
        self.maps.outline(*frames)

    def read_out(self, text: str) -> None:
        """Say in words and numbers what the pointer is on."""
        self._readout.setText(text)

    # -- events -------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """The maps come first, since they need it more; the kernels get what is left."""
        column = self.layout()
        assert column is not None
        margins = column.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        room = self.height() - margins.top() - margins.bottom() - self._readout.minimumHeight()
        room -= sum(widget.sizeHint().height() for widget in self._fixed) + column.spacing() * (len(self._fixed) + 3)
        maps = self.maps.used_height(width, max(int(room * MAPS_PART), 40))
        self.maps.setFixedHeight(maps)
        self.kernels.setFixedHeight(self.kernels.used_height(width, max(room - maps, 20)))

    def _on_kernel_hovered(self, tile: int, _row: int, _column: int) -> None:
        number, channel = (tile, 0) if self.one_input else (self._filter, tile)
        self.kernel_hovered.emit(self.index, number, channel)

    def _on_map_hovered(self, number: int, row: int, column: int) -> None:
        self.map_hovered.emit(self.index, number, row, column)

    def _on_map_clicked(self, number: int, row: int, column: int) -> None:
        self.map_clicked.emit(self.index, number, row, column)
