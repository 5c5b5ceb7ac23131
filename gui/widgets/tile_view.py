"""Many small pictures as one mosaic: kernels, feature maps, the image. Shows numbers as colours; knows no network.

One picture is built per change, a pixel a number, and drawn once with an integer zoom: a number is a sharp square, and
64 maps cost about as much as one. Between tiles lies a gap of one cell.
"""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.style import colors, theme
from gui.style.glyphs import draw
from gui.widgets.controls import ARROWS
from gui.widgets.tile_frames import Frame, paint_blank, paint_frames, paint_lines, paint_mark
from gui.widgets.tile_grid import Grid
from gui.widgets.tile_layout import TileLayout
from model.convolution import Window

Array = NDArray[np.float32]
Limit = Array | float

LINED = 4  # pixels a cell, and so between two tiles, from which on a line around each tile tells them apart

__all__ = ["Frame", "TileView"]


class TileView(QWidget):
    """Shows tiles of equal size.

    `hovered` and `clicked` carry tile, row and column; `left` follows when nothing is hovered any more. `largest`
    limits the zoom in pixels a cell. Arrow keys move from cell to cell, Return clicks, Escape leaves.
    """

    hovered = Signal(int, int, int)
    left = Signal()
    clicked = Signal(int, int, int)
    frame_width = 1

    def __init__(self, name: str, accessible: str, tip: str, largest: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setToolTip(tip)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # or all that lies behind is painted first
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.centered = False
        self.cell_numbers: Array | None = None  # (tiles, h, w): written into the cells where they are large enough
        self._largest = largest
        self._shape = (0, 1, 1)
        self._mosaic: NDArray[np.uint8] | None = None  # (tiles, h, w) indices
        self._table = "sequential"
        self._image: QImage | None = None
        self._buffer = np.zeros((0, 0), np.uint32)  # what `_image` reads from
        self._grid = Grid(1, 1)
        self._placed: tuple[object, TileLayout] | None = None  # where the tiles lie, and what that was worked out from
        self._hover: tuple[int, int, int] | None = None
        self._marked: int | None = None
        self._frames: tuple[Frame, ...] = ()

    # -- content ------------------------------------------------------------------------------------------------

    def set_tiles(self, values: Array, table: str, low: Limit, high: Limit) -> None:
        """Show `values` (tiles, h, w) in the colours of `table`, from `low` to `high` (numbers or (tiles, 1, 1))."""
        if values.shape != self._shape:
            self._shape = values.shape
            self._hover = None
            self._lay_out()
            self.update()
        if self._mosaic is None or table != self._table:
            self.update()
        self._mosaic, self._table = colors.indices(values, low, high), table
        self._image = None
        self.update(self._layout.whole().toAlignedRect())

    def set_blank(self, shape: tuple[int, int, int]) -> None:
        """Show empty tiles of this (tiles, h, w) shape: there are no numbers yet."""
        if shape != self._shape:
            self._shape = shape
            self._hover = None
            self._lay_out()
        if self._mosaic is not None or self._image is None:
            self._mosaic, self._image = None, None
            self.update()

    def mark(self, tile: int | None) -> None:
        """Frame one whole tile in the accent colour."""
        if tile != self._marked:
            self._marked = tile
            self.update()

    def outline(self, *frames: Frame) -> None:
        """Frame these cells; none takes all frames away."""
        if frames != self._frames:
            self._frames = frames
            self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme: take over its colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._image = None
            self.update()

    # -- places -------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """What the tiles need at a middling zoom."""
        return QSize(160, 120)

    def minimumSizeHint(self) -> QSize:
        """Room for every tile at its smallest."""
        return QSize(40, 24)

    def used_height(self, width: int, limit: int) -> int:
        """The height in pixels that the tiles take in a space of width × limit."""
        ratio = self.devicePixelRatioF()
        grid = self._fitted(width, limit)
        return int(np.ceil(grid.height(*self._shape[:2]) / ratio))

    def zoom_in(self, width: int, height: int) -> int:
        """Device pixels a cell in a space of this size."""
        return self._fitted(width, height).zoom

    def height_at(self, width: int, zoom: int) -> int:
        """The height in pixels that the tiles take at `zoom` pixels a cell, where they are `width` pixels wide."""
        count, h, w = self._shape
        return Grid(max((width // zoom + 1) // (w + 1), 1), zoom).height(count, h)

    def width_for_more(self, width: int, limit: int) -> int | None:
        """The width in pixels at which the next larger zoom fits under the height `limit`; None if none does."""
        count, h, w = self._shape
        ratio = self.devicePixelRatioF()
        zoom = self._fitted(width, limit).zoom + 1
        rows = (int(limit * ratio) // zoom + 1) // (h + 1)
        if not rows or zoom > int(self._largest * ratio):
            return None
        return int(np.ceil((-(-count // rows) * (w + 1) - 1) * zoom / ratio))

    def cell_at(self, place: QPoint) -> tuple[int, int, int] | None:
        """Tile, row and column at a place in pixels; the one under the keyboard's cursor where there is none."""
        return self._layout.at(place.toPointF()) or self._hover

    def _fitted(self, width: int, height: int) -> Grid:
        count, h, w = self._shape
        ratio = self.devicePixelRatioF()
        return Grid.fit(count, h, w, (int(width * ratio), int(height * ratio)), int(self._largest * ratio))

    def _lay_out(self) -> None:
        grid = self._fitted(self.width(), self.height())
        if grid != self._grid:
            self._grid, self._image = grid, None

    @property
    def _layout(self) -> TileLayout:
        key = self._shape, self._grid, self.devicePixelRatioF(), self.centered and self.size()
        if self._placed is None or self._placed[0] != key:
            layout = TileLayout(self._shape, self._grid.columns, self._zoom())
            self._placed = key, layout.centered(self.width(), self.height()) if self.centered else layout
        return self._placed[1]

    def _zoom(self) -> float:
        return self._grid.zoom / self.devicePixelRatioF()

    # -- events -------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Show the tooltip below the tiles: at the pointer it would hide what one points at."""
        if event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height() + 4)), self.toolTip(), self)
            return True
        return super().event(event)

    def _set_hover(self, place: tuple[int, int, int] | None) -> None:
        if place == self._hover:
            return
        self._hover = place
        self.update()
        if place is None:
            self.left.emit()
        else:
            self.hovered.emit(*place)

    def resizeEvent(self, _event: QEvent) -> None:
        """Choose the zoom anew."""
        self._lay_out()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which cell is under the pointer."""
        self._set_hover(self._layout.at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses a cell."""
        place = self._layout.at(event.position())
        self._set_hover(place)
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(*place)

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing is hovered any more."""
        self._set_hover(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nor is it when the keyboard goes elsewhere."""
        self._set_hover(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Return clicks, Escape leaves."""
        key = Qt.Key(event.key())
        if key in ARROWS and self._shape[0]:
            self._set_hover(self._layout.beside(self._hover, *ARROWS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hover is not None:
            self.clicked.emit(*self._hover)
        elif key == Qt.Key.Key_Escape and self._hover is not None:
            self._set_hover(None)
        else:
            super().keyPressEvent(event)

    # -- painting -----------------------------------------------------------------------------------------------

    def _build(self, indices: NDArray[np.uint8]) -> QImage:
        """The mosaic in true colour, a pixel a cell: letting the painter map colours takes many times longer."""
        count, h, w = self._shape
        rows, columns = self._layout.rows, self._grid.columns
        tiles = np.full((rows * columns, h + 1, w + 1), colors.GAP, np.uint8)
        tiles[:count, :h, :w] = indices
        mosaic = tiles.reshape(rows, columns, h + 1, w + 1).transpose(0, 2, 1, 3)
        mosaic = mosaic.reshape(rows * (h + 1), columns * (w + 1))[:-1, :-1]  # no gap after the last tile
        behind = self.palette().color(self.backgroundRole())
        gap = behind if self._is_lined() else QColor(theme.current().gap)
        self._buffer = colors.rgb_table(self._table, gap.rgb()).take(mosaic)
        if missing := rows * columns - count:
            self._buffer[-h:, -missing * (w + 1) :] = behind.rgb()
        height, width = self._buffer.shape
        return QImage(self._buffer.data, width, height, 4 * width, QImage.Format.Format_RGB32)

    def _is_lined(self) -> bool:
        """Whether the space between tiles is wide enough for a line around each of them."""
        return self._zoom() >= LINED

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mosaic, then frames on top; what lies beside it changes rarely."""
        layout = self._layout
        painter = QPainter(self)
        behind = self.palette().color(self.backgroundRole())
        if self._mosaic is None:
            painter.fillRect(self.rect(), behind)
            paint_blank(painter, layout)
        else:
            if self._image is None:
                self._image = self._build(self._mosaic)
            place = layout.whole()
            if not place.contains(event.rect().toRectF()):
                for side in layout.around(self.width(), self.height()):
                    painter.fillRect(side, behind)
            painter.drawImage(place, self._image)
            if self._table == "diverging" and self._is_lined():  # white is a number, too
                paint_lines(painter, layout, self.rect().toRectF(), theme.current().gap)
        self._paint_numbers(painter, layout)
        self._paint_frames(painter, layout)
        painter.end()

    def _paint_frames(self, painter: QPainter, layout: TileLayout) -> None:
        _, h, w = self._shape
        room = self.rect().toRectF()
        paint_frames(painter, layout, self._frames, self.frame_width, room)
        if self._marked is not None and self._marked < self._shape[0]:
            paint_mark(painter, layout.cells(self._marked, Window(0, 0, h, w)), True, room)
        if self._hover is not None:
            tile, row, column = self._hover
            cell = layout.cells(tile, Window(row, column, row + 1, column + 1))
            paint_mark(painter, cell, self._table == "diverging", room)
        if self.hasFocus():  # always to be seen, also before an arrow key was pressed
            painter.setPen(QPen(QColor(theme.current().series), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_numbers(self, painter: QPainter, layout: TileLayout) -> None:
        zoom = layout.zoom
        if self.cell_numbers is None or self._mosaic is None or zoom < 30 or self.cell_numbers.shape != self._shape:
            return
        pixels = 9 if zoom < 40 else min(int(zoom * 0.28), 18)
        painter.setFont(theme.monospaced(pixels))
        lightness = colors.table(self._table) @ np.array([0.299, 0.587, 0.114])
        black, white = QColor("black"), QColor("white")
        dark = (lightness < 128)[self._mosaic].ravel().tolist()
        places = np.ndindex(*self._shape)
        for (tile, row, column), value, on_dark in zip(places, self.cell_numbers.ravel().tolist(), dark, strict=True):
            corner = layout.corner(tile, row, column)
            painter.setPen(white if on_dark else black)
            draw(painter, corner.x(), corner.y(), zoom, zoom, f"{value:.2f}", pixels)
