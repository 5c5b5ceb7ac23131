"""What your ink does, measured: the lead if a spot were erased, and if a spot were drawn."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.pages.why.card import Evidence, WhyCard
from gui.pages.why.ink_map import InkMap
from gui.session.explanation import Explanation
from gui.session.why import Why
from gui.style import colors, theme
from gui.style.glyphs import advance, face
from gui.widgets.class_names import short
from gui.widgets.controls import button, label
from model.convolution import Window

if TYPE_CHECKING:
    from model.why.spots import Spot

SMALL = 11  # pixels of the words beside the colours


class Legend(QWidget):
    """For which digit the two ends of the colours speak."""

    BAR = 120, 8  # pixels
    NAME = 10  # characters of a class's name

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._words = "", ""
        data = colors.table("lead").tobytes()
        self._bar = QImage(data, colors.LEVELS, 1, 3 * colors.LEVELS, QImage.Format.Format_RGB888).copy()

    def show_digits(self, answer: str, rival: str) -> None:
        """Blue speaks for `rival`, amber for `answer`."""
        words = (
            self.tr("speaks for {0}").format(short(rival, self.NAME)),
            self.tr("for {0}").format(short(answer, self.NAME)),
        )
        if words != self._words:
            self._words = words
            self.setAccessibleName(", ".join(words))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Words, bar, words."""
        return QSize(self._wide() + self.BAR[0], theme.room(18))

    def minimumSizeHint(self) -> QSize:
        """The words and some of the bar."""
        return QSize(self._wide() + 20, theme.room(18))

    def _wide(self) -> int:
        return sum(advance(words, theme.scaled(SMALL)) for words in self._words) + 18

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words, bar, words."""
        colours = theme.current()
        painter = QPainter(self)
        painter.setFont(face(theme.scaled(SMALL)))
        left, right = (advance(words, theme.scaled(SMALL)) for words in self._words)
        wide = min(self.BAR[0], self.width() - left - right - 16)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(QColor(colours.series))
        painter.drawText(QRectF(0, 0, left, self.height()), middle, self._words[0])
        bar = QRectF(left + 8, (self.height() - self.BAR[1]) / 2, wide, self.BAR[1])
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(bar, self._bar)
        painter.setPen(QColor(colours.accent))
        painter.drawText(QRectF(bar.right() + 8, 0, right + 2, self.height()), middle, self._words[1])
        painter.end()


class InkCard(WhyCard):
    """Two maps. `field_changed` carries the Window of the image that is pointed at, or None."""

    field_changed = Signal(object)
    _best: "tuple[Spot | None, Spot | None]" = None, None

    def __init__(self, why: Why) -> None:
        super().__init__(why, "inkCard", Evidence.MEASURED)
        self.follow(self._show, why.spots.changed)
        self.name_it(self.tr("What your ink does"), self.tr("measured"))
        self.erased = InkMap(
            "erasedMap", self.tr("If a spot were erased"),
            self.tr("How the lead changes if this spot alone were erased. Click: erase it on the pad; can be undone."),
        )  # fmt: skip
        self.drawn = InkMap(
            "drawnMap", self.tr("If a spot were drawn"),
            self.tr("How the lead changes if this spot alone were drawn. Click: draw it on the pad; can be undone."),
        )  # fmt: skip
        self._legend = Legend()
        self._untrained = button(
            "untrainedButton", self.tr("Try it on an untrained network"),
            self.tr(
                "The same maps for a network of the same layers with weights by chance, which has nothing to explain. "
                "They look different: so the maps tell of what was learned."
            ),
            None, "link", checkable=True,
        )  # fmt: skip
        self._untrained.toggled.connect(self._on_untrained)
        self._build()
        for view in (self.erased, self.drawn):
            view.pointed.connect(self._on_pointed)
            view.left.connect(self._on_left)
        self.erased.clicked.connect(self._on_erase)
        self.drawn.clicked.connect(self._on_draw)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        words = (self.tr("If a spot were <b>erased</b>"), self.tr("If a spot were <b>drawn</b>"))
        for text, view in zip(words, (self.erased, self.drawn), strict=True):
            inner = QVBoxLayout()
            inner.setSpacing(3)
            above = label("", "dim")
            above.setTextFormat(Qt.TextFormat.RichText)
            above.setText(text)
            inner.addWidget(above)
            inner.addWidget(view, 1)
            row.addLayout(inner, 1)
        self.column.addLayout(row, 1)
        below = QHBoxLayout()
        below.addWidget(self._legend, 1)
        below.addWidget(self._untrained)
        self.column.addLayout(below)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both maps in the same size."""
        super().resizeEvent(event)
        self.column.activate()
        self.erased.most = self.drawn.most = min(self.erased.room, self.drawn.room)

    # -- showing ------------------------------------------------------------------------------------------------

    def _show(self, now: Explanation) -> None:
        """The spots measured so far; where none is, those of its neighbours or of the drawing before, faint."""
        from model.why.spots import erasable, filled, strongest

        spotting = self.why.spots
        meter, earlier, image = spotting.meter, spotting.earlier, now.snapshot.image
        if meter is None or image is None:
            return
        spots = meter.spots
        nothing = np.full_like(spots.erased, np.nan)
        before = nothing if earlier is None else earlier.spots.drawn
        guess = nothing if meter.done else filled(spots.erased, erasable(image))
        sizes = np.abs(np.concatenate([each[~np.isnan(each)] for each in (spots.erased, spots.drawn, before)]))
        span = max(float(sizes.max(initial=0.0)), 1e-6)
        self.erased.show_map(image, -spots.erased, -guess, span)
        self.drawn.show_map(image, spots.drawn, nothing if meter.done else before, span)
        self._best = strongest(spots) if meter.done else (None, None)
        self._legend.show_digits(now.answer, now.rival)
        self._say()
        words = self.tr("measured · {0} runs").format(meter.runs) if meter.done else self.tr("measuring…")
        self.badge.say(self.tr("an untrained network") if spotting.untrained else words)

    def _say(self) -> None:
        """Beside the spot that is pointed at, else beside the strongest: the lead that would be left."""
        meter = self.why.spots.meter
        if meter is None or meter.lead is None:
            return
        spots = meter.spots
        templates = self.tr("without it: lead {0}"), self.tr("with it: lead {0}")
        views = (self.erased, spots.erased, self._best[0]), (self.drawn, spots.drawn, self._best[1])
        for (view, changes, best), words in zip(views, templates, strict=True):
            ring = None if best is None else (best.row, best.column)
            at = view.at or ring
            if at is None or np.isnan(changes[at]):
                view.say(None, "")
            else:
                view.say(ring, words.format(f"{meter.lead + changes[at]:.1f}"))

    def _on_pointed(self, row: int, column: int) -> None:
        self._say()
        self.field_changed.emit(Window(row, column, row + 1, column + 1))

    def _on_left(self) -> None:
        self._say()
        self.field_changed.emit(None)

    # -- trying -------------------------------------------------------------------------------------------------

    def _on_erase(self, row: int, column: int) -> None:
        self._try(row, column, True)

    def _on_draw(self, row: int, column: int) -> None:
        self._try(row, column, False)

    def _try(self, row: int, column: int, erase: bool) -> None:
        now = self.why.now
        if now is not None and now.snapshot.drawn is not None:
            from model.why.strokes import spot_stroke

            self.why.searches.do(spot_stroke(now.snapshot.drawn, row, column, erase))

    def _on_untrained(self, on: bool) -> None:
        self._untrained.setText(
            self.tr("Back to the network on display") if on else self.tr("Try it on an untrained network")
        )
        self.why.spots.try_untrained(on)
