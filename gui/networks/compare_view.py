"""Two networks side by side on the same drawing, live. Each side shows a snapshot that the session took."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from gui.pad.pad import DrawingPad
from gui.pad.picture_files import PictureFiles
from gui.session.session import Session
from gui.style import theme
from gui.widgets import class_names
from gui.widgets.bars_view import BarsView
from gui.widgets.controls import button, fill, label
from gui.widgets.elided import Elided
from gui.widgets.tile_view import TileView
from gui.widgets.when_seen import WhenSeen
from model.look.snapshot import Snapshot
from model.network.architecture import multiply_adds, parameter_count

if TYPE_CHECKING:
    from model.look.snapshot import Weights
    from model.network.checkpoint import Checkpoint

PAD, KERNELS, DIGIT = 216, 80, 56  # pixels: side of the pad, greatest height of the kernels, size of the answer


class CompareSide(QFrame):
    """One network: its figures, its answer with ten probabilities, the first layer's kernels and maps."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}Side")
        self.setProperty("role", "card")
        self._weights: Weights | None = None
        self._checkpoint: Checkpoint | None = None
        self._title = Elided("title", f"{name}Title")
        self._figures = Elided("dim", f"{name}Figures")
        self.digit = label("", "strong", f"{name}Digit")
        font = QFont(self.font())
        font.setPixelSize(DIGIT)
        font.setBold(True)
        self.digit.setFont(font)
        self.digit.setStyleSheet(f"font-size: {DIGIT}px;")
        self.digit.setFixedWidth(64)
        self.digit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.digit.setAccessibleName(self.tr("The network's answer"))
        self.bars = BarsView(
            f"{name}Bars",
            self.tr("Probabilities of the ten digits"),
            self.tr("How likely this network finds each digit"),
        )
        self.bars.setFixedHeight(theme.room(140))
        self.kernels = TileView(
            f"{name}Kernels", self.tr("Kernels of the first layer"), self.tr("What its first layer looks for"), 9
        )
        self.maps = TileView(
            f"{name}Maps", self.tr("Feature maps of the first layer"), self.tr("What it finds in your drawing"), 4
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(4)
        answer = QHBoxLayout()
        fill(answer, self.digit, self.bars)
        fill(column, self._title, self._figures)
        column.addLayout(answer)
        fill(column, label(self.tr("conv1 · kernels and feature maps"), "dim"), self.kernels)
        column.addWidget(self.maps, 1)

    def set_network(self, name: str, checkpoint: "Checkpoint | None") -> None:
        """Show this network from now on; None shows nothing."""
        self._checkpoint, self._weights = checkpoint, None
        self._title.set_text(name)
        if checkpoint is None:
            self._figures.set_text("")
            self.digit.setText("")
            self.bars.set_values(None, None)
            for view in (self.kernels, self.maps):
                view.set_blank((0, 1, 1))
            return
        specs, test = checkpoint.network.specs, checkpoint.figures.get("test")
        parts = [f"{checkpoint.network.data.name} {100 * test:.2f} %"] if isinstance(test, float) else []
        parts.append(self.tr("{0:,} parameters").format(parameter_count(specs)))
        parts.append(self.tr("{0:.2f} M multiply-adds").format(multiply_adds(specs) / 1e6))
        self._figures.set_text(" · ".join(parts))

    def look(self, session: Session) -> None:
        """Answer the drawing."""
        if self._checkpoint is not None:
            snapshot = session.display.look_with(self._checkpoint.network, self._weights)
            self._weights = snapshot.weights
            self._show(snapshot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        """Kernels as high as they need to be, the rest for the maps."""
        self.kernels.setFixedHeight(self.kernels.used_height(self.width() - 24, KERNELS))

    def _show(self, snapshot: Snapshot) -> None:
        first = snapshot.weights.layers[0]
        self.kernels.set_tiles(first.weight[:, 0], "diverging", -first.span, first.span)
        self._share_height()
        self.bars.set_values(snapshot.probabilities, snapshot.digit, snapshot.classes)
        unsure = "" if snapshot.image is None else "?"
        class_names.show_answer(self.digit, snapshot.answer_name or unsure, DIGIT, self.digit.width())
        if snapshot.maps:
            self.maps.set_tiles(snapshot.maps[0].out, "sequential", 0.0, snapshot.maps[0].highest)
        else:
            shape = first.shape
            self.maps.set_blank((shape.spec.out_channels, shape.out_size, shape.out_size))


class CompareView(QWidget):
    """The pad in the middle, a network on either side."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareView")
        self._session = session
        self.left, self.right = CompareSide("left"), CompareSide("right")
        self.pad = DrawingPad(session.drawing)
        self.pad.setObjectName("comparePad")
        self.pad.picture_dropped.connect(PictureFiles(session, self).put)
        self.pad.setFixedSize(PAD, PAD)
        self.pad.brush = float(session.settings.brush)
        self._verdict = label("", "", "compareVerdict", wrap=True)
        self._verdict.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._verdict.setFixedWidth(PAD)
        undo = button(
            "compareUndo", self.tr("Undo"), self.tr("Take back the last stroke"), session.drawing.undo_stack.undo
        )
        clear = button("compareClear", self.tr("Clear"), self.tr("Empty the pad; can be undone"), session.drawing.clear)
        tools = QHBoxLayout()
        fill(tools, undo, clear)
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.pad)
        middle.addLayout(tools)
        middle.addWidget(self._verdict)
        middle.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.left, 1)
        row.addLayout(middle)
        row.addWidget(self.right, 1)
        session.display.snapshot_changed.connect(WhenSeen(self, self._look).tell)

    def show_pair(self, left: "tuple[str, Checkpoint | None]", right: "tuple[str, Checkpoint | None]") -> None:
        """Compare these two, each with its name."""
        self.left.set_network(*left)
        self.right.set_network(*right)
        self._look()

    def _look(self) -> None:
        self.pad.brush = float(self._session.settings.brush)
        for side in (self.left, self.right):
            side.look(self._session)
        texts = tuple(self._word(side.digit.text()) for side in (self.left, self.right))
        same = self.tr("Both answer: {0}").format(texts[0]) if texts[0] == texts[1] else ""
        differ = self.tr("They differ: {0} – {1}").format(*texts)
        self._verdict.setText((same or differ) if all(texts) else "")

    def _word(self, digit: str) -> str:
        return self.tr("not sure") if digit == "?" else digit
