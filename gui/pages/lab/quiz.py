"""The lab's questions: one is asked at a time, and answered with a number."""

import sys

from PySide6.QtCore import QObject, Signal

from model.lab import lessons
from model.lab.lab import parse
from model.lab.lessons import Question


class Quiz(QObject):
    """Holds the `question` and the `guess` of its answer, None before. `changed` follows when either does."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.question: Question = lessons.lesson_question(0)
        self.guess: float | None = None

    @property
    def about_cell(self) -> bool:
        """Whether it is about the number of one stop, so that it ends when the kernels move on."""
        return self.question.key == "next cell"

    @property
    def hides_cell(self) -> bool:
        """Whether that number must not be shown yet."""
        return self.about_cell and self.guess is None

    def ask(self, question: Question) -> None:
        """Ask another question."""
        self.question, self.guess = question, None
        self.changed.emit()

    def answer(self, text: str) -> bool:
        """Take the answer; False where it is no number, and so no answer."""
        number = parse(text, sys.float_info.max)
        if number is None:
            return False
        self.guess = number
        self.changed.emit()
        return True
