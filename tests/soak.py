"""A person who does anything at any time: seeded actions on the real window, for `test_soak.py`."""

import ctypes
import gc
import os
import random
import sys
from pathlib import Path

import torch
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from soak_actions import Hands

from gui import app
from gui.pages.lab import cells as lab_cells
from gui.style import glyphs
from gui.window.main_window import MainWindow
from model.drawing import raster
from model.network.architecture import LayerSpec
from model.network.checkpoint import Checkpoint, save
from model.network.digit_net import DigitNet
from model.train.recipe import PRESETS


class User:
    """Acts on the window it opens; `do` one action by chance, `rest` before measuring, `leave` at the end."""

    def __init__(self, qtbot: QtBot, folder: Path, seed: int) -> None:
        self.qtbot, self.chance, self.folder = qtbot, random.Random(seed), folder
        self.trail: list[str] = []  # what was done
        self.broken: list[object] = []
        self.hands = Hands(qtbot, self.chance, folder, self._weights())
        self._open()
        often = {**self.hands.often, self.reopen: 1}
        self._first = list(often)  # each once, so that all is imported and made when memory is measured
        self._kinds, self._often = list(often), list(often.values())

    def _weights(self) -> list[Path]:
        made = []
        for number, specs in enumerate(
            ([LayerSpec(4, 3)], [LayerSpec(6, 5, max_pool=True), LayerSpec(9, 3, stride=2, bias=False)])
        ):
            network = DigitNet(specs, generator=torch.Generator().manual_seed(number)).eval().requires_grad_(False)
            made.append(self.folder / f"other{number}.safetensors")
            save(made[-1], Checkpoint(network))
        return made

    @property
    def window(self) -> MainWindow:
        """The one that is open."""
        return self.hands.window

    def _open(self) -> None:
        made = app.build()
        made.session.broke.connect(self.broken.append)
        made.show()
        self.hands.window = made
        self.qtbot.waitUntil(lambda: not made.session.task.busy)

    def reopen(self) -> None:
        self.leave()
        self._open()

    def leave(self) -> None:
        self._close_dialogs()
        self._shut()
        gc.collect()  # before the next window takes what is alive for what will stay

    def _shut(self) -> None:
        window = self.hands.window
        del self.hands.window  # nothing keeps it alive
        window.close()
        evaluator = window.session.evaluator
        self.qtbot.waitUntil(lambda: not window.session.task.busy and not evaluator.running)
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()

    def rest(self) -> None:
        """Come to where memory can be compared: a new window with the shipped weights, nothing running or drawn."""
        self.window.session.in_use.use_shipped()
        self.reopen()
        self.window.resize(1440, 900)
        self.window.pages.setCurrentIndex(0)
        self.window.set_language("en")
        self.window.set_theme("dark")
        self.window.session.in_use.use_shipped()
        evaluator = self.window.session.evaluator  # the page may have been the one it opened with
        self.qtbot.waitUntil(lambda: not evaluator.running)
        self.hands.wait()

    def do_the_largest(self) -> None:
        """Train a little with every preset and evaluate to the end: what needs most memory, needed once for good."""
        self.rest()
        session = self.window.session
        for recipe in PRESETS.values():
            with self.qtbot.waitSignal(session.trainer.progressed):
                session.trainer.train(recipe)
            session.trainer.cancel()
            self.qtbot.waitUntil(lambda: not session.task.busy)
        session.evaluator.start()
        self.qtbot.waitUntil(lambda: not session.evaluator.running)
        self.hands.draw()
        session.add_example(3)
        session.teach()
        self.qtbot.waitUntil(lambda: not session.task.busy)
        session.trainer.revert()

    def do(self) -> None:
        self._close_dialogs()
        action = self._first.pop() if self._first else self.chance.choices(self._kinds, self._often)[0]
        self.trail.append(action.__name__)
        action()
        QApplication.processEvents()
        if len(self.trail) % 10 == 0:
            gc.collect()

    def _close_dialogs(self) -> None:
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible() and (dialog.isModal() or self.chance.random() < 0.3):
                dialog.reject()
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()


def megabytes() -> float:
    """What the process holds in memory (Linux), without the caches of bounded size, which may fill at any time."""
    QPixmapCache.clear()
    for cached in (glyphs.laid_out, lab_cells._text, raster._averaging):
        cached.cache_clear()
    gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
