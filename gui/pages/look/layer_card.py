"""One convolution layer: its code, its kernels, its feature maps. Shows a snapshot, tells what the pointer is on."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from gui.pages.look.card import Card, Heading
from gui.pages.look.scales import Scale
from gui.widgets.color_bar import ColorBar
from gui.widgets.context_menu import ContextMenu, entry
from gui.widgets.controls import restyle
from gui.widgets.glossary import gloss
from gui.widgets.number_text import as_text
from gui.widgets.tile_view import Frame, TileView
from model.look.snapshot import Layer, Snapshot

KERNELS = 16, 12, 9, 7, 5, 4, 3  # pixels that a kernel's cell may have, as long as that takes a fifth of the room
LEAST, ENOUGH = 2, 4  # pixels that it has at least; pixels of a map's cell that kernels may take nothing from


class KernelsAndMaps:
    """How kernels and feature maps share the height of their card."""

    def __init__(self, kernels: TileView, maps: TileView) -> None:
        self.parts = kernels, maps

    def heights(self, width: int, room: int) -> tuple[int, int]:
        """The maps come first, since they need it more; the kernels get what is left."""
        kernels, maps = self.parts
        high = maps.used_height(width, self._for_maps(width, room))
        return kernels.used_height(width, max(room - high, 16)), high

    def _for_maps(self, width: int, room: int) -> int:
        """The height that the maps may take: all but what the kernels cannot do without."""
        kernels, maps = self.parts
        least = kernels.height_at(width, LEAST)
        enough = min(maps.zoom_in(width, max(room - least, 30)), ENOUGH)
        for zoom in KERNELS:
            high = kernels.height_at(width, zoom)
            if 5 * high < room and maps.zoom_in(width, room - high) >= enough:
                return room - high
        return max(room - least, 30)

    def wider(self, width: int, room: int) -> int | None:
        """Where the maps can be drawn larger."""
        return self.parts[1].width_for_more(width, self._for_maps(width, room))


class LayerCard(Card):
    """The card of layer number `index` (0 for the first).

    `map_hovered` and `map_clicked` carry layer, map, row, column; `kernel_hovered` layer, map, input channel;
    `hover_left` follows when the pointer is on neither.
    """

    map_hovered = Signal(int, int, int, int)
    map_clicked = Signal(int, int, int, int)
    kernel_hovered = Signal(int, int, int)
    hover_left = Signal()

    def __init__(self, layer: Layer, index: int) -> None:
        shape, spec = layer.shape, layer.shape.spec
        count = self.tr("{0:,} params").format(shape.parameters)
        words = spec.code(shape.in_channels).split(", ")
        code = [", ".join(words[:3]), *words[3:]]  # may be broken between all but the first three numbers
        code = [f"{piece}," for piece in code[:-1]] + [code[-1], "→ ReLU"] + ["→ MaxPool2d(2)"] * spec.max_pool
        super().__init__(f"{layer.name}Card", layer.name, count, code)
        self.index = index
        self._layer = layer
        self._snapshot: Snapshot | None = None
        self._scale = Scale("layer", "kernel")
        self._filter = 0  # whose kernels are shown, where a filter has several
        self._selected: int | None = None
        self._asked: tuple[int, int, int] | None = None  # the number whose menu is open
        self._drawn_kernels: tuple[object, ...] = ()
        self._build(layer)

    def _build(self, layer: Layer) -> None:
        shape, spec = layer.shape, layer.shape.spec
        self.kernels = TileView(
            f"{layer.name}Kernels",
            self.tr("Kernels of {0}").format(layer.name),
            self.tr("Each square is one weight; orange adds, purple takes away, white does nothing."),
            largest=24,
        )
        self.maps = TileView(
            f"{layer.name}Maps",
            self.tr("Feature maps of {0}").format(layer.name),
            self.tr("What each filter answers at each place. Point at a pixel to see what it reads; click to enlarge."),
            largest=40,
        )
        count = spec.out_channels
        self._kernels_title = Heading(self.tr("Kernels"), _size(*(self._kernels_shape())))
        self._kernels_title.setToolTip(
            self.tr("{0:,} kernels: one for each input channel of each filter").format(count * shape.in_channels)
        )
        self._maps_title = Heading(self.tr("Feature maps"), _size(count, shape.out_size))
        gloss(self._kernels_title.words, "kernel")
        gloss(self._maps_title.words, "feature map")
        for title in (self._kernels_title, self._maps_title):
            gloss(title.right, "shape")
        self._kernels_bar = ColorBar(f"{layer.name}KernelColours", "diverging")
        self._maps_bar = ColorBar(f"{layer.name}MapColours", "sequential")
        below = self._kernels_title, self.kernels, self._kernels_bar, self._maps_title, self.maps, self._maps_bar
        self.set_parts(*below, sharing=KernelsAndMaps(self.kernels, self.maps))
        self.kernels.set_blank((*self._kernels_shape(), shape.spec.kernel_size))
        self.maps.set_blank((count, shape.out_size, shape.out_size))
        self.kernels.hovered.connect(self._on_kernel_hovered)
        self.maps.hovered.connect(self._on_map_hovered)
        self.maps.clicked.connect(self._on_map_clicked)
        ContextMenu(self.maps, self._map_numbers, self._add_entries)
        ContextMenu(self.kernels, self._kernel_numbers)
        self.kernels.left.connect(self.hover_left)
        self.maps.left.connect(self.hover_left)

    def _kernels_shape(self) -> tuple[int, int]:
        """How many kernels are shown together, and their side."""
        shape = self._layer.shape
        return (shape.spec.out_channels if self.one_input else shape.in_channels), shape.spec.kernel_size

    # -- content ------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot, scale: Scale) -> None:
        """Show this layer's part of `snapshot` in colours of this `scale`."""
        self._snapshot, self._layer, self._scale = snapshot, snapshot.weights.layers[self.index], scale
        self._show_kernels()
        self._show_maps()

    def _show_maps(self) -> None:
        assert self._snapshot is not None
        if not self._snapshot.maps:
            shape = self._layer.shape
            self.maps.set_blank((shape.spec.out_channels, shape.out_size, shape.out_size))
            self._maps_bar.set_range(0.0, 0.0)
            return
        maps = self._snapshot.maps[self.index]
        if self._scale.maps == "map":
            self.maps.set_tiles(maps.out, "sequential", 0.0, maps.out.max(axis=(1, 2), keepdims=True))
            self._maps_bar.set_range(None, None)
        else:
            high = maps.highest if self._scale.maps == "layer" else self._snapshot.highest
            self.maps.set_tiles(maps.out, "sequential", 0.0, high)
            self._maps_bar.set_range(0.0, high)

    def _show_kernels(self) -> None:
        assert self._snapshot is not None
        wanted = (self._layer, self._scale.kernels, self._filter)
        if wanted == self._drawn_kernels:
            return
        self._drawn_kernels = wanted
        weight = self._layer.weight
        tiles = weight[:, 0] if self.one_input else weight[self._filter]
        if not self.one_input:
            self._kernels_title.words.setText(self.tr("Kernels, map {0}").format(self._filter))
        if self._scale.kernels == "kernel":
            high = abs(tiles).max(axis=(1, 2), keepdims=True)
            self.kernels.set_tiles(tiles, "diverging", -high, high)
            self._kernels_bar.set_range(None, None)
        else:
            span = self._layer.span if self._scale.kernels == "layer" else self._snapshot.weights.span
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

    def outline(self, *frames: Frame) -> None:
        """Frame cells of the maps: what a later pixel reads."""
        self.maps.outline(*frames)

    # -- menus --------------------------------------------------------------------------------------------------

    def _add_entries(self, menu: QMenu, at: QPoint) -> None:
        self._asked = self.maps.cell_at(at)
        entry(menu, "inspectPlace", self.tr("Inspect this number"), self._on_inspect, self._asked is not None)

    def _on_inspect(self) -> None:
        if self._asked is not None:
            self.map_clicked.emit(self.index, *self._asked)

    def _map_numbers(self, at: QPoint) -> str:
        """Those of the map at this place, or of all."""
        if self._snapshot is None or not self._snapshot.maps:
            return ""
        cell, maps = self.maps.cell_at(at), self._snapshot.maps[self.index].out
        return as_text(maps if cell is None else maps[cell[0]])

    def _kernel_numbers(self, at: QPoint) -> str:
        """Those of the kernel at this place, or of all that are shown."""
        shown = self._layer.weight[:, 0] if self.one_input else self._layer.weight[self._filter]
        cell = self.kernels.cell_at(at)
        return as_text(shown if cell is None else shown[cell[0]])

    # -- events -------------------------------------------------------------------------------------------------

    def _on_kernel_hovered(self, tile: int, _row: int, _column: int) -> None:
        number, channel = (tile, 0) if self.one_input else (self._filter, tile)
        self.kernel_hovered.emit(self.index, number, channel)

    def _on_map_hovered(self, number: int, row: int, column: int) -> None:
        self.map_hovered.emit(self.index, number, row, column)

    def _on_map_clicked(self, number: int, row: int, column: int) -> None:
        self.map_clicked.emit(self.index, number, row, column)


def _size(count: int, side: int) -> str:
    return f"{count}×{side}×{side}"
