"""The tables of ways to write: `digits.txt` and `non_digits.txt`, read into control points. Knows no chance and no ink.

An allograph is one of the shapes that a letter or digit has in handwriting: a 7 with a bar and one without.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

FOLDER = Path(__file__).parent
CURVED = 6  # points on the curve for each control point
BODY = 100.0  # the usual height of an allograph, in the tables' units


@dataclass(frozen=True, eq=False)
class Line:
    """One movement of the pen: control points (n, 2) float32, n >= 1, and which of them are corners (n,)."""

    points: Array
    corners: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Allograph:
    """A named way to write `sign`, in the tables' units; `of_segments` where a display shows it, not a pen."""

    sign: str
    name: str
    lines: tuple[Line, ...]

    @property
    def of_segments(self) -> bool:
        """Whether it is made of a display's separate bars."""
        return self.name.startswith("display")


def parse(row: str) -> Allograph:
    """The allograph in a row `SIGN NAME: PATH` of a table.

    Raises:
        ValueError: the row is not built like that.
    """
    title, colon, path = row.partition(":")
    sign, space, name = title.strip().partition(" ")
    if not colon or not space or not name:
        raise ValueError(f"no row of a table of allographs: {row!r}")
    lines = []
    for part in path.split("|"):
        words = part.split()
        points = np.array([[float(number) for number in word.rstrip("!").split(",")] for word in words], np.float32)
        if points.ndim != 2 or points.shape[1] != 2:
            raise ValueError(f"no points x,y: {part!r}")
        lines.append(Line(points, np.array([word.endswith("!") for word in words])))
    return Allograph(sign, name, tuple(lines))


def read_table(file: Path) -> tuple[Allograph, ...]:
    """All rows of a table, in order; blank lines and those that begin with `#` are left out."""
    rows = (row.strip() for row in file.read_text(encoding="utf-8").splitlines())
    return tuple(parse(row) for row in rows if row and not row.startswith("#"))


@cache
def digits() -> tuple[tuple[Allograph, ...], ...]:
    """The ways to write each digit: `digits()[7]` are the sevens."""
    table = read_table(FOLDER / "digits.txt")
    return tuple(tuple(a for a in table if a.sign == str(digit)) for digit in range(10))


@cache
def non_digits() -> tuple[Allograph, ...]:
    """Letters, signs and figures that are no digits."""
    return read_table(FOLDER / "non_digits.txt")


def curve(line: Line) -> Array:
    """Points (m, 2) along the pen's way: a Catmull-Rom spline through the control points, straight on at corners.

    E. Catmull, R. Rom, "A class of local interpolating splines", 1974.
    """
    points, corners = line.points, line.corners
    if len(points) == 1:
        return points
    start, end = points[:-1], points[1:]
    # the tangent at each point is half the way from its neighbour before to the one after; at ends and corners the
    # missing neighbour lies where a parabola through the others would have it
    before = np.concatenate([points[:1], points[:-2]])
    after = np.concatenate([points[2:], points[-1:]])
    before[0], after[-1] = 2 * start[0] - end[0], 2 * end[-1] - start[-1]
    first, last = corners[:-1], corners[1:]
    before[first], after[last] = (2 * start - end)[first], (2 * end - start)[last]
    t = (np.arange(CURVED, dtype=np.float32) / CURVED)[None, :, None]
    a, b, c, d = (part[:, None] for part in (before, start, end, after))
    spline = 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
    way: Array = np.concatenate([spline.reshape(-1, 2), points[-1:]]).astype(np.float32)
    return way
