"""Why the drawing is read as it is: the question, what the network on display has read, and the spots measured so far.

Nothing is done here until `follow` is called, and nothing more after `rest`: the page calls them as it is seen.
"""

from collections import OrderedDict
from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer, Signal

from gui.session.display import Display
from gui.session.drawing import Drawing
from gui.session.explanation import Explanation, Read
from gui.session.firing import Firing
from gui.session.spotting import Spotting
from gui.session.task import Done, End, Failed, Task
from gui.session.why_searches import Searches
from model.why import jobs

if TYPE_CHECKING:
    from model.look.snapshot import Snapshot
    from model.network.digit_net import DigitNet

KEPT = 3  # networks whose training digits stay in memory, about 7 MB each
SETTLED = 400  # milliseconds a network is on display before it reads training digits
NEXT = 3000  # the same for the next one on the way of a run


class Why(QObject):
    """`now` explains the drawing, None without one.

    `changed` follows when it is another: another drawing, network or question, or more is known of the training digits.
    `reading_changed` follows the progress of reading them: `reading` is (done, of), None while nothing is read.
    """

    changed = Signal()
    reading_changed = Signal()

    def __init__(self, display: Display, drawing: Drawing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._display, self._drawing = display, drawing
        self.now: Explanation | None = None
        self.task = Task(self)
        self.firing = Firing(display, self)
        self.spots = Spotting(self)
        self.searches = Searches(drawing, self)
        self.reading: tuple[int, int] | None = None
        self._answer: int | None = None  # as chosen; None: as the network answers
        self._rival: int | None = None
        self._seen = False
        self._kept: OrderedDict[int, Read] = OrderedDict()
        self._complete: WeakSet[DigitNet] = WeakSet()
        self._of_run: Read | None = None  # by a network on the way of the run that is on: there is no time for each
        self._begun: DigitNet | None = None  # by which digits are being read
        self._begun_on_way = False
        self._settle = QTimer(self, singleShot=True)
        self._settle.timeout.connect(self._begin_reading)

    # -- the question -------------------------------------------------------------------------------------------

    def choose_rival(self, digit: int | None) -> None:
        """Compare with this digit from now on; with None, or the answer itself, with the runner-up."""
        self._rival = digit
        self._look()

    def choose_answer(self, digit: int | None) -> None:
        """Ask about this digit; with None about the one that the network gives."""
        self._answer = digit
        if digit is not None and digit == self._rival:
            self._rival = None
        self._look()

    @property
    def seen(self) -> bool:
        """Whether all is kept up to date, since the page is seen."""
        return self._seen

    @property
    def network(self) -> "DigitNet | None":
        """The network that is explained."""
        return self._display.network

    @property
    def chosen(self) -> tuple[int | None, int | None]:
        """Answer and rival as far as they were chosen."""
        return self._answer, self._rival

    # -- following ----------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """The page is seen and there may be another snapshot: explain it."""
        self._seen = True
        self._look()

    def rest(self) -> None:
        """The page is hidden: nothing more is done until `follow`."""
        self._seen = False
        self._settle.stop()
        self.spots.rest()
        self.firing.rest()
        self.searches.cancel()
        self.task.cancel()

    def _look(self) -> None:
        if not self._seen:
            return
        snapshot, network = self._display.snapshot, self._display.network
        if snapshot is None or network is None:
            return
        self._want_reading(network)
        self.now = None if snapshot.image is None else self._explain(snapshot, network)
        self.searches.show(network, self.now, self.firing.learning)
        self.spots.show(network, self.now)
        self.changed.emit()

    def _explain(self, snapshot: "Snapshot", network: "DigitNet") -> Explanation:
        from model.why.known import COUNTS
        from model.why.question import question

        assert snapshot.logits is not None  # there is an image
        if self._answer is None and self._rival == int(snapshot.logits.argmax()):
            asked = question(snapshot)
        else:
            asked = question(snapshot, self._rival, self._answer)
        read, as_read = self._kept.get(id(network), self._of_run), snapshot
        if read is not None and read.network is not network:
            as_read = self._display.look_with(read.network, drawing=snapshot)
        among = COUNTS[0] if self._drawing.drawing_now else None  # all of them once the pen is lifted
        return Explanation(snapshot, asked, read, as_read, among)

    # -- reading training digits --------------------------------------------------------------------------------

    def _want_reading(self, network: "DigitNet") -> None:
        """See to it that this network reads the training digits, once it has been on display for a moment."""
        learning = self.firing.learning
        if not learning or (self._of_run is not None and self._of_run.network.specs != network.specs):
            self._of_run = None
        if id(network) in self._kept:
            self._kept.move_to_end(id(network))
        if self.task.busy:
            if network is not self._begun and not (learning and self._begun_on_way):
                self.task.cancel()  # and its end asks again
        elif network in self._complete:
            self.firing.ask()
        elif not self._settle.isActive():
            self._settle.start(NEXT if self._of_run is not None else SETTLED)

    def _begin_reading(self) -> None:
        network = self._display.network
        if not self._seen or network is None or self.task.busy:
            return
        self._begun, self._begun_on_way = network, self.firing.learning
        self.reading = (0, 1)
        self.task.start(jobs.reading_digits(network, self._begun_on_way), self._on_read, self._on_reading_end)
        self.reading_changed.emit()

    def _on_read(self, items: list[object]) -> None:
        from model.why.known import Known, KnownProgress

        if self._begun is None:
            return
        key, grown = id(self._begun), False
        for item in items:
            if isinstance(item, Known) and self._begun_on_way:
                self._of_run = Read(self._begun, item) if self.firing.learning else None
                grown = True
            elif isinstance(item, Known):
                self._keep(key, Read(self._begun, item))
                grown = True
            elif isinstance(item, KnownProgress):
                self.reading = item.done, item.of
        self.reading_changed.emit()
        if grown:
            self._look()

    def _keep(self, key: int, read: Read) -> None:
        self._kept[key] = read
        self._kept.move_to_end(key)
        if len(self._kept) > KEPT:
            _, gone = self._kept.popitem(last=False)
            self._complete.discard(gone.network)

    def _on_reading_end(self, end: End) -> None:
        ended = isinstance(end, Failed) or (isinstance(end, Done) and not self._begun_on_way)
        if ended and self._begun is not None:
            self._complete.add(self._begun)  # it would only be, or fail, the same again
        self._begun = self.reading = None
        self.reading_changed.emit()
        network = self._display.network
        if self._seen and network is not None:
            self._want_reading(network)

    def close(self) -> None:
        """End both threads and all timers."""
        self._seen = False
        self._settle.stop()
        self.spots.rest()
        for task in (self.task, self.firing.task, self.searches.task):
            task.close()
