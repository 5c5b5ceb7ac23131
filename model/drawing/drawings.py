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

from model.drawing.ink import BRUSH, PAD, SIDE, Array, Mark, Picture, Stroke, evened, render, render_all
from model.drawing.raster import SIDE as IMAGE_SIDE
from model.drawing.raster import Raster, as_it_is, raster
from model.files import InputError, read_bounded, write_atomically

MAX_FILE = 256 * 1024 * 1024
MAX_LINE = 4 * 1024 * 1024
MAX_POINTS = 100_000  # points of one drawing
MAX_PICTURE = 4 * -(-(SIDE**2) // 3)  # signs of a picture in base64
FARTHEST = 10 * PAD  # from the pad's corner


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


def read_drawings(path: Path) -> Iterator[Drawing]:
    """Yield the drawings in `path` one by one.

    Raises:
        InputError: the file cannot be read or a line is no drawing; the sentence names the line.
    """
    raw = read_bounded(path, MAX_FILE)
    stream: io.BufferedIOBase = io.BytesIO(raw)
    if raw[:2] == b"\x1f\x8b":
        stream = gzip.GzipFile(fileobj=stream)
    number = 0
    try:
        while line := stream.readline(MAX_LINE + 1):
            number += 1
            if len(line) > MAX_LINE:
                raise InputError("{0}, line {1}: longer than {2:,} bytes; it is no drawing.", path, number, MAX_LINE)
            if not line.strip():
                continue
            try:
                yield drawing_from_json(json.loads(line))
            except (ValueError, RecursionError) as error:
                raise InputError("{0}, line {1}: {2}.", path, number, error) from error
    except (OSError, EOFError, zlib.error) as error:
        raise InputError("{0} is damaged after line {1} ({2}); fetch it again.", path, number, error) from error


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
    erasers = entry.get("erasers", [False] * len(strokes))
    if not isinstance(erasers, list) or len(erasers) != len(strokes):
        raise InputError('"erasers" must have as many entries as "strokes"')
    if sum(len(points) for points in strokes if isinstance(points, list)) > MAX_POINTS:
        raise InputError("more than {0:,} points", MAX_POINTS)
    return Drawing(
        tuple(
            Stroke(_points(points, scale), width * scale, bool(eraser))
            for points, width, eraser in zip(strokes, widths, erasers, strict=True)
            if points != []
        ),
        label,
        writer,
        _picture(entry.get("picture")),
    )


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
    good = isinstance(value, list) and len(value) == count
    if not good or not all(isinstance(n, int | float) and 0 < n < 1e6 for n in value):
        raise InputError('"{0}" must be {1} positive numbers', name, count)
    return value  # type: ignore[no-any-return]


def _points(points: Any, scale: float) -> Array:
    try:
        array = np.array(points, np.float32) * np.float32(scale)
    except (TypeError, ValueError, OverflowError):
        array = np.empty(0, np.float32)
    if array.ndim != 2 or array.shape[1] != 2 or not np.abs(array).max(initial=0.0) <= FARTHEST:
        raise InputError("a stroke must be a list of [x, y] with finite numbers, at most ten times the size away")
    return array


def drawing_to_json(drawing: Drawing) -> dict[str, Any]:
    """The object that `drawing_from_json` reads back; coordinates to a hundredth of a pad unit."""
    entry: dict[str, Any] = {"label": drawing.label, "writer": drawing.writer}
    entry = {key: value for key, value in entry.items() if value is not None}
    entry["size"] = [PAD, PAD]
    entry["strokes"] = [np.round(s.points.astype(np.float64), 2).tolist() for s in drawing.strokes]
    entry["widths"] = [round(s.width, 2) for s in drawing.strokes]
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
    write_atomically(path, gzip.compress(content, mtime=0) if path.name.endswith(".gz") else content)
