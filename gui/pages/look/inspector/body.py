"""Below the inspector's head: the map, the sum channel by channel, the sum in words; how they share the room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from gui.pages.look.inspector.channel_rows import ChannelRows
from gui.pages.look.inspector.enlarged_map import EnlargedMap
from gui.pages.look.inspector.path_list import PathList
from gui.pages.look.inspector.sheets import sheet
from gui.pages.look.inspector.slide_view import SlideInput, SlideSums
from gui.pages.look.inspector.summary import SummaryCard
from gui.widgets.controls import fill
from model.convolution import Pixel
from model.look.inspection import Place, is_linear
from model.look.snapshot import Snapshot

MAP, SLIDING, SUMMARY = 0.24, 0.27, 0.23  # parts of the width that the map, while it slides, and the summary take
SUMMARIES = 196, 290  # pixels that the summary is wide at least and at most
SPACE = 14
ANY = 16777215  # pixels: Qt's word for no limit


class InspectorBody(QWidget):
    """Map, rows and summary side by side; while the kernel slides, its input, the products, and the map filling in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.enlarged, self.rows = EnlargedMap(), ChannelRows()
        self.input, self.sums = SlideInput(), SlideSums()
        self.summary, self.path_list = SummaryCard(), PathList()
        self.area = QScrollArea()
        self.area.setObjectName("channelArea")
        self.area.setWidget(self.rows)
        self.area.setWidgetResizable(True)
        self.area.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._right = QStackedWidget()
        self._right.addWidget(self.summary)
        self._right.addWidget(self.path_list)
        self._sliding = False
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area, 1)
        column.addWidget(self.sums)
        column.addStretch()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        fill(row, self.input, self.enlarged)
        row.addWidget(middle, 1)
        row.addWidget(self._right)
        for each in (self.input, self.sums):
            each.hide()

    def show_tracing(self, tracing: bool) -> None:
        """The path to the input in the place of the summary, or not."""
        self._right.setCurrentWidget(self.path_list if tracing else self.summary)

    def show_numbers(
        self, snapshot: Snapshot, place: Place, pixels: list[Pixel], by_size: bool, channel: int | None
    ) -> None:
        """The rows of all channels; while the kernel slides, of `channel` alone, with its input beside it."""
        image = place.layer == 0
        linear = is_linear(snapshot.weights, place)
        source = self.tr("image") if image else self.tr("map {0}") if linear else self.tr("in {0}")
        sliding = channel is not None and bool(pixels)
        if sliding != self._sliding:
            self._sliding = sliding
            self._rearrange()
        if channel is not None and pixels:
            self.input.show_place(snapshot, place, channel, pixels[0].window)
            self.sums.show_pixel(pixels[0], channel, source)
        self.rows.show_sheet(sheet(snapshot, place, pixels, by_size, source, channel if sliding else None))
        if sliding:
            self.area.setFixedHeight(self.rows.minimumHeight())

    def _rearrange(self) -> None:
        """The map at the left of the sum; while the kernel slides, at the right of its input and the products."""
        self._row.removeWidget(self.enlarged)
        self._row.insertWidget(2 if self._sliding else 1, self.enlarged)
        for each in (self.input, self.sums):
            each.setVisible(self._sliding)
        self._right.setVisible(not self._sliding)
        if not self._sliding:
            self.area.setMinimumHeight(0)
            self.area.setMaximumHeight(ANY)
        self._share()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Share the room anew."""
        self._share()

    def _share(self) -> None:
        """Small windows get a smaller map and summary; numbers get what is left."""
        width, high = self.width(), max(self.height(), 100)
        if self._sliding:
            side = min(high, int(SLIDING * width))
            self.input.setFixedWidth(side)
            self.enlarged.setFixedWidth(side)
            self.rows.set_room(width - 2 * side - 2 * SPACE, max(high - self.sums.sizeHint().height(), 60))
            self.area.setFixedHeight(max(self.rows.minimumHeight(), 20))
        else:
            side = min(high - 18, int(MAP * width))
            self.enlarged.setFixedWidth(side)
            summary = min(max(int(SUMMARY * width), SUMMARIES[0]), SUMMARIES[1])
            self._right.setFixedWidth(summary)
            self.rows.set_room(width - side - summary - 2 * SPACE - 12, high)
