"""The inspector's head: which number it is, what it reads, and the buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from gui.pages.look.inspector.path_list import place_words
from gui.pages.look.inspector.slide import SPEEDS
from gui.widgets.controls import button, fill
from gui.widgets.elided import Elided
from model.look.inspection import Inspection, Place, is_linear
from model.look.snapshot import Weights


class InspectorHeader(QWidget):
    """Title and buttons; says what was pressed and decides nothing."""

    order_changed = Signal()
    compare_toggled = Signal(bool)
    trace_toggled = Signal(bool)
    edit_toggled = Signal(bool)
    play_pressed = Signal()
    step_pressed = Signal(int)
    speed_changed = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inspectorHeader")
        self.title, self._reads = Elided("title", "inspectorTitle"), Elided("dim", "inspectorReads")
        self._usual, self._compact, self._playing = "", True, False
        self._other = self.tr("Other place")
        words = QVBoxLayout()
        words.setSpacing(0)
        fill(words, self.title, self._reads)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addLayout(words, 1)
        row.addSpacing(6)
        fill(row, *self._buttons())

    def _buttons(self) -> list[QWidget]:
        self.order = button(
            "orderButton", self.tr("By size"),
            self.tr("Channels that contribute most, up or down, come first; otherwise in the order of the maps"),
            checkable=True,
        )  # fmt: skip
        self.order.setChecked(True)
        self.compare = button(
            "compareButton", self.tr("Compare"),
            self.tr(
                "Same kernels, same bias, another place: pins this pixel as A; choose any other pixel as B. Of an "
                "output: the same maps, another digit's weights"
            ),
            checkable=True,
        )  # fmt: skip
        self.trace = button(
            "traceButton", self.tr("Trace"),
            self.tr("Trace to input: back to the drawing, at each layer on to what contributed most"), checkable=True,
        )  # fmt: skip
        self.edit = button(
            "editButton", self.tr("Edit"),
            self.tr("The workbench: change weights by hand and watch what follows; everything can be undone"),
            checkable=True,
        )  # fmt: skip
        self.back = button("stepBackButton", "◀", self.tr("The kernel one stop back"), self._on_back)
        self.play = button(
            "slideButton", self.tr("▶ Slide"),
            self.tr("Slide the kernel over its input and watch the map fill in; point at the map to move it by hand"),
        )  # fmt: skip
        self.step = button("stepButton", "▶", self.tr("The kernel one stop on"), self._on_step)
        self.back.setAccessibleName(self.tr("Step back"))
        self.step.setAccessibleName(self.tr("Step"))
        self.speed = QSlider(Qt.Orientation.Horizontal)
        self.speed.setObjectName("slideSpeed")
        self.speed.setAccessibleName(self.tr("Speed of the kernel"))
        self.speed.setToolTip(self.tr("How many stops the kernel makes in a second: 1 to 60"))
        self.speed.setRange(*SPEEDS)
        self.speed.setValue(10)
        self.speed.setFixedWidth(56)
        close = button("closeMap", "✕", self.tr("Give the room back to the cards (Esc)"))
        close.setAccessibleName(self.tr("Close"))
        made: list[QWidget] = [
            self.order, self.back, self.play, self.step, self.speed, self.compare, self.trace, self.edit, close
        ]  # fmt: skip
        for each in made:
            if each is not self.speed:
                each.setStyleSheet("padding: 4px 7px;")
        close.clicked.connect(self.closed)
        self.order.clicked.connect(self.order_changed)
        self.play.clicked.connect(self.play_pressed)
        self.compare.toggled.connect(self.compare_toggled)
        self.trace.toggled.connect(self.trace_toggled)
        self.edit.toggled.connect(self.edit_toggled)
        self.speed.valueChanged.connect(self.speed_changed)
        return made

    def set_compact(self, compact: bool) -> None:
        """Shorter words, where there is little room."""
        self._compact = compact
        self.trace.setText(self.tr("Trace") if compact else self.tr("Trace to input"))
        self.compare.setText(self.tr("Compare") if compact else self._other)
        self.order.setText(self.tr("By size") if compact else self.tr("Sorted by size"))
        self.edit.setText(self.tr("Edit") if compact else self.tr("Edit weights"))
        self.show_playing(self._playing)

    @property
    def by_size(self) -> bool:
        """Whether channels are sorted by the size of what they contribute."""
        return self.order.isChecked()

    def show_place(self, weights: Weights, place: Place, found: Inspection | None, pinned: Place | None) -> None:
        """Say which number is shown and what it reads."""
        words = place_words(weights, place)
        linear = is_linear(weights, place)
        if pinned is not None and linear:
            words = self.tr("linear · A: output {0} · B: output {1}").format(pinned.channel, place.channel)
        elif pinned is not None:
            words = self.tr("{0} · map {1} · A ({2}, {3}) · B ({4}, {5})").format(
                weights.layers[place.layer].name, place.channel, pinned.row, pinned.column, place.row, place.column
            )
        self.title.set_text(words)
        for each in (self.back, self.play, self.step):
            each.setEnabled(not linear)
        self._other = self.tr("Other output") if linear else self.tr("Other place")
        self.set_compact(self._compact)
        self._usual = self._what_it_reads(weights, place, found)
        if pinned is not None and linear:
            self._usual = self.tr("the same maps, the weights of each; large: A − B")
        self._reads.set_text(self._usual)

    def _what_it_reads(self, weights: Weights, place: Place, found: Inspection | None) -> str:
        if is_linear(weights, place):
            last = weights.layers[-1]
            return self.tr("all {0} maps of {1} × their weights, + bias").format(
                last.shape.spec.out_channels, last.name
            )
        if found is None:
            return self.tr("draw a digit to see what it reads")
        window = found.pixel.window
        rows = (window.top, window.bottom - 1, window.left, window.right - 1)
        if place.layer == 0:
            text = self.tr("rows {0}…{1}, columns {2}…{3} of the drawing").format(*rows)
        else:
            count = weights.layers[place.layer].shape.in_channels
            source = weights.layers[place.layer - 1].name
            words = self.tr("rows {0}…{1}, columns {2}…{3} of all {4} maps of {5}")
            if self._compact:
                words = self.tr("rows {0}…{1}, columns {2}…{3} of all {4} maps")
            text = words.format(*rows, count, source)
        if found.pixel.is_padding.any():
            text += self.tr(" · hatched: padding")
        return text

    def show_words(self, text: str) -> None:
        """Say something else for the moment; nothing goes back to what it reads."""
        self._reads.set_text(text or self._usual)

    def show_playing(self, playing: bool) -> None:
        """Let the button say what it does next."""
        self._playing = playing
        slide = self.tr("▶ Slide") if self._compact else self.tr("▶ Slide the kernel")
        self.play.setText(self.tr("❚❚ Pause") if playing else slide)
        self.play.setAccessibleName(self.tr("Pause") if playing else self.tr("Slide the kernel"))

    def _on_back(self) -> None:
        self.step_pressed.emit(-1)

    def _on_step(self) -> None:
        self.step_pressed.emit(1)
