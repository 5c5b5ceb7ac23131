"""What a filter looks for, beside its card: the nine places in training digits on which it fires most."""

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui.session.firing import Firing, Pieces
from gui.style import theme
from gui.widgets.controls import label
from gui.widgets.pictures import grey_image
from model.look.snapshot import Snapshot

ACROSS, SIDE, GAP = 3, 66, 5  # pieces in a row; pixels of each, and between two
RESTS = 250  # milliseconds for which the pointer rests on a filter before it appears
AWAY = 18  # pixels between it and the kernels of the card: it touches the next card, not this one


class TopPatches(QFrame):
    """Lies on the page while one points at a filter: nothing else moves, and the pointer goes through it.

    `follow` says which filter is meant, `leave` that none is. What is not known yet is looked for from then on.
    """

    def __init__(self, firing: Firing, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("topPatches")
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._firing, self._page = firing, page
        self._filter: tuple[int, int] | None = None  # layer, filter
        self._name = ""
        self._beside = QRect()
        self.grid = _Grid()
        self.title, self.words = label("", "title"), label("", "note", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 7, 10, 8)
        column.setSpacing(5)
        for widget in (self.title, self.grid, self.words):
            column.addWidget(widget)
        self._timer = QTimer(self, interval=RESTS, singleShot=True)
        self._timer.timeout.connect(self._appear)
        firing.changed.connect(self._show_filter)
        self.hide()

    @property
    def shown(self) -> tuple[int, int] | None:
        """Layer and filter that it is about, while it can be seen."""
        return self._filter if self.isVisible() else None

    def follow(self, snapshot: Snapshot, layer: int, number: int, beside: QWidget) -> None:
        """One points at filter `number`: show it at the side of `beside` on the page, once the pointer rests."""
        self._beside = QRect(beside.mapTo(self._page, QPoint(0, 0)), beside.size())
        if (layer, number) != self._filter:
            self._filter, self._name = (layer, number), snapshot.weights.layers[layer].name
            if self.isVisible():
                self._appear()
            else:
                self._timer.start()

    def leave(self) -> None:
        """One points at no filter any more."""
        self._filter = None
        self._timer.stop()
        self.hide()

    def rest(self) -> None:
        """The page is hidden: nothing is looked for any more."""
        self.leave()
        self._firing.rest()

    def _appear(self) -> None:
        self._firing.ask()
        self.show()
        self._show_filter()
        self.raise_()

    def _show_filter(self) -> None:
        if self._filter is None or not self.isVisible():
            return
        layer, number = self._filter
        pieces = self._firing.pieces(layer, number)
        self.title.setText(self.tr("{0} · map {1} fires most on").format(self._name, number))
        self.words.setText(self._said(layer, number))
        self.grid.show_pieces(pieces)
        self.grid.setVisible(bool(pieces))
        self.setAccessibleName(f"{self.title.text()}: {self.words.text()}")
        self._place()

    def _said(self, layer: int, number: int) -> str:
        """What the pieces are, or why there are none yet."""
        found = self._firing.found
        if found is not None:
            values = found.layers[layer].value[number]
            values = values[values > 0]
            if not len(values):
                return self.tr("It fires on no training digit: this filter does nothing.")
            side = found.window(layer, number, 0)
            return self.tr(
                "What it reads there, {0} × {0} pixels of {1:,} training digits; it gives {2:.2f} down to {3:.2f}."
            ).format(side.bottom - side.top, len(found.images), values[0], values[-1])
        if self._firing.learning:
            return self.tr("While the network learns there is no time to look for it.")
        if self._firing.progress is None:
            return self.tr("It could not be looked for.")
        done, of = self._firing.progress
        return self.tr("It is looked for in the training digits: {0} %").format(100 * done // max(of, 1))

    def _place(self) -> None:
        """At the right of the card, or at its left where the page ends."""
        self.words.setFixedWidth(self.grid.sizeHint().width())
        self.adjustSize()
        page, size = self._page.rect(), self.size()
        left = self._beside.right() + AWAY
        if left + size.width() > page.right():
            left = self._beside.left() - AWAY - size.width()
        top = min(self._beside.top(), page.bottom() - GAP - size.height())
        self.move(QPoint(max(left, 0), max(top, 0)))

    def hideEvent(self, event: QHideEvent) -> None:
        """The drawings are not kept."""
        super().hideEvent(event)
        self.grid.show_pieces(())


class _Grid(QWidget):
    """Pieces of digits, three in a row, each as large as the others, in squares."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: Pieces = ()
        self._images: list[QImage] = []

    def show_pieces(self, pieces: Pieces) -> None:
        """Show these."""
        if pieces is not self._pieces:
            self._pieces = pieces
            self._images = [grey_image(np.ascontiguousarray(piece)) for piece in pieces]
            self.update()

    def sizeHint(self) -> QSize:
        """Three times three."""
        side = ACROSS * (SIDE + GAP) - GAP + 2
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same: it is never squeezed."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each in a frame."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme.current().line)))
        for number, image in enumerate(self._images):
            row, column = divmod(number, ACROSS)
            place = QRectF(1 + column * (SIDE + GAP), 1 + row * (SIDE + GAP), SIDE, SIDE)
            painter.drawImage(place, image)
            painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()
