"""The one place where things change: the network in use, the drawing, the snapshot, a training run.

Panels listen to its signals and call its methods; they never change anything themselves. Torch is imported in a thread
after the window is up, so everything here works, and the pad takes ink, before there is a network.
"""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QImage

from gui import work
from gui.drawing import Drawing
from gui.evaluator import Evaluator
from gui.examples import Examples
from gui.paths import data_folder
from gui.settings import Settings
from gui.work import InUse, Measured, Run
from gui.workbench import Workbench
from gui.worker import Worker
from model.files import InputError, write_atomically
from model.ink import Picture
from model.recipe import Recipe

if TYPE_CHECKING:
    from model.checkpoint import Checkpoint
    from model.editing import Filter
    from model.network import DigitNet
    from model.snapshot import Snapshot, Weights
    from model.training import Progress

FRAME = 0.016  # seconds; several pen events within one frame are answered together


class Session(QObject):
    """Owns network, drawing, snapshot and training.

    `training_started` carries the Run; `training_ended` the trained checkpoint, which then waits for `keep` or
    `revert`, or None after a cancel. Learning from one's own examples is such a run too.
    `measured` carries Measured; `failed` a sentence for the user; `broke` an exception nobody expected.
    """

    snapshot_changed = Signal(object)
    network_changed = Signal()
    busy_changed = Signal()
    training_started = Signal(object)
    training_progressed = Signal(object)
    training_ended = Signal(object)
    measured = Signal(object)
    failed = Signal(str)
    broke = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.drawing = Drawing(self)
        self.in_use: InUse | None = None
        self.pending: Checkpoint | None = None  # trained, waiting for keep or revert
        self.snapshot: Snapshot | None = None
        self.history: list[Progress] = []  # of that run, without its networks
        self.run: Run | None = None  # the run that is on, or the one whose result is pending
        self.examples = Examples(self)
        self.examples.failed.connect(self.failed)
        self.workbench = Workbench(self)
        self.workbench.changed.connect(self._show_in_use)
        self.evaluator = Evaluator(self)
        self._training = False
        self._network: DigitNet | None = None  # what is shown: the one in use, or the one that is learning
        self._weights: Weights | None = None
        self._worker: Worker | None = None
        self._result: Checkpoint | None = None
        self._answered = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.answer)
        self.drawing.changed.connect(self._on_drawing_changed)

    # -- answering ----------------------------------------------------------------------------------------------

    def _on_drawing_changed(self) -> None:
        if not self._timer.isActive():
            wait = FRAME - (time.monotonic() - self._answered)
            self._timer.start(max(0, int(wait * 1000)))

    def answer(self) -> None:
        """Look at the drawing now; `snapshot_changed` follows. Before there is a network nothing happens."""
        self._timer.stop()
        if self._network is None:
            return
        from model.snapshot import look, read_weights

        if self._weights is None:
            self._weights = read_weights(self._network)
        drawn = self.drawing.raster()
        image = None if drawn is None else drawn.image
        self.snapshot = look(self._network, image, drawn=drawn, weights=self._weights)
        self._answered = time.monotonic()
        self.snapshot_changed.emit(self.snapshot)

    def _show(self, network: "DigitNet") -> None:
        self._network, self._weights = network, None
        self.answer()

    # -- weights ------------------------------------------------------------------------------------------------

    @property
    def network(self) -> "DigitNet | None":
        """The network on display: the one in use, changed by hand or not, or the one that is learning."""
        return self._network

    @property
    def busy(self) -> bool:
        """Whether a thread is at work: loading or training."""
        return self._worker is not None

    @property
    def training(self) -> bool:
        """Whether a training run is on."""
        return self._training

    def load(self, weights: Path | None = None) -> None:
        """Import torch and read `weights` (else those used last, else the shipped ones) in a thread."""
        chosen = weights or self.settings.weights

        def steps() -> Iterator[object]:
            yield from work.loading(chosen)

        self._start(Worker(steps, self, stand_back=False))

    def _use(self, in_use: InUse) -> None:
        self.in_use = in_use
        self.network_changed.emit()
        self.workbench.begin(in_use.checkpoint.network)  # shows it

    def _show_in_use(self) -> None:
        """Show the network in use, or its copy that was changed by hand."""
        if self.in_use is not None and not self.training:
            self._show(self.workbench.network or self.in_use.checkpoint.network)

    def open_weights(self, path: Path) -> None:
        """Use the weights in `path` from now on; on a fault `failed` says why and the network stays."""
        from model import checkpoint

        if self.busy or self.pending:
            return
        try:
            loaded = checkpoint.load(path)
        except InputError as error:
            self.failed.emit(str(error))
            return
        self.settings.weights = path
        self._use(InUse(loaded, path.name, path))

    def use_shipped_weights(self) -> None:
        """Go back to the weights that ConvPad ships."""
        from model import checkpoint

        self.open_weights(checkpoint.SHIPPED)
        if self.in_use is not None and self.in_use.path == checkpoint.SHIPPED:
            self.settings.weights = None

    def save_weights(self, path: Path) -> None:
        """Write the network in use, without changes by hand, to `path`; on a fault `failed` says why."""
        if self.in_use is not None:
            self._write(path, self.in_use.checkpoint)

    def _write(self, path: Path, weights: "Checkpoint") -> None:
        from model import checkpoint

        if path.resolve() == checkpoint.SHIPPED.resolve():
            self.failed.emit(self.tr("The shipped weights are never overwritten; choose another name."))
            return
        try:
            checkpoint.save(path, weights)
        except InputError as error:
            self.failed.emit(str(error))

    # -- changes by hand ----------------------------------------------------------------------------------------

    @property
    def can_edit(self) -> bool:
        """Whether the network on display is the one in use, and not one that is learning or waits for a decision."""
        return self.in_use is not None and not self.training and self.pending is None

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
            yield from work.measuring(network)

        self._start(Worker(steps, self))

    def save_edited(self, path: Path) -> None:
        """Write the network that was changed by hand to `path`; what was measured of the other is left out."""
        from model.checkpoint import Checkpoint

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
        from gui.pictures import to_pixels
        from model.picture import ink_from_pixels, read_picture

        try:
            pixels = read_picture(source) if isinstance(source, Path) else to_pixels(source)
            if pixels is None:
                self.failed.emit(self.tr("There is no picture there; copy or drop a picture file."))
                return
            ink = ink_from_pixels(pixels)
        except InputError as error:
            self.failed.emit(str(error))
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
            self.failed.emit(str(error))

    # -- training -----------------------------------------------------------------------------------------------

    def teach(self) -> None:
        """Learn from the user's examples in the worker thread; then keep or revert."""
        if self.busy or self.in_use is None or self.pending is not None or not self.examples.drawings:
            return
        network, examples = self.in_use.checkpoint.network, tuple(self.examples.drawings)
        known = self.in_use.checkpoint.figures.get("test")

        def steps() -> Iterator[object]:
            yield from work.teaching(network, examples, known if isinstance(known, float) else None)

        self._start_run(Run(None), steps)

    def train(self, recipe: Recipe) -> None:
        """Train a new network in the worker thread; the cards show it as it learns."""
        if self.busy or self.in_use is None or self.pending is not None:
            return

        def steps() -> Iterator[object]:
            yield from work.training(recipe)

        self._start_run(Run(recipe), steps)

    def _start_run(self, run: Run, steps: Callable[[], Iterator[object]]) -> None:
        self.pending, self._result, self.run, self._training = None, None, run, True
        self.history = []
        self._start(Worker(steps, self))
        self.training_started.emit(run)

    def cancel_training(self) -> None:
        """Stop the run; the network from before comes back."""
        if self.training and self._worker is not None:
            self._worker.cancel()

    def keep(self) -> None:
        """Use the trained network from now on and save it in the user's data folder."""
        if self.pending is None:
            return
        try:
            path = self._save_trained(self.pending)
        except InputError as error:
            self.failed.emit(str(error))
            return
        trained, self.pending = self.pending, None
        self.settings.weights = path
        self._use(InUse(trained, path.name, path))

    def revert(self) -> None:
        """Forget the trained network and go back to the one in use."""
        if self.pending is not None and self.in_use is not None:
            self.pending = None
            self.network_changed.emit()
            self._show_in_use()

    def _save_trained(self, trained: "Checkpoint") -> Path:
        from model import checkpoint

        preset = str(trained.recipe.get("name", "trained")).lower()
        path = data_folder() / "weights" / f"{datetime.now():%Y-%m-%d %H.%M.%S} {preset}.safetensors"
        checkpoint.save(path, trained)
        return path

    # -- the worker thread --------------------------------------------------------------------------------------

    def _start(self, worker: Worker) -> None:
        self._worker = worker
        worker.progressed.connect(self._on_progressed)
        worker.failed.connect(self._on_failed)
        worker.finished.connect(self._on_finished)
        worker.start()
        self.busy_changed.emit()

    def _on_progressed(self, items: list[object]) -> None:
        if self.training:
            self._on_training_progressed(items)  # type: ignore[arg-type]
            return
        for item in items:
            if isinstance(item, InUse):
                work.one_thread()
                self._use(item)
                self.examples.load()
            elif isinstance(item, Measured):
                if item.network is self._network:  # it may have been changed meanwhile
                    self.measured.emit(item)
            elif item is not None:
                self.failed.emit(str(item))

    def _on_training_progressed(self, steps: "list[Progress]") -> None:
        if steps[-1].result is not None:
            self._result = steps[-1].result
        network = next((p.network for p in reversed(steps) if p.network is not None), None)
        if network is not None:
            self._show(network)
        self.history += [replace(step, network=None, result=None) for step in steps]
        self.training_progressed.emit(steps)

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, InputError):
            self.failed.emit(str(error))
        else:
            self.broke.emit(error)

    def _on_finished(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.deleteLater()
        if not self.training:
            self.busy_changed.emit()
            return
        self._training, self.pending, self._result = False, self._result, None
        if self.pending is None:
            self._show_in_use()
        self.training_ended.emit(self.pending)
        self.busy_changed.emit()

    def close(self) -> None:
        """End the thread and the timer; a trained network that waits for a decision is saved, not lost."""
        self._timer.stop()
        self.workbench.undo_stack.clear()  # its destructor would, and those who listen may be gone by then
        self.evaluator.close()
        if self._worker is not None:
            self._worker.cancel_and_wait()
        if self.pending is not None:
            try:
                self._save_trained(self.pending)
            except InputError as error:
                print(error, file=sys.stderr)
