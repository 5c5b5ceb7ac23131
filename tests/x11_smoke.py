"""ConvPad in a real X window: starts main.py's own way, draws with real mouse events, reads the answer, closes.

xvfb-run -a -s "-screen 0 1440x900x24" python tests/x11_smoke.py

Exit code 0 when all of it worked. The mouse is moved by xdotool, so events take the whole way through the X server and
Qt; only where the pad is and what the answer says is asked inside the process.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
DIGIT = "7"
STROKE = [(0.28, 0.22), (0.42, 0.21), (0.56, 0.2), (0.7, 0.2), (0.62, 0.36), (0.54, 0.52), (0.47, 0.68), (0.4, 0.82)]
PATIENCE = 60.0  # seconds for each step


class Failure(Exception):
    """What did not happen."""


def steps() -> Iterator[None]:
    """Drive the window; yields while it waits, so that Qt goes on."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtWidgets import QApplication, QWidget

    def named(name: str) -> QWidget | None:
        found = (window.findChild(QWidget, name) for window in QApplication.topLevelWidgets())
        return next((widget for widget in found if widget is not None and widget.isVisible()), None)

    deadline = time.monotonic() + PATIENCE
    while (pad := named("drawingPad")) is None or (answer := named("answerDigit")) is None:
        _check(deadline, "the window with drawingPad and answerDigit did not appear")
        yield
    if QApplication.platformName() != "xcb":
        raise Failure(f"this is no X window but {QApplication.platformName()}")
    if QApplication.testAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents):
        raise Failure("moves of the mouse would be joined into one while the program is busy")
    if answer.property("text"):
        raise Failure(f"an empty pad is answered with {answer.property('text')!r}")
    if int(pad.window().winId()) not in _windows_of_class("^convpad$"):
        raise Failure("a desktop could not tell whose window it is: its WM_CLASS is not convpad")
    for _ in range(10):  # what a window shows first may still be moving
        yield
    side, ratio = min(pad.width(), pad.height()), pad.devicePixelRatioF()
    corner = QPoint((pad.width() - side) // 2, (pad.height() - side) // 2)
    spots = [pad.mapToGlobal(corner + QPoint(round(x * side), round(y * side))) * ratio for x, y in _dense(STROKE)]
    yield from _drawn([(spot.x(), spot.y()) for spot in spots], deadline)
    while answer.property("text") != DIGIT:
        _check(deadline, f"the answer is {answer.property('text')!r} and not {DIGIT!r}")
        yield
    print(f"drawn and read: {DIGIT}")
    pad.window().close()


def _windows_of_class(name: str) -> set[int]:
    """The X windows whose WM_CLASS begins so."""
    command = ["xdotool", "search", "--classname", name]
    return {int(line) for line in subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()}


def _dense(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    pairs = pairwise(points)
    return [(a[0] + t / 6 * (b[0] - a[0]), a[1] + t / 6 * (b[1] - a[1])) for a, b in pairs for t in range(7)]


def _drawn(spots: list[tuple[int, int]], deadline: float) -> Iterator[None]:
    command = ["xdotool"]
    for number, (x, y) in enumerate(spots):
        command += ["mousemove", str(x), str(y), *(["mousedown", "1"] if number == 0 else []), "sleep", "0.01"]
    with subprocess.Popen([*command, "mouseup", "1"]) as mouse:
        while mouse.poll() is None:
            _check(deadline, "xdotool does not end")
            yield
        if mouse.returncode:
            raise Failure(f"xdotool ended with {mouse.returncode}")


def _check(deadline: float, failure: str) -> None:
    if time.monotonic() > deadline:
        raise Failure(failure)


def main() -> int:
    """Run main.py's own `main` with a driver beside the event loop."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    import main as convpad

    failures: list[str] = []
    driver, original = steps(), QApplication.exec

    def advance() -> None:
        try:
            next(driver)
        except StopIteration:
            timer.stop()
        except Exception as error:
            failures.append(f"{type(error).__name__}: {error}")
            timer.stop()
            for window in QApplication.topLevelWidgets():
                window.grab().save(os.environ.get("SMOKE_PICTURE", ""))
            QApplication.exit(3)

    def driven(*_: object) -> int:
        timer.start()
        return original()

    timer = QTimer(interval=20)
    timer.timeout.connect(advance)
    QApplication.exec = driven  # type: ignore[method-assign]
    code = convpad.main([])
    for failure in failures:
        print(failure, file=sys.stderr)
    return code or bool(failures)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as home:  # the user's settings and files stay out of it
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = home
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        sys.exit(main())
