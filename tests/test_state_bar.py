"""The window's state bar: a run, the decision after it, and that nothing of it stays once the question is settled."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
import torch
from helpers import LONG, TINY, begin_run, press
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from session_script import Player

from gui.session.session import Session
from gui.storage.networks import Networks
from gui.widgets.gallery import Gallery
from gui.window.main_window import MainWindow
from gui.window.outcome_dialog import OutcomeDialog
from gui.window.state_bar import StateBar
from model.evaluate.outcome import BeforeAfter, Outcome
from model.mnist import Digits
from model.network import checkpoint
from model.network.checkpoint import Checkpoint

DECISION = "before 99.64 %, now 97.43 %: worse, beyond chance"


def compared(count: int, lost: int, won: int, wrong: int, label: int = 1, answer: int = 7) -> BeforeAfter:
    """Of `count` digits `lost` are read wrong now, `won` were, and `wrong` are both times."""
    labels = np.full(count, label)
    before, now = labels.copy(), labels.copy()
    now[:lost] = answer
    before[lost : lost + won] = answer
    before[lost + won : lost + won + wrong] = now[lost + won : lost + won + wrong] = answer
    images = torch.full((count, 1, 28, 28), 9, dtype=torch.uint8)
    return BeforeAfter(Digits(images, torch.from_numpy(labels)), before, now)


WORSE = Outcome(compared(10_000, 221, 0, 36))


@pytest.fixture
def bar(qtbot: QtBot, player: Player) -> Iterator[StateBar]:
    made = StateBar(player.session)
    qtbot.addWidget(made)
    made.resize(1100, made.height())
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def seen(bar: StateBar) -> set[str]:
    return {each.objectName() for each in bar.findChildren(QWidget) if each.isVisible()} - {"weightsStatus"}


def idle(bar: StateBar) -> bool:
    return not seen(bar) and "before" not in bar.text.text() and "%" not in bar.text.text()


def test_a_run_shows_progress_pause_and_cancel(qtbot: QtBot, player: Player, bar: StateBar) -> None:
    assert idle(bar)
    assert "old.safetensors" in bar.text.text()
    player.begin()
    assert seen(bar) == {"statePauseButton", "stateCancelButton", "stateProgress"}
    qtbot.mouseClick(bar.pause, Qt.MouseButton.LeftButton)
    assert player.trainer.paused
    assert bar.pause.text() == "Resume"
    qtbot.mouseClick(bar.pause, Qt.MouseButton.LeftButton)
    assert bar.pause.text() == "Pause"
    with qtbot.waitSignal(player.trainer.ended):
        qtbot.mouseClick(bar.cancel, Qt.MouseButton.LeftButton)
    assert idle(bar)


def decide(player: Player, outcome: Outcome | None = WORSE) -> None:
    player.script.outcome = outcome
    player.begin()
    player.end("done")


def test_the_decision_says_before_now_and_beyond_chance(player: Player, bar: StateBar) -> None:
    decide(player)
    assert bar.text.text() == DECISION
    assert seen(bar) == {"whatChangedButton", "revertButton", "keepButton"}


@pytest.mark.parametrize(
    ("outcome", "keep", "revert", "words"),
    [
        (WORSE, "false", "true", "worse, beyond chance"),
        (Outcome(compared(1000, 0, 20, 3)), "true", "false", "better, beyond chance"),
        (Outcome(compared(1000, 4, 6, 3)), "false", "false", "within chance"),
        (Outcome(compared(1000, 4, 6, 3), compared(5, 0, 5, 0)), "true", "false", "mine before 0 %, now 100 %"),
        (
            Outcome(compared(1000, 4, 6, 3), compared(5, 0, 5, 0, 7, 1), compared(90, 9, 0, 0)),
            "false", "true", "careful: some 1s are now read as 7",
        ),
    ],
)  # fmt: skip
def test_what_the_figures_favour_looks_primary(
    player: Player, bar: StateBar, outcome: Outcome, keep: str, revert: str, words: str
) -> None:
    decide(player, outcome)
    assert words in bar.text.text()
    assert bar.text.text().startswith("careful") == ("careful" in words)  # where there is little room the end is cut
    assert (bar.keep.property("advised"), bar.revert.property("advised")) == (keep, revert)


def rename(player: Player) -> None:
    player.trainer.keep()
    networks = Networks(lambda: player.session.in_use.path)
    networks.renamed.connect(player.session.in_use.file_renamed)
    networks.refresh()
    [kept] = [each for each in networks.listed if each.path == player.session.in_use.path]
    assert networks.rename(kept, "mine")
    networks.stop()


def other_network(player: Player) -> None:
    player.trainer.revert()
    path = player.folder / "other.safetensors"
    checkpoint.save(path, Checkpoint(player.network))
    player.session.in_use.open(path)


def new_run(player: Player) -> None:
    player.trainer.revert()
    player.begin()
    player.end("stopped")


WAYS: dict[str, tuple[Callable[[Player], object], str]] = {
    "keep": (lambda player: player.trainer.keep(), "tiny"),
    "revert": (lambda player: player.trainer.revert(), "old"),
    "rename": (rename, "mine"),
    "another network": (other_network, "other"),
    "a new run": (new_run, "old"),
}


@pytest.mark.parametrize("way", list(WAYS))
def test_it_goes_when_the_question_is_settled(player: Player, bar: StateBar, way: str) -> None:
    decide(player)
    bar.changes.click()
    dialog = bar.findChild(OutcomeDialog)
    assert dialog is not None
    assert dialog.isVisible()
    settle, name = WAYS[way]
    settle(player)
    assert not seen(bar)
    assert DECISION not in bar.text.text()
    assert bar.text.text().split(" · ")[0].lower().removesuffix(".safetensors").endswith(name)
    assert not dialog.isVisible()


def test_one_more_epoch_and_taking_a_step_are_runs_again(player: Player, bar: StateBar) -> None:
    decide(player)
    player.begin("one more epoch")
    assert seen(bar) == {"statePauseButton", "stateCancelButton", "stateProgress"}
    player.end("stopped")
    assert bar.text.text() == DECISION  # the older result still waits
    player.begin("taking")
    assert "measuring these weights" in bar.text.text()
    assert "keepButton" not in seen(bar)
    player.end("done")
    assert "keepButton" in seen(bar)


def test_what_changed_is_shown_with_pictures(player: Player, bar: StateBar) -> None:
    outcome = Outcome(compared(1000, 4, 6, 3), compared(5, 0, 5, 0, 7, 1), compared(90, 9, 0, 0))
    decide(player, outcome)
    bar.changes.click()
    dialog = bar.findChild(OutcomeDialog)
    assert dialog is not None
    rows = {each.objectName(): each.count() for each in dialog.findChildren(Gallery)}
    assert rows == {"alike0": 9, "mineWon": 5, "testLost": 4, "testWon": 6}
    assert all(each.whatsThis() for each in dialog.findChildren(Gallery))
    lost = dialog.findChild(Gallery, "testLost")
    assert lost is not None
    assert lost.item(0).text() == "1→7"
    player.trainer.revert()


def test_it_is_on_every_page_and_moves_nothing(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    def places() -> dict[str, QRect]:
        found = {}
        for number in range(window.pages.count()):
            window.pages.setCurrentIndex(number)
            found[window.pages.name(number)] = window.pages.geometry()
            assert window.state.isVisible()
            names = {"statePauseButton", "stateCancelButton", "stateProgress"}
            assert (seen(window.state) >= names) == session.trainer.learning
        return found

    before = places()
    begin_run(qtbot, window, LONG)
    assert places() == before
    with qtbot.waitSignal(session.trainer.ended):
        press(qtbot, window, "stateCancelButton")
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.train(TINY)
    assert places() == before
    assert window.state.keep.isVisible()
    press(qtbot, window, "revertButton")
    assert places() == before


def pressed_by_key(qtbot: QtBot, window: MainWindow, name: str) -> QPushButton:
    with qtbot.waitActive(window):
        window.activateWindow()
    pressed = window.findChild(QPushButton, name)
    assert pressed is not None
    pressed.setFocus()
    qtbot.keyClick(pressed, Qt.Key.Key_Space)
    return pressed


@pytest.mark.parametrize("name", ["pauseButton", "statePauseButton", "stateCancelButton"])
def test_a_pressed_button_hands_the_keyboard_to_no_other(
    qtbot: QtBot, window: MainWindow, session: Session, name: str
) -> None:
    begin_run(qtbot, window, LONG)
    pressed = pressed_by_key(qtbot, window, name)
    focus = window.focusWidget()
    assert focus is None or focus is pressed
    session.trainer.cancel()
    qtbot.waitUntil(lambda: not session.task.busy)
    focus = window.focusWidget()
    assert not isinstance(focus, QPushButton) or focus is pressed


@pytest.mark.parametrize("name", ["keepButton", "revertButton"])
def test_a_decision_by_key_hands_the_keyboard_to_no_other(
    qtbot: QtBot, window: MainWindow, session: Session, name: str
) -> None:
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.train(TINY)
    pressed = pressed_by_key(qtbot, window, name)
    assert not pressed.isVisible()
    assert QApplication.focusWidget() is None  # Tab goes on from there


def test_the_bar_is_built_anew_in_another_language(qtbot: QtBot, window: MainWindow, session: Session) -> None:
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.train(TINY)
    window.set_language("zh_CN")
    assert window.state.keep.isVisible()
    assert window.state.changes.isVisible()
    session.trainer.revert()
    assert not window.state.keep.isVisible()
