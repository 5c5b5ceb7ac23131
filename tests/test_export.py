"""The menu "Export": each entry writes a file that others can read, or says in a sentence why not."""

import csv
import io
from pathlib import Path
from xml.etree import ElementTree

import cv2
import numpy as np
import pytest
import torch
from helpers import THREE, TINY, answered, draw
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot

from gui.export import film
from gui.export.menu import Export
from gui.window.main_window import MainWindow
from model.export.film import encoding
from model.mnist import Mnist
from model.network import checkpoint


@pytest.fixture
def export(window: MainWindow) -> Export:
    assert window._menu.export is not None
    window._menu.export.show_state()
    return window._menu.export


@pytest.fixture
def trained(qtbot: QtBot, window: MainWindow, on_few_digits: Mnist) -> MainWindow:
    """The window after a short run, with a drawing on the pad."""
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    with qtbot.waitSignal(window.session.trainer.ended):
        window.session.trainer.train(TINY)
    return window


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path | None, kind: str = "") -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("" if path is None else str(path), kind))


def trigger(export: Export, name: str) -> None:
    export.show_state()
    action = next(a for a in export.menu.actions() if a.objectName() == name)
    assert action.isEnabled(), name
    action.trigger()


def test_the_network_as_weights_onnx_and_program(
    export: Export, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose_file(monkeypatch, tmp_path / "mine.safetensors")
    trigger(export, "exportWeights")
    assert window.session.in_use.current is not None
    network = window.session.in_use.current.checkpoint.network
    assert torch.equal(checkpoint.load(tmp_path / "mine.safetensors").network.linear.weight, network.linear.weight)
    choose_file(monkeypatch, tmp_path / "mine", "ONNX model (*.onnx)")
    trigger(export, "exportOnnx")
    assert (tmp_path / "mine.onnx").stat().st_size > 4 * network.parameter_count
    choose_file(monkeypatch, tmp_path / "mine.py")
    trigger(export, "exportCode")
    assert "python mine.py" in (tmp_path / "mine.py").read_text(encoding="utf-8")


def test_the_network_for_keras_and_caffe(
    export: Export, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose_file(monkeypatch, tmp_path / "keras.py")
    trigger(export, "exportKeras")
    assert "python keras.py" in (tmp_path / "keras.py").read_text(encoding="utf-8")
    choose_file(monkeypatch, tmp_path / "mine.prototxt")
    trigger(export, "exportCaffe")
    files = [np.fromfile(tmp_path / name, np.uint8) for name in ("mine.prototxt", "mine.caffemodel")]
    read = cv2.dnn.readNetFromCaffe(*files)
    image = torch.rand(1, 1, 28, 28, generator=torch.Generator().manual_seed(1))
    read.setInput(image.numpy())
    assert window.session.in_use.current is not None
    expected = window.session.in_use.current.checkpoint.network(image)
    np.testing.assert_allclose(read.forward("linear"), expected.numpy(), rtol=1e-4, atol=1e-4)


def test_caffe_weights_that_are_there_are_not_overwritten(
    export: Export, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "mine.caffemodel").write_text("of somebody")
    sentences: list[str] = []
    window.session.failed.disconnect()
    window.session.failed.connect(sentences.append)
    choose_file(monkeypatch, tmp_path / "mine.prototxt")
    trigger(export, "exportCaffe")
    assert (tmp_path / "mine.caffemodel").read_text() == "of somebody"
    assert not (tmp_path / "mine.prototxt").exists()
    assert "exists already" in sentences[0]


def test_who_thinks_better_of_it_gets_no_file(export: Export, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    choose_file(monkeypatch, None)
    before = list(tmp_path.iterdir())
    for name in ("exportWeights", "exportOnnx", "exportCode", "exportKeras", "exportCaffe"):
        trigger(export, name)
    export._panels.actions()[0].trigger()
    assert list(tmp_path.iterdir()) == before


def test_what_cannot_be_written_is_said(
    export: Export, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    sentences: list[str] = []
    window.session.failed.disconnect()
    window.session.failed.connect(sentences.append)
    choose_file(monkeypatch, tmp_path / "file" / "digits.onnx")
    trigger(export, "exportOnnx")
    assert len(sentences) == 1
    assert "Cannot write" in sentences[0]


def panel(export: Export, title: str) -> QAction:
    export.show_state()
    return next(action for action in export._panels.actions() if action.text() == title)


def test_panels_become_png_and_svg(
    qtbot: QtBot, export: Export, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    titles = [action.text() for action in export._panels.actions() if action.text()]
    assert titles[:3] == ["The whole page", "Drawing and answer", "conv1"]
    choose_file(monkeypatch, tmp_path / "card", "PNG picture (*.png)")
    panel(export, "conv1").trigger()
    image, card = QImage(str(tmp_path / "card.png")), window.look_page._cards[0]
    assert (image.width(), image.height()) == (2 * card.width(), 2 * card.height())
    small = image.scaled(card.size()).convertToFormat(QImage.Format.Format_RGB32)
    seen = card.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    at = card.maps.geometry().center()
    assert small.pixelColor(at) == seen.pixelColor(at)
    choose_file(monkeypatch, tmp_path / "card.svg")
    panel(export, "conv1").trigger()
    root = ElementTree.parse(tmp_path / "card.svg").getroot()
    texts = {node.get("aria-label", "").strip() for node in root.iter("{http://www.w3.org/2000/svg}path")}
    assert "conv1" in texts
    assert any(character.isdecimal() for text in texts - {"conv1"} for character in text)
    assert len(list(root.iter("{http://www.w3.org/2000/svg}image"))) >= 2  # kernels and maps
    window.pages.setCurrentWidget(window.train_page)
    export.show_state()
    assert "conv1" not in [action.text() for action in export._panels.actions()]


def test_curves_become_a_table(trained: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    export = trained._menu.export
    assert export is not None
    choose_file(monkeypatch, tmp_path / "run.csv")
    trigger(export, "exportCurves")
    with (tmp_path / "run.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["step"]) for row in rows] == list(range(1, 21))
    losses = {progress.step: progress.loss for progress in trained.session.trainer.history}
    assert [float(row["loss"]) for row in rows] == [losses[step] for step in range(1, 21)]
    assert max(float(row["learning_rate"]) for row in rows) == pytest.approx(TINY.learning_rate, rel=0.2)
    assert rows[-1]["validation"]
    trained.session.trainer.revert()


@pytest.mark.parametrize("ending", [".gif", ".webp", ".png"])
def test_a_run_becomes_an_animated_picture(
    qtbot: QtBot, trained: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ending: str
) -> None:
    session, export = trained.session, trained._menu.export
    assert export is not None
    assert session.rewind.timeline is not None
    timeline = session.rewind.timeline
    for extra in range(3):  # a short run shows few networks: some more that differ
        assert session.in_use.current is not None
        timeline.add(30 + extra, session.in_use.current.checkpoint.network if extra % 2 else timeline.at(20))
    path = tmp_path / f"run{ending}"
    choose_file(monkeypatch, path)
    trigger(export, "exportFilm")
    dialog = trained.findChild(QProgressDialog, "filmDialog")
    assert dialog is not None
    assert dialog.isVisible()
    session.drawing.clear()  # the film shows the drawing of when it was begun
    qtbot.waitUntil(path.exists)
    with Image.open(path) as picture:
        assert picture.n_frames == len(timeline)  # type: ignore[attr-defined]
        assert picture.size == (film.WIDTH, film.HEIGHT)
        picture.seek(picture.n_frames - 2)  # type: ignore[attr-defined]
        before = np.asarray(picture.convert("RGB")).astype(int)
        picture.seek(picture.n_frames - 1)  # type: ignore[attr-defined]
        last = np.asarray(picture.convert("RGB")).astype(int)
    assert np.abs(last - before).max() > 50
    drawn = before[40:180, 14:160]
    assert drawn.min() < 30
    assert drawn.max() > 220
    qtbot.waitUntil(lambda: export._filming is None)
    session.trainer.revert()


def test_a_film_can_be_cancelled_and_does_not_outlive_the_window(
    qtbot: QtBot, trained: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    export = trained._menu.export
    assert export is not None
    choose_file(monkeypatch, tmp_path / "run.gif")
    trigger(export, "exportFilm")
    dialog = trained.findChild(QProgressDialog, "filmDialog")
    assert dialog is not None
    cancel = dialog.findChild(QPushButton)
    assert cancel is not None
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert export._filming is None
    trigger(export, "exportFilm")
    trained.set_language("zh_CN")
    trained.set_language("en")
    export = trained._menu.export
    assert export is not None
    trigger(export, "exportFilm")
    filming = export._filming
    assert filming is not None
    trained.close()
    assert not filming._timer.isActive()
    assert not list(tmp_path.glob("run*"))


def test_a_name_gets_its_ending_and_overwrites_nothing_unasked(
    export: Export, window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sentences: list[str] = []
    window.session.failed.disconnect()
    window.session.failed.connect(sentences.append)
    choose_file(monkeypatch, tmp_path / "at 10.17", "SVG drawing (*.svg)")
    panel(export, "conv1").trigger()
    content = (tmp_path / "at 10.17.svg").read_bytes()
    assert content.startswith(b"<?xml")
    panel(export, "conv2").trigger()
    assert (tmp_path / "at 10.17.svg").read_bytes() == content
    assert "exists already" in sentences[0]


@pytest.mark.parametrize("ending", [".gif", ".webp", ".png"])
def test_frames_stand_as_long_as_they_should(ending: str) -> None:
    frames = [np.full((6, 8, 3), shade, np.uint8) for shade in (0, 128, 255)]
    *waiting, content = encoding(frames, ending, 80)
    assert waiting == [None] * 3
    assert content is not None
    with Image.open(io.BytesIO(content)) as picture:
        stands, shades = [], []
        for number in range(3):
            picture.seek(number)
            shades.append(np.asarray(picture.convert("L"))[2, 2])
            stands.append(picture.info["duration"])
    assert shades == [0, 128, 255]
    assert [round(float(each)) for each in stands] == [80, 80, 960]


def test_no_frames_and_other_endings_are_refused() -> None:
    for frames, ending in (([], ".gif"), ([np.zeros((2, 2, 3), np.uint8)], ".mp4")):
        with pytest.raises(ValueError, match="cannot become"):
            next(encoding(frames, ending, 80))
