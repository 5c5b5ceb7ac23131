"""A mosaic in which one cell is chosen: the enlarged map. Arrow keys move the choice; cells can stay empty."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QKeyEvent, QPainter

from gui.style import colors, theme
from gui.widgets.controls import ARROWS
from gui.widgets.tile_frames import paint_lines
from gui.widgets.tile_layout import TileLayout
from gui.widgets.tile_view import Frame, TileView
from model.convolution import Window


class PickView(TileView):
    """As a TileView; besides, an arrow key chooses the cell beside the chosen one: `clicked` follows."""

    frame_width = 2
    _chosen: tuple[int, int, int] | None = None
    _revealed: int | None = None

    def choose(self, place: tuple[int, int, int] | None, pinned: tuple[int, int, int] | None = None) -> None:
        """Frame this tile, row and column; with `pinned` both, as B and A."""
        self._chosen = place
        named = [(pinned, "A"), (place, "B")] if pinned is not None else [(place, "")]
        frames = (
            Frame(Window(where[1], where[2], where[1] + 1, where[2] + 1), where[0], letter)
            for where, letter in named
            if where is not None
        )
        self.outline(*frames)

    def reveal(self, count: int | None) -> None:
        """Show only the first `count` cells, as one reads; None shows all."""
        if count != self._revealed:
            self._revealed, self._image = count, None
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose the next cell."""
        if event.key() in ARROWS and self._shape[0]:
            self._hover = self._chosen or self._hover
            super().keyPressEvent(event)
            if self._hover is not None:
                self.clicked.emit(*self._hover)
        else:
            super().keyPressEvent(event)

    def _build(self, indices: NDArray[np.uint8]) -> QImage:
        if self._revealed is not None:
            indices = indices.copy()
            indices.reshape(-1)[self._revealed :] = colors.GAP
        return super()._build(indices)

    def _paint_numbers(self, painter: QPainter, layout: TileLayout) -> None:
        if self._revealed is None:
            super()._paint_numbers(painter, layout)
        else:  # the edge of what is still to come
            paint_lines(painter, layout, self.rect().toRectF(), theme.current().dim)
