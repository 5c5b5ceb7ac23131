"""Where each cell of a mosaic of tiles lies in its widget, and which cell lies where."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF

from model.convolution import Window

Cell = tuple[int, int, int]  # tile, row, column


@dataclass(frozen=True)
class TileLayout:
    """`shape` is (tiles, h, w); `columns` tiles lie in a row, `zoom` pixels a cell, from `left` and `top` on."""

    shape: tuple[int, int, int]
    columns: int
    zoom: float
    left: float = 0.0
    top: float = 0.0

    @property
    def origin(self) -> QPointF:
        """Where the first cell begins."""
        return QPointF(self.left, self.top)

    @property
    def rows(self) -> int:
        """How many rows of tiles there are."""
        return -(-self.shape[0] // self.columns)

    def centered(self, width: int, height: int) -> "TileLayout":
        """The same in the middle of a widget of this size, in whole pixels."""
        _, h, w = self.shape
        across = (self.columns * (w + 1) - 1) * self.zoom
        down = (self.rows * (h + 1) - 1) * self.zoom
        return replace(self, left=float(int(max(width - across, 0) / 2)), top=float(int(max(height - down, 0) / 2)))

    def whole(self) -> QRectF:
        """All tiles with the gaps between them."""
        _, h, w = self.shape
        width, height = self.columns * (w + 1) - 1, self.rows * (h + 1) - 1
        return QRectF(self.left, self.top, width * self.zoom, height * self.zoom)

    def around(self, width: int, height: int) -> list[QRectF]:
        """What lies beside the tiles in a widget of this size, and a little below them: pixels may be fractions."""
        hole = self.whole().adjusted(1, 1, -1, -1)
        sides = (
            QRectF(0, 0, width, hole.top()),
            QRectF(0, hole.bottom(), width, height - hole.bottom()),
            QRectF(0, hole.top(), hole.left(), hole.height()),
            QRectF(hole.right(), hole.top(), width - hole.right(), hole.height()),
        )
        return [side for side in sides if not side.isEmpty()]

    def corner(self, tile: int, row: int, column: int) -> QPointF:
        """The upper left corner of a cell."""
        _, h, w = self.shape
        tile_row, tile_column = divmod(tile, self.columns)
        across, down = tile_column * (w + 1) + column, tile_row * (h + 1) + row
        return QPointF(self.left + across * self.zoom, self.top + down * self.zoom)

    def cells(self, tile: int, window: Window) -> QRectF:
        """The cells of `window` in one tile."""
        corner = self.corner(tile, window.top, window.left)
        width, height = window.right - window.left, window.bottom - window.top
        return QRectF(corner.x(), corner.y(), width * self.zoom, height * self.zoom)

    def everywhere(self, window: Window) -> list[QRectF]:
        """The cells of `window` in every tile: as `cells`, but quick for many."""
        count, h, w = self.shape
        first = self.cells(0, window)
        x, y, width, height = first.x(), first.y(), first.width(), first.height()
        across, down = (w + 1) * self.zoom, (h + 1) * self.zoom
        places = (divmod(tile, self.columns) for tile in range(count))
        return [QRectF(x + column * across, y + row * down, width, height) for row, column in places]

    def at(self, position: QPointF) -> Cell | None:
        """The cell at `position`; the gap after a tile belongs to its last cell. None outside."""
        count, h, w = self.shape
        place = position - self.origin
        if place.x() < 0 or place.y() < 0:
            return None
        tile_row, row = divmod(int(place.y() / self.zoom), h + 1)
        tile_column, column = divmod(int(place.x() / self.zoom), w + 1)
        tile = tile_row * self.columns + tile_column
        if tile_column >= self.columns or tile >= count:
            return None
        return tile, min(row, h - 1), min(column, w - 1)

    def beside(self, cell: Cell | None, down: int, right: int) -> Cell:
        """The cell next to `cell`, in the next tile at an edge; the first one of all for None."""
        count, h, w = self.shape
        if cell is None:
            return 0, 0, 0
        tile, row, column = cell
        row, column = row + down, column + right
        if row in (-1, h) or column in (-1, w):
            beside = tile + (down * self.columns if row in (-1, h) else right)
            if not 0 <= beside < count:
                return cell
            tile, row, column = beside, row % h, column % w
        return tile, row, column
