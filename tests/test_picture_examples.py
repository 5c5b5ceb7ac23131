"""Examples hold what one sees on the pad, a picture, strokes or both, and are read as the pad reads them."""

import base64
import json
from pathlib import Path

import numpy as np
import pytest
from helpers import SEVEN, THREE, answered, draw
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.window.main_window import MainWindow
from model.drawing.drawings import Drawing, drawing_from_json, drawing_to_json, inks, read_drawings
from model.drawing.ink import SIDE, Picture, Stroke
from model.evaluate.evaluation import rasters
from model.files import InputError
from model.mnist import Mnist
from model.network.checkpoint import Checkpoint
from model.train.teaching import teach

BAR = Stroke(np.array([[140, 40], [140, 240]], np.float32))
images = arrays.arrays(np.uint8, (28, 28)).map(Picture.of_image)
pictures = arrays.arrays(np.uint8, (SIDE, SIDE), elements=st.sampled_from((0, 3, 255)), fill=st.just(0)).map(Picture)


@given(st.none() | images | pictures, st.lists(st.just(BAR), max_size=2))
def test_pictures_and_strokes_come_back_and_are_read_alike(picture: Picture | None, strokes: list[Stroke]) -> None:
    drawing = Drawing(tuple(strokes), 3, picture=picture)
    back = drawing_from_json(json.loads(json.dumps(drawing_to_json(drawing))))
    assert (back.picture is None) == (picture is None)
    np.testing.assert_array_equal(back.ink(), drawing.ink())
    [(_, ink)] = inks([back])
    np.testing.assert_array_equal(ink, drawing.ink())
    read, wanted = back.raster(ink), drawing.raster(drawing.ink())
    assert (read is None) == (wanted is None)
    if read is not None and wanted is not None:
        np.testing.assert_array_equal(read.image, wanted.image)


@pytest.mark.parametrize("text", [7, "", "!", "AAAA", base64.b64encode(bytes(785)).decode(), "A" * 40_000, ["A"]])
def test_a_picture_of_another_size_is_refused(text: object) -> None:
    with pytest.raises(InputError, match="28 × 28 or 140 × 140"):
        drawing_from_json({"strokes": [], "picture": text})


# -- in the window ------------------------------------------------------------------------------------------------


def meant(qtbot: QtBot, window: MainWindow, digit: int) -> Drawing:
    """Click the digit that was meant; the example that is in the file then."""
    found = window.findChild(QPushButton, f"meant{digit}")
    assert found is not None
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    return list(read_drawings(window.session.examples.file()))[-1]


def check_it_is_what_one_sees(window: MainWindow, kept: Drawing) -> None:
    window.session.display.answer()
    assert window.session.display.snapshot is not None
    seen = window.session.display.snapshot.image
    assert seen is not None
    images_, inked = rasters([kept])
    assert inked.all()
    np.testing.assert_allclose(images_[0, 0].numpy(), seen, atol=0.01)


def put_image(window: MainWindow, image: np.ndarray) -> None:
    window.session.drawing.put_picture(Picture.of_image(image))


def test_the_picture_is_kept_and_not_the_drawing_beneath(qtbot: QtBot, window: MainWindow, mnist: Mnist) -> None:
    draw(qtbot, window.panel.pad, SEVEN)
    put_image(window, mnist.test.images[18, 0].numpy())  # a 3
    kept = meant(qtbot, window, 3)
    assert kept.label == 3
    assert not kept.strokes
    check_it_is_what_one_sees(window, kept)


def test_a_mistake_of_mnist_alone_can_be_taught(
    qtbot: QtBot, window: MainWindow, mnist: Mnist, tiny_mnist: Mnist, shipped: Checkpoint
) -> None:
    put_image(window, mnist.test.images[18, 0].numpy())
    kept = meant(qtbot, window, 8)
    assert kept.picture is not None
    np.testing.assert_array_equal(kept.picture.image, mnist.test.images[18, 0].numpy())
    assert next(teach(shipped.network, [kept], tiny_mnist)).loss > 0


def test_strokes_on_a_picture_are_kept_with_it(qtbot: QtBot, window: MainWindow) -> None:
    ink = np.zeros((SIDE, SIDE), np.uint8)
    ink[30:110, 60:70] = 200
    window.session.drawing.put_picture(Picture(ink))
    draw(qtbot, window.panel.pad, [(60, 200), (220, 200)])
    draw(qtbot, window.panel.pad, [(130, 100), (140, 120)], button=Qt.MouseButton.RightButton)
    kept = meant(qtbot, window, 1)
    assert len(kept.strokes) == 2
    check_it_is_what_one_sees(window, kept)


def test_what_can_no_longer_be_undone_is_kept_too(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.session.drawing.UNDO_LIMIT", 2)
    drawing = window.session.drawing
    for x in range(60, 200, 20):
        draw(qtbot, window.panel.pad, [(x, 60), (x, 200)])
    assert drawing.shows_base
    check_it_is_what_one_sees(window, meant(qtbot, window, 1))


def test_after_clearing_only_the_new_drawing_is_kept(qtbot: QtBot, window: MainWindow, mnist: Mnist) -> None:
    put_image(window, mnist.test.images[18, 0].numpy())
    window.session.drawing.clear()
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    kept = meant(qtbot, window, 3)
    assert kept.picture is None
    assert len(kept.strokes) == 1
    check_it_is_what_one_sees(window, kept)


def test_older_files_still_open(tmp_path: Path) -> None:
    path = tmp_path / "examples.jsonl"
    path.write_text('{"label": 7, "size": [280, 280], "strokes": [[[10, 20], [30, 40]]], "widths": [22.0]}\n')
    [drawing] = read_drawings(path)
    assert drawing.picture is None
    assert drawing.label == 7


def test_of_several_drawn_digits_the_one_looked_at_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, [(50, 60), (50, 220)], [(150, 60), (230, 60), (190, 220)])
    kept = meant(qtbot, window, 7)  # at once, and the newer one
    check_it_is_what_one_sees(window, kept)
    window.session.display.digits.choose(0)
    kept = meant(qtbot, window, 1)
    check_it_is_what_one_sees(window, kept)
    assert [len(stroke.points) for stroke in kept.strokes] == [2]


def test_of_several_digits_on_a_picture_the_one_looked_at_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    page = np.full((300, 600), 255, np.uint8)
    page[60:240, 100:125] = 0
    page[60:85, 350:450] = page[60:240, 425:450] = 0
    image = QImage(page.tobytes(), 600, 300, 600, QImage.Format.Format_Grayscale8)
    window.panel.pictures.put(image.copy())
    for number, digit in enumerate((1, 7)):
        window.session.display.digits.choose(number)
        check_it_is_what_one_sees(window, meant(qtbot, window, digit))
