"""The lab's row of buttons: to the start, back, play, on, how fast, and the quizzes."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QWidget

from gui.pages.lab.controller import LabController
from gui.widgets.controls import button, fill


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
        start = button("labToStart", "|◀", self.tr("Back to the first stop (Ctrl+Home)"), controller.to_start, "small")
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
            button("labBack", self.tr("◀ step"), self.tr("One stop back (Ctrl+Left)"), controller.back, "small"),
            self._play,
            button("labForward", self.tr("step ▶"), self.tr("One stop on (Ctrl+Right)"), controller.forward, "small"),
        )
        fill(
            others,
            self._speed_box(),
            button(
                "labQuizCell", self.tr("quiz: next cell"),
                self.tr("Hides the next output cell: work it out and type it at the right"),
                controller.ask_cell, "small",
            ),
        )  # fmt: skip
        others.addStretch()
        words = (
            self.tr("Lab: play or pause"), self.tr("Lab: to the first stop"),
            self.tr("Lab: one stop back"), self.tr("Lab: one stop on"),
        )  # fmt: skip
        keys = {
            "Ctrl+Space": controller.toggle_playing, "Ctrl+Home": controller.to_start,
            "Ctrl+Left": controller.back, "Ctrl+Right": controller.forward,
        }  # fmt: skip
        for (key, slot), what in zip(keys.items(), words, strict=True):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(slot)
            shortcut.setWhatsThis(what)
        controller.playing_changed.connect(self._on_playing_changed)
        self._on_playing_changed()

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
        box.setCurrentIndex(self._controller.speed)
        box.currentIndexChanged.connect(self._controller.set_speed)
        return box

    def _on_playing_changed(self) -> None:
        self._play.setText(self.tr("❚❚ pause") if self._controller.playing else self.tr("▶ play"))
        self._play.setAccessibleName(self._play.text())
