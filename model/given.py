"""Digits from whatever the command line was given: picture files, files of drawings, standard input."""

import sys
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from model.drawing import drawings, pixels
from model.drawing.drawings import Drawing, inks, is_drawings_file, read_drawings
from model.drawing.groups import box_of, digits_in
from model.drawing.ink import Picture, render
from model.drawing.picture import read_digits
from model.drawing.raster import Raster, raster, whole_raster
from model.drawing.whole import grey_image
from model.files import InputError, why

STANDARD_INPUT = Path("-")
MAX_INPUT = max(drawings.MAX_FILE, pixels.MAX_FILE)  # bytes
_STARTS = (b"{", b"\x1f\x8b")  # of a line of JSON, of a compressed file


@dataclass(frozen=True)
class Asked:
    """What an answer is about: a digit on what `name` names.

    `box`: left, top, right, bottom, in the picture's pixels or in pad units; None for a drawing of one digit.
    """

    name: str
    box: tuple[float, float, float, float] | None = None
    picture: bool = False


Digit = tuple[Asked, Drawing, Raster | None]


def digits_of(path: Path) -> Iterator[Digit]:
    """All digits that `path` holds, in reading order, with their images; None is no ink. `-` is standard input.

    Raises:
        InputError: it cannot be read; the sentence says why.
    """
    if path == STANDARD_INPUT:
        content = _standard_input()
        drawn = content.lstrip()[:2].startswith(_STARTS)
        return _some(_drawn(content, "-"), path) if drawn else _pictured(content, "-")
    return _some(_drawn(path, str(path)), path) if is_drawings_file(path) else _pictured(path, str(path))


def wholes_of(path: Path) -> Iterator[Digit]:
    """What `path` holds for a network that reads no digits: each picture or drawing as it lies, whole.

    Raises:
        InputError: as `digits_of`.
    """
    source = _standard_input() if path == STANDARD_INPUT else path
    starts = isinstance(source, bytes) and source.lstrip()[:2].startswith(_STARTS)
    if starts or (isinstance(source, Path) and is_drawings_file(source)):
        each = enumerate(read_drawings(source), start=1)
        yield from _some(((Asked(f"{path}:{n}"), d, whole_raster(render(d.marks()))) for n, d in each), path)
    else:
        picture = Picture.of_image(grey_image(source))
        drawing = Drawing((), picture=picture)
        yield Asked(str(path), picture=True), drawing, drawing.raster(drawing.ink())


def _some(found: Iterator[Digit], path: Path) -> Iterator[Digit]:
    """All of `found`; that there is none is said."""
    digit = None
    for digit in found:
        yield digit
    if digit is None:
        raise InputError("There is no drawing in {0}.", path)


def _standard_input() -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise InputError("Standard input is closed.")
    try:
        content = sys.stdin.buffer.read(MAX_INPUT + 1)
    except OSError as error:
        raise InputError("Standard input cannot be read: {0}.", why(error)) from error
    if not content:
        raise InputError("Standard input is empty.")
    if len(content) > MAX_INPUT:
        raise InputError("Standard input is longer than {0:,} bytes.", MAX_INPUT)
    return content


def _pictured(source: Path | bytes, name: str) -> Iterator[Digit]:
    digits = read_digits(source)
    if not digits:
        yield Asked(name, picture=True), Drawing(()), None
    for digit in digits:
        drawing = Drawing((), picture=Picture((digit.ink * 255).round().astype(np.uint8)))
        yield Asked(name, digit.box, picture=True), drawing, raster(digit.ink)


def _drawn(source: Path | bytes, name: str) -> Iterator[Digit]:
    """All digits of a drawing, one after the other, have the drawing's name."""
    names: deque[Asked] = deque()

    def digits() -> Iterator[Drawing]:
        for number, drawing in enumerate(read_drawings(source), start=1):
            parts = digits_in(drawing.strokes) if drawing.picture is None else [drawing.strokes]
            for part in parts:
                names.append(Asked(f"{name}:{number}", None if len(parts) < 2 else box_of(part)))
                yield replace(drawing, strokes=tuple(part))

    for drawing, ink in inks(digits()):
        yield names.popleft(), drawing, drawing.raster(ink)
