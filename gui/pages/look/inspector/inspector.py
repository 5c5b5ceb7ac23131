"""The inspector: one number of the network, enlarged map at its left, and where the number comes from."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from gui.pages.look.inspector.body import InspectorBody
from gui.pages.look.inspector.header import InspectorHeader
from gui.pages.look.inspector.slide import KernelSlide
from model.convolution import Window
from model.look.inspection import (
    Inspection,
    Place,
    Stage,
    comparable,
    exists,
    highest_place,
    inspect,
    is_linear,
    trace,
)
from model.look.snapshot import Snapshot


class Inspector(QFrame):
    """Shows a place of each new snapshot; `choose` says which.

    `changed` follows when another place, or a path, is shown; `map_hovered` and `hover_left` come from the enlarged
    map; `input_pointed` carries a channel and a Window of what the place reads; `closed` when it should go away.
    """

    changed = Signal()
    map_hovered = Signal(int, int, int, int)
    hover_left = Signal()
    input_pointed = Signal(int, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspector")
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.place: Place | None = None
        self.pinned: Place | None = None  # the first of two places that are compared
        self.path: list[Stage] = []  # from `place` to the image, while it is traced
        self._snapshot: Snapshot | None = None
        self._found: list[Inspection] = []
        self.slide = KernelSlide(self)
        self.header = InspectorHeader()
        self._body = InspectorBody()
        self.enlarged, self.rows = self._body.enlarged, self._body.rows
        self.map = self.enlarged.map
        self.summary, self.path_list = self._body.summary, self._body.path_list
        self._channel = 0  # the input channel that is shown while the kernel slides
        self._build()
        self._connect()

    def _build(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.header)
        column.addWidget(self._body, 1)

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar below the head."""
        self._column.insertWidget(1, bar)

    def _connect(self) -> None:
        self.map.hovered.connect(self._on_map_hovered)
        self.map.left.connect(self.hover_left)
        self.map.clicked.connect(self._on_map_clicked)
        self.rows.cell_pointed.connect(self._on_cell_pointed)
        self.rows.left.connect(self._on_cell_left)
        self.slide.moved.connect(self._go)
        self.slide.changed.connect(self._on_slide_changed)
        self.path_list.stage_changed.connect(self._show)
        self._body.sums.channel_chosen.connect(self._on_channel_chosen)
        header = self.header
        header.closed.connect(self.closed)
        header.order_changed.connect(self._show)
        header.trace_toggled.connect(self._on_trace_toggled)
        header.compare_toggled.connect(self._on_compare_toggled)
        header.play_pressed.connect(self._on_play)
        header.step_pressed.connect(self._on_step)
        header.speed_changed.connect(self.slide.set_speed)

    # -- choosing -----------------------------------------------------------------------------------------------

    def choose(self, place: Place) -> None:
        """Explain this place from now on; a way of the kernel, or a comparison with what is made otherwise, ends."""
        self.slide.end()
        weights = None if self._snapshot is None else self._snapshot.weights
        if self.pinned is not None and (weights is None or not comparable(weights, self.pinned, place)):
            self.header.compare.setChecked(False)
        self._go(place)

    def _go(self, place: Place) -> None:
        if place != self.place:
            self.place = place
            self.path_list.restart()
            self._show()

    @property
    def shown(self) -> Place | None:
        """The place whose arithmetic is shown: the chosen one, or the stage of its path that is selected."""
        stage = self.path_list.stage
        if self.path and stage < len(self.path):
            last = len(self.path) - 2  # the image has no arithmetic: it stays with what read it
            return self.path[min(stage, last)].place
        return self.place

    def clear(self) -> None:
        """Forget the network with all that was chosen in it: place, path, what is compared, the kernel's way."""
        self.place, self.path, self._found, self._snapshot = None, [], [], None
        self.slide.end()
        self.header.trace.setChecked(False)
        self.header.compare.setChecked(False)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the same place in a new snapshot."""
        self._snapshot = snapshot
        self._show()

    def _show(self) -> None:
        snapshot = self._snapshot
        if snapshot is None or self.place is None or not exists(snapshot.weights, self.place):
            return
        tracing = self.header.trace.isChecked()
        self.path = trace(snapshot, self.place) if tracing and snapshot.maps else []
        self.path_list.show_path(snapshot.weights, self.path)
        self._body.show_tracing(tracing)
        place = self.shown
        assert place is not None
        places = [place] if self.pinned is None else [self.pinned, place]
        self._found = [inspect(snapshot, each) for each in places] if snapshot.maps else []
        self.header.show_place(snapshot.weights, place, self._found[-1] if self._found else None, self.pinned)
        self.enlarged.show_place(snapshot, place, self.slide.reached if self.slide.active else None, self.pinned)
        pixels, channel = [found.pixel for found in self._found], self._channel if self.slide.active else None
        self._body.show_numbers(snapshot, place, pixels, self.header.by_size, channel)
        if not tracing:
            self.summary.show_place(snapshot, place, self._found)
        self.changed.emit()

    def _on_channel_chosen(self, channel: int) -> None:
        self._channel = channel
        self._show()

    # -- pointing -----------------------------------------------------------------------------------------------

    def _on_map_hovered(self, tile: int, row: int, column: int) -> None:
        if self.place is None or self._snapshot is None:
            return
        if self.slide.active:
            self.slide.go(row, column)
        elif is_linear(self._snapshot.weights, self.place):
            self.map_hovered.emit(self.place.layer - 1, tile, row, column)
        elif (shown := self.shown) is not None:
            self.map_hovered.emit(shown.layer, shown.channel, row, column)

    def _on_map_clicked(self, tile: int, row: int, column: int) -> None:
        shown = self.shown
        if shown is None or self._snapshot is None:
            return
        if self.slide.active:
            self.slide.go(row, column)
        elif is_linear(self._snapshot.weights, shown):
            self.choose(Place(shown.layer - 1, tile, row, column))
        else:
            self.choose(shown._replace(row=row, column=column))

    def _on_cell_pointed(self, channel: int, row: int, column: int) -> None:
        if self.rows.hasFocus():  # the pointer is where one sees it
            place = self.rows.cursor_rect()
            self._body.area.ensureVisible(place.left(), place.center().y(), 0, place.height())
        self.header.show_words(self.rows.describe_cursor())
        if self._found:
            window = self._found[-1].pixel.window
            top, left = window.top + row, window.left + column
            self.input_pointed.emit(channel, Window(top, left, top + 1, left + 1))

    def _on_cell_left(self) -> None:
        self.header.show_words("")
        self.hover_left.emit()

    # -- trace, comparison, slide -------------------------------------------------------------------------------

    def _on_trace_toggled(self, on: bool) -> None:
        self.slide.end()
        self.path_list.restart()
        if on:
            self.header.compare.setChecked(False)
        self._show()

    def _on_compare_toggled(self, on: bool) -> None:
        self.slide.end()
        self.pinned = self.shown if on else None
        if on and self.pinned is not None and self._snapshot is not None:
            self.header.trace.setChecked(False)
            self._go(highest_place(self._snapshot, self.pinned))
        self._show()

    def _begin(self) -> bool:
        """Send the kernel on its way if it is not; False where it has none to go."""
        shown = self.shown
        if self._snapshot is None or shown is None or is_linear(self._snapshot.weights, shown):
            return False
        if not self.slide.active:
            self.header.trace.setChecked(False)
            self._channel = self._found[-1].pixel.by_size[0] if self._found else 0
            self.slide.begin(self._snapshot.weights, shown)
        return True

    def _on_play(self) -> None:
        if self._begin():
            self.slide.toggle()

    def _on_step(self, by: int) -> None:
        began = not self.slide.active
        if self._begin() and not began:
            self.slide.step(by)

    def _on_slide_changed(self) -> None:
        self.header.show_playing(self.slide.playing)
        if not self.slide.active and self.place is not None and self._snapshot is not None:
            place = self.place.pooled
            if not exists(self._snapshot.weights, place):  # a last odd row that no pool reads
                place = place._replace(row=0, column=0)
            self.place = place
            self._show()

    # -- sizes --------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Its parts share what room there is; they keep no window from being made smaller."""
        return QSize(300, super().minimumSizeHint().height())

    def resizeEvent(self, _event: QEvent) -> None:
        """Shorter words where there is little room."""
        wide = self.width() > 960
        self.summary.set_compact(not wide)
        self.header.set_compact(not wide)

    def hideEvent(self, _event: QEvent) -> None:
        """What nobody sees does not move."""
        self.slide.pause()
