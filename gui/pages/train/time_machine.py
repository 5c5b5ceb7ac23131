"""The card that goes back in a run: the first layer at any kept step, a slider, replay, taking a step's weights."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from gui.session.run import Ask
from gui.style import theme
from gui.widgets.controls import button, fill, label
from gui.widgets.elided import Elided
from gui.widgets.fields import Choice
from gui.widgets.tile_view import TileView
from gui.widgets.when_seen import WhenSeen
from model.look.snapshot import Snapshot, moved, read_weights

if TYPE_CHECKING:
    from gui.session.session import Session
    from model.look.snapshot import Layer

SPEEDS = {"slow": (250, 1), "normal": (100, 1), "fast": (100, 3)}  # milliseconds between frames; every how many-th
SIDE = 28  # of the drawing, in cells
KERNELS = 74  # pixels: as wide as their title, the rest is for the maps
LOW = 315  # a card lower than this leaves the drawing out


class TimeMachine(QFrame):
    """Shows the session's snapshot of a step, and asks the session for others: the whole window goes along."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeMachine")
        self.setAccessibleName(self.tr("Time machine"))
        self.setProperty("role", "card")
        self._session = session
        self._drawn: Snapshot | None = None
        self._first: tuple[int, object, Layer] | None = None  # the run's first layer at its start
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_tick)
        self._title = Elided("dim", "timeMachineTitle")
        self._said = label("", "dim", "timeMachineAnswer", wrap=True)
        self._said.setMinimumHeight(theme.room(32))  # two lines: nothing may jump while it plays
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(self._build_pictures(), 1)
        column.addLayout(self._build_slider())
        column.addWidget(self._said)
        column.addLayout(self._build_buttons())
        session.rewind.timeline_changed.connect(self._on_timeline_changed)
        session.rewind.step_changed.connect(self._on_timeline_changed)
        session.display.shown_changed.connect(self._on_timeline_changed)
        session.display.snapshot_changed.connect(WhenSeen(self, self._draw).tell)
        self._words_seen = WhenSeen(self, self._say)
        for signal in (session.in_use.changed, session.state_changed, session.trainer.ended):
            signal.connect(self._show_state)
        self._on_timeline_changed()

    # -- building -----------------------------------------------------------------------------------------------------

    def _build_pictures(self) -> QHBoxLayout:
        tip = self.tr("Each square is one weight; orange adds, purple takes away, white does nothing.")
        self._kernels = TileView("trainingKernels", self.tr("Kernels of the first layer"), tip, 12)
        tip = self.tr("What these kernels find in your drawing.")
        self._maps = TileView("trainingMaps", self.tr("Feature maps of the first layer"), tip, 8)
        tip = self.tr("Your drawing as the network gets it; draw on the first page, at any time.")
        self._image = TileView("trainingImage", self.tr("Your drawing"), tip, 3)
        self._kernels_title, self._maps_title = label("", "code"), label("", "code")
        self._image_title = label(self.tr("your drawing"), "code")
        self._image.setFixedSize(2 * SIDE, 2 * SIDE)
        self._kernels.setFixedWidth(KERNELS)
        self._maps.setMinimumHeight(2 * SIDE)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(4)
        fill(left, self._image_title, self._image, self._kernels_title)
        left.addWidget(self._kernels, 1)
        right.addWidget(self._maps_title)
        right.addWidget(self._maps, 1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addLayout(left)
        row.addLayout(right, 1)
        return row

    def _build_slider(self) -> QHBoxLayout:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("timeSlider")
        self.slider.setAccessibleName(self.tr("Step of the run"))
        self.slider.setToolTip(
            self.tr("Goes back in the run: the whole window shows the network of that step. The right end is now.")
        )
        self.slider.setPageStep(10)
        self.slider.valueChanged.connect(self._on_slid)
        self._start, self._end = label("", "code", "timeStart"), label("", "code", "timeEnd")
        self.play = button(
            "replayButton", self.tr("▶ replay"),
            self.tr("Let the whole window go through the run; also look at the other pages meanwhile"),
            self._on_play, "small",
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(8)
        fill(row, self.play, self._start)
        row.addWidget(self.slider, 1)
        row.addWidget(self._end)
        return row

    def _build_buttons(self) -> QHBoxLayout:
        words = [("slow", self.tr("slow")), ("normal", self.tr("normal")), ("fast", self.tr("fast"))]
        self._speed = Choice("replaySpeed", self.tr("Speed"), self.tr("How fast the replay goes"), words)
        self._speed.setProperty("role", "small")
        self._speed.setMinimumContentsLength(5)
        self._speed.set_value("normal")
        self._speed.currentIndexChanged.connect(self._on_speed_chosen)
        self.now = button(
            "nowButton", self.tr("Back to now"), self.tr("Show the network as it is now (the slider's right end)"),
            self._on_now, "small",
        )  # fmt: skip
        self.take = button(
            "takeStepButton", self.tr("Take weights"),
            self.tr(
                "Use the weights of this step: the run is ended, they are measured on the test digits, and you keep "
                "them or revert"
            ),
            self._on_take, "small",
        )  # fmt: skip
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._speed)
        row.addStretch()
        fill(row, self.now, self.take)
        return row

    # -- the slider ---------------------------------------------------------------------------------------------------

    def _steps(self) -> tuple[int, ...]:
        return self._session.rewind.steps

    def _on_timeline_changed(self, *_: object) -> None:
        steps, shown = self._steps(), self._session.shown_step
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(len(steps) - 1, 0))
            if not self.slider.isSliderDown():
                at = len(steps) - 1 if shown is None else sum(step <= shown for step in steps) - 1
                self.slider.setValue(max(at, 0))
        self._start.setText(f"{steps[0]:,}" if steps else "")
        self._end.setText(f"{steps[-1]:,}" if steps else "")
        self._show_state()

    def _on_slid(self, at: int) -> None:
        steps = self._steps()
        if steps:
            self._show(steps[at])

    def _show(self, step: int) -> None:
        """Show this step; where it is what the window shows anyway, go back to now."""
        now = self._session.now_step
        self._session.rewind.show_step(None if step == (self._steps()[-1] if now is None else now) else step)

    def show_nearest(self, step: int) -> None:
        """Go to the kept step at or before `step`."""
        timeline = self._session.rewind.timeline
        if timeline is not None and len(timeline):
            self.stop()
            self._show(timeline.nearest(step))

    def _on_now(self) -> None:
        self.stop()
        self._session.rewind.show_step(None)

    def _on_take(self) -> None:
        self.stop()
        if self._session.rewind.step is not None:
            self._session.trainer.take(self._session.rewind.step)

    # -- replay -------------------------------------------------------------------------------------------------------

    def _on_play(self) -> None:
        if self._timer.isActive():
            self.stop()
            return
        if self.slider.value() >= self.slider.maximum():
            self.slider.setValue(0)
        self._on_speed_chosen()
        self._timer.start()
        self._show_state()

    def _on_speed_chosen(self) -> None:
        self._timer.setInterval(SPEEDS[self._speed.value()][0])

    def _on_tick(self) -> None:
        if self.slider.value() >= self.slider.maximum():
            self.stop()
            return
        self.slider.setValue(self.slider.value() + SPEEDS[self._speed.value()][1])

    def stop(self) -> None:
        """End the replay; the step it came to stays."""
        self._timer.stop()
        self._show_state()

    # -- what is shown ------------------------------------------------------------------------------------------------

    def _show_state(self, *_: object) -> None:
        steps, shown = self._steps(), self._session.rewind.step
        several, playing = len(steps) > 1, self._timer.isActive()
        self.slider.setEnabled(several)
        self.play.setEnabled(several)
        self._speed.setEnabled(several)
        self.play.setText(self.tr("❚❚ pause") if playing else self.tr("▶ replay"))
        self.play.setAccessibleName(self.play.text())
        self.now.setEnabled(shown is not None)
        self.take.setEnabled(shown is not None and self._session.trainer.may(Ask.TAKE))
        if shown is not None:
            self._title.set_text(
                self.tr("Time machine · step {0:,} · your drawing as the network saw it then").format(shown)
            )
        elif (taken := self._session.now_step) is not None:
            self._title.set_text(
                self.tr("Time machine · now: step {0:,} · your drawing as the network sees it").format(taken)
            )
        else:
            self._title.set_text(self.tr("Time machine · now · your drawing as the network sees it"))
        self._words_seen.tell()

    def resizeEvent(self, _event: QEvent) -> None:
        """The kernels come first: where there is little room the drawing gives way, which the maps show as well."""
        for shown in (self._image_title, self._image):
            shown.setHidden(self.height() < theme.room(LOW))

    def _draw(self) -> None:
        snapshot = self._session.display.snapshot
        if snapshot is None or snapshot is self._drawn:
            return
        self._drawn = snapshot
        first = snapshot.weights.layers[0]
        shape = first.shape
        self._kernels.set_tiles(first.weight[:, 0], "diverging", -first.span, first.span)
        side, channels = shape.spec.kernel_size, shape.spec.out_channels
        self._kernels_title.setText(self.tr("kernels {0}×{0}").format(side))
        self._maps_title.setText(self.tr("conv1 · {0} feature maps {1}×{1}").format(channels, shape.out_size))
        if snapshot.image is not None:
            self._image.set_tiles(snapshot.image[None], "ink", 0.0, 1.0)
            self._maps.set_tiles(snapshot.maps[0].out, "sequential", 0.0, snapshot.maps[0].highest)
        else:
            self._image.set_blank((1, 28, 28))
            self._maps.set_blank((channels, shape.out_size, shape.out_size))
        self._say()

    def _say(self) -> None:
        """What it answered at this step, and how far its first kernels came."""
        snapshot = self._session.display.snapshot
        if snapshot is None:
            return
        parts = []
        shown = self._session.rewind.step
        if snapshot.probabilities is not None:
            best = int(snapshot.probabilities.argmax())
            sure, name = 100 * snapshot.probabilities[best], snapshot.classes[best]
            if shown is None:
                parts.append(self.tr("now it answers {0} with {1:.0f} %").format(name, sure))
            else:
                parts.append(self.tr("at step {0:,} it answered {1} with {2:.0f} %").format(shown, name, sure))
        start = None if self._session.display.can_edit else self._first_layer()  # is it of the run at all?
        far = None if start is None else moved(start, snapshot.weights.layers[0])
        if far is not None:
            parts.append(self.tr("conv1's kernels moved by {0:.0f} % of their size since step {1:,}").format(
                100 * far, self._steps()[0]))  # fmt: skip
        elif not self._steps():
            parts.append(self.tr("once a run is on, slide back through it here"))
        self._said.setText(" · ".join(parts).replace(" %", "\u00a0%"))  # no line begins with the sign

    def _first_layer(self) -> "Layer | None":
        """The first layer at the run's first kept step; read once a run."""
        timeline = self._session.rewind.timeline
        if timeline is None or not len(timeline):
            return None
        step = timeline.steps[0]
        if self._first is None or self._first[:2] != (step, timeline):
            self._first = step, timeline, read_weights(timeline.at(step)).layers[0]
        return self._first[2]
