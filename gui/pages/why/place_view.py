"""A map of training digits: points on a plane, the two of the question in their colours, the drawing among them."""

from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.pages.why.tiles import side
from gui.style import theme

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from model.why.known import Known
    from model.why.question import Question

MARGIN = 12  # pixels
WAY = 400  # places of the drawing that are kept
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
        self._now: tuple[float, float] | None = None
        self._way: deque[tuple[float, float]] = deque(maxlen=WAY)
        self._ends: tuple[NDArray[np.float32], NDArray[np.float32]] | None = None
        self._ground: QPixmap | None = None

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

    def show_place(self, known: "Known | None", place: tuple[float, float] | None, q: "Question") -> None:
        """Show what is known, and the drawing at `place`, in the plane's own units."""
        if known is not self._known:
            if known is None or self._known is None or not np.array_equal(known.plane, self._known.plane):
                self._way.clear()  # it led over another map
            self._known = known
            if known is not None:
                low, high = np.quantile(known.points, (0.003, 0.997), axis=0).astype(np.float32)
                self._ends = low, np.maximum(high, low + np.float32(1e-6))
            self._ground = None
        if q != self._q:
            self._q, self._ground = q, None
        if place is not None and (not self._way or self._way[-1] != place):
            self._way.append(place)
        self._now = place
        self.update()

    def forget_way(self) -> None:
        """Another drawing begins."""
        self._way.clear()

    def spot(self, place: tuple[float, float]) -> QPointF:
        """Where a place of the plane lies in the widget; what lies beyond stays at the edge."""
        assert self._ends is not None
        low, high = self._ends
        part = np.clip((np.array(place) - low) / (high - low), -0.03, 1.03)
        across, down = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        return QPointF(MARGIN + part[0] * across, self.height() - MARGIN - part[1] * down)

    # -- painting -----------------------------------------------------------------------------------------------

    def resizeEvent(self, _event: QEvent) -> None:
        """Paint the points anew."""
        self._ground = None

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours."""
        super().changeEvent(event)
        self._ground = None
        self.update()

    def _colours(self) -> "NDArray[np.float64]":
        """A colour for each of the ten digits: (10, 3)."""
        assert self._q is not None
        grey = QColor(theme.current().dim)
        picked = [side(True) if d == self._q.answer else side(False) if d == self._q.rival else grey for d in range(10)]
        return np.array([(c.red(), c.green(), c.blue()) for c in picked], float)

    def _paint_ground(self) -> QPixmap:
        """All points, each a pixel that is mixed into what lies there; then the digits' names."""
        assert self._known is not None
        assert self._ends is not None
        ratio = self.devicePixelRatioF()
        ground = QPixmap(self.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        ground.fill(QColor(theme.current().panel))
        painter = QPainter(ground)
        low, high = self._ends
        points, labels = self._known.points[: self.SHOWN], self._known.labels[: self.SHOWN]
        part = (points - low) / (high - low)
        xs = MARGIN + part[:, 0] * (self.width() - 2 * MARGIN)
        ys = self.height() - MARGIN - part[:, 1] * (self.height() - 2 * MARGIN)
        colours = self._colours()
        q = self._q
        assert q is not None
        for digit in sorted(range(10), key=lambda d: d in (q.answer, q.rival)):
            asked = digit in (q.answer, q.rival)
            colour = QColor(*colours[digit].astype(int).tolist())
            colour.setAlpha(150 if asked else 70)
            painter.setPen(QPen(colour, 1.6 if asked else 1.2))
            mine = labels == digit
            painter.drawPoints([QPointF(x, y) for x, y in zip(xs[mine].tolist(), ys[mine].tolist(), strict=True)])
        font = QFont(self.font())
        font.setPixelSize(15)
        font.setBold(True)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for digit, center in enumerate(self._known.centers.tolist()):
            if np.isfinite(center).all():
                self._paint_name(painter, font, str(digit), self.spot((center[0], center[1])))
        painter.end()
        return ground

    def _paint_name(self, painter: QPainter, font: QFont, text: str, at: QPointF) -> None:
        path = QPainterPath()
        path.addText(0, 0, font, text)
        path.translate(at - path.boundingRect().center())
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
        if self._ground is None:
            self._ground = self._paint_ground()
        painter.drawPixmap(0, 0, self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spots = [self.spot(place) for place in self._way]
        far = FAR * max(self.width(), self.height())
        painter.setPen(QPen(QColor(colours.text), 1))
        for a, b in pairwise(spots):
            if (b - a).manhattanLength() < far:
                painter.drawLine(a, b)
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
