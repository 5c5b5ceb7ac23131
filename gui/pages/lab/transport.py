"""The lab's row of buttons: to the start, back, play, on, how fast, the output whole or not, and comparing."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QHBoxLayout, QPushButton, QWidget

from gui.pages.lab.controller import LabController
from gui.pages.lab.number_line import NumberLine
from gui.widgets.controls import button, fill

READOUT = 110  # pixels at least: in[1, 4, 4] = 6


class LabTransport(QWidget):
    """Moves the kernels."""

    def __init__(self, controller: LabController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self._play = button(
            "labPlay", self.tr("▶ play"),
            self.tr("Let the kernels slide by themselves; pointing at a cell holds them (Ctrl+Space)"),
            controller.toggle_playing, "small",
        )  # fmt: skip
        start = button("labToStart", "|◀", self.tr("Back to the first stop (Ctrl+Home)"), self._on_start, "small")
        start.setAccessibleName(self.tr("To the start"))
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        moves, others = QHBoxLayout(), QHBoxLayout()
        self._parts = (moves, others)
        for part in self._parts:
            part.setSpacing(6)
            self._lines.addLayout(part)
        fill(
            moves,
            start,
            button("labBack", self.tr("◀ step"), self.tr("One stop back (Ctrl+Left)"), self._on_back, "small"),
            self._play,
            button("labForward", self.tr("step ▶"), self.tr("One stop on (Ctrl+Right)"), self._on_forward, "small"),
        )
        fill(
            others,
            self._speed_box(),
            self._whole_box(),
            self._freeze_button(),
        )
        others.addStretch()
        words = (
            self.tr("Lab: play or pause"), self.tr("Lab: to the first stop"),
            self.tr("Lab: one stop back"), self.tr("Lab: one stop on"),
        )  # fmt: skip
        self.readout = NumberLine("labReadout", 12, QPalette.ColorRole.Window)
        self.readout.setMinimumWidth(READOUT)
        others.addWidget(self.readout, 1)
        keys = {
            "Ctrl+Space": controller.toggle_playing, "Ctrl+Home": self._on_start,
            "Ctrl+Left": self._on_back, "Ctrl+Right": self._on_forward,
        }  # fmt: skip
        for (key, slot), what in zip(keys.items(), words, strict=True):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(slot)
            shortcut.setWhatsThis(what)
        controller.player.changed.connect(self._on_playing_changed)
        controller.lab_changed.connect(self._show)
        self._on_playing_changed()
        self._show()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Where one line is too narrow there are two: no button is cut off."""
        needed = sum(part.minimumSize().width() for part in self._parts) + self._lines.spacing()
        across = QBoxLayout.Direction.LeftToRight if needed <= self.width() else QBoxLayout.Direction.TopToBottom
        if across != self._lines.direction():
            self._lines.setDirection(across)

    def minimumSizeHint(self) -> QSize:
        """As wide as the longer of two lines."""
        return QSize(max(part.minimumSize().width() for part in self._parts), self._lines.minimumSize().height())

    def _speed_box(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("labSpeed")
        box.setProperty("role", "small")
        box.setAccessibleName(self.tr("Speed"))
        box.setToolTip(self.tr("How fast the kernels move while playing"))
        box.addItems([self.tr("slow"), self.tr("normal"), self.tr("fast"), self.tr("fastest")])
        box.setCurrentIndex(self._controller.player.speed)
        box.currentIndexChanged.connect(self._controller.player.set_speed)
        return box

    def _whole_box(self) -> QCheckBox:
        self._whole = QCheckBox(self.tr("show all"))
        self._whole.setObjectName("wholeOutput")
        self._whole.setProperty("role", "dim")
        self._whole.setAccessibleName(self.tr("Show the whole output"))
        self._whole.setToolTip(self.tr("Show every output cell at once instead of only those the kernels have reached"))
        self._whole.toggled.connect(self._controller.show_whole)
        return self._whole

    def _freeze_button(self) -> QPushButton:
        tip = self.tr(
            "Keeps this setting beside the next ones, on the same input: stride 1 against 2, padding 0 against 1"
        )
        self._freeze = button("labFreeze", self.tr("Freeze"), tip, None, "small", checkable=True)
        self._freeze.clicked.connect(self._controller.freeze)
        return self._freeze

    def _show(self) -> None:
        controller = self._controller
        self._whole.setChecked(controller.whole)
        self._freeze.setChecked(controller.frozen is not None)
        self.setEnabled(controller.book.key != "receptive field")  # there, nothing moves

    def _on_start(self) -> None:
        self._controller.go(0)

    def _on_back(self) -> None:
        self._controller.pause()
        self._controller.go(self._controller.number - 1)

    def _on_forward(self) -> None:
        self._controller.pause()
        self._controller.go(self._controller.number + 1)

    def _on_playing_changed(self) -> None:
        self._play.setText(self.tr("❚❚ pause") if self._controller.playing else self.tr("▶ play"))
        self._play.setAccessibleName(self._play.text())
