"""The card below the bench: the lesson's sentences, the sum of the stop on view, and the line of PyTorch."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.pages.lab.controller import LabController
from gui.pages.lab.number_line import NumberLine
from gui.pages.lab.words import LabWords
from gui.style import theme
from gui.widgets.controls import button, label
from model.convolution import Pixel
from model.lab.lessons import written

READOUT = 190  # pixels: in[2, 63, 63] = 0.123


class LabText(QFrame):
    """Words and the formula; follows the controller."""

    def __init__(self, controller: LabController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labText")
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._controller = controller
        self._words = LabWords(self)
        self._lesson = label("", "", "labLesson", wrap=True)
        self.formula = NumberLine("labFormula", 13, QPalette.ColorRole.AlternateBase)
        self._movement = label("", "dim", "labMovement", wrap=True)
        self.code = label("", "code", "labCode", wrap=True)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(5)
        self.readout = NumberLine("labReadout", 12, QPalette.ColorRole.AlternateBase)
        self.readout.setFixedWidth(READOUT)
        line = QHBoxLayout()
        line.addWidget(self.formula, 1)
        line.addWidget(self.readout, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._lesson)
        column.addLayout(line)
        column.addWidget(self._movement)
        row = QHBoxLayout()
        row.addWidget(self.code, 1)
        tip = self.tr("Put this line on the clipboard, ready for your own program")
        row.addWidget(button("copyConv2d", self.tr("Copy"), tip, self._on_copy, "small"))
        column.addLayout(row)
        self.code.setFont(theme.monospaced(theme.scaled(12)))
        controller.lab_changed.connect(self._show)
        controller.stop_changed.connect(self._show_stop)
        self._show()

    def _show(self) -> None:
        """Everything anew."""
        lab = self._controller.lab
        self._lesson.setText(self._words.lesson(self._controller.lesson))
        self._movement.setText(self._words.movement(lab))
        self.code.setText(lab.code)
        self._show_stop()
        self.formula.forget_height()

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
        if pixel.products.size > 9 or self._controller.in_pixels:
            return [f"({written(total, sign=True)})" for total in pixel.sums]
        pairs = zip(pixel.patch.ravel(), pixel.kernel.ravel(), strict=True)
        return [f"{written(number)}·{_in_brackets(weight)}" for number, weight in pairs]

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.code.text())


def _in_brackets(number: float) -> str:
    text = written(number)
    return f"({text})" if text.startswith("-") else text
