"""What one may type after `main.py`: commands and their options. Standard library only: `--help` answers at once.

`parser().parse_args()` gives a namespace whose `command` is the name of what to do; `main.py` knows what that is.
"""

import argparse
import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from model import program, streams

FORMATS = ("safetensors", "onnx", "pytorch", "keras", "caffe")  # what a network is exported as
PRESETS = ("quick", "standard", "best", "hands", "teacher")
_DRAWINGS = "drawings (.jsonl, .jsonl.gz)"
_DATA = "folder with four IDX files and labels.txt, or with ten subfolders of pictures,"


class _Parser(argparse.ArgumentParser):
    def print_help(self, _file: Any = None) -> None:
        """Print the help to standard output; argparse itself takes no notice when that fails."""
        streams.say(self.format_help(), end="")


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line.

    `parse_args` raises SystemExit: with 0 after `--help`, with 2 after wrong usage.
    """
    made = _Parser(
        prog=program.called(),
        description="Draw a digit and watch a small convolutional network read it. Without a command the window opens.",
    )
    weights: dict[str, Any] = {"type": Path, "metavar": "FILE", "help": "weights to use instead of the shipped ones"}
    made.add_argument("--weights", default=None, **weights)
    version = "say which version this is"
    made.add_argument("--version", action="store_const", dest="command", const="version", help=version)
    made.set_defaults(command="window")
    commands = made.add_subparsers(title="commands, without a window", metavar="COMMAND")

    def command(name: str, text: str, *, reads_weights: bool = True) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        added.set_defaults(command=name)
        if reads_weights:
            added.add_argument("--weights", default=argparse.SUPPRESS, **weights)
        return added

    predict = command("predict", "read pictures and drawings, one line for each digit")
    files = f"picture, or {_DRAWINGS}; - is what comes from standard input"
    predict.add_argument("files", nargs="+", type=Path, metavar="FILE", help=files)
    explain = command("explain", "say why each digit is read as it is and not otherwise")
    explain.add_argument("files", nargs="+", type=Path, metavar="FILE", help=files)
    against = "the digit to compare the answer with; by default the runner-up"
    explain.add_argument("--against", type=_whole(0, 9), metavar="DIGIT", help=against)
    evaluate = command("evaluate", "measure the accuracy on the test set or on labelled drawings")
    source = evaluate.add_mutually_exclusive_group()
    source.add_argument("--data", type=Path, metavar="DIR", help=f"{_DATA} instead of what the network learned from")
    source.add_argument("--drawings", type=Path, metavar="FILE", help=f"labelled {_DRAWINGS}")
    evaluate.add_argument("--curves", action="store_true", help="also against noise, rotation, shift and thickness")
    objects = "print one JSON object {} instead of text"
    explain.add_argument("--json", action="store_true", help=objects.format("for each digit"))
    predict.add_argument("--json", action="store_true", help=objects.format("for each digit, with its box,"))
    evaluate.add_argument("--json", action="store_true", help=objects.format("with all figures"))
    _train_options(command("train", "train a new network and save its weights", reads_weights=False))
    teach = command("teach", "teach a network your own hand from labelled drawings, and save its weights")
    teach.add_argument("--drawings", type=Path, metavar="FILE", required=True, help="labelled drawings to learn from")
    teach.add_argument("--seed", type=_whole(0, 2**63 - 1), metavar="N", default=0, help="same seed, same weights")
    teach.add_argument("--out", type=Path, metavar="FILE", help="a new file in the user's data folder by default")
    _export_options(command("export", "write a network as a file for another program"))
    _look_options(command("look", "write a picture of every layer of the network while it reads a digit"))
    return made


def _train_options(added: argparse.ArgumentParser) -> None:
    thorough = "how thoroughly; teacher makes the network that best learns from, hands goes on from best"
    added.add_argument("--preset", choices=PRESETS, default="standard", help=thorough)
    added.add_argument("--epochs", type=_whole(1, 1000), metavar="N", help="passes over the digits, 1 to 1000")
    added.add_argument("--batch-size", type=_whole(16, 1024), metavar="N", help="digits in each step, 16 to 1024")
    added.add_argument("--learning-rate", type=_number(1e-5, 1), metavar="X", help="the highest, 0.00001 to 1")
    added.add_argument("--schedule", choices=("one-cycle", "cosine", "constant"), help="how the learning rate moves")
    hands = "digits in other people's hands added to each step, 0 to 512"
    added.add_argument("--drawn", type=_whole(0, 512), metavar="N", help=hands)
    added.add_argument("--seed", type=_whole(0, 2**63 - 1), metavar="N", help="same seed, same weights")
    added.add_argument("--start", type=Path, metavar="FILE", help="weights to go on from instead of new ones")
    anchor = "the part of those weights that stays in the result, 0 to 0.9; 0 by default"
    added.add_argument("--anchor", type=_number(0, 0.9), metavar="X", default=0.0, help=anchor)
    added.add_argument("--device", choices=("auto", "cpu", "cuda", "mps"), default="auto", help="where to compute")
    added.add_argument("--data", type=Path, metavar="DIR", help=f"{_DATA} instead of MNIST")
    added.add_argument("--out", type=Path, metavar="FILE", help="a new file in the user's data folder by default")


def _export_options(added: argparse.ArgumentParser) -> None:
    out = "the file to write; for caffe the layers, with the weights beside it as .caffemodel"
    added.add_argument("out", type=Path, metavar="OUT", help=out)
    kinds = "weights (safetensors, onnx, caffe), or a program that loads them (pytorch, keras)"
    added.add_argument("--format", choices=FORMATS, required=True, help=kinds)


def _look_options(added: argparse.ArgumentParser) -> None:
    what = f"picture, or {_DRAWINGS}; - is what comes from standard input"
    added.add_argument("file", type=Path, metavar="FILE", help=what)
    which = "which of the digits there, in reading order; 1 by default"
    added.add_argument("--number", type=_whole(1, 10**6), metavar="N", default=1, help=which)
    added.add_argument("--out", type=Path, metavar="FILE", required=True, help="the picture to write (.png, .svg)")
    added.add_argument("--theme", choices=("dark", "light"), default="dark", help="its colours")
    added.add_argument("--language", choices=("en", "zh_CN"), default="en", help="the language of its words")


def _whole(low: int, high: int) -> Callable[[str], int]:
    def whole(text: str) -> int:
        if not text.isdecimal() or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {low} to {high}")
        return int(text)

    return whole


def _number(low: float, high: float) -> Callable[[str], float]:
    def number(text: str) -> float:
        with contextlib.suppress(ValueError):
            if low <= (value := float(text)) <= high:
                return value
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from {low:g} to {high:g}")

    return number
