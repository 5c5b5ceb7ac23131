"""The last card: the linear layer's ten outputs and, for one of them, the weight of every feature."""

from PySide6.QtCore import QPoint, Signal

from gui.pages.look.card import ACROSS, Card, Heading
from gui.widgets import class_names
from gui.widgets.bars_view import BarsView
from gui.widgets.color_bar import ColorBar
from gui.widgets.context_menu import ContextMenu
from gui.widgets.controls import restyle
from gui.widgets.glossary import gloss
from gui.widgets.number_text import as_text
from gui.widgets.tile_view import TileView
from model.look.snapshot import Snapshot, Weights

OUTPUTS = 120, 300  # pixels that the ten bars have at least, and at most
NAME = 10  # characters of a class that fit into the heading of the weights
LONG = 220  # pixels: the width at which the bars are long enough


class OutputsAndWeights:
    """How the bars of the outputs and the weights share the height of their card."""

    def __init__(self, outputs: BarsView, weights: TileView) -> None:
        self.parts = outputs, weights
        self._weights = weights

    def heights(self, width: int, room: int) -> tuple[int, int]:
        """The bars half of it, within limits; the weights the rest."""
        bars = min(max(room // 2, OUTPUTS[0]), OUTPUTS[1])
        return bars, self._weights.used_height(width, max(room - bars, 30))

    def wider(self, width: int, room: int) -> int | None:
        """First longer bars, then where the weights can be drawn larger."""
        if width < LONG - 2 * ACROSS:
            return LONG - 2 * ACROSS
        return self._weights.width_for_more(width, room - self.heights(width, room)[0])


class LinearCard(Card):
    """Ten outputs before softmax; the weights of the chosen one, or of the leading one, laid out like the last maps.

    `output_chosen` carries the digit whose output was clicked; `pointed` words about the weight under the pointer.
    """

    output_chosen = Signal(int)
    pointed = Signal(str)

    def __init__(self, weights: Weights) -> None:
        last, features = weights.layers[-1].shape, weights.linear_weight.shape[1]
        parameters = weights.linear_weight.size + weights.linear_bias.size
        count = self.tr("{0:,} params").format(parameters)
        super().__init__("linearCard", "linear", count, [f"Linear({features}, 10)", "→ softmax"])
        self._tiles = (last.spec.out_channels, last.out_size, last.out_size)
        self._snapshot: Snapshot | None = None
        self._drawn: tuple[object, ...] = ()
        self._chosen: int | None = None
        self._pinned: int | None = None
        self.weights = TileView(
            "linearWeights",
            self.tr("Weights of the linear layer"),
            self.tr("How much each value of the last maps speaks for (orange) or against (purple) this digit."),
            largest=24,
        )
        self.weights.set_blank(self._tiles)
        self.outputs = BarsView(
            "linearOutputs",
            self.tr("The ten outputs"),
            self.tr("The sums that the linear layer gives, before softmax turns them into probabilities. Click one."),
            signed=True,
        )
        self.outputs.make_choosable()
        self.outputs.chosen.connect(self.output_chosen)
        self._weights_title = Heading("", "{}×{}×{}".format(*self._tiles))
        self._bar = ColorBar("linearColours", "diverging")
        outputs = Heading(self.tr("Outputs"), "10")
        gloss(outputs.words, "output")
        gloss(self._weights_title.words, "linear layer")
        gloss(self._weights_title.right, "shape")
        sharing = OutputsAndWeights(self.outputs, self.weights)
        self.set_parts(outputs, self.outputs, self._weights_title, self.weights, self._bar, sharing=sharing)
        self.weights.hovered.connect(self._on_hovered)
        ContextMenu(self.weights, self._numbers)
        self.weights.left.connect(self._on_left)

    # -- content ------------------------------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show outputs and weights."""
        self._snapshot = snapshot
        logits = snapshot.logits
        leading = self._chosen
        if leading is None:
            leading = 0 if logits is None else int(logits.argmax())
        self.outputs.set_values(logits, snapshot.digit, snapshot.classes)
        self.outputs.frame(self._chosen, self._pinned)
        wanted = (snapshot.weights, leading)
        if wanted == self._drawn:
            return
        self._drawn = wanted
        weight = snapshot.weights.linear_weight
        span = float(abs(weight).max())
        name = class_names.short(snapshot.classes[leading], NAME)
        self._weights_title.words.setText(self.tr("Weights for {0}").format(name))
        self.weights.set_tiles(weight[leading].reshape(self._tiles), "diverging", -span, span)
        self._bar.set_range(-span, span)

    def choose(self, digit: int | None, pinned: int | None = None) -> None:
        """Frame the card and show the weights of this output; None goes back to the leading one.

        `pinned` is the output that it is compared with.
        """
        restyle(self, marked="true" if digit is not None else "false")
        if (digit, pinned) != (self._chosen, self._pinned):
            self._chosen, self._pinned = digit, pinned
            if self._snapshot is not None:
                self.show_snapshot(self._snapshot)

    def _numbers(self, at: QPoint) -> str:
        if self._snapshot is None or len(self._drawn) < 2:
            return ""
        leading = self._drawn[1]
        assert isinstance(leading, int)
        shown, cell = self._snapshot.weights.linear_weight[leading].reshape(self._tiles), self.weights.cell_at(at)
        return as_text(shown if cell is None else shown[cell[0]])

    def _on_hovered(self, channel: int, row: int, column: int) -> None:
        if self._snapshot is None:
            return
        _, size, _ = self._tiles
        leading = self._drawn[1]
        assert isinstance(leading, int)
        weight = self._snapshot.weights.linear_weight[leading, (channel * size + row) * size + column]
        text = self.tr("map {0} · row {1}, column {2} · weight {3:+.3f}").format(channel, row, column, weight)
        if self._snapshot.maps:
            value = self._snapshot.maps[-1].out[channel, row, column]
            text += f" × {value:.2f}"
        self.pointed.emit(text)

    def _on_left(self) -> None:
        self.pointed.emit("")
