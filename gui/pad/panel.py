"""The left column of "Look inside": the pad with its tools, what the network sees, and the answer."""

import math

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from gui.pad.hints import PadHints
from gui.pad.pad import DrawingPad
from gui.pad.pad_menu import PadMenu
from gui.pad.picture_files import PictureFiles
from gui.pad.steps_dialog import StepsDialog
from gui.pad.teach_row import TeachRow
from gui.session.session import Session
from gui.storage.settings import BRUSH_RANGE
from gui.style import theme
from gui.widgets import class_names
from gui.widgets.bars_view import BarsView
from gui.widgets.context_menu import ContextMenu
from gui.widgets.controls import button, fill, label
from gui.widgets.elided import Elided
from gui.widgets.explain import explain
from gui.widgets.number_text import as_text
from gui.widgets.side_column import MARGIN
from gui.widgets.tile_view import Frame, TileView
from model.convolution import Window
from model.drawing.raster import Raster
from model.look.snapshot import Snapshot

NARROWEST = 292  # pixels: all words are whole
DIGIT = 84  # pixels: height of the answer


class DrawingPanel(QFrame):
    """Pen, eraser, undo, redo, clear, brush; the 28 × 28 image; the digit and ten probabilities."""

    brush_changed = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideColumn")
        self.setAccessibleName(self.tr("Drawing and answer"))
        self.setMinimumWidth(theme.room(NARROWEST))
        self._session = session
        self.pad = DrawingPad(session.drawing)
        self.pictures = PictureFiles(session, self)
        PadMenu(self.pad, session, self.pictures)
        self.pad.picture_dropped.connect(self.pictures.put)
        self.pad.digit_chosen.connect(session.display.digits.choose)
        session.display.digits.changed.connect(self._on_digits_changed)
        self._steps = StepsDialog(session, self)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 12)
        column.setSpacing(9)
        column.addWidget(self.pad, 100)  # before the space at the bottom
        column.addLayout(self._tools())
        column.addLayout(self._brush())
        column.addLayout(self._seen())
        column.addLayout(self._answer())
        self.teach = TeachRow(session)
        column.addSpacing(4)
        column.addWidget(self.teach)
        column.addStretch(1)
        session.display.snapshot_changed.connect(self._on_snapshot_changed)
        self.set_brush(session.settings.brush)
        self.set_pressure(session.settings.pressure)
        explain(self, PadHints(self).all())

    # -- sizes --------------------------------------------------------------------------------------------------

    def width_for(self, height: int) -> int:
        """The greatest width at which the pad is as high as it is wide and all the rest has room below it."""
        rest = self._column.sizeHint().height() - self.pad.sizeHint().height() - self.image.height()
        width = theme.room(NARROWEST)
        while width + MARGIN < height and width - 2 * MARGIN + rest + _image_side(width, height) <= height:
            width += 2
        return width

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Let the pad, and what the network sees, be as large as the width allows."""
        self.pad.setMaximumHeight(self.width() - 2 * MARGIN)
        side = _image_side(self.width(), self.height())
        self.image.setFixedSize(side, side)

    # -- building -----------------------------------------------------------------------------------------------

    def _tools(self) -> QHBoxLayout:
        self._pen = button("penButton", self.tr("Pen"), self.tr("Draw (P)"), self._on_tool, checkable=True)
        self._eraser = button(
            "eraserButton", self.tr("Eraser"), self.tr("Take ink away (E); the right mouse button erases too"),
            self._on_tool, checkable=True,
        )  # fmt: skip
        self._group = QButtonGroup(self)
        for tool in (self._pen, self._eraser):
            self._group.addButton(tool)
        self._pen.setChecked(True)
        stack = self._session.drawing.undo_stack
        self._undo = button("undoButton", self.tr("Undo"), self.tr("Take back the last stroke (Ctrl+Z)"), stack.undo)
        self._redo = button("redoButton", self.tr("Redo"), self.tr("Bring it back (Ctrl+Shift+Z)"), stack.redo)
        clear = button(
            "clearButton",
            self.tr("Clear"),
            self.tr("Empty the pad (Delete); can be undone"),
            self._session.drawing.clear,
        )
        self._undo.setEnabled(stack.canUndo())
        self._redo.setEnabled(stack.canRedo())
        stack.canUndoChanged.connect(self._undo.setEnabled)
        stack.canRedoChanged.connect(self._redo.setEnabled)
        row = QHBoxLayout()
        row.setSpacing(5)
        for widget in (self._pen, self._eraser, self._undo, self._redo, clear):
            widget.setStyleSheet("padding: 5px 2px;")
            row.addWidget(widget, 1)
        return row

    def _brush(self) -> QHBoxLayout:
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("brushSlider")
        self._slider.setAccessibleName(self.tr("Brush size"))
        self._slider.setToolTip(self.tr("Width of the pen; the keys [ and ] make it thinner and thicker"))
        self._slider.setRange(*BRUSH_RANGE)
        self._slider.setPageStep(4)
        self._slider.valueChanged.connect(self.set_brush)
        self._size = label("", "code")
        self._size.setFixedWidth(theme.room(24))
        self._size.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        fill(row, label(self.tr("Brush"), "dim"), self._slider, self._size)
        return row

    def _seen(self) -> QHBoxLayout:
        self.image = TileView(
            "networkImage",
            self.tr("What the network sees"),
            self.tr("The 28 × 28 numbers the first layer reads, 0 (black) to 1 (white)"),
            largest=10,
        )
        self.image.setFixedSize(3 * 28, 3 * 28)
        self.image.set_blank((1, 28, 28))
        self._seen_text = Elided("dim", "seenText"), Elided("dim", "seenTextMore")
        self._show_steps(None, whole=False)
        self._seen_value = label(self.tr("28 × 28, values 0 … 1"), "dim")
        link = button(
            "stepsButton", self.tr("Show the steps"), self.tr("How your ink becomes this image, as MNIST was made"),
            self._steps.open_beside, "link",
        )  # fmt: skip
        words = QVBoxLayout()
        words.setSpacing(1)
        title = label(self.tr("What the network sees"), "title")
        fill(words, title, *self._seen_text, self._seen_value, link)
        words.setAlignment(link, Qt.AlignmentFlag.AlignLeft)
        words.addStretch()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.image, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        ContextMenu(self.image, self._numbers)
        self.image.hovered.connect(self._on_image_hovered)
        self.image.left.connect(self._on_image_left)
        return row

    def _answer(self) -> QHBoxLayout:
        self.digit = label("", "", "answerDigit")
        self.digit.setAccessibleName(self.tr("The network's answer"))
        font = QFont(self.font())
        font.setPixelSize(DIGIT)
        font.setBold(True)
        self.digit.setFont(font)
        self.digit.setStyleSheet(f"font-size: {DIGIT}px;")
        self.digit.setProperty("role", "strong")
        self.digit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.status = label("", "dim", "answerStatus")
        self.status.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.status.setFixedHeight(theme.room(36))  # two lines, also where it says nothing: no answer moves the pad
        self.bars = BarsView(
            "probabilities",
            self.tr("Probabilities of the ten digits"),
            self.tr("How likely the network finds each digit; together they make 100 %"),
        )
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addStretch(1)
        fill(left, self.digit, self.status)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addLayout(left, 2)
        row.addWidget(self.bars, 5)
        self.bars.setMaximumHeight(theme.room(190))
        self.digit.setMinimumWidth(78)
        return row

    # -- showing ------------------------------------------------------------------------------------------------

    def _on_snapshot_changed(self, snapshot: Snapshot) -> None:
        digit, data = snapshot.digit, snapshot.weights.data
        class_names.show_answer(self.digit, snapshot.answer_name, DIGIT, self.digit.minimumWidth())
        self._show_steps(snapshot.drawn, whole=not data.digits)
        self.pad.hint = self.tr("draw a digit") if data.digits else self.tr("draw, or drop a picture")
        if snapshot.image is None:
            self.image.set_blank((1, 28, 28))
            status = self.pad.hint
        else:
            self.image.set_tiles(snapshot.image[None], "ink", 0.0, 1.0)
            status = self.tr("not sure") if digit is None else ""
            if self._session.display.digits.seen:
                all_of_them = " ".join(
                    "?" if s.digit is None else str(s.digit) for s in self._session.display.digits.seen
                )
                status = "\n".join(filter(None, (status, self.tr("of {0}").format(all_of_them))))
        self.status.setText(status)
        self.bars.set_values(snapshot.probabilities, digit, snapshot.classes)

    def _show_steps(self, drawn: Raster | None, whole: bool) -> None:
        """Say in two lines how the image came about."""
        if whole:
            text = self.tr("the whole pad,\nas it lies")
        elif drawn is None or drawn.turn is None:
            text = self.tr("cropped → 20 × 20,\nmass in the middle")
        else:
            text = self.tr("turned by {0:+.0f}°, cropped →\n20 × 20, mass in the middle")
            text = text.format(math.degrees(drawn.turn.angle))
        for line, part in zip(self._seen_text, text.partition("\n")[::2], strict=True):
            line.set_text(part)

    def _on_digits_changed(self) -> None:
        self.pad.show_digits(self._session.display.digits.seen)

    def show_field(self, read: Window | list[Window] | None) -> None:
        """Frame on image and drawing what the pixel under the pointer reads; of two that are compared, B's then A's."""
        windows = [] if read is None else read if isinstance(read, list) else [read]
        letters = "BA" if len(windows) > 1 else ("",)
        self.image.outline(*(Frame(each, 0, letter) for each, letter in zip(windows, letters, strict=False)))
        drawn = self._session.display.snapshot.drawn if self._session.display.snapshot else None
        self.pad.outline(*([] if drawn is None else [drawn.on_ink(each) for each in windows]))

    def _numbers(self, _at: QPoint) -> str:
        snapshot = self._session.display.snapshot
        return "" if snapshot is None or snapshot.image is None else as_text(snapshot.image)

    def _on_image_hovered(self, _tile: int, row: int, column: int) -> None:
        snapshot = self._session.display.snapshot
        if snapshot is None or snapshot.image is None:
            return
        text = self.tr("row {0}, column {1}: {2:.2f}").format(row, column, snapshot.image[row, column])
        self._seen_value.setText(text)
        if snapshot.drawn is not None:
            self.pad.outline(snapshot.drawn.on_ink(Window(row, column, row + 1, column + 1)))

    def _on_image_left(self) -> None:
        self._seen_value.setText(self.tr("28 × 28, values 0 … 1"))
        self.pad.outline()

    # -- tools --------------------------------------------------------------------------------------------------

    def _on_tool(self) -> None:
        self.pad.eraser = self._eraser.isChecked()

    def use_pen(self) -> None:
        """Draw from now on."""
        self._pen.setChecked(True)
        self._on_tool()

    def use_eraser(self) -> None:
        """Erase from now on."""
        self._eraser.setChecked(True)
        self._on_tool()

    def set_brush(self, width: int) -> None:
        """Set the pen's width in pad units; values beyond the range become its ends."""
        width = min(max(width, BRUSH_RANGE[0]), BRUSH_RANGE[1])
        self.pad.brush = float(width)
        self._slider.setValue(width)
        self._size.setText(str(width))
        self._session.settings.brush = width
        self.pad.update()

    def thinner(self) -> None:
        """Make the pen two units thinner."""
        self.set_brush(int(self.pad.brush) - 2)

    def thicker(self) -> None:
        """Make the pen two units thicker."""
        self.set_brush(int(self.pad.brush) + 2)

    def set_pressure(self, on: bool) -> None:
        """Let a tablet's pressure change the pen's width, or not."""
        self.pad.pressure_matters = on
        self._session.settings.pressure = on


def _image_side(width: int, height: int) -> int:
    """The side of what the network sees: a third of the width and a fifth of the height, in whole pixels a number."""
    return 28 * max(int(min(0.34 * width, 0.2 * height)) // 28, 3)
