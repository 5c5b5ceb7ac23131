"""Page "Train": the recipe and its buttons at the left; the run, the time machine and the network at the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from gui.pages.train.curves_card import RunCard
from gui.pages.train.data_row import DataRow
from gui.pages.train.design_card import DesignCard
from gui.pages.train.health_card import HealthCard
from gui.pages.train.hints import TrainHints
from gui.pages.train.preview_dialog import PreviewDialog
from gui.pages.train.progress_card import ProgressCard
from gui.pages.train.recipe_column import RecipeColumn
from gui.pages.train.recipe_form import RecipeForm
from gui.pages.train.run_buttons import Steering
from gui.pages.train.shared_column import SharedColumn
from gui.pages.train.shared_height import SharedHeight
from gui.pages.train.side_by_side import Content, SideBySide, Tall
from gui.pages.train.time_machine import LOW, TimeMachine
from gui.session.run import Origin, Phase, Training
from gui.session.session import Session
from gui.style import theme
from gui.widgets.explain import explain
from gui.widgets.when_seen import WhenSeen
from model.data_set import DIGITS
from model.jobs import InUse
from model.look.snapshot import Snapshot
from model.train.recipe import Recipe

if TYPE_CHECKING:
    from model.network.architecture import LayerSpec
    from model.train.devices import Device
    from model.train.training import Progress

REDRAW = 100  # milliseconds between two redraws of what a run changes


class TrainPage(QWidget):
    """Connects the cards with the session. The signals `…_wanted` ask the window."""

    draw_wanted = Signal()
    open_wanted = Signal()
    save_wanted = Signal()
    networks_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trainPage")
        self._session = session
        self._waiting: list[Progress] = []  # not drawn yet
        self._knows_devices, self._shares_height = False, True
        self._marked: int | None = None  # the step that the run's card and the layers show
        self._told: tuple[Phase, InUse | None] | None = None  # of which state the words on the run's end tell
        self._stale = False  # whether the answers changed since they were drawn
        self._seen = WhenSeen(self, self._show_waiting, REDRAW)  # drawing all of it at once would slow the run
        self.data, self.form, self.steering = DataRow(session), RecipeForm(), Steering(session)
        self.progress, self.run_card = ProgressCard(), RunCard()
        self.time_machine, self.health, self.design = TimeMachine(session), HealthCard(), DesignCard(session)
        self.preview = PreviewDialog(session.previewer, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(RecipeColumn(self.data, self.form, self.steering))
        row.addWidget(self._build_right(), 1)
        self.form.set_recipe(session.next_run)
        self.form.set_layers(session.design.specs())
        self.form.set_digits(session.next_data.digits)
        self._connect()
        self._restore()
        explain(self, TrainHints(self).all())

    # -- building -----------------------------------------------------------------------------------------------

    def _build_right(self) -> QWidget:
        self._column = SharedColumn(
            (self.tr("Time machine"), self.tr("Go back in the run"), self.time_machine),
            (self.tr("Layers"), self.tr("Weights, gradients and dead channels of each layer"), self.health),
            theme.room(LOW),
        )
        middle = SideBySide((self.run_card, 4), (self._column, 3))
        right = Content()
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.progress)
        column.addWidget(SharedHeight(middle, self.design), 1)
        return Tall(right) if theme.scaled(100) > 100 else right

    def _connect(self) -> None:
        session = self._session
        session.trainer.started.connect(self._on_started)
        session.trainer.progressed.connect(self._on_progressed)
        session.trainer.ended.connect(self._on_ended)
        session.rewind.answers_changed.connect(self._on_answers_changed)
        session.rewind.step_changed.connect(self._on_shown_changed)
        session.display.shown_changed.connect(self._on_shown_changed)
        session.trainer.phase_changed.connect(self._seen.tell)
        session.display.snapshot_changed.connect(self._on_snapshot_changed)
        session.in_use.changed.connect(self._show_state)
        session.state_changed.connect(self._show_state)
        self.data.changed.connect(self._on_data_changed)
        self.form.changed.connect(self._on_recipe_changed)
        self.form.preset_chosen.connect(self._on_preset_chosen)
        self.form.preview_wanted.connect(self._on_preview_wanted)
        self.design.design_changed.connect(self._on_design_changed)
        self.steering.start_wanted.connect(self.start)
        self.steering.open_wanted.connect(self.open_wanted)
        self.steering.save_wanted.connect(self.save_wanted)
        self.steering.networks_wanted.connect(self.networks_wanted)
        self.run_card.step_chosen.connect(self.time_machine.show_nearest)
        self.run_card.draw_wanted.connect(self.draw_wanted)

    def _restore(self) -> None:
        """The page was made anew, in another language: show what the session knows."""
        trainer = self._session.trainer
        self._show_state()
        if not trainer.trains or not trainer.history:
            return
        self._on_started()
        self._stale = True
        self._show_waiting()
        self._on_shown_changed()
        if not trainer.learning:
            self._on_ended()
            if trainer.waiting is None:
                self.progress.show_end(self.tr("Not training"), done=False)

    # -- the recipe ---------------------------------------------------------------------------------------------

    def recipe(self) -> Recipe:
        """What the form and the table of layers say."""
        return self.form.recipe()

    def start(self) -> None:
        """Begin a run; nothing happens while one is on, or while the layers do not fit together."""
        if self.form.layers is not None:
            self._session.trainer.train(self.recipe(), self._session.next_data)

    def _on_recipe_changed(self) -> None:
        recipe = self.form.recipe()
        in_use = self._session.in_use.current
        if recipe.start == "current" and in_use is not None and not self._fits(self.form.layers):
            self.design.set_specs(in_use.checkpoint.network.specs)  # to go on from weights one needs their layers
            recipe = self.form.recipe()
        self._session.next_run = recipe
        self.preview.show_recipe(recipe, self._session.next_data)
        self._show_state()

    def _on_data_changed(self) -> None:
        self.form.set_digits(self._session.next_data.digits)
        self._on_recipe_changed()

    def _on_preset_chosen(self, preset: Recipe) -> None:
        self.design.set_specs(preset.layers)

    def _on_preview_wanted(self) -> None:
        self.preview.open_beside(self.form.recipe(), self._session.next_data)

    def _on_design_changed(self) -> None:
        layers = self.design.specs()
        if not self._fits(layers):
            self.form.start_from_new()
        self.form.set_layers(layers)
        self._show_state()

    def _fits(self, layers: "tuple[LayerSpec, ...] | None") -> bool:
        """Whether the network in use has these layers, so that training can go on from it."""
        in_use = self._session.in_use.current
        return in_use is not None and in_use.checkpoint.network.specs == layers

    def _lock(self, learning: bool) -> None:
        """While a run is on, its recipe stands; who had the keyboard in it can pause, and opens nothing by chance."""
        focused = QApplication.focusWidget()
        was_inside = learning and focused is not None and self.form.isAncestorOf(focused) and focused.isEnabled()
        self.form.set_running(learning)
        self.data.field.setEnabled(not learning)
        if was_inside and focused is not None and not focused.isEnabled():
            self.steering.show_state()
            self.steering.pause.setFocus()

    def _show_state(self, *_: object) -> None:
        """Enable what can be done now."""
        if not self._knows_devices and self._session.in_use.current is not None:
            self._knows_devices = True
            self._offer_devices()
        if not self._fits(self.form.layers):  # other weights may have been opened
            self.form.start_from_new()
        self._lock(self._session.trainer.learning)
        if self._session.trainer.phase is Phase.TAKING:
            self.progress.show_end(self.tr("Measuring these weights on the test set…"), done=False)
        elif self._session.trainer.phase is Phase.DECIDING and not self._session.trainer.trains:
            self._told = self._session.trainer.phase, self._session.in_use.current  # one that was taught waits
            self.progress.show_end(self.tr("Done: keep the new network, or revert?"), done=True)
        elif self._told is not None and self._told != (self._session.trainer.phase, self._session.in_use.current):
            self._told = None  # it was kept, reverted, renamed, or another network is in use
            if not (self._session.trainer.learning and self._session.trainer.trains):
                self.progress.show_end(self.tr("Not training"), done=False)
        self.steering.set_possible(self.form.layers is not None)

    def _offer_devices(self) -> None:
        from model.train.devices import devices  # imports torch, which is there once there is a network

        found = [(device.name, self._words_for(device)) for device in devices()]
        self.form.set_devices([("auto", self.tr("automatic: {0}").format(found[0][0])), *found])

    def _words_for(self, device: "Device") -> str:
        threads = self.tr("1 thread") if device.threads == 1 else self.tr("{0} threads").format(device.threads)
        return f"{device.name} · {device.card or threads}"

    # -- the run ------------------------------------------------------------------------------------------------

    def _on_started(self) -> None:
        run = self._session.trainer.run
        if not isinstance(run, Training):  # a teaching is shown where it was started
            self._show_state()
            return
        if run.origin is Origin.RESUMED:
            self.data.set_data(run.data)
            self.form.set_recipe(run.recipe)
            self.design.set_specs(run.recipe.layers)
        self._show_state()
        self.run_card.begin()
        self.health.show_health(None, None)
        from model.train.devices import described

        self.progress.begin(
            run.recipe.name + ("" if run.data.built_in else f" · {run.data.name}"),
            self._words_for(described(run.recipe.device)),
            run.data.name,
        )
        self._waiting = list(self._session.trainer.history)  # of a run that goes on
        self._seen.tell()

    def _on_progressed(self, steps: "list[Progress]") -> None:
        if self._session.trainer.trains:
            self._waiting += steps
            self._seen.tell()

    def _on_answers_changed(self) -> None:
        self._stale = True
        self._seen.tell()

    def _classes(self) -> tuple[str, ...]:
        """What the classes are called that the run learns."""
        run = self._session.trainer.run
        return run.data.classes if isinstance(run, Training) else DIGITS

    def _show_waiting(self) -> None:
        if self._stale:
            self._stale = False
            self.run_card.set_answers(self._session.rewind.answers, self._classes())
        if self._waiting:
            steps, self._waiting = self._waiting, []
            self.run_card.add(steps)
            self._show_health()
            measured = [p for p in steps if p.validation is not None]
            if measured:
                self.progress.show_validation(measured[-1].validation or 0.0, measured[-1].result is not None)
        trainer = self._session.trainer
        if trainer.learning and trainer.trains and trainer.history:
            self.progress.show_progress(trainer.history[-1], trainer.paused)
            self.steering.show_rate(trainer.history[-1].learning_rate)

    def _on_ended(self) -> None:
        self._show_state()
        self._show_waiting()
        trainer = self._session.trainer
        if not trainer.trains:
            return
        self._told = trainer.phase, self._session.in_use.current
        if trainer.waiting is None:
            self.progress.show_end(self.tr("Stopped; the network from before is back"), done=False)
        else:
            self.progress.show_end(self.tr("Done: keep the new network, or revert?"), done=True)

    def _on_snapshot_changed(self, snapshot: Snapshot) -> None:
        self.run_card.set_drawn(snapshot.image is not None)

    def _on_shown_changed(self) -> None:
        if self._session.shown_step != self._marked:
            self._marked = self._session.shown_step
            self.run_card.show_step(self._marked)
            self._show_health()

    def _show_health(self) -> None:
        """The latest measurement, or the last one before the step that is shown."""
        shown = self._session.shown_step
        known = (p for p in reversed(self._session.trainer.history) if p.health and (shown is None or p.step <= shown))
        latest = next(known, None)
        self.health.show_health(*((None, None) if latest is None else (latest.step, latest.health)))
        self._column.rearrange()
