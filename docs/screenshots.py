"""Make the README's pictures from the real window.

    python docs/screenshots.py

Draws a digit with mouse events, points at a feature map, trains Quick for a while, and saves what the window shows.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEventLoop, QPoint, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from gui import app, paths
from gui.main_window import MainWindow

HERE = Path(__file__).parent
THREE = [
    *((88, 72), (94, 60), (106, 51), (122, 45), (140, 42), (158, 44), (172, 52), (180, 66), (179, 84), (170, 102)),
    *((156, 114), (140, 121), (158, 126), (174, 137), (184, 154), (187, 174), (182, 196), (170, 214), (152, 226)),
    *((132, 231), (112, 228), (96, 219), (86, 207)),
]


def wait(milliseconds: int) -> None:
    """Let events and threads go on."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def draw(window: MainWindow) -> None:
    """Draw a three with the mouse."""
    pad = window.panel.pad
    places = [QPoint(x, y) * (pad.width() / 280) for x, y in THREE]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=places[0])
    for place in places[1:]:
        QTest.mouseMove(pad, place)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=places[-1])


def main() -> None:
    """Make the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        os.environ["XDG_DATA_HOME"] = folder
        QApplication([])
        paths.name_application()
        window = app.build()
        window.resize(1440, 900)
        window.show()
        while window.session.busy:
            wait(50)
        draw(window)
        wait(100)
        third = window.look_page.findChildren(type(window.panel.image), "conv3Maps")[0]
        QTest.mouseClick(third, Qt.MouseButton.LeftButton, pos=QPoint(48, 40))
        wait(100)
        window.grab().save(str(HERE / "look-inside.png"))
        window.pages.setCurrentWidget(window.train_page)
        for name in ("quickPreset", "retrainButton"):
            pressed = window.train_page.findChild(QAbstractButton, name)
            assert pressed is not None
            QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
        while window.session.training and window.train_page.progress.step < 300:
            wait(50)
        window.grab().save(str(HERE / "train.png"))
        window.session.cancel_training()
        while window.session.busy:
            wait(50)
        window.pages.setCurrentIndex(1)
        wait(300)
        window.lab.start_lesson(5)
        wait(300)
        window.grab().save(str(HERE / "lab.png"))
        window.pages.setCurrentIndex(3)
        wait(500)
        while window.session.evaluator.running:
            wait(50)
        wait(300)
        window.grab().save(str(HERE / "evaluate.png"))
        window.close()


if __name__ == "__main__":
    main()
