"""Page "Train": choose a preset, watch the run, keep or revert."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QRadioButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from gui.bars_view import BarsView
from gui.controls import button, card, fill, label
from gui.drawing_panel import WIDTH
from gui.session import Session
from gui.tile_view import TileView
from gui.work import Run
from model.architecture import parameter_count
from model.recipe import PRESETS, Recipe
from model.snapshot import Snapshot

if TYPE_CHECKING:
    from gui.curves import Curves
    from model.checkpoint import Checkpoint
    from model.training import Progress


class TrainPage(QWidget):
    """Recipe on the left; progress, curves and the learning first layer on the right."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trainPage")
        self._session = session
        self._curves: Curves | None = None
        self._shown: Snapshot | None = None
        self._waiting: list[Progress] = []  # not drawn yet
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._build_recipe())
        row.addLayout(self._build_view(), 1)
        session.training_started.connect(self._on_started)
        session.training_progressed.connect(self._on_progressed)
        session.training_ended.connect(self._on_ended)
        session.network_changed.connect(self._show_state)
        session.busy_changed.connect(self._show_state)
        session.snapshot_changed.connect(self._on_snapshot_changed)
        self._show_state()
        if session.run is not None and session.history:  # the page was made anew, in another language
            self._on_started(session.run)
            self._waiting = list(session.history) if session.run.recipe is not None else []
            if not session.training:
                self._on_ended(session.pending)
                if session.pending is None:
                    self._step.setText(self.tr("Not training"))

    # -- building -----------------------------------------------------------------------------------------------

    def _build_recipe(self) -> QFrame:
        column_frame = QFrame()
        column_frame.setObjectName("sideColumn")
        column_frame.setFixedWidth(WIDTH)
        column = QVBoxLayout(column_frame)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Recipe"), "dim"))
        self._presets = QButtonGroup(self)
        words = {
            "quick": (self.tr("Quick"), self.tr("A small network, one pass over MNIST: seconds.")),
            "standard": (
                self.tr("Standard"),
                self.tr("A larger network, with digits changed as other hands write them: about a minute."),
            ),
            "best": (self.tr("Best"), self.tr("Makes the shipped weights again: about half an hour.")),
        }
        for number, (key, recipe) in enumerate(PRESETS.items()):
            title, text = words[key]
            choice = QRadioButton(title)
            choice.setObjectName(f"{key}Preset")
            choice.setToolTip(text)
            choice.setAccessibleName(title)
            choice.setChecked(key == "standard")
            self._presets.addButton(choice, number)
            facts = self.tr("epochs: {0} · {1:,} parameters").format(recipe.epochs, parameter_count(recipe.layers))
            about = label(f"{text}\n{facts}", "dim", wrap=True)
            about.setContentsMargins(24, 0, 0, 6)
            fill(column, choice, about)
        self.retrain = button(
            "retrainButton", self.tr("Retrain"),
            self.tr("Train a new network on MNIST in the background; you can go on drawing (Ctrl+T)"),
            self.start, "primary",
        )  # fmt: skip
        self.cancel = button(
            "cancelTrainingButton", self.tr("Cancel"), self.tr("Stop; the network from before comes back"),
            self._session.cancel_training,
        )  # fmt: skip
        fill(column, self.retrain, self.cancel)
        column.addSpacing(8)
        column.addWidget(self._build_outcome())
        column.addStretch()
        return column_frame

    def _build_outcome(self) -> QWidget:
        self._outcome = QWidget()
        self._outcome.setObjectName("outcome")
        grid = QGridLayout(self._outcome)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.addWidget(label(self.tr("After training: MNIST test set"), "dim"), 0, 0, 1, 2)
        self._old, self._new = label(role="code", name="oldAccuracy"), label(role="strong", name="newAccuracy")
        for row, (text, value) in enumerate(((self.tr("before"), self._old), (self.tr("now"), self._new)), start=1):
            grid.addWidget(label(text), row, 0)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignRight)
        self.keep = button(
            "keepButton", self.tr("Keep"), self.tr("Use the new network from now on and save it"), self._session.keep
        )
        self.revert = button(
            "revertButton", self.tr("Revert"), self.tr("Forget it and go back to the network from before"),
            self._session.revert,
        )  # fmt: skip
        grid.addWidget(self.keep, 3, 0)
        grid.addWidget(self.revert, 3, 1)
        return self._outcome

    def _build_view(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        top, line = card("progressCard")
        self._step = label(self.tr("Not training"), name="trainingStatus")
        self._bar = QProgressBar()
        self._bar.setObjectName("trainingProgress")
        self._bar.setAccessibleName(self.tr("Training progress"))
        self._bar.setTextVisible(False)
        self._speed = label("", "dim", "trainingSpeed")
        self._validation = label("", "strong", "validationAccuracy")
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._step)
        row.addWidget(self._bar, 1)
        fill(row, self._speed, self._validation)
        line.addLayout(row)
        column.addWidget(top)
        lower = QHBoxLayout()
        lower.setSpacing(10)
        self._plots, plots = card("curvesCard")
        plots.addWidget(label(self.tr("Loss of each step and accuracy on validation digits"), "dim"))
        self._plot_place = QStackedLayout()
        self._no_curves = label(self.tr("Start a run and the curves are drawn here."), "dim")
        self._no_curves.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._plot_place.addWidget(self._no_curves)
        plots.addLayout(self._plot_place, 1)
        lower.addWidget(self._plots, 3)
        lower.addWidget(self._build_live(), 2)
        column.addLayout(lower, 1)
        return column

    def _build_live(self) -> QFrame:
        frame, column = card("liveCard")
        self._live_title = label(self.tr("Your drawing, as the network sees it now"), "dim")
        self._live_digit = label("", "strong", "trainingAnswer")
        self._kernels = TileView(
            "trainingKernels",
            self.tr("Kernels of the first layer"),
            self.tr("They take shape as the network learns."),
            14,
        )
        self._maps = TileView(
            "trainingMaps",
            self.tr("Feature maps of the first layer"),
            self.tr("What these kernels find in your drawing."),
            8,
        )
        self._bars = BarsView(
            "trainingBars", self.tr("Probabilities now"), self.tr("The answer to your drawing at this step.")
        )
        self._bars.setFixedHeight(160)
        self._kernels.setFixedHeight(110)
        fill(column, self._live_title, self._bars, label(self.tr("conv1 · kernels"), "dim"), self._kernels)
        fill(column, label(self.tr("conv1 · feature maps"), "dim"))
        column.addWidget(self._maps, 1)
        return frame

    # -- the run ------------------------------------------------------------------------------------------------

    def recipe(self) -> Recipe:
        """The chosen preset."""
        return list(PRESETS.values())[max(self._presets.checkedId(), 0)]

    def start(self) -> None:
        """Begin a run with the chosen preset; nothing happens while one is on."""
        self._session.train(self.recipe())

    def _show_state(self) -> None:
        """Enable what can be done now."""
        training, pending = self._session.training, self._session.pending is not None
        ready = self._session.in_use is not None and not self._session.busy
        self.retrain.setEnabled(ready and not pending)
        self.cancel.setEnabled(training)
        for choice in self._presets.buttons():
            choice.setEnabled(not training)
        self._outcome.setVisible(pending and self._session.run is not None and self._session.run.recipe is not None)

    def _on_started(self, run: Run) -> None:
        self._show_state()
        if run.recipe is None:  # a teaching is shown where it was started
            return
        from gui.curves import Curves  # pyqtgraph takes a third of a second to import: not at the program's start

        if self._curves is None:
            self._curves = Curves()
            self._plot_place.addWidget(self._curves)
        self._plot_place.setCurrentWidget(self._curves)
        self._curves.begin()
        self._waiting = []
        self._step.setText(self.tr("Reading MNIST…"))
        self._validation.setText("")
        self._speed.setText("")
        self._bar.setRange(0, 0)
        self._bar.setToolTip(run.recipe.name)

    def _on_progressed(self, steps: "list[Progress]") -> None:
        if self._session.run is None or self._session.run.recipe is None:
            return
        self._waiting += steps
        if self.isVisible():
            self._show_progress()

    def _show_progress(self) -> None:
        """Show what came since the last time; while the page is hidden it waits, since drawing it slows the run."""
        if not self._waiting or self._curves is None:
            return
        steps, self._waiting = self._waiting, []
        last = steps[-1]
        self._curves.add(steps)
        self._bar.setRange(0, last.steps)
        self._bar.setValue(last.step)
        if last.step < last.steps:
            self._step.setText(self.tr("epoch {0} of {1} · step {2:,} of {3:,}").format(
                last.epoch, last.epochs, last.step, last.steps))  # fmt: skip
            self._speed.setText(
                self.tr("{0:,.0f} images/s · {1} left").format(last.images_per_second, _duration(last.seconds_left))
            )
        else:
            self._step.setText(self.tr("Measuring on the test set…"))
            self._speed.setText("")
        measured = [p.validation for p in steps if p.validation is not None]
        if measured:
            self._validation.setText(self.tr("validation {0:.2f} %").format(100 * measured[-1]))

    def _on_ended(self, result: "Checkpoint | None") -> None:
        self._show_state()
        self._show_progress()
        if self._session.run is None or self._session.run.recipe is None:
            return
        self._bar.setRange(0, 1)
        self._bar.setValue(0 if result is None else 1)
        self._speed.setText("")
        if result is None:
            self._step.setText(self.tr("Stopped; the network from before is back"))
        else:
            self._step.setText(self.tr("Done: keep the new network, or revert?"))
            old = self._session.in_use.checkpoint.figures.get("test") if self._session.in_use else None
            self._old.setText(_per_cent(old))
            self._new.setText(_per_cent(result.figures.get("test")))

    def headline(self) -> str:
        """Where the run is, in a few words for the window's bar."""
        if self._session.run is not None and self._session.run.recipe is None:
            return self.tr("learning from your examples…")
        if not self._waiting:
            return self.tr("training · {0}").format(self._step.text())
        last = self._waiting[-1]
        return self.tr("training · epoch {0} of {1} · {2} %").format(
            last.epoch, last.epochs, 100 * last.step // last.steps
        )

    def dress(self) -> None:
        """Take over the theme's colours."""
        if self._curves is not None:
            self._curves.dress()

    # -- the live first layer -----------------------------------------------------------------------------------

    def _on_snapshot_changed(self, snapshot: Snapshot) -> None:
        if self.isVisible():
            self._show_snapshot(snapshot)

    def showEvent(self, _event: QEvent) -> None:
        """Catch up with what came while the page was hidden."""
        if self._session.training:
            self._show_progress()
        if self._session.snapshot is not None:
            self._show_snapshot(self._session.snapshot)

    def _show_snapshot(self, snapshot: Snapshot) -> None:
        if snapshot is self._shown:
            return
        self._shown = snapshot
        first = snapshot.weights.layers[0]
        self._kernels.set_tiles(first.weight[:, 0], "diverging", -first.span, first.span)
        self._bars.set_values(snapshot.probabilities, snapshot.digit)
        if snapshot.maps:
            self._maps.set_tiles(snapshot.maps[0].out, "sequential", 0.0, snapshot.maps[0].highest)
        else:
            shape = first.shape
            self._maps.set_blank((shape.spec.out_channels, shape.out_size, shape.out_size))


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"


def _per_cent(accuracy: object) -> str:
    return f"{100 * accuracy:.2f} %" if isinstance(accuracy, float) else "–"
