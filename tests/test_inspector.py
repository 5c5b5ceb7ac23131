"""The inspector in the real window: choosing, the sums, the trace, the sliding kernel."""

import numpy as np
import pytest
from helpers import THREE, cards, cell, draw, press, settle
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.pages.look.inspector.inspector import Inspector
from gui.pages.look.inspector.rows_painter import written
from gui.style.glyphs import laid_out
from gui.widgets.lines_view import _font
from gui.window.main_window import MainWindow
from model.look.inspection import Place, fields
from model.look.snapshot import Snapshot


def snapshot_of(window: MainWindow) -> Snapshot:
    assert window.session.display.snapshot is not None
    return window.session.display.snapshot


def test_a_click_explains_the_pixel(window: MainWindow, inspector: Inspector) -> None:
    assert inspector.isVisible()
    assert inspector.header.title.text() == "conv2 · map 5 · row 7, column 8"
    snapshot = snapshot_of(window)
    layer, before = snapshot.weights.layers[1], snapshot.maps[0].out
    size, stride, padding = layer.shape.spec.kernel_size, layer.shape.spec.stride, layer.shape.spec.padding
    top, left = 7 * stride - padding, 8 * stride - padding
    assert f"rows {top}…{top + size - 1}, columns {left}…{left + size - 1}" in inspector.header._reads.text()
    sheet = inspector.rows._sheet
    assert sheet is not None
    assert sheet.pixel is not None
    patch = before[:, top : top + size, left : left + size]
    np.testing.assert_allclose(sheet.pixel.patch, patch, atol=1e-6)
    sums = (patch * layer.weight[5]).sum(axis=(1, 2))
    np.testing.assert_allclose(sheet.pixel.sums, sums, atol=1e-4)
    assert sheet.order == sorted(range(len(sums)), key=lambda channel: -abs(sheet.pixel.sums[channel]))  # type: ignore[union-attr]
    value = snapshot.maps[1].out[5, 7, 8]
    assert f"✓ equals PyTorch's {value:.4f}" in inspector.summary.view.text()
    assert f"{sums.sum():+.4f}" in inspector.summary.view.text()
    assert f"{layer.bias[5]:+.4f}" in inspector.summary.view.text()
    shape = layer.shape
    formula = f"⌊({shape.in_size} + 2·{padding} − {size}) / {stride}⌋ + 1 = {shape.conv_size}"
    assert formula in inspector.summary.view.text()


def test_the_chosen_pixel_keeps_its_outlines(qtbot: QtBot, window: MainWindow, inspector: Inspector) -> None:
    reads = fields(snapshot_of(window).weights, Place(1, 5, 7, 8))

    def outlined() -> bool:
        [frame] = cards(window)[0].maps._frames
        return frame.window == reads[0] and window.panel.pad._outline != ()

    assert outlined()
    third = cards(window)[2]
    qtbot.mouseMove(third.maps, cell(third.maps, 2, 1, 1))
    assert cards(window)[0].maps._frames[0].window != reads[0]
    third.maps._set_hover(None)
    assert outlined()
    qtbot.mouseMove(inspector.rows, inspector.rows.cell_rect(0, 0, 1, 1).center())
    [frame] = cards(window)[0].maps._frames
    assert frame.tile == inspector.rows._sheet.order[0]  # type: ignore[union-attr]
    assert "×" in inspector.header._reads.text()
    QApplication.sendEvent(inspector.rows, QEvent(QEvent.Type.Leave))
    assert outlined()


def test_another_page_beside_the_pad_shows_no_frame_of_this_one(
    qtbot: QtBot, window: MainWindow, inspector: Inspector
) -> None:
    framed = window.panel.pad._outline
    assert framed
    press(qtbot, window, "whyPageButton")
    assert window.panel.pad._outline == ()
    assert window.panel.image._frames == ()
    press(qtbot, window, "lookInsideButton")
    assert inspector.isVisible()
    assert window.panel.pad._outline == framed


def test_arrow_keys_move_the_chosen_pixel(qtbot: QtBot, inspector: Inspector) -> None:
    qtbot.waitUntil(inspector.map.hasFocus)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(inspector.map, key)
    assert inspector.place == Place(1, 5, 9, 7)
    assert inspector.header.title.text() == "conv2 · map 5 · row 9, column 7"


def test_everything_follows_the_drawing(qtbot: QtBot, window: MainWindow, inspector: Inspector) -> None:
    before = inspector.summary.view.text()
    draw(qtbot, window.panel.pad, [(150, 20), (150, 250)])
    qtbot.waitUntil(lambda: inspector.summary.view.text() != before)
    assert inspector.rows._sheet.pixel is not None  # type: ignore[union-attr]
    assert "✓" in inspector.summary.view.text()
    window.session.drawing.clear()
    qtbot.waitUntil(lambda: "Draw a digit" in inspector.summary.view.text())
    assert inspector.rows._sheet.pixel is None  # type: ignore[union-attr]
    assert not inspector.grab().isNull()
    draw(qtbot, window.panel.pad, THREE)
    qtbot.waitUntil(lambda: "✓" in inspector.summary.view.text())


def test_every_layer_and_output_can_be_chosen(qtbot: QtBot, window: MainWindow, inspector: Inspector) -> None:
    for card in cards(window):
        qtbot.mouseClick(card.maps, Qt.MouseButton.LeftButton, pos=cell(card.maps, 3, 0, 0))
        assert inspector.place == Place(card.index, 3, 0, 0)
        assert "✓" in inspector.summary.view.text()
        assert "hatched" in inspector.header._reads.text()  # the corner reads padding
        assert not inspector.grab().isNull()
    linear = window.look_page._linear
    assert linear is not None
    bars = linear.outputs
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(30, int(bars.height() * 0.35)))
    assert inspector.header.title.text() == "linear · output 3"
    logits = snapshot_of(window).logits
    assert logits is not None
    assert f"✓ equals PyTorch's {logits[3]:.4f}" in inspector.summary.view.text()
    assert "push up" in inspector.summary.view.text()
    qtbot.keyClick(bars, Qt.Key.Key_Down)
    assert inspector.place == Place(len(cards(window)), 4)
    assert linear._drawn[1] == 4


def test_a_wrong_number_would_show_in_red(monkeypatch: pytest.MonkeyPatch, inspector: Inspector) -> None:
    monkeypatch.setattr("model.look.inspection.TOLERANCE", -1.0)
    inspector._show()
    assert "✗" in inspector.summary.view.text()
    assert any(line.role == "bad" for line in inspector.summary.view.lines)


def test_rows_by_size_or_in_order(qtbot: QtBot, window: MainWindow, inspector: Inspector) -> None:
    press(qtbot, window, "orderButton")
    assert inspector.rows._sheet is not None
    assert inspector.rows._sheet.order == list(range(len(inspector.rows._sheet.kernel)))
    inspector.rows.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Right):
        qtbot.keyClick(inspector.rows, key)
    assert inspector.rows._cursor == (inspector.rows._columns, 0, 1)


def test_the_trace_leads_to_the_drawing(qtbot: QtBot, window: MainWindow, inspector: Inspector) -> None:
    last = cards(window)[-1]
    qtbot.mouseClick(last.maps, Qt.MouseButton.LeftButton, pos=cell(last.maps, 2, 1, 1))
    press(qtbot, window, "traceButton")
    path = inspector.path
    assert [stage.place.layer for stage in path] == list(range(last.index, -2, -1))
    listed = window.findChild(QListWidget, "tracePath")
    assert listed is not None
    assert listed.isVisible()
    assert listed.count() == len(path)
    assert f"= {path[1].product:+.3f}" in listed.item(1).text()
    for card in cards(window):
        [frame] = card.maps._frames
        place = next(stage.place for stage in path if stage.place.layer == card.index)
        assert (frame.tile, frame.window.top, frame.window.left) == (place.channel, place.row, place.column)
    end = path[-1].place
    assert window.panel.image._frames[0].window == (end.row, end.column, end.row + 1, end.column + 1)
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert inspector.shown == path[1].place
    assert inspector.path == path
    assert inspector.header.title.text().startswith(f"conv{path[1].place.layer + 1} · map {path[1].place.channel}")
    press(qtbot, window, "traceButton")
    assert inspector.shown == path[0].place
    assert inspector.summary.isVisible()


def test_the_same_kernel_at_two_places(qtbot: QtBot, window: MainWindow, inspector: Inspector) -> None:
    press(qtbot, window, "compareButton")
    assert inspector.pinned == Place(1, 5, 7, 8)
    qtbot.mouseClick(inspector.map, Qt.MouseButton.LeftButton, pos=cell(inspector.map, 0, 3, 4))
    sheet = inspector.rows._sheet
    assert sheet is not None
    assert sheet.pixel is not None
    assert sheet.other is not None
    assert (sheet.other.row, sheet.other.column) == (3, 4)
    np.testing.assert_array_equal(sheet.pixel.kernel, sheet.other.kernel)
    assert len(cards(window)[0].maps._frames) == 2
    assert [each.letter for each in window.panel.image._frames] == ["B", "A"]
    assert window.panel.pad._outline != ()
    assert len(set(window.panel.pad._outline)) == 2
    bias = next(line for line in inspector.summary.view.lines if "bias" in line.text)
    assert bias.numbers[0] == bias.numbers[1]
    assert not inspector.grab().isNull()
    first = cards(window)[0]
    qtbot.mouseClick(first.maps, Qt.MouseButton.LeftButton, pos=cell(first.maps, 1, 2, 2))
    assert inspector.pinned is None


def test_two_outputs_are_compared_as_two_pixels_are(qtbot: QtBot, window: MainWindow, inspector: Inspector) -> None:
    linear = window.look_page._linear
    assert linear is not None
    linear.outputs.chosen.emit(3)
    press(qtbot, window, "compareButton")
    snapshot, last = snapshot_of(window), len(cards(window))
    assert snapshot.logits is not None
    runner_up = int(np.argsort(-snapshot.logits)[1])
    assert (inspector.pinned, inspector.place) == (Place(last, 3), Place(last, runner_up))
    linear.outputs.chosen.emit(8)
    assert (inspector.pinned, inspector.place) == (Place(last, 3), Place(last, 8))
    assert inspector.header.title.text() == "linear · A: output 3 · B: output 8"
    assert (linear.outputs._pinned, linear.outputs._framed) == (3, 8)
    sheet = inspector.rows._sheet
    assert sheet is not None
    assert sheet.pixel is not None
    assert sheet.other is not None
    np.testing.assert_array_equal(sheet.pixel.patch, sheet.other.patch)
    left, middle, right = (block.numbers for block in sheet.blocks() if block is not None)
    weight = snapshot.weights.linear_weight
    np.testing.assert_allclose(left.ravel(), weight[3])
    np.testing.assert_allclose(right.ravel(), weight[8])
    np.testing.assert_allclose(middle, snapshot.maps[-1].out)
    given = inspector.map.cell_numbers
    assert given is not None
    lead = float(snapshot.logits[3] - snapshot.logits[8])
    bias = snapshot.weights.linear_bias
    assert given.sum() + bias[3] - bias[8] == pytest.approx(lead, abs=1e-3)
    apart = abs(given.sum(axis=(1, 2)))
    assert sheet.order[0] == int(apart.argmax())
    text = inspector.summary.view.text()
    assert f"✓ equals PyTorch's {snapshot.logits[3]:.4f} and {snapshot.logits[8]:.4f}" in text
    assert f"A − B = {lead:+.4f}" in text
    assert not inspector.grab().isNull()
    words = inspector.rows.describe((0, 1, 2))
    assert f"× {weight[3].reshape(left.shape)[sheet.order[0], 1, 2]:+.4f} for A" in words
    press(qtbot, window, "traceButton")
    assert inspector.pinned is None
    assert not inspector.grab().isNull()
    press(qtbot, window, "traceButton")
    press(qtbot, window, "compareButton")
    maps = cards(window)[-1].maps
    qtbot.mouseClick(maps, Qt.MouseButton.LeftButton, pos=cell(maps, 1, 2, 2))
    assert inspector.pinned is None


def test_tooltips_say_the_arithmetic(inspector: Inspector) -> None:
    rows = inspector.rows
    place = rows.cell_rect(0, 1, 0, 1).center()
    QApplication.sendEvent(
        rows,
        QMouseEvent(
            QEvent.Type.MouseMove, QPointF(place), rows.mapToGlobal(QPointF(place)), Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        ),
    )  # fmt: skip
    assert rows._cursor == (0, 0, 1)
    text = rows.describe_cursor()
    numbers = [float(word) for word in text.split(": ")[1].replace("×", "").replace("=", "").split()[:3]]
    assert numbers[0] * numbers[1] == pytest.approx(numbers[2], abs=2e-3)


def test_numbers_fit_into_five_characters() -> None:
    for value in (0.0, -0.001, 3.14159, -3.14159, 9.999, -9.996, 12.345, -12.34, 123.4, -1234.5, 99.96):
        assert len(written(value)) <= 5
        assert float(written(value)) == pytest.approx(value, rel=0.05, abs=0.006)


@pytest.mark.parametrize("size", [(1440, 900), (1100, 700)])
def test_everything_has_its_room(window: MainWindow, inspector: Inspector, size: tuple[int, int]) -> None:
    window.resize(*size)
    QApplication.processEvents()
    for name in ("inspectorHeader", "summaryCard", "enlargedMap", "channelArea"):
        part = window.findChild(QWidget, name)
        assert part is not None
        corner = part.mapTo(window, QPoint(part.width(), part.height()))
        assert corner.x() <= window.width()
        assert corner.y() <= window.height()
    for each in inspector.header.findChildren(QPushButton):
        assert each.width() >= each.fontMetrics().horizontalAdvance(each.text()), each.objectName()
    assert inspector.header.title.width() >= 150
    assert inspector.rows._metrics.row_width(3) <= inspector._body.area.width()


@pytest.mark.parametrize("size", [(1100, 700), (900, 660)])
def test_two_places_have_their_room(
    qtbot: QtBot, window: MainWindow, inspector: Inspector, size: tuple[int, int]
) -> None:
    window.resize(*size)
    press(qtbot, window, "compareButton")
    qtbot.mouseClick(inspector.map, Qt.MouseButton.LeftButton, pos=cell(inspector.map, 0, 3, 4))
    settle(qtbot, window)
    rows, view = inspector.rows, inspector.summary.view
    assert rows._metrics.row_width(5) <= inspector._body.area.width()
    if rows._metrics.total:
        assert rows._metrics.total >= laid_out("A +0.201", rows._metrics.font + 1).width
    for line in [each for each in view.lines if len(each.numbers) == 2]:
        metrics = QFontMetrics(_font(line.role, view.compact))
        assert all(metrics.horizontalAdvance(word) <= view._room(line) for word in line.text.split())
