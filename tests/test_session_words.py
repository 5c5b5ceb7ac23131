"""The sentences of page "Train" go with the state they tell of."""

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers import LONG
from pytestqt.qtbot import QtBot
from session_runs import begun, cancelled, run_to_its_end

from gui.session.session import Session
from gui.storage.networks import Listed
from gui.window.main_window import MainWindow
from gui.window.state_words import StateWords


def keep_and_rename(session: Session) -> None:
    session.trainer.keep()
    path = session.in_use.path
    assert path is not None
    assert session.networks.rename(Listed(path, shipped=False, changed=0.0, bytes=0), "better")


SETTLED: list[Callable[[Session], None]] = [
    lambda session: session.trainer.keep(),
    lambda session: session.trainer.revert(),
    keep_and_rename,
]


@pytest.mark.parametrize("settle", SETTLED, ids=["kept", "reverted", "kept and renamed"])
def test_the_question_goes_once_it_is_answered(
    qtbot: QtBot, window: MainWindow, session: Session, settle: Callable[[Session], None]
) -> None:
    run_to_its_end(qtbot, session)
    progress = window.train_page.progress
    assert progress.status() == "Done: keep the new network, or revert?"
    settle(session)
    assert progress.status() == "Not training"
    assert progress.step == 0


def test_that_the_network_from_before_is_back_goes_with_that_network(
    qtbot: QtBot, window: MainWindow, session: Session, tmp_path: Path
) -> None:
    begun(qtbot, session, LONG)
    cancelled(qtbot, session)
    assert window.train_page.progress.status() == "Stopped; the network from before is back"
    other = tmp_path / "other.safetensors"
    session.in_use.save(other)
    session.in_use.open(other)
    assert window.train_page.progress.status() == "Not training"


def test_a_question_that_is_put_again_is_asked_again(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    run_to_its_end(qtbot, session)
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.one_more_epoch()
        assert "Done" not in window.train_page.progress.status()
    assert window.train_page.progress.status() == "Done: keep the new network, or revert?"
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.take(session.rewind.steps[1])
        assert window.train_page.progress.status() == "Measuring these weights on the test set…"
    assert window.train_page.progress.status() == "Done: keep the new network, or revert?"


def test_the_bar_says_that_a_run_begins_though_its_page_was_left_at_once(
    qtbot: QtBot, window: MainWindow, session: Session
) -> None:
    window.pages.setCurrentIndex(0)
    session.trainer.train(LONG)
    assert not session.trainer.history
    window.set_language("zh_CN")  # a page made anew has heard of no run
    window.set_language("en")
    assert StateWords(session, window).now() == "training · reading MNIST…"
    cancelled(qtbot, session)
