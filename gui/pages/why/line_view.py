"""The line between two digits: how many training digits have which lead, some of them, and the drawing's own place."""

from collections.abc import Sequence
from math import ceil, floor, isfinite
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QRegion,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.pages.why.tiles import frame, side, thumb
from gui.session.explanation import ALONG
from gui.style import theme
from gui.style.glyphs import draw
from model.data_set import DIGITS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from model.why.known import Known, Line
    from model.why.question import Question

WORDS, CAPTION, GAP = 17, 16, 6  # pixels: above the hills, below the digits, between them
NARROW = 34  # pixels of a digit's side under which the numbers of two would touch


class LineView(QWidget):
    """Above, hills: how many training digits of both kinds have a lead; below, one digit for each part of the line.

    Arrow keys go along the digits.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lineView")
        self.setAccessibleName(self.tr("From the rival to the answer"))
        self.setToolTip(
            self.tr(
                "The hills: how many training digits have this lead, blue those that are the rival, amber those that "
                "are the answer; heights are square roots, so that few can be seen. Below, the ones most like yours."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._line: Line | None = None
        self._known: Known | None = None
        self._q: Question | None = None
        self._names: Sequence[str] = DIGITS
        self.at: int | None = None
        self._hills: QPixmap | None = None
        self._hills_of: NDArray[np.int64] | None = None

    def sizeHint(self) -> QSize:
        """Digits at twice their size."""
        return QSize(ALONG * 62, 130)

    def minimumSizeHint(self) -> QSize:
        """Digits that can be told apart."""
        return QSize(ALONG * 26, 90)

    def show_line(self, line: "Line | None", known: "Known | None", q: "Question", names: Sequence[str]) -> None:
        """Show this line of what is known; None where nothing is known yet. `names` are those of the classes."""
        if names != self._names:
            self._hills = None
        before = self._line, self._known, self._q, self._names
        self._line, self._known, self._q, self._names = line, known, q, names
        if line is not None:
            if self.at is not None and self.at >= len(line.indices):
                self.at = None
            self.setAccessibleDescription(self.tr("yours {0}").format(f"{line.yours:+.1f}"))
        if line is None or before[0] is None or before[1:] != (known, q, names):
            self.update()
        else:
            self._update_changed(before[0], line)

    def _update_changed(self, before: "Line", line: "Line") -> None:
        """The same question: the drawing's own mark, and the places whose digit is another one."""
        self.update(0, 0, self.width(), self.height() - CAPTION - self._side - 1)
        old, new = (dict(zip(each.slots.tolist(), each.indices.tolist(), strict=True)) for each in (before, line))
        for slot in old.keys() | new.keys():
            if old.get(slot) != new.get(slot):
                self.update(self._around(slot))

    def _around(self, slot: int) -> QRect:
        """All that belongs to the digit in one place of the line."""
        wide = (self.width() - 2) / ALONG
        left, top = floor(1 + slot * wide - GAP), self.height() - CAPTION - self._side - 3
        return QRect(left, top, ceil(wide) + 2 * GAP + 1, self.height() - top)

    # -- places -------------------------------------------------------------------------------------------------

    @property
    def _side(self) -> int:
        return max(min((self.width() - 2) // ALONG - GAP, self.height() - WORDS - CAPTION - 24), 16)

    def x_of(self, lead: float) -> float:
        """Where a lead lies, in pixels; beyond the ends at the ends."""
        assert self._line is not None
        low, high = float(self._line.edges[0]), float(self._line.edges[-1])
        part = (lead - low) / max(high - low, 1e-9)
        return 1 + min(max(part, 0.0), 1.0) * (self.width() - 2) if isfinite(part) else self.width() / 2

    def place(self, number: int) -> QRectF:
        """Where one of the digits lies."""
        assert self._line is not None
        wide, side_of = (self.width() - 2) / ALONG, self._side
        left = 1 + (int(self._line.slots[number]) + 0.5) * wide - side_of / 2
        return QRectF(round(left), self.height() - CAPTION - side_of - 1, side_of, side_of)

    def _find(self, position: QPointF) -> int | None:
        if self._line is None:
            return None
        found = [n for n in range(len(self._line.indices)) if self.place(n).contains(position)]
        return found[0] if found else None

    # -- events -------------------------------------------------------------------------------------------------

    def _point(self, at: int | None) -> None:
        if at != self.at:
            self.at = at
            if at is not None:
                self.setAccessibleDescription(self._tip(at))
            self.update()

    def _tip(self, number: int) -> str:
        assert self._line is not None
        assert self._known is not None
        index = int(self._line.indices[number])
        words = self.tr("training digit {0:,}, a {1}: lead {2}")
        return words.format(index, self._names[self._known.labels[index]], f"{self._line.leads[number]:+.2f}")

    def event(self, event: QEvent) -> bool:
        """The tip is about the digit under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._find(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.toolTip() if at is None else self._tip(at), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which digit is under the pointer."""
        self._point(self._find(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        """Nothing is pointed at."""
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go along the digits."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and self._line is not None and len(self._line.indices):
            at = 0 if self.at is None else self.at + steps[key]
            self._point(min(max(at, 0), len(self._line.indices) - 1))
        else:
            super().keyPressEvent(event)

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hills, digits, the middle, the drawing's place: what is to be painted anew."""
        colours, line = theme.current(), self._line
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.panel))
        if line is not None and self._q is not None:
            ground = self.height() - CAPTION - self._side - 7
            painter.drawPixmap(0, 0, self._painted_hills(line, ground))
            self._paint_digits(painter, event.region())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_yours(painter, ground)
        if self.hasFocus():
            frame(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), QColor(colours.series))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours."""
        super().changeEvent(event)
        self._hills = None
        self.update()

    def resizeEvent(self, _event: QEvent) -> None:
        """The hills are painted anew."""
        self._hills = None

    def _painted_hills(self, line: "Line", ground: int) -> QPixmap:
        """What is the same for every drawing with this question."""
        if self._hills is None or self._hills_of is not line.answers:
            ratio = self.devicePixelRatioF()
            self._hills = QPixmap(QSize(self.width(), ground + 6) * ratio)
            self._hills.setDevicePixelRatio(ratio)
            self._hills.fill(QColor(theme.current().panel))
            self._hills_of = line.answers
            painter = QPainter(self._hills)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            highest = float(np.sqrt(max(line.answers.max(), line.rivals.max(), 1)))
            for counts, answer in ((line.rivals, False), (line.answers, True)):
                self._paint_hill(painter, counts, ground, highest, answer)
            self._paint_middle(painter, ground)
            painter.end()
        return self._hills

    def _paint_hill(
        self, painter: QPainter, counts: "NDArray[np.int64]", ground: float, highest: float, answer: bool
    ) -> None:
        assert self._line is not None
        edges = self._line.edges
        xs = [self.x_of(float(x)) for x in (edges[:-1] + edges[1:]) / 2]
        ys = (ground - (ground - WORDS) * np.sqrt(counts) / highest).tolist()
        path = QPainterPath(QPointF(1, ground))
        path.lineTo(1, ys[0])
        for x, y in zip(xs, ys, strict=True):
            path.lineTo(x, y)
        path.lineTo(self.width() - 1, ys[-1])
        path.lineTo(self.width() - 1, ground)
        colour = side(answer)
        colour.setAlpha(140)
        painter.fillPath(path, colour)

    def _paint_middle(self, painter: QPainter, ground: float) -> None:
        assert self._q is not None
        x = self.x_of(0.0)
        painter.setPen(QPen(QColor(theme.current().text), 2))
        painter.drawLine(QPointF(x, 2), QPointF(x, ground + 4))
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(side(False))
        left = self.tr("{0} wins ◂").format(self._names[self._q.rival])
        right = self.tr("▸ {0} wins").format(self._names[self._q.answer])
        painter.drawText(QRectF(x - 128, 0, 120, WORDS), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, left)
        painter.setPen(side(True))
        painter.drawText(QRectF(x + 8, 0, 120, WORDS), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, right)

    def _paint_digits(self, painter: QPainter, region: QRegion) -> None:
        assert self._line is not None
        assert self._known is not None
        assert self._q is not None
        colours = theme.current()
        painter.setFont(theme.monospaced(11))
        for number, (index, lead) in enumerate(
            zip(self._line.indices.tolist(), self._line.leads.tolist(), strict=True)
        ):
            if not region.intersects(self._around(int(self._line.slots[number]))):
                continue
            place, pointed = self.place(number), number == self.at
            painter.drawImage(place.topLeft(), thumb(self._known.images[index], self._side, self.devicePixelRatioF()))
            colour = QColor(colours.text) if pointed else side(int(self._known.labels[index]) == self._q.answer)
            frame(painter, place, colour, 2 if pointed else 1)
            if place.width() < NARROW and not pointed and int(self._line.slots[number]) % 2:
                continue  # there is room for each second number
            painter.setPen(QColor(colours.text if pointed else colours.dim))
            text = f"{lead:+.1f}"
            draw(painter, place.left() - GAP, place.bottom() + 1, place.width() + 2 * GAP, CAPTION, text, 11)

    def _paint_yours(self, painter: QPainter, ground: float) -> None:
        """A marker at the drawing's lead, with its number, on the side of it where there is room."""
        assert self._line is not None
        colours, x = theme.current(), self.x_of(self._line.yours)
        top = ground - 12.0
        painter.setPen(QPen(QColor(colours.text), 1))
        painter.setBrush(side(self._line.yours >= 0))
        painter.drawPolygon(QPolygonF([QPointF(x - 7, top), QPointF(x + 7, top), QPointF(x, top + 12)]))
        font = QFont(self.font())
        font.setPixelSize(12)
        font.setBold(True)
        painter.setFont(font)
        text = self.tr("yours {0}").format(f"{self._line.yours:+.1f}")
        wide = painter.fontMetrics().horizontalAdvance(text)
        left = min(max(x - wide / 2, 2.0), self.width() - wide - 2.0)
        middle = self.x_of(0.0)
        if abs(x - middle) < 90 + wide / 2:  # or it would lie on the words in the middle
            left = middle + 84 if x >= middle else middle - 84 - wide
        painter.setPen(QColor(colours.text))
        painter.drawText(QRectF(left, -1, wide + 2, WORDS), Qt.AlignmentFlag.AlignVCenter, text)
