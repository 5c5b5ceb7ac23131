"""A second network, read on the same digits as the one that is evaluated, so that the two can be compared."""

from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from gui.language.sentences import sentence
from gui.session.evaluator import Evaluator, Result, Subject
from gui.session.in_use import NetworkInUse
from gui.session.shown import Kind
from gui.session.task import Done, End, Task
from gui.storage.networks import Networks, title
from model import jobs
from model.data_set import DataSet
from model.files import InputError

if TYPE_CHECKING:
    from model.evaluate.report import Report
    from model.network.checkpoint import Checkpoint


class Role(Enum):
    """Why a network is offered."""

    PREVIOUS = auto()
    IN_USE = auto()
    SHIPPED = auto()
    SAVED = auto()


@dataclass(frozen=True)
class Offer:
    """A network that can be chosen, with the name it goes by."""

    path: Path
    name: str
    role: Role


class Compared(QObject):
    """`chosen` is the file of the second network, None for none; `result` what it reads of the evaluator's digits.

    It begins once the first network is read, and again when that was read on other digits. `changed` follows
    everything; `failed` carries a sentence for the user.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self, evaluator: Evaluator, in_use: NetworkInUse, networks: Networks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._evaluator, self._in_use, self._networks = evaluator, in_use, networks
        self.task = Task(self)
        self.chosen: Path | None = None
        self.result: Result | None = None
        self._loaded: Checkpoint | None = None
        self._begun: Result | None = None
        evaluator.changed.connect(self._look)
        networks.renamed.connect(self._on_renamed)
        networks.deleted.connect(self._on_deleted)
        networks.changed.connect(self.changed)
        in_use.changed.connect(self.changed)

    # -- what is chosen -----------------------------------------------------------------------------------------

    def offers(self) -> list[Offer]:
        """The previous network and the one in use, then all that are saved, of those that read the same digits.

        Each file once. What a file was trained on is known once it was read.
        """
        found: dict[Path, Offer] = {}
        for role, known in ((Role.PREVIOUS, self._in_use.previous), (Role.IN_USE, self._in_use.current)):
            if known is not None and known.path is not None and self._reads_them(known.checkpoint.network.data):
                found.setdefault(known.path, Offer(known.path, title(known.name), role))
        for each in self._networks.listed:
            if each.layers and not each.fault and self._reads_them(each.data):
                role = Role.SHIPPED if each.shipped else Role.SAVED
                found.setdefault(each.path, Offer(each.path, each.name, role))
        return list(found.values())

    def _reads_them(self, data: DataSet) -> bool:
        """Whether a network trained on this can read what the first one reads: the user's examples are digits."""
        first = self._evaluator.result
        if self._evaluator.source == "examples":
            return data.digits
        return data == (self._evaluator.data if first is None else first.data)

    def look_for(self) -> None:
        """Look which networks there are now."""
        self._networks.refresh()

    def choose(self, path: Path | None) -> None:
        """Compare with the network in `path`, or with none; where it cannot be read, `failed` says why."""
        if path == self.chosen:
            return
        self.chosen, self.result, self._loaded = path, None, None
        if path is not None:
            from model.network import checkpoint

            try:
                self._loaded = checkpoint.load(path)
            except InputError as error:
                self.chosen = None
                self.failed.emit(sentence(error))
        self._look()

    def _on_renamed(self, old: Path, new: Path) -> None:
        if self.chosen == old:
            self.chosen = new
            self._look()

    def _on_deleted(self, path: Path) -> None:
        if self.chosen == path:
            self.choose(None)

    # -- the work -----------------------------------------------------------------------------------------------

    @property
    def running(self) -> bool:
        """Whether the thread is at work."""
        return self.task.busy

    @property
    def done(self) -> float:
        """The part of the work that is done, 0…1."""
        return self._begun.report.done if self.running and self._begun is not None else 0.0

    @property
    def other_data(self) -> DataSet | None:
        """What the chosen network was trained on, where that hinders: only digits one drew may be read by both."""
        first, loaded = self._evaluator.result, self._loaded
        if first is None or loaded is None or self._reads_them(loaded.network.data):
            return None
        return loaded.network.data

    def _wanted(self) -> Result | None:
        """What is to be read, without its report's contents; None while the first network is not read."""
        first, chosen, loaded = self._evaluator.result, self.chosen, self._loaded
        if first is None or not first.report.whole or chosen is None or loaded is None:
            return None
        if self.other_data is not None:
            return None
        from model.evaluate.readings import fingerprint
        from model.evaluate.report import Report

        network = loaded.network
        key = (fingerprint(network), *first.key[1:])
        subject = Subject(Kind.SAVED, title(chosen.name), network.parameter_count)
        return Result(key, subject, first.source, first.examples, Report(0.0), network.data)

    def _look(self) -> None:
        """Show what is known of the chosen network on the evaluator's digits; read them where nothing is."""
        wanted = self._wanted()
        if self.running:
            if self._begun is None or wanted is None or self._begun.key != wanted.key:
                self.result = None
                self.task.cancel()  # and look again at its end
        elif wanted is None:
            self.result = None
        elif self.result is None or self.result.key != wanted.key:
            known = self._evaluator.known(wanted.key)
            self.result = None if known is None else replace(known, subject=wanted.subject)
            if known is None and not self._evaluator.running:
                self._start(wanted)
        else:
            self.result = replace(self.result, subject=wanted.subject)  # it may go by another name now
        self.changed.emit()

    def _start(self, wanted: Result) -> None:
        assert self._loaded is not None
        self._begun = wanted
        work = jobs.evaluating(self._loaded.network, wanted.source, wanted.examples)
        self.task.start(work, self._on_items, self._on_end)

    def _on_items(self, items: list[object]) -> None:
        wanted = self._wanted()
        if self._begun is None or wanted is None or wanted.key != self._begun.key:
            return
        self._begun = replace(self._begun, report=cast("Report", items[-1]))
        if self._begun.report.whole:
            self.result = self._begun
        if self._begun.report.complete:
            self._evaluator.keep(self._begun)
        self.changed.emit()

    def _on_end(self, end: End) -> None:
        begun, self._begun = self._begun, None
        wanted = self._wanted()
        if not isinstance(end, Done) and begun is not None and wanted is not None and wanted.key == begun.key:
            self.choose(None)  # it broke; the session says so
        else:
            self._look()

    def close(self) -> None:
        """End the thread."""
        self.task.close()
