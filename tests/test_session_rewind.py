"""Looking back along a run, and taking the weights of one of its steps."""

import numpy as np
import torch
from helpers import SEVEN, THREE, answered, draw
from pytestqt.qtbot import QtBot
from session_runs import begun, cancelled, run_to_its_end

from gui.session.session import Session
from gui.window.main_window import MainWindow
from model.network.provenance import Provenance
from model.train.timeline import probabilities


def test_the_whole_window_shows_a_step_of_the_past(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    run_to_its_end(qtbot, session)
    assert session.rewind.timeline is not None
    assert session.display.snapshot is not None
    now, steps = session.display.snapshot, session.rewind.timeline.steps
    assert steps[0] == 1
    assert steps[-1] == 20
    shown: list[int | None] = []
    session.rewind.step_changed.connect(lambda: shown.append(session.rewind.step))
    for step in steps[:-1]:
        session.rewind.show_step(step)
        network = session.rewind.timeline.at(step)
        np.testing.assert_array_equal(
            session.display.snapshot.weights.layers[0].weight, network.convs()[0].weight.numpy()
        )
        assert session.display.snapshot.image is not None
        wanted = probabilities(network, session.display.snapshot.image)
        np.testing.assert_allclose(session.display.snapshot.probabilities, wanted, atol=1e-6)  # type: ignore[arg-type]
        assert session.rewind.step == step
        assert not session.display.can_edit
    session.rewind.show_step(None)
    np.testing.assert_array_equal(session.display.snapshot.probabilities, now.probabilities)
    assert shown == [*steps[:-1], None]


def test_while_one_looks_back_the_run_goes_on_and_the_pad_answers(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    begun(qtbot, session)
    session.rewind.show_step(1)
    timeline = session.rewind.timeline
    assert timeline is not None
    count, first = len(timeline), timeline.at(1)
    draw(qtbot, window.panel.pad, SEVEN)
    qtbot.waitUntil(lambda: len(timeline) > count + 3)
    assert session.display.snapshot is not None
    assert session.display.snapshot.image is not None
    np.testing.assert_array_equal(session.display.snapshot.weights.layers[0].weight, first.convs()[0].weight.numpy())
    session.rewind.show_step(None)
    assert session.display.snapshot.weights.layers[0].weight.tolist() != first.convs()[0].weight.tolist()
    cancelled(qtbot, session)


def test_the_drawing_is_answered_along_the_run_and_anew_when_it_changes(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    run_to_its_end(qtbot, session)
    timeline = session.rewind.timeline
    assert timeline is not None
    qtbot.waitUntil(lambda: [step for step, _ in session.rewind.answers] == list(timeline.steps))

    def check() -> None:
        assert session.display.snapshot is not None
        assert session.display.snapshot.image is not None
        for step, found in session.rewind.answers:
            np.testing.assert_array_equal(found, probabilities(timeline.at(step), session.display.snapshot.image))

    check()
    draw(qtbot, window.panel.pad, SEVEN)
    qtbot.waitUntil(lambda: session.rewind.answers == [])  # nothing old beside the new drawing
    qtbot.waitUntil(lambda: [step for step, _ in session.rewind.answers] == list(timeline.steps))
    check()
    session.drawing.clear()
    qtbot.waitUntil(lambda: session.rewind.answers == [])


def test_the_weights_of_a_step_are_taken_measured_kept(qtbot: QtBot, session: Session) -> None:
    run_to_its_end(qtbot, session)
    end = session.trainer.waiting
    assert session.rewind.timeline is not None
    step = session.rewind.timeline.steps[len(session.rewind.timeline) // 2]
    session.rewind.show_step(step)
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.take(step)
        assert session.task.busy
        assert not session.trainer.learning
    taken = session.trainer.waiting
    assert taken is not None
    assert taken is not end
    assert taken.checkpoint.provenance.taken_at_step == step
    assert taken.checkpoint.figures.keys() == {"validation", "test"}
    assert session.rewind.step is None
    source = session.rewind.timeline.at(step)
    assert torch.equal(source.convs()[0].weight, taken.checkpoint.network.convs()[0].weight)
    assert source is not taken.checkpoint.network
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.one_more_epoch()
    assert session.trainer.waiting is not None
    origin = session.trainer.waiting.checkpoint.provenance.started_from
    assert isinstance(origin, Provenance)
    assert origin.taken_at_step == step
    session.trainer.keep()
    assert session.in_use.current is not None
    assert session.in_use.current.path is not None


def test_taking_a_step_ends_the_run_that_is_on(qtbot: QtBot, session: Session) -> None:
    begun(qtbot, session)
    assert session.rewind.timeline is not None
    ended: list[object] = []
    session.trainer.ended.connect(lambda: ended.append(session.trainer.waiting))
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.take(session.rewind.timeline.steps[1])
    assert ended == [session.trainer.waiting]
    assert session.trainer.waiting is not None
    assert session.trainer.waiting.checkpoint.provenance.taken_at_step == session.rewind.timeline.steps[1]
    session.trainer.revert()
    assert session.trainer.waiting is None


def test_after_a_cancel_a_step_can_still_be_taken_and_trained_on(
    qtbot: QtBot, session: Session, sentences: list[str]
) -> None:
    begun(qtbot, session)
    cancelled(qtbot, session)
    assert session.rewind.timeline is not None
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.take(session.rewind.timeline.steps[-1])
    assert session.trainer.waiting is not None
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.one_more_epoch()
    session.trainer.revert()
    assert sentences == []
