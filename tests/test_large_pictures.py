"""Large pictures: averaged down whatever their kind and wherever they come from, in little memory."""

import io
import subprocess
import sys

import numpy as np
import pytest
from helpers import ROOT, answered
from PIL import Image
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gui.window.main_window import MainWindow
from model.drawing import pixels
from model.drawing.pixels import WORKING_SIDE, read_picture

READ = """
import resource
from model.drawing.pixels import read_picture
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
assert max(read_picture(open("large", "rb").read()).shape) <= 1120
print(1024 * (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before))
"""


def encoded(image: Image.Image, kind: str) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


@pytest.mark.parametrize("mode", ["1", "P", "LA", "RGBA", "CMYK", "I;16", "I", "F"])
def test_strips_give_what_the_whole_gives(mode: str, monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = np.random.default_rng(0).integers(0, 256, (1500, 1201, 4), np.uint8)
    kinds = {"I;16": (np.uint16, 257), "I": (np.int32, 1000), "F": (np.float32, 1 / 255)}
    if mode in kinds:
        kind, times = kinds[mode]
        image = Image.fromarray((numbers[..., 0].astype(np.float64) * times).astype(kind))
    else:
        image = Image.fromarray(numbers).convert(mode)
    content = encoded(image, "TIFF" if mode in ("CMYK", "I", "F") else "PNG")
    whole = read_picture(content)
    assert whole.shape == (750, 601, 4)
    assert np.ptp(whole) > 50
    monkeypatch.setattr(pixels, "_STRIP", 1201 * 50)
    np.testing.assert_array_equal(read_picture(content), whole)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux does")
@pytest.mark.parametrize("kind", [np.uint16, bool])
def test_one_of_another_kind_takes_little_more_memory_than_itself(
    tmp_path_factory: pytest.TempPathFactory, kind: type
) -> None:
    folder, side = tmp_path_factory.mktemp("large"), 6000
    (folder / "large").write_bytes(encoded(Image.fromarray(np.zeros((side, side), kind)), "PNG"))
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{READ}"
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    assert int(done.stdout) < 5 * side**2


def test_what_is_pasted_is_averaged_down(qtbot: QtBot, window: MainWindow) -> None:
    page = np.full((2400, 3000, 4), 255, np.uint8)
    page[400:2000, 1400:1600, :3] = 0
    data = QMimeData()
    data.setImageData(QImage(page.tobytes(), 3000, 2400, QImage.Format.Format_RGBA8888).copy())
    window.panel.pictures.put(data)
    answered(qtbot, window, "1")
    snapshot = window.session.display.snapshot
    assert snapshot is not None
    assert snapshot.drawn is not None
    assert 0 < max(snapshot.drawn.picture[0].shape) <= WORKING_SIDE


def test_too_many_pasted_pixels_are_one_sentence(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    sentences: list[str] = []
    window.session.failed.disconnect()
    window.session.failed.connect(sentences.append)
    monkeypatch.setattr(pixels, "MAX_PIXELS", 99)
    window.panel.pictures.put(QImage(10, 10, QImage.Format.Format_RGB32))
    assert len(sentences) == 1
    assert "10 × 10" in sentences[0]
