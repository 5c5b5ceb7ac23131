"""How each layer is doing while it learns: size of its weights and gradients, share of dead channels."""

from collections.abc import Sequence
from math import log10
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from gui.style import theme
from gui.widgets.elided import Elided
from gui.widgets.lines_view import WRAP

if TYPE_CHECKING:
    from model.train.health import LayerHealth

ROW, HEAD, NAME, NUMBER = 19, 18, 48, 54
NOTHING = "–"
DECADES = 5  # the gradient's bar spans so many powers of ten below the largest one


class HealthTable(QWidget):
    """One row a layer, three bars with numbers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layerHealth")
        self.setAccessibleName(self.tr("Weights, gradients and dead channels of each layer"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows: tuple[LayerHealth, ...] = ()
        self._heads = (self.tr("weights"), self.tr("gradient"), self.tr("dead"))
        self._tips = (
            self.tr("Weights: their root mean square. It grows slowly while a layer learns."),
            self.tr(
                "Gradient: the root mean square of what the last batch wants changed. A layer whose gradient is many "
                "times smaller than the others' hardly learns."
            ),
            self.tr(
                "Dead: the share of channels that answered 0 to every digit of the last batch. Such a channel adds "
                "nothing and gets no gradient; a lower learning rate leaves fewer of them."
            ),
        )
        self._nothing = self.tr(
            "Measured while a run is on: how large each layer's weights are, how much the last batch wants them "
            "changed, and which part of its channels answers nothing at all."
        )
        self.setToolTip("\n".join(self._tips))

    def sizeHint(self) -> QSize:
        """A head and a line for each layer."""
        return QSize(300, theme.room(HEAD) + theme.room(ROW) * max(len(self._rows), 3))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the bars can be."""
        return QSize(230, self.sizeHint().height())

    def set_rows(self, rows: "Sequence[LayerHealth] | None") -> None:
        """Show these layers; None: nothing was measured yet."""
        count = len(self._rows)
        self._rows = tuple(rows or ())
        if len(self._rows) != count:
            self.updateGeometry()
        self.setAccessibleDescription(self.text())
        self.update()

    def text(self) -> str:
        """All rows as plain text."""
        return "\n".join(" ".join((row.name, *self._numbers(row))) for row in self._rows)

    @staticmethod
    def _numbers(row: "LayerHealth") -> tuple[str, str, str]:
        dead = NOTHING if row.dead is None else f"{100 * row.dead:.0f} %"
        return f"{row.weight:.3f}", f"{row.gradient:.1e}".replace("e-0", "e-").replace("e+00", ""), dead

    def _parts(self, row: "LayerHealth") -> tuple[float, float, float]:
        """How much of each bar is filled."""
        heaviest = max(each.weight for each in self._rows) or 1.0
        steepest = max(each.gradient for each in self._rows) or 1.0
        gradient = 0.0
        if row.gradient > 0:
            gradient = max(0.0, 1 + log10(row.gradient / steepest) / DECADES)
        return row.weight / heaviest, gradient, row.dead or 0.0

    def _column(self, number: int) -> QRectF:
        width = (self.width() - theme.room(NAME)) / 3
        return QRectF(theme.room(NAME) + number * width, 0, width, self.height())

    def event(self, event: QEvent) -> bool:
        """The tooltip is that of the column under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            inside = [n for n in range(3) if self._column(n).contains(QPointF(event.pos()))]
            QToolTip.showText(event.globalPos(), self._tips[inside[0]] if inside else self.toolTip(), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Head, then rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        font = QFont(self.font())
        font.setPixelSize(theme.scaled(11 if self._rows else 12))
        painter.setFont(font)
        painter.setPen(QColor(colours.dim))
        if not self._rows:
            painter.drawText(self.rect(), int(WRAP), self._nothing)
            painter.end()
            return
        for number, head in enumerate(self._heads):
            place = self._column(number)
            text = painter.fontMetrics().elidedText(head, Qt.TextElideMode.ElideRight, int(place.width()) - 4)
            painter.drawText(
                QRectF(place.left(), 0, place.width(), theme.room(HEAD) - 3), Qt.AlignmentFlag.AlignVCenter, text
            )
        painter.setFont(theme.monospaced(theme.scaled(11)))
        for at, row in enumerate(self._rows):
            self._paint_row(painter, theme.room(HEAD) + at * theme.room(ROW), row)
        painter.end()

    def _paint_row(self, painter: QPainter, top: int, row: "LayerHealth") -> None:
        colours = theme.current()
        fills = (colours.series, colours.series, colours.wrong)
        painter.setPen(QColor(colours.text))
        painter.drawText(QRectF(0, top, theme.room(NAME), theme.room(ROW)), Qt.AlignmentFlag.AlignVCenter, row.name)
        for number, (part, text, fill) in enumerate(zip(self._parts(row), self._numbers(row), fills, strict=True)):
            place = self._column(number)
            room = max(place.width() - theme.room(NUMBER) - 8, 8.0)
            track = QRectF(place.left(), top + theme.room(ROW) / 2 - 2.5, room, 5)
            if text == NOTHING:
                painter.setPen(QColor(colours.dim))
                painter.drawText(
                    QRectF(place.left(), top, theme.room(NUMBER), theme.room(ROW)),
                    Qt.AlignmentFlag.AlignVCenter,
                    text,
                )
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.raised if colours.name == "dark" else colours.line))
            painter.drawRoundedRect(track, 2.5, 2.5)
            if part > 0:
                painter.setBrush(QColor(fill))
                painter.drawRoundedRect(QRectF(track.left(), track.top(), max(room * part, 2.0), 5), 2.5, 2.5)
            painter.setPen(QColor(colours.dim))
            painter.drawText(
                QRectF(track.right() + 6, top, theme.room(NUMBER), theme.room(ROW)),
                Qt.AlignmentFlag.AlignVCenter,
                text,
            )


class HealthCard(QFrame):
    """The table with its title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("healthCard")
        self.setAccessibleName(self.tr("Layers"))
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        self._title = Elided("dim", "healthTitle")
        self.table = HealthTable()
        column.addWidget(self._title)
        column.addWidget(self.table)
        column.addStretch()
        self.show_health(None, None)

    def show_health(self, step: int | None, rows: "Sequence[LayerHealth] | None") -> None:
        """Show what was measured at `step`; None: nothing yet."""
        if step is None or rows is None:
            self._title.set_text(self.tr("Layers"))
            rows = None
        else:
            self._title.set_text(self.tr("Layers at step {0:,}").format(step))
        self.table.set_rows(rows)
