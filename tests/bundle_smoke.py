"""A bundle in a real X window, with an empty environment: it draws, reads, trains, keeps what it trained, and closes.

    xvfb-run -a -s "-screen 0 1440x900x24" python tests/bundle_smoke.py dist/ConvPad/ConvPad

Exit code 0 when all of it worked. Nothing runs inside the bundle but the bundle: the mouse is xdotool's, what the
window shows is seen on the screen. Where things stand is asked of a window from this checkout: it has the same layout.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
STROKE = [(0.28, 0.22), (0.42, 0.21), (0.56, 0.2), (0.7, 0.2), (0.62, 0.36), (0.54, 0.52), (0.47, 0.68), (0.4, 0.82)]
PATIENCE = 120.0  # seconds for each step
Box = tuple[int, int, int, int]  # left, top, width, height on the screen


class Failure(Exception):
    """What did not happen."""


def places(home: str) -> dict[str, Box]:
    """Where pad, answer, page button and run button stand, from this checkout's own window on the same screen.

    `home` is an empty folder: the window is to come up as it does the first time.
    """
    code = (
        "from PySide6.QtWidgets import QApplication, QWidget\n"
        "from PySide6.QtCore import QPoint\n"
        "from gui import app\n"
        "application = app.application()\n"
        "window = app.build()\n"
        "window.show()\n"
        "while window.session.task.busy: application.processEvents()\n"
        "def tell(name):\n"
        "    for _ in range(50): application.processEvents()\n"
        "    found = window.findChild(QWidget, name)\n"
        "    at = found.mapToGlobal(QPoint())\n"
        "    print(name, at.x(), at.y(), found.width(), found.height())\n"
        "for name in ('drawingPad', 'answerDigit', 'trainPageButton'): tell(name)\n"
        "window.pages.setCurrentWidget(window.train_page)\n"
        "tell('retrainButton')\n"
        "window.close()\n"
    )
    first = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), home)
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | first, capture_output=True, text=True, check=True)
    rows = (line.split() for line in done.stdout.splitlines())
    return {name: (int(x), int(y), int(w), int(h)) for name, x, y, w, h in rows}


def screen(out: Path) -> None:
    """What is on the screen, as a picture."""
    code = (
        "import sys\n"
        "from PySide6.QtGui import QGuiApplication\n"
        "app = QGuiApplication([])\n"
        "QGuiApplication.primaryScreen().grabWindow(0).save(sys.argv[1])\n"
    )
    subprocess.run([sys.executable, "-c", code, str(out)], check=True)


def mouse(*words: str) -> None:
    """Move, press, release: the words of xdotool."""
    subprocess.run(["xdotool", *words], check=True)


def click(box: Box) -> None:
    """Press the left button in the middle."""
    left, top, width, height = box
    mouse("mousemove", str(left + width // 2), str(top + height // 2), "sleep", "0.1", "click", "1")


def draw(pad: Box) -> None:
    """A seven, in the pad's square."""
    left, top, width, height = pad
    side = min(width, height)
    x0, y0 = left + (width - side) // 2, top + (height - side) // 2
    dense = [
        (a[0] + t / 6 * (b[0] - a[0]), a[1] + t / 6 * (b[1] - a[1])) for a, b in pairwise(STROKE) for t in range(7)
    ]
    words: list[str] = []
    for number, (x, y) in enumerate(dense):
        words += ["mousemove", str(round(x0 + x * side)), str(round(y0 + y * side))]
        words += (["mousedown", "1"] if number == 0 else []) + ["sleep", "0.01"]
    mouse(*words, "mouseup", "1")


def until(done: Callable[[], object], process: "subprocess.Popen[bytes]", failure: str) -> None:
    """Wait for a state."""
    deadline = time.monotonic() + PATIENCE
    while not done():
        if process.poll() is not None:
            raise Failure(f"{failure}: it ended with {process.returncode}")
        if time.monotonic() > deadline:
            raise Failure(failure)
        time.sleep(0.2)


def shown(box: Box, folder: Path) -> Path:
    """What the screen shows in `box`, enlarged, as a picture with black digits."""
    from PIL import Image, ImageOps

    screen(folder / "screen.png")
    left, top, width, height = box
    with Image.open(folder / "screen.png") as whole:
        part = whole.convert("L").crop((left, top, left + width, top + height))
    ImageOps.autocontrast(part).resize((4 * width, 4 * height)).save(folder / "answer.png")
    return folder / "answer.png"


def answered(binary: Path, clean: dict[str, str], box: Box, folder: Path) -> bool:
    """Whether the screen shows a 7 in `box`; the bundle itself reads it."""
    picture = shown(box, folder)
    done = subprocess.run([binary, "predict", picture], env=clean, capture_output=True, text=True, check=False)
    return "\t7\t" in done.stdout


def spoken(binary: Path, clean: dict[str, str]) -> None:
    """What it says without a window."""
    from model.program import VERSION

    def said(*words: str) -> str:
        done = subprocess.run([binary, *words], env=clean, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Failure(f"{' '.join(words)} ended with {done.returncode}: {done.stderr}")
        return done.stdout

    if "main.py" in said("--help") or said("--version") != f"ConvPad {VERSION}\n":
        raise Failure("it does not speak of itself")
    home = Path(clean["HOME"])
    for kind in ("onnx", "keras", "caffe", "pytorch", "safetensors"):
        said("export", str(home / f"network.{kind}"), "--format", kind)
    said("train", "--preset", "quick", "--epochs", "1", "--out", str(home / "quick.safetensors"))
    drawn = home / "one.jsonl"
    drawn.write_text('{"label": 1, "strokes": [[[140, 40], [140, 240]]]}\n', encoding="utf-8")
    if "\t1\t" not in said("predict", "--weights", str(home / "quick.safetensors"), str(drawn)):
        raise Failure("what it trained reads no 1")
    said("look", str(drawn), "--out", str(home / "panels.png"), "--language", "zh_CN")


def main(binary: Path) -> int:
    """Drive the window; the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        at = places(folder)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        clean = {"HOME": folder, "PATH": "/nonexistent", "LANG": "C.UTF-8"}
        spoken(binary, clean)
        print("help, version, export, train, predict, look: work")
        keys = {name: os.environ[name] for name in ("DISPLAY", "XAUTHORITY") if name in os.environ}
        with subprocess.Popen([binary], env=clean | keys, stdout=subprocess.DEVNULL) as process:
            try:
                seen = ["xdotool", "search", "--onlyvisible", "--classname", "^convpad$"]
                until(lambda: not subprocess.run(seen, capture_output=True).returncode, process, "no window came up")
                time.sleep(2)  # its first answer needs torch
                draw(at["drawingPad"])
                until(lambda: answered(binary, clean, at["answerDigit"], home), process, "the drawn 7 was not answered")
                print("drawn and read: 7")
                click(at["trainPageButton"])
                click(at["retrainButton"])
                data = home / ".local" / "share" / "ConvPad"
                until(lambda: [p for p in data.rglob("*.run") if p.stat().st_size], process, "no run was kept")
                print("trains")
                mouse("search", "--onlyvisible", "--classname", "^convpad$", "windowfocus", "key", "ctrl+q")
                process.wait(PATIENCE)
            finally:
                screen(Path(os.environ.get("SMOKE_PICTURE", str(home / "last.png"))))
                if process.poll() is None:
                    process.kill()
        log = (data / "convpad.log").read_text(encoding="utf-8")
        if process.returncode or "ERROR" in log:
            raise Failure(f"it ended with {process.returncode}; its log:\n{log}")
        print("closed")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(Path(sys.argv[1]).resolve()))
    except Failure as error:
        sys.exit(str(error))
