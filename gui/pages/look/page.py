"""Page "Look inside": a card a layer, all from one snapshot. Connects what one points at with what it reads."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QPalette, QShortcut, QShowEvent, QUndoStack
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.pages.look.card_row import CardRow
from gui.pages.look.framing import frame
from gui.pages.look.hints import LookHints
from gui.pages.look.inspector.edit_bar import WorkbenchBar
from gui.pages.look.inspector.inspector import Inspector
from gui.pages.look.layer_card import LayerCard
from gui.pages.look.linear_card import LinearCard
from gui.pages.look.loading_hint import LoadingHint
from gui.pages.look.scales import Scales
from gui.pages.look.top_patches import TopPatches
from gui.session.session import Session
from gui.widgets.elided import Elided
from gui.widgets.explain import explain
from gui.widgets.tile_view import Frame
from gui.widgets.when_seen import WhenSeen
from model.convolution import Window
from model.look.inspection import Place
from model.look.snapshot import Snapshot
from model.network.architecture import INPUT_SIDE, LayerShape

Choice = tuple[Place, list[LayerShape]]  # a place, and the layers of the network it was chosen in
CARDS = 380  # the least height for the cards and all that stands above the inspector


class LookPage(QWidget):
    """The cards in a row that scrolls, below them the inspector, once a pixel is chosen.

    `field_changed` carries what the pixel under the pointer reads of the image (a Window, a list of two) or None.
    """

    field_changed = Signal(object)
    open_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lookPage")
        self._session = session
        self._cards: list[LayerCard] = []
        self._linear: LinearCard | None = None
        self._shown: Snapshot | None = None
        self._wanted: Choice | None = None
        self._architecture: list[LayerShape] = []
        self._waiting = LoadingHint(session)
        self._waiting.open_wanted.connect(self.open_wanted)
        self._shows: QWidget = self._waiting  # or the cards
        self.inspector = Inspector()
        self.inspector.hide()
        self.bench = WorkbenchBar(session)
        self.bench.hide()
        self.inspector.add_bar(self.bench)
        self.scales = Scales(session.settings)
        self._hint = Elided("dim", "lookHint", QPalette.ColorRole.Window)
        self._say("")
        self._build()
        self.patches = TopPatches(session.why.firing, self)
        session.display.snapshot_changed.connect(WhenSeen(self, self._show_snapshot).tell)

    def _build(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self._hint, 1)
        row.addWidget(self.scales)
        column.addLayout(row)
        column.addWidget(self._shows, 1)
        column.addWidget(self.inspector)
        self.scales.changed.connect(self._on_scale_changed)
        self.inspector.map_hovered.connect(self._on_map_hovered)
        self.inspector.hover_left.connect(self._on_hover_left)
        self.inspector.changed.connect(self._show_choice)
        self.inspector.input_pointed.connect(self._on_input_pointed)
        self.inspector.closed.connect(self.close_map)
        self.inspector.header.edit_toggled.connect(self._on_edit_toggled)
        self.inspector.rows.cell_chosen.connect(self.bench.choose_cell)
        self.bench.cell_moved.connect(self._on_cell_moved)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_escape)
        escape.setWhatsThis(self.tr("End the slide, close the inspector"))
        explain(self, LookHints(self).all())

    # -- showing ------------------------------------------------------------------------------------------------

    def _show_snapshot(self) -> None:
        snapshot = self._session.display.snapshot
        if snapshot is None or snapshot is self._shown:
            return
        architecture = _architecture(snapshot)
        if architecture != self._architecture:
            self.close_map()  # what was chosen belongs to the layers that go
            self._architecture = architecture
            self._build_cards(snapshot)
        self._shown = snapshot
        scale = self.scales.scale
        for card in self._cards:
            card.show_snapshot(snapshot, scale)
        if self._linear is not None:
            self._linear.show_snapshot(snapshot)
        if self.inspector.isVisible():  # it is open; a closed one is told when it is opened
            self.inspector.show_snapshot(snapshot)
        self._choose_wanted()

    def _build_cards(self, snapshot: Snapshot) -> None:
        self._cards = [LayerCard(layer, n) for n, layer in enumerate(snapshot.weights.layers)]
        self._linear = LinearCard(snapshot.weights)
        for card in self._cards:
            card.map_hovered.connect(self._on_map_hovered)
            card.map_clicked.connect(self._on_map_clicked)
            card.kernel_hovered.connect(self._on_kernel_hovered)
            card.hover_left.connect(self._on_hover_left)
        self._linear.output_chosen.connect(self._on_output_chosen)
        self._linear.pointed.connect(self._say)
        before, self._shows = self._shows, CardRow([*self._cards, self._linear])
        self._column.replaceWidget(before, self._shows)
        self._shows.setGeometry(before.geometry())  # at once, not when the layout comes to it
        self._shows.show()
        before.hide()
        before.deleteLater()  # with its cards

    def _on_scale_changed(self) -> None:
        self._shown = None
        self._show_snapshot()

    def resizeEvent(self, _event: QEvent) -> None:
        """A low window gets a lower inspector."""
        self.inspector.setFixedHeight(min(max(int(self.height() * 0.46), 240), self.height() - CARDS, 620))

    # -- pointing -----------------------------------------------------------------------------------------------

    def _say(self, text: str) -> None:
        """What the pointer is on; where it is on nothing, what it could be on."""
        self._hint.set_text(text or self.tr("Point: what a pixel reads. Click: where its number comes from."))

    def _on_map_hovered(self, index: int, number: int, row: int, column: int) -> None:
        snapshot = self._shown
        if snapshot is None or index >= len(self._cards):
            return
        for earlier, card in enumerate(self._cards):
            if earlier == index:
                card.outline(Frame(Window(row, column, row + 1, column + 1), number))
                card.show_filter(number)
                self._say(self._words(snapshot, index, number, row, column))
            elif earlier < index:
                card.clear_hover()
                card.outline(Frame(snapshot.reads(index, row, column, earlier)))
            else:
                card.clear_hover()
        self.field_changed.emit(snapshot.reads(index, row, column, -1) if snapshot.maps else None)
        self._show_patches(index, number)

    def _show_patches(self, index: int, number: int) -> None:
        """On which training digits filter `number` fires most, beside its card; no card before it is covered."""
        if self._shown is not None:
            self.patches.follow(self._shown, index, number, self._cards[index].kernels)

    def _words(self, snapshot: Snapshot, index: int, number: int, row: int, column: int) -> str:
        value = f" = {snapshot.maps[index].out[number, row, column]:.4f}" if snapshot.maps else ""
        name = snapshot.weights.layers[index].name
        return self.tr("{0} · map {1} · row {2}, column {3}{4}").format(name, number, row, column, value)

    def _on_kernel_hovered(self, index: int, number: int, channel: int) -> None:
        if self._shown is None:
            return
        card = self._cards[index]
        card.show_filter(number)
        kernel = self._shown.weights.layers[index].weight[number, channel]
        if index:
            self._cards[index - 1].maps.mark(channel)
        self._show_patches(index, number)
        name = self._shown.weights.layers[index].name
        self._say(
            self.tr("{0} · map {1} reads channel {2} · weights {3:+.2f} … {4:+.2f}").format(
                name, number, channel, kernel.min(), kernel.max()
            )
        )

    def _on_input_pointed(self, channel: int, window: Window) -> None:
        """Frame the number that a cell of the inspector's rows was read from."""
        shown = self.inspector.shown
        if shown is None:
            return
        if shown.layer == 0:
            self.field_changed.emit(window.within(INPUT_SIDE))
        else:
            card = self._cards[shown.layer - 1]
            card.maps.outline(Frame(window, channel))
            card.maps.mark(channel)

    def _on_hover_left(self) -> None:
        self.patches.leave()
        for card in self._cards:
            card.clear_hover()
        self._say("")
        self.field_changed.emit(None)
        self._show_choice()

    @property
    def undo_stack(self) -> QUndoStack:
        """What is undone while the inspector has the focus: weights while they are edited, else the drawing."""
        edited = self.bench.isVisible()
        return self._session.edits.undo_stack if edited else self._session.drawing.undo_stack

    def hideEvent(self, event: QHideEvent) -> None:
        """What is hidden costs nothing, and frames nothing on the pad, which stands beside another page, too."""
        super().hideEvent(event)
        self.patches.rest()
        self.field_changed.emit(None)

    def showEvent(self, event: QShowEvent) -> None:
        """What is chosen is framed again."""
        super().showEvent(event)
        self._show_choice()

    # -- the chosen place ---------------------------------------------------------------------------------------

    @property
    def choice(self) -> Choice | None:
        """The chosen place with the layers it was chosen in, for the page that takes this one's place."""
        place = self.inspector.place
        return self._wanted if place is None else (place, self._architecture)

    def restore(self, choice: Choice) -> None:
        """Open the inspector at what was chosen before the page was made anew, at the latest when the page is seen.

        Where the network on display has other layers by then, nothing opens.
        """
        self._wanted = choice
        if self._shown is not None:
            self._choose_wanted()

    def _choose_wanted(self) -> None:
        if self._wanted is not None:
            (place, chosen_in), self._wanted = self._wanted, None
            if chosen_in == self._architecture:
                self._choose(place)

    def _on_map_clicked(self, index: int, number: int, row: int, column: int) -> None:
        self._choose(Place(index, number, row, column))

    def _on_output_chosen(self, digit: int) -> None:
        self._choose(Place(len(self._cards), digit))

    def _choose(self, place: Place) -> None:
        if not self.inspector.isVisible() and self._shown is not None:
            self.inspector.show_snapshot(self._shown)
        self.inspector.show()  # first: one that is closed frames nothing
        self.inspector.choose(place)
        if place.layer < len(self._cards):
            self.inspector.map.setFocus()

    def _on_edit_toggled(self, on: bool) -> None:
        self.bench.setVisible(on)
        self._show_choice()
        if not on:
            self.inspector.rows.mark(None)

    def _on_cell_moved(self, cell: tuple[int, int, int]) -> None:
        self.inspector.rows.mark(cell if self.bench.isVisible() else None)  # only while one edits

    def _show_choice(self) -> None:
        """Frame what the chosen place reads, on all cards before it and on the drawing; or its path."""
        place, snapshot = self.inspector.shown, self._shown
        if place is None or snapshot is None or not self.inspector.isVisible():  # a closed one frames nothing
            return
        if self.bench.isVisible():  # one edits; else it is told in `_on_edit_toggled`
            self.bench.show_place(snapshot.weights, place)
        places = self.inspector.pinned, place
        self.field_changed.emit(frame(snapshot, self._cards, self._linear, places, self.inspector.path))

    def _on_escape(self) -> None:
        """First the kernel's way ends, then the inspector closes."""
        if self.inspector.slide.active:
            self.inspector.slide.end()
        else:
            self.close_map()

    def close_map(self) -> None:
        """Give the room of the inspector back to the cards."""
        self.inspector.clear()
        self.inspector.hide()
        self.bench.forget()
        for card in self._cards:
            card.choose(None)
            card.outline()
        if self._linear is not None:
            self._linear.choose(None)
        self.field_changed.emit(None)


def _architecture(snapshot: Snapshot) -> list[LayerShape]:
    return [layer.shape for layer in snapshot.weights.layers]
