"""Images in rows, each with a line below; one of them can be chosen. Knows no network."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from gui.style import theme
from gui.widgets.lines_view import CENTRED
from gui.widgets.pictures import grey_image

ZOOM = 2  # pixels of the screen for one of the image, at least
ROOMY = 720  # pixels: a gallery at least so wide shows its images larger
BESIDE, BELOW, EDGE = 16, 26, 8  # pixels: between images, for a line below each, and around words


@dataclass(frozen=True, eq=False)
class Shown:
    """An image (28, 28) uint8 with its line and its tooltip; `number` is what it goes by."""

    number: int
    image: NDArray[np.uint8]
    text: str
    tip: str


class Gallery(QListWidget):
    """`picked` carries the number of the image that was clicked, or on which Return was pressed.

    With `no_higher` it is no higher than its rows.
    """

    picked = Signal(int)

    def __init__(
        self, name: str, accessible: str, tip: str, parent: QWidget | None = None, *, no_higher: bool = False
    ) -> None:
        super().__init__(parent)
        self._no_higher = no_higher
        self._why = ""  # there are no images
        self.setObjectName(name)
        self.setAccessibleName(accessible)
        self.setToolTip(tip)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMovement(QListWidget.Movement.Static)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)  # else it is cut to the width of the picture
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pictures: list[QPixmap] = []  # of the images, a pixel for one of theirs
        self._zoom = 0
        self._fit()
        self.itemClicked.connect(self._on_clicked)

    def show_images(self, images: Sequence[Shown], why: str = "") -> None:
        """Show these instead of those before; where there are none, `why`."""
        self.clear()
        self._pictures = [QPixmap.fromImage(grey_image(shown.image)) for shown in images]
        self._why = "" if images else why
        self.setAccessibleDescription(self._why)
        self.viewport().update()
        font = theme.monospaced(theme.scaled(11))
        for shown, picture in zip(images, self._pictures, strict=True):
            item = QListWidgetItem(self._icon(picture), shown.text)
            item.setFont(font)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            item.setToolTip(shown.tip)
            item.setData(Qt.ItemDataRole.UserRole, shown.number)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, shown.tip)
            self.addItem(item)
        self._fit()

    def _icon(self, picture: QPixmap) -> QIcon:
        side = 28 * self._zoom
        scaled = picture.scaled(side, side)  # squares, never smoothed
        icon = QIcon(scaled)
        icon.addPixmap(scaled, QIcon.Mode.Selected)  # or Qt tints it
        return icon

    def _fit(self) -> None:
        """Images larger where there is room, as many in a row as fit, and the row as wide as the list."""
        width = (
            self.contentsRect().width() - self.verticalScrollBar().sizeHint().width() - 4
        )  # whether it is there or not
        zoom = ZOOM + (width >= ROOMY)
        least = max(28 * zoom + BESIDE, QFontMetrics(theme.monospaced(theme.scaled(11))).horizontalAdvance("0→0 100 %"))
        columns = max(width // least, 1)
        self.setGridSize(QSize(width // columns, 28 * zoom + theme.room(BELOW)))
        if self._no_higher:
            rows = max(-(-len(self._pictures) // columns), 1)
            self.setMaximumHeight(rows * self.gridSize().height() + self.height() - self.contentsRect().height() + 2)
        if zoom != self._zoom:
            self._zoom = zoom
            self.setIconSize(QSize(28 * zoom, 28 * zoom))
            for number, picture in enumerate(self._pictures):
                self.item(number).setIcon(self._icon(picture))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        self._fit()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The images, or why there are none."""
        super().paintEvent(event)
        if self._why:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme.current().dim))
            painter.drawText(self.viewport().rect().adjusted(EDGE, EDGE, -EDGE, -EDGE), int(CENTRED), self._why)
            painter.end()

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(Qt.ItemDataRole.UserRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return picks the current image; arrows move, as in every list."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self._on_clicked(item)
        else:
            super().keyPressEvent(event)
