"""Digits in anyone's hand, drawn from the table of allographs: bent, slanted, stretched, joined and broken by chance.

Each is a drawing as one on the pad: its strokes are laid as ink and rastered by the same code, so what training sees
of it is what the window would. Curves are Catmull-Rom splines (E. Catmull, R. Rom, "A class of local interpolating
splines", 1974), which are linear in their points: many drawings of one template are one product of matrices.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from model.augment import allographs
from model.drawing.ink import PAD, Stroke, evened, render_all
from model.drawing.raster import SIDE, raster

Array = NDArray[np.float32]

FINE = 6  # points of a curve for each point of its template
JITTER = 0.035  # standard deviation of a point's own error; lengths here are in heights of a digit
SHIFT = 0.03  # of a whole stroke's place
BENDS = 0.05  # of the smooth distortion of the whole digit
SLANT, TURN, STRETCH = 0.28, 0.10, 0.22  # standard deviations: shear, radians, log(width / height)
PENS = (0.05, 0.2)  # width of the pen: least and most, in heights of the drawing
JOINED, BROKEN = 0.06, 0.04  # how often a pen is not lifted between strokes; how often a line has gaps
AT_ONCE = 64  # drawings rendered together; their ink is 5 MB


@dataclass(frozen=True, eq=False)
class Template:
    """A digit's strokes: `points` (n, 2) of all of them, and for each stroke the matrix that makes its curve."""

    points: Array
    curves: tuple[Array, ...]  # each (m, n): the curve's points from the template's


def parse(path: str) -> Template:
    """The template that `path` writes down, see `allographs`; the height of its body becomes 1.

    Raises:
        ValueError: `path` is not written in that notation.
    """
    strokes = [[(text.rstrip("!"), text.endswith("!")) for text in part.split()] for part in path.split("|")]
    points = np.array([[float(n) for n in text.split(",")] for stroke in strokes for text, _ in stroke], np.float32)
    curves, first = [], 0
    for stroke in strokes:
        corners = [number for number, (_, corner) in enumerate(stroke) if corner and 0 < number < len(stroke) - 1]
        ends = [0, *corners, len(stroke) - 1]
        rows = [_spline(first + a, first + b, len(points)) for a, b in pairwise(ends)]
        curves.append(np.concatenate(rows))
        first += len(stroke)
    return Template(points / np.float32(100), tuple(curves))


def _spline(first: int, last: int, count: int) -> Array:
    """The matrix of a curve through the points `first` to `last` of `count`, in FINE steps each."""
    if first == last:  # a dot
        return np.eye(count, dtype=np.float32)[[first]]
    rows = []
    for number in range(first, last):
        before, after = max(number - 1, first), min(number + 2, last)
        for t in np.arange(FINE) / FINE:
            row = np.zeros(count, np.float32)
            weights = (-t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, t**3 - t**2)
            for place, weight in zip((before, number, number + 1, after), weights, strict=True):
                row[place] += weight / 2
            rows.append(row)
    return np.stack([*rows, np.eye(count, dtype=np.float32)[last]])


@cache
def templates(digit: int | None) -> tuple[Template, ...]:
    """All templates of a digit; None: of what is no digit."""
    table = allographs.others() if digit is None else allographs.digits()[digit]
    return tuple(parse(path) for path in table.values())


def plain(path: str) -> list[Array]:
    """The curves of a template as it stands, each (m, 2), its body 1 high."""
    template = parse(path)
    return [curve @ template.points for curve in template.curves]


def written(template: Template, chance: np.random.Generator, wild: float = 1.0) -> list[Array]:
    """One drawing of `template`: its strokes as curves (m, 2), its body about 1 high; `wild` scales all changes."""
    points = template.points + chance.normal(0, JITTER * wild, template.points.shape).astype(np.float32)
    points = _bent(points, chance, wild)
    curves = [curve @ points for curve in template.curves]
    curves = [curve + chance.normal(0, SHIFT * wild, 2).astype(np.float32) for curve in curves]
    slant, turn = chance.normal(0, SLANT * wild), chance.normal(0, TURN * wild)
    wider = np.exp(chance.normal(0, STRETCH * wild))
    cos, sin = np.cos(turn), np.sin(turn)
    matrix = np.array([[cos, -sin], [sin, cos]]) @ np.array([[wider, -slant], [0, 1]])
    curves = [curve @ matrix.T.astype(np.float32) for curve in curves]
    if len(curves) > 1 and chance.random() < JOINED * wild:
        return [np.concatenate(curves)]
    if chance.random() < BROKEN * wild:
        return [piece for curve in curves for piece in _broken(curve, chance)]
    return curves


def _bent(points: Array, chance: np.random.Generator, wild: float) -> Array:
    """A smooth distortion: both places shift by a polynomial of both."""
    x, y = points[:, :1] - 0.3, points[:, 1:] - 0.5
    basis = 2 * np.concatenate([x * y, x * x, y * y, x * x * y, y * y * y, x * y * y], axis=1)
    shifts = basis @ chance.normal(0, 2 * BENDS * wild, (basis.shape[1], 2))
    return points + shifts.astype(np.float32)


def _broken(curve: Array, chance: np.random.Generator) -> Iterator[Array]:
    """The curve with gaps, as of a pen that skips or a dashed line."""
    length = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(curve, axis=0).T))])
    dash, gap = chance.uniform(0.1, 0.35), chance.uniform(0.03, 0.11)
    at = -chance.uniform(0, dash)
    while at < length[-1]:
        ends = np.clip([at, at + dash], 0, length[-1])
        inside = length[(length > ends[0]) & (length < ends[1])]
        places = np.concatenate([ends[:1], inside, ends[1:]])
        if ends[1] > ends[0]:
            yield np.stack([np.interp(places, length, curve[:, axis]) for axis in (0, 1)], 1).astype(np.float32)
        at += dash + gap


def on_pad(curves: Sequence[Array], chance: np.random.Generator) -> list[Stroke]:
    """The curves as strokes on the pad: as large as people draw, with one pen."""
    points = np.concatenate(curves)
    low, size = points.min(axis=0), float(np.ptp(points, axis=0).max())
    largest = chance.uniform(0.4, 0.85) * PAD
    width = float(np.exp(chance.uniform(*np.log(PENS)))) * largest
    place = (PAD - largest) / 2
    scale = largest / max(size, 1e-3)
    return [Stroke(((curve - low) * scale + place).astype(np.float32), width) for curve in curves]


def drawn_digits(count: int, seed: int) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """`count` images (count, 28, 28), 255 full ink, and their digits: ten in turn, templates by chance.

    The same seed gives the same images.
    """
    chance = np.random.default_rng(seed)
    labels = np.arange(count) % 10
    drawings = []
    for label in labels.tolist():
        known = templates(label)
        drawings.append(on_pad(written(known[chance.integers(len(known))], chance), chance))
    return images_of(drawings), labels


def drawn_others(count: int, seed: int) -> NDArray[np.uint8]:
    """`count` images (count, 28, 28), 255 full ink, of letters and signs, and of two digits beside each other."""
    chance = np.random.default_rng(seed)
    known, drawings = templates(None), []
    for number in range(count):
        if number % 3:
            drawings.append(on_pad(written(known[chance.integers(len(known))], chance, 0.8), chance))
        else:
            drawings.append(on_pad(_pair(chance), chance))
    return images_of(drawings)


def _pair(chance: np.random.Generator) -> list[Array]:
    """Two digits beside each other, of about the same size."""
    found: list[Array] = []
    right = 0.0
    for _ in range(2):
        known = templates(int(chance.integers(10)))
        curves = written(known[chance.integers(len(known))], chance, 0.7)
        size = np.float32(chance.uniform(0.8, 1.2))
        left = min(float(curve[:, 0].min()) for curve in curves) * size
        shift = np.array([right - left, chance.normal(0, 0.06)], np.float32)
        curves = [curve * size + shift for curve in curves]
        right = max(float(curve[:, 0].max()) for curve in curves) + chance.uniform(0.06, 0.3)
        found += curves
    return found


def images_of(drawings: Sequence[Sequence[Stroke]]) -> NDArray[np.uint8]:
    """What the pad would make of these drawings."""
    images = np.zeros((len(drawings), SIDE, SIDE), np.uint8)
    for first in range(0, len(drawings), AT_ONCE):
        inks = render_all([evened(strokes) for strokes in drawings[first : first + AT_ONCE]])
        for number, ink in enumerate(inks, start=first):
            found = raster(ink, straighten=True)
            if found is not None:
                images[number] = np.round(found.image * 255)
    return images
