"""Whatever goes wrong with a run becomes one sentence, and nothing is lost."""

import errno
import os
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from helpers import TINY
from pytestqt.qtbot import QtBot
from session_runs import run_folder, run_to_its_end

from gui.session.run import Phase
from gui.session.session import Session
from gui.window.main_window import MainWindow
from model.files import InputError
from model.network import checkpoint
from model.train.run import Run
from model.train.training import Progress


def no_space(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_is_told_once_and_the_run_goes_on(
    qtbot: QtBot, session: Session, sentences: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("model.train.watch.KEEP_EVERY", 0.0)
    monkeypatch.setattr(os, "fsync", no_space)
    run_to_its_end(qtbot, session)
    assert len(sentences) == 1
    assert "No space left" in sentences[0]
    session.trainer.keep()
    assert "No space left" in sentences[1]
    assert session.trainer.waiting is not None, "nothing is lost: it can be kept when there is room"
    monkeypatch.undo()
    session.trainer.keep()
    assert session.trainer.waiting is None


def test_a_folder_that_cannot_be_written_is_told_and_the_run_goes_on(
    qtbot: QtBot, session: Session, sentences: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    monkeypatch.setattr("gui.storage.run_files.data_folder", lambda: blocked / "ConvPad")
    run_to_its_end(qtbot, session)
    assert len(sentences) == 1
    assert "cannot be written" in sentences[0]


def failing_at(step: int, fault: Exception | float) -> Callable[[Run, torch.Tensor], float]:
    original = Run.step

    def fails(run: Run, picked: torch.Tensor) -> float:
        loss = original(run, picked)
        if run.step_number == step:
            if isinstance(fault, Exception):
                raise fault
            return fault
        return loss

    return fails


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (float("nan"), "learning rate"),
        (MemoryError(), "memory"),
        (torch.OutOfMemoryError("CUDA out of memory"), "memory"),
        (torch.AcceleratorError("CUDA error: unspecified launch failure"), "device"),
    ],
)
def test_a_run_that_fails_leaves_its_last_good_step_and_can_be_resumed(
    qtbot: QtBot,
    session: Session,
    sentences: list[str],
    monkeypatch: pytest.MonkeyPatch,
    fault: Exception | float,
    words: str,
) -> None:
    monkeypatch.setattr("model.train.watch.KEEP_EVERY", 0.0)
    original, in_use = Run.step, session.in_use.current
    monkeypatch.setattr(Run, "step", failing_at(8, fault))
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.train(TINY)
    assert session.trainer.phase is Phase.IDLE
    assert len(sentences) == 1
    assert words in sentences[0]
    assert session.in_use.current is in_use
    assert session.rewind.timeline is not None
    assert 1 <= session.rewind.timeline.steps[-1] <= 7
    assert session.trainer.resumable is not None
    assert session.trainer.resumable.step == 7
    monkeypatch.setattr(Run, "step", original)
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.take(session.rewind.timeline.steps[-1])
    assert session.trainer.waiting is not None
    session.trainer.revert()
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.resume_run()
    assert session.trainer.waiting is not None
    session.trainer.revert()


def test_a_device_that_is_not_there(qtbot: QtBot, session: Session, sentences: list[str]) -> None:
    with qtbot.waitSignal(session.trainer.ended):
        session.trainer.train(replace(TINY, device="mps" if torch.cuda.is_available() else "cuda"))
    assert session.trainer.phase is Phase.IDLE
    assert "device" in sentences[0]
    assert session.trainer.resumable is None


def test_closing_with_a_result_that_cannot_be_saved_leaves_the_run_to_be_resumed(
    qtbot: QtBot,
    window: MainWindow,
    session: Session,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run_to_its_end(qtbot, session)
    assert session.trainer.waiting is not None
    result = session.trainer.waiting.checkpoint
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))

    def refused(_trained: object) -> Path:
        raise InputError("Cannot write")

    monkeypatch.setattr("gui.session.in_use.save_trained", refused)
    window.close()
    assert run_folder(tmp_path) == [".run"]
    [saved] = (tmp_path / "temporary").glob("*.safetensors")  # and nothing is lost without it
    assert checkpoint.load(saved).figures == result.figures
    assert str(saved) in capsys.readouterr().err


def test_progress_handed_to_pages_has_no_gap(qtbot: QtBot, session: Session) -> None:
    got: list[Progress] = []
    session.trainer.progressed.connect(got.extend)
    run_to_its_end(qtbot, session)
    assert sorted({p.step for p in got}) == list(range(1, 21))
    assert [p.step for p in session.trainer.history] == [p.step for p in got]
    assert all(p.network is None and p.result is None for p in session.trainer.history)
