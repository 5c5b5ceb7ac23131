"""What tests in many files use: a small recipe, drawings, real mouse events on the window, and waiting for a state."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from gui.pad.pad import DrawingPad
from gui.pages.look.layer_card import LayerCard
from gui.pages.train.page import TrainPage
from gui.widgets.tile_view import TileView
from gui.window.main_window import MainWindow
from model.convolution import Window
from model.network.architecture import LayerSpec
from model.network.checkpoint import Checkpoint, save
from model.network.digit_net import DigitNet
from model.train.recipe import Recipe

Started = Callable[[str, int], MainWindow]  # the window of somebody who uses this language and size of texts
ROOT = Path(__file__).parent.parent
PATIENCE = 180  # seconds: no test judges how fast the machine is, this only ends what hangs

TINY = Recipe(
    "Tiny", (LayerSpec(6, 5, stride=2, padding=2), LayerSpec(8, 3, padding=1)), epochs=2, batch_size=64, augment=0.0
)
LONG = replace(TINY, epochs=1000)  # never reaches its end while a test runs
THREE = [
    *((90, 70), (110, 52), (140, 45), (170, 50), (188, 70), (185, 100), (160, 122), (130, 130)),
    *((165, 138), (192, 160), (195, 190), (175, 220), (140, 232), (110, 225), (88, 205)),
]
SEVEN = [(80, 60), (120, 58), (160, 57), (200, 56), (185, 95), (168, 135), (152, 180), (138, 225)]


class PatientBot(QtBot):
    """Waits until what is waited for has happened, however long the machine takes; `timeout` cannot shorten that."""

    def waitUntil(self, callback: Callable[[], bool | None], **_: Any) -> None:
        super().waitUntil(callback, timeout=PATIENCE * 1000)

    def waitSignal(self, signal: Any, **options: Any) -> Any:
        return super().waitSignal(signal, **options | {"timeout": PATIENCE * 1000})

    def waitSignals(self, signals: Any, **options: Any) -> Any:
        return super().waitSignals(signals, **options | {"timeout": PATIENCE * 1000})

    def waitExposed(self, widget: QWidget, **_: Any) -> Any:
        return super().waitExposed(widget, timeout=PATIENCE * 1000)


def settle(qtbot: QtBot, window: QWidget) -> None:
    """Return when `window` has laid itself out: no event waits, and none of its timers that fire once."""

    def quiet() -> bool:
        QApplication.processEvents()
        return not [t for t in window.findChildren(QTimer) if t.isSingleShot() and t.isActive()]

    qtbot.waitUntil(quiet)
    QApplication.processEvents()


def at(pad: DrawingPad, x: float, y: float) -> QPoint:
    """Where a point in pad units lies on the widget."""
    side = min(pad.width(), pad.height())
    return QPoint(round((pad.width() - side) / 2 + x * side / 280), round((pad.height() - side) / 2 + y * side / 280))


def draw(
    qtbot: QtBot, pad: DrawingPad, *strokes: list[tuple[int, int]], button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    """Draw with real mouse events."""
    for stroke in strokes:
        qtbot.mousePress(pad, button, pos=at(pad, *stroke[0]))
        for point in stroke[1:]:
            qtbot.mouseMove(pad, at(pad, *point))
        qtbot.mouseRelease(pad, button, pos=at(pad, *stroke[-1]))


def answered(qtbot: QtBot, window: MainWindow, digit: str) -> None:
    """Wait until the window shows this answer."""
    qtbot.waitUntil(lambda: window.panel.digit.text() == digit)


def press(qtbot: QtBot, window: QWidget, name: str) -> None:
    """Click the button of that name, which must be there to be clicked."""
    found = window.findChild(QAbstractButton, name)
    assert found is not None, name
    assert found.isEnabled(), name
    place = QPoint(8, found.height() // 2) if isinstance(found, QCheckBox) else found.rect().center()
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton, pos=place)


def cards(window: MainWindow) -> list[LayerCard]:
    """The cards of the convolution layers on page "Look inside"."""
    return window.look_page._cards


def cell(view: TileView, tile: int, row: int, column: int) -> QPoint:
    """The middle of a cell; rounded up it would be the next one, where a cell is one pixel."""
    center = view._layout.cells(tile, Window(row, column, row + 1, column + 1)).center()
    return QPoint(int(center.x()), int(center.y()))


def open_network(window: MainWindow, folder: Path, specs: list[LayerSpec]) -> None:
    """Open weights by chance of a network with these layers."""
    path = folder / "other.safetensors"
    save(path, Checkpoint(DigitNet(specs).eval().requires_grad_(False)))
    window.session.in_use.open(path)


def begin_run(qtbot: QtBot, window: MainWindow, recipe: Recipe = LONG, frames: int = 3) -> TrainPage:
    """Draw a three, begin a run on page "Train", and wait until its timeline holds so many networks."""
    window.pages.setCurrentIndex(0)
    draw(qtbot, window.panel.pad, THREE)
    page = window.train_page
    window.pages.setCurrentWidget(page)
    page.form.set_recipe(recipe)
    page.design.set_specs(recipe.layers)
    press(qtbot, window, "retrainButton")
    session = window.session
    qtbot.waitUntil(lambda: session.rewind.timeline is not None and len(session.rewind.timeline) >= frames)
    return page


@st.composite
def layers(draw: st.DrawFn) -> LayerSpec:
    """A small layer of any form; whether it fits behind another is not looked at."""
    kernel_size = draw(st.integers(1, 5))
    return LayerSpec(
        out_channels=draw(st.integers(1, 2)),
        kernel_size=kernel_size,
        stride=draw(st.integers(1, 3)),
        padding=draw(st.integers(0, kernel_size - 1)),
        max_pool=draw(st.booleans()),
    )
