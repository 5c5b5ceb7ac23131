"""From ink to image, step by step, live: a small window beside the pad."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.session.session import Session
from gui.style import theme
from gui.widgets.controls import button, fill, label
from gui.widgets.dialogs import Scrolled
from gui.widgets.tile_view import Frame, TileView
from gui.widgets.when_seen import WhenSeen
from model.convolution import Window
from model.drawing.raster import Raster

SIDE = 168
LEAST = 280  # pixels: words that are larger than usual break into lines of so many


class StepsDialog(QDialog):
    """As drawn, straightened and cropped, scaled, centred: what each step gives, and whether to straighten at all."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("stepsDialog")
        self.setWindowTitle(self.tr("From ink to image"))
        steps = (
            ("stepDrawn", self.tr("As drawn"), self.tr("the ink, with the pen\nthat it is read with")),
            (
                "stepCrop",
                self.tr("1 · Straighten, crop"),
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
        self._picture_row.hide()
        self._picture_views, self._views = self._views, []  # the sizes below them are not spelt out
        self._texts = []
        row = self._row(steps)
        self._scrolled = Scrolled(self)
        column = self._scrolled.column
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
            size, words = label("", "code"), label(text, "dim", wrap=theme.scaled(100) > 100)
            words.setMinimumWidth(LEAST if words.wordWrap() else 0)
            inner = QVBoxLayout()
            for widget in (label(title, "title"), words, view, size):
                inner.addWidget(widget)
            inner.insertStretch(2)
            row.addLayout(inner)
            self._views.append(view)
            self._texts.append(size)
        return row

    def _why(self, column: QVBoxLayout) -> None:
        self.straighten = QCheckBox(self.tr("Straighten what leans"))
        self.straighten.setObjectName("straightenBox")
        self.straighten.setAccessibleName(self.straighten.text())
        self.straighten.setToolTip(
            self.tr("Turn a leaning drawing back by a part of its lean before it is read; off: read as it was drawn")
        )
        self.straighten.setChecked(self._session.drawing.straightens)
        self.straighten.toggled.connect(self._on_straighten)
        self._lean = label("", "", "leanWords", wrap=True)
        self._lean.setMinimumHeight(3 * self._lean.fontMetrics().lineSpacing())  # what it says moves nothing
        self._lean.setAlignment(Qt.AlignmentFlag.AlignTop)
        why = self.tr(
            "MNIST's digits were made this way. A network that learned from them reads a drawing best when it goes "
            "through the same steps; then neither place nor size matters. Where the pen is wide for so small a "
            "drawing, its strokes are drawn again with a narrower one first."
        )
        fill(column, self.straighten, self._lean, label(why, "dim", wrap=True))
        close = button("closeSteps", self.tr("Close"), self.tr("Close this window (Esc)"), self.close)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def open_beside(self) -> None:
        """Show the window without taking the pad away."""
        if not self.isVisible():
            self._scrolled.fit()
        self.show()
        self.raise_()

    def _on_straighten(self, on: bool) -> None:
        self._session.settings.as_drawn = not on
        self._session.drawing.straighten(on)

    def _lean_words(self, drawn: Raster) -> str:
        """Why the drawing was turned, or why not."""
        drawing = self._session.drawing
        data = self._session.display.data
        if not data.digits:
            return self.tr("This network is of {0}: it reads the whole pad, and nothing is straightened.").format(
                data.name
            )
        if drawn.picture or drawing.shows_picture:
            return self.tr("Pictures are read as they are.")
        if not drawing.straightens:
            return self.tr("It is read as it was drawn.")
        if drawn.turn is None:
            return self.tr("It is upright enough and was not turned.")
        lean, turn = (abs(math.degrees(angle)) for angle in (drawn.turn.lean, drawn.turn.angle))
        words = self.tr("By where its ink lies, it leans {0:.0f}° to the left; so it was turned back by {1:.0f}°.")
        if drawn.turn.lean > 0:
            words = self.tr("By where its ink lies, it leans {0:.0f}° to the right; so it was turned back by {1:.0f}°.")
        reason = self.tr(
            "Many lean more than those whose digits the network learned from: with a part of the lean taken back, "
            "about a tenth fewer of 30 writers' digits are misread. Ink alone cannot tell a lean from a long stroke at "
            "one side: an upright 4 may be turned too, and is read all the same."
        )
        return f"{words.format(lean, turn)} {reason}"

    def _show_steps(self) -> None:
        """Show how the image of the snapshot came about."""
        snapshot = self._session.display.snapshot
        self.straighten.setEnabled(self._session.display.data.digits)
        drawn = None if snapshot is None else snapshot.drawn
        picture = () if drawn is None else drawn.picture
        if self._picture_row.isHidden() == bool(picture):
            self._picture_row.setVisible(bool(picture))
            self._scrolled.fit()
        for view, array in zip(self._picture_views, picture, strict=False):
            view.set_tiles(_at_most(array, SIDE)[None], "ink", 0.0, 1.0)
        if drawn is None:
            for view, text in zip(self._views, self._texts, strict=True):
                view.set_blank((1, 20, 20))
                text.setText("")
            self._lean.setText("")
            return
        before = drawn.cropped if drawn.turn is None else drawn.turn.leaning
        arrays = (before, drawn.cropped, drawn.scaled, drawn.image)
        for view, text, array in zip(self._views, self._texts, arrays, strict=True):
            view.set_tiles(np.asarray(array)[None], "ink", 0.0, 1.0)
            text.setText(f"{array.shape[0]} × {array.shape[1]}")
        if drawn.turn is not None:
            turn = self.tr("turned by {0:+.0f}°").format(math.degrees(drawn.turn.angle))
            self._texts[1].setText(f"{self._texts[1].text()}, {turn}")
        self._lean.setText(self._lean_words(drawn))
        rows, columns = drawn.scaled.shape
        self._views[3].outline(Frame(Window(drawn.top, drawn.left, drawn.top + rows, drawn.left + columns), 0))


def _at_most(array: NDArray[np.float32], side: int) -> NDArray[np.float32]:
    """Each n-th pixel of (h, w), so that there are no more than can be seen."""
    step = -(-max(array.shape) // side)
    return np.ascontiguousarray(array[::step, ::step])
