"""The right mouse button: menus on maps, kernels, the pad, plots and tables; dragged over the pad it erases."""

import csv
from pathlib import Path

import numpy as np
import pytest
from helpers import THREE, answered, at, cards, cell, draw
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox, QTableView, QWidget
from pytestqt.qtbot import QtBot

from gui.pages.train.step_plot import StepPlot
from gui.window.main_window import MainWindow
from model.look.inspection import Place


def menu_at(qtbot: QtBot, widget: QWidget, place: QPoint) -> dict[str, QAction]:
    """Ask for the menu as the system does, and return its entries by name."""
    widget.customContextMenuRequested.emit(place)
    return opened(qtbot)


def opened(qtbot: QtBot) -> dict[str, QAction]:
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.objectName() == "contextMenu"
    return {action.objectName(): action for action in menu.actions() if not action.isSeparator()}


def take(qtbot: QtBot, action: QAction) -> None:
    menu = action.parent()
    assert isinstance(menu, QMenu)
    action.trigger()
    menu.close()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def copied() -> np.ndarray:
    lines = QGuiApplication.clipboard().text().split("\n")
    return np.array([[float(value) for value in line.split("\t")] for line in lines])


def test_a_maps_menu_copies_its_numbers_and_inspects(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    snapshot, maps = window.session.display.snapshot, cards(window)[1].maps
    assert snapshot is not None
    take(qtbot, menu_at(qtbot, maps, cell(maps, 5, 7, 8))["copyNumbers"])
    np.testing.assert_allclose(copied(), snapshot.maps[1].out[5], rtol=1e-5, atol=1e-6)
    take(qtbot, menu_at(qtbot, maps, cell(maps, 5, 7, 8))["copyPicture"])
    assert not QGuiApplication.clipboard().pixmap().isNull()
    take(qtbot, menu_at(qtbot, maps, cell(maps, 5, 7, 8))["inspectPlace"])
    assert window.look_page.inspector.place == Place(1, 5, 7, 8)
    kernels = cards(window)[0].kernels
    take(qtbot, menu_at(qtbot, kernels, cell(kernels, 3, 1, 1))["copyNumbers"])
    np.testing.assert_allclose(copied(), snapshot.weights.layers[0].weight[3, 0], rtol=1e-5, atol=1e-6)


def test_a_map_is_exported(qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    snapshot, maps = window.session.display.snapshot, cards(window)[0].maps
    assert snapshot is not None
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "one"), ""))
    take(qtbot, menu_at(qtbot, maps, cell(maps, 2, 3, 3))["exportNumbers"])
    np.testing.assert_allclose(np.loadtxt(tmp_path / "one.csv", delimiter=","), snapshot.maps[0].out[2], rtol=1e-5)
    take(qtbot, menu_at(qtbot, maps, cell(maps, 2, 3, 3))["exportPicture"])
    assert (tmp_path / "one.png").read_bytes().startswith(b"\x89PNG")


def test_a_panels_file_overwrites_nothing_unasked_and_says_where_it_is(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    maps = cards(window)[0].maps
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "at 10.17"), ""))
    take(qtbot, menu_at(qtbot, maps, cell(maps, 2, 3, 3))["exportPicture"])
    path = tmp_path / "at 10.17.png"
    assert window._saved.path == path
    assert window._saved.isVisible()
    path.write_bytes(b"of somebody")
    take(qtbot, menu_at(qtbot, maps, cell(maps, 2, 3, 3))["exportPicture"])
    assert path.read_bytes() == b"of somebody"
    box = window.findChild(QMessageBox, "messageDialog")
    assert box is not None
    assert "exists already" in box.text()
    box.close()


def test_a_table_of_numbers_is_read_as_it_was_written(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.pages.setCurrentWidget(window.train_page)
    view = window.train_page.design.view
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "layers.csv"), ""))
    take(qtbot, menu_at(qtbot, view, QPoint(5, 5))["exportNumbers"])
    with (tmp_path / "layers.csv").open(newline="") as file:
        rows = list(csv.reader(file))
    assert {len(row) for row in rows} == {len(view.table.titles)}
    first = dict(zip(*rows[:2], strict=True))
    assert first["bias"] == "1"
    assert first["max-pool"] == "0"
    assert "," in dict(zip(rows[0], rows[2], strict=True))["multiply-adds"]


def test_the_right_button_erases_where_it_is_dragged_and_opens_a_menu_where_it_is_not(
    qtbot: QtBot, window: MainWindow
) -> None:
    pad, drawing = window.panel.pad, window.session.drawing
    draw(qtbot, pad, THREE)
    before = drawing.ink().copy()
    qtbot.mousePress(pad, Qt.MouseButton.RightButton, pos=at(pad, 140, 45))
    qtbot.mouseRelease(pad, Qt.MouseButton.RightButton, pos=at(pad, 140, 45))
    entries = opened(qtbot)
    np.testing.assert_array_equal(drawing.ink(), before)
    take(qtbot, entries["padClear"])
    assert drawing.empty
    drawing.undo_stack.undo()
    draw(qtbot, pad, [(60, 45), (140, 45), (200, 45)], button=Qt.MouseButton.RightButton)
    assert QApplication.activePopupWidget() is None
    assert drawing.ink().sum() < before.sum()


def test_the_menu_key_opens_the_pads_menu(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    take(qtbot, menu_at(qtbot, window.panel.pad, QPoint(40, 40))["copyNumbers"])
    snapshot = window.session.display.snapshot
    assert snapshot is not None
    assert snapshot.image is not None
    np.testing.assert_allclose(copied(), snapshot.image, rtol=1e-5, atol=1e-6)


def test_a_table_and_a_plot_have_menus(qtbot: QtBot, window: MainWindow) -> None:
    window.pages.setCurrentWidget(window.train_page)
    table = window.train_page.findChild(QTableView, "layerTable")
    assert table is not None
    take(qtbot, menu_at(qtbot, table, QPoint(5, 5))["copyNumbers"])
    assert len(QGuiApplication.clipboard().text().split("\n")) == table.model().rowCount() + 1
    window.pages.setCurrentWidget(window.evaluate_page)
    matrix = window.evaluate_page.findChild(QWidget, "confusionMatrix")
    assert matrix is not None
    entries = menu_at(qtbot, matrix, QPoint(50, 50))
    assert {"copyPicture", "copyNumbers"} <= set(entries)
    take(qtbot, entries["copyPicture"])


def test_a_plots_menu_copies_its_curves(qtbot: QtBot) -> None:
    plot = StepPlot("plot", "a plot", "tip")
    qtbot.addWidget(plot)
    plot.plot_item.plot([0, 1, 2], [0.5, 0.25, 0.125])
    plot.show()
    take(qtbot, menu_at(qtbot, plot, QPoint(50, 50))["copyNumbers"])
    np.testing.assert_allclose(copied(), [[0.0, 1.0, 2.0], [0.5, 0.25, 0.125]])
