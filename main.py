"""ConvPad's command line: opens the window, or reads, evaluates, trains and exports without one.

Here are the exit codes and what each command calls; the arguments are in `model/arguments.py`, what the commands do in
`model/commands.py` and `model/predict.py`. Only the standard library is imported when this file is loaded, so that
`--help` answers at once. Python 3.6 can parse this file, so that an old one says in a sentence what is wrong.
"""
# PYTHON_ARGCOMPLETE_OK

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - a checkout is run by whatever Python there is
    sys.exit(
        "ConvPad needs Python 3.11 or newer; this is Python {}.{}. With a newer one type where main.py lies:\n"
        "python3 -m venv .venv && .venv/bin/pip install -e . && .venv/bin/python main.py".format(*sys.version_info[:2])
    )

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from model import program, streams
from model.arguments import parser

if TYPE_CHECKING:
    from model.commands import Destination

OK, FAILED, WRONG, STOPPED = 0, 1, 2, 130  # exit codes; 130 is what shells give for Ctrl-C


def main(arguments: "list[str] | None" = None) -> int:
    """Run one command and return the exit code: 0 done, 1 failed, 2 wrong usage or input, 130 stopped by Ctrl-C.

    Raises:
        SystemExit: with 0 after `--help`, with 2 after wrong usage.
    """
    with streams.usable():
        try:
            code = _written(lambda: _guarded(_parsed(arguments)))
        except SystemExit as end:  # argparse's
            code = _written(lambda: OK)
            raise SystemExit(end.code if code == OK else code) from None
        return code


def _parsed(arguments: "list[str] | None") -> argparse.Namespace:
    made = parser()
    if "_ARGCOMPLETE" in os.environ:  # a shell asks what could be typed next
        try:
            import argcomplete
        except ModuleNotFoundError:
            raise SystemExit(_complain("Completing needs argcomplete: pip install argcomplete", FAILED)) from None
        argcomplete.autocomplete(made)
    return made.parse_args(arguments)


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
    """Before NumPy and torch are imported: threads that spin for long slow each other several times on a busy machine.

    NumPy's matrix products are those of one image: a second thread gains nothing and waits for a busy processor.

    Those of GNU's OpenMP, which torch has on Linux, spin as many rounds as `GOMP_SPINCOUNT` says, and with the policy
    `ACTIVE` at most 1,000 (ten microseconds) where there are more threads than processors. Without any spinning
    training takes half as long again (measured).
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
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
            return COMMANDS[options.command](options)
        except InputError as error:
            return _complain(str(error), WRONG)
    except KeyboardInterrupt:
        saves = options.command in ("train", "teach")
        return _complain("Stopped; nothing was saved." if saves else "Stopped.", STOPPED)
    except (BrokenPipeError, streams.OutputError):
        raise
    except ModuleNotFoundError as error:
        return _complain(program.bring(str(error.name)), FAILED)
    except Exception as error:  # no person is helped by a traceback
        return _complain(f"ConvPad failed: {type(error).__name__}: {' '.join(str(error).split())}", FAILED)


def _complain(message: str, code: int) -> int:
    print(message, file=sys.stderr)
    return code


# ---- what each command does


def _version(_options: argparse.Namespace) -> int:
    streams.say(f"ConvPad {program.VERSION}")
    return OK


def _window(options: argparse.Namespace) -> int:
    from gui.preflight import problem
    from model.files import InputError

    reason = problem()
    if reason is not None:
        return _complain(reason, FAILED)
    if options.weights is not None and not os.path.isfile(options.weights):
        raise InputError(f"There is no file {options.weights}.")
    from gui.app import run

    return run(options.weights)


def _predict(options: argparse.Namespace) -> int:
    from model.predict import predict

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


def _export(options: argparse.Namespace) -> int:
    from model.commands import export

    export(options.weights, options.format, options.out)
    return OK


def _look(options: argparse.Namespace) -> int:
    from gui.preflight import missing_libraries

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    reason = missing_libraries()
    if reason is not None:
        return _complain(reason, FAILED)
    from gui.still import write_look

    write_look(options.file, options.number, options.out, options.weights, options.theme, options.language)
    return OK


def _destination(out: "Path | None") -> "Destination":
    from gui.storage.paths import weights_folder
    from model.commands import Destination

    return Destination(out, weights_folder())


COMMANDS: "dict[str, Callable[[argparse.Namespace], int]]" = {
    "version": _version,
    "window": _window,
    "predict": _predict,
    "explain": _explain,
    "evaluate": _evaluate,
    "train": _train,
    "teach": _teach,
    "export": _export,
    "look": _look,
}

if __name__ == "__main__":
    sys.exit(main())
