"""The window as a whole: names, room, theme, what is remembered, faults."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import ClassVar

import pytest
from helpers import ROOT, THREE, answered, draw, settle
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QMessageBox,
    QPushButton,
    QSlider,
    QStackedWidget,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui import app, faults
from gui.style import theme
from gui.widgets.bars_view import BarsView
from gui.widgets.tile_view import TileView
from gui.window.main_window import MainWindow


def test_the_stable_names_are_there(window: MainWindow) -> None:
    for name in (
        "drawingPad",
        "answerDigit",
        "pages",
        "retrainButton",
        "cancelTrainingButton",
        "keepButton",
        "revertButton",
    ):
        assert window.findChild(QWidget, name) is not None, name
    assert isinstance(window.findChild(QWidget, "answerDigit"), QLabel)
    assert isinstance(window.findChild(QWidget, "pages"), QStackedWidget)


KINDS = QAbstractButton | QComboBox | QAbstractSpinBox | QSlider | TileView | BarsView


def test_every_control_says_what_it_is(window: MainWindow) -> None:
    controls = window.findChildren(QWidget)
    controls = [c for c in controls if isinstance(c, KINDS) and not c.objectName().startswith("qt_")]  # not Qt's own
    assert len(controls) > 20
    for control in controls:
        assert control.objectName(), control
        assert control.accessibleName(), control.objectName()
        assert control.toolTip(), control.objectName()
        assert isinstance(control, BarsView) or control.focusPolicy() != Qt.FocusPolicy.NoFocus, control.objectName()


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_nothing_is_cut_off(qtbot: QtBot, window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    draw(qtbot, window.panel.pad, THREE)
    settle(qtbot, window)
    for text in window.findChildren(QLabel):
        if text.isVisible() and text.text() and not text.wordWrap() and text.width() > 0 and text.parent() is not None:
            elastic = text.sizePolicy().horizontalPolicy().name == "Ignored"
            assert elastic or text.width() >= text.sizeHint().width() - 1, (text.objectName(), text.text())
    for control in window.findChildren(QPushButton):
        if control.isVisible():
            assert control.width() >= control.fontMetrics().horizontalAdvance(control.text()), control.objectName()


def test_no_part_of_a_page_is_a_window_of_its_own_for_a_moment(window: MainWindow) -> None:
    class Opened(QObject):
        names: ClassVar[list[str]] = []

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(watched, QWidget) and watched.isWindow() and event.type() == QEvent.Type.Show:
                self.names.append(str(watched))
            return False

    opened = Opened()
    QApplication.instance().installEventFilter(opened)  # type: ignore[union-attr]
    for number in range(window.pages.count()):  # pages are made when they are first seen
        window.pages.setCurrentIndex(number)
    window.set_text_size(110)
    QApplication.instance().removeEventFilter(opened)  # type: ignore[union-attr]
    assert not opened.names


def test_the_theme_changes_and_is_remembered(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    before = theme.current().name
    button = window.findChild(QToolButton, "themeButton")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    after = theme.current().name
    assert after != before
    assert window.session.settings.theme == after
    assert window.grab().toImage().pixelColor(700, 5).lightness() == pytest.approx(
        QGuiApplication.palette().alternateBase().color().lightness(), abs=3
    )
    assert window.panel.digit.text() == "3"


def test_the_pointer_says_that_dressing_and_building_anew_take_a_moment(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shapes = []
    sheet_off = theme.sheet_off

    def noted() -> AbstractContextManager[None]:
        cursor = QGuiApplication.overrideCursor()
        shapes.append(None if cursor is None else cursor.shape())
        return sheet_off()

    monkeypatch.setattr(theme, "sheet_off", noted)
    window.set_theme("light")
    window.set_text_size(110)
    window.set_language("en")
    assert shapes == [Qt.CursorShape.WaitCursor] * 3
    assert QGuiApplication.overrideCursor() is None


def test_page_brush_theme_and_size_are_remembered(window: MainWindow, again: Callable[[], MainWindow]) -> None:
    window.findChild(QPushButton, "trainPageButton").click()  # type: ignore[union-attr]
    window.panel.set_brush(30)
    window.set_theme("light")
    window.resize(1200, 800)
    window.close()
    started = again()
    assert started.pages.currentWidget() is started.train_page
    assert started.panel.pad.brush == 30
    assert theme.current().name == "light"
    assert (started.width(), started.height()) != (1440, 900)  # as near to 1200 × 800 as the test screen allows


def test_weights_that_vanished_are_said_and_replaced_by_the_shipped_ones(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.close()
    window.session.settings.weights = tmp_path / "gone.safetensors"
    sentences: list[str] = []
    again = app.build()
    again.session.failed.disconnect()
    again.session.failed.connect(sentences.append)
    qtbot.waitUntil(lambda: not again.session.task.busy)
    assert again.session.in_use.current is not None
    assert again.session.in_use.current.name == "digits.safetensors"
    assert "gone.safetensors" in sentences[0]
    again.close()
    again.deleteLater()


def test_damaged_weights_are_refused_and_the_network_stays(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    path = tmp_path / "bad.safetensors"
    path.write_bytes(b"\0" * 100)
    window.session.in_use.open(path)
    box = window.findChild(QMessageBox, "messageDialog")
    assert box is not None
    assert "bad.safetensors" in box.text()
    box.accept()
    assert window.session.in_use.current is not None
    assert window.session.in_use.current.name == "digits.safetensors"
    assert window.panel.digit.text() == "3"


def test_the_shipped_weights_are_never_overwritten(window: MainWindow) -> None:
    shipped = ROOT / "weights" / "digits.safetensors"
    before = shipped.read_bytes()
    window.session.failed.disconnect()
    sentences: list[str] = []
    window.session.failed.connect(sentences.append)
    window.session.in_use.save(shipped)
    assert sentences
    assert shipped.read_bytes() == before


def test_a_fault_shows_one_dialog_and_the_app_goes_on(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    log = tmp_path / "log" / "convpad.log"
    faults.start_log(log)
    reporter = faults.Faults(log, window)
    reporter.window = window
    reporter.install()
    try:
        for _ in range(3):
            try:
                raise RuntimeError("the lamp went out")
            except RuntimeError as error:
                sys.excepthook(type(error), error, error.__traceback__)
        boxes = [b for b in window.findChildren(QMessageBox) if b.objectName() == "faultDialog"]
        assert len(boxes) == 1
        assert "the lamp went out" in boxes[0].text()
        assert str(log) in boxes[0].informativeText()
        copy = boxes[0].findChild(QPushButton, "copyDetails")
        assert copy is not None
        qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
        assert boxes[0].isVisible()
        assert "RuntimeError: the lamp went out" in QGuiApplication.clipboard().text()
        boxes[0].close()
        assert log.read_text().count("the lamp went out") >= 3
        draw(qtbot, window.panel.pad, THREE)
        answered(qtbot, window, "3")
    finally:
        reporter.uninstall()
        for handler in faults.log.handlers:
            handler.close()
        faults.log.handlers = []


def test_the_steps_are_shown_live(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    qtbot.mouseClick(window.findChild(QPushButton, "stepsButton"), Qt.MouseButton.LeftButton)
    steps = window.panel._steps
    assert [text.text() for text in steps._texts][3] == "28 × 28"
    rows = window.session.display.snapshot.drawn.scaled.shape[0]  # type: ignore[union-attr]
    assert steps._texts[2].text().startswith(f"{rows} × ")
    steps.close()


def test_without_torch_the_window_comes_up_and_takes_ink() -> None:
    """What makes the start quick: nothing that a first stroke needs imports torch or pyqtgraph."""
    code = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from gui.session import session\n"
        "from gui.storage import settings\n"
        "from gui.window import main_window\n"
        "app = QApplication([])\n"
        "window = main_window.MainWindow(session.Session(settings.Settings()))\n"
        "window.show()\n"
        "window.session.drawing.begin(100, 100)\n"
        "window.session.drawing.end()\n"
        "assert window.session.drawing.ink().max() == 1\n"
        "print(sorted({'torch', 'pyqtgraph'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, env=os.environ, check=False
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_the_pads_keys_do_nothing_where_there_is_no_pad(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    window.pages.setCurrentWidget(window.train_page)
    qtbot.keyClick(window, Qt.Key.Key_Delete)
    assert not window.session.drawing.empty
    window.pages.setCurrentIndex(0)
    qtbot.keyClick(window, Qt.Key.Key_Delete)
    assert window.session.drawing.empty


def test_it_is_gone_at_once_when_it_is_closed(again: Callable[[], MainWindow], monkeypatch: pytest.MonkeyPatch) -> None:
    window = again()
    assert window.isVisible()
    seen, close = [], window.session.close

    def noted() -> None:
        seen.append(window.isVisible())
        close()

    monkeypatch.setattr(window.session, "close", noted)
    window.close()
    assert seen == [False]
