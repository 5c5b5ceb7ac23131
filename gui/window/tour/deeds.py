"""What was done since a step of the tour began, and the same done for whoever would rather watch."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QSlider

from gui.pages.look.layer_card import LayerCard
from gui.session.session import Session
from gui.window.pages import Pages

if TYPE_CHECKING:
    from gui.pages.lab.controller import LabController

PAUSE = 900  # milliseconds without ink after which a drawing counts as finished: a 4 has two strokes
FAR = 30  # kept steps of a run
PEN = 20  # milliseconds between two points of the drawing that the tour makes
THREE = (
    *((90, 70), (110, 52), (140, 45), (170, 50), (188, 70), (185, 100), (160, 122), (130, 130)),
    *((165, 138), (192, 160), (195, 190), (175, 220), (140, 232), (110, 225), (88, 205)),
)  # pad units


class Deeds(QObject):
    """`happened` follows whatever a step may wait for. Predicates say what is so, the other methods do it."""

    happened = Signal()

    def __init__(self, session: Session, pages: Pages, lab: "Callable[[], LabController]", parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._pages, self._lab = session, pages, lab
        self._done: set[str] = set()
        self._hears_lab = False
        self._left = list(THREE)
        self._rest = QTimer(self, interval=PAUSE, singleShot=True)
        self._rest.timeout.connect(self._on_rest)
        self._pen = QTimer(self, interval=PEN)
        self._pen.timeout.connect(self._on_pen)
        session.drawing.changed.connect(self._rest.start)
        pages.look.field_changed.connect(self._on_pointed)
        pages.look.inspector.changed.connect(self._on_chosen)
        pages.currentChanged.connect(self.happened)
        session.state_changed.connect(self.happened)
        pages.train.form.changed.connect(self.happened)
        session.rewind.timeline_changed.connect(self.happened)
        session.trainer.started.connect(self._on_started)
        session.rewind.step_changed.connect(self._on_slid)

    def forget(self) -> None:
        """A step begins: what was done before does not count."""
        self._done.clear()

    def note(self, deed: str) -> None:
        """This was done."""
        self._done.add(deed)
        self.happened.emit()

    def did(self, deed: str) -> bool:
        """Whether it was done since the step began."""
        return deed in self._done

    def stop(self) -> None:
        """End all timers; a stroke that was begun is ended."""
        self._rest.stop()
        if self._pen.isActive():
            self._pen.stop()
            self._session.drawing.end()

    # -- what was heard -----------------------------------------------------------------------------------------

    def _on_rest(self) -> None:
        if not self._session.drawing.drawing_now and not self._session.drawing.empty:
            self.note("drew")

    def _on_pointed(self, window: object) -> None:
        if window is not None:
            self.note("pointed")

    def _on_chosen(self) -> None:
        if self._pages.look.inspector.place is not None:
            self.note("chose")

    def _on_started(self) -> None:
        if self._session.trainer.trains:
            self.note("trained")

    def _on_slid(self) -> None:
        if self._session.rewind.step is not None:
            self.note("slid")

    def _on_stepped(self) -> None:
        self.note("stepped")

    def hear_lab(self) -> None:
        """From now on also hear of the lab, which is made when it is first needed."""
        if not self._hears_lab:
            self._hears_lab = True
            self._lab().stop_changed.connect(self._on_stepped)
            self._lab().lab_changed.connect(self.happened)

    # -- what is so ---------------------------------------------------------------------------------------------

    def on_page(self, name: str) -> bool:
        """Whether the page of this object name is on view."""
        return self._pages.name(self._pages.currentIndex()) == name

    def page_button(self, name: str) -> str:
        """The object name of the button of a page."""
        return next(row.button for row in self._pages.rows if row.page.objectName() == name)

    def page_anchor(self, name: str) -> str:
        """The object name of where a page is opened: its button, or the list of all where there is no room for that."""
        button = self.page_button(name)
        return "pagesButton" if self._button(button).isHidden() else button

    def card(self) -> LayerCard:
        """The card in the middle: neither edges only nor the last riddles."""
        cards = self._pages.look.findChildren(LayerCard)
        return cards[len(cards) // 2]

    def card_name(self) -> str:
        """Its object name; the page's where no network is loaded yet."""
        return self.card().objectName() if self._pages.look.findChildren(LayerCard) else "lookPage"

    def quick_chosen(self) -> bool:
        """Whether the next run is as the preset Quick has it, or a run is on."""
        return self._button("quickPreset").isChecked() or self.trained()

    def trained(self) -> bool:
        """Whether there is a run to slide back in."""
        trainer = self._session.trainer
        begun = self.did("trained") or trainer.waiting is not None
        return begun and trainer.trains and len(self._session.rewind.steps) > 1

    def network_waits(self) -> bool:
        """Whether a trained network is to be kept or reverted."""
        return self._session.trainer.waiting is not None

    def watched(self) -> bool:
        """Whether the run has come so far that going back in it shows something."""
        far = len(self._session.rewind.steps) >= FAR or not self._session.trainer.learning
        return self.did("watched") or (self.trained() and far)

    def in_first_lesson(self) -> bool:
        """Whether the lab is in lesson 1, the first with small numbers; lesson 0 is about the drawing."""
        return self._lab().lesson == 1

    # -- doing it -----------------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Draw a three where the pad is empty; what is there counts."""
        if not self._session.drawing.empty:
            self.note("drew")
        elif not self._pen.isActive():
            self._left = list(THREE[1:])
            self._session.drawing.begin(*THREE[0])
            self._pen.start()

    def _on_pen(self) -> None:
        self._session.drawing.extend(*self._left.pop(0))
        if not self._left:
            self._pen.stop()
            self._session.drawing.end()

    def point(self) -> None:
        """Point at a pixel."""
        self.card().maps.hovered.emit(*self._place())

    def choose(self) -> None:
        """Click a pixel."""
        self.card().maps.clicked.emit(*self._place())

    def _place(self) -> tuple[int, int, int]:
        """Where the card's first map that found something has its largest number."""
        snapshot = self._session.display.snapshot
        if snapshot is None or not snapshot.maps:
            return 0, 0, 0
        out = snapshot.maps[self.card().index].out
        return int(out.argmax()) // out[0].size, *divmod(int(out.argmax()) % out[0].size, out.shape[2])

    def open_page(self, name: str) -> None:
        """Go to a page as its button does."""
        self._button(self.page_button(name)).click()

    def press(self, name: str) -> None:
        """Click a button."""
        self._button(name).click()

    def slide_back(self) -> None:
        """To the middle of the run."""
        slider = self._pages.window().findChild(QSlider, "timeSlider")
        assert slider is not None
        slider.setValue(slider.maximum() // 2)

    def _button(self, name: str) -> QAbstractButton:
        found = self._pages.window().findChild(QAbstractButton, name)
        assert isinstance(found, QAbstractButton), name
        return found
