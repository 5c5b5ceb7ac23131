"""The right card of the lab: the output's maps, its size and counts, the check against PyTorch, and the question."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from gui.pages.lab.cells import READABLE, Cells
from gui.pages.lab.controller import LabController
from gui.pages.lab.grid import GridView
from gui.pages.lab.words import LabWords
from gui.widgets.color_bar import ColorBar
from gui.widgets.controls import button, fill, label, restyle
from model.convolution import Window
from model.lab.lab import EQUAL
from model.lab.lessons import size_working, written
from model.lab.settings import RANGES

NARROW, WIDE, MARGIN = 280, 340, 14
LARGEST = 60  # pixels a cell
SMALLEST = 84  # pixels that the map has at least


class LabOutput(QFrame):
    """The feature map on view, as far as the kernels have come or whole; `pointed` carries words about a cell."""

    pointed = Signal(str)

    def __init__(self, controller: LabController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labOutput")
        self.setProperty("role", "card")
        self.setFixedWidth(NARROW)
        self._controller = controller
        self._words = LabWords(self)
        self.map = GridView(
            "labMap", self.tr("Output, feature map"),
            self.tr("Each cell is one stop of the kernels. Click one, or use the arrow keys, to go there."),
        )  # fmt: skip
        self.map.cursor_follows = True
        self.map.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._bar = ColorBar("labMapColours", "diverging")
        self._size = label("", "", "labSize", wrap=True)
        self._counts = label("", "dim", "labCounts", wrap=True)
        self.check = label("", "good", "labCheck", wrap=True)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 10, MARGIN, 12)
        column.setSpacing(6)
        column.addLayout(self._header())
        column.addLayout(self._filter_row())
        fill(column, self.map, self._bar, self._size, self._counts, self.check)
        column.addStretch(1)
        column.addWidget(self._build_question())
        self.map.hovered.connect(self._on_hovered)
        self.map.left.connect(self._on_left)
        self.map.clicked.connect(self._on_clicked)
        controller.lab_changed.connect(self._show)
        controller.stop_changed.connect(self._show_stop)
        controller.question_changed.connect(self._show_question)
        self._show()
        self._show_question()

    # -- building -----------------------------------------------------------------------------------------------

    def _header(self) -> QHBoxLayout:
        self._whole = QCheckBox(self.tr("show all"))
        self._whole.setObjectName("wholeOutput")
        self._whole.setProperty("role", "dim")
        self._whole.setAccessibleName(self.tr("Show the whole output"))
        self._whole.setToolTip(self.tr("Show every output cell at once instead of only those the kernels have reached"))
        self._whole.toggled.connect(self._controller.show_whole)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Output · feature map"), "dim"))
        row.addStretch()
        row.addWidget(self._whole)
        return row

    def _filter_row(self) -> QHBoxLayout:
        self._filters = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(5)
        for number in range(RANGES["out_channels"][1]):
            tip = self.tr("Filter {0}: its kernels, its bias and the map it makes").format(number)
            made = button(f"labFilter{number}", self.tr("filter {0}").format(number), tip, None, "small", True)
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._filters.addButton(made, number)
            row.addWidget(made)
        self._filters.idClicked.connect(self._controller.show_filter)
        return row

    def _build_question(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        self._question = label("", "", "labQuestion", wrap=True)
        self.answer = QLineEdit()
        self.answer.setObjectName("labAnswer")
        self.answer.setAccessibleName(self.tr("Your answer"))
        self.answer.setPlaceholderText(self.tr("your answer"))
        self.answer.setToolTip(self.tr("Type a number and press Return; the working is shown"))
        self.answer.returnPressed.connect(self._on_answer)
        self.answer.textEdited.connect(self._on_answer_edited)
        row = QHBoxLayout()
        row.setSpacing(5)
        row.addWidget(self.answer, 1)
        tip = self.tr("Compare your answer and see how it comes about")
        row.addWidget(button("labAnswerButton", self.tr("Answer"), tip, self._on_answer, "small"))
        self.verdict = label("", "strong", "labVerdict", wrap=True)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Question"), "dim"))
        head.addStretch()
        tip = self.tr("Asks how large the output is for settings by chance")
        head.addWidget(button("labQuizSize", self.tr("quiz: output size"), tip, self._controller.ask_size, "small"))
        column.addLayout(head)
        column.addWidget(self._question)
        column.addLayout(row)
        column.addWidget(self.verdict)
        return part

    # -- showing ------------------------------------------------------------------------------------------------

    def _side(self) -> int:
        """How large a cell of the map can be beside everything else in the card, in pixels."""
        rest = self._column.totalHeightForWidth(self.width()) - self.map.height()
        bar = self._bar.sizeHint().height() + self._column.spacing()
        rest -= 0 if self._bar.isHidden() else bar
        size, across = self._controller.lab.out_size, self.width() - 2 * MARGIN - 2
        side = min(across, max(self.height() - rest, SMALLEST)) // size
        if side < READABLE or self._controller.in_pixels:  # colours, so the bar with their numbers as well
            side = min(across, max(self.height() - rest - bar, SMALLEST)) // size
        return max(min(side, LARGEST), 2)

    def set_wide(self, wide: bool) -> None:
        """More room for the map, where the page has it."""
        self.setFixedWidth(WIDE if wide else NARROW)

    def resizeEvent(self, _event: object) -> None:
        """A low card gets smaller cells."""
        self._fit_map()

    def _fit_map(self) -> None:
        if self._side() * self._controller.lab.out_size != self.map.width():
            self._show_map()

    def _show(self) -> None:
        controller, lab = self._controller, self._controller.lab
        for number, made in enumerate(self._filters.buttons()):
            made.setVisible(1 < lab.out_channels > number)
            made.setChecked(number == controller.out_channel)
        if self._whole.isChecked() != controller.whole:
            self._whole.setChecked(controller.whole)
        self._size.setText(size_working(lab))
        self._size.setToolTip(self.tr("⌊(n + 2·padding − kernel_size) / stride⌋ + 1"))
        self._counts.setText(self._counted())
        self._show_check()
        self._show_map()

    def _show_map(self) -> None:
        controller, lab = self._controller, self._controller.lab
        values, side = lab.output[controller.out_channel], self._side()
        span = max(float(abs(lab.output).max()), 1e-9)
        coloured = side < READABLE or controller.in_pixels
        self.map.show_cells(Cells(values, "diverging" if coloured else "plain", -span, span), side)
        self._bar.setVisible(coloured)
        self._bar.set_range(-span, span)
        self._show_stop()

    def _counted(self) -> str:
        lab = self._controller.lab
        o, i, k, n = lab.out_channels, lab.in_channels, lab.kernel_size, lab.out_size
        return "\n".join(
            [
                self.tr("output {0} × {1} × {1}").format(o, n),
                self.tr("weights {0}·{1}·{2}·{2} = {3}").format(o, i, k, lab.weights),
                self.tr("biases {0} → {1} parameters").format(lab.biases, lab.weights + lab.biases),
                self.tr("{0} · {1}·{1} = {2:,} multiply-adds").format(lab.weights, n, lab.multiply_adds),
            ]
        )

    def _show_check(self) -> None:
        difference = self._controller.difference()
        equal = difference is not None and difference <= EQUAL
        if difference is None:
            text, role = self.tr("PyTorch is being loaded…"), "dim"
        elif equal:
            text, role = self.tr("✓ equal to torch.nn.Conv2d"), "good"
        else:
            text, role = self.tr("✗ differs from torch.nn.Conv2d by {0:.2g}").format(difference), "bad"
        self.check.setText(text)
        restyle(self.check, role=role)
        tip = self.tr("The complete output, compared with PyTorch's after each change; at most {0} apart")
        self.check.setToolTip(tip.format(EQUAL))

    def _show_stop(self) -> None:
        controller, number = self._controller, self._controller.shown
        row, column = divmod(number, controller.lab.out_size)
        reached = None if controller.whole and not controller.asking else number
        if controller.asking:
            reached = number - 1
        self.map.mark(Window(row, column, row + 1, column + 1), reached, number if controller.asking else None)
        self.map.put_cursor(row, column)

    def _show_question(self) -> None:
        controller = self._controller
        self._question.setText(self._words.question(controller.quiz.question))
        if controller.quiz.guess is None:
            self.answer.clear()
            self.verdict.setText("")
        else:
            self.answer.setText(written(controller.quiz.guess, digits=4))
            self.verdict.setText(self._words.verdict(controller.quiz.question, controller.quiz.guess))
        self.verdict.setVisible(controller.quiz.guess is not None)
        self._fit_map()

    # -- pointing and answering ---------------------------------------------------------------------------------

    def _on_hovered(self, row: int, column: int) -> None:
        controller = self._controller
        number = row * controller.lab.out_size + column
        controller.hover(number)
        if not controller.asking:
            value = written(controller.lab.output[controller.out_channel, row, column], digits=3)
            words = self.tr("out[{0}, {1}, {2}] = {3}").format(controller.out_channel, row, column, value)
            self.pointed.emit(words)

    def _on_left(self) -> None:
        self._controller.hover(None)
        self.pointed.emit("")

    def _on_clicked(self, row: int, column: int) -> None:
        self._controller.pause()
        self._controller.go(row * self._controller.lab.out_size + column)

    def _on_answer(self) -> None:
        typed = self.answer.text()
        if not self._controller.answer(typed):
            self._say_of_answer(self.tr("“{0}” is not a number; type one, such as 2 or -0.5").format(typed.strip()))

    def _on_answer_edited(self) -> None:
        """What was said of another answer goes with it."""
        self._say_of_answer("")

    def _say_of_answer(self, words: str) -> None:
        self.verdict.setText(words)
        self.verdict.setVisible(bool(words))
        self._fit_map()
