"""The card below the picture: the lesson in words, the sum of the stop on view, counts, the line of PyTorch."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.pages.lab.controller import LabController
from gui.pages.lab.lesson_words import LessonWords
from gui.pages.lab.number_line import NumberLine
from gui.style import theme
from gui.widgets.controls import button, fill, label
from model.convolution import Pixel
from model.lab.questions import size_working, written

MANY = 9  # products; more are shown as sums


class LabText(QFrame):
    """Words and the formula; follows the controller."""

    def __init__(self, controller: LabController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labText")
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._controller = controller
        self._words = LessonWords(self)
        self._short = False
        self._lesson = label("", "", "labLesson", wrap=True)
        self.formula = NumberLine("labFormula", 13, QPalette.ColorRole.AlternateBase)
        self._counts = label("", "dim", "labCounts", wrap=True)
        self._counts.setToolTip(self.tr("⌊(n + 2·padding − dilation·(kernel_size − 1) − 1) / stride⌋ + 1"))
        self.code = label("", "code", "labCode", wrap=True)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(5)
        fill(column, self._lesson, self.formula, self._counts)
        column.addStretch(1)
        column.addLayout(self._code_row())
        controller.lab_changed.connect(self._show)
        controller.stop_changed.connect(self._show_stop)
        self.set_pixels(13)
        self._show()

    def _code_row(self) -> QHBoxLayout:
        tip = self.tr("Put this line on the clipboard, ready for your own program")
        row = QHBoxLayout()
        row.addWidget(self.code, 1)
        row.addWidget(button("copyConv2d", self.tr("Copy"), tip, self._on_copy, "small"), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def set_pixels(self, pixels: int) -> None:
        """Write in a font of that many pixels."""
        self.setStyleSheet(
            f'QLabel, QPushButton {{ font-size: {pixels}px }} QLabel[role="dim"] {{ font-size: {pixels - 1}px }} '
            f'QLabel[role="code"] {{ font-size: {pixels - 1}px }}'
        )
        self.formula.set_pixels(pixels)

    def set_short(self, short: bool) -> None:
        """Leave out what the sliders and pictures say too: the page is small."""
        self._short = short
        self._counts.setVisible(not short)
        self._show_code()

    def _show_code(self) -> None:
        code = self._controller.lab.code
        if self._short:  # lines break at spaces, which the beginning has none of
            code = code.replace("Sequential(", "Sequential(\n").replace("(in_channels", "(\nin_channels")
        self.code.setText(code)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other breaks of lines."""
        super().resizeEvent(event)
        self._keep_whole()

    def event(self, event: QEvent) -> bool:
        """Other words or fonts need other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._keep_whole()
        return super().event(event)

    def _keep_whole(self) -> None:
        """With large texts the page scrolls rather than cut the words."""
        column = self.layout()
        if theme.scaled(100) > 100 and column is not None:
            self.setMinimumHeight(column.totalHeightForWidth(self.width()))

    # -- showing ------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """Everything anew."""
        controller, lab = self._controller, self._controller.lab
        book = controller.book
        self._lesson.setText(self._words.lesson(book.key, lab, controller.out_channel, book.depth))
        self._counts.setText(self._counted())
        self._show_code()
        self._show_stop()
        self.formula.forget_height(2 if 4 < lab.kernels * lab.kernel_size**2 <= MANY else 1)
        self.formula.setVisible(book.key != "receptive field")  # where no stop is on view

    def _counted(self) -> str:
        lab = self._controller.lab
        k, n = lab.kernel_size, lab.out_size
        each = lab.in_channels if lab.groups == 1 else f"{lab.in_channels}/{lab.groups}"
        parts = [
            size_working(lab),
            self.tr("output {0} × {1} × {1}").format(lab.out_channels, n),
            self.tr("weights {0}·{1}·{2}·{2} = {3}").format(lab.out_channels, each, k, lab.weights),
            self.tr("biases {0} → {1} parameters").format(lab.biases, lab.weights + lab.biases),
            self.tr("{0} · {1}·{1} = {2:,} multiply-adds").format(lab.weights, n, lab.multiply_adds),
        ]
        return " · ".join(part.replace(" ", "\u00a0") for part in parts[:1]) + " · " + " · ".join(parts[1:])

    def _show_stop(self) -> None:
        controller = self._controller
        pixel = controller.pixel()
        place = f"out[{pixel.out_channel}, {pixel.row}, {pixel.column}] ="
        if controller.asking:
            self.formula.show_words(place, "?", strong=True)
            return
        parts = self._parts(pixel)
        if controller.lab.bias is not None:
            parts.append(self.tr("bias ({0})").format(written(pixel.bias, sign=True)))
        terms = [f"{part} +" for part in parts[:-1]] + [f"{parts[-1]} ="]
        self.formula.show_words(place, *terms, written(pixel.conv), strong=True)

    def _parts(self, pixel: Pixel) -> list[str]:
        """The products one by one where there are few, else the sum of each channel."""
        if pixel.products.size > MANY or self._controller.in_pixels:
            return [f"({written(total, sign=True)})" for total in pixel.sums]
        pairs = zip(pixel.patch.ravel(), pixel.kernel.ravel(), strict=True)
        return [f"{written(number)}·{_in_brackets(weight)}" for number, weight in pairs]

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._controller.lab.code)


def _in_brackets(number: float) -> str:
    text = written(number)
    return f"({text})" if text.startswith("-") else text
