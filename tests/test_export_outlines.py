"""An SVG file needs no font: its texts are outlines that cover the same pixels as the letters did."""

from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.export.outlines import SVG, outlined
from gui.export.panel_pictures import svg
from gui.language import languages
from gui.widgets.tile_view import TileView

TEXT = (
    '<svg xmlns="{0}" viewBox="0 0 90 40">'
    '<text x="4" y="30" font-family="DejaVu Sans" font-size="24" {1}>{2}</text></svg>'
)


def painted(content: bytes) -> np.ndarray:
    """Light letters on black, 0…255."""
    image = QImage(360, 160, QImage.Format.Format_Grayscale8)
    image.fill(QColor("black"))
    painter = QPainter(image)
    QSvgRenderer(QByteArray(content)).render(painter)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(160, image.bytesPerLine())[:, :360].copy()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("more", ['fill="#ffffff"', 'fill="#ffffff" font-weight="700"', 'fill="#ff0000"'])
def test_outlines_look_like_the_letters(more: str) -> None:
    letters = TEXT.format(SVG, more, "R2 8°").encode()
    before, after = painted(letters), painted(outlined(letters))
    assert (before > 60).mean() > 0.02
    overlap = ((before > 60) & (after > 60)).sum() / ((before > 60) | (after > 60)).sum()
    assert overlap > 0.8


def test_a_panel_needs_no_font(qtbot: QtBot) -> None:
    languages.apply("zh_CN")
    whole = QLabel("conv1 <&> 卷积")
    qtbot.addWidget(whole)
    whole.resize(200, 40)
    content = svg(whole, "a & b")
    root = ElementTree.fromstring(content)
    assert not list(root.iter(f"{{{SVG}}}text"))
    assert b"font-family" not in content
    paths = {path.get("aria-label"): path.get("d", "") for path in root.iter(f"{{{SVG}}}path")}
    assert paths["conv1 <&> "].count("M") > 7
    assert paths["卷积"].count("M") > 4  # of the shipped font, or of another that has them
    assert root.findtext(f"{{{SVG}}}title") == "a & b"
    assert QSvgRenderer(QByteArray(content)).isValid()


def test_maps_stay_sharp_squares(qtbot: QtBot) -> None:
    maps = TileView("maps", "Maps", "")
    qtbot.addWidget(maps)
    maps.resize(200, 60)
    maps.set_tiles(np.eye(4, dtype=np.float32)[None], "ink", 0.0, 1.0)
    content = svg(maps, "maps")
    images = list(ElementTree.fromstring(content).iter(f"{{{SVG}}}image"))
    assert [image.get("style") for image in images] == ["image-rendering: pixelated"]
