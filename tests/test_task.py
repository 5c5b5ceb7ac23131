"""The task: a thread that walks through a generator; what it hands on, and how it ends."""

import os
import platform
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.session import task as task_module
from gui.session.task import Done, End, Failed, Stopped, Task
from model.files import InputError
from model.jobs import HAND_OVER, Work


class Heard:
    """What a task told."""

    def __init__(self, task: Task) -> None:
        self.items: list[object] = []
        self.ends: list[End] = []
        self.said: list[object] = []
        task.failed.connect(self.said.append)
        task.broke.connect(self.said.append)

    def on_items(self, items: list[object]) -> None:
        self.items += items

    def on_end(self, end: End) -> None:
        self.ends.append(end)


@pytest.fixture
def task() -> Task:
    return Task()


@pytest.fixture
def heard(task: Task) -> Heard:
    return Heard(task)


def numbers(count: int) -> Work:
    yield from range(count)


def endless(closed_in: list[int]) -> Work:
    """Can be left at any time; the thread in which it is closed is noted."""
    try:
        while True:
            yield HAND_OVER
            yield 1
    finally:
        closed_in.append(threading.get_ident())


def failing(error: Exception) -> Work:
    yield 1
    raise error


def test_everything_is_handed_on_in_order_before_the_end(qtbot: QtBot, task: Task, heard: Heard) -> None:
    task.start(numbers(1000), heard.on_items, heard.on_end)
    assert task.busy
    qtbot.waitUntil(lambda: bool(heard.ends))
    assert heard.items == list(range(1000))
    assert heard.ends == [Done(999)]
    assert not task.busy


def test_what_is_about_to_wait_is_handed_over_at_once(qtbot: QtBot, task: Task, heard: Heard) -> None:
    go_on = threading.Event()

    def waits() -> Work:
        yield 1
        yield HAND_OVER
        go_on.wait()
        yield 2

    task.start(waits(), heard.on_items, heard.on_end)
    qtbot.waitUntil(lambda: heard.items == [1])
    go_on.set()
    qtbot.waitUntil(lambda: heard.ends == [Done(2)])
    assert heard.items == [1, 2]


def test_what_was_handed_over_is_seen_and_the_pen_rests_before_the_work_goes_on(
    qtbot: QtBot, task: Task, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    went_on = threading.Event()

    def heavy() -> Work:
        yield 1
        yield HAND_OVER
        went_on.set()

    monkeypatch.setattr(task_module, "REST", 3_600_000)
    task.start(heavy(), heard.on_items, heard.on_end)
    qtbot.waitUntil(lambda: heard.items == [1])
    task.put_off()
    QApplication.processEvents()
    assert not went_on.is_set()
    monkeypatch.setattr(task_module, "REST", 0)
    task.put_off()
    qtbot.waitUntil(lambda: heard.ends == [Done(1)])
    assert went_on.is_set()


def test_work_that_waits_to_be_seen_can_be_ended(
    qtbot: QtBot, task: Task, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def heavy() -> Work:
        yield 1
        yield HAND_OVER
        yield 2

    monkeypatch.setattr(task_module, "REST", 3_600_000)
    task.start(heavy(), heard.on_items, heard.on_end)
    qtbot.waitUntil(lambda: heard.items == [1])
    task.cancel()
    qtbot.waitUntil(lambda: heard.ends == [Stopped()])
    task.start(heavy(), heard.on_items, heard.on_end)
    qtbot.waitUntil(lambda: heard.items == [1, 1])
    task.close()
    assert not task.busy


def test_a_cancel_stops_it_and_closes_the_generator_in_its_thread(qtbot: QtBot, task: Task, heard: Heard) -> None:
    closed_in: list[int] = []
    task.start(endless(closed_in), heard.on_items, heard.on_end)
    qtbot.waitUntil(lambda: bool(heard.items))
    task.cancel()
    qtbot.waitUntil(lambda: heard.ends == [Stopped()])
    assert len(closed_in) == 1
    assert closed_in[0] != threading.get_ident()


@pytest.mark.parametrize(
    ("error", "said"), [(InputError("No {0}.", "room"), "No room."), (ValueError("odd"), ValueError)]
)
def test_a_failure_is_told_and_ends_it(
    qtbot: QtBot, task: Task, heard: Heard, error: Exception, said: str | type[Exception]
) -> None:
    task.start(failing(error), heard.on_items, heard.on_end)
    qtbot.waitUntil(lambda: heard.ends == [Failed(error)])
    assert heard.items == [1]
    assert heard.said == [said if isinstance(said, str) else error]


def test_one_thing_at_a_time_and_the_next_from_the_end_of_the_last(qtbot: QtBot, task: Task, heard: Heard) -> None:
    def again(end: End) -> None:
        heard.on_end(end)
        task.start(numbers(2), heard.on_items, heard.on_end)

    changes: list[bool] = []
    task.changed.connect(lambda: changes.append(task.busy))
    task.start(numbers(3), heard.on_items, again)
    with pytest.raises(RuntimeError):
        task.start(numbers(1), heard.on_items)
    qtbot.waitUntil(lambda: not task.busy)
    assert heard.ends == [Done(2), Done(1)]
    assert heard.items == [0, 1, 2, 0, 1]
    assert changes[-1] is False


def test_closed_it_says_nothing_more_and_starts_nothing(qtbot: QtBot, task: Task, heard: Heard) -> None:
    closed_in: list[int] = []
    task.start(endless(closed_in), heard.on_items, heard.on_end)
    qtbot.waitUntil(lambda: bool(heard.items))
    count = len(heard.items)
    task.close()
    assert len(closed_in) == 1, "the thread has ended"
    assert not task.busy
    task.start(numbers(3), heard.on_items, heard.on_end)
    assert not task.busy
    QApplication.processEvents()
    assert len(heard.items) == count
    assert heard.ends == []


def resident() -> float:
    """Megabytes that the process holds in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries return it themselves")
def test_memory_that_the_work_has_freed_goes_back_to_the_system(qtbot: QtBot, task: Task, heard: Heard) -> None:
    kept: list[bytes] = []
    held: list[float] = []

    def work() -> Work:
        blocks = [bytes([n % 7]) * 60_000 for n in range(2500)]
        kept.extend(blocks[::50])  # what lies between them is free, and yet not at the end
        held.append(resident())
        yield None

    task.start(work(), heard.on_items, heard.on_end)
    qtbot.waitUntil(lambda: bool(heard.ends))
    assert len(kept) == 50
    assert resident() < held[0] - 100
