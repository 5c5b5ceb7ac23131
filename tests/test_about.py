"""What ConvPad tells of itself: version, places of its files, licences; its log; its name and icon on a desktop."""

import logging
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path

import pytest
from helpers import ROOT
from PIL import Image
from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QIcon
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gui import app, faults
from gui.export.panel_pictures import png, svg
from gui.storage import paths
from gui.style.theme import ICONS
from gui.window.main_window import MainWindow
from model.program import VERSION


@pytest.fixture
def about(window: MainWindow) -> Iterator[QDialog]:
    action = window.findChild(QAction, "about")
    assert action is not None
    action.trigger()
    box = window.findChild(QDialog, "aboutDialog")
    assert box is not None
    yield box
    box.close()


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The folders that were shown, instead of showing them."""
    folders: list[Path] = []

    def show(url: QUrl) -> bool:
        folders.append(Path(url.toLocalFile()))
        return folders[-1].is_dir()

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    return folders


def test_about_says_what_it_is_and_where_things_lie(window: MainWindow, about: QDialog) -> None:
    said = "".join(label.text() for label in about.findChildren(QLabel))
    assert VERSION in said
    for word in ("MIT", "LGPL", "CC BY-SA 3.0"):
        assert word in said
    for path in (paths.log_file(), paths.weights_folder(), window.session.settings.path):
        assert str(path) in said
    assert all(
        label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
        for label in about.findChildren(QLabel)
        if label.text() and label.isVisible()
    )


def test_the_data_folder_opens_from_both_places(
    qtbot: QtBot, window: MainWindow, about: QDialog, opened: list[Path]
) -> None:
    button = about.findChild(QPushButton, "openDataFolderButton")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert about.isVisible()
    action = window.findChild(QAction, "openDataFolder")
    assert action is not None
    action.trigger()
    assert opened == [paths.data_folder()] * 2
    assert paths.data_folder().is_dir()


def test_a_folder_that_cannot_be_opened_is_a_sentence(
    window: MainWindow, sentences: list[str], opened: list[Path]
) -> None:
    paths.data_folder().parent.mkdir(parents=True, exist_ok=True)
    if paths.data_folder().is_dir():
        paths.data_folder().rename(paths.data_folder().with_name("away"))
    paths.data_folder().touch()
    window._menu.open_data_folder()
    assert not opened
    assert len(sentences) == 1
    assert str(paths.data_folder()) in sentences[0]


def test_the_log_turns_over_and_tells_what_runs(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "convpad.log"
    faults.start_log(log)
    try:
        faults.log.info("%s starts", faults.made_of())
        assert f"ConvPad {VERSION} on Python 3." in log.read_text(encoding="utf-8")
        for _ in range(120):
            faults.log.error("%s", "x" * 10_000)
        sizes = {path.name: path.stat().st_size for path in log.parent.iterdir()}
        assert set(sizes) == {"convpad.log", "convpad.log.1"}
        assert max(sizes.values()) <= 1_000_000
    finally:
        for handler in faults.log.handlers:
            handler.close()
        faults.log.handlers = []
    assert isinstance(faults.log, logging.Logger)


@pytest.mark.usefixtures("qapp")
def test_the_icon_is_drawn_at_every_size() -> None:
    icon = QIcon(str(ICONS / "convpad.svg"))
    for size in (16, 32, 48, 256):
        image = icon.pixmap(size, size).toImage()
        colours = [image.pixelColor(x, y) for x in range(size) for y in range(size)]
        assert image.width() == size
        assert [c for c in colours if c.red() > 200 and c.blue() < 120], "no amber frame"
        assert [c for c in colours if c.blue() > 200], "no white digit"
        assert image.pixelColor(0, 0).alpha() == 0


def test_the_application_is_known_by_name_and_icon(qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "QApplication", lambda arguments: arguments == ["convpad"] and qapp)
    before = QCoreApplication.applicationName()
    made = app.application()
    assert QGuiApplication.desktopFileName() == "convpad"
    assert not made.windowIcon().isNull()
    made.setWindowIcon(QIcon())
    QCoreApplication.setApplicationName(before)


def test_the_desktops_files_fit_each_other() -> None:
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(ROOT / "packaging" / f"{app.DESKTOP}.desktop", encoding="utf-8")
    desktop = entry["Desktop Entry"]
    assert (desktop["Icon"], desktop["StartupWMClass"], desktop["Terminal"]) == (app.DESKTOP, paths.NAME, "false")
    about = ElementTree.parse(ROOT / "packaging" / f"{app.DESKTOP}.metainfo.xml").getroot()
    assert about.findtext("launchable") == f"{app.DESKTOP}.desktop"
    assert about.findtext("name") == desktop["Name"] == paths.NAME
    assert about.findtext("provides/binary") == desktop["Exec"]
    assert re.fullmatch(r"[a-zA-Z0-9]+(\.[a-zA-Z0-9]+){2,}", str(about.findtext("id")))


def test_exported_pictures_carry_version_and_resolution(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "panel.png"
    path.write_bytes(png(window.panel))
    with Image.open(path) as picture:
        assert picture.info["dpi"] == pytest.approx((192, 192), abs=0.1)
        assert picture.info["Software"] == f"ConvPad {VERSION}"
        assert picture.width == 2 * window.panel.width()
    assert f"ConvPad {VERSION}" in svg(window.panel, "Panel").decode()
