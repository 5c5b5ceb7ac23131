"""Anything at any time, seeded: no exception, no Qt warning, no thread left, and memory that does not grow.

The short run is part of every test run; the long one, two minutes, carries the marker `soak`:

    python -m pytest -m soak tests/test_soak.py
    SOAK_SEED=7 SOAK_ACTIONS=1000 python -m pytest -m soak tests/test_soak.py     # another one
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from soak import User, megabytes

from model.mnist import Mnist

ALLOWED = 20.0  # megabytes


@pytest.fixture
def user(
    qtbot: QtBot, tmp_path: Path, on_few_digits: Mnist, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[int], User]]:
    """Makes a user from a seed, who leaves at the end."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "saved.safetensors"), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    users: list[User] = []

    def made(seed: int) -> User:
        users.append(User(qtbot, tmp_path, seed))
        return users[-1]

    yield made
    for someone in users:
        someone.leave()


def run(user: User, actions: int, qtlog: object) -> None:
    """Whatever goes wrong ends the run, and says what was done before."""
    hook = sys.excepthook

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        user.broken.append(error)
        hook(kind, error, trace)

    sys.excepthook = note
    try:
        for _ in range(actions):
            user.do()
            warned = [str(r) for r in qtlog.records if not r.message.startswith("This plugin does not support")]  # type: ignore[attr-defined]
            wrong = [*user.broken, *warned]
            assert not wrong, f"{wrong} after {len(user.trail)} actions, the last: {user.trail[-12:]}"
    finally:
        sys.excepthook = hook


def test_a_short_while(user: Callable[[int], User], qtlog: object) -> None:
    run(user(1), 150, qtlog)


@pytest.mark.soak
def test_a_long_while(user: Callable[[int], User], qtlog: object) -> None:
    someone = user(int(os.environ.get("SOAK_SEED", "0")))
    run(someone, 500, qtlog)
    someone.do_the_largest()  # chance may do it late, which is no growth
    someone.rest()
    first = megabytes()
    actions = int(os.environ.get("SOAK_ACTIONS", "5000")) - 500
    for done in range(0, actions, 500):
        run(someone, min(500, actions - done), qtlog)
        someone.rest()
        print(f"{done + 1000} actions: {megabytes() - first:+.1f} MB", file=sys.stderr)
    assert megabytes() - first < ALLOWED
