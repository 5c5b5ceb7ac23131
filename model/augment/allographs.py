"""The tables of ways to write: digits in anyone's hand, and letters and signs that are no digits.

They stand in `digits.txt` and `non_digits.txt`, a line each; what a line means is said at their top.
"""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def digits() -> dict[int, dict[str, str]]:
    """For each digit its ways to be written: name and path."""
    found: dict[int, dict[str, str]] = {digit: {} for digit in range(10)}
    for name, path in _rows("digits.txt"):
        digit, _, way = name.partition(" ")
        found[int(digit)][way] = path
    return found


@cache
def others() -> dict[str, str]:
    """Letters, signs and figures: name and path."""
    return dict(_rows("non_digits.txt"))


def _rows(file: str) -> list[tuple[str, str]]:
    rows = []
    for line in (FOLDER / file).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, path = line.partition(": ")
            rows.append((name, path))
    return rows
