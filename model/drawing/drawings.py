"""Drawings as files: one JSON object a line, `.jsonl` or `.jsonl.gz`.

`{"label": 7, "writer": 12, "size": [280, 280], "strokes": [[[x, y], ...], ...]}`: x to the right, y down, in units of
`size`; `label` and `writer` may be missing. Further optional keys keep what the pad knows: `"widths"` (the pen's width
per stroke) and `"erasers"` (true for strokes that erase).

`"picture"` is what lies on the pad beneath the strokes: base64 of 8-bit ink (0 none, 255 full), row by row. Of 28 × 28
numbers it is an image as MNIST has them, which is read as it is; of 140 × 140 it is ink, as large as the pad.
"""

import base64
import binascii
import gzip
import io
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from model.drawing.ink import (
    BRUSH,
    FARTHEST,
    MAX_EFFORT,
    MAX_POINTS,
    PAD,
    SIDE,
    Array,
    Mark,
    Picture,
    Stroke,
    effort,
    evened,
    render,
    render_all,
)
from model.drawing.raster import SIDE as IMAGE_SIDE
from model.drawing.raster import Raster, as_it_is, raster
from model.files import InputError, read_bounded, write_atomically

MAX_FILE = 256 * 1024 * 1024
MAX_LINE = 4 * 1024 * 1024
MAX_LINES = 1_000_000
MAX_EXPANSION = 100  # bytes that a compressed one may stand for; drawings have less than ten
MAX_PICTURE = 4 * -(-(SIDE**2) // 3)  # signs of a picture in base64


@dataclass(frozen=True, eq=False)
class Drawing:
    """What is on the pad: strokes in pad units, a picture beneath them, or one of the two.

    Where known with the digit that is meant and who wrote it.
    """

    strokes: tuple[Stroke, ...]
    label: int | None = None
    writer: int | str | None = None
    picture: Picture | None = None

    def marks(self) -> Sequence[Mark]:
        """What makes the ink, in order: strokes with their pen evened, or a picture and strokes as they are."""
        return evened(self.strokes) if self.picture is None else (self.picture, *self.strokes)

    def ink(self) -> Array:
        """The drawing as the pad renders it for reading: (140, 140), 0…1."""
        return render(self.marks())

    def raster(self, ink: Array) -> Raster | None:
        """The 28 × 28 image of its `ink`, as the pad makes it; None while there is no ink. Pictures stay upright."""
        if self.picture is not None and self.picture.image is not None and not self.strokes:
            return as_it_is(self.picture.image, ink)
        return raster(ink, straighten=self.picture is None)


def is_drawings_file(path: Path) -> bool:
    """Whether the name says that `path` holds drawings."""
    return path.name.endswith((".jsonl", ".jsonl.gz"))


def read_drawings(source: Path | bytes) -> Iterator[Drawing]:
    """Yield the drawings in a file, or in its content, one by one.

    Raises:
        InputError: the file cannot be read or a line is no drawing; the sentence names the line.
    """
    for number, line in _lines(source):
        try:
            yield _from_line(line)
        except InputError as error:
            raise InputError("{0}, line {1}: {2}.", _name(source), number, error) from error


def _name(source: Path | bytes) -> Path | str:
    return source if isinstance(source, Path) else "standard input"


@dataclass(frozen=True, eq=False)
class Sorted:
    """What a file holds: the `drawings`, and the `bad` lines that are none; `fault` tells what is wrong with one."""

    drawings: list[Drawing]
    bad: list[bytes]
    fault: InputError | None


def sort_drawings(path: Path) -> Sorted:
    """Read all lines of `path` that can be read; one that cannot keeps none of the others away.

    Raises:
        InputError: the file as a whole cannot be read.
    """
    drawings: list[Drawing] = []
    bad: list[bytes] = []
    fault = None
    for number, line in _lines(path):
        try:
            drawings.append(_from_line(line))
        except InputError as error:
            bad.append(line)
            fault = fault or InputError("{0}, line {1}: {2}.", path, number, error)
    return Sorted(drawings, bad, fault)


def _lines(source: Path | bytes) -> Iterator[tuple[int, bytes]]:
    """Number and content of each line that is not blank. A compressed file may expand to much, but not without end."""
    raw, path = read_bounded(source, MAX_FILE) if isinstance(source, Path) else source, _name(source)
    stream: io.BufferedIOBase = io.BytesIO(raw)
    limit = MAX_FILE
    if raw[:2] == b"\x1f\x8b":
        stream = gzip.GzipFile(fileobj=stream)
        limit = min(MAX_FILE, max(MAX_EXPANSION * len(raw), 4 * MAX_LINE))
    number = size = 0
    try:
        while line := stream.readline(limit + 1 - size):
            number += 1
            size += len(line)
            if size > limit:
                raise InputError("{0} expands to more than {1:,} bytes; it is no file of drawings.", path, limit)
            if number > MAX_LINES:
                raise InputError("{0} has more than {1:,} lines; split it into several files.", path, MAX_LINES)
            if len(line) > MAX_LINE or line.strip():
                yield number, line
    except (OSError, EOFError, zlib.error) as error:
        raise InputError("{0} is damaged after line {1} ({2}); fetch it again.", path, number, error) from error


def _from_line(line: bytes) -> Drawing:
    if len(line) > MAX_LINE:
        raise InputError("longer than {0:,} bytes; it is no drawing", MAX_LINE)
    if b"\0" in line or line.startswith((b"\xff\xfe", b"\xfe\xff")):  # JSON is read in these as well
        raise InputError("its text is UTF-16 or UTF-32; save the file as UTF-8")
    try:
        return drawing_from_json(json.loads(line))
    except InputError:
        raise
    except (ValueError, RecursionError) as error:
        raise InputError("no drawing ({0})", error) from error


def inks(drawings: Iterable[Drawing], batch: int = 64) -> Iterator[tuple[Drawing, Array]]:
    """Yield each drawing with its ink (140, 140); quicker than one by one, and `batch` behind at most.

    A fault of `drawings` comes through after all that came before it.
    """
    stream = iter(drawings)
    while True:
        group: list[Drawing] = []
        fault = None
        try:
            group.extend(islice(stream, batch))  # keeps what came before a fault
        except InputError as error:
            fault = error
        yield from zip(group, render_all([drawing.marks() for drawing in group]), strict=True)
        if fault is not None:
            raise fault
        if not group:
            return


def drawing_from_json(entry: Any) -> Drawing:
    """Check one parsed line and scale it to the pad.

    Raises:
        InputError: what is missing or wrong.
    """
    if not isinstance(entry, dict) or not isinstance(entry.get("strokes"), list):
        raise InputError('not a drawing: an object with "strokes" is needed')
    label = entry.get("label")
    if label is not None and (isinstance(label, bool) or not isinstance(label, int) or not 0 <= label <= 9):
        raise InputError('"label" must be a digit from 0 to 9')
    writer = entry.get("writer")
    if writer is not None and not isinstance(writer, int | str):
        raise InputError('"writer" must be a number or a name')
    scale = PAD / max(_numbers(entry.get("size", [PAD, PAD]), "size", 2))
    strokes = entry["strokes"]
    widths = _numbers(entry.get("widths", [BRUSH / scale] * len(strokes)), "widths", len(strokes))
    if not all(0 < width * scale <= FARTHEST for width in widths):
        raise InputError('"widths" must be at most ten times the size')
    erasers = entry.get("erasers", [False] * len(strokes))
    if not isinstance(erasers, list) or len(erasers) != len(strokes):
        raise InputError('"erasers" must have as many entries as "strokes"')
    if sum(len(points) for points in strokes if isinstance(points, list)) > MAX_POINTS:
        raise InputError("more than {0:,} points", MAX_POINTS)
    read = tuple(
        Stroke(_points(points, scale), width * scale, bool(eraser))
        for points, width, eraser in zip(strokes, widths, erasers, strict=True)
        if points != []
    )
    if sum(effort(stroke) for stroke in read) > MAX_EFFORT:
        raise InputError("its strokes are too long to be drawn; shorten them, or use a narrower pen")
    return Drawing(read, label, writer, _picture(entry.get("picture")))


def _picture(text: Any) -> Picture | None:
    if text is None:
        return None
    try:
        numbers = base64.b64decode(text, validate=True) if isinstance(text, str) and len(text) <= MAX_PICTURE else b""
    except binascii.Error:
        numbers = b""
    if len(numbers) == IMAGE_SIDE**2:
        return Picture.of_image(np.frombuffer(numbers, np.uint8).reshape(IMAGE_SIDE, IMAGE_SIDE))
    if len(numbers) == SIDE**2:
        return Picture(np.frombuffer(numbers, np.uint8).reshape(SIDE, SIDE))
    raise InputError('"picture" must be base64 of {0} × {0} or {1} × {1} bytes of ink', IMAGE_SIDE, SIDE)


def _numbers(value: Any, name: str, count: int) -> list[float]:
    numbers: list[Any] = value if isinstance(value, list) else []
    if len(numbers) != count or not all(isinstance(n, int | float) and 0 < n < 1e6 for n in numbers):
        raise InputError('"{0}" must be {1} positive numbers', name, count)
    return numbers


def _points(points: Any, scale: float) -> Array:
    try:
        with np.errstate(over="ignore"):  # what is too far away is told below
            array = np.array(points, np.float64) * scale
    except (TypeError, ValueError, OverflowError):
        array = np.empty(0)
    if array.ndim != 2 or array.shape[1] != 2 or not np.abs(array).max(initial=0.0) <= FARTHEST:
        raise InputError("a stroke must be a list of [x, y] with finite numbers, at most ten times the size away")
    return array.astype(np.float32)


def drawing_to_json(drawing: Drawing) -> dict[str, Any]:
    """The object that `drawing_from_json` reads back; coordinates to a hundredth of a pad unit."""
    entry: dict[str, Any] = {"label": drawing.label, "writer": drawing.writer}
    entry = {key: value for key, value in entry.items() if value is not None}
    entry["size"] = [PAD, PAD]
    entry["strokes"] = [np.round(s.points.astype(np.float64), 2).tolist() for s in drawing.strokes]
    entry["widths"] = [max(round(s.width, 2), 0.01) for s in drawing.strokes]
    if any(s.eraser for s in drawing.strokes):
        entry["erasers"] = [s.eraser for s in drawing.strokes]
    if drawing.picture is not None:
        numbers = drawing.picture.ink if drawing.picture.image is None else drawing.picture.image
        entry["picture"] = base64.b64encode(numbers.tobytes()).decode()
    return entry


def write_drawings(path: Path, drawings: Iterable[Drawing]) -> None:
    """Write `drawings` to `path`, compressed if its name ends in `.gz`, atomically.

    Raises:
        InputError: the file cannot be written.
    """
    content = "".join(json.dumps(drawing_to_json(d)) + "\n" for d in drawings).encode()
    if len(content) > MAX_FILE:
        raise InputError("Cannot write {0}: it would be larger than {1:,} bytes.", path, MAX_FILE)
    write_atomically(path, gzip.compress(content, mtime=0) if path.name.endswith(".gz") else content)
