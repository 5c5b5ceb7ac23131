"""Page "Look inside": a card a layer, all from one snapshot. Connects what one points at with what it reads."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.controls import label
from gui.layer_card import LayerCard
from gui.linear_card import LinearCard
from gui.map_panel import MapPanel
from gui.session import Session
from gui.tile_view import Frame
from model.convolution import Window
from model.snapshot import Snapshot

SCALES = ("map", "layer", "network")
NARROW, WIDE, SPACING = 176, 236, 10  # pixels


class LookPage(QWidget):
    """The cards in a row that scrolls, below them the chosen map.

    `field_changed` carries what the pixel under the pointer reads of the image (a Window) or None.
    """

    field_changed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lookPage")
        self._session = session
        self._cards: list[LayerCard] = []
        self._linear: LinearCard | None = None
        self._shown: Snapshot | None = None
        self._architecture: object = None
        self._waiting = label(self.tr("The network is being loaded…"), "dim", "loadingHint")
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("cards")
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._waiting)
        self._panel = MapPanel()
        self._panel.hide()
        self._scale = self._scale_box()
        self._hint = label(self.tr("Point at a map to see its filter and what a pixel reads. Click to enlarge."), "dim")
        self._hint.setSizePolicy(self._hint.sizePolicy().Policy.Ignored, self._hint.sizePolicy().Policy.Preferred)
        self._build()
        session.snapshot_changed.connect(self._on_snapshot_changed)

    def _scale_box(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("scaleBox")
        box.setAccessibleName(self.tr("Scale of the colours"))
        box.setToolTip(
            self.tr(
                "What the brightest colour stands for: the largest number of each map, of the layer (so that its maps "
                "can be compared), or of the whole network."
            )
        )
        words = {"map": self.tr("per map"), "layer": self.tr("per layer"), "network": self.tr("whole network")}
        for name in SCALES:
            box.addItem(words[name], name)
        box.setCurrentIndex(SCALES.index(self._session.settings.scale))
        box.currentIndexChanged.connect(self._on_scale_changed)
        return box

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self._hint, 1)
        row.addWidget(label(self.tr("Colour scale"), "dim"))
        row.addWidget(self._scale)
        column.addLayout(row)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._panel)
        self._panel.map_hovered.connect(self._on_map_hovered)
        self._panel.hover_left.connect(self._on_hover_left)
        self._panel.closed.connect(self.close_map)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_map)

    # -- showing ------------------------------------------------------------------------------------------------

    def _on_snapshot_changed(self, snapshot: Snapshot) -> None:
        if self.isVisible():
            self._show_snapshot(snapshot)

    def showEvent(self, _event: QEvent) -> None:
        """Catch up with what came while the page was hidden."""
        if self._session.snapshot is not None:
            self._show_snapshot(self._session.snapshot)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot is self._shown:
            return
        self._shown = snapshot
        architecture = [layer.shape for layer in snapshot.weights.layers]
        if architecture != self._architecture:
            self._architecture = architecture
            self._build_cards(snapshot)
        scale = SCALES[self._scale.currentIndex()]
        for card in self._cards:
            card.show_snapshot(snapshot, scale)
        if self._linear is not None:
            self._linear.show_snapshot(snapshot, scale)
        if self._panel.isVisible():
            self._panel.show_snapshot(snapshot)

    def _build_cards(self, snapshot: Snapshot) -> None:
        self.close_map()
        row = QWidget()
        row.setObjectName("cardRow")
        cards = QHBoxLayout(row)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(SPACING)
        self._cards = [LayerCard(layer, n) for n, layer in enumerate(snapshot.weights.layers)]
        self._linear = LinearCard(snapshot.weights)
        for card in self._cards:
            cards.addWidget(card, 1)
            card.map_hovered.connect(self._on_map_hovered)
            card.map_clicked.connect(self._on_map_clicked)
            card.kernel_hovered.connect(self._on_kernel_hovered)
            card.hover_left.connect(self._on_hover_left)
        cards.addWidget(self._linear, 1)
        self._set_card_width()
        self._scroll.setWidget(row)  # the old row is deleted with its cards

    def _on_scale_changed(self, index: int) -> None:
        self._session.settings.scale = SCALES[index]
        if self._shown is not None:
            shown, self._shown = self._shown, None
            self._show_snapshot(shown)

    def resizeEvent(self, _event: QEvent) -> None:
        """A low window gets a lower enlarged map."""
        self._panel.setFixedHeight(min(max(int(self.height() * 0.38), 210), 330))
        self._set_card_width()

    def _set_card_width(self) -> None:
        """Side by side if they fit; a row that has to scroll anyway gets wider cards."""
        cards = [*self._cards, self._linear] if self._linear is not None else []
        fits = len(cards) * (NARROW + SPACING) - SPACING <= self._scroll.width()
        for card in cards:
            card.setMinimumWidth(NARROW if fits else WIDE)

    # -- pointing -----------------------------------------------------------------------------------------------

    def _on_map_hovered(self, index: int, number: int, row: int, column: int) -> None:
        snapshot = self._shown
        if snapshot is None or index >= len(self._cards):
            return
        for earlier, card in enumerate(self._cards):
            if earlier == index:
                card.outline(Frame(Window(row, column, row + 1, column + 1), number))
                card.show_filter(number)
                card.read_out(self._words(snapshot, index, number, row, column))
            elif earlier < index:
                card.clear_hover()
                card.outline(Frame(snapshot.reads(index, row, column, earlier)))
            else:
                card.clear_hover()
        self.field_changed.emit(snapshot.reads(index, row, column, -1) if snapshot.maps else None)

    def _words(self, snapshot: Snapshot, index: int, number: int, row: int, column: int) -> str:
        value = f" = {snapshot.maps[index].out[number, row, column]:.4f}" if snapshot.maps else ""
        return self.tr("map {0}{1}\nrow {2}, column {3}").format(number, value, row, column)

    def _on_kernel_hovered(self, index: int, number: int, channel: int) -> None:
        if self._shown is None:
            return
        card = self._cards[index]
        card.show_filter(number)
        kernel = self._shown.weights.layers[index].weight[number, channel]
        if index:
            self._cards[index - 1].maps.mark(channel)
        card.read_out(
            self.tr("map {0} reads channel {1}\nweights {2:+.2f} … {3:+.2f}").format(
                number, channel, kernel.min(), kernel.max()
            )
        )

    def _on_hover_left(self) -> None:
        for card in self._cards:
            card.clear_hover()
        self.field_changed.emit(None)

    def _on_map_clicked(self, index: int, number: int, _row: int, _column: int) -> None:
        for card in self._cards:
            card.choose(number if card.index == index else None)
        self._panel.choose(index, number)
        self._panel.show()
        if self._shown is not None:
            self._panel.show_snapshot(self._shown)

    def close_map(self) -> None:
        """Give the room of the enlarged map back to the cards."""
        self._panel.hide()
        for card in self._cards:
            card.choose(None)
