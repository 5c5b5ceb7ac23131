"""Page "Look inside" as one picture: the image and the answer at the left, then a card for every layer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.pages.look.card_row import CardRow
from gui.pages.look.layer_card import LayerCard
from gui.pages.look.linear_card import LinearCard
from gui.pages.look.scales import Scale
from gui.widgets import class_names
from gui.widgets.bars_view import BarsView
from gui.widgets.controls import label
from gui.widgets.side_column import MARGIN, WIDTH
from gui.widgets.tile_view import TileView
from model.network.architecture import INPUT_SIDE

if TYPE_CHECKING:
    from model.look.snapshot import Snapshot

HEIGHT = 660  # pixels
ROOM = 1080  # pixels for the cards; more where they need it
DIGIT, WORD = 64, 84  # pixels of the answer; words get a third
SCALE = Scale("layer", "kernel")


class Still(QWidget):
    """Shows one snapshot of an image that was read; never shown on a screen itself. `name` is what was read."""

    def __init__(self, snapshot: "Snapshot", name: str, scale: Scale = SCALE) -> None:
        super().__init__()
        self.setObjectName("lookStill")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        cards = [LayerCard(layer, number) for number, layer in enumerate(snapshot.weights.layers)]
        linear = LinearCard(snapshot.weights)
        self._row = CardRow([*cards, linear])
        self._row.setMinimumWidth(max(ROOM, self._row.whole_width))
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.setSpacing(MARGIN)
        row.addWidget(self._answer(snapshot, name))
        row.addWidget(self._row, 1)
        for card in cards:
            card.show_snapshot(snapshot, scale)
        linear.show_snapshot(snapshot)
        self.resize(self.minimumSizeHint().width(), HEIGHT)

    def _answer(self, snapshot: "Snapshot", name: str) -> QWidget:
        column = QFrame()
        column.setProperty("role", "card")
        column.setFixedWidth(WIDTH)
        image = TileView("stillImage", self.tr("28 × 28 image"), "", 9)
        image.setFixedSize(9 * INPUT_SIDE, 9 * INPUT_SIDE)
        assert snapshot.image is not None
        image.set_tiles(snapshot.image[None], "ink", 0.0, 1.0)
        digit, answer = label("", "strong", "stillDigit"), snapshot.answer_name or self.tr("not sure")
        class_names.show_answer(digit, answer, DIGIT if len(answer) == 1 else WORD, WIDTH - 2 * MARGIN)
        bars = BarsView("stillBars", self.tr("Ten probabilities"), "")
        bars.set_values(snapshot.probabilities, snapshot.digit, snapshot.classes)
        inside = QVBoxLayout(column)
        inside.setContentsMargins(MARGIN, 10, MARGIN, MARGIN)
        inside.addWidget(label(name, "dim", wrap=True))
        inside.addWidget(image, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(digit)
        inside.addWidget(bars, 1)
        return column
