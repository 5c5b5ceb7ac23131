"""The last card: the linear layer's ten outputs and, for one of them, the weight of every feature."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from gui.bars_view import BarsView
from gui.color_bar import ColorBar
from gui.controls import fill, label, restyle
from gui.layer_card import HEIGHT
from gui.tile_view import TileView
from model.snapshot import Snapshot, Weights


class LinearCard(QFrame):
    """Ten outputs before softmax; the weights of the chosen one, or of the leading one, laid out like the last maps.

    `output_chosen` carries the digit whose output was clicked.
    """

    output_chosen = Signal(int)

    def __init__(self, weights: Weights, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("linearCard")
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        last = weights.layers[-1].shape
        self._tiles = (last.spec.out_channels, last.out_size, last.out_size)
        self._snapshot: Snapshot | None = None
        self._drawn: tuple[object, ...] = ()
        self._chosen: int | None = None
        self.weights = TileView(
            "linearWeights",
            self.tr("Weights of the linear layer"),
            self.tr("How much each value of the last maps speaks for (orange) or against (purple) this digit."),
            largest=6,
        )
        self.outputs = BarsView(
            "linearOutputs",
            self.tr("The ten outputs"),
            self.tr("The sums that the linear layer gives, before softmax turns them into probabilities. Click one."),
            signed=True,
        )
        self.outputs.make_choosable()
        self.outputs.chosen.connect(self.output_chosen)
        self._title = label(role="dim")
        self._bar = ColorBar("linearColours", "diverging")
        self._readout = label(role="code", name="linearReadout")
        self._readout.setMinimumHeight(30)
        features = weights.linear_weight.shape[1]
        column = QVBoxLayout(self)
        column.setContentsMargins(11, 9, 11, 7)
        column.setSpacing(4)
        count = weights.linear_weight.size + weights.linear_bias.size
        parameters = label(self.tr("{0:,} parameters").format(count), "dim")
        title, code = label("linear", "title"), label(f"Linear({features}, 10)\n\n→ softmax", "code")
        outputs = label(self.tr("Outputs\n10, before softmax"), "dim")
        self._fixed = (title, code, parameters, outputs, self._title, self._bar)
        fill(column, title, code, parameters, outputs, self.outputs, self._title, self.weights, self._bar)
        column.addStretch()
        column.addWidget(self._readout)
        self.weights.hovered.connect(self._on_hovered)
        self.weights.left.connect(self._on_left)

    def sizeHint(self) -> QSize:
        """A column of middling width."""
        return QSize(240, 400)

    def minimumSizeHint(self) -> QSize:
        """As the layers' cards."""
        return QSize(0, HEIGHT)

    def show_snapshot(self, snapshot: Snapshot, _scale: str) -> None:
        """Show outputs and weights."""
        self._snapshot = snapshot
        logits = snapshot.logits
        leading = self._chosen
        if leading is None:
            leading = 0 if logits is None else int(logits.argmax())
        self.outputs.set_values(logits, None if logits is None and self._chosen is None else leading)
        wanted = (snapshot.weights, leading)
        if wanted == self._drawn:
            return
        self._drawn = wanted
        weight = snapshot.weights.linear_weight
        span = float(abs(weight).max())
        count, size, _ = self._tiles
        self._title.setText(self.tr("Weights into output {0}\n{1} × {2} × {2}").format(leading, count, size))
        self.weights.set_tiles(weight[leading].reshape(self._tiles), "diverging", -span, span)
        self._bar.set_range(-span, span)
        self._share_height()

    def choose(self, digit: int | None) -> None:
        """Frame the card and show the weights of this output; None goes back to the leading one."""
        restyle(self, marked="true" if digit is not None else "false")
        if digit != self._chosen:
            self._chosen = digit
            if self._snapshot is not None:
                self.show_snapshot(self._snapshot, "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        column = self.layout()
        assert column is not None
        margins = column.contentsMargins()
        room = self.height() - margins.top() - margins.bottom() - self._readout.minimumHeight()
        room -= sum(widget.sizeHint().height() for widget in self._fixed) + column.spacing() * (len(self._fixed) + 3)
        outputs = min(max(int(room * 0.5), 130), 190)
        self.outputs.setFixedHeight(outputs)
        width = self.width() - margins.left() - margins.right()
        self.weights.setFixedHeight(self.weights.used_height(width, max(room - outputs, 40)))

    def _on_hovered(self, channel: int, row: int, column: int) -> None:
        if self._snapshot is None:
            return
        _, size, _ = self._tiles
        leading = self._drawn[1]
        assert isinstance(leading, int)
        weight = self._snapshot.weights.linear_weight[leading, (channel * size + row) * size + column]
        text = self.tr("map {0}, row {1}, column {2}\nweight {3:+.3f}").format(channel, row, column, weight)
        if self._snapshot.maps:
            value = self._snapshot.maps[-1].out[channel, row, column]
            text += f" × {value:.2f}"
        self._readout.setText(text)

    def _on_left(self) -> None:
        self._readout.setText("")
