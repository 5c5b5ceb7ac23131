"""The one place where things change: the network in use, the drawing, the snapshot, a training run.

Panels listen to its signals and call its methods; they never change anything themselves. Torch is imported in a thread
after the window is up, so everything here works, and the pad takes ink, before there is a network.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from gui.language.sentences import sentence
from gui.session.design import Design
from gui.session.evaluator import Evaluator
from gui.session.previewer import Previewer
from gui.session.task import Worker
from gui.session.trainer import TrainingSession
from gui.storage.examples import Examples
from gui.storage.networks import Networks
from gui.storage.settings import Settings
from model import jobs
from model.drawing.ink import Picture
from model.files import InputError, write_atomically
from model.jobs import InUse, Measured, Run
from model.train.recipe import STANDARD, Recipe

if TYPE_CHECKING:
    from model.look.snapshot import Snapshot, Weights
    from model.network.checkpoint import Checkpoint
    from model.network.digit_net import DigitNet
    from model.network.editing import Filter


class Session(TrainingSession):
    """Owns network, drawing, snapshot and training; what it shares with the classes below is told there.

    Learning from one's own examples is a run like a training. `measured` carries Measured.
    """

    measured = Signal(object)
    load_fault_changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(settings, parent)
        self.recipe: Recipe = STANDARD  # of the next run
        self.previewer = Previewer(self)
        self.examples = Examples(self)
        self.examples.failed.connect(self.failed)
        self.evaluator = Evaluator(self)
        self.design = Design(STANDARD.layers, self)  # the layers of the next run
        self.networks = Networks(self)
        self.previous: InUse | None = None  # what was in use before
        self.load_fault = ""  # why no network could be loaded, in a sentence

    # -- weights ------------------------------------------------------------------------------------------------

    def load(self, weights: Path | None = None) -> None:
        """Import torch and read `weights` (else those used last, else the shipped ones) in a thread."""
        chosen = weights or self.settings.weights
        self._set_load_fault("")

        def steps() -> Iterator[object]:
            yield from jobs.loading(chosen)

        self._start(Worker(steps, self, stand_back=False))

    def open_weights(self, path: Path) -> None:
        """Use the weights in `path` from now on; on a fault `failed` says why and the network stays."""
        from model.network import checkpoint

        if self.busy or self.pending:
            return
        if self.in_use is None:  # nothing could be loaded at the start
            self.settings.weights = path
            self.load(path)
            return
        try:
            loaded = checkpoint.load(path)
        except InputError as error:
            self.failed.emit(sentence(error))
            return
        self.settings.weights = path
        self._use(InUse(loaded, path.name, path))

    def _set_load_fault(self, words: str) -> None:
        if words != self.load_fault:
            self.load_fault = words
            self.load_fault_changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if self.in_use is None and isinstance(error, InputError):
            self._set_load_fault(sentence(error))
        else:
            super()._on_failed(error)

    def use_shipped_weights(self) -> None:
        """Go back to the weights that ConvPad ships."""
        from model.network import checkpoint

        self.open_weights(checkpoint.SHIPPED)
        if self.in_use is not None and self.in_use.path == checkpoint.SHIPPED:
            self.settings.weights = None

    def _use(self, in_use: InUse) -> None:
        if self.in_use is not None:
            self.previous = self.in_use
        super()._use(in_use)

    def use_previous(self) -> None:
        """Go back to the network that was in use before; once more, and this one is back."""
        if self.previous is not None and not self.busy and self.pending is None:
            from model.network import checkpoint

            path = self.previous.path
            self.settings.weights = None if path == checkpoint.SHIPPED else path
            self._use(self.previous)

    def file_renamed(self, old: Path, new: Path) -> None:
        """The weights file `old` is called `new` from now on."""
        if self.previous is not None and self.previous.path == old:
            self.previous = replace(self.previous, name=new.name, path=new)
        if self.in_use is not None and self.in_use.path == old:
            self.in_use = replace(self.in_use, name=new.name, path=new)
            self.settings.weights = new
            self.network_changed.emit()

    def file_deleted(self, path: Path) -> None:
        """The weights file `path` is no longer there to go back to."""
        if self.previous is not None and self.previous.path == path:
            self.previous = None

    def look_with(
        self, network: "DigitNet", weights: "Weights | None" = None, drawing: "Snapshot | None" = None
    ) -> "Snapshot":
        """What another network makes of the drawing that was answered last, or of that in `drawing`.

        `weights` as in `model.snapshot.look`.
        """
        from model.look.snapshot import look

        answered = drawing or self.snapshot
        image, drawn = (answered.image, answered.drawn) if answered is not None else (None, None)
        return look(network, image, drawn=drawn, weights=weights)

    def save_weights(self, path: Path) -> None:
        """Write the network in use, without changes by hand, to `path`; on a fault `failed` says why."""
        if self.in_use is not None:
            self._write(path, self.in_use.checkpoint)

    def _write(self, path: Path, weights: "Checkpoint") -> None:
        from model.network import checkpoint

        if path.resolve() == checkpoint.SHIPPED.resolve():
            self.failed.emit(self.tr("The shipped weights are never overwritten; choose another name."))
            return
        try:
            checkpoint.save(path, weights)
        except InputError as error:
            self.failed.emit(sentence(error))

    # -- changes by hand ----------------------------------------------------------------------------------------

    @property
    def can_edit(self) -> bool:
        """Whether the network on display is the one in use, and not one that is learning or waits for a decision."""
        shows_it = not self.training and self.pending is None and self.shown_step is None
        return self.in_use is not None and shows_it

    def edit(self, layer: int, channel: int, wanted: "Filter", text: str, merge: str = "") -> None:
        """Show a copy of the network with another filter; undone by the workbench's undo stack."""
        if self.can_edit:
            self.workbench.put(layer, channel, wanted, text, merge)

    def measure(self) -> None:
        """Read the test digits with the network on display in the worker thread; `measured` follows."""
        network = self._network
        if self.busy or network is None:
            return

        def steps() -> Iterator[object]:
            yield from jobs.measuring(network)

        self._start(Worker(steps, self))

    def save_edited(self, path: Path) -> None:
        """Write the network that was changed by hand to `path`; what was measured of the other is left out."""
        from model.network.checkpoint import Checkpoint

        if self.in_use is not None and self.workbench.network is not None:
            recipe = {**self.in_use.checkpoint.recipe, "changed_by_hand": True}
            self._write(path, Checkpoint(self.workbench.network, recipe))

    # -- the drawing ----------------------------------------------------------------------------------------------

    def add_example(self, label: int) -> None:
        """Keep the drawing on the pad as an example of `label`."""
        self.drawing.end()
        self.examples.add(self.drawing.record(label))

    def put_picture(self, source: QMimeData | QImage | Path) -> None:
        """Lay a picture on the pad: from a file, the clipboard or a drop; `failed` says why where that cannot be."""
        from gui.widgets.pictures import to_pixels
        from model.drawing.picture import ink_from_pixels, read_picture

        try:
            pixels = read_picture(source) if isinstance(source, Path) else to_pixels(source)
            if pixels is None:
                self.failed.emit(self.tr("There is no picture there; copy or drop a picture file."))
                return
            ink = ink_from_pixels(pixels)
        except InputError as error:
            self.failed.emit(sentence(error))
            return
        self.drawing.put_picture(Picture((ink * 255).round().astype("uint8")))

    def save_picture(self, path: Path, image: QImage) -> None:
        """Write `image` to `path` as PNG; on a fault `failed` says why."""
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        try:
            write_atomically(path.with_suffix(".png"), bytes(content.data()))
        except InputError as error:
            self.failed.emit(sentence(error))

    def teach(self) -> None:
        """Learn from the user's examples in the worker thread; then keep or revert."""
        if not self._can_start() or self.in_use is None or not self.examples.drawings:
            return
        network, examples = self.in_use.checkpoint.network, tuple(self.examples.drawings)
        known = self.in_use.checkpoint.figures.get("test")

        def steps() -> Iterator[object]:
            yield from jobs.teaching(network, examples, known if isinstance(known, float) else None)

        self._start_run(Run(None), steps)

    def _on_progressed(self, items: list[object]) -> None:
        if self.training or self._taking:
            super()._on_progressed(items)
            return
        for item in items:
            if isinstance(item, InUse):
                jobs.one_thread()
                self._use(item)
                self.examples.load()
                self._files.look()
            elif isinstance(item, Measured):
                if item.network is self._network:  # it may have been changed meanwhile
                    self.measured.emit(item)
            elif isinstance(item, InputError):
                self.failed.emit(sentence(item))

    def close(self) -> None:
        """End all threads and timers; nothing that was trained is lost."""
        self.workbench.undo_stack.clear()  # its destructor would, and those who listen may be gone by then
        self.previewer.close()
        self.evaluator.close()
        self.networks.stop()
        super().close()
