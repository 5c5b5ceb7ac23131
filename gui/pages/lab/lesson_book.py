"""Which lesson the Convolution lab is in, what it begins with and asks, and which ones are done."""

from PySide6.QtCore import QObject, Signal

from gui.session.session import Session
from model.lab import lessons, questions
from model.lab.lab import Lab
from model.lab.questions import Question
from model.lab.settings import same_settings
from model.look.snapshot import Layer

DEPTH = 3  # layers on each other that the lesson on receptive fields begins with


class LessonBook(QObject):
    """Open at lesson `number`. `done_changed` follows when another one is done; that is remembered."""

    done_changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.number = 0
        self.depth = DEPTH
        self.done = {number for number, key in enumerate(lessons.LESSONS) if key in session.settings.lessons}

    @property
    def key(self) -> str:
        """The lesson's key among `LESSONS`."""
        return lessons.LESSONS[self.number]

    def open(self, number: int) -> None:
        """Go to lesson `number`, from 0."""
        self.number, self.depth = number, DEPTH

    def begin(self) -> Lab:
        """What the lesson begins with."""
        snapshot = self._session.display.snapshot
        return lessons.prepare(self.number, None if snapshot is None else snapshot.image, self._first_layer())

    def differs(self, lab: Lab) -> bool:
        """Whether a setting of `lab` differs from what the lesson begins with."""
        return not same_settings(lab, self.begin())

    def question(self, lab: Lab) -> Question:
        """What the lesson asks about `lab`."""
        return questions.lesson_question(self.number, lab, self._first_layer(), self.depth)

    def mark(self) -> None:
        """The lesson is done."""
        if self.number not in self.done:
            self.done.add(self.number)
            self._session.settings.lessons = frozenset(lessons.LESSONS[number] for number in self.done)
            self.done_changed.emit()

    def _first_layer(self) -> Layer | None:
        snapshot = self._session.display.snapshot
        return None if snapshot is None else snapshot.weights.layers[0]
