"""From ink to image, step by step, live: a small window beside the pad."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
        self._texts: list[QLabel] = []
        from_picture = (
            ("stepPicture", self.tr("Picture"), self.tr("the part with the digit,\nas bright as it is")),
            ("stepPaper", self.tr("Paper taken away"), self.tr("what differs from the paper,\nits light evened out")),
            (
                "stepInk",
                self.tr("Ink"),
                self.tr("without specks, lines and frames;\nthin strokes are thickened next"),
            ),
        )
        self._picture_row = QWidget()
        row = self._row(from_picture)
        row.setContentsMargins(0, 0, 0, 0)
        self._picture_row.setLayout(row)
        self._picture_views, self._views = self._views, []  # the sizes below them are not spelt out
        self._texts = []
        row = self._row(steps)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addWidget(self._picture_row)
        column.addLayout(row)
        self._why(column)
        session.display.snapshot_changed.connect(WhenSeen(self, self._show_steps).tell)

    def _row(self, steps: tuple[tuple[str, str, str], ...]) -> QHBoxLayout:
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
        return row

    def _why(self, column: QVBoxLayout) -> None:
        why = self.tr(
            "MNIST's digits were made this way. A network that learned from them reads a drawing best when it goes "
            "through the same steps; then neither place nor size matters. Where the pen is wide for so small a "
            "drawing, its strokes are drawn again with a narrower one first. What leans is turned back by "
            "six tenths of its lean: far to the right, a one with an upstroke is what others write as a seven."
        )
        column.addWidget(label(why, "dim", wrap=True))
        close = button("closeSteps", self.tr("Close"), self.tr("Close this window (Esc)"), self.close)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def open_beside(self) -> None:
        """Show the window without taking the pad away."""
        self.show()
        self.raise_()

    def _show_steps(self) -> None:
        """Show how the image of the snapshot came about."""
        snapshot = self._session.display.snapshot
        drawn = None if snapshot is None else snapshot.drawn
        picture = () if drawn is None else drawn.picture
        self._picture_row.setVisible(bool(picture))
        for view, array in zip(self._picture_views, picture, strict=False):
            view.set_tiles(_at_most(array, SIDE)[None], "ink", 0.0, 1.0)
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


def _at_most(array: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    """Each n-th pixel of (h, w), so that there are no more than can be seen."""
    step = -(-max(array.shape) // side)
    return np.ascontiguousarray(array[::step, ::step])
