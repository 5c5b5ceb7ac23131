"""From ink to image, step by step, live: a small window beside the pad."""

import math

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.session.session import Session
from gui.widgets.controls import button, label
from gui.widgets.tile_view import Frame, TileView
from gui.widgets.when_seen import WhenSeen
from model.convolution import Window

SIDE = 168


class StepsDialog(QDialog):
    """Crop, scale, centre: the three steps with the arrays they give."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("stepsDialog")
        self.setWindowTitle(self.tr("From ink to image"))
        steps = (
            (
                "stepCrop",
                self.tr("1 · Crop"),
                self.tr("turned back if it leans,\nthe smallest box around the ink"),
            ),
            ("stepScale", self.tr("2 · Scale"), self.tr("the long side becomes 20 pixels,\neach the mean of its area")),
            ("stepCentre", self.tr("3 · Centre"), self.tr("into 28 × 28, centre of mass\nin the middle")),
        )
        self._views: list[TileView] = []
        self._texts = []
        row = QHBoxLayout()
        row.setSpacing(18)
        for name, title, text in steps:
            view = TileView(name, title, text, largest=40)
            view.centered = True
            view.setBackgroundRole(QPalette.ColorRole.Window)
            view.setFixedSize(SIDE, SIDE)
            size = label("", "code")
            inner = QVBoxLayout()
            for widget in (label(title, "title"), label(text, "dim"), view, size):
                inner.addWidget(widget)
            inner.insertStretch(2)
            row.addLayout(inner)
            self._views.append(view)
            self._texts.append(size)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addLayout(row)
        why = self.tr(
            "MNIST's digits were made this way. A network that learned from them reads a drawing best when it goes "
            "through the same steps; then neither place nor size matters. Where the pen is wide for so small a "
            "drawing, its strokes are drawn again with a narrower one first. What leans is turned back by "
            "six tenths of its lean: far to the right, a one with an upstroke is what others write as a seven."
        )
        column.addWidget(label(why, "dim", wrap=True))
        close = button("closeSteps", self.tr("Close"), self.tr("Close this window (Esc)"), self.close)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        session.display.snapshot_changed.connect(WhenSeen(self, self._show_steps).tell)

    def open_beside(self) -> None:
        """Show the window without taking the pad away."""
        self.show()
        self.raise_()

    def _show_steps(self) -> None:
        """Show how the image of the snapshot came about."""
        snapshot = self._session.display.snapshot
        drawn = None if snapshot is None else snapshot.drawn
        if drawn is None:
            for view, text in zip(self._views, self._texts, strict=True):
                view.set_blank((1, 20, 20))
                text.setText("")
            return
        for view, text, array in zip(self._views, self._texts, (drawn.cropped, drawn.scaled, drawn.image), strict=True):
            view.set_tiles(np.asarray(array)[None], "ink", 0.0, 1.0)
            text.setText(f"{array.shape[0]} × {array.shape[1]}")
        if drawn.turn is not None:
            turn = self.tr("turned by {0:+.0f}°").format(math.degrees(drawn.turn.angle))
            self._texts[0].setText(f"{self._texts[0].text()}, {turn}")
        rows, columns = drawn.scaled.shape
        self._views[2].outline(Frame(Window(drawn.top, drawn.left, drawn.top + rows, drawn.left + columns), 0))
