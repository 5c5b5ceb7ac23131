"""What may be asked of the trainer in which phase: every pair of them, also those that are refused."""

from itertools import product

import pytest
from helpers import TINY
from session_script import Player

from gui.session.run import ALLOWED, NEEDS, Ask, Phase
from model.network.checkpoint import Checkpoint

# what is accepted, and the phase in which the trainer is then; all other pairs are refused
AFTER = {
    (Phase.IDLE, Ask.START): Phase.RUNNING,
    (Phase.IDLE, Ask.RESUME): Phase.RUNNING,
    (Phase.IDLE, Ask.OPEN): Phase.IDLE,
    (Phase.IDLE, Ask.TAKE): Phase.TAKING,
    (Phase.RUNNING, Ask.PAUSE): Phase.PAUSED,
    (Phase.RUNNING, Ask.RATE): Phase.RUNNING,
    (Phase.RUNNING, Ask.MORE): Phase.RUNNING,
    (Phase.RUNNING, Ask.STOP): Phase.STOPPING,
    (Phase.RUNNING, Ask.TAKE): Phase.STOPPING,
    (Phase.PAUSED, Ask.GO_ON): Phase.RUNNING,
    (Phase.PAUSED, Ask.RATE): Phase.PAUSED,
    (Phase.PAUSED, Ask.MORE): Phase.PAUSED,
    (Phase.PAUSED, Ask.STOP): Phase.STOPPING,
    (Phase.PAUSED, Ask.TAKE): Phase.STOPPING,
    (Phase.TAKING, Ask.STOP): Phase.TAKING,
    (Phase.DECIDING, Ask.MORE): Phase.RUNNING,
    (Phase.DECIDING, Ask.TAKE): Phase.TAKING,
    (Phase.DECIDING, Ask.KEEP): Phase.IDLE,
    (Phase.DECIDING, Ask.REVERT): Phase.IDLE,
}
ORDERS = {(phase, ask) for phase, ask in AFTER if ask in (Ask.RATE, Ask.MORE) and phase is not Phase.DECIDING}


def ask_for(player: Player, ask: Ask) -> None:
    session, trainer = player.session, player.trainer
    {
        Ask.START: lambda: trainer.train(TINY),
        Ask.RESUME: trainer.resume_run,
        Ask.OPEN: session.in_use.use_shipped,
        Ask.PAUSE: trainer.pause,
        Ask.GO_ON: trainer.go_on,
        Ask.RATE: lambda: trainer.set_learning_rate(0.5),
        Ask.MORE: trainer.one_more_epoch,
        Ask.STOP: trainer.cancel,
        Ask.TAKE: lambda: trainer.take(2),
        Ask.KEEP: trainer.keep,
        Ask.REVERT: trainer.revert,
    }[ask]()


def state(player: Player) -> tuple[object, ...]:
    """All that a refused request must leave alone."""
    trainer, session, controls = player.trainer, player.session, player.script.controls
    known = trainer.run, trainer.waiting, list(trainer.history), trainer.resumable
    seen = session.in_use.current, session.display.shown, session.rewind.step, session.task.busy
    return *known, *seen, controls.paused, controls.stopped, player.files("runs"), player.files("weights")


def test_the_table_is_complete() -> None:
    assert set(ALLOWED) == set(NEEDS) == set(Ask)
    assert {(phase, ask) for ask, phases in ALLOWED.items() for phase in phases} == set(AFTER)
    assert {phase for phase, _ in AFTER} == set(Phase) - {Phase.STOPPING}, "while it stops nothing more can be asked"


@pytest.mark.parametrize(("phase", "ask"), list(product(Phase, Ask)), ids=lambda each: each.name)
def test_every_request_in_every_phase(player: Player, phase: Phase, ask: Ask) -> None:
    player.go_to(phase)
    before, accepted = state(player), (phase, ask) in AFTER
    assert player.trainer.may(ask) == accepted
    ask_for(player, ask)
    assert player.trainer.phase is AFTER.get((phase, ask), phase)
    orders = player.script.controls.take_orders()
    assert bool(orders) == ((phase, ask) in ORDERS)
    if not accepted:
        assert state(player) == before
    elif ask is not Ask.STOP or phase is not Phase.TAKING:
        assert state(player) != before or (phase, ask) in ORDERS


@pytest.mark.parametrize("ask", list(Ask), ids=lambda each: each.name)
def test_nothing_is_begun_while_the_thread_does_something_else(player: Player, ask: Ask) -> None:
    """Loading and measuring are no phase of the trainer, and still exclude a run."""
    player.go_to(Phase.IDLE)
    player.script.go.clear()
    player.session.task.start(player.script.teaching(Checkpoint(player.network), ()), lambda _items: None)
    assert not player.trainer.may(ask)
    ask_for(player, ask)
    assert player.trainer.phase is Phase.IDLE


@pytest.mark.parametrize("ask", [Ask.PAUSE, Ask.GO_ON, Ask.RATE, Ask.MORE, Ask.TAKE], ids=lambda each: each.name)
def test_a_teaching_can_only_be_stopped(player: Player, ask: Ask) -> None:
    player.begin("teaching")
    assert player.trainer.may(Ask.STOP)
    assert not player.trainer.may(ask)
    ask_for(player, ask)
    assert player.trainer.phase is Phase.RUNNING
    player.end("done")
    assert not player.trainer.may(ask)


def test_without_a_network_only_weights_can_be_opened(player: Player) -> None:
    player.session.in_use.current = None
    assert [ask for ask in Ask if player.trainer.may(ask)] == [Ask.OPEN]
