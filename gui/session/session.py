"""The one place where things change: the parts of the session, and what follows from what.

Panels listen to the parts' signals and call their methods; they never change anything themselves. Torch is imported in
a thread after the window is up, so everything here works, and the pad takes ink, before there is a network.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gui.language.sentences import sentence
from gui.session.compared import Compared
from gui.session.design import Design
from gui.session.display import Display
from gui.session.drawing import Drawing
from gui.session.edits import Workbench
from gui.session.evaluator import Evaluator
from gui.session.in_use import NetworkInUse
from gui.session.previewer import Previewer
from gui.session.rewind import Rewind
from gui.session.run import Ask, Teaching
from gui.session.shown import Shown
from gui.session.task import Task
from gui.session.trainer import Trainer
from gui.session.undo import say_anew
from gui.session.why import Why
from gui.storage.examples import Examples
from gui.storage.networks import Networks
from gui.storage.settings import Settings
from model import jobs
from model.data_set import MNIST, DataSet, looked_at
from model.files import InputError
from model.jobs import InUse, Read
from model.train.recipe import STANDARD, Recipe


class Session(QObject):
    """Holds the parts and connects them.

    `task` is the one thread in which weights are loaded, trained, taken, taught and measured: these exclude each other.
    `state_changed` follows whatever may change what can be done now: a phase of the trainer, the thread, the network in
    use or on display. `failed` carries a sentence for the user, `saved` the path of a file that the
    user had written; `broke` an exception nobody expected.
    """

    state_changed = Signal()
    load_fault_changed = Signal()
    failed = Signal(str)
    saved = Signal(object)
    broke = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.task = Task(self)
        self.drawing = Drawing(self)
        self.drawing.straighten(not settings.as_drawn)
        self.examples = Examples(self)
        self.in_use = NetworkInUse(settings, self._may_open, self)
        self.display = Display(self.drawing, self._decide, self)
        self.edits = Workbench(self.in_use, self.display, self.task, self)
        self.rewind = Rewind(self.in_use, self)
        self.trainer = Trainer(self.task, self.in_use, self.edits, self.rewind, self)
        self.evaluator = Evaluator(self.display, self.examples, self)
        self.previewer = Previewer(self)
        self.why = Why(self.display, self.drawing, self)
        self.networks = Networks(self._path_in_use, self)
        self.compared = Compared(self.evaluator, self.in_use, self.networks, self)
        self.next_run: Recipe = STANDARD  # what the form says
        self.next_data: DataSet = MNIST  # what the next run learns from
        self.data_fault = ""  # why it is not what was chosen the last time, in a sentence
        self._recall_data()
        self.design = Design(STANDARD.layers, self)  # the layers of the next run
        self.load_fault = ""  # why no network could be loaded, in a sentence
        self._connect()

    def _connect(self) -> None:
        self.drawing.changed.connect(self.task.put_off)
        self.display.snapshot_changed.connect(self.rewind.answer)
        self.in_use.replaced.connect(self._on_replaced)
        self.in_use.replaced.connect(self.edits.begin)
        self.edits.changed.connect(self._on_edited)
        trainer, changed = self.trainer, self.in_use.changed
        for signal in (changed, self.rewind.step_changed, trainer.followed, trainer.phase_changed):
            signal.connect(self.display.refresh)  # first, so that whoever hears it sees what is shown then
        for signal in (changed, self.task.changed, trainer.phase_changed, self.display.shown_changed):
            signal.connect(self.state_changed)
        self.networks.renamed.connect(self.in_use.file_renamed)
        self.networks.deleted.connect(self.in_use.file_deleted)
        self.task.failed.connect(self._on_task_failed)
        self.in_use.wrote.connect(self.saved)
        for part in (self.examples, self.in_use, self.trainer, self.networks, self.compared):
            part.failed.connect(self.failed)
        evaluators, why = (self.evaluator.task, self.compared.task), self.why
        others = (*evaluators, self.previewer.task, why.task, why.firing.task, why.searches.task)
        for task in others:
            task.failed.connect(self.failed)
        for task in (self.task, *others):
            task.broke.connect(self.broke)

    def _decide(self) -> Shown | None:
        """Which network is on display: a step of the past, what learns or waits, what was changed, what is in use."""
        return self.rewind.shown() or self.trainer.shown() or self.edits.shown() or self.in_use.shown()

    @property
    def now_step(self) -> int | None:
        """The step of the run whose weights the window shows where it does not look back; None: the newest."""
        now = self.trainer.shown() or self.edits.shown() or self.in_use.shown()
        return None if now is None else self.rewind.step_of(now.network)

    @property
    def shown_step(self) -> int | None:
        """The step of the run whose weights the window shows; None: the newest, or none of them."""
        return self.now_step if self.rewind.step is None else self.rewind.step

    def _may_open(self) -> bool:
        return self.trainer.may(Ask.OPEN)

    def _path_in_use(self) -> Path | None:
        return self.in_use.path

    def _on_edited(self) -> None:
        if not self.trainer.learning:
            self.rewind.show_now()
        self.display.refresh()

    # -- beginning and end --------------------------------------------------------------------------------------

    def load(self, weights: Path | None = None) -> None:
        """Import torch and read `weights` (else those used last, else the shipped ones) in a thread."""
        self._set_load_fault("")
        self.task.start(jobs.loading(weights or self.settings.weights), self._on_loaded, urgent=True)

    def _on_loaded(self, items: list[object]) -> None:
        for item in items:
            if isinstance(item, Read):
                self.display.begin_with(item.weights)
            elif isinstance(item, InUse):
                self.in_use.use(item)
            elif isinstance(item, InputError):
                self.failed.emit(sentence(item))

    def close(self) -> None:
        """End all threads and timers; nothing that was trained is lost."""
        self.edits.undo_stack.clear()  # its destructor would, and those who listen may be gone by then
        self.why.close()
        self.previewer.close()
        self.compared.close()
        self.evaluator.close()
        self.networks.stop()
        self.display.close()
        self.rewind.close()
        self.trainer.close()

    def _on_replaced(self) -> None:
        """With the first network, from wherever it came, torch is there, and what needs it can be read."""
        self._set_load_fault("")
        if self.in_use.previous is None:
            jobs.one_thread()
            self.examples.load()
            self.trainer.files.look()
        elif isinstance(self.trainer.run, Teaching) and self.examples.newest is not None:
            self.examples.learned()

    def _set_load_fault(self, words: str) -> None:
        if words != self.load_fault:
            self.load_fault = words
            self.load_fault_changed.emit()

    def _on_task_failed(self, words: str) -> None:
        if self.in_use.current is None:  # it stands where the network would
            self._set_load_fault(words)
        else:
            self.failed.emit(words)

    def say_anew(self) -> None:
        """Another language is in use: what was done and can be undone says so in it."""
        for stack in (self.drawing.undo_stack, self.edits.undo_stack, self.design.undo_stack):
            say_anew(stack)

    # -- what the next run learns from --------------------------------------------------------------------------

    def choose_data(self, data: DataSet) -> None:
        """Learn from this, from the next run on and after the next start."""
        self.next_data, self.data_fault = data, ""
        self.settings.data = None if data.built_in else data.path

    def _recall_data(self) -> None:
        folder = self.settings.data
        try:
            self.next_data = MNIST if folder is None else looked_at(folder)
        except InputError as error:  # it stays remembered: it may be on a disk that comes back
            self.data_fault = sentence(error)

    # -- the drawing --------------------------------------------------------------------------------------------

    def add_example(self, label: int) -> None:
        """Keep what is on the pad, of several digits the one that is looked at, as an example of `label`."""
        self.drawing.end()
        self.display.answer()  # of what was drawn just now as well
        self.examples.add(self.drawing.record(label, self.display.digits.looked_at))

    def teach(self) -> None:
        """Learn from the user's examples; then keep or revert."""
        self.trainer.teach(self.examples.drawings)
