"""Reading from the command line: a line of text or JSON for each digit on pictures and drawings. No torch."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from model.data_set import DIGITS, MNIST, DataSet
from model.drawing.ink import Array
from model.files import InputError
from model.given import Asked, Digit, digits_of, wholes_of
from model.look.snapshot import answer, look_through, saved_weights
from model.network import weights_file
from model.streams import json_line, say


def predict(files: list[Path], weights: Path | None, as_json: bool) -> bool:
    """Print an answer for each digit on the pictures and drawings in `files`; returns whether all could be read."""
    numbers = saved_weights(weights or weights_file.SHIPPED)
    failures: list[InputError] = []
    line = answer_json if as_json else answer_text
    for asked, _, steps in digits_in_files(files, failures, numbers.data):
        found = None if steps is None else look_through(numbers, steps.image).probabilities
        say(line(asked, found, numbers.data.classes))
    return not failures


def digits_in_files(files: list[Path], failures: list[InputError], data: DataSet = MNIST) -> Iterator[Digit]:
    """The digits on all that `files` hold; for other `data` than digits each is one image.

    What cannot be read is told at once and noted in `failures`.
    """
    for path in files:
        try:
            yield from digits_of(path) if data.digits else wholes_of(path)
        except InputError as error:
            failures.append(error)
            print(error, file=sys.stderr)


def answer_text(asked: Asked, probabilities: Array | None, classes: Sequence[str] = DIGITS) -> str:
    """One line for one digit: name, digit or class, and its probability; None stands for no ink."""
    if probabilities is None:
        return f"{asked.name}\t{'nothing found on it' if asked.picture else 'empty'}"
    digit = answer(probabilities)
    return f"{asked.name}\t{'not sure' if digit is None else classes[digit]}\t{percent(float(probabilities.max()), 1)}"


def answer_json(asked: Asked, probabilities: Array | None, classes: Sequence[str] = DIGITS) -> str:
    """The same as one JSON object with all ten probabilities and the box."""
    digit = None if probabilities is None else answer(probabilities)
    numbers = None if probabilities is None else [round(float(p), 6) for p in probabilities]
    said = {"name": asked.name, "digit": digit, "probabilities": numbers, "box": asked.box}
    if tuple(classes) != DIGITS:
        said["class"] = None if digit is None else classes[digit]
    return json_line(said)


def percent(part: float, digits: int = 2) -> str:
    """A part, 0…1, as a percentage with `digits` decimals."""
    return f"{100 * part:.{digits}f} %"
