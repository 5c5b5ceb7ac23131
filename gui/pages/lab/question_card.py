"""The card in which the lab asks, and is asked itself whether it is right: question, answer, hint; PyTorch's check."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gui.pages.lab.controller import LabController
from gui.pages.lab.question_words import QuestionWords
from gui.widgets.controls import button, fill, label, restyle
from model.lab.lab import EQUAL
from model.lab.questions import written

MARGIN = 14  # pixels


class LabQuestion(QFrame):
    """Follows the controller's quiz."""

    def __init__(self, controller: LabController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("labQuestionCard")
        self.setProperty("role", "card")
        self._controller, self._quiz = controller, controller.quiz
        self._words = QuestionWords(self)
        self._question = label("", "", "labQuestion", wrap=True)
        self.answer = QLineEdit()
        self.answer.setObjectName("labAnswer")
        self.answer.setAccessibleName(self.tr("Your answer"))
        self.answer.setPlaceholderText(self.tr("your answer"))
        self.answer.setToolTip(self.tr("Type a number, to two places, and press Return; the working is shown"))
        self.answer.returnPressed.connect(self._on_answer)
        self.answer.textEdited.connect(self._on_answer_edited)
        self.verdict = label("", "strong", "labVerdict", wrap=True)
        self.verdict.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 10, MARGIN, 10)
        column.setSpacing(6)
        column.addLayout(self._head())
        column.addWidget(self._question)
        column.addLayout(self._answer_row())
        self.check = label("", "good", "labCheck", wrap=True)
        column.addWidget(self.verdict, 1)
        column.addWidget(self.check)
        controller.question_changed.connect(self._show)
        controller.lab_changed.connect(self._show_check)
        self.set_pixels(13)
        self._show()
        self._show_check()

    def _head(self) -> QBoxLayout:
        head = self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(5)
        tip = self.tr("Hides the next output cell: work it out and type it here")
        cell = button("labQuizCell", self.tr("quiz: next cell"), tip, self._controller.ask_cell, "small")
        tip = self.tr("Asks how large the output is for settings by chance")
        size = button("labQuizSize", self.tr("quiz: output size"), tip, self._controller.ask_size, "small")
        fill(head, cell, size)
        head.addStretch()
        self._asking = cell, size
        return head

    def _share_head(self) -> None:
        """Two buttons beside each other, or one below the other where their words need that."""
        wide = sum(each.sizeHint().width() for each in self._asking) + 5 + 2 * MARGIN <= self.width()
        direction = QBoxLayout.Direction
        self._buttons.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the two buttons anew."""
        super().resizeEvent(event)
        self._share_head()

    def _answer_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(5)
        tip = self.tr("Compare your answer; a wrong one brings the hint first, a second one the working")
        row.addWidget(self.answer, 1)
        row.addWidget(button("labAnswerButton", self.tr("Answer"), tip, self._on_answer, "small"))
        tip = self.tr("How to get at the answer, without the answer")
        self._hint = button("labHint", self.tr("Hint"), tip, self._quiz.hint, "small")
        row.addWidget(self._hint)
        return row

    def set_pixels(self, pixels: int) -> None:
        """Write in a font of that many pixels."""
        self.setStyleSheet(
            f"QLabel, QPushButton, QLineEdit {{ font-size: {pixels}px }} "
            f'QLabel[role="dim"] {{ font-size: {pixels - 1}px }}'
        )
        self._share_head()
        # room for a question, and for what is said to an answer: neither may move the field one types in
        line = round(1.35 * pixels)
        self._question.setMinimumHeight(3 * line)
        self.verdict.setMinimumHeight((2 if pixels > 13 else 3) * line)

    def _show(self) -> None:
        quiz = self._quiz
        self._question.setText(self._words.question(quiz.question))
        if quiz.guess is None:
            self.answer.clear()
        else:
            self.answer.setText(written(quiz.guess, digits=4))
        self._hint.setEnabled(not quiz.hinted and not quiz.solved)
        self._say(self._words.verdict(quiz), right=quiz.right)

    def _show_check(self) -> None:
        difference = self._controller.difference()
        if difference is None:
            text, role = self.tr("PyTorch is being loaded…"), "dim"
        elif difference <= EQUAL:
            text, role = self.tr("✓ equal to torch.nn.Conv2d"), "good"
        else:
            text, role = self.tr("✗ differs from torch.nn.Conv2d by {0:.2g}").format(difference), "bad"
        self.check.setText(text)
        restyle(self.check, role=role)
        tip = self.tr("The complete output, compared with PyTorch's after each change; at most {0} apart")
        self.check.setToolTip(tip.format(EQUAL))

    def _on_answer(self) -> None:
        typed = self.answer.text()
        if not self._controller.answer(typed):
            self._say(self.tr("“{0}” is not a number; type one, such as 2 or -0.5").format(typed.strip()))

    def _on_answer_edited(self) -> None:
        """What was said of another answer goes with it."""
        self._say("")

    def _say(self, words: str, right: bool = False) -> None:
        self.verdict.setText(words)
        restyle(self.verdict, role="good" if right else "strong")
