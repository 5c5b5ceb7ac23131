"""What happens in the Convolution lab: the bench, where the kernels stand, the lesson, the question, play and pause.

The one owner of the lab's state. Views call its methods and listen to its signals, so the page can be made anew at
any time and shows the same again.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gui.language.sentences import sentence
from gui.pages.lab.quiz import Quiz
from gui.session.session import Session
from model.convolution import Pixel, Stop
from model.files import InputError
from model.kernels import smallest
from model.lab import lab as bench
from model.lab import lessons
from model.lab import settings as lab_settings
from model.lab.lab import Lab
from model.lab.lessons import Question
from model.look.snapshot import Layer

SPEEDS = (1500, 700, 250, 30)  # milliseconds at each stop
NORMAL = 1


class LabController(QObject):
    """Holds the lab's state.

    `stop_changed` is the only signal of a step; `lab_changed` means that any number, the filter on view or the
    lesson may have changed. `refused` carries a `Refusal`, or None when there is nothing to say any more.
    """

    lab_changed = Signal()
    stop_changed = Signal()
    playing_changed = Signal()
    question_changed = Signal()
    refused = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.lesson = 0
        self.lab: Lab = lessons.prepare(0)
        self.out_channel = 0
        self.number = 0  # the stop at which the kernels stand
        self.whole = False  # whether the output is shown whole, or only as far as the kernels have come
        self.speed = NORMAL
        self.quiz = Quiz(self)
        self.quiz.changed.connect(self.question_changed)
        self._hovered: int | None = None
        self._seed = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        session.in_use.changed.connect(self.lab_changed)

    # -- what views show ----------------------------------------------------------------------------------------

    @property
    def in_pixels(self) -> bool:
        """Whether the input is so large that its cells are shown as pixels."""
        return self.lab.size > lab_settings.RANGES["size"][1]

    @property
    def shown(self) -> int:
        """The number of the stop on view: the one pointed at, else the one the kernels stand at."""
        return self.number if self._hovered is None else self._hovered

    @property
    def stop(self) -> Stop:
        """The stop on view."""
        return self.lab.stop(self.shown)

    @property
    def last(self) -> int:
        """The number of the last stop."""
        return self.lab.out_size**2 - 1

    @property
    def question(self) -> Question:
        """The question that is asked, or was answered last."""
        return self.quiz.question

    @property
    def asking(self) -> bool:
        """Whether the number on view is what a question asks for, so that it must not be shown."""
        return self.quiz.hides_cell

    @property
    def playing(self) -> bool:
        """Whether the kernels are moving by themselves."""
        return self._timer.isActive()

    def pixel(self) -> Pixel:
        """How the number on view is made."""
        return self.lab.pixel(self.out_channel, self.stop.row, self.stop.column)

    def difference(self) -> float | None:
        """How far the output is from PyTorch's, measured once for each lab; None while PyTorch is being loaded."""
        if self.session.in_use.current is None:
            return None
        return bench.difference(self.lab)

    # -- moving -------------------------------------------------------------------------------------------------

    def go(self, number: int) -> None:
        """Put the kernels at stop `number`; beyond the ends they stay at the end."""
        number = min(max(number, 0), self.last)
        moved = number != self.shown
        self._hovered, self.number = None, number
        if self.quiz.about_cell:
            self._ask_of_lesson()
        if moved:
            self.stop_changed.emit()

    def to_start(self) -> None:
        """Go to the first stop."""
        self.go(0)

    def back(self) -> None:
        """Go one stop back."""
        self.pause()
        self.go(self.number - 1)

    def forward(self) -> None:
        """Go one stop on."""
        self.pause()
        self.go(self.number + 1)

    def hover(self, number: int | None) -> None:
        """Show the stop `number` while it is pointed at, None no more; while a cell is asked for nothing happens."""
        if self.asking or number == self._hovered:
            return
        before, self._hovered = self.shown, number
        if self.shown != before:
            self.stop_changed.emit()

    def toggle_playing(self) -> None:
        """Play, from the start where the end is reached, or pause."""
        if self.playing:
            self.pause()
            return
        if self.number == self.last:
            self.go(0)
        self._timer.start(SPEEDS[self.speed])
        self.playing_changed.emit()

    def pause(self) -> None:
        """Stop playing."""
        if self.playing:
            self._timer.stop()
            self.playing_changed.emit()

    def set_speed(self, speed: int) -> None:
        """Choose one of `SPEEDS`."""
        self.speed = speed
        if self.playing:
            self._timer.start(SPEEDS[speed])

    def _on_tick(self) -> None:
        if self._hovered is not None:  # pointing pauses
            return
        self.go(self.number + 1)
        if self.number == self.last:
            self.pause()

    # -- the bench ----------------------------------------------------------------------------------------------

    def _put(self, lab: Lab) -> None:
        """Show `lab`, with the kernels where they stood as far as that still is."""
        row, column = divmod(self.number, self.lab.out_size)
        self.lab, self._hovered = lab, None
        self.out_channel = min(self.out_channel, lab.out_channels - 1)
        self.number = min(row, lab.out_size - 1) * lab.out_size + min(column, lab.out_size - 1)
        if self.quiz.about_cell:
            self._ask_of_lesson()
        self.lab_changed.emit()

    def change(self, name: str, wanted: int) -> None:
        """Change a setting as far as that works; `refused` tells why where it does not."""
        lab, refusal = lab_settings.change(self.lab, name, wanted, self._next_seed())
        self.refused.emit(refusal)
        if lab is not self.lab or refusal is not None:  # a slider that was moved too far must come back
            self._put(lab)

    def type_cell(self, channel: int, row: int, column: int, text: str) -> None:
        """Take over a number typed into the input; what is no number changes nothing."""
        self._typed(text, lambda number: bench.with_cell(self.lab, channel, row, column, number))

    def type_weight(self, channel: int, row: int, column: int, text: str) -> None:
        """Take over a weight typed into a kernel of the filter on view."""
        self._typed(text, lambda number: bench.with_weight(self.lab, self.out_channel, channel, row, column, number))

    def _typed(self, text: str, change: Callable[[float], Lab]) -> None:
        number = bench.parse(text)
        if number is not None:
            self._put(change(number))

    def set_bias(self, number: float | None) -> None:
        """Set the bias of the filter on view; None: this layer has none."""
        self._put(bench.with_bias(self.lab, self.out_channel, number))

    def set_kernel(self, kind: str) -> None:
        """Give the filter on view kernels by name, as far as they come in this size."""
        if self.lab.kernel_size >= smallest(kind):
            self._put(bench.with_kernel(self.lab, self.out_channel, kind, self._next_seed()))

    def show_filter(self, out_channel: int) -> None:
        """Look at another output channel and the filter that makes it."""
        if out_channel != self.out_channel:
            self.out_channel = out_channel
            self._put(self.lab)

    def show_whole(self, whole: bool) -> None:
        """Show the output whole, or only as far as the kernels have come."""
        if whole != self.whole:
            self.whole = whole
            self.lab_changed.emit()

    def _next_seed(self) -> int:
        self._seed += 101
        return self._seed

    # -- inputs -------------------------------------------------------------------------------------------------

    def use_numbers(self) -> None:
        """New numbers by chance."""
        self.whole = self.whole and not self.in_pixels
        self._put(lab_settings.with_numbers(self.lab, self._next_seed()))

    def use_drawing(self) -> None:
        """The drawing as the network sees it; where there is none, nothing happens."""
        snapshot = self.session.display.snapshot
        if snapshot is not None and snapshot.image is not None:
            self._use_pixels(lab_settings.with_picture(self.lab, snapshot.image[None], self._next_seed()))

    def use_picture(self, path: Path) -> None:
        """A picture file in colour; the session says why where it cannot be read."""
        from model.drawing.pixels import read_picture  # brings Pillow, which the start of the program can do without

        try:
            picture = lab_settings.colour_picture(read_picture(path))
        except InputError as error:
            self.session.failed.emit(sentence(error))
            return
        self._use_pixels(lab_settings.with_picture(self.lab, picture, self._next_seed()))

    def _use_pixels(self, lab: Lab) -> None:
        self.pause()
        self.whole = True
        self._put(lab)
        self.go(lab.nearest_stop(lab.size // 2, lab.size // 2))

    # -- lessons and questions ----------------------------------------------------------------------------------

    def start_lesson(self, lesson: int) -> None:
        """Put lesson number `lesson`'s state on the bench and ask its question."""
        self.pause()
        snapshot = self.session.display.snapshot
        self.lesson, self.out_channel, self.number = lesson, 0, 0
        lab = lessons.prepare(lesson, None if snapshot is None else snapshot.image, self._first_layer())
        self.refused.emit(None)
        self._ask_of_lesson()
        self.whole = False
        if lab.picture is None:
            self._put(lab)
        else:
            self._use_pixels(lab)

    def _first_layer(self) -> Layer | None:
        snapshot = self.session.display.snapshot
        return None if snapshot is None else snapshot.weights.layers[0]

    def _ask_of_lesson(self) -> None:
        self.quiz.ask(lessons.lesson_question(self.lesson, self._first_layer()))

    def ask_cell(self) -> None:
        """Go to the next stop and ask for its number."""
        self.pause()
        self.go(0 if self.number == self.last else self.number + 1)
        stop = self.stop
        self.quiz.ask(lessons.cell_question(self.lab, self.out_channel, stop.row, stop.column))
        self.stop_changed.emit()

    def ask_size(self) -> None:
        """Ask for the output size of settings by chance."""
        was_asking = self.asking
        self.quiz.ask(lessons.size_quiz(self._next_seed()))
        if was_asking:
            self.stop_changed.emit()

    def answer(self, text: str) -> bool:
        """Take the answer; from then on the working is shown. False where it is no number, and so no answer."""
        was_asking = self.asking
        taken = self.quiz.answer(text)
        if was_asking and not self.asking:
            self.stop_changed.emit()
        return taken
