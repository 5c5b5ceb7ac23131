"""Two settings side by side on the same input: the one that was frozen, and the one on the bench."""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.pages.lab.cells import READABLE, Cells
from gui.pages.lab.controller import LabController
from gui.pages.lab.grid import GridView
from gui.pages.lab.words import LabWords
from gui.style import theme
from gui.widgets.lines_view import CENTRED
from model.convolution import Window, pad
from model.lab.lab import Lab
from model.lab.questions import written

GAP, LARGEST, ABOVE = 24, 160, 8  # pixels: between the halves, of a cell at most, and around the settings


class CompareView(QWidget):
    """The frozen layer at the left, the present one at the right; each with its input and the output of a filter.

    Pointing at either input lights the outputs of both that the cell goes into; `pointed` carries words about a cell.
    """

    pointed = Signal(str)

    def __init__(self, controller: LabController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labCompare")
        self._controller = controller
        self._words = LabWords(self)
        self._lit: tuple[int, int] | None = None  # the input cell pointed at
        self._title = 30  # pixels above the grids
        self._titles: list[tuple[QRect, str]] = []
        names = (
            (self.tr("Input, frozen setting"), self.tr("Input, setting of now")),
            (self.tr("Output, frozen setting"), self.tr("Output, setting of now")),
        )
        tip = self.tr("Pointing at a cell shows in both settings which outputs it goes into.")
        self.inputs = [GridView(f"compareInput{n}", names[0][n], tip, False, self) for n in range(2)]
        tip = self.tr("What this setting makes of the input. Pointing at a cell shows what it reads.")
        self.outputs = [GridView(f"compareOutput{n}", names[1][n], tip, False, self) for n in range(2)]
        self._here: list[tuple[int, int] | None] = [None, None]  # the output cells pointed at
        for number, (read, made) in enumerate(zip(self.inputs, self.outputs, strict=True)):
            read.setProperty("half", number)
            made.setProperty("half", number)
            read.hovered.connect(self._on_input_hovered)
            made.hovered.connect(self._on_output_hovered)
            read.left.connect(self._on_left)
            made.left.connect(self._on_left)
        controller.lab_changed.connect(self._show)
        controller.stop_changed.connect(self._show_stop)

    def set_pixels(self, pixels: int) -> None:
        """Write in a font of that many pixels."""
        self.setStyleSheet(f"font-size: {pixels}px")
        self._show()

    def minimumSizeHint(self) -> QSize:
        """Less than it likes."""
        return QSize(300, 160)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Choose the cells' size anew."""
        self._show()

    def showEvent(self, _event: object) -> None:
        """Catch up with what changed meanwhile."""
        self._show()

    def _labs(self) -> tuple[Lab, Lab] | None:
        frozen = self._controller.frozen
        return None if frozen is None or not self.isVisible() else (frozen, self._controller.lab)

    def _show(self) -> None:
        labs = self._labs()
        if labs is None:
            return
        self._lit, self._here = None, [None, None]
        width = (self.width() - GAP) // 2
        said = [
            words.format(self._words.layer(lab))
            for words, lab in zip((self.tr("frozen: {0}"), self.tr("now: {0}")), labs, strict=True)
        ]
        room, metrics = QRect(0, 0, width, self.height()), QFontMetrics(self.font())
        self._title = max(metrics.boundingRect(room, int(CENTRED), text).height() for text in said) + ABOVE
        height = self.height() - self._title
        cells = max(lab.size + 2 * lab.padding + lab.out_size for lab in labs)
        tall = max(max(lab.size + 2 * lab.padding, lab.out_size) for lab in labs)
        side = max(min((width - 40) // cells, height // tall, LARGEST), 2)
        self._titles = []
        for number, (lab, text) in enumerate(zip(labs, said, strict=True)):
            left = number * (width + GAP)
            self._titles.append((QRect(left, 0, width, self._title), text))
            self._show_half(number, lab, side, left, width)
        self._show_stop()
        self.update()

    def _show_half(self, number: int, lab: Lab, side: int, left: int, width: int) -> None:
        channel, out_channel = self._channels(lab)
        padded = pad(lab.image, lab.padding)[channel]
        pixels = self._controller.in_pixels or side < READABLE
        begins = tuple(place + lab.padding for place in lab.begins()) if lab.stride > 1 else ()
        unread = tuple(place + lab.padding for place in lab.unread())
        table, high = ("grey", max(float(lab.image.max()), 9.0)) if lab.picture is None else ("ink", 1.0)
        read, made = self.inputs[number], self.outputs[number]
        read.show_cells(Cells(padded, table, 0.0, high, lab.padding, begins, unread, pixels=pixels), side)
        span = max(float(abs(lab.output).max()), 1e-9)
        colours = "diverging" if pixels else "plain"
        made.show_cells(Cells(lab.output[out_channel], colours, -span, span, pixels=pixels), side)
        middle = self._title + (self.height() - self._title) // 2
        across = left + max((width - read.width() - made.width() - 40) // 2, 0)
        read.move(across, max(middle - read.height() // 2, self._title))
        made.move(across + read.width() + 40, max(middle - made.height() // 2, self._title))
        self._titles.append((QRect(across + read.width(), middle - 20, 40, 40), "→"))

    def _channels(self, lab: Lab) -> tuple[int, int]:
        """The input and the output channel that are shown of `lab`."""
        out_channel = min(self._controller.out_channel, lab.out_channels - 1)
        return lab.first_channel(out_channel), out_channel

    def _show_stop(self) -> None:
        """Both kernels stand around the same place of the input."""
        labs = self._labs()
        if labs is None:
            return
        top, left, bottom, right = self._controller.stop.window
        place = (top + bottom - 1) // 2, (left + right - 1) // 2
        for number, lab in enumerate(labs):
            stop = self._controller.shown if number else lab.nearest_stop(*place)
            if self._here[number] is not None:
                row, column = self._here[number] or (0, 0)
                stop = row * lab.out_size + column
            row, column, window = lab.stop(stop)
            self.inputs[number].mark(Window(*(edge + lab.padding for edge in window)), dilation=lab.dilation)
            lit = frozenset() if self._lit is None else frozenset(lab.goes_into(*self._lit))
            self.outputs[number].mark(Window(row, column, row + 1, column + 1), lit=lit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The settings above each half."""
        painter, colours = QPainter(self), theme.current()
        painter.setFont(self.font())
        for number, (rect, text) in enumerate(self._titles):
            painter.setPen(QColor(colours.series if number < 2 else colours.accent))
            painter.drawText(rect, int(CENTRED), text)
        painter.setPen(QColor(colours.line))
        painter.drawLine(self.width() // 2, 0, self.width() // 2, self.height())
        painter.end()

    # -- pointing -----------------------------------------------------------------------------------------------

    def _half(self) -> int:
        view = self.sender()
        return int(view.property("half")) if isinstance(view, GridView) else 0

    def _on_input_hovered(self, row: int, column: int) -> None:
        labs = self._labs()
        if labs is None:
            return
        lab = labs[self._half()]
        row, column = row - lab.padding, column - lab.padding
        self._lit, self._here = (row, column), [None, None]
        counts = [len(each.goes_into(row, column)) for each in labs]
        self.pointed.emit(self.tr("goes into {0} and {1}").format(*counts))
        self._controller.hover(self._controller.lab.nearest_stop(row, column))
        self._show_stop()

    def _on_output_hovered(self, row: int, column: int) -> None:
        labs = self._labs()
        if labs is None:
            return
        half = self._half()
        self._here[half] = (row, column)
        value = labs[half].output[self._channels(labs[half])[1], row, column]
        self.pointed.emit(self.tr("out[{0}, {1}] = {2}").format(row, column, written(value, digits=3)))
        self._show_stop()

    def _on_left(self) -> None:
        self._lit, self._here = None, [None, None]
        self._controller.hover(None)
        self.pointed.emit("")
        self._show_stop()
