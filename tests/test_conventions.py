"""What holds for the files themselves: none is long, and no test waits for a time or takes from another test."""

import ast
import re

from helpers import ROOT

LONGEST = 300  # lines
PARTS = ("gui", "model", "docs", "packaging")
TESTS = {f"tests/{path.name}": path.read_text(encoding="utf-8") for path in (ROOT / "tests").glob("*.py")}
FILES = TESTS | {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for path in [
        ROOT / "main.py",
        *(p for part in ("gui", "model", "docs", "packaging") for p in (ROOT / part).rglob("*.py")),
    ]
}
FIXED_WAIT = re.compile(
    r"qtbot\.wait\(|qWait\(|\bsleep\(|msleep\(|\btimeout=\d|perf_counter\(|\btime\.(time|monotonic)\("
)
APART = {
    "tests/test_conventions.py",
    "tests/test_session_order.py",  # somebody who thinks a while between two actions, which must not matter
    "tests/bundle_smoke.py",  # the same from outside the program
    "tests/x11_smoke.py",  # a program of its own, outside pytest, that gives up after a while
}


def test_no_file_is_long() -> None:
    assert len(FILES) > 200
    long = {name: count for name, text in FILES.items() if (count := len(text.splitlines())) > LONGEST}
    assert not long


def test_a_test_waits_for_a_state_and_not_for_a_time() -> None:
    assert len(TESTS) > 60
    waits = [(name, line) for name, text in TESTS.items() for line in text.splitlines() if FIXED_WAIT.search(line)]
    assert not [found for found in waits if found[0] not in APART]


def test_nothing_is_taken_from_another_test() -> None:
    """Helpers lie in modules that hold no tests."""
    for name, text in TESTS.items():
        imported = [node.module or "" for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)]
        assert not [module for module in imported if module.startswith(("test_", "conftest"))], name
        assert name.startswith("tests/test_") or "\ndef test_" not in text, name
