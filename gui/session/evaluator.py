"""What is known of how well networks read: evaluates the one on display in a thread and keeps what came out."""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from gui.session.display import Display
from gui.session.shown import Kind
from gui.session.task import Done, End, Task
from gui.storage.examples import Examples
from model import jobs
from model.data_set import MNIST, DataSet
from model.drawing.drawings import Drawing

if TYPE_CHECKING:
    from model.evaluate.outcome import BeforeAfter
    from model.evaluate.report import Report
    from model.network.digit_net import DigitNet

SOURCES = ("test", "validation", "examples")
KEPT = 8  # finished results


@dataclass(frozen=True)
class Subject:
    """Which network a result is of, without the network itself: a result is kept longer than that."""

    kind: Kind
    name: str
    parameters: int
    step: int | None = None


@dataclass(frozen=True, eq=False)
class Result:
    """A report with all that it belongs to; `key` is equal where the same network read the same digits."""

    key: tuple[object, ...]
    subject: Subject
    source: str
    examples: tuple[Drawing, ...]
    report: "Report"
    data: DataSet = MNIST  # what the network was trained on


class Evaluator(QObject):
    """`result` is shown; it is of one network and one set of digits, and `fresh` while both are still those chosen.

    `changed` follows everything: progress, results, another choice.
    """

    changed = Signal()

    def __init__(self, display: Display, examples: Examples, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._display, self._examples = display, examples
        self.task = Task(self)
        self.source = SOURCES[0]
        self._chosen: tuple[tuple[int, int], tuple[object, ...]] | None = None  # a cell, and the key of its result
        self.result: Result | None = None
        self.stopped = False
        self._kept: OrderedDict[tuple[object, ...], Result] = OrderedDict()
        self._begun: Result | None = None
        self._again = False
        self._known: tuple[DigitNet, bytes] | None = None
        self._latest: Result | None = None  # that was shown with all readings
        self._earlier: Result | None = None  # another one, shown before that

    # -- what is chosen -----------------------------------------------------------------------------------------

    def examples(self) -> tuple[Drawing, ...]:
        """Those of the user's examples that say which digit they are."""
        return tuple(d for d in self._examples.drawings if d.label is not None)

    def subject(self) -> Subject | None:
        """The network on display; None while there is none."""
        shown = self._display.shown
        return None if shown is None else Subject(shown.kind, shown.name, shown.network.parameter_count, shown.step)

    def key(self) -> tuple[object, ...]:
        """What a result would belong to now."""
        if self.source == "examples":
            return self._fingerprint(), self.source, _stamp(self.examples())
        network = self._display.network
        return self._fingerprint(), self.source, None if network is None else network.data

    def _fingerprint(self) -> bytes:
        network = self._display.network
        if network is None:
            return b""
        if self._known is None or self._known[0] is not network:
            from model.evaluate.readings import fingerprint

            self._known = network, fingerprint(network)
        return self._known[1]

    @property
    def fresh(self) -> bool:
        """Whether what is shown is of the network on display and the digits chosen."""
        return self.result is not None and self.result.key == self.key()

    def choose_source(self, source: str) -> None:
        """Evaluate on `source` from now on; what was found on it before is shown."""
        if source != self.source:
            self.task.cancel()
            self.source, self.result, self._begun, self.stopped = source, None, None, False
            self.look()

    @property
    def cell(self) -> tuple[int, int] | None:
        """The chosen cell of the confusion matrix; none once the result is of another network or other digits."""
        if self._chosen is None or self.result is None or self._chosen[1] != self.result.key:
            return None
        return self._chosen[0]

    def choose_cell(self, cell: tuple[int, int] | None) -> None:
        """Choose a cell of the confusion matrix, or none."""
        if cell != self.cell:
            self._chosen = None if cell is None or self.result is None else (cell, self.result.key)
            self.changed.emit()

    def look(self) -> None:
        """Show what is already known of the network on display; an older result stays until there is a new one."""
        known = self._kept.get(self.key())
        if known is not None and not self.running and known is not self.result:
            self.result, self.stopped = known, False
            self._note()
        self.changed.emit()

    def known(self, key: tuple[object, ...]) -> Result | None:
        """The finished result of a network on some digits; None where there is none."""
        return self._kept.get(key)

    def keep(self, result: Result) -> None:
        """Remember a finished result, of the network on display or of another."""
        self._kept[result.key] = result
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)

    def _note(self) -> None:
        if self.result is not None and self.result.report.whole:
            if self._latest is not None and self._latest.key != self.result.key:
                self._earlier = self._latest
            self._latest = self.result

    @property
    def earlier(self) -> Result | None:
        """The result of another network on the same digits that was shown before this one."""
        found, now = self._earlier, self.result
        if found is None or now is None or found.key[1:] != now.key[1:] or found.key[0] == now.key[0]:
            return None
        return found

    def change(self) -> "BeforeAfter | None":
        """The earlier result, digit by digit, with the one that is shown."""
        from model.evaluate.outcome import BeforeAfter

        before = None if self.earlier is None else self.earlier.report.readings
        now = self.result.report.readings if self.result is not None and self.result.report.whole else None
        return None if before is None or now is None else BeforeAfter(now.digits, before.answers, now.answers)

    # -- the work -----------------------------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        """Whether the thread is at work."""
        return self.task.busy

    @property
    def can_start(self) -> bool:
        """Whether there is a network, and something that it can read."""
        mine = self.source != "examples" or (bool(self.examples()) and self.data.digits)
        return self.subject() is not None and mine

    @property
    def data(self) -> DataSet:
        """What the network on display was trained on, and is evaluated on."""
        return self._display.data

    def start(self) -> None:
        """Evaluate the network on display; what was shown is taken away. A run that is on ends first."""
        if self.running:
            self._again = True
            self.cancel()
            return
        network, subject = self._display.network, self.subject()
        self.result, self.stopped = None, False
        if network is not None and subject is not None and self.can_start:
            from model.evaluate.report import Report

            source = self.source
            examples = self.examples() if source == "examples" else ()
            self._begun = Result(self.key(), subject, source, examples, Report(0.0), network.data)
            self.task.start(jobs.evaluating(network, source, examples), self._on_items, self._on_end)
        self.changed.emit()

    def cancel(self) -> None:
        """Stop; what is measured by then stays."""
        if self.running:
            self.stopped = True
            self.task.cancel()

    def _on_items(self, items: list[object]) -> None:
        if self._begun is None or self._again:
            return
        self._begun = self.result = replace(self._begun, report=cast("Report", items[-1]))
        self._note()
        if self.result.report.complete:
            self.keep(self.result)
        self.changed.emit()

    def _on_end(self, end: End) -> None:
        self.stopped = not isinstance(end, Done) and self._begun is not None
        if self.result is not None and not self.result.report.whole:
            self.result = None
        again, self._again = self._again, False
        if again:
            self.look()
            if not self.fresh:
                self.start()
        elif self._begun is None:  # other digits were chosen meanwhile
            self.look()
        else:
            self.changed.emit()

    def close(self) -> None:
        """End the thread."""
        self._again = False
        self.task.close()


def _stamp(examples: tuple[Drawing, ...]) -> bytes:
    """Equal for equal drawings."""
    found = hashlib.blake2b(digest_size=16)
    for drawing in examples:
        found.update(f"{drawing.label} {len(drawing.strokes)}".encode())
        for stroke in drawing.strokes:
            found.update(f"{stroke.width} {stroke.eraser}".encode() + stroke.points.tobytes())
        if drawing.picture is not None:
            found.update(drawing.picture.ink.tobytes())
    return found.digest()
