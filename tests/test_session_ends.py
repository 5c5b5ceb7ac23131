"""How a run ends: what is on display, what waits, what can be resumed, and what lies on disk afterwards."""

from itertools import groupby

import pytest
from session_script import Player

from gui.pages.look.inspector.edit_bar import BIAS
from gui.session.run import Phase
from gui.session.shown import Kind

RUN = [".lock", ".run"]
# what was there before, what ends, how: the phase then, whether the waiting result is another than before,
# whether a run can be resumed, the files of runs
ENDS = [
    ("nothing", "training", "done", Phase.DECIDING, True, False, RUN),
    ("nothing", "training", "stopped", Phase.IDLE, False, False, []),
    ("nothing", "training", "failed", Phase.IDLE, False, True, RUN),
    ("nothing", "teaching", "done", Phase.DECIDING, True, False, []),
    ("nothing", "teaching", "stopped", Phase.IDLE, False, False, []),
    ("nothing", "teaching", "failed", Phase.IDLE, False, False, []),
    ("a result", "one more epoch", "done", Phase.DECIDING, True, False, RUN),
    ("a result", "one more epoch", "stopped", Phase.DECIDING, False, False, RUN),
    ("a result", "one more epoch", "failed", Phase.DECIDING, False, False, RUN),
    ("a result", "taking", "done", Phase.DECIDING, True, False, RUN),
    ("a result", "taking", "stopped", Phase.DECIDING, False, False, RUN),
    ("a result", "taking", "failed", Phase.DECIDING, False, False, RUN),
    ("a stopped run", "taking", "done", Phase.DECIDING, True, False, []),
    ("a stopped run", "taking", "stopped", Phase.IDLE, False, False, []),
    ("a stopped run", "taking", "failed", Phase.IDLE, False, False, []),
    ("a run", "taking", "done", Phase.DECIDING, True, False, RUN),
    ("a run", "taking", "stopped", Phase.IDLE, False, False, []),
    ("a run", "taking", "failed", Phase.IDLE, False, True, RUN),
]
# the same for a window that is closed: the files of runs, and how many networks are saved
CLOSED = [
    ("nothing", "training", [".run"], 0),
    ("nothing", "teaching", [], 0),
    ("a result", "one more epoch", [".run"], 1),
    ("a result", "taking", [], 1),
    ("a stopped run", "taking", [], 0),
    ("a run", "taking", [".run"], 0),
]


def prepare(player: Player, before: str, what: str) -> None:
    if before != "nothing":
        player.begin()
    if before == "a result":
        player.end("done")
    elif before == "a stopped run":
        player.end("stopped")
    player.begin(what)
    if before == "a run":  # it is stopped first
        player.qtbot.waitUntil(lambda: player.trainer.phase is Phase.TAKING)


@pytest.mark.parametrize(("before", "what", "how", "phase", "another", "resumable", "files"), ENDS)
def test_every_end(
    player: Player,
    before: str,
    what: str,
    how: str,
    phase: Phase,
    another: bool,
    resumable: bool,
    files: list[str],
) -> None:
    prepare(player, before, what)
    session, trainer, older = player.session, player.trainer, player.trainer.waiting
    in_use = session.in_use.current
    assert session.display.shown is not None
    assert (trainer.phase is Phase.TAKING) == (session.display.shown.kind is Kind.STEP)
    player.end(how)
    assert trainer.phase is phase
    assert (trainer.waiting is not None) == (phase is Phase.DECIDING)
    assert (trainer.waiting is not older) == another
    assert session.display.shown.kind is (Kind.SAVED if trainer.waiting is None else Kind.NEW)
    if trainer.waiting is not None:
        assert session.display.network is trainer.waiting.checkpoint.network
        assert (trainer.waiting.state is None) == (what in ("taking", "teaching") and another)
    assert session.in_use.current is in_use
    assert (trainer.resumable is not None) == resumable
    assert player.files("runs") == files
    assert player.files("weights") == []


@pytest.mark.parametrize(("before", "what", "files", "saved"), CLOSED)
def test_closing(player: Player, before: str, what: str, files: list[str], saved: int) -> None:
    prepare(player, before, what)
    player.end("closed")
    assert not player.session.task.busy
    assert player.files("runs") == files
    assert len(player.files("weights")) == saved


@pytest.mark.parametrize("decision", ["keep", "revert"])
@pytest.mark.parametrize("what", ["training", "teaching"])
def test_the_decision(player: Player, what: str, decision: str) -> None:
    player.begin(what)
    player.end("done")
    session, trainer = player.session, player.trainer
    in_use, waiting = session.in_use.current, trainer.waiting
    assert waiting is not None
    kept = decision == "keep"
    if kept:
        trainer.keep()
    else:
        trainer.revert()
    assert trainer.waiting is None
    assert (session.in_use.current is in_use) != kept
    assert (session.in_use.previous is in_use) == kept
    assert session.display.shown is not None
    assert session.display.shown.kind is Kind.SAVED
    assert (session.display.network is waiting.checkpoint.network) == kept
    assert session.settings.weights == session.in_use.path
    assert (session.in_use.path is not None) == kept
    assert player.files("runs") == []
    assert len(player.files("weights")) == kept


@pytest.mark.parametrize(("how", "stays"), [("done", False), ("stopped", True), ("failed", True)])
def test_who_looks_back_is_only_brought_to_now_by_a_result(player: Player, how: str, stays: bool) -> None:
    player.begin()
    player.session.rewind.show_step(2)
    player.end(how)
    assert (player.session.rewind.step == 2) == stays
    assert player.session.display.shown is not None
    assert player.session.display.shown.kind is (Kind.STEP if stays else Kind.NEW)


def test_what_is_shown_comes_first_from_the_past_then_the_run_then_changes_by_hand(player: Player) -> None:
    session, kinds = player.session, []
    session.display.shown_changed.connect(lambda: kinds.append(session.display.shown.kind))  # type: ignore[union-attr]
    session.edits.restore_all()
    found = session.edits.filter_at(0, 0)
    assert found is not None
    session.edits.put(0, 0, found.with_weight(0, 0, 0, 9.0), BIAS)
    player.begin()
    session.rewind.show_step(1)
    session.rewind.show_now()
    player.end("done")
    player.trainer.revert()
    session.edits.undo_stack.undo()
    run = [Kind.LEARNING, Kind.STEP, Kind.LEARNING, Kind.NEW]
    assert [kind for kind, _ in groupby(kinds)] == [Kind.EDITED, *run, Kind.EDITED, Kind.SAVED]


def test_while_another_network_is_shown_nothing_is_changed_by_hand(player: Player) -> None:
    session = player.session
    found = session.edits.filter_at(0, 0)
    assert found is not None
    player.begin()
    for shows in (session.rewind.show_now, lambda: session.rewind.show_step(1)):
        shows()
        session.edits.put(0, 0, found.with_weight(0, 0, 0, 9.0), BIAS)
        session.edits.measure()
        assert session.edits.network is None
        assert not session.edits.undo_stack.count()
