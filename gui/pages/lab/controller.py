"""What happens in the Convolution lab: the bench, where the kernels stand, the lesson, the question, what is frozen.

The one owner of the lab's state. Views call its methods and listen to its signals, so the page can be made anew at
any time and shows the same again.
"""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Signal

from gui.pages.lab.inputs import LabInputs
from gui.pages.lab.lesson_book import LessonBook
from gui.pages.lab.player import Player
from gui.pages.lab.quiz import Quiz
from gui.session.session import Session
from model.convolution import Pixel, Stop
from model.kernels import smallest
from model.lab import lab as bench
from model.lab import questions
from model.lab import settings as lab_settings
from model.lab.lab import Lab
from model.lab.questions import Question

Places = frozenset[tuple[int, int]]


class LabController(QObject):
    """Holds the lab's state.

    `stop_changed` is the only signal of a step, and of what is lit; `lab_changed` means that any number, the filter on
    view, the lesson or what is frozen may have changed. `refused` carries a `Refusal`, or None when there is nothing to
    say any more.
    """

    lab_changed = Signal()
    stop_changed = Signal()
    question_changed = Signal()
    refused = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.book = LessonBook(session, self)
        self.out_channel = 0
        self.number = 0  # the stop at which the kernels stand
        self.whole = True  # whether the output is shown whole, or only as far as the kernels have come
        self.lit: Places = frozenset()  # output cells that the input cell pointed at goes into, as row and column
        self.frozen: Lab | None = None  # a layer kept to compare with
        self._hovered: int | None = None
        self._seed = 0
        self.lab: Lab = self.book.begin()
        self.player = Player(self)
        self.player.ticked.connect(self._on_tick)
        self.inputs = LabInputs(session, self._now, self._take_input, self._next_seed)
        self.quiz = Quiz(self.book.question(self.lab), self)
        self.quiz.changed.connect(self.question_changed)
        self.quiz.got_right.connect(self._on_right)
        self.number = self._middle()
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
    def asking(self) -> bool:
        """Whether the number on view is what a question asks for, so that it must not be shown."""
        return self.quiz.hides_cell

    @property
    def playing(self) -> bool:
        """Whether the kernels are moving by themselves."""
        return self.player.playing

    @property
    def lesson(self) -> int:
        """The number of the lesson, from 0."""
        return self.book.number

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
        moved = number != self.shown or bool(self.lit)
        self._hovered, self.number, self.lit = None, number, frozenset()
        if self.quiz.about_cell:
            self._ask_of_lesson()
        if moved:
            self.stop_changed.emit()

    def hover(self, number: int | None, lit: Places = frozenset()) -> None:
        """Show the stop `number` while it is pointed at, None no more; while a cell is asked for nothing happens."""
        if self.asking or (number, lit) == (self._hovered, self.lit):
            return
        before = self.shown, self.lit
        self._hovered, self.lit = number, lit
        if (self.shown, self.lit) != before:
            self.stop_changed.emit()

    def hover_input(self, channel: int, row: int, column: int) -> None:
        """Point at a cell of the input: the kernels move there, and the outputs it goes into are lit."""
        kernel = channel - self.lab.first_channel(self.out_channel)
        reads = 0 <= kernel < self.lab.kernels
        lit = frozenset(self.lab.goes_into(row, column)) if reads else frozenset()
        self.hover(self.lab.nearest_stop(row, column), lit)

    def toggle_playing(self) -> None:
        """Play, from the start where the end is reached, or pause."""
        if self.playing:
            self.pause()
            return
        if self.number == self.last:
            self.go(0)
        self.player.start()

    def pause(self) -> None:
        """Stop playing."""
        self.player.pause()

    def _on_tick(self) -> None:
        if self._hovered is not None:  # pointing holds them
            return
        self.go(self.number + 1)
        if self.number == self.last:
            self.pause()

    # -- the bench ----------------------------------------------------------------------------------------------

    def _put(self, lab: Lab) -> None:
        """Show `lab`, with the kernels where they stood as far as that still is."""
        self.number = lab.same_place(self.lab, self.number)
        self.lab, self._hovered, self.lit = lab, None, frozenset()
        self.out_channel = min(self.out_channel, lab.out_channels - 1)
        if self.frozen is not None:
            self.frozen = lab_settings.on_input_of(self.frozen, lab, self._seed)
        if not self.quiz.about_chance:
            self._ask_of_lesson()
        self.lab_changed.emit()

    def change(self, name: str, wanted: int) -> None:
        """Change a setting as far as that works; `refused` tells why where it does not."""
        lab, refusal = lab_settings.change(self.lab, name, wanted, self._next_seed())
        self.refused.emit(refusal)
        if lab is not self.lab or refusal is not None:  # a slider that was moved too far must come back
            self._put(lab)

    def switch(self, name: str, on: bool) -> None:
        """Put ReLU or a max-pool behind the layer, or take it away."""
        self._put(lab_settings.switched(self.lab, name, on))

    def freeze(self, frozen: bool) -> None:
        """Keep the layer as it is now, to compare others with it; or no more."""
        self.frozen = self.lab if frozen else None
        self.lab_changed.emit()

    def set_depth(self, depth: int) -> None:
        """How many layers stand on each other in the lesson on receptive fields."""
        self.book.depth = depth
        self._put(self.lab)

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

    def _now(self) -> Lab:
        return self.lab

    def _take_input(self, lab: Lab) -> None:
        """Show another input; a drawing or picture whole at once, with the kernels in its middle."""
        if lab.picture is None:
            self.whole = self.whole and not self.in_pixels
            self._put(lab)
            return
        self.pause()
        self.whole = True
        self._put(lab)
        self.go(self._middle())

    def _middle(self) -> int:
        """The stop in the middle, where a drawing has ink."""
        return self.lab.nearest_stop(self.lab.size // 2, self.lab.size // 2)

    # -- lessons and questions ----------------------------------------------------------------------------------

    def start_lesson(self, lesson: int) -> None:
        """Put lesson number `lesson`'s state on the bench and ask its question."""
        self.pause()
        self.book.open(lesson)
        self.out_channel, self.number = 0, 0
        self.frozen, self.whole = None, False
        lab = self.book.begin()
        self.refused.emit(None)
        self.quiz.ask(self.book.question(lab), anew=True)
        self._take_input(lab)

    def follow_drawing(self) -> None:
        """A lesson on the drawing, untouched so far, takes what is drawn now."""
        fresh = self.book.begin()
        if self.lab.picture is None or fresh.picture is None or self.book.differs(self.lab):
            return
        if not np.array_equal(self.lab.picture, fresh.picture):
            self._take_input(lab_settings.with_picture(self.lab, fresh.picture))

    def _ask_of_lesson(self) -> None:
        self.quiz.ask(self.book.question(self.lab))

    def _on_right(self, question: Question) -> None:
        if question == self.book.question(self.lab):
            self.book.mark()

    def ask_cell(self) -> None:
        """Go to the next stop and ask for its number."""
        self.pause()
        self.go(0 if self.number == self.last else self.number + 1)
        stop = self.stop
        self.quiz.ask(questions.cell_question(self.lab, self.out_channel, stop.row, stop.column))
        self.stop_changed.emit()

    def ask_size(self) -> None:
        """Ask for the output size of settings by chance."""
        was_asking = self.asking
        self.quiz.ask(questions.size_quiz(self._next_seed()))
        if was_asking:
            self.stop_changed.emit()

    def answer(self, text: str) -> bool:
        """Take the answer; from then on the working is shown. False where it is no number, and so no answer."""
        was_asking = self.asking
        taken = self.quiz.answer(text)
        if was_asking and not self.asking:
            self.stop_changed.emit()
        return taken
