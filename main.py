"""ConvPad's command line: opens the window, or reads, evaluates and trains without one.

Only the standard library is imported here; each command imports what it needs, so that `--help` answers at once.
"""

import argparse
import contextlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from model.drawing.ink import Array
    from model.drawing.raster import Raster
    from model.evaluate.evaluation import Evaluation
    from model.evaluate.robustness import Curve
    from model.network.checkpoint import Checkpoint
    from model.train.training import Progress

OK, FAILED, WRONG, STOPPED = 0, 1, 2, 130  # exit codes; 130 is what shells give for Ctrl-C


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return the exit code: 0 done, 1 failed, 2 wrong usage or input, 130 stopped by Ctrl-C."""
    options = _parser().parse_args(arguments)
    _let_waiting_threads_spin_briefly()
    for stream in (sys.stdout, sys.stderr):  # a file's name may hold what the terminal cannot show
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = _guarded(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever read our output has seen enough, as in `… | head`
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


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
    try:
        from model.files import InputError

        try:
            code: int = options.command(options)
            return code
        except InputError as error:
            return _complain(str(error), WRONG)
    except KeyboardInterrupt:
        return _complain("Stopped; nothing was saved." if options.command in (_train, _teach) else "Stopped.", STOPPED)
    except BrokenPipeError:
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
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
    evaluate = command("evaluate", _evaluate, "measure the accuracy on MNIST's test set or on labelled drawings")
    source = evaluate.add_mutually_exclusive_group()
    source.add_argument("--data", type=Path, metavar="DIR", help="folder with four MNIST files instead of the built-in")
    source.add_argument("--drawings", type=Path, metavar="FILE", help="labelled drawings (.jsonl, .jsonl.gz)")
    evaluate.add_argument("--curves", action="store_true", help="also against noise, rotation, shift and thickness")
    for added in (predict, evaluate):
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
    presets = ("quick", "standard", "best", "teacher")
    thorough = "how thoroughly; teacher makes the large network that best learns from"
    parser.add_argument("--preset", choices=presets, default="standard", help=thorough)
    parser.add_argument("--epochs", type=_whole(1, 1000), metavar="N", help="passes over the digits, 1 to 1000")
    parser.add_argument("--batch-size", type=_whole(16, 1024), metavar="N", help="digits in each step, 16 to 1024")
    parser.add_argument("--learning-rate", type=_number(1e-5, 1), metavar="X", help="the highest, 0.00001 to 1")
    parser.add_argument("--schedule", choices=("one-cycle", "cosine", "constant"), help="how the learning rate moves")
    parser.add_argument("--seed", type=_whole(0, 2**63 - 1), metavar="N", help="same seed, same weights; 0 by default")
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


# ---- the window


def _window(options: argparse.Namespace) -> int:
    from gui.preflight import problem
    from model.files import InputError

    if (reason := problem()) is not None:
        return _complain(reason, FAILED)
    if options.weights is not None and not options.weights.is_file():
        raise InputError(f"There is no file {options.weights}.")
    from gui.app import run

    return run(sys.argv[:1], weights=options.weights)


# ---- predict


def _predict(options: argparse.Namespace) -> int:
    import torch

    from model.evaluate.evaluation import reading

    torch.set_num_threads(1)  # such small batches are read no faster by more
    failures: list[str] = []
    network = _checkpoint(options).network
    for name, probabilities in reading(network, _rasters(options.files, failures)):
        print(_as_json(name, probabilities) if options.json else _as_text(name, probabilities))
    return WRONG if failures else OK


def _rasters(files: list[Path], failures: list[str]) -> Iterator[tuple[str, "Raster | None"]]:
    """Name and image of all that `files` hold; what cannot be read is told at once and noted in `failures`."""
    from model.drawing.drawings import inks, is_drawings_file, read_drawings
    from model.drawing.raster import raster
    from model.files import InputError

    for path in files:
        try:
            if is_drawings_file(path):
                for number, (drawing, ink) in enumerate(inks(read_drawings(path)), start=1):
                    yield f"{path}:{number}", drawing.raster(ink)
            else:
                from model.drawing.picture import ink_from_pixels, read_picture

                yield str(path), raster(ink_from_pixels(read_picture(path)))
        except InputError as error:
            failures.append(str(error))
            print(error, file=sys.stderr)


def _as_text(name: str, probabilities: "Array | None") -> str:
    from model.look.snapshot import answer

    if probabilities is None:
        return f"{name}\tempty"
    digit = answer(probabilities)
    return f"{name}\t{'not sure' if digit is None else digit}\t{_percent(float(probabilities.max()), 1)}"


def _as_json(name: str, probabilities: "Array | None") -> str:
    from model.look.snapshot import answer

    digit = None if probabilities is None else answer(probabilities)
    numbers = None if probabilities is None else [round(float(p), 6) for p in probabilities]
    return json.dumps({"name": name, "digit": digit, "probabilities": numbers})


# ---- evaluate


def _evaluate(options: argparse.Namespace) -> int:
    import torch

    from model import mnist
    from model.drawing.drawings import read_drawings
    from model.evaluate.evaluation import evaluate, evaluate_drawings, rasters
    from model.evaluate.robustness import measuring_curves, picked
    from model.mnist import Digits

    network = _checkpoint(options).network
    if options.drawings is not None:
        drawings = list(read_drawings(options.drawings))
        result = evaluate_drawings(network, drawings)
        digits = Digits(rasters(drawings)[0], torch.tensor([d.label for d in drawings])) if options.curves else None
    else:
        digits = mnist.load(options.data or mnist.BUILT_IN).test
        result = evaluate(network, digits)
    curves: tuple[Curve, ...] = ()
    if options.curves and digits is not None:
        *_, curves = measuring_curves(network, picked(digits))
    report = _report_json if options.json else _report
    print(report(result, network.parameter_count, curves))
    return OK


def _interval(result: "Evaluation") -> tuple[float, float]:
    from model.evaluate.readings import wilson

    return wilson(int(result.confusion.trace()), result.count)


def _report_json(result: "Evaluation", parameters: int, curves: "tuple[Curve, ...]") -> str:
    report: dict[str, Any] = {
        "count": result.count,
        "accuracy": result.accuracy,
        "interval": _interval(result),
        "per_digit": result.per_digit,
        "confusion": result.confusion.tolist(),
        "empty": result.empty.tolist(),
        "parameters": parameters,
    }
    if curves:
        report["curves"] = {
            c.change.name: {"count": c.count, "amounts": c.amounts, "accuracies": c.accuracies} for c in curves
        }
    return json.dumps(report)


def _report(result: "Evaluation", parameters: int, curves: "tuple[Curve, ...]") -> str:
    low, high = _interval(result)
    lines = [f"{_percent(result.accuracy)} of {result.count:,} digits right, {parameters:,} parameters"]
    lines += [f"95 % confidence interval {_percent(low)} to {_percent(high)}", ""]
    lines += ["digit   right    read as" + "".join(f"{digit:>6}" for digit in range(10))]
    for digit, (right, row) in enumerate(zip(result.per_digit, result.confusion, strict=True)):
        part = "–" if right is None else _percent(right)
        lines.append(f"{digit:>5}{part:>9}{'':>10}" + "".join(f"{count:>6}" for count in row))
    if empty := int(result.empty.sum()):
        lines.append(f"\n{empty:,} drawings had no ink and count as wrong.")
    for curve in curves:
        lines += ["", f"{curve.change.name} ({curve.count:,} digits)"]
        lines += [f"{a:>8g}{_percent(r):>10}" for a, r in zip(curve.amounts, curve.accuracies, strict=True)]
    return "\n".join(lines)


# ---- train


def _train(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from model import mnist
    from model.files import check_writable
    from model.network import checkpoint
    from model.train.recipe import RECIPES
    from model.train.training import train

    chosen = {name: getattr(options, name) for name in ("epochs", "batch_size", "learning_rate", "schedule", "seed")}
    recipe = replace(RECIPES[options.preset], **{name: value for name, value in chosen.items() if value is not None})
    path = options.out or _new_file(options.preset)
    check_writable(path)
    digits = mnist.load(options.data or mnist.BUILT_IN)
    started = time.monotonic()
    result = _watched(train(recipe, digits, options.device), recipe.name, recipe.batch_size)
    checkpoint.save(path, result)
    test, validation = (_percent(result.figures[part]) for part in ("test", "validation"))
    count, seconds = result.network.parameter_count, time.monotonic() - started
    print(
        f"{test} of the test digits and {validation} of the validation digits right, {count:,} parameters, "
        f"{seconds:.0f} s",
        file=sys.stderr,
    )
    print(path, flush=True)
    return OK


def _teach(options: argparse.Namespace) -> int:
    from model import mnist
    from model.drawing.drawings import read_drawings
    from model.files import check_writable
    from model.network import checkpoint
    from model.train.teaching import teach

    drawings = list(read_drawings(options.drawings))
    path = options.out or _new_file("taught")
    check_writable(path)
    run = teach(_checkpoint(options).network, drawings, mnist.load(), seed=options.seed)
    result = _watched(run, "Teach", 1)
    checkpoint.save(path, result)
    rates = {name: _percent(rate) for name, rate in result.figures.items()}
    print(
        f"your drawings right: {rates['examples_before']} before, {rates['examples']} now; "
        f"MNIST's test digits: {rates['test_before']} before, {rates['test']} now",
        file=sys.stderr,
    )
    print(path, flush=True)
    return OK


def _watched(run: "Iterator[Progress]", name: str, batch_size: int) -> "Checkpoint":
    """Walk through `run` under a progress bar and return the result."""
    from tqdm import tqdm

    done, last = 0, None
    every = 0.1 if sys.stderr.isatty() else 5.0  # seconds; a log needs fewer lines
    unit = " images" if batch_size > 1 else " steps"
    with tqdm(desc=name, unit=unit, unit_scale=True, mininterval=every, file=sys.stderr) as bar:
        for last in run:
            bar.total = last.steps * batch_size
            if last.validation is not None:
                bar.set_postfix_str(f"validation {_percent(last.validation)}", refresh=False)
            bar.update((last.step - done) * batch_size)
            done = last.step
    assert last is not None
    assert last.result is not None
    return last.result


def _new_file(preset: str) -> Path:
    from gui.storage.paths import data_folder

    path = data_folder() / "weights" / f"{time.strftime('%Y-%m-%d-%H%M%S')}-{preset}.safetensors"
    while path.exists():
        path = path.with_stem(path.stem + "-again")
    return path


# ---- common


def _checkpoint(options: argparse.Namespace) -> "Checkpoint":
    from model.network import checkpoint

    return checkpoint.load(options.weights or checkpoint.SHIPPED)


def _percent(part: float, digits: int = 2) -> str:
    return f"{100 * part:.{digits}f} %"


if __name__ == "__main__":
    sys.exit(main())
