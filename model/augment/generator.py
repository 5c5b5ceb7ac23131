"""Digits that nobody wrote: an allograph of the table, drawn by an unsteady hand with any pen.

Each drawing bends, slants, stretches and smooths its allograph anew, may forget to lift the pen, lift it where it
should not, or draw a dashed line. It becomes an image by the pad's own ink and raster, so that it looks like what the
network has to read. Everything follows from a NumPy generator. The spreads were chosen by eye and by short runs.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from model.augment.allographs import Allograph, Line, curve, digits
from model.drawing.ink import PAD, Stroke, evened, render_all
from model.drawing.raster import SIDE, raster

Array = NDArray[np.float32]
Images = NDArray[np.uint8]  # (n, 28, 28), 255 full ink
Labels = NDArray[np.int64]  # (n,)
Chance = np.random.Generator
Way = Array  # one movement of the pen, (n, 2) in the tables' units

AT_ONCE = 64  # drawings laid on ink at once
SHAKE = 2.2  # usual shift of a control point
APART = 3.0  # usual shift of a movement against the others
ENDS = 6.0  # usual change of a movement's length at either end
JOINED = 0.12  # how often the pen is not lifted between two movements
SMOOTHED = 0.5  # how often a hurried pen rounds all corners
TURN, SLANT, ASPECT = 0.11, 0.22, 0.2  # usual turn (radians), shear, and change of log(height / width)
SHORT = 60.0  # movements shorter than this change their ends less
FINE = 1.5  # units between the points of a movement that is cut
WAVE = 5.0  # usual depth of the bend that the whole digit takes
GAP, DASHED = 0.08, 0.04  # how often a piece is missing; how often the line is dashed
PEN, PENS = 0.085, 0.5  # the pen's width as part of the long side: its median, and the spread of its logarithm
FINEST, WIDEST = 0.02, 0.2
TAPERED = 0.25  # how often the pen presses unevenly
LONG_SIDE = (70.0, 150.0)  # pad units; the image has 20 pixels for it, and larger drawings only take longer


def draw(allograph: Allograph, chance: Chance, loose: float = 1.0) -> tuple[Stroke, ...]:
    """`allograph` as strokes on the pad; `loose` scales how far they are from the table's shape.

    With 0 it is that shape, upright and whole, with the usual pen.
    """
    ways = [curve(_shaken(line, chance, loose)) for line in allograph.lines]
    pen, side = PEN, LONG_SIDE[1]
    if loose > 0:
        if not allograph.of_segments:
            ways = _joined(ways, chance)
        ways = [_stretched(way, chance, loose) for way in ways]
        if chance.random() < SMOOTHED:
            ways = [_smoothed(way, int(chance.integers(1, 6))) for way in ways]
        ways = _bent(ways, chance, loose)
        ways = _interrupted(ways, chance)
        pen = float(np.clip(PEN * np.exp(PENS * chance.normal()), FINEST, WIDEST))
        side = chance.uniform(*LONG_SIDE)
    return on_pad(ways, pen, side, chance if loose > 0 else None)


def _shaken(line: Line, chance: Chance, loose: float) -> Line:
    """Its control points, each somewhere else, and all of them a little."""
    if loose == 0:
        return line
    shake = SHAKE * loose * min(float(np.exp(0.5 * chance.normal())), 2.5)
    moved = line.points + chance.normal(0, shake, line.points.shape) + chance.normal(0, APART * loose, 2)
    return Line(moved.astype(np.float32), line.corners)


def _joined(ways: list[Way], chance: Chance) -> list[Way]:
    """The movements, some without lifting the pen in between."""
    joined = [ways[0]]
    for way in ways[1:]:
        if chance.random() < JOINED:
            joined[-1] = np.concatenate([joined[-1], way])
        else:
            joined.append(way)
    return joined


def _stretched(way: Way, chance: Chance, loose: float) -> Way:
    """The movement, longer or shorter at both ends."""
    for _ in range(2):
        way = way[::-1]
        if len(way) < 3:
            continue
        step = np.hypot(*(way[1:] - way[:-1]).T)
        whole = float(step.sum())
        change = float(chance.normal(0, ENDS * loose * min(whole / SHORT, 1.0)))
        if change > 0:
            ahead = way[0] - way[min(2, len(way) - 1)]
            tip = way[0] + ahead / max(float(np.hypot(*ahead)), 1e-3) * change
            way = np.concatenate([tip[None], way]).astype(np.float32)
        else:
            left = np.cumsum(step) > -change
            way = way[int(left.argmax()) :] if left.any() and left.sum() > 2 else way
    return way


def _smoothed(way: Way, rounds: int) -> Way:
    """The movement with each point drawn towards its neighbours `rounds` times; the ends stay."""
    way = way.copy()
    for _ in range(rounds if len(way) > 4 else 0):
        way[1:-1] = 0.25 * way[:-2] + 0.5 * way[1:-1] + 0.25 * way[2:]
    return way


def _bent(ways: list[Way], chance: Chance, loose: float) -> list[Way]:
    """All movements bent in long waves, slanted, stretched and turned together."""
    depth, phase = chance.normal(0, WAVE * loose / 2, (2, 2)), chance.uniform(0, 2 * np.pi, (2, 2))
    length = chance.uniform(60, 140, (2, 2))
    angle, slant = np.clip(chance.normal(0, TURN * loose), -0.35, 0.35), chance.normal(0.05, SLANT * loose)
    stretch = np.exp(chance.normal(0, ASPECT * loose) / 2)
    cos, sin = np.cos(angle), np.sin(angle)
    matrix = np.array([[cos, sin], [-sin, cos]]) @ np.array([[1 / stretch, -slant * stretch], [0, stretch]])
    bent = []
    for way in ways:
        waves = sum(depth[a] * np.sin(way[:, a, None] * (2 * np.pi / length[a]) + phase[a]) for a in range(2))
        bent.append(((way + waves) @ matrix.T).astype(np.float32))
    return bent


def _interrupted(ways: list[Way], chance: Chance) -> list[Way]:
    """The movements as they are, or one with a gap, or all dashed."""
    kind = chance.random()
    if kind < DASHED:
        dash, gap = chance.uniform(8, 26), chance.uniform(6, 16)
        return [piece for way in ways for piece in _pieces(way, lambda at: at % (dash + gap) < dash)]
    if kind < DASHED + GAP:
        which, length = int(chance.integers(len(ways))), chance.uniform(3, 14)
        start = chance.uniform(0, max(_length(ways[which]) - length, 1.0))
        pieces = _pieces(ways[which], lambda at: (at < start) | (at > start + length))
        return ways[:which] + pieces + ways[which + 1 :]
    return ways


def _length(way: Way) -> float:
    return float(np.hypot(*np.diff(way, axis=0).T).sum())


def _pieces(way: Way, inked: Callable[[NDArray[np.float64]], NDArray[np.bool_]]) -> list[Way]:
    """Those parts of the movement where `inked` holds, given the distances from its start."""
    reached = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(way, axis=0).T))])
    at = np.linspace(0, reached[-1], max(int(reached[-1] / FINE), 2))
    points = np.stack([np.interp(at, reached, way[:, axis]) for axis in range(2)], 1).astype(np.float32)
    there = inked(at)
    parts = np.split(np.arange(len(at)), np.flatnonzero(np.diff(there)) + 1)
    return [points[part] for part in parts if there[part[0]]]


def on_pad(ways: Sequence[Way], pen: float, side: float, chance: Chance | None = None) -> tuple[Stroke, ...]:
    """Strokes in the pad's middle, `side` units long, with a pen `pen` times as wide; `chance` presses it unevenly."""
    together = np.concatenate(ways)
    low, high = together.min(axis=0), together.max(axis=0)
    scale = side / max(float((high - low).max()), 1e-3)
    tapered = chance is not None and chance.random() < TAPERED
    strokes = []
    for way in ways:
        points = ((way - (low + high) / 2) * np.float32(scale) + np.float32(PAD / 2)).astype(np.float32)
        pressure = None
        if tapered and chance is not None:
            ends = chance.uniform(0.4, 1.0, 3)
            pressure = np.interp(np.linspace(0, 1, len(points)), [0.0, 0.5, 1.0], ends).astype(np.float32)
        strokes.append(Stroke(points, pen * side, pressure=pressure))
    return tuple(strokes)


def images_of(drawings: Sequence[Sequence[Stroke]]) -> Images:
    """What the network would get to read of each drawing, as uint8."""
    images = np.zeros((len(drawings), SIDE, SIDE), np.uint8)
    for first in range(0, len(drawings), AT_ONCE):
        inks = render_all([evened(strokes) for strokes in drawings[first : first + AT_ONCE]])
        for place, ink in enumerate(inks, start=first):
            if (steps := raster(ink, straighten=True)) is not None:
                images[place] = np.rint(steps.image * 255)
    return images


def drawn_digits(count: int, chance: Chance, loose: float = 1.0) -> tuple[Images, Labels]:
    """`count` digits, each equally often 0…9 and then equally often each of its allographs, with their labels."""
    table = digits()
    labels = chance.integers(0, len(table), count)
    drawings = [draw(table[label][int(chance.integers(len(table[label])))], chance, loose) for label in labels]
    return images_of(drawings), labels.astype(np.int64)
