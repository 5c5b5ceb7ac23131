"""What the person of `soak.py` does: each action on whatever the window shows just then."""

import random
from collections.abc import Callable
from pathlib import Path

from helpers import TINY
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QListWidget,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.widgets.tile_view import TileView
from gui.window.main_window import MainWindow

KEYS = [
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_3, Qt.Key.Key_Minus),
]
Action = Callable[[], object]


class Hands:
    """Acts on `window`, whichever that is at the moment; `often` says how often each action is chosen."""

    def __init__(self, qtbot: QtBot, chance: random.Random, folder: Path, weights: list[Path]) -> None:
        self.qtbot, self.chance, self.folder, self.weights = qtbot, chance, folder, weights
        self.window: MainWindow
        self.often: dict[Action, int] = {
            self.draw: 20, self.erase: 6, self.undo: 10, self.redo: 8, self.clear: 3, self.change_page: 10,
            self.change_theme: 3, self.change_language: 1, self.resize: 4, self.open_weights: 4,
            self.open_bad_weights: 3, self.use_shipped: 2, self.train: 2, self.cancel: 3, self.finish_training: 1,
            self.keep: 1, self.revert: 2, self.teach: 1, self.keep_example: 2, self.show_dialog: 2,
            self.click_a_tile: 12, self.point_at_a_tile: 10, self.click_a_button: 16, self.press_a_key: 12,
            self.choose_in_a_box: 4, self.move_a_slider: 4, self.put_a_picture: 2, self.edit_a_filter: 4,
            self.pause: 2, self.go_on: 2, self.steer: 2, self.rewind: 4, self.take_a_step: 1,
            self.one_network_back: 1, self.use_the_lab: 8, self.evaluate: 2, self.pick_a_digit: 2,
            self.wait: 3,
        }  # fmt: skip

    # -- helpers ------------------------------------------------------------------------------------------------

    def _page(self, number: int) -> QWidget:
        self.window.pages.setCurrentIndex(number)
        QApplication.processEvents()
        page = self.window.pages.currentWidget()
        assert page is not None
        return page

    def _some(self, kind: type, within: QWidget | None = None) -> list[QWidget]:
        found: list[QWidget] = (within or self.window).findChildren(kind)
        return [w for w in found if w.isVisible() and w.isEnabled() and w.objectName()]

    def _one(self, kind: type, within: QWidget | None = None) -> QWidget | None:
        found = self._some(kind, within)
        return self.chance.choice(found) if found else None

    def _spot(self, widget: QWidget) -> QPoint:
        return QPoint(self.chance.randrange(max(widget.width(), 1)), self.chance.randrange(max(widget.height(), 1)))

    def _act(self, name: str) -> None:
        action = self.window.findChild(QAction, name)
        if action is not None and action.isEnabled():
            action.trigger()

    def _press(self, name: str) -> None:
        for found in self.window.findChildren(QAbstractButton, name):
            if found.isVisible() and found.isEnabled():
                QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    # -- actions ------------------------------------------------------------------------------------------------

    def draw(self, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        self._page(0)
        pad = self.window.panel.pad
        QTest.mousePress(pad, button, pos=self._spot(pad))
        for _ in range(self.chance.randint(0, 12)):
            QTest.mouseMove(pad, self._spot(pad))
        QTest.mouseRelease(pad, button, pos=self._spot(pad))

    def erase(self) -> None:
        self.draw(Qt.MouseButton.RightButton)

    def undo(self) -> None:
        self._act("undo")

    def redo(self) -> None:
        self._act("redo")

    def clear(self) -> None:
        self._act("clear")

    def change_page(self) -> None:
        shown = self.chance.choice(self.window._page_buttons.buttons())
        QTest.mouseClick(shown, Qt.MouseButton.LeftButton)

    def change_theme(self) -> None:
        self._press("themeButton")

    def change_language(self) -> None:
        self._act(self.chance.choice(("language_en", "language_zh_CN")))

    def resize(self) -> None:
        self.window.resize(self.chance.randint(700, 1700), self.chance.randint(500, 1100))

    def open_weights(self) -> None:
        self.window.session.in_use.open(self.chance.choice(self.weights))

    def open_bad_weights(self) -> None:
        content = bytearray(self.chance.choice(self.weights).read_bytes())
        content[self.chance.randrange(len(content))] ^= 0xFF
        path = self.folder / "bad.safetensors"
        path.write_bytes(content[: self.chance.choice((len(content), self.chance.randrange(len(content))))])
        self.window.session.in_use.open(path)

    def use_shipped(self) -> None:
        self.window.session.in_use.use_shipped()

    def train(self) -> None:
        self.window.session.trainer.train(TINY)

    def cancel(self) -> None:
        self.window.session.trainer.cancel()

    def finish_training(self) -> None:
        session = self.window.session
        if not session.task.busy and session.trainer.waiting is None:
            session.trainer.train(TINY)
        session.trainer.go_on()
        self.qtbot.waitUntil(lambda: not session.trainer.learning)

    def pause(self) -> None:
        self.window.session.trainer.pause()

    def go_on(self) -> None:
        self.window.session.trainer.go_on()

    def steer(self) -> None:
        session = self.window.session
        if self.chance.random() < 0.7:
            session.trainer.set_learning_rate(10 ** self.chance.uniform(-4, -1.5))
        else:
            session.trainer.one_more_epoch()

    def rewind(self) -> None:
        timeline = self.window.session.rewind.timeline
        if timeline is not None and len(timeline):
            self.window.session.rewind.show_step(self.chance.choice((None, *timeline.steps)))

    def take_a_step(self) -> None:
        timeline = self.window.session.rewind.timeline
        if timeline is not None and len(timeline):
            self.window.session.trainer.take(self.chance.choice(timeline.steps))

    def one_network_back(self) -> None:
        self.window.session.in_use.use_previous()

    def keep(self) -> None:
        self.window.session.trainer.keep()

    def revert(self) -> None:
        self.window.session.trainer.revert()

    def teach(self) -> None:
        self.window.session.teach()
        self.wait()
        self.cancel()

    def keep_example(self) -> None:
        self._page(0)
        if len(self.window.session.examples.drawings) > 5:
            self.window.session.examples.remove(self.chance.randrange(5))
        self._press(f"meant{self.chance.randrange(10)}")

    def show_dialog(self) -> None:
        self._page(0)
        if self.chance.random() < 0.3:
            self._act("about")
        else:
            self._press(self.chance.choice(("stepsButton", "examplesButton")))

    def click_a_tile(self) -> None:
        if (view := self._one(TileView, self._page(0))) is not None:
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=self._spot(view))

    def point_at_a_tile(self) -> None:
        if (view := self._one(TileView)) is not None:
            QTest.mouseMove(view, self._spot(view))

    def click_a_button(self) -> None:
        if (found := self._one(QAbstractButton)) is not None and not (isinstance(found, QToolButton) and found.menu()):
            QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def press_a_key(self) -> None:
        widgets = [w for w in self._some(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
        if widgets and self.chance.random() < 0.5:
            self.chance.choice(widgets).setFocus()
        focused = QApplication.focusWidget()
        if focused is not None and not isinstance(focused, QToolButton | QComboBox):
            QTest.keyClick(focused, self.chance.choice(KEYS))

    def choose_in_a_box(self) -> None:
        box = self._one(QComboBox)
        if isinstance(box, QComboBox) and box.count():
            box.setCurrentIndex(self.chance.randrange(box.count()))
            box.activated.emit(box.currentIndex())

    def move_a_slider(self) -> None:
        found = self.chance.choice([QAbstractSlider, QSpinBox, QDoubleSpinBox])
        slider = self._one(found)
        if isinstance(slider, QAbstractSlider | QSpinBox):
            slider.setValue(self.chance.randint(slider.minimum(), slider.maximum()))
        elif isinstance(slider, QDoubleSpinBox):
            slider.setValue(self.chance.uniform(-2, 2))

    def put_a_picture(self) -> None:
        image = QImage(self.chance.randint(1, 200), self.chance.randint(1, 200), QImage.Format.Format_RGB32)
        image.fill(self.chance.randrange(2**24))
        image.setPixel(image.width() // 2, image.height() // 2, self.chance.randrange(2**24))
        self.window.panel.pictures.put(image)

    def edit_a_filter(self) -> None:
        page = self.window.look_page
        self._page(0)
        if not page.inspector.isVisible() and page._cards:
            card = self.chance.choice(page._cards)
            QTest.mouseClick(card.maps, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
        if page.inspector.isVisible():
            if not page.bench.isVisible():
                page.inspector.header.edit.click()
            if (found := self._one(QAbstractButton, page.bench)) is not None:
                QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def use_the_lab(self) -> None:
        if (found := self._one(QAbstractButton, self._page(2))) is not None:
            QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def evaluate(self) -> None:
        self._page(self.window.pages.count() - 1)
        evaluator = self.window.session.evaluator
        if self.chance.random() < 0.3:
            self._press(self.chance.choice(("testSource", "validationSource", "examplesSource")))
        elif self.chance.random() < 0.3:
            evaluator.cancel()
        else:
            evaluator.start()
        if self.chance.random() < 0.5:
            self.qtbot.waitUntil(lambda: not evaluator.running)

    def pick_a_digit(self) -> None:
        page = self._page(self.window.pages.count() - 1)
        gallery = self._one(QListWidget, page)
        if isinstance(gallery, QListWidget) and gallery.count():
            item = gallery.item(self.chance.randrange(gallery.count()))
            gallery.scrollToItem(item)
            QTest.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=gallery.visualItemRect(item).center())

    def wait(self) -> None:
        """Let happen what waits to happen, timers that fire at once too."""
        for _ in range(5):
            QApplication.processEvents()
