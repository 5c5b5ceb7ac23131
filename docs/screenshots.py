"""Make the README's pictures from the real window.

    python docs/screenshots.py

Draws a digit with mouse events, points at a feature map, asks why, looks for a stroke that would change the answer,
trains Quick for a while, and saves what the window shows.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "benchmarks"))

from opened import opened_window, wait
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from gui.window.main_window import MainWindow

HERE = Path(__file__).parent
THREE = [
    *((88, 72), (94, 60), (106, 51), (122, 45), (140, 42), (158, 44), (172, 52), (180, 66), (179, 84), (170, 102)),
    *((156, 114), (140, 121), (158, 126), (174, 137), (184, 154), (187, 174), (182, 196), (170, 214), (152, 226)),
    *((132, 231), (112, 228), (96, 219), (86, 207)),
]


def draw(window: MainWindow) -> None:
    """Draw a three with the mouse."""
    pad = window.panel.pad
    places = [QPoint(x, y) * (pad.width() / 280) for x, y in THREE]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(pad, place)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=places[-1])


def train(window: MainWindow, picture: Path | None = None) -> None:
    """Train Quick for a while; save a picture of that."""
    window.pages.setCurrentWidget(window.train_page)
    for name in ("quickPreset", "retrainButton"):
        pressed = window.train_page.findChild(QAbstractButton, name)
        assert pressed is not None
        QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    while window.session.trainer.learning and window.train_page.progress.step < 300:
        wait(50)
    if picture is not None:
        window.grab().save(str(picture))
    window.session.trainer.cancel()
    while window.session.task.busy:
        wait(50)


def ask_why(window: MainWindow, picture: Path) -> None:
    """Look for a stroke that would change the answer, once all training digits are read; save a picture."""
    window.pages.setCurrentIndex(1)
    why = window.session.why
    wait(500)
    while why.task.busy or why.firing.task.busy or why.spots.meter is None or not why.spots.meter.done:
        wait(50)
    for name in ("strokesButton", "littleButton"):
        pressed = window.findChild(QAbstractButton, name)
        assert pressed is not None
        QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
        while why.searches.task.busy:
            wait(50)
    wait(300)
    window.grab().save(str(picture))


def main() -> None:
    """Make the pictures."""
    with opened_window() as window:
        draw(window)
        wait(100)
        third = window.look_page.findChildren(type(window.panel.image), "conv3Maps")[0]
        QTest.mouseClick(third, Qt.MouseButton.LeftButton, pos=QPoint(48, 40))
        wait(100)
        window.grab().save(str(HERE / "look-inside.png"))
        ask_why(window, HERE / "why.png")
        train(window, HERE / "train.png")
        window.pages.setCurrentIndex(2)
        wait(300)
        window.lab.start_lesson(9)
        wait(300)
        window.grab().save(str(HERE / "lab.png"))
        window.pages.setCurrentIndex(4)
        wait(500)
        window.session.evaluator.start()
        while window.session.evaluator.running:
            wait(50)
        wait(300)
        window.grab().save(str(HERE / "evaluate.png"))


if __name__ == "__main__":
    main()
