"""How many small tiles lie in rows and columns, and how large their cells are drawn. Plain arithmetic."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Grid:
    """How tiles lie: `columns` to a row, `zoom` device pixels a cell."""

    columns: int
    zoom: int

    @staticmethod
    def fit(count: int, height: int, width: int, space: tuple[int, int], largest: int) -> "Grid":
        """The grid with the largest zoom, and then the fewest rows, for `count` tiles in `space` (width, height).

        Its rows are as even as they can be.
        """
        best = Grid(max(1, count), 0)
        for columns in range(1, count + 1):
            rows = -(-count // columns)
            across = (space[0]) // (columns * (width + 1) - 1)
            down = (space[1]) // (rows * (height + 1) - 1)
            zoom = min(across, down, largest)
            if zoom > best.zoom or (zoom == best.zoom > 0 and columns > best.columns):
                best = Grid(columns, zoom)
        if not best.zoom:
            return Grid(max(1, (space[0] + 1) // (width + 1)), 1)
        rows = -(-count // best.columns)
        return Grid(-(-count // rows), best.zoom)

    def height(self, count: int, tile_height: int) -> int:
        """The height of `count` tiles in device pixels."""
        return max((-(-count // self.columns) * (tile_height + 1) - 1) * self.zoom, 0)
