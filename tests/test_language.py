"""Chinese and English: complete, compiled, shown with the shipped font, and changed without losing anything."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from helpers import THREE, TINY, answered, draw
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QAction, QFont, QFontDatabase, QFontMetrics, QRawFont, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from gui.language import languages
from gui.style import theme
from gui.window.main_window import MainWindow

TS = languages.FOLDER / "convpad_zh_CN.ts"
GUI = Path(__file__).parent.parent / "gui"


def messages() -> list[tuple[str, str, str, str | None]]:
    """Context, English, Chinese and state of each entry."""
    entries = []
    for context in ElementTree.parse(TS).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            name, source = context.findtext("name") or "", message.findtext("source") or ""
            entries.append((name, source, translation.text or "", translation.get("type")))
    return entries


def test_every_text_is_translated() -> None:
    for context, source, chinese, state in messages():
        assert chinese, (context, source)
        assert state is None, (context, source, state)


def test_placeholders_survive_translation() -> None:
    for context, source, chinese, _ in messages():
        wanted, found = (sorted(re.findall(r"\{[^}]*\}", text)) for text in (source, chinese))
        assert wanted == found, (context, source)


def test_the_file_knows_every_text_in_the_code(tmp_path: Path) -> None:
    """What `pyside6-lupdate` finds in the code is what the file has: nothing missing, nothing left over."""
    fresh = tmp_path / "fresh.ts"
    tool = Path(sys.executable).parent / "pyside6-lupdate"
    sources = [str(path) for path in sorted(GUI.rglob("*.py"))]
    command = [str(tool), "-locations", "none", *sources, "-ts", str(fresh)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = {
        (context.findtext("name"), message.findtext("source"))
        for context in ElementTree.parse(fresh).getroot().findall("context")
        for message in context.findall("message")
    }
    assert found == {(context, source) for context, source, _, _ in messages()}


@pytest.mark.usefixtures("qapp")
def test_the_compiled_file_is_up_to_date() -> None:
    translator = QTranslator()
    assert translator.load(str(languages.FOLDER / "convpad_zh_CN.qm"))
    for context, source, chinese, _ in messages():
        assert translator.translate(context, source) == chinese, (context, source)


@pytest.mark.usefixtures("qapp")
def test_the_font_has_every_chinese_character() -> None:
    font = QRawFont(str(languages.FONT), 12)
    used = {c for _, _, chinese, _ in messages() for c in chinese if "\u3000" <= c <= "\uffef"}
    used |= set("简体中文")
    assert not [c for c in sorted(used) if not font.glyphIndexesForString(c)[0]]
    assert QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(languages.FONT)))


def faces(text: str, font: QFont) -> set[str]:
    """The families whose glyphs Qt draws `text` with, none of which may be the sign for a missing one."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert all(index for run in runs for index in run.glyphIndexes())
    return {run.rawFont().familyName() for run in runs}


def test_a_languages_own_name_is_readable_in_english(window: MainWindow) -> None:
    shipped = set(QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(languages.FONT))))
    menu, chinese = window._menu.languages_menu, window.findChild(QAction, "language_zh_CN")
    assert chinese is not None
    assert chinese.text() == "简体中文"
    menu.ensurePolished()
    assert faces(chinese.text(), menu.font()) <= shipped
    assert not faces("English", menu.font()) & shipped
    for widget in (window.panel.digit, window.findChild(QAbstractButton, "languageButton")):
        assert widget is not None
        assert faces(chinese.text(), widget.font()) <= shipped
    assert faces("简体中文", theme.monospaced()) <= shipped


def test_changing_the_language_keeps_everything(qtbot: QtBot, window: MainWindow) -> None:
    draw(qtbot, window.panel.pad, THREE)
    answered(qtbot, window, "3")
    third = window.look_page._cards[2].maps
    third.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(third, key)
    place = window.look_page.inspector.place
    assert place is not None
    window.panel.set_brush(30)
    before = window.session.display.snapshot
    window.pages.setCurrentWidget(window.train_page)
    window.set_language("zh_CN")
    assert window.pages.currentWidget() is window.train_page
    assert window.panel.digit.text() == "3"
    assert window.panel.pad.brush == 30
    assert window.session.display.snapshot is before
    assert len(window.session.drawing.shown_marks()) == 1
    window.pages.setCurrentIndex(0)
    assert len(window.look_page._cards) == 5
    assert window.look_page.inspector.place == place
    assert window.look_page.inspector.isVisible()
    draw(qtbot, window.panel.pad, [(40, 40), (60, 40)])
    assert len(window.session.drawing.shown_marks()) == 2
    window.set_language("en")
    assert window.session.settings.language == "en"
    assert window.panel.status.text() in ("", "not sure", "draw a digit")


def test_in_chinese_nothing_is_left_in_english(qtbot: QtBot, window: MainWindow) -> None:
    older = window.centralWidget()
    assert older is not None
    with qtbot.waitSignal(older.destroyed):
        window.set_language("zh_CN")
    english = {source for _, source, chinese, _ in messages() if source != chinese}
    shown = [w.text() for kind in (QLabel, QAbstractButton, QAction) for w in window.findChildren(kind)]  # type: ignore[attr-defined]
    tips = [w.toolTip() for w in window.findChildren(QAbstractButton)]
    assert not [text for text in shown + tips if text in english]


def test_chinese_keeps_numbers_monospaced(window: MainWindow) -> None:
    window.set_language("zh_CN")
    measure = QFontMetrics(theme.monospaced())
    assert measure.horizontalAdvance("i") == measure.horizontalAdvance("W")


@pytest.mark.usefixtures("on_few_digits")
def test_changing_the_language_while_training_keeps_the_run(qtbot: QtBot, window: MainWindow) -> None:
    window.pages.setCurrentWidget(window.train_page)
    with qtbot.waitSignal(window.session.trainer.ended):
        window.session.trainer.train(TINY)
        with qtbot.waitSignal(window.session.trainer.progressed):
            pass
        window.set_language("zh_CN")
    assert window.train_page.run_card.curves is not None
    assert window.train_page.run_card.curves.steps == list(range(1, 21))
    assert window.state.keep.isVisible()
    window.set_language("en")
    assert window.state.keep.isVisible()
    window.session.trainer.revert()
