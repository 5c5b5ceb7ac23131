"""A map of training digits: points on a plane, the two of the question in their colours, the drawing among them."""

from collections import OrderedDict, deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.pages.why.tiles import side
from gui.style import theme
from model.data_set import DIGITS

if TYPE_CHECKING:
    from model.why.known import Known
    from model.why.question import Question

MARGIN = 12  # pixels
GROUNDS = 12  # questions whose points stay painted: while one draws, the rival comes and goes
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
        self._grounds: OrderedDict[Question, QPixmap] = OrderedDict()

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
        self._names = names
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
        self._now = place
        self.update()

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
        self._grounds.clear()
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
        self._grounds.clear()
        self.update()

    def _in_pixels(self, known: "Known") -> list[QPolygonF]:
        """The points that are shown, digit by digit."""
        low, high = np.array(self._ends, np.float32)
        part = (known.points[: self.SHOWN] - low) / (high - low)
        across, down = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        pixels = np.stack([MARGIN + part[:, 0] * across, self.height() - MARGIN - part[:, 1] * down], axis=1)
        labels = known.labels[: self.SHOWN]
        return [QPolygonF([QPointF(x, y) for x, y in pixels[labels == digit].tolist()]) for digit in range(10)]

    def _ground(self, known: "Known", q: "Question") -> QPixmap:
        """All points, each mixed into what lies there, those of the question on top; then the digits' names."""
        if q in self._grounds:
            self._grounds.move_to_end(q)
            return self._grounds[q]
        self._points = self._points or self._in_pixels(known)
        ratio, colours = self.devicePixelRatioF(), theme.current()
        ground = QPixmap(self.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        ground.fill(QColor(colours.panel))
        painter = QPainter(ground)
        for digit in sorted(range(10), key=lambda d: d in (q.answer, q.rival)):
            asked = digit in (q.answer, q.rival)
            colour = side(digit == q.answer) if asked else QColor(colours.dim)
            colour.setAlpha(150 if asked else 70)
            painter.setPen(QPen(colour, 1.6 if asked else 1.2))
            painter.drawPoints(self._points[digit])
        font = QFont(self.font())
        font.setPixelSize(15 if self._names == DIGITS else 11)
        font.setBold(True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for digit, (x, y) in enumerate(known.centers.tolist()):
            if np.isfinite(x + y):
                self._paint_name(painter, font, self._names[digit], self.spot((x, y)))
        painter.end()
        self._grounds[q] = ground
        if len(self._grounds) > GROUNDS:
            self._grounds.popitem(last=False)
        return ground

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
        painter.drawPixmap(0, 0, self._ground(self._known, self._q))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.text), 1))
        painter.drawLines(list(self._lines))
        if self._now is not None:
            at = self.spot(self._now)
            painter.setPen(QPen(QColor(colours.text), 2))
            painter.setBrush(side(True))
            painter.drawEllipse(at, 6, 6)
            font = QFont(self.font())
            font.setPixelSize(11)
            painter.setFont(font)
            words = self.tr("now")
            wide = painter.fontMetrics().horizontalAdvance(words)
            left = at.x() + 9 if at.x() + 9 + wide < self.width() else at.x() - 9 - wide
            painter.drawText(QRectF(left, at.y() - 8, wide + 2, 16), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()
