"""Ten numbers as bars: while one draws only the rows that change are painted, and all look as if painted whole."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.bars_view import BarsView

PARTS = st.lists(st.sampled_from([0.0, 0.0004, 0.25, 1.0]), min_size=10, max_size=10)


def on_screen(view: QWidget) -> QImage:
    QApplication.processEvents()
    shown = view.backingStore().paintDevice()
    assert isinstance(shown, QImage)
    return shown.copy()


@pytest.fixture
def view(qtbot: QtBot) -> BarsView:
    view = BarsView("bars", "Bars", "")
    qtbot.addWidget(view)
    view.resize(203, 137)  # rows of 13.7 pixels
    view.show()
    qtbot.waitExposed(view)
    return view


@settings(max_examples=30)
@given(st.lists(st.tuples(PARTS, st.none() | st.integers(0, 9)), min_size=2, max_size=4))
def test_a_change_leaves_the_same_pixels_as_painting_all(
    view: BarsView, changes: list[tuple[list[float], int | None]]
) -> None:
    for values, marked in changes:
        view.set_values(np.array(values, np.float32), marked)
        QApplication.processEvents()
    shown = on_screen(view)
    view.update()
    assert on_screen(view) == shown


def test_rows_that_stay_are_not_painted(view: BarsView, monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[list[int]] = []
    paint = BarsView._paint_values

    def noted(self: BarsView, painter: object, rows: list[int], *others: object) -> None:
        painted.append(rows)
        paint(self, painter, rows, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(BarsView, "_paint_values", noted)
    view.set_values(np.array([0.9, 0.1, *[0.0] * 8], np.float32), 0)
    QApplication.processEvents()
    view.set_values(np.array([0.9, 0.0, *[0.0] * 7, 0.1], np.float32), 0)
    QApplication.processEvents()
    assert painted[0] == list(range(10))
    assert 9 in painted[1]
    assert 5 not in painted[1]
    view.set_values(None, None)
    QApplication.processEvents()
    view.set_values(np.array([0.9, 0.0, *[0.0] * 7, 0.1], np.float32), 0)
    QApplication.processEvents()
    assert painted[-1] == list(range(10))
