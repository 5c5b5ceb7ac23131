"""The six steps: what each says, what it points at, when it was done, and how it is done for one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from gui.window.tour.deeds import Deeds


@dataclass(frozen=True)
class Task:
    """One thing to do. `anchor` gives the object name of what the bubble points at; `show` does it."""

    words: str
    waits: str  # what the tour waits for, in a sentence
    anchor: Callable[[], str]
    done: Callable[[], bool]
    show: Callable[[], object]


@dataclass(frozen=True)
class Step:
    """A title and its tasks, in order; it is done when the last of them is. `begin` is called before."""

    title: str
    tasks: tuple[Task, ...]
    begin: Callable[[], object] = lambda: None


class Steps(QObject):
    """Makes the steps; `close_map` closes the inspector."""

    def __init__(self, deeds: Deeds, close_map: Callable[[], None]) -> None:
        super().__init__(deeds)
        self._deeds, self._close_map = deeds, close_map

    def all(self) -> list[Step]:
        """In order; what is said at the beginning of one is about what the one before has left on view."""
        return [self._draw(), self._point(), self._choose(), self._why(), self._train(), self._lab()]

    def _open(self, page: str, words: str) -> Task:
        waits = self.tr("The tour goes on when you have opened the page.")
        return Task(
            words,
            waits,
            partial(self._deeds.page_anchor, page),
            partial(self._deeds.on_page, page),
            partial(self._deeds.open_page, page),
        )

    def _draw(self) -> Step:
        first = self._open("lookInsidePage", self.tr("Everything begins on this page."))
        task = Task(
            self.tr("Draw a digit from 0 to 9 on the pad. The network answers while you draw."),
            self.tr("Everything works while you read. The tour goes on when you have drawn one."),
            lambda: "drawingPad",
            partial(self._deeds.did, "drew"),
            self._deeds.draw,
        )
        return Step(self.tr("Draw a digit"), (first, task))

    def _point(self) -> Step:
        first = self._open("lookInsidePage", self.tr("The layers of the network are on this page."))
        task = Task(
            self.tr(
                "Each small picture is what one filter finds in your drawing. Point at a pixel: frames show what it "
                "reads, on the layers before it and on the pad."
            ),
            self.tr("Everything works while you read. The tour goes on when you have pointed at a feature map."),
            self._deeds.card_name,
            partial(self._deeds.did, "pointed"),
            self._deeds.point,
        )
        return Step(self.tr("Point at a map"), (first, task), self._close_map)

    def _choose(self) -> Step:
        first = self._open("lookInsidePage", self.tr("The layers of the network are on this page."))
        task = Task(
            self.tr(
                "Click a pixel of a map. The inspector below adds up where its number comes from, and checks the sum "
                "against PyTorch."
            ),
            self.tr("Everything works while you read. The tour goes on when you have clicked."),
            self._deeds.card_name,
            partial(self._deeds.did, "chose"),
            self._deeds.choose,
        )
        return Step(self.tr("Ask any pixel"), (first, task))

    def _why(self) -> Step:
        words = self.tr(
            "Look at the sum below, then go on here. Why this digit and no other? This page shows what spoke for it "
            "and against."
        )
        return Step(self.tr("Ask why"), (self._open("whyPage", words),))

    def _train(self) -> Step:
        tasks = (
            self._open("trainPage", self.tr("How does a network come to read at all? One is made on this page.")),
            Task(
                self.tr("Choose Quick, a small network that learns in a second or two."),
                self.tr("The tour goes on when Quick is chosen."),
                lambda: "quickPreset",
                self._deeds.quick_chosen,
                partial(self._deeds.press, "quickPreset"),
            ),
            Task(
                self.tr("Train it. You can draw meanwhile; your network from before stays until you say otherwise."),
                self.tr("The tour goes on when the run has begun."),
                lambda: "retrainButton",
                self._deeds.trained,
                partial(self._deeds.press, "retrainButton"),
            ),
            Task(
                self.tr("It learns: with each step the loss falls and your drawing is answered better."),
                self.tr("The tour goes on when there is something to go back to."),
                lambda: "curvesCard",
                self._deeds.watched,
                partial(self._deeds.note, "watched"),
            ),
            Task(
                self.tr(
                    "Now slide back: kernels, maps and answer become what they were at that step, in the whole window."
                ),
                self.tr("The tour goes on when you have moved the slider."),
                lambda: "timeSlider",
                partial(self._deeds.did, "slid"),
                self._deeds.slide_back,
            ),
        )
        return Step(self.tr("Train, and go back in time"), tasks)

    def _lab(self) -> Step:
        tasks = (
            self._open(
                "labPage", self.tr("Here each idea of convolution can be tried on numbers small enough to check.")
            ),
            Task(
                self.tr("Lesson 1 is one kernel on one channel."),
                self.tr("The tour goes on when it is chosen."),
                lambda: "lesson1",
                self._deeds.in_first_lesson,
                partial(self._deeds.press, "lesson1"),
            ),
            Task(
                self.tr("Move the kernel one stop on and follow the sum it makes."),
                self.tr("The tour goes on when the kernel has moved."),
                lambda: "labForward",
                partial(self._deeds.did, "stepped"),
                partial(self._deeds.press, "labForward"),
            ),
        )
        return Step(self.tr("The laboratory"), tasks, self._deeds.hear_lab)
