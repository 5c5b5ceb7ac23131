"""`main.py look`: the cards of a digit as a picture, without a window or a display."""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import numpy as np
import pytest
from data_helpers import CLOTHES
from helpers import ROOT
from main_helpers import BAR, in_process, run
from PIL import Image, ImageDraw
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.pages.look.still import Still
from gui.widgets.bars_view import BarsView
from gui.widgets.tile_view import TileView
from model.data_set import DataSet
from model.drawing.whole import grey_image
from model.given import digits_of
from model.look.snapshot import Snapshot, look
from model.network.checkpoint import Checkpoint, save
from model.network.designs import DESIGNS
from model.network.digit_net import DigitNet

NO_DISPLAY = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}


@pytest.fixture
def bar(tmp_path: Path) -> Path:
    path = tmp_path / "bar.jsonl"
    path.write_text(BAR)
    return path


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A one, and beside it a nought."""
    path, picture = tmp_path / "two.png", Image.new("L", (300, 160), 255)
    pen = ImageDraw.Draw(picture)
    pen.line((60, 30, 60, 130), fill=0, width=12)
    pen.ellipse((170, 30, 250, 130), outline=0, width=12)
    picture.save(path)
    return path


def test_a_picture_in_a_process_without_a_display(bar: Path, tmp_path: Path) -> None:
    out = tmp_path / "panels.png"
    home = {"HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": ""}
    code, said, err = run("look", bar, "--out", out, **NO_DISPLAY, **home)
    assert (code, said) == (0, f"{out}\n"), err
    with Image.open(out) as picture:
        assert picture.width > 2000
        assert picture.info["dpi"] == pytest.approx((192, 192), abs=0.1)
        assert picture.info["Software"].startswith("ConvPad ")
        assert len(picture.convert("RGB").getcolors(maxcolors=2**24) or ()) > 500
    assert not list((tmp_path / "home").rglob("ConvPad*")), "the user's settings and data are left alone"


def test_a_drawing_as_svg_from_standard_input(two: Path, tmp_path: Path) -> None:
    out = tmp_path / "panels.svg"
    with two.open("rb") as given:
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "look", "-", "--out", str(out), "--number", "2"],
            stdin=given, capture_output=True, check=False, text=True,
        )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, f"{out}\n"), done.stderr
    words = {path.get("aria-label") for path in ElementTree.parse(out).iter("{http://www.w3.org/2000/svg}path")}
    assert {"conv1", "linear"} <= {str(word).strip() for word in words}


def test_it_shows_what_predict_answers(qtbot: QtBot, two: Path, shipped: Checkpoint) -> None:
    for wanted, (asked, _, steps) in zip("10", digits_of(two), strict=True):
        assert steps is not None
        snapshot = look(shipped.network, steps.image, drawn=steps)
        still = Still(snapshot, asked.name)
        qtbot.addWidget(still)
        digit = still.findChild(QLabel, "stillDigit")
        assert digit is not None
        assert digit.text() == wanted
        names = {view.objectName() for view in still.findChildren(TileView)}
        assert {f"conv{n}Maps" for n in range(1, 6)} <= names
        assert len(still.findChildren(BarsView)) == 2


@pytest.mark.usefixtures("qapp")
def test_a_network_of_clothes_reads_the_whole_picture(
    two: Path, tmp_path: Path, tiny: DigitNet, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `predict` does; a network of digits would look for a digit in it, and move it to the middle."""
    tiny.data = DataSet("clothes", CLOTHES, "clothes")
    save(tmp_path / "w.safetensors", Checkpoint(tiny))
    seen: list[Snapshot] = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("gui.app.application", QApplication.instance)

    def shown(snapshot: Snapshot, name: str) -> Still:
        seen.append(snapshot)
        return Still(snapshot, name)

    monkeypatch.setattr("gui.still.Still", shown)
    common: list[str | Path] = ["look", two, "--weights", tmp_path / "w.safetensors", "--out", tmp_path / "x.png"]
    assert in_process(capsys, *common)[0] == 0
    assert seen[0].classes == CLOTHES
    assert seen[0].image is not None
    assert np.array_equal((seen[0].image * 255).round(), grey_image(two))
    code, _, err = in_process(capsys, *common, "--number", "2")
    assert (code, err) == (2, f"{two} holds no image 2.\n")


@pytest.mark.parametrize("design", DESIGNS, ids=lambda design: design.key)
def test_every_design_has_room(qtbot: QtBot, bar: Path, design: object) -> None:
    network = DigitNet(design.layers).eval().requires_grad_(False)  # type: ignore[attr-defined]
    ((asked, _, steps),) = digits_of(bar)
    assert steps is not None
    still = Still(look(network, steps.image), asked.name)
    qtbot.addWidget(still)
    still.grab()
    for view in still.findChildren(TileView):
        parent = view.parentWidget()
        assert parent is not None
        assert parent.rect().contains(view.geometry()), view.objectName()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["missing.png", "--out", "x.png"], "missing.png"),
        (["bar.jsonl", "--out", "x.jpg"], "must end in .png or .svg"),
        (["bar.jsonl", "--out", "x.png", "--number", "2"], "no digit 2"),
        (["blank.png", "--out", "x.png"], "Nothing was found"),
        (["bar.jsonl", "--out", "x.png", "--weights", "bar.jsonl"], "bar.jsonl"),
        (["bar.jsonl", "--out", "bar.jsonl/x.png"], "Cannot write"),
    ],
)
@pytest.mark.usefixtures("bar", "qapp")
def test_what_cannot_be_shown_is_one_line_and_exit_2(
    given: list[str], says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("gui.app.application", QApplication.instance)  # there is one already
    Image.new("L", (40, 40), 255).save("blank.png")
    code, said, err = in_process(capsys, "look", *given)
    assert (code, said, len(err.splitlines())) == (2, "", 1)
    assert says in err
    assert not Path("x.png").exists()
