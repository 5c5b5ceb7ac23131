"""A stroke that changes the answer, and a little change everywhere, each as a picture with its words."""

import html
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from gui.pages.why.paint import ink_image, side
from gui.pages.why.tiles import Picture
from gui.session.explanation import Explanation
from gui.session.why import Why
from gui.style import theme
from gui.widgets.controls import button, fill, label

if TYPE_CHECKING:
    from model.why.little import Little
    from model.why.strokes import Change

Array = NDArray[np.float32]
MARGIN = 8  # ink pixels around what is drawn


def with_stroke(ink: Array, change: "Change") -> QImage:
    """The pad's ink (140, 140), 0…1, around what is drawn, with the stroke in blue, or what it erases in amber."""
    from model.drawing.ink import Stroke, add_stroke, blank

    stroke = change.stroke
    laid = blank()
    add_stroke(laid, Stroke(stroke.points, stroke.width, eraser=False))
    drawn = np.maximum(ink, 0 if change.erase else laid)
    rows, columns = np.flatnonzero(drawn.max(axis=1) > 0), np.flatnonzero(drawn.max(axis=0) > 0)
    middle = (rows[0] + rows[-1]) // 2, (columns[0] + columns[-1]) // 2
    half = max(int(rows[-1] - rows[0]), int(columns[-1] - columns[0])) // 2 + MARGIN
    grey = np.minimum(ink, 1)[..., None] * np.full(3, 255.0)
    part = (laid * np.minimum(ink, 1) if change.erase else laid)[..., None]
    colour = side(change.erase)
    mixed = (1 - part) * grey + part * np.array([colour.red(), colour.green(), colour.blue()], float)
    whole = np.pad(mixed, ((half, half), (half, half), (0, 0)))
    cut = whole[middle[0] : middle[0] + 2 * half + 1, middle[1] : middle[1] + 2 * half + 1]
    rgb = np.ascontiguousarray(cut.astype(np.uint8))
    return QImage(rgb.data, rgb.shape[1], rgb.shape[0], 3 * rgb.shape[1], QImage.Format.Format_RGB888).copy()


def _beside(row: QWidget, picture: Picture, *words: QWidget) -> QVBoxLayout:
    """Lay out `row`: the picture, and beside it the words below each other in the layout that is returned."""
    beside, column = QHBoxLayout(row), QVBoxLayout()
    column.setSpacing(1)
    fill(column, *words)
    column.addStretch(1)
    beside.setContentsMargins(0, 0, 0, 0)
    beside.setSpacing(10)
    beside.addWidget(picture)
    beside.addLayout(column, 1)
    return column


class StrokeRow(QWidget):
    """One stroke; `wanted` carries it when it is to be laid on the pad."""

    wanted = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._change: Change | None = None
        self._now: Explanation | None = None
        self._picture = Picture(smooth=True)
        self._title = label("", "title")
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._words, self._note = label("", "dim", wrap=True), label("", "note", wrap=True)
        self.do = button(
            f"{name}Button", self.tr("Do it"), self.tr("Lay this stroke on the pad; can be undone"),
            self._on_do, "small",
        )  # fmt: skip
        words = _beside(self, self._picture, self._title, self._words, self._note, self.do)
        words.setAlignment(self.do, Qt.AlignmentFlag.AlignLeft)

    def show_change(self, change: "Change", ink: Array, now: Explanation, earlier: bool) -> None:
        """Show this stroke on the `ink` it belongs to, as an answer to the question of `now`."""
        if change is not self._change:
            self._change, self._ink = change, ink
            self._picture.show_image(with_stroke(ink, change))
        self._now, self._earlier = now, earlier
        name = now.names[change.digit]
        colour = theme.current().series if change.digit == now.question.rival else theme.current().text
        title = self.tr("Erase this → {0}") if change.erase else self.tr("Draw this → {0}")
        self._title.setText(title.format(f'<span style="color:{colour}">{html.escape(name)}</span>'))
        self.do.setAccessibleName(f"{title.format(name)}: {self.do.text()}")
        words = self.tr("then it reads {0}, {1:.0f} %").format(name, 100 * change.probability)
        self._words.setText(words)
        self._note.setText(
            self.tr("found for an earlier step of the run") if earlier else self.tr("one stroke, tried on the pad")
        )

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._change is not None and self._now is not None:
            change, self._change = self._change, None
            self.show_change(change, self._ink, self._now, self._earlier)

    def _on_do(self) -> None:
        if self._change is not None:
            self.wanted.emit(self._change.stroke)


class LittleRow(QWidget):
    """The drawing, changed a little everywhere, as far as the slider says."""

    def __init__(self, why: Why) -> None:
        super().__init__()
        self._why = why
        self._little: Little | None = None
        self._picture = Picture(smooth=False)
        self._words = label("", "dim", wrap=True)
        self.reads = label("", "note", "littleReads", wrap=True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("littleSlider")
        self.slider.setRange(0, 100)
        self.slider.setValue(100)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(self.tr("How much of the change is made"))
        self.slider.setToolTip(self.tr("From your drawing, at the left, to the changed one, at the right"))
        self.slider.valueChanged.connect(self._show)
        _beside(
            self, self._picture, label(self.tr("A little everywhere"), "title"), self._words, self.slider, self.reads
        )

    def show_little(self, little: "Little", now: Explanation, earlier: bool) -> None:
        """Show this change of this drawing."""
        if little is not self._little:
            self._little = little
            self.slider.setValue(100)
        words = self.tr("→ {0}, at most {1:.2f} a pixel; a person still sees a {2}")
        if earlier:
            words = self.tr("→ {0} an earlier step ago, at most {1:.2f} a pixel; a person still sees a {2}")
        self._words.setText(words.format(now.names[little.digit], little.size, now.answer))
        self._show()

    def _show(self) -> None:
        now = self._why.now
        if self._little is None or now is None or now.snapshot.image is None:
            return
        from model.look.snapshot import probabilities_of
        from model.why.little import between

        image = between(now.snapshot.image, self._little, self.slider.value() / 100)
        self._picture.show_image(ink_image(image))
        (row,) = probabilities_of(now.snapshot.weights, [image])
        best = int(row.argmax())
        self.reads.setText(self.tr("here it reads {0}, {1:.0f} %").format(now.names[best], 100 * row[best]))
