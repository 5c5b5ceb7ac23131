"""ConvPad's command line: opens the window, or reads, evaluates and trains without one.

Here are the arguments and the exit codes; what the commands do is in `model/commands.py`. Only the standard library is
imported when this file is loaded, so that `--help` answers at once.
"""

import argparse
import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model import streams

if TYPE_CHECKING:
    from model.commands import Destination

OK, FAILED, WRONG, STOPPED = 0, 1, 2, 130  # exit codes; 130 is what shells give for Ctrl-C


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit code: 0 done, 1 failed, 2 wrong usage or input, 130 stopped by Ctrl-C.

    Raises:
        SystemExit: with 0 after `--help`, with 2 after wrong usage.
    """
    with streams.usable():
        try:
            code = _written(lambda: _guarded(_parser().parse_args(arguments)))
        except SystemExit as end:  # argparse's
            code = _written(lambda: OK)
            raise SystemExit(end.code if code == OK else code) from None
        return code


def _written(command: Callable[[], int]) -> int:
    """The exit code of `command`, after all that it said has been written; 1 where that cannot be."""
    try:
        code = command()
        streams.say(end="", flush=True)
        return code
    except BrokenPipeError:
        return FAILED
    except streams.OutputError as error:
        return _complain(str(error), FAILED)


def _let_waiting_threads_spin_briefly() -> None:
    """Before torch is imported: threads that spin for long slow each other several times on a busy machine.

    Those of GNU's OpenMP, which torch has on Linux, spin as many rounds as `GOMP_SPINCOUNT` says, and with the policy
    `ACTIVE` at most 1,000 (ten microseconds) where there are more threads than processors. Without any spinning
    training takes half as long again (measured).
    """
    if sys.platform == "linux":
        os.environ.setdefault("OMP_WAIT_POLICY", "ACTIVE")
        os.environ.setdefault("GOMP_SPINCOUNT", "5000")
    else:
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def _guarded(options: argparse.Namespace) -> int:
    """Run the chosen command; whatever goes wrong becomes one message and an exit code."""
    _let_waiting_threads_spin_briefly()
    try:
        from model.files import InputError

        try:
            code: int = options.command(options)
            return code
        except InputError as error:
            return _complain(str(error), WRONG)
    except KeyboardInterrupt:
        return _complain("Stopped; nothing was saved." if options.command in (_train, _teach) else "Stopped.", STOPPED)
    except (BrokenPipeError, streams.OutputError):
        raise
    except ModuleNotFoundError as error:
        return _complain(
            f"The Python package {error.name} is missing; type: {sys.executable} -m pip install -e .", FAILED
        )
    except Exception as error:  # no person is helped by a traceback
        return _complain(f"ConvPad failed: {type(error).__name__}: {' '.join(str(error).split())}", FAILED)


def _complain(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code


# ---- arguments


class _Parser(argparse.ArgumentParser):
    def print_help(self, _file: Any = None) -> None:
        """Print the help to standard output; argparse itself takes no notice when that fails."""
        streams.say(self.format_help(), end="")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="main.py",
        description="Draw a digit and watch a small convolutional network read it. Without a command the window opens.",
    )
    weights: dict[str, Any] = {"type": Path, "metavar": "FILE", "help": "weights to use instead of the shipped ones"}
    parser.add_argument("--weights", default=None, **weights)
    parser.set_defaults(command=_window)
    commands = parser.add_subparsers(title="commands, without a window", metavar="")

    def command(name: str, function: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        added.set_defaults(command=function)
        return added

    predict = command("predict", _predict, "read pictures and drawings, one line for each")
    predict.add_argument("files", nargs="+", type=Path, metavar="FILE", help="picture, or drawings (.jsonl, .jsonl.gz)")
    explain = command("explain", _explain, "say why each digit is read as it is and not otherwise")
    explain.add_argument("files", nargs="+", type=Path, metavar="FILE", help="drawings (.jsonl, .jsonl.gz), or picture")
    against = "the digit to compare the answer with; by default the runner-up"
    explain.add_argument("--against", type=_whole(0, 9), metavar="DIGIT", help=against)
    evaluate = command("evaluate", _evaluate, "measure the accuracy on MNIST's test set or on labelled drawings")
    source = evaluate.add_mutually_exclusive_group()
    source.add_argument("--data", type=Path, metavar="DIR", help="folder with four MNIST files instead of the built-in")
    source.add_argument("--drawings", type=Path, metavar="FILE", help="labelled drawings (.jsonl, .jsonl.gz)")
    evaluate.add_argument("--curves", action="store_true", help="also against noise, rotation, shift and thickness")
    for added in (predict, explain, evaluate):
        added.add_argument("--weights", default=argparse.SUPPRESS, **weights)
        added.add_argument("--json", action="store_true", help="print JSON instead of text")
    _train_options(command("train", _train, "train a new network and save its weights"))
    teach = command("teach", _teach, "teach a network your own hand from labelled drawings, and save its weights")
    teach.add_argument("--drawings", type=Path, metavar="FILE", required=True, help="labelled drawings to learn from")
    teach.add_argument("--seed", type=_whole(0, 2**63 - 1), metavar="N", default=0, help="same seed, same weights")
    teach.add_argument("--out", type=Path, metavar="FILE", help="a new file in the user's data folder by default")
    teach.add_argument("--weights", default=argparse.SUPPRESS, **weights)
    return parser


def _train_options(parser: argparse.ArgumentParser) -> None:
    presets = ("quick", "standard", "best", "hands", "teacher")
    thorough = "how thoroughly; teacher makes the network that best learns from, hands goes on from best"
    parser.add_argument("--preset", choices=presets, default="standard", help=thorough)
    parser.add_argument("--epochs", type=_whole(1, 1000), metavar="N", help="passes over the digits, 1 to 1000")
    parser.add_argument("--batch-size", type=_whole(16, 1024), metavar="N", help="digits in each step, 16 to 1024")
    parser.add_argument("--learning-rate", type=_number(1e-5, 1), metavar="X", help="the highest, 0.00001 to 1")
    parser.add_argument("--schedule", choices=("one-cycle", "cosine", "constant"), help="how the learning rate moves")
    hands = "digits in other people's hands added to each step, 0 to 512"
    parser.add_argument("--drawn", type=_whole(0, 512), metavar="N", help=hands)
    parser.add_argument("--seed", type=_whole(0, 2**63 - 1), metavar="N", help="same seed, same weights")
    parser.add_argument("--start", type=Path, metavar="FILE", help="weights to go on from instead of new ones")
    anchor = "the part of those weights that stays in the result, 0 to 0.9; 0 by default"
    parser.add_argument("--anchor", type=_number(0, 0.9), metavar="X", default=0.0, help=anchor)
    parser.add_argument("--device", choices=("auto", "cpu", "cuda", "mps"), default="auto", help="where to compute")
    parser.add_argument("--data", type=Path, metavar="DIR", help="folder with four MNIST files instead of the built-in")
    parser.add_argument("--out", type=Path, metavar="FILE", help="a new file in the user's data folder by default")


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


# ---- what each command does


def _window(options: argparse.Namespace) -> int:
    from gui.preflight import problem
    from model.files import InputError

    if (reason := problem()) is not None:
        return _complain(reason, FAILED)
    if options.weights is not None and not options.weights.is_file():
        raise InputError(f"There is no file {options.weights}.")
    from gui.app import run

    return run(sys.argv[:1], weights=options.weights)


def _predict(options: argparse.Namespace) -> int:
    from model.commands import predict

    return OK if predict(options.files, options.weights, options.json) else WRONG


def _explain(options: argparse.Namespace) -> int:
    from model.commands import explain

    return OK if explain(options.files, options.against, options.weights, options.json) else WRONG


def _evaluate(options: argparse.Namespace) -> int:
    from model.commands import evaluate

    evaluate(options.weights, options.data, options.drawings, options.curves, options.json)
    return OK


def _train(options: argparse.Namespace) -> int:
    from model.commands import chosen_recipe, train

    names = ("epochs", "batch_size", "learning_rate", "schedule", "drawn", "seed")
    recipe = chosen_recipe(options.preset, **{name: getattr(options, name) for name in names})
    if options.start is None and (recipe.start == "current" or options.anchor):
        return _complain("Say which weights to go on from: --start FILE", WRONG)
    start = options.start, options.anchor
    return OK if train(recipe, options.data, options.device, _destination(options.out), *start) else FAILED


def _teach(options: argparse.Namespace) -> int:
    from model.commands import teach

    return OK if teach(options.weights, options.drawings, options.seed, _destination(options.out)) else FAILED


def _destination(out: Path | None) -> "Destination":
    from gui.storage.paths import weights_folder
    from model.commands import Destination

    return Destination(out, weights_folder())


if __name__ == "__main__":
    sys.exit(main())
