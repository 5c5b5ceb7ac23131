"""The line between two digits: how many training digits have which lead, some of them, and the drawing's own place."""

from collections import OrderedDict
from collections.abc import Sequence
from math import ceil, floor, isfinite
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QPolygonF, QRegion
from PySide6.QtWidgets import QWidget

from gui.pages.why.along import Along
from gui.pages.why.paint import frame, side, thumb
from gui.session.explanation import ALONG
from gui.style import glyphs, theme
from gui.widgets.backdrop import backdrop
from model.data_set import DIGITS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from model.why.known import Known, Line
    from model.why.question import Question

WORDS, CAPTION, GAP = 17, 16, 6  # pixels: above the hills, below the digits, between them
HILLS = 12  # questions whose hills stay painted
NARROW = 34  # pixels of a digit's side under which the numbers of two would touch


class LineView(QWidget):
    """Above, hills: how many training digits of both kinds have a lead; below, one digit for each part of the line."""

    def __init__(self) -> None:
        super().__init__()
        self.along = Along(
            self, self, "lineView", self.tr("From the rival to the answer"),
            self.tr(
                "The hills: how many training digits have this lead, blue those that are the rival, amber those that "
                "are the answer; heights are square roots, so that few can be seen. Below, the ones most like yours."
            ),
        )  # fmt: skip
        self._above, self._below, self._small = theme.room(WORDS), theme.room(CAPTION), theme.scaled(11)
        self._line: Line | None = None
        self._known: Known | None = None
        self._q: Question | None = None
        self._names: Sequence[str] = DIGITS
        self._hills: OrderedDict[Question, QPixmap] = OrderedDict()

    def sizeHint(self) -> QSize:
        """Digits at twice their size."""
        return QSize(ALONG * 62, 97 + self._above + self._below)

    def minimumSizeHint(self) -> QSize:
        """Digits that can be told apart."""
        return QSize(ALONG * 26, 57 + self._above + self._below)

    def show_line(self, line: "Line | None", known: "Known | None", q: "Question", names: Sequence[str]) -> None:
        """Show this line of what is known; None where nothing is known yet. `names` are those of the classes."""
        if names != self._names or known is not self._known:
            self._hills.clear()
        before = self._line, self._known, self._q, self._names
        self._line, self._known, self._q, self._names = line, known, q, names
        self.along.keep_within()
        if line is not None:
            self.setAccessibleDescription(self._yours(line))
        if line is None or before[0] is None or before[1:] != (known, q, names):
            self.update()
        else:
            self._update_changed(before[0], line)

    def _update_changed(self, before: "Line", line: "Line") -> None:
        """The same question: the drawing's own mark, and the places whose digit is another one."""
        for each in (before, line):
            place, mark = self._yours_place(each), self._mark(each).boundingRect()
            self.update(place.united(mark).adjusted(-2, -2, 2, 2).toAlignedRect())
        old, new = (dict(zip(each.slots.tolist(), each.indices.tolist(), strict=True)) for each in (before, line))
        for slot in old.keys() | new.keys():
            if old.get(slot) != new.get(slot):
                self.update(self._around(slot))

    def _around(self, slot: int) -> QRect:
        """All that belongs to the digit in one place of the line."""
        wide = (self.width() - 2) / ALONG
        left, top = floor(1 + slot * wide - GAP), self._ground + 4
        return QRect(left, top, ceil(wide) + 2 * GAP + 1, self.height() - top)

    def count(self) -> int:
        """How many digits there are."""
        return 0 if self._line is None else len(self._line.indices)

    def words(self, number: int) -> str:
        """About a digit of the line."""
        assert self._line is not None
        assert self._known is not None
        index = int(self._line.indices[number])
        words = self.tr("training digit {0:,}, a {1}: lead {2}")
        return words.format(index, self._names[self._known.labels[index]], f"{self._line.leads[number]:+.2f}")

    # -- places -------------------------------------------------------------------------------------------------

    @property
    def _side(self) -> int:
        return max(min((self.width() - 2) // ALONG - GAP, self.height() - self._above - self._below - 24), 16)

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
        return QRectF(round(left), self.height() - self._below - side_of - 1, side_of, side_of)

    @property
    def _ground(self) -> int:
        """On which the hills stand."""
        return self.height() - self._below - self._side - 7

    def _mark(self, line: "Line") -> QPolygonF:
        """The drawing's own, on the ground at its lead."""
        x, top = self.x_of(line.yours), self._ground - 12.0
        return QPolygonF([QPointF(x - 7, top), QPointF(x + 7, top), QPointF(x, top + 12)])

    def _yours(self, line: "Line") -> str:
        return self.tr("yours {0}").format(f"{line.yours:+.1f}")

    def _yours_place(self, line: "Line") -> QRectF:
        """Where these words stand: above the mark, but not on the words in the middle."""
        wide = glyphs.line(self._yours(line), theme.scaled(12), bold=True).advance
        before, after = (place for place, _ in self._middle_words())
        x, most = self.x_of(line.yours), self.width() - wide - 2.0
        left = min(max(x - wide / 2, 2.0), most)
        if left < after.right() + 8 and left + wide > before.left() - 8:
            right_of = (x >= self.x_of(0.0) or before.left() < wide + 10) and after.right() + 8 <= most
            left = min(after.right() + 8, most) if right_of else max(before.left() - 8 - wide, 2.0)
        return QRectF(round(left), 0, wide, self._above)

    def _middle_words(self) -> tuple[tuple[QRectF, str], tuple[QRectF, str]]:
        """Who wins on either side of the middle, as much of it as there is room for."""
        assert self._q is not None
        x, font = self.x_of(0.0), QFontMetrics(glyphs.face(self._small))
        made = []
        for template, digit, room in (
            (self.tr("{0} wins ◂"), self._q.rival, x - 8), (self.tr("▸ {0} wins"), self._q.answer, self.width() - x - 8)
        ):  # fmt: skip
            words = font.elidedText(template.format(self._names[digit]), Qt.TextElideMode.ElideRight, int(room))
            made.append((font.horizontalAdvance(words), words))
        (left, before), (right, after) = made
        return (QRectF(x - 8 - left, 0, left, self._above), before), (QRectF(x + 8, 0, right, self._above), after)

    # -- painting -----------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Hills, digits, the middle, the drawing's place: what is to be painted anew."""
        line = self._line
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().panel))
        if line is not None and self._q is not None:
            painter.drawPixmap(0, 0, self._painted_hills(line, self._q))
            self._paint_digits(painter, event.region())
            self._paint_yours(painter, line)
        self.along.paint_focus(painter)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._hills.clear()
            self.update()

    def resizeEvent(self, _event: QEvent) -> None:
        """The hills are painted anew."""
        self._hills.clear()

    def _painted_hills(self, line: "Line", q: "Question") -> QPixmap:
        """What is the same for every drawing with this question; while one draws, the rival comes and goes."""
        hills = self._hills.get(q)
        if hills is None:
            ground = self._ground
            hills = backdrop(self, QColor(theme.current().panel), ground + 6)
            painter = QPainter(hills)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            highest = float(np.sqrt(max(line.answers.max(), line.rivals.max(), 1)))
            for counts, answer in ((line.rivals, False), (line.answers, True)):
                self._paint_hill(painter, counts, ground, highest, answer)
            self._paint_middle(painter, ground)
            painter.end()
            self._hills[q] = hills
            if len(self._hills) > HILLS:
                self._hills.popitem(last=False)
        self._hills.move_to_end(q)
        return hills

    def _paint_hill(
        self, painter: QPainter, counts: "NDArray[np.int64]", ground: float, highest: float, answer: bool
    ) -> None:
        assert self._line is not None
        edges = self._line.edges
        xs = [self.x_of(float(x)) for x in (edges[:-1] + edges[1:]) / 2]
        ys = (ground - (ground - self._above) * np.sqrt(counts) / highest).tolist()
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
        x = self.x_of(0.0)
        painter.setPen(QPen(QColor(theme.current().text), 2))
        painter.drawLine(QPointF(x, 2), QPointF(x, ground + 4))
        painter.setFont(glyphs.face(self._small))
        for (place, words), answer in zip(self._middle_words(), (False, True), strict=True):
            painter.setPen(side(answer))
            painter.drawText(place.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignTop, words)

    def _paint_digits(self, painter: QPainter, region: QRegion) -> None:
        assert self._line is not None
        assert self._known is not None
        assert self._q is not None
        colours, side_of, ratio = theme.current(), self._side, self.devicePixelRatioF()
        painter.setFont(glyphs.face(self._small, numbers=True))
        for number, (index, lead, slot) in enumerate(
            zip(self._line.indices.tolist(), self._line.leads.tolist(), self._line.slots.tolist(), strict=True)
        ):
            if not region.intersects(self._around(slot)):
                continue
            place, pointed = self.place(number), number == self.along.at
            painter.drawImage(place.topLeft(), thumb(self._known.images[index], side_of, ratio))
            colour = QColor(colours.text) if pointed else side(int(self._known.labels[index]) == self._q.answer)
            frame(painter, place, colour, 2 if pointed else 1)
            if side_of < theme.room(NARROW) and not pointed and slot % 2:
                continue  # there is room for each second number
            painter.setPen(QColor(colours.text if pointed else colours.dim))
            left, wide = place.left() - GAP, place.width() + 2 * GAP
            glyphs.draw(painter, left, place.bottom() + 1, wide, self._below, f"{lead:+.1f}", self._small)

    def _paint_yours(self, painter: QPainter, line: "Line") -> None:
        """A marker at the drawing's lead, with its number, on the side of it where there is room."""
        colours, place = theme.current(), self._yours_place(line)
        words = glyphs.line(self._yours(line), theme.scaled(12), bold=True)
        painter.setPen(QColor(colours.text))
        painter.setFont(words.font)
        painter.drawStaticText(place.topLeft(), words.text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(side(line.yours >= 0))
        painter.drawPolygon(self._mark(line))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
