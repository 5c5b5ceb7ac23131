"""The pad: pen, mouse, tablet, touch and keys become strokes of a `Drawing`, painted at the screen's resolution.

What the network gets is the ink that `model.ink` makes of the same strokes; here they are only painted.
"""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.pad.marks import pad_painter, paint_digits, paint_ink, paint_mark, way
from gui.session.digits import Seen
from gui.session.drawing import Drawing
from gui.style import theme
from gui.widgets.controls import ARROWS
from gui.widgets.lines_view import CENTRED
from model.drawing.ink import BRUSH, PAD, SIDE

ECHO, NEAR = 400, 12  # milliseconds and pixels within which a mouse event is the echo of the pen
ANSWER = 18  # pixels: side of the square with a digit's answer
KEY_STEP = 4.0  # pad units per arrow key
Corners = tuple[tuple[float, float], ...]  # x, y
WEAKEST = 0.15  # pressure never makes the pen thinner than this part of its width


class DrawingPad(QWidget):
    """White ink on black, always square.

    Of several digits each has a box with its answer; a click on the answer is `digit_chosen`. `hint` is shown while
    the pad is empty. `picture_dropped` carries the mime data of what was dropped on it.
    """

    picture_dropped = Signal(object)
    digit_chosen = Signal(int)

    def __init__(self, drawing: Drawing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drawingPad")
        self.setAccessibleName(self.tr("Drawing pad"))
        tip = self.tr("Draw a digit. With the keyboard: arrows move the pen, Space puts it down and lifts it.")
        self.setToolTip(tip)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.brush: float = BRUSH
        self.eraser = False
        self.pressure_matters = False
        self.hint = self.tr("draw a digit")
        self._drawing = drawing
        self._canvas = QPixmap()
        self._at: QPointF | None = None  # where the pen is, in pad units
        self._outline: tuple[Corners, ...] = ()
        self._digits: tuple[Seen, ...] = ()
        self._tablet_down = False
        self._pen: tuple[int, QPointF] | None = None  # when (ms) and where on the widget the tablet was heard of last
        self._echo = False  # whether the mouse button that is down is the pen's own
        drawing.redrawn.connect(self._repaint_all)
        drawing.changed.connect(self._on_changed)

    def sizeHint(self) -> QSize:
        """The pad's own 280 units."""
        return QSize(PAD, PAD)

    def minimumSizeHint(self) -> QSize:
        """Small enough for a low window, large enough to draw in."""
        return QSize(180, 180)

    def outline(self, *corners: Corners) -> None:
        """Frame what lies between these corners x, y (ink pixels), a second place in blue; none takes frames away."""
        if corners != self._outline:
            self._outline = corners
            self.update()

    def show_digits(self, digits: tuple[Seen, ...]) -> None:
        """Frame each of several digits and write its answer there."""
        if digits != self._digits:
            self._digits = digits
            self.update()

    def answer_place(self, number: int) -> QRectF:
        """Where the answer of one of several digits stands, in pixels of this widget."""
        square, box = self._square(), self._digits[number].box
        scale = square.width() / PAD
        left = min(max(box[0] * scale, 0.0), square.width() - ANSWER)
        top = min(max(box[1] * scale - ANSWER, 0.0), square.height() - ANSWER)
        return QRectF(square.left() + left, square.top() + top, ANSWER, ANSWER)

    # -- strokes ------------------------------------------------------------------------------------------------

    def _square(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _on_pad(self, position: QPointF) -> QPointF:
        square = self._square()
        return (position - square.topLeft()) * (PAD / max(square.width(), 1))

    def _down(self, at: QPointF, pressure: float = 1.0, eraser: bool = False) -> None:
        self._at = at
        self._drawing.begin(at.x(), at.y(), self.brush, self.eraser or eraser, self._weight(pressure))

    def _move(self, at: QPointF, pressure: float = 1.0) -> None:
        before, self._at = self._at, at
        if self._drawing.drawing_now:
            self._drawing.extend(at.x(), at.y(), self._weight(pressure))
        self._update_along([at if before is None else before, at])

    def _weight(self, pressure: float) -> float:
        return max(pressure, WEAKEST) if self.pressure_matters else 1.0

    def _is_pens(self, event: QMouseEvent) -> bool:
        """Whether the system sends the mouse here only because the pen was just at the same place."""
        if self._pen is None or abs(int(event.timestamp()) - self._pen[0]) > ECHO:
            return False
        return (event.position() - self._pen[1]).manhattanLength() <= NEAR

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the pen down; what a tablet's driver adds to the pen's own touch does nothing."""
        self._echo = self._is_pens(event)
        if self._echo:
            return
        self._tablet_down = False  # else the pen's release was lost
        at = event.position()
        answers = [n for n in range(len(self._digits)) if self.answer_place(n).contains(at)]
        if event.button() == Qt.MouseButton.LeftButton and answers and not self._drawing.drawing_now:
            self.digit_chosen.emit(answers[0])
        elif event.button() == Qt.MouseButton.LeftButton:
            self._down(self._on_pad(event.position()))
        elif event.button() == Qt.MouseButton.RightButton:
            self._down(self._on_pad(event.position()), eraser=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on; also outside the pad."""
        if not self._tablet_down and not self._echo:
            self._move(self._on_pad(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the pen."""
        if not event.buttons():
            if not self._tablet_down and not self._echo:
                self._drawing.end()
            self._echo = False

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A pen tablet: accepted, or Qt would send a mouse event as well and strokes would double."""
        at = self._on_pad(event.position())
        if self._tablet_down or event.type() == QEvent.Type.TabletPress:
            self._pen = int(event.timestamp()), event.position()
        if event.type() == QEvent.Type.TabletPress:
            self._tablet_down = True
            self._down(at, event.pressure(), event.pointerType().name == "Eraser")
        elif event.type() == QEvent.Type.TabletMove:
            if self._tablet_down and not event.buttons():  # it only hovers: its release was lost
                self._tablet_down = False
                self._drawing.end()
            self._move(at, event.pressure())
        elif event.type() == QEvent.Type.TabletRelease:
            self._tablet_down = False
            self._drawing.end()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the pen; Space puts it down and lifts it."""
        at = self._at or QPointF(PAD / 2, PAD / 2)
        if (step := ARROWS.get(Qt.Key(event.key()))) is not None:
            self._move(at + QPointF(step[1], step[0]) * KEY_STEP)
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            if self._drawing.drawing_now:
                self._drawing.end()
            else:
                self._down(at)
            self.update()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Lift the pen: a window that opens while one draws takes the release for itself."""
        self._drawing.end()
        super().focusOutEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the pen."""
        self._at = self._on_pad(event.position())
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        """Hide the pen."""
        self._at = None
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Pictures are welcome."""
        if event.mimeData().hasImage() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped."""
        event.acceptProposedAction()
        self.picture_dropped.emit(event.mimeData())

    # -- painting -----------------------------------------------------------------------------------------------

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Paint the strokes anew at the new size."""
        self._repaint_all()

    def _repaint_all(self) -> None:
        self._canvas = self.painted(max(int(self._square().width() * self.devicePixelRatioF()), 1))
        self.update()

    def painted(self, side: int) -> QPixmap:
        """The drawing, `side` × `side` pixels, white on black."""
        canvas = QPixmap(side, side)
        canvas.fill(QColor("black"))
        painter = pad_painter(canvas)
        if self._drawing.shows_base:
            paint_ink(painter, (self._drawing.base * 255).astype(np.uint8), smooth=True)
        for mark in self._drawing.shown_marks():
            paint_mark(painter, mark)
        if self._drawing.drawing_now:
            paint_mark(painter, self._drawing.growing_stroke())
        painter.end()
        return canvas

    def _on_changed(self) -> None:
        """Paint the stroke on where it has grown, on this pad or on another of the same drawing."""
        if not self._drawing.drawing_now or self._canvas.isNull():
            self.update()  # the ring around the pen is grey again
            return
        painter = pad_painter(self._canvas)
        stroke = self._drawing.growing_stroke(last_points=2)
        paint_mark(painter, stroke)
        painter.end()
        self._update_along([QPointF(x, y) for x, y in stroke.points.tolist()])

    def _update_along(self, points: list[QPointF]) -> None:
        """Repaint where the pen went from one of `points` to the next; everything where words come or go."""
        if len(points) < 2 or self._drawing.full:
            self.update()
        else:
            self.update(way(points, self.brush, self._square()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The canvas, the frame of what a map's pixel reads, and the pen."""
        painter = QPainter(self)
        colours = theme.current()
        square = self._square()
        if not square.contains(self.rect().toRectF()):
            painter.fillRect(self.rect(), QColor(colours.panel))
        painter.drawPixmap(square, self._canvas, QRectF(self._canvas.rect()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._drawing.empty:
            painter.setPen(QColor("#7d8796"))
            painter.drawText(square, int(CENTRED), self.hint)
        elif self._drawing.full:
            words = self.tr("The pad is full. Undo a stroke, or clear it.")
            high = painter.boundingRect(square, int(CENTRED), words).height()
            strip = square.adjusted(0, square.height() - max(high, square.height() * 0.1), 0, 0)
            painter.fillRect(strip, QColor("black"))
            painter.setPen(QColor("#c8ccd2"))
            painter.drawText(strip, int(CENTRED), words)
        edge = colours.series if self.hasFocus() else colours.line
        painter.setPen(QPen(QColor(edge), 1))
        painter.drawRect(square.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setClipRect(square)
        paint_digits(painter, square, [(seen, self.answer_place(n)) for n, seen in enumerate(self._digits)])
        painter.translate(square.topLeft())
        scale = square.width() / PAD
        for corners, colour in zip(self._outline, (theme.DARK.accent, theme.DARK.series), strict=False):
            painter.setPen(QPen(QColor(colour), 1.5))
            painter.drawPolygon([QPointF(x, y) * (PAD / SIDE * scale) for x, y in corners])
        if self._at is not None:
            painter.setPen(QPen(QColor(theme.DARK.accent if self._drawing.drawing_now else "#c8ccd2"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._at * scale, self.brush * scale / 2, self.brush * scale / 2)
        painter.end()
