"""A map of training digits: points on a plane, the two of the question in their colours, the drawing among them."""

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.pages.why.paint import side
from gui.style import theme
from gui.style.glyphs import Line, face, line
from gui.widgets.backdrop import backdrop
from model.data_set import DIGITS

if TYPE_CHECKING:
    from model.why.known import Known
    from model.why.question import Question

MARGIN = 12  # pixels
WAY = 200  # places of the drawing that are kept
FAR = 0.35  # of the map's size: a longer step is another drawing, not this one grown


class PlaceView(QWidget):
    """The points are painted once for each network, question and size; only the drawing moves."""

    SHOWN = 12_000

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("placeView")
        self.setAccessibleName(self.tr("Where the drawing lies among training digits"))
        self.setToolTip(
            self.tr(
                "A linear discriminant: the plane onto which the last layer's features of the ten digits fall farthest "
                "apart. It is a shadow of hundreds of numbers, so what lies together here may still be apart."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._known: Known | None = None
        self._q: Question | None = None
        self._names: Sequence[str] = DIGITS
        self._now: tuple[float, float] | None = None
        self._way: deque[tuple[float, float]] = deque(maxlen=WAY)
        self._trail: QPointF | None = None  # the newest of them in pixels
        self._lines: deque[QLineF] = deque(maxlen=WAY)  # between them
        self._ends = (0.0, 0.0), (1.0, 1.0)  # of the plane: what is shown of it
        self._points: list[QPolygonF] = []  # of each digit, in pixels
        self._layers: dict[tuple[str, int | None], QPixmap] = {}  # painted once, laid on each other

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(220, 220)

    def minimumSizeHint(self) -> QSize:
        """Large enough for ten digits."""
        return QSize(120, 120)

    @property
    def way(self) -> list[tuple[float, float]]:
        """The drawing's places since it began, the newest last."""
        return list(self._way)

    def show_place(
        self, known: "Known | None", place: tuple[float, float] | None, q: "Question", names: Sequence[str] = DIGITS
    ) -> None:
        """Show what is known, and the drawing at `place`, in the plane's own units; `names` are the classes'."""
        if names != self._names:
            self._names = names
            self._layers.clear()
        before = self._known, self._q
        if known is not self._known:
            if known is None or self._known is None or not np.array_equal(known.plane, self._known.plane):
                self.forget_way()  # it led over another map
            self._known = known
            if known is not None:
                low, high = np.quantile(known.points, (0.003, 0.997), axis=0)
                (left, low_y), (right, high_y) = low.tolist(), np.maximum(high, low + 1e-6).tolist()
                self._ends = (left, low_y), (right, high_y)
            self._lay_out()
        self._q = q
        if place is not None and (not self._way or self._way[-1] != place):
            self._way.append(place)
            self._go_on(place)
        was, self._now = self._now, place
        if before == (known, q) and 1 < len(self._way) < WAY:
            for each in (was, place):
                if each is not None:
                    self.update(self._around(each))
        else:
            self.update()

    def _around(self, place: tuple[float, float]) -> QRect:
        """All that is painted of the drawing in a place, with the last step of its way."""
        at = self.spot(place)
        high = max(self._now_words.text.size().height(), 16.0) + 4
        around = QRectF(at.x() - 8, at.y() - high / 2, 18 + self._now_words.advance, high)
        if around.right() > self.width():
            around.moveRight(at.x() + 8)
        if self._lines:
            last = self._lines[-1]
            around = around.united(QRectF(last.p1(), last.p2()).normalized())
        return around.adjusted(-2, -2, 2, 2).toAlignedRect()

    @property
    def _now_words(self) -> Line:
        return line(self.tr("now"), theme.scaled(11))

    def forget_way(self) -> None:
        """Another drawing begins."""
        self._way.clear()
        self._trail = None
        self._lines.clear()

    def _go_on(self, place: tuple[float, float]) -> None:
        """The way leads on to `place`; a step that is too long is no line."""
        before, self._trail = self._trail, self.spot(place)
        far = FAR * max(self.width(), self.height())
        if before is not None and (self._trail - before).manhattanLength() < far:
            self._lines.append(QLineF(before, self._trail))

    def spot(self, place: tuple[float, float]) -> QPointF:
        """Where a place of the plane lies in the widget; what lies beyond stays at the edge."""
        low, high = self._ends
        x, y = (min(max((v - a) / (b - a), -0.03), 1.03) for v, a, b in zip(place, low, high, strict=True))
        across, down = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        return QPointF(MARGIN + x * across, self.height() - MARGIN - y * down)

    def _lay_out(self) -> None:
        """Everything has another place."""
        self._points.clear()
        self._layers.clear()
        self._trail = None
        self._lines.clear()
        for place in self._way:
            self._go_on(place)

    # -- painting -----------------------------------------------------------------------------------------------

    def resizeEvent(self, _event: QEvent) -> None:
        """Paint the points anew."""
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours."""
        super().changeEvent(event)
        self._layers.clear()
        self.update()

    def _in_pixels(self, known: "Known") -> list[QPolygonF]:
        """The points that are shown, digit by digit."""
        low, high = np.array(self._ends, np.float32)
        part = (known.points[: self.SHOWN] - low) / (high - low)
        across, down = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        pixels = np.stack([MARGIN + part[:, 0] * across, self.height() - MARGIN - part[:, 1] * down], axis=1)
        labels = known.labels[: self.SHOWN]
        return [QPolygonF([QPointF(x, y) for x, y in pixels[labels == digit].tolist()]) for digit in range(10)]

    def _paint_ground(self, painter: QPainter, known: "Known", q: "Question") -> None:
        """All points, each mixed into what lies there, those of the question on top; then the digits' names."""
        self._points = self._points or self._in_pixels(known)
        for kind, digit in (("all", None), ("rival", q.rival), ("answer", q.answer), ("names", None)):
            if (kind, digit) not in self._layers:
                self._layers[kind, digit] = self._layer(known, kind, digit)
            painter.drawPixmap(0, 0, self._layers[kind, digit])

    def _layer(self, known: "Known", kind: str, digit: int | None) -> QPixmap:
        colours = theme.current()
        layer = backdrop(self, QColor(colours.panel) if kind == "all" else QColor(Qt.GlobalColor.transparent))
        painter = QPainter(layer)
        if kind == "names":
            self._paint_names(painter, known)
        elif digit is None:
            for points in self._points:
                self._paint_points(painter, points, QColor(colours.dim), 70, 1.2)
        else:
            self._paint_points(painter, self._points[digit], side(kind == "answer"), 150, 1.6)
        painter.end()
        return layer

    def _paint_points(self, painter: QPainter, points: QPolygonF, colour: QColor, alpha: int, wide: float) -> None:
        colour.setAlpha(alpha)
        painter.setPen(QPen(colour, wide))
        painter.drawPoints(points)

    def _paint_names(self, painter: QPainter, known: "Known") -> None:
        font = face(theme.scaled(15 if self._names == DIGITS else 11), bold=True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for digit, (x, y) in enumerate(known.centers.tolist()):
            if np.isfinite(x + y):
                self._paint_name(painter, font, self._names[digit], self.spot((x, y)))

    def _paint_name(self, painter: QPainter, font: QFont, text: str, at: QPointF) -> None:
        path = QPainterPath()
        path.addText(0, 0, font, text)
        path.translate(at - path.boundingRect().center())
        over = path.boundingRect()
        path.translate(max(2 - over.left(), 0) - max(over.right() + 2 - self.width(), 0), 0)  # names may be long
        colours = theme.current()
        painter.strokePath(path, QPen(QColor(colours.panel), 3))
        painter.fillPath(path, QColor(colours.text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The points, the way, the drawing."""
        colours = theme.current()
        painter = QPainter(self)
        if self._known is None or self._q is None:
            painter.fillRect(self.rect(), QColor(colours.panel))
            painter.end()
            return
        self._paint_ground(painter, self._known, self._q)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.text), 1))
        painter.drawLines(list(self._lines))
        if self._now is not None:
            at, words = self.spot(self._now), self._now_words
            painter.setPen(QPen(QColor(colours.text), 2))
            painter.setBrush(side(True))
            painter.drawEllipse(at, 6, 6)
            left = at.x() + 9 if at.x() + 9 + words.advance < self.width() else at.x() - 9 - words.advance
            painter.setFont(words.font)
            painter.drawStaticText(round(left), round(at.y() - words.text.size().height() / 2), words.text)
        painter.end()
