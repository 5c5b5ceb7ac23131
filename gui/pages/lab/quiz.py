"""The lab's questions: one is asked at a time and answered with a number; a hint comes before the working."""

import sys

from PySide6.QtCore import QObject, Signal

from model.lab.lab import parse
from model.lab.questions import Question


class Quiz(QObject):
    """Holds the `question` and the `guess` of its answer, None before. `changed` follows when either does.

    The first wrong guess brings the hint, the next one the working. `got_right` carries the question.
    """

    changed = Signal()
    got_right = Signal(object)

    def __init__(self, question: Question, parent: QObject) -> None:
        super().__init__(parent)
        self.question = question
        self.guess: float | None = None
        self.hinted = False
        self._wrong = 0

    @property
    def right(self) -> bool:
        """Whether the last guess is the answer."""
        return self.guess is not None and self.question.is_right(self.guess)

    @property
    def solved(self) -> bool:
        """Whether the working is to be seen: after the answer, or two wrong ones."""
        return self.right or (self.guess is not None and self._wrong > 1)

    @property
    def about_cell(self) -> bool:
        """Whether it is about the number of one stop, so that it ends when the kernels move on."""
        return self.question.key == "next cell"

    @property
    def about_chance(self) -> bool:
        """Whether it is about settings by chance, so that those on the bench do not matter."""
        return self.question.key == "size quiz"

    @property
    def hides_cell(self) -> bool:
        """Whether that number must not be shown yet."""
        return self.about_cell and not self.solved

    def ask(self, question: Question, anew: bool = False) -> None:
        """Ask another question; the same again leaves what was said to it, unless it is asked anew."""
        if question == self.question and not anew:
            return
        self.question, self.guess = question, None
        self.hinted, self._wrong = False, 0
        self.changed.emit()

    def hint(self) -> None:
        """Show the hint."""
        self.hinted = True
        self.changed.emit()

    def answer(self, text: str) -> bool:
        """Take the answer; False where it is no number, and so no answer."""
        number = parse(text, sys.float_info.max)
        if number is None:
            return False
        self.guess = number
        if self.right:
            self.got_right.emit(self.question)
        else:
            self._wrong += 1
            self.hinted = True
        self.changed.emit()
        return True
